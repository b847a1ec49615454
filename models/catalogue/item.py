"""A service item (政务服务事项) as its YAML says, with dated versions."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field, StringConstraints, model_validator
from pydantic.json_schema import SkipJsonSchema

from models.base import Declared
from models.catalogue.bundle import BundlePart
from models.catalogue.codes import (
    Channel,
    Delivery,
    HandleArea,
    ItemKind,
    Retention,
    ServiceObject,
    StepActor,
    StepPhase,
)
from models.catalogue.commitment import Commitment
from models.catalogue.deciding import Fill, HeldOnce, RestsOn, SameObject
from models.catalogue.duty import Duty
from models.catalogue.instant import Instant
from models.catalogue.limits import Clocks, Span
from models.catalogue.others import AskedOfOthers, Confirmation, Signature, Told
from models.catalogue.parts import (
    AppointmentPolicy,
    Elsewhere,
    Fee,
    Guide,
    LegalBasis,
    Material,
    Opening,
    ProxyPolicy,
    PublicNotice,
    ResultForm,
    ResultPaper,
    Visits,
)
from models.catalogue.photo import PhotoCheck
from models.catalogue.ranking import Ranking
from models.catalogue.regional import Competence, Exercised, Variant
from models.catalogue.registration import Registration
from models.catalogue.steps import Step
from models.forms import FieldType, FormField, Key, Label, Text
from models.people import ADULT, INCAPABLE_BELOW

ItemCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9\-]{1,39}$")]


class ItemVersion(Declared):
    """An item as it holds from one day on. A case keeps the version it was submitted under.

    `id` is `{item}@{effective_from}`, of another district's edition `…/{region}`, and of one exercised by somebody else since
    `…+{day}`; `region` and `exercised` are set on such editions by `backend/catalogue/regional.py`. `id` and `item`, `name`, `department`, `kind`, `is_licence`, `one_at_a_time` and `objects`
    are the item's, put here by `Item` so that whoever holds a version needs nothing else. What its parts must be to each other is
    checked by `backend/catalogue/validate.py`, which can name the place of a fault.
    """

    id: SkipJsonSchema[str] = ""
    item: SkipJsonSchema[str] = ""
    name: SkipJsonSchema[str] = ""
    department: SkipJsonSchema[str] = ""
    kind: SkipJsonSchema[ItemKind] = ItemKind.PROMISE
    is_licence: SkipJsonSchema[bool] = False
    one_at_a_time: SkipJsonSchema[bool] = False
    objects: SkipJsonSchema[tuple[ServiceObject, ...]] = (ServiceObject.PERSON,)
    region: SkipJsonSchema[str] = ""  # of which district's edition; empty: the catalogue's own
    exercised: SkipJsonSchema[Exercised | None] = None  # None: by its department, in its own name

    effective_from: date
    effective_until: date | None = None  # first day on which it no longer holds; only where the item ends or pauses
    guide: Guide
    elsewhere: Elsewhere | None = None  # nothing to apply for here: where it is done instead
    form: tuple[FormField, ...] = ()
    materials: tuple[Material, ...] = ()
    steps: tuple[Step, ...] = ()
    parts: tuple[BundlePart, ...] = ()  # of a bundle (一件事): the departments that work side by side
    reception_fields: tuple[Key, ...] = ()  # of a bundle: what only its reception needs, such as where the parcel goes
    clocks: Clocks
    visits: Visits
    fee: Fee = Fee()
    channels: tuple[Channel, ...]
    handle_area: HandleArea = HandleArea.DISTRICT  # at whose counters its papers may be handed in
    appointment: AppointmentPolicy = AppointmentPolicy()
    proxy: ProxyPolicy
    own_from_age: int = Field(default=ADULT, ge=INCAPABLE_BELOW, le=ADULT)  # completed years; for the younger their guardian applies
    results: tuple[ResultForm, ...] = ()
    rests_on: tuple[RestsOn, ...] = ()  # what registers must still say of the applicant in the act that grants
    held_once: HeldOnce | None = None  # not applied for again while a grant of it holds
    same_object: SameObject | None = None  # others' applications for it on the same days are looked into
    ends_at_death: Text | None = None  # what is said where the applicant dies after it was granted: the result ends then
    retention: Retention | None = None  # how long its closed cases are kept; nothing: as the district has set
    commitment: Commitment | None = None
    duties: tuple[Duty, ...] = ()  # what is owed after it was granted
    public_notice: PublicNotice | None = None
    registration: Registration | None = None  # what its grant enters in the enterprise register
    photo_check: PhotoCheck | None = None
    ranking: Ranking | None = None  # its applications are ranked by points when the window is over
    confirmations: tuple[Confirmation, ...] = ()
    signatures: tuple[Signature, ...] = ()
    tells: tuple[Told, ...] = ()  # who is told that they are looked into
    home_visit: bool = False
    opens: tuple[Opening, ...] = ()
    instant: Instant | None = None
    legal_basis: tuple[LegalBasis, ...] = ()
    variants: tuple[Variant, ...] = ()  # other districts that have it, and what differs there

    @property
    def deciding_steps(self) -> tuple[Step, ...]:
        """The steps staff do one after another while the case is accepted; the last one decides.

        For an instant item: what happens when the rule hands over to a person.
        """
        return tuple(step for step in self.steps if step.phase is StepPhase.ACCEPTED and step.actor is StepActor.STAFF)

    @property
    def hand_out(self) -> Span | None:
        """How long staff have to hand out what was decided: the limit of their step after the decision, the longest of several."""
        limits = [step.limit for step in self.steps if step.phase is StepPhase.AFTER and step.actor is StepActor.STAFF and step.limit]
        return max(limits, key=Span.in_days, default=None)

    @property
    def is_only_downloaded(self) -> bool:
        """Whether all there is to receive is the paper people download and messages: nobody hands anything out."""
        ways = {way for result in self.results for way in result.delivery}
        return any(result.paper or result.certificate for result in self.results) and ways <= {Delivery.DOWNLOAD, Delivery.NOTICE}

    @property
    def result(self) -> ResultForm:
        """The main result: the first one."""
        return self.results[0]

    @property
    def paper(self) -> ResultPaper | None:
        """The paper people download of what they were granted; None where there is none, or the decision itself is it."""
        return next((each.paper for each in self.results if each.paper is not None), None)

    @property
    def stated(self) -> list[FormField]:
        """The fields whose answers a decision states: those that stand on the licences and papers it gives; where none does those that
        are printed, no mere assurances, not sealed, and not from a register, which knows them already. Then what officers fixed."""
        keys = [key for result in self.results for each in (result.licence, result.paper) if each is not None for key in each.shows]
        listed = [field for key in dict.fromkeys(keys) if (field := self.field(key)) is not None]
        own = (field for field in self.form if field.printed and not field.sealed and field.source is None)
        return [*(listed or [field for field in own if field.type is not FieldType.BOOLEAN]), *self.printed_fills]

    @property
    def fills(self) -> tuple[Fill, ...]:
        """What officers fix at its steps, in their order."""
        return tuple(field for step in self.steps for field in step.fills)

    @property
    def printed_fills(self) -> tuple[Fill, ...]:
        """Those that stand on papers: of two officers who fix the same, one."""
        return tuple(field for field in self.fills if field.printed)

    @property
    def for_people(self) -> bool:
        """Whether people may have it in their own name."""
        return ServiceObject.PERSON in self.objects

    @property
    def for_units(self) -> bool:
        """Whether enterprises and other organisations may."""
        return any(each is not ServiceObject.PERSON for each in self.objects)

    def of_part(self, part: BundlePart) -> "ItemVersion":
        """What one department of a bundle works by: an item's version of its own, with its share of form and materials."""
        own = {
            "id": f"{self.id}#{part.key}",
            "name": f"{self.name}·{part.name}",
            "department": part.department,
            "is_licence": part.is_licence,
            "form": tuple(field for field in self.form if field.key in part.fields),
            "materials": tuple(material for material in self.materials if material.key in part.materials),
            "steps": part.steps,
            "parts": (),
            "clocks": part.clocks,
            "results": part.results,
            "public_notice": part.public_notice,
            "registration": part.registration,
            "opens": (),
            "commitment": None,
            "duties": (),
        }
        return self.model_copy(update=own)

    def part(self, key: str) -> BundlePart | None:
        """The part of that key."""
        return next((part for part in self.parts if part.key == key), None)

    def field(self, key: str) -> FormField | None:
        """The form's field of that key."""
        return next((field for field in self.form if field.key == key), None)

    def known(self, key: str) -> FormField | None:
        """The field of that key, of the form or of what officers fix."""
        return self.field(key) or next((field for field in self.fills if field.key == key), None)

    def material(self, key: str) -> Material | None:
        """The material of that key."""
        return next((material for material in self.materials if material.key == key), None)

    def step(self, key: str) -> Step | None:
        """The step of that key."""
        return next((step for step in self.steps if step.key == key), None)

    @property
    def deciding_department(self) -> str:
        """Whose decision it is: the department of the last step of staff; of a bundle, whose own it is."""
        steps = self.deciding_steps
        return (steps[-1].department if steps else None) or self.department

    @property
    def asked_of_others(self) -> tuple[AskedOfOthers, ...]:
        """The confirmations and signatures it needs, in order."""
        return (*self.confirmations, *self.signatures)

    def sealed_fields(self) -> frozenset[str]:
        """Keys of the form's fields that carry personal data."""
        return frozenset(field.key for field in self.form if field.sealed)

    def holds_on(self, day: date) -> bool:
        """Whether this version has begun and not ended on `day`; a later one may have replaced it."""
        return self.effective_from <= day and (self.effective_until is None or day < self.effective_until)


