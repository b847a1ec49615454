"""S30: 档案托管. A personnel file comes to the centre and leaves it again without its owner travelling, and its proof follows at once."""

from typing import Any

import pytest

from tests.api.stories.business import accepted, act
from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s07_home_assessment import refused_to, step
from tests.factories import ARCHIVE, Town

OWNER, PHONE = "zhao-peng", "16909900012"
CHECKER, ARCHIVIST = "huanglijuan", "wuminyi"
IN: dict[str, Any] = {
    "application": "receive",
    "person_name": "赵鹏",
    "why": "left",
    "from_unit": "江州晨光印刷有限公司",
    "phone": PHONE,
    "truthful": True,
}
OUT: dict[str, Any] = {
    "application": "transfer",
    "person_name": "赵鹏",
    "to_unit": "临江区人才服务中心",
    "letter_number": "临才调〔2026〕18号",
    "letter_date": "2026-11-20",
    "phone": PHONE,
    "truthful": True,
}
KEPT: dict[str, Any] = {"archive_number": "YC000417", "volumes": 1}
ITEM = "archive-custody"


async def taken_in(town: Town, owner: str, **fills: Any) -> dict[str, Any]:
    """The file was sent for, has come and is on its shelf."""
    case = await handed_in(town, owner, ITEM, IN, "resident_card")
    seen = await accepted(town, await town.staff(ARCHIVIST), case)
    assert [each["key"] for each in seen["steps"]] == ["send_for", "arrive", "decision"]
    await step(town, CHECKER, case, "send_for", "调档函已发")
    seen = await step(town, CHECKER, case, "arrive", "机要收到")
    assert seen["clock"]["stops"][-1]["ground"]["code"] == "counterpart", "waiting for the other office is not on its clock"
    await act(town, await town.staff(ARCHIVIST), case, "grant", reason="材料齐全，已入库", fills=KEPT | fills)
    await town.world.settle()
    return case


async def proof(town: Town, owner: str) -> dict[str, Any]:
    """What asking for the proof of custody comes to."""
    return await town.made("/api/v1/certificates", ARCHIVE, owner)


async def test_a_file_comes_in_and_its_proof_takes_seconds_from_the_same_day(town: Town) -> None:
    owner = await town.proven(OWNER)
    before = await town.post("/api/v1/certificates", ARCHIVE, token=owner)
    assert before.status in (200, 201, 202)
    assert before.json.get("verify_code") is None, "nothing is known of a file of hers"
    case = await taken_in(town, owner)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=owner)).json
    assert (mine["state"]["state"], [each["item"] for each in mine["offers"]]) == ("closed", ["archive-proof"])
    (receipt,) = (await town.get(f"/api/v1/certificates?case={case['id']}", token=owner)).json["items"]
    assert receipt["title"] == "人事档案存放（转出）回执"


async def test_a_file_leaves_on_the_letter_of_who_takes_it(town: Town) -> None:
    owner = await town.proven(OWNER)
    await taken_in(town, owner)
    issued = await proof(town, owner)
    assert issued["verify_code"], "its register does not know it yet: ours does"
    case = await handed_in(town, owner, ITEM, OUT, "resident_card")
    assert case["differences"] == []
    seen = await accepted(town, await town.staff(ARCHIVIST), case)
    assert [each["key"] for each in seen["steps"]] == ["decision"]
    await act(town, await town.staff(ARCHIVIST), case, "grant", reason="机要寄出", fills={"sent_by": "机交2026-0319"})
    await town.world.settle()
    gone = await town.post("/api/v1/certificates", ARCHIVE, token=owner)
    assert gone.json.get("verify_code") is None, "a file that has left is looked into by a person"


async def test_who_has_a_file_here_already_or_none_to_send_is_looked_into(town: Town) -> None:
    here = await town.proven("li-qiang")
    case = await handed_in(town, here, ITEM, IN | {"person_name": "李强"}, "resident_card")
    assert [each["field"] for each in case["differences"]] == ["application"]
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff(ARCHIVIST))).json
    assert "登记里已经有存放在本区的档案" in seen["differences"][0]["finding"]
    owner = await town.proven(OWNER)
    other = await handed_in(town, owner, ITEM, OUT, "resident_card")
    assert [each["field"] for each in other["differences"]] == ["application"]


@pytest.mark.parametrize(
    ("form", "pointer", "words"),
    [
        (OUT | {"letter_date": "2027-01-01"}, "/form/letter_date", "不能晚于今天"),
        (IN | {"from_unit": "厂"}, "/form/from_unit", "全称"),
        (IN | {"from_phone": "没有"}, "/form/from_phone", "只写数字和短横线"),
    ],
)
async def test_what_cannot_be_is_told_at_once(town: Town, form: dict[str, Any], pointer: str, words: str) -> None:
    refused = await town.post("/api/v1/cases", {"item": ITEM, "form": form}, token=await town.proven(OWNER))
    assert refused.status == 422
    assert words in {each["pointer"]: each["detail"] for each in refused.json["errors"]}[pointer]


async def test_a_number_that_is_none_of_the_shelves_is_not_taken(town: Town) -> None:
    case = await handed_in(town, await town.proven(OWNER), ITEM, IN, "resident_card")
    await accepted(town, await town.staff(ARCHIVIST), case)
    await step(town, CHECKER, case, "send_for", "调档函已发")
    await step(town, CHECKER, case, "arrive", "机要收到")
    wrong = await refused_to(town, ARCHIVIST, case, "grant", reason="已入库", fills=KEPT | {"archive_number": "一号柜"})
    assert (wrong.status, [each["pointer"] for each in wrong.json["errors"]]) == (422, ["/fills/archive_number"])
