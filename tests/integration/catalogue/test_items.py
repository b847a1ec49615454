"""The catalogue's routes over real HTTP, with advice slips in a real MongoDB and rendered for real."""

from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from io import BytesIO
from types import SimpleNamespace

import aiohttp
import pikepdf
import pytest
import tornado.httpserver
import tornado.netutil
import tornado.web
from pydantic import JsonValue

from backend.catalogue import AdviceSlips, Forms, Guides
from backend.clock import SetClock
from backend.errors import Unavailable
from backend.printing.render import Press
from backend.store import Store
from handlers import items
from handlers.base import NotFoundHandler
from models.acts import CitizenActor
from models.registers import PersonKey, RegisterAnswer
from models.settings import Settings
from tests.client import Api
from tests.people_edge import real_catalogue
from tests.sandbox_control import ROOT


class InProcess:
    """Renders here instead of in a worker."""

    def __init__(self) -> None:
        self._press = Press(ROOT / "catalogue" / "templates")

    async def pdf(self, template: str, data: Mapping[str, JsonValue], at: datetime, max_pages: int = 20) -> bytes:
        return self._press.pdf(template, data, at, max_pages)


class Silent:
    """Registers that are down, sessions that know one token, limits that never bite."""

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        raise Unavailable

    async def citizen(self, token: str) -> CitizenActor | None:
        return CitizenActor(id="cit_1", name="王桂芳", level=1) if token == "token" else None

    async def staff(self, token: str) -> None:
        return None

    async def check(self, limit: object, who: str) -> None:
        return None


@pytest.fixture
async def api(store: Store, clock: SetClock) -> AsyncIterator[Api]:
    """The catalogue's routes on a server of their own."""
    catalogue, silent = real_catalogue(), Silent()

    async def nobody(citizen: str) -> None:
        return None

    engines = SimpleNamespace(
        settings=Settings(),
        clock=clock,
        sessions=silent,
        limits=silent,
        guides=Guides(catalogue),
        forms=Forms(catalogue, silent, SimpleNamespace(), nobody),  # type: ignore[arg-type]
        advice_slips=AdviceSlips(store, catalogue, InProcess(), "https://yici.example"),
    )
    application = tornado.web.Application(
        [(pattern, handler, {"route": pattern}) for pattern, handler in items.ROUTES],
        default_handler_class=NotFoundHandler,
        default_handler_args={"route": ""},
        engines=engines,
        log_function=lambda handler: None,
    )
    server = tornado.httpserver.HTTPServer(application)
    [socket, *_] = sockets = tornado.netutil.bind_sockets(0, "127.0.0.1")
    server.add_sockets(sockets)
    async with aiohttp.ClientSession() as session:
        yield Api(f"http://127.0.0.1:{socket.getsockname()[1]}", session)
    server.stop()
    await server.close_all_connections()


async def test_items_are_listed_searched_and_narrowed(api: Api):
    answer = await api.get("/api/v1/items")
    assert answer.status == 200
    assert {"biz-start", "longevity", "ss-proof"} <= {item["code"] for item in answer.json["items"]}
    found = (await api.get("/api/v1/items", q="sfzdl")).json["items"]
    assert [item["code"] for item in found] == ["idcard-lost"]
    assert found[0]["staff_confirms"] is True
    assert found[0]["proxy"] is False
    assert {item["code"] for item in (await api.get("/api/v1/items", theme="tax")).json["items"]} == {"tax-proof"}
    assert (await api.get("/api/v1/items", theme="nothing")).json["items"] == []
    assert (await api.get("/api/v1/items", q="证" * 61)).status == 422
    assert (await api.get("/api/v1/items", colour="red")).status == 422


async def test_themes(api: Api):
    themes = (await api.get("/api/v1/themes")).json["items"]
    proofs = (await api.get("/api/v1/items", theme="proof")).json["items"]
    assert themes[0] == {"id": "proof", "name": "开证明", "help": "几秒钟就能拿到的电子证明", "items": len(proofs)}


