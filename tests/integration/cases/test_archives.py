"""Closed cases go into the archive with a list, and nothing goes that is not over for everybody."""

from datetime import date
from typing import Any

import pytest

from backend.archives import Archives, transfer_csv
from backend.cases.papers import papers_of
from backend.errors import Forbidden, Invalid, NotFound, StaleVersion, WrongState
from models.acts import StaffActor
from models.archives import ArchiveBody, ArchivesQuery
from models.cases import Case, CaseState, FileUse, Inspection, Photograph, PreReviewBody, ResultBody, ResultWay, Somebody, WithdrawBody
from models.catalogue.codes import Retention
from models.payments import RefundState
from models.supervision import CardState
from tests.archiving import KEEPER, OTHER, Printer, closed, now
from tests.cases_world import CasesWorld
from tests.road_digging import accepted, clerk, decided


@pytest.fixture
def archives(world: CasesWorld) -> Archives:
    return Archives(world.store, world.clock, world.catalogue, world.book, Printer(), demo=True)


async def reason(world: CasesWorld, archives: Archives, case: Case, by: StaffActor = KEEPER) -> str:
    """Why it does not go."""
    with pytest.raises(Invalid) as caught:
        await archives.transfer(world.act(by), ArchiveBody(cases=[case.id]))
    assert (await now(world, case)).archived is None
    [fault] = caught.value.errors
    assert fault.pointer == "/cases/0"
    return fault.detail


async def test_a_batch_has_a_list_and_its_cases_are_only_read_from_then_on(world: CasesWorld, archives: Archives) -> None:
    case = await closed(world)
    [ready], after = await archives.archivable(world.act(KEEPER), ArchivesQuery())
    assert after is None
    assert (ready.case, ready.ready, ready.retention) == (case.id, True, "10年")
    act = world.act(KEEPER)
    batch = await archives.transfer(act, ArchiveBody(cases=[case.id]))
    assert (await archives.transfer(act, ArchiveBody(cases=[case.id]))).id == batch.id, "once"
    [entry] = batch.entries
    assert (entry.number, entry.closed_on, entry.until) == (case.number, "2026-11-23", "2036-12-31")
    assert entry.kinds["上传材料"] == sum(len(each.files) for each in case.materials)
    assert entry.kinds["文书"] == len(papers_of(case)) > 0
    assert entry.files == sum(entry.kinds.values())
    archived = await now(world, case)
    assert archived.archived is not None
    assert (archived.archived.number, archived.events[-1].action) == (batch.number, "case.archived")
    assert await world.cases.actions(world.act(clerk(world)), archived) == []
    with pytest.raises(WrongState, match="不能"):
        await world.cases.record_result(
            world.act(clerk(world)), case.id, ResultBody(version=archived.version, kind="证", way=ResultWay.COUNTER)
        )
    assert await archives.archivable(world.act(KEEPER), ArchivesQuery()) == ([], None)
    assert "已经由甲归档" in await reason_again(world, archives, case)


async def test_every_document_of_the_file_stands_on_the_list(world: CasesWorld, archives: Archives) -> None:
    """Photographs of a look on the spot, a licence used instead of a paper, what a counterpart uploaded, and what was issued."""
    case = await closed(world)
    use = FileUse(material="mat_photo", version=1, name="现场", content_type="image/jpeg", size=1)
    seen = Photograph(id="photo_1", step="site_visit", of="现场踏勘", at=world.clock.now(), by=Somebody(id="x", name="甲"), use=use)
    uploaded = use.model_copy(update={"material": "mat_theirs", "pages": 3})
    replies = {"obl_1": {"files": {"imprint": [uploaded.model_dump()]}}}
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"photographs": [seen.model_dump()], "replies": replies}})
    await world.store.certificates.insert({"_id": "cert_1", "case": case.id, "number": "1"})
    own = [each for slot in case.materials for each in slot.files]
    batch = await archives.transfer(world.act(KEEPER), ArchiveBody(cases=[case.id]))
    [entry] = batch.entries
    assert (entry.kinds["上传材料"], entry.kinds["现场照片"], entry.kinds["出具的证明"]) == (len(own) + 1, 1, 1)
    assert entry.pages == sum(each.pages for each in own) + 3 + 1
    assert "现场照片1" in transfer_csv(batch).decode("utf-8-sig")


async def reason_again(world: CasesWorld, archives: Archives, case: Case) -> str:
    with pytest.raises(Invalid) as caught:
        await archives.transfer(world.act(KEEPER), ArchiveBody(cases=[case.id]))
    return caught.value.errors[0].detail


async def test_the_list_is_printed_and_taken_along_by_its_department_alone(world: CasesWorld, archives: Archives) -> None:
    case = await closed(world)
    batch = await archives.transfer(world.act(KEEPER), ArchiveBody(cases=[case.id]))
    assert await archives.transfer_paper(world.act(KEEPER), batch.id) == b"%PDF-"
    text = transfer_csv(batch).decode("utf-8-sig").splitlines()
    assert (text[0].split(",")[0], case.number in text[1] if case.number else False) == ("办件编号", True)
    found, after = await archives.batches(world.act(KEEPER), ArchivesQuery())
    assert ([each.id for each in found], after) == ([batch.id], None)
    assert await archives.batches(world.act(OTHER), ArchivesQuery()) == ([], None)
    for call in (archives.batch, archives.transfer_paper):
        with pytest.raises(NotFound):
            await call(world.act(OTHER), batch.id)
    with pytest.raises(Forbidden):
        await archives.batches(world.act(KEEPER.model_copy(update={"department": None})), ArchivesQuery())


