"""What has been kept long enough is destroyed by two people's word, and nothing else is: looked up in the raw collections."""

from datetime import datetime
from typing import Any

import pytest

from backend.archives import Archives, destruction_csv
from backend.audit import event_of
from backend.cases import case_view
from backend.erasure import Erasure
from backend.errors import Conflict, Forbidden, Invalid, NotFound, StaleVersion, WrongState
from backend.materials.files import Files
from backend.outbox import OutboxRow, Relay
from backend.statistics import Facts
from backend.supervision import load_card_rules
from models.acts import Act, CitizenActor, Role, StaffActor
from models.archives import ArchivesQuery, DestroyableQuery, PreserveBody
from models.cases import Archived, Case, Inspection, InspectionState
from models.catalogue.codes import Retention
from models.destructions import Destruction, DestructionBody, DestructionsQuery, DestructionState, KeepBody, OpinionBody
from models.supervision import CardState
from tests.archiving import HEAD, KEEPER, OTHER, TERM, Printer, closed, handed_out, now, transferred
from tests.cases_world import CATALOGUE, CasesWorld

APPRAISAL = "没有继续保管的价值"


@pytest.fixture
def printer() -> Printer:
    return Printer()


@pytest.fixture
def archives(world: CasesWorld, printer: Printer) -> Archives:
    return Archives(world.store, world.clock, world.catalogue, world.book, printer, demo=True)


async def over(world: CasesWorld, archives: Archives) -> Case:
    """An archived case whose ten years are over, everything about it in the log."""
    return await aged(world, archives, await closed(world))


async def aged(world: CasesWorld, archives: Archives, case: Case) -> Case:
    """The case archived, and its ten years over."""
    await transferred(world, archives, case)
    world.clock.forward(days=TERM)
    await Relay(world.store, [], world.clock).drain()
    return await now(world, case)


async def proposed(world: CasesWorld, archives: Archives, *cases: Case, by: StaffActor = KEEPER) -> Destruction:
    return await archives.propose(world.act(by), DestructionBody(cases=[each.id for each in cases], appraisal=APPRAISAL))


async def approved(world: CasesWorld, archives: Archives, of: Destruction) -> Destruction:
    of = await archives.approve(world.act(HEAD), of.id, OpinionBody(version=of.version, opinion="同意销毁"))
    await Relay(world.store, [], world.clock).drain()
    return of


async def reason(world: CasesWorld, archives: Archives, case: Case, by: StaffActor = KEEPER) -> str:
    """Why it may not go on a list."""
    with pytest.raises(Invalid) as caught:
        await proposed(world, archives, case, by=by)
    [fault] = caught.value.errors
    assert fault.pointer == "/cases/0"
    return fault.detail


async def alter(world: CasesWorld, case: Case, **changes: Any) -> None:
    """What no act would do to an archived case; its version stays."""
    await world.store.cases.change_many({"_id": case.id}, {"$set": changes})


async def raw(world: CasesWorld, collection: str) -> list[dict[str, Any]]:
    return await world.store._plain[world.store.database][collection].find({}).to_list()  # pyright: ignore[reportPrivateUsage]


async def test_content_and_files_go_and_number_item_dates_and_the_list_stay(
    world: CasesWorld, archives: Archives, printer: Printer
) -> None:
    case = await over(world, archives)
    [candidate], after = await archives.destroyable(world.act(KEEPER), DestroyableQuery())
    assert (candidate.case, candidate.ready, candidate.until, after) == (case.id, True, "2036-12-31", None)
    act = world.act(KEEPER)
    of = await archives.propose(act, DestructionBody(cases=[case.id], appraisal=APPRAISAL))
    assert (await archives.propose(act, DestructionBody(cases=[case.id], appraisal=APPRAISAL))).id == of.id, "once"
    await approved(world, archives, of)
    await archives.tick()

    gone = await now(world, case)
    assert (gone.number, gone.item, gone.filed_at, gone.closed_at) == (case.number, case.item, case.filed_at, case.closed_at)
    assert gone.archived is not None
    assert (gone.archived.destruction, gone.archived.destroyed_at) == (of.number, world.clock.now())
    assert (gone.form, gone.materials, gone.decision, gone.steps, gone.person_name) == ({}, [], None, [], "")
    for collection in ("materials", "material_files.files", "material_files.chunks"):
        assert await raw(world, collection) == [], collection
    text = str(await raw(world, "cases"))
    assert not [word for word in ("王桂芳", "罗溪路8号", "云掘2026-") if word in text]
    assert gone.events[0].action == "case.begun", "that it was done stays"
    assert await world.audit.rows({"subject": f"cases/{case.id}", "action": "case.begun"}), "who did it stands in the log"

    done = await archives.destruction(world.act(KEEPER), of.id)
    assert (done.state, done.live, done.entries[0].title) == (DestructionState.DESTROYED, False, "王桂芳占用、挖掘城市道路审批")
    assert await archives.destruction_paper(world.act(KEEPER), of.id) == b"%PDF-"
    lines = str(printer.printed[-1][1]["lines"])
    assert all(each in lines for each in ("甲，", "乙，", "同意销毁", APPRAISAL, "销毁。"))
    assert destruction_csv(done).decode("utf-8-sig").splitlines()[1].startswith(str(case.number))
    assert await archives.destroyable(world.act(KEEPER), DestroyableQuery()) == ([], None)
    assert "已经批准销毁" in await reason(world, archives, case), "not twice"


