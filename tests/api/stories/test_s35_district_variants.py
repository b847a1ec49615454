"""S35, 事权下放和区级差异: 同一件事各区材料、时限不同；从市里下放到区、再委托给镇街，按日子生效；结果写明以谁的名义。"""

from typing import Any

import pytest

from tests.api.stories.business import accepted, act, filed, proposed
from tests.api.stories.counterparts import photo
from tests.factories import Granted, Town

ELDER: dict[str, Any] = {
    "living": "same",
    "account": {"holder": "朱守义", "bank": "江州银行", "account": "6222990100000101"},
    "phone": "16909900101",
    "alive_statement": True,
}
SCHOOL: dict[str, Any] = {"wanted_name": "江州市临江区晨光职业培训学校", "trades": ["computing"], "phone": "16909900015"}
PRINTERS: dict[str, Any] = {"uscc": "91990101MA990001XM", "name": "江州晨光印刷有限公司"}
CARDS: dict[str, Any] = {"resident_card": {"licence": True}}
LINJIANG = "990102"


async def _school(town: Town, grant: Granted, **more: Any) -> dict[str, Any]:
    """The company hands in a name for its school."""
    draft = await town.made("/api/v1/cases", {"item": "edu-naming", "form": SCHOOL, **more}, grant.agent, grant.id)
    path = f"/api/v1/cases/{draft['id']}/submit"
    handed = await town.post(path, {"version": draft["version"]}, token=grant.agent, acting=grant.id)
    assert handed.status == 200, handed.text
    return handed.json


async def _elder(town: Town, citizen: str) -> dict[str, Any]:
    """朱守义 of 水北 files for the longevity allowance; he names no district."""
    draft = await town.made("/api/v1/cases", {"item": "longevity", "form": ELDER, "materials": CARDS}, citizen)
    return await act(town, citizen, draft, "submit", staff=False)


async def _guide(town: Town, item: str, region: str = "990101") -> dict[str, Any]:
    answer = await town.get(f"/api/v1/items/{item}", region=region)
    assert answer.status == 200, answer.text
    return answer.json


async def test_each_district_tells_its_own_materials_days_and_who_decides(town: Town) -> None:
    here, there = await _guide(town, "longevity"), await _guide(town, "longevity", region=LINJIANG)
    assert ([len(each["materials"]) for each in (here, there)], here["promised"], there["promised"]) == ([4, 2], "5个工作日", "1个工作日")
    assert [each["label"] for each in there["regions"]] == ["云城区", "临江区"]
    assert there["exercised"] == "由临江区民政局办理和决定，以临江区民政局的名义出具结果。"
    naming = await _guide(town, "edu-naming", region=LINJIANG)
    assert "江州市人力资源和社会保障局（市级）" in naming["exercised"]
    listed = (await town.get("/api/v1/items", region=LINJIANG)).json["items"]
    assert {each["code"]: each["department"] for each in listed}["longevity"] == "linjiang_civil_affairs"
    nowhere = await town.get("/api/v1/items/tax-proof", region=LINJIANG)
    assert (nowhere.status, "临江区还没有开通" in nowhere.json["detail"]) == (404, True)


async def test_an_advice_slip_tells_what_the_chosen_district_asks(town: Town) -> None:
    slip = await town.post("/api/v1/items/longevity/advice-slips", {"circumstances": {}, "region": LINJIANG}, key="")
    assert (slip.status, slip.json["item_version"]) == (201, "longevity@2026-01-01/990102")
    assert (slip.json["text"]["department"], slip.json["text"]["duration"][:6]) == ("江州市临江区民政局", "1个工作日有")


async def test_what_the_city_did_the_district_does_from_the_day_on_and_a_running_case_stays(town: Town) -> None:
    grant = await town.granted("huang-lili", "zhou-zihan", "edu-naming", basis="company", enterprise=PRINTERS)
    before = await _school(town, grant, region=LINJIANG)
    assert (before["item_version"], before["department"]) == ("edu-naming@2026-01-01/990102", "city_human_resources")
    assert (before["in_the_name_of"], before["receipt"][:9]) == ("江州市人力资源和社会保障局", "〔2026〕江政收")

    town.world.clock.forward(days=9)  # 2 December: the second list of powers handed down holds since yesterday
    await town.proven_again(grant.agent, "zhou-zihan")
    after = await _school(town, grant, region=LINJIANG)
    assert (after["item_version"], after["department"]) == ("edu-naming@2026-01-01/990102~2026-12-01", "linjiang_human_resources")
    assert (after["in_the_name_of"], after["receipt"][:9]) == ("江州市临江区人力资源和社会保障局", "〔2026〕临政收")
    assert "以临江区人力资源和社会保障局的名义" in (await _guide(town, "edu-naming", region=LINJIANG))["exercised"]

    city, district, home = await town.staff("tongyawen"), await town.staff("shaoliqun"), await town.staff("wuminyi")
    for case, own in ((before, city), (after, district)):
        for clerk in (city, district, home):
            seen = await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)
            assert seen.status == (200 if clerk == own else 403)
        await accepted(town, own, case)
        await act(town, own, case, "grant")
        paper = await town.get(f"/api/v1/cases/{case['id']}/papers/decision", token=grant.agent, acting=grant.id)
        assert paper.status == 200
    mine = (await town.get(f"/api/v1/cases/{before['id']}", token=grant.agent, acting=grant.id)).json
    assert mine["decision"]["number"].startswith("〔2026〕江政准字"), "it was the city's when it was filed, and stays so"


