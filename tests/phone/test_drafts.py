"""A draft on the phone: filled in once one is proven, told whose it is, taken over, never lost where the server refuses or it went elsewhere."""

import re

from playwright.async_api import expect

from tests.api.stories.business import act
from tests.factories import Town
from tests.phone.cards import FIT, STUDENT, drafted, taken
from tests.phone.phone import Phone
from tests.phone.test_apply import FORM, blurred, cases

MOTHER, DAUGHTER = "wang-guifang", "li-min"


async def test_whoever_is_proven_after_they_began_has_the_rest_filled_in(mobile: Phone, town: Town) -> None:
    await town.matched(STUDENT)
    await mobile.open(FORM, person=STUDENT, agreed=True)
    await mobile.sees("政府已经有的内容自动填好")
    await expect(mobile.top.get_by_label("持卡人姓名", exact=True)).to_have_value("宋晓雨")
    await mobile.tap("去确认是本人")
    await mobile.tap("去认证")
    await mobile.page.wait_for_function("__device.calls.some(each => each.name === 'navigateToMiniProgram')")
    token = (await mobile.asked("navigateToMiniProgram"))[0]["extraData"]["token"]
    await town.sandbox.call("POST", f"identity/verifications/{token}/decision", {"agree": True})
    await mobile.top.get_by_role("button", name="我同意了").click()
    await mobile.sees("来自公安人口信息")
    await mobile.sees_not("先确认是您本人")


async def test_an_answer_the_server_refuses_stays_and_is_told_at_its_place(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    draft = await drafted(town, token)
    await mobile.open(f"packages/apply/form/form?id={draft['id']}", person=STUDENT, agreed=True)
    await mobile.write("持卡人姓名", "宋小雨")
    await mobile.sees("不能写别人的")
    await mobile.sees("标红的一项填得不对")
    await mobile.shoot("draft-refused-answer")
    await mobile.fits()
    await mobile.tap("下一步")
    await mobile.sees("请看红字")
    seen = (await town.get(f"/api/v1/cases/{draft['id']}", token=token)).json
    assert seen["form"]["card_name"] == "宋晓雨", "what was there before is there still"


async def test_what_went_in_meanwhile_leads_to_its_receipt(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    draft = await drafted(town, token)
    await mobile.open(f"packages/apply/form/form?id={draft['id']}", person=STUDENT, agreed=True)
    await mobile.sees("江州农商银行（演示）")
    await act(town, token, draft, "pre-review", staff=False)
    await mobile.tap("江州农商银行（演示）")
    await mobile.sees("已经交上去了")
    assert await cases(town, token) == ["submitted"]


async def test_a_picture_in_hand_is_not_left_behind_unasked(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    await drafted(town, token)
    await mobile.open(FORM, person=STUDENT, agreed=True)
    await mobile.tap("下一步")
    await mobile.tap("下一步")
    await mobile.device_answers("chooseMedia", taken(blurred()))
    await mobile.top.get_by_role("button", name="重新拍").last.click()
    await mobile.sees("有点糊")
    await mobile.tap("下一步")
    await mobile.answer("先交照片")
    await mobile.sees("有点糊")
    await mobile.shoot("draft-picture-in-hand")
    await mobile.device_answers("chooseMedia", taken(FIT.jpeg()))
    await mobile.tap("重拍")
    await mobile.sees("照片符合要求")
    await mobile.tap("下一步")
    await mobile.sees("看一遍，再提交")


async def test_a_draft_frozen_by_a_revocation_is_taken_over_and_filled_in(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "longevity")
    draft = await town.made("/api/v1/cases", {"item": "longevity"}, grant.agent, grant.id)
    assert (await town.post(f"/api/v1/grants/{grant.id}/revoke", {}, token=grant.principal)).status == 200
    await town.world.settle()
    await mobile.open(f"packages/apply/form/form?id={draft['id']}", person=MOTHER, agreed=True)
    await mobile.sees("代办授权已经结束")
    await mobile.tap("由我接着办")
    await mobile.tap("接着填")
    await mobile.tap("住在别处")
    await mobile.sees("填的内容已保存")
    seen = (await town.get(f"/api/v1/cases/{draft['id']}", token=grant.principal)).json
    assert seen["hold"] is None


async def test_whose_draft_it_is_is_told_before_one_goes_on_with_it(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "longevity")
    hers = await town.made("/api/v1/cases", {"item": "longevity"}, grant.principal)
    await mobile.open("packages/family/family/family", person=DAUGHTER, agreed=True)
    await mobile.tap(re.compile("替王.*办长寿"))
    await mobile.tap("现在申请")
    await mobile.page.get_by_text("是王*芳自己填的").wait_for()
    await mobile.shoot("draft-of-hers")
    await mobile.answer("新填一份")
    await mobile.sees("给王桂芳办")
    found = (await town.get("/api/v1/cases", token=grant.principal)).json["items"]
    assert len(found) == 2
    assert [each["agent_name"] for each in found if each["id"] == hers["id"]] == [None]


async def test_what_is_on_its_way_is_told_before_a_second_is_begun(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    await act(town, token, await drafted(town, token), "pre-review", staff=False)
    await mobile.open(FORM, person=STUDENT, agreed=True)
    await mobile.page.get_by_text("您已经有一件在办").wait_for()
    await mobile.answer("去看看")
    await mobile.sees("办到哪一步")
    assert await cases(town, token) == ["submitted"]
