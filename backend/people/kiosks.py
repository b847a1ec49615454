"""Kiosks (自助终端): registered devices, the cards their readers attest, and the sessions that come of them.

Nobody types a number at a kiosk: the reader signs what it read together with a nonce we gave that very device a moment
before, so a reading can be neither made up, nor copied, nor used twice. A device's key opens nothing but its own nonces.
"""

import hashlib
import hmac
from collections.abc import Container, Sequence
from datetime import date, datetime, timedelta

from backend import ids
from backend.audit import event_of
from backend.clock import Clock
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound, Unauthenticated
from backend.idempotency import once
from backend.people.citizens import Citizens
from backend.people.masking import mask_phone
from backend.people.sessions import KIOSK_IDLE, Sessions, digest_of
from backend.people.sms_codes import SmsCodes
from backend.store import Session as Transaction
from backend.store import Store
from models.acts import Act, CitizenActor, KioskActor
from models.demo import DemoKiosk
from models.kiosks import CardReading, Kiosk, KioskBody, KioskProofBody, KioskSessionView, ScanTicket, WithdrawKioskBody
from models.people import Citizen, CitizenState, PersonDocument, Session

NONCE = timedelta(seconds=60)
PROOF = timedelta(minutes=30)  # longer than any session at a kiosk
_SEEN_EVERY = timedelta(minutes=5)
_AGAIN = "这次读卡没有通过核对，请把证件重新放在读卡区；一直不行请找工作人员。"


