"""Citizens who all do something at once, and who do not mind when the server dies under them: each request that got no
answer, or a 503, is sent again with the same key once the server is back."""

import asyncio
import itertools
import random
import uuid
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.client import Answer, Api

_PAUSE = 0.1  # seconds before somebody who was told "later" tries again
_PATIENCE = 40.0  # seconds they try
_IN_CHINESE = range(0x4E00, 0xA000)


@dataclass
class Weather:
    """Whether the server is up, and what everybody met: shared by the storms of one test."""

    api: Api
    random: random.Random
    up: asyncio.Event = field(default_factory=asyncio.Event)
    ending: bool = False
    answered: int = 0
    cut: dict[str, int] = field(default_factory=dict[str, int])  # storm → requests that got no answer
    put_off: list[Answer] = field(default_factory=list[Answer])  # 503s
    kept: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])  # collection and id of what was acknowledged
    replays: list[tuple[str, Any, str, str, str]] = field(default_factory=list[tuple[str, Any, str, str, str]])
    faults: list[str] = field(default_factory=list[str])

    def complaints(self) -> list[str]:
        """What was wrong with what people were told, in words."""
        unclear = [answer.text for answer in self.put_off if not is_clear(answer)]
        return [*self.faults, *(f"put off without a clear problem: {text}" for text in unclear)]


def is_clear(answer: Answer) -> bool:
    """Whether an answer that is none tells people in Chinese what is the matter."""
    if not answer.headers.get("Content-Type", "").startswith("application/problem+json"):
        return False
    return all(any(ord(letter) in _IN_CHINESE for letter in answer.json[member]) for member in ("title", "detail"))


class Storm(ABC):
    """Many journeys of one kind, `at_once` at a time."""

    name = ""
    at_once = 4

    def __init__(self, weather: Weather) -> None:
        self.weather = weather
        self.in_flight = 0

    async def run(self) -> None:
        """Journey after journey until the weather ends or there is nobody left."""
        journeys = self.journeys()
        await asyncio.gather(*(self._one_after_another(journeys) for _ in range(self.at_once)))

    @abstractmethod
    def journeys(self) -> Iterator[Any]:
        """What each journey is about."""

    @abstractmethod
    async def travel(self, about: Any) -> None:
        """One journey."""

    async def post(self, path: str, body: Any, token: str, *, acting: str = "", made: str = "") -> Answer:
        """A POST with a key of its own until it is answered. `made`: the collection whose document the answer names."""
        key = uuid.uuid4().hex
        answer = await self.send("POST", path, body, token, acting=acting, key=key)
        if answer.status < 300 and made:
            self.weather.kept.append((made, answer.json["id"]))
            self.weather.replays.append((path, body, token, acting, key))
        return answer

    async def send(self, method: str, path: str, body: Any, token: str, *, acting: str = "", key: str = "") -> Answer:
        """A request until it is answered."""
        async with asyncio.timeout(_PATIENCE):
            while True:
                await self.weather.up.wait()
                answer = await self._try(method, path, body, token, acting, key)
                if answer is not None:
                    return answer
                await asyncio.sleep(_PAUSE)

    def expect(self, condition: bool, words: str) -> None:
        """Notes a fault."""
        if not condition:
            self.weather.faults.append(f"{self.name}: {words}")

    async def _one_after_another(self, journeys: Iterator[Any]) -> None:
        while not self.weather.ending:
            about = next(journeys, None)
            if about is None:
                return
            await self.travel(about)

    async def _try(self, method: str, path: str, body: Any, token: str, acting: str, key: str) -> Answer | None:
        self.in_flight += 1
        try:
            answer = await self.weather.api.send(method, path, body, token=token, acting=acting, key=key)
        except (aiohttp.ClientError, OSError):
            self.weather.cut[self.name] = self.weather.cut.get(self.name, 0) + 1
            return None
        finally:
            self.in_flight -= 1
        if answer.status == 503:
            self.weather.put_off.append(answer)
            return None
        self.expect(answer.status < 500, f"{method} {path}: {answer.status} {answer.text}")
        self.weather.answered += 1
        return answer


