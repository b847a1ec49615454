"""Cases as they are answered. Lists carry no answers of forms; only whoever works on a case sees all that was answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from backend.cases.actions import Action
from backend.cases.answer_views import answer_views
from backend.cases.chosen_way import handing_view
from backend.cases.clock_views import clock_view
from backend.cases.decision_views import archived_view, authority_view, decision_view
from backend.cases.differing import difference_views
from backend.cases.earlier import earlier_answers, earlier_materials
from backend.cases.filling import filled_views, to_fill
from backend.cases.findings import failed, verdicts_view
from backend.cases.hands import hand_views
from backend.cases.inspection_views import inspection_view
from backend.cases.intake import Brought
from backend.cases.masking import masked, masked_change, masked_findings, masked_origin, without_names
from backend.cases.material_views import Later, material_view
from backend.cases.obligation_views import Shows, obligation_view
from backend.cases.own_name import bound_fields
from backend.cases.papers import papers_of
from backend.cases.photographed import photograph_views, photographed
from backend.cases.recusal_views import recusal_request_views, recusal_views
from backend.cases.reopening import restable
from backend.cases.step_views import step_views
from backend.cases.submission_views import file_views, submission_views
from backend.cases.unfit import unfit_views
from backend.cases.unready import unready
from backend.cases.waited import waiting_words
from backend.cases.words import PAPERS_SHUT, label_of, office_due, situation, situation_for_staff, turn_due, whole_due
from backend.grants import POWER_LABELS
from models.answer_views import ChangeView, ComparedView
from models.case_views import (
    BundleView,
    CaseForStaff,
    CaseRow,
    CaseView,
    DefectView,
    GreenView,
    HoldView,
    IntakeRow,
    IntakeView,
    LateEntryView,
    PartView,
    RestsView,
    ReturnView,
    StateView,
)
from models.cases import Case, DutyOwed, DutyView, GreenGround, PartStanding, Return, Somebody
from models.catalogue import ItemVersion
from models.common_views import ActionView, NamedView, WhoView, WordView
from models.decision_views import FoundedView, OfferView, PaperView, RestsOnView, ResultView
from models.fill_views import ByHandView
from models.grants import Grant
from models.story_views import CaseGrantView

_HANDING = frozenset({Action.DELIVER, Action.RECORD_RESULT})


def row_view(case: Case, now: datetime, in_place_of: str | None = None, *, for_staff: bool = False) -> CaseRow:
    """A case in a list. `in_place_of`: whose work it is that the reader does for these days."""
    due, turn, waits = office_due(case), turn_due(case), waiting_words(case)
    return CaseRow(
        **_fields(case, "id", "number", "item", "item_name", "person_name", "urges", "queued_at", "created_at", "updated_at", "version"),
        agent_name=case.agent.name if case.agent else None,
        state=_state(case, now, for_staff=for_staff),
        hold=_hold(case),
        due=whole_due(case),
        overdue=case.clock.deficiency_overdue_at is not None or (not waits and due is not None and due <= now),
        turn_due=turn,
        turn_overdue=turn is not None and turn <= now,
        waits_for=waits,
        waiting_minutes=int((now - case.queued_at).total_seconds() // 60) if case.queued_at else None,
        reviewer=case.reviewer.called if case.reviewer else None,
        differs=bool(case.differs),
        green=_green(case),
        internal_due=case.clock.internal_due,
        in_place_of=in_place_of,
    )


def case_view(case: Case, version: ItemVersion, actions: list[Action], now: datetime, later: Later, named: str) -> CaseView:
    """A case for its applicant or their agent. Findings of single steps are the office's own. `later`: `Cases.expected`, `named`: `CaseBook.in_the_name_of`."""
    own = inspection_view(case, for_staff=False)
    common = _common(case, version, actions, now, later, named, shows=lambda field: not field.sealed)
    return CaseView(**common, steps=step_views(case, now, findings=False), inspection=own, filled=filled_views(case, version))


