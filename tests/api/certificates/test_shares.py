"""Links through which a certificate is looked at for a time: each look noted, ended at once, nobody else's."""

import asyncio
from datetime import timedelta
from typing import Any

from tests.factories import Town

BODY = {"hours": 24, "purpose": "给房东看"}


async def shared(town: Town) -> tuple[str, str, dict[str, Any]]:
    """A holder's token, the path of their certificate's links, and one link."""
    token = await town.proven("li-qiang")
    path = f"/api/v1/certificates/{(await town.certified(token))['id']}/shares"
    return token, path, await town.made(path, BODY, token)


async def test_each_look_is_noted_with_whoever_was_logged_in(town: Town) -> None:
    token, path, share = await shared(town)
    assert len(share["scene"]) <= 32
    seen = await town.get(f"/api/v1/shared/{share['scene']}")
    assert (seen.status, seen.json["holder_name"], seen.json["certificate"]["result"]) == (200, "李强", "valid")
    assert town.citizen("li-qiang").id_number not in seen.text
    pdf = await town.get(f"/api/v1/shared/{share['scene']}/file", token=await town.matched("wang-guifang"))
    assert pdf.body.startswith(b"%PDF-")
    [listed] = (await town.get(path, token=token)).json["items"]
    assert (listed["count"], [(each["who"], each["file"]) for each in listed["looks"]]) == (2, [("王*芳", True), ("没有登录的人", False)])


async def test_an_ended_link_is_gone_at_once_and_one_that_ran_out_too(town: Town) -> None:
    token, path, share = await shared(town)
    second = await town.made(path, BODY, token)
    assert (await town.post(f"{path}/{share['id']}/end", {}, token=token)).json["open"] is False
    assert (await town.post(f"{path}/{share['id']}/end", {}, token=token)).status == 200
    for address in (f"/api/v1/shared/{share['scene']}", f"/api/v1/shared/{share['scene']}/file", "/api/v1/shared/" + "0" * 16):
        assert (await town.get(address)).status == 404
    assert (await town.get(f"{path}/{share['id']}/code", token=token)).status == 409
    assert (await town.get(f"/api/v1/shared/{second['scene']}")).status == 200
    town.world.clock.forward(hours=24)
    assert (await town.get(f"/api/v1/shared/{second['scene']}")).status == 404


async def test_looks_of_one_moment_are_all_counted(town: Town) -> None:
    token, path, share = await shared(town)
    looks = await asyncio.gather(*(town.get(f"/api/v1/shared/{share['scene']}") for _ in range(6)))
    assert {each.status for each in looks} == {200}
    assert (await town.get(path, token=token)).json["items"][0]["count"] == 6


async def test_only_the_holder_shares_and_only_what_holds(town: Town) -> None:
    token, path, share = await shared(town)
    stranger = await town.proven("li-min")
    for verb, address in (
        ("POST", path),
        ("GET", path),
        ("POST", f"{path}/{share['id']}/end"),
        ("GET", path.replace("shares", "verifications")),
    ):
        answer = await town.send(verb, address, BODY if address == path else {}, token=stranger)
        assert answer.status == 404, answer.text
    assert (await town.post(f"{path}/share_{'0' * 26}/end", {}, token=token)).status == 404
    assert (await town.post(path, {**BODY, "hours": 169}, token=token)).status == 422
    for _ in range(9):
        await town.made(path, BODY, token)
    assert (await town.post(path, BODY, token=token)).status == 409
    town.world.clock.at += timedelta(days=400)
    late = await town.login("li-qiang")
    refused = await town.post(path, BODY, token=late)
    assert refused.status == 409, refused.text


async def test_the_code_is_one_of_the_mini_program(town: Town) -> None:
    token, path, share = await shared(town)
    assert (await town.get(f"{path}/{share['id']}/code", token=token)).headers["Content-Type"].startswith("image/png")


async def test_the_holder_sees_who_checked_it(town: Town) -> None:
    token = await town.proven("li-qiang")
    made = await town.certified(token)
    await town.get(f"/verify/{made['verify_code']}")
    await town.world.product.engines.certificates.drain()
    [check] = (await town.get(f"/api/v1/certificates/{made['id']}/verifications", token=token)).json["items"]
    assert (check["how"], check["who"]) == ("扫码或输入验真码", "没有登录的人")
