"""Steps that tests over HTTP share: people log in, prove who they are, let each other act, book, draft, get certificates."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from pyotp.totp import TOTP

from tests.people_edge import PASSWORD, Edge
from tests.sandbox_control import SandboxProcess
from tests.world import World

ARCHIVE: dict[str, Any] = {"item": "archive-proof", "form": {"purpose": "work"}}
TUESDAY_NINE = "2026-11-24T09:00:00+08:00"
WEDNESDAY_NINE = "2026-11-25T09:00:00+08:00"
CARD_VISIT: dict[str, Any] = {"items": ["ssc-apply"], "hall": "center", "start": WEDNESDAY_NINE}  # confirmed at once
LONGEVITY_VISIT: dict[str, Any] = {"items": ["longevity"], "hall": "luoxi", "start": WEDNESDAY_NINE}  # staff confirm


@dataclass(frozen=True)
class Granted:
    """A grant that holds: tokens of both sides, and its id."""

    principal: str
    agent: str
    id: str


class Town(Edge):
    """The demo district on the whole product: an HTTP client that can be anybody."""

    def __init__(self, world: World, sandbox: SandboxProcess) -> None:
        super().__init__(world.api.url, world.api._session, sandbox, SimpleNamespace())
        self.world = world

    async def head(self, username: str) -> str:
        """A token of a member of staff with a sensitive role: password and one-time password."""
        secret = next(each.totp_secret for each in self.district.staff if each.username == username)
        body = {"username": username, "password": PASSWORD, "otp": TOTP(str(secret)).now(), "bearer": True}
        answer = await self.post("/api/v1/staff/sessions", body, key="")
        assert answer.status == 201, answer.text
        return answer.json["token"]

    async def granted(self, principal: str, agent: str, *items: str, **terms: Any) -> Granted:
        """`principal` names `agent`, who agrees; both have proven who they are."""
        giver, taker = await self.proven(principal), await self.proven(agent)
        body = {"agent": self.document(agent), "items": list(items), "until": "2026-12-31", **terms}
        offer = await self.made("/api/v1/grants", body, giver)
        accepted = await self.post(f"/api/v1/grants/{offer['id']}/accept", {}, token=taker)
        assert accepted.status == 200, accepted.text
        return Granted(giver, taker, offer["id"])

    async def made(self, path: str, body: dict[str, Any], token: str, acting: str = "") -> Any:
        """What a POST that makes something answers."""
        answer = await self.post(path, body, token=token, acting=acting)
        assert answer.status == 201, answer.text
        return answer.json

    async def booked(self, token: str, visit: dict[str, Any] = CARD_VISIT, acting: str = "") -> Any:
        """A new appointment."""
        return await self.made("/api/v1/appointments", visit, token, acting)

    async def certified(self, token: str, wish: dict[str, Any] = ARCHIVE, acting: str = "") -> Any:
        """A new certificate."""
        return await self.made("/api/v1/certificates", wish, token, acting)

    async def inbox(self, token: str) -> list[Any]:
        """Everything that has arrived for somebody, newest first."""
        await self.world.settle()
        answer = await self.get("/api/v1/notices", token=token)
        assert answer.status == 200, answer.text
        return answer.json["items"]

    async def told(self, token: str) -> list[str]:
        """The templates of what has arrived, newest first."""
        return [each["template"] for each in await self.inbox(token)]

    async def dies(self, code: str, on: str = "2026-11-22") -> None:
        """Somebody dies, the register learns of it, and the product asks the register."""
        await self.sandbox.death(code, on)
        self.world.clock.forward(days=2)
        await self.world.product.engines.people.recheck()
        await self.world.settle()
