"""Tries a version of an item on cases before it is published, and lists what would become of them otherwise."""

from backend.catalogue.simulator.demo_year import demo_year
from backend.catalogue.simulator.recorded import Recorded
from backend.catalogue.simulator.replay import Replay
from backend.catalogue.simulator.simulate import simulate, simulate_draft, simulate_year
from backend.catalogue.simulator.telling import cases_words, effect_words, year_words

__all__ = ["Recorded", "Replay", "cases_words", "demo_year", "effect_words", "simulate", "simulate_draft", "simulate_year", "year_words"]
