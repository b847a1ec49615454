"""户政: the police have a hall of their own, so a one-window counter takes in only what an item of theirs names its hall for."""

from datetime import date
from types import SimpleNamespace

import pytest

from backend.permissions import may
from models.acts import Act, Role, StaffActor
from tests.api.stories.test_s32_idcard import sent_ahead
from tests.factories import Town
from tests.people_edge import real_catalogue

HERE, ELSEWHERE = ("shiguoqing", "nichen"), ("linxiaoyan", "changxiuying", "gongyuehua")


async def test_a_lost_card_is_taken_in_where_its_item_says_and_nowhere_else(town: Town) -> None:
    case = await sent_ahead(town, await town.proven("wang-guifang"))
    path, listed = f"/api/v1/staff/cases/{case['id']}", dict[str, bool]()
    for name in (*HERE, *ELSEWHERE):
        token = await town.staff(name)
        rows = (await town.get("/api/v1/staff/cases", token=token, queue="reception")).json["items"]
        listed[name] = case["id"] in [row["id"] for row in rows]
        seen = (await town.get(path, token=token)).status
        assert seen == (200 if name in HERE else 403), name
    assert listed == {name: name in HERE for name in (*HERE, *ELSEWHERE)}
    refused = await town.post(f"{path}/receive", {"version": case["version"]}, token=await town.staff("linxiaoyan"))
    assert refused.status == 403
    attested = {"citizen": town.document("feng-yulan"), "purpose": "由工作人员代录申请", "filing": True}
    for name, status in (("linxiaoyan", 403), ("shiguoqing", 201)):
        token = await town.staff(name)
        person = (await town.made("/api/v1/staff/proofs", attested, token))["person"]["id"]
        begun = await town.post("/api/v1/cases", {"item": "idcard-lost"}, token=token, headers={"Attested-Person": person})
        assert (begun.status, "不能在这个窗口代录" in begun.text) == (status, status == 403), begun.text


@pytest.mark.parametrize(
    ("hall", "item", "taken"),
    [
        ("center", "idcard-lost", False),
        ("center", "seal-filing", True),
        ("luoxi", "idcard-lost", True),
        ("qingshi", "seal-filing", False),
        (None, "idcard-lost", False),
        ("center", "longevity", True),
    ],
)
def test_results_and_money_follow_the_papers(town: Town, hall: str | None, item: str, taken: bool) -> None:
    catalogue, now = real_catalogue(), town.world.clock.now()
    here = {"hall": hall, "one_window": True, "not_here": catalogue.not_received_at(hall, date(2026, 11, 23))}
    actor = StaffActor(
        id="s", name="林晓燕", roles=frozenset({Role.RECEPTIONIST}), department="government_services", region="990101", **here
    )
    department = catalogue.item(item).versions[-1].department
    about = SimpleNamespace(
        item=item, department=department, region="990101", window=None, window_town=None, hall=None, method=None, person="p"
    )
    assert may("bill.collect", Act(actor, now), about) is taken
    assert may("delivery.handle", Act(actor, now), about) is taken
