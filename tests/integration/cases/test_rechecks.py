"""Re-checks: drawn once for the month that is over, the same again by the same seed, done by whoever had no hand in the case."""

import hashlib
from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from backend.cases.lots import Lots
from backend.cases.papers import papers_of
from backend.errors import Forbidden, Invalid, NotFound, StaleVersion, WrongState
from models.acts import CitizenActor, Role, StaffActor
from models.cases import (
    AnnulBody,
    Case,
    CaseState,
    Completion,
    GrantBody,
    InspectionOutcome,
    InspectionState,
    ReasonBody,
    Somebody,
    SpeakBody,
)
from models.catalogue import StepLevel
from models.rechecks import FindBody, Recheck, RecheckDraw, RecheckerBody, RecheckFinding, RechecksQuery
from tests.cases_world import CasesWorld
from tests.integration.cases.test_town_counter import QINGSHI, _taken_in

BASIS = "行政许可法第六十九条"
MONTH = "2026-11"


def officer(world: CasesWorld, id: str, *roles: Role) -> StaffActor:
    return world.staff_of(Role.REVIEWER, *roles, department="social_insurance", id=id)


async def decided(world: CasesWorld) -> tuple[CitizenActor, Case]:
    """王桂芳's case: taken in by 青石's counter and granted by the district's reviewer, both this month."""
    world.officers = [Somebody(id=each, name=each, department="social_insurance") for each in ("first", "second", "third")]
    case = await _taken_in(world, QINGSHI)
    case = await world.cases.grant(world.act(officer(world, "first")), case.id, GrantBody(version=case.version))
    return CitizenActor(id=case.person, name=case.person_name, level=2), case


async def next_month(world: CasesWorld) -> int:
    world.clock.forward(days=9)
    return await world.cases.draw_rechecks()


async def opened(world: CasesWorld) -> list[Recheck]:
    return [Recheck.of(each) for each in await world.store.rechecks.find({}, sort=[("_id", 1)])]


async def drawn(world: CasesWorld) -> tuple[CitizenActor, Case, Recheck, StaffActor]:
    """His re-check, and who is to do it."""
    citizen, case = await decided(world)
    assert await next_month(world) == 1
    (recheck,) = await opened(world)
    assert recheck.rechecker is not None
    assert recheck.rechecker.id in ("second", "third"), "who decided does not look again"
    return citizen, case, recheck, officer(world, recheck.rechecker.id)


def finding(recheck: Recheck, what: str, **more: Any) -> FindBody:
    return FindBody.model_validate({"version": recheck.version, "finding": what, "note": "比对参保记录", **more})


async def many(world: CasesWorld, towns: dict[str, int], **changes: Any) -> list[Case]:
    """So many of each town, beside the real one, all alike but for what is changed."""
    _, case = await decided(world)
    copies: list[Case] = []
    for town, count in towns.items():
        for index in range(count):
            fields = {"id": f"case_{town}_{index:03d}", "number": f"{town}{index}", "received_town": town, "open_need": None, "keys": []}
            copies.append(case.model_copy(update=fields | {"events": [], "unrelayed": []} | changes))
    await world.store.cases.delete({})
    await world.store.cases.insert_missing(copies)
    return copies


async def test_of_each_town_the_share_is_drawn_and_at_least_one(world: CasesWorld) -> None:
    copies = await many(world, {"qingshi": 41, "luoxi": 3})
    assert await next_month(world) == 4
    found = await opened(world)
    assert sorted(each.town for each in found) == ["luoxi", "qingshi", "qingshi", "qingshi"], "5% rounded up"
    draw = RecheckDraw.of(await world.store.recheck_draws.get(MONTH) or {})
    assert (draw.among, draw.drawn, draw.percent) == ({"qingshi": 41, "luoxi": 3}, 4, 5)
    assert draw.digest == hashlib.sha256("\n".join(sorted(each.id for each in copies)).encode()).hexdigest()

    lots = Lots(draw.seed.encode())
    for town, count in (("qingshi", 3), ("luoxi", 1)):
        again = sorted((lots.number(each.id), each.id) for each in copies if each.received_town == town)[:count]
        assert [(each.draw, each.case) for each in sorted(found, key=lambda row: row.draw) if each.town == town] == again, "by its seed"
    assert [event.action for event in draw.events] == ["recheck.seeded", "recheck.drawn"]


