"""The district's own licence register: what a granted case hands out as a licence can replace a paper in the next case.

It follows the case: issued by the organ in whose name it was decided once nothing is owed that the result waits for, under the
number on the paper once that is recorded, cancelled where the decision is taken back or a later one takes its place. A result that is a sealed paper of ours enters
it once that is made, under the paper's own identifier and number: it is one licence. It is written by a consumer of the cases'
events, and from the case as it is now, so safely twice.
"""

import hashlib
from datetime import date, timedelta
from typing import Any

from pydantic import JsonValue

from backend.audit import event_of
from backend.catalogue import Catalogue, decider, hold, stated_by_others
from backend.clock import SHANGHAI, Clock
from backend.errors import Unavailable
from backend.outbox import OutboxRow
from backend.people import applicant_of
from backend.store import DuplicateKeyError, Store
from models.acts import Act, SystemActor
from models.cases import Case, Completion, Decision, Organ
from models.catalogue import ItemVersion, ResultForm, ResultLicence
from models.certificates import Certificate
from models.forms import FieldType, FormField
from models.issued_licences import IssuedLicence
from models.licence_identifier import LicenceIdentifier
from models.licences import LicenceKind, LicenceOnRecord, LicenceStatus
from models.registers import PersonKey, Provenance

SOURCE = "own_licences"


class Issued:
    """The register of what was issued here."""

    def __init__(self, store: Store, catalogue: Catalogue, clock: Clock) -> None:
        self._store = store
        self._catalogue = catalogue
        self._clock = clock

    async def held(self, holder: PersonKey, type_code: str | None = None) -> list[LicenceOnRecord]:
        """What the holder was issued here; of one kind where a type code is named."""
        where: dict[str, Any] = {"holder_number": holder.id_number, "holder_document": holder.document_type.value}
        if type_code is not None:
            where["type_code"] = type_code
        documents = await self._store.licences_issued.find(where, sort=[("_id", 1)])
        return [LicenceOnRecord.model_validate(IssuedLicence.of(each).record) for each in documents]

    def provenance(self, licence: LicenceOnRecord) -> Provenance:
        """That a licence comes from here."""
        digest = hashlib.sha256(licence.model_dump_json().encode()).hexdigest()
        return Provenance(source=SOURCE, record_id=licence.identifier, fetched_at=self._clock.now(), digest=digest)

    async def on_case_event(self, row: OutboxRow) -> None:
        """Brings the register to where the case is. Consumes `backend.cases.RESULT_EVENTS`. Safe to run twice."""
        await self._bring(row, row.subject_id)

    async def on_paper(self, row: OutboxRow) -> None:
        """The paper of a result was made, or made anew. Consumes "certificate.issued", "certificate.reissued". Safe to run twice."""
        await self._bring(row, row.detail["case"])

    async def _bring(self, row: OutboxRow, case_id: str) -> None:
        document = await self._store.cases.get(case_id)
        case = Case.of(document) if document else None
        if case is None or case.decision is None or case.decision.outcome is not Completion.GRANTED:
            return
        version = self._catalogue.version_by_id(case.item_version)
        holder = (await applicant_of(self._store, case.person)).key
        for result in version.results:
            paper = await current_paper(self._store, case.id) if result.paper else None
            if result.licence is None or holder is None or (result.paper is not None and paper is None):
                continue  # comes again with the paper
            if hold(result.licence.when, case.form, case.decision.at.astimezone(SHANGHAI).date()):
                await self._follow(row, case, case.decision, version, result, result.licence, holder, paper)
            if result.licence.replaces_earlier:
                await self._replace(row, case, case.decision, result.licence.kind, holder)

    async def _follow(
        self,
        row: OutboxRow,
        case: Case,
        decision: Decision,
        version: ItemVersion,
        result: ResultForm,
        licence: ResultLicence,
        holder: PersonKey,
        paper: Certificate | None,
    ) -> None:
        kind = self._catalogue.vocabulary.licences[licence.kind]
        issuer = decider(case, version, self._catalogue.vocabulary)
        id = issued_id(case, result)
        known = await self._store.licences_issued.get(id)
        over = decision.over is not None or (known is not None and IssuedLicence.of(known).replaced_by is not None)
        record = _record(case, decision, version, result, kind, issuer, holder, paper, over=over).model_dump(mode="json")
        act = Act(SystemActor(id="licences"), row.at, channel="system")
        detail = {"item": case.item, "kind": kind.id, "case": case.id}
        if known is None and decision.over is None:
            if not _handed_out(case):
                return
            issued = IssuedLicence(
                _id=id,
                person=case.person,
                holder_document=holder.document_type,
                holder_number=holder.id_number,
                kind=kind.id,
                type_code=kind.type_code,
                case=case.id,
                item=case.item,
                result=result.key,
                record=record,
            )
            try:
                await self._store.licences_issued.insert(issued, event_of(act, "licence.issued", detail=detail))
            except DuplicateKeyError:
                raise Unavailable() from None  # the same event twice at the same moment: looked at again
        elif known is not None and IssuedLicence.of(known).record != record:
            restored = IssuedLicence.of(known).record["status"] == LicenceStatus.CANCELLED
            action = "licence.cancelled" if over else "licence.restored" if restored else "licence.numbered"
            where = {"_id": id, "version": known["version"]}
            if await self._store.licences_issued.change(where, {"$set": {"record": record}}, event_of(act, action, detail=detail)) is None:
                raise Unavailable()

    async def _replace(self, row: OutboxRow, case: Case, decision: Decision, kind: str, holder: PersonKey) -> None:
        """Ends what the holder was granted of the kind before this case; what it had ended holds again where its decision holds no more."""
        gone = decision.over is not None
        if not gone and not _handed_out(case):
            return
        where = {"holder_number": holder.id_number, "holder_document": holder.document_type.value, "kind": kind, "case": {"$ne": case.id}}
        where["replaced_by"] = case.id if gone else None
        for document in await self._store.licences_issued.find(where, sort=[("_id", 1)]):
            earlier = IssuedLicence.of(document)
            theirs = Case.of(await self._store.cases.get(earlier.case) or {}).decision
            if theirs is None or (theirs.at, earlier.case) >= (decision.at, case.id):
                continue
            status = LicenceStatus.VALID if gone and theirs.over is None else LicenceStatus.CANCELLED
            changes = {"replaced_by": None if gone else case.id, "record": {**earlier.record, "status": status.value}}
            action = "licence.restored" if status is LicenceStatus.VALID else "licence.cancelled"
            act = Act(SystemActor(id="licences"), row.at, channel="system")
            event = event_of(act, action, detail={"item": earlier.item, "kind": kind, "case": earlier.case, "by": case.id})
            if (
                await self._store.licences_issued.change({"_id": earlier.id, "version": document["version"]}, {"$set": changes}, event)
                is None
            ):
                raise Unavailable()


