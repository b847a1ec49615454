"""What a browser fetches before anybody can work: little enough for a slow line to a village."""

import pytest
from playwright.async_api import Response

from tests.console.desk import Desk
from tests.factories import Town

_MOST = 300 * 1024  # bytes of script on the line, compressed


@pytest.mark.parametrize("first", ["/console/", "/kiosk"])
async def test_the_first_view_is_light(desk: Desk, town: Town, first: str) -> None:
    scripts: list[Response] = []
    desk.page.on("response", lambda answer: scripts.append(answer) if answer.request.resource_type == "script" else None)
    await desk.page.goto(f"{desk.url}{first}")
    if first == "/console/":
        await desk.login("linxiaoyan")
        await desk.sees("今天要办的")
    else:
        await desk.sees("凭据")
    weighed = [int(await answer.header_value("Content-Length") or 0) for answer in scripts]
    assert scripts
    assert all(weighed), "each tells its length"
    assert {await answer.header_value("Content-Encoding") for answer in scripts} == {"gzip"}
    assert sum(weighed) <= _MOST, dict(zip((answer.url for answer in scripts), weighed, strict=True))
