"""A kiosk of the demo district over HTTP: its cookies, its reader, who puts a card on it."""

from typing import Any

from tests.client import Answer
from tests.factories import Town

CREDENTIAL = "demo-kiosk-center-1"
READER = "R-CENTER-1"


class Device:
    """One registered device; `session` is the cookie of whoever stands before it."""

    def __init__(self, town: Town, credential: str = CREDENTIAL, reader: str = READER) -> None:
        self.town = town
        self.credential = credential
        self.reader = reader
        self.session = ""

    async def send(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """A request as the kiosk's page makes it."""
        cookies = f"yici_kiosk={self.credential}; yici_kiosk_session={self.session}"
        own = {"Yici-Client": "kiosk", "Cookie": cookies, "Origin": self.town.url}
        return await self.town.send(method, path, body, headers={**own, **headers})

    async def get(self, path: str, **query: str) -> Answer:
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        return await self.send("GET", f"{path}?{asked}" if asked else path)

    async def post(self, path: str, body: Any = None) -> Answer:
        return await self.send("POST", path, body)

    async def reading(self, code: str, **card: Any) -> dict[str, Any]:
        """What the reader signs for that person's card."""
        asked = await self.post("/api/v1/kiosk/readings")
        assert asked.status == 201, asked.text
        wish = {"card": code, "nonce": asked.json["nonce"], "reader": self.reader, **card}
        return await self.town.sandbox.call("POST", "reader/read", wish)

    async def shown(self, reading: dict[str, Any]) -> Answer:
        """The reading is sent; a session that comes of it is kept."""
        answer = await self.post("/api/v1/kiosk/sessions", {"reading": reading})
        if answer.status == 201:
            self.session = answer.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
        return answer

    async def enter(self, code: str, **card: Any) -> Answer:
        """Somebody puts their card on the reader."""
        return await self.shown(await self.reading(code, **card))

    async def prove(self, code: str) -> Answer:
        """The code by SMS."""
        sent = await self.post("/api/v1/kiosk/codes")
        assert sent.status == 202, sent.text
        phone = str(self.town.citizen(code).phone)
        return await self.post("/api/v1/kiosk/proofs", {"sms_code": await self.town.sandbox.sms_code(phone)})
