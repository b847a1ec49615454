"""Grants: who may act for whom, and how an act under a grant collides with its revocation.

The face of the package.
"""

from backend.grants.endings import ENDING_ACTIONS
from backend.grants.grants import Grants
from backend.grants.spoken import names_for
from backend.grants.terms import POWER_LABELS

__all__ = ["ENDING_ACTIONS", "POWER_LABELS", "Grants", "names_for"]
