"""Items that have their guide here and are done by another way: whoever applies is told where to go."""

import pytest

from tests.factories import Town


@pytest.mark.parametrize(
    ("item", "phone", "link"),
    [("hotline", "12345", ""), ("gov-message", "12345", "https://wenzheng.yuncheng.example/"), ("weather-sms", "0600-81003100", "")],
)
async def test_applying_is_answered_with_where_to_go(town: Town, item: str, phone: str, link: str) -> None:
    token = await town.proven("li-qiang")
    for path in ("/api/v1/cases", "/api/v1/certificates"):
        answer = await town.post(path, {"item": item, "form": {}}, token=token)
        assert (answer.status, answer.json["type"]) == (409, "/problems/done_elsewhere"), answer.text
        assert (answer.json["phone"], answer.json["link"]) == (phone, link)
        assert phone in answer.json["detail"]
    assert (await town.get("/api/v1/cases", token=token)).json["items"] == []


async def test_guide_list_and_form_say_so_before_anybody_tries(town: Town) -> None:
    guide = (await town.get("/api/v1/items/hotline")).json
    assert guide["elsewhere"]["phone"] == "12345"
    online = {each["code"]: each["online"] for each in (await town.get("/api/v1/items", theme="voice")).json["items"]}
    assert online == {"hotline": False, "gov-message": False}
    form = (await town.get("/api/v1/items/hotline/form", token=await town.matched("li-qiang"))).json
    assert (form["fields"], form["notes"]) == ([], [guide["elsewhere"]["text"]])
    assert (await town.get("/api/v1/items/longevity")).json["elsewhere"] is None


async def test_there_is_a_slip_and_nothing_to_book_or_to_grant(town: Town) -> None:
    slip = await town.post("/api/v1/items/hotline/advice-slips", {})
    assert slip.json["text"]["where"] == ["拨打12345（普通话、本地话都可以）"]
    token = await town.proven("wang-guifang")
    grant = await town.post("/api/v1/grants", {"agent": town.document("li-min"), "items": ["hotline"], "until": "2026-12-31"}, token=token)
    assert grant.status == 422, grant.text
