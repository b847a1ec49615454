"""Two warm workers for all tests of certificates."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from backend.catalogue import Catalogue
from backend.clock import SetClock
from backend.outside import http_client
from backend.printing import signing_files, warm_up
from backend.processes import Workers
from backend.store import Store
from tests.certificates_world import CertificatesWorld, settings_of
from tests.people_edge import real_catalogue
from tests.sandbox_control import ROOT, SandboxProcess


@pytest.fixture(scope="session")
async def _workers(_data_dir: Path) -> AsyncIterator[Workers]:
    settings = settings_of(_data_dir)
    templates = str((ROOT / "catalogue" / "templates").resolve())
    workers = Workers(2, warm_up(templates, signing_files(settings)))
    await workers.start()
    yield workers
    await workers.close()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return real_catalogue()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with http_client() as session:
        yield session


@pytest.fixture
async def world(
    store: Store,
    clock: SetClock,
    catalogue: Catalogue,
    _sandbox: SandboxProcess,
    http: aiohttp.ClientSession,
    _workers: Workers,
    _data_dir: Path,
) -> AsyncIterator[CertificatesWorld]:
    """Certificates, with the outside world as it is at the beginning."""
    await _sandbox.reset()
    await _sandbox.set_clock(clock.now())
    made = CertificatesWorld(store, clock, catalogue, _sandbox, http, _workers, _data_dir)
    yield made
    await made.certificates.drain()
