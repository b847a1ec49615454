"""Applying on the phone: from the guide to the receipt, with photographs that are looked at first, on a bad line, and taken up again."""

import re
from io import BytesIO

from PIL import Image, ImageFilter
from playwright.async_api import Route, expect

from tests.factories import Town
from tests.phone.cards import FIT, STUDENT, drafted, taken
from tests.phone.phone import Phone

FORM = "packages/apply/form/form?code=ssc-apply"


def blurred() -> bytes:
    """The same portrait by a hand that shook."""
    out = BytesIO()
    Image.open(BytesIO(FIT.jpeg())).filter(ImageFilter.GaussianBlur(9)).save(out, "JPEG")
    return out.getvalue()


async def answered(mobile: Phone) -> None:
    """Every question of the card, up to its materials."""
    await mobile.tap("江州银行（演示）")
    await mobile.tap("到银行网点领")
    await mobile.tap("罗溪支行（演示）")
    if not await mobile.top.get_by_label("联系电话", exact=True).count():
        await mobile.tap("下一步")
    await mobile.write("联系电话", "16909900031")
    await mobile.tap("下一步")
    await mobile.sees("居民身份证")


async def licensed(mobile: Phone) -> None:
    await mobile.tap("不用拍，用我的电子证照")
    await mobile.sees("用的是宋晓雨的居民身份证")
    await mobile.sees("改为拍照")


async def cases(town: Town, token: str) -> list[str]:
    """The states of her cases."""
    return [each["state"]["state"] for each in (await town.get("/api/v1/cases", token=token)).json["items"]]


