"""S37: 重大疾病免费救治一站式. A daughter applies for her mother; four offices the same day, four days' errands in one."""

from typing import Any

from tests.api.cases.test_uploads import JPEG, photo
from tests.api.stories.business import accepted, act, part
from tests.factories import Town

FORM: dict[str, Any] = {"disease": "cancer", "hospital": "people", "phone": "16909900001"}
OFFICES = {"civil": "gongxiaodong", "rural": "tengjiayin", "insurance": "fangzhigang", "health": "duanzhiqiang"}


async def _filed(town: Town) -> tuple[str, str, dict[str, Any]]:
    grant = await town.granted("wang-guifang", "li-min", "medaid-onestop")
    draft = await town.made("/api/v1/cases", {"item": "medaid-onestop", "form": FORM}, grant.agent, grant.id)
    assert draft["form"]["hardship"] == "低收入家庭成员", "nobody asks for a proof the office holds"
    made = await town.post("/api/v1/materials?item=medaid-onestop", photo(), token=grant.agent, acting=grant.id, headers=JPEG)
    chosen = {"household_register": {"licence": True}, "diagnosis": {"files": [made.json["id"]]}}
    path = f"/api/v1/cases/{draft['id']}"
    saved = await town.put(path, {"version": draft["version"], "materials": chosen}, token=grant.agent, acting=grant.id)
    assert saved.status == 200, saved.text
    filed = await town.post(f"{path}/submit", {"version": saved.json["version"]}, token=grant.agent, acting=grant.id)
    assert filed.status == 200, filed.text
    return grant.agent, grant.id, filed.json


async def test_four_offices_the_same_day(town: Town) -> None:
    agent, grant, case = await _filed(town)
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    assert case["clock"]["promised_due"] == "2026-11-24T17:00:00+08:00"
    assert {each["due"] for each in case["parts"] if each["due"]} == {"2026-11-23T14:00:00+08:00"}, "three hours of office time"
    for key, username in OFFICES.items():
        await act(town, await town.staff(username), {"id": part(case, key)["case"]}, "grant")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=agent, acting=grant)).json
    civil = await town.staff("yinhong")
    await act(town, civil, {"id": part(mine, "approval")["case"]}, "grant")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=agent, acting=grant)).json
    assert mine["state"]["state"] == "granted"
    assert (mine["person_name"], mine["agent_name"]) == ("王桂芳", "李敏")


async def test_one_office_against_it_and_there_is_no_approval(town: Town) -> None:
    agent, grant, case = await _filed(town)
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    health = await town.staff("duanzhiqiang")
    await act(town, health, {"id": part(case, "health")["case"]}, "refuse", reason="所患疾病不在专项救治病种目录", basis="专项救治病种目录")
    for key in ("civil", "rural", "insurance"):
        await act(town, await town.staff(OFFICES[key]), {"id": part(case, key)["case"]}, "grant")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=agent, acting=grant)).json
    assert (mine["state"]["state"], part(mine, "approval")["status"]["code"]) == ("refused", "impossible")
    assert mine["decision"]["reason"].startswith("「卫健审核」审查不通过：所患疾病不在专项救治病种目录（〔2026〕")
    assert mine["decision"]["reason"].endswith("；因此「出具救治审批单」不能办理。")
    assert mine["decision"]["basis"] == "专项救治病种目录"
    assert "行政复议" in mine["decision"]["remedies"]
    assert (mine["decision"]["by"]["name"], mine["decision"]["outcome"]["code"]) == ("「卫健审核」的承办部门（经办人见各环节的决定）", "1")
    assert {"title": "不予批准决定书", "number": mine["decision"]["number"]}.items() <= next(
        each for each in mine["papers"] if each["key"] == "decision"
    ).items()
    refusal = await town.get(f"/api/v1/cases/{case['id']}/papers/decision", token=agent, acting=grant)
    checked = await town.post("/api/v1/verifications", refusal.body, headers={"Content-Type": "application/pdf"}, key="")
    assert (checked.status, checked.json["verdict"]) == (200, "sealed"), checked.text
    await town.world.settle()
    told = [each["template"] for each in (await town.get("/api/v1/notices", token=agent)).json["items"]]
    assert (told.count("part_agreed"), told.count("bundle_refused")) == (3, 1)
    assert not {"case_granted", "bundle_decided"} & set(told), "nobody is told that a mere opinion is being made into a result"
    await act(town, await town.staff("linxiaoyan"), case, "record-result", kind="不予批准决定书", way="counter")


