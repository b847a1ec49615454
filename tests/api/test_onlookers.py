"""Who looks on and does not work on a matter: supervision, audit, whoever manages a hall. Their page masks; no paper says what it hides."""

from typing import Any

from backend.permissions import may
from models.acts import Act, Role, StaffActor
from models.certificates import Certificate
from tests.api.people.test_standins import seated
from tests.api.stories.business import accepted, act
from tests.api.stories.test_s21_tolerance import drafted
from tests.factories import Town
from tests.road_digging import MAP

NAME = "王桂芳"
SERVES = {Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE}


async def _promised(town: Town, citizen: str) -> dict[str, Any]:
    """Handed in with one paper to follow."""
    case = await act(town, citizen, await drafted(town, citizen), "promise", staff=False, materials=[MAP])
    return await act(town, citizen, case, "submit", staff=False)


async def test_who_only_looks_on_opens_no_paper_and_each_try_is_kept(town: Town) -> None:
    citizen, window, boss = await town.proven("wang-guifang"), await town.staff("linxiaoyan"), await town.head("qinling")
    case = await _promised(town, citizen)
    address = f"/api/v1/staff/cases/{case['id']}"
    await accepted(town, window, case)
    mine = (await town.get(address, token=window)).json
    assert (mine["person_name"], mine["papers_shut"]) == (NAME, ""), "the counter that took it in gives the notice out"
    assert (await town.get(f"{address}/papers/acceptance", token=window)).status == 200
    await act(town, boss, case, "complete-step", step="site_visit", finding="无误")
    await act(town, await town.staff("zhongweiguo"), case, "complete-step", step="traffic", finding="无误")
    await act(town, boss, case, "grant")
    keys = [each["key"] for each in (await town.get(address, token=boss)).json["papers"]]
    assert {"decision", "acceptance", "tolerance"} <= set(keys)
    assert {(await town.get(f"{address}/papers/{key}", token=boss)).status for key in keys} == {200}
    for onlooker in ("yanzheng", "cuimingcha"):
        token = await seated(town, onlooker)
        page = await town.get(address, token=token)
        assert (page.json["person_name"], [each["key"] for each in page.json["papers"]]) == ("王*芳", keys)
        assert "不能打开文书" in page.json["papers_shut"]
        story = await town.get(f"{address}/story", token=token)
        time = await town.get(f"/api/v1/staff/supervision/cases/{case['id']}", token=token)
        commitment = await town.get(f"{address}/commitment", token=token)
        for each in (page, story, time, commitment):
            at = each.text.find(NAME)
            assert at < 0, each.text[max(0, at - 120) : at + 40]
        for key in (*keys, "nosuch"):  # of every kind alike, whether there is one or not
            refused = await town.get(f"{address}/papers/{key}", token=token)
            assert (refused.status, refused.json["detail"]) == (403, page.json["papers_shut"]), key
    rows = await town.world.store.audit.find({"action": "case.access_refused", "subject": f"cases/{case['id']}"})
    told = {(each["actor"]["name"], each["detail"]["count"]) for each in rows}
    assert told == {(each, len(keys) + 1) for each in ("严正", "崔明察")}, [each["detail"] for each in rows]


async def test_the_file_of_a_certificate_opens_to_who_serves_people_in_its_department(town: Town) -> None:
    made = await town.post(
        "/api/v1/certificates", {"item": "archive-proof", "form": {"purpose": "work"}}, token=await town.proven("wang-guifang")
    )
    certificate = Certificate.of(await town.world.store.certificates.get(made.json["id"]) or {})
    for role in Role:
        for department in (certificate.department, "taxation"):
            actor = StaffActor(id="staff-x", name="谁", roles=frozenset({role}), department=department)
            opens = may("certificate.download", Act(actor, town.world.clock.now()), certificate)
            assert opens == (role in SERVES and department == certificate.department), (role, department)
    address = f"/api/v1/staff/certificates/{certificate.id}"
    office, auditor = await town.staff("wuminyi"), await seated(town, "cuimingcha")
    assert [(await town.get(each, token=office)).status for each in (address, f"{address}/file")] == [200, 200]
    seen = await town.get(address, token=auditor)
    assert (seen.json["holder_name"], NAME in seen.text) == ("王*芳", False)
    assert (await town.get(f"{address}/file", token=auditor)).status == 403
