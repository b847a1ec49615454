"""Certificates: written, read, revoked, verified."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from cryptography.exceptions import InvalidTag
from prometheus_client import Counter
from pydantic import JsonValue

from backend import permissions
from backend.audit import Audit, event_of
from backend.certificates.files import unlock
from backend.certificates.issuing import Application, HandOver, Issuing, Prepared, signatory
from backend.certificates.numbers import certificate_number, sequence_name
from backend.clock import Clock, wall_time
from backend.errors import Conflict, Invalid, NotFound, StaleVersion, Unavailable, WrongState
from backend.idempotency import once
from backend.ids import new_id
from backend.printing import Finding, digest_of, inspect_pdf
from backend.processes import Workers
from backend.scribe_rights import desk_certificates
from backend.store import DuplicateKeyError, Session, Store
from models.acts import Act, CitizenActor, Power, StaffActor
from models.base import Event, NoticeOrder
from models.certificates import Certificate, CertificateFile, CertificateState, FileVerdict, ReissueBody, RevokeBody, VoidNumber

log = structlog.get_logger()

VERIFICATIONS = Counter("yici_verifications", "Certificates looked up by code or file", ["result"])
_INSPECT_SECONDS = 10.0
_GRACE = timedelta(minutes=10)  # far more than any issue takes: then a number that was taken was not used
_NOTES_AT_ONCE = 64
_FOUND = 50


class Certificates:
    """The certificates of all items."""

    def __init__(self, store: Store, clock: Clock, audit: Audit, issuing: Issuing, workers: Workers) -> None:
        self.store = store
        self._clock = clock
        self._audit = audit
        self._issuing = issuing
        self._workers = workers
        self._notes: set[asyncio.Task[None]] = set()

    async def prepare(self, act: Act, application: Application) -> Prepared | HandOver:
        """A certificate ready to be written, or why a person must decide; see `Issuing.prepare`."""
        return await self._issuing.prepare(act, application)

    async def stated(self, act: Act, application: Application, facts: Mapping[str, JsonValue]) -> Prepared:
        """A certificate of what another engine has found, ready to be written; see `Issuing.stated`."""
        return await self._issuing.stated(act, application, facts)

    async def supersede(self, act: Act, certificate_id: str, successor: Prepared, reason: str, session: Session) -> None:
        """Ends a certificate in favour of the one written in the same transaction; one that has ended already stays as it is."""
        changes = {
            "state": CertificateState.SUPERSEDED.value,
            "reason": reason,
            "ended_at": act.at,
            "ended_by": signatory(act).model_dump(),
            "superseded_by": successor.certificate.id,
        }
        where = {"_id": certificate_id, "state": CertificateState.VALID.value}
        event = event_of(replace(act, key=None, digest=None), "certificate.superseded", detail={"by": successor.certificate.number})
        await self.store.certificates.change(where, {"$set": changes}, event, session=session)

    async def write(self, prepared: Prepared, session: Session, event: Event | None = None) -> None:
        """Writes certificate and file in the caller's transaction, beside the case they belong to; `event` where no case tells of it."""
        await self.store.certificates.insert(prepared.certificate, event, session=session)
        await self.store.certificate_files.insert(prepared.file, session=session)

    async def get(self, act: Act, certificate_id: str) -> Certificate:
        """Raises `NotFound` where it is not the caller's to see. Reads by anybody but the holder are logged."""
        document = await self.store.certificates.get(certificate_id)
        if document is None or document["state"] == CertificateState.VOID:
            raise NotFound()
        certificate = Certificate.of(document)
        permissions.require("certificate.see", act, certificate)
        await self._audit.read(act, "certificate.read", person=certificate.person, subject=f"certificates/{certificate.id}")
        return certificate

    async def mine(
        self, act: Act, *, item: str | None = None, case: str | None = None, before: str | None = None, limit: int = 20
    ) -> list[Certificate]:
        """The person's certificates, the newest first; under a grant those of its items only, for a scribe those of their desk."""
        if act.acting is not None and not act.acting.powers & {Power.SEE, Power.COLLECT}:
            raise NotFound()
        where: dict[str, Any] = {"person": act.person, **permissions.granted_items(act), **desk_certificates(act)}
        if item is not None:
            where["$and"] = [{"item": item}]
        if case is not None:
            where["case"] = case
        if before is not None:
            where["_id"] = {"$lt": before}
        found = await self.store.certificates.find(where, sort=[("_id", -1)], limit=limit)
        return [Certificate.of(document) for document in found]

    async def file(self, act: Act, certificate_id: str) -> tuple[Certificate, bytes]:
        """The PDF, for the holder or an agent who may collect. A read by anybody but the holder is logged first.

        Raises `NotFound`, and `Unavailable` where the stored file is not the one that was issued.
        """
        certificate = await self.get(act, certificate_id)
        permissions.require("certificate.download", act, certificate)
        await self._audit.read(act, "certificate.downloaded", person=certificate.person, subject=f"certificates/{certificate.id}")
        return await self.content(certificate_id)

    async def content(self, certificate_id: str) -> tuple[Certificate, bytes]:
        """A certificate the caller has a right to already, with its file. Raises `NotFound`, `Unavailable` as `file` does."""
        certificate = await self.issued(certificate_id)
        document = await self.store.certificate_files.get(certificate_id)
        try:
            pdf = unlock(CertificateFile.of(document or {}))
        except (InvalidTag, ValueError):
            pdf = b""
        if digest_of(pdf) != certificate.sha256:
            log.error("certificate_file_damaged", certificate=certificate.id)
            raise Unavailable("这份证明的文件暂时读不出来，已通知系统管理员，请稍后再试。")
        return certificate, pdf

    @once("certificates", Certificate)
    async def revoke(self, act: Act, certificate_id: str, body: RevokeBody) -> Certificate:
        """Ends a certificate's validity: revoked, or superseded by another of the same person and item.

        Raises `Forbidden` outside the department, `WrongState` where it has ended already, `StaleVersion`.
        """
        certificate = await self.get(act, certificate_id)
        permissions.require("certificate.revoke", act, certificate)
        if body.superseded_by is not None:
            await self._check_successor(certificate, body.superseded_by)
        state = CertificateState.SUPERSEDED if body.superseded_by else CertificateState.REVOKED
        changes = {
            "state": state.value,
            "reason": body.reason,
            "ended_at": act.at,
            "ended_by": signatory(act).model_dump(),
            "superseded_by": body.superseded_by,
        }
        data = {"title": certificate.title, "number": certificate.number, "reason": body.reason, "state": state.label}
        notice = NoticeOrder(to=certificate.person, template="certificate_revoked", data=data)
        event = event_of(act, f"certificate.{state.value}", detail={"number": certificate.number, "reason": body.reason}, notices=[notice])
        where = {"_id": certificate.id, "state": CertificateState.VALID.value, "version": body.version}
        changed = await self.store.certificates.change(where, {"$set": changes}, event)
        if changed is not None:
            return Certificate.of(changed)
        now = await self.get(act, certificate_id)
        if now.state is not CertificateState.VALID:
            raise WrongState(f"这份证明{now.state.label}，不能再撤销。")
        raise StaleVersion()

    async def duplicate(self, act: Act, old: Certificate) -> Prepared:
        """Another one that says what `old` says; see `Issuing.duplicate`."""
        return await self._issuing.duplicate(act, old)

    async def replace(
        self, act: Act, old: Certificate, prepared: Prepared, body: ReissueBody, also: Callable[[Session], Awaitable[None]]
    ) -> Certificate:
        """Writes `prepared` in the place of `old`, which says so at its QR from then on; `also` in the same transaction.

        Raises `StaleVersion` where `old` has changed meanwhile.
        """
        new = prepared.certificate
        changes = {"state": CertificateState.SUPERSEDED.value, "reason": body.reason, "ended_at": act.at}
        changes |= {"ended_by": signatory(act).model_dump(), "superseded_by": new.id}
        ended = event_of(replace(act, key=None, digest=None), "certificate.superseded", detail={"by": new.number, "reason": body.reason})
        words = {
            "title": new.title,
            "number": new.number,
            "certificate": new.id,
            "old": old.number,
            "cause": body.cause.label,
            "reason": body.reason,
        }
        detail = {"number": new.number, "replaces": old.number, "cause": body.cause.value, "reason": body.reason, "case": new.case}
        notice = NoticeOrder(to=new.person, template="certificate_replaced", data=words)
        event = event_of(act, "certificate.reissued", detail=detail, notices=[notice])

        async def write(session: Session) -> None:
            where = {"_id": old.id, "state": CertificateState.VALID.value, "version": body.version}
            if await self.store.certificates.change(where, {"$set": changes}, ended, session=session) is None:
                raise StaleVersion()
            await self.write(prepared, session, event)
            await also(session)

        await self.store.transact(write)
        return await self.issued(new.id)

    async def of_case(self, case: str, department: str | None) -> list[Certificate]:
        """What a department has issued in a case, the newest first."""
        return await self._of({"case": case, "department": department})

    async def of_person(self, person: str, department: str | None) -> list[Certificate]:
        """What a department has issued to somebody, the newest first, at most fifty."""
        return await self._of({"person": person, "department": department})

    async def ending_with(self, serial: int, items: Sequence[str], department: str | None, year: int) -> list[Certificate]:
        """What a department has issued of these items under a serial, this year and in the two before it."""
        names = [sequence_name(item, each) for item in items for each in range(year - 2, year + 1)]
        return await self._of({"sequence": {"$in": names}, "serial": serial, "department": department, "person": {"$exists": True}})

    async def _of(self, where: Mapping[str, Any]) -> list[Certificate]:
        found = await self.store.certificates.find(where, sort=[("_id", -1)], limit=_FOUND)
        return [Certificate.of(document) for document in found]

    async def ending(self, act: Act, certificate_id: str, reason: str) -> Callable[[Session], Awaitable[None]]:
        """What revokes a certificate in the transaction that annuls the decision it was issued on. One that has ended stays as it is."""
        certificate = await self.issued(certificate_id)
        state = CertificateState.REVOKED
        changes = {"state": state.value, "reason": reason, "ended_at": act.at, "ended_by": signatory(act).model_dump()}
        data = {"title": certificate.title, "number": certificate.number, "reason": reason, "state": state.label}
        notice = NoticeOrder(to=certificate.person, template="certificate_revoked", data=data)
        event = event_of(act, f"certificate.{state.value}", detail={"number": certificate.number, "reason": reason}, notices=[notice])

        async def write(session: Session) -> None:
            where = {"_id": certificate.id, "state": CertificateState.VALID.value}
            await self.store.certificates.change(where, {"$set": changes}, event, session=session)

        return write

    async def reinstating(self, act: Act, certificate_id: str) -> Callable[[Session], Awaitable[None]]:
        """What makes a certificate valid again that the same actor revoked, since the decision it was issued on holds again. One that
        ended for another reason stays as it is."""
        certificate = await self.issued(certificate_id)
        data = {"title": certificate.title, "number": certificate.number}
        notice = NoticeOrder(to=certificate.person, template="certificate_reinstated", data=data)
        event = event_of(act, "certificate.reinstated", detail={"number": certificate.number}, notices=[notice])

        async def write(session: Session) -> None:
            where = {"_id": certificate.id, "state": CertificateState.REVOKED.value, "ended_by.id": act.actor.id}
            changes = {"state": CertificateState.VALID.value, "reason": "", "ended_at": None, "ended_by": None}
            await self.store.certificates.change(where, {"$set": changes}, event, session=session)

        return write

    async def by_code(self, act: Act, code: str) -> Certificate | None:
        """The certificate of a verification code; None where there is none. Each look-up is counted and noted."""
        document = await self.store.certificates.find_one({"code": code})
        certificate = Certificate.of(document) if document else None
        self._note(act, certificate, "code")
        return certificate

    async def issued(self, certificate_id: str) -> Certificate:
        """A certificate the caller has a right to already: just issued to them, or named by one they look at."""
        document = await self.store.certificates.get(certificate_id)
        if document is None:
            raise NotFound()
        return Certificate.of(document)

    async def numbered(self, act: Act, number: str) -> Certificate:
        """The certificate of a number, for staff. Raises `NotFound`."""
        document = await self.store.certificates.find_one({"number": number}, fields=["_id"])
        if document is None:
            raise NotFound()
        return await self.get(act, document["_id"])

    async def check_file(self, act: Act, pdf: bytes) -> tuple[FileVerdict, Certificate | None]:
        """What an uploaded PDF is: the very file we issued, one made from it, a notice under our seal, or none of ours."""
        document = await self.store.certificates.find_one({"sha256": digest_of(pdf)})
        if document is not None:
            certificate = Certificate.of(document)
            self._note(act, certificate, "file")
            return FileVerdict.AUTHENTIC, certificate
        found = await self._workers.run(inspect_pdf, pdf, (self._issuing.signing.chain,), timeout=_INSPECT_SECONDS)
        document = await self.store.certificates.find_one({"code": found.code}) if found.code else None
        certificate = Certificate.of(document) if document else None
        self._note(act, certificate, "altered_file")
        if certificate is not None:
            return FileVerdict.ALTERED, certificate
        ours = found.finding is Finding.INTACT
        log.info("foreign_file_checked", finding=found.finding.value, signed_by_us=ours)
        return (FileVerdict.SEALED if ours else FileVerdict.UNKNOWN), None

    async def export(self, person: str) -> list[dict[str, Any]]:
        """Everything kept about a person's certificates, for their export; the files they can download."""
        documents = await self.store.certificates.find({"person": person}, sort=[("_id", 1)])
        hidden = {"events", "keys", "unrelayed", "holder", "sequence", "serial"}
        return [Certificate.of(document).model_dump(mode="json", exclude=hidden) for document in documents]

    async def void_unused(self) -> int:
        """Gives every number that was taken and not used its own row. Returns how many. Run periodically.

        A counter's value is marked and looked at again ten minutes of the machine's time later: what was taken
        before the mark is written by then, or never. Should it be written later still, the unique index on
        sequence and serial lets only one of the two stand.
        """
        now, voided = wall_time(), 0
        for counter in await self.store.counters.find({"_id": {"$regex": "^certificate:"}}):
            marked, since = int(counter.get("marked", 0)), counter.get("marked_at")
            if marked == int(counter.get("swept", 0)) or since is None:
                await self._mark(counter, now)
            elif now - since >= _GRACE:
                voided += await self._sweep(counter, marked)
        return voided

    async def drain(self) -> None:
        """Waits for the notes of verifications that are being written."""
        await asyncio.gather(*self._notes, return_exceptions=True)

    async def _mark(self, counter: Mapping[str, Any], now: datetime) -> None:
        if int(counter["value"]) > int(counter.get("swept", 0)):
            where = {"_id": counter["_id"], "marked": counter.get("marked")}
            await self.store.counters.change(where, {"$set": {"marked": counter["value"], "marked_at": now}})

    async def _sweep(self, counter: Mapping[str, Any], marked: int) -> int:
        sequence, swept = counter["_id"], int(counter.get("swept", 0))
        window = {"sequence": sequence, "serial": {"$gt": swept, "$lte": marked}}
        used = {row["serial"] for row in await self.store.certificates.find(window, fields=["serial"])}
        voids = [self._void(sequence, serial) for serial in range(swept + 1, marked + 1) if serial not in used]
        made = await self.store.certificates.insert_missing(voids)
        await self.store.counters.change({"_id": sequence, "marked": marked}, {"$set": {"swept": marked}})
        if made:
            log.info("certificate_numbers_void", sequence=sequence, count=made)
        return made

    def _void(self, sequence: str, serial: int) -> VoidNumber:
        _, item, year = sequence.split(":")
        number = certificate_number(self._issuing.prefix_of(item), int(year), serial)
        return VoidNumber(_id=new_id("void"), sequence=sequence, serial=serial, number=number, issued_at=self._clock.now())

    async def _check_successor(self, certificate: Certificate, successor_id: str) -> None:
        document = await self.store.certificates.get(successor_id)
        successor = Certificate.of(document) if document and document["state"] != CertificateState.VOID else None
        if successor is None or (successor.person, successor.item) != (certificate.person, certificate.item):
            raise Invalid("替换的证明要属于同一个人、同一个事项，请核对后重新填写。")
        if successor.id == certificate.id or successor.state is not CertificateState.VALID:
            raise Conflict("替换的证明要是另一份有效的证明，请核对后重新填写。")

    def _note(self, act: Act, certificate: Certificate | None, by: str) -> None:
        """Writes down that somebody checked, without making them wait; under a flood the counter alone remembers."""
        VERIFICATIONS.labels(by if certificate else "unknown").inc()
        if certificate is None or len(self._notes) >= _NOTES_AT_ONCE:
            return
        known = isinstance(act.actor, (CitizenActor, StaffActor))
        who = {"kind": act.actor.kind, "id": act.actor.id, "name": act.actor.name} if known else None
        row = {"_id": new_id("check"), "certificate": certificate.id, "at": act.at, "by": by, "who": who, "request_id": act.request_id}
        note = asyncio.create_task(self._write_note(row))
        self._notes.add(note)
        note.add_done_callback(self._notes.discard)

    async def _write_note(self, row: Mapping[str, Any]) -> None:
        try:
            await self.store.verifications.insert(row)
        except (Unavailable, DuplicateKeyError, OSError) as error:
            log.warning("verification_not_noted", error=type(error).__name__)
