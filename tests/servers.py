"""The real servers of a test run: one mongod and one valkey for all test workers, on a memory-backed folder."""

import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from pymongo import MongoClient

from backend.embedded import embedded_servers

MONGODB = "YICI_TEST_MONGODB_URI"
REDIS = "YICI_TEST_REDIS_URL"


class Servers:
    """Starts both and names them in the environment, where the test workers find them."""

    def __init__(self) -> None:
        self._stack = ExitStack()

    def start(self) -> None:
        """Starts what the environment does not name already."""
        if os.environ.get(MONGODB):
            return
        base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        folder = Path(tempfile.mkdtemp(prefix="yici-", dir=base))
        self._stack.callback(shutil.rmtree, folder, ignore_errors=True)
        mongo, redis = self._stack.enter_context(embedded_servers(folder, mongod=True, valkey=True))
        _keep_what_has_expired(mongo)
        os.environ[MONGODB], os.environ[REDIS] = mongo, redis
        self._stack.callback(os.environ.pop, MONGODB, None)
        self._stack.callback(os.environ.pop, REDIS, None)

    def stop(self) -> None:
        """Ends them and removes their data."""
        self._stack.close()


def _keep_what_has_expired(uri: str) -> None:
    """MongoDB deletes by the machine's time what expired; by the clock of a test, which stands still, it may not have yet."""
    with MongoClient[dict[str, Any]](uri) as client:
        client.admin.command("setParameter", 1, ttlMonitorEnabled=False)
