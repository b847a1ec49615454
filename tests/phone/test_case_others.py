"""What somebody else's case asks of one, and what one commits to: read in whole, then confirmed, refused or signed."""

from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s30_lease import CO_OWNER, LANDLORD, TENANT, lease
from tests.committing import FILLED_IN, PROOF
from tests.factories import Town
from tests.phone.phone import Phone


async def test_the_other_side_reads_and_confirms(mobile: Phone, town: Town) -> None:
    tenant = await town.proven(TENANT)
    case = await handed_in(town, tenant, "lease-filing", lease(town, owned="alone", co_owners=None))
    await town.proven(LANDLORD)
    await mobile.open("pages/cases/cases", person=LANDLORD, agreed=True)
    await mobile.sees("请您办的")
    await mobile.fits_in_both_modes("asked-list")
    await mobile.tap("对方确认租赁信息")
    await mobile.sees("在办「房屋租赁登记备案」，请您核对")
    await mobile.fits_in_both_modes("asked")
    await mobile.sees("2026年12月1日")
    await mobile.tap("没错，确认")
    await mobile.sees("请看红字")
    await mobile.top.get_by_role("checkbox").first.click()
    await mobile.top.get_by_role("button", name="没错，确认").dblclick()
    await mobile.sees("您已经办好了")
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=tenant)).json
    assert [each["met_by"] for each in seen["obligations"]] == ["赵鹏"]


async def test_what_is_wrong_is_said_and_goes_back(mobile: Phone, town: Town) -> None:
    tenant = await town.proven(TENANT)
    await handed_in(town, tenant, "lease-filing", lease(town))
    await town.proven(CO_OWNER)
    await mobile.open("pages/cases/cases", person=CO_OWNER, agreed=True)
    await mobile.tap("共有人同意出租")
    await mobile.sees("号房屋的共有人")
    await mobile.tap("不对")
    await mobile.write("哪里不对", "租期不是一年，是两年")
    await mobile.shoot("asked-declining")
    await mobile.fits()
    await mobile.tap("不同意，告诉对方")
    await mobile.sees("您没有同意：租期不是一年，是两年")


async def test_whoever_is_not_proven_sees_nothing_of_it(mobile: Phone, town: Town) -> None:
    await handed_in(town, await town.proven(TENANT), "lease-filing", lease(town, owned="alone", co_owners=None))
    await town.matched(LANDLORD)
    await mobile.open("pages/cases/cases", person=LANDLORD, agreed=True)
    await mobile.tap("对方确认租赁信息")
    await mobile.sees("只给您本人看")
    await mobile.shoot("asked-unproven")
    await mobile.fits()


async def test_a_commitment_is_read_before_it_is_signed(mobile: Phone, town: Town) -> None:
    token = await town.proven("wang-guifang")
    draft = await town.made("/api/v1/cases", {"item": "fp-reward-audit", "form": FILLED_IN}, token)
    await mobile.open(f"packages/case/commit/commit?id={draft['id']}", person="wang-guifang", agreed=True)
    await mobile.sees("不实承诺的责任")
    sign = mobile.top.get_by_role("button", name="签名，作出承诺")
    assert await sign.get_attribute("aria-disabled") == "true"
    await mobile.fits_in_both_modes("commitment")
    await mobile.tap("上面的我都看过了，说的属实")
    await sign.dblclick()
    await mobile.page.wait_for_function("!document.querySelector('main:not([hidden])')?.textContent.includes('签名，作出承诺')")
    read = (await town.get(f"/api/v1/cases/{draft['id']}/commitment", token=token)).json
    assert read["given"]["stands"]
    seen = (await town.get(f"/api/v1/cases/{draft['id']}", token=token)).json
    assert next(each for each in seen["materials"] if each["key"] == PROOF)
