"""A new version of an item over HTTP: begun, saved, proposed, agreed to by somebody else, and in force from its day on."""

from datetime import date, timedelta
from typing import Any

import pytest

from backend.catalogue import CatalogueFaults, load_catalogue
from backend.catalogue.next_version import with_next_version
from backend.catalogue.published import Published
from tests.client import Answer
from tests.factories import ARCHIVE, Town
from tests.sandbox_control import ROOT

ITEMS = "/api/v1/staff/catalogue/items"
DRAFTS = "/api/v1/staff/catalogue/drafts"
BEGINS = "2026-11-26"
SAID = "网上几秒钟就能拿到，这是新的说法。"


@pytest.fixture
async def editor(town: Town) -> str:
    """A token of the catalogue editor."""
    return await town.head("fuxiaolan")


@pytest.fixture
async def head(town: Town) -> str:
    """A token of the head of the department whose item it is."""
    return await town.head("xuwenjing")


async def begun(town: Town, editor: str, code: str = "archive-proof", day: str | None = BEGINS) -> Any:
    """A new draft with a version that begins on a day to come."""
    return await town.made(f"{ITEMS}/{code}/drafts", {"effective_from": day} if day else {}, editor)


def reworded(draft: Any) -> str:
    """The draft's text with another summary in its last version."""
    at = draft["source"].rindex("summary: ")
    end = draft["source"].index("\n", at)
    return draft["source"][:at] + f"summary: {SAID}" + draft["source"][end:]


async def begun_text(town: Town, editor: str) -> str:
    """The text of the open draft of 存档证明 as it was begun."""
    sheet = (await town.get(f"{ITEMS}/archive-proof", token=editor)).json
    return with_next_version(sheet["source"], date.fromisoformat(BEGINS))


async def saved(town: Town, editor: str, draft: Any, source: str = "") -> Any:
    answer = await town.put(f"{DRAFTS}/{draft['id']}", {"source": source or reworded(draft), "version": draft["version"]}, token=editor)
    assert answer.status == 200, answer.text
    return answer.json


async def act(town: Town, name: str, draft: Any, by: str, **more: Any) -> Answer:
    return await town.post(f"{DRAFTS}/{draft['id']}/{name}", {"version": draft["version"], **more}, token=by)


async def proposed(town: Town, editor: str) -> Any:
    """A reworded draft that waits for whoever agrees."""
    draft = await saved(town, editor, await begun(town, editor))
    answer = await act(town, "propose", draft, editor, note="把概要写得更明白")
    assert answer.status == 200, answer.text
    return answer.json


async def summary(town: Town, code: str = "archive-proof") -> str:
    return (await town.get(f"/api/v1/items/{code}")).json["summary"]


