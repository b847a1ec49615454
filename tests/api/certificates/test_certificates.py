"""Certificates over HTTP: asked for, downloaded, verified as page and JSON, revoked by staff."""

import asyncio
from typing import Any

import aiohttp
import pytest

from composition import Product
from tests.people_edge import Edge

CERTIFICATES, VERIFICATIONS = "/api/v1/certificates", "/api/v1/verifications"
ARCHIVE: dict[str, Any] = {"item": "archive-proof", "form": {"purpose": "work"}}
PAGE = {"Accept": "text/html,application/xhtml+xml"}


async def issued(edge: Edge, token: str, body: dict[str, Any] = ARCHIVE) -> dict[str, Any]:
    answer = await edge.post(CERTIFICATES, body, token=token)
    assert answer.status == 201, answer.text
    return answer.json


async def test_asked_for_listed_downloaded(edge: Edge) -> None:
    token = await edge.proven("wang-guifang")
    made = await issued(edge, token)
    assert (made["state"], made["state_label"], made["holder_number"][4:14]) == ("valid", "有效", "**********")
    assert made["number"] == "云档证字〔2026〕第000001号"
    assert (await edge.get(f"{CERTIFICATES}/{made['id']}", token=token)).json == made
    assert (await edge.get(CERTIFICATES, token=token)).json == {"items": [made], "next": None}
    file = await edge.get(made["file_url"], token=token)
    assert (file.status, file.headers["Content-Type"]) == (200, "application/pdf")
    assert file.body.startswith(b"%PDF-1.7")
    assert "filename*=UTF-8''" in file.headers["Content-Disposition"]


async def test_a_long_list_goes_by_pages(edge: Edge) -> None:
    token = await edge.proven("wang-guifang")
    made = [(await issued(edge, token))["id"] for _ in range(3)]
    first = (await edge.get(CERTIFICATES, token=token, limit=2)).json
    rest = (await edge.get(CERTIFICATES, token=token, limit=2, cursor=first["next"])).json
    assert [each["id"] for each in first["items"] + rest["items"]] == made[::-1]
    assert rest["next"] is None


async def test_handed_to_a_person(edge: Edge) -> None:
    token = await edge.proven("wang-guifang")
    body = {"item": "relation-proof", "form": {"relative_name": "李小红", "relation": "daughter", "purpose": "school"}}
    answer = await edge.post(CERTIFICATES, body, token=token)
    assert answer.status == 202
    assert "档案员" in answer.json["reason"]
    assert "不用再提交" in answer.json["message"]
    assert answer.json["state"] == "accepted"


async def test_the_same_key_is_answered_the_same(edge: Edge) -> None:
    token = await edge.proven("wang-guifang")
    answers = await asyncio.gather(*(edge.post(CERTIFICATES, ARCHIVE, token=token, key="one") for _ in range(4)))
    answers.append(await edge.post(CERTIFICATES, ARCHIVE, token=token, key="one"))
    assert {answer.status for answer in answers} == {201}
    assert len({answer.json["id"] for answer in answers}) == 1
    other = await edge.post(CERTIFICATES, {"item": "archive-proof", "form": {"purpose": "loan"}}, token=token, key="one")
    assert (other.status, other.json["type"]) == (422, "/problems/idempotency_key_reused")


async def test_who_is_not_proven_is_told_how_to_be(edge: Edge) -> None:
    answer = await edge.post(CERTIFICATES, ARCHIVE, token=await edge.matched("wang-guifang"))
    assert (answer.status, answer.json["type"]) == (403, "/problems/proof_needed")
    assert "本人" in answer.json["detail"]


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        (b"{", 400, None),
        ({"item": "archive-proof", "form": {"purpose": "nonsense"}}, 422, "/form/purpose"),
        ({"item": "archive-proof", "form": {}, "extra": 1}, 422, "/extra"),
        ({"item": "no-such-item", "form": {}}, 404, None),
        ({"item": "longevity", "form": {}}, 409, None),
    ],
)
async def test_bad_requests(edge: Edge, body: Any, status: int, pointer: str | None) -> None:
    answer = await edge.post(CERTIFICATES, body, token=await edge.proven("wang-guifang"))
    assert (answer.status, answer.headers["Content-Type"]) == (status, "application/problem+json; charset=utf-8")
    assert pointer is None or pointer in [each["pointer"] for each in answer.json["errors"]]


async def test_a_register_that_is_down_is_a_clear_answer_and_a_retry_completes(edge: Edge) -> None:
    token = await edge.proven("wang-guifang")
    await edge.sandbox.switch("registers.personnel", down=True)
    answer = await edge.post(CERTIFICATES, ARCHIVE, token=token, key="again")
    assert (answer.status, answer.json["type"]) == (503, "/problems/register_unavailable")
    assert answer.headers["Retry-After"]
    await edge.sandbox.switch("registers.personnel", down=False)
    assert (await edge.post(CERTIFICATES, ARCHIVE, token=token, key="again")).status == 201


