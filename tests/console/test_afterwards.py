"""After the decision: the head names who checks a commitment; what was promised later is examined once it came."""

import re

import pytest
from playwright.async_api import expect

from tests.api.stories.business import accepted, act
from tests.api.stories.test_s21_commitment import EveryLot, decided_on_a_commitment
from tests.api.stories.test_s21_tolerance import drafted, uploaded
from tests.console.desk import Desk
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
    await desk.press("指定核查人员")
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
