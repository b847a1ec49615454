"""From the counter to the decision: originals compared, accepted, decided by the chief representative, handed out."""

import re

from playwright.async_api import expect

from backend.audit import event_of
from models.acts import Act, SystemActor
from tests.api.stories.business import accepted, act
from tests.api.stories.test_s13_pre_review import looked_at, theatre
from tests.api.stories.test_s30_talent_card import CHECKER, FAMILY, HUSBAND, RECEPTION, REVIEWER, filed
from tests.api.stories.test_s37_fixed_amounts import before_deciding
from tests.console.desk import Desk
from tests.console.test_entering import secret_of
from tests.factories import Town


async def test_a_case_goes_from_the_counter_to_the_chief_representative_and_out(desk: Desk, town: Town) -> None:
    grant, case = await theatre(town)
    await looked_at(town, case)
    await desk.login("wenyiming")
    await desk.press(re.compile("待收件受理.*1 件", re.DOTALL))
    await desk.opens_case("举办营业性演出审批")
    await desk.page.keyboard.press("s")
    dialog = desk.page.get_by_role("dialog")
    await expect(dialog.get_by_text("参演文艺表演团体")).to_be_visible()
    await desk.shoot("originals")
    await expect(dialog.get_by_role("button", name=re.compile("^收件"))).to_have_text("收件Ctrl回车")
    await desk.page.keyboard.press("Control+Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("请先核对原件，再选结果：参演文艺表演团体")
    for each in await dialog.get_by_label("与原件一致").all():
        await each.focus()
        await desk.page.keyboard.press("Space")
    await desk.page.keyboard.press("Control+Enter")
    await desk.sees(re.compile("收件，已办好。"))
    await desk.press(re.compile("^受理"))
    await desk.sees("办理中：")
    await desk.sees("承诺办结")
    await desk.press(re.compile("^退出"))

    await desk.login("shuchang", secret=secret_of(town, "shuchang"))
    await desk.press(re.compile("待办理.*1 件", re.DOTALL))
    await desk.opens_case("举办营业性演出审批")
    await desk.sees("办理中：")
    await desk.fits()
    await desk.shoot("case")
    await desk.page.keyboard.press("y")
    dialog = desk.page.get_by_role("dialog")
    await expect(dialog.get_by_text("批准后马上生效")).to_be_visible()
    await expect(dialog.get_by_text(re.compile("依据首席代表授权书 .+ 决定：授权 .+，有效到"))).to_be_visible()
    await expect(dialog.get_by_label(re.compile("核实情况|仍批准的理由"))).to_have_count(0)
    await dialog.get_by_label(re.compile("^说明")).fill("材料齐全，符合规定")
    await desk.shoot("grant")
    await desk.fits()
    await dialog.get_by_role("button", name="批准").click()
    await desk.sees("已批准，正在制作结果")
    follow_up = event_of(Act(SystemActor(id="follow-up"), town.world.clock.now()), "case.followed_up")
    await town.world.store.cases.change({"_id": case["id"]}, {"$set": {"urges": 7}}, follow_up)
    await desk.sees(re.compile("催办 7 次"))  # what the product does because of it comes by itself, without a word
    await desk.sees_not("这份办件刚才有变化")
    await desk.press(re.compile("决定书"))
    await expect(desk.page.locator("canvas")).not_to_have_count(0)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    assert (mine["decision"]["reason"], mine["state"]["state"]) == ("材料齐全，符合规定", "granted")


async def test_a_refusal_without_its_basis_is_not_sent_and_nothing_typed_is_lost(desk: Desk, town: Town) -> None:
    _, case = await theatre(town)
    await looked_at(town, case)
    window = await town.staff("wenyiming")
    await act(town, window, case, "receive")
    await act(town, window, case, "check-originals", originals=[{"material": "consents", "outcome": "same"}])
    await act(town, window, case, "accept")
    await desk.login("shuchang", secret=secret_of(town, "shuchang"))
    await desk.press("等我决定")
    await desk.sees("等您决定 1 件")
    await desk.fits()
    await desk.shoot("decide")
    await desk.press("在办时限")
    await desk.sees("举办营业性演出审批")
    await desk.fits()
    await desk.shoot("clocks")
    await desk.press("暂停的")
    await desk.sees("没有暂停的办件。")
    await desk.press("等我决定")
    await desk.sees("等您决定 1 件")
    await desk.page.keyboard.press("j")
    await desk.page.keyboard.press("Enter")
    await desk.sees("批准后马上生效")  # the act it waits for is opened, and not taken
    await desk.page.keyboard.press("Escape")
    await desk.page.keyboard.press("b")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label(re.compile("^理由")).fill("演出场所的消防合格证明已过有效期，未能提供新的证明。")
    await dialog.get_by_role("button", name="不予批准").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写：依据。")
    await expect(dialog.get_by_label(re.compile("^理由"))).to_have_value("演出场所的消防合格证明已过有效期，未能提供新的证明。")
    await dialog.get_by_label(re.compile("^依据")).fill("《营业性演出管理条例》第二十五条")
    await dialog.get_by_label(re.compile("^依据")).press("Control+Enter")
    await desk.sees("不予批准")
    await expect(dialog).to_have_count(0)
    await desk.press("等我决定")
    await desk.sees("现在没有等您决定的。")


async def test_what_a_decision_fixes_is_proposed_and_follows_the_standard(desk: Desk, town: Town) -> None:
    citizen = await town.proven("zhu-shouyi")
    case, _ = await before_deciding(town, citizen)
    await desk.login("wanshanshan")
    await desk.sees("今天要办的")
    await desk.open(f"/case/{case['id']}")
    await expect(desk.page.get_by_role("toolbar", name="可以办的")).to_be_visible()
    await desk.page.keyboard.press("y")
    dialog = desk.page.get_by_role("dialog")
    amount = dialog.get_by_label(re.compile("^每月发放金额"))
    await expect(amount).to_have_value("80")
    await desk.fits()
    await desk.shoot("amounts")
    await amount.fill("八十")
    await dialog.get_by_role("button", name="批准").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("请填写数字")
    await amount.fill("90")
    await dialog.get_by_role("button", name="批准").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("标准")
    await desk.shoot("amounts-refused")
    await amount.fill("80")
    await dialog.get_by_role("button", name="批准").click()
    await expect(dialog).to_have_count(0)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert {"label": "每月发放金额（元）", "value": "80"} in mine["filled"]


async def test_who_is_no_spouse_by_the_register_stands_beside_the_answer_and_the_grant_asks_what_was_found(desk: Desk, town: Town) -> None:
    me = await town.proven(HUSBAND)
    spouse = {"name": "陈洁", "id_number": town.document("chen-jie")["id_number"]}
    children = [{"name": "蔡欣怡", "id_number": town.document("cai-xinyi")["id_number"]}]
    case = await filed(town, me, **FAMILY | {"family": ["spouse", "children"], "spouse": spouse, "children": children})
    case = await accepted(town, await town.staff(RECEPTION), case)
    await act(town, await town.staff(CHECKER), case, "complete-step", step="verify", finding="任职查到了")
    await desk.login(REVIEWER)
    await desk.sees("今天要办的")
    await desk.open(f"/case/{case['id']}")
    await desk.sees("婚姻登记信息：陈洁：没有登记为申请人现在的配偶")
    await desk.sees("公安人口信息：蔡欣怡：没有登记为申请人的孩子")
    await desk.page.get_by_text("婚姻登记信息：陈洁").scroll_into_view_if_needed()
    await desk.fits()
    await desk.shoot("named")
    await desk.page.keyboard.press("y")
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label(re.compile("核实")).fill("在境外登记结婚，公证过的证明已核对；孩子是继女")
    await desk.shoot("named-grant")
    await dialog.get_by_role("button", name="批准").click()
    await desk.sees(re.compile("已批准"))
