"""What several of these folders share."""

from collections.abc import AsyncIterator

import pytest

from backend.processes import Workers


@pytest.fixture(scope="session")
async def upload_worker() -> AsyncIterator[Workers]:
    """One worker process."""
    workers = Workers(1)
    await workers.start()
    yield workers
    await workers.close()
