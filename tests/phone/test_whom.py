"""给谁办: chosen before anything is begun, for whom one holds a grant; how to come by one; and in which district, where there is a choice."""

from playwright.async_api import Route, expect

from tests.factories import Town
from tests.phone.phone import Phone

MOTHER, DAUGHTER = "wang-guifang", "li-min"
MOST_TAPS = 6
OTHER_DISTRICT = "990102"


async def choose(mobile: Phone, whom: str) -> None:
    """Says for whom it is done, and waits until the page has taken it."""
    answer = mobile.top.get_by_role("radiogroup", name="给谁办").get_by_role("radio", name=whom)
    await answer.click()
    await expect(answer).to_have_attribute("aria-checked", "true")


async def begin(mobile: Phone, path: str = "pages/home/home") -> None:
    await mobile.open(path, person=DAUGHTER, agreed=True)


async def test_an_application_is_begun_for_whom_one_chose(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "longevity", "ssc-apply")
    await begin(mobile)
    await mobile.sees("大家常办")
    await mobile.tap("办社保卡")
    await mobile.sees("给谁办")
    await choose(mobile, "王*芳")
    await mobile.sees("正在替王*芳办事")
    await mobile.top.get_by_text("给谁办").scroll_into_view_if_needed()
    await mobile.fits_in_both_modes("whom-guide")
    await mobile.tap("现在申请")
    await mobile.sees("给王桂芳办")
    await mobile.page.get_by_label("返回").click()
    await choose(mobile, "自己")
    await mobile.sees_not("正在替王*芳办事")
    await mobile.tap("现在申请")
    await mobile.sees("给李敏办")
    for token, name in ((grant.principal, "王桂芳"), (grant.agent, "李敏")):
        [case] = (await town.get("/api/v1/cases", token=token)).json["items"]
        assert case["person_name"] == name


async def test_a_certificate_is_asked_for_with_the_answers_of_whom_it_is_about(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "retiree-proof")
    await begin(mobile)
    await mobile.sees("大家常办")
    await mobile.tap("想办什么？")
    await mobile.write("想办什么", "退休证明")
    await mobile.tap("社会化管理退休人员证明")
    await mobile.tap("现在就开")
    await mobile.sees("给李敏开")
    await mobile.tap("退休人员身份")
    await choose(mobile, "王*芳")
    await mobile.sees("给王桂芳开")
    await expect(mobile.top.get_by_role("radio", name="退休人员身份")).to_have_attribute("aria-checked", "false")
    await mobile.fits_in_both_modes("whom-issue")
    await mobile.tap("退休人员身份")
    await mobile.tap("购房租房")
    await mobile.tap("开证明")
    await mobile.sees("由李敏代办")
    assert len((await town.get("/api/v1/certificates", token=grant.principal)).json["items"]) == 1
    assert (await town.get("/api/v1/certificates", token=grant.agent)).json["items"] == []


async def test_a_visit_is_booked_for_whom_one_chose_among_the_halls_within_six_taps(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "ssc-apply")
    await begin(mobile)
    await mobile.tap("办社保卡")
    await mobile.tap("约个时间去大厅办")
    await choose(mobile, "王*芳")
    await mobile.shoot("whom-halls")
    await mobile.fits()
    await mobile.tap("云城区政务服务中心")
    await mobile.tap("下午1:30")
    await mobile.tap("预约 ")
    await mobile.sees("由李敏代约")
    assert await mobile.taps() <= MOST_TAPS
    [made] = (await town.get("/api/v1/appointments", token=grant.principal)).json["items"]
    assert made["name"] == "王桂芳"


