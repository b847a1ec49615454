"""One sealed paper in a worker process: page, signature, digests."""

from backend.printing.calls import Job, Made, digest_of
from backend.printing.render import press
from backend.printing.sign import sealing_key


def made(job: Job) -> Made:
    """Renders and signs. Raises `CannotRender`."""
    printer = press(job.templates)
    page = printer.pdf(job.template, job.data, job.at, job.max_pages)
    sealed = sealing_key(job.files).sign(page, reason=job.reason, place=job.place, at=job.at)
    return Made(sealed, digest_of(sealed), printer.digest(job.template))
