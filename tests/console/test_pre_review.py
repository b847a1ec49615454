"""The pre-review desk: papers beside their checklist, everything wrong told at once, and two clerks who never collide."""

import re

from playwright.async_api import expect

from tests.api.stories.business import act
from tests.api.stories.test_s13_pre_review import theatre
from tests.console.desk import Desk
from tests.factories import Town

CLERK = "wenyiming"
_WITHIN_REACH = """node => {
    const [drawn, room] = [node.getBoundingClientRect(), node.closest(".sheet").getBoundingClientRect()];
    return node.style.transform.includes("rotate(90deg)") && drawn.height > drawn.width && drawn.top >= room.top && drawn.left >= room.left;
}"""


async def licence_is_drawn(desk: Desk) -> None:
    """The first paper, a copy of a licence, has arrived whole."""
    licence = desk.page.locator(".sheet canvas")
    await expect(licence).to_be_visible()
    await expect(desk.page.get_by_text("正在取")).to_have_count(0)
    assert await licence.evaluate("node => node.width") > 300
    assert await licence.evaluate("node => node.width <= node.parentElement.clientWidth"), "its whole width is seen"


async def test_a_clerk_looks_through_the_papers_and_returns_all_that_is_wrong_at_once(desk: Desk, town: Town) -> None:
    grant, case = await theatre(town)
    await desk.login(CLERK)
    await desk.press(re.compile("待预审.*1 件", re.DOTALL))
    await desk.opens_case("举办营业性演出审批")
    await desk.sees("等待工作人员预审")
    await expect(desk.page.get_by_role("heading", name="时限")).to_have_count(0)  # no clock runs before it is taken in
    await desk.page.keyboard.press("l")
    await desk.sees("领取，已办好。")
    await desk.sees(re.compile("^还不能预审通过：请先看完全部材料"))

    await licence_is_drawn(desk)
    await desk.press(re.compile("^参演文艺表演团体"))
    picture = desk.page.locator(".sheet img")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("node => node.naturalWidth") > 0
    narrow = await picture.evaluate("node => node.offsetWidth")
    for key in "+o":
        await desk.page.keyboard.press(key)
    assert await picture.evaluate("node => node.offsetWidth") > narrow
    assert await picture.evaluate(_WITHIN_REACH), "turned, no side of it lies where nobody can scroll"
    await desk.page.keyboard.press("p")
    await desk.sees("通过，已办好。")
    await desk.press(re.compile("^节目单"))
    await desk.page.keyboard.press("r")
    kind, advice = desk.page.get_by_role("radio", name="看不清"), desk.page.get_by_label("怎样改")
    await expect(kind).to_be_focused()
    await expect(desk.page.get_by_role("radio", name="缺少")).to_have_count(0)  # it is there
    await desk.page.keyboard.press("Control+Enter")
    await expect(desk.page.get_by_role("alert")).to_contain_text("请先选是什么问题")
    await desk.page.keyboard.type("n")  # typed into the note, and no key of the page
    await expect(advice).to_have_value("n")
    await advice.fill("")
    await desk.page.keyboard.press("Shift+Tab")
    await desk.page.keyboard.press("1")
    await expect(advice).to_be_focused()
    await expect(advice).to_have_value(re.compile("「节目单和视听资料」看不清，"))
    await desk.page.keyboard.type("第二页拍糊了，请重新拍。13812345678")
    await desk.page.keyboard.press("Control+Enter")
    shows = desk.page.get_by_role("button", name="一共几场要退回")
    while not await shows.evaluate("node => node === document.activeElement"):
        before = await desk.page.evaluate("document.activeElement.outerHTML")
        await desk.page.keyboard.press("j")
        assert before != await desk.page.evaluate("document.activeElement.outerHTML"), "the walk ends before it comes there"
    await expect(shows).to_have_text("要退回F")
    await desk.page.keyboard.press("f")
    await desk.page.keyboard.press("Escape")
    await expect(shows).to_be_focused()
    await desk.page.keyboard.press("f")
    await desk.page.keyboard.press("1")
    await desk.page.keyboard.type("节目单写了三场，请核对场数。")
    await desk.page.keyboard.press("Control+Enter")
    await expect(desk.page.get_by_role("row", name="一共几场").get_by_role("button", name="不退回了")).to_be_visible()
    onward = desk.page.locator("table.answers td.end button:focus")  # the key is meant for the next answer, not for this one again
    await expect(onward).to_have_text("要退回F")
    await desk.fits()
    await desk.shoot("pre-review")
    await expect(desk.page.get_by_role("button", name="预审通过")).to_be_disabled()
    await desk.page.keyboard.press("y")
    await expect(desk.page.get_by_role("alert")).to_contain_text("记下了 2 处问题，要么一次性退回，要么先点「不退回了」。")
    sheet = desk.page.get_by_role("dialog")
    await desk.page.get_by_role("button", name="退出", exact=True).press("Enter")
    await expect(sheet).to_contain_text("有 1 份办件记下了问题，还没有告知申请人。")
    await desk.page.keyboard.press("Escape")
    await desk.page.keyboard.press("n")
    await desk.opens_case("举办营业性演出审批")
    await desk.page.keyboard.press("t")
    await expect(sheet).to_contain_text(re.compile("节目单和视听资料：看不清.*一共几场：填写有误", re.DOTALL))
    await desk.page.keyboard.press("Control+Enter")
    await expect(sheet.get_by_role("alert")).to_contain_text("「节目单和视听资料」：说明里不要写身份证号、手机号")
    await sheet.get_by_role("button", name="改「节目单和视听资料」").click()
    await expect(advice).to_be_focused()
    await advice.fill("第二页拍糊了，请重新拍。")
    await desk.page.keyboard.press("Control+Enter")
    await desk.page.keyboard.press("t")
    await desk.fits()
    await desk.shoot("all-at-once")
    await desk.page.keyboard.press("Control+Enter")
    await expect(sheet.get_by_role("alert")).to_contain_text("「营业执照」还没有看过，请通过它")
    await desk.page.keyboard.press("Escape")
    for name in ("营业性演出许可证", "营业执照", "演出场地使用协议", "场所消防安全合格证明", "安全保卫工作方案"):
        paper = desk.page.locator(".papers").get_by_role("button", name=re.compile(f"^{name}"))
        await paper.click()
        await desk.page.keyboard.press("p")
        await expect(paper).to_contain_text("通过")
    await desk.page.keyboard.press("t")
    await desk.page.keyboard.press("Control+Enter")
    await desk.sees("需要申请人修改 2 处")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    assert {each["target"] for each in mine["returns"][0]["defects"]} == {"materials/programme", "form/shows"}
    await expect(desk.page.get_by_role("button", name="不退回了")).to_have_count(0)
    await desk.page.keyboard.press("n")
    await desk.sees("没有等待预审的材料。")


