"""What other rooms ask of paper: jobs and answers, and the calls that run in a worker process.

typst, pyHanko and pikepdf take a second and tens of megabytes to load, so each call loads what it needs where it
runs: the server process itself holds none of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from backend.printing.letters import showable

if TYPE_CHECKING:  # a worker that is to print soon loads nothing for its types
    from pydantic import JsonValue

    from backend.processes import Call, Workers
    from models.settings import Settings

Data = Mapping[str, "JsonValue"]


@dataclass(frozen=True)
class SigningFiles:
    """Paths of the private key (PEM) and of the chain (PEM: signer first, then its authorities up to the root)."""

    key: str
    chain: str


class CannotRender(Exception):
    """The page cannot be made as it should be: `reason` says why, in Chinese, for the clerk who takes over."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnprintableText(CannotRender):
    """A character that no font of ours shows, or that shows as nothing at all."""


class PageOverflow(CannotRender):
    """More text than two pages hold."""


@dataclass(frozen=True)
class Job:
    """A paper to make and seal. `templates`: the folder."""

    templates: str
    files: SigningFiles
    template: str
    data: Data = field(repr=False)
    reason: str
    place: str
    at: datetime
    max_pages: int = 2


@dataclass(frozen=True)
class Made:
    """A sealed PDF, its SHA-256, and the digest of the template it was made from."""

    pdf: bytes = field(repr=False)
    sha256: str
    template_digest: str


class Finding(StrEnum):
    """What a file's signature says."""

    INTACT = "intact"  # signed under a trusted root, and nothing changed or added since
    ALTERED = "altered"  # signed, and changed or added to afterwards
    FOREIGN = "foreign"  # signed and whole, but by nobody we trust
    UNSIGNED = "unsigned"
    UNREADABLE = "unreadable"  # not a PDF, or too broken to tell


@dataclass(frozen=True)
class Inspection:
    """What was found: the verdict on the signature, who signed, and the verification code the file carries."""

    finding: Finding
    signer: str = ""
    code: str | None = None


def make(job: Job) -> Made:
    """Renders and signs. Raises `CannotRender`."""
    from backend.printing.press import made

    return made(job)


def render_pdf(templates: str, template: str, data: Data, at: datetime, max_pages: int) -> bytes:
    """One page or more without a signature. Raises `CannotRender`."""
    from backend.printing.render import press

    return press(templates).pdf(template, data, at, max_pages)


def inspect_pdf(pdf: bytes, chains: tuple[str, ...]) -> Inspection:
    """Inspects a PDF; `chains` are PEM files whose last certificate is a root we trust.

    Every signature must be whole and the last one must cover the whole file.
    """
    from backend.printing.verify import inspected

    return inspected(pdf, chains)


def prepare_press(templates: str) -> None:
    """Loads fonts and templates' folder into this process, and prints a first line."""
    from backend.printing.render import press

    press(templates).try_fonts()


def prepare_key(files: SigningFiles) -> None:
    """Loads the signing key into this process."""
    from backend.printing.sign import sealing_key

    sealing_key(files)


def warm_up(templates: str, files: SigningFiles) -> "Sequence[Call]":
    """What a worker runs before its first certificate."""
    return [(prepare_press, (templates,)), (prepare_key, (files,))]


def templates_of(settings: "Settings") -> Path:
    """The folder of the templates."""
    return (settings.catalogue_dir / "templates").resolve()


def printing_workers(settings: "Settings") -> "Workers":
    """The processes that print, sign and look into files. Not started yet."""
    from backend.printing.identity import signing_files
    from backend.processes import Workers

    return Workers(settings.render_processes, warm_up(str(templates_of(settings)), signing_files(settings)))


class Renderer:
    """Pages other than certificates: advice slips and guides as they are, written notices sealed.

    What they say was settled before, so none of them fails on a character: 〓 stands for what cannot be printed.
    """

    def __init__(self, workers: "Workers", templates: Path, files: SigningFiles, place: str) -> None:
        """`files`, `place`: what written notices are signed with, and where."""
        self._workers = workers
        self._templates = str(templates.resolve())
        self._files = files
        self._place = place

    async def pdf(self, template: str, data: Data, at: datetime, max_pages: int = 20) -> bytes:
        """The PDF/A-2b of a template. Raises `PageOverflow`, `Unavailable`."""
        return await self._workers.run(render_pdf, self._templates, template, showable(data), at, max_pages)

    async def sealed(self, template: str, data: Data, at: datetime, reason: str, max_pages: int = 20) -> bytes:
        """The same with a PAdES signature. Raises `PageOverflow`, `Unavailable`."""
        job = Job(self._templates, self._files, template, showable(data), reason, self._place, at, max_pages)
        return (await self._workers.run(make, job)).pdf


def digest_of(pdf: bytes) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return sha256(pdf).hexdigest()
