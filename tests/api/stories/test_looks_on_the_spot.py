"""An officer's "no" on the spot counts: told to the applicant, in the way of the grant until it is mended and looked at again, or the head
says why it is granted all the same."""

import io
from typing import Any

from PIL import Image

from backend.cases import Action, named_by
from backend.cases.decided import decided
from backend.cases.photographed import MOST, photographed
from models.cases import Case, Photograph
from tests.api.stories.business import accepted, act
from tests.api.stories.counterparts import photo
from tests.factories import Town
from tests.people_edge import real_catalogue
from tests.road_digging import ROAD

ITEM = "road-dig"
_COLOURS = {"planning_permit": "red", "drawings": "green", "method": "blue", "pipeline_map": "black"}
WANTING = "围挡没有立，人行道没有留出通道"


async def _looked_at(town: Town, citizen: str, outcome: str | None) -> dict[str, Any]:
    """Accepted, looked at on the spot with that outcome, and passed by the police beside it."""
    draft = await waiting_for_a_look(town, citizen)
    await _visited(town, draft, outcome, WANTING)
    return draft


async def waiting_for_a_look(town: Town, citizen: str) -> dict[str, Any]:
    draft = await town.made("/api/v1/cases", {"item": ITEM, "form": ROAD | {"phone": "16909900004"}}, citizen)
    chosen: dict[str, Any] = {"resident_card": {"licence": True}}
    for key, colour in _COLOURS.items():
        chosen[key] = {"files": [await photo(town, citizen, ITEM, colour)]}
    path = f"/api/v1/cases/{draft['id']}"
    saved = await town.put(path, {"version": draft["version"], "materials": chosen}, token=citizen)
    assert saved.status == 200, saved.text
    await act(town, citizen, draft, "submit", staff=False)
    await accepted(town, await town.staff("linxiaoyan"), draft)
    return draft


async def _visited(town: Town, case: dict[str, Any], outcome: str | None, finding: str) -> None:
    officer = await _officer(town)
    await act(town, officer, case, "complete-step", step="site_visit", finding=finding, outcome=outcome)
    await act(town, await town.staff("zhongweiguo"), case, "complete-step", step="traffic", finding="同意")


async def _officer(town: Town) -> str:
    return await town.staff("baixueying")


async def test_a_failed_look_is_told_and_nothing_is_granted_until_it_was_looked_at_again(town: Town) -> None:
    citizen, head = await town.proven("li-qiang"), await town.head("qinling")
    case = await _looked_at(town, citizen, "fails")
    told = {each["template"]: each["body"] for each in await town.inbox(citizen)}
    assert f"结论是「现场不具备开挖条件」：{WANTING}。请整改" in told["look_failed"]
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert any(each["verdict"] == "现场不具备开挖条件" and each["finding"] == WANTING for each in mine["steps"])

    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"], "reason": "符合条件"}, token=head)
    assert (early.status, "请等申请人整改后再看一次" in early.json["detail"]) == (409, True)
    seen = await act(town, await _officer(town), case, "look-again", reason="申请人报告围挡已经立好")
    visit, traffic = seen["steps"][0], seen["steps"][1]
    assert [(each["done_at"], each["earlier"]) for each in (visit, traffic)] == [(None, 1), (None, 1)]
    assert "look_again" in await town.told(citizen)
    await _visited(town, case, "passes", "围挡已立，通道已留")
    granted = await act(town, head, case, "grant", reason="符合条件")
    assert granted["state"]["state"] == "granted"


async def test_the_head_may_grant_all_the_same_with_a_reason_that_is_printed(town: Town) -> None:
    citizen, head = await town.proven("li-qiang"), await town.head("qinling")
    case = await _looked_at(town, citizen, "fails")
    why = "水管爆裂抢修，先开挖，围挡当晚补立"
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json
    body = {"version": seen["version"], "reason": "符合条件", "despite": "同意"}
    empty = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", body, token=head)
    assert (empty.status, empty.json["errors"][0]["pointer"]) == (422, "/despite")
    assert "请写清楚具体事实" in empty.json["errors"][0]["detail"]
    await act(town, head, case, "grant", reason="符合条件", despite=why)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert mine["decision"]["despite"] == why
    paper = await town.get(f"/api/v1/cases/{case['id']}/papers/decision", token=citizen)
    assert (paper.status, paper.body[:5]) == (200, b"%PDF-")
    document = await town.world.store.cases.get(case["id"])
    kept = Case.of(document or {})
    version = town.world.product.engines.cases.version_of(kept)
    assert decided(kept, version)[-1] == f"「现场踏勘」（现场不具备开挖条件）的情况，首席代表已经知悉，仍予批准，理由：{why}"


