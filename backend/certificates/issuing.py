"""From a valid form to a sealed PDF that only needs to be written: registers, rule, number, page, signature."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import structlog
from pydantic import JsonValue

from backend.catalogue import Catalogue, Decision, Question, RuleFailed
from backend.certificates.files import lock
from backend.certificates.kinds import authority_chain, load_kinds
from backend.certificates.numbers import certificate_number, licence_serial, new_code, sequence_name
from backend.errors import Invalid
from backend.ids import new_id
from backend.licences import AskedRegisters
from backend.people import Applicant
from backend.printing import CannotRender, Finding, Job, SigningFiles, digest_of, inspect_pdf, make, showable, signing_files, templates_of
from backend.processes import Workers
from backend.registers import RegisterMismatch
from backend.spoken import full_day
from backend.store import Store
from models.acts import Act, StaffActor
from models.catalogue import ItemVersion, Outcome
from models.certificates import Certificate, CertificateFile, CertificateKind, Holder, Scribe, Signatory
from models.kept_answers import KeptAnswer
from models.licence_identifier import LicenceIdentifier
from models.registers import PersonKey, RegisterFile
from models.settings import Mode, Settings

log = structlog.get_logger()

_MAKE_SECONDS = 10.0
_INSTANT_PAGES = 2  # more than that is looked at by a person first
_MOST_PAGES = 20
_PURPOSE = "purpose"  # the form's field that says what the certificate is for


@dataclass(frozen=True)
class ByStaff:
    """A clerk's decision to issue where the rule would not. `facts` say what stands on the page, in place of the rule."""

    by: Signatory
    outcome: Outcome = Outcome.GRANT
    facts: Mapping[str, JsonValue] | None = None


@dataclass(frozen=True)
class Sheet:
    """The paper of one granted result, where that is no certificate of the item's own: its id, template and last day, and how it
    is called, numbered and sealed."""

    id: str
    result: str
    template: str
    kind: CertificateKind
    until: date | None


@dataclass(frozen=True)
class Application:
    """What is asked for: `form` has been checked; `agent` and `grant` where somebody acts for `person`,
    `scribe` where staff wrote it down for them."""

    case: str
    version: ItemVersion
    form: Mapping[str, JsonValue] = field(repr=False)
    person: Applicant = field(repr=False)
    agent: Signatory | None = None
    grant: str | None = None
    decision: ByStaff | None = None
    sheet: Sheet | None = None
    replaces: str = ""  # the number of the certificate whose place it takes
    scribe: Scribe | None = None  # who wrote down that `person` asked for it


@dataclass(frozen=True)
class Prepared:
    """A certificate that is complete and only needs to be written."""

    certificate: Certificate = field(repr=False)
    file: CertificateFile = field(repr=False)
    answers: Mapping[str, KeptAnswer] = field(default_factory=dict[str, KeptAnswer], repr=False)  # what the rule used, by register


@dataclass(frozen=True)
class HandOver:
    """A person must decide; `reason` is Chinese, for the applicant and the clerk."""

    reason: str
    answers: Mapping[str, KeptAnswer] = field(default_factory=dict[str, KeptAnswer], repr=False)  # what the rule used, by register


@dataclass(frozen=True)
class _Sealed:
    """The PDF of a certificate, and what only its making tells."""

    pdf: bytes = field(repr=False)
    sha256: str
    template: str = ""
    template_digest: str = ""
    authority_number: str = ""