def staff_view(
    case: Case,
    version: ItemVersion,
    actions: list[Action],
    now: datetime,
    later: Later,
    named: str,
    *,
    clear: bool,
    reads_papers: bool,
    recusable: Sequence[Somebody] = (),
    in_place_of: str | None = None,
    rests_on: Mapping[str, RestsOnView] = MappingProxyType({}),
    green_grounds: Sequence[GreenGround] = (),
    grant: Grant | None = None,
    by_hand: ByHandView | None = None,
    barred: str = "",
) -> CaseForStaff:
    """A case for staff. `clear`: answers and findings stand there for whoever works on it; for all others that something was answered. `reads_papers`: whoever does not reads names as in their lists. `in_place_of`: see `row_view`."""
    common = _common(case, version, actions, now, later, named, shows=lambda _: clear)
    common["form"] = case.form if clear else {key: masked(value) for key, value in case.form.items()}
    common["recusal_requests"] = common["recusal_requests"] if clear else []
    common["sources"] = case.sources if clear else {key: masked_origin(origin) for key, origin in case.sources.items()}
    common["differences"] = difference_views(
        case, version, common["form"], common["sources"], case.looked_up if clear else masked_findings(case)
    )
    common["state"] = _state(case, now, for_staff=True)
    common["parts"] = [_for_staff(each) for each in common["parts"]]
    view = CaseForStaff(
        **common,
        masked=not clear,
        papers_shut="" if reads_papers else PAPERS_SHUT,
        barred=barred,
        waits={each.value: lacks for each in actions if (lacks := unready(case, version, each))},
        earlier_materials=earlier_materials(case) if clear else [],
        grant=_grant(grant) if grant else None,
        recusals=recusal_views(case),
        recusable=[NamedView(id=each.id, name=each.name) for each in recusable],
        answers=answer_views(
            version,
            common["form"],
            common["sources"],
            earlier_answers(case, version, case.form, clear=clear),
            clear=clear,
            bound=bound_fields(version, case.person),
        ),
        compared=ComparedView(**{**case.compared.model_dump(), "by": case.compared.by.name}) if case.compared else None,
        inspection=inspection_view(case, for_staff=True),
        steps=step_views(case, now, findings=clear),
        reviewer=_who(case.reviewer),
        in_place_of=in_place_of,
        claimed_at=case.claimed_at,
        claimed_until=case.claimed_until if case.reviewer else None,
        received_by=_who(case.received_by),
        changes=[each if clear else masked_change(each) for each in _changes(case, version)],
        authority=authority_view(case.decision),
        filled=filled_views(case, version) if clear else [],
        to_fill=to_fill(case, version, now.date()) if clear else [],
        by_hand=by_hand if clear else None,
        verdicts=verdicts_view(case, version) if clear else None,
        handing=handing_view(case, version) if _HANDING.intersection(actions) else None,
        rests_on=dict(rests_on),
        differs=clear and bool(case.differs),
        failed_look=clear and bool(failed(case)),
        received_town=case.received_town,
        late_entry=_late(case),
        accepted_by=_who(case.accepted_by),
        is_licence=case.is_licence,
        green_reason=case.green.reason if case.green else "",
        green_grounds=[WordView(code=each.key, label=each.name) for each in green_grounds],
        internal_due=case.clock.internal_due,
        photographs=photograph_views(case) if clear else [],
        may_photograph=clear and photographed(case, version, actions) is not None,
        rests=_rests(case, version),
    )
    return view if reads_papers else without_names(view, case)


def _grant(grant: Grant) -> CaseGrantView:
    powers = [label for power, label in POWER_LABELS.items() if power in grant.powers]
    return CaseGrantView(basis=grant.basis.label, powers=powers, until=grant.until, state=grant.state.label)


def _rests(case: Case, version: ItemVersion) -> list[RestsView]:
    names = {each.key: each.name for each in case.materials} | {each.key: each.name for each in case.steps}
    labels = {field.key: field.on_paper for field in version.form}
    return [
        RestsView(field=key, name=labels[key], materials=[names[one] for one in anew.materials], steps=[names[one] for one in anew.steps])
        for key, anew in restable(case, version).items()
    ]


def _intake(case: Case) -> IntakeView | None:
    return IntakeView(**case.intake.model_dump(exclude={"town", "by"})) if case.intake else None


def _late(case: Case) -> LateEntryView | None:
    entry = case.late_entry
    return LateEntryView(number=entry.number, at=entry.at, entered_at=entry.entered_at, by=entry.by.name) if entry else None


def intake_row(brought: Brought, now: datetime) -> IntakeRow:
    """A case somebody at the counter may hand papers in for."""
    return IntakeRow(case=row_view(brought.case, now, for_staff=True), here=brought.here, says=brought.says, taken=brought.taken)


def _green(case: Case) -> GreenView | None:
    return GreenView(name=case.green.name, since=case.green.at) if case.green else None


_PLAIN = (
    "id",
    "number",
    "receipt",
    "item",
    "item_name",
    "item_version",
    "department",
    "region",
    "person_name",
    "channel",
    "form",
    "sources",
    "file_when_passed",
    "ended_for",
    "delivery",
    "certificate",
    "bundle",
    "handed_over_for",
    "may_book",
    "appointments",
    "urges",
    "urged_at",
    "created_at",
    "updated_at",
    "filed_at",
    "closed_at",
    "version",
)


