"""S11 (seed 001): the list of matters done in one visit can be searched, each has a complete guide, and whoever asks at a
counter is told once, in writing, everything they must hand in."""

import pytest

from handlers.base import STAFF_COOKIE
from tests.factories import Town
from tests.people_edge import PASSWORD

ASKED = ("conditions", "known", "how", "duration", "trips", "fee", "where", "when", "phone", "complaints", "materials", "steps", "results")


async def test_everybody_reads_the_whole_list_page_by_page_and_by_theme(town: Town) -> None:
    """供群众、企业随时翻阅查询: no log-in."""
    themes = (await town.get("/api/v1/themes")).json["items"]
    listed: list[str] = []
    cursor = ""
    while cursor is not None:
        page = (await town.get(f"/api/v1/items?cursor={cursor}")).json
        listed += [each["code"] for each in page["items"]]
        cursor = page["next"]
    assert len(listed) == len(set(listed)) == len(town.world.product.engines.catalogue)
    by_theme = {each["code"] for theme in themes for each in (await town.get(f"/api/v1/items?theme={theme['id']}")).json["items"]}
    assert by_theme == set(listed), "every item stands under a theme"


@pytest.mark.parametrize(("said", "code"), [("老人津贴", "longevity"), ("sfzbb", "idcard-lost"), ("社保正明", "ss-proof")])
async def test_it_is_searched_in_peoples_own_words(town: Town, said: str, code: str) -> None:
    assert (await town.get(f"/api/v1/items?q={said}")).json["items"][0]["code"] == code


async def test_every_guide_is_complete(town: Town) -> None:
    """明确每一个服务事项的受理条件、申请材料等信息要素."""
    for item in town.world.product.engines.catalogue.items:
        guide = (await town.get(f"/api/v1/items/{item.code}")).json
        for part in ASKED:
            if part in ("known", "materials", "steps"):  # an item may need nothing
                assert isinstance(guide[part], list), (item.code, part)
            else:
                assert guide[part], (item.code, part)
        assert all(material["name"] and material["need_label"] and material["source_label"] for material in guide["materials"])


async def test_at_the_counter_everything_is_told_once_in_writing(town: Town) -> None:
    """要求窗口工作人员一次性书面告知服务对象须提交的全部资料及相关要求: dated, numbered, named, complete, and still so later."""
    session = await town.post("/api/v1/staff/sessions", {"username": "linxiaoyan", "password": PASSWORD}, key="")
    assert session.status == 201, session.text
    cookie = session.headers["Set-Cookie"].partition(";")[0]
    assert cookie.startswith(f"{STAFF_COOKIE}=")
    by_clerk = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin"}
    told = {"circumstances": {"under_age": "minor", "collection": "post"}, "agent": True}
    answer = await town.post("/api/v1/items/ssc-apply/advice-slips", told, key="", headers=by_clerk)
    assert answer.status == 201, answer.text
    slip = answer.json
    assert (slip["number"], slip["given_at"][:10], slip["given_by"]) == ("云政告〔2026〕第000001号", "2026-11-23", "林晓燕")
    guide = (await town.get("/api/v1/items/ssc-apply")).json
    needed = {material["name"] for material in guide["materials"]}
    text = slip["text"]
    named = {each["name"] for each in text["materials"]} | {line.partition("：")[0] for line in text["nothing_to_hand_in"]}
    assert named == needed, "a child's card asked for by somebody else: all four, none left for a second time"
    assert text["circumstances"] == ["持卡人满16周岁了吗：还没满", "卡怎么拿：邮寄到家", "由别人代办"]
    assert all(text[part] for part in ("how", "duration", "trips", "fee", "bring", "where", "when", "phone"))
    adult = (await town.post("/api/v1/items/ssc-apply/advice-slips", {"circumstances": {"under_age": "adult"}}, key="")).json
    assert "看得出监护关系的证件" not in str(adult["text"]), "and nothing that is not asked of them"
    assert adult["number"] == "云政告〔2026〕第000002号"
    town.world.clock.forward(days=300)
    assert (await town.get(f"/api/v1/advice-slips/{slip['id']}")).json == slip, "what was told stays as it was told"
    assert (await town.get(slip["pdf"])).body.startswith(b"%PDF-")
    assert slip["number"] in (await town.get(slip["page"])).text
