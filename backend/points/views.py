"""Points as they are answered."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from backend.catalogue import Catalogue
from backend.people import mask_name, mask_phone
from backend.points.deciding import Ahead, Carried
from backend.points.duties import due_of
from backend.points.passing import as_it_stands
from backend.points.scheme import PointsScheme
from backend.points.wished import option_label
from backend.spoken import deadline
from backend.workdays import WorkCalendar
from models.catalogue import ItemVersion
from models.common_views import WordView
from models.points import (
    Exclusion,
    IfSilent,
    OwedDuty,
    PlaceOutcome,
    PointsRecord,
    RankedPlace,
    Round,
    RoundObjection,
    RoundState,
    Sheet,
    SheetLine,
    SheetState,
    Vacancy,
)
from models.points.views import (
    ExclusionView,
    LastActView,
    ObjectedLineView,
    OwnPlaceView,
    PassedOnView,
    PublicPlaceView,
    PublicRankingView,
    RecordLineView,
    RecordView,
    RoundObjectionView,
    RoundView,
    RunView,
    SheetLineView,
    SheetObjectionView,
    SheetView,
    StaffPlaceView,
    StaffRankingView,
    StaffRoundRowView,
    StaffRoundView,
    TellerView,
)


def sheet_view(sheet: Sheet, scheme: PointsScheme, catalogue: Catalogue) -> SheetView:
    """A sheet for whose it is and for staff it concerns."""
    return SheetView(
        **sheet.model_dump(include={"id", "case", "case_number", "person_name", "figures", "version"}),
        state=WordView.of(sheet.state),
        lines=[_line(each, scheme, catalogue) for each in sheet.lines],
        total=sum(each.counted for each in sheet.lines) if sheet.total is None else sheet.total,
        final=sheet.total is not None,
        objections=[
            SheetObjectionView(
                **each.model_dump(include={"id", "at", "due", "answered_at"}),
                lines=[ObjectedLineView(**line.model_dump()) for line in each.lines],
            )
            for each in sheet.objections
        ],
        confirm_by=sheet.confirm_by,
        sentence=_sentence(sheet, scheme.scheme.confirmation.if_silent),
    )


def share_view(sheet: Sheet, part: str | None, department: str | None, scheme: PointsScheme, catalogue: Catalogue) -> SheetView:
    """A sheet for staff: the department that confirms sees all of it by its case; by a part, and to others, it is the lines they
    verify, with their sum for the total."""
    if part is None and department == sheet.department:
        return sheet_view(sheet, scheme, catalogue)
    lines = [each for each in sheet.lines if part in (None, each.part) and department in (sheet.department, each.department)]
    shown = {each.indicator for each in lines}
    objections = [
        each.model_copy(update={"lines": [line for line in each.lines if line.indicator in shown]})
        for each in sheet.objections
        if any(line.indicator in shown for line in each.lines)
    ]
    total = None if sheet.total is None else sum(each.counted for each in lines)
    share = sheet.model_copy(update={"lines": lines, "objections": objections, "figures": {}, "total": total})
    return sheet_view(share, scheme, catalogue).model_copy(update={"sentence": "这里只有本部门核验的几项，合计不是申请人的总分。"})


def _line(line: SheetLine, scheme: PointsScheme, catalogue: Catalogue) -> SheetLineView:
    indicator = scheme.scheme.indicator(line.indicator)
    return SheetLineView(
        **line.model_dump(include={"indicator", "name", "least", "most", "judged", "proposed", "reason"}),
        department=catalogue.vocabulary.department(line.department),
        note=indicator.note if indicator else "",
        counted=line.counted,
        verified=line.points is not None,
        sources=[catalogue.vocabulary.register_label(each.source) for each in line.sources],
    )


def _sentence(sheet: Sheet, if_silent: IfSilent) -> str:
    if (objection := sheet.open_objection) is not None:
        return f"您提的异议正在复核，{deadline(objection.due)}前答复。"
    if sheet.state is SheetState.VERIFYING:
        return "各部门正在核验，核完会告诉您，现在的分数还会变。"
    if sheet.state is SheetState.TO_CONFIRM:
        until = f"请在{deadline(sheet.confirm_by)}前确认，到期没有确认的，{if_silent.label}。" if sheet.confirm_by else ""
        return f"核定积分{sheet.total}分。请看一遍，没有意见就点确认；哪一项不对，可以提异议。{until}"
    if sheet.state is SheetState.LAPSED:
        return f"核定的积分{sheet.total}分到期没有确认，已经作废。还要用积分的，请重新申请核定。"
    return f"您已经确认积分{sheet.total}分，可以直接申请积分入户、积分入学，不用再交材料。"


def record_view(record: PointsRecord) -> RecordView:
    """An edition of confirmed points."""
    shown = {"id", "edition", "total", "since", "until", "current", "certificate", "certificate_number"}
    lines = [RecordLineView(name=each.name, points=each.points) for each in record.lines]
    return RecordView(**record.model_dump(include=shown), lines=lines)


def own_place_view(of: Round, row: RankedPlace, catalogue: Catalogue, now: datetime) -> OwnPlaceView:
    """Where somebody stands, for themselves, and what is asked of them."""
    version = catalogue.version(of.item, of.opens_at.date())
    offer, until = _asked_until(of, row)
    row = as_it_stands(row, of.vacancies)
    waits = until is not None and now < until and of.passes_on
    offered = option_label(version, offer.option) if offer and offer.option else ""
    return OwnPlaceView(
        round=of.id,
        round_name=of.name,
        **row.model_dump(include={"item", "case", "place", "total", "given"}),
        of=of.run.count - len(of.exclusions) if of.run else 0,
        quota=of.quota,
        outcome=WordView.of(row.outcome),
        until=of.published_until,
        offered=offered,
        asked=waits,
        answer_by=until if waits else None,
        sentence=_own_sentence(row, until if waits else None, offer, offered),
    )


def _asked_until(of: Round, row: RankedPlace) -> tuple[Vacancy | None, datetime | None]:
    """The free place offered to whose row it is, and until when an answer to it, or about their own place, is waited for."""
    offer = next((each for each in of.vacancies if each.open_offer is not None and each.open_offer.case == row.case), None)
    asked = of.take_up_until if row.outcome is PlaceOutcome.WITHIN and row.answer is None else None
    return offer, offer.open_offer.until if offer and offer.open_offer else asked


def _own_sentence(row: RankedPlace, until: datetime | None, offer: Vacancy | None, offered: str) -> str:
    if until is not None and offer is not None:
        what = f"空出一个名额「{offered}」" if offered else "空出一个名额"
        return f"{what}，按名次轮到您。要的请在{deadline(until)}前点接受；到期没有答复的递补给下一位。"
    if until is not None:
        return f"请在{deadline(until)}前点接受，保留您的名额；到期没有确认的，名额递补给后面的人。"
    return f"{row.outcome.label}。{row.answer.label}。" if row.answer else f"{row.outcome.label}。"


def round_view(of: Round, catalogue: Catalogue, calendar: WorkCalendar, now: datetime) -> RoundView:
    """A round for everybody."""
    return RoundView(**_round(of, catalogue, calendar, now))


def staff_round_row(of: Round, catalogue: Catalogue, calendar: WorkCalendar, now: datetime, *, opens: bool) -> StaffRoundRowView:
    """A round in the list of staff."""
    return StaffRoundRowView(**_round(of, catalogue, calendar, now), opens=opens)


def staff_round_view(
    of: Round,
    catalogue: Catalogue,
    calendar: WorkCalendar,
    now: datetime,
    ahead: Ahead,
    whose: Mapping[str, tuple[str, str]],
    carried: Carried | None = None,
) -> StaffRoundView:
    """A round for whoever runs it. `whose`: number and applicant of each excluded case."""
    return StaffRoundView(
        **_round(of, catalogue, calendar, now),
        runs=[RunView(at=each.at, by=each.by.name, count=each.count, digest=each.digest) for each in of.runs],
        exclusions=[_excluded(each, *whose[each.case]) for each in of.exclusions],
        objections=[_objected(each) for each in of.objections],
        last=_last(of),
        due_for=of.duty[0].label if of.duty is not None else "",
        ranks=ahead.ranks,
        decides=ahead.decides,
        deciding_name=catalogue.vocabulary.department(ahead.office),
        to_pass_on=ahead.to_pass_on,
        undecided=ahead.undecided,
        done=carried.done if carried else 0,
        left=carried.left if carried else [],
        others=[f"{name}办了{count}件" for name, count in Counter(carried.others).items()] if carried else [],
        version=of.seen,
    )


def _objected(entry: RoundObjection) -> RoundObjectionView:
    teller = TellerView(name=mask_name(entry.teller.name), phone=mask_phone(entry.teller.phone)) if entry.teller else None
    return RoundObjectionView(**entry.model_dump(include=set(RoundObjectionView.model_fields) - {"teller"}), teller=teller)


LAST = {
    "round.opened": "开了这一批",
    "round.closed": "截止了申请",
    "round.excluded": "登记了一份不符合条件的申请",
    "round.readmitted": "恢复了一份申请",
    "round.ranked": "排了名",
    "round.published": "公示了排名",
    "round.objected": "提了一个异议",
    "round.objection_answered": "答复了一个异议",
    "round.passing": "结束了公示",
    "round.concluded": "转交了申请",
    "round.deciding": "按排名作了决定",
    "round.refusing": "开始对未入围的作出决定",
    "round.decided": "办完了这一批",
    "round.offer_answered": "答复了递补的名额",
    "round.passed_on": "按名次递补了空出的名额",
}
"""Each act on a round, as whoever was overtaken by it is told."""


def _last(of: Round) -> LastActView | None:
    if (event := of.last) is None:
        return None
    by = {"staff": event.actor.get("name", ""), "citizen": "申请人"}.get(event.actor["kind"], "系统")
    return LastActView(by=by, what=LAST[event.action], at=event.at)


def _excluded(entry: Exclusion, number: str, person_name: str) -> ExclusionView:
    return ExclusionView(case=entry.case, number=number, person_name=person_name, reason=entry.reason, by=entry.by.name)


_PLAIN = {
    "id",
    "item",
    "name",
    "announcement",
    "opens_at",
    "closes_at",
    "quota",
    "places",
    "least",
    "published_at",
    "published_until",
    "take_up_until",
    "passing_until",
}


def _round(of: Round, catalogue: Catalogue, calendar: WorkCalendar, now: datetime) -> dict[str, Any]:
    owed = OwedDuty(duty=of.duty[0], since=of.duty[1]) if of.duty is not None else None
    due = due_of(catalogue, calendar, of, owed) if owed is not None else None
    late = f"应当在{deadline(due)}前{owed.duty.label}，已经过期，部门负责人和督查人员已经知道。" if owed and due and due <= now else ""
    return {
        **of.model_dump(include=_PLAIN),
        "item_name": catalogue.item_name(of.item),
        "department_name": catalogue.vocabulary.department(of.department),
        "state": WordView.of(of.shown(now)),
        "takes_in": of.takes_in(now),
        "due": due,
        "overdue": bool(late),
        "sentence": _round_sentence(of, due, now) + late,
    }


def _round_sentence(of: Round, due: datetime | None, now: datetime) -> str:
    state = of.shown(now)
    if state is RoundState.PUBLISHED and of.published_until is not None:
        return f"名单公示到{deadline(of.published_until)}，有不同意见的可以提异议。"
    until = f"，{deadline(due)}前公布名单" if due is not None and now < due else ""
    return {
        RoundState.AWAITED: f"{deadline(of.opens_at)}开始接受申请。",
        RoundState.OPEN: f"正在接受申请，{deadline(of.closes_at)}截止。",
        RoundState.CLOSED: f"申请已经截止，正在审核和排名{until}。",
        RoundState.RETAKEN: f"申请已经截止，正在重新核对和排名{until}。",
        RoundState.RANKED: "已经排名，马上公示。",
        RoundState.LISTED: "公示期满，等待处理。",
        RoundState.PASSING: "公示结束，正在请入围的人确认名额，空出的名额按名次递补。",
        RoundState.CONCLUDED: "公示结束，正在作出决定。"
        + ("有名额空出来，正在按名次递补。" if any(each.is_open for each in of.vacancies) else ""),
        RoundState.DECIDED: "这一批已经办完。",
    }.get(state, state.label)


def public_ranking_view(
    of: Round,
    rows: list[RankedPlace],
    limit: int,
    catalogue: Catalogue,
    calendar: WorkCalendar,
    now: datetime,
    numbers: Mapping[str, str],
) -> PublicRankingView:
    """The list as everybody may read it, as it stands. `numbers`: of the cases among which places were passed on."""
    version = catalogue.version(of.item, of.opens_at.date())
    return PublicRankingView(
        round=round_view(of, catalogue, calendar, now),
        count=of.run.count - len(of.exclusions) if of.run else 0,
        rows=[_public(as_it_stands(each, of.vacancies)) for each in rows],
        passed_on=[_passed_on(each, version, numbers) for each in of.vacancies] if rows else [],
        objections=version.guide.complaints,
        next=rows[-1].order if len(rows) == limit else None,
    )


def _public(row: RankedPlace) -> PublicPlaceView:
    return PublicPlaceView(
        place=row.place or 0,
        applicant=f"{row.person_name[:1]}*",
        number=_masked(row.case_number),
        total=row.total,
        within=row.outcome.is_within,
        given=row.given,
        standing=row.outcome.label,
    )


def _passed_on(vacancy: Vacancy, version: ItemVersion, numbers: Mapping[str, str]) -> PassedOnView:
    offers = [f"{_masked(numbers.get(each.case, ''))}：{each.answer.label if each.answer else '等待答复'}" for each in vacancy.offers]
    given = option_label(version, vacancy.option) if vacancy.option else ""
    return PassedOnView(given=given, number=_masked(numbers.get(vacancy.case, "")), why=vacancy.why.label, at=vacancy.at, offers=offers)


def _masked(number: str) -> str:
    return f"***{number[-5:]}"


def staff_ranking_view(of: Round, rows: list[RankedPlace], limit: int, catalogue: Catalogue, now: datetime) -> StaffRankingView:
    """The ranking for whoever runs the round."""
    version = catalogue.version(of.item, of.opens_at.date())
    return StaffRankingView(
        count=of.run.count if of.run else 0,
        digest=of.run.digest if of.run else "",
        rows=[_staff_place(of, row, version, now) for row in rows],
        next=rows[-1].order if len(rows) == limit else None,
    )


def _staff_place(of: Round, row: RankedPlace, version: ItemVersion, now: datetime) -> StaffPlaceView:
    shown = {"order", "place", "case", "case_number", "person_name", "total", "edition", "ties", "given", "wish"}
    offer, until = _asked_until(of, row)
    asked = until is not None and now < until and of.passes_on
    about = f"空出的名额「{option_label(version, offer.option)}」" if offer and offer.option else "空出的名额" if offer else "名额"
    standing = f"等本人答复要不要{about}，到{deadline(until)}" if asked and until else row.answer.label if row.answer else ""
    row = as_it_stands(row, of.vacancies)
    return StaffPlaceView(**row.model_dump(include=shown), outcome=WordView.of(row.outcome), standing=standing, asked=asked)
