"""The demo district: a made-up place with made-up people, for development, tests and demonstrations.

Declared in catalogue/demo/*.yaml and loaded by `backend.demo`. Every file says `demo: true`; region 990101
belongs to no real province.
"""

from datetime import date, datetime, time
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator
from stdnum.cn import uscc

from models.acts import SENSITIVE_ROLES, Role
from models.authorisations import AuthorisationLevel
from models.base import Declared, Identifier, PhoneNumber, ShortText
from models.documents import DocumentType, OrganisationCode, Relation, is_well_formed
from models.regions import Region
from models.registers import EnterpriseState

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_\-]{1,40}$")]
DemoRegion = Annotated[str, StringConstraints(pattern=r"^99\d{4}$")]
Landline = Annotated[str, StringConstraints(pattern=r"^0600-\d{8}$")]  # 0600 is no area code in use
Weekday = Annotated[int, Field(ge=1, le=7)]  # ISO: Monday is 1


def _checked(code: str) -> str:
    """Raises `ValueError` where the check character is wrong."""
    if not uscc.is_valid(code):
        raise ValueError(f"{code} is not a unified social credit code")
    return code


class Town(Declared):
    """A town or sub-district (镇街)."""

    id: Code
    name: ShortText
    government: ShortText  # in whose name the town decides what is its own
    uscc: str
    region: DemoRegion | None = None  # of another district: which one
    villages: tuple[ShortText, ...] = ()

    _code_is_valid = field_validator("uscc")(_checked)


class District(Declared):
    """The region everything belongs to, unless it says another one of `regions`: the city and its districts."""

    demo: Literal[True]
    region: DemoRegion
    name: ShortText
    city: ShortText
    regions: tuple[Region, ...]
    towns: tuple[Town, ...]


class Department(Declared):
    """An office (部门). `full_name` stands on papers and licences; `uscc` is its unified social credit code (GB 32100-2015)."""

    id: Code
    name: ShortText
    full_name: ShortText
    short_name: ShortText
    uscc: str
    phone: Landline
    address: ShortText
    region: DemoRegion | None = None  # of another district or the city: which
    counterpart_of: Code | None = None  # the department of the district's own that does the same there
    review_by: ShortText | None = None  # to whom one applies for reconsideration, where that is not the region's government
    complaints_to: ShortText | None = None  # of a body that is no organ, such as a bank: who hears complaints about it
    word: ShortText | None = None  # in the numbers of its notices, where not the region's
    one_window: bool = False  # its counters take in every department's papers (一窗通办)
    own_counters: bool = False  # it has counters of its own: other halls take in only what an item of it names them for

    _code_is_valid = field_validator("uscc")(_checked)


class Departments(Declared):
    """catalogue/demo/departments.yaml."""

    demo: Literal[True]
    departments: tuple[Department, ...]


class Session(Declared):
    """When a counter is open on some days of the week, and how many people it takes per slot."""

    days: tuple[Weekday, ...]
    start: time
    end: time
    seats: Annotated[int, Field(ge=1, le=50)] = 1  # per slot
    extended: bool = False  # 延时服务: outside office hours

    @model_validator(mode="after")
    def ends_after_it_starts(self) -> Self:
        """A session has a length."""
        if self.start >= self.end:
            raise ValueError("a session ends after it starts")
        return self


class Counter(Declared):
    """A counter (窗口): the items it serves and its weekly schedule."""

    id: Identifier
    name: ShortText
    department: Code  # government_services for counters that receive for everybody (综合窗口)
    items: tuple[Code, ...]  # item codes
    schedule: tuple[Session, ...]


class Hall(Declared):
    """A hall (政务服务中心)."""

    id: Code
    name: ShortText
    address: ShortText
    phone: Landline
    opening: ShortText  # as people read it
    towns: tuple[Code, ...]  # the towns it serves
    departments: tuple[Code, ...]  # the departments that work there
    slot_minutes: Annotated[int, Field(ge=5, le=240)] = 30
    days_ahead: Annotated[int, Field(ge=1, le=90)] = 14  # how far ahead places are opened
    embargo_minutes: Annotated[int, Field(ge=0, le=1440)]  # a freed place is bookable again only after this
    offline_share: Annotated[float, Field(ge=0, le=1)]  # of the places, never released online
    counters: tuple[Counter, ...]

    @property
    def items(self) -> frozenset[str]:
        """Codes of the items served at any of the counters."""
        return frozenset(item for counter in self.counters for item in counter.items)


