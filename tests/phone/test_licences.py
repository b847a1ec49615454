"""Electronic licences on the phone: one's own, somebody who asks to use one, the answer, and who has looked."""

import json

from playwright.async_api import Route, expect

from tests.api.stories.test_s19_licences import mine, wants_title
from tests.factories import Town
from tests.phone.phone import Phone

CAMERA = {"Accept": "text/html"}
LANDLORD = "zhao-peng"


async def test_whoever_is_asked_reads_for_what_and_agrees(mobile: Phone, town: Town) -> None:
    landlord = await town.proven(LANDLORD)
    await wants_title(town, await town.proven("li-qiang"))
    [request] = await mine(town, landlord)
    assert "licence_asked" in await town.told(landlord)
    await mobile.open("pages/messages/messages", person=LANDLORD, agreed=True)
    await mobile.tap("有人请您授权使用电子证照")
    await mobile.sees("不认识对方，请选「不同意」")
    await mobile.sees("等您答复")
    await mobile.sees("还没有人看过")
    await mobile.fits_in_both_modes("licence-asked")
    await mobile.top.get_by_role("button", name="同意使用").dblclick()
    await mobile.sees("已授权")
    await mobile.sees("为李*的申请调取证照")
    await mobile.fits_in_both_modes("licence-given")
    assert (await town.get(f"/api/v1/licences/authorisations/{request['id']}", token=landlord)).json["state"] == "given"
    await mobile.tap("撤回授权")
    await mobile.answer("撤回")
    await mobile.sees("已撤回")
    assert (await town.get(f"/api/v1/licences/authorisations/{request['id']}", token=landlord)).json["state"] == "revoked"


async def test_a_stranger_gets_a_no(mobile: Phone, theirs: Phone, town: Town) -> None:
    landlord, tenant = await town.proven(LANDLORD), await town.proven("li-qiang")
    await wants_title(town, tenant)
    [request] = await mine(town, landlord)
    await mobile.open(f"packages/licences/authorisation/authorisation?id={request['id']}", person=LANDLORD, agreed=True)
    await mobile.tap("不同意")
    await mobile.sees("没有同意")
    assert "licence_declined" in await town.told(tenant)
    await theirs.open(f"packages/licences/authorisation/authorisation?id={request['id']}", person="li-qiang", agreed=True)
    await theirs.sees("没有找到")


async def test_a_yes_is_the_living_persons(mobile: Phone, town: Town) -> None:
    landlord = await town.matched(LANDLORD)
    await wants_title(town, await town.proven("li-qiang"))
    [request] = await mine(town, landlord)
    await mobile.open(f"packages/licences/authorisation/authorisation?id={request['id']}", person=LANDLORD, agreed=True)
    await mobile.tap("同意使用")
    await mobile.sees("用国家网络身份认证")
    assert (await mine(town, landlord))[0]["state"] == "asked"


async def test_ones_own_licences_are_shown_to_the_living_person(mobile: Phone, town: Town) -> None:
    await town.proven("li-min")
    await mobile.open("pages/me/me", person="li-min", agreed=True)
    await mobile.tap("我的证照")
    await mobile.sees("结婚证")
    await mobile.fits_in_both_modes("licences")


async def test_licences_are_not_shown_to_whoever_holds_the_phone(mobile: Phone, town: Town) -> None:
    await town.matched("li-min")
    await mobile.open("packages/licences/mine/mine", person="li-min", agreed=True)
    await mobile.sees("电子证照只给您本人看")
    await mobile.sees_not("结婚证")
    await mobile.fits()