async def test_somebody_elses_certificate_is_not_there(edge: Edge) -> None:
    made = await issued(edge, await edge.proven("wang-guifang"))
    stranger = await edge.proven("li-qiang")
    for path in (f"{CERTIFICATES}/{made['id']}", made["file_url"]):
        assert (await edge.get(path, token=stranger)).status == 404
        assert (await edge.get(path)).status == 401


async def test_anybody_verifies_as_json_and_as_a_page(edge: Edge) -> None:
    made = await issued(edge, await edge.proven("wang-guifang"))
    path = f"/verify/{made['verify_code']}"
    answer = await edge.get(path)
    assert (answer.status, answer.json["result"], answer.json["holder_name"]) == (200, "valid", "王*芳")
    page = await edge.get(path, headers=PAGE)
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert all(text in page.text for text in ("有效", "王*芳", made["number"], "2026年11月23日"))
    assert "王桂芳" not in page.text + answer.text
    assert "script" not in page.text.lower()
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")


async def test_an_unknown_code_is_said_to_be_unknown(edge: Edge) -> None:
    for code in ("aaaaaaaaaaaa", "0"):
        answer = await edge.get(f"/verify/{code}")
        assert (answer.status, answer.json["result"]) == (404, "unknown")
        page = await edge.get(f"/verify/{code}", headers=PAGE)
        assert page.status == 404
        assert "查不到这份证明" in page.text


async def test_a_typed_code_leads_to_its_page(edge: Edge) -> None:
    asked = await edge.get("/verify", headers=PAGE)
    assert (asked.status, "验真码" in asked.text) == (200, True)
    made = await issued(edge, await edge.proven("wang-guifang"))
    page = await edge.get("/verify", headers=PAGE, code=made["verify_code"])
    assert made["number"] in page.text


async def test_verification_is_limited(edge: Edge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edge.engines.settings, "people_per_address", 2)
    answers = [await edge.get("/verify/aaaaaaaaaaaa") for _ in range(61)]
    assert {answer.status for answer in answers[:60]} == {404}
    assert answers[-1].status == 429
    assert int(answers[-1].headers["Retry-After"]) > 0


async def test_an_uploaded_pdf_is_told_apart(edge: Edge) -> None:
    token = await edge.proven("wang-guifang")
    made = await issued(edge, token)
    pdf = (await edge.get(made["file_url"], token=token)).body
    original = await edge.post(VERIFICATIONS, pdf, key="", headers={"Content-Type": "application/pdf"})
    assert (original.status, original.json["verdict"]) == (200, "authentic")
    assert original.json["certificate"]["number"] == made["number"]
    assert "王桂芳" not in original.text
    changed = await edge.post(VERIFICATIONS, pdf + b"\n", key="")
    assert (changed.json["verdict"], changed.json["certificate"]["number"]) == ("altered", made["number"])
    assert (await edge.post(VERIFICATIONS, b"%PDF-1.4 nothing", key="")).json["verdict"] == "unknown"
    picture = await edge.post(VERIFICATIONS, b"\x89PNG....", key="")
    assert (picture.status, "原文件" in picture.json["detail"]) == (400, True)


async def test_a_pdf_from_the_mini_program_comes_as_multipart(edge: Edge) -> None:
    token = await edge.proven("wang-guifang")
    pdf = (await edge.get((await issued(edge, token))["file_url"], token=token)).body
    form = aiohttp.FormData()
    form.add_field("file", pdf, filename="证明.pdf", content_type="application/pdf")
    async with aiohttp.ClientSession() as session, session.post(edge.url + VERIFICATIONS, data=form) as answer:
        assert (answer.status, (await answer.json())["verdict"]) == (200, "authentic")


async def test_staff_of_the_department_revoke_and_the_code_says_so(edge: Edge, product: Product) -> None:
    token = await edge.proven("wang-guifang")
    made = await issued(edge, token)
    reviewer = next(
        each
        for each in (product.district.staff if product.district else ())
        if "reviewer" in each.roles and each.department == "human_resources"
    )
    staff = await edge.staff(reviewer.username)
    found = (await edge.get("/api/v1/staff/certificates", token=staff, number=made["number"])).json
    path, body = f"/api/v1/staff/certificates/{found['id']}/revoke", {"reason": "档案已经转出。", "version": found["version"]}
    assert (await edge.post(path, body | {"version": 7}, token=staff)).status == 409
    answer = await edge.post(path, body, token=staff)
    assert (answer.status, answer.json["state_label"]) == (200, "已撤销")
    assert (await edge.post(path, body, token=staff)).json["type"] == "/problems/wrong_state"
    page = await edge.get(f"/verify/{made['verify_code']}", headers=PAGE)
    assert all(text in page.text for text in ("已撤销", "撤销日期"))
    assert "档案已经转出" not in page.text, "why is told to the holder alone"
    assert (await edge.get(f"{CERTIFICATES}/{made['id']}", token=token)).json["reason"] == "档案已经转出。"
    assert (await edge.post(path, body, token=token)).status == 401
