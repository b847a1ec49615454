"""People on a real database."""

import pytest

from backend.clock import SetClock
from backend.store import Store
from tests.people_world import World


@pytest.fixture
def world(store: Store, clock: SetClock) -> World:
    """People, with the outside world as tables."""
    return World(store, clock)
