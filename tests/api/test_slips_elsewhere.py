"""Payment slips at counters of other districts: not theirs, but where they took the papers in."""

from typing import Any

from backend.clock import SHANGHAI
from backend.store import Session
from models.cases import Blocks, Case, Intake, Somebody
from models.catalogue import Fee
from models.payments import BillLine
from tests.api.stories.business import accepted, act, filed
from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s36_across_districts import PAPERS, RENEWAL, SEEN
from tests.cases_world import IDCARD
from tests.factories import Town
from tests.payments_world import WINDOW, bill_of, lost_card

AWAY = "gongyuehua"  # a receptionist of 临江
ANY = "linxiaoyan"  # the general reception of 云城


async def _taken_in(town: Town, case: dict[str, Any]) -> None:
    """As if 临江's counter had taken the papers in: no item with a fee is taken in there yet."""
    taken = Intake(
        region="990102",
        region_name="临江区",
        counter="临江区政务服务和数据管理局窗口",
        decided_by="云城区公安分局",
        at=town.world.clock.now().astimezone(SHANGHAI),
        by=Somebody(id="staff-lj-01", name="龚月华", department="linjiang_services"),
    )
    cases = town.world.product.engines.payments.store.cases
    assert await cases.change({"_id": case["id"]}, {"$set": {"intake": taken.model_dump()}})


async def _cash(town: Town, token: str, bill: dict[str, Any]) -> int:
    body = {"version": bill["version"], "method": "cash"}
    return (await town.post(f"/api/v1/staff/bills/{bill['id']}/collect", body, token=token)).status


async def test_another_districts_counter_reads_and_cashes_nothing(town: Town) -> None:
    citizen, away = await town.proven("wang-guifang"), await town.staff(AWAY)
    case = await lost_card(town, citizen)
    bill = await bill_of(town, citizen, case)
    for path in (
        f"/api/v1/staff/bills?number={bill['number']}",
        f"/api/v1/staff/bills?case={case['id']}",
        f"/api/v1/staff/bills/{bill['id']}",
    ):
        refused = await town.get(path, token=away)
        assert (refused.status, "王桂芳" in refused.text) == (403, False), path
    assert [await _cash(town, each, bill) for each in (away, await town.staff(ANY))] == [403, 403], "the police have a hall of their own"
    reception = await town.staff(WINDOW)
    (found,) = (await town.get("/api/v1/staff/bills", token=reception, number=bill["number"])).json["items"]
    assert (found["state"], found["actions"]) == ("open", ["collect"])
    assert await _cash(town, reception, found) == 200

    await town.world.settle()
    await act(town, citizen, case, "withdraw", staff=False)
    await town.world.settle()
    (found,) = (await town.get("/api/v1/staff/bills", token=reception, number=bill["number"])).json["items"]
    body = {"version": found["version"], "refund": found["refunds"][0]["id"], "person": town.document("wang-guifang")}
    path = f"/api/v1/staff/bills/{bill['id']}/hand-back"
    assert [(await town.post(path, body, token=each)).status for each in (away, reception)] == [403, 200]


async def test_the_counter_that_took_the_papers_in_takes_the_money_in(town: Town) -> None:
    """The slip is drawn afterwards, with acceptance."""
    citizen, away = await town.proven("wang-guifang"), await town.staff(AWAY)
    case = await filed(town, citizen, "idcard-lost", IDCARD, photo_receipt={})
    await _taken_in(town, case)
    await accepted(town, await town.staff(WINDOW), case)
    bill = await bill_of(town, citizen, case)
    seen = await town.get(f"/api/v1/staff/bills/{bill['id']}", token=away)
    assert (seen.status, seen.json["actions"]) == (200, ["collect"])
    assert await _cash(town, away, seen.json) == 200


async def test_a_slip_drawn_before_is_theirs_once_they_take_the_papers_in(town: Town) -> None:
    """唐建国 renews his card at 临江's counter; the slip lies beside his case as one drawn with the handing-in would."""
    citizen, away, payments = await town.proven("tang-jianguo"), await town.staff(AWAY), town.world.product.engines.payments
    case = await handed_in(town, citizen, "disability-cert", RENEWAL | {"collection": "counter"}, *PAPERS)
    owes = Case.of(await payments.store.cases.get(case["id"]) or {})
    fee, at = Fee(charges=(), note="收工本费", before=Blocks.ACCEPTANCE), town.world.clock.now()
    act_then = payments.system_act()
    slip = await payments.drawn(act_then, owes, fee, [BillLine(name="工本费", fen=1000, price="10.00")], "bill_1", at)

    async def draw(session: Session) -> None:
        await payments.write(act_then, slip, None, session)

    await payments.store.transact(draw)
    assert (await town.get("/api/v1/staff/bills/bill_1", token=away)).status == 403, "nobody there took anything in yet"
    await act(town, away, case, "check-originals", originals=SEEN)
    await town.world.settle()
    seen = await town.get("/api/v1/staff/bills/bill_1", token=away)
    assert (seen.status, seen.json["actions"]) == (200, ["collect"])
    assert await _cash(town, away, seen.json) == 200
