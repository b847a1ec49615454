"""Grants on a real database."""

import pytest

from backend.clock import SetClock
from backend.store import Store
from tests.grants_world import GrantsWorld


@pytest.fixture
def world(store: Store, clock: SetClock) -> GrantsWorld:
    """People and grants, with the outside world as tables."""
    return GrantsWorld(store, clock)
