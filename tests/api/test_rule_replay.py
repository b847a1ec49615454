"""A changed rule is tried on real cases: what the registers said at the time is kept with each, sealed, and decides anew."""

from typing import Any

import pytest

from models.cases import Case
from tests.api.stories.longevity import paid_every_month
from tests.api.test_catalogue_editing import DRAFTS, draft
from tests.factories import ARCHIVE, Town

FORM: dict[str, Any] = {
    "day": "2026-08-08",
    "area": "liuwan",
    "event": "rainstorm",
    "place": "青石镇柳湾村二组",
    "damage": "鱼塘",
    "purpose": "insurance",
}
FARTHER = ("> 10.0'", "> 20.0'"), ("distance_km: 14.8", "distance_km: 24.8")
"""Stations up to 20 km away count, instead of 10; the example says so too."""


@pytest.fixture
async def editor(town: Town) -> str:
    """A token of the catalogue editor."""
    return await town.head("fuxiaolan")


async def asked(town: Town, token: str, **changed: Any) -> str:
    """The number of the case a wish for a weather certificate has become, decided at once or not."""
    answer = await town.post("/api/v1/certificates", {"item": "weather-proof", "form": FORM | changed}, token=token)
    assert answer.status in (201, 202), answer.text
    return (await town.get(f"/api/v1/cases/{answer.json['case']}", token=token)).json["number"]


async def tried(town: Town, editor: str, source: str, **more: Any) -> Any:
    told = await town.post(f"{DRAFTS}/simulate", {"source": source, **more}, token=editor, key="")
    assert told.status == 200, told.text
    return told.json


def changed(told: Any) -> dict[str, tuple[str, str, str]]:
    """By case number: the decision before and after, and what a person decided in the end."""
    return {each["number"]: (each["before"]["outcome"], each["after"]["outcome"], each["ended"]) for each in told["effects"]}


async def refused(town: Town, number: str) -> None:
    """The forecaster decides against a case the rule had given to them."""
    forecaster = await town.staff("qiyunbo")
    document = await town.world.store.cases.find_one({"number": number})
    case = Case.of(document or {})
    body = {"version": case.version, "reason": "附近没有可用的观测", "basis": "气象灾害证明办理规程第七条"}
    answer = await town.post(f"/api/v1/staff/cases/{case.id}/refuse", body, token=forecaster)
    assert answer.status == 200, answer.text


async def test_exactly_the_cases_a_moved_threshold_decides_otherwise_are_listed(town: Town, editor: str) -> None:
    li, wang = await town.proven("li-qiang"), await town.proven("wang-guifang")
    far = await asked(town, li)  # 14.8 km: to a person, waiting
    await asked(town, li, area="luoxi")  # 2.1 km: granted
    turned_down = await asked(town, wang, damage="鸡舍")
    await refused(town, turned_down)
    await asked(town, wang, day="2026-08-09")  # nothing observed there that day, near or far
    told = await tried(town, editor, draft("weather-proof", *FARTHER))
    assert (told["cases"], told["changed"], told["unknown"]) == (4, 2, 0), told
    assert changed(told) == {
        far: ("转人工", "当场出证", "转人工后的结果：已受理，办理中"),
        turned_down: ("转人工", "当场出证", "转人工后的结果：不予批准"),
    }
    effect = next(each for each in told["effects"] if each["number"] == far)
    assert "10公里以外" in effect["before"]["reason"]
    assert effect["before"]["branch"].startswith("第2条：double(weather.distance_km) > 10.0"), "the line that had turned it away"
    assert effect["after"]["branch"].startswith("第5条："), "the line that grants it"
    assert "共试4件：2件的决定会不一样，2件的决定不变，0件无法重算。" in told["summary"]
    assert not [name for name in ("李强", "王桂芳", "柳湾") if name in str(told)], "numbers of cases, and nobody's name or place"
    assert (await tried(town, editor, draft("weather-proof", *FARTHER), last=1))["cases"] == 1


