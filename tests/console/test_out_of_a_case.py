"""Who is out of a case, and what went back to the others overnight: the head's decision on a recusal, the tile of the morning after."""

import re
from datetime import datetime

from playwright.async_api import expect

from backend.clock import SHANGHAI
from tests.api.stories.test_s13_pre_review import HEAD, WINDOW, act, theatre
from tests.console.desk import Desk
from tests.console.test_people_and_log import enters
from tests.factories import Town

ITEM = "举办营业性演出审批"


async def test_the_head_decides_on_what_the_applicant_asked_with_a_reason_they_read(desk: Desk, town: Town) -> None:
    grant, case = await theatre(town)
    await act(town, await town.staff(WINDOW), case, "claim")
    await act(town, grant.agent, case, "ask-recusal", staff=False, acting=grant.id, who="闻一鸣", reason="他是同行剧场老板的弟弟")
    await enters(desk, town, HEAD)
    await desk.open(f"/case/{case['id']}")
    await desk.press(re.compile("^决定回避"))
    dialog = desk.page.get_by_role("dialog")
    await expect(dialog.get_by_text("申请人申请「闻一鸣」回避：他是同行剧场老板的弟弟")).to_be_visible()
    await dialog.get_by_role("button", name="决定回避").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请选择决定，并写明理由。")
    await dialog.get_by_label("决定").select_option(label="闻一鸣 回避")
    await dialog.get_by_label("理由").fill("经核实，闻一鸣与同行剧场负责人是兄弟")
    await desk.fits()
    await desk.shoot("recusal-decided")
    await dialog.get_by_label("理由").press("Control+Enter")
    await desk.sees("决定回避，已办好。")
    await expect(dialog).to_have_count(0)
    assert "recusal_granted" in await town.told(grant.agent)
    assert (await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff(WINDOW))).status == 403


async def test_what_was_in_hand_when_the_shift_ended_is_found_the_next_morning_and_taken_again(desk: Desk, town: Town) -> None:
    _, case = await theatre(town)
    await act(town, await town.staff(WINDOW), case, "claim")
    town.world.clock.at = datetime(2026, 11, 23, 23, tzinfo=SHANGHAI)
    assert await town.world.product.engines.cases.give_back() == 1
    town.world.clock.at = datetime(2026, 11, 24, 9, tzinfo=SHANGHAI)
    await desk.login(WINDOW)
    tile = desk.page.get_by_role("link", name=re.compile("下班时退回的.*1 件", re.DOTALL))
    await expect(tile).to_be_visible()
    await desk.fits()
    await desk.shoot("home-given-back")
    await tile.click()
    await expect(desk.page.get_by_role("region", name="下班时退回的")).to_be_visible()
    await desk.fits()
    await desk.shoot("given-back")
    await desk.opens_case(ITEM)
    await desk.page.keyboard.press("l")
    await desk.sees(re.compile("在 闻一鸣 手里"))
    await desk.open("/cases/given_back")
    await desk.sees("没有。您手里的办件到下班自动退回待领，还没有人接的会列在这里。")