async def test_of_two_clerks_the_later_one_is_refused_and_sees_the_new_page(desk: Desk, town: Town) -> None:
    _, case = await theatre(town)
    await desk.page.route("**/api/v1/events", lambda route: route.abort())  # nothing arrives by itself
    await desk.login(CLERK)
    await desk.sees("今天要办的")
    await desk.open(f"/case/{case['id']}")
    await desk.sees("等待工作人员预审")
    await licence_is_drawn(desk)
    await act(town, await town.staff(CLERK), case, "claim")
    await desk.press(re.compile("^领取"))
    await expect(desk.page.get_by_role("alert")).to_be_visible()
    await desk.sees("在 闻一鸣 手里")


async def test_what_changes_meanwhile_comes_by_itself_and_waits_while_something_is_noted(desk: Desk, town: Town) -> None:
    grant, case = await theatre(town)
    await desk.login(CLERK)
    await desk.sees("今天要办的")
    await desk.open("/cases/pre_review")
    in_line = desk.page.get_by_role("row", name="举办营业性演出审批")
    await expect(in_line).to_contain_text("没人领")
    head = await town.head("shuchang")
    await act(town, head, case, "claim")
    await expect(in_line).to_contain_text("舒畅")  # the list comes by itself
    await desk.sees("刚才有变化，已经是最新的")
    await desk.page.keyboard.press("j")
    await act(town, head, case, "release")
    await desk.sees("列表刚才有变化。您正在选办件，看新的再显示。")
    await expect(in_line).to_contain_text("舒畅")
    await desk.page.keyboard.press("v")
    await expect(in_line).to_contain_text("没人领")
    await desk.open(f"/case/{case['id']}")
    await desk.sees("等待工作人员预审")
    await act(town, await town.staff(CLERK), case, "claim")
    await desk.sees("在 闻一鸣 手里")
    await desk.sees_not("这份办件刚才有变化")  # it was they themselves
    await act(town, grant.agent, case, "ask-recusal", staff=False, acting=grant.id, who="闻一鸣", reason="他是同行剧场老板的弟弟")
    await desk.sees("申请人申请「闻一鸣」回避")
    await desk.sees("这份办件刚才有变化，下面已经是最新的。")
    await desk.page.keyboard.press("f")
    await desk.page.keyboard.type("写错了")
    await act(town, grant.agent, case, "withdraw", staff=False, acting=grant.id)
    await desk.sees("这份办件刚才有变化")
    await desk.page.keyboard.press("Escape")
    await desk.page.keyboard.press("v")
    await desk.sees_not("这份办件刚才有变化。")
    await desk.sees("已撤回")
    await desk.page.locator("summary").get_by_text("经过").click()
    story = desk.page.locator("details ol > li")
    await expect(story.first).to_contain_text(re.compile("代办人.+ 撤回"))
    await expect(story.last).to_contain_text(re.compile("代办人.+ 提交"))
    await expect(desk.page.get_by_role("region", name="相关的人")).to_contain_text(re.compile("代办人.+：.+，到 .+，"))
    await desk.shoot("story")
    await desk.fits()


