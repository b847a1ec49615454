"""What was issued on a decision ends with it: annulled, its certificate says so at its code, and its licence replaces no paper any more."""

from typing import Any

import pytest

from tests.api.stories.business import accepted, act
from tests.api.stories.counterparts import photo
from tests.api.stories.test_s21_commitment import EveryLot
from tests.factories import Town
from tests.road_digging import ROAD

ITEM, PERMIT = "road-dig", "挖掘城市道路许可证"
_COLOURS = {"planning_permit": "red", "drawings": "green", "method": "blue", "pipeline_map": "black"}


async def committed(town: Town, token: str, head: str) -> dict[str, Any]:
    """Decided without a look at the place, on the applicant's word that it is as they say; paid for, and drawn to be checked."""
    draft = await town.made("/api/v1/cases", {"item": ITEM, "form": ROAD | {"phone": "16909900004"}}, token)
    chosen: dict[str, Any] = {"resident_card": {"licence": True}}
    for key, colour in _COLOURS.items():
        chosen[key] = {"files": [await photo(town, token, ITEM, colour)]}
    path = f"/api/v1/cases/{draft['id']}"
    assert (await town.put(path, {"version": draft["version"], "materials": chosen}, token=token)).status == 200
    read = (await town.get(f"{path}/commitment", token=token)).json
    await act(town, token, draft, "commit", staff=False, digest=read["digest"])
    await act(town, token, draft, "submit", staff=False)
    await accepted(town, window := await town.staff("linxiaoyan"), draft)
    await act(town, await town.staff("zhongweiguo"), draft, "complete-step", step="traffic", finding="同意")
    await act(town, head, draft, "grant", reason="符合条件")
    bill = (await town.get("/api/v1/bills", token=token)).json["items"][0]
    taken = await town.post(f"/api/v1/staff/bills/{bill['id']}/collect", {"version": bill["version"], "method": "cash"}, token=window)
    assert taken.status == 200, taken.text
    await town.world.settle()
    return draft


async def permit_of(town: Town, token: str) -> dict[str, Any]:
    """The permit in the holder's list of licences."""
    found = (await town.get("/api/v1/licences", token=token)).json["items"]
    return next(each for each in found if each["name"] == PERMIT)


async def test_annulling_a_decision_ends_its_certificate_and_its_licence(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """No item of the catalogue issues both: the certificate is one really issued, named by the case as its own."""
    monkeypatch.setattr(town.world.product.engines.cases, "lots", EveryLot(b"any"))
    citizen, head = await town.proven("li-qiang"), await town.head("qinling")
    case = await committed(town, citizen, head)
    proof = await town.certified(citizen)
    own = {"$set": {"certificate": proof["id"], "decision.certificate": proof["id"]}}
    assert await town.world.store.cases.change_many({"_id": case["id"]}, own) == 1
    before = await permit_of(town, citizen)
    assert before["status"] == "有效"
    use = {"identifier": before["identifier"], "purpose": "给施工队看", "last_day": "2026-12-20"}
    copy = await town.made("/api/v1/licences/copies", use, citizen)
    code = copy["url"].rpartition("/verify/licences/")[2]
    assert (await town.get(f"/verify/licences/{code}")).json["result"] == "shown"
    assert (await town.get(f"/verify/{proof['verify_code']}")).json["result"] == "valid"

    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json
    officer = await town.staff(next(each.username for each in town.district.staff if each.name == seen["inspection"]["inspector"]))
    await act(town, officer, case, "inspect", outcome="false", note="现场没有围挡", basis="行政许可法第六十九条")
    await act(town, citizen, case, "speak", staff=False, text="围挡第二天才到")
    await act(town, head, case, "annul", reason="承诺不实", basis="行政许可法第六十九条")
    await town.world.settle()

    shown = (await town.get(f"/verify/{proof['verify_code']}")).json
    assert (shown["result"], "撤销" in shown["label"]) == ("revoked", True), shown
    mine = (await town.get(f"/api/v1/certificates/{proof['id']}", token=citizen)).json
    assert (mine["state"], mine["reason"] != "") == ("revoked", True)
    assert (await permit_of(town, citizen))["status"] == "注销"
    checked = (await town.get(f"/verify/licences/{code}")).json
    assert (checked["result"], checked["label"], checked["licence"]) == ("over", "证照已经失效", PERMIT)
    assert {"case_annulled", "certificate_revoked"} <= set(await town.told(citizen))