async def test_from_the_guide_to_the_receipt(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    await mobile.open("packages/guide/item/item?code=ssc-apply", person=STUDENT, agreed=True)
    await mobile.tap("现在申请")
    await mobile.sees("来自公安人口信息")
    await mobile.fits_in_both_modes("apply")
    await mobile.tap("下一步")
    await mobile.sees("请看红字")
    await mobile.shoot("apply-faults-standard")
    await mobile.tap("邮寄到家")
    await mobile.sees("寄到哪里")
    await mobile.sees("请看红字")
    await mobile.tap("江州银行（演示）")
    await mobile.sees_not("请看红字")
    await answered(mobile)
    await mobile.fits_in_both_modes("apply-materials")
    await mobile.tap("下一步")
    await mobile.sees("上面还有没交的材料")
    await mobile.sees("还没有交「制卡照片」")
    await mobile.fits_in_both_modes("apply-materials-missing")
    await licensed(mobile)
    await mobile.sees_not("还没有交「居民身份证」")
    await mobile.device_answers("chooseMedia", taken(blurred()))
    await mobile.top.get_by_role("button", name="拍照", exact=True).click()
    await mobile.sees("有点糊")
    await mobile.fits_in_both_modes("apply-hint")
    await mobile.device_answers("chooseMedia", taken(FIT.jpeg()))
    await mobile.tap("重拍")
    await mobile.sees("照片符合要求")
    await mobile.sees_not("上面还有没交的材料")
    await mobile.tap("下一步")
    await mobile.sees("169")
    await mobile.sees("罗溪支行（演示）")
    await mobile.fits_in_both_modes("apply-review")
    await mobile.top.get_by_role("button", name="提交预审").dblclick()
    await mobile.sees("已经交上去了")
    await mobile.sees("等待工作人员预审")
    assert await mobile.asked("requestSubscribeMessage") == [], "not before there is something to tell"
    await mobile.tap("有进展，微信也告诉我")
    await mobile.sees("微信里也会提醒")
    assert [each["tmplIds"] for each in await mobile.asked("requestSubscribeMessage")] == [["case_progress", "case_correct"]]
    await mobile.fits_in_both_modes("apply-receipt")
    assert await cases(town, token) == ["submitted"]
    await mobile.tap("看这件事")
    await mobile.sees("办到哪一步")


async def test_a_line_lost_in_an_upload_and_in_the_submit_loses_nothing(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    await drafted(town, token)
    await mobile.open(FORM, person=STUDENT, agreed=True)
    await mobile.tap("下一步")
    if await mobile.top.get_by_label("联系电话", exact=True).count():
        await mobile.tap("下一步")
    await mobile.sees("重新拍")
    lost: list[str] = []

    async def lose_the_first(route: Route) -> None:
        if route.request.method != "POST" or route.request.url in lost:
            return await route.fallback()
        lost.append(route.request.url)
        if "materials" not in route.request.url:
            await route.fetch()
        await route.abort()

    await mobile.page.route(re.compile(r"/api/v1/(materials\?|cases/[^/]+/pre-review)"), lose_the_first)
    await mobile.device_answers("chooseMedia", taken(FIT.but(seed=2).jpeg()))
    await mobile.top.get_by_role("button", name="重新拍").last.click()
    await mobile.sees("网断了，还没传上去")
    await mobile.shoot("apply-upload-lost")
    await mobile.fits()
    await mobile.tap("再传一次")
    await mobile.sees("照片符合要求")
    await mobile.tap("下一步")
    await mobile.top.get_by_role("button", name="提交预审").dblclick()
    await mobile.sees("已经交上去了")
    assert await cases(town, token) == ["submitted"]
    assert len(lost) == 2


async def test_what_was_left_is_taken_up_after_the_session_ended(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    await mobile.open(FORM, person=STUDENT, agreed=True)
    await mobile.tap("江州农商银行（演示）")
    await mobile.sees("填的内容已保存")
    for _ in range(100):
        (draft,) = (await town.get("/api/v1/cases", token=token)).json["items"]
        if (await town.get(f"/api/v1/cases/{draft['id']}", token=token)).json["form"].get("bank"):
            break
        await mobile.page.wait_for_timeout(100)
    await mobile.page.evaluate("localStorage.setItem('mini-program:token', JSON.stringify({data: 'worthless'}))")
    await mobile.open("pages/home/home")
    await mobile.sees("没填完")
    await mobile.tap("社会保障卡申领")
    await mobile.sees("江州农商银行（演示）")
    chosen = mobile.top.get_by_role("radio", name="江州农商银行（演示）")
    await chosen.wait_for()
    assert await chosen.get_attribute("aria-checked") == "true"
    assert await cases(town, token) == ["draft"]


async def test_mistakes_are_told_while_one_types_and_text_at_its_largest_fits(mobile: Phone, town: Town) -> None:
    await town.matched(STUDENT)
    await mobile.open(FORM, person=STUDENT, agreed=True)
    await mobile.sees("先确认是您本人，能少填很多")
    await mobile.shoot("apply-unproven")
    await mobile.tap("江州银行（演示）")
    await mobile.tap("到银行网点领")
    await mobile.write("持卡人姓名", "宋晓雨")
    if not await mobile.top.get_by_label("联系电话", exact=True).count():
        await mobile.tap("罗溪支行（演示）")
        await mobile.tap("下一步")
    await mobile.write("联系电话", "1690990")
    await mobile.sees("请填写11位手机号")
    await mobile.fits()
    await mobile.reads_at(2, "第1步")
    await mobile.shoot("apply-largest")


async def test_every_box_of_an_account_and_an_address_is_checked_at_its_place(mobile: Phone, town: Town) -> None:
    token = await town.proven("wang-guifang")
    await mobile.open("packages/apply/form/form?code=longevity", person="wang-guifang", agreed=True)
    await mobile.sees("来自公安人口信息")
    await mobile.sees("全文：江州市云城区罗溪街道榕树里12号")
    await mobile.tap("住在别处")
    await mobile.write("现在的住址的镇街", "罗溪街道")
    await mobile.write("现在的住址的详细地址", "榕树里12号")
    await mobile.tap("下一步")
    await expect(mobile.top.get_by_label("收钱的账户的开户人")).to_have_value("王桂芳")
    await mobile.sees("来自申请人的实名信息（开户人）")
    await mobile.write("收钱的账户的开户银行", "江州银行")
    await expect(mobile.top.get_by_label("收钱的账户的开户人")).to_have_value("王桂芳")
    await mobile.write("收钱的账户的开户人", "李敏")
    await mobile.sees("钱只能发到申请人本人的账户")
    await mobile.shoot("apply-account")
    await mobile.fits()
    for box, words in {"开户人": "王桂芳", "开户银行": "江州银行", "银行账号": "6222000000000000001"}.items():
        await mobile.write(f"收钱的账户的{box}", words)
    await mobile.sees_not("钱只能发到申请人本人的账户")
    await mobile.write("联系电话", "16909900001")
    await mobile.tap("下一步")
    await mobile.sees("请先看过并勾选")
    await mobile.top.get_by_role("checkbox", name="老人健在，以上填写属实").click()
    await mobile.tap("下一步")
    await mobile.sees("老人近照")
    (draft,) = (await town.get("/api/v1/cases", token=token)).json["items"]
    form = (await town.get(f"/api/v1/cases/{draft['id']}", token=token)).json["form"]
    assert form["account"] == {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000000001"}
    assert (form["living_address"], form["alive_statement"]) == ({"town": "罗溪街道", "detail": "榕树里12号"}, True)


async def test_a_photograph_of_another_size_is_cut_and_a_file_of_another_kind_told(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    await drafted(town, token)
    await mobile.open(FORM, person=STUDENT, agreed=True)
    await mobile.tap("下一步")
    await mobile.tap("下一步")
    await mobile.sees("重新拍")
    await mobile.device_answers("chooseMessageFile", taken(b"%PDF-1.4", "photo.pdf", "application/pdf"))
    await mobile.top.get_by_role("button", name="从聊天选").last.click()
    await mobile.sees("这里只收JPG文件")
    await mobile.device_answers("chooseMedia", taken(FIT.but(size=(895, 1103)).jpeg()))
    await mobile.top.get_by_role("button", name="重新拍").last.click()
    await mobile.sees_not("这里只收JPG文件")
    await mobile.sees("照片符合要求")
    (draft,) = (await town.get("/api/v1/cases", token=token)).json["items"]
    seen = (await town.get(f"/api/v1/cases/{draft['id']}", token=token)).json
    photo = next(each for each in seen["materials"] if each["key"] == "photo")
    assert (photo["photo"]["outcome"]["code"], photo["photo"]["findings"]) == ("fit", [])


async def test_a_save_whose_answer_was_lost_is_no_conflict(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    draft = await drafted(town, token)
    lost: list[str] = []

    async def lose_the_first(route: Route) -> None:
        if route.request.method != "PUT" or lost:
            return await route.fallback()
        lost.append(route.request.url)
        await route.fetch()
        await route.abort()

    await mobile.page.route(f"**/api/v1/cases/{draft['id']}", lose_the_first)
    await mobile.open(f"packages/apply/form/form?id={draft['id']}", person=STUDENT, agreed=True)
    await mobile.tap("江州农商银行（演示）")
    await mobile.tap("下一步")
    await mobile.sees("第2步")
    await mobile.sees("填的内容已保存")
    await mobile.sees_not("这份申请刚在别处改过")
    assert len(lost) == 1
    seen = (await town.get(f"/api/v1/cases/{draft['id']}", token=token)).json
    assert (seen["form"]["bank"], seen["version"]) == ("jiangzhou_rural", draft["version"] + 1)


async def test_without_a_network_what_is_typed_waits_on_the_page(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    draft = await drafted(town, token)
    await mobile.open(f"packages/apply/form/form?id={draft['id']}", person=STUDENT, agreed=True)
    await mobile.sees("江州农商银行（演示）")
    await mobile.context.set_offline(True)
    await mobile.tap("江州农商银行（演示）")
    await mobile.sees("网断了，填的内容还在这里")
    await mobile.shoot("apply-offline")
    await mobile.fits()
    await mobile.context.set_offline(False)
    await mobile.sees("填的内容已保存")
    assert (await town.get(f"/api/v1/cases/{draft['id']}", token=token)).json["form"]["bank"] == "jiangzhou_rural"


async def test_a_draft_is_taken_up_on_another_phone_and_neither_overwrites_the_other(mobile: Phone, theirs: Phone, town: Town) -> None:
    """The same person begins on an old phone, goes on with a new one, and picks up the old one again."""
    token = await town.proven(STUDENT)
    await mobile.open(FORM, person=STUDENT, agreed=True)
    async with mobile.page.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        await mobile.tap("江州农商银行（演示）")
    await theirs.open(person=STUDENT, agreed=True)
    await theirs.tap("社会保障卡申领")
    chosen = theirs.top.get_by_role("radio", name="江州农商银行（演示）")
    await expect(chosen).to_have_attribute("aria-checked", "true")
    await theirs.shoot("apply-other-phone")
    async with theirs.page.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        await theirs.tap("江州银行（演示）")
    await mobile.tap("到银行网点领")
    await mobile.sees("可能是您在另一部手机上填的")
    await mobile.shoot("apply-two-phones")
    await mobile.fits()
    await mobile.tap("用刚改过的")
    await mobile.sees_not("这份申请刚在别处改过")
    await expect(mobile.top.get_by_role("radio", name="江州银行（演示）")).to_have_attribute("aria-checked", "true")
    (draft,) = (await town.get("/api/v1/cases", token=token)).json["items"]
    assert (await town.get(f"/api/v1/cases/{draft['id']}", token=token)).json["form"]["bank"] == "jiangzhou_bank"
