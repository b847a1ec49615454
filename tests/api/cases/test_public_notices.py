"""Public notices over HTTP: open to anybody, never kept by a cache."""

from tests.client import Api


async def test_anybody_reads_the_list_and_no_cache_keeps_it(api: Api) -> None:
    answer = await api.get("/api/v1/public-notices?department=civil_affairs")
    assert (answer.status, answer.json) == (200, {"items": [], "next": None})
    assert answer.headers["Cache-Control"] == "no-store"


async def test_what_cannot_be_asked_is_said(api: Api) -> None:
    assert (await api.get("/api/v1/public-notices?name=王桂芳")).status == 422
    assert (await api.get("/api/v1/public-notices?limit=1000")).status == 422