async def test_what_reads_a_destroyed_case_bears_it(world: CasesWorld, archives: Archives) -> None:
    case = await over(world, archives)
    facts = Facts(world.store, world.catalogue, world.book, load_card_rules(CATALOGUE / "supervision.yaml"))
    row = OutboxRow("evt_x", world.clock.now(), "case.closed", f"cases/{case.id}", case.person, {}, {}, [])
    await facts.on_event(row)
    kept = await world.store.case_facts.find({})
    await approved(world, archives, await proposed(world, archives, case))
    await archives.tick()
    await facts.on_event(row)
    assert await world.store.case_facts.find({}) == kept, "figures of the past stay what they were"
    mother = CitizenActor(id=case.person, level=2)
    gone = await world.cases.get(world.act(mother), case.id)
    view = case_view(gone, world.cases.version_of(gone), [], world.clock.now(), {}, "")
    assert "保管期满" in view.state.sentence
    assert (view.archived and view.archived.destroyed_at, view.materials) == (world.clock.now(), [])
    plan = await Erasure(world.store).plan(mother.id)
    assert plan.stays[0] == "到期已经销毁的办件的登记：编号、事项和日期（随销毁清册保存）"
    await Relay(world.store, [], world.clock).drain()
    await Erasure(world.store).on_person_erased(
        OutboxRow("evt_y", world.clock.now(), "person.erased", f"citizens/{mother.id}", "", {}, {}, [])
    )
    assert await world.store.cases.get(case.id) is not None, "it is no draft"


async def test_what_may_not_be_destroyed_is_named(world: CasesWorld, archives: Archives) -> None:
    case = await closed(world)
    assert "还没有归档" in await reason(world, archives, case)
    await transferred(world, archives, case)
    assert "要保管到2036年12月31日" in await reason(world, archives, case)
    world.clock.forward(days=TERM)
    assert "不属于本部门" in await reason(world, archives, case, OTHER)
    await alter(world, case, **{"archived.until": "", "archived.retention": Retention.PERMANENT.value})
    assert "永久保管" in await reason(world, archives, case)
    assert await archives.destroyable(world.act(KEEPER), DestroyableQuery()) == ([], None), "never even offered"
    await alter(world, case, **{"archived.until": "2036-12-31"})
    moment = world.clock.now()
    check = Inspection(department="urban_management", draw=1, percent=5, since=moment, due=moment, state=InspectionState.PROPOSED)
    await alter(world, case, inspection=check.model_dump())
    assert "承诺核查还没有结束" in await reason(world, archives, case), "the decision may still be annulled"
    await alter(world, case, inspection=None)
    await world.store.cards.insert({"_id": "card_1", "kind": "cases", "subject": case.id, "state": CardState.APPEALED.value})
    assert "正在申诉" in await reason(world, archives, case)
    await world.store.cards.delete({})
    await world.store.marks.insert({"_id": "mark_1", "case": case.id, "repaired_at": None})
    assert "承诺履行记录" in await reason(world, archives, case)
    await world.store.marks.delete({})
    sheet = {"_id": "sheet_1", "person": case.person, "case": case.id, "objections": [{"answered_at": None}]}
    await world.store.points_sheets.insert(sheet)
    assert "积分异议" in await reason(world, archives, case)
    await world.store.points_sheets.change_many({}, {"$set": {"objections": []}})
    await world.store.points_records.insert({"_id": "record_1", "person": case.person, "sheet": "sheet_1", "edition": 1, "current": True})
    assert "积分确认书" in await reason(world, archives, case)
    await world.store.points_records.delete({})
    await proposed(world, archives, case)
    assert "已经列入销毁清册" in await reason(world, archives, case)
    [listed], _ = await archives.destroyable(world.act(KEEPER), DestroyableQuery())
    assert not listed.ready


