"""What the stories about companies share: one form filled, acts of staff by their names, walking a part to its end."""

from typing import Any

from tests.factories import Town

COMPANY: dict[str, Any] = {
    "company_name": "江州云溪餐饮有限公司",
    "capital": 50,
    "paid_by": "2031-06-30",
    "scope": ["catering_supply", "retail"],
    "premises": {"town": "罗溪街道", "detail": "罗溪路8号一楼"},
    "premises_promise": "promise",
    "legal_representative": {"name": "李敏", "id_number": "990101197009120061", "phone": "16909900001"},
    "shareholders": [{"name": "李敏", "id_number": "990101197009120061"}],
    "articles": "model",
    "seals": ["company", "finance"],
    "seal_shop": "yunshan_seals",
    "invoices": "small",
    "bank_wanted": "wanted",
    "bank_branch": "yunshan",
    "insurance_wanted": "wanted",
    "employees": 3,
    "fund_wanted": "not_wanted",
    "collection": "post",
    "post_address": {"town": "罗溪街道", "detail": "罗溪路8号一楼"},
    "contact_phone": "16909900001",
}


async def act(
    town: Town, token: str, case: dict[str, Any], action: str, *, staff: bool = True, acting: str = "", **body: Any
) -> dict[str, Any]:
    """One act on a case as it is now, by an agent under the grant `acting`; the case after it."""
    base = "/api/v1/staff/cases" if staff else "/api/v1/cases"
    seen = (await town.get(f"{base}/{case['id']}", token=token, acting=acting)).json
    if staff and action == "grant" and seen["to_fill"]:
        body = {"fills": proposed(seen), **body}
    answer = await town.post(f"{base}/{case['id']}/{action}", {"version": seen["version"], **body}, token=token, acting=acting)
    assert answer.status == 200, answer.text
    return answer.json


def proposed(seen: dict[str, Any]) -> dict[str, Any]:
    """What a case's page proposes to fix at the step whose turn it is; where it proposes nothing 600, or the first option."""
    return {each["field"]["key"]: each["proposed"] if each["proposed"] is not None else _some(each["field"]) for each in seen["to_fill"]}


def _some(field: dict[str, Any]) -> Any:
    if not field["options"]:
        return 600
    first = field["options"][0]["value"]
    return [first] if field["type"] == "multi" else first


async def filed(town: Town, token: str, item: str, form: dict[str, Any], *, region: str | None = None, **chosen: Any) -> dict[str, Any]:
    """An application filed formally, in a district, with the applicant's own signature where one is asked of them.

    `chosen`: what is handed in for which material, else its licence.
    """
    draft = await town.made("/api/v1/cases", {"item": item, "form": form, "region": region}, token)
    materials = {each["key"]: chosen.get(each["key"], {"licence": True}) for each in draft["materials"]}
    saved = await town.put(f"/api/v1/cases/{draft['id']}", {"version": draft["version"], "materials": materials}, token=token)
    assert saved.status == 200, saved.text
    case = await act(town, token, saved.json, "submit", staff=False)
    await signed(town, token)
    return case


async def signed(town: Town, token: str) -> None:
    """Somebody signs everything that is asked of them, as they see it."""
    rows = (await town.get("/api/v1/obligations?open=true", token=token)).json["items"]
    for row in (each for each in rows if each["kind"]["code"] == "signature"):
        page = (await town.get(f"/api/v1/obligations/{row['id']}", token=token)).json
        answer = await town.post(f"/api/v1/obligations/{row['id']}/sign", {"digest": page["digest"]}, token=token)
        assert answer.status == 200, answer.text


async def accepted(town: Town, clerk: str, case: dict[str, Any]) -> dict[str, Any]:
    """The reception looks at everything and accepts, with whoever has to come standing there."""
    if waited_for(case):
        await act(town, clerk, case, "check-originals")
    seen = await act(town, clerk, case, "claim")
    keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    seen = await act(town, clerk, seen, "pass-material", materials=keys) if keys else seen
    return await act(town, clerk, seen, "accept")


def waited_for(case: dict[str, Any]) -> bool:
    """Whether nothing is examined before the applicant has come."""
    return any(each["kind"]["code"] == "visit" and each["open"] for each in case["obligations"])


def part(case: dict[str, Any], key: str) -> dict[str, Any]:
    """One department's share of a bundle, as its applicant sees it."""
    return next(each for each in case["parts"] if each["key"] == key)


async def granted(town: Town, username: str, share: dict[str, Any], result: str = "", *steps: str) -> None:
    """A department does its steps, grants, and hands its result to the exit counter."""
    token, case = await town.staff(username), {"id": share["case"]}
    for step in steps:
        await act(town, token, case, "complete-step", step=step, finding="无误")
    await act(town, token, case, "grant")
    if result:
        seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=token)).json
        number = None if seen["founded"] and result == "营业执照" else "JZ-2026-001"  # a licence bears the company's credit code
        await act(town, token, case, "record-result", kind=result, delivery="交综合出件窗口", number=number)


async def newest_licence(town: Town, token: str, kind: str, acting: str = "") -> dict[str, Any]:
    """The one of a kind that somebody was issued last, as it stands among their licences."""
    await town.world.settle()
    held = (await town.get("/api/v1/licences", token=token, acting=acting)).json["items"]
    return max((each for each in held if each["kind"] == kind), key=lambda each: each["issued_on"])
