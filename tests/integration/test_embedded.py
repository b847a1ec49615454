"""The embedded servers: they come back on the same data, end with us, and say clearly why they cannot start."""

import asyncio
import ctypes.util
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pymongo
import pytest
from pymongo.errors import PyMongoError

from backend import embedded
from backend.embedded import CannotStart, DataFolder, EmbeddedMongod, EmbeddedValkey, embedded_servers

ROOT = Path(__file__).parents[2]


def wait_for(condition: Callable[[], bool], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "the condition did not come true in time"
        time.sleep(0.02)


def gone(pid: int) -> bool:
    return not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_a_killed_mongod_comes_back_with_every_acknowledged_write(tmp_path: Path) -> None:
    server = EmbeddedMongod(tmp_path / "mongod")
    server.start()
    try:
        client: pymongo.MongoClient[dict[str, int]] = pymongo.MongoClient(server.uri, w="majority", journal=True)
        client.db.acts.insert_many([{"_id": number} for number in range(200)])
        first = server.child.pid if server.child else None
        assert first is not None
        os.kill(first, signal.SIGKILL)
        wait_for(lambda: server.child is not None and server.child.restarts == 1 and server.child.pid != first)
        wait_for(lambda: _count(client) == 200)
        client.close()
    finally:
        server.stop()


def _count(client: "pymongo.MongoClient[dict[str, int]]") -> int:
    try:
        return client.db.acts.count_documents({})
    except PyMongoError:
        return -1


def test_a_killed_valkey_comes_back(tmp_path: Path) -> None:
    server = EmbeddedValkey(tmp_path / "v")
    server.start()
    try:
        first = server.child.pid if server.child else None
        assert first is not None
        os.kill(first, signal.SIGKILL)
        wait_for(lambda: server.child is not None and server.child.pid != first)
    finally:
        server.stop()


def test_the_servers_end_when_their_parent_is_killed_and_the_next_start_finds_the_data(tmp_path: Path) -> None:
    script = (
        "import sys, time; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from backend.embedded import embedded_servers\n"
        "with embedded_servers(Path(sys.argv[2]), True, True) as (uri, _):\n"
        "    import pymongo; pymongo.MongoClient(uri, w='majority').db.acts.insert_one({'_id': 1})\n"
        "    print('ready', flush=True); time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script, str(ROOT), str(tmp_path)], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    assert parent.stdout.readline() == b"ready\n"
    children = [child.pid for child in psutil.Process(parent.pid).children()]
    assert len(children) == 2
    parent.kill()
    parent.wait()
    parent.stdout.close()
    with embedded_servers(tmp_path, mongod=True, valkey=False) as (uri, _):
        client: pymongo.MongoClient[dict[str, int]] = pymongo.MongoClient(uri)
        assert client.db.acts.find_one({"_id": 1})
        client.close()
    wait_for(lambda: all(gone(pid) for pid in children))


def test_a_data_folder_in_use_is_said_so(tmp_path: Path) -> None:
    with DataFolder(tmp_path), pytest.raises(CannotStart, match=r"正被另一个.*DATA_DIR"), DataFolder(tmp_path):
        pass


def test_a_missing_libcurl_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: None)
    with pytest.raises(CannotStart, match="libcurl4"):
        EmbeddedMongod(tmp_path).start()


def test_a_server_that_dies_at_once_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_mongod_binary", lambda: Path("/bin/false"))
    with pytest.raises(CannotStart, match="没有启动成功"):
        EmbeddedMongod(tmp_path).start()


def test_a_data_path_too_long_for_a_socket_is_said_so(tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 120)
    with pytest.raises(CannotStart, match="路径太长"):
        EmbeddedValkey(deep).start()


async def test_the_event_loop_is_not_needed_to_stop(tmp_path: Path) -> None:
    server = EmbeddedValkey(tmp_path / "v")
    await asyncio.to_thread(server.start)
    await asyncio.to_thread(server.stop)
    assert not (server.child and server.child.pid and psutil.pid_exists(server.child.pid))
