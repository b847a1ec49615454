"""Sessions of citizens and of staff: opaque tokens, known to the database by their digest only.

Looked up on every request, so a session carries what the edge needs and one indexed read is enough. Their age is
counted in the machine's time: whoever sets the product's clock to play a day at the counter stays logged in.
"""

import hashlib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, Protocol

from backend import ids
from backend.audit import event_of
from backend.clock import Clock
from backend.errors import Forbidden, NotFound, Unauthenticated
from backend.people.presence import Presences
from backend.store import Document, DuplicateKeyError, Store
from backend.store import Session as Transaction
from backend.store.together import Together
from models.acts import Act, Actor, CitizenActor, Duty, Role, StaffActor
from models.base import NoticeOrder
from models.kiosk_asks import AskKind, AskState
from models.kiosks import Kiosk
from models.people import Binding, Citizen, CitizenState, Session, SessionView
from models.staff import StaffAccount, StaffSession

CITIZEN_SESSION = timedelta(days=30)  # since last seen
STAFF_IDLE = timedelta(minutes=30)
STAFF_LONGEST = timedelta(hours=12)
KIOSK_IDLE = timedelta(minutes=5)
KIOSK_LONGEST = timedelta(minutes=20)
WEB_IDLE = timedelta(minutes=20)
WEB_LONGEST = timedelta(hours=4)
_SEEN_EVERY = timedelta(minutes=5)  # how often `seen_at` is written at most
_KIOSK_SEEN_EVERY = timedelta(seconds=15)
_CITIZEN_FIELDS = ("digest", "person", "name", "matched", "proven_until", "seen_at", "expires_at", "ended_at", "kiosk", "web", "last_at")
_STAFF_FIELDS = ("digest", "staff", "name", "roles", "department", "hall", "town", "duties", "seen_at", "expires_at", "last_at", "ended_at")


class WechatLogin(Protocol):
    """Turns the code of `wx.login` into an openid. Raises `Unauthenticated` for a bad code, `Unavailable`."""

    async def code_to_session(self, code: str) -> str: ...


