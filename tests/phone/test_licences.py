"""Electronic licences on the phone: one's own, somebody who asks to use one, the answer, and who has looked."""

import pytest

from tests.api.stories.test_s19_licences import mine, wants_title
from tests.factories import Town
from tests.phone.phone import Mode, Phone

MODES: list[Mode] = ["standard", "elder"]
LANDLORD = "zhao-peng"


@pytest.mark.parametrize("mode", MODES)
async def test_whoever_is_asked_reads_for_what_and_agrees(mobile: Phone, town: Town, mode: Mode) -> None:
    landlord, elder = await town.proven(LANDLORD), mode == "elder"
    await wants_title(town, await town.proven("li-qiang"))
    [request] = await mine(town, landlord)
    assert "licence_asked" in await town.told(landlord)
    if elder:
        await mobile.use_elder_mode()
    await mobile.open("pages/messages/messages", person=LANDLORD, agreed=True)
    await mobile.tap("有人请您授权使用电子证照")
    await mobile.sees("不认识对方，请选「不同意」")
    await mobile.sees("还没有人看过")
    await mobile.shoot(f"licence-asked-{mode}")
    await mobile.fits(elder=elder)
    await mobile.top.get_by_role("button", name="同意使用").dblclick()
    await mobile.sees("已授权")
    await mobile.sees("调取证照")
    await mobile.shoot(f"licence-given-{mode}")
    await mobile.fits(elder=elder)
    assert (await town.get(f"/api/v1/licences/authorisations/{request['id']}", token=landlord)).json["state"] == "given"
    await mobile.tap("撤回授权")
    await mobile.answer("撤回")
    await mobile.sees("已撤回")
    assert (await town.get(f"/api/v1/licences/authorisations/{request['id']}", token=landlord)).json["state"] == "revoked"


async def test_a_stranger_gets_a_no(mobile: Phone, theirs: Phone, town: Town) -> None:
    landlord, tenant = await town.proven(LANDLORD), await town.proven("li-qiang")
    await wants_title(town, tenant)
    [request] = await mine(town, landlord)
    await mobile.open(f"packages/licences/authorisation/authorisation?id={request['id']}", person=LANDLORD, agreed=True)
    await mobile.tap("不同意")
    await mobile.sees("没有同意")
    assert "licence_declined" in await town.told(tenant)
    await theirs.open(f"packages/licences/authorisation/authorisation?id={request['id']}", person="li-qiang", agreed=True)
    await theirs.sees("再试一次")


async def test_a_yes_is_the_living_persons(mobile: Phone, town: Town) -> None:
    landlord = await town.matched(LANDLORD)
    await wants_title(town, await town.proven("li-qiang"))
    [request] = await mine(town, landlord)
    await mobile.open(f"packages/licences/authorisation/authorisation?id={request['id']}", person=LANDLORD, agreed=True)
    await mobile.tap("同意使用")
    await mobile.sees("用国家网络身份认证")
    assert (await mine(town, landlord))[0]["state"] == "asked"


@pytest.mark.parametrize("mode", MODES)
async def test_ones_own_licences_are_shown_to_the_living_person(mobile: Phone, town: Town, mode: Mode) -> None:
    await town.proven("li-min")
    if mode == "elder":
        await mobile.use_elder_mode()
    await mobile.open("pages/me/me", person="li-min", agreed=True)
    await mobile.tap("我的证照")
    await mobile.sees("结婚证")
    await mobile.shoot(f"licences-{mode}")
    await mobile.fits(elder=mode == "elder")


async def test_licences_are_not_shown_to_whoever_holds_the_phone(mobile: Phone, town: Town) -> None:
    await town.matched("li-min")
    await mobile.open("packages/licences/mine/mine", person="li-min", agreed=True)
    await mobile.sees("电子证照只给您本人看")
    await mobile.sees_not("结婚证")
    await mobile.fits()
