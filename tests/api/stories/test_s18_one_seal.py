"""S18, 一章办理: 前台收件，后台由行政审批局一家决定、盖一枚章；原部门看得到，事后监管。"""

from typing import Any

from tests.api.stories.business import accepted, act, filed
from tests.factories import Town

CHILD: dict[str, Any] = {
    "marriage": "not_married",
    "which": "third",
    "born_already": "expected",
    "due_on": "2027-04-10",
    "number_of_babies": "one",
    "phone": "16909900009",
    "promise": True,
}
QUEUE = "/api/v1/staff/cases"


async def test_one_bureau_decides_under_one_seal_and_the_department_supervises_afterwards(town: Town) -> None:
    guide = (await town.get("/api/v1/items/birth-reg", region="990102")).json
    assert guide["exercised"] == "由临江区行政审批局办理和决定，以临江区行政审批局的名义出具结果，原来由临江区卫生健康局办理。"
    mother = await town.proven("chen-jie")
    case = await filed(town, mother, "birth-reg", CHILD, region="990102")
    assert (case["department"], case["in_the_name_of"]) == ("linjiang_approval", "江州市临江区行政审批局")

    bureau, health, home = await town.staff("youjianmin"), await town.staff("baixiaoying"), await town.staff("duanzhiqiang")
    seen = await town.get(f"{QUEUE}/{case['id']}", token=health)
    assert (seen.status, seen.json["masked"], seen.json["actions"]) == (200, True, []), "it sees, and decides nothing"
    assert (await town.get(f"{QUEUE}/{case['id']}", token=home)).status == 403, "another district's health office has no part in it"
    refused = await town.post(f"{QUEUE}/{case['id']}/claim", {"version": case["version"]}, token=health)
    assert refused.status == 403
    await accepted(town, bureau, case)
    assert (await town.get(QUEUE, token=health, queue="supervised")).json["items"] == []

    granted = await act(town, await town.head("ruanwentao"), case, "grant")
    assert granted["authority"]["document_number"] == "临审首授〔2026〕1号", "the bureau's own representative, on the bureau's letter"
    assert granted["decision"]["number"].startswith("〔2026〕临政准字")
    rows = (await town.get(QUEUE, token=health, queue="supervised")).json["items"]
    assert [each["id"] for each in rows] == [case["id"]]
    paper = await town.get(f"/api/v1/cases/{case['id']}/papers/decision", token=mother)
    assert (paper.status, paper.body[:5]) == (200, b"%PDF-")
    stored = await town.world.store.cases.get(case["id"])
    assert stored is not None
    assert stored["organ"]["seal"] == "临江区行政审批局行政审批专用章"


async def test_a_refusal_of_the_bureau_goes_to_its_districts_government(town: Town) -> None:
    mother = await town.proven("chen-jie")
    case = await filed(town, mother, "birth-reg", CHILD, region="990102")
    bureau = await town.staff("youjianmin")
    await accepted(town, bureau, case)
    await act(town, bureau, case, "refuse", reason="登记内容与证明不一致", basis="生育登记服务管理办法")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=mother)).json
    assert "临江区人民政府申请行政复议" in mine["decision"]["remedies"]
