"""An erased account leaves nothing behind but what the law makes us keep: looked up in the raw collections, contents included."""

from typing import Any

import pytest

from backend.audit import event_of
from backend.erasure import Erasure
from backend.errors import Unavailable
from backend.materials.files import Files
from backend.outbox import Consumer, Outbox, OutboxRow, Relay
from models.acts import Act, CitizenActor
from models.base import NoticeOrder
from models.booking import Place, PlaceState
from models.cases import Archived, Case, WithdrawBody
from models.catalogue.codes import Retention
from models.grants import GrantState
from models.licence_uses import AuthorisationsQuery, AuthorisationState
from models.people import ErasedView
from tests.cases_world import CasesWorld
from tests.integration.cases.test_licences import asked as licences_asked
from tests.integration.cases.test_licences import on, waiting

ACTIONS = frozenset({"person.erased"})


@pytest.fixture
def erasure(world: CasesWorld) -> Erasure:
    """As the product is composed: who deletes also says what will go."""
    engine = Erasure(world.store)
    world.people.records.erase_by(engine.plan)
    return engine


async def raw(world: CasesWorld, collection: str) -> list[dict[str, Any]]:
    """A collection as whoever stole the database would read it."""
    return await world.store._plain[world.store.database][collection].find({}).to_list()  # pyright: ignore[reportPrivateUsage]


async def lived(world: CasesWorld, actor: CitizenActor) -> Case:
    """A case handed in and withdrawn, a draft with uploads of its own, a visit, a notice."""
    act = world.act(actor)
    case = await world.received(act)
    kept = await world.cases.withdraw(world.again(act), case.id, WithdrawBody(version=case.version))
    draft = await world.draft(world.again(act), "idcard-lost")
    assert draft.id != kept.id
    for colour in ("green", "yellow", "purple"):
        await world.photo(world.again(act), colour)
    await visited(world, act)
    await world.store.notices.insert({"_id": "evt_1.0", "person": actor.id, "body": "王桂芳的办件", "events": [], "unrelayed": []})
    return kept


async def visited(world: CasesWorld, act: Act) -> None:
    """An appointment that is over."""
    at = world.clock.now()
    place = Place(
        _id="slot-1-0", hall="center", hall_name="大厅", counter="a1", counter_name="1号窗口", seat=1, start=at, end=at, opens_at=at,
        released_at=at, state=PlaceState.DONE, person=act.actor.id, name="王桂芳", people=["王小芳"], code="AB12", needs=["x"],
    )  # fmt: skip
    told = NoticeOrder(to=act.actor.id, template="appointment_booked", data={"name": "王桂芳"})
    await world.store.places.insert(place, event_of(world.again(act), "appointment.claimed", notices=[told]))


async def erased(world: CasesWorld, actor: CitizenActor) -> ErasedView:
    """The account erased, every event relayed."""
    consumers = [Consumer("erasure", Erasure(world.store).on_person_erased, ACTIONS)]
    await Relay(world.store, [*consumers, Consumer("told", told, every_notice=True)], world.clock).drain()
    await Outbox(world.store, [Consumer("told", told)]).deliver(fence=1)
    answer = await world.people.records.erase(world.act(actor))
    await Relay(world.store, consumers, world.clock).drain()
    return answer


async def told(row: OutboxRow) -> None:
    """Somebody else's part in the outbox."""


async def delivered(world: CasesWorld) -> int:
    """Delivers to the consumer as often as it takes now."""
    return await Outbox(world.store, [Consumer("erasure", Erasure(world.store).on_person_erased, ACTIONS)]).deliver(fence=1)


