"""Cases over `tests.grants_world`: registers as a table, real uploads through a worker, staff of every role."""

import io
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PIL import Image
from pydantic import JsonValue

from backend.booking.halls import Halls
from backend.cases import CaseBook, Cases, Marks
from backend.cases.filling import to_fill
from backend.cases.lots import Lots
from backend.cases.named import NamedPeople
from backend.cases.naming import Naming
from backend.catalogue import Catalogue, Forms
from backend.clock import SHANGHAI, SetClock
from backend.declared import declared
from backend.delivery import DeliveryBook
from backend.errors import Unavailable
from backend.licences import Issued, Licences, Lookup, StandingIn
from backend.materials import Materials, Spool
from backend.payments import Bills, load_policy
from backend.people import Authorisations
from backend.people.presence import Presences
from backend.processes import Workers
from backend.store import Store
from models.acts import Act, CitizenActor, Role, StaffActor
from models.authorisations import Authorisation, AuthorisationBody, AuthorisationLevel, AuthorisationVersionBody
from models.cases import (
    AnnulBody,
    Case,
    CasePolicy,
    DefectBody,
    DraftBody,
    GrantBody,
    MaterialChoice,
    OriginalBody,
    PassBody,
    PreReviewBody,
    ReasonClass,
    ReceiveBody,
    ResultBody,
    ReturnBody,
    SaveBody,
    Somebody,
    StepBody,
    VersionBody,
)
from models.catalogue import StepLevel
from models.catalogue.lists import Exclusion, Exemption
from models.company_names import NamingRules, RegisteredName
from models.documents import DocumentType
from models.licence_identifier import LicenceIdentifier
from models.licences import LicenceOnRecord, LicenceStatus
from models.materials import Material, UploadQuery
from models.registers import (
    Household,
    LicencesRecord,
    LifeStatus,
    Outcome,
    PersonKey,
    PopulationRecord,
    Provenance,
    RegisterAnswer,
    RegisterRecord,
)
from models.staff import StaffAccount
from tests.grants_world import GrantsWorld
from tests.people_edge import real_calendar, real_catalogue
from tests.people_world import Person

