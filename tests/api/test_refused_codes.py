"""WeChat draws no code of a page that is not released (41030): told in words with another way, never as a fault of ours, and nothing is lost."""

from tests.api.kiosk_hall import Device
from tests.client import Answer
from tests.factories import Town


def told(answer: Answer) -> None:
    """A 503 that says what to do."""
    assert (answer.status, answer.json["type"]) == (503, "/problems/wechat_unavailable"), answer.text
    assert answer.json["title"] == "小程序码暂时生成不了"
    assert "填写对方的手机号或证件号码" in answer.json["detail"]
    assert answer.headers["Retry-After"] == "300"


async def test_where_a_page_is_not_released_another_way_is_told(town: Town) -> None:
    mother = await town.proven("wang-guifang")
    offer = await town.made("/api/v1/grants", {"agent": {}, "items": ["longevity"], "until": "2026-12-31"}, mother)
    watch = await town.made("/api/v1/watches", {}, mother)
    pictures = (f"/api/v1/grants/{offer['id']}/invitation-code", f"/api/v1/watches/{watch['id']}/code")
    await town.sandbox.switch("wechat.code", error_code=41030)
    for path in pictures:
        told(await town.get(path, token=mother))
    kiosk = Device(town)
    told(await kiosk.post("/api/v1/kiosk/arrivals", {}))
    await town.sandbox.reset_switches()
    for path in pictures:
        assert (await town.get(path, token=mother)).headers["Content-Type"] == "image/png"
    assert (await kiosk.post("/api/v1/kiosk/arrivals", {})).status == 201