async def test_two_people_decide_and_nobody_their_own(world: CasesWorld, archives: Archives) -> None:
    case = await over(world, archives)
    own = await proposed(world, archives, case, by=HEAD)
    assert archives.destruction_actions(world.act(HEAD), own, {}) == ["decline", "keep"]
    body = OpinionBody(version=own.version, opinion="同意")
    for by, error in ((HEAD, "提出销毁的人不能批准"), (KEEPER, None)):
        with pytest.raises(Forbidden, match=error):
            await archives.approve(world.act(by), own.id, body)
    with pytest.raises(Forbidden, match="部门负责人"):
        await archives.decline(world.act(KEEPER), own.id, body)
    with pytest.raises(NotFound):
        await archives.approve(world.act(HEAD.model_copy(update={"department": "taxation"})), own.id, body)
    with pytest.raises(WrongState, match="批准以后"):
        await archives.destruction_paper(world.act(HEAD), own.id)
    declined = await archives.decline(world.act(HEAD), own.id, body)
    assert (declined.state, declined.live) == (DestructionState.DECLINED, False)
    with pytest.raises(WrongState, match="继续保管"):
        await archives.approve(world.act(HEAD), own.id, OpinionBody(version=declined.version, opinion="同意"))
    again = await proposed(world, archives, case)
    assert [each.id for each in (await archives.destructions(world.act(KEEPER), DestructionsQuery()))[0]] == [again.id, own.id]
    await archives.tick()
    assert (await now(world, case)).form, "nothing goes before it is approved"


async def test_a_list_that_changed_since_is_not_approved(world: CasesWorld, archives: Archives) -> None:
    second = await handed_out(world, await world.proven(world.daughter))
    first = await over(world, archives)
    await transferred(world, archives, second)
    page, after = await archives.destroyable(world.act(KEEPER), DestroyableQuery(limit=1))
    rest, end = await archives.destroyable(world.act(KEEPER), DestroyableQuery(limit=1, cursor=after))
    assert ({each.case for each in (*page, *rest)}, end) == ({first.id, second.id}, None)
    of = await proposed(world, archives, first, second)
    body = KeepBody(version=of.version, cases=[second.id], reason="涉及地下管线，继续保管")
    shorter = await archives.keep(world.act(KEEPER), of.id, body)
    assert [(each.case, each.reason) for each in shorter.kept] == [(second.id, "涉及地下管线，继续保管")]
    with pytest.raises(StaleVersion):
        await archives.approve(world.act(HEAD), of.id, OpinionBody(version=of.version, opinion="同意"))
    with pytest.raises(Invalid, match="至少要留一件"):
        await archives.keep(world.act(KEEPER), of.id, KeepBody(version=shorter.version, cases=[first.id], reason="都留"))
    with pytest.raises(Invalid) as caught:
        await archives.keep(world.act(KEEPER), of.id, KeepBody(version=shorter.version, cases=[second.id], reason="都留"))
    assert caught.value.errors[0].pointer == "/cases/0"
    await world.store.cases.change({"_id": first.id}, {"$set": {"urges": 1}})
    with pytest.raises(WrongState, match="列入清册以后有变动"):
        await archives.approve(world.act(HEAD), of.id, OpinionBody(version=shorter.version, opinion="同意"))
    archived = (await now(world, first)).archived
    assert archived is not None
    assert archived.destruction == "", "all or nothing"
    await archives.decline(world.act(KEEPER), of.id, OpinionBody(version=shorter.version, opinion="重新鉴定"))
    fresh = await proposed(world, archives, first)
    await world.store.marks.insert({"_id": "mark_1", "case": first.id, "repaired_at": None})
    with pytest.raises(WrongState, match="承诺履行记录"):
        await archives.approve(world.act(HEAD), fresh.id, OpinionBody(version=fresh.version, opinion="同意"))