async def test_it_is_drawn_once_and_a_draw_that_broke_off_goes_on_by_its_seed(world: CasesWorld) -> None:
    await many(world, {"qingshi": 41})
    assert await next_month(world) == 3
    first = await opened(world)
    assert await world.cases.draw_rechecks() == 0
    await world.store.recheck_draws.change_many({}, {"$set": {"done_at": None}})
    await world.store.rechecks.delete({"_id": first[0].id})
    assert await world.cases.draw_rechecks() == 1
    again = await opened(world)
    assert [(each.id, each.draw, each.rechecker) for each in again] == [(each.id, each.draw, each.rechecker) for each in first]


async def test_months_the_worker_missed_are_caught_up_each_once(world: CasesWorld) -> None:
    copies = await many(world, {"qingshi": 41})
    assert copies[0].decision is not None
    assert await next_month(world) == 3
    later = copies[0].decision.model_copy(update={"at": world.clock.now() + timedelta(days=3)})
    fields: dict[str, Any] = {"decision": later, "open_need": None, "keys": [], "events": [], "unrelayed": []}
    more = [each.model_copy(update=fields | {"id": f"{each.id}_december", "number": f"{each.number}12"}) for each in copies[:21]]
    await world.store.cases.insert_missing(more)
    world.clock.forward(days=65)  # into February: December and January were not drawn for
    assert await world.cases.draw_rechecks() == 2
    draws = [RecheckDraw.of(each) for each in await world.store.recheck_draws.find({}, sort=[("_id", 1)])]
    assert [(each.id, each.drawn, each.done_at is not None) for each in draws] == [
        ("2026-11", 3, True),
        ("2026-12", 2, True),
        ("2027-01", 0, True),
    ]
    assert len({each.seed for each in draws}) == 3
    assert sorted({each.month for each in await opened(world)}) == ["2026-11", "2026-12"]
    assert await world.cases.draw_rechecks() == 0
    await world.store.recheck_draws.change_many({"_id": "2026-12"}, {"$set": {"done_at": None}})
    (first, *_) = [each for each in await opened(world) if each.month == "2026-12"]
    await world.store.rechecks.delete({"_id": first.id})
    assert await world.cases.draw_rechecks() == 1, "one that broke off goes on by its seed, however much later"
    assert {each.id: each.draw for each in await opened(world)}[first.id] == first.draw


@pytest.mark.parametrize("kind", ["by the district's own counter", "last month", "this month", "by the town", "not accepted", "taken back"])
async def test_nothing_else_is_drawn(world: CasesWorld, kind: str) -> None:
    copies = await many(world, {"qingshi": 3})
    case = copies[0]
    assert case.decision is not None
    by_town = [step.model_copy(update={"level": StepLevel.TOWN}) for step in case.steps]
    revoked = {
        "number": "n",
        "at": world.clock.now(),
        "by": case.decision.by,
        "reason": "r",
        "basis": "b",
        "remedies": "m",
        "annulled": True,
    }
    changes: dict[str, dict[str, Any]] = {
        "by the district's own counter": {"received_town": None},
        "last month": {"decision": case.decision.model_copy(update={"at": world.clock.now() - timedelta(days=25)})},
        "this month": {"decision": case.decision.model_copy(update={"at": world.clock.now() + timedelta(days=9)})},
        "by the town": {"steps": by_town},
        "not accepted": {"decision": case.decision.model_copy(update={"outcome": Completion.OTHER})},
        "taken back": {"decision": type(case.decision).model_validate(case.decision.model_dump() | {"revoked": revoked})},
    }
    await world.store.cases.delete({})
    await world.store.cases.insert_missing([each.model_copy(update=changes[kind]) for each in copies])
    assert await next_month(world) == 0
    assert await opened(world) == []