async def test_what_cannot_be_said_of_a_look(town: Town) -> None:
    citizen, head = await town.proven("li-qiang"), await town.head("qinling")
    case = await _looked_at(town, citizen, None)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=head)).json
    assert seen["steps"][0]["verdict"] == "现场具备开挖条件"
    body = {"version": seen["version"], "reason": "符合条件", "despite": "围挡当晚补立，先行抢修"}
    needless = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", body, token=head)
    assert [each["pointer"] for each in needless.json["errors"]] == ["/despite"]
    assert "look-again" not in {each["action"] for each in seen["actions"]}
    body = {"version": seen["version"], "reason": "想再看一次现场"}
    assert (await town.post(f"/api/v1/staff/cases/{case['id']}/look-again", body, token=await _officer(town))).status == 409


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (80, 60), "grey").save(out, "JPEG")
    return out.getvalue()


async def _photographed(town: Town, token: str, case: dict[str, Any], content: bytes, kind: str = "image/jpeg") -> Any:
    return await town.post(f"/api/v1/staff/cases/{case['id']}/photographs", content, token=token, headers={"Content-Type": kind})


async def test_whoever_looks_keeps_photographs_with_the_step_and_the_applicant_does_not_see_them(town: Town) -> None:
    citizen, officer = await town.proven("li-qiang"), await _officer(town)
    case = await waiting_for_a_look(town, citizen)
    kept = await _photographed(town, officer, case, picture())
    assert kept.status == 201, kept.text
    (taken,) = kept.json["photographs"]
    assert (taken["of"], kept.json["may_photograph"]) == ("现场踏勘", True)
    path = f"/api/v1/staff/cases/{case['id']}/photographs/{taken['id']}"
    copy = await town.get(path, token=officer)
    assert (copy.status, copy.headers["Content-Type"]) == (200, "image/jpeg")
    await _visited(town, case, "passes", "围挡已立")
    head = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.head("qinling"))).json
    assert [each["id"] for each in head["photographs"]] == [taken["id"]], "it stays with the case"
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert "photographs" not in mine
    assert (await town.get(path, token=citizen)).status in (401, 403)
    (stored,) = await town.world.store.cases.find({"_id": case["id"]})
    use = stored["photographs"][0]["use"]
    assert f"{use['material']}:1" in named_by(Case.of(stored)), "destroyed with the case, after its time in the archive"
    assert (await town.get("/api/v1/materials", token=citizen)).json["items"][0]["id"] != use["material"], "nor among their uploads"
    await town.world.settle()
    log = (await town.get("/api/v1/me/access-log", token=citizen)).json["items"]
    assert any(each["action"] == "material.read" for each in log), "that somebody looked at it stands in their log"


async def test_only_pictures_and_only_by_whose_turn_it_is(town: Town) -> None:
    citizen = await town.proven("li-qiang")
    case = await waiting_for_a_look(town, citizen)
    officer = await _officer(town)
    letter = await _photographed(town, officer, case, b"%PDF-1.4 no picture", "application/pdf")
    assert letter.status == 415
    stranger = await _photographed(town, await town.staff("zhongweiguo"), case, picture())
    assert (stranger.status, "不由您" in stranger.json["detail"]) == (403, True), "the police has the next step"
    await _visited(town, case, "passes", "围挡已立")
    late = await _photographed(town, officer, case, picture())
    assert late.status == 403


def test_there_are_enough_photographs_at_some_time() -> None:
    of = Case.model_validate(
        {
            "_id": "case_1",
            "person": "citizen_1",
            "person_name": "李强",
            "item": ITEM,
            "item_name": "占用、挖掘城市道路审批",
            "item_version": f"{ITEM}@2026-01-01",
            "department": "urban_management",
            "state": "closed",
            "created_at": "2026-11-23T10:00:00+08:00",
            "updated_at": "2026-11-23T10:00:00+08:00",
        }
    )
    dug = real_catalogue().version_by_id(of.item_version)
    assert photographed(of, dug, [Action.INSPECT]) == ("", "事后核查")
    assert photographed(of, dug, [Action.ANNUL]) is None
    use = {"material": "mat_1", "version": 1, "name": "x.jpg", "content_type": "image/jpeg", "size": 1}
    taken = {"id": "photo_1", "step": "", "of": "事后核查", "at": of.created_at, "by": {"id": "staff_1", "name": "白"}, "use": use}
    full = of.model_copy(update={"photographs": [Photograph.model_validate(taken)] * MOST})
    assert photographed(full, dug, [Action.INSPECT]) is None
