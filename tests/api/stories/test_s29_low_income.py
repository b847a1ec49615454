"""S29: 低收入救助 for an elderly woman by her daughter. Each adult signs for themselves; two officers visit; the neighbours may read it."""

from typing import Any

from tests.api.stories.business import proposed
from tests.api.stories.counterparts import act, answered, asked, handed_in
from tests.factories import Town

MOTHER, DAUGHTER = "wang-guifang", "li-min"
FORM: dict[str, Any] = {
    "home_address": {"town": "罗溪街道", "detail": "榕树里12号"},
    "members": 2,
    "other_adults": "some",
    "monthly_income": 1400,
    "savings": 3000,
    "property": ["own_home"],
    "hardship": ["illness"],
    "account": {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000001"},
    "phone": "16909900001",
    "truthful": True,
}


async def family(town: Town) -> tuple[str, str, dict[str, Any]]:
    """The mother, her adult son, and the case as it was handed in."""
    mother, son = await town.proven(MOTHER), await town.proven("li-qiang")
    person = town.document("li-qiang")
    adults = [{"name": person["name"], "id_number": person["id_number"], "relation": "儿子"}]
    case = await handed_in(town, mother, "low-income", {**FORM, "adults": adults}, "resident_card", "household_register")
    return mother, son, case


async def accepted(town: Town, case: dict[str, Any]) -> None:
    """Everybody has signed; the department looks at the papers and accepts."""
    clerk = await town.staff("gongxiaodong")
    seen = await act(town, clerk, case, "claim")
    keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    await act(town, clerk, case, "pass-material", materials=keys)
    await act(town, clerk, case, "accept")


async def refused(town: Town, head: str, case: dict[str, Any], **body: Any) -> Any:
    """What the head is answered who tries to grant it."""
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json
    return await town.post(
        f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"], "fills": proposed(seen), **body}, token=head
    )


async def visited(town: Town, officer: str, village: str, case: dict[str, Any]) -> None:
    """Two of them were there, and the neighbours may read it."""
    await act(town, village, case, "complete-step", step="first_visit", finding="入户看过，情况属实；邻居也这样说")
    await act(town, officer, case, "complete-step", step="second_visit", finding="一同入户，情况属实")
    await act(town, officer, case, "complete-step", step="town_review", finding="符合条件，公示")


async def test_the_family_signs_two_officers_visit_the_village_reads_and_the_district_decides(town: Town) -> None:
    mother, son, case = await family(town)
    page = await asked(town, mother)
    assert "我本人的收入和财产" in page["text"]
    assert page["case"] == case["id"], "her own case"
    await answered(town, mother, page, "sign")
    await answered(town, son, await asked(town, son), "sign")
    await accepted(town, case)

    officer, village = await town.staff("situwen"), await town.staff("liufang")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=officer)).json
    assert seen["clock"]["stops"][0]["ground"]["code"] == "counterpart", "the income check stops the promise, in writing"
    assert (seen["clock"]["promised_due"], seen["clock"]["statutory_due"] is not None) == (None, True)
    await act(town, officer, case, "complete-step", step="income_check", finding="核对报告：符合低收入标准")
    await visited(town, officer, village, case)

    notices = (await town.get("/api/v1/public-notices")).json["items"]
    assert notices[0]["applicant"].startswith("王*")
    assert "王桂芳" not in str(notices)
    head = await town.staff("gongxiaodong")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"]}, token=head)
    assert early.status == 409, "the village may still object"
    town.world.clock.forward(days=8)
    await town.world.product.engines.cases.tick()
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff("gongxiaodong"))).json
    assert [(each["field"], each["registered"]) for each in seen["differences"]] == [("adults", "李德山")], (
        "he stands in the household register"
    )
    found = "户口簿上的李德山已去世，没有漏报成年人"
    await act(town, await town.staff("gongxiaodong"), case, "grant", reason="符合低收入困难家庭条件", differing=found)
    assert (await town.get("/api/v1/public-notices")).json["items"] == []
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=await town.login(MOTHER))).json
    assert mine["state"]["state"] == "granted"
    assert [(each["item"], each["name"]) for each in mine["offers"]] == [("medaid-onestop", "重大疾病救治一站式审批")], (
        "not left to be found"
    )
    told = [each["body"] for each in await town.inbox(await town.login(MOTHER))]
    assert any("您还可以申请：「重大疾病救治一站式审批」" in each for each in told)


