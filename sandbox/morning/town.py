"""The running town as its demo people reach it: over HTTP alone, each with their own log-in. Nothing is written into the database."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from pyotp.totp import TOTP

from backend.workdays import WorkCalendar
from sandbox.morning.hands import Hands
from sandbox.morning.paper import brighter, sheet

ROOT = Path(__file__).parents[2]
_DEMO = ROOT / "catalogue" / "demo"
_PHOTO = ROOT / "docs" / "flows" / "files" / "photo-uniform.jpg"
_DAYS = 8  # how far ahead a place is looked for
_STEP = 30  # seconds a one-time password holds
_PATIENCE = 20.0  # seconds until the worker has told a case what happened beside it
Json = dict[str, Any]


class NotToday(Exception):
    """What a matter needs is not there now: a place, or the server's yes. The other matters go on."""


class _Unproven(NotToday):
    """The session or the proof of who it is has ended, as where the clock was moved on."""


def fetched(method: str, url: str, data: bytes | None = None, headers: Mapping[str, str] | None = None) -> Json:
    """The answer as JSON. Raises `NotToday` with the words of a refusal."""
    sent = urllib.request.Request(url, data=data, headers=dict(headers or {}), method=method)  # noqa: S310 - our own server
    try:
        with urllib.request.urlopen(sent, timeout=60) as answer:  # noqa: S310
            return json.loads(answer.read() or b"{}")
    except urllib.error.HTTPError as error:
        with error:
            said = error.read().decode()
            told = _Unproven if error.code == 401 or "/problems/proof_needed" in said else NotToday
            raise told(f"{urllib.parse.urlsplit(url).path} {error.code} {said[:400]}") from None
    except (urllib.error.URLError, TimeoutError):
        raise NotToday(f"{url.partition('?')[0]} 没有应答：服务还没有起来，或者太忙。请等 make run 说「已启动」，再运行一次") from None