def _handed_out(case: Case) -> bool:
    """Whether it may be, as the paper: not before it is paid for and what was promised has come."""
    return all(each.is_settled for each in case.obligations)


def paper_id(case: str) -> str:
    """The certificate that is the paper of a granted case: one a case, so one event handled twice makes one."""
    return f"cert_{case.removeprefix('case_')}"


async def current_paper(store: Store, case: str) -> Certificate | None:
    """The paper of a granted case as it is now: the first one, or what has taken its place; None before it was made."""
    document = await store.certificates.get(paper_id(case))
    while document is not None and document.get("superseded_by"):
        document = await store.certificates.get(document["superseded_by"])
    return Certificate.of(document) if document else None


def _record(
    case: Case,
    decision: Decision,
    version: ItemVersion,
    result: ResultForm,
    kind: LicenceKind,
    issuer: Organ,
    holder: PersonKey,
    paper: Certificate | None,
    *,
    over: bool,
) -> LicenceOnRecord:
    assert result.licence is not None  # the caller looked
    issued_on = decision.at.astimezone(SHANGHAI).date()
    first, until = first_day(case, result, issued_on), last_day(case, result, kind, issued_on)
    serial = hashlib.sha256(issued_id(case, result).encode()).hexdigest()[:20].upper()
    made = (
        LicenceIdentifier.parse(paper.identifier) if paper else LicenceIdentifier(kind.type_code, issuer.code or kind.issuer_code, serial)
    )
    recorded = case.result.number if case.result and case.result.number else decision.number
    if result.licence.number is not None:
        recorded = holder.id_number
    fields = [field for key in result.licence.shows if (field := version.known(key)) is not None]
    stands = [*((field, case.known.get(field.key)) for field in fields), *stated_by_others(case, version)]
    return LicenceOnRecord.model_validate(
        {
            "identifier": str(made),
            "type_code": kind.type_code,
            "name": kind.name,
            "number": paper.number if paper else recorded,
            "issuer": issuer.name,
            "issuer_code": made.issuer_code,
            "issued_on": issued_on,
            "valid_from": min(first, until) if until else first,
            "valid_until": until,
            "status": LicenceStatus.CANCELLED if over else LicenceStatus.VALID,
            "holders": (holder.name,),
            "lines": [{"label": field.on_paper, "value": words} for field, value in stands if (words := _shown(field, value))],
        }
    )


def first_day(case: Case, result: ResultForm, issued_on: date) -> date:
    """The first day: what was answered, and not before it was issued."""
    answered = case.form.get(result.licence.since) if result.licence and result.licence.since else None
    return max(issued_on, date.fromisoformat(answered)) if isinstance(answered, str) else issued_on


def last_day(case: Case, result: ResultForm, kind: LicenceKind | None, issued_on: date) -> date | None:
    """The last day: what was answered, else the result's days, else the years of the licence; None where it has no end."""
    answered = case.form.get(result.licence.until) if result.licence and result.licence.until else None
    if isinstance(answered, str):
        return date.fromisoformat(answered)
    if result.validity_days is not None:
        return issued_on + timedelta(days=result.validity_days - 1)
    if kind is None or kind.valid_years is None:
        return None
    month, day = issued_on.month, issued_on.day
    last = date(issued_on.year + kind.valid_years, month, 28 if (month, day) == (2, 29) else day)
    return last - timedelta(days=1)


def _shown(field: FormField, value: JsonValue) -> str:
    """An answer as words: the label of an option, the name of a unit, the parts of an address one after another."""
    if field.type is FieldType.ENTERPRISE and isinstance(value, dict):
        return str(value.get("name", ""))
    if isinstance(value, dict):
        return "".join(str(each) for each in value.values())
    if isinstance(value, list):
        return "、".join(field.label_of(str(each)) for each in value)
    return "" if value is None else field.label_of(str(value))


def issued_id(case: Case, result: ResultForm) -> str:
    """The id under which a result of a case stands in the register."""
    return f"issued_{case.id.removeprefix('case_')}_{result.key}"
