"""A browser in which somebody answers what is asked of them: its cookie, and how digits from the phone let them in."""

from typing import Any

from tests.client import Answer
from tests.factories import Town


class Seat:
    """One browser; `session` is its cookie."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.session = ""

    async def send(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """A request as the page makes it."""
        own = {"Yici-Client": "web", "Cookie": f"yici_web={self.session}", "Origin": self.town.url}
        return await self.town.send(method, path, body, headers={**own, **headers})

    async def get(self, path: str, **headers: str) -> Answer:
        return await self.send("GET", path, **headers)

    async def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        return await self.send("POST", path, body, **headers)

    async def typed(self, code: str) -> Answer:
        """Digits are typed in; a session that comes of them is kept."""
        answer = await self.post("/api/v1/web/sessions", {"code": code})
        if answer.status == 201:
            self.session = answer.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
        return answer

    async def enter(self, token: str) -> Answer:
        """Whoever has that phone takes digits there and types them here."""
        return await self.typed(await digits(self.town, token))


async def digits(town: Town, token: str) -> str:
    """What the phone shows."""
    offered = await town.post("/api/v1/web/codes", {}, token=token, key="")
    assert offered.status == 201, offered.text
    return offered.json["code"]