@dataclass
class Town:
    """The running server, its sandbox, and who is logged in."""

    server: str
    sandbox: str
    citizens: dict[str, Json]
    staff: dict[str, Json]
    calendar: WorkCalendar
    hands: Hands
    tokens: dict[str, str] = field(default_factory=dict[str, str])
    codes: dict[str, int] = field(default_factory=dict[str, int])  # of whom which one-time password was used last

    def answers(self) -> None:
        """Raises `NotToday` where server or sandbox does not answer, so that nobody reads the same of every matter."""
        for url in (f"{self.server}/healthz", f"{self.sandbox}/clock"):
            fetched("GET", url)

    def ask(self, method: str, path: str, body: Json | bytes | None = None, token: str = "", acting: str = "", attested: str = "") -> Json:
        """The answer as JSON. Raises `NotToday` with the words of a refusal."""
        url = path if path.startswith("http") else self.server + path
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        headers = {"Idempotency-Key": uuid.uuid4().hex} if method == "POST" else {}
        if data is not None:
            headers["Content-Type"] = _kind_of(body) if isinstance(body, bytes) else "application/json"
        headers |= {"Authorization": f"Bearer {token}"} if token else {}
        headers |= {"Acting-Grant": acting} if acting else {}
        headers |= {"Attested-Person": attested} if attested else {}
        return fetched(method, url, data, headers)

    def do(self, who: str, method: str, path: str, body: Json | bytes | None = None, acting: str = "") -> Json:
        """As `ask`, by a citizen or a member of staff: `path` begins after `/api/v1/`, and for staff after `/api/v1/staff/`."""
        url = f"/api/v1/{'staff/' if who in self.staff else ''}{path}"
        try:
            return self.ask(method, url, body, self.token(who), acting)
        except _Unproven:
            self.tokens.pop(who, None)
            return self.ask(method, url, body, self.token(who), acting)

    def at(self, when: datetime | None) -> None:
        """From now on it is `when`, None: the machine's own time. Citizens prove anew that it is them: their proof was of another day."""
        self.hands.set(when)
        self.tokens = {who: token for who, token in self.tokens.items() if who in self.staff}

    def token(self, who: str) -> str:
        """Whoever it is, logged in."""
        return self.clerk(who) if who in self.staff else self.citizen(who)

    def citizen(self, code: str) -> str:
        """A token of level 2 of a demo citizen, who fills in who they are where nobody knows it yet."""
        if code in self.tokens:
            return self.tokens[code]
        person = self.citizens[code]
        token = str(self.ask("POST", "/api/v1/sessions", {"code": f"demo:{code}"})["token"])
        if self.ask("GET", "/api/v1/me", token=token)["level"] == 0:
            self._bind(token, person)
        self.ask("POST", "/api/v1/me/identity/proofs", {"method": "network_identity", "token": f"demo:{code}"}, token)
        self.tokens[code] = token
        return token

    def _bind(self, token: str, person: Json) -> None:
        self.ask("POST", "/api/v1/sms-codes", {"phone": person["phone"]}, token)
        texts = self.ask("GET", f"{self.sandbox}/sms/messages?phone={person['phone']}")["messages"]
        code = next(found for text in reversed(texts) for found in _codes(text["text"]))
        document = {name: person[name] for name in ("document_type", "id_number", "name", "phone")}
        self.ask("PUT", "/api/v1/me/identity", {**document, "sms_code": code}, token)

    def clerk(self, username: str) -> str:
        """A token of a member of staff. A one-time password serves once, so each log-in of theirs takes a later one."""
        if username in self.tokens:
            return self.tokens[username]
        person = self.staff[username]
        body: Json = {"username": username, "password": person["password"], "bearer": True}
        if not (secret := person.get("totp_secret")):
            self.tokens[username] = str(self.ask("POST", "/api/v1/staff/sessions", body)["token"])
            return self.tokens[username]
        while True:
            now = int(time.time()) // _STEP
            step = max(now, self.codes.get(username, 0) + 1)
            if step > now + 1:  # the server takes the next one as well
                time.sleep(1)
                continue
            self.codes[username] = step
            try:
                self.tokens[username] = str(
                    self.ask("POST", "/api/v1/staff/sessions", body | {"otp": TOTP(secret).at(step * _STEP)})["token"]
                )
                return self.tokens[username]
            except NotToday as error:
                if "已经用过" not in str(error):
                    raise

    def person(self, code: str) -> Json:
        """Somebody's document, as forms and counters take it."""
        return {name: self.citizens[code][name] for name in ("document_type", "id_number", "name")}

    def named(self, code: str, **more: Any) -> Json:
        """Somebody's name and number, as a form names another person."""
        return {name: self.citizens[code][name] for name in ("name", "id_number")} | more

    def has(self, code: str, item: str, acting: str = "") -> bool:
        """Whether somebody has such a matter already, of whatever state."""
        return any(each["item"] == item for each in self.do(code, "GET", "cases", acting=acting)["items"])

    def grants_of(self, code: str) -> list[str]:
        """The grants somebody acts under."""
        return [str(each["id"]) for each in self.do(code, "GET", "grants")["items"] if each["state"] == "active" and each["you"] == "agent"]

    def upload(self, code: str, item: str, words: str = "", acting: str = "") -> str:
        """A photographed sheet with these words on it, else the photograph of a person; its id."""
        content = self.sheet(words) if words else _PHOTO.read_bytes()
        return self.sent(code, item, content, acting)

    def brighter(self, code: str, item: str) -> str:
        """The same person, photographed again in better light."""
        return self.sent(code, item, brighter(_PHOTO.read_bytes()))

    def sent(self, code: str, item: str, content: bytes, acting: str = "") -> str:
        """An upload of somebody's; its id."""
        return str(self.do(code, "POST", f"materials{f'?item={item}' if item else ''}", content, acting)["id"])

    def sheet(self, words: str) -> bytes:
        """A photographed sheet of paper; what surveyors draw is a PDF."""
        return sheet(words, "PDF" if "报告" in words else "JPEG")

    def case(self, code: str, item: str, form: Json, *licences: str, photo: str = "") -> Json | None:
        """A draft of a citizen's with the licences the government holds; None where they have such a matter already."""
        if self.has(code, item):
            return None
        materials: Json = {name: {"licence": True} for name in licences}
        if photo:
            materials[photo] = {"files": [self.upload(code, item)]}
        return self.do(code, "POST", "cases", {"item": item, "form": form, "materials": materials})

    def filed(
        self,
        code: str,
        item: str,
        form: Json,
        *licences: str,
        action: str = "submit",
        acting: str = "",
        without: tuple[str, ...] = (),
        **more: Any,
    ) -> Json:
        """An application handed in with every paper it needs: by licence where one is named, else photographed.

        `without`: papers that are not handed in. `more`: what else the draft says, such as its district.
        """
        draft = self.do(code, "POST", "cases", {"item": item, "form": form, **more}, acting)
        chosen: Json = {}
        for each in draft["materials"]:
            if each["key"] in licences:
                chosen[each["key"]] = {"licence": True}
            elif each["key"] not in without and each["need"]["code"] != "optional" and not each["exempt"]:
                chosen[each["key"]] = {"files": [self.upload(code, item, each["name"], acting)]}
        saved = self.do(code, "PUT", f"cases/{draft['id']}", {"version": draft["version"], "materials": chosen}, acting)
        return self.act(code, saved, action, acting=acting) if action else saved

    def act(self, who: str, case: Json, action: str, /, acting: str = "", **body: Any) -> Json:
        """Takes an act on a case as it is now: a citizen's by their code, staff's by their user name."""
        path = f"cases/{case['id']}"
        seen = self.do(who, "GET", path, acting=acting)
        if action == "grant" and seen.get("to_fill") and "fills" not in body:
            body = {"fills": {each["field"]["key"]: each["proposed"] for each in seen["to_fill"]}, **body}
        return self.do(who, "POST", f"{path}/{action}", {"version": seen["version"], **body}, acting)

    def accepted(self, clerk: str, case: Json) -> Json:
        """Taken, looked at and accepted; whoever has to come stands there."""
        seen = self.do(clerk, "GET", f"cases/{case['id']}")
        brought = [{"material": each["key"], "outcome": "same"} for each in seen["materials"] if each["bring_original"] and each["files"]]
        if brought or any(each["kind"]["code"] == "visit" and each["open"] for each in seen["obligations"]):
            self.act(clerk, case, "check-originals", originals=brought)
        seen = self.act(clerk, case, "claim")
        keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
        if keys:
            self.act(clerk, case, "pass-material", materials=keys)
        return self.act(clerk, case, "accept")

    def stepped(self, case: Json, *steps: tuple[str, str, str], **body: Any) -> None:
        """Steps in their order: who, which, what they found."""
        for who, step, finding in steps:
            self.act(who, case, "complete-step", step=step, finding=finding, **body)

    def signed(self, code: str) -> None:
        """Somebody signs everything that is asked of them, as they see it."""
        for row in self.do(code, "GET", "obligations?open=true")["items"]:
            if row["kind"]["code"] == "signature":
                page = self.do(code, "GET", f"obligations/{row['id']}")
                self.do(code, "POST", f"obligations/{row['id']}/sign", {"digest": page["digest"]})

    def granted(self, principal: str, agent: str, *items: str, **terms: Any) -> str:
        """`principal` names `agent`, who agrees; the grant's id. The one there is already counts."""
        for each in self.do(agent, "GET", "grants")["items"]:
            if each["state"] == "active" and each["you"] == "agent" and set(items) <= {item["code"] for item in each["items"]}:
                return str(each["id"])
        body = {"agent": self.person(agent), "items": list(items), "until": self.day(180), **terms}
        offer = self.do(principal, "POST", "grants", body)
        self.do(agent, "POST", f"grants/{offer['id']}/accept", {})
        return str(offer["id"])

    def part(self, case: Json, key: str) -> Json:
        """One department's share of a bundle, as whoever sees the whole sees it."""
        return {"id": next(each["case"] for each in case["parts"] if each["key"] == key)}

    def until(self, attempt: Callable[[], object]) -> None:
        """Tries until the worker has told what happened beside it. Raises the last `NotToday` where it takes too long."""
        last = time.monotonic() + _PATIENCE
        while True:
            try:
                attempt()
                return
            except NotToday:
                if time.monotonic() > last:
                    raise
                time.sleep(0.3)

    def day(self, after: int = 0) -> str:
        """Today by the server's clock, or so many days after."""
        return str(self.hands.now().date() + timedelta(days=after))

    def workday(self, after: int = 0) -> str:
        """The first day on which offices work: today, or so many days after."""
        return str(self.calendar.next_workday(self.hands.now().date() + timedelta(days=after)))

    def free(self, hall: str, item: str) -> list[str]:
        """Beginnings of the free places of the next days, the nearest first."""
        found = self.ask("GET", f"/api/v1/halls/{hall}/slots?item={item}&from={self.day()}&to={self.day(_DAYS)}")["items"]
        return [each["start"] for each in found if each["free"]]

    def booked(self, code: str, hall: str, item: str, days: int = 0, **more: str) -> Json:
        """The first free time from so many days ahead: what is near is confirmed by itself at once. Raises `NotToday` where none is left."""
        for start in [each for each in self.free(hall, item) if each[:10] >= self.day(days)][:1]:
            return self.do(code, "POST", "appointments", {"items": [item], "hall": hall, "start": start, **more})
        raise NotToday(f"{hall} 这几天没有 {item} 的号")


