"""Bodies and queries that are no JSON, of the wrong type, too long, or too much. Generated from the declarations."""

import io
import json
from typing import Any

import aiohttp
import pytest

from backend.ids import token
from models.acts import Role
from tests.api.bad_input.conftest import ARCHIVE, Owned, staff_token
from tests.api.bad_input.shapes import Call, assert_clear, calls, text_fields
from tests.api.kiosk_hall import CREDENTIAL
from tests.people_edge import Edge
from tests.world import World

JSON = {"Content-Type": "application/json"}
WITH_BODY = [call for call in calls() if call.declared.body is not None]
NO_OBJECT = [b"[]", b'"text"', b"null", b"1e400", b"true"]
NO_JSON = [b"{", b"{'a': 1}", b"\xff\xfe{}", b"[" * 100_000, b'{"a":' * 50_000, b"{}{}", b'{"\\ud800": 1}']
LONG = "长" * 120_000  # more than the YAML of an item may have


@pytest.fixture
async def tokens(edge: Edge, world: World) -> dict[str, str]:
    """Somebody who may call each kind of route."""
    everyone = {"citizen": await edge.proven("li-qiang"), "public": "", "kiosk": CREDENTIAL}
    for role in Role:
        everyone[role] = await staff_token(world, roles=frozenset({role}))
    return everyone


def holder(call: Call, tokens: dict[str, str]) -> str:
    """A token the route admits."""
    access = call.declared.access
    return tokens[min(access.roles or {Role.RECEPTIONIST})] if access.kind == "staff" else tokens[access.kind]


@pytest.mark.parametrize("body", [*NO_JSON, *NO_OBJECT], ids=lambda body: body[:8].decode("latin-1"))
async def test_what_is_no_json_object_is_said_so(edge: Edge, tokens: dict[str, str], body: bytes) -> None:
    for call in WITH_BODY:
        answer = await edge.send(call.verb, call.path(), body, token=holder(call, tokens), headers=JSON)
        assert_clear(answer, call)
        assert answer.status == (400 if body in NO_JSON else 422), f"{call}: {answer.text}"


async def test_every_field_of_the_wrong_type_is_pointed_at(edge: Edge, world: World, tokens: dict[str, str]) -> None:
    for call in WITH_BODY:
        assert call.declared.body is not None
        for name in call.declared.body.model_json_schema().get("properties", {}):
            await world.product.engines.limits._redis.flushdb()  # more fields than the offers of grants an hour allows
            for wrong in ({"of": ["another", "type"]}, 3.5, [[[]]]):
                body = {**(call.body() or {}), name: wrong}
                if _takes(call, body):
                    continue
                answer = await edge.send(call.verb, call.path(), body, token=holder(call, tokens))
                assert_clear(answer, call)
                assert answer.status == 422, f"{call} {name}: {answer.text}"
                assert any(error["pointer"].startswith(f"/{name}") for error in answer.json["errors"]), answer.text


async def test_a_text_that_is_too_long_is_pointed_at(edge: Edge, tokens: dict[str, str]) -> None:
    tried = 0
    for call in WITH_BODY:
        assert call.declared.body is not None
        for name in text_fields(call.declared.body):
            body = {**(call.body() or {}), name: LONG}
            answer = await edge.send(call.verb, call.path(), body, token=holder(call, tokens))
            assert_clear(answer, call)
            assert [error["pointer"] for error in answer.json["errors"]] == [f"/{name}"], f"{call}: {answer.text[:300]}"
            assert LONG[:100] not in answer.text, "what was sent is not sent back"
            tried += 1
    assert tried > 20


async def test_a_text_no_paper_can_show_is_pointed_at(edge: Edge, tokens: dict[str, str]) -> None:
    tried = 0
    for call in WITH_BODY:
        assert call.declared.body is not None
        for name in text_fields(call.declared.body):
            body = {**(call.body() or {}), name: "情况属实🏠\u200b"}
            answer = await edge.send(call.verb, call.path(), body, token=holder(call, tokens))
            assert_clear(answer, call)
            told = [error["pointer"] for error in answer.json["errors"] if "请去掉表情符号或看不见的字符" in error["detail"]]
            assert (answer.status, told) in ((422, []), (422, [f"/{name}"])), f"{call}: {answer.text[:300]}"
            tried += bool(told)
    assert tried > 20


async def test_an_unknown_field_is_refused_by_name(edge: Edge, tokens: dict[str, str]) -> None:
    for call in WITH_BODY:
        answer = await edge.send(call.verb, call.path(), {**(call.body() or {}), "is_admin": True}, token=holder(call, tokens))
        assert_clear(answer, call)
        assert {"pointer": "/is_admin", "detail": "这一项不需要填写，请去掉"} in answer.json["errors"], f"{call}: {answer.text}"


async def test_a_query_that_is_wrong_is_pointed_at(edge: Edge, tokens: dict[str, str], owned: Owned) -> None:
    for call in calls():
        if call.declared.query is None or call.verb != "GET":
            continue
        for name in ("no_such_parameter", *(("limit",) if "limit" in call.declared.query.model_fields else ())):
            path = call.path(*filter(None, [owned.id_for(call)])) if call.names_something else call.path()
            answer = await edge.send("GET", path, token=holder(call, tokens), query={name: "xxx"})
            assert_clear(answer, call)
            assert answer.status in (404, 422), f"{call}: {answer.text}"