class Issuing:
    """Prepares certificates. Writes nothing but the counter its numbers are taken from."""

    def __init__(self, store: Store, catalogue: Catalogue, registers: AskedRegisters, workers: Workers, settings: Settings) -> None:
        self._store = store
        self._catalogue = catalogue
        self._registers = registers
        self._workers = workers
        self._settings = settings
        self._kinds = load_kinds(settings.catalogue_dir)
        self._templates = str(templates_of(settings))
        self._signing = signing_files(settings)
        if missing := self.lacking(catalogue):
            raise ValueError(f"certificates.yaml names no certificate for {', '.join(missing)}")

    def lacking(self, catalogue: Catalogue) -> list[str]:
        """The items decided by rule for which certificates.yaml names no certificate."""
        return [item.code for item in catalogue.items if item.versions[-1].instant and item.code not in self._kinds.certificates]

    @property
    def signing(self) -> SigningFiles:
        """The key and chain in use."""
        return self._signing

    def prefix_of(self, item: str) -> str:
        """What the numbers of an item's certificates begin with."""
        if item in self._kinds.certificates:
            return self._kinds.certificates[item].prefix
        return next(paper.prefix for version in reversed(self._catalogue.item(item).versions) if (paper := version.paper) is not None)

    async def prepare(self, act: Act, application: Application) -> Prepared | HandOver:
        """Asks the registers, decides, numbers, renders and signs.

        Raises `RegisterUnavailable` where a register does not answer, `Unavailable` where the workers are busy, and
        for a clerk's decision `Invalid` where there is nothing to put on the page.
        """
        try:
            answers = await self._ask(application, act.at.date())
        except (RegisterMismatch, RuleFailed) as error:
            if application.decision is None:
                return HandOver(_of_mismatch(error))
            answers = {}
        decision = self._decide(application, answers, act.at.date())
        if decision.outcome is Outcome.PERSON:
            return HandOver(decision.reason, answers)
        try:
            return await self._issue(act, application, decision, answers)
        except (CannotRender, RegisterMismatch, RuleFailed) as error:
            reason = error.reason if isinstance(error, CannotRender) else _of_mismatch(error)
            if application.decision is not None:
                raise Invalid(reason) from None
            return HandOver(reason, answers)

    async def stated(self, act: Act, application: Application, facts: Mapping[str, JsonValue]) -> Prepared:
        """A certificate of what another engine has found: no rule is asked, `facts` stand on the page.

        Raises `Invalid` where the page cannot be printed, `Unavailable` where the workers are busy.
        """
        try:
            return await self._issue(act, application, Decision(Outcome.GRANT, data=dict(facts)), {})
        except CannotRender as error:
            raise Invalid(error.reason) from None

    async def duplicate(self, act: Act, old: Certificate) -> Prepared:
        """Another one that says what `old` says, to its last day, under a number and code of its own. A relayed file is not made anew.

        Raises `Invalid` where the page cannot be printed, `Unavailable` where the workers are busy.
        """
        year, known = act.at.year, LicenceIdentifier.parse(old.identifier)
        sequence = sequence_name(old.item, year)
        serial = await self._store.next_number(sequence)
        number, code = certificate_number(old.number.partition("〔")[0], year, serial), new_code()
        identifier = str(LicenceIdentifier(known.type_code, known.issuer_code, licence_serial(year, serial)))
        page = {**old.data, "number": number, "code": code, "identifier": identifier, "issued_on": full_day(act.at.date())}
        page["replaces"] = old.number
        try:
            sealed = await self._printed(self._catalogue.version_by_id(old.item_version), old.template, page, act.at)
        except CannotRender as error:
            raise Invalid(error.reason) from None
        new = {"id": new_id("cert"), "serial": serial, "sequence": sequence, "number": number, "code": code, "identifier": identifier}
        new |= {"data": page, "template_digest": sealed.template_digest, "sha256": sealed.sha256, "size": len(sealed.pdf)}
        new |= {"issued_at": act.at, "decided_by": signatory(act), "version": 0, "events": [], "unrelayed": [], "keys": []}
        certificate = old.model_copy(update=new)
        return Prepared(certificate, lock(certificate.id, sealed.pdf))

    async def _ask(self, application: Application, today: date) -> dict[str, KeptAnswer]:
        """Every register of the rule at the same time; of their answers what the rule uses."""
        rule = self._catalogue.rule(application.version)
        criteria = rule.criteria(application.form, today)
        person, purpose = _key_of(application.person), _purpose_of(application.version)
        asked = [self._registers.fetch(name, person, purpose, **narrowed) for name, narrowed in criteria.items()]
        return rule.keep(dict(zip(criteria, await asyncio.gather(*asked), strict=True)), criteria)

    def _decide(self, application: Application, answers: Mapping[str, KeptAnswer], today: date) -> Decision:
        """What the rule says, or the clerk in its place: with facts of their own, or with what the records say by now."""
        by_staff = application.decision
        if by_staff is not None and _is_relayed(application.version):
            return Decision(by_staff.outcome)
        question = Question(form=application.form, today=today, answers=answers, agent=application.agent is not None)
        rule = self._catalogue.rule(application.version)
        if by_staff is not None and (by_staff.facts is not None or by_staff.outcome is Outcome.NO_RECORD):
            return Decision(by_staff.outcome, data={**rule.page(question, by_staff.outcome), **(by_staff.facts or {})})
        try:
            decision = rule.decide(question)
        except RuleFailed as error:
            log.warning("rule_failed", item=application.version.item, error=str(error))
            decision = Decision(Outcome.PERSON, "查询到的记录需要工作人员核对。")
        if by_staff is not None and decision.outcome is Outcome.PERSON:
            raise Invalid("按现有记录还开不出这份证明。请照原始档案写明证明上的内容，或等部门更正记录后再批准。")
        return decision

    async def _issue(self, act: Act, application: Application, decision: Decision, answers: Mapping[str, KeptAnswer]) -> Prepared:
        version, today = application.version, act.at.date()
        sheet = application.sheet
        kind = sheet.kind if sheet else self._kinds.certificates[version.item]
        relayed = await self._relayed_file(application, today) if _is_relayed(version) else None
        sequence = sequence_name(version.item, today.year)
        serial = await self._store.next_number(sequence)
        number, code = certificate_number(kind.prefix, today.year, serial), new_code()
        identifier = str(LicenceIdentifier(kind.type_code, kind.issuer_code, licence_serial(today.year, serial)))
        names: dict[str, JsonValue] = {"number": number, "code": code, "identifier": identifier}
        page = self._page(application, kind, decision, names, act.at)
        sealed = (
            _relayed(relayed)
            if relayed
            else await self._printed(version, sheet.template if sheet else version.result.certificate, page, act.at)
        )
        certificate = Certificate(
            _id=sheet.id if sheet else new_id("cert"),
            sequence=sequence,
            serial=serial,
            number=number,
            identifier=identifier,
            code=code,
            case=application.case,
            result=sheet.result if sheet else "",
            item=version.item,
            item_version=version.id,
            title=kind.title_of(decision.outcome),
            department=version.deciding_department,
            issuer=kind.issuer,
            person=application.person.id,
            holder=_holder_of(application.person),
            agent=application.agent,
            scribe=application.scribe,
            grant=application.grant,
            outcome=decision.outcome,
            rule=version.instant.digest if version.instant else "",
            decided_by=application.decision.by if application.decision else None,
            provenance=[*(each.provenance for each in answers.values()), *([relayed.provenance] if relayed else [])],
            data=page,
            template=sealed.template,
            template_digest=sealed.template_digest,
            authority_number=sealed.authority_number,
            sha256=sealed.sha256,
            size=len(sealed.pdf),
            issued_at=act.at,
            valid_until=_valid_until(application, today),
        )
        return Prepared(certificate, lock(certificate.id, sealed.pdf), answers)

    def _page(
        self, application: Application, kind: CertificateKind, decision: Decision, names: Mapping[str, JsonValue], at: datetime
    ) -> dict[str, JsonValue]:
        """What the templates read; see catalogue/templates/common.typ."""
        holder, until = _holder_of(application.person), _valid_until(application, at.date())
        return {
            **names,
            "title": kind.title_of(decision.outcome),
            "verify_host": f"{self._settings.base_url.split('://', 1)[-1]}/verify",
            "issuer": kind.issuer,
            "seal": kind.seal,
            "issued_on": full_day(at.date()),
            "valid_until": full_day(until) if until else None,
            "demo": self._settings.mode is Mode.SANDBOX,
            "holder": {"name": holder.name, "label": holder.name_label, "document": holder.number_label, "number": holder.number},
            "agent": {"name": application.agent.name, "basis": "单位授权" if holder.is_unit else "授权"} if application.agent else None,
            "purpose": _purpose_on_page(application),
            "purpose_stated": _purpose_stated(application),
            "outcome": decision.outcome.value,
            "facts": decision.data,
            "replaces": application.replaces or None,
        }

    async def _printed(self, version: ItemVersion, template: str | None, page: Mapping[str, JsonValue], at: datetime) -> _Sealed:
        if template is None:
            raise ValueError(f"{version.id} has neither a template nor a relayed file")
        said = page if version.instant else showable(page)  # what is decided already comes out, with 〓 for what has no type
        job = Job(
            templates=self._templates,
            files=self._signing,
            template=template,
            data={**said, "qr_text": f"{self._settings.base_url}/verify/{page['code']}"},
            reason=f"出具{page['title']}",
            place=self._kinds.place,
            at=at,
            max_pages=_INSTANT_PAGES if version.instant else _MOST_PAGES,
        )
        made = await self._workers.run(make, job, timeout=_MAKE_SECONDS)
        return _Sealed(made.pdf, made.sha256, template, made.template_digest)

    async def _relayed_file(self, application: Application, today: date) -> RegisterFile:
        """The authority's own file, its signature checked. Raises `CannotRender` where there is none to hand on."""
        relayed = application.version.instant and application.version.instant.relayed
        assert relayed
        criteria = self._catalogue.rule(application.version).file_criteria(application.form, today)
        person, purpose = _key_of(application.person), _purpose_of(application.version)
        answer = await self._registers.fetch_file(relayed.register_name, person, purpose, **criteria)
        if not isinstance(answer, RegisterFile):
            raise CannotRender("开具部门没有返回证明文件，需要工作人员联系核对。")
        chain = authority_chain(self._settings, relayed.register_name)
        found = await self._workers.run(inspect_pdf, answer.content, (str(chain),) if chain else (), timeout=_MAKE_SECONDS)
        if found.finding is not Finding.INTACT:
            log.error("relayed_file_refused", register=relayed.register_name, finding=found.finding.value)
            raise CannotRender("开具部门返回的证明文件签章没有通过核验，需要工作人员核对。")
        return answer