@pytest.mark.parametrize("what", ["in_order", "minor"])
async def test_what_is_found_is_kept_and_changes_nothing_of_the_case(world: CasesWorld, what: str) -> None:
    _, case, recheck, by = await drawn(world)
    seen = await world.cases.record_recheck(world.act(by), recheck.id, finding(recheck, what))
    assert (seen.finding, seen.note, seen.found_by and seen.found_by.id) == (RecheckFinding(what), "比对参保记录", by.id)
    after = await world.store.cases.get(case.id)
    assert after is not None
    assert (after["inspection"], after["version"]) == (None, case.version)
    with pytest.raises(WrongState, match="不能再改"):
        await world.cases.record_recheck(world.act(by), recheck.id, finding(seen, "wrong", basis=BASIS))


async def test_a_wrong_decision_is_annulled_after_the_applicant_has_spoken(world: CasesWorld) -> None:
    citizen, case, recheck, by = await drawn(world)
    seen = await world.cases.record_recheck(world.act(by), recheck.id, finding(recheck, "wrong", basis=BASIS))
    assert seen.finding is RecheckFinding.WRONG
    case = await world.cases.get(world.act(by), case.id)
    assert case.inspection is not None
    assert (case.inspection.state, case.state) == (InspectionState.PROPOSED, CaseState.GRANTED)
    proposal = next(each for each in papers_of(case) if each.title == "拟撤销决定告知书")
    assert any("抽检复核发现决定有误" in line for line in proposal.lines)
    head = officer(world, "boss", Role.CHIEF_REPRESENTATIVE)
    annul = AnnulBody(version=case.version, reason="参保记录不符", basis=BASIS)
    with pytest.raises(WrongState, match="听过以后"):
        await world.annulled(head, case, annul)
    case = await world.cases.speak(world.act(citizen), case.id, SpeakBody(version=case.version, text="我没有异议"))
    case = await world.annulled(head, case, annul.model_copy(update={"version": case.version}))
    assert case.decision is not None
    assert case.decision.revoked is not None
    assert (case.state, case.completion, case.inspection and case.inspection.outcome) == (
        CaseState.CLOSED,
        Completion.VOID,
        InspectionOutcome.DECIDED_WRONGLY,
    )
    assert await world.store.marks.count({}) == 0, "the office's own mistake marks nobody"


async def test_a_head_who_rechecks_it_does_not_decide_about_it_too(world: CasesWorld) -> None:
    citizen, case, recheck, by = await drawn(world)
    both = officer(world, by.id, Role.CHIEF_REPRESENTATIVE)
    with pytest.raises(WrongState, match="指定给本部门另一位"):
        await world.cases.record_recheck(world.act(both), recheck.id, finding(recheck, "wrong", basis=BASIS))
    await world.cases.record_recheck(world.act(by), recheck.id, finding(recheck, "wrong", basis=BASIS))
    case = await world.cases.get(world.act(by), case.id)
    case = await world.cases.speak(world.act(citizen), case.id, SpeakBody(version=case.version, text="我没有异议"))
    with pytest.raises(Forbidden, match="另一位首席代表"):
        await world.cases.annul(world.act(both), case.id, AnnulBody(version=case.version, reason="参保记录不符", basis=BASIS))
    with pytest.raises(Forbidden, match="另一位首席代表"):
        await world.cases.keep_decision(world.act(both), case.id, ReasonBody(version=case.version, reason="更正属实"))
    offered = {each.value for each in await world.cases.actions(world.act(both), case)}
    assert offered.isdisjoint({"annul", "keep-decision"})


async def test_or_the_decision_stands(world: CasesWorld) -> None:
    citizen, case, recheck, by = await drawn(world)
    await world.cases.record_recheck(world.act(by), recheck.id, finding(recheck, "wrong", basis=BASIS))
    case = await world.cases.get(world.act(by), case.id)
    case = await world.cases.speak(world.act(citizen), case.id, SpeakBody(version=case.version, text="记录后来更正过"))
    head = officer(world, "boss", Role.CHIEF_REPRESENTATIVE)
    case = await world.cases.keep_decision(world.act(head), case.id, ReasonBody(version=case.version, reason="更正属实"))
    assert case.inspection is not None
    assert (case.state, case.inspection.outcome) == (CaseState.GRANTED, InspectionOutcome.KEPT)