class Kiosks:
    """Registers devices, knows them again, and lets people in by what their readers attest."""

    def __init__(self, store: Store, citizens: Citizens, sessions: Sessions, codes: SmsCodes, wall: Clock, halls: Container[str]) -> None:
        """`wall`: the machine's time, for nonces. `halls`: ids of the halls there are."""
        self.store = store
        self._citizens = citizens
        self._sessions = sessions
        self._codes = codes
        self._wall = wall
        self._halls = halls

    async def seed(self, kiosks: Sequence[DemoKiosk], now: datetime) -> None:
        """The demo district's devices, where they are missing. Only a sandbox has any."""
        made = [
            Kiosk(
                _id=each.id,
                name=each.name,
                hall=each.hall,
                digest=digest_of(each.credential),
                reader=each.reader,
                reader_key=each.reader_key,
                scanner=each.scanner,
                created_at=now,
            )
            for each in kiosks
        ]
        await self.store.kiosks.insert_missing(made)

    async def listed(self) -> list[Kiosk]:
        """Every device, withdrawn ones too."""
        return [Kiosk.of(each) for each in await self.store.kiosks.find({}, sort=[("hall", 1), ("_id", 1)])]

    async def register(self, act: Act, body: KioskBody) -> tuple[Kiosk, str]:
        """A new device and its credential, which nobody can ask for again. Raises `Invalid` for a hall there is not."""
        if body.hall not in self._halls:
            detail = "没有这个大厅，请从大厅列表里选。"
            raise Invalid(detail, errors=[FieldError("/hall", detail)])
        credential = ids.token()
        kiosk = Kiosk(
            _id=ids.new_id("kiosk"),
            name=body.name,
            hall=body.hall,
            digest=digest_of(credential),
            reader=body.reader,
            reader_key=ids.token(),
            scanner=body.scanner,
            created_at=act.at,
        )
        await self.store.kiosks.insert(
            kiosk, event_of(act, "kiosk.registered", detail={"hall": body.hall, "reader": body.reader, "scanner": body.scanner})
        )
        return kiosk, credential

    @once("kiosks", Kiosk)
    async def withdraw(self, act: Act, kiosk_id: str, body: WithdrawKioskBody) -> Kiosk:
        """Takes a device out of use: its credential and its sessions end now. Raises `NotFound`, `Conflict` where it was withdrawn."""
        event = event_of(act, "kiosk.withdrawn", detail={"reason": body.reason})
        changes = {"active": False, "withdrawn_for": body.reason, "nonce": None}

        async def write(transaction: Transaction) -> dict[str, object] | None:
            where = {"_id": kiosk_id, "active": True}
            changed = await self.store.kiosks.change(where, {"$set": changes}, event, session=transaction)
            if changed is not None:
                await self._sessions.end_kiosk(kiosk_id, transaction)
            return changed

        changed = await self.store.transact(write)
        if changed is not None:
            return Kiosk.of(changed)
        await self.get(kiosk_id)
        raise Conflict("这台自助终端已经停用。要重新使用，请再登记一次。")

    async def get(self, kiosk_id: str) -> Kiosk:
        """Raises `NotFound`."""
        document = await self.store.kiosks.get(kiosk_id)
        if document is None:
            raise NotFound("没有找到这台自助终端，请刷新列表。")
        return Kiosk.of(document)

    async def recognise(self, credential: str) -> Kiosk:
        """As `device`. Raises `Unauthenticated` where no device in use has it."""
        kiosk = await self.device(credential)
        if kiosk is None:
            raise Unauthenticated("这个设备凭据不对，或设备已经停用。请核对后再填，或联系系统管理员重新登记。")
        return kiosk

    async def device(self, credential: str) -> Kiosk | None:
        """The device in use that has this credential."""
        if not credential:
            return None
        document = await self.store.kiosks.find_one({"digest": digest_of(credential), "active": True})
        if document is None:
            return None
        kiosk, now = Kiosk.of(document), self._wall.now()
        if kiosk.seen_at is None or now - kiosk.seen_at >= _SEEN_EVERY:
            await self.store.kiosks.change({"_id": kiosk.id, "seen_at": document.get("seen_at")}, {"$set": {"seen_at": now}})
        return kiosk

    async def offer_nonce(self, act: Act) -> str:
        """What the actor's reader must sign next; one given before counts no more."""
        nonce = ids.token()
        await self.store.kiosks.change({"_id": act.actor.id}, {"$set": {"nonce": nonce, "nonce_until": self._wall.now() + NONCE}})
        return nonce

    async def open(self, act: Act, reading: CardReading) -> tuple[str, KioskSessionView]:
        """A session at the acting device for whoever's card its reader attests; the one before it there ends.

        Raises `Forbidden` for what was not read here just now and for a lost card, `Conflict` for an expired card and for the
        dead, `Invalid` where the population register knows no such person, `Unavailable`.
        """
        kiosk = await self._attested(act, reading)
        _require_valid(reading, act.at.date())
        person = PersonDocument(document_type=reading.document_type, id_number=reading.id_number, name=reading.name)
        citizen = await self._holder(act, person)
        token, session = await self._sessions.open_kiosk(act, citizen, kiosk)
        return token, view(act, citizen, session, 1)

    async def send_code(self, act: Act) -> str:
        """Sends a code to the phone on record, and tells it masked. Raises `Conflict` where there is none, `TooMany`, `Unavailable`."""
        phone = await self._phone(act)
        await self._codes.send(_account(act), phone)
        return mask_phone(phone)

    async def prove(self, act: Act, body: KioskProofBody) -> KioskSessionView:
        """The code raises this very session, and no other one of the person's. Raises `Invalid`, `Conflict`."""
        actor = at_kiosk(act)
        phone = await self._phone(act)
        await self._codes.check(_account(act), phone, body.sms_code)
        session = await self._sessions.prove_kiosk(act, actor.session, act.at + PROOF)
        await self._codes.drop(_account(act), phone)
        return view(act, await self._citizens.get(actor.id), session, 2)

    async def scan_ticket(self, act: Act) -> ScanTicket:
        """By it the scanner of the actor's kiosk scans one page, within a minute. Raises `Conflict` where it has none."""
        kiosk = await self.get(at_kiosk(act).kiosk or "")
        if not kiosk.scanner:
            raise Conflict("这台终端没有扫描仪。请拍照，或用手机接着办。")
        until = (self._wall.now() + NONCE).replace(microsecond=0)
        ticket = ScanTicket(scanner=kiosk.scanner, nonce=ids.token(), until=until, mac="0" * 64)
        return ticket.model_copy(update={"mac": ticket.signed_with(kiosk.reader_key)})

    async def _attested(self, act: Act, reading: CardReading) -> Kiosk:
        """The acting device, whose nonce the reading carries under its reader's key; the nonce is used up either way."""
        where = {"_id": act.actor.id, "nonce": reading.nonce, "nonce_until": {"$gt": self._wall.now()}}
        document = await self.store.kiosks.change(where, {"$set": {"nonce": None}})
        if document is None:
            raise Forbidden("这次读卡已经过期或用过，请把证件重新放在读卡区。")
        kiosk = Kiosk.of(document)
        signed = hmac.new(kiosk.reader_key.encode(), reading.text().encode(), hashlib.sha256).hexdigest()
        if reading.reader != kiosk.reader or not hmac.compare_digest(signed, reading.mac):
            raise Forbidden(_AGAIN)
        return kiosk

    async def _holder(self, act: Act, person: PersonDocument) -> Citizen:
        number, answer = await self._citizens.match(act, person.document_type, person.id_number, person.name, "自助终端刷卡")
        if answer.document_lost_on is not None:
            raise Forbidden("这张证件已经挂失，不能使用。本人请带户口簿等其他证件到窗口办理；捡到的证件请交给大厅工作人员。")
        known = await self._citizens.find(person.document_type, number)
        citizen = known or await self._citizens.find_or_register(act, person)
        if citizen.state is not CitizenState.ACTIVE:
            raise Conflict("您的账号目前不能在自助终端上使用，请带证件到窗口。")
        return citizen

    async def _phone(self, act: Act) -> str:
        citizen = await self._citizens.get(at_kiosk(act).id)
        if citizen.phone is None:
            raise Conflict("系统里没有您的手机号，不能发验证码。请带证件到窗口办理，工作人员当面核对就可以。")
        return citizen.phone


def view(act: Act, citizen: Citizen, session: Session, level: int) -> KioskSessionView:
    """What the kiosk shows of whoever stands before it."""
    return KioskSessionView(
        name=citizen.name,
        level=level,
        phone=mask_phone(citizen.phone) if citizen.phone else "",
        minor=citizen.is_minor(act.at.date()),
        idle_seconds=int(KIOSK_IDLE.total_seconds()),
        ends_at=session.last_at or session.expires_at,
    )


def actor_of(kiosk: Kiosk) -> KioskActor:
    """The device as it acts."""
    return KioskActor(id=kiosk.id, name=kiosk.name, hall=kiosk.hall)


def _require_valid(reading: CardReading, today: date) -> None:
    if reading.valid_until is not None and reading.valid_until < today:
        raise Conflict("这张证件已过有效期，不能在自助终端上使用。请换用新证件，或到窗口由工作人员核对身份后办理。")


def at_kiosk(act: Act) -> CitizenActor:
    """Whoever stands before a kiosk. Raises `Forbidden` to everybody else."""
    if not isinstance(act.actor, CitizenActor) or act.actor.kiosk is None:
        raise Forbidden("这一步只在自助终端上用；在手机上请用国家网络身份认证。")
    return act.actor


def _account(act: Act) -> str:
    """Codes asked for at kiosks count at kiosks alone, and those of the phone there."""
    return f"kiosk:{act.actor.id}"
