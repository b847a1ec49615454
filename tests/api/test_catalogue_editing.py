"""Catalogue editors compare versions and check drafts over HTTP; nobody else does."""

import pytest

from tests.factories import Town
from tests.sandbox_control import ROOT
from tests.unit.catalogue.faults import in_chinese

DRAFTS = "/api/v1/staff/catalogue/drafts"


@pytest.fixture
async def editor(town: Town) -> str:
    """A token of the catalogue editor."""
    return await town.head("fuxiaolan")


# Longevity as an item of its own, which nobody has published.
FLYING = (("code: longevity", "code: flying"), ('"990511001000"', '"990511009000"'), ("prefix: 江长寿字", "prefix: 江飞行字"))


def draft(code: str, *changes: tuple[str, str]) -> str:
    """The YAML of an item, changed."""
    text = (ROOT / "catalogue" / "items" / f"{code}.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


async def test_a_draft_is_compared_with_what_is_loaded(town: Town, editor: str) -> None:
    source = draft(
        "ssc-apply",
        ("promised: {n: 10,", "promised: {n: 1,"),
        ("duration: 10个", "duration: 1个"),
        ("allowed: true", "allowed: true\n      max_days: 30"),
    )
    answer = await town.post(f"{DRAFTS}/diff", {"source": source}, token=editor, key="")
    assert answer.status == 200, answer.text
    assert (answer.json["before"], answer.json["after"]) == ("ssc-apply@2026-01-01", "ssc-apply@2026-01-01")
    assert [change["text"] for change in answer.json["changes"]] == [
        "承诺时限从10个工作日缩短为1个工作日",
        "代办的授权最长天数从“365”改为“30”",
        "办事指南的多久从“10个工作日左右拿到卡。”改为“1个工作日左右拿到卡。”",
    ]


async def test_a_draft_is_checked_whole(town: Town, editor: str) -> None:
    source = draft("longevity", ("department: civil_affairs", "department: navy"), ("themes: [", "themes: [space, "))
    answer = await town.post(f"{DRAFTS}/check", {"source": source}, token=editor, key="")
    assert [fault["pointer"] for fault in answer.json["faults"]] == ["/themes", "/department"]
    assert all(fault["line"] > 0 for fault in answer.json["faults"])
    assert (await town.post(f"{DRAFTS}/check", {"source": draft("longevity")}, token=editor, key="")).json == {"faults": []}
    for way, more in (("diff", {}), ("preview", {}), ("simulate", {"demo_year": True})):
        refused = await town.post(f"{DRAFTS}/{way}", {"source": source, **more}, token=editor, key="")
        assert (refused.status, "2处需要修改" in refused.json["detail"]) == (422, True), way
        assert all(in_chinese(each["detail"]) for each in refused.json["errors"]), refused.text


async def test_what_has_the_wrong_shape_is_told_in_chinese(town: Town, editor: str) -> None:
    source = draft("longevity", ("name:", "colour: red\nname:"), ("kind: ", "kind: x"), ("visits: {count: ", "visits: {count: x"))
    answer = await town.post(f"{DRAFTS}/check", {"source": source}, token=editor, key="")
    assert {fault["pointer"] for fault in answer.json["faults"]} == {"/colour", "/kind", "/versions/0/visits/count"}
    assert all(in_chinese(fault["message"]) for fault in answer.json["faults"]), answer.text


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("code: [", "不是有效的 YAML"),
        ("[" * 5000, "层级超过"),
        ("a: &x [*x]", "别名"),
        ("- 1", "这里需要写一组“键: 值”"),
    ],
    ids=["cut", "deep", "alias", "list"],
)
async def test_what_is_no_item_is_told(town: Town, editor: str, source: str, message: str) -> None:
    answer = await town.post(f"{DRAFTS}/check", {"source": source}, token=editor, key="")
    assert answer.status == 200, answer.text
    assert message in answer.json["faults"][0]["message"]


