"""The pages of docs/flows against a real `server.py`, in order, as a reader would walk them; then what that left behind."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pymongo import MongoClient
from pymongo.database import Database

from backend.clock import wall_time
from backend.demo import demo_people
from backend.embedded import free_port
from docs.walk import FLOWS, Mismatch, Walk, steps_of
from sandbox.clock import FILE as CLOCK
from tests.clear_text import clear_text_in, clear_text_lines, personal
from tests.conftest import MONDAY
from tests.invariants import settled, unrelayed
from tests.sandbox_control import ROOT

pytestmark = [pytest.mark.timeout(400), pytest.mark.long]
PAGES = sorted(FLOWS.glob("*.md"))
_START = 60  # seconds


@dataclass
class Served:
    """A server of its own with its own data, as `make run` starts it."""

    url: str
    sandbox: str
    data_dir: Path
    db: Database[dict[str, Any]]

    def walk(self, page: Path) -> str:
        """What is wrong with a page; nothing where every answer is as it says."""
        try:
            Walk(self.url, self.sandbox, demo_people(ROOT / "catalogue" / "demo")).run(page)
        except Mismatch as error:
            return str(error)
        return ""


@pytest.fixture(scope="module")
def served(mongodb_uri: str, redis_url: str, worker_id: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Runs `server.py` until the tests of this module are over."""
    port, sandbox_port, data_dir = free_port(), free_port(), tmp_path_factory.mktemp("served")
    address, _, number = redis_url.partition("?db=")
    settings = {
        "PORT": str(port),
        "YICI_SANDBOX_PORT": str(sandbox_port),
        "DATA_DIR": str(data_dir),
        "MONGODB_URI": mongodb_uri,
        "REDIS_URL": f"{address}?db={15 - int(number or 0)}",  # the other tests' rate limits are not its own
        "YICI_DATABASE": f"yici_docs_{worker_id}_{data_dir.name}",  # its keys are those of this folder: a worker may come here twice
        "YICI_ARGON2_MEMORY_KIB": "8",
        "YICI_ARGON2_ROUNDS": "1",
    }
    _begin_on_monday(data_dir / "sandbox")
    client: MongoClient[dict[str, Any]] = MongoClient(mongodb_uri, tz_aware=True)
    known = {name: value for name, value in os.environ.items() if not name.startswith("YICI_")}
    server = subprocess.Popen([sys.executable, "server.py"], cwd=ROOT, env=known | settings, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        assert "已启动" in server.stdout.readline()
        db = client[settings["YICI_DATABASE"]]
        yield Served(f"http://127.0.0.1:{port}", f"http://127.0.0.1:{sandbox_port}", data_dir, db)
    finally:
        server.terminate()
        server.communicate(timeout=_START)
        client.drop_database(settings["YICI_DATABASE"])
        client.close()


def _begin_on_monday(state: Path) -> None:
    """The server starts on the day the pages set: the places of its weeks are there, and no page waits half a minute for them."""
    state.mkdir()
    (state / CLOCK).write_text(json.dumps({"offset_seconds": (MONDAY - wall_time()).total_seconds()}))


async def test_every_answer_is_as_the_pages_say_and_no_promise_was_broken_on_the_way(served: Served) -> None:
    """One test, since walking takes a while: the pages in order, then the database and the log they leave behind."""
    results = {page.name: await asyncio.to_thread(served.walk, page) for page in PAGES}
    assert {name: result for name, result in results.items() if result} == {}
    async with asyncio.timeout(30):
        while unrelayed(served.db) or served.db.outbox.find_one({"state": "pending"}):  # in this order: relaying makes rows
            await asyncio.sleep(0.2)
    assert settled(served.db) == []
    assert served.db.outbox.count_documents({"state": "dead"}) == 0
    assert served.db.citizens.count_documents({}) >= 10
    assert served.db.notices.count_documents({}) >= 20
    assert clear_text_in(served.db, personal()) == []
    _check_log((served.data_dir / "server.log").read_text(encoding="utf-8"))


def _check_log(log: str) -> None:
    lines = [json.loads(line) for line in log.splitlines()]
    assert len([line for line in lines if line["event"] == "request"]) > 200
    assert clear_text_lines(log, personal()) == []
    assert [line for line in lines if line["level"] in ("error", "critical")] == []


async def test_the_scan_finds_what_stands_in_the_clear(served: Served) -> None:
    """The negative control, at every depth."""
    number = "990101192110090263"
    served.db.scanned.insert_one({"_id": "1", "a": [{"b": f"number {number}"}], number: 1, "c": number.encode(), "d": int(number)})
    found = clear_text_in(served.db, frozenset({number}))
    assert sorted(found) == [f"scanned/1/{number}", "scanned/1/a/0/b", "scanned/1/c", "scanned/1/d"]
    assert clear_text_lines(f"a line\nof {number}\n", personal()) == [f"of {number}"]
    served.db.drop_collection("scanned")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ('```json\n{"status": "tired"}\n```', "应为 'tired'"),
        ('```json\n{"health": "ok"}\n```', "应答里没有这一项"),
        ('```json\n["ok"]\n```', "应为 ['ok']"),
        ("```json 404\n```", "应答 404，实际 200"),
        ("```text\nnot at all\n```", "应答中没有「not at all」"),
        ("```json\nContent-Type: text/plain\n\n{}\n```", "应为 'text/plain'"),
        ("```http\nGET /healthz\n```", "没有写应答"),
    ],
)
async def test_a_page_that_says_something_else_fails(served: Served, tmp_path: Path, answer: str, told: str) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# A page\n```http\nGET /healthz\n```\n{answer}\n", encoding="utf-8")
    assert told in await asyncio.to_thread(served.walk, page)


async def test_lists_names_and_parts_of_texts_are_compared_as_the_docstring_says(served: Served, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    themes = '{"items": ["…", {"id": "elderly", "name": "<theme>"}, "…", {"id": "tax", "help": "个人…记录"}, "…"]}'
    turned = '{"items": ["…", {"id": "tax"}, {"id": "elderly"}, "…"]}'
    request = "```http\nGET /api/v1/themes\n```\n"
    page.write_text(f"{request}```json\n{themes}\n```\n", encoding="utf-8")
    assert await asyncio.to_thread(served.walk, page) == ""
    page.write_text(f"{request}```json\n{turned}\n```\n", encoding="utf-8")
    assert "这一项" in await asyncio.to_thread(served.walk, page)
    again = '{"items": ["…", {"id": "tax", "name": "<theme>"}, "…"]}'
    page.write_text(f"{request}```json\n{themes}\n```\n{request}```json\n{again}\n```\n", encoding="utf-8")
    assert "这一项" in await asyncio.to_thread(served.walk, page), "a name stands for one thing"


def test_every_page_shows_a_request_and_an_answer_for_each_step() -> None:
    assert [page.name[0] for page in PAGES] == list("123456789")[: len(PAGES)]
    assert all(len(list(steps_of(page.read_text(encoding="utf-8")))) > 10 for page in PAGES)


async def test_a_server_that_is_not_there_is_told_in_words(served: Served) -> None:
    nowhere = Served("http://127.0.0.1:1", served.sandbox, served.data_dir, served.db)
    assert "make run" in await asyncio.to_thread(nowhere.walk, PAGES[1])
