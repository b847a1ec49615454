"""The clients under test, against the sandbox."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from backend.clock import SetClock
from backend.outside import Limits, http_client
from backend.registers import Registers
from backend.wechat import Wechat
from models.registers import PersonKey
from tests.people_edge import demo_district
from tests.sandbox_control import SandboxProcess

QUICK = Limits(timeout=2.0, at_once=4, waiting=8, failures=3, pause=60.0)


class People:
    """The demo citizens and enterprises as registers are asked about them."""

    def __init__(self) -> None:
        self._district = demo_district()

    def __getitem__(self, code: str) -> PersonKey:
        known = (*self._district.citizens, *self._district.enterprises)
        found = next(each for each in known if each.code == code)
        return PersonKey(document_type=found.document_type, id_number=found.id_number, name=found.name)


@pytest.fixture(scope="session")
def people() -> People:
    return People()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with http_client() as session:
        yield session


@pytest.fixture
def registers(sandbox: SandboxProcess, http: aiohttp.ClientSession, clock: SetClock) -> Registers:
    return Registers(sandbox.registers, http, clock, limits=Limits(timeout=20.0, failures=99))


@pytest.fixture
async def wechat(sandbox: SandboxProcess) -> AsyncIterator[Wechat]:
    gateway = Wechat(f"{sandbox.url}/wechat", "wx-sandbox", "sandbox-secret", limits=QUICK)
    yield gateway
    await gateway.close()