async def test_what_was_typed_stays_when_the_network_is_away(desk: Desk, town: Town) -> None:
    _, case = await theatre(town)
    window = await town.staff(CLERK)
    seen = await act(town, window, case, "claim")
    papers = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    await act(town, window, case, "pass-material", materials=papers[1:])
    await desk.login(CLERK)
    await desk.sees("今天要办的")
    await desk.open(f"/case/{case['id']}")
    await desk.page.locator(".papers").get_by_role("button", name="要退回").click()
    await desk.page.get_by_role("radio", name="已过有效期").check()
    await desk.write("怎样改", "许可证上月到期，请换证以后再交。")
    await desk.press("记下")
    await licence_is_drawn(desk)
    await desk.context.set_offline(True)
    await desk.press(re.compile("（1 处）"))
    await desk.page.keyboard.press("Control+Enter")
    await desk.sees("连不上系统，请检查网络后再试。")
    await desk.sees(re.compile("许可证上月到期，请换证以后再交。"))
    await desk.context.set_offline(False)
    await desk.page.keyboard.press("Control+Enter")
    await desk.sees("需要申请人修改 1 处")


async def test_the_applicant_asks_that_somebody_be_out_of_it_and_whoever_is_named_agrees(desk: Desk, town: Town) -> None:
    grant, case = await theatre(town)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    assert "ask-recusal" in [each["action"] for each in mine["actions"]]
    await act(town, grant.agent, case, "ask-recusal", staff=False, acting=grant.id, who="闻一鸣", reason="他是同行剧场老板的弟弟")
    await desk.login(CLERK)
    await desk.press(re.compile("待预审.*1 件", re.DOTALL))
    await desk.opens_case("举办营业性演出审批")
    await desk.sees("申请人申请「闻一鸣」回避")
    await desk.page.keyboard.press("h")
    await desk.page.get_by_label("要回避的情形").select_option("relative")
    await desk.write("是什么关系", "同行剧场的老板是我哥哥")
    await desk.fits()
    await desk.shoot("recusal")
    await desk.page.keyboard.press("Control+Enter")
    await desk.sees("申报回避，已办好。")
    await expect(desk.page.get_by_label("看材料：")).to_contain_text("您在这份申请里已经回避")
    await desk.page.reload()
    await expect(desk.page.get_by_role("alert")).to_contain_text("已经回避")
    assert "recusal_granted" in await town.told(grant.agent)
    refused = await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff(CLERK))
    assert refused.status == 403
