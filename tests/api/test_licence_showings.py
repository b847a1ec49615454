"""A licence shown by its holder: a code for minutes, a copy for one use; checked by anybody, each check in the holder's list."""

import io
from typing import Any

import pikepdf
import pytest

from tests.factories import Town

HOLDER = "li-min"
SHOWINGS, COPIES = "/api/v1/licences/showings", "/api/v1/licences/copies"
USE = {"purpose": "给孩子办入学", "last_day": "2026-12-01"}


async def licence_of(town: Town, token: str, kind: str = "marriage_certificate") -> dict[str, Any]:
    """A licence of one's list."""
    items = (await town.get("/api/v1/licences", token=token)).json["items"]
    return next(each for each in items if each["kind"] == kind)


def code_of(showing: dict[str, Any]) -> str:
    """What whoever scans it asks by."""
    return showing["url"].rpartition("/verify/licences/")[2]


async def log_of(town: Town, token: str) -> list[tuple[str, str]]:
    """Who did what, as the holder reads it."""
    return [(each["reader"], each["purpose"]) for each in (await town.get("/api/v1/me/access-log", token=token)).json["items"]]


async def test_a_code_on_the_screen_is_checked_by_anybody_for_five_minutes(town: Town) -> None:
    token = await town.proven(HOLDER)
    licence = await licence_of(town, token, "resident_card")
    shown = await town.made(SHOWINGS, {"identifier": licence["identifier"]}, token)
    assert (shown["licence"], shown["holder_name"], shown["seconds"], shown["file_url"]) == ("居民身份证", "李敏", 300, None)
    code = code_of(shown)
    checked = await town.get(f"/verify/licences/{code}")
    found = checked.json
    assert (checked.status, found["result"], found["licence"], found["holder_name"]) == (200, "shown", "居民身份证", "李*")
    assert town.citizen(HOLDER).id_number not in checked.text + str(shown)
    log = await log_of(town, token)
    assert {("没有登录的人", "核对您当面出示的「居民身份证」"), ("李敏", "当面出示「居民身份证」")} <= set(log)
    assert (await town.get(f"/verify/licences/{code}", token=await town.matched("wang-guifang"))).status == 200
    assert ("王*芳", "核对您当面出示的「居民身份证」") in await log_of(town, token)
    town.world.clock.forward(minutes=5)
    late = await town.get(f"/verify/licences/{code}")
    assert (late.status, late.json["result"], late.json["licence"], late.json["holder_name"]) == (404, "ended", None, None)
    assert (await town.get("/verify/licences/" + "0" * 16)).json["result"] == "unknown"
    assert len(await log_of(town, token)) == 4, "what was told nobody stands in no list"


async def test_whoever_scans_with_a_camera_reads_a_page(town: Town) -> None:
    token = await town.proven(HOLDER)
    copy = await town.made(COPIES, {"identifier": (await licence_of(town, token))["identifier"], **USE}, token)
    page = await town.get(f"/verify/licences/{code_of(copy)}", headers={"Accept": "text/html"})
    assert page.status == 200
    for words in ("副本是真的，证照有效", "给孩子办入学", "结婚证", "2026年12月1日", "李*"):
        assert words in page.text, words
    gone = await town.get("/verify/licences/" + "0" * 16, headers={"Accept": "text/html"})
    assert (gone.status, "查不到这个码" in gone.text, "结婚证" in gone.text) == (404, True, False)