async def test_every_cursor_that_is_none_of_ours_is_told(edge: Edge, tokens: dict[str, str]) -> None:
    for call in calls():
        query = call.declared.query
        if query is None or "cursor" not in query.model_fields:
            continue
        for cursor in ("X", "' OR 1=1", "{'$gt': ''}", "9" * 3000, "\N{BOM}零"):
            asked = {"cursor": cursor} | ({"date": "2026-11-24"} if "date" in query.model_fields else {})
            answer = await edge.send("GET", call.path(), token=holder(call, tokens), query=asked)
            assert answer.status in (400, 403, 404, 422), f"{call} {cursor[:20]}: {answer.text}"
            assert_clear(answer, call)


@pytest.mark.parametrize("key", ["", "k" * 81, "键" * 81, "a\tb"])
async def test_a_key_that_is_none_is_asked_for(edge: Edge, tokens: dict[str, str], key: str) -> None:
    for call in WITH_BODY:
        if call.declared.needs_key(call.verb):
            headers = {"Idempotency-Key": key} if key else {}
            answer = await edge.send(call.verb, call.path(), call.body(), token=holder(call, tokens), key="", headers=headers)
            assert_clear(answer, call)
            assert (answer.status, answer.json["type"]) == (400, "/problems/idempotency_key_missing"), f"{call}: {answer.text}"


@pytest.mark.parametrize(
    ("answers", "pointers"),
    [
        ({"purpose": LONG}, ["/form/purpose"]),
        ({"purpose": {"$ne": ""}}, ["/form/purpose"]),
        ({"purpose": ["work"] * 1000}, ["/form/purpose"]),
        ({"purpose": None}, ["/form/purpose"]),
        ({"purpose": float("nan")}, ["/form/purpose"]),
        ({"purpose": "work", "no_such_field": "x"}, ["/form/no_such_field"]),
    ],
)
async def test_a_form_is_checked_against_the_item(edge: Edge, answers: dict[str, Any], pointers: list[str]) -> None:
    by = await edge.proven("li-min")
    answer = await edge.post("/api/v1/certificates", {"item": "archive-proof", "form": answers}, token=by)
    assert_clear(answer)
    assert [error["pointer"] for error in answer.json["errors"]] == pointers


async def test_a_draft_takes_no_answer_that_does_not_fit(edge: Edge, world: World) -> None:
    by = await edge.matched("wang-guifang")
    wrong: list[dict[str, Any]] = [
        {"elder_name": LONG},
        {"born": "not a day"},
        {"born": "2044-03-08"},
        {"living": "on the moon"},
        {"account": "6222000000000001"},
        {"account": {"holder": "王桂芳", "bank": "江州银行", "account": "1" * 5000}},
        {"phone": 16900000001},
        {"alive_statement": "yes"},
        {"$where": "1"},
        {"a.b": "1"},
    ]
    for form in wrong:
        answer = await edge.post("/api/v1/cases", {"item": "longevity", "form": form}, token=by)
        assert_clear(answer, form)
        assert answer.status == 422, f"{form}: {answer.text[:300]}"
        assert all(error["pointer"].startswith("/form/") for error in answer.json["errors"])
    assert await world.store.cases.count({}) == 0


async def test_a_body_larger_than_a_megabyte_is_not_read(edge: Edge, tokens: dict[str, str]) -> None:
    body = json.dumps({**ARCHIVE, "form": {"purpose": "长" * (1 << 20)}}).encode()
    try:
        headers = {**JSON, "Authorization": f"Bearer {tokens['citizen']}", "Idempotency-Key": "large"}
        async with edge._session.post(f"{edge.url}/api/v1/certificates", data=io.BytesIO(body), headers=headers) as answer:
            assert answer.status in (400, 413)
    except aiohttp.ClientError:  # cut off is as good as told: the rest of a flood is not read
        return


async def test_strange_addresses_and_verbs_are_answered_in_chinese(edge: Edge) -> None:
    paths = [
        "/api/v1/" + "x" * 5000,
        "/api/v1/cases/%00",
        "/api/v1/cases/..%2f..%2fetc",
        "/api/v1/cases/{id}",
        "//api/v1/me",
        "/verify/%F0%9F",
    ]
    for path in paths:
        assert_clear(await edge.get(path), path)
    for verb in ("PATCH", "OPTIONS", "TRACE", "PROPFIND"):
        answer = await edge.send(verb, "/api/v1/cases", {}, token=token())
        assert answer.status in (401, 405, 501), verb
        assert answer.headers["Content-Type"].startswith("application/problem+json"), verb


def _takes(call: Call, body: dict[str, Any]) -> bool:
    """Whether the model takes this after all: a field that may hold any JSON."""
    assert call.declared.body is not None
    try:
        call.declared.body.model_validate_json(json.dumps(body))
    except ValueError:
        return False
    return True
