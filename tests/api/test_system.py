"""The product as a whole: alive, ready, described, counted; and the log without personal data."""

import io
import json

import pytest
import structlog

from backend.logs import configure_logs
from tests.client import Api
from tests.world import World


async def test_alive_ready_and_counted(api: Api) -> None:
    assert (await api.get("/healthz")).json["status"] == "ok"
    ready = await api.get("/readyz")
    assert (ready.status, ready.json["database"], ready.json["cache"]) == (200, "ok", "ok")
    metrics = await api.get("/metrics")
    assert 'yici_http_request_seconds_count{method="GET",route="/readyz",status="200"}' in metrics.text


async def test_the_description_and_its_page(api: Api) -> None:
    described = (await api.get("/api/openapi.json")).json
    assert "/api/v1/appointments" in described["paths"]
    key = [each["name"] for each in described["paths"]["/api/v1/appointments"]["post"]["parameters"]]
    assert "Idempotency-Key" in key
    page = await api.get("/api/docs")
    assert page.headers["Content-Type"].startswith("text/html")
    assert "/api/v1/appointments" in page.text
    assert "<script" not in page.text


async def test_a_request_is_logged_with_its_id_and_without_personal_data(world: World) -> None:
    stream = io.StringIO()
    configure_logs(stream)
    try:
        answer = await world.api.get("/api/v1/items", q="13800000001")
        structlog.get_logger().info("a library spoke", text="number 99010119500101001X, phone 13800000001")
    finally:
        structlog.reset_defaults()
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    logged = next(line for line in lines if line["event"] == "request")
    assert logged["request_id"] == answer.headers["X-Request-Id"]
    assert logged["route"] == "/api/v1/items"
    assert "13800000001" not in stream.getvalue()
    assert "99010119500101001X" not in stream.getvalue()


@pytest.mark.parametrize("path", ["/api/v1/me", "/api/v1/appointments", "/api/v1/cases", "/api/v1/notices", "/api/v1/grants"])
async def test_nothing_of_a_person_without_a_session(api: Api, path: str) -> None:
    assert (await api.get(path)).status == 401
    assert (await api.get(path, token="forged")).status == 401
