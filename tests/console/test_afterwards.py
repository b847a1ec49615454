"""After the decision: the head names who checks a commitment; what was promised later is examined once it came; a decision looked at
again, and its applicant heard."""

import re

import pytest
from playwright.async_api import expect

from tests.api.cases.test_pre_review import act as handled
from tests.api.stories.business import accepted, act
from tests.api.stories.test_s08_town_counter import taken_in
from tests.api.stories.test_s21_commitment import EveryLot, decided_on_a_commitment
from tests.api.stories.test_s21_tolerance import drafted, uploaded
from tests.console.desk import Desk
from tests.console.test_counter import shows
from tests.console.test_people_and_log import token_of
from tests.console.test_standins import goes
from tests.factories import Town
from tests.road_digging import MAP


async def test_who_checks_is_named_and_what_came_later_is_examined(desk: Desk, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(town.world.product.engines.cases, "lots", EveryLot(b"any"))
    citizen = await town.proven("wang-guifang")
    head = await town.head("houpeiling")
    await decided_on_a_commitment(town, citizen, head)
    owing = await act(town, citizen, await drafted(town, citizen), "promise", staff=False, materials=[MAP])
    owing = await accepted(town, await town.staff("linxiaoyan"), await act(town, citizen, owing, "submit", staff=False))
    await act(town, citizen, owing, "hand-in", staff=False, materials={MAP: await uploaded(town, citizen)})

    await desk.resume(head)
    await desk.press("事后核查")
    await desk.sees("段志强")
    await expect(desk.page.get_by_role("button", name="指定核查人员")).to_have_text("指定核查人员N")
    await desk.page.keyboard.press("n")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="指定核查人员").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请选择交给谁。")
    await dialog.get_by_label("交给谁").select_option(label="段志强")
    await desk.fits()
    await dialog.get_by_label("交给谁").press("Control+Enter")
    await desk.sees(re.compile("的核查人员已经改好。"))
    await expect(desk.page.locator("tbody").get_by_text("段志强")).to_be_visible()
    await desk.fits()
    await desk.shoot("inspections")
    await desk.press("退出")

    await desk.login("baixueying")
    await desk.press("容缺补交")
    await desk.sees(re.compile("交来了，等审核"))
    await desk.fits()
    await desk.shoot("debts")
    await desk.page.keyboard.press("j")
    await desk.page.keyboard.press("Enter")
    await desk.press("审核补交材料")
    await dialog.get_by_label("结论").select_option("returned")
    await dialog.get_by_role("button", name="审核补交材料").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：哪里不合要求、怎样修改。")
    await desk.shoot("examine")
    await dialog.get_by_label("结论").select_option("passed")
    await dialog.get_by_label("结论").press("Control+Enter")
    await desk.sees("审核补交材料，已办好。")
    await desk.press("容缺补交")
    await desk.sees("没有等着后补的材料。")
    await desk.press("没有守诺的记录")
    await desk.sees(re.compile("^没有这样的记录。"))


