"""The staff console: one page and its files, as `make console` built them, from the product itself and from nowhere else."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from backend.errors import NotFound, Unavailable
from handlers.access import PUBLIC, endpoint
from handlers.base import BaseHandler

BUILT = Path(__file__).parents[1] / "console" / "dist"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; "
    "frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".wasm": "application/wasm",
    ".bcmap": "application/octet-stream",
    ".ttf": "font/ttf",
}
_HASHED = "public, max-age=31536000, immutable"  # a file's name holds the digest of its content


class Built(NamedTuple):
    """A file of the build: what it holds, the same with gzip, its type."""

    plain: bytes
    zipped: bytes | None
    content_type: str
    etag: str


@cache
def built(directory: Path) -> dict[str, Built]:
    """Every file of a build by its path; empty where nothing was built."""
    found = [each for each in directory.rglob("*") if each.is_file() and each.suffix != ".gz"] if directory.is_dir() else []
    return {each.relative_to(directory).as_posix(): _read(each) for each in found}


def _read(path: Path) -> Built:
    plain, beside = path.read_bytes(), path.with_name(path.name + ".gz")
    zipped = beside.read_bytes() if beside.is_file() else None
    kind = _TYPES.get(path.suffix, "application/octet-stream")
    return Built(plain, zipped, kind, f'"{sha256(plain).hexdigest()[:32]}"')


class ConsoleFileBase(BaseHandler):
    """What the page and its files share."""

    etag: str | None = None

    def send(self, name: str, keep: str, policy: str = _POLICY) -> None:
        """Answers with a file of the build, small for browsers that take it so; `keep`: for how long. Raises `NotFound`."""
        found = built(BUILT).get(name)
        if found is None:
            raise NotFound("没有这个文件，请刷新页面。")
        self.etag = found.etag
        self.set_header("Content-Security-Policy", policy)
        self.set_header("Content-Type", found.content_type)
        self.set_header("Vary", "Accept-Encoding")
        self.set_header("Cache-Control", keep)
        if found.zipped is not None and "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(found.zipped)
        else:
            self.finish(found.plain)

    def compute_etag(self) -> str | None:
        return self.etag


class ConsolePageHandler(ConsoleFileBase):
    """The page, at whatever address of the console: its own router knows them."""

    @endpoint(access=PUBLIC, reply={200: "text/html; charset=utf-8"}, summary="工作人员工作台（网页）")
    async def get(self, address: str = "") -> None:
        if "index.html" not in built(BUILT):
            raise Unavailable("工作台的页面还没有构建。请在项目目录运行 make console，再重新启动。")
        self.send("index.html", "no-cache")


class KioskPageHandler(ConsoleFileBase):
    """The page of registered devices. It alone may speak to the services of a card reader and a scanner beside the machine, and is never kept."""

    @endpoint(access=PUBLIC, reply={200: "text/html; charset=utf-8"}, summary="自助终端（网页）")
    async def get(self) -> None:
        if "kiosk.html" not in built(BUILT):
            raise Unavailable("自助终端的页面还没有构建。请在项目目录运行 make console，再重新启动。")
        settings = self.engines.settings
        beside = [urlsplit(each) for each in (settings.kiosk_reader_url, settings.kiosk_scanner_url) if each]
        connect = " ".join(["connect-src 'self'", *dict.fromkeys(f"{each.scheme}://{each.netloc}" for each in beside)])
        self.send("kiosk.html", "no-store", _POLICY.replace("connect-src 'self'", connect))


class AskedPageHandler(ConsoleFileBase):
    """The page of who is asked something by somebody else's case: personnel offices, landlords, engravers; never kept."""

    @endpoint(access=PUBLIC, reply={200: "text/html; charset=utf-8"}, summary="请我办的事（网页）")
    async def get(self) -> None:
        if "asked.html" not in built(BUILT):
            raise Unavailable("这个页面还没有构建。请在项目目录运行 make console，再重新启动。")
        self.send("asked.html", "no-store")


class ConsoleFileHandler(ConsoleFileBase):
    """Scripts, styles and pictures."""

    @endpoint(access=PUBLIC, reply={200: "application/octet-stream"}, summary="工作台的脚本和样式")
    async def get(self, name: str) -> None:
        self.send(f"assets/{name}", _HASHED)


ROUTES = [
    (r"/console/assets/([A-Za-z0-9_\-.]{1,120})", ConsoleFileHandler),
    (r"/kiosk", KioskPageHandler),
    (r"/console/asked", AskedPageHandler),
    (r"/console", ConsolePageHandler),
    (r"/console/(.{0,200})", ConsolePageHandler),
]