def signatory(act: Act) -> Signatory:
    """Who acts, as certificates keep it."""
    department = act.actor.department if isinstance(act.actor, StaffActor) else None
    return Signatory(id=act.actor.id, name=act.actor.name, department=department)


def _relayed(file: RegisterFile) -> _Sealed:
    """The authority's file as it came, byte for byte."""
    return _Sealed(file.content, digest_of(file.content), authority_number=file.document_number)


def _is_relayed(version: ItemVersion) -> bool:
    return version.instant is not None and version.instant.relayed is not None


def _of_mismatch(error: RegisterMismatch | RuleFailed) -> str:
    """Told beside the news that a person has it: nothing the applicant is to do."""
    return "登记信息对不上，需要工作人员核对。" if isinstance(error, RegisterMismatch) else "填写的内容和登记信息需要工作人员核对。"


def _key_of(person: Applicant) -> PersonKey:
    if person.key is None:
        raise Invalid("还没有实名，请先填写姓名和证件号码。")
    return person.key


def _holder_of(person: Applicant) -> Holder:
    key = _key_of(person)
    return Holder(name=key.name, document_type=key.document_type, number=key.id_number)


def _purpose_of(version: ItemVersion) -> str:
    """What a register keeps as the reason it was asked."""
    return f"{version.item} {version.name}"


def _valid_until(application: Application, today: date) -> date | None:
    if application.sheet is not None:
        return application.sheet.until
    days = application.version.result.validity_days
    return today + timedelta(days=days) if days else None


def _purpose_on_page(application: Application) -> str | None:
    """What the certificate is for, in our words: the chosen option's label."""
    asked, chosen = application.version.field(_PURPOSE), application.form.get(_PURPOSE)
    return asked.label_of(chosen) if asked and isinstance(chosen, str) else None


def _purpose_stated(application: Application) -> str | None:
    """What the applicant wrote beside 「其他」: printed as their words, which nobody has checked."""
    written = application.form.get(f"{_PURPOSE}_other")
    return written if isinstance(written, str) and written else None
