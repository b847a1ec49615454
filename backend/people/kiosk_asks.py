"""What a kiosk asks of somebody elsewhere: a code on its screen for the person's own phone, a number on it for staff of the hall.

A code carries a random scene and nothing of the person; it is good once, for minutes, and bound to the session or device that
showed it. A phone that is logged in as somebody else ends it, and both screens say so.
"""

import base64
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from backend import ids
from backend.clock import Clock
from backend.errors import AnothersCode, Conflict, FieldError, Forbidden, Invalid, NotFound, ProofNeeded, Unauthenticated
from backend.people.citizens import Citizens
from backend.people.kiosks import PROOF, at_kiosk, view
from backend.people.masking import mask_name
from backend.people.proofs import Proofs
from backend.people.sessions import Sessions
from backend.permissions import require
from backend.store import DuplicateKeyError, Store
from models.acts import Act, KioskActor, StaffActor
from models.kiosk_asks import AskKind, AskState, AttestAtKioskBody, KioskAsk, KioskAskBody, KioskAskView, KioskHelpView
from models.kiosks import Kiosk, KioskSessionView

PAGE = "packages/kiosk/ask/ask"
_SCENE = 16  # base-62 characters: 95 bits
_NUMBER = 4
_TRIES = 5  # wrong answers of staff, then the person asks anew
_VALID = {
    AskKind.ENTER: timedelta(minutes=2),
    AskKind.PROVE: timedelta(minutes=2),
    AskKind.CARRY: timedelta(minutes=10),
    AskKind.STAFF: timedelta(minutes=5),
}
_OPEN = {
    AskKind.ENTER: "请用手机微信扫这个码，在手机上点「确认」，这里就会打开。",
    AskKind.PROVE: "请用您本人的手机微信扫这个码，在手机上点「确认」。",
    AskKind.CARRY: "请用您本人的手机微信扫这个码，就能在手机上接着填。",
    AskKind.STAFF: "已经告诉大厅的工作人员。请拿好证件在这里等，把屏幕上的数字给工作人员看。",
}
_AGREED = {
    AskKind.ENTER: "手机上确认好了。",
    AskKind.PROVE: "确认好了，是您本人。",
    AskKind.CARRY: "手机上已经打开，可以接着填了。填好的内容会显示在这里。",
    AskKind.STAFF: "工作人员核对好了，是您本人。",
}
_DONE = {
    AskKind.ENTER: "好了，请看自助终端的屏幕。办完记得在终端上点「办完了，退出」。",
    AskKind.PROVE: "好了，请看自助终端的屏幕，可以接着办。",
    AskKind.CARRY: "可以在手机上接着填了。",
}
_ANOTHERS = "扫码的手机登录的不是您本人，没有通过。请用您自己的手机再扫，或者请工作人员核对。"
_RUN_OUT = "时间过了，这个码不能再用。请在下面重新取一个。"
_NUMBER_RUN_OUT = "时间过了，这个数字不能再用。请在下面再请工作人员来一次。"
_NUMBER_SPENT = f"工作人员填错了{_TRIES}次，这个数字不能再用。请在下面再请工作人员来一次，把新的数字给工作人员看。"
_SPENT = f"这个数字已经填错{_TRIES}次，不能再用。请本人在终端上点「再请工作人员来」，再填新的数字；不是本人的证件，请不要确认。"
_NO_CODE = "这个码已经过期或用过，请在自助终端上重新取一个。"
OwnCase = Callable[[Act, str], Awaitable[str]]


class CodePainter(Protocol):
    """Paints mini-program codes. Raises `Unavailable`."""

    async def mini_program_code(self, scene: str, page: str) -> bytes: ...


