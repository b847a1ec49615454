"""The papers of what was granted: numbered, sealed, with a QR, for people to download (电子证明).

They follow the case as the licence register does: made by a consumer of the cases' events once nothing is owed that the result
waits for, revoked with the decision, valid again where the decision holds again; from the case as it is now, so safely twice.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from pydantic import JsonValue

from backend.audit import event_of
from backend.cases.decided import BARE, answered
from backend.cases.granted import granted_of
from backend.catalogue import Catalogue, decider, hold
from backend.certificates import Application, ByStaff, Certificates, Prepared, Sheet
from backend.clock import SHANGHAI
from backend.errors import Conflict, Unavailable
from backend.ids import new_id
from backend.licences import current_paper, last_day, paper_id
from backend.outbox import OutboxRow
from backend.people import Applicant, applicant_of, mask_number
from backend.store import DuplicateKeyError, Session, Store
from models.acts import Act, SystemActor, is_enterprise
from models.base import NoticeOrder
from models.cases import Case, Decision
from models.catalogue import APPLICANT, ItemVersion, ResultForm, ResultPaper
from models.certificates import Certificate, CertificateKind, CertificateState, Signatory


class ResultPapers:
    """Makes and ends the papers of granted results."""

    def __init__(self, store: Store, catalogue: Catalogue, certificates: Certificates) -> None:
        self._store = store
        self._catalogue = catalogue
        self._certificates = certificates

    async def on_case_event(self, row: OutboxRow) -> None:
        """Brings the paper to where the case is. Consumes `backend.cases.RESULT_EVENTS`. Raises `Unavailable` to be asked again."""
        if (found := await granted_of(self._store, row)) is None:
            return
        case, decision = found
        version = self._catalogue.version_by_id(case.item_version)
        result = next((each for each in version.results if each.paper is not None), None)
        if result is None or result.paper is None:
            return
        act = Act(SystemActor(id="certificates"), row.at, channel="system")
        known = await current_paper(self._store, case.id)
        if (over := decision.over) is not None:
            if known is not None:
                await self._store.transact(await self._certificates.ending(act, known.id, over))
        elif known is not None and known.state is CertificateState.REVOKED:
            await self._store.transact(await self._certificates.reinstating(act, known.id))
        elif known is None and all(each.is_settled for each in case.obligations):
            await self._make(act, case, decision, version, self._sheet(act, paper_id(case.id), case, version, result, result.paper))

    async def again(self, act: Act, case: Case, replaces: Certificate) -> Prepared:
        """The paper of a granted case as it stands now, in place of one that said something else. Raises `Invalid` where it cannot be
        printed."""
        version = self._catalogue.version_by_id(case.item_version)
        result = next((each for each in version.results if each.key == replaces.result), None)
        if result is None or result.paper is None or case.decision is None:
            raise Conflict("这份证明不是按办件决定打印的，不能在这里换发。")
        sheet = self._sheet(act, new_id("cert"), case, version, result, result.paper)
        return await self._prepared(act, case, case.decision, version, sheet, replaces.number)

    async def _prepared(self, act: Act, case: Case, decision: Decision, version: ItemVersion, sheet: Sheet, replaces: str = "") -> Prepared:
        assert version.paper is not None  # the caller looked
        by = ByStaff(Signatory(id=decision.by.id, name=decision.by.name, department=version.deciding_department))
        person = await applicant_of(self._store, case.person)
        agent = Signatory(id=case.agent.id, name=case.agent.name) if case.agent else None
        fields = [field for key in version.paper.shows if (field := version.field(key)) is not None]
        lines: list[JsonValue] = [
            *_parties(version.paper, case, person, act.at.astimezone(SHANGHAI).date()),
            *[[label, words] for label, words in answered(case, [*fields, *version.printed_fills])],
        ]
        if decision.reason and decision.reason not in BARE:
            lines.append(["说明", decision.reason])
        facts: dict[str, JsonValue] = {
            "item": case.item_name,
            "decision": decision.number,
            "case": case.number or "",
            "lines": lines,
            "rests_on": "上述决定",
        }
        application = Application(case.id, version, case.form, person, agent, case.grant, by, sheet, replaces)
        return await self._certificates.stated(act, application, facts)

    async def _make(self, act: Act, case: Case, decision: Decision, version: ItemVersion, sheet: Sheet) -> None:
        prepared = await self._prepared(act, case, decision, version, sheet)
        made = prepared.certificate
        words = {"title": made.title, "number": made.number, "certificate": made.id, "item": made.title, "applicant": case.person_name}
        words |= {"case": case.id, "case_number": case.number or ""}
        told = {case.person, case.agent.id} if case.agent else {case.person}
        notices = [NoticeOrder(to=each, template="certificate_issued", data=words) for each in sorted(told)]
        event = event_of(replace(act, key=None), "certificate.issued", detail={"number": made.number, "case": case.id}, notices=notices)

        async def write(session: Session) -> None:
            await self._certificates.write(prepared, session, event)

        try:
            await self._store.transact(write)
        except DuplicateKeyError:
            raise Unavailable() from None  # the same event twice at the same moment: looked at again

    def _sheet(self, act: Act, id: str, case: Case, version: ItemVersion, result: ResultForm, paper: ResultPaper) -> Sheet:
        by = decider(case, version, self._catalogue.vocabulary)
        code = by.code or paper.type_code[:18]
        licence = self._catalogue.vocabulary.licences[result.licence.kind] if result.licence else None
        until = last_day(case, result, licence, act.at.astimezone(SHANGHAI).date())
        kind = CertificateKind(
            title=result.name, prefix=paper.prefix, type_code=paper.type_code, issuer=by.name, issuer_code=code, seal=by.seal
        )
        return Sheet(id, result.key, paper.template, kind, until)


def _parties(paper: ResultPaper, case: Case, applicant: Applicant, today: date) -> list[JsonValue]:
    """Who the paper is about, each side in a line of its own; a side nobody stands on is left out."""
    stated: list[JsonValue] = []
    for party in (each for each in paper.parties if hold(each.when, case.form, today)):
        named = [who for key in party.who for who in _named(key, case, applicant, full=party.full)]
        if named:
            stated.append([party.label, "、".join(named)])
    return stated


def _named(key: str, case: Case, applicant: Applicant, *, full: bool) -> list[str]:
    """Name and document number of whom a field names, or of the applicant; a unit's number is public."""
    if key == APPLICANT:
        who = applicant.key
        return [_with_number(who.name, who.document_type.label, _number(who.id_number, full or is_enterprise(case.person)))] if who else []
    value = case.form.get(key)
    people = value if isinstance(value, list) else [value]
    return [_of_answer(each, full) for each in people if isinstance(each, dict)]


def _of_answer(answer: Mapping[str, JsonValue], full: bool) -> str:
    name, code = str(answer.get("name", "")), answer.get("uscc")
    if code:
        return _with_number(name, "统一社会信用代码", str(code))
    return _with_number(name, "证件号码", _number(str(answer.get("id_number") or ""), full))


def _number(number: str, full: bool) -> str:
    return number if full else mask_number(number)


def _with_number(name: str, label: str, number: str) -> str:
    return f"{name}（{label} {number}）" if number else name
