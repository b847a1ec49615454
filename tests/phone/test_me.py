"""Me: real name by number and SMS, what is asked first, who read my data, a copy of it, and its end."""

import json
import re

from tests.people_edge import Edge
from tests.phone.harness import FOLDER
from tests.phone.phone import Phone
from tests.world import World


async def fill(mobile: Phone, edge: Edge, code: str, **other: str) -> None:
    """The form of the real name, filled as the demo person's documents have it but for `other`."""
    person = edge.citizen(code)
    written = {"姓名": person.name, "证件号码": person.id_number, "手机号": person.phone or "", **other}
    for label, text in written.items():
        await mobile.write(label, text)


async def send_code(mobile: Phone, edge: Edge, code: str) -> str:
    """Asks for the code by SMS, and gives what came."""
    await mobile.tap("发验证码")
    await mobile.sees("验证码已发送到")
    return await edge.sandbox.sms_code(edge.citizen(code).phone or "")


async def test_a_real_name_is_given_after_the_privacy_guide(mobile: Phone, edge: Edge) -> None:
    await mobile.open("pages/me/me", person="wang-guifang")
    await mobile.sees("您还没有实名")
    await mobile.shoot("me-unknown-standard")
    await mobile.tap("去实名")
    await mobile.sees("先看一眼怎么用您的信息")
    await mobile.fits_in_both_modes("privacy")
    await mobile.tap("同意，继续")
    await fill(mobile, edge, "wang-guifang")
    await mobile.write("短信验证码", await send_code(mobile, edge, "wang-guifang"))
    await mobile.fits_in_both_modes("bind")
    await mobile.top.get_by_role("button", name="实名", exact=True).click()
    await mobile.sees("已实名")
    await mobile.sees("王桂芳")
    await mobile.sees("9901**********0025")
    await mobile.fits_in_both_modes("me")


async def test_nothing_personal_is_asked_of_whoever_disagrees(mobile: Phone) -> None:
    await mobile.open("packages/identity/bind/bind", person="li-min")
    await mobile.tap("不同意")
    await mobile.sees("您没有同意隐私保护指引")
    assert await mobile.top.locator("input").count() == 0
    await mobile.shoot("bind-disagreed")
    await mobile.fits()
    await mobile.tap("再看一次")
    await mobile.tap("同意，继续")
    await mobile.sees("短信验证码")


async def test_mistakes_are_told_at_their_place_while_one_types(mobile: Phone, edge: Edge) -> None:
    await mobile.open("packages/identity/bind/bind", person="li-min", agreed=True)
    await fill(mobile, edge, "li-min", 证件号码="990101197009120062", 手机号="1690990")
    await mobile.sees("身份证号码里可能有一位写错了")
    await mobile.sees("手机号是11位数字")
    await mobile.tap("发验证码")
    assert await edge.sandbox.sms(edge.citizen("li-min").phone or "") == []
    await mobile.top.get_by_role("button", name="实名", exact=True).click()
    await mobile.sees("请填写短信里的6位数字")
    await mobile.shoot("bind-mistakes")
    await mobile.fits()


async def test_a_wrong_code_and_a_wrong_name_are_told_by_the_server(mobile: Phone, edge: Edge) -> None:
    await mobile.open("packages/identity/bind/bind", person="li-min", agreed=True)
    await fill(mobile, edge, "li-min")
    code = await send_code(mobile, edge, "li-min")
    await mobile.sees("秒后可重发")
    await mobile.write("短信验证码", "000000" if code != "000000" else "111111")
    await mobile.top.get_by_role("button", name="实名", exact=True).click()
    await mobile.sees("验证码不对")
    await mobile.shoot("bind-wrong-code")
    await mobile.write("姓名", "李明")
    await mobile.write("短信验证码", code)
    await mobile.top.get_by_role("button", name="实名", exact=True).click()
    await mobile.sees("姓名")
    await mobile.page.locator("main:not([hidden]) .fault").first.wait_for()
    await mobile.shoot("bind-wrong-name")
    await mobile.tap("打电话问人（12345）")
    assert (await mobile.asked("makePhoneCall"))[0] == {"phoneNumber": "12345"}, "whoever is stuck asks a person, in standard mode too"


