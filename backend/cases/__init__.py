"""Cases (办件): the engine over the transition table of `backend.cases.flow`.

`Cases` is the face: drafts, filing, review, decisions, the watch over clocks, lists. `CaseBook` numbers cases and
accepts them; instant certificates (`backend.cases.instant`) use it too. After both are built, server.py hands the
certificates to the engine with `issue_with`, and the printer with `print_with`.
"""

from backend.cases.actions import Action
from backend.cases.applications import Applications
from backend.cases.asked_views import asked_row, asked_view, awaited_word
from backend.cases.book import CaseBook
from backend.cases.committing import Committing
from backend.cases.core import PdfRenderer
from backend.cases.debt_lists import debt_rows
from backend.cases.decisions import Deciding
from backend.cases.filing import Filing
from backend.cases.flow import CASE_ENDS, QUESTIONED, RESULT_EVENTS, TRANSITIONS, UNDECIDED_EVENTS, Transition, Who
from backend.cases.following import Following
from backend.cases.green import Green
from backend.cases.handing import Handing
from backend.cases.hearing import Awaited, Hearing
from backend.cases.in_place import place_of
from backend.cases.inspection_views import inspection_row
from backend.cases.late_rounds import LateRound, LateRounds
from backend.cases.listing import Listing
from backend.cases.marks import Marks
from backend.cases.papers import Papers, papers_of
from backend.cases.paying import Paying
from backend.cases.photographing import Photographing
from backend.cases.public_notices import PublicNotices
from backend.cases.recheck_views import recheck_stats, recheck_view
from backend.cases.rechecking import Rechecking
from backend.cases.recounting import Recounting
from backend.cases.recusing import Recusing
from backend.cases.renewing import recheck_id
from backend.cases.result_papers import ResultPapers
from backend.cases.review import Review
from backend.cases.rights import barred_words
from backend.cases.stops import Stops
from backend.cases.story import story_view
from backend.cases.uploads import named_by, uploads_in_use, versions_not_in
from backend.cases.views import bundle_view, case_view, intake_row, row_view, staff_view
from backend.cases.waited import holds_up, stretches
from backend.cases.watch import Watch
from backend.cases.watchers import Watchers
from backend.certificates import Certificates

__all__ = [
    "CASE_ENDS",
    "QUESTIONED",
    "RESULT_EVENTS",
    "TRANSITIONS",
    "UNDECIDED_EVENTS",
    "Action",
    "Awaited",
    "CaseBook",
    "Cases",
    "LateRound",
    "Marks",
    "PdfRenderer",
    "ResultPapers",
    "Transition",
    "Watchers",
    "Who",
    "asked_row",
    "asked_view",
    "awaited_word",
    "barred_words",
    "bundle_view",
    "case_view",
    "debt_rows",
    "holds_up",
    "inspection_row",
    "intake_row",
    "named_by",
    "papers_of",
    "place_of",
    "recheck_id",
    "recheck_stats",
    "recheck_view",
    "row_view",
    "staff_view",
    "story_view",
    "stretches",
    "uploads_in_use",
    "versions_not_in",
]


class Cases(
    Handing,
    Paying,
    Committing,
    Filing,
    Review,
    Stops,
    Green,
    Recusing,
    Rechecking,
    Following,
    Watch,
    Recounting,
    Hearing,
    Listing,
    LateRounds,
    PublicNotices,
    Papers,
    Applications,
    Photographing,
):
    """Everything that can be done to cases."""

    def issue_with(self, certificates: Certificates, decided: Deciding) -> None:
        """Hands over what makes the certificate of a case that a person grants; called once by server.py."""
        self.certificates = certificates
        self.on_grant = decided

    def print_with(self, renderer: PdfRenderer, *, demo: bool) -> None:
        """Hands over what prints and seals written notices; `demo`: they say so. Called once by composition.py."""
        self.renderer, self.demo = renderer, demo