async def test_what_no_kept_case_needs_is_gone_and_the_answer_says_so(world: CasesWorld, erasure: Erasure) -> None:
    actor = await world.proven(world.mother)
    kept = await lived(world, actor)
    files = {use.material for each in kept.materials for use in each.files}
    answer = await erased(world, actor)
    assert {"没有提交的草稿", "没有用在办件里的上传文件", "预约记录里的姓名和预约码", "站内通知"} <= set(answer.erased)
    assert answer.kept[0].startswith("提交过的办件")
    assert await delivered(world) == 1
    assert [each["_id"] for each in await raw(world, "cases")] == [kept.id]
    assert {each["_id"] for each in await raw(world, "materials")} == files
    named = {version["file"] for each in await raw(world, "materials") for version in each["versions"]}
    assert {each["_id"] for each in await raw(world, "material_files.files")} == named
    assert {each["files_id"] for each in await raw(world, "material_files.chunks")} == named
    for collection in ("notices", "sessions"):
        assert await raw(world, collection) == []


async def archived(world: CasesWorld, case: Case, retention: Retention) -> None:
    """The case as a transfer leaves it."""
    until = retention.until(world.clock.now().date())
    mark = Archived(
        batch="arch_1",
        number="〔2026〕云政档字第000001号",
        at=world.clock.now(),
        retention=retention,
        until=until.isoformat() if until else "",
    )
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"archived": mark.model_dump()}})


async def test_what_is_archived_stays_until_its_retention_ends_and_the_person_is_told_until_when(
    world: CasesWorld, erasure: Erasure
) -> None:
    actor = await world.proven(world.mother)
    kept = await lived(world, actor)
    await archived(world, kept, Retention.TEN)
    files = {use.material for each in kept.materials for use in each.files}
    answer = await erased(world, actor)
    assert answer.kept[0] == "已经归档的办件1件和随办件交来的材料（法律要求保管：最晚保管到2036年12月31日，到期后依法鉴定处理）"
    assert not any("提交过的办件" in each for each in answer.kept), "only what there is"
    await delivered(world)
    assert [each["_id"] for each in await raw(world, "cases")] == [kept.id]
    assert {each["_id"] for each in await raw(world, "materials")} == files


async def test_what_is_kept_for_ever_is_said_to_be(world: CasesWorld, erasure: Erasure) -> None:
    actor = await world.proven(world.mother)
    first, second = await lived(world, actor), await world.received(world.act(actor), "idcard-lost")
    await archived(world, first, Retention.PERMANENT)
    [said, *_] = (await erasure.plan(actor.id)).stays[1:]
    assert said == "已经归档的办件1件和随办件交来的材料（法律要求保管：1件永久保管）"
    await archived(world, second, Retention.THIRTY)
    assert "最晚保管到2056年12月31日，到期后依法鉴定处理；其中1件永久保管" in (await erasure.plan(actor.id)).stays[0]


async def test_nothing_outside_kept_cases_and_the_log_names_the_person(world: CasesWorld, erasure: Erasure) -> None:
    actor = await world.proven(world.mother)
    await lived(world, actor)
    await erased(world, actor)
    await delivered(world)
    for collection in ("citizens", "places", "outbox", "advice_slips", "sms_codes"):
        text = str(await raw(world, collection))
        assert not [word for word in ("王桂芳", "王小芳", "AB12") if word in text], collection
    [place] = await raw(world, "places")
    assert (place["state"], place["people"], "person" in place) == ("done", [], False)
    assert [event["action"] for event in place["events"]] == ["appointment.claimed"], "that it was booked stays"
    assert await world.audit.rows({"person": actor.id})


async def test_where_there_is_nothing_nothing_is_said_to_go(world: CasesWorld, erasure: Erasure) -> None:
    answer = await erased(world, await world.proven(world.mother))
    assert answer.erased == ["微信账号绑定", "姓名和证件号码", "手机号"]
    assert answer.kept == ["谁在什么时候办理、查看过的记录（法律要求留存）"]