async def test_what_a_town_took_in_is_looked_at_again_and_its_applicant_is_heard_at_a_counter(desk: Desk, town: Town) -> None:
    _, case = await taken_in(town)
    await handled(town, await town.staff("dengliping"), case, "grant", staff=True)
    town.world.clock.forward(days=9)  # December
    assert await town.world.product.engines.cases.draw_rechecks() == 1
    page, dialog = desk.page, desk.page.get_by_role("dialog")
    head = await town.head("panshaohua")
    await desk.resume(head)
    await desk.sees("今天要办的")
    await desk.open("/rechecks")
    await expect(page.get_by_role("button", name="指定复核人员")).to_have_text("指定复核人员N")
    await page.keyboard.press("j")
    await page.keyboard.press("n")
    await dialog.get_by_role("button", name="指定复核人员").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请选择交给谁。")
    await dialog.get_by_label("交给谁").select_option(label="曾伟")
    await dialog.get_by_label("交给谁").press("Control+Enter")
    await desk.sees(re.compile("：复核人员已经改好。"))
    await desk.context.clear_cookies()  # not logged out: they come back
    await desk.open("/login")

    await desk.login("zengwei")
    await page.get_by_role("link", name=re.compile("要我复核的.*1 件", re.DOTALL)).press("Enter")
    await expect(page.get_by_label("只看要我复核的")).to_be_checked()
    await expect(page.get_by_role("button", name="登记抽检结果")).to_have_text("登记抽检结果E")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await desk.sees(re.compile("^这一件在2026年11月作出决定的办件里抽中复核，由曾伟在.*前复核。$"))
    await page.keyboard.press("Alt+r")
    await dialog.get_by_label("结果").select_option("wrong")
    await dialog.get_by_label("看了什么、怎样").fill("当月已有单位缴费，不应暂停")
    await dialog.get_by_label("看了什么、怎样").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：依据。")
    head = await token_of(town, "panshaohua")
    (drawn,) = (await town.get("/api/v1/staff/rechecks", token=head)).json["items"]
    path = f"/api/v1/staff/rechecks/{drawn['id']}"
    (zengwei,) = [each for each in (await town.get(f"{path}/recheckers", token=head)).json["items"] if each["name"] == "曾伟"]
    named = await town.post(f"{path}/assign", {"version": drawn["version"], "rechecker": zengwei["id"]}, token=head)
    assert named.status == 200, named.text
    await dialog.get_by_label("依据").fill("社会保险经办条例")
    await dialog.get_by_label("依据").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_have_text("这一件现在由曾伟复核。页面已经换成最新的，您填的还在，请核对以后再按一次。")
    await expect(dialog.get_by_label("看了什么、怎样")).to_have_value("当月已有单位缴费，不应暂停")
    await desk.fits()
    await desk.shoot("rechecks-overtaken")
    await dialog.get_by_label("依据").press("Control+Enter")
    await desk.sees(re.compile("再由首席代表决定；在「已复核」里看得到。"))
    await desk.press("回到抽检复核")
    await desk.sees(re.compile("^没有这样的抽检。"))
    await goes(desk)

    await desk.resume(await token_of(town, "yanzheng"))
    await desk.sees("在这里可以做")
    await desk.open("/rechecks")
    await desk.press("一个月的数字")
    await expect(page.get_by_label("月份")).to_have_value("2026-11")
    await expect(page.get_by_role("row", name=re.compile("^青石镇"))).to_contain_text("0%")
    await desk.fits()
    await desk.shoot("rechecks-figures")
    await page.get_by_role("button", name=re.compile("决定有误 1 件")).press("Enter")
    await desk.sees("2026-11 青石镇：决定有误")
    await desk.sees(re.compile("等首席代表听取意见后决定"))
    await desk.fits()
    await desk.shoot("rechecks")
    await goes(desk)

    await desk.login("changxiuying")
    await desk.press("窗口服务")
    await shows(desk, town, "wang-guifang")
    waits = page.get_by_role("region", name="等本人表示的")
    await expect(waits).to_contain_text("等陈述申辩：拟撤销决定 · 社保业务镇街受理")
    await waits.get_by_role("button", name="读给本人听").press("Enter")
    await dialog.get_by_label("本人的意见").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("请写下本人说的意见。")
    await dialog.get_by_label("本人的意见").fill("当时单位已经停缴")
    await desk.fits()
    await desk.shoot("counter-statement")
    await dialog.get_by_label("本人的意见").press("Control+Enter")
    await desk.sees("陈述申辩已登记，办理部门会听取。")
    await expect(waits).to_contain_text("已经说过，可以补充")
    said = ((await town.world.store.cases.get(case["id"])) or {})["statement"]
    assert (said["text"], said["heard_by"]["name"]) == ("当时单位已经停缴", "常秀英")
    await goes(desk)

    await desk.resume(head)
    await desk.sees("今天要办的")
    await desk.open(f"/case/{case['id']}")
    await desk.sees(re.compile("^拟撤销批准决定，申请人已经说明情况，等承办部门决定"))
    await page.keyboard.press("a")
    await expect(dialog).to_contain_text(
        re.compile("申请人的说明.*王桂芳说（常秀英当面听取）：当时单位已经停缴.*依据首席代表授权书", re.DOTALL)
    )
    await desk.fits()
    await desk.shoot("annul")
    await dialog.get_by_label("理由").press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：理由、依据。")
    await dialog.get_by_label("理由").fill("当月已有单位缴费，不应暂停")
    await dialog.get_by_role("textbox", name="依据").fill("社会保险经办条例")
    await dialog.get_by_role("textbox", name="依据").press("Control+Enter")
    await desk.sees("（已撤销）")
    await desk.fits()
    await desk.shoot("annulled")
