"""Archives over HTTP: what a department handed over, its sealed list, and what the applicant sees of it."""

import pytest

from tests.api.stories.business import act
from tests.api.stories.longevity import found_wrong, paid_every_month
from tests.factories import Town
from tests.sandbox_control import SandboxProcess
from tests.world import World

BASE = "/api/v1/staff/archives"
LISTS = "/api/v1/staff/destructions"


@pytest.fixture
def town(world: World, sandbox: SandboxProcess) -> Town:
    """The demo district."""
    return Town(world, sandbox)


async def closed_case(town: Town, citizen: str) -> str:
    """A certificate issued in seconds, two months ago."""
    made = await town.certified(citizen)
    town.world.clock.forward(days=61)
    return made["case"]


async def test_a_department_hands_over_and_its_list_is_sealed(town: Town) -> None:
    citizen, keeper = await town.proven("li-qiang"), await town.staff("wuminyi")
    case = await closed_case(town, citizen)
    rows = (await town.get(f"{BASE}/candidates", token=keeper)).json["items"]
    assert [(each["case"], each["ready"], each["retention"]) for each in rows] == [(case, True, "10年")]
    batch = await town.made(BASE, {"cases": [case]}, keeper)
    assert (batch["cases"], batch["entries"][0]["until"]) == (1, "2036-12-31")
    seen = await town.get(f"{BASE}/{batch['id']}", token=keeper)
    assert (seen.status, seen.json) == (200, batch)
    assert [each["id"] for each in (await town.get(BASE, token=keeper)).json["items"]] == [batch["id"]]

    pdf = await town.get(f"{BASE}/{batch['id']}.pdf", token=keeper)
    assert (pdf.status, pdf.headers["Content-Type"], pdf.body[:5]) == (200, "application/pdf", b"%PDF-")
    checked = await town.post("/api/v1/verifications", pdf.body, headers={"Content-Type": "application/pdf"}, key="")
    assert checked.json["verdict"] == "sealed"
    table = await town.get(f"{BASE}/{batch['id']}.csv", token=keeper)
    assert "attachment" in table.headers["Content-Disposition"]
    assert table.body.decode("utf-8-sig").splitlines()[1].split(",")[1:5] == [
        "李强人事档案存放证明",
        "2026-11-23",
        "2026-11-23",
        "准予办结",
    ]

    mine = (await town.get(f"/api/v1/cases/{case}", token=citizen)).json
    assert (mine["archived"]["number"], mine["archived"]["until"], mine["actions"]) == (batch["number"], "2036-12-31", [])


async def test_a_grant_found_wrong_in_the_archive_is_heard_annulled_and_handed_over_as_a_supplement(town: Town) -> None:
    """The allowance of an elder, closed and archived; two months later the head finds that it should not have been granted."""
    elder, keeper = await town.proven("wang-guifang"), await town.staff("gongxiaodong")
    case = await paid_every_month(town, elder)
    case = await act(town, keeper, case, "record-result", kind="审批表", number="2026-1", way="notice")
    town.world.clock.forward(days=61)
    first = await town.made(BASE, {"cases": [case["id"]]}, keeper)
    case = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=keeper)).json
    await found_wrong(town, elder, case)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=elder)).json
    assert (mine["completion"]["label"], mine["archived"]["supplements"]) == ("作废办结", [])
    assert mine["archived"]["changed_at"]
    [row] = (await town.get(f"{BASE}/candidates", token=keeper)).json["items"]
    assert (row["supplements"], row["ready"], "复议" in row["reason"]) == (first["number"], False, True)
    town.world.clock.forward(days=61)
    second = await town.made(BASE, {"cases": [case["id"]]}, keeper)
    [entry] = second["entries"]
    assert (entry["supplements"], entry["outcome"], first["entries"][0]["supplements"]) == (first["number"], "作废办结", "")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=elder)).json
    assert (mine["archived"]["number"], mine["archived"]["supplements"]) == (first["number"], [second["number"]])
    assert mine["archived"]["changed_at"] is None


