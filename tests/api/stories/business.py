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
        await act(town, token, case, "record-result", kind=result, way="exit", number=number)


async def handed_out(town: Town, token: str, case: dict[str, Any], kind: str, number: str | None = None, **more: Any) -> dict[str, Any]:
    """Opened for collection at a counter and handed to the applicant, or the company's legal representative, who signs; the case after it."""
    await act(town, token, case, "deliver", kind=kind, number=number, method="counter", **more)
    await town.world.settle()
    [delivery] = (await town.get(f"/api/v1/staff/deliveries?case={case['id']}", token=token)).json["items"]
    kept = await town.world.store.cases.get(case["id"]) or {}
    body = {"version": delivery["version"], "person": await _document(town, kept["person"]), "signature": "5" * 64}
    answer = await town.post(f"/api/v1/staff/deliveries/{delivery['id']}/hand-over", body, token=token)
    assert answer.status == 200, answer.text
    return await _after_delivery(town, case)


async def sent_home(town: Town, token: str, case: dict[str, Any], kind: str, number: str | None = None) -> dict[str, Any]:
    """Given to the courier, who brings it; the case after it."""
    await act(town, token, case, "deliver", kind=kind, number=number, method="post")
    await town.world.product.engines.deliveries.tick()
    [kept] = await town.world.store.deliveries.find({"case": case["id"]})
    parcel = f"courier/parcels/{kept['waybills'][-1]['number']}"
    await town.sandbox.call("PUT", parcel, {"state": "delivered", "text": "本人签收"})
    town.world.clock.forward(minutes=31)
    await town.world.product.engines.deliveries.tick()
    return await _after_delivery(town, case)


async def _document(town: Town, person: str) -> dict[str, str]:
    """Of a citizen, or of whoever represents a company."""
    if company := await town.world.store.enterprises.get(person):
        return {"id_number": company["representative"]["number"], "name": company["representative"]["name"]}
    citizen = await town.world.store.citizens.get(person) or {}
    return {"id_number": citizen["identity"]["number"], "name": citizen["name"]}


async def _after_delivery(town: Town, case: dict[str, Any]) -> dict[str, Any]:
    """As it is kept, for not everybody who hands out sees it when it is closed."""
    await town.world.settle()
    kept = await town.world.store.cases.get(case["id"]) or {}
    return {"state": {"state": kept["state"]}, "completion": {"code": kept["completion"]}, "closed_at": kept["closed_at"].isoformat()}


async def newest_licence(town: Town, token: str, kind: str, acting: str = "") -> dict[str, Any]:
    """The one of a kind that somebody was issued last, as it stands among their licences."""
    await town.world.settle()
    held = (await town.get("/api/v1/licences", token=token, acting=acting)).json["items"]
    return max((each for each in held if each["kind"] == kind), key=lambda each: each["issued_on"])