async def test_what_changes_in_the_moment_of_approval_stops_all_of_it(
    world: CasesWorld, archives: Archives, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await over(world, archives)
    of = await proposed(world, archives, case)

    async def overtaken(of: Destruction, now: datetime) -> dict[str, str]:
        await world.store.cases.change({"_id": case.id}, {"$set": {"urges": 1}})
        return {}

    monkeypatch.setattr(archives, "against_list", overtaken)
    with pytest.raises(StaleVersion):
        await archives.approve(world.act(HEAD), of.id, OpinionBody(version=of.version, opinion="同意"))
    assert (await archives.destruction(world.act(KEEPER), of.id)).state is DestructionState.PROPOSED


async def test_a_case_stands_on_one_list(world: CasesWorld, archives: Archives, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two propose it in the same moment: both looked and found nothing."""
    case = await over(world, archives)

    async def nothing(case: Case) -> str:
        return ""

    monkeypatch.setattr(archives, "_against_listing", nothing)
    await proposed(world, archives, case)
    with pytest.raises(Conflict, match="另一份销毁清册"):
        await proposed(world, archives, case)


async def test_an_upload_another_case_names_stays(world: CasesWorld, archives: Archives) -> None:
    case = await over(world, archives)
    use = case.materials[0].files[0]
    other = await world.draft(world.act(CitizenActor(id=case.person, level=2)))
    await alter(world, other, materials=[case.materials[0].model_dump()])
    await Relay(world.store, [], world.clock).drain()
    await approved(world, archives, await proposed(world, archives, case))
    await archives.tick()
    left = {each["_id"]: each for each in await raw(world, "materials")}
    assert use.material in left
    assert not {each.material for slot in case.materials[1:] for each in slot.files} & set(left)
    assert [each async for each in Files(world.store).read(left[use.material]["versions"][0]["file"])], "with its content"


async def test_a_counterparts_upload_goes_too_unless_another_case_or_a_grant_rests_on_it(world: CasesWorld, archives: Archives) -> None:
    daughter = await world.proven(world.daughter)
    shown, evidence = await world.photo(world.act(daughter), "purple"), await world.photo(world.act(daughter), "orange")
    mother = await world.proven(world.mother)
    grant, permit = await world.offered(mother), await handed_out(world, mother)
    world.clock.forward(days=61)
    case = await aged(world, archives, permit)
    uses = [{"material": each.id, "version": 1, "name": "x", "content_type": "image/jpeg", "size": 1} for each in (shown, evidence)]
    await world.store.cases.change({"_id": case.id}, {"$set": {"replies": {"obl_1": {"files": {"imprint": uses}}}}})
    await world.store.grants.change_many({"_id": grant.id}, {"$set": {"agent": daughter.id, "evidence": [evidence.id]}})
    await Relay(world.store, [], world.clock).drain()
    await approved(world, archives, await proposed(world, archives, await now(world, case)))
    await archives.tick()
    assert {each["_id"] for each in await raw(world, "materials")} == {evidence.id}
    [left] = await raw(world, "material_files.files")
    assert left["_id"] == evidence.latest.file


@pytest.mark.parametrize("crash_at", [1, 3])
async def test_a_crash_in_the_middle_is_made_good(
    world: CasesWorld, archives: Archives, monkeypatch: pytest.MonkeyPatch, crash_at: int
) -> None:
    case = await over(world, archives)
    of = await approved(world, archives, await proposed(world, archives, case))
    removed, remove = 0, Files.remove

    async def crashing(self: Files, id: str) -> None:
        nonlocal removed
        removed += 1
        if removed == crash_at:
            raise RuntimeError("killed")
        await remove(self, id)

    with monkeypatch.context() as patched:
        patched.setattr(Files, "remove", crashing)
        with pytest.raises(RuntimeError, match="killed"):
            await archives.tick()
    assert (await archives.destruction(world.act(KEEPER), of.id)).state is DestructionState.APPROVED
    for _ in range(2):  # twice is once
        await archives.tick()
    assert (await archives.destruction(world.act(KEEPER), of.id)).state is DestructionState.DESTROYED
    assert await raw(world, "material_files.chunks") == []
    assert await world.events(case) == [*[each.action for each in case.events], "case.destruction_approved", "case.destroyed"]


async def test_nothing_goes_before_its_events_are_in_the_log(world: CasesWorld, archives: Archives) -> None:
    case = await over(world, archives)
    of = await approved(world, archives, await proposed(world, archives, case))
    await world.store.cases.change({"_id": case.id}, {"$set": {}}, event_of(world.act(KEEPER), "case.read_again"))
    await archives.tick()
    assert (await now(world, case)).form
    await Relay(world.store, [], world.clock).drain()
    await archives.tick()
    assert (await archives.destruction(world.act(KEEPER), of.id)).state is DestructionState.DESTROYED


async def test_a_list_tells_what_stands_against_it_and_nobody_is_offered_to_approve_it_until_that_is_taken_off(
    world: CasesWorld, archives: Archives
) -> None:
    second = await handed_out(world, await world.proven(world.daughter))
    first = await over(world, archives)
    await transferred(world, archives, second)
    of = await proposed(world, archives, first, second)
    assert await archives.against_list(of, world.clock.now()) == {}
    await archives.preserve(world.act(KEEPER), first.id, PreserveBody(reason="正在行政诉讼"))
    kept = await archives.against_list(of, world.clock.now())
    assert (list(kept), "甲提出暂缓销毁" in kept[first.id], "从清册中去掉" in kept[first.id]) == ([first.id], True, True)
    await archives.lift(world.act(HEAD), first.id, PreserveBody(reason="判决已经生效"))
    lifted = await archives.against_list(of, world.clock.now())
    assert "解除过暂缓销毁" in lifted[first.id], "and what to do next"
    assert archives.destruction_actions(world.act(HEAD), of, lifted) == ["decline", "keep"]
    assert "先把这些从清册中去掉" in archives.approval_waits(world.act(HEAD), of, lifted)
    assert archives.approval_waits(world.act(KEEPER), of, lifted) == "", "it is not theirs to approve"
    shorter = await archives.keep(world.act(KEEPER), of.id, KeepBody(version=of.version, cases=[first.id], reason="重新鉴定"))
    assert await archives.against_list(shorter, world.clock.now()) == {}
    assert archives.destruction_actions(world.act(HEAD), shorter, {}) == ["approve", "decline", "keep"]


async def test_a_list_waits_for_whoever_may_approve_it_and_for_nobody_else(world: CasesWorld, archives: Archives) -> None:
    case = await over(world, archives)
    of = await proposed(world, archives, case)
    waiting = DestructionsQuery(waiting=True)
    assert [each.id for each in (await archives.destructions(world.act(HEAD), waiting))[0]] == [of.id]
    town = HEAD.model_copy(update={"town": "qingshi"})
    for by in (KEEPER, BOSS, town, HEAD.model_copy(update={"department": "taxation"})):
        assert await archives.destructions(world.act(by), waiting) == ([], None), by
    await archives.decline(world.act(HEAD), of.id, OpinionBody(version=of.version, opinion="继续保管"))
    assert await archives.destructions(world.act(HEAD), waiting) == ([], None)


BOSS = StaffActor(id="staff_7", name="丙", roles=frozenset({Role.SUPERVISOR}), department="government_services", region="990101")


async def test_one_case_is_kept_whatever_its_term_until_another_lifts_it(world: CasesWorld, archives: Archives) -> None:
    case = await over(world, archives)
    listed, why = await proposed(world, archives, case), PreserveBody(reason="正在行政诉讼，法院要调卷")
    act = world.act(KEEPER)
    kept = await archives.preserve(act, case.id, why)
    assert (await archives.preserve(act, case.id, why)).version == kept.version, "once"
    assert kept.archived is not None
    assert kept.archived.preserved is not None
    assert (kept.archived.preserved.by.name, archives.preservation_actions(world.act(KEEPER), kept.archived)) == ("甲", [])
    with pytest.raises(WrongState, match="法院要调卷"):
        await archives.approve(world.act(HEAD), listed.id, OpinionBody(version=listed.version, opinion="同意"))
    assert await archives.reasons([case.id]) == {case.id: why.reason}, "the list shows it"
    await archives.decline(world.act(HEAD), listed.id, OpinionBody(version=listed.version, opinion="诉讼没有结束"))
    [candidate], _ = await archives.destroyable(world.act(KEEPER), DestroyableQuery())
    assert (candidate.ready, "甲提出暂缓销毁" in candidate.reason) == (False, True)
    assert "法院要调卷" in await reason(world, archives, case)
    assert [each.id for each in (await archives.preserved(world.act(HEAD), ArchivesQuery()))[0]] == [case.id]
    assert await archives.preserved(world.act(OTHER), ArchivesQuery()) == ([], None)
    with pytest.raises(WrongState, match="不用再提"):
        await archives.preserve(world.act(HEAD), case.id, why)

    done = PreserveBody(reason="判决已经生效")
    with pytest.raises(Forbidden, match="另一位"):
        await archives.lift(world.act(KEEPER), case.id, done)
    assert archives.preservation_actions(world.act(HEAD), kept.archived) == ["lift-preservation"]
    lifted = await archives.lift(world.act(HEAD), case.id, done)
    assert lifted.archived is not None
    assert archives.preservation_actions(world.act(HEAD), lifted.archived) == ["preserve"]
    assert (await archives.preserved(world.act(HEAD), ArchivesQuery()))[0] == []
    with pytest.raises(WrongState, match="不用解除"):
        await archives.lift(world.act(HEAD), case.id, done)
    await Relay(world.store, [], world.clock).drain()
    [row] = await world.audit.rows({"subject": f"cases/{case.id}", "action": "case.preservation_lifted"})
    assert (row["detail"]["kept_for"], row["detail"]["reason"]) == (why.reason, done.reason)
    await approved(world, archives, await proposed(world, archives, await now(world, case)))
    with pytest.raises(WrongState, match="已经批准销毁"):
        await archives.preserve(world.act(KEEPER), case.id, why)


async def test_what_is_not_archived_or_anothers_is_not_kept(world: CasesWorld, archives: Archives, monkeypatch: pytest.MonkeyPatch) -> None:
    case, why = await closed(world), PreserveBody(reason="正在行政诉讼")
    with pytest.raises(WrongState, match="还没有归档"):
        await archives.preserve(world.act(KEEPER), case.id, why)
    for by, id in ((OTHER, case.id), (KEEPER, "case_none")):
        with pytest.raises(NotFound):
            await archives.preserve(world.act(by), id, why)
    before = await aged(world, archives, case)
    await world.store.cases.change({"_id": case.id}, {"$set": {"urges": 1}})
    archived = before.archived

    async def seen_before(act: Act, case_id: str) -> tuple[Case, Archived | None]:
        return before, archived

    monkeypatch.setattr(archives, "_archived", seen_before)
    with pytest.raises(StaleVersion):
        await archives.preserve(world.act(KEEPER), case.id, why)


async def test_what_the_only_head_proposed_supervision_decides(world: CasesWorld, archives: Archives) -> None:
    case = await over(world, archives)
    by_keeper = await proposed(world, archives, case)
    assert await archives.destructions(world.act(BOSS), DestructionsQuery()) == ([], None)
    with pytest.raises(NotFound):
        await archives.approve(world.act(BOSS), by_keeper.id, OpinionBody(version=by_keeper.version, opinion="同意"))
    await archives.decline(world.act(KEEPER), by_keeper.id, OpinionBody(version=by_keeper.version, opinion="由负责人提出"))
    own = await proposed(world, archives, case, by=HEAD)
    both = HEAD.model_copy(update={"roles": frozenset({Role.CHIEF_REPRESENTATIVE, Role.SUPERVISOR})})
    with pytest.raises(Forbidden, match="督查人员批准"):
        await archives.approve(world.act(both), own.id, OpinionBody(version=own.version, opinion="同意"))
    with pytest.raises(NotFound):
        await archives.destruction(world.act(BOSS.model_copy(update={"region": "990102"})), own.id)
    assert [each.id for each in (await archives.destructions(world.act(BOSS), DestructionsQuery()))[0]] == [own.id]
    assert archives.destruction_actions(world.act(BOSS), own, {}) == ["approve", "decline"]
    assert archives.approval_waits(world.act(BOSS), own, {case.id: "有变动"}).startswith("清册上的 1 件现在都不能销毁")
    waiting = DestructionsQuery(waiting=True)
    assert [each.id for each in (await archives.destructions(world.act(BOSS), waiting))[0]] == [own.id]
    assert await archives.destructions(world.act(HEAD), waiting) == ([], None), "nobody decides their own"
    with pytest.raises(Forbidden):
        await archives.keep(world.act(BOSS), own.id, KeepBody(version=own.version, cases=[case.id], reason="留"))
    done = await archives.approve(world.act(BOSS), own.id, OpinionBody(version=own.version, opinion="同意销毁"))
    assert (done.state, done.decided_by and done.decided_by.name) == (DestructionState.APPROVED, "丙")