async def test_the_district_decides_until_the_town_does_it_in_the_districts_name(town: Town) -> None:
    citizen = await town.proven("zhu-shouyi")
    first = await _elder(town, citizen)
    assert (first["region"], first["item_version"]) == (LINJIANG, "longevity@2026-01-01/990102"), "his household decides"
    bureau, village = await town.staff("wanshanshan"), await town.staff("qiaoshuigen")
    await accepted(town, bureau, first)
    await act(town, village, first, "complete-step", step="village_check", finding="健在，住在本地")
    await act(town, await town.staff("feichunyan"), first, "complete-step", step="town_review", finding="同意")

    town.world.clock.forward(days=8)  # 1 December
    again = await town.staff("xiyongkang")
    seen = (await town.get(f"/api/v1/staff/cases/{first['id']}", token=again)).json
    refused = await town.post(f"/api/v1/staff/cases/{first['id']}/grant", {"version": seen["version"]}, token=again)
    assert (refused.status, "轮到谁办理" in refused.text) == (409, True), (
        "the town decides what is filed from now on, not what is under way"
    )
    await act(town, await town.staff("wanshanshan"), first, "grant")
    seen = (await town.get(f"/api/v1/cases/{first['id']}", token=citizen)).json
    assert (seen["state"]["state"], seen["in_the_name_of"]) == ("granted", "江州市临江区民政局")
    await act(town, await town.staff("wanshanshan"), first, "record-result", kind="待遇核定通知", way="download")

    gone = {"decision.ended": {"at": town.world.clock.now(), "words": "户口迁出后不再发放"}}  # what is paid is not applied for twice
    await town.world.store.cases.change_many({"_id": first["id"]}, {"$set": gone})
    second = await _elder(town, await town.proven_again(citizen, "zhu-shouyi"))
    assert second["item_version"] == "longevity@2026-01-01/990102~2026-12-01"
    await accepted(town, await town.staff("wanshanshan"), second)
    await act(town, await town.staff("qiaoshuigen"), second, "complete-step", step="village_check", finding="健在，住在本地")
    await act(town, await town.staff("feichunyan"), second, "complete-step", step="town_review", finding="同意")
    reviewer = await town.staff("feichunyan")
    page = (await town.get(f"/api/v1/staff/cases/{second['id']}", token=reviewer)).json
    body = {"version": page["version"], "fills": proposed(page)}
    refused = await town.post(f"/api/v1/staff/cases/{second['id']}/grant", body, token=reviewer)
    assert (refused.status, "「镇街审核」是您办的，「镇街批准」要由另一位工作人员办理" in refused.json["detail"]) == (403, True)
    assert {"grant", "refuse"}.isdisjoint(each["action"] for each in page["actions"]), "nor is it offered"
    seen = await act(town, await town.staff("xiyongkang"), second, "grant")
    assert [each["name"] for each in seen["steps"]][-1] == "镇街批准"
    mine = (await town.get(f"/api/v1/cases/{second['id']}", token=citizen)).json
    assert mine["in_the_name_of"] == "江州市临江区民政局", "entrusted: the bureau answers for it"
    assert mine["decision"]["number"].startswith("〔2026〕临政准字")


async def test_a_district_that_does_not_have_the_item_is_told_where_it_was_chosen(town: Town) -> None:
    citizen = await town.proven("zhu-shouyi")
    refused = await town.post("/api/v1/cases", {"item": "ssc-apply", "region": LINJIANG}, token=citizen)
    assert (refused.status, refused.json["errors"][0]["pointer"]) == (422, "/region")
    draft = await town.made("/api/v1/cases", {"item": "ssc-apply"}, citizen)
    assert draft["region"] == "990101", "his own district does not have it: the catalogue's own does"


async def test_what_is_filed_in_another_district_than_ones_own_is_for_its_towns_and_stands_in_nobody_elses_queue(town: Town) -> None:
    citizen = await town.proven("zhu-shouyi")
    book = {"files": [await photo(town, citizen, "longevity", "white")]}
    case = await filed(town, citizen, "longevity", ELDER, region="990101", account_proof=book, recent_photo=book)
    await accepted(town, await town.staff("gongxiaodong"), case)
    for username, may in (("qiaoshuigen", False), ("liufang", True), ("weichunyan", True)):
        officer = await town.staff(username)
        rows = (await town.get("/api/v1/staff/cases", token=officer, queue="processing")).json["items"]
        seen = await town.get(f"/api/v1/staff/cases/{case['id']}", token=officer)
        assert ([each["id"] for each in rows], seen.status) == (([case["id"]], 200) if may else ([], 403)), username
    await act(town, await town.staff("liufang"), case, "complete-step", step="village_check", finding="不住在本区")


@pytest.mark.parametrize("queue", ["reception", "results"])
async def test_another_districts_counter_lists_nothing_of_it(town: Town, queue: str) -> None:
    case = await _elder(town, await town.proven("zhu-shouyi"))
    for username, listed in (("gongyuehua", [case["id"]]), ("linxiaoyan", []), ("changxiuying", [])):
        rows = (await town.get("/api/v1/staff/cases", token=await town.staff(username), queue=queue)).json["items"]
        assert [each["id"] for each in rows] == (listed if queue == "reception" else [])