async def test_only_whom_it_fell_on_records_it(world: CasesWorld) -> None:
    _, _, recheck, by = await drawn(world)
    other = officer(world, "third" if by.id == "second" else "second")
    elsewhere = world.staff_of(Role.REVIEWER, department="taxation", id=by.id)
    for actor, told in ((officer(world, "first"), "不能抽检同一件"), (other, "抽中由"), (elsewhere, None)):
        with pytest.raises(Forbidden, match=told):
            await world.cases.record_recheck(world.act(actor), recheck.id, finding(recheck, "in_order"))
    with pytest.raises(NotFound):
        await world.cases.record_recheck(world.act(by), "recheck_none", finding(recheck, "in_order"))
    with pytest.raises(StaleVersion):
        await world.cases.record_recheck(world.act(by), recheck.id, finding(recheck, "in_order").model_copy(update={"version": 7}))
    with pytest.raises(ValidationError, match="请写明依据"):
        finding(recheck, "wrong")


async def test_where_everybody_had_a_hand_in_it_the_head_names_somebody(world: CasesWorld) -> None:
    _, _ = await decided(world)
    world.officers = world.officers[:1]
    await next_month(world)
    (recheck,) = await opened(world)
    assert recheck.rechecker is None
    world.officers = [*world.officers, Somebody(id="new", name="新来的", department="social_insurance")]
    with pytest.raises(Forbidden, match="请首席代表先指定"):
        await world.cases.record_recheck(world.act(officer(world, "new")), recheck.id, finding(recheck, "in_order"))
    head = officer(world, "boss", Role.CHIEF_REPRESENTATIVE)
    body = RecheckerBody(version=recheck.version, rechecker="new")
    assert [each.id for each in await world.cases.recheckers(world.act(head), recheck.id)] == ["new"]
    with pytest.raises(Forbidden):
        await world.cases.recheckers(world.act(world.staff_of(Role.CHIEF_REPRESENTATIVE, department="taxation")), recheck.id)
    with pytest.raises(Forbidden, match="由首席代表指定"):
        await world.cases.assign_recheck(world.act(officer(world, "new")), recheck.id, body)
    for wrong in ("first", "nobody"):
        with pytest.raises(Invalid):
            await world.cases.assign_recheck(world.act(head), recheck.id, RecheckerBody(version=recheck.version, rechecker=wrong))
    seen = await world.cases.assign_recheck(world.act(head), recheck.id, RecheckerBody(version=recheck.version, rechecker="new"))
    done = await world.cases.record_recheck(world.act(officer(world, "new")), recheck.id, finding(seen, "in_order"))
    assert done.found_by is not None
    with pytest.raises(WrongState, match="已经登记过"):
        await world.cases.recheckers(world.act(head), recheck.id)


async def test_whose_list_holds_what(world: CasesWorld) -> None:
    citizen, _, recheck, by = await drawn(world)

    async def listed(actor: StaffActor, **query: Any) -> int:
        return len((await world.cases.rechecks(world.act(actor), RechecksQuery(**query)))[0])

    supervisor = StaffActor(id="s", name="严正", roles=frozenset({Role.SUPERVISOR}), department="government_services", region="990101")
    assert [await listed(each) for each in (by, supervisor)] == [1, 1]
    assert await listed(supervisor.model_copy(update={"region": "990102"})) == 0
    assert await listed(world.staff_of(Role.REVIEWER, department="taxation")) == 0
    assert [await listed(by, mine=True), await listed(officer(world, "first"), mine=True)] == [1, 0]
    assert [await listed(by, open=True), await listed(by, open=False), await listed(by, town="luoxi")] == [1, 0, 0]
    await world.cases.record_recheck(world.act(by), recheck.id, finding(recheck, "minor"))
    assert [await listed(by, open=True), await listed(by, open=False), await listed(by, finding=RecheckFinding.MINOR)] == [0, 1, 1]
    assert [await listed(by, settled=True), await listed(by, settled=False), await listed(by, refusal=True)] == [0, 0, 0], (
        "nothing was wrong"
    )
    with pytest.raises(Forbidden):
        await world.cases.rechecks(world.act(citizen), RechecksQuery())