async def test_a_version_comes_into_force_on_its_day_and_cases_keep_theirs(town: Town, editor: str, head: str) -> None:
    citizen = await town.proven("li-min")
    early = await town.certified(citizen)
    before = await summary(town)
    draft = await begun(town, editor)
    assert (draft["acts"], draft["source"].count("effective_from: ")) == (["save", "propose", "discard"], 2)
    assert [change["text"] for change in (await town.get(f"{DRAFTS}/{draft['id']}/diff", token=editor)).json["changes"]] == []
    draft = await saved(town, editor, draft)
    told = (await town.get(f"{DRAFTS}/{draft['id']}/diff", token=head)).json
    assert (told["after"], len(told["changes"])) == (f"archive-proof@{BEGINS}", 1)
    draft = (await act(town, "propose", draft, editor, note="把概要写得更明白")).json
    assert (draft["state_label"], draft["acts"]) == ("等待复核", ["send-back", "discard"])
    listed = [(await town.get(ITEMS, token=by, drafts="true")).json["items"] for by in (editor, head)]
    assert [[each["draft"]["yours"] for each in rows] for rows in listed] == [[False], [True]], "whom it waits for"
    own = await act(town, "publish", draft, editor)
    assert (own.status, "不能自己发布" in own.json["detail"]) == (403, True), own.text
    done = await act(town, "publish", draft, head)
    assert (done.status, done.json["state_label"], done.json["acts"]) == (200, "已发布", []), done.text

    assert await summary(town) == before, "it has not begun"
    sheet = (await town.get(f"{ITEMS}/archive-proof", token=editor)).json
    assert [(each["effective_from"], each["state_label"]) for each in sheet["versions"]] == [("2026-01-01", "现行"), (BEGINS, "还没施行")]
    assert [(each["proposed_by"], each["published_by"]) for each in sheet["published"]] == [("傅晓岚", "许文静")]
    assert (sheet["coming"], sheet["draft"], SAID in sheet["source"]) == ([BEGINS], None, True)
    assert [each["name"] for each in sheet["districts"]] == ["云城区"]
    town.world.clock.forward(days=3)
    assert await summary(town) == SAID
    late = await town.certified(await town.proven("li-qiang"), ARCHIVE)
    versions = [(await town.world.store.certificates.get(each["id"]) or {})["item_version"] for each in (early, late)]
    assert versions == ["archive-proof@2026-01-01", f"archive-proof@{BEGINS}"]
    acts = [row["action"] for row in (await town.world.store.catalogue_drafts.get(draft["id"]) or {})["events"]]
    assert acts == ["item.draft_begun", "item.draft_saved", "item.draft_proposed", "item.published"]


async def test_another_process_learns_of_it_and_a_release_that_knows_less_does_not_start(town: Town, editor: str, head: str) -> None:
    assert (await act(town, "publish", await proposed(town, editor), head)).status == 200
    catalogue = load_catalogue(ROOT / "catalogue")
    other = Published(town.world.store, catalogue, ROOT / "catalogue", lambda after: [])
    await other.refresh()
    assert [version.guide.summary for version in catalogue.item("archive-proof").versions][-1] == SAID
    later = catalogue.item("ss-proof").model_copy(update={"code": "archive-proof"})
    version = later.versions[0].model_copy(update={"effective_from": later.versions[0].effective_from - timedelta(days=9)})
    newer = load_catalogue(ROOT / "catalogue").with_item(later.model_copy(update={"versions": (version, *later.versions)}))
    with pytest.raises(CatalogueFaults, match="2025-12-23"):
        await Published(town.world.store, newer, ROOT / "catalogue", lambda after: []).refresh()


async def test_what_has_begun_is_not_changed_and_nothing_begins_today(town: Town, editor: str) -> None:
    draft = await begun(town, editor, day=None)
    untouched = await act(town, "propose", draft, editor, note="什么也没有改")
    assert (untouched.status, "完全一样" in untouched.text) == (422, True)
    for old, new, why in (
        ("effective_from: 2026-01-01", "effective_from: 2026-11-23", "已经生效"),
        ("summary: ", "summary: 改过的", "已经生效"),
        ("\nname: ", "\nname: 新的", "随系统版本更新"),
        ("code: archive-proof", "code: unheard-of", "不能改成"),
    ):
        text = draft["source"].replace(old, new, 1)
        assert text != draft["source"], old
        if why == "不能改成":  # a code of its own needs a national code of its own
            text = text.replace("992014007000", "992014007999")
        kept = await saved(town, editor, draft, text)
        refused = await act(town, "propose", kept, editor, note="改一处试试看")
        assert (refused.status, why in refused.text) == (422, True), (new, refused.text)
        draft = {**kept, "source": draft["source"]}


