"""What fails in the middle: the line, the session, the server. Nothing is lost, nothing is done twice, and the page says what is certain."""

import pytest
from playwright.async_api import Route, expect

from tests.api.stories.business import act
from tests.factories import CARD_VISIT, Town
from tests.phone.cards import FIT, STUDENT, drafted, taken
from tests.phone.faults import Line, pauses_go_by, session_ends, starts_offline
from tests.phone.phone import Phone

# An upload that is given up tells once more how far it was, when the page that sent it is gone.
_TELLS_LATE = """() => {
    const abort = XMLHttpRequest.prototype.abort;
    XMLHttpRequest.prototype.abort = function () {
        setTimeout(() => {
            this.upload.dispatchEvent(new ProgressEvent('progress', {loaded: 1, total: 2}));
            window.toldLate = true;
        });
        abort.call(this);
    };
}"""


async def at_the_end(mobile: Phone, town: Town) -> tuple[str, str]:
    """Her draft, filled in, on its last page: nothing is left but to hand it in. Her token, and its id."""
    token = await town.proven(STUDENT)
    draft = await drafted(town, token)
    await mobile.open(f"packages/apply/form/form?id={draft['id']}", person=STUDENT, agreed=True)
    await forward(mobile, "提交预审")
    return token, draft["id"]


async def forward(mobile: Phone, button: str) -> None:
    """On through the form, to the step that has the button."""
    await mobile.sees("第1步")
    for _ in range(4):
        if await mobile.top.get_by_role("button", name=button).count():
            break
        place = await mobile.top.get_by_text("步，共").inner_text()
        await mobile.tap("下一步")
        await expect(mobile.top.get_by_text("步，共")).not_to_have_text(place)


async def handed_in(town: Town, token: str, case: str) -> list[str]:
    """How often it was handed in."""
    return [each["mode"] for each in (await town.get(f"/api/v1/cases/{case}", token=token)).json["submissions"]]


async def test_an_answer_that_never_came_is_told_and_handing_in_again_hands_in_once(mobile: Phone, town: Town) -> None:
    token, case = await at_the_end(mobile, town)
    line = Line(mobile, "/pre-review$")
    await line.loses(arriving=True)
    await mobile.top.get_by_role("button", name="提交预审").click()
    await pauses_go_by(mobile, "还不知道刚才这一步办成了没有")
    await expect(mobile.top.get_by_role("alert").filter(has_text="还不知道刚才这一步办成了没有")).to_be_in_viewport()
    await mobile.shoot("failures-submit-lost")
    await mobile.fits()
    assert await handed_in(town, token, case) == ["pre_review"]
    await line.heals()
    await mobile.tap("提交预审")
    await mobile.sees("已经交上去了")
    assert await handed_in(town, token, case) == ["pre_review"]


async def test_without_a_network_nothing_was_handed_in_and_that_is_said(mobile: Phone, town: Town) -> None:
    token, case = await at_the_end(mobile, town)
    await mobile.context.set_offline(True)
    await mobile.sees("没有网络。")
    await mobile.tap("提交预审")
    await mobile.sees("刚才这一步还没有办")
    await mobile.shoot("failures-submit-offline")
    assert await handed_in(town, token, case) == []
    await mobile.context.set_offline(False)
    await mobile.sees_not("没有网络。")
    await mobile.tap("提交预审")
    await mobile.sees("已经交上去了")
    assert await handed_in(town, token, case) == ["pre_review"]


async def test_a_session_that_ends_in_the_middle_is_renewed_without_a_word(mobile: Phone, town: Town) -> None:
    """Once over an upload, once over handing in."""
    token, case = await at_the_end(mobile, town)
    await mobile.tap("上一步")
    await session_ends(mobile)
    await mobile.device_answers("chooseMedia", taken(FIT.but(seed=3).jpeg()))
    await mobile.top.get_by_role("button", name="重新拍").last.click()
    await mobile.sees("照片符合要求")
    await mobile.sees("填的内容已保存")
    await mobile.tap("下一步")
    await session_ends(mobile)
    await mobile.tap("提交预审")
    await mobile.sees("已经交上去了")
    assert await handed_in(town, token, case) == ["pre_review"]


