"""One case on the phone: how it stands, what came back and is mended in its place, what came of it, and what others ask."""

import re

from playwright.async_api import Route

from tests.api.stories.business import accepted, act, filed
from tests.api.stories.test_s31_no_double_entry import CHILD
from tests.cases_world import IDCARD
from tests.factories import Town
from tests.phone.cards import FIT, STUDENT, drafted, given, sent_back, taken
from tests.phone.phone import Phone
from tests.phone.test_apply import blurred


async def test_what_came_back_is_mended_in_its_place(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    case = await sent_back(town, token)
    await mobile.open("pages/cases/cases", person=STUDENT, agreed=True)
    await mobile.tap("社会保障卡申领")
    await mobile.sees("需要您修改 2 处")
    await mobile.sees("穿着校服，请换一件便装重新拍")
    await mobile.sees("罗溪支行本月装修")
    await mobile.fits_in_both_modes("case-returned")
    await mobile.device_answers("chooseMedia", taken(FIT.jpeg()))
    await mobile.tap("重新拍")
    await mobile.sees("照片符合要求")
    await mobile.tap("云山大道支行（演示）")
    await mobile.shoot("case-mended-standard")
    await mobile.top.get_by_role("button", name="重新提交").dblclick()
    await mobile.sees("等待工作人员预审")
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    assert [each["mode"] for each in seen["submissions"]] == ["pre_review", "mended"]
    assert seen["submissions"][1]["changed_fields"] == ["branch"]
    assert seen["submissions"][1]["changed_materials"] == ["photo"]
    await mobile.fits_in_both_modes("case-resubmitted")


async def test_nothing_goes_back_as_it_came_without_being_asked(mobile: Phone, town: Town) -> None:
    """Neither a picture that waits for her answer nor one nobody took again is dropped without a word."""
    token = await town.proven(STUDENT)
    case = await sent_back(town, token)
    await mobile.open(f"packages/case/case/case?id={case['id']}", person=STUDENT, agreed=True)
    await mobile.sees("需要您修改 2 处")
    await mobile.tap("云山大道支行（演示）")
    await mobile.tap("重新提交")
    await mobile.page.get_by_text("现在还是退回来的那一份").wait_for()
    await mobile.shoot("case-not-mended")
    await mobile.answer("先改好")
    await mobile.device_answers("chooseMedia", taken(blurred()))
    await mobile.tap("重新拍")
    await mobile.sees("有点糊")
    await mobile.tap("重新提交")
    await mobile.page.get_by_text("照片还没有选定").wait_for()
    await mobile.answer("先改好")
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    assert [each["mode"] for each in seen["submissions"]] == ["pre_review"]
    await mobile.device_answers("chooseMedia", taken(FIT.jpeg()))
    await mobile.tap("重拍")
    await mobile.sees("照片符合要求")
    await mobile.tap("重新提交")
    await mobile.sees("等待工作人员预审")
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    assert seen["submissions"][1]["changed_materials"] == ["photo"]


async def test_who_insists_hands_in_what_came_back(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    case = await sent_back(town, token)
    await mobile.open(f"packages/case/case/case?id={case['id']}", person=STUDENT, agreed=True)
    await mobile.tap("云山大道支行（演示）")
    await mobile.tap("重新提交")
    await mobile.answer("照样提交")
    await mobile.sees("等待工作人员预审")
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    assert seen["submissions"][1]["changed_materials"] == []


async def test_what_came_of_it_stands_there_with_its_papers(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    case = await given(town, token)
    await mobile.open(f"packages/case/case/case?id={case['id']}", person=STUDENT)
    await mobile.sees("银行网点领取（罗溪支行（演示））")
    await mobile.sees("核对资格并批准制卡")
    await mobile.fits_in_both_modes("case-granted")
    await mobile.tap(re.compile("收件凭证"))
    await mobile.page.wait_for_function("__device.calls.some(each => each.name === 'openDocument')")
    assert (await mobile.asked("openDocument"))[0]["size"] > 1000
    await mobile.tap("交过的材料")
    await mobile.sees("制卡照片")
    await mobile.fits_in_both_modes("case-materials")


async def test_an_answer_that_differs_from_its_register_stands_there_with_both_until_it_is_decided(mobile: Phone, town: Town) -> None:
    mother, office = await town.proven("chen-jie"), await town.staff("duanzhiqiang")
    case = await filed(town, mother, "birth-reg", CHILD | {"marriage": "not_married", "which": "first"})
    assert "answers_differ" in await town.told(mother)
    await mobile.open("pages/messages/messages", person="chen-jie", agreed=True)
    await mobile.tap("有内容与登记的不一样")
    await mobile.sees("填的和登记的不一样")
    differing = mobile.top.locator(".card", has_text="登记的不一样，工作人员会核实")
    assert re.search(r"登记的\s*第?三", await differing.inner_text()), await differing.inner_text()
    await differing.scroll_into_view_if_needed()
    await mobile.fits_in_both_modes("case-differing")
    await accepted(town, office, case)
    await act(town, office, case, "grant", differing="核对出生医学证明后按三孩更正")
    await mobile.open(f"packages/case/case/case?id={case['id']}")
    await mobile.sees("办件编号")
    await mobile.sees_not("填的和登记的不一样")


async def test_one_hurries_and_takes_back_with_one_tap_each(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    case = await act(town, token, await drafted(town, token), "pre-review", staff=False)
    await mobile.open(f"packages/case/case/case?id={case['id']}", person=STUDENT)
    await mobile.top.get_by_role("button", name="催办").dblclick()
    await mobile.page.get_by_text("已经催办").wait_for()
    await mobile.sees("催过，在工作人员的待办里标出来了")
    await mobile.shoot("case-urged")
    await mobile.fits()
    await mobile.tap("撤回")
    await mobile.answer("不撤回")
    await mobile.tap("撤回")
    await mobile.page.locator(".wx-confirm").click()
    await mobile.sees("已撤回")
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    assert (seen["urges"], seen["state"]["state"]) == (1, "withdrawn")


async def test_an_act_of_the_server_the_phone_has_never_heard_of_has_a_button(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    case = await act(town, token, await drafted(town, token), "pre-review", staff=False)
    sent: list[str] = []

    async def with_another(route: Route) -> None:
        if route.request.method == "POST":
            sent.append(route.request.url)
            return await route.fulfill(status=404, json={"title": "没有找到", "detail": "这一步现在没有开放，请稍后再试。"})
        answer = await route.fetch()
        told = await answer.json()
        if answer.status != 200:
            return await route.fulfill(response=answer)
        await route.fulfill(response=answer, json={**told, "actions": [*told["actions"], {"action": "rate", "label": "评一评"}]})

    await mobile.page.route(re.compile(rf"/api/v1/cases/{case['id']}(/rate)?$"), with_another)
    await mobile.open(f"packages/case/case/case?id={case['id']}", person=STUDENT)
    await mobile.tap("评一评")
    await mobile.page.locator(".wx-mask").get_by_text("这一步现在没有开放").wait_for()
    assert sent[0].endswith(f"/{case['id']}/rate")


async def test_a_case_changed_elsewhere_meanwhile_asks_which_counts(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    case = await sent_back(town, token)
    await mobile.open(f"packages/case/case/case?id={case['id']}", person=STUDENT)
    await mobile.sees("罗溪支行本月装修")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    changed = {"version": mine["version"], "form": {**mine["form"], "branch": "qingshi"}}
    assert (await town.put(f"/api/v1/cases/{case['id']}", changed, token=token)).status == 200
    await mobile.tap("云山大道支行（演示）")
    await mobile.sees("这份申请刚在别处改过")
    await mobile.shoot("case-conflict")
    await mobile.fits()
    async with mobile.page.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        await mobile.tap("用这里填的")
    await mobile.sees_not("这份申请刚在别处改过")
    assert (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json["form"]["branch"] == "yunshan"


async def test_somebody_elses_case_is_not_there(mobile: Phone, town: Town) -> None:
    case = await drafted(town, await town.proven(STUDENT))
    await town.matched("li-min")
    await mobile.open(f"packages/case/case/case?id={case['id']}", person="li-min")
    await mobile.sees("没有找到")
    await mobile.shoot("case-not-there")
    await mobile.sees_not("再试一次")  # it would not help
    await mobile.tap("回首页")
    await mobile.sees("大家常办")


async def test_text_at_its_largest_loses_nothing_of_a_case(mobile: Phone, town: Town) -> None:
    case = await sent_back(town, await town.proven(STUDENT))
    await mobile.open(f"packages/case/case/case?id={case['id']}", person=STUDENT)
    await mobile.reads_at(2, "罗溪支行本月装修")
    await mobile.shoot("case-largest")


async def test_a_visit_is_booked_for_the_case_that_waits_for_it(mobile: Phone, town: Town) -> None:
    token = await town.proven("wang-guifang")
    case = await filed(town, token, "idcard-lost", IDCARD, photo_receipt={})
    await mobile.open(f"packages/case/case/case?id={case['id']}", person="wang-guifang", agreed=True)
    await mobile.tap("预约到场的时间")
    await mobile.tap("户政")
    await mobile.tap("11月25日")
    await mobile.tap("上午9:00")
    await mobile.top.get_by_role("button", name="预约 ").dblclick()
    await mobile.sees("11月25日")
    await mobile.page.wait_for_function("document.querySelector('.wx-navigation h1')?.textContent !== '选时间'")
    [made] = (await town.get("/api/v1/appointments", token=token)).json["items"]
    assert (await town.get(f"/api/v1/appointments/{made['id']}", token=token)).json["case"] == case["id"]