async def test_a_change_of_what_holds_is_told_before_anybody_proposes_it(town: Town, editor: str) -> None:
    draft = await begun(town, editor)
    old = draft["source"].replace("summary: ", "summary: 改了旧的。", 1).replace("\nname: ", "\nname: 新的", 1)
    draft = await saved(town, editor, draft, reworded({"source": old}))
    faults = (await town.post(f"{DRAFTS}/check", {"source": draft["source"]}, token=editor, key="")).json["faults"]
    assert [(each["pointer"], each["line"] > 1) for each in faults] == [("/name", True), ("/versions/0", True)]
    assert "已经生效，不能改动" in faults[1]["message"]
    told = (await town.get(f"{DRAFTS}/{draft['id']}/diff", token=editor)).json["changes"]
    marked = [(each["version"], each["where"], each["after"]) for each in told]
    assert [each[0] for each in marked] == ["2026-01-01", None, None], told
    assert "已经施行，不能改" in marked[0][1]
    assert "改了旧的" in marked[0][2]
    assert (marked[1][1:], marked[2][1:]) == (("办事指南的一句话说明", SAID), ("事项名称", "新的人事档案存放证明"))
    clean = await saved(town, editor, draft, (await begun_text(town, editor)) + "\n# 只加了一句注释\n")
    assert (await town.post(f"{DRAFTS}/check", {"source": clean["source"]}, token=editor, key="")).json["faults"] == []
    early = clean["source"].replace(f"effective_from: {BEGINS}", "effective_from: 2026-11-23")
    faults = (await town.post(f"{DRAFTS}/check", {"source": early}, token=editor, key="")).json["faults"]
    assert [each["pointer"] for each in faults] == ["/versions/1/effective_from"]
    gone = clean["source"].replace("effective_from: 2026-01-01", "effective_from: 2026-01-02")
    faults = (await town.post(f"{DRAFTS}/check", {"source": gone}, token=editor, key="")).json["faults"]
    assert [each["pointer"] for each in faults] == ["/versions", "/versions/0/effective_from"]
    told = (await town.post(f"{DRAFTS}/diff", {"source": gone}, token=editor, key="")).json["changes"]
    assert [(each["text"], each["version"]) for each in told] == [("2026年1月1日起施行的版本（已经施行，不能改）去掉了", "2026-01-01")]


async def test_what_else_rests_on_the_item_is_asked(town: Town, editor: str) -> None:
    """The scheme of points names fields of its item, the exemption list its materials: a version without them is not proposed."""
    draft = await begun(town, editor)
    wrong = draft["source"].rindex("summary: ")
    broken = await saved(town, editor, draft, draft["source"][:wrong] + "colour: red\n      " + draft["source"][wrong:])
    assert broken["state_label"] == "编辑中", "what is half done is kept"
    refused = await act(town, "propose", broken, editor, note="还没有写完的")
    assert (refused.status, "1处需要修改" in refused.json["detail"]) == (422, True), refused.text
    fits = town.world.product.engines.published._fits
    catalogue = town.world.product.engines.catalogue
    points = catalogue.item("points-confirm")
    bare = points.versions[-1].model_copy(update={"form": ()})
    assert any("积分方案" in each for each in fits(catalogue.with_item(points.model_copy(update={"versions": (bare,)}))))
    longevity, rule = catalogue.item("longevity"), catalogue.item("ss-proof").versions[-1].instant
    ruled = longevity.versions[-1].model_copy(update={"instant": rule})
    assert any("certificates.yaml" in each for each in fits(catalogue.with_item(longevity.model_copy(update={"versions": (ruled,)}))))


async def test_two_editors_never_lose_a_word(town: Town, editor: str) -> None:
    other = await town.head("luwenbo")
    draft = await begun(town, editor)
    second = await town.post(f"{ITEMS}/archive-proof/drafts", {}, token=other)
    assert (second.status, "已经有一份" in second.json["detail"]) == (409, True)
    await saved(town, other, draft)
    stale = await town.put(f"{DRAFTS}/{draft['id']}", {"source": draft["source"], "version": draft["version"]}, token=editor)
    assert stale.status == 409
    now = (await town.get(f"{DRAFTS}/{draft['id']}", token=editor)).json
    assert (SAID in now["source"], now["edited_by"]) == (True, "路文博")
    waits = (await act(town, "propose", now, editor, note="两个人一起写的")).json
    for writer in (editor, other):
        assert (await act(town, "publish", waits, writer)).status == 403
    rows = (await town.get(f"{ITEMS}?drafts=true", token=other)).json["items"]
    assert [(row["code"], row["draft"]["state_label"]) for row in rows] == [("archive-proof", "等待复核")]


