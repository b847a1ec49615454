"""Is it alive, can it serve, how is it doing, and what can be called."""

import os

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from pymongo.errors import PyMongoError

from backend.errors import Unavailable
from handlers.access import PUBLIC, endpoint
from handlers.base import BaseHandler, Raw
from models.base import View


class HealthView(View):
    """`status` is "ok"; `cache` is "down" where rate limits are counted in this process alone."""

    status: str
    database: str = "ok"
    cache: str = "ok"


class HealthHandler(BaseHandler):
    """Liveness: the process answers."""

    @endpoint(access=PUBLIC, reply={200: HealthView}, summary="进程是否活着")
    async def get(self) -> HealthView:
        return HealthView(status="ok")


class ReadyHandler(BaseHandler):
    """Readiness: the database answers. Valkey may be gone: everything works without it, slower."""

    @endpoint(access=PUBLIC, reply={200: HealthView}, summary="能否提供服务")
    async def get(self) -> HealthView:
        try:
            await self.engines.store.ping()
        except (PyMongoError, TimeoutError) as error:
            raise Unavailable("数据库暂时连不上，请稍后再试。") from error
        return HealthView(status="ok", cache="ok" if await self.engines.limits.ping() else "down")


class MetricsHandler(BaseHandler):
    """Prometheus metrics: of all processes that share `PROMETHEUS_MULTIPROC_DIR`, added up; without it, of this one."""

    @endpoint(access=PUBLIC, reply={200: CONTENT_TYPE_LATEST}, summary="运行指标（Prometheus）")
    async def get(self) -> Raw:
        return Raw(exposition())


def exposition() -> bytes:
    """The metrics in Prometheus's form."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    return generate_latest(registry)


ROUTES = [(r"/healthz", HealthHandler), (r"/readyz", ReadyHandler), (r"/metrics", MetricsHandler)]