class KioskAsks:
    """Asks, is answered by phone or by staff, and does what was asked."""

    def __init__(
        self, store: Store, citizens: Citizens, sessions: Sessions, proofs: Proofs, codes: CodePainter, wall: Clock, own_draft: OwnCase
    ) -> None:
        """`wall`: the machine's time. `own_draft`: the name of the item of one of the actor's drafts; raises where it is none."""
        self.store = store
        self._citizens = citizens
        self._sessions = sessions
        self._proofs = proofs
        self._codes = codes
        self._wall = wall
        self._own_draft = own_draft

    async def ask(self, act: Act, body: KioskAskBody) -> KioskAskView:
        """Whoever stands before the kiosk asks. Raises `NotFound` for what is no draft of theirs, `Unavailable` without a code."""
        actor = at_kiosk(act)
        item_name = await self._own_draft(act, body.case) if body.case else ""
        of = {"session": actor.session, "person": actor.id, "case": body.case, "item_name": item_name}
        session = await self._sessions.at_kiosk(actor.session)
        last = session.last_at if body.kind is not AskKind.CARRY else None  # the phone goes on when its person has left
        return await self._made(body.kind, actor.session, await self._kiosk(actor.kiosk or ""), last, **of)

    async def arrive(self, act: Act) -> KioskAskView:
        """Somebody without a card stands before the acting device. Raises `Unavailable` without a code."""
        return await self._made(AskKind.ENTER, act.actor.id, await self._kiosk(act.actor.id))

    async def standing(self, act: Act) -> KioskAskView:
        """How the actor's last one stands, and their session. Raises `NotFound` where there is none."""
        ask = await self._get(act)
        if isinstance(act.actor, KioskActor):
            return self._view(ask)
        session = await self._sessions.at_kiosk(at_kiosk(act).session)
        return self._view(ask, session=view(act, await self._citizens.get(act.actor.id), session, at_kiosk(act).level))

    async def enter(self, act: Act) -> tuple[str, KioskSessionView]:
        """Once a phone agreed, a session at the acting device, of that phone's level. Raises `Conflict` where none did, or twice."""
        where = {"_id": act.actor.id, "kind": AskKind.ENTER.value, "state": AskState.AGREED.value, "until": {"$gt": self._wall.now()}}
        document = await self.store.kiosk_asks.change(where, {"$set": {"state": AskState.USED.value}})
        if document is None:
            raise Conflict("手机上还没有确认，或者时间已经过了。请重新取一个码。")
        ask = KioskAsk.of(document)
        citizen = await self._citizens.get(ask.person or "")
        until = citizen.proven_until() if ask.level == 2 else None
        token, session = await self._sessions.open_kiosk(act, citizen, await self._kiosk(ask.kiosk), until)
        return token, view(act, citizen, session, ask.level)

    async def scanned(self, scene: str) -> KioskAsk:
        """What the code asks. Raises `NotFound` where it is used or its time has run out."""
        document = await self.store.kiosk_asks.find_one({"scene": scene, "until": {"$gt": self._wall.now()}})
        if document is None or document["state"] not in (AskState.OPEN.value, AskState.AGREED.value):
            raise NotFound(_NO_CODE)
        return KioskAsk.of(document)

    async def agree(self, act: Act, scene: str) -> tuple[KioskAsk, str]:
        """The phone that scanned says yes; saying it again changes nothing. What was agreed to, and what comes of it in words.

        Raises `NotFound` for a used code, `AnothersCode` for another person's phone, which ends the code, `ProofNeeded` where the
        phone has to prove its person first, `Conflict` where nobody stands at the kiosk any more.
        """
        ask = await self.scanned(scene)
        if ask.person not in (None, act.actor.id):
            await self._changed(ask, AskState.REFUSED)
            raise AnothersCode()
        level = getattr(act.actor, "level", 0)
        if ask.kind is AskKind.PROVE and level < 2:
            raise ProofNeeded("请先在手机上用国家网络身份认证确认是您本人，再回来点「确认」。")
        if ask.state is AskState.OPEN and await self._changed(ask, AskState.AGREED, person=act.actor.id, level=level):
            await self._raise(act, ask)
        elif (await self.scanned(scene)).person != act.actor.id:
            raise NotFound(_NO_CODE)
        return ask, _DONE[ask.kind]

    async def for_staff(self, act: Act) -> list[KioskHelpView]:
        """Who asks for staff in the actor's hall and still stands there, the longest first."""
        hall = act.actor.hall if isinstance(act.actor, StaffActor) else None
        where = {"hall": hall, "kind": AskKind.STAFF.value, "state": AskState.OPEN.value, "until": {"$gt": self._wall.now()}}
        documents = await self.store.kiosk_asks.find({**where, "tries": {"$lt": _TRIES}}, sort=[("created_at", 1)], limit=50)
        there = await self._sessions.still_at_kiosks([each["_id"] for each in documents])
        found = [KioskAsk.of(each) for each in documents if each["_id"] in there]
        people = [await self._citizens.get(each.person or "") for each in found]
        return [
            KioskHelpView(kiosk_name=each.kiosk_name, person=mask_name(person.name), created_at=each.created_at, until=each.until)
            for each, person in zip(found, people, strict=True)
        ]

    async def attest(self, act: Act, body: AttestAtKioskBody) -> str:
        """Staff looked at the card and at who stands before the kiosk: their session rises, and it is a proof like one of a counter.

        Raises `Forbidden` to staff of no hall, `Invalid` with a pointer for a number nobody shows and for another card's, `Conflict`
        where the person has gone, or a colleague has looked already, who is named.
        """
        if not isinstance(act.actor, StaffActor) or act.actor.hall is None:
            raise Forbidden("只有大厅的工作人员能在自助终端旁核对。")
        where = {"hall": act.actor.hall, "number": body.number, "state": AskState.OPEN.value, "until": {"$gt": self._wall.now()}}
        document = await self.store.kiosk_asks.find_one(where)
        if document is None:
            await self._not_answered(where)
            raise _wrong("/number", "本大厅没有自助终端显示这个数字。请看一眼屏幕上的数字再填；已经过期的，请本人在终端上再请求一次。")
        ask = KioskAsk.of(document)
        require("kiosk.attest", act, ask)
        if ask.tries >= _TRIES:
            raise _wrong("/number", _SPENT)
        citizen = await self._citizens.get(ask.person or "")
        if citizen.identity is None or citizen.identity.number[-4:] != body.last_four:
            tried = await self.store.kiosk_asks.change({"_id": ask.id, "number": body.number}, {"$inc": {"tries": 1}})
            if tried is not None and tried["tries"] >= _TRIES:
                raise _wrong("/number", _SPENT)
            raise _wrong("/last_four", "和自助终端上读到的证件不一样。请核对证件号码的最后四位；不是本人的证件，请不要确认。")
        if not await self._changed(ask, AskState.AGREED, by=act.actor.name):
            await self._not_answered(where)
            raise Conflict("这一次核对刚刚已经处理，请看自助终端的屏幕。")
        await self._proofs.attest_known(act, citizen, f"在{ask.kiosk_name}上办理")
        await self._raise(act, ask)
        return f"核对好了，{mask_name(citizen.name)}可以在{ask.kiosk_name}上接着办。"

    async def _not_answered(self, where: Mapping[str, Any]) -> None:
        """Raises `Conflict` where a colleague has just answered what shows this number."""
        answered = await self.store.kiosk_asks.find_one({**where, "state": AskState.AGREED.value})
        if answered is not None:
            raise Conflict(f"{answered['by']}刚刚已经核对了这台终端前的人，您不用再核对。")

    async def _made(self, kind: AskKind, id: str, kiosk: Kiosk, last: datetime | None = None, **of: str | None) -> KioskAskView:
        """A new one in place of the one before, good until `last` at the longest. A code is painted first: without one there is
        nothing to ask."""
        scene = None if kind is AskKind.STAFF else ids.short_token(_SCENE)
        picture = base64.b64encode(await self._codes.mini_program_code(scene, PAGE)).decode() if scene else ""
        now = self._wall.now()
        while True:
            ask = KioskAsk(
                _id=id,
                kind=kind,
                kiosk=kiosk.id,
                kiosk_name=kiosk.name,
                hall=kiosk.hall,
                scene=scene,
                number=ids.digits(_NUMBER) if kind is AskKind.STAFF else None,
                created_at=now,
                until=min(now + _VALID[kind], last or datetime.max.replace(tzinfo=now.tzinfo)),
                **of,  # pyright: ignore[reportArgumentType]  names of fields
            )
            await self.store.kiosk_asks.delete({"_id": id})
            try:
                await self.store.kiosk_asks.insert(ask)
            except DuplicateKeyError:  # another kiosk of the hall shows that number, or the button was pressed twice
                continue
            return self._view(ask, f"data:image/png;base64,{picture}" if picture else "")

    async def _changed(self, ask: KioskAsk, state: AskState, **more: object) -> bool:
        where = {"_id": ask.id, "created_at": ask.created_at, "state": AskState.OPEN.value}
        return await self.store.kiosk_asks.change(where, {"$set": {"state": state.value, **more}}) is not None

    async def _raise(self, act: Act, ask: KioskAsk) -> None:
        """The session that asked, where it asked for that."""
        if ask.kind not in (AskKind.PROVE, AskKind.STAFF):
            return
        try:
            await self._sessions.prove_kiosk(replace(act, key=None), ask.session or "", act.at + PROOF)
        except Unauthenticated:
            raise Conflict("自助终端上已经退出了。要接着办，请在终端上重新刷卡。") from None

    async def _get(self, act: Act) -> KioskAsk:
        id = act.actor.id if isinstance(act.actor, KioskActor) else at_kiosk(act).session
        document = await self.store.kiosk_asks.get(id)
        if document is None:
            raise NotFound(_RUN_OUT)
        return KioskAsk.of(document)

    async def _kiosk(self, id: str) -> Kiosk:
        document = await self.store.kiosks.get(id)
        if document is None:
            raise NotFound("没有找到这台自助终端，请找工作人员。")
        return Kiosk.of(document)

    def _view(self, ask: KioskAsk, picture: str = "", session: KioskSessionView | None = None) -> KioskAskView:
        left = int((ask.until - self._wall.now()).total_seconds())
        state = AskState.OVER if ask.state is AskState.OPEN and (left <= 0 or ask.tries >= _TRIES) else ask.state
        told = {
            AskState.OPEN: _OPEN[ask.kind],
            AskState.AGREED: _AGREED[ask.kind],
            AskState.USED: _AGREED[ask.kind],
            AskState.REFUSED: _ANOTHERS,
            AskState.OVER: _over(ask),
        }[state]
        return KioskAskView(
            kind=ask.kind, state=state, told=told, picture=picture, number=ask.number, expires_in=max(0, left), session=session
        )


def _over(ask: KioskAsk) -> str:
    """Why what was asked is over, and what to do."""
    if ask.kind is not AskKind.STAFF:
        return _RUN_OUT
    return _NUMBER_SPENT if ask.tries >= _TRIES else _NUMBER_RUN_OUT


def _wrong(pointer: str, detail: str) -> Invalid:
    return Invalid(detail, errors=[FieldError(pointer, detail)])
