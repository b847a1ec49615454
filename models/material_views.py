"""Materials of a case as they are answered: what was handed in, what was said of it, and what is asked."""

from datetime import datetime

from models.base import View
from models.common_views import WordView


class FileView(View):
    material: str
    version: int
    name: str
    content_type: str
    size: int
    pages: int


class LicenceView(View):
    """A licence used instead of an upload, and by whose authorisation. `own`: the applicant's. `open`: whether a copy of it may still be
    looked at, as long as neither the case nor the authorisation is over."""

    type: str
    name: str
    identifier: str
    holder: str
    valid_until: str | None
    fetched_at: datetime
    authorisation: str
    until: datetime | None
    authorised_by: str
    authorised_at: datetime
    purpose: str
    own: bool
    open: bool


class LicenceAskedView(View):
    """Another holder has not answered yet."""

    authorisation: str
    name: str
    holder: str
    at: datetime


class VerdictView(View):
    passed: bool
    reason: WordView | None
    advice: str
    at: datetime


class OriginalView(View):
    outcome: WordView
    note: str
    at: datetime


class LaterView(View):
    """That a material may come later on a promise: how long after acceptance at most, before which act, and what follows otherwise.

    `says`: until when it will be owed, in words, and `due` that moment were the case accepted now; both until it is accepted.
    `told`: what was said of it when it was promised.
    """

    within: str
    says: str
    due: datetime | None
    told: str
    before: str
    consequence: str
    note: str
    promised_at: datetime | None
    promised_by: str | None
    heard_by: str | None


class PhotoFindingView(View):
    fault: WordView
    advice: str


class PhotoView(View):
    """What the machine found in a photograph. `left`: how many more it will look at before a clerk does."""

    outcome: WordView | None
    findings: list[PhotoFindingView]
    attempts: int
    left: int
    sentence: str


class EarlierMaterialView(View):
    """What was handed in for a material at the `number`-th handing-in (from 1) and is not there any more; `number` and the number of the
    file, from 0, are the last parts of its address below the material's `earlier`. `licence`: it was an electronic licence, of which there
    is no copy. `reason`, `advice`: what was said of it."""

    material: str
    number: int
    at: datetime | None
    files: int
    licence: bool
    reason: WordView | None
    advice: str


class CaseMaterialView(View):
    """One material: what was handed in, what was said of it, and what is asked."""

    key: str
    name: str
    need: WordView
    help: str
    files: list[FileView]
    licence: LicenceView | None
    asked: LicenceAskedView | None
    licence_possible: bool
    exempt: str  # why it need not be handed in
    exempt_by: str  # the entry of the exemption list that says so
    committed: str  # number of the letter of commitment that stands for it
    by_word: bool  # whether a commitment of the applicant may stand for it
    verdict: VerdictView | None
    original: OriginalView | None
    bring_original: bool
    later: LaterView | None
    photo: PhotoView | None
