"""S34 首席代表签批: site guidance and joint visits, decided on the spot — a building permit the same day, an animal farm after two officers."""

from typing import Any

from models.issued_licences import IssuedLicence
from tests.api.cases.test_uploads import JPEG, photo
from tests.api.stories.business import accepted, act, newest_licence, sent_home
from tests.factories import Granted, Town

YUNSHU = {"uscc": "91990101MA9900036G", "name": "江州云数科技有限公司"}
CHENGUANG = {"uscc": "91990101MA990001XM", "name": "江州晨光印刷有限公司"}
LVYUAN = {"uscc": "91990101MA9900028M", "name": "江州绿源环保有限公司"}
BUILDING: dict[str, Any] = {
    "project": "数据中心一期（演示）",
    "site": "罗溪街道罗溪路9号",
    "kind": "house",
    "area": 8600,
    "price": 5200,
    "begin": "2026-12-01",
    "finish": "2027-12-01",
    "builder": {"name": "江州宏建建筑工程有限公司", "uscc": "91990101MA99092093"},
    "supervisor": {"name": "江州正衡工程监理有限公司", "uscc": "91990101MA9909217X"},
    "quality_person": "何质量",
    "safety_person": "安全生",
    "funds": True,
    "lifelong": True,
    "phone": "16909900006",
}
FARM: dict[str, Any] = {
    "applicant_kind": "person",
    "place_kind": "farm",
    "place_name": "榕树里家庭养殖场",
    "address": "青石镇青石大街尽头东侧",
    "animals": ["poultry"],
    "scale": 600,
    "to_water": 900,
    "to_houses": 700,
    "vet": "苗医生",
    "guided": "yes_guided",
    "collection": "post",
    "post_address": {"town": "青石镇", "detail": "青石大街尽头东侧"},
    "phone": "16900000001",
}


async def _company(town: Town, representative: str, company: dict[str, str]) -> Granted:
    return await town.granted(representative, "zhou-zihan", "construction-permit", basis="company", enterprise=company)


async def _handed_in(town: Town, token: str, item: str, form: dict[str, Any], acting: str = "", *without: str) -> dict[str, Any]:
    """Filed with an upload for everything but `without`."""
    draft = await town.made("/api/v1/cases", {"item": item, "form": form}, token, acting)
    chosen: dict[str, Any] = {}
    for each in draft["materials"]:
        if each["key"] not in without:
            sent = await town.post(f"/api/v1/materials?item={item}", photo(), token=token, acting=acting, headers=JPEG)
            chosen[each["key"]] = {"files": [sent.json["id"]]}
    path = f"/api/v1/cases/{draft['id']}"
    saved = await town.put(path, {"version": draft["version"], "materials": chosen}, token=token, acting=acting)
    assert saved.status == 200, saved.text
    filed = await town.post(f"{path}/submit", {"version": saved.json["version"]}, token=token, acting=acting)
    assert filed.status == 200, filed.text
    return filed.json


async def _visited(town: Town, case: dict[str, Any], steps: tuple[str, str], officers: tuple[str, str]) -> None:
    """Two officers, each with an opinion of their own: the second is never the first."""
    first, second = await town.staff(officers[0]), await town.staff(officers[1])
    await act(town, first, case, "complete-step", step=steps[0], finding="现场符合要求")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=first)).json
    body = {"version": seen["version"], "step": steps[1], "finding": "同意"}
    alone = await town.post(f"/api/v1/staff/cases/{case['id']}/complete-step", body, token=first)
    assert (alone.status, "要由另一位工作人员办理" in alone.json["detail"]) == (403, True)
    await act(town, second, case, "complete-step", step=steps[1], finding="现场符合要求，同意")


async def test_a_building_permit_the_same_day(town: Town) -> None:
    grant = await _company(town, "wu-jixiang", YUNSHU)
    case = await _handed_in(town, grant.agent, "construction-permit", BUILDING, grant.id)
    assert (case["form"]["review_state"], case["form"]["review_number"]) == ("qualified", "图审字2026-0118")
    assert "review_certificate" not in [each["key"] for each in case["materials"]], "what the drawing office knows is not asked for"
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    assert case["clock"]["promised_due"] == "2026-11-24T17:00:00+08:00"
    await _visited(town, case, ("quality_visit", "safety_visit"), ("hemuchun", "luoxiaohe"))
    granted = await act(town, await town.head("baiyunfei"), case, "grant", reason="符合条件，同意发证")
    assert (granted["state"]["state"], granted["decision"]["at"][:10]) == ("granted", "2026-11-23")
    assert granted["authority"]["document_number"] == "云首授〔2026〕21号"
    await town.world.settle()
    [permit] = [IssuedLicence.of(each) for each in await town.world.store.licences_issued.find({"case": case["id"]})]
    assert (permit.kind, permit.holder_number) == ("construction_permit", YUNSHU["uscc"]), "the company's own, from the same hour"
    assert {each["label"] for each in permit.record["lines"]} >= {"工程名称", "施工企业", "计划竣工日期"}


async def test_drawings_under_review_go_on_the_representatives_own_word_and_are_checked(town: Town) -> None:
    grant = await _company(town, "huang-lili", CHENGUANG)
    form = BUILDING | {"project": "印刷包装生产线扩建项目（演示）"}
    case = await _handed_in(town, grant.agent, "construction-permit", form, grant.id, "review_certificate")
    read = await town.get(f"/api/v1/cases/{case['id']}/commitment", token=grant.principal)
    assert (read.status, read.json["materials"]) == (200, ["施工图设计文件审查合格书"])
    body = {"version": case["version"], "digest": read.json["digest"]}
    by_agent = await town.post(f"/api/v1/cases/{case['id']}/commit", body, token=grant.agent, acting=grant.id)
    assert by_agent.status == 403
    committed = await town.post(f"/api/v1/cases/{case['id']}/commit", body, token=grant.principal)
    assert committed.status == 200, committed.text
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    await _visited(town, case, ("quality_visit", "safety_visit"), ("luoxiaohe", "hemuchun"))
    granted = await act(town, await town.head("baiyunfei"), case, "grant", reason="凭告知承诺发证，事后核查")
    assert (granted["inspection"]["label"], granted["inspection"]["inspector"] in ("何木春", "罗小禾")) == ("待核查", True)


