"""What the first look left out is asked for later by the head alone, who says why: also a paper that may come later (容缺)."""

import re

from playwright.async_api import expect

from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s13_pre_review import FORM, THEATRE, looked_at, mended
from tests.console.desk import Desk
from tests.console.test_entering import secret_of
from tests.factories import Town

PLAN = "安全保卫工作方案和灭火、应急疏散预案"


async def test_the_head_asks_for_a_paper_the_first_look_left_out(desk: Desk, town: Town) -> None:
    grant = await town.granted("deng-xiaofang", "zhou-zihan", "show-approval", basis="company", enterprise=THEATRE)
    licences = ("performance_permit", "business_licence")
    case = await handed_in(town, grant.agent, "show-approval", FORM | {"stage": "fixed"}, *licences, action="pre-review", acting=grant.id)
    await looked_at(town, case, {"material": "programme", "reason": "unclear", "advice": "第二页拍糊了，请重新拍。"})
    await mended(town, grant, case, {"shows": 3}, "programme")
    await desk.login("shuchang", secret=secret_of(town, "shuchang"))
    await desk.sees("今天要办的")
    await desk.open(f"/case/{case['id']}")
    await desk.sees("等待工作人员预审")
    paper = desk.page.locator(".papers").get_by_role("button", name=re.compile("^节目单"))
    await paper.click()
    await expect(desk.page.get_by_role("group", name="以前交的")).to_contain_text("当时告知：看不清。第二页拍糊了，请重新拍。")
    await expect(desk.page.locator(".view .sheet img")).to_have_count(2)
    await expect(desk.page.get_by_role("row", name="一共几场")).to_contain_text(re.compile("3.*以前填的.*：2", re.DOTALL))
    await desk.shoot("earlier")
    await desk.page.keyboard.press("v")
    await expect(desk.page.locator(".view .sheet img")).to_have_count(1)
    await desk.page.keyboard.press("p")
    await desk.sees("通过，已办好。")
    await desk.press(re.compile(f"^{PLAN}"))
    await desk.page.locator(".papers").get_by_role("button", name="要退回").click()
    await expect(desk.page.get_by_role("radio", name="缺少")).to_be_checked()  # nothing else may be wrong with what is not there
    await desk.write("怎样改", "请交安全保卫工作方案，或者由法定代表人承诺后补。")
    await desk.press("记下")
    await desk.press(re.compile("（1 处）"))
    await desk.page.keyboard.press("Control+Enter")
    await expect(desk.page.get_by_role("alert")).to_contain_text("请写明这次才提出的理由")
    await desk.write("上次没有提、这次才提出的理由", "上次预审漏看了安全保卫工作方案没有交。")
    await desk.fits()
    await desk.shoot("left-out")
    await desk.page.keyboard.press("Control+Enter")
    await desk.sees(re.compile("需要申请人修改 . 处"))
    await desk.sees_not("上次没有提、这次才提出的理由")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    [slip] = [each for each in mine["returns"] if each["late_reason"]]
    assert [(each["target"], each["late"]) for each in slip["defects"]] == [("materials/safety_plan", True)]
    kept = (await town.world.store.cases.get(case["id"]) or {})["returns"][-1]
    assert kept["counts_against"]["name"] == "闻一鸣"