def _kind_of(content: bytes) -> str:
    return "application/pdf" if content.startswith(b"%PDF") else "image/jpeg"


def _codes(text: str) -> Iterator[str]:
    """Six digits on their own."""
    for word in "".join(letter if letter.isdigit() else " " for letter in text).split():
        if len(word) == 6:
            yield word


class SandboxHands:
    """The sandbox's clock, which the product's follows."""

    def __init__(self, sandbox: str) -> None:
        self._url = f"{sandbox}/clock"

    def now(self) -> datetime:
        return datetime.fromisoformat(fetched("GET", self._url)["now"])

    def set(self, at: datetime | None) -> None:
        fetched("PUT", self._url, json.dumps({"now": at.isoformat()}).encode()) if at else fetched("DELETE", self._url)


def town_of(server: str, sandbox: str, hands: Hands | None = None) -> Town:
    """The demo town behind these addresses; `hands`: of another clock than the sandbox's."""
    citizens = yaml.safe_load((_DEMO / "citizens.yaml").read_text(encoding="utf-8"))["citizens"]
    staff = yaml.safe_load((_DEMO / "staff.yaml").read_text(encoding="utf-8"))["staff"]
    calendar = WorkCalendar.load(ROOT / "catalogue" / "calendars")
    people = {each["code"]: each for each in citizens}, {each["username"]: each for each in staff}
    return Town(server, sandbox, *people, calendar, hands or SandboxHands(sandbox))