async def test_it_goes_back_with_a_reason_and_may_be_given_up(town: Town, editor: str, head: str) -> None:
    draft = await proposed(town, editor)
    assert (await act(town, "publish", {**draft, "version": 0}, head)).status == 409
    assert (await town.put(f"{DRAFTS}/{draft['id']}", {"source": "x", "version": draft["version"]}, token=editor)).status == 409
    assert (await act(town, "send-back", draft, head, reason="无")).status == 422
    back = (await act(town, "send-back", draft, head, reason="概要里没有写要几天")).json
    assert (back["state_label"], back["answer"], back["answered_by"]) == ("退回修改", "概要里没有写要几天", "许文静")
    assert (await act(town, "publish", back, head)).status == 409
    gone = (await act(town, "discard", back, editor)).json
    assert (gone["state_label"], gone["acts"]) == ("已作废", [])
    assert (await act(town, "discard", gone, editor)).status == 409
    assert await begun(town, editor), "the item is free again"


async def test_the_day_must_still_come_when_it_is_published(town: Town, editor: str) -> None:
    draft = await proposed(town, editor)
    town.world.clock.forward(days=3)
    other = await town.head("luwenbo")
    late = await act(town, "publish", draft, other)
    assert (late.status, "明天或以后" in late.text) == (422, True), late.text
    early = await town.post(f"{ITEMS}/longevity/drafts", {"effective_from": "2026-11-26"}, token=other)
    assert (early.status, early.json["errors"][0]["pointer"]) == (422, "/effective_from")


async def test_a_coming_version_may_be_taken_back(town: Town, editor: str, head: str) -> None:
    assert (await act(town, "publish", await proposed(town, editor), head)).status == 200
    source = (ROOT / "catalogue" / "items" / "archive-proof.yaml").read_text("utf-8")
    draft = await saved(town, editor, await begun(town, editor, day=None), source)
    draft = (await act(town, "propose", draft, editor, note="暂时不改了")).json
    assert (await act(town, "publish", draft, head)).status == 200
    town.world.clock.forward(days=3)
    assert await summary(town) != SAID
    assert len((await town.get(f"{ITEMS}/archive-proof", token=await town.head("luwenbo"))).json["published"]) == 2


async def test_who_sees_what(town: Town, editor: str) -> None:
    draft = await proposed(town, editor)
    other_head = await town.head("panshaohua")
    assert (await town.get(f"{DRAFTS}/{draft['id']}", token=other_head)).status == 404
    assert (await act(town, "publish", draft, other_head)).status == 404
    assert (await town.get(f"{ITEMS}/archive-proof", token=other_head)).status == 404
    mine = (await town.get(ITEMS, token=other_head)).json["items"]
    assert {row["department"] for row in mine} == {"social_insurance"}
    first = (await town.get(f"{ITEMS}?limit=2", token=editor)).json
    rest = (await town.get(f"{ITEMS}?limit=2&cursor={first['next']}", token=editor)).json
    assert not {row["code"] for row in first["items"]} & {row["code"] for row in rest["items"]}
    found = (await town.get(f"{ITEMS}?q=存档证明", token=editor)).json["items"]
    assert found[0]["code"] == "archive-proof"
    for address in (f"{ITEMS}/archive-proof/guide", f"{DRAFTS}/{draft['id']}/guide"):
        page = await town.get(address, token=editor)
        assert (page.status, "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]) == (200, True)
    assert SAID in page.text
    assert (await town.get(f"{DRAFTS}/{draft['id']}/guide?region=990102", token=editor)).status == 404
