"""授权核实: a paper or a guardianship lies where its principal lives and with whoever decides its items; for others it is not there."""

from typing import Any
from weakref import WeakKeyDictionary

import pytest

from tests.api.cases.test_uploads import JPEG, photo
from tests.api.test_call_backs import asked, taken
from tests.client import Answer
from tests.factories import Town

HEARD = {"place": "电话", "method": "phone_call_back", "note": "老人在电话里说同意由女儿代办"}
LUOXI, CENTER = ("nichen", "liufang"), ("linxiaoyan", "zhengkai")
CIVIL = ("gongxiaodong", "liaojiaming", "situwen")  # the department's reviewer, its head, its reviewer in 罗溪
SOCIAL = ("wuminyi", "xuwenjing")
HEADS = {"liaojiaming", "xuwenjing", "yuesufen"}
OTHERS = (
    "weichunyan",
    "changxiuying",
    "kangweidong",
    "tongjing",
    "duanzhiqiang",
    "gongyuehua",
    "wanshanshan",
    "qiaoshuigen",
    "baixiaoying",
)


_TOKENS = WeakKeyDictionary[Town, dict[str, str]]()


async def at_desk(town: Town, name: str) -> str:
    """Their token, for as long as the town stands; heads log in with a one-time password as well, and that is good once."""
    tokens = _TOKENS.setdefault(town, {})
    if name not in tokens:
        tokens[name] = await (town.head(name) if name in HEADS else town.staff(name))
    return tokens[name]


def each(names: tuple[str, ...], found: list[str]) -> dict[str, list[str]]:
    """The same for each of them."""
    return {name: found for name in names}


async def sees(town: Town, *names: str) -> dict[str, list[str]]:
    """Which papers wait for each of them."""
    found = {name: await town.get("/api/v1/staff/grants", token=await at_desk(town, name)) for name in names}
    return {name: [row["id"] for row in answer.json["items"]] for name, answer in found.items()}


async def tries(town: Town, name: str, grant: dict[str, Any], picture: str) -> list[Answer]:
    """Somebody takes it on, looks at the photograph, confirms and refuses."""
    token, path = await at_desk(town, name), f"/api/v1/staff/grants/{grant['id']}"
    on = await town.post(f"{path}/claim", {"early": True}, token=token)
    body = {"note": "已听取", "version": grant["version"] + 1}
    looked = await town.get(f"{path}/evidence/{picture}", token=token)
    heard = await town.post(f"{path}/check", body | {"confirmed": True, "heard": HEARD}, token=token)
    return [on, looked, heard, await town.post(f"{path}/check", body | {"confirmed": False}, token=token)]


@pytest.mark.parametrize(("item", "deciding", "elsewhere"), [("longevity", CIVIL, SOCIAL), ("ssc-apply", SOCIAL, CIVIL)])
async def test_a_signed_paper_lies_with_its_town_its_district_and_who_decides(
    town: Town, item: str, deciding: tuple[str, ...], elsewhere: tuple[str, ...]
) -> None:
    daughter = await town.matched("li-min")
    body = await asked(town, daughter, items=[item])
    grant = await town.made("/api/v1/grants", body, daughter)
    assert "town" not in grant
    here, there = (*LUOXI, *CENTER, *deciding), (*OTHERS, *elsewhere)
    assert await sees(town, *here, *there) == each(here, [grant["id"]]) | each(there, [])
    for name in there:
        assert [answer.status for answer in await tries(town, name, grant, body["evidence"][0])] == [404] * 4, name
    hears_nobody = await tries(town, deciding[0], grant, body["evidence"][0])
    assert [answer.status for answer in hears_nobody] == [403, 409, 403, 403], "who decides the item sees that it waits"
    answers = await tries(town, "liufang", grant, body["evidence"][0])
    assert [answer.status for answer in answers] == [200, 200, 200, 409]
    assert "柳芳 11月23日 周一 上午10:00已经确认" in answers[-1].json["detail"]


