"""Whether a certificate one is shown is real: by its code, by the PDF one was given; on the phone of anybody."""

import base64
from typing import Any

from tests.factories import Town
from tests.payments_world import bill_of, lost_card
from tests.people_edge import Edge
from tests.phone.phone import Phone
from tests.phone.test_wallet import issued

CHECK = "packages/certificates/check/check"


def given(content: bytes, name: str = "证明.pdf") -> dict[str, Any]:
    """A file somebody sent by chat."""
    return {"files": [{"name": name, "type": "application/pdf", "base64": base64.b64encode(content).decode()}]}


async def the_file(edge: Edge, token: str) -> bytes:
    """A certificate as it is downloaded."""
    made = await issued(edge, token)
    return (await edge.get(f"/api/v1/certificates/{made['id']}/file", token=token)).body


async def test_a_code_is_scanned_without_any_name(mobile: Phone, edge: Edge) -> None:
    made = await issued(edge, await edge.proven("zhou-zihan"))
    await mobile.open("pages/me/me", person="li-qiang", agreed=True)
    await mobile.tap("验证明真假")
    await mobile.sees("扫证明、证照上的二维码")
    await mobile.tap("扫一扫")
    await mobile.sees_not("查不到这份证明")
    await mobile.device_answers("scanCode", {"result": made["verify_url"]})
    await mobile.tap("扫一扫")
    await mobile.sees("这份证明是真的，现在有效")
    await mobile.sees("周*涵")
    await mobile.fits_in_both_modes("check")


async def test_a_code_of_nobody_and_a_code_of_something_else(mobile: Phone, edge: Edge) -> None:
    await mobile.open(CHECK, agreed=True)
    await mobile.write("验真码", "ABCDEFGHJK23")
    await mobile.tap("查验真码")
    await mobile.sees("查不到这份证明")
    await mobile.shoot("check-unknown")
    await mobile.fits()
    await mobile.device_answers("scanCode", {"result": "https://example.com/pay?to=somebody"})
    await mobile.tap("扫一扫")
    await mobile.sees("这不是本平台的码")
    await mobile.sees_not("查不到这份证明")


async def test_large_text_loses_nothing(mobile: Phone, town: Town) -> None:
    """WeChat's own font size at its largest, on the pages of fees, licences and checks."""
    token = await town.proven("wang-guifang")
    bill = await bill_of(town, token, await lost_card(town, token))
    await mobile.open(CHECK, person="wang-guifang", agreed=True)
    await mobile.reads_at(2, "扫一扫")
    for page, words in ((f"packages/paying/bill/bill?id={bill['id']}", "40.00 元"), ("packages/licences/mine/mine", "居民身份证")):
        await mobile.open(page)
        await mobile.reads_at(2, words)
    await mobile.shoot("licences-large-text")


async def test_a_file_is_genuine_changed_or_not_ours(mobile: Phone, edge: Edge) -> None:
    pdf = await the_file(edge, await edge.proven("zhou-zihan"))
    await mobile.open(CHECK, agreed=True)
    await mobile.sees("从聊天里选文件")
    await mobile.device_answers("chooseMessageFile", given(pdf))
    await mobile.tap("从聊天里选文件")
    await mobile.sees("文件没有改动过")
    await mobile.sees("周*涵")
    await mobile.shoot("check-file")
    await mobile.fits()
    await mobile.device_answers("chooseMessageFile", given(b"%PDF-1.7\n%%EOF\n"))
    await mobile.tap("从聊天里选文件")
    await mobile.sees("不是本平台出具的文件")
    await mobile.device_answers("chooseMessageFile", given(b"\xff\xd8 a photograph", "证明.pdf"))
    await mobile.tap("从聊天里选文件")
    await mobile.sees("请上传证明的 PDF 原文件")
    await mobile.device_answers("chooseMessageFile", given(b"%PDF-" + bytes(1024 * 1024)))
    await mobile.tap("从聊天里选文件")
    await mobile.sees("这个文件超过 1 MB")


async def test_a_changed_file_is_never_taken_for_the_original(mobile: Phone, edge: Edge) -> None:
    pdf = await the_file(edge, await edge.proven("zhou-zihan"))
    await mobile.open(CHECK, agreed=True)
    await mobile.sees("从聊天里选文件")
    await mobile.device_answers("chooseMessageFile", given(pdf + b"\n% changed\n"))
    await mobile.tap("从聊天里选文件")
    await mobile.sees("文件被改动过")
    await mobile.sees("登记的原件：有效")
    await mobile.shoot("check-changed")
    assert await mobile.top.locator(".state.done").count() == 0
