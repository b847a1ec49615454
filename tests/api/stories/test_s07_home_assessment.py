"""S7: 评残服务送上门. A bedridden man is assessed at home by two doctors; who can go to hospital does; who only renews goes nowhere."""

from typing import Any

from backend.cases.decided import decided
from models.cases import Case
from models.issued_licences import IssuedLicence
from tests.api.stories.business import accepted, handed_out, sent_home
from tests.api.stories.counterparts import act, answered, asked, handed_in
from tests.factories import Granted, Town

HOME: dict[str, Any] = {
    "home_address": {"town": "罗溪街道", "detail": "榕树里12号"},
    "situation": "able",
    "categories": ["limb"],
    "why_home": "bedridden",
    "since": "2023-10",
    "other_disability_card": "never",
    "phone": "16909900001",
    "truthful": True,
}
CARD: dict[str, Any] = {"phone": "16909900004", "truthful": True, "collection": "counter"}
LIMB: dict[str, Any] = {"application": "new", "situation": "able", "categories": ["limb"], "rated": "not_rated", "can_travel": "can_go"}
PAPERS = ("resident_card", "household_register", "agent_card")
TOWN, DISTRICT, FIRST, SECOND = "ouzhiwen", "jianghaiyan", "shiwentao", "zhuoya"


NUMBER = "99010119440308002541"
CARD_SAYS = {"category": "肢体", "grade": "一级", "card_state": "valid"}
ACCOUNT = {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000001"}
LIMB_ONE: dict[str, Any] = {"first_categories": ["limb"], "first_grade": "one"}
ALSO_LIMB_ONE: dict[str, Any] = {"rated_categories": ["limb"], "rated_grade": "one"}


async def step(town: Town, username: str, case: dict[str, Any], key: str, finding: str = "情况属实", **body: Any) -> dict[str, Any]:
    """A member of staff finishes a step."""
    return await act(town, await town.staff(username), case, "complete-step", step=key, finding=finding, **body)


async def rated(town: Town, case: dict[str, Any], first: dict[str, Any] = LIMB_ONE, second: dict[str, Any] = ALSO_LIMB_ONE) -> None:
    """Two doctors find somebody disabled, each for themselves."""
    await step(town, FIRST, case, "rating_first", "双下肢瘫痪", outcome="passes", fills=first)
    await step(town, SECOND, case, "rating_second", "双下肢瘫痪", outcome="passes", fills=second)


async def refused_to(town: Town, username: str, case: dict[str, Any], action: str, **body: Any) -> Any:
    """What a member of staff is answered who may not do it so."""
    token = await town.staff(username)
    now = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=token)).json
    return await town.post(f"/api/v1/staff/cases/{case['id']}/{action}", {"version": now["version"], **body}, token=token)


async def waiting_for_doctors(town: Town) -> tuple[Granted, dict[str, Any]]:
    """The village, the town and the federation have done their share."""
    grant, case = await at_home(town)
    await step(town, "liufang", case, "village_check", "老人卧床三年，去不了医院")
    await step(town, TOWN, case, "town_review")
    await step(town, DISTRICT, case, "schedule", "约定周三上午两位医师上门")
    return grant, case


async def at_home(town: Town) -> tuple[Granted, dict[str, Any]]:
    """A daughter has applied for her mother, who cannot leave her bed; the federation has accepted."""
    grant = await town.granted("wang-guifang", "li-min", "disability-home")
    case = await handed_in(town, grant.agent, "disability-home", HOME, *PAPERS, acting=grant.id)
    await accepted(town, await town.staff(DISTRICT), case)
    return grant, case


