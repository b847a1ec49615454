"""A morning of the demo town: citizens come to a running server over HTTP, so that every desk has something to do.

    .venv/bin/python -m sandbox.morning [--server http://127.0.0.1:8000] [--sandbox http://127.0.0.1:8001]

Run again, whatever is there already is left as it is. Only the demo people of catalogue/demo come, and staff act by their own log-ins.
At the end it says who of the staff has what to do, as their pages count it.
"""

from sandbox.morning.matters import MATTERS, come
from sandbox.morning.roster import Desk, roster
from sandbox.morning.town import Town, town_of

__all__ = ["MATTERS", "Desk", "Town", "come", "roster", "town_of"]