async def test_a_rule_that_never_ends_is_stopped(town: Town, editor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.catalogue.editing._EXAMINE_SECONDS", 0.8)
    many = "[" + ",".join("1" * 60) + "]"
    endless = "1 == 1"
    for depth in range(7):
        endless = f"{many}.all(x{depth}, {endless})"
    source = draft("ss-proof", ("'paid == []'", f"'{endless}'"))
    answer = await town.post(f"{DRAFTS}/check", {"source": source}, token=editor, key="")
    assert (answer.status, "算不完" in answer.json["detail"]) == (422, True), answer.text


async def test_versions_that_are_not_there_are_not_found(town: Town, editor: str) -> None:
    path = "/api/v1/staff/catalogue/items"
    only = await town.get(f"{path}/longevity/diff", token=editor)
    assert (only.status, "没有别的版本" in only.json["detail"]) == (422, True)
    assert (await town.get(f"{path}/longevity/diff?from=2025-01-01", token=editor)).status == 404
    assert (await town.get(f"{path}/flying/diff", token=editor)).status == 404
    same = await town.get(f"{path}/longevity/diff?from=2026-01-01&to=2026-01-01", token=editor)
    assert (same.status, same.json["changes"]) == (200, [])
    head, elsewhere = await town.head("xuwenjing"), "longevity"  # whoever publishes reads what changed, of their own department's items
    own = await town.get(f"{path}/archive-proof/diff?from=2026-01-01&to=2026-01-01", token=head)
    assert (own.status, own.json["changes"]) == (200, []), own.text
    assert (await town.get(f"{path}/{elsewhere}/diff?from=2026-01-01&to=2026-01-01", token=head)).status == 404
    unknown = draft("longevity", *FLYING)
    assert (await town.post(f"{DRAFTS}/diff", {"source": unknown}, token=editor, key="")).status == 404


async def test_a_form_is_made_of_the_keys_in_words(town: Town, editor: str) -> None:
    keys = f"{DRAFTS.removesuffix('/drafts')}/keys"
    for token in (editor, await town.head("xuwenjing")):
        told = (await town.get(keys, token=token)).json["shapes"]
        guide = next(each["keys"] for each in told if each["name"] == "Guide")
        assert next((each["label"], each["kind"], each["required"]) for each in guide if each["key"] == "summary") == (
            "一句话说明",
            "text",
            True,
        )
    assert (await town.get(keys, token=await town.head("yanzheng"))).status == 403


async def test_only_catalogue_editors_may(town: Town) -> None:
    for token, status in ((await town.proven("li-qiang"), 401), (await town.head("yanzheng"), 403), ("", 401)):
        assert (await town.get("/api/v1/staff/catalogue/items/longevity/diff", token=token)).status == status
        assert (await town.post(f"{DRAFTS}/check", {"source": "x"}, token=token, key="")).status == status


async def test_a_draft_is_read_as_people_will_read_it(town: Town, editor: str) -> None:
    source = draft("longevity", ("summary: ", "summary: 新的说法。"))
    page = await town.post(f"{DRAFTS}/preview", {"source": source}, token=editor, key="")
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "新的说法。" in page.text
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    broken = await town.post(f"{DRAFTS}/preview", {"source": "code: 1"}, token=editor, key="")
    assert broken.status == 422


async def test_a_draft_is_tried_on_decided_cases_and_who_they_are_of_sees_it(town: Town, editor: str) -> None:
    token = await town.proven("li-qiang")
    certificate = await town.certified(token, {"item": "archive-proof", "form": {"purpose": "work"}})
    body = {"source": draft("archive-proof", ("materials:", "materials:\n      - {key: old, name: 旧证, source: self, accepts: [pdf]}"))}
    told = await town.post(f"{DRAFTS}/simulate", body, token=editor, key="")
    assert told.status == 200, told.text
    assert (told.json["cases"], told.json["changed"], told.json["unknown"]) == (1, 0, 0)
    number = (await town.get(f"/api/v1/cases/{certificate['case']}", token=token)).json["number"]
    assert [(each["number"], each["newly_asked"]) for each in told.json["effects"]] == [(number, ["旧证"])]
    assert "李强" not in told.text
    log = (await town.get("/api/v1/me/access-log", token=token)).json["items"]
    assert [(each["reader"], each["action"]) for each in log] == [("傅晓岚", "case.simulated")]


async def test_a_draft_is_tried_on_a_made_up_year(town: Town, editor: str) -> None:
    body = {"source": draft("ssc-apply", ("promised: {n: 10,", "promised: {n: 1,"), ("duration: 10个", "duration: 1个")), "demo_year": True}
    told = await town.post(f"{DRAFTS}/simulate", body, token=editor, key="")
    assert (told.status, told.json["cases"]) == (200, 240)
    assert told.json["effects"][0]["due_after"] < told.json["effects"][0]["due_before"]
    unknown = {
        "source": draft("longevity", *FLYING),
        "demo_year": True,
    }
    assert (await town.post(f"{DRAFTS}/simulate", unknown, token=editor, key="")).status == 404