def _common(
    case: Case, version: ItemVersion, actions: list[Action], now: datetime, later: Later, named: str, *, shows: Shows
) -> dict[str, Any]:
    return {
        **_fields(case, *_PLAIN),
        "differences": difference_views(case, version, case.form, case.sources, None),
        "unfit": unfit_views(case, version, now.date()),
        "in_the_name_of": named,
        "handle_area": WordView.of(case.handle_area),
        "intake": _intake(case),
        "green": _green(case),
        "agent_name": case.agent.name if case.agent else None,
        "state": _state(case, now),
        "hold": _hold(case),
        "materials": [material_view(each, version, case, now, later) for each in case.materials],
        "signed": file_views(case.signed),
        "submissions": submission_views(case),
        "returns": [_return(each) for each in case.returns],
        "hands": hand_views(case),
        "recusal_requests": recusal_request_views(case),
        "clock": clock_view(case.clock, version),
        "parts": [_part(each) for each in case.parts],
        "obligations": [obligation_view(case, version, each, now, shows) for each in case.obligations],
        "decision": decision_view(case, case.decision) if case.decision else None,
        "result": ResultView(**case.result.model_dump(exclude={"by"})) if case.result else None,
        "papers": [PaperView(key=each.key, title=each.title, number=each.number, at=each.at) for each in papers_of(case)],
        "founded": FoundedView(**case.founded.model_dump()) if case.founded else None,
        "offers": [OfferView(**each.model_dump()) for each in case.offers],
        "duties": [DutyView(until=each.due, label=each.label, **_duty(each)) for each in case.duties],
        "archived": archived_view(case.archived) if case.archived else None,
        "completion": WordView.of(case.completion) if case.completion else None,
        "actions": [ActionView(action=each.value, label=_label(case, each)) for each in actions],
    }


def _duty(each: DutyOwed) -> dict[str, Any]:
    return each.model_dump(include={"key", "name", "text", "met_at", "note"})


def _label(case: Case, action: Action) -> str:
    """The button's words: what was granted of a bundle is not withdrawn with the rest; who had to come is there with originals."""
    if action is Action.CHECK_ORIGINALS and case.awaited_visit is not None:
        return "登记到场、核验原件"
    ends_rest = action in (Action.WITHDRAW, Action.ABORT) and any(each.stands for each in case.parts)
    return f"{action.label}（只限没办好的环节）" if ends_rest else action.label


def _fields(case: Case, *names: str) -> dict[str, Any]:
    return {name: getattr(case, name) for name in names}


def _state(case: Case, now: datetime, *, for_staff: bool = False) -> StateView:
    label = label_of(case)
    holds = case.decision.holds if case.decision else None
    sentence = situation_for_staff(case, now) if for_staff else situation(case, now)
    return StateView(state=case.state.value, code=case.state.official_code, label=label, sentence=sentence, holds=holds)


def bundle_view(bundle: Case, now: datetime) -> BundleView:
    """A bundle for a department that has a part of it."""
    return BundleView(
        **_fields(bundle, "id", "number", "item_name"),
        state=_state(bundle, now, for_staff=True),
        parts=[_for_staff(_part(each)) for each in bundle.parts],
    )


def _part(each: PartStanding) -> PartView:
    return PartView(**each.model_dump(exclude={"status"}), status=WordView.of(each.status))


def _for_staff(part: PartView) -> PartView:
    return part.model_copy(update={"status": part.status.model_copy(update={"label": part.status.label.replace("您", "申请人")})})


def _hold(case: Case) -> HoldView | None:
    return HoldView(reason=case.hold.reason, at=case.hold.at) if case.hold else None


def _who(somebody: Somebody | None) -> WhoView | None:
    return WhoView(name=somebody.called, department=somebody.department) if somebody else None


def _return(slip: Return) -> ReturnView:
    return ReturnView(
        number=slip.number,
        kind=slip.kind.value,
        at=slip.at,
        defects=[
            DefectView(target=each.target, name=each.name, reason=WordView.of(each.reason), advice=each.advice, late=each.late)
            for each in slip.defects
        ],
        due=slip.due,
        late_reason=slip.late_reason,
        answered_at=slip.answered_at,
        part=slip.part,
        closed=slip.closed,
    )


def _changes(case: Case, version: ItemVersion) -> list[ChangeView]:
    """What the latest handing-in changed in the form."""
    if len(case.snapshots) < 2:
        return []
    before, now = case.snapshots[-2].form, case.snapshots[-1].form
    changed = case.submissions[-1].changed_fields
    labels = {field.key: field.label for field in version.form}
    return [ChangeView(field=key, label=labels.get(key, key), before=before.get(key), after=now.get(key)) for key in changed]