async def test_two_doctors_come_to_the_bed_and_the_card_is_brought(town: Town) -> None:
    grant, case = await at_home(town)
    seen = await step(town, "liufang", case, "village_check", "老人卧床三年，去不了医院")
    seen = await step(town, TOWN, case, "town_review")
    seen = await step(town, DISTRICT, case, "schedule", "约定周三上午两位医师上门")
    assert seen["clock"]["stops"][-1]["ground"]["code"] == "site_visit"
    assert (seen["clock"]["promised_due"], seen["clock"]["statutory_due"] is not None) == (None, True), "a visit stops the promise only"
    await step(town, FIRST, case, "rating_first", "双下肢瘫痪", outcome="passes", fills=LIMB_ONE)
    body: dict[str, Any] = {"step": "rating_second", "finding": "双下肢瘫痪", "outcome": "passes", "fills": ALSO_LIMB_ONE}
    one_doctor = await refused_to(town, FIRST, case, "complete-step", **body)
    assert (one_doctor.status, "要由另一位工作人员办理" in one_doctor.json["detail"]) == (403, True)
    await step(town, SECOND, case, "rating_second", "双下肢瘫痪", outcome="passes", fills=ALSO_LIMB_ONE)
    await step(town, TOWN, case, "town_publish", "评定结果公示")

    shown = (await town.get("/api/v1/public-notices")).json["items"]
    assert [(each["applicant"], each["town_name"]) for each in shown] == [("王*", "罗溪街道")]
    facts = [(each["label"], each["value"]) for each in shown[0]["facts"]]
    assert facts == [("残疾类别", "肢体"), ("残疾等级", "一级")], "there is something to object to"
    district = await town.staff(DISTRICT)
    now = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=district)).json
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": now["version"]}, token=district)
    assert (early.status, "正在公示" in early.json["detail"]) == (409, True)
    town.world.clock.forward(days=8)
    await town.world.product.engines.cases.tick()
    await act(town, await town.staff(DISTRICT), case, "grant", reason="符合条件")
    daughter = await town.login("li-min")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=daughter, acting=grant.id)).json
    assert (mine["state"]["state"], mine["person_name"]) == ("granted", "王桂芳"), "the card is made and brought; nobody has to come"
    fixed = {each["label"]: each["value"] for each in mine["filled"]}
    assert (fixed["残疾类别"], fixed["残疾等级"]) == ("肢体", "一级")
    paper = await decision_text(town, case)
    assert "残疾类别：肢体；残疾等级：一级" in paper
    assert "第一位医师评定" not in paper, "once is enough"
    assert [each["name"] for each in mine["offers"]] == ["残疾人两项补贴申领"], "what the assessment opens is offered with it"
    closed = await sent_home(town, await town.staff(DISTRICT), case, "残疾人证", NUMBER)
    assert closed["state"]["state"] == "closed"
    await the_allowance_asks_for_nothing_the_card_says(town)


async def the_allowance_asks_for_nothing_the_card_says(town: Town) -> None:
    """S37: the card made here is what the next application is filled from, stands on, and is granted by."""
    await town.world.settle()
    mother = await town.proven_again(await town.login("wang-guifang"), "wang-guifang")
    card = next(each for each in (await town.get("/api/v1/licences", token=mother)).json["items"] if each["kind"] == "disability_card")
    assert (card["usable"], card["issuer"]) == (True, "江州市云城区残疾人联合会")
    filled = (await town.get("/api/v1/items/disability-allowance/form", token=mother)).json
    assert {key: filled["values"][key] for key in CARD_SAYS} == CARD_SAYS
    told = {each["key"]: each["source"]["label"] for each in filled["filled"] if each["source"]}
    assert told["grade"] == "本平台签发的电子证照"
    own = {"kinds": ["living", "nursing"], "care": "family", "account": ACCOUNT, "phone": "16909900001"}
    case = await handed_in(
        town, mother, "disability-allowance", filled["values"] | own, "resident_card", "disability_card", "account_proof"
    )
    await accepted(town, await town.staff("gongxiaodong"), case)
    await step(town, "situwen", case, "town_review", "符合条件")
    await step(town, DISTRICT, case, "card_check", "有效")
    granted = await act(town, await town.staff("gongxiaodong"), case, "grant", reason="两项都符合")
    assert granted["state"]["state"] == "granted", "nothing differs from a register: the card is one"


async def decision_text(town: Town, case: dict[str, Any]) -> str:
    """What the decision of a case says."""
    document = await town.world.store.cases.get(case["id"])
    assert document is not None
    stored = Case.of(document)
    return "".join(decided(stored, town.world.product.engines.catalogue.version_by_id(stored.item_version)))


async def test_what_the_doctors_find_is_fixed_and_not_what_was_ticked(town: Town) -> None:
    _, case = await waiting_for_doctors(town)
    unsaid = await refused_to(town, FIRST, case, "complete-step", step="rating_first", finding="听力下降")
    assert (unsaid.status, [each["pointer"] for each in unsaid.json["errors"]]) == (422, ["/outcome"])
    unfixed = await refused_to(town, FIRST, case, "complete-step", step="rating_first", finding="听力下降", outcome="passes")
    assert {each["pointer"] for each in unfixed.json["errors"]} == {"/fills/first_categories", "/fills/first_grade"}
    no = {"step": "rating_first", "finding": "没有达到标准", "outcome": "fails", "fills": LIMB_ONE}
    assert (await refused_to(town, FIRST, case, "complete-step", **no)).status == 422, "whoever is not disabled has no grade"
    hearing: dict[str, Any] = {"first_categories": ["hearing", "limb"], "first_grade": "three"}
    await rated(town, case, hearing, {"rated_categories": ["limb", "hearing"], "rated_grade": "three"})
    await step(town, TOWN, case, "town_publish")
    town.world.clock.forward(days=8)
    await town.world.product.engines.cases.tick()
    await act(town, await town.staff(DISTRICT), case, "grant", reason="同意")
    assert "残疾类别：肢体、听力；残疾等级：三级" in await decision_text(town, case)