async def test_without_a_grant_one_is_led_to_one_and_back(mobile: Phone, town: Town) -> None:
    mother, daughter = await town.proven(MOTHER), await town.matched(DAUGHTER)
    await begin(mobile, "packages/guide/item/item?code=longevity")
    await mobile.sees("给家人办，先添加家人")
    assert await mobile.top.get_by_role("radiogroup", name="给谁办").count() == 0, "one answer is no question"
    await mobile.top.get_by_text("给家人办，先添加家人").scroll_into_view_if_needed()
    await mobile.fits_in_both_modes("whom-nobody")
    await mobile.tap("给家人办，先添加家人")
    await mobile.sees("我要替父母、家人办")
    body = {"agent": town.document(DAUGHTER), "items": ["longevity"], "until": "2026-12-31"}
    offer = await town.made("/api/v1/grants", body, mother)
    assert (await town.post(f"/api/v1/grants/{offer['id']}/accept", {}, token=daughter)).status == 200
    await mobile.page.get_by_label("返回").click()
    await choose(mobile, "王*芳")
    await mobile.sees("添加别的家人")


async def test_a_grant_for_something_else_is_no_choice(mobile: Phone, town: Town) -> None:
    await town.granted(MOTHER, DAUGHTER, "ssc-apply")
    await begin(mobile, "packages/guide/item/item?code=longevity")
    await mobile.sees("给家人办，先添加家人")
    assert await mobile.top.get_by_role("radio", name="王*芳").count() == 0


async def test_what_is_nobody_elses_to_do_says_why_and_offers_no_choice(mobile: Phone, town: Town) -> None:
    await town.granted(MOTHER, DAUGHTER, "longevity")
    await begin(mobile)
    await mobile.tap("高龄津贴")
    await choose(mobile, "王*芳")
    await mobile.page.get_by_label("返回").click()
    await mobile.tap("补身份证")
    await mobile.sees("要采集本人的相貌和指纹，不能由别人代办")
    await mobile.sees_not("给谁办")
    assert await mobile.top.get_by_role("button", name="现在申请").count() == 0


async def test_grants_that_cannot_be_looked_up_are_told_and_looked_up_again(mobile: Phone, town: Town) -> None:
    await town.granted(MOTHER, DAUGHTER, "longevity")

    async def broken(route: Route) -> None:
        await route.fulfill(status=500, content_type="text/html", body="<h1>oops</h1>")

    await mobile.page.route("**/api/v1/grants", broken)
    await begin(mobile, "packages/guide/item/item?code=longevity")
    await mobile.sees("没有查到家人给您的授权")
    await mobile.fits()
    await mobile.page.unroute("**/api/v1/grants")
    await mobile.tap("再查一次")
    await choose(mobile, "王*芳")
    await mobile.sees_not("没有查到家人给您的授权")


async def test_where_districts_differ_one_is_chosen_and_its_guide_and_draft_follow(mobile: Phone, town: Town) -> None:
    token = await town.proven(DAUGHTER)
    here = await town.made("/api/v1/cases", {"item": "longevity"}, token)
    await begin(mobile, "packages/guide/item/item?code=longevity")
    await mobile.sees("老人近照")
    await mobile.sees("下面写的是云城区的")
    await mobile.tap("临江区")
    await mobile.sees("下面写的是临江区的")
    await mobile.sees_not("老人近照")
    await mobile.top.get_by_text("在哪个区办").scroll_into_view_if_needed()
    await mobile.fits_in_both_modes("whom-district")
    await mobile.tap("现在申请")
    await mobile.sees("给李敏办，由江州市临江区民政局决定")
    await mobile.shoot("whom-district-form-standard")
    drafts = (await town.get("/api/v1/cases", token=token)).json["items"]
    [there] = [each["id"] for each in drafts if each["id"] != here["id"]]
    assert (await town.get(f"/api/v1/cases/{there}", token=token)).json["region"] == OTHER_DISTRICT
    await mobile.page.get_by_label("返回").click()
    await mobile.tap("现在申请")
    await mobile.sees("给李敏办，由江州市临江区民政局决定")
    assert len((await town.get("/api/v1/cases", token=token)).json["items"]) == len(drafts), "it goes on with the draft for that district"