async def test_a_moved_age_limit_lists_whoever_people_granted_by_their_birth_date(town: Town, editor: str) -> None:
    elder = await town.proven("wang-guifang")
    number = (await paid_every_month(town, elder))["number"]
    higher = "max: {of: today, months: -960}, message: 年满80周岁", "max: {of: today, months: -1140}, message: 年满95周岁"
    told = await tried(town, editor, draft("longevity", higher))
    assert (told["cases"], told["changed"], told["unknown"]) == (1, 1, 0), told
    assert changed(told) == {number: ("准予办结", "不能申请", "")}
    assert told["effects"][0]["after"]["branch"] == "申请条件「出生日期」"
    amount = "value: 100, basis: 云城区", "value: 120, basis: 云城区"
    told = await tried(town, editor, draft("longevity", amount))
    assert (told["changed"], told["effects"][0]["fixed"]) == (1, ["每月发放金额（元）从「100」变为「120」"])


async def test_what_a_register_says_afterwards_does_not_alter_the_replay(town: Town, editor: str) -> None:
    token = await town.proven("li-qiang")
    far = await asked(town, token)
    source = draft("weather-proof", *FARTHER)
    before = await tried(town, editor, source)
    await town.sandbox.call("PUT", "records/population/li-qiang", {"flags": ["地址核查中"]})
    try:
        later = await town.post("/api/v1/certificates", {"item": "weather-proof", "form": FORM | {"area": "luoxi"}}, token=token)
        assert later.status == 202, "today the register's mark gives it to a person"
        told = await tried(town, editor, source)
    finally:
        await town.sandbox.call("DELETE", "records/population/li-qiang")
    assert changed(told)[far] == changed(before)[far]
    assert (told["cases"], told["changed"], told["unknown"]) == (2, 1, 0), "the marked one goes to a person under either rule"


async def test_what_the_case_never_asked_is_said_and_not_guessed(town: Town, editor: str) -> None:
    await town.certified(await town.proven("li-qiang"), ARCHIVE)
    text = draft("archive-proof", ("{register: personnel}", "{register: personnel}, {register: tax}"))
    told = await tried(town, editor, text)
    assert (told["cases"], told["changed"], told["unknown"], told["effects"]) == (1, 0, 1, [])
    assert told["unknown_because"] == ["1件：新规则要查「个人所得税信息」，这些办件当时没有查过，不能重算。"]


async def test_a_register_that_contradicted_itself_left_nothing_to_replay(town: Town, editor: str) -> None:
    token = await town.proven("wang-guifang")
    await town.sandbox.switch("registers.personnel", lie="person")
    handed = await town.post("/api/v1/certificates", ARCHIVE, token=token)
    await town.sandbox.reset_switches()
    assert handed.status == 202, handed.text
    told = await tried(town, editor, draft("archive-proof", ("otherwise: ", "otherwise: 新的说明。")))
    assert (told["changed"], told["unknown"]) == (0, 1)
    assert "信息对不上，没有能用的回答" in told["unknown_because"][0]


async def test_answers_are_sealed_with_the_case_exported_to_their_person_and_go_with_the_account(town: Town, editor: str) -> None:
    token = await town.proven("li-qiang")
    await town.certified(token, ARCHIVE)
    await town.world.settle()
    [case] = (await town.get("/api/v1/me/export", token=token)).json["records"]["cases"]
    answers = case["snapshots"][0]["answers"]
    assert {name: sorted(each["record"]) for name, each in answers.items()} == {"population": [], "personnel": ["archive"]}
    assert answers["personnel"]["provenance"]["record_id"]
    assert answers["personnel"]["provenance"]["fetched_at"]
    erased = await town.send("DELETE", "/api/v1/me", token=token)
    assert "随办件保存的部门系统查询结果" in erased.json["erased"], erased.text
    await town.world.settle()
    document = await town.world.store.cases.get(case["id"])
    assert [each.answers for each in Case.of(document or {}).snapshots] == [{}]
    told = await tried(town, editor, draft("archive-proof", ("otherwise: ", "otherwise: 新的说明。")))
    assert (told["changed"], told["unknown"]) == (0, 1)
    assert "注销账户" in told["unknown_because"][0]


async def test_nobody_but_an_editor_tries_a_rule_on_peoples_cases(town: Town) -> None:
    body = {"source": draft("weather-proof", *FARTHER)}
    for token, status in ((await town.proven("li-qiang"), 401), (await town.head("yanzheng"), 403), (await town.staff("qiyunbo"), 403)):
        assert (await town.post(f"{DRAFTS}/simulate", body, token=token, key="")).status == status
