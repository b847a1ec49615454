"""Pre-review over HTTP on the whole product, with the people of the demo district."""

from types import SimpleNamespace

import pytest

from tests.people_edge import Edge
from tests.sandbox_control import SandboxProcess
from tests.world import World


@pytest.fixture
def edge(world: World, sandbox: SandboxProcess) -> Edge:
    """A client that logs demo people and staff in."""
    return Edge(world.api.url, world.api._session, sandbox, SimpleNamespace())
