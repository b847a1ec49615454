"""An HTTP client for tests: speaks to a running server as a citizen, as staff, as anybody."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp

from backend.limits import Limit


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


class Api:
    """Requests to one server. `token`: a session's bearer token; `acting`: a grant's id; `key`: an idempotency key (one is made)."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self._session = session

    async def get(self, path: str, *, token: str = "", acting: str = "", headers: dict[str, str] | None = None, **query: Any) -> Answer:
        """GET with `query` as parameters."""
        return await self.send("GET", path, token=token, acting=acting, headers=headers, query=query)

    async def post(
        self,
        path: str,
        body: Any = None,
        *,
        token: str = "",
        acting: str = "",
        key: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """POST of JSON, or of bytes as they are."""
        return await self.send("POST", path, body, token=token, acting=acting, key=key, headers=headers)

    async def put(self, path: str, body: Any = None, *, token: str = "", acting: str = "", headers: dict[str, str] | None = None) -> Answer:
        """PUT of JSON."""
        return await self.send("PUT", path, body, token=token, acting=acting, headers=headers)

    async def delete(self, path: str, *, token: str = "", acting: str = "") -> Answer:
        """DELETE."""
        return await self.send("DELETE", path, token=token, acting=acting)

    async def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        token: str = "",
        acting: str = "",
        key: str | None = None,
        headers: dict[str, str] | None = None,
        query: dict[str, Any] | None = None,
    ) -> Answer:
        """Any request. A POST gets a fresh idempotency key unless `key` gives one; `key=""` sends none."""
        sent = dict(headers or {})
        if token:
            sent["Authorization"] = f"Bearer {token}"
        if acting:
            sent["Acting-Grant"] = acting
        if method == "POST" and key != "":
            sent.setdefault("Idempotency-Key", key or uuid.uuid4().hex)
        data = body if isinstance(body, bytes) else json.dumps(body if body is not None else {}, default=str).encode()
        if method in ("GET", "DELETE"):
            data = None
        elif not isinstance(body, bytes):
            sent.setdefault("Content-Type", "application/json")
        parameters = {name: str(value) for name, value in (query or {}).items() if value is not None}
        async with self._session.request(method, self.url + path, data=data, headers=sent, params=parameters) as answer:
            return Answer(answer.status, answer.headers, await answer.read())


class NoLimits:
    """In place of `backend.limits.Limits` where a test is about something else."""

    async def check(self, limit: Limit, who: str) -> None:
        """Lets everybody pass."""
