"""Archives over HTTP: what a department handed over, its sealed list, and what the applicant sees of it."""

import pytest

from tests.factories import Town
from tests.sandbox_control import SandboxProcess
from tests.world import World

BASE = "/api/v1/staff/archives"


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


async def test_a_person_takes_along_which_of_their_cases_are_archived_until_when(town: Town) -> None:
    citizen, keeper = await town.proven("li-qiang"), await town.staff("wuminyi")
    case = await closed_case(town, citizen)
    batch = await town.made(BASE, {"cases": [case]}, keeper)
    exported = await town.get("/api/v1/me/export", token=citizen)
    [kept] = [each for each in exported.json["records"]["cases"] if each["id"] == case]
    assert (kept["archived"]["number"], kept["archived"]["until"]) == (batch["number"], "2036-12-31")
