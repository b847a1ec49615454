"""What a stream of changes says."""

from models.base import View


class LiveView(View):
    """Something changed: which case, appointment or ask of a kiosk, and how it stands now. Its content is read under the reader's own rights."""

    id: str
    state: str
    version: int
    items: list[str]
    desk: str | None  # of a case: the department whose turn it is
    hall: str | None  # of an appointment or a kiosk
