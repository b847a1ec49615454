"""What waits for me stands on home, whatever it comes from, and leads to where it is done; the tab of messages says how many are unread."""

from playwright.async_api import expect

from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s19_licences import wants_title
from tests.api.stories.test_s30_lease import LANDLORD, TENANT, lease
from tests.factories import CARD_VISIT, Town
from tests.phone.faults import Line
from tests.phone.phone import Phone
from tests.phone.test_appointments import all_taken

MOTHER, DAUGHTER = "wang-guifang", "li-min"
LINE = {"items": ["ssc-apply"], "hall": "qingshi", "first": "2026-11-25", "last": "2026-11-25", "people": [], "case": None}


async def offered(town: Town, token: str) -> None:
    """A place somebody gave back is kept for her for half an hour."""
    other = await town.matched("zhou-zihan")
    visit = await town.booked(other, {**CARD_VISIT, "hall": "qingshi", "start": "2026-11-25T09:00:00+08:00"})
    await all_taken(town.world)
    await town.made("/api/v1/waitlist", LINE, token)
    gone = await town.post(f"/api/v1/appointments/{visit['id']}/cancel", {"version": visit["version"]}, token=other)
    assert gone.status == 200, gone.text
    await town.world.product.engines.booking.tick()
    await town.world.settle()


async def test_an_offer_of_the_line_stands_on_home_until_it_is_answered(mobile: Phone, town: Town) -> None:
    token = await town.matched(MOTHER)
    await offered(town, token)
    await mobile.use_elder_mode()
    await mobile.open(person=MOTHER, agreed=True)
    await mobile.sees("等您处理")
    await mobile.sees("请在今天上午10:30前答复")
    await mobile.shoot("waits-offer")
    await mobile.fits(elder=True)
    await mobile.tap("排到位子了")
    await mobile.tap("要，约上")
    await mobile.sees("约好了")
    await mobile.goes_to("pages/home/home")
    await mobile.sees("下一个预约")
    await mobile.sees_not("等您处理")


async def test_requests_stand_on_home_and_lead_to_their_answer(mobile: Phone, town: Town) -> None:
    await town.proven(LANDLORD)
    await wants_title(town, await town.proven(TENANT))
    await mobile.open(person=LANDLORD, agreed=True)
    await mobile.sees("等您处理")
    await mobile.fits_in_both_modes("waits-licence")
    await mobile.tap("想用您的")
    await mobile.tap("不同意")
    await mobile.sees("没有同意")
    await mobile.page.get_by_label("返回").click()
    await mobile.sees("大家常办")
    await mobile.sees_not("等您处理")


async def test_more_than_five_are_told_by_their_number_and_listed(mobile: Phone, town: Town) -> None:
    await town.proven(LANDLORD)
    tenant = await town.proven(TENANT)
    await handed_in(town, tenant, "lease-filing", lease(town, owned="alone", co_owners=None))
    for item in ("ssc-apply", "longevity", "archive-proof", "med-proof", "relation-proof", "ss-proof"):
        await town.made("/api/v1/grants", {"agent": town.document(LANDLORD), "items": [item], "until": "2026-12-31"}, tenant)
    await mobile.open(person=LANDLORD, agreed=True)
    await mobile.sees("还有 2 件")
    await mobile.sees("对方确认租赁信息")
    await mobile.fits_in_both_modes("waits-many")
    await mobile.tap("还有 2 件")
    await expect(mobile.top.get_by_text("请您代办")).to_have_count(6)
    await mobile.fits_in_both_modes("waiting")


async def test_acting_for_her_shows_what_waits_for_her_and_nothing_of_ones_own(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "ssc-apply")
    await offered(town, grant.principal)
    tenant = await town.proven(TENANT)
    await town.made("/api/v1/grants", {"agent": town.document(DAUGHTER), "items": ["ssc-apply"], "until": "2026-12-31"}, tenant)
    await mobile.open(person=DAUGHTER, agreed=True)
    await mobile.sees("请您代办")
    await mobile.sees_not("排到位子了")
    await mobile.tap("替家人办事")
    await mobile.tap("看王*芳的办件")
    await mobile.tap("首页")
    await mobile.sees("正在替王*芳办事")
    await mobile.sees("排到位子了")
    await mobile.sees_not("请您代办")
    await mobile.shoot("waits-acting")
    await mobile.fits()
    await mobile.tap("回到自己")
    await mobile.sees("请您代办")
    await mobile.sees_not("排到位子了")


async def test_nothing_of_ones_own_stays_on_home_while_hers_cannot_be_asked(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "ssc-apply")
    await town.made("/api/v1/cases", {"item": "longevity", "form": {}}, grant.agent)
    await mobile.open(person=DAUGHTER, agreed=True)
    await mobile.sees("没填完")
    await mobile.tap("替家人办事")
    await mobile.tap("看王*芳的办件")
    await mobile.sees("还没有办件")
    await Line(mobile, r"/api/v1/(cases|appointments)$", "GET").breaks(500)
    await mobile.tap("首页")
    await mobile.sees("正在替王*芳办事")
    await mobile.sees("大家常办")
    await mobile.sees_not("没填完")


async def test_what_waits_and_cannot_be_asked_breaks_nothing_of_home(mobile: Phone, town: Town) -> None:
    await town.proven(LANDLORD)
    await wants_title(town, await town.proven(TENANT))
    await town.booked(await town.login(LANDLORD))
    line = Line(mobile, "/api/v1/watches", "GET")
    await line.breaks(500)
    await mobile.open(person=LANDLORD, agreed=True)
    await mobile.sees("下一个预约")
    await mobile.sees_not("等您处理")
    await mobile.goes_to("packages/case/waiting/waiting")
    await mobile.sees("再试一次")
    await line.heals()
    await mobile.tap("再试一次")
    await mobile.sees("想用您的")


async def test_where_nothing_waits_the_list_says_so(mobile: Phone, town: Town) -> None:
    await town.matched(TENANT)
    await mobile.open("packages/case/waiting/waiting", person=TENANT, agreed=True)
    await mobile.sees("没有等您处理的事")
    await mobile.fits_in_both_modes("waiting-none")
    await mobile.tap("看我的办件")
    await mobile.sees("还没有办件")


async def test_the_tab_of_messages_says_how_many_are_unread(mobile: Phone, town: Town) -> None:
    token = await town.matched(TENANT)
    await town.booked(token)
    await town.world.settle()
    await mobile.open(person=TENANT, agreed=True)
    await expect(mobile.top.get_by_role("tab", name="消息，1 条没看", exact=True)).to_be_visible()
    await mobile.shoot("unread")
    await mobile.tap("消息")
    await mobile.fits_in_both_modes("unread-messages")
    await mobile.tap("预约成功")
    await mobile.page.get_by_label("返回").click()
    await expect(mobile.top.get_by_role("tab", name="消息", exact=True)).to_be_visible()
    await mobile.tap("首页")
    await expect(mobile.top.get_by_role("tab", name="消息", exact=True)).to_be_visible()