async def test_what_does_not_go_is_named_and_a_stranger_sees_nothing(town: Town) -> None:
    citizen, keeper = await town.proven("li-qiang"), await town.staff("wuminyi")
    case = (await town.certified(citizen))["case"]
    refused = await town.post(BASE, {"cases": [case, "nobodys"]}, token=keeper)
    assert (refused.status, [each["pointer"] for each in refused.json["errors"]]) == (422, ["/cases/0", "/cases/1"])
    twice = await town.post(BASE, {"cases": [case, case]}, token=keeper)
    assert (twice.status, "写了两次" in twice.text) == (422, True)
    town.world.clock.forward(days=61)
    batch = await town.made(BASE, {"cases": [case]}, keeper)
    stranger = await town.staff("duanzhiqiang")
    for path in ("", ".pdf", ".csv"):
        assert (await town.get(f"{BASE}/{batch['id']}{path}", token=stranger)).status == 404
    assert (await town.get(BASE, token=await town.staff("linxiaoyan"))).status == 403, "the reception keeps no archives"
    towns = await town.staff("kangweidong")
    for answer in (
        await town.get(f"{BASE}/candidates", token=towns),
        await town.post(BASE, {"cases": [case]}, token=towns),
        await town.post(f"/api/v1/staff/cases/{case}/preserve", {"reason": "审计需要"}, token=towns),
    ):
        assert (answer.status, "镇街不办" in answer.json["detail"]) == (403, True), answer.text


async def test_a_person_takes_along_which_of_their_cases_are_archived_until_when(town: Town) -> None:
    citizen, keeper = await town.proven("li-qiang"), await town.staff("wuminyi")
    case = await closed_case(town, citizen)
    batch = await town.made(BASE, {"cases": [case]}, keeper)
    exported = await town.get("/api/v1/me/export", token=citizen)
    [kept] = [each for each in exported.json["records"]["cases"] if each["id"] == case]
    assert (kept["archived"]["number"], kept["archived"]["until"]) == (batch["number"], "2036-12-31")


async def test_what_was_kept_long_enough_is_destroyed_and_its_certificate_still_checks(town: Town) -> None:
    citizen, keeper, head = await town.proven("li-qiang"), await town.staff("wuminyi"), await town.head("xuwenjing")
    case = await closed_case(town, citizen)
    await town.made(BASE, {"cases": [case]}, keeper)
    early = await town.post(LISTS, {"cases": [case], "appraisal": "没有继续保管的价值"}, token=keeper)
    assert (early.status, "2036年12月31日" in early.json["errors"][0]["detail"]) == (422, True)
    town.world.clock.forward(days=365 * 10)
    [candidate] = (await town.get(f"{LISTS}/candidates", token=keeper)).json["items"]
    assert (candidate["case"], candidate["ready"]) == (case, True)
    listed = await town.made(LISTS, {"cases": [case], "appraisal": "没有继续保管的价值"}, keeper)
    assert [listed["own"], listed["waits"], listed["entries"][0]["against"]] == [True, "", ""]
    [waiting] = (await town.get(LISTS, token=head, waiting="true")).json["items"]
    assert waiting["id"] == listed["id"], "it waits for the head"
    body = {"version": listed["version"], "opinion": "同意销毁"}
    assert (await town.post(f"{LISTS}/{listed['id']}/approve", body, token=keeper)).status == 403
    seen = (await town.get(f"{LISTS}/{listed['id']}", token=head)).json
    assert (seen["own"], seen["actions"]) == (False, ["approve", "decline", "keep"])
    assert (await town.get(f"{LISTS}/{listed['id']}.pdf", token=head)).status == 409, "nothing is sealed before it is approved"
    approved = await town.post(f"{LISTS}/{listed['id']}/approve", body, token=head)
    assert (approved.status, approved.json["state"], approved.json["actions"]) == (200, "approved", [])
    await town.world.settle()
    await town.world.product.engines.archives.tick()
    await town.world.settle()
    assert await town.world.store.cards.count({}) == 0, "who watches over time finds nothing in what is left"
    assert await town.world.store.outbox.count({"state": {"$ne": "done"}}) == 0

    done = (await town.get(f"{LISTS}/{listed['id']}", token=keeper)).json
    assert (done["state"], done["decided_by"], done["entries"][0]["title"]) == ("destroyed", "许文静", "李强人事档案存放证明")
    pdf = await town.get(f"{LISTS}/{listed['id']}.pdf", token=keeper)
    checked = await town.post("/api/v1/verifications", pdf.body, headers={"Content-Type": "application/pdf"}, key="")
    assert (pdf.status, checked.json["verdict"]) == (200, "sealed")
    table = await town.get(f"{LISTS}/{listed['id']}.csv", token=keeper)
    assert "移交清单" in table.body.decode("utf-8-sig").splitlines()[0]
    mine = (await town.get(f"/api/v1/cases/{case}", token=citizen)).json
    assert (mine["form"], mine["decision"], mine["archived"]["destruction"]) == ({}, None, listed["number"])
    assert "保管期满" in mine["state"]["sentence"]
    seen = await town.get(f"/api/v1/staff/cases/{case}", token=keeper)
    assert (seen.status, seen.json["person_name"]) == (200, "")
    file = await town.get(f"/api/v1/certificates/{mine['certificate']}/file", token=citizen)
    checked = await town.post("/api/v1/verifications", file.body, headers={"Content-Type": "application/pdf"}, key="")
    assert checked.json["verdict"] == "authentic"