async def test_whoever_civil_affairs_knows_need_not_be_on_the_rural_list(town: Town) -> None:
    agent, grant, case = await _filed(town)
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    rural = await town.staff("tengjiayin")
    await act(town, rural, {"id": part(case, "rural")["case"]}, "refuse", reason="不在帮扶名单", basis="防止返贫监测办法")
    for key in ("insurance", "health"):
        await act(town, await town.staff(OFFICES[key]), {"id": part(case, key)["case"]}, "grant")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=agent, acting=grant)).json
    assert part(mine, "approval")["status"]["code"] == "waiting", "the other ground is still looked at"
    await act(town, await town.staff("gongxiaodong"), {"id": part(case, "civil")["case"]}, "grant")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=agent, acting=grant)).json
    approval = {"id": part(mine, "approval")["case"]}
    await act(town, await town.staff("yinhong"), approval, "grant")
    await act(town, await town.staff("yinhong"), approval, "record-result", kind="救治审批单", number="S-1", way="exit")
    done = await act(town, await town.staff("linxiaoyan"), case, "record-result", kind="救治审批单", number="S-1", way="notice")
    assert (done["state"]["state"], done["completion"]["code"]) == ("closed", "0"), "opinions have nothing to hand over first"


async def test_on_neither_list_there_is_no_approval(town: Town) -> None:
    agent, grant, case = await _filed(town)
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    for key in ("rural", "civil"):
        await act(
            town,
            await town.staff(OFFICES[key]),
            {"id": part(case, key)["case"]},
            "refuse",
            reason="没有查到困难认定记录",
            basis="社会救助暂行办法",
        )
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=agent, acting=grant)).json
    assert (mine["state"]["state"], part(mine, "approval")["status"]["code"]) == ("accepted", "impossible")


async def test_withdrawn_with_opinions_alone_nothing_stands(town: Town) -> None:
    agent, grant, case = await _filed(town)
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    await act(town, await town.staff("gongxiaodong"), {"id": part(case, "civil")["case"]}, "grant")
    mine = await act(town, agent, case, "withdraw", staff=False, acting=grant)
    assert mine["state"]["state"] == "withdrawn"
    opinion = (await town.get(f"/api/v1/cases/{part(mine, 'civil')['case']}", token=agent, acting=grant)).json
    assert opinion["state"]["state"] == "closed", "it waits at nobody's desk"


async def test_whose_recognition_has_run_out_is_told_where_to_renew_it(town: Town) -> None:
    token = await town.proven("zhao-peng")
    draft = await town.made("/api/v1/cases", {"item": "medaid-onestop", "form": FORM}, token)
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=token)
    told = {each["pointer"]: each["detail"] for each in answer.json["errors"]}
    assert told["/form/hardship_until"].startswith("认定已经到期，请先到镇街续办，办好当天就能申请。")


