"""An instant certificate on the phone: asked for, proven to be oneself, issued, shown; or handed to a person."""

from io import BytesIO

import zxingcpp
from PIL import Image
from playwright.async_api import Route

from tests.people_edge import Edge
from tests.phone.phone import Phone

MOST_TAPS = 4


async def scanned(mobile: Phone) -> str:
    """What the QR code on the page says."""
    picture = await mobile.top.locator("wx-image").first.screenshot()
    found = zxingcpp.read_barcodes(Image.open(BytesIO(picture)))
    return found[0].text


async def certificates(edge: Edge, token: str) -> int:
    return len((await edge.get("/api/v1/certificates", token=token)).json["items"])


async def test_a_certificate_is_there_within_four_taps(mobile: Phone, edge: Edge) -> None:
    await edge.proven("zhou-zihan")
    await mobile.open(person="zhou-zihan", agreed=True)
    await mobile.tap("社保证明")
    await mobile.sees("给周子涵开")
    await mobile.fits_in_both_modes("issue")
    await mobile.tap("子女入学")
    await mobile.tap("开证明")
    await mobile.sees("开好了")
    assert await mobile.taps() <= MOST_TAPS
    await mobile.sees("社会保险参保缴费证明")
    await mobile.fits_in_both_modes("certificate")
    address = await scanned(mobile)
    code = address.rsplit("/", 1)[-1]
    assert (await edge.get(f"/verify/{code}")).json["result"] == "valid"


async def test_the_code_is_shown_bright_and_the_file_opened(mobile: Phone, edge: Edge) -> None:
    token = await edge.proven("zhou-zihan")
    made = (await edge.post("/api/v1/certificates", {"item": "archive-proof", "form": {"purpose": "work"}}, token=token)).json
    await mobile.open(f"packages/certificates/certificate/certificate?id={made['id']}", person="zhou-zihan")
    await mobile.tap("给对方扫一扫")
    await mobile.sees("点一下回去")
    await mobile.page.wait_for_function("__device.brightness === 1")
    await mobile.shoot("certificate-large")
    await mobile.tap("点一下回去")
    await mobile.page.wait_for_function("__device.brightness === 0.5")
    await mobile.tap("打开文件，存或发")
    await mobile.page.wait_for_function("__device.calls.some(each => each.name === 'openDocument')")
    assert (await mobile.asked("openDocument"))[0]["size"] > 10_000


async def test_whoever_is_not_proven_is_led_through_it_and_back(mobile: Phone, edge: Edge) -> None:
    await edge.matched("zhou-zihan")
    await mobile.open("packages/certificates/issue/issue?code=archive-proof", person="zhou-zihan", agreed=True)
    await mobile.tap("求职或单位要求")
    await mobile.tap("去确认是本人")
    await mobile.fits_in_both_modes("prove")
    await mobile.tap("去认证")
    await mobile.top.get_by_role("button", name="我同意了").click()
    await mobile.page.locator("main:not([hidden]) .fault").wait_for()
    await mobile.shoot("prove-not-yet-standard")
    token = (await mobile.asked("navigateToMiniProgram"))[0]["extraData"]["token"]
    await edge.sandbox.call("POST", f"identity/verifications/{token}/decision", {"agree": True})
    await mobile.top.get_by_role("button", name="我同意了").click()
    await mobile.tap("开证明")
    await mobile.sees("开好了")


async def test_an_answer_lost_on_the_way_makes_one_certificate(mobile: Phone, edge: Edge) -> None:
    token = await edge.proven("zhou-zihan")
    lost: list[Route] = []

    async def lose_the_first(route: Route) -> None:
        if route.request.method != "POST" or lost:
            return await route.fallback()
        lost.append(route)
        await route.fetch()
        await route.abort()

    await mobile.page.route("**/api/v1/certificates", lose_the_first)
    await mobile.open("packages/certificates/issue/issue?code=archive-proof", person="zhou-zihan", agreed=True)
    await mobile.tap("求职或单位要求")
    await mobile.top.get_by_role("button", name="开证明").dblclick()
    await mobile.sees("开好了")
    assert await certificates(edge, token) == 1


async def test_what_the_records_do_not_say_goes_to_a_person(mobile: Phone, edge: Edge) -> None:
    await edge.proven("zhou-zihan")
    await mobile.open("packages/certificates/issue/issue?code=relation-proof", person="zhou-zihan", agreed=True)
    await mobile.tap("开证明")
    await mobile.sees("请看红字")
    await mobile.shoot("issue-faults")
    await mobile.fits()
    await mobile.write("亲属的姓名", "张三丰")
    await mobile.tap("女儿")
    await mobile.tap("子女入学")
    await mobile.tap("开证明")
    await mobile.sees("转给工作人员办了")
    await mobile.shoot("issue-handed-over")
    await mobile.fits()
    await mobile.tap("看办到哪一步")
    await mobile.sees("亲属关系情况证明")


async def test_whoever_we_do_not_know_is_sent_to_give_their_name_first(mobile: Phone) -> None:
    await mobile.open("packages/certificates/issue/issue?code=ss-proof", person="li-min")
    await mobile.sees("先实名，再看这里")
    await mobile.shoot("issue-unknown")
    await mobile.fits()
    await mobile.tap("去实名")
    await mobile.sees("先看一眼怎么用您的信息")