CATALOGUE = Path(__file__).parent.parent / "catalogue"
_FEES = load_policy(CATALOGUE / "payments.yaml")
_NAMING = declared(CATALOGUE / "naming.yaml", NamingRules)
LATER = date(2027, 6, 30)  # a day a stop may be expected to end on
LONGEVITY: dict[str, Any] = {
    "elder_name": "王桂芳",
    "born": "1944-03-08",
    "household_place": "罗溪街道榕树里12号",
    "living": "same",
    "account": {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000001"},
    "phone": "16900000001",
    "alive_statement": True,
}
IDCARD: dict[str, Any] = {
    "loss_reason": "lost",
    "loss_confirmed": True,
    "household_place": "罗溪街道榕树里12号",
    "temporary_card": "not_wanted",
    "under_age": "adult",
    "collection": "counter",
    "phone": "16900000001",
}


SOCIAL_TOWN: dict[str, Any] = {
    "applicant_kind": "person",
    "business": "suspend",
    "suspend_from": "2026-12",
    "phone": "16900000001",
}


class FakeRegisters:
    """The population register as a table, and the cards and booklets that follow from it; every other register has no record."""

    def __init__(self, clock: SetClock, people: list[Person]) -> None:
        self.clock, self.people = clock, people
        self.down = False
        self.asked: list[tuple[str, str]] = []
        self.names: tuple[RegisteredName, ...] = ()

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        if self.down:
            raise Unavailable()
        self.asked.append((name, purpose))
        known = next((each for each in self.people if each.number == person.id_number), None) if name in _KNOWN else None
        provenance = Provenance(source=name, record_id="r1" if known else "", fetched_at=self.clock.now(), digest="d" * 64)
        if known is None:
            return RegisterAnswer(outcome=Outcome.NO_RECORD, provenance=provenance)
        return RegisterAnswer(outcome=Outcome.FOUND, record=_KNOWN[name](known), provenance=provenance)

    async def fetch_file(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> Outcome:
        raise Unavailable()

    async def namesakes(self, name: str, purpose: str) -> tuple[RegisteredName, ...]:
        if self.down:
            raise Unavailable()
        return self.names


def record_of(person: Person) -> PopulationRecord:
    """What the population register keeps of `person`."""
    number = person.number
    return PopulationRecord(
        record_id="r1",
        updated_at=datetime(2026, 1, 1, tzinfo=SHANGHAI),
        document_type=person.document_type,
        id_number=number,
        name=person.name,
        sex="女",
        born=date(int(number[6:10]), int(number[10:12]), int(number[12:14])),
        address="罗溪街道榕树里12号",
        town="luoxi",
        valid_until=person.valid_until,
        status=LifeStatus.ALIVE,
        household=Household(number="H1", kind="家庭户", head=person.name, address="罗溪街道榕树里12号", station="罗溪派出所", members=()),
    )


def licences_of(person: Person) -> LicencesRecord:
    """What the licence register keeps of `person`: card and booklet."""
    kinds = real_catalogue().vocabulary.licences
    issued = date(2020, 1, 1)
    licences = [
        LicenceOnRecord(
            identifier=str(LicenceIdentifier(kinds[kind].type_code, kinds[kind].issuer_code, "1")),
            type_code=kinds[kind].type_code,
            name=kinds[kind].name,
            number=person.number,
            issuer=kinds[kind].issuer,
            issuer_code=kinds[kind].issuer_code,
            issued_on=issued,
            valid_from=issued,
            valid_until=person.valid_until if kind == "resident_card" else None,
            status=LicenceStatus.VALID,
            holders=(person.name,),
        )
        for kind in ("resident_card", "household_register")
    ]
    return LicencesRecord(
        record_id="l1",
        updated_at=datetime(2026, 1, 1, tzinfo=SHANGHAI),
        document_type=person.document_type,
        id_number=person.number,
        name=person.name,
        licences=tuple(licences),
    )


_KNOWN: Mapping[str, Callable[[Person], RegisterRecord]] = {"population": record_of, "licences": licences_of}


class CasesWorld(GrantsWorld):
    """Everything a case needs, and shortcuts to the states tests begin at."""

    def __init__(self, store: Store, clock: SetClock, workers: Workers, folder: Path, policy: CasePolicy | None = None) -> None:
        super().__init__(store, clock)
        self.catalogue = real_catalogue()
        self.marks = Marks(store, clock)
        self.registers = FakeRegisters(clock, self.population.people)
        self.materials = Materials(store, clock, workers, Spool(folder))
        self.issued = Issued(store, self.catalogue, clock)
        self.lookup = Lookup(self.registers, self.catalogue.vocabulary.licences, self.issued)
        self.licences = Licences(store, self.lookup, self.catalogue, self.audit)
        self.asked = StandingIn(self.registers, self.catalogue.vocabulary.licences.values(), self.issued)
        self.forms = Forms(self.catalogue, self.asked, self.audit, self._key_of)
        self.book = CaseBook(store, real_calendar(), policy or CasePolicy(), self.catalogue.vocabulary)
        self.authorisations = Authorisations(store, self.catalogue)
        self.bills = Bills(store, clock, _FEES)
        self.cases = Cases(
            store,
            clock,
            self.catalogue,
            self.book,
            self.materials,
            self.licences,
            self.forms,
            self.grants,
            self.audit,
            self.authorisations,
            self.bills,
        )
        self.cases.ask_with(self.people)
        self.named = NamedPeople(self.asked, self.people, self.audit, self.catalogue.vocabulary.register_labels)
        self.cases.name_with(Naming(store, self.registers, _NAMING, "企业登记信息"), self.named)
        self.officers: list[Somebody] = []
        self.pre_reviewers: list[Somebody] = []
        self.cases.draw_with(Lots(b"a secret of tests"), self._officers, self._pre_reviewers)
        self.cases.deliver_with(DeliveryBook(store, clock, Halls(store, clock)))
        self.presences = Presences(store, clock)
        self.cases.sit_in(Halls(store, clock), self.presences)

    def alter(self, item: str, **changes: Any) -> None:
        """Lets the engine know an item with other parts in each of its versions; the shared catalogue stays as it is."""
        items = [
            each.model_copy(update={"versions": tuple(version.model_copy(update=changes) for version in each.versions)})
            if each.code == item
            else each
            for each in self.cases.catalogue.items
        ]
        self.cases.catalogue = Catalogue(items, self.catalogue.vocabulary, self.cases.catalogue.exclusions, self.cases.catalogue.exemptions)

    def exclude(self, **entry: Any) -> None:
        """Lets the engine know one field no commitment is taken in, and no other."""
        row = Exclusion.model_validate({"id": "life", "name": "人身健康", "basis": "某文件", "from": date(2026, 1, 1), **entry})
        self.cases.catalogue = Catalogue(self.cases.catalogue.items, self.catalogue.vocabulary, (row,))

    def exempt(self, *entries: Exemption) -> None:
        """Lets the engine know this exemption list, and no other."""
        known = self.cases.catalogue
        self.cases.catalogue = Catalogue(known.items, known.vocabulary, known.exclusions, entries)
        self.forms = Forms(self.cases.catalogue, self.asked, self.audit, self._key_of)
        self.cases.forms = self.forms

    async def _officers(self, department: str) -> list[Somebody]:
        return [each for each in self.officers if each.department == department]

    async def _pre_reviewers(self, department: str) -> list[Somebody]:
        return [each for each in self.pre_reviewers if each.department == department]

    async def _key_of(self, citizen_id: str) -> PersonKey | None:
        identity = (await self.people.get(citizen_id)).identity
        if identity is None:
            return None
        return PersonKey(document_type=DocumentType(identity.document_type), id_number=identity.number, name=identity.name)

    def staff_of(self, *roles: Role, department: str = "civil_affairs", id: str = "staff_1", town: str | None = None) -> StaffActor:
        """A member of staff; the name goes with the id."""
        return StaffActor(
            id=id,
            name={"staff_1": "姚淑贤", "staff_2": "贺明"}.get(id, "廖家明"),
            roles=frozenset(roles),
            department=department,
            town=town,
            one_window=department == "government_services",
        )

    def granting(self, case: Case, **more: Any) -> GrantBody:
        """A yes to a case as it is now, that fixes what its step proposes to fix; 600 where an amount has no standard."""
        fixed = to_fill(case, self.cases.version_of(case), self.clock.now().date())
        fills: dict[str, JsonValue] = {each.field.key: each.proposed if each.proposed is not None else 600 for each in fixed}
        return GrantBody(version=case.version, fills=fills, **more)

    def whose(self, case: Case) -> StaffActor:
        """Somebody the case's current step is for."""
        step = case.current_step
        assert step is not None
        town = None if step.level is StepLevel.DISTRICT else case.town or "luoxi"
        return self.staff_of(step.role, department=step.department, id=f"staff_{step.key}", town=town)

    async def account(self, actor: StaffActor) -> StaffActor:
        """The actor, with an account."""
        account = StaffAccount(
            _id=actor.id,
            username=actor.id,
            name=actor.name,
            roles=sorted(actor.roles),
            department=actor.department,
            created_at=self.clock.now(),
            password_at=self.clock.now(),
        )
        await self.store.staff.insert(account)
        return actor

    async def authorised(self, head: StaffActor, *items: str, **terms: Any) -> Authorisation:
        """A letter in force that lets `head` decide these items until the end of the year; an account, where there is none."""
        if await self.store.staff.get(head.id) is None:
            await self.account(head)
        first, second = (self.staff_of(role, id=role.value) for role in (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN))
        letter = {
            "representative": head.id,
            "items": list(items),
            "level": AuthorisationLevel.DECIDE,
            "valid_from": date(2026, 1, 1),
            "valid_until": date(2026, 12, 31),
            "document_number": f"云首授〔2026〕{await self.store.authorisations.count({}) + 1}号",
        }
        entered = await self.authorisations.propose(self.act(first), AuthorisationBody.model_validate({**letter, **terms}))
        return await self.authorisations.issue(self.act(second), entered.id, AuthorisationVersionBody(version=entered.version))

    async def annulled(self, head: StaffActor, case: Case, body: AnnulBody) -> Case:
        """The decision taken back by `head`, who has the letter it takes."""
        now = self.clock.now()
        if not await self.store.authorisations.count({"representative.id": head.id, "items": case.item, "ends_at": {"$gt": now}}):
            await self.authorised(head, case.item, valid_until=now.date())
        return await self.cases.annul(self.act(head), case.id, body)

    async def photo(self, act: Act, colour: str = "white", item: str | None = None) -> Material:
        """A photograph uploaded by whoever acts."""
        out = io.BytesIO()
        Image.new("RGB", (60, 40), colour).save(out, "JPEG")
        upload = self.materials.spool.begin("image/jpeg", f"{colour}.jpg")
        await upload.feed(out.getvalue())
        await upload.finish()
        try:
            return await self.materials.upload(act, upload, UploadQuery(item=item))
        finally:
            upload.discard()

    async def draft(self, act: Act, item: str = "longevity", **form: Any) -> Case:
        """A complete draft: form and materials, by licence where there is one and by photograph where not."""
        answers = {"longevity": LONGEVITY, "idcard-lost": IDCARD, "social-town": SOCIAL_TOWN}[item] | form
        case = await self.cases.create(act, DraftBody(item=item, form=answers))
        return await self.with_materials(act, case)

    async def with_materials(self, act: Act, case: Case) -> Case:
        """The draft with a photograph for every material."""
        chosen: dict[str, MaterialChoice] = {}
        for slot, colour in zip(case.materials, ("white", "black", "red", "blue"), strict=False):
            photo = await self.photo(self.again(act), colour, case.item)
            chosen[slot.key] = MaterialChoice(files=[photo.id])
        return await self.cases.save(self.again(act), case.id, SaveBody(version=case.version, materials=chosen))

    async def submitted(self, act: Act, item: str = "longevity", *, file_when_passed: bool = True, **form: Any) -> Case:
        """Handed in for pre-review."""
        case = await self.draft(act, item, **form)
        body = PreReviewBody(version=case.version, file_when_passed=file_when_passed)
        return await self.cases.pre_review(self.again(act), case.id, body)

    async def received(self, act: Act, item: str = "longevity", **form: Any) -> Case:
        """Filed formally."""
        case = await self.draft(act, item, **form)
        return await self.cases.submit(self.again(act), case.id, VersionBody(version=case.version))

    async def claimed(self, staff: StaffActor, case: Case) -> Case:
        return await self.cases.claim(self.act(staff), case.id, VersionBody(version=case.version))

    async def passed(self, staff: StaffActor, case: Case) -> Case:
        """Every material passed."""
        keys = [each.key for each in case.materials if each.handed_in]
        return await self.cases.pass_material(self.act(staff), case.id, PassBody(version=case.version, materials=keys))

    async def accepted(self, act: Act, staff: StaffActor, item: str = "longevity") -> Case:
        """Filed, looked at, accepted."""
        case = await self.passed(staff, await self.claimed(staff, await self.received(act, item)))
        return await self.cases.accept(self.act(staff), case.id, VersionBody(version=case.version))

    def again(self, act: Act) -> Act:
        """The same actor's next act, now."""
        return self.act(act.actor, acting=act.acting)

    async def events(self, case: Case) -> list[str]:
        """The actions that stand in the case's history."""
        document = await self.store.cases.get(case.id)
        assert document is not None
        return [event["action"] for event in document["events"]]


def defect(material: str | None = None, field: str | None = None, reason: ReasonClass = ReasonClass.UNCLEAR) -> DefectBody:
    """One thing to mend."""
    return DefectBody(material=material, field=field, reason=reason, advice="请重新拍照，四个角都要拍到。")


__all__ = [
    "IDCARD",
    "LONGEVITY",
    "CasesWorld",
    "CitizenActor",
    "FakeRegisters",
    "GrantBody",
    "OriginalBody",
    "ReceiveBody",
    "ResultBody",
    "ReturnBody",
    "StepBody",
    "defect",
]