async def test_two_doctors_who_do_not_agree_rate_again(town: Town) -> None:
    grant, case = await waiting_for_doctors(town)
    await rated(town, case, second=ALSO_LIMB_ONE | {"rated_grade": "two"})
    early = await refused_to(town, TOWN, case, "complete-step", step="town_publish", finding="公示")
    assert early.status == 409
    assert "「残疾等级」两次评定不一致" in early.json["detail"]
    assert "认定的是一级" in early.json["detail"]
    assert "认定的是二级" in early.json["detail"]
    assert (await town.get("/api/v1/public-notices")).json["items"] == []
    seen = await act(town, await town.staff(TOWN), case, "look-again", reason="两位医师评定的等级不一致")
    assert [(each["key"], each["earlier"]) for each in seen["steps"] if each["earlier"]] == [("rating_first", 1), ("rating_second", 1)]
    assert "look_again" in await town.told(grant.agent)
    await step(town, SECOND, case, "rating_first", "双下肢瘫痪，二级", outcome="passes", fills=LIMB_ONE | {"first_grade": "two"})
    again = {"outcome": "passes", "fills": ALSO_LIMB_ONE | {"rated_grade": "two"}}
    await step(town, FIRST, case, "rating_second", "同意二级", **again)
    await step(town, TOWN, case, "town_publish")
    shown = (await town.get("/api/v1/public-notices")).json["items"]
    assert [each["value"] for each in shown[0]["facts"]] == ["肢体", "二级"]


async def test_whom_the_doctors_do_not_find_disabled_is_told_why_and_what_to_do(town: Town) -> None:
    grant, case = await waiting_for_doctors(town)
    await step(town, FIRST, case, "rating_first", "双下肢瘫痪", outcome="passes", fills=LIMB_ONE)
    await step(town, SECOND, case, "rating_second", "肌力正常，能独立行走", outcome="fails")
    told = {each["template"]: each["body"] for each in await town.inbox(grant.agent)}
    assert "结论是「不构成残疾」：肌力正常，能独立行走。按这个结论不能批准" in told["finding_against"]
    await step(town, TOWN, case, "town_publish")
    assert (await town.get("/api/v1/public-notices")).json["items"] == [], "what cannot be granted is not published"
    head = await town.head("mingxue")
    now = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json
    body = {"version": now["version"], "reason": "家庭困难", "despite": "家里确实困难"}
    over = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", body, token=head)
    assert (over.status, "按这个结论不能批准" in over.json["detail"]) == (409, True), "no head knows better than a doctor"
    district = await town.staff(DISTRICT)
    await act(town, district, case, "refuse", reason="没有达到残疾标准", basis="残疾人残疾分类和分级 GB/T 26341-2010")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    assert mine["state"]["state"] == "refused"
    assert "行政复议" in mine["decision"]["remedies"]


async def test_who_can_go_is_rated_at_the_hospital_and_who_cannot_is_told_where(town: Town) -> None:
    son = await town.proven("li-qiang")
    form = CARD | LIMB
    body = {"item": "disability-cert", "form": form | {"can_travel": "cannot_go"}}
    refused = await town.post("/api/v1/cases", body, token=son)
    assert (refused.status, "上门评残" in refused.json["errors"][0]["detail"]) == (422, True)
    case = await handed_in(town, son, "disability-cert", form, *PAPERS)
    seen = await accepted(town, await town.staff(DISTRICT), case)
    keys = [each["key"] for each in seen["steps"]]
    assert keys == ["town_review", "rating_first", "rating_second", "town_publish", "district_decision"]
    assert (seen["clock"]["promised_due"], seen["clock"]["limits"]) == ("2026-12-14T17:00:00+08:00", "")


async def test_a_renewal_needs_no_doctor_no_notice_and_a_third_of_the_time(town: Town) -> None:
    holder = await town.proven("tang-jianguo")
    form = CARD | {"application": "renew", "situation": "able"}
    prefilled = (await town.get("/api/v1/items/disability-cert/form", token=holder)).json["values"]
    assert (prefilled["card_number"], prefilled["card_state"]) == ("99010119550101007044", "expired")
    case = await handed_in(town, holder, "disability-cert", form, *PAPERS)
    seen = await accepted(town, await town.staff(DISTRICT), case)
    assert [each["key"] for each in seen["steps"]] == ["town_review", "district_decision"]
    assert seen["clock"]["promised_due"] == "2026-11-30T17:00:00+08:00", "five working days"
    assert seen["clock"]["limits"] == "不用评定的（换领、迁移、补办、注销）"
    await step(town, TOWN, case, "town_review")
    kept: dict[str, Any] = {"kept_categories": ["limb"], "kept_grade": "three"}
    granted = await act(town, await town.staff(DISTRICT), case, "grant", reason="符合换领条件", fills=kept)
    assert "残疾类别：肢体；残疾等级：三级" in await decision_text(town, case)
    assert granted["state"]["state"] == "granted"
    assert (await town.get("/api/v1/public-notices")).json["items"] == []


