"""The whole product in this process, on real servers, with an HTTP client; put back to its first morning for each test."""

from dataclasses import dataclass
from typing import Any

import aiohttp
import tornado.httpserver
import tornado.netutil

from backend.clock import SetClock
from backend.store import Collection, Store
from composition import Product, build
from handlers.bodies import MAX_BODY
from handlers.routes import App
from models.settings import Settings
from tests.client import Api
from tests.emptying import Written
from tests.sandbox_control import SandboxProcess

_SEEDED = ("staff", "authorisations", "halls", "kiosks", "places", "booked_days")


@dataclass
class World:
    """One product and one server for all tests of a worker."""

    product: Product
    api: Api
    clock: SetClock
    store: Store
    sandbox: SandboxProcess
    _server: tornado.httpserver.HTTPServer
    _http: aiohttp.ClientSession
    _seed: dict[str, list[dict[str, Any]]]
    _written: Written

    @classmethod
    async def open(cls, settings: Settings, clock: SetClock, store: Store, sandbox: SandboxProcess) -> "World":
        """Builds and seeds the product over an empty store, and listens on a free port."""
        sockets = tornado.netutil.bind_sockets(0, "127.0.0.1")
        port = sockets[0].getsockname()[1]  # the bank is told where it tells us of payments
        product = build(settings.model_copy(update={"port": port}), clock, store)
        await product.start()
        server = tornado.httpserver.HTTPServer(App(product.engines), max_body_size=MAX_BODY, max_buffer_size=2 * MAX_BODY)
        server.add_sockets(sockets)
        http = aiohttp.ClientSession()
        seed = {name: await store.collection(name).find({}) for name in _SEEDED}
        api = Api(f"http://127.0.0.1:{port}", http)
        return cls(product, api, clock, store, sandbox, server, http, seed, Written(settings.mongodb_uri, store.database))

    async def settle(self) -> None:
        """Relays and delivers everything that waits."""
        await self.product.settle()

    async def reset(self) -> None:
        """Nothing that was done is left; staff, halls and places are as they were seeded."""
        touched = await self._written.since()
        for collection in self.store.collections():
            if collection.name not in touched:
                continue
            if collection.name == "places":
                await self._restore_places(collection)
                continue
            await collection.delete({})
            await collection.insert_missing(self._seed.get(collection.name, []))
        await self._written.look()
        await self.product.engines.calendars.refresh()
        await self.product.engines.published.refresh()
        self.product.engines.booking.forget()
        self.product.engines.sessions.presences.forget()
        await self.product.engines.limits._redis.flushdb()  # how often this address logged in

    async def close(self) -> None:
        """Ends the server and the product; the store stays open for its own fixture."""
        self._server.stop()
        await self.product.engines.live.close()
        await self._server.close_all_connections()
        await self._http.close()
        await self.product.jobs.stop()
        await self.product.workers.close()
        await self.product.clients.close()
        await self.product.engines.limits.close()
        await self._written.close()

    async def _restore_places(self, places: Collection) -> None:
        """Thousands of places are seeded and a test touches a few: only those are put back."""
        touched = {"$or": [{"version": {"$ne": 0}}, {"generation": {"$ne": 0}}, {"state": {"$ne": "free"}}]}
        await places.delete(touched)
        if await places.count({}) != len(self._seed["places"]):
            left = {row["_id"] for row in await places.find({}, fields=["_id"])}
            await places.insert_missing(row for row in self._seed["places"] if row["_id"] not in left)
