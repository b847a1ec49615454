"""Points at the console: a line set by the department that verifies it, and a round brought to everybody's decision."""

import re
from typing import Any

import pytest
from playwright.async_api import expect

from tests.api.stories.business import granted, part
from tests.api.stories.points import OFFICE, POLICE, RIVAL, SCHOOLS, THIRD, VERIFIERS, applied, points, pupil, run, shows, with_points
from tests.api.test_points import begun, window_over
from tests.console.desk import Desk
from tests.console.test_standins import goes
from tests.factories import Town


async def objected(town: Town, me: str, case: str) -> None:
    """Every department agrees, and the applicant objects to what the house gives."""
    seen = (await town.get(f"/api/v1/cases/{case}", token=me)).json
    for key in [each["key"] for each in seen["parts"] if each["status"]["code"] != "not_wanted"]:
        await granted(town, VERIFIERS[key], part(seen, key))
    await town.world.settle()
    sheet = (await points(town, me))["sheets"][0]
    body = {"version": sheet["version"], "lines": [{"indicator": "home", "reason": "房子是我和配偶共有的"}]}
    answer = await town.post(f"/api/v1/points/sheets/{sheet['id']}/objections", body, token=me)
    assert answer.status == 200, answer.text


async def test_a_line_is_set_objected_to_and_answered_and_a_round_is_brought_to_everybodys_decision(
    desk: Desk, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await window_over(town)
    me, case = await begun(town)
    await town.world.settle()
    page, dialog = desk.page, desk.page.get_by_role("dialog")
    await desk.login(OFFICE)
    await page.get_by_role("heading", name="还可以做").wait_for()
    await desk.open("/points/sheets")
    await page.get_by_role("link", name=re.compile(r"\d 分$")).click()
    await desk.sees(re.compile("每一项由核验部门从"))
    await expect(page.get_by_role("button", name=re.compile("^核定"))).to_have_count(0)
    await page.go_back()
    await page.locator("h2:has-text('等本部门核验的') + ul a").press("Enter")
    await page.get_by_role("button", name=re.compile("^核定")).first.click()
    await dialog.get_by_label("分数").fill("999")
    await dialog.get_by_label("分数").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("请填整数")
    await dialog.get_by_label("分数").fill("4")
    await dialog.get_by_label("理由").fill("房屋登记在配偶名下，按一半计")
    await dialog.get_by_label("理由").press("Control+Enter")
    await desk.sees(re.compile("核定为 4 分。"))
    await desk.sees("已核定")
    await desk.fits()
    await desk.shoot("points-sheet")
    await objected(town, me, case["id"])
    await desk.open("/points/sheets")
    await page.get_by_label("只看有异议等答复的").check()
    await page.get_by_role("link", name=re.compile(r"\d 分$")).press("Enter")
    await desk.press("答复异议")
    await dialog.get_by_role("button", name="答复异议").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("每一项都要写明核对的结果。")
    await dialog.get_by_label("分数").fill("6")
    await dialog.get_by_label("核对的结果").fill("补交了共有协议，改为 6 分")
    await dialog.get_by_label("核对的结果").press("Control+Enter")
    await desk.sees("异议答复好了，申请人会收到通知。")
    await expect(page.get_by_role("row", name=re.compile("补交了共有协议"))).to_contain_text("6 分")
    await page.get_by_role("link", name="申请批次").click()
    await desk.fits()
    await page.locator("li.card").get_by_role("link").first.press("Enter")
    await desk.sees("还没有排名。")
    await expect(page.get_by_role("button", name=re.compile("不符合条件$"))).to_have_count(2)
    await page.get_by_label("按姓名或编号找").fill("邓晓")
    await expect(page.get_by_role("button", name=re.compile("不符合条件$"))).to_have_count(1)
    await page.get_by_role("heading", level=1).click()
    await page.keyboard.press("y")
    await dialog.get_by_role("button", name="排名").click()
    await desk.sees("排名，已办好。")
    await expect(page.locator("table.plain tbody tr")).to_have_count(2)
    await page.keyboard.press("y")
    await dialog.get_by_role("button", name="公示排名").click()
    await desk.sees("公示中")
    await desk.press("登记异议")
    await dialog.get_by_role("button", name="登记异议").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：提了什么异议。")
    await dialog.get_by_label("提了什么异议").fill("第二名的社保年限算多了")
    await dialog.get_by_label("提了什么异议").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：提异议的人的姓名。")
    await dialog.get_by_label("提异议的人的姓名").fill("王小芳")
    await dialog.get_by_label("电话").fill("16900000001")
    await dialog.get_by_label("提了什么异议").press("Control+Enter")
    await desk.sees(re.compile("第二名的社保年限算多了"))
    await desk.sees(re.compile(r"王\*芳 169\*{4}0001"))
    await desk.press("查看姓名电话")
    await desk.sees(re.compile("王小芳 16900000001"))
    await desk.press("异议不成立")
    await dialog.get_by_label("核对的结果").fill("已向社保部门核对，年限无误")
    await dialog.get_by_label("核对的结果").press("Control+Enter")
    await desk.sees(re.compile("不成立：已向社保部门核对"))
    await desk.fits()
    await desk.shoot("points-round")
    await goes(desk)

    town.world.clock.forward(days=8)
    monkeypatch.setattr("backend.points.deciding._BATCH", 1)  # as with hundreds, a hundred at a time
    await at_the_round(desk, OFFICE)
    await page.keyboard.press("y")
    await dialog.get_by_role("button", name="结束公示").press("Enter")
    await desk.sees(re.compile("还有 1 件没有转给公安分局，请按「接着转交」。"))
    await page.keyboard.press("y")
    await dialog.get_by_role("button", name="接着转交").press("Enter")
    await desk.sees("接着转交，已办好。这次办了 1 件。")
    await expect(page.get_by_role("button", name=re.compile("按排名作出决定"))).to_have_count(0)
    await goes(desk)
    await at_the_round(desk, POLICE)
    for told in ("还有 1 件没有决定。", "这一批已经办完。"):
        await page.keyboard.press("y")
        await dialog.get_by_role("button", name="按排名作出决定").press("Enter")
        await desk.sees(re.compile(told))
    await desk.fits()
    await desk.shoot("points-decided")


async def at_the_round(desk: Desk, who: str) -> None:
    """Logs in and opens the one round there is."""
    await desk.login(who)
    await desk.page.get_by_role("heading", name="还可以做").wait_for()
    await desk.open("/points/rounds")
    await desk.page.locator("li.card").get_by_role("link").first.press("Enter")
    await desk.page.get_by_role("table").wait_for()


async def test_a_round_of_schools_is_opened_with_the_places_of_each_by_its_name(desk: Desk, town: Town) -> None:
    page, dialog = desk.page, desk.page.get_by_role("dialog")
    await desk.login(SCHOOLS)
    await page.get_by_role("heading", name="还可以做").wait_for()
    await desk.open("/points/rounds")
    await desk.sees(re.compile("还没有开过批次。按「开一批」"))
    await page.keyboard.press("n")
    await expect(dialog.get_by_label("事项").locator("option")).to_have_text(["请选择", "积分制入学"])
    await dialog.get_by_label("事项").select_option("points-school")
    await dialog.get_by_label("这一批的名称").fill("2026年秋季")
    await dialog.get_by_label("依据的通告").fill("云城区2026年积分入学通告（演示）")
    await dialog.get_by_label("从哪天").fill("2026-11-23")
    await dialog.get_by_label("到哪天").fill("2026-12-03")
    await dialog.get_by_label("最低分").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("请填每个志愿的名额，没有名额的写 0。")
    await dialog.get_by_label("罗溪学校").fill("30")
    await desk.fits()
    await desk.shoot("points-open")
    await dialog.get_by_label("罗溪学校").press("Control+Enter")
    await desk.sees(re.compile("^30：.*罗溪学校（演示） 30"))
    assert (await town.get("/api/v1/points/rounds")).json["items"][0]["places"]["luoxi_school"] == 30
    await desk.sees("还没有人申请。有人提交以后，会出现在这里。")

    made = await for_one_child(town)
    first, second = (each["number"] for each in made)
    await page.reload()
    twins = page.get_by_role("region", name=re.compile("^这 2 份申请填的是同一个孩子"))
    await expect(twins.get_by_role("link")).to_have_count(2)
    await page.keyboard.press("y")
    await dialog.get_by_role("button", name="现在截止申请").press("Enter")
    await desk.sees("现在截止申请，已办好。")
    assert await town.world.product.engines.round_duties.tick() == 1, "the watch marks the round: nobody's act"
    await page.keyboard.press("y")
    await dialog.get_by_role("button", name="排名").press("Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text(f"{first}、{second}")
    await page.keyboard.press("Escape")
    await desk.fits()
    await desk.shoot("points-one-child")
    await twins.get_by_role("button", name=f"{first}不符合条件").press("Enter")
    await dialog.get_by_label("理由").fill("申请人不是孩子的爸爸或者妈妈")
    await dialog.get_by_label("理由").press("Control+Enter")
    await desk.sees("登记不符合条件，已办好。")
    await expect(twins).to_have_count(0)
    await page.keyboard.press("y")
    await dialog.get_by_role("button", name="排名").press("Enter")
    await expect(page.locator("table.plain tbody tr")).to_have_count(2)
    await page.get_by_role("button", name=f"{first}恢复参加排名").press("Enter")
    await dialog.get_by_label("理由").fill("补交了出生医学证明，登记错了")
    of = (await town.get("/api/v1/points/rounds")).json["items"][0]
    await run(town, SCHOOLS, of, "exclusions", case=made[1]["id"], reason="由积分高的一方申请")
    await dialog.get_by_label("理由").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("秦岚刚刚登记了一份不符合条件的申请，页面已经更新")
    await expect(dialog.get_by_label("理由")).to_have_value("补交了出生医学证明，登记错了")
    await desk.fits()
    await desk.shoot("points-overtaken")
    await dialog.get_by_label("理由").press("Control+Enter")
    await desk.sees("恢复参加排名，已办好。")
    await expect(page.get_by_role("button", name="恢复参加排名")).to_have_count(1)
    await expect(page.get_by_role("button", name=f"{second}恢复参加排名")).to_be_visible()
    await goes(desk)
    await desk.login(OFFICE)
    await page.get_by_role("heading", name="还可以做").wait_for()
    await desk.open("/points/rounds")
    row = page.locator("li.card")
    await expect(row).to_contain_text("由教育局办，本部门只审核单件申请")
    await expect(row.get_by_role("link")).to_have_count(0)


async def for_one_child(town: Town) -> list[dict[str, Any]]:
    """Two people apply for the same child; their applications."""
    made: list[dict[str, Any]] = []
    for code, total, papers in ((RIVAL, 130, True), (THIRD, 90, False)):
        token = await town.proven(code)
        await with_points(town, token, total)
        chosen = await shows(town, token) if papers else {}
        made.append(await applied(town, token, "points-school", pupil(town, "aili-maimaiti"), **chosen))
    return made
