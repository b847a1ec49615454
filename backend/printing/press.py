"""One certificate in one call of a worker: page, signature, digests."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from backend.printing.identity import SigningFiles
from backend.printing.render import Data, press
from backend.printing.sign import digest_of, sealing_key
from backend.processes import Call


@dataclass(frozen=True)
class Job:
    """What to make. `templates`: the folder."""

    templates: str
    files: SigningFiles
    template: str
    data: Data = field(repr=False)
    reason: str
    place: str
    at: datetime


@dataclass(frozen=True)
class Made:
    """A sealed PDF, its SHA-256, and the digest of the template it was made from."""

    pdf: bytes = field(repr=False)
    sha256: str
    template_digest: str


def make(job: Job) -> Made:
    """Renders and signs. Raises `CannotRender`."""
    printer = press(job.templates)
    page = printer.pdf(job.template, job.data, job.at)
    sealed = sealing_key(job.files).sign(page, reason=job.reason, place=job.place, at=job.at)
    return Made(sealed, digest_of(sealed), printer.digest(job.template))


def prepare_press(templates: str) -> None:
    """Loads fonts and templates' folder into this process, and prints a first line."""
    press(templates).try_fonts()


def prepare_key(files: SigningFiles) -> None:
    """Loads the signing key into this process."""
    sealing_key(files)


def warm_up(templates: str, files: SigningFiles) -> Sequence[Call]:
    """What a worker runs before its first certificate."""
    return [(prepare_press, (templates,)), (prepare_key, (files,))]
