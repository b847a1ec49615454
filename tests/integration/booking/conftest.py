"""A hall with two places a slot, its places made."""

import pytest

from backend.clock import SetClock
from backend.store import Store
from tests.booking_world import World, center


@pytest.fixture
async def world(store: Store, clock: SetClock) -> World:
    """Booking in one hall: counter c1, two places a slot."""
    made = World(store, clock)
    await made.booking.seed([center()])
    return made
