"""Instant certificates (秒批): one request that becomes a closed case with its certificate, or a case a person decides.

The case, the certificate and its file are written in one transaction, so that a crash leaves all of them or none. Somebody without a phone
asks at a counter or before a village officer who attested them: it is theirs, and says who wrote it down.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from pydantic import JsonValue

from backend.audit import event_of
from backend.cases.actions import Action
from backend.cases.book import CaseBook
from backend.cases.both_sides import to_both
from backend.cases.by_hand import by_hand_view
from backend.cases.contents import snapshot
from backend.cases.core import somebody
from backend.cases.differing import differing, to_look_into
from backend.cases.named import NamedPeople
from backend.cases.needs import need_of, require_none_open
from backend.cases.offers import offers_of
from backend.cases.scribing import require_read_out, scribes_with, written_down_at
from backend.cases.words import listed
from backend.catalogue import (
    Catalogue,
    read_out,
    require_applicable,
    require_asked,
    require_facts,
    require_form,
    require_object,
    require_of_age,
    require_scribe,
)
from backend.catalogue.prefill import Forms
from backend.certificates import Application, ByStaff, Certificates, HandOver, Prepared
from backend.errors import Invalid, ProofNeeded, WrongState
from backend.grants import Grants
from backend.idempotency import earlier, once
from backend.ids import new_id
from backend.people import Applicant, People
from backend.store import DuplicateKeyError, Session, Store
from models.acts import Act, Power, ScribeActor
from models.base import Event, NoticeOrder
from models.cases import Case, CaseState, Completion, Decision, Somebody, Submission
from models.catalogue import ItemVersion, Outcome
from models.certificates import IssueBody, Scribe, Signatory
from models.fill_views import ByHandView

_DIFFERS = "您填的{names}和登记的不一样，工作人员核实后联系您。"
_BY_RULE = Somebody(id="rule", name="系统自动核对")


@dataclass(frozen=True)
class _Request:
    """What is asked for, checked."""

    version: ItemVersion
    person: Applicant = field(repr=False)
    form: Mapping[str, JsonValue] = field(repr=False)


class Instant:
    """Issues certificates of instant items."""

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        people: People,
        grants: Grants,
        certificates: Certificates,
        book: CaseBook,
        forms: Forms,
        named: NamedPeople,
    ) -> None:
        self.store = store
        self._catalogue = catalogue
        self._people = people
        self._grants = grants
        self._certificates = certificates
        self._book = book
        self._forms = forms
        self._named = named

    @once("cases", Case)
    async def issue(self, act: Act, body: IssueBody) -> Case:
        """The closed case with its certificate, or a case in the hands of a person (`handed_over_for` says why).

        Raises `ProofNeeded` below level 2, `Invalid` with pointers, `Forbidden` beyond a grant and to a scribe where it is not asked for
        at their desk, `AlreadyOpen` while a person decides on the same request, `DoneElsewhere` where there is nothing to apply for, `Unavailable` where a register does not answer.
        """
        if (repeated := await earlier(self.store, "cases", act)) is not None:
            return Case.of(repeated)
        request = await self._check(act, body)
        await require_none_open(self.store, act, need_of(request.version, request.person.id, request.form))
        case = await self._compared(act, await self._new_case(act, request), request.version)
        if names := to_look_into(case, request.version):
            case = case.model_copy(update={"snapshots": [snapshot(case.form, [])]})
            return await self._hand_over(act, case, request.version, HandOver(_DIFFERS.format(names=listed(names))))
        prepared = await self._certificates.prepare(act, self._application(case, request))
        case = case.model_copy(update={"snapshots": [snapshot(case.form, [], prepared.answers)]})
        if isinstance(prepared, HandOver):
            return await self._hand_over(act, case, request.version, prepared)
        return await self._close(act, case, request.version, prepared)

    async def decided(
        self, act: Act, case: Case, *, no_record: bool = False, facts: Mapping[str, JsonValue] | None = None, aside: bool = False
    ) -> Prepared:
        """The certificate of a case that had been handed over and is now granted by the clerk who acts.

        `facts` say what stands on the page where the registers do not (`Instant.by_hand`), beside what the form says; without them, and
        where it is not that nothing is on record, the registers are asked again and the rule must be able to grant. `aside`: the facts may
        leave out what the applicant asked for.
        The caller writes it (`Certificates.write`) in the transaction that closes the case. Raises `Invalid` where
        there is nothing to put on the page, `Unavailable` where a register does not answer.
        """
        version = self._catalogue.version_by_id(case.item_version)
        if no_record and not version.result.offers_no_record:
            raise Invalid(f"「{version.name}」不出具无记录证明。")
        if no_record and facts is not None:
            raise Invalid("出具无记录证明的，不用再填证明上的内容，请只选一样。")
        if facts is not None and version.instant is not None:
            facts = require_facts(version.instant, case.form, facts, act.at.date())
            if not aside:
                require_asked(version, case.form, facts, act.at.date())
        request = _Request(version, await self._people.applicant(case.person), case.form)
        by = Signatory(id=act.actor.id, name=act.actor.name, department=getattr(act.actor, "department", None))
        outcome = Outcome.NO_RECORD if no_record else Outcome.GRANT
        application = self._application(case, request, ByStaff(by=by, outcome=outcome, facts=facts))
        prepared = await self._certificates.prepare(act, application)
        if isinstance(prepared, HandOver):
            raise Invalid(prepared.reason)
        return prepared

    def by_hand(self, case: Case, actions: list[Action], today: date) -> ByHandView | None:
        """See `by_hand_view`."""
        return by_hand_view(case, self._catalogue, actions, today)

    async def again(self, act: Act, case: Case, replaces: str) -> Prepared:
        """The certificate of a closed case from the registers as they are now, in place of one that said something else. Raises
        `Invalid` where the rule would not issue it by itself, `Unavailable` where a register does not answer."""
        version = self._catalogue.version_by_id(case.item_version)
        request = _Request(version, await self._people.applicant(case.person), case.form)
        by = Signatory(id=act.actor.id, name=act.actor.name, department=getattr(act.actor, "department", None))
        application = replace(self._application(case, request, ByStaff(by=by)), replaces=replaces)
        prepared = await self._certificates.prepare(act, application)
        if isinstance(prepared, HandOver):
            raise Invalid(prepared.reason)
        return prepared

    async def _check(self, act: Act, body: IssueBody) -> _Request:
        if not act.proven:
            raise ProofNeeded()
        version = self._catalogue.version(body.item, act.at.date())
        require_applicable(version)
        if version.instant is None:
            raise WrongState(f"「{version.name}」不能即时出证，请按办事指南申请。")
        self._grants.require(act, Power.SUBMIT, body.item)
        require_object(version, act)
        require_scribe(act, version, self._catalogue.vocabulary)
        require_read_out(act, body.read_out)
        person = await self._people.applicant(act.person)
        require_of_age(version, act, person.born)
        form = require_form(version.form, body.form, act.at.date(), complete=True, applicant=person.name)
        return _Request(version, person, form)

    async def _new_case(self, act: Act, request: _Request) -> Case:
        version, agent = request.version, self._agent_of(act)
        by = agent or somebody(act)
        scribed = written_down_at(act, self._catalogue.vocabulary, [])
        region = self._catalogue.vocabulary.home or None
        case = Case(
            _id=new_id("case"),
            number=await self._book.next_number(act, region),
            person=request.person.id,
            person_name=request.person.name,
            agent=agent,
            grant=act.acting.grant if act.acting else None,
            item=version.item,
            item_name=version.name,
            item_version=version.id,
            department=version.department,
            region=region,
            town=request.person.town,
            is_licence=version.is_licence,
            channel=act.channel,
            form=dict(request.form),
            submissions=[Submission(number=1, mode="formal", at=act.at, by=by, scribed=scribed)],
            created_at=act.at,
            updated_at=act.at,
            filed_at=act.at,
        )
        return case.model_copy(update={"scribes": scribes_with(act, case)})

    async def _compared(self, act: Act, case: Case, version: ItemVersion) -> Case:
        """The case with what registers say of the answers that decide: no certificate rests on an answer that differs."""
        if not any(field.decides for field in version.form):
            return case
        sources = await self._forms.compared(act, version, case.form, {})
        looked_up = await self._named.looked_up(act, case, version, case.form)
        differs = differing(version, sources, looked_up)
        return case.model_copy(update={"sources": sources, "looked_up": looked_up, "differs": differs})

    async def _close(self, act: Act, case: Case, version: ItemVersion, prepared: Prepared) -> Case:
        certificate = prepared.certificate
        decision = Decision(outcome=Completion.GRANTED, number=certificate.number, at=act.at, by=_BY_RULE, certificate=certificate.id)
        closed = case.model_copy(
            update={
                "state": CaseState.CLOSED,
                "completion": Completion.GRANTED,
                "decision": decision,
                "certificate": certificate.id,
                "closed_at": act.at,
                "offers": offers_of(case, self._catalogue, act.at.date()),
            }
        )
        data = {"title": certificate.title, "number": certificate.number, "certificate": certificate.id}
        notices = self._tell(case, "certificate_issued", data)
        if closed.offers:
            notices += self._tell(case, "case_offers", {"offers": listed([each.name for each in closed.offers])})
        event = event_of(act, "case.issued", detail=data | self._heard(act, version), notices=notices)

        async def write(session: Session) -> None:
            await self.store.cases.insert(closed, event, session=session)
            await self._certificates.write(prepared, session)

        await self._in_transaction(act, closed, write)
        return _with_event(closed, event)

    async def _hand_over(self, act: Act, case: Case, version: ItemVersion, handed: HandOver) -> Case:
        need = need_of(version, case.person, case.form)
        waiting = case.model_copy(update={"handed_over_for": handed.reason, "open_need": need})
        waiting = await self._book.accepted(waiting, version, act)
        data = {"number": case.number or "", "reason": handed.reason}
        notices = self._tell(case, "certificate_handed_over", data)
        event = event_of(act, "case.handed_over", detail=data | self._heard(act, version), notices=notices)

        async def write(session: Session) -> None:
            await self.store.cases.insert(waiting, event, session=session)

        try:
            await self._in_transaction(act, waiting, write)
        except DuplicateKeyError:  # the same request at the same moment
            await require_none_open(self.store, act, need)
            raise
        return _with_event(waiting, event)

    async def _in_transaction(self, act: Act, case: Case, write: "Writing") -> None:
        """Under a grant its use is counted in the same transaction."""

        async def under_grant(session: Session | None) -> None:
            await (write(session) if session is not None else self.store.transact(write))

        await self._grants.under(act, Power.SUBMIT, case.item, under_grant, subject=case.id)

    @staticmethod
    def _application(case: Case, request: _Request, decision: ByStaff | None = None) -> Application:
        agent = Signatory(id=case.agent.id, name=case.agent.name) if case.agent else None
        by = _scribe_of(case)
        return Application(case.id, request.version, request.form, request.person, agent, case.grant, decision, scribe=by)

    def _heard(self, act: Act, version: ItemVersion) -> dict[str, str]:
        """What was read to the person before they agreed, where somebody wrote it down for them."""
        return {"read_out": read_out(version, self._catalogue.vocabulary)} if isinstance(act.actor, ScribeActor) else {}

    @staticmethod
    def _agent_of(act: Act) -> Somebody | None:
        return Somebody(id=act.actor.id, name=act.actor.name) if act.acting else None

    @staticmethod
    def _tell(case: Case, template: str, data: Mapping[str, str]) -> list[NoticeOrder]:
        """Both sides are told: the person, and whoever acted for them."""
        filled = {"item": case.item_name, "applicant": case.person_name, "case": case.id, "case_number": case.number or "", **data}
        return to_both(case, template, filled)


class Writing(Protocol):
    """The writes of a transaction."""

    async def __call__(self, session: Session) -> None: ...


def _scribe_of(case: Case) -> Scribe | None:
    """Who wrote down that the certificate was asked for."""
    asked = case.submissions[0]
    return Scribe(id=asked.by.id, name=asked.by.name, department=asked.by.department, town=asked.scribed.town) if asked.scribed else None


def _with_event(case: Case, event: Event) -> Case:
    """The case as it is stored: with the event that made it."""
    return case.model_copy(update={"events": [event], "unrelayed": [event.id], "keys": [event.key] if event.key else []})
