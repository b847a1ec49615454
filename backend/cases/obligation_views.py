"""What somebody still has to do for a case, as it is answered."""

from collections.abc import Callable
from datetime import datetime

from backend.cases.asked_views import enclosure_views
from backend.cases.debts import has_word
from backend.cases.masking import masked
from backend.cases.others import declared, still_holds
from models.cases import Case, Obligation, ObligationKind, Reply
from models.catalogue import Confirmation, ItemVersion
from models.common_views import WordView
from models.forms import FormField
from models.grants import HearingMethod
from models.obligation_views import ObligationView
from models.people import ProofMethod

Shows = Callable[[FormField], bool]
"""Whether what others answered to a field stands there in the clear."""


def obligation_view(case: Case, version: ItemVersion, each: Obligation, now: datetime, shows: Shows) -> ObligationView:
    """One obligation; of the answers somebody gave to it, those that `shows` lets through stand in the clear."""
    shown = each.model_dump(
        include={"id", "key", "name", "blocks", "since", "due", "handed_at", "met_at", "declined_at", "ended_for", "digest"}
    )
    overdue = each.is_open and each.due is not None and each.due <= (each.handed_at or now)
    asked, reply = declared(version, each), case.replies.get(each.id, Reply())
    fields = {field.key: field for field in asked.asks} if isinstance(asked, Confirmation) else {}
    return ObligationView(
        **shown,
        kind=_kind(case, each),
        who_name=each.who_name or None,
        open=each.is_open,
        overdue=overdue,
        met_by=each.met_by.name if each.met_by else None,
        method=_METHODS.get(each.method, each.method),
        intact=still_holds(case, version, each),
        answers={key: value if shows(fields[key]) else masked(value) for key, value in reply.answers.items() if key in fields},
        reason=reply.reason,
        files=enclosure_views(asked, reply),
    )


def _kind(case: Case, each: Obligation) -> WordView:
    """What kind it is; what is owed without a promise is not called tolerated."""
    kind = WordView.of(each.kind)
    return kind if each.kind is not ObligationKind.DEBT or has_word(case, each.key) else kind.model_copy(update={"label": "受理后补交"})


_METHODS = {each.value: each.label for each in ProofMethod} | {
    HearingMethod.IN_PERSON.value: "窗口当面听取",
    HearingMethod.PHONE_CALL_BACK.value: "电话回访听取",
    HearingMethod.HOME_VISIT.value: "上门听取",
}
