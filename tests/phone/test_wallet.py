"""Certificates kept and shared on the phone: the list, a link for a time, who looked, and its end."""

from typing import Any

from tests.people_edge import Edge
from tests.phone.phone import Phone


async def issued(edge: Edge, token: str) -> dict[str, Any]:
    return (await edge.post("/api/v1/certificates", {"item": "archive-proof", "form": {"purpose": "work"}}, token=token)).json


async def test_a_certificate_is_shared_looked_at_and_taken_back(mobile: Phone, edge: Edge) -> None:
    token = await edge.proven("zhou-zihan")
    made = await issued(edge, token)
    path = f"/api/v1/certificates/{made['id']}/shares"
    await mobile.open("pages/me/me", person="zhou-zihan")
    await mobile.tap("我的证明")
    await mobile.sees("档案存放证明")
    await mobile.fits_in_both_modes("wallet")
    await mobile.tap("档案存放证明")
    await mobile.tap("限时分享，看谁验过")
    await mobile.top.get_by_role("button", name="分享", exact=True).click()
    await mobile.sees("请写一句给谁看")
    await mobile.write("给谁看、做什么用", "给房东看")
    await mobile.top.get_by_role("button", name="分享", exact=True).click()
    await mobile.sees("还没有人看过")
    await mobile.tap("当面扫码")
    await mobile.top.locator("wx-image").wait_for()
    [share] = (await edge.get(path, token=token)).json["items"]
    assert (await edge.get(f"/api/v1/shared/{share['scene']}")).status == 200
    await mobile.fits_in_both_modes("share")
    await mobile.tap("结束这次分享")
    await mobile.sees("已经结束")
    await mobile.sees("没有登录的人看过")
    assert (await edge.get(f"/api/v1/shared/{share['scene']}")).status == 404


async def test_whoever_scans_the_code_sees_the_certificate_until_it_ends(mobile: Phone, edge: Edge) -> None:
    token = await edge.proven("zhou-zihan")
    path = f"/api/v1/certificates/{(await issued(edge, token))['id']}/shares"
    share = (await edge.post(path, {"hours": 1, "purpose": "给房东看"}, token=token)).json
    await mobile.open(f"packages/certificates/shared/shared?scene={share['scene']}", person="li-qiang")
    await mobile.sees("周子涵")
    await mobile.shoot("shared")
    await mobile.fits()
    await mobile.tap("打开证明文件")
    await mobile.page.wait_for_function("__device.calls.some(each => each.name === 'openDocument')")
    await edge.post(f"{path}/{share['id']}/end", {}, token=token)
    await mobile.open(f"packages/certificates/shared/shared?scene={share['scene']}")
    await mobile.sees("这个分享已经结束")
    await mobile.shoot("shared-ended")


async def test_without_any_the_wallet_says_how_to_begin(mobile: Phone, edge: Edge) -> None:
    await edge.matched("li-qiang")
    await mobile.open("packages/certificates/wallet/wallet", person="li-qiang")
    await mobile.sees("还没有证明")
    await mobile.fits()
