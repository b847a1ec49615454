"""Instant certificates over HTTP against bare typst renders in as many worker processes, and what they do to the event loop.

Every bare render is a sheet with a number and a code of its own, as every certificate is: typst keeps what it made of a
sheet before and would otherwise only hand it out again. Its QR code is made ahead.
"""

import asyncio
import itertools
import re
import time
from collections.abc import Mapping, Sequence
from statistics import mean

from backend import ids
from backend.clock import wall_time
from backend.printing import signing_files, templates_of, warm_up
from backend.printing.calls import Data
from backend.processes import Workers
from backend.store import Store
from bench.booking import settle
from bench.figures import Figure, percentile, ratio
from bench.load import Load, drive, get, request
from bench.pages import bare_page, code_of
from bench.people import Visitor, proven
from bench.servers import Product
from models.certificates import Certificate

_IN_FLIGHT = 8
_PROCESSES = 2
_ROUNDS = 4
_CERTIFICATES = 200  # a round
_RENDERS = 400
_ITEM = "ss-proof"
_BODY = {"item": _ITEM, "form": {"range": "year", "purpose": "loan"}}
_ISSUED = {201}
_BUCKET = re.compile(r'^yici_event_loop_gap_seconds_bucket\{le="([^"]+)"\} (\S+)$', re.MULTILINE)

Buckets = Mapping[float, float]


async def measure(product: Product, store: Store) -> list[Figure]:
    """Certificates/s ÷ renders/s in turns; p99 ÷ mean of the answers; gaps of the server's event loop meanwhile."""
    holders = await _holders(product, store)
    loads: list[Load] = []
    rates: list[float] = []
    gaps: list[Buckets] = []
    workers = Workers(_PROCESSES, warm_up(_templates(product), signing_files(product.settings)))
    await workers.start()
    try:
        certificate = Certificate.of((await store.certificates.find({"item": _ITEM}, limit=1))[0])
        for _ in range(_ROUNDS):
            rates.append(await _renders(workers, product, certificate))
            before = await _gaps(product)
            loads.append(await _issue(product, holders, _CERTIFICATES))
            gaps.append(_between(before, await _gaps(product)))
            await settle(store)
    finally:
        await workers.close()
    latencies = [latency for load in loads for latency in load.latencies]
    return [
        *ratio("instant certificates, 8 in flight", [load.rate for load in loads], rates, least=0.2),
        Figure("certificates: p99 ÷ mean", percentile(latencies, 0.99) / mean(latencies), "×", most=2),
        Figure("certificates: mean", mean(latencies) * 1000, "ms"),
        Figure("certificates: event-loop gap p99", _p99(gaps) * 1000, "ms", most=20),
    ]


async def _holders(product: Product, store: Store) -> list[Visitor]:
    """Demo citizens to whom the rule grants the certificate. Asking them all warms everything up."""
    people = await proven(store, product.settings)
    for _ in range(2):
        await drive(product.port, [_ask(person) for person in people], _IN_FLIGHT)
    granted = {row["person"] for row in await store.certificates.find({"item": _ITEM}, fields=["person"])}
    await settle(store)
    holders = [person for person in people if person.id in granted]
    if len(holders) < _IN_FLIGHT:
        raise RuntimeError(f"{_ITEM} was granted to {len(holders)} of the demo citizens only")
    return holders


async def _issue(product: Product, holders: Sequence[Visitor], count: int) -> Load:
    load = await drive(product.port, [_ask(person) for person in itertools.islice(itertools.cycle(holders), count)], _IN_FLIGHT)
    load.require(_ISSUED)
    return load


def _ask(person: Visitor) -> bytes:
    return request("POST", "/api/v1/certificates", token=person.token, key=ids.token(), body=_BODY)


async def _renders(workers: Workers, product: Product, certificate: Certificate) -> float:
    """Sheets a second of nothing but typst, from the data of a certificate that was issued."""
    sheets = iter([_sheet(product, certificate) for _ in range(_RENDERS)])

    async def render_all() -> None:
        for data in sheets:
            await workers.run(bare_page, _templates(product), certificate.template, data, wall_time())

    started = time.perf_counter()
    await asyncio.gather(*(render_all() for _ in range(_IN_FLIGHT)))
    return _RENDERS / (time.perf_counter() - started)


def _sheet(product: Product, certificate: Certificate) -> Data:
    """The data of one more such certificate."""
    code = ids.short_token(len(certificate.code))
    number = certificate.number[:-7] + ids.digits(6) + certificate.number[-1]
    return {**certificate.data, "code": code, "number": number, "qr": code_of(f"{product.settings.base_url}/verify/{code}")}


def _templates(product: Product) -> str:
    return str(templates_of(product.settings))


async def _gaps(product: Product) -> Buckets:
    """How many gaps were at most so many seconds, since the server began."""
    metrics = (await get(product.port, "/metrics")).body.decode()
    return {float(bound): float(count) for bound, count in _BUCKET.findall(metrics)}


def _between(before: Buckets, after: Buckets) -> Buckets:
    return {bound: count - before[bound] for bound, count in after.items()}


def _p99(rounds: Sequence[Buckets]) -> float:
    """The gap 99 of 100 stay under, between the bounds of the bucket it lies in."""
    counts = {bound: sum(each[bound] for each in rounds) for bound in rounds[0]}
    wanted = 0.99 * counts[float("inf")]
    lower, below = 0.0, 0.0
    for bound, count in sorted(counts.items()):
        if count >= wanted:
            return lower + (bound - lower) * (wanted - below) / (count - below) if bound != float("inf") else lower
        lower, below = bound, count
    raise ValueError("a histogram without an upper bucket")