async def test_a_licence_is_shown_bright_and_checked_by_whoever_scans_it(mobile: Phone, theirs: Phone, town: Town) -> None:
    token = await town.proven("li-min")
    await mobile.open("packages/licences/mine/mine", person="li-min", agreed=True)
    async with mobile.page.expect_response(lambda answer: answer.url.endswith("/licences/showings") and answer.ok) as made:
        await mobile.tap("出示结婚证")
    await mobile.sees("前有效")
    assert await mobile.page.evaluate("__device.brightness") == 1
    full = mobile.top.locator(".full")
    assert await full.evaluate("node => [node.offsetWidth, node.offsetHeight]") == [390, 844], "nothing else is on the screen"
    await mobile.fits_in_both_modes("licence-shown")
    await mobile.tap("点一下看说明")
    await expect(full).to_have_count(0)
    await mobile.sees("请对方扫一扫")
    assert await mobile.page.evaluate("__device.brightness") == 1
    await mobile.fits_in_both_modes("licence-shown-about")
    await mobile.tap("的核对码，点一下放大")
    await expect(full).to_be_visible()
    url = json.loads(await (await made.value).text())["url"]
    page = await town.get(f"/verify/licences/{url.rpartition('/')[2]}", headers=CAMERA)
    assert (page.status, "结婚证" in page.text, "李*" in page.text) == (200, True, True)
    await theirs.open("packages/certificates/check/check")
    await theirs.device_answers("scanCode", {"result": url})
    await theirs.tap("扫一扫")
    await theirs.sees("当面出示")
    await theirs.shoot("licence-checked")
    await theirs.fits()
    read = (await town.get("/api/v1/me/access-log", token=token)).json["items"]
    assert [each["purpose"] for each in read].count("核对您当面出示的「结婚证」") == 2
    await mobile.page.get_by_label("返回").click()
    await mobile.sees("出示")
    assert await mobile.page.evaluate("__device.brightness") == 0.5
    town.world.clock.forward(minutes=5)
    await theirs.tap("扫一扫")
    await theirs.sees("这个码过期了，或者不是真的")


async def test_a_code_that_ran_out_leaves_the_screen_and_a_new_one_is_a_tap_away(mobile: Phone, town: Town) -> None:
    await town.proven("li-min")
    urls: list[str] = []

    async def short(route: Route) -> None:
        answer = await route.fetch()
        told = await answer.json()
        urls.append(told["url"])
        await route.fulfill(response=answer, json={**told, "seconds": 1 if len(urls) == 1 else told["seconds"]})

    await mobile.page.route("**/api/v1/licences/showings", short)
    await mobile.open("packages/licences/mine/mine", person="li-min", agreed=True)
    await mobile.tap("出示结婚证")
    await mobile.sees("这个码过期了")
    assert await mobile.page.evaluate("__device.brightness") == 0.5
    await mobile.shoot("licence-over")
    await mobile.fits()
    await mobile.tap("换一个新的码")
    await mobile.sees("前有效")
    assert len(set(urls)) == 2


async def test_without_a_network_a_licence_is_not_shown_and_says_what_to_do(mobile: Phone, town: Town) -> None:
    await town.proven("li-min")
    await mobile.open("packages/licences/mine/mine", person="li-min", agreed=True)
    await mobile.sees("结婚证")
    await mobile.context.set_offline(True)
    await mobile.tap("出示结婚证")
    await mobile.sees("再试一次")
    await mobile.context.set_offline(False)
    await mobile.sees("前有效")  # the page opens by itself


async def test_a_copy_for_one_use_is_made_and_opened(mobile: Phone, town: Town) -> None:
    token = await town.proven("li-min")
    await mobile.open("packages/licences/mine/mine", person="li-min", agreed=True)
    await mobile.tap("给结婚证做副本")
    await mobile.tap("做副本")
    await mobile.sees("请写清楚做什么用")
    await mobile.write("做什么用", "给孩子办入学")
    await mobile.sees("仅用于给孩子办入学，有效至2026年11月30日，他用无效")
    await mobile.top.get_by_role("button", name="做副本").dblclick()
    await mobile.sees("副本做好了")
    await mobile.fits_in_both_modes("licence-copy")
    await mobile.tap("打开文件，存或发")
    await mobile.page.wait_for_function("__device.calls.some(each => each.name === 'openDocument')")
    assert (await mobile.asked("openDocument"))[0]["showMenu"] is True
    assert await town.world.store.licence_showings.count({}) == 1
    read = (await town.get("/api/v1/me/access-log", token=token)).json["items"]
    assert "打开带水印的副本，用于给孩子办入学「结婚证」" in [each["purpose"] for each in read]