async def test_a_paper_of_somebody_of_another_district_lies_there(town: Town) -> None:
    daughter = await town.matched("li-min")
    body = await asked(town, daughter, principal=town.document("zhu-shouyi"))
    grant = await town.made("/api/v1/grants", body, daughter)
    here = ("gongyuehua", "wanshanshan", "yuesufen", "qiaoshuigen", "feichunyan")
    there = (*LUOXI, *CENTER, *CIVIL, "baixiaoying", "shaoliqun")
    assert await sees(town, *here, *there) == each(here, [grant["id"]]) | each(there, [])


async def test_whom_the_register_does_not_know_is_seen_to_where_the_agent_lives(town: Town) -> None:
    daughter = await town.matched("li-min")  # of 罗溪
    body = await asked(town, daughter, principal={**town.document("zhu-shouyi"), "name": "朱守信"})
    grant = await town.made("/api/v1/grants", body, daughter)
    assert await sees(town, "liufang", "linxiaoyan", "gongyuehua") == {
        "liufang": [grant["id"]],
        "linxiaoyan": [grant["id"]],
        "gongyuehua": [],
    }


async def test_a_guardianship_of_everything_belongs_to_no_department(town: Town) -> None:
    guardian = await town.proven("li-min")
    claim = {"basis": "guardianship", "principal": town.document("wang-guifang"), "items": [], "note": "法院判决"}
    grant = await town.made("/api/v1/grants", claim, guardian)
    here, there = (*LUOXI, *CENTER), (*CIVIL, *SOCIAL, *OTHERS)
    assert await sees(town, *here, *there) == each(here, [grant["id"]]) | each(there, [])
    body = {"confirmed": True, "note": "看过判决书原件", "version": grant["version"] + 1}
    path = f"/api/v1/staff/grants/{grant['id']}/check"
    refused = await town.post(path, body, token=await at_desk(town, "liaojiaming"))
    assert (refused.status, "不归您核实" in refused.json["detail"]) == (404, True)
    window = await town.staff("nichen")
    unclaimed = await town.post(path, body, token=window)
    assert (unclaimed.status, "请先认领" in unclaimed.json["detail"]) == (409, True)
    await taken(town, grant, window, early=False)
    assert (await town.post(path, body, token=window)).json["state"] == "active"


async def test_no_guardianship_of_the_dead_waits_for_staff(town: Town) -> None:
    guardian = await town.proven("li-min")
    claim = {"basis": "guardianship", "principal": town.document("li-deshan"), "items": []}
    refused = await town.post("/api/v1/grants", claim, token=guardian)
    assert (refused.status, "已经去世" in refused.json["detail"]) == (409, True)


async def test_photographs_of_a_grant_that_holds_are_shown_elsewhere_with_the_person_there(town: Town) -> None:
    window = await town.staff("liufang")
    attested = await town.made("/api/v1/staff/proofs", {"citizen": town.document("wang-guifang"), "purpose": "登记授权"}, window)
    kept = await town.post(f"/api/v1/staff/grants/evidence?person={attested['person']['id']}", photo(), token=window, headers=JPEG)
    heard = HEARD | {"evidence": [kept.json["id"]]}
    terms = {"items": ["longevity"], "until": "2026-12-31", "heard": heard, "agent": town.document("li-min")}
    grant = await town.made("/api/v1/staff/grants", terms | {"principal": town.document("wang-guifang")}, window)
    look = f"/api/v1/staff/grants/{grant['id']}/evidence/{kept.json['id']}"
    statuses = {name: (await town.get(look, token=await at_desk(town, name))).status for name in ("nichen", "linxiaoyan", "liaojiaming")}
    assert set(statuses.values()) == {200}, statuses
    other = await town.staff("gongyuehua")  # a window of another district
    refused = await town.get(look, token=other)
    assert (refused.status, refused.json["type"]) == (403, "/problems/proof_needed")
    assert "当面核验" in refused.json["detail"]
    await town.made("/api/v1/staff/proofs", {"citizen": town.document("wang-guifang"), "purpose": "看授权"}, other)
    assert (await town.get(look, token=other)).status == 200
    town.world.clock.forward(days=1)
    assert (await town.get(look, token=await town.staff("gongyuehua"))).status == 403, "that day alone"
