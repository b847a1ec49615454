"""The pages anybody may open: a certificate's standing behind its QR code, and the advice slip."""

from typing import Any

from playwright.async_api import Page

from tests.browser.conftest import shoot
from tests.people_edge import Edge

_FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
_SMALLEST = """() => Math.min(...[...document.querySelectorAll('body *')]
    .filter(node => [...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim()) && node.offsetParent)
    .map(node => parseFloat(getComputedStyle(node).fontSize)))"""


async def readable(page: Page) -> None:
    """Nothing to push sideways, and no text below 13 pt."""
    assert await page.evaluate(_FITS)
    assert await page.evaluate(_SMALLEST) >= 13


async def issued(edge: Edge) -> dict[str, Any]:
    token = await edge.proven("zhou-zihan")
    answer = await edge.post("/api/v1/certificates", {"item": "archive-proof", "form": {"purpose": "work"}}, token=token)
    assert answer.status == 201, answer.text
    return answer.json


async def test_a_valid_certificate_says_so_and_hides_the_person(edge: Edge, phone: Page) -> None:
    made = await issued(edge)
    await phone.goto(f"{edge.url}/verify/{made['verify_code']}")
    text = await phone.inner_text("body")
    assert "有效" in text
    assert made["number"] in text
    assert "周子涵" not in text
    assert edge.citizen("zhou-zihan").id_number not in await phone.content()
    await readable(phone)
    await shoot(phone, "verify-valid")


async def test_a_revoked_certificate_says_so_and_not_why(edge: Edge, phone: Page) -> None:
    made = await issued(edge)
    change = {"$set": {"state": "revoked", "reason": "档案已转出"}}
    await edge.engines.store.certificates.change({"_id": made["id"]}, change)
    await phone.goto(f"{edge.url}/verify/{made['verify_code']}")
    text = await phone.inner_text("body")
    assert "撤销" in text
    assert "档案已转出" not in text
    await readable(phone)
    await shoot(phone, "verify-revoked")


async def test_an_unknown_code_says_what_to_do(edge: Edge, phone: Page) -> None:
    answer = await phone.goto(f"{edge.url}/verify/0000000000")
    assert answer is not None
    assert answer.status == 404
    assert "没有" in await phone.inner_text("body")
    await readable(phone)
    await shoot(phone, "verify-unknown")


async def test_the_advice_slip_reads_on_a_phone(edge: Edge, phone: Page) -> None:
    slip = (await edge.post("/api/v1/items/longevity/advice-slips", {}, key="")).json
    await phone.goto(f"{edge.url}/api/v1/advice-slips/{slip['id']}.html")
    text = await phone.inner_text("body")
    assert slip["number"] in text
    assert "下载 PDF" in text
    await readable(phone)
    await shoot(phone, "advice-slip")