async def test_a_recognition_that_ran_out_is_not_hidden_by_leaving_its_day_out(town: Town) -> None:
    token = await town.proven("zhao-peng")
    draft = await town.made("/api/v1/cases", {"item": "medaid-onestop", "form": FORM}, token)
    assert draft["form"]["hardship_until"] < "2026-11-23"
    made = await town.post("/api/v1/materials?item=medaid-onestop", photo(), token=token, headers=JPEG)
    form = {key: value for key, value in draft["form"].items() if key != "hardship_until"}
    chosen = {"household_register": {"licence": True}, "diagnosis": {"files": [made.json["id"]]}}
    path = f"/api/v1/cases/{draft['id']}"
    saved = await town.put(path, {"version": draft["version"], "form": form, "materials": chosen}, token=token)
    assert saved.status == 200, saved.text
    filed = await town.post(f"{path}/submit", {"version": saved.json["version"]}, token=token)
    assert filed.status == 200, filed.text
    assert [(each["field"], each["typed"]) for each in filed.json["differences"]] == [("hardship_until", None)]
    case = await accepted(town, await town.staff("linxiaoyan"), filed.json)
    civil = await town.staff("gongxiaodong")
    share = part(case, "civil")["case"]
    seen = (await town.get(f"/api/v1/staff/cases/{share}", token=civil)).json
    assert [(each["field"], each["registered"]) for each in seen["differences"]] == [("hardship_until", draft["form"]["hardship_until"])]
    refused = await town.post(f"/api/v1/staff/cases/{share}/grant", {"version": seen["version"]}, token=civil)
    assert (refused.status, "认定到哪天" in refused.json["detail"]) == (422, True)


async def test_what_a_colleague_granted_on_is_not_asked_for_anew(town: Town) -> None:
    _, _, case = await _filed(town)
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    await act(town, await town.staff(OFFICES["health"]), {"id": part(case, "health")["case"]}, "grant")
    insurance, share = await town.staff(OFFICES["insurance"]), part(case, "insurance")["case"]
    seen = (await town.get(f"/api/v1/staff/cases/{share}", token=insurance)).json
    body = {"version": seen["version"], "defects": [{"material": "diagnosis", "reason": "unclear", "advice": "请把整页拍清楚"}]}
    refused = await town.post(f"/api/v1/staff/cases/{share}/request-correction", body, token=insurance)
    assert refused.status == 422
    assert [(each["pointer"], "「卫健审核」已经按这一项批准" in each["detail"]) for each in refused.json["errors"]] == [
        ("/defects/0", True)
    ]
    assert (await act(town, insurance, {"id": share}, "grant"))["state"]["state"] == "granted"


async def test_nobody_grants_on_what_a_colleague_has_sent_back(town: Town) -> None:
    agent, grant, case = await _filed(town)
    case = await accepted(town, await town.staff("linxiaoyan"), case)
    defects = [{"material": "diagnosis", "reason": "unclear", "advice": "请把整页拍清楚"}]
    await act(town, await town.staff(OFFICES["insurance"]), {"id": part(case, "insurance")["case"]}, "request-correction", defects=defects)
    health, share = await town.staff(OFFICES["health"]), {"id": part(case, "health")["case"]}
    seen = (await town.get(f"/api/v1/staff/cases/{share['id']}", token=health)).json
    assert "grant" not in seen["actions"]
    early = await town.post(f"/api/v1/staff/cases/{share['id']}/grant", {"version": seen["version"]}, token=health)
    assert (early.status, "「医保审核」正在请申请人修改" in early.json["detail"]) == (409, True)
    made = await town.post("/api/v1/materials?item=medaid-onestop", photo("black"), token=agent, acting=grant, headers=JPEG)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=agent, acting=grant)).json
    chosen = {"version": mine["version"], "materials": {"diagnosis": {"files": [made.json["id"]]}}}
    saved = await town.put(f"/api/v1/cases/{case['id']}", chosen, token=agent, acting=grant)
    assert saved.status == 200, saved.text
    mended = await town.post(f"/api/v1/cases/{case['id']}/resubmit", {"version": saved.json["version"]}, token=agent, acting=grant)
    assert mended.status == 200, mended.text
    await act(town, health, share, "pass-material", materials=["diagnosis"])
    assert (await act(town, health, share, "grant"))["state"]["state"] == "granted"