class Bookings(Storm):
    """Many people want the few places of a few slots; some move, some give up theirs."""

    name = "bookings"
    at_once = 12

    def __init__(self, weather: Weather, tokens: list[str], starts: list[str]) -> None:
        super().__init__(weather)
        self.tokens, self.starts = tokens, starts

    def journeys(self) -> Iterator[tuple[int, str]]:
        """Everybody in turn, again and again: who holds a place already is told so."""
        return itertools.cycle(enumerate(self.tokens))

    async def travel(self, about: tuple[int, str]) -> None:
        """Claims, and one in three moves, one in four cancels."""
        number, token = about
        here, there = self.weather.random.sample(self.starts, 2)
        claimed = await self.post("/api/v1/appointments", {"items": ["ssc-apply"], "hall": "center", "start": here}, token, made="places")
        self.expect(claimed.status in (201, 409), claimed.text)
        if claimed.status != 201:
            return
        place = claimed.json
        if number % 3 == 0:
            path = f"/api/v1/appointments/{place['id']}/reschedule"
            moved = await self.post(path, {"version": place["version"], "start": there}, token, made="places")
            self.expect(moved.status in (200, 409), moved.text)
        elif number % 4 == 0:
            path = f"/api/v1/appointments/{place['id']}/cancel"
            cancelled = await self.post(path, {"version": place["version"]}, token, made="places")
            self.expect(cancelled.status == 200, cancelled.text)


class Applications(Storm):
    """Drafts begun, filled in and filed."""

    name = "cases"
    at_once = 3

    def __init__(self, weather: Weather, token: str, form: dict[str, Any]) -> None:
        super().__init__(weather)
        self.token, self.form = token, form
        self._one_open = asyncio.Lock()  # drafts may be several; of one item a person has one application under way

    def journeys(self) -> Iterator[int]:
        """As many as there is time for."""
        return iter(range(10_000))

    async def travel(self, about: int) -> None:
        """A draft, saved, then filed formally; withdrawn to make room for the next."""
        draft = await self.post("/api/v1/cases", {"item": "longevity"}, self.token, made="cases")
        self.expect(draft.status == 201, draft.text)
        case = await self._saved(draft.json)
        while self._one_open.locked():
            case = await self._saved(case)  # nobody waits idle: a kill has to meet several at work
        async with self._one_open:
            await self._filed_and_withdrawn(case)

    async def _filed_and_withdrawn(self, case: dict[str, Any]) -> None:
        path = f"/api/v1/cases/{case['id']}"
        filed = await self.post(f"{path}/submit", {"version": case["version"]}, self.token, made="cases")
        self.expect(filed.status == 200, filed.text)
        if filed.status != 200:
            return
        self.expect(filed.json.get("receipt") is not None, f"filed without a receipt: {filed.text}")
        withdrawn = await self.post(f"{path}/withdraw", {"version": filed.json["version"]}, self.token, made="cases")
        self.expect(withdrawn.status == 200, withdrawn.text)

    async def _saved(self, case: dict[str, Any]) -> dict[str, Any]:
        """Saving needs no key: a page that turns out to be old was saved by the request that got no answer."""
        path = f"/api/v1/cases/{case['id']}"
        licences = {key: {"licence": True} for key in ("resident_card", "account_proof")}
        saved = await self.send("PUT", path, {"version": case["version"], "form": self.form, "materials": licences}, self.token)
        self.expect(saved.status in (200, 409), saved.text)
        return saved.json if saved.status == 200 else (await self.send("GET", path, None, self.token)).json


