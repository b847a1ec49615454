"""Filing a case over HTTP against the raw driver making the same writes, and a page of a clerk's queue over many cases."""

import asyncio
import itertools
import statistics
import time
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from pymongo import ReturnDocument
from pymongo.asynchronous.collection import AsyncCollection

from backend import ids
from backend.clock import wall_time
from backend.demo import DemoDistrict
from backend.store import Document, Store
from bench.booking import settle
from bench.figures import Figure, ratio
from bench.load import Connection, Load, drive, request
from bench.people import Visitor, matched
from bench.raw import collection_like, driver, indexes_of
from bench.servers import Product
from models.acts import Role
from models.cases import Case, CaseMaterial, CaseState, Desk, FileUse, StepRecord
from models.catalogue import StepLevel
from models.settings import Settings

IN_FLIGHT = 64
CASES = 1000  # a round
ROUNDS = 4
FEW, MANY = 10_000, 1_000_000
PAGES = 150  # of each queue and round
READERS = 4
_ITEM = "longevity"
_FORM: Mapping[str, Any] = {
    "elder_name": "压测市民",
    "born": "1944-03-08",
    "household_place": "罗溪街道榕树里12号",
    "living": "same",
    "account": {"holder": "压测市民", "bank": "江州银行", "account": "6222000000000001"},
    "phone": "16900000001",
    "alive_statement": True,
}
_FILED = {200}
_DEPARTMENTS = 5  # the clerk's own among them: a page of each queue is full over few cases as over many
_OWN = "civil_affairs"
_REVIEWER, _COUNTER = "kangweidong", "changxiuying"  # of a town: they stand in more lines than others
_QUEUES = {"pre_review": _REVIEWER, "reception": _COUNTER, "processing": _REVIEWER, "results": _COUNTER, "all": _REVIEWER}


async def measure_submitting(product: Product, store: Store) -> list[Figure]:
    """Cases filed/s ÷ the same writes/s of the raw driver, in turns, with the relay running."""
    loads: list[Load] = []
    rates: list[float] = []
    async with collection_like("cases", product.settings, IN_FLIGHT) as raw:
        for turn in range(ROUNDS + 1):  # the first warms both up, and shows what is written
            visitors = await matched(store, CASES)
            drafts = [_draft(visitor) for visitor in visitors]
            await store.cases.insert_missing(drafts)
            before = await _written(product.settings, drafts)
            load = await drive(product.port, [_file(*each) for each in zip(visitors, drafts, strict=True)], IN_FLIGHT)
            load.require(_FILED)
            await settle(store)
            after = await _written(product.settings, drafts)
            rate = await _raw_filings(raw, [_split(*each) for each in zip(before, after, strict=True)])
            if turn:
                loads.append(load)
                rates.append(rate)
    return [
        *ratio("filing a case, 64 in flight", [load.rate for load in loads], rates, least=0.35),
        Figure("filing a case: p99", max(load.p99() for load in loads), "ms"),
    ]


def _draft(visitor: Visitor) -> Case:
    """A complete draft: its form filled, its papers photographed."""
    now = wall_time()
    use = FileUse(material=ids.new_id("material"), version=1, name="照片.jpg", content_type="image/jpeg", size=200_000)
    return Case(
        _id=ids.new_id("case"),
        person=visitor.id,
        person_name=visitor.name,
        item=_ITEM,
        item_name="长寿保健金申领",
        item_version=f"{_ITEM}@2026-01-01",
        department="civil_affairs",
        form=dict(_FORM),
        materials=[CaseMaterial(key=key, name=key, files=[use]) for key in ("resident_card", "account_proof")],
        created_at=now,
        updated_at=now,
    )


def _file(visitor: Visitor, draft: Case) -> bytes:
    return request("POST", f"/api/v1/cases/{draft.id}/submit", token=visitor.token, key=ids.token(), body={"version": 0})


async def _written(settings: Settings, drafts: Sequence[Case]) -> list[Document]:
    """The cases as the database has them, sealed fields and all, by their ids."""
    async with driver(settings, 1) as client:
        return await client[settings.database]["cases"].find({"_id": {"$in": [each.id for each in drafts]}}, sort=[("_id", 1)]).to_list()


async def _raw_filings(raw: AsyncCollection[Document], filings: Sequence[tuple[Document, Document]]) -> float:
    """Filings a second: the drafts as they were, each with two numbers taken and one compare-and-set of what the product changed."""
    await raw.delete_many({})
    await raw.insert_many([draft for draft, _ in filings])
    counters = raw.database["counters"]
    queue = iter(filings)

    async def file_all() -> None:
        for draft, update in queue:
            for name in ("cases", "receipts"):
                await counters.find_one_and_update({"_id": name}, {"$inc": {"value": 1}}, upsert=True)
            where = {"_id": draft["_id"], "state": "draft", "version": 0, "hold.grant": None, "keys": {"$ne": update["$push"]["keys"]}}
            assert await raw.find_one_and_update(where, update, return_document=ReturnDocument.AFTER) is not None

    started = time.perf_counter()
    await asyncio.gather(*(file_all() for _ in range(IN_FLIGHT)))
    return len(filings) / (time.perf_counter() - started)


