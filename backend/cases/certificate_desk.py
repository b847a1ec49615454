"""Certificates at the counter: found by their holder or case, and issued anew where one was lost, damaged, or says what is not so.

A duplicate (遗失、损坏补发) says what the old one said. A corrected one (更正换发) says what holds now: an instant certificate what the
registers answer today, the paper of a granted case what the case and its holder's registered name say, with answers put right that were
wrong when they were written. What was decided stays decided; the old paper says at its QR which one has taken its place.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import JsonValue

from backend import permissions
from backend.audit import Audit, event_of
from backend.cases.instant import Instant
from backend.cases.result_papers import ResultPapers
from backend.catalogue import Catalogue, form_faults
from backend.certificates import Certificates, Prepared
from backend.errors import Conflict, FieldError, Invalid, NotFound, StaleVersion, WrongState
from backend.idempotency import once
from backend.people import People, check_number
from backend.store import Session, Store
from models.acts import Act, StaffActor
from models.cases import Case
from models.catalogue import ItemVersion
from models.certificates import Certificate, CertificateState, FindCertificatesBody, ReissueBody, ReissueCause
from models.forms import FieldType, FormField

_WRITTEN = (FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.MONTH)
_ELSEWHERE = "这份证明由另外的系统换发（例如积分确认书），不能在这里重新开。"
_THE_SAME = "按现在的登记和办件重新开，内容和原来的一样。登记写错的，请本人先到登记部门更正；办件里写错的，填上正确的再换发。"


class CertificateDesk:
    """What staff do with certificates of their department beside revoking them."""

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        certificates: Certificates,
        people: People,
        audit: Audit,
        instant: Instant,
        papers: ResultPapers,
    ) -> None:
        self.store = store
        self._catalogue = catalogue
        self._certificates = certificates
        self._people = people
        self._audit = audit
        self._instant = instant
        self._papers = papers

    async def find(self, act: Act, body: FindCertificatesBody) -> list[Certificate]:
        """The certificates of the caller's department by their holder's document, their case's number or the end of their own; the look is
        logged with what for. Raises `Invalid` for a malformed number, `NotFound` where there is no such person or case."""
        department = act.actor.department if isinstance(act.actor, StaffActor) else None
        if body.ending is not None:
            items = [each.code for each in self._catalogue.items]
            found = await self._certificates.ending_with(int(body.ending), items, department, act.at.year)
            for each in found:
                await self._audit.read(
                    act, "certificate.sought", person=each.person, subject=f"certificates/{each.id}", purpose=body.purpose
                )
            return found
        if body.id_number is not None:
            number = check_number(body.document_type, body.id_number, act.at.date())
            person = await self._people.find(body.document_type, number)
            if person is None:
                raise NotFound("没有用这个证件登记过的人。请对照证件核对类型和号码。")
            await self._audit.read(act, "certificate.sought", person=person.id, subject=f"citizens/{person.id}", purpose=body.purpose)
            return await self._certificates.of_person(person.id, department)
        document = await self.store.cases.find_one({"number": body.case_number})
        if document is None:
            raise NotFound("没有这个编号的办件。请照受理凭证或决定书上的编号核对后再找。")
        case = Case.of(document)
        await self._audit.read(act, "certificate.sought", person=case.person, subject=f"cases/{case.id}", purpose=body.purpose)
        return await self._certificates.of_case(case.id, department)

    async def correctable(self, act: Act, certificate_id: str) -> list[tuple[FormField, JsonValue]]:
        """The answers on the paper that may be put right, each with what it says; none where registers say everything."""
        certificate = await self._of(act, certificate_id)
        case = await self._case_of(certificate)
        return [(field, case.form.get(field.key)) for field in self._fields(certificate)] if case else []

    @once("certificates", Certificate)
    async def reissue(self, act: Act, certificate_id: str, body: ReissueBody) -> Certificate:
        """The certificate that has taken the place of another one; the holder is told.

        Raises `WrongState` where the old one holds no more, `StaleVersion`, `Invalid` where nothing would be different or an answer
        cannot be, `Conflict` for what another engine issues, `Unavailable` where a register does not answer.
        """
        old = await self._of(act, certificate_id)
        state = old.state_on(act.at.date())
        if state is not CertificateState.VALID:
            raise WrongState(f"这份证明{state.label}，不能再补发、换发；还要用的，请重新申请。")
        if old.version != body.version:
            raise StaleVersion()
        case = await self._case_of(old)
        if not (self._version(old).instant or old.result):
            raise Conflict(_ELSEWHERE)
        corrected = self._corrected(act, old, case, body)
        prepared = await self._prepared(act, old, corrected, body)
        if body.cause is ReissueCause.CORRECTED and _says(prepared.certificate) == _says(old) and old.template:
            raise Invalid(_THE_SAME)
        return await self._certificates.replace(act, old, prepared, body, self._beside(act, old, case, prepared, body))

    async def _prepared(self, act: Act, old: Certificate, case: Case | None, body: ReissueBody) -> Prepared:
        if body.cause is not ReissueCause.CORRECTED and old.template:
            return await self._certificates.duplicate(act, old)
        if case is None:
            raise Conflict("办件的档案已经批准销毁，只能照原样补发，不能更正。请让本人重新申请。")
        if old.result:
            return await self._papers.again(act, case, old)
        return await self._instant.again(act, case, old.number)

    def _corrected(self, act: Act, old: Certificate, case: Case | None, body: ReissueBody) -> Case | None:
        """The case with its answers put right. Raises `Invalid` with a pointer for each that cannot be."""
        if body.corrections and body.cause is not ReissueCause.CORRECTED:
            raise Invalid(errors=[FieldError("/corrections", "补发照原样打印，不改内容；要改的请选「更正换发」。")])
        if not body.corrections or case is None:
            return case
        known, not_here = {field.key for field in self._fields(old)}, "这一项不在这份证明上，或者不能在这里更正。"
        faults = [FieldError(f"/corrections/{key}", not_here) for key in body.corrections if key not in known]
        form = {**case.form, **body.corrections}
        decided = case.decision.at.date() if case.decision else act.at.date()
        wrong = form_faults(self._version(old).form, form, decided, complete=True, applicant=case.person_name, pointer="/corrections")
        faults += [each for each in wrong if each.pointer.split("/")[2:3] and each.pointer.split("/")[2] in body.corrections]
        if faults:
            raise Invalid(errors=faults)
        return case.model_copy(update={"form": form})

    def _beside(self, act: Act, old: Certificate, case: Case | None, prepared: Prepared, body: ReissueBody) -> Callable[[Session], Any]:
        """What changes of the case in the same transaction: which certificate is its own, and answers put right."""

        async def write(session: Session) -> None:
            if case is None:
                return
            changes: dict[str, Any] = {"certificate": prepared.certificate.id} if case.certificate == old.id else {}
            event = None
            if body.corrections:
                changes["form"] = {**case.form, **body.corrections}
                if case.archived is not None:  # goes with a supplement to the list it was handed over with
                    changes["archived.changed_at"] = act.at
                detail = {"fields": sorted(body.corrections), "certificate": prepared.certificate.number, "reason": body.reason}
                event = event_of(replace(act, key=None, digest=None), "case.answers_corrected", detail=detail)
            if changes:
                where = {"_id": case.id, "version": case.version}
                if await self.store.cases.change(where, {"$set": changes}, event, session=session) is None:
                    raise StaleVersion()

        return write

    def _fields(self, certificate: Certificate) -> list[FormField]:
        """The written answers that stand on the paper of a result: no name or number of a person among them, those are registered."""
        version = self._version(certificate)
        paper = next((each.paper for each in version.results if each.key == certificate.result and each.paper), None)
        found = [version.field(key) for key in paper.shows] if paper else []
        return [field for field in found if field is not None and field.type in _WRITTEN and not field.sealed and field.source is None]

    def _version(self, certificate: Certificate) -> ItemVersion:
        return self._catalogue.version_by_id(certificate.item_version)

    async def _of(self, act: Act, certificate_id: str) -> Certificate:
        certificate = await self._certificates.get(act, certificate_id)
        permissions.require("certificate.reissue", act, certificate)
        return certificate

    async def _case_of(self, certificate: Certificate) -> Case | None:
        """The case; None where its file is destroyed, or is about to be."""
        document = await self.store.cases.get(certificate.case)
        case = Case.of(document) if document else None
        return None if case is None or (case.archived is not None and case.archived.destruction) else case


def _says(certificate: Certificate) -> Mapping[str, Any]:
    """What a certificate says, beside what it is called and when it was made."""
    return {"holder": certificate.holder, "facts": certificate.data.get("facts"), "issuer": certificate.issuer}
