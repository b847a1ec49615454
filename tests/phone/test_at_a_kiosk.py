"""The code on a kiosk's screen, scanned by the phone: it proves its person there, and takes an application along."""

from playwright.async_api import expect

from tests.api.kiosk_hall import Device
from tests.api.test_kiosk_asks import ASKS, scene_of
from tests.factories import Town
from tests.phone.phone import Phone

PAGE = "packages/kiosk/ask/ask"


async def test_the_own_phone_says_yes_and_anothers_is_told_whose_it_is_not(mobile: Phone, theirs: Phone, town: Town) -> None:
    device = Device(town)
    await town.proven("li-qiang")
    await town.matched("li-min")
    await device.enter("li-qiang")
    scene = scene_of(await device.post(ASKS, {"kind": "prove"}))
    await mobile.open(f"{PAGE}?scene={scene}", person="li-qiang", agreed=True)
    await mobile.sees("云城区政务服务中心 · 政务服务中心1号自助终端")
    await mobile.sees("别人发给您的码，请不要确认")
    await mobile.fits_in_both_modes("kiosk-prove")
    await mobile.tap("是我本人，确认")
    await mobile.sees("好了，请看自助终端的屏幕")
    await mobile.fits_in_both_modes("kiosk-proven")
    assert (await device.get(ASKS)).json["session"]["level"] == 2
    await theirs.open(f"{PAGE}?scene={scene_of(await device.post(ASKS, {'kind': 'prove'}))}", person="li-min", agreed=True)
    await theirs.tap("是我本人，确认")
    await expect(theirs.page.get_by_text("这个码要本人来扫")).to_be_visible()
    await theirs.answer("知道了")
    assert (await device.get(ASKS)).json["state"] == "refused"


async def test_an_application_begun_at_the_kiosk_goes_on_here(mobile: Phone, town: Town) -> None:
    device = Device(town)
    await town.matched("li-qiang")
    await device.enter("li-qiang")
    draft = (await device.post("/api/v1/cases", {"item": "ssc-apply"})).json
    scene = scene_of(await device.post(ASKS, {"kind": "carry", "case": draft["id"]}))
    await mobile.open(f"{PAGE}?scene={scene}", person="li-qiang", agreed=True)
    await mobile.sees("接着填「社会保障卡申领」")
    await mobile.fits()
    await mobile.tap("在手机上接着填")
    await mobile.sees("第1步")


async def test_a_code_that_has_run_out_says_where_the_next_one_is(mobile: Phone, town: Town) -> None:
    await town.matched("li-qiang")
    await mobile.open(f"{PAGE}?scene={'0' * 16}", person="li-qiang", agreed=True)
    await mobile.sees("请在自助终端上重新取一个")
    await mobile.fits()