def _split(before: Document, after: Document) -> tuple[Document, Document]:
    """A draft as it stood, and the update that files it: whatever the product changed of it."""
    event = after["events"][-1]
    pushed = {"events": event, "unrelayed": event["id"], "keys": event["key"]}
    kept = {"version", *pushed}
    changed = {key: value for key, value in after.items() if key not in kept and before.get(key) != value}
    return before, {"$set": changed, "$inc": {"version": 1}, "$push": pushed}


async def measure_queues(product: Product, store: Store) -> list[Figure]:
    """A page of each of a clerk's queues over 10,000 cases and over 1,000,000, by their 99 of 100."""
    tokens = {username: await _logged_in(product, username) for username in (_REVIEWER, _COUNTER)}
    await store.cases.delete({})
    await store.cases.insert_missing(_stock())
    few = await _pages(product, tokens)
    await _multiply(product.settings)
    many = await _pages(product, tokens)
    worst = max(many, key=lambda queue: many[queue] / few[queue])
    return [
        Figure(f"queue page p99, {MANY:,} cases ÷ {FEW:,} ({worst})", many[worst] / few[worst], "×", most=1.5),
        *(Figure(f"queue page p99 over {MANY:,} cases: {queue}", taken, "ms") for queue, taken in many.items()),
    ]


async def _pages(product: Product, tokens: Mapping[str, str]) -> dict[str, float]:
    """Milliseconds 99 of 100 pages of a queue take at most: the median of the rounds."""
    taken: dict[str, list[float]] = {}
    for turn, queue in itertools.product(range(ROUNDS + 1), _QUEUES):
        page = request("GET", f"/api/v1/staff/cases?queue={queue}&limit=20", token=tokens[_QUEUES[queue]])
        load = await drive(product.port, itertools.repeat(page, PAGES), READERS)
        load.require({200})
        if turn:
            taken.setdefault(queue, []).append(load.p99())
    return {queue: statistics.median(each) for queue, each in taken.items()}


async def _logged_in(product: Product, username: str) -> str:
    connection = await Connection.open(product.port)
    try:
        district = DemoDistrict(product.settings.catalogue_dir / "demo")
        password = next(each.password for each in district.staff if each.username == username)
        answer = await connection.send(
            request("POST", "/api/v1/staff/sessions", body={"username": username, "password": password, "bearer": True})
        )
        return str(answer.json["token"])
    finally:
        connection.close()


def _stock() -> list[Case]:
    """10,000 cases of a city: nine of ten are over, the rest waits in every state, as much at the clerk's desk as at others'."""
    return [_standing(number) for number in range(FEW)]


def _standing(number: int) -> Case:
    waiting = number % 10 == 0
    open_states = (CaseState.SUBMITTED, CaseState.PRE_APPROVED, CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.GRANTED)
    group = number // 10
    turn, level = group // 5 % _DEPARTMENTS, (StepLevel.DISTRICT, StepLevel.TOWN)[group // 10 % 2]
    department = _OWN if turn == 0 else f"department_{turn}"
    since = datetime.combine(date(2026, 1, 1), datetime.min.time()) + timedelta(minutes=number)
    at = since.astimezone()
    return Case(
        _id=f"case_{number:08d}",
        number=f"99010120260101{number:08d}",
        person=f"citizen_{number}",
        person_name="压测市民",
        item=_ITEM,
        item_name="长寿保健金申领",
        item_version=f"{_ITEM}@2026-01-01",
        department=department,
        town="qingshi",
        state=open_states[group % 5] if waiting else CaseState.CLOSED,
        form=dict(_FORM),
        desk=Desk(department=department, role="reviewer", level=level.value) if waiting else None,
        steps=[StepRecord(key="review", name="审核", role=Role.REVIEWER, department=department, level=level)],
        queued_at=at if waiting else None,
        created_at=at,
        updated_at=at,
    )


async def _multiply(settings: Settings) -> None:
    """A hundred of each, by the database itself: copied into a collection without indexes, which then gets them and takes the place
    of the old one. The first of each stay as they are."""
    copy = {
        "_id": {"$concat": ["$_id", "_", {"$toString": "$copy"}]},
        "number": {"$concat": ["$number", "_", {"$toString": "$copy"}]},
        "queued_at": {"$cond": [{"$eq": ["$queued_at", None]}, None, {"$add": ["$queued_at", {"$multiply": ["$copy", 1000]}]}]},
    }
    pipeline: list[Document] = [
        {"$set": {"copy": {"$range": [0, MANY // FEW]}}},
        {"$unwind": "$copy"},
        {"$set": copy},
        {"$unset": "copy"},
        {"$out": "cases_many"},
    ]
    async with driver(settings, 1) as client:
        database = client[settings.database]
        await (await database["cases"].aggregate(pipeline)).to_list()
        await database["cases_many"].create_indexes(indexes_of("cases"))
        count = await database["cases_many"].estimated_document_count()
        await database["cases_many"].rename("cases", dropTarget=True)
        await client.admin.command("fsync")  # what was just written is written out, while nobody waits
    if count != MANY:
        raise RuntimeError(f"{count} cases")