async def test_who_builds_and_who_supervises_are_asked_of_the_register_and_the_project_is_the_reviewed_one(town: Town) -> None:
    grant = await _company(town, "wu-jixiang", YUNSHU)
    closed = {"name": "云城装饰工程有限公司", "uscc": "91990101MA99000526"}
    other = {"name": "江州监理有限公司", "uscc": "91990101MA9909217X"}
    form = BUILDING | {"project": "数据中心二期", "builder": closed, "supervisor": other}
    case = await _handed_in(town, grant.agent, "construction-permit", form, grant.id)
    assert [each["field"] for each in case["differences"]] == ["project", "builder", "supervisor"]
    assert [each["registered"] for each in case["differences"]] == ["数据中心一期（演示）", None, None]
    assert case["differences"][1]["told"].startswith("您写到的单位，工作人员会再核实")
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff("hemuchun"))).json
    assert [each["finding"] for each in seen["differences"]] == [
        "",
        "云城装饰工程有限公司：登记的不是存续状态",
        "江州监理有限公司：登记的名称和统一社会信用代码对不上",
    ]
    await _visited(town, case, ("quality_visit", "safety_visit"), ("hemuchun", "luoxiaohe"))
    head = await town.head("baiyunfei")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json
    blind = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"], "reason": "同意"}, token=head)
    assert (blind.status, blind.json["errors"][0]["pointer"]) == (422, "/differing")
    assert all(name in blind.json["detail"] for name in ("工程名称", "施工企业", "监理企业"))


async def test_who_builds_or_owns_does_not_supervise(town: Town) -> None:
    grant = await _company(town, "wu-jixiang", YUNSHU)
    for supervisor, said in ((BUILDING["builder"], "施工企业不能监理自己施工的工程"), (YUNSHU, "监理由建设单位委托别的单位")):
        draft = {"item": "construction-permit", "form": BUILDING | {"supervisor": supervisor}}
        made = await town.post("/api/v1/cases", draft, token=grant.agent, acting=grant.id)
        if made.status == 201:
            path = f"/api/v1/cases/{made.json['id']}/submit"
            made = await town.post(path, {"version": made.json["version"]}, token=grant.agent, acting=grant.id)
        assert made.status == 422, made.text
        (told,) = [each["detail"] for each in made.json["errors"] if each["pointer"] == "/form/supervisor"]
        assert said in told


async def test_drawings_that_failed_are_told_at_once(town: Town) -> None:
    grant = await _company(town, "zhao-peng", LVYUAN)
    draft = await town.made("/api/v1/cases", {"item": "construction-permit", "form": BUILDING}, grant.agent, grant.id)
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=grant.agent, acting=grant.id)
    told = {each["pointer"]: each["detail"] for each in answer.json["errors"]}
    assert told["/form/review_state"].startswith("施工图审查没有通过，还不能申请")


async def test_an_animal_farm_after_two_officers_and_no_commitment_in_their_place(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    case = await _handed_in(town, citizen, "animal-cert", FARM)
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    (stop,) = case["clock"]["stops"]
    assert (stop["ground"]["code"], stop["statutory"], case["clock"]["promised_due"]) == ("site_visit", False, None)
    refused = await town.get(f"/api/v1/cases/{case['id']}/commitment", token=citizen)
    assert (refused.status, "没有告知承诺" in refused.json["detail"]) == (409, True)
    head = await town.head("tianfeng")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json
    look = {"version": seen["version"], "step": "site_check", "finding": "现场符合防疫条件", "outcome": "passes"}
    own = await town.post(f"/api/v1/staff/cases/{case['id']}/complete-step", look, token=head)
    assert (own.status, "由首席代表办" in own.json["detail"]) == (403, True), "who approves has not looked themselves"
    await _visited(town, case, ("site_check", "second_officer"), ("tengjiayin", "miaoqingshan"))
    looked = {"steps.$.done_by.id": "staff-124"}  # as where somebody became chief representative since
    where = {"_id": case["id"], "steps.key": "second_officer"}
    officer = (await town.world.store.cases.get(case["id"]) or {})["steps"][1]["done_by"]["id"]
    await town.world.store.cases.driver.update_one(where, {"$set": looked})
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"]}, token=head)
    assert (refused.status, "另一位工作人员" in refused.json["detail"]) == (403, True), refused.text
    await town.world.store.cases.driver.update_one(where, {"$set": {"steps.$.done_by.id": officer}})
    granted = await act(town, head, case, "grant", reason="符合动物防疫条件")
    assert granted["authority"]["document_number"] == "云首授〔2026〕22号"
    closed = await sent_home(town, await town.staff("linxiaoyan"), case, "动物防疫条件合格证", "云动防合字2026001")
    assert closed["state"]["state"] == "closed"
    citizen = await town.proven_again(citizen, "wang-guifang")  # the courier took longer than her proof holds
    licence = await newest_licence(town, citizen, "animal_epidemic_certificate")
    assert (licence["usable"], licence["number"][-3:]) == (True, "001"), "under the number on the paper"