async def test_where_wechat_lets_nobody_in_one_stays_where_one_was_and_comes_in_later(mobile: Phone, town: Town) -> None:
    token, case = await at_the_end(mobile, town)
    await session_ends(mobile)
    await mobile.device_answers("login", {"fail": "system error"})
    await mobile.tap("提交预审")
    await mobile.sees("登录过期了，微信没有让您重新登录")
    await mobile.shoot("failures-session")
    await mobile.fits()
    assert await handed_in(town, token, case) == []
    await mobile.device_answers("login", {"code": f"demo:{STUDENT}"})
    await mobile.tap("提交预审")
    await mobile.sees("已经交上去了")
    assert await handed_in(town, token, case) == ["pre_review"]


async def test_a_page_that_could_not_be_opened_without_a_session_opens_after_logging_in_again(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    case = await act(town, token, await drafted(town, token), "pre-review", staff=False)
    await mobile.open("pages/cases/cases", person=STUDENT)
    await mobile.sees("社会保障卡申领")
    await session_ends(mobile)
    await mobile.device_answers("login", {"fail": "system error"})
    await mobile.tap("社会保障卡申领")
    await mobile.sees("登录过期了，微信没有让您重新登录")
    await mobile.fits()
    await mobile.device_answers("login", {"code": f"demo:{STUDENT}"})
    await mobile.tap("再试一次")
    await mobile.sees(case["number"])


async def test_a_server_that_breaks_over_an_act_is_told_and_it_is_done_once(mobile: Phone, town: Town) -> None:
    token = await town.matched("li-qiang")
    visit = await town.booked(token, CARD_VISIT)
    await mobile.open(f"packages/appointments/visit/visit?id={visit['id']}", person="li-qiang")
    line = Line(mobile, "/cancel$")
    await line.breaks(500)
    await mobile.tap("取消预约")
    await mobile.answer("取消预约")
    await mobile.sees("系统出了点问题，还不知道刚才这一步办成了没有")
    await mobile.shoot("failures-broken")
    await mobile.fits()
    await line.heals()
    await line.loses(arriving=True, times=1)
    await mobile.tap("取消预约")
    await mobile.answer("取消预约")
    await mobile.sees("已取消")
    await mobile.sees_not("还不知道")
    assert (await town.get("/api/v1/appointments", token=token)).json["items"] == []


async def test_a_server_that_is_away_for_a_moment_is_waited_for_and_one_that_stays_away_is_told(mobile: Phone, town: Town) -> None:
    await town.matched("li-qiang")
    line = Line(mobile, "/api/v1/appointments", "GET")
    await line.breaks(503, **{"Retry-After": "60"})
    await mobile.open("packages/appointments/list/list", person="li-qiang")
    await mobile.sees("现在暂时打不开")
    await mobile.shoot("failures-away")
    await mobile.fits()
    assert line.sent == 1, "what takes a minute is not asked for again at once"
    await line.heals()
    await line.loses(arriving=False, times=2)
    await mobile.tap("再试一次")
    await mobile.sees("没有要去的预约")
    assert line.sent == 4


async def test_a_phone_that_is_offline_when_it_starts_says_so_at_once_and_opens_by_itself(mobile: Phone) -> None:
    await starts_offline(mobile)
    tried: list[str] = []

    async def away(route: Route) -> None:
        tried.append(route.request.url)
        await route.abort()

    await mobile.page.route("**/api/v1/**", away)
    await mobile.open(person="li-min")
    await mobile.sees("现在连不上网络")
    await mobile.sees("没有网络。")
    assert len([each for each in tried if each.endswith("/themes")]) == 1, "the phone knows"
    await mobile.shoot("failures-offline-start")
    await mobile.fits()
    await mobile.page.unroute("**/api/v1/**")
    await mobile.page.evaluate("window.connected = true; dispatchEvent(new Event('online'))")
    await mobile.sees("大家常办")
    await mobile.sees_not("没有网络。")


async def test_an_upload_is_cancelled_and_nothing_of_it_stays(mobile: Phone, town: Town) -> None:
    token, case = await at_the_end(mobile, town)
    before = (await town.get("/api/v1/materials", token=token)).json["items"]
    await mobile.tap("上一步")
    held: list[Route] = []

    async def hold(route: Route) -> None:
        held.append(route)

    await mobile.page.route("**/api/v1/materials?**", hold)
    await mobile.device_answers("chooseMedia", taken(FIT.but(seed=5).jpeg()))
    await mobile.top.get_by_role("button", name="重新拍").last.click()
    await mobile.sees("正在上传")
    await mobile.shoot("failures-upload")
    await mobile.fits()
    async with mobile.page.expect_event("requestfailed", lambda request: "/api/v1/materials?" in request.url):
        await mobile.tap("取消上传")
    await mobile.sees_not("正在上传")
    await mobile.sees("照片符合要求")
    await mobile.page.unroute("**/api/v1/materials?**")
    assert (await town.get("/api/v1/materials", token=token)).json["items"] == before
    seen = (await town.get(f"/api/v1/cases/{case}", token=token)).json
    assert [len(each["files"]) for each in seen["materials"] if each["key"] == "photo"] == [1]


async def test_an_upload_cancelled_while_one_is_logged_in_again_is_not_sent(mobile: Phone, town: Town) -> None:
    token, _ = await at_the_end(mobile, town)
    before = (await town.get("/api/v1/materials", token=token)).json["items"]
    await mobile.tap("上一步")
    await session_ends(mobile)
    line = Line(mobile, r"/api/v1/materials\?")
    held: list[Route] = []

    async def hold(route: Route) -> None:
        held.append(route)

    await mobile.page.route("**/api/v1/sessions", hold)
    await mobile.device_answers("chooseMedia", taken(FIT.but(seed=7).jpeg()))
    async with mobile.page.expect_request("**/api/v1/sessions"):
        await mobile.top.get_by_role("button", name="重新拍").last.click()
    await mobile.tap("取消上传")
    await mobile.sees_not("正在上传")
    async with mobile.page.expect_response("**/api/v1/sessions"):
        await held[0].continue_()
    await mobile.tap("下一步")
    await mobile.tap("提交预审")
    await mobile.sees("已经交上去了")
    assert line.sent == 1
    assert (await town.get("/api/v1/materials", token=token)).json["items"] == before


async def test_an_upload_whose_page_was_left_is_heard_of_no_more(mobile: Phone, town: Town) -> None:
    """How far it is may still be told once the page is gone."""
    token = await town.proven(STUDENT)
    await drafted(town, token)
    before = (await town.get("/api/v1/materials", token=token)).json["items"]
    await mobile.open("packages/guide/item/item?code=ssc-apply", person=STUDENT, agreed=True)
    await mobile.tap("现在申请")
    await forward(mobile, "重新拍")

    async def hold(route: Route) -> None:
        """Sent, and never answered."""

    await mobile.page.route("**/api/v1/materials?**", hold)
    await mobile.device_answers("chooseMedia", taken(FIT.but(seed=6).jpeg()))
    await mobile.page.evaluate(_TELLS_LATE)
    await mobile.top.get_by_role("button", name="重新拍").last.click()
    await mobile.sees("正在上传")
    await mobile.page.get_by_label("返回").click()
    await mobile.sees("现在申请")
    await mobile.page.wait_for_function("window.toldLate")
    assert (await town.get("/api/v1/materials", token=token)).json["items"] == before


async def test_an_upload_lost_twice_waits_on_the_page_and_arrives_once(mobile: Phone, town: Town) -> None:
    token, _ = await at_the_end(mobile, town)
    await mobile.tap("上一步")
    line = Line(mobile, r"/api/v1/materials\?")
    await line.loses(arriving=True, times=2)
    await mobile.device_answers("chooseMedia", taken(FIT.but(seed=4).jpeg()))
    await mobile.top.get_by_role("button", name="重新拍").last.click()
    await mobile.sees("网断了，还没传上去")
    await mobile.tap("再传一次")
    await mobile.sees("网断了，还没传上去")
    await mobile.tap("再传一次")
    await mobile.sees("照片符合要求")
    await mobile.sees_not("网断了")
    versions = (await town.get("/api/v1/materials", token=token)).json["items"]
    assert (line.sent, len(versions)) == (3, 1)


@pytest.mark.parametrize("sure", [False, True])
async def test_a_question_is_asked_once_however_often_it_is_tapped(mobile: Phone, town: Town, sure: bool) -> None:
    token = await town.matched("li-qiang")
    visit = await town.booked(token, CARD_VISIT)
    line = Line(mobile, "/cancel$")
    await mobile.open(f"packages/appointments/visit/visit?id={visit['id']}", person="li-qiang")
    await mobile.tap_twice("取消预约")
    await expect(mobile.page.locator(".wx-mask")).to_have_count(1)
    await mobile.answer("取消预约" if sure else "不取消")
    await expect(mobile.page.locator(".wx-mask")).to_have_count(0)
    await mobile.sees("已取消" if sure else "改时间")
    assert line.sent == int(sure)