async def test_who_died_since_is_looked_into_before_anything_is_granted(town: Town) -> None:
    mother, son, case = await family(town)
    for signer in (mother, son):
        await answered(town, signer, await asked(town, signer), "sign")
    await accepted(town, case)
    officer = await town.staff("situwen")
    await act(town, officer, case, "complete-step", step="income_check", finding="核对报告：符合低收入标准")
    await visited(town, officer, await town.staff("liufang"), case)
    town.world.clock.forward(days=8)
    await town.world.product.engines.cases.tick()
    head = await town.staff("gongxiaodong")
    note = "户口簿上的李德山已去世，没有漏报成年人"
    await town.sandbox.switch("registers.population", down=True)
    silent = await refused(town, head, case, differing=note)
    assert silent.status == 503
    await town.sandbox.switch("registers.population", down=False)
    await town.sandbox.death("li-qiang", "2026-11-28")
    otherwise = await refused(town, head, case, differing=note)
    assert (otherwise.status, "「除您以外的成年家庭成员」，基础库现在的登记和交件时不一样" in otherwise.json["detail"]) == (409, True), (
        otherwise.text
    )
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json
    assert "李强：登记的不是健在" in [each["finding"] for each in seen["differences"]]
    assert (await refused(town, head, case)).status == 422, "nobody has written what they found"
    assert "named_looked_into" in await town.told(mother)
    await act(town, head, case, "grant", reason="其他人仍符合条件", differing="李强上周去世，家庭剩一口人，仍符合条件")


async def test_nobody_is_left_out_and_what_contradicts_itself_is_refused(town: Town) -> None:
    father = await town.proven("cai-mingyuan")
    account = {"holder": "蔡明远", "bank": "江州银行", "account": "6222000000000039"}
    alone = FORM | {"other_adults": "none", "account": account, "members": 5}
    both = await town.post("/api/v1/cases", {"item": "low-income", "form": alone | {"property": ["nothing", "car"]}}, token=father)
    assert [each["pointer"] for each in both.json["errors"]] == ["/form/property"]
    assert "就不能再选别的" in both.json["errors"][0]["detail"]
    draft = await town.made("/api/v1/cases", {"item": "low-income", "form": alone}, father)
    refused = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=father)
    told = {each["pointer"]: each["detail"] for each in refused.json["errors"]}
    assert "一共几口就填几" in told["/form/members"]
    case = await handed_in(town, father, "low-income", alone | {"members": 1}, "resident_card", "household_register")
    (left_out,) = case["differences"]
    assert (left_out["field"], left_out["registered"], left_out["decides"]) == ("adults", "蔡欣怡", True)
    assert "answers_differ" in await town.told(father)


async def test_without_every_signature_nothing_is_checked(town: Town) -> None:
    mother, son, case = await family(town)
    await answered(town, mother, await asked(town, mother), "sign")
    clerk = await town.staff("gongxiaodong")
    seen = await act(town, clerk, case, "claim")
    keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    seen = await act(town, clerk, case, "pass-material", materials=keys)
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/accept", {"version": seen["version"]}, token=clerk)
    assert (refused.status, "要由李强完成" in refused.json["detail"]) == (409, True)
    await answered(town, son, await asked(town, son), "decline", reason="我不同意查我的存款")
    assert "obligation_sent_back" in await town.told(mother)


async def test_a_daughter_applies_for_her_mother_and_signs_nothing_for_her(town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "low-income")
    draft = await town.post("/api/v1/cases", {"item": "low-income"}, token=grant.agent, acting=grant.id)
    assert draft.status == 201, draft.text
    refused = await town.get("/api/v1/obligations", token=grant.agent, acting=grant.id)
    assert (refused.status, "要由本人办理" in refused.json["detail"]) == (403, True)


async def test_one_officer_is_not_two(town: Town) -> None:
    mother, son, case = await family(town)
    await answered(town, mother, await asked(town, mother), "sign")
    await answered(town, son, await asked(town, son), "sign")
    await accepted(town, case)
    await town.world.store.staff.change_many({"username": "situwen"}, {"$addToSet": {"roles": "village_officer"}})
    officer = await town.staff("situwen")
    await act(town, officer, case, "complete-step", step="income_check", finding="核对报告：符合低收入标准")
    await act(town, officer, case, "complete-step", step="first_visit", finding="入户看过")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=officer)).json
    body = {"version": seen["version"], "step": "second_visit", "finding": "入户看过"}
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/complete-step", body, token=officer)
    assert (refused.status, "要由另一位工作人员办理" in refused.json["detail"]) == (403, True)


async def test_who_is_named_as_family_is_of_the_household_or_kin_living_and_of_the_age_they_are_named_for(town: Town) -> None:
    father = await town.proven("cai-mingyuan")
    daughter = {**town.document("cai-xinyi"), "relation": "女儿"}
    stranger = {**town.document("li-deshan"), "relation": "父亲"}
    people = {"adults": [_named(daughter), _named(stranger)]}
    account = {"holder": "蔡明远", "bank": "江州银行", "account": "6222000000000039"}
    form = FORM | {"account": account, "members": 3, "property": ["nothing"], **people}
    case = await handed_in(town, father, "low-income", form, "resident_card", "household_register")
    assert [(each["field"], each["finding"]) for each in case["differences"]] == [("adults", "")]
    assert "named_looked_into" in await town.told(father)
    seen = await act(town, await town.staff("gongxiaodong"), case, "claim")
    assert [each["finding"] for each in seen["differences"]] == [
        "蔡欣怡：登记的出生日期不满18周岁",
        "李德山：登记的不是健在；和申请人不在一个户口，也没有登记为亲属",
    ]


def _named(person: dict[str, Any]) -> dict[str, Any]:
    return {key: person[key] for key in ("name", "id_number", "relation")}