async def test_a_double_tap_gives_one_name_once(mobile: Phone, edge: Edge) -> None:
    sent: list[str] = []
    mobile.hears("request", lambda request: sent.append(request.url) if request.url.endswith("/me/identity") else None)
    await mobile.open("packages/identity/bind/bind", person="li-min", agreed=True)
    await fill(mobile, edge, "li-min")
    await mobile.write("短信验证码", await send_code(mobile, edge, "li-min"))
    await mobile.top.get_by_role("button", name="实名", exact=True).dblclick()
    await mobile.sees("已实名")
    assert len(sent) == 1


async def test_a_session_that_ended_is_renewed_without_a_word(mobile: Phone, edge: Edge) -> None:
    await edge.matched("zhou-zihan")
    await mobile.open("pages/me/me", person="zhou-zihan")
    await mobile.sees("周子涵")
    await mobile.page.evaluate("localStorage.setItem('mini-program:token', JSON.stringify({data: 'worthless'}))")
    await mobile.page.reload()
    await mobile.sees("周子涵")


async def test_who_read_my_data_is_told_with_why(mobile: Phone, edge: Edge, world: World) -> None:
    await edge.matched("zhou-zihan")
    clerk = await edge.staff("linxiaoyan")
    proof = {"citizen": edge.document("zhou-zihan"), "purpose": "办理社保卡"}
    assert (await edge.post("/api/v1/staff/proofs", proof, token=clerk)).status == 201
    await world.settle()
    await mobile.open("pages/me/me", person="zhou-zihan")
    await mobile.tap("谁看过我的信息")
    await mobile.sees("林晓燕")
    await mobile.sees("为了办理社保卡")
    await mobile.shoot("readers")
    await mobile.fits()


async def test_nobody_read_it_is_told_too(mobile: Phone) -> None:
    await mobile.open("packages/account/readers/readers", person="li-min")
    await mobile.sees("还没有人看过")
    await mobile.shoot("readers-none")
    await mobile.fits()


async def test_a_copy_of_my_data_is_sent_and_does_not_stay_on_the_phone(mobile: Phone, edge: Edge) -> None:
    token = await edge.proven("zhou-zihan")
    body = {"item": "archive-proof", "form": {"purpose": "work"}}
    assert (await edge.post("/api/v1/certificates", body, token=token)).status == 201
    await mobile.open("packages/account/data/data", person="zhou-zihan")
    await mobile.sees("证明")
    await mobile.fits_in_both_modes("own-data")
    await mobile.tap("存成文件，发到聊天里")
    await mobile.page.wait_for_function("__device.calls.some(each => each.name === 'shareFileMessage')")
    kept = await mobile.page.evaluate("JSON.stringify(Object.entries(localStorage))")
    assert [key for key, _ in json.loads(kept) if key.startswith("mini-program:")] == ["mini-program:token"]
    assert edge.citizen("zhou-zihan").id_number not in kept


async def test_everything_a_copy_holds_has_a_name(edge: Edge) -> None:
    records = (await edge.get("/api/v1/me/export", token=await edge.matched("zhou-zihan"))).json["records"]
    named = set(re.findall(r'^  (\w+): "', (FOLDER / "src/domain/own-data.ts").read_text(), re.MULTILINE))
    assert set(records) <= named


async def test_an_account_is_erased_in_two_steps(mobile: Phone, edge: Edge) -> None:
    await edge.matched("li-qiang")
    await mobile.open("packages/account/erase/erase", person="li-qiang")
    erase = mobile.top.get_by_role("button", name="注销账号")
    assert await erase.get_attribute("aria-disabled") == "true"
    await mobile.fits_in_both_modes("erase")
    await mobile.tap("我明白，注销以后不能恢复")
    await erase.click()
    await mobile.answer("不注销")
    await erase.click()
    await mobile.page.locator(".wx-confirm").click()
    await mobile.sees("已经注销")
    await mobile.shoot("erased")
    await mobile.tap("回首页")
    await mobile.sees("大家常办")


async def test_a_draft_is_taken_up_where_it_was_left(mobile: Phone, edge: Edge) -> None:
    token = await edge.matched("li-qiang")
    made = await edge.post("/api/v1/cases", {"item": "longevity", "form": {}}, token=token)
    assert made.status == 201, made.text
    await mobile.open("pages/home/home", person="li-qiang")
    await mobile.sees("接着办")
    await mobile.sees("没填完")
    await mobile.shoot("home-continue")
    await mobile.fits()