async def test_a_guide_is_read_once(api: Api):
    answer = await api.get("/api/v1/items/longevity")
    assert answer.status == 200
    assert answer.json["name"] == "长寿保健金（高龄津贴）申领"
    assert answer.headers["Cache-Control"] == "no-cache"
    again = await api.get("/api/v1/items/longevity", headers={"If-None-Match": answer.headers["Etag"]})
    assert (again.status, again.body) == (304, b"")
    other = await api.get("/api/v1/items/ssc-apply", headers={"If-None-Match": answer.headers["Etag"]})
    assert other.status == 200


async def test_an_item_that_is_not_there(api: Api):
    for path in ("/api/v1/items/flying", "/api/v1/items/flying/form"):
        answer = await api.get(path, token="token")
        assert answer.status == 404
        assert answer.json["type"].endswith("not_found")
        assert "12345" in answer.json["detail"]


async def test_a_form_needs_somebody(api: Api):
    assert (await api.get("/api/v1/items/longevity/form")).status == 401
    answer = await api.get("/api/v1/items/longevity/form", token="token")
    assert answer.status == 200
    assert [field["key"] for field in answer.json["fields"]][:2] == ["elder_name", "born"]
    assert answer.json["applicant"] == "王桂芳"
    assert "确认是您本人以后" in answer.json["notes"][0]


async def test_an_advice_slip_tells_everything_and_is_kept(api: Api, store: Store):
    body = {"circumstances": {"marriage_change": "changed", "children_change": "none"}, "agent": True}
    answer = await api.post("/api/v1/items/fp-reward-audit/advice-slips", body, key="")
    assert answer.status == 201
    slip = answer.json
    assert slip["number"] == "云政告〔2026〕第000001号"
    assert slip["text"]["circumstances"] == ["这一年婚姻有变化吗：有变化", "这一年子女情况有变化吗：没有变化", "由别人代办"]
    assert [each["name"] for each in slip["text"]["materials"]] == ["婚姻变化的证件"]
    assert len(slip["text"]["nothing_to_hand_in"]) == 2
    stored = await store.advice_slips.get(slip["id"])
    assert stored
    assert stored["person"] is None
    assert [event["action"] for event in stored["events"]] == ["advice_slip.given"]
    assert (await api.get(f"/api/v1/advice-slips/{slip['id']}")).json == slip
    second = await api.post("/api/v1/items/longevity/advice-slips", {}, token="token")
    assert second.json["number"] == "云政告〔2026〕第000002号"
    owned = await store.advice_slips.get(second.json["id"])
    assert owned
    assert owned["person"] == "cit_1"


async def test_an_advice_slip_as_page_and_pdf(api: Api):
    slip = (await api.post("/api/v1/items/idcard-lost/advice-slips", {"circumstances": {"loss_reason": "lost"}})).json
    page = await api.get(slip["page"])
    assert page.status == 200
    assert page.headers["Content-Type"].startswith("text/html")
    assert slip["number"] in page.text
    assert "身份证怎么没的：丢了" in page.text
    assert "<script" not in page.text
    pdf = await api.get(slip["pdf"])
    assert pdf.headers["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(pdf.body)) as document:
        assert 1 <= len(document.pages) <= 2


async def test_every_item_has_a_slip_that_prints(api: Api):
    for item in (await api.get("/api/v1/items")).json["items"]:
        slip = (await api.post(f"/api/v1/items/{item['code']}/advice-slips", {"agent": item["proxy"]})).json
        answer = await api.get(slip["pdf"])
        assert answer.body.startswith(b"%PDF-"), item["code"]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"circumstances": {"mood": "fine"}}, "/circumstances/mood"),
        ({"circumstances": {"phone": "16909900001"}}, "/circumstances/phone"),
        ({"circumstances": {"living": "moon"}}, "/circumstances/living"),
        ({"circumstances": 5}, "/circumstances"),
        ({"colour": "red"}, "/colour"),
    ],
)
async def test_circumstances_that_are_none(api: Api, body: dict[str, JsonValue], pointer: str):
    answer = await api.post("/api/v1/items/longevity/advice-slips", body)
    assert answer.status == 422
    assert [error["pointer"] for error in answer.json["errors"]] == [pointer]


async def test_a_slip_that_is_not_there(api: Api):
    for ending in ("", ".html", ".pdf"):
        answer = await api.get(f"/api/v1/advice-slips/2026-999999{ending}")
        assert answer.status == 404
        assert "核对编号" in answer.json["detail"]