async def test_a_copy_names_its_use_and_its_last_day_and_is_logged(town: Town) -> None:
    token = await town.proven(HOLDER)
    licence = await licence_of(town, token)
    copy = await town.made(COPIES, {"identifier": licence["identifier"], **USE}, token)
    assert ("李敏", "做带水印的副本，用于给孩子办入学「结婚证」") in await log_of(town, token)
    pdf = await town.get(copy["file_url"], token=token)
    assert (pdf.status, pdf.headers["Content-Type"]) == (200, "application/pdf")
    with pikepdf.open(io.BytesIO(pdf.body)) as opened:
        assert len(opened.pages) == 1
    assert ("李敏", "打开带水印的副本，用于给孩子办入学「结婚证」") in await log_of(town, token)
    found = (await town.get(f"/verify/licences/{code_of(copy)}")).json
    assert (found["result"], found["purpose"], found["until_text"]) == ("shown", "给孩子办入学", "2026年12月1日")
    assert (await town.get(copy["file_url"], token=await town.proven("li-qiang"))).status == 404
    town.world.clock.forward(days=9)
    late = await town.proven_again(await town.login(HOLDER), HOLDER)
    assert (await town.get(copy["file_url"], token=late)).status == 404
    assert (await town.get(f"/verify/licences/{code_of(copy)}")).json["result"] == "ended"


async def test_nothing_that_stands_on_the_licence_is_kept(town: Town) -> None:
    token = await town.proven(HOLDER)
    licence = await licence_of(town, token, "resident_card")
    await town.made(COPIES, {"identifier": licence["identifier"], **USE}, token)
    kept = await town.world.store.licence_showings.find({})
    assert town.citizen(HOLDER).id_number not in str(kept)
    assert licence["identifier"] in str(kept), "read through the store; in the database it is sealed"
    plain = town.world.store._plain[town.world.store.database]["licence_showings"]  # pyright: ignore[reportPrivateUsage]
    assert licence["identifier"] not in str(await plain.find_one({}))


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"last_day": "2026-11-22"}, 422),
        ({"last_day": "2027-06-01"}, 422),
        ({"purpose": "给16909900001办"}, 422),
        ({"purpose": "租"}, 422),
        ({"identifier": "不是证照标识"}, 404),
    ],
)
async def test_a_copy_that_would_not_hold_is_refused_in_words(town: Town, body: dict[str, str], status: int) -> None:
    token = await town.proven(HOLDER)
    identifier = (await licence_of(town, token))["identifier"]
    refused = await town.post(COPIES, {"identifier": identifier, **USE, **body}, token=token)
    assert refused.status == status, refused.text
    assert await town.world.store.licence_showings.count({}) == 0


async def test_only_ones_own_only_what_holds_and_only_the_living_person(town: Town) -> None:
    token = await town.proven(HOLDER)
    identifier = (await licence_of(town, token, "resident_card"))["identifier"]
    stranger = await town.proven("li-qiang")
    assert (await town.post(SHOWINGS, {"identifier": identifier}, token=stranger)).status == 404
    assert (await town.post(SHOWINGS, {"identifier": identifier}, token=await town.matched("wang-guifang"))).status == 403
    loser = await town.proven("luo-haitao")
    lost = await town.post(SHOWINGS, {"identifier": (await licence_of(town, loser, "resident_card"))["identifier"]}, token=loser)
    assert (lost.status, "已经登记遗失" in lost.text) == (409, True), lost.text


async def test_a_check_asks_the_register_again(town: Town) -> None:
    token = await town.proven(HOLDER)
    code = code_of(await town.made(COPIES, {"identifier": (await licence_of(town, token))["identifier"], **USE}, token))
    await town.world.sandbox.switch("registers.licences", down=True)
    unsure = await town.get(f"/verify/licences/{code}")
    assert (unsure.status, unsure.json["result"], unsure.json["label"]) == (200, "unchecked", "现在查不到是否有效")
    page = await town.get(f"/verify/licences/{code}", headers={"Accept": "text/html"})
    assert "请过几分钟再扫一次" in page.text
    await town.world.sandbox.reset()
    assert (await town.get(f"/verify/licences/{code}")).json["label"] == "副本是真的，证照有效"


async def test_sent_twice_it_is_one_showing(town: Town) -> None:
    token = await town.proven(HOLDER)
    body = {"identifier": (await licence_of(town, token))["identifier"]}
    first = await town.post(SHOWINGS, body, token=token, key="twice")
    second = await town.post(SHOWINGS, body, token=token, key="twice")
    assert (first.json["id"], await town.world.store.licence_showings.count({})) == (second.json["id"], 1)