class Item(Declared):
    """One entry of the catalogue, with its dated versions, oldest first."""

    code: ItemCode
    name: Label
    aliases: tuple[Label, ...] = ()  # what people call it
    old_names: tuple[Label, ...] = ()
    themes: tuple[Key, ...]
    department: Key
    joint_departments: tuple[Key, ...] = ()
    office: str = ""  # the office inside the department, as people know it
    task_type: str  # GB/T 39046 A.1, or the province's own: a code of catalogue/codes.yaml
    use_level: str = "4"  # GB/T 39046 A.2
    kind: ItemKind
    is_licence: bool = False  # 行政许可: deficiencies not told within five working days mean it is accepted
    one_at_a_time: bool = False  # a person has one application of it open at a time, whatever the answers
    objects: tuple[ServiceObject, ...]
    catalog_code: Annotated[str, StringConstraints(pattern=r"^\d{12}$")]  # 基本编码
    competence: tuple[Competence, ...] = ()  # by day, oldest first; before the first and without any: its department, in its own name
    versions: tuple[ItemVersion, ...]

    @model_validator(mode="before")
    @classmethod
    def versions_know_their_item(cls, data: Any) -> Any:
        """Copies onto each version what belongs to the item."""
        if not isinstance(data, dict) or not isinstance(data.get("versions"), (list, tuple)):
            return data
        own = {
            "item": data.get("code"),
            "name": data.get("name"),
            "department": data.get("department"),
        }
        own |= {"kind": data.get("kind"), "is_licence": data.get("is_licence", False)}
        own |= {"one_at_a_time": data.get("one_at_a_time", False)}
        own |= {"objects": data.get("objects")}
        own = {key: value for key, value in own.items() if value is not None}
        own |= {"region": "", "exercised": None}
        return {
            **data,
            "versions": [_with_item(version, own) for version in data["versions"]],
        }

    def version_on(self, day: date) -> ItemVersion | None:
        """The version that holds on `day`."""
        begun = [version for version in self.versions if version.effective_from <= day]
        return begun[-1] if begun and begun[-1].holds_on(day) else None


def _with_item(version: Any, own: dict[str, Any]) -> Any:
    if not isinstance(version, dict):
        return version
    return {
        **version,
        **own,
        "id": f"{own.get('item', '')}@{version.get('effective_from', '')}",
    }
