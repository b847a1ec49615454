"""Paper that comes later on one's own promise, what it leads to when it does not come, and speaking before a decision is taken back."""

import re
from typing import Any

from playwright.async_api import expect

from tests.api.stories.business import accepted, act
from tests.api.stories.test_s21_tolerance import drafted
from tests.factories import Town
from tests.phone.cards import FIT, taken
from tests.phone.phone import Phone
from tests.road_digging import MAP

OWNER = "wang-guifang"
REFUSED = "rgb(194, 59, 53)"
WHY, BASIS = "到期没有补交管线图", "容缺受理通知书载明的逾期后果"


async def promised(town: Town, token: str) -> dict[str, Any]:
    """Handed in on a promise, and accepted."""
    case = await act(town, token, await drafted(town, token), "promise", staff=False, materials=[MAP])
    case = await act(town, token, case, "submit", staff=False)
    return await accepted(town, await town.staff("linxiaoyan"), case)


async def to_be_taken_back(town: Town, token: str) -> tuple[dict[str, Any], str]:
    """Granted on a promise that was not kept: the head means to withdraw the decision. The case, and the head's token."""
    case, boss = await promised(town, token), await town.head("qinling")
    await act(town, boss, case, "complete-step", step="site_visit", finding="无误")
    await act(town, await town.staff("zhongweiguo"), case, "complete-step", step="traffic", finding="无误")
    await act(town, boss, case, "grant")
    town.world.clock.forward(days=10)
    await town.world.product.engines.cases.tick()
    await town.world.settle()
    return await act(town, boss, case, "revoke", reason=WHY, basis=BASIS), boss


async def test_what_is_promised_is_read_promised_and_handed_in(mobile: Phone, town: Town) -> None:
    token = await town.proven(OWNER)
    draft = await drafted(town, token)
    await mobile.open(f"packages/apply/form/form?id={draft['id']}", person=OWNER, agreed=True)
    await mobile.sees("第1步")
    while not await mobile.top.get_by_text("地下管线分布图").count():
        place = await mobile.top.get_by_text("步，共").inner_text()
        await mobile.tap("下一步")
        await mobile.page.wait_for_function("place => !document.querySelector('main:not([hidden])').textContent.includes(place)", arg=place)
    await mobile.sees("补齐。没补的：由负责人撤回已经作出的决定。")
    await mobile.fits_in_both_modes("promise-told")
    await mobile.tap_twice("承诺以后补交")
    await mobile.sees("已承诺以后补交")
    await mobile.tap("下一步")
    await mobile.sees("承诺以后补交")
    await mobile.shoot("promise-review-standard")
    await (
        mobile.top.get_by_role("button", name="提交", exact=True)
        .or_(mobile.top.get_by_role("button", name="不用预审，正式提交"))
        .first.click()
    )
    await mobile.sees("已经交上去了")
    case = await accepted(town, await town.staff("linxiaoyan"), draft)
    await mobile.tap("看这件事")
    await mobile.sees("容缺后补")
    await mobile.sees("最晚")
    await mobile.fits_in_both_modes("promise-debt")
    await mobile.device_answers("chooseMedia", taken(FIT.jpeg(), "map.jpg"))
    await mobile.top.get_by_role("button", name="拍照", exact=True).first.click()
    hint = mobile.top.get_by_role("button", name="看得清，就用这张")
    await hint.or_(mobile.top.get_by_text("已补交，等工作人员看")).first.wait_for()
    if await hint.count():
        await hint.click()
    await mobile.sees("已补交，等工作人员看")
    await mobile.fits_in_both_modes("promise-handed")
    await act(town, await town.staff("baixueying"), case, "examine-debt", material=MAP, passed=True)
    assert [each["open"] for each in (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json["obligations"]] == [False]


async def test_whoever_is_to_lose_a_decision_speaks_first_and_reads_what_came_of_it(mobile: Phone, town: Town) -> None:
    token = await town.proven(OWNER)
    case, boss = await to_be_taken_back(town, token)
    token = await town.proven_again(await town.login(OWNER), OWNER)
    await town.world.settle()
    await mobile.page.clock.set_fixed_time(town.world.clock.now())
    await mobile.open("pages/messages/messages", person=OWNER, agreed=True)
    await mobile.top.get_by_text("撤回").first.click()
    await mobile.sees("拟撤回决定，听取申请人意见")
    await mobile.sees("您可以说明情况")
    await mobile.sees(WHY)
    await mobile.sees(BASIS)
    await mobile.sees("已经过了期限")
    await mobile.fits_in_both_modes("speak")
    await mobile.top.get_by_label("您要说的").and_(mobile.top.locator("textarea")).fill("管线单位搬家，图纸要等")
    box = mobile.top.locator("[aria-label=我要求听证] .tick")
    await expect(box).to_have_text("")
    await expect(box).to_be_visible()
    await mobile.tap("我要求听证")
    await expect(box).to_have_class(re.compile("ticked"))
    await mobile.tap_twice("交给工作人员")
    await mobile.sees("您说过：管线单位搬家，图纸要等")
    await mobile.sees("补充，交给工作人员")
    await expect(mobile.top.locator("textarea")).to_have_value("")
    await mobile.fits_in_both_modes("speak-said")
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json["inspection"]
    assert (seen["statement"], seen["wants_hearing"]) == ("管线单位搬家，图纸要等", True)
    await act(town, boss, case, "annul", reason=WHY, basis=BASIS, hearing="12月8日下午听证，管线单位到场")
    await mobile.open(f"packages/case/case/case?id={case['id']}")
    await expect(mobile.top.locator(".state.refused")).to_have_text("批准决定已撤回")
    await mobile.sees("（已撤回）")
    await mobile.sees(WHY)
    await mobile.sees("行政复议")
    await mobile.fits_in_both_modes("annulled")
    await mobile.open("pages/cases/cases")
    await expect(mobile.top.get_by_text("批准决定已撤回", exact=True)).to_have_css("color", REFUSED)
    await mobile.sees_not("最晚")
    await mobile.shoot("annulled-list-standard")
