"""Who handles a case, and asking that somebody be out of it (回避): asked, answered, and of a bundle by its departments."""

from tests.api.stories.business import COMPANY, accepted, act, filed
from tests.factories import Town
from tests.phone.cards import STUDENT, drafted
from tests.phone.phone import Phone


async def test_an_applicant_sees_who_handles_it_asks_for_another_and_reads_the_answer(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    case = await act(town, token, await drafted(town, token), "pre-review", staff=False)
    await mobile.open(f"packages/case/hands/hands?id={case['id']}", person=STUDENT, agreed=True)
    await mobile.sees("还没有分到具体的工作人员")
    await act(town, await town.staff("huanglijuan"), case, "claim")
    await mobile.open(f"packages/case/case/case?id={case['id']}")
    await mobile.sees("黄丽娟正在办")
    await mobile.fits()
    await mobile.tap("谁办这件事")
    await mobile.sees("觉得有人不该办您的事")
    await mobile.fits_in_both_modes("hands")
    await mobile.tap("申请回避，换人办")
    await mobile.tap("提出申请")
    await mobile.sees("请选一个人")
    await mobile.tap("别的工作人员")
    await mobile.tap("提出申请")
    await mobile.sees("请写这个人的姓名")
    await mobile.fits_in_both_modes("hands-asking")
    await mobile.top.get_by_role("radio", name="黄丽娟").click()
    await mobile.write("为什么要回避", "她是我的前房东，打过官司")
    await mobile.tap_twice("提出申请")
    await mobile.sees("等部门负责人决定")
    await mobile.sees_not("申请回避，换人办")
    await mobile.fits_in_both_modes("hands-asked")
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    assert [(each["who"], each["reason"]) for each in seen["recusal_requests"]] == [("黄丽娟", "她是我的前房东，打过官司")]
    boss = await town.head("xuwenjing")
    address = f"/api/v1/staff/cases/{case['id']}"
    page = (await town.get(address, token=boss)).json
    [named] = [each["id"] for each in page["recusable"] if each["name"] == "黄丽娟"]
    decided = {"version": page["version"], "granted": True, "staff": named, "reason": "经核实属实"}
    assert (await town.post(f"{address}/decide-recusal", decided, token=boss)).status == 200
    assert "recusal_granted" in await town.told(token)
    await mobile.page.get_by_label("返回").click()
    await mobile.tap("谁办这件事")
    await mobile.sees("同意回避")
    await mobile.sees("答复：经核实属实")
    await mobile.sees("还没有分到具体的工作人员")
    await mobile.fits_in_both_modes("hands-answered")


async def test_a_request_that_was_made_elsewhere_meanwhile_is_told_and_shown(mobile: Phone, town: Town) -> None:
    token = await town.proven(STUDENT)
    case = await act(town, token, await drafted(town, token), "pre-review", staff=False)
    await mobile.open(f"packages/case/hands/hands?id={case['id']}", person=STUDENT, agreed=True)
    await mobile.tap("申请回避，换人办")
    await mobile.tap("别的工作人员")
    await mobile.write("这个人的姓名", "周志远")
    await mobile.write("为什么要回避", "他是我舅舅")
    await act(town, token, case, "ask-recusal", staff=False, who="黄丽娟", reason="同一个小区的邻居")
    await mobile.tap("提出申请")
    await mobile.answer("知道了")
    await mobile.sees("请黄丽娟回避")
    await mobile.sees_not("提出申请")


async def test_each_department_of_a_bundle_has_its_own_people(mobile: Phone, town: Town) -> None:
    token = await town.proven("li-min")
    case = await accepted(town, await town.staff("linxiaoyan"), await filed(town, token, "biz-start", COMPANY))
    begun = next(each for each in case["parts"] if each["case"])
    await mobile.open(f"packages/case/case/case?id={case['id']}", person="li-min", agreed=True)
    await mobile.tap("谁办这件事")
    await mobile.sees("点开一个部门的环节")
    await mobile.fits_in_both_modes("hands-bundle")
    await mobile.tap(begun["name"])
    await mobile.tap("申请回避，换人办")
    await mobile.top.get_by_role("radio", name="别的工作人员").click()
    await mobile.write("这个人的姓名", "周志远")
    await mobile.write("为什么要回避", "他是我舅舅")
    await mobile.tap("提出申请")
    await mobile.sees("等部门负责人决定")
    seen = (await town.get(f"/api/v1/cases/{begun['case']}", token=token)).json
    assert [each["who"] for each in seen["recusal_requests"]] == ["周志远"]
