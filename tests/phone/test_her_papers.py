"""Each kind of paper of a case that is done for somebody else opens from its page, under the grant, and the page says whose it is."""

import re
from typing import Any

from playwright.async_api import expect

from tests.api.stories.business import accepted, act
from tests.api.stories.test_s21_tolerance import drafted as drafted_road
from tests.api.test_agents_at_the_end import owed, paying, slip_of
from tests.factories import Granted, Town
from tests.payments_world import in_app
from tests.phone.cards import ANSWERS, UNIFORM, WRONG, drafted
from tests.phone.phone import Phone
from tests.road_digging import MAP

MOTHER, DAUGHTER = "wang-guifang", "li-min"
HERS = {**ANSWERS, "card_name": "王桂芳", "phone": "16909900001"}
_OPENED = "__device.calls.filter(each => each.name === 'openDocument').length"


async def to_be_corrected(town: Town, grant: Granted) -> dict[str, Any]:
    """Filed formally, and sent back with a correction notice."""
    case = await act(town, grant.principal, await drafted(town, grant.principal, UNIFORM, HERS), "submit", staff=False)
    clerk = await town.staff("huanglijuan")
    await act(town, clerk, case, "claim")
    await act(town, clerk, case, "pass-material", materials=["resident_card"])
    return await act(town, clerk, case, "request-correction", defects=list(WRONG))


async def tolerated(town: Town, grant: Granted) -> dict[str, Any]:
    """Accepted without the map, on her own promise."""
    case = await act(town, grant.principal, await drafted_road(town, grant.principal), "promise", staff=False, materials=[MAP])
    return await accepted(town, await town.staff("linxiaoyan"), await act(town, grant.principal, case, "submit", staff=False))


async def opens(mobile: Phone, words: str, address: str, grant: Granted) -> None:
    """What is tapped is fetched under the grant, and the phone shows a PDF."""
    before = await mobile.page.evaluate(_OPENED)
    async with mobile.page.expect_response(re.compile(address)) as fetched:
        await mobile.top.get_by_role("button", name=re.compile(rf"^\s*{words}")).first.click()  # 受理通知书 is in 容缺受理通知书, too
    answer = await fetched.value
    assert (answer.status, answer.headers["content-type"], answer.request.headers["acting-grant"]) == (200, "application/pdf", grant.id)
    await mobile.page.wait_for_function(f"{_OPENED} > {before}")


async def each_paper_opens(mobile: Phone, town: Town, grant: Granted, case: str, place: int) -> set[str]:
    """Every paper the case has, from its page, which is reached from the list; their titles."""
    papers = (await town.get(f"/api/v1/cases/{case}", token=grant.agent, acting=grant.id)).json["papers"]
    await mobile.page.get_by_role("button", name=re.compile("占用、挖掘城市道路|社会保障卡申领")).nth(place).click()
    await mobile.sees("王桂芳的通知和文书")
    await expect(mobile.top.locator(".band")).to_contain_text("正在替王*芳办事")
    assert papers
    for paper in papers:
        await opens(mobile, paper["title"], f"/cases/{case}/papers/{paper['key']}$", grant)
    return {each["title"] for each in papers}


async def test_receipts_decisions_notices_and_bills_open_and_are_hers(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "road-dig", "ssc-apply")
    made = [await owed(town, grant), await tolerated(town, grant), await to_be_corrected(town, grant)]
    rows = (await town.get("/api/v1/cases", token=grant.agent, acting=grant.id)).json["items"]
    assert {each["id"] for each in rows} == {each["id"] for each in made}
    await mobile.open("packages/family/family/family", person=DAUGHTER, agreed=True)
    await mobile.tap("看王*芳的办件")
    await mobile.sees("社会保障卡申领")
    titles: set[str] = set()
    for place, row in enumerate(rows):
        titles |= await each_paper_opens(mobile, town, grant, row["id"], place)
        if row["id"] == made[0]["id"]:
            await mobile.top.get_by_text("王桂芳的通知和文书").scroll_into_view_if_needed()
            await mobile.shoot("acting-papers")
            await mobile.fits()
            await slip_and_receipt(mobile, town, grant)
        await mobile.page.get_by_label("返回").click()
    assert titles >= {"收件凭证", "受理通知书", "准予决定书", "容缺受理通知书", "补正告知书"}


async def slip_and_receipt(mobile: Phone, town: Town, grant: Granted) -> None:
    """Of the bill on the page of the case: before it is paid, and afterwards."""
    bill = await slip_of(town, grant.agent, grant.id)
    await mobile.tap("去缴费")
    await expect(mobile.top.locator(".band")).to_contain_text("正在替王*芳办事")
    await opens(mobile, "缴款书", f"/bills/{bill['id']}/slip$", grant)
    await in_app(town, (await paying(town, grant.agent, bill, grant.id)).json)
    await town.world.settle()
    await mobile.page.get_by_label("返回").click()
    await mobile.tap("已缴清")
    await expect(mobile.top.locator(".band")).to_contain_text("正在替王*芳办事")
    await opens(mobile, "电子票据", f"/bills/{bill['id']}/receipt$", grant)
    await mobile.page.get_by_label("返回").click()


async def test_a_message_about_her_matter_opens_it_as_hers_and_after_a_revocation_says_that_it_is_over(mobile: Phone, town: Town) -> None:
    grant = await town.granted(MOTHER, DAUGHTER, "archive-proof")
    await town.certified(grant.agent, acting=grant.id)
    await town.world.settle()
    hers = (await town.get("/api/v1/notices", token=grant.principal)).json["items"]
    assert next(each["body"] for each in hers if each["template"] == "certificate_issued").endswith("这件事由李*代办。")
    await mobile.open("pages/messages/messages", person=DAUGHTER, agreed=True)
    await mobile.sees("这是您替王*芳办的。")
    await mobile.tap("证明已开好")
    await mobile.sees("人事档案存放证明")
    await expect(mobile.top.locator(".band")).to_contain_text("正在替王*芳办事")
    assert (await town.post(f"/api/v1/grants/{grant.id}/revoke", {}, token=grant.principal)).status == 200
    await mobile.open("pages/messages/messages", person=DAUGHTER, agreed=True)
    await mobile.tap("证明已开好")
    await mobile.sees("已撤销")