async def test_what_is_not_over_for_everybody_stays(world: CasesWorld, archives: Archives) -> None:
    case = await accepted(world, await world.proven(world.mother))
    assert "还没有办结" in await reason(world, archives, case)
    assert "不属于本部门" in await reason(world, archives, case, OTHER)
    case = await decided(world, case)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"state": CaseState.CLOSED.value, "closed_at": world.clock.now()}})
    assert "还有没有完成的事项" in await reason(world, archives, case)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"obligations": []}})
    assert "还没有验收合格" in await reason(world, archives, case)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"duties": [], "duty_at": None}})
    assert "复议" in await reason(world, archives, case)
    world.clock.forward(days=61)
    check = Inspection(department="urban_management", draw=1, percent=5, since=world.clock.now(), due=world.clock.now())
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"inspection": check.model_dump()}})
    assert "承诺核查还没有结束" in await reason(world, archives, case)
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"inspection": None}})
    card = {"_id": "card_1", "kind": "cases", "subject": case.id, "state": CardState.APPEALED.value}
    await world.store.cards.insert(card)
    assert "督办牌正在申诉" in await reason(world, archives, case)
    await world.store.cards.change_many({"_id": "card_1"}, {"$set": {"state": CardState.UPHELD.value}})
    await world.store.bills.insert({"_id": "bill_1", "number": "1", "case": case.id, "refunds": [{"state": RefundState.AT_COUNTER.value}]})
    assert "没有退完的款" in await reason(world, archives, case)
    await world.store.bills.change_many({"_id": "bill_1"}, {"$set": {"refunds.0.state": RefundState.DONE.value}})
    revoked = {"number": "1", "at": world.clock.now(), "by": {"id": "staff_1", "name": "甲"}, "reason": "x", "basis": "x", "remedies": "x"}
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"decision.revoked": revoked}})
    assert "复议" in await reason(world, archives, case), "the time for a remedy begins with the annulment"
    world.clock.forward(days=61)
    await archives.transfer(world.act(KEEPER), ArchiveBody(cases=[case.id]))


async def test_what_was_withdrawn_waits_for_no_remedy_and_a_draft_is_no_case(world: CasesWorld, archives: Archives) -> None:
    keeper = KEEPER.model_copy(update={"department": "civil_affairs"})
    mother = await world.proven(world.mother)
    draft = await world.draft(world.act(mother))
    drafted = await world.cases.withdraw(world.act(mother), draft.id, WithdrawBody(version=draft.version))
    assert "没有找到" in await reason(world, archives, drafted, keeper)
    case = await world.draft(world.act(mother))
    case = await world.cases.pre_review(world.act(mother), case.id, PreReviewBody(version=case.version))
    case = await world.cases.withdraw(world.act(mother), case.id, WithdrawBody(version=case.version))
    batch = await archives.transfer(world.act(keeper), ArchiveBody(cases=[case.id]))
    assert [each.case for each in batch.entries] == [case.id]


async def test_of_two_transfers_one_wins(world: CasesWorld, archives: Archives, monkeypatch: pytest.MonkeyPatch) -> None:
    case = await closed(world)
    taken = archives._taken  # pyright: ignore[reportPrivateUsage]

    async def overtaken(*arguments: Any) -> list[Case]:
        found = await taken(*arguments)
        await world.store.cases.change({"_id": case.id}, {"$set": {"urges": 1}})
        return found

    monkeypatch.setattr(archives, "_taken", overtaken)
    with pytest.raises(StaleVersion):
        await archives.transfer(world.act(KEEPER), ArchiveBody(cases=[case.id]))
    assert await world.store.archives.count({}) == 0, "all or nothing"


async def test_who_loses_the_race_for_a_case_reads_which_and_who_was_faster(
    world: CasesWorld, archives: Archives, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await closed(world)
    taken = archives._taken  # pyright: ignore[reportPrivateUsage]
    colleague = KEEPER.model_copy(update={"id": "staff_9", "name": "乙"})

    async def overtaken(*arguments: Any) -> list[Case]:
        found = await taken(*arguments)
        monkeypatch.setattr(archives, "_taken", taken)
        await archives.transfer(world.act(colleague), ArchiveBody(cases=[case.id]))
        return found

    monkeypatch.setattr(archives, "_taken", overtaken)
    with pytest.raises(Invalid) as caught:
        await archives.transfer(world.act(KEEPER), ArchiveBody(cases=[case.id]))
    [fault] = caught.value.errors
    assert fault.pointer == "/cases/0"
    assert fault.detail.startswith(f"{case.number}：已经由乙归档（")
    assert await world.store.archives.count({}) == 1


def test_years_are_counted_from_the_year_after() -> None:
    day = date(2026, 2, 3)
    assert (Retention.TEN.until(day), Retention.PERMANENT.until(day)) == (date(2036, 12, 31), None)