async def test_other_people_keep_everything(world: CasesWorld, erasure: Erasure) -> None:
    mother, daughter = await world.proven(world.mother), await world.proven(world.daughter)
    draft = await world.draft(world.act(daughter), "idcard-lost")
    await lived(world, mother)
    await erased(world, mother)
    await delivered(world)
    assert await world.store.cases.get(draft.id) is not None
    owners = {each["metadata"]["owner"] for each in await raw(world, "material_files.files")}
    assert daughter.id in owners


@pytest.mark.parametrize("crash_at", [1, 2, 3])
async def test_a_crash_in_the_middle_is_made_good(
    world: CasesWorld, erasure: Erasure, monkeypatch: pytest.MonkeyPatch, crash_at: int
) -> None:
    actor = await world.proven(world.mother)
    kept = await lived(world, actor)
    await erased(world, actor)
    removed, remove = 0, Files.remove

    async def crashing(self: Files, id: str) -> None:
        nonlocal removed
        removed += 1
        if removed == crash_at:
            raise RuntimeError("killed")
        await remove(self, id)

    row = OutboxRow("evt_x", world.clock.now(), "person.erased", f"citizens/{actor.id}", actor.id, {}, {}, [])
    with monkeypatch.context() as patched:
        patched.setattr(Files, "remove", crashing)
        with pytest.raises(RuntimeError, match="killed"):
            await erasure.on_person_erased(row)
    for _ in range(2):  # twice is once
        await erasure.on_person_erased(row)
    named = {version["file"] for each in await raw(world, "materials") for version in each["versions"]}
    assert {each["files_id"] for each in await raw(world, "material_files.chunks")} == named
    assert [each["_id"] for each in await raw(world, "cases")] == [kept.id]
    assert await raw(world, "notices") == []


async def test_nothing_goes_before_its_events_are_in_the_log(world: CasesWorld, erasure: Erasure) -> None:
    actor = await world.proven(world.mother)
    draft = await world.draft(world.act(actor))
    row = OutboxRow("evt_x", world.clock.now(), "person.erased", f"citizens/{actor.id}", actor.id, {}, {}, [])
    with pytest.raises(Unavailable):
        await erasure.on_person_erased(row)
    assert await world.store.cases.get(draft.id) is not None


async def test_an_offer_nobody_answered_is_taken_back(world: CasesWorld, erasure: Erasure) -> None:
    mother = await world.proven(world.mother)
    offer = await world.offered(mother)
    row = OutboxRow("evt_x", world.clock.now(), "person.erased", f"citizens/{mother.id}", mother.id, {}, {}, [])
    for _ in range(2):
        await world.grants.endings.on_person_erased(row)
    [stored] = await raw(world, "grants")
    assert (stored["_id"], stored["state"], stored["target"], stored["invitation"]) == (offer.id, GrantState.REVOKED.value, None, None)


async def test_what_somebody_let_others_use_stays_theirs_when_the_asker_is_gone(world: CasesWorld, erasure: Erasure) -> None:
    """The holder keeps what they gave and who looked; to whom is masked, and the licence itself is gone from it."""
    asker, holder = await world.proven(world.mother), await world.proven(world.stranger)
    await licences_asked(world, asker)
    request = await waiting(world, holder)
    await world.cases.authorise_licence(world.act(holder), request.id, on(request))
    await erased(world, asker)
    await delivered(world)
    (kept,), _ = await world.licences.authorisations(world.act(holder), AuthorisationsQuery())
    assert (kept.id, kept.applicant_name, kept.record, kept.state) == (request.id, "王*芳", None, AuthorisationState.ENDED)
    assert kept.ended_for == "申请人已经注销账户"


async def test_what_nobody_answered_goes_with_the_asker(world: CasesWorld, erasure: Erasure) -> None:
    asker, holder = await world.proven(world.mother), await world.proven(world.stranger)
    await licences_asked(world, asker)
    await waiting(world, holder)
    await erased(world, asker)
    await delivered(world)
    assert await world.licences.authorisations(world.act(holder), AuthorisationsQuery()) == ([], None)
