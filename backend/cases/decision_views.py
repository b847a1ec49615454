"""A case's decision, its authority and its archive, as they are answered."""

from backend.cases.words import listed
from models.cases import Archived, Case, Decision, PartStatus
from models.common_views import WhoView, WordView
from models.decision_views import ArchivedView, AuthorityView, DecisionView, RevokedView


def archived_view(archived: Archived) -> ArchivedView:
    """Under which list the case is archived, and how long it is kept."""
    told = archived.model_dump(exclude={"batch", "retention", "preserved", "supplements"})
    return ArchivedView(**told, retention=archived.retention.label, supplements=[each.number for each in archived.supplements])


def decision_view(case: Case, decision: Decision) -> DecisionView:
    """The decision with who made it and, where it was taken back, by whom and why."""
    shown = decision.model_dump(include={"number", "at", "reason", "basis", "remedies", "despite"})
    return DecisionView(**shown, outcome=WordView.of(decision.outcome), by=_decided_by(case, decision), revoked=_revoked(decision))


def _decided_by(case: Case, decision: Decision) -> WhoView:
    """Who decided; of a whole, whose refusal follows from its parts', which of them: each part's own decision names its officer."""
    failed = [each.name for each in case.parts if each.status in (PartStatus.REFUSED, PartStatus.ENDED)]
    if not failed:
        return WhoView(name=decision.by.name, department=decision.by.department)
    return WhoView(name=f"{listed(failed)}的承办部门（经办人见各环节的决定）", department=case.department)


def _revoked(decision: Decision) -> RevokedView | None:
    revoked = decision.revoked
    if revoked is None:
        return None
    by = WhoView(name=revoked.by.name, department=revoked.by.department)
    return RevokedView(**revoked.model_dump(exclude={"by"}), by=by)


def authority_view(decision: Decision | None) -> AuthorityView | None:
    """The authorisation the decision rests on; None where it rests on none."""
    authority = decision.authority if decision else None
    return AuthorityView(**authority.model_dump()) if authority else None