class Certificates(Storm):
    """Instant certificates, one after another."""

    name = "certificates"
    at_once = 3

    def __init__(self, weather: Weather, tokens: list[str]) -> None:
        super().__init__(weather)
        self.tokens = tokens

    def journeys(self) -> Iterator[str]:
        """Everybody in turn, as often as there is time for."""
        return (self.tokens[number % len(self.tokens)] for number in range(10_000))

    async def travel(self, about: str) -> None:
        """One certificate."""
        issued = await self.post("/api/v1/certificates", {"item": "archive-proof", "form": {"purpose": "work"}}, about, made="certificates")
        self.expect(issued.status == 201, issued.text)


class Revocations(Storm):
    """Grants that are revoked while their agent is at work."""

    name = "grants"
    at_once = 2

    def __init__(self, weather: Weather, principal: str, agents: list[tuple[str, dict[str, Any]]]) -> None:
        """`agents`: token and document of each."""
        super().__init__(weather)
        self.principal, self.agents = principal, agents

    def journeys(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """The agents in turn; offers are limited to thirty an hour."""
        return (self.agents[number % len(self.agents)] for number in range(6))

    async def travel(self, about: tuple[str, dict[str, Any]]) -> None:
        """Granted, used, revoked in the middle of it; the principal throws the frozen draft away."""
        agent, document = about
        body = {"items": ["longevity"], "until": "2026-12-31", "agent": document}
        offer = await self.post("/api/v1/grants", body, self.principal, made="grants")
        self.expect(offer.status == 201, offer.text)
        grant = offer.json["id"]
        accepted = await self.post(f"/api/v1/grants/{grant}/accept", {}, agent, made="grants")
        self.expect(accepted.status == 200, accepted.text)
        draft = await self.post("/api/v1/cases", {"item": "longevity"}, agent, acting=grant, made="cases")
        self.expect(draft.status == 201, draft.text)
        path = f"/api/v1/cases/{draft.json['id']}"
        working = asyncio.create_task(self._work(path, agent, grant))
        await asyncio.sleep(self.weather.random.uniform(0.05, 0.3))
        revoked = await self.post(f"/api/v1/grants/{grant}/revoke", {}, self.principal, made="grants")
        self.expect(revoked.status == 200, revoked.text)
        late = await self.send("PUT", path, {"version": 0, "form": {}}, agent, acting=grant)
        self.expect(late.status == 403, f"after the revocation: {late.status} {late.text}")
        await working
        await self._thrown_away(path)

    async def _work(self, path: str, agent: str, grant: str) -> None:
        """Saves the draft again and again until the grant does not allow it any more."""
        while True:
            seen = await self.send("GET", path, None, agent, acting=grant)
            if seen.status == 403:
                return
            body = {"version": seen.json["version"], "form": {"living": "same"}}
            saved = await self.send("PUT", path, body, agent, acting=grant)
            if saved.status == 403:
                return
            self.expect(saved.status in (200, 409), saved.text)

    async def _thrown_away(self, path: str) -> None:
        """Freezing comes a moment after the revocation and may make the page old."""
        answer = None
        while answer is None or answer.status == 409:
            seen = await self.send("GET", path, None, self.principal)
            answer = await self.post(f"{path}/withdraw", {"version": seen.json["version"]}, self.principal, made="cases")
        self.expect(answer.status == 200, answer.text)


async def replayed(weather: Weather, most: int = 30) -> list[str]:
    """Sends some of the answered requests again, with their keys. Gives what was answered differently, in words."""
    sample = weather.random.sample(weather.replays, min(most, len(weather.replays)))
    known = {identifier for _, identifier in weather.kept}
    faults: list[str] = []
    for path, body, token, acting, key in sample:
        again = await weather.api.post(path, body, token=token, acting=acting, key=key)
        under_an_ended_grant = acting and again.status == 403
        if not under_an_ended_grant and (again.status >= 300 or again.json["id"] not in known):
            faults.append(f"the same request again: {path} {again.status} {again.text}")
    return faults
