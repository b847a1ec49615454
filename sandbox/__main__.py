"""Runs the sandbox: `python -m sandbox --port N --state DIR --catalogue catalogue/demo`.

Listens on loopback only, prints one line when it does, and ends with the process that started it.
"""

import argparse
import asyncio
import ctypes
import os
import signal
import sys
import threading
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from models.settings import Mode
from sandbox.app import build, outside_of

_PR_SET_PDEATHSIG = 1
_NICE = 5  # the product goes first while both start


def main() -> int:
    """The exit status."""
    if os.environ.get("YICI_MODE", "").strip().lower() == Mode.PRODUCTION:
        print("演示环境不能在生产模式下启动:YICI_MODE=production", file=sys.stderr)
        return 2
    parser = argparse.ArgumentParser(prog="sandbox", description="外部系统的替身，只用于演示和测试")
    parser.add_argument("--port", type=int, default=0, help="0:任一空闲端口")
    parser.add_argument("--state", type=Path, required=True, help="存放演示时间和改动的文件夹")
    parser.add_argument("--catalogue", type=Path, default=Path("catalogue/demo"), help="演示数据所在的文件夹")
    options = parser.parse_args()
    if not die_with_parent():
        return 1
    os.nice(_NICE)
    asyncio.run(serve(options.port, options.state, options.catalogue))
    return 0


def die_with_parent() -> bool:
    """Asks Linux to end us when the thread that started us ends; False where our parent went while we asked."""
    parent = os.getppid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    return os.getppid() == parent


async def serve(port: int, state: Path, catalogue: Path) -> None:
    """Serves until SIGTERM or SIGINT."""
    outside = outside_of(catalogue, state)
    server = HTTPServer(build(outside))
    sockets = bind_sockets(port, "127.0.0.1")
    server.add_sockets(sockets)
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
    print(f"sandbox listening on http://127.0.0.1:{sockets[0].getsockname()[1]}", flush=True)
    threading.Thread(target=outside.authorities.warm_up, daemon=True).start()  # ending does not wait for it
    await ended.wait()
    server.stop()
    await server.close_all_connections()


if __name__ == "__main__":
    sys.exit(main())
