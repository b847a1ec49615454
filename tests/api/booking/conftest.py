"""Booking over HTTP, everything new for each test."""

from collections.abc import AsyncIterator

import pytest

from backend.clock import SetClock
from backend.store import Store
from tests.booking_edge import BookingEdge, booking_edge


@pytest.fixture
async def edge(store: Store, clock: SetClock) -> AsyncIterator[BookingEdge]:
    """A running server with the halls of the release."""
    async with booking_edge(store, clock) as running:
        yield running