async def card_of(town: Town, person: str, form: dict[str, Any], fills: dict[str, Any] | None = None) -> None:
    """An application about a card that needs no doctor, granted and handed out."""
    holder = await town.proven_again(await town.login(person), person)
    case = await handed_in(town, holder, "disability-cert", CARD | form, *PAPERS)
    await accepted(town, await town.staff(DISTRICT), case)
    await step(town, TOWN, case, "town_review")
    await act(town, await town.staff(DISTRICT), case, "grant", reason="符合条件", fills=fills or {})
    await handed_out(town, await town.staff(DISTRICT), case, "残疾人证")
    await town.world.settle()


async def cards(town: Town, person: str) -> list[tuple[str, bool]]:
    """The cards somebody holds of us: their last day, and whether they can be used."""
    holder = await town.proven_again(await town.login(person), person)
    held = (await town.get("/api/v1/licences", token=holder)).json["items"]
    own = {each.record["identifier"] for each in map(IssuedLicence.of, await town.world.store.licences_issued.find({}))}
    return [(each["valid_until"], each["usable"]) for each in held if each["identifier"] in own]


async def test_a_new_card_takes_the_place_of_the_old_one_and_a_card_given_up_leaves_none(town: Town) -> None:
    kept: dict[str, Any] = {"kept_categories": ["limb"], "kept_grade": "three"}
    holder = await town.proven("tang-jianguo")
    await card_of(town, "tang-jianguo", {"application": "renew", "situation": "able"}, kept)
    assert await cards(town, "tang-jianguo") == [("2036-11-19", True)]
    values = (await town.get("/api/v1/items/disability-allowance/form", token=holder)).json["values"]
    assert (values["card_state"], values["grade"]) == ("valid", "三级"), "the register has the card that ran out: ours is newer"
    town.world.clock.forward(days=30)
    await card_of(town, "tang-jianguo", {"application": "lost", "situation": "able", "loss_statement": True}, kept)
    assert sorted(await cards(town, "tang-jianguo")) == [("2036-11-19", False), ("2036-12-19", True)]
    await card_of(town, "tang-jianguo", {"application": "cancel", "situation": "able", "cancel_statement": True})
    assert [usable for _, usable in await cards(town, "tang-jianguo")] == [False, False], "no third card"
    holder = await town.proven_again(await town.login("tang-jianguo"), "tang-jianguo")
    values = (await town.get("/api/v1/items/disability-allowance/form", token=holder)).json["values"]
    assert values["card_state"] == "expired", "what the register has is all there is"


async def test_a_cancelled_card_is_not_renewed(town: Town) -> None:
    holder = await town.proven("qian-wenbo")
    body = {"item": "disability-cert", "form": CARD | {"application": "renew", "situation": "able"}}
    draft = await town.made("/api/v1/cases", body, holder)
    refused = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=holder)
    assert (refused.status, "请选“新办”" in str(refused.json["errors"])) == (422, True)


async def test_without_the_guardians_own_signature_nothing_begins(town: Town) -> None:
    brother, sister = await town.proven("li-qiang"), await town.proven("chen-jie")
    person = town.document("chen-jie")
    guardian = {"name": person["name"], "id_number": person["id_number"], "relation": "监护人", "phone": "16909900009"}
    form = CARD | LIMB | {"situation": "guarded", "all_categories": ["mental"], "guardian": guardian}
    del form["categories"]
    case = await handed_in(town, brother, "disability-cert", form, *PAPERS)
    clerk = await town.staff(DISTRICT)
    seen = await act(town, clerk, case, "claim")
    keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    seen = await act(town, clerk, case, "pass-material", materials=keys)
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/accept", {"version": seen["version"]}, token=clerk)
    assert (early.status, "陈洁" in early.json["detail"]) == (409, True)
    page = await asked(town, sister)
    assert "我是李强的监护人" in page["text"]
    assert "新办" in page["text"]
    await answered(town, sister, page, "sign")
    assert (await act(town, clerk, case, "accept"))["state"]["state"] == "accepted"
