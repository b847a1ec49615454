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


async def test_whose_recognition_has_run_out_is_told_where_to_renew_it(town: Town) -> None:
    token = await town.proven("zhao-peng")
    answer = await town.post("/api/v1/cases", {"item": "medaid-onestop", "form": FORM}, token=token)
    told = {each["pointer"]: each["detail"] for each in answer.json["errors"]}
    assert told["/form/hardship_until"] == "认定已经到期，请先到镇街续办，办好当天就能申请。"