class Halls(Declared):
    """catalogue/demo/halls.yaml."""

    demo: Literal[True]
    halls: tuple[Hall, ...]


class DemoStaff(Declared):
    """A member of staff with a log-in."""

    id: Identifier
    name: ShortText
    username: Code
    password: Annotated[str, StringConstraints(min_length=12)]
    totp_secret: Annotated[str, StringConstraints(pattern=r"^[A-Z2-7]{32}$")] | None = None
    roles: frozenset[Role]
    department: Code
    hall: Code | None = None
    town: Code | None = None

    @model_validator(mode="after")
    def sensitive_roles_have_a_second_factor(self) -> Self:
        """See SENSITIVE_ROLES."""
        if not SENSITIVE_ROLES.isdisjoint(self.roles) and self.totp_secret is None:
            raise ValueError("a sensitive role needs a totp_secret")
        return self


class StaffList(Declared):
    """catalogue/demo/staff.yaml."""

    demo: Literal[True]
    staff: tuple[DemoStaff, ...]


class DemoKiosk(Declared):
    """A kiosk of a hall, with secrets of the demonstration's own: its credential, and the key its card reader signs with and its scanner obeys."""

    id: Identifier
    name: ShortText
    hall: Code
    credential: Annotated[str, StringConstraints(min_length=10, max_length=200)]
    reader: Identifier
    reader_key: Annotated[str, StringConstraints(min_length=16)]
    scanner: str = ""


class KioskList(Declared):
    """catalogue/demo/kiosks.yaml."""

    demo: Literal[True]
    kiosks: tuple[DemoKiosk, ...]


class DemoAuthorisation(Declared):
    """A chief representative's letter of authorisation, in force. `representative`, `deputy`: ids of staff; both days included."""

    id: Identifier
    representative: Identifier
    deputy: Identifier | None = None
    items: tuple[Code, ...]
    level: AuthorisationLevel
    valid_from: date
    valid_until: date
    document_number: ShortText


class AuthorisationList(Declared):
    """catalogue/demo/authorisations.yaml."""

    demo: Literal[True]
    authorisations: tuple[DemoAuthorisation, ...]


class Relative(Declared):
    """A member of a citizen's family: `code` of catalogue/demo/citizens.yaml is the citizen's `relation`."""

    relation: Relation
    code: Code


class DemoCitizen(Declared):
    """A demo person. `code` is their name in pinyin: the sandbox's WeChat logs `demo:code` in as them."""

    code: Code
    name: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    document_type: DocumentType
    id_number: str
    born: date
    sex: Literal["男", "女"]
    phone: PhoneNumber | None = None  # several relatives may share one; some have none
    town: Code
    address: ShortText
    died: date | None = None
    incapable: bool = False  # an adult without capacity (无民事行为能力): has a guardian
    family: tuple[Relative, ...] = ()
    story: str = ""  # what this person shows, in a sentence

    @model_validator(mode="after")
    def number_is_well_formed(self) -> Self:
        """Shape, date of birth and check digit agree, as they would on a real document."""
        if not is_well_formed(self.document_type, self.id_number):
            raise ValueError(f"{self.code}: {self.id_number} is not a {self.document_type.label} number")
        return self


class DemoEnterprise(Declared):
    """A demo enterprise. `legal_representative`: code of a demo citizen. Registers know it by its credit code."""

    code: Code
    name: ShortText
    uscc: str
    kind: ShortText
    town: Code
    address: ShortText
    state: EnterpriseState
    legal_representative: Code
    established_on: date
    record_id: str
    updated_at: datetime
    story: str = ""  # what this enterprise shows, in a sentence

    _code_is_valid = field_validator("uscc")(_checked)

    @property
    def document_type(self) -> OrganisationCode:
        """What stands in place of an identity document."""
        return OrganisationCode.USCC

    @property
    def id_number(self) -> str:
        """The credit code, as registers ask for it."""
        return self.uscc


class Enterprises(Declared):
    """catalogue/demo/enterprises.yaml."""

    demo: Literal[True]
    enterprises: tuple[DemoEnterprise, ...]


class Citizens(Declared):
    """catalogue/demo/citizens.yaml."""

    demo: Literal[True]
    citizens: tuple[DemoCitizen, ...]
