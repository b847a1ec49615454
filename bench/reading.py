"""Reading a guide and a week of slots, against a bare Tornado that answers one small JSON object."""

import itertools
from datetime import timedelta

from backend.clock import wall_time
from bench.figures import Figure, ratio
from bench.load import Load, drive, request
from bench.servers import Product

_IN_FLIGHT = 64
_SECONDS = 1.5
_ROUNDS = 4
_OK = {200}


async def measure(product: Product, bare_port: int) -> list[Figure]:
    """Rates in turns: bare, guide, slots, bare, …"""
    monday = wall_time().date() + timedelta(days=1)
    week = f"/api/v1/halls/center/slots?item=ssc-apply&from={monday}&to={monday + timedelta(days=6)}"
    places = {"bare": (bare_port, "/"), "guide": (product.port, "/api/v1/items/ss-proof"), "slots": (product.port, week)}
    rates: dict[str, list[float]] = {name: [] for name in places}
    for turn in range(_ROUNDS + 1):  # the first warms them up
        for name, (port, path) in places.items():
            load = await _read(port, path)
            if turn:
                rates[name].append(load.rate)
    return [
        *ratio("reading a guide", rates["guide"], rates["bare"], least=0.4),
        *ratio("listing a week of slots", rates["slots"], rates["bare"], least=0.2),
    ]


async def _read(port: int, path: str) -> Load:
    load = await drive(port, itertools.repeat(request("GET", path)), _IN_FLIGHT, _SECONDS)
    load.require(_OK)
    return load