def digest_of(token: str) -> str:
    """What the database knows of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


class Sessions:
    """Opens, finds, lists and ends sessions."""

    def __init__(
        self,
        store: Store,
        wechat: WechatLogin,
        clock: Clock,
        wall: Clock,
        region_of: Callable[[str | None], str | None] = lambda _: None,
        is_one_window: Callable[[str | None], bool] = lambda _: False,
        not_received_at: Callable[[str | None, date], frozenset[str]] = lambda *_: frozenset(),
    ) -> None:
        """For the rights of its staff `region_of`: the district of a department; `is_one_window`: whether its counters take in every
        department's papers, but those of items that are `not_received_at` their hall. Who stands in for whom (`presences`) is looked up on each request: it begins and ends without a log-in."""
        self.store = store
        self._wechat = wechat
        self._clock = clock
        self._wall = wall
        self._region_of = region_of
        self._is_one_window = is_one_window
        self._not_received_at = not_received_at
        self.presences = Presences(store, clock)
        self._citizens = Together("digest", partial(store.sessions.find, fields=_CITIZEN_FIELDS))
        self._staff = Together("digest", partial(store.staff_sessions.find, fields=_STAFF_FIELDS))

    async def login(self, act: Act, code: str, device: str) -> tuple[str, Citizen]:
        """A token and the citizen it stands for; an openid seen for the first time becomes a citizen of level 0.

        Raises `Unauthenticated`, `Unavailable`, and `Forbidden` where the register says the person has died.
        """
        openid = await self._wechat.code_to_session(code)
        citizen = await self._citizen_of(act, openid)
        if citizen.state is CitizenState.DECEASED:
            raise Forbidden("人口库登记这个账号的使用人已经去世，账号已停用。如登记有误，或需要办理身后事项，请家属带户口簿到任一窗口。")
        token, now = ids.token(), self._wall.now()
        session = Session(
            _id=ids.new_id("session"),
            digest=digest_of(token),
            person=citizen.id,
            name=citizen.name,
            matched=citizen.level(act.at) > 0,
            proven_until=citizen.proven_until(),
            device=device,
            created_at=now,
            seen_at=now,
            expires_at=now + CITIZEN_SESSION,
        )
        actor = CitizenActor(id=citizen.id, name=citizen.name, level=citizen.level(act.at), session=session.id)
        await self.store.sessions.insert(session, event_of(_by(act, actor), "session.started", detail={"device": device}))
        return token, citizen

    async def citizen(self, token: str) -> CitizenActor | None:
        """Whom a citizen's token stands for now, with the level they have now."""
        document = await self._citizens.find(digest_of(token))
        now = self._wall.now()
        if document is None or not _stands(document, now) or document.get("kiosk") is not None or document.get("web"):
            return None
        await self._seen("sessions", document, now, now + CITIZEN_SESSION)
        return CitizenActor(
            id=document["person"],
            name=document["name"],
            level=_level(document, self._clock.now()),
            session=document["_id"],
        )

    async def open_kiosk(self, act: Act, citizen: Citizen, kiosk: Kiosk, proven_until: datetime | None = None) -> tuple[str, Session]:
        """A token and session at a kiosk for whoever's card its reader attested, or whose phone agreed; the one before it there ends.

        Level 1, and level 2 before `proven_until`.
        """
        token, now = ids.token(), self._wall.now()
        session = Session(
            _id=ids.new_id("session"),
            digest=digest_of(token),
            person=citizen.id,
            name=citizen.name,
            matched=True,
            proven_until=proven_until,
            device=kiosk.name,
            created_at=now,
            seen_at=now,
            expires_at=now + KIOSK_IDLE,
            kiosk=kiosk.id,
            last_at=now + KIOSK_LONGEST,
        )
        actor = CitizenActor(id=citizen.id, name=citizen.name, level=1, session=session.id, kiosk=kiosk.id)
        event = event_of(_by(act, actor), "session.started", detail={"device": kiosk.name, "kiosk": kiosk.id})

        async def write(transaction: Transaction) -> None:
            await self.end_kiosk(kiosk.id, transaction)
            await self.store.sessions.insert(session, event, session=transaction)

        await self.store.transact(write)
        return token, session

    async def kiosk(self, token: str, kiosk: str) -> CitizenActor | None:
        """Whom a token stands for now at the kiosk it was opened at; nobody anywhere else."""
        document = await self._citizens.find(digest_of(token))
        now = self._wall.now()
        if document is None or not _stands(document, now) or document.get("kiosk") != kiosk:
            return None
        await self._seen("sessions", document, now, min(now + KIOSK_IDLE, document["last_at"]), _KIOSK_SEEN_EVERY)
        level = _level(document, self._clock.now())
        return CitizenActor(id=document["person"], name=document["name"], level=level, session=document["_id"], kiosk=kiosk)

    async def prove_kiosk(self, act: Act, session_id: str, until: datetime) -> Session:
        """Raises one session at a kiosk to level 2. Raises `Unauthenticated` where it has ended meanwhile."""
        where = {"_id": session_id, "kiosk": {"$ne": None}, "ended_at": None, "expires_at": {"$gt": self._wall.now()}}
        changed = await self.store.sessions.change(where, {"$set": {"proven_until": until}}, event_of(act, "session.proven"))
        if changed is None:
            raise Unauthenticated()
        return Session.of(changed)

    async def at_kiosk(self, session_id: str) -> Session:
        """A session at a kiosk. Raises `Unauthenticated` where it has gone meanwhile."""
        document = await self.store.sessions.get(session_id)
        if document is None:
            raise Unauthenticated()
        return Session.of(document)

    async def still_at_kiosks(self, session_ids: list[str]) -> set[str]:
        """Which of these sessions at kiosks have not ended: their people stand there."""
        where = {"_id": {"$in": session_ids}, "ended_at": None, "expires_at": {"$gt": self._wall.now()}}
        return {each["_id"] for each in await self.store.sessions.find(where, fields=("_id",))}

    async def open_web(self, act: Act, citizen: Citizen, device: str) -> tuple[str, Session]:
        """A token and session in a browser for whoever proved on the phone that it is them; they are told."""
        token, now = ids.token(), self._wall.now()
        session = Session(
            _id=ids.new_id("session"),
            digest=digest_of(token),
            person=citizen.id,
            name=citizen.name,
            matched=True,
            proven_until=citizen.proven_until(),
            device=device,
            created_at=now,
            seen_at=now,
            expires_at=now + WEB_IDLE,
            web=True,
            last_at=now + WEB_LONGEST,
        )
        actor = CitizenActor(id=citizen.id, name=citizen.name, level=2, session=session.id, web=True)
        notice = NoticeOrder(to=citizen.id, template="web_session_started", data={"name": citizen.name})
        event = event_of(_by(act, actor), "session.started", detail={"device": device, "web": True}, notices=[notice])
        await self.store.sessions.insert(session, event)
        return token, session

    async def web(self, token: str, *, attended: bool = True) -> CitizenActor | None:
        """Whom a token stands for now in the browser it was given to. A look nobody is at the page for does not prolong it."""
        document = await self._citizens.find(digest_of(token)) if token else None
        now = self._wall.now()
        if document is None or not _stands(document, now) or not document.get("web"):
            return None
        if attended:
            await self._seen("sessions", document, now, min(now + WEB_IDLE, document["last_at"]), _KIOSK_SEEN_EVERY)
        level = _level(document, self._clock.now())
        return CitizenActor(id=document["person"], name=document["name"], level=level, session=document["_id"], web=True)

    async def web_ends_at(self, session_id: str) -> datetime:
        """When a session in a browser ends, however busy. Raises `Unauthenticated` where it has ended meanwhile."""
        document = await self.store.sessions.find_one({"_id": session_id, "web": True}, fields=("last_at",))
        if document is None:
            raise Unauthenticated()
        return document["last_at"]

    async def end_kiosk(self, kiosk: str, transaction: Transaction) -> None:
        """Ends whatever session a kiosk has."""
        changes = {"$set": {"ended_at": self._wall.now()}}
        await self.store.sessions.change_many({"kiosk": kiosk, "ended_at": None}, changes, session=transaction)
        await self._tell_helpers({"kiosk": kiosk}, transaction)

    async def open_staff(self, act: Act, account: StaffAccount, device: str, address: str = "") -> tuple[str, StaffSession]:
        """A token and session for a member of staff who has just proven who they are, on that device and from that network address."""
        token, now = ids.token(), self._wall.now()
        session = StaffSession(
            _id=ids.new_id("session"),
            digest=digest_of(token),
            staff=account.id,
            name=account.name,
            roles=account.roles,
            department=account.department,
            hall=account.hall,
            town=account.town,
            duties=account.duties,
            device=device,
            address=address,
            created_at=now,
            seen_at=now,
            expires_at=now + STAFF_IDLE,
            last_at=now + STAFF_LONGEST,
        )
        await self.store.staff_sessions.insert(
            session, event_of(act, "staff_session.started", detail={"device": device, "address": address})
        )
        return token, session

    async def staff(self, token: str, *, attended: bool = True) -> StaffActor | None:
        """Whom a staff token or cookie stands for now. What a page asks where nobody is at it (not `attended`) prolongs nothing."""
        document = await self._staff.find(digest_of(token))
        now = self._wall.now()
        if document is None or not _stands(document, now):
            return None
        if attended:
            await self._seen("staff_sessions", document, now, min(now + STAFF_IDLE, document["last_at"]))
        presence = await self.presences.of(document["staff"])
        one_window = self._is_one_window(document["department"])
        duties = tuple(Duty(duty) for duty in document.get("duties", ()))
        return StaffActor(
            id=document["staff"],
            name=document["name"],
            roles=frozenset(Role(role) for role in document["roles"]),
            department=document["department"],
            hall=document["hall"],
            town=document["town"],
            session=document["_id"],
            duties=duties if presence.away is None else (*duties, Duty.RETURN),
            region=self._region_of(document["department"]),
            one_window=one_window,
            not_here=self._not_received_at(document["hall"], self._clock.now().date()) if one_window else frozenset(),
        ).standing_in(presence.stands_for)

    async def left_of(self, act: Act) -> tuple[timedelta, timedelta]:
        """How long the session of a member of staff lasts if nothing is done in it, and at the longest. Raises `Unauthenticated` where it has ended."""
        document = await self.store.staff_sessions.find_one(
            {"_id": _session_of(act.actor), "ended_at": None}, fields=("expires_at", "last_at")
        )
        if document is None:
            raise Unauthenticated()
        now = self._wall.now()
        return document["expires_at"] - now, document["last_at"] - now

    async def still_stands(self, actor: StaffActor) -> bool:
        """Whether the actor's session is neither ended nor run out, and nothing has changed of whom they stand in for; asking does not
        prolong it."""
        where = {"_id": actor.session, "ended_at": None, "expires_at": {"$gt": self._wall.now()}}
        if await self.store.staff_sessions.find_one(where, fields=("_id",)) is None:
            return False
        presence = await self.presences.of(actor.id)
        return presence.away is None and presence.stands_for == actor.stands_for

    async def mine(self, act: Act) -> list[SessionView]:
        """The actor's live sessions, the one last used first."""
        collection, field = _place(act.actor)
        return await self._live(collection, {field: act.actor.id}, _session_of(act.actor))

    async def _live(self, collection: str, whose: dict[str, str], current: str) -> list[SessionView]:
        where = {**whose, "ended_at": None, "expires_at": {"$gt": self._wall.now()}}
        documents = await self.store.collection(collection).find(where, sort=[("seen_at", -1)], limit=100)
        return [
            SessionView(
                id=each["_id"],
                device=each["device"],
                address=each.get("address", ""),
                created_at=each["created_at"],
                seen_at=each["seen_at"],
                current=each["_id"] == current,
                web=bool(each.get("web")),
            )
            for each in documents
        ]

    async def of_staff(self, staff_id: str) -> list[SessionView]:
        """The live sessions of a member of staff, for who looks after security; the one last used first."""
        return await self._live("staff_sessions", {"staff": staff_id}, "")

    async def cut(self, act: Act, staff_id: str, session_id: str | None = None) -> int:
        """Ends one session of a colleague, or all of them; each records who did it. Returns how many there were."""
        wanted = [each.id for each in await self.of_staff(staff_id) if session_id in (None, each.id)]
        for each in wanted:
            where = {"_id": each, "staff": staff_id, "ended_at": None}
            event = event_of(act, "staff_session.cut", detail={"staff": staff_id})
            await self.store.staff_sessions.change(where, {"$set": {"ended_at": self._wall.now()}}, event)
        return len(wanted)

    async def end(self, act: Act, session_id: str) -> None:
        """Ends one of the actor's own sessions. Raises `NotFound`; ending an ended one again changes nothing."""
        collection, field = _place(act.actor)
        own = {"_id": session_id, field: act.actor.id}
        ended = await self.store.collection(collection).change(
            {**own, "ended_at": None}, {"$set": {"ended_at": self._wall.now()}}, event_of(act, _action(act.actor))
        )
        if ended is None and await self.store.collection(collection).find_one(own, fields=("_id",)) is None:
            raise NotFound("没有找到这次登录，它可能已经过期。")
        if isinstance(act.actor, CitizenActor):
            await self._tell_helpers({"_id": session_id})

    async def end_current(self, act: Act) -> None:
        """Logs the actor out here."""
        await self.end(act, _session_of(act.actor))

    async def end_all(self, act: Act) -> None:
        """Logs the actor out everywhere; each session records it."""
        while sessions := await self.mine(act):
            for session in sessions:
                await self.end(act, session.id)

    async def update_citizen(self, person: str, changes: dict[str, Any], transaction: Transaction) -> None:
        """Copies what changed about a citizen into their live sessions, in the transaction that changes the citizen.

        A proof given elsewhere says nothing of who stands before a kiosk: `proven_until` stays as it is there.
        """
        live = {"person": person, "ended_at": None}
        everywhere = {name: value for name, value in changes.items() if name != "proven_until"}
        if everywhere:
            await self.store.sessions.change_many(live, {"$set": everywhere}, session=transaction)
        if "proven_until" in changes:
            proven = {"$set": {"proven_until": changes["proven_until"]}}
            await self.store.sessions.change_many({**live, "kiosk": None}, proven, session=transaction)

    async def end_citizen(self, person: str, transaction: Transaction) -> None:
        """Ends every session of a citizen, in the transaction that takes their account away."""
        await self.update_citizen(person, {"ended_at": self._wall.now()}, transaction)

    async def end_staff(self, staff: str, *, but: str = "", transaction: Transaction) -> None:
        """Ends every session of a member of staff except `but`."""
        await self.store.staff_sessions.change_many(
            {"staff": staff, "ended_at": None, "_id": {"$ne": but}}, {"$set": {"ended_at": self._wall.now()}}, session=transaction
        )

    async def set_duties(self, session_id: str, duties: list[Duty], transaction: Transaction) -> None:
        """Copies what is still to be done about an account into a session of its, in the transaction that changes the account."""
        changes = {"duties": [duty.value for duty in duties]}
        await self.store.staff_sessions.change_many({"_id": session_id, "ended_at": None}, {"$set": changes}, session=transaction)

    async def _tell_helpers(self, asks: dict[str, str], transaction: Transaction | None = None) -> None:
        """Whoever stood at a kiosk and asked for staff has left: a new version of what they asked tells every page that shows it."""
        where = {**asks, "kind": AskKind.STAFF.value, "state": AskState.OPEN.value}
        await self.store.kiosk_asks.change_many(where, {"$inc": {"version": 1}}, session=transaction)

    async def _citizen_of(self, act: Act, openid: str) -> Citizen:
        document = await self.store.citizens.find_one({"openid": openid})
        if document is not None:
            return Citizen.of(document)
        citizen = new_account(openid, act.at)
        actor = CitizenActor(id=citizen.id)
        try:
            await self.store.citizens.insert(citizen, event_of(_by(act, actor), "person.arrived"))
        except DuplicateKeyError:  # two first log-ins at once
            return Citizen.of(await self.store.citizens.find_one({"openid": openid}) or {})
        return citizen

    async def _seen(self, collection: str, document: Document, now: datetime, expires_at: datetime, every: timedelta = _SEEN_EVERY) -> None:
        if now - document["seen_at"] < every:
            return
        where = {"_id": document["_id"], "seen_at": document["seen_at"], "ended_at": None}
        await self.store.collection(collection).change(where, {"$set": {"seen_at": now, "expires_at": expires_at}})


def new_account(openid: str, now: datetime, phone: str | None = None) -> Citizen:
    """A citizen of whom no more is known than the WeChat account."""
    return Citizen(_id=ids.new_id("citizen"), openid=openid, created_at=now, phone=phone, bindings=[Binding(openid=openid, since=now)])


def _stands(document: Document, now: datetime) -> bool:
    return document["ended_at"] is None and document["expires_at"] > now


def _level(document: Document, now: datetime) -> int:
    if not document["matched"]:
        return 0
    until = document["proven_until"]
    return 2 if until is not None and now < until else 1


def _by(act: Act, actor: Actor) -> Act:
    return Act(actor=actor, at=act.at, request_id=act.request_id, channel=act.channel)


def _place(actor: Actor) -> tuple[str, str]:
    return ("staff_sessions", "staff") if isinstance(actor, StaffActor) else ("sessions", "person")


def _action(actor: Actor) -> str:
    return "staff_session.ended" if isinstance(actor, StaffActor) else "session.ended"


def _session_of(actor: Actor) -> str:
    return actor.session if isinstance(actor, (StaffActor, CitizenActor)) else ""