async def test_a_destruction_list_is_its_departments_own_and_may_be_taken_back(town: Town) -> None:
    citizen, keeper, stranger = await town.proven("li-qiang"), await town.staff("wuminyi"), await town.staff("duanzhiqiang")
    case = await closed_case(town, citizen)
    await town.made(BASE, {"cases": [case]}, keeper)
    town.world.clock.forward(days=365 * 10)
    listed = await town.made(LISTS, {"cases": [case], "appraisal": "没有继续保管的价值"}, keeper)
    for path in ("", ".pdf", ".csv"):
        assert (await town.get(f"{LISTS}/{listed['id']}{path}", token=stranger)).status == 404
    assert [each["id"] for each in (await town.get(LISTS, token=keeper)).json["items"]] == [listed["id"]]
    kept = await town.post(f"{LISTS}/{listed['id']}/keep", {"version": 0, "cases": [case], "reason": "继续保管"}, token=keeper)
    assert kept.status == 422, "an empty list is declined"
    taken = await town.post(f"{LISTS}/{listed['id']}/decline", {"version": 0, "opinion": "重新鉴定"}, token=keeper)
    assert (taken.status, taken.json["label"]) == (200, "不销毁，继续保管")


async def test_a_case_is_kept_from_destruction_and_supervision_decides_for_an_only_head(town: Town) -> None:
    citizen, keeper, head = await town.proven("li-qiang"), await town.staff("wuminyi"), await town.head("xuwenjing")
    case = await closed_case(town, citizen)
    await town.made(BASE, {"cases": [case]}, keeper)
    town.world.clock.forward(days=365 * 10)
    listed = await town.made(LISTS, {"cases": [case], "appraisal": "没有继续保管的价值"}, head)
    one = f"/api/v1/staff/cases/{case}"
    kept = await town.post(f"{one}/preserve", {"reason": "正在行政诉讼"}, token=keeper)
    assert (kept.status, kept.json["reason"], kept.json["actions"]) == (200, "正在行政诉讼", [])
    [row] = (await town.get("/api/v1/staff/preserved", token=head)).json["items"]
    assert (row["case"], row["actions"]) == (case, ["lift-preservation"])
    seen = (await town.get(f"{LISTS}/{listed['id']}", token=keeper)).json
    assert [each["preserved"] for each in seen["entries"]] == ["正在行政诉讼"]
    assert "preserved" not in (await town.get(f"/api/v1/cases/{case}", token=citizen)).json["archived"]
    assert (await town.post(f"{one}/lift-preservation", {"reason": "结案"}, token=keeper)).status == 403
    lifted = await town.post(f"{one}/lift-preservation", {"reason": "判决已经生效"}, token=head)
    assert (lifted.status, lifted.json["reason"], lifted.json["by"]) == (200, "", "")
    await town.post(f"{LISTS}/{listed['id']}/decline", {"version": 0, "opinion": "重新鉴定"}, token=head)
    again = await town.made(LISTS, {"cases": [case], "appraisal": "没有继续保管的价值"}, head)
    body = {"version": again["version"], "opinion": "同意销毁"}
    assert (await town.post(f"{LISTS}/{again['id']}/approve", body, token=head)).status == 403
    supervisor = await town.head("yanzheng")
    assert [each["id"] for each in (await town.get(LISTS, token=supervisor)).json["items"]] == [again["id"], listed["id"]]
    approved = await town.post(f"{LISTS}/{again['id']}/approve", body, token=supervisor)
    assert (approved.status, approved.json["state"]) == (200, "approved")
