"""Starting twice is refused in words; ending is quick and leaves nothing behind; what is left verifies."""

import asyncio
import tempfile
from collections.abc import Callable
from typing import Any

import psutil
import pytest
from pymongo import MongoClient

from tests.faults.aftermath import lost, until
from tests.faults.conftest import DATABASE
from tests.faults.server_process import ServerProcess
from tests.faults.storm import Storm, Weather
from tests.invariants import Data, always

pytestmark = [pytest.mark.faults, pytest.mark.timeout(180)]


async def test_a_second_server_on_the_same_data_or_port_is_refused(server: ServerProcess) -> None:
    with tempfile.TemporaryDirectory() as elsewhere:
        same_data, same_port = await asyncio.gather(
            asyncio.to_thread(server.command, PORT="0", YICI_SANDBOX_PORT="0"),
            asyncio.to_thread(server.command, DATA_DIR=elsewhere),
        )
    assert (same_data.returncode, same_port.returncode) == (1, 1)
    assert "无法启动" in same_data.stderr
    assert "正被另一个一次服务使用" in same_data.stderr
    assert str(server.data_dir) in same_data.stderr
    assert f"端口 {server.port} 已被占用" in same_port.stderr
    assert "Traceback" not in same_data.stderr + same_port.stderr
    assert server.is_running


async def test_ended_under_load_and_whole(server: ServerProcess, storms: tuple[Weather, list[Storm]], data: Callable[[], Data]) -> None:
    """SIGTERM: within ten seconds, with exit code 0, no child left; the next start finds everything, the chain is whole."""
    weather, kinds = storms
    running = asyncio.gather(*(storm.run() for storm in kinds))
    await until(lambda: weather.answered > 60 and all(storm.in_flight for storm in kinds), 30)
    children = server.children()
    assert len(children) >= 4, "mongod, valkey, the sandbox and a worker"
    weather.up.clear()
    assert await asyncio.to_thread(server.stop, 10) == 0
    assert psutil.wait_procs(children, timeout=1)[1] == []
    assert not (server.data_dir / "mongod" / "mongod.lock").read_text(), "mongod ended in good order"
    await asyncio.to_thread(server.start)
    weather.ending = True
    weather.up.set()
    await running
    assert weather.complaints() == []
    database = data()
    assert always(database) == []
    assert lost(database, weather.kept) == []


async def test_the_audit_log_is_whole_after_all_that(server: ServerProcess) -> None:
    """Every row is sealed within moments, and the chain is recomputed by the command."""
    with MongoClient[dict[str, Any]](server.mongodb_uri) as client:
        database = client[DATABASE]
        await until(lambda: database.audit.count_documents({"batch": None}) == 0, 30)
        assert database.audit_batches.count_documents({}) > 1
    assert "正被另一个一次服务使用" in server.command("verify-audit").stderr, "not while the server runs"
    await asyncio.to_thread(server.stop, 10)
    whole = await asyncio.to_thread(server.command, "verify-audit")
    assert (whole.returncode, "哈希链完整" in whole.stdout) == (0, True), whole.stdout + whole.stderr
