"""Who does something, for whom, and under which request: what every engine is told about a call."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Self

from pydantic import Field

from models.base import Declared


class Role(StrEnum):
    """Roles of staff. A person may hold several; each holds in their department and hall or town."""

    RECEPTIONIST = "receptionist"
    PRE_REVIEWER = "pre_reviewer"
    REVIEWER = "reviewer"
    CHIEF_REPRESENTATIVE = "chief_representative"
    HALL_MANAGER = "hall_manager"
    VILLAGE_OFFICER = "village_officer"
    HOTLINE_AGENT = "hotline_agent"
    SUPERVISOR = "supervisor"
    CATALOGUE_EDITOR = "catalogue_editor"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDITOR = "auditor"

    @property
    def label(self) -> str:
        """What people read."""
        return _ROLES[self]


_ROLES = {
    Role.RECEPTIONIST: "窗口受理员",
    Role.PRE_REVIEWER: "预审员",
    Role.REVIEWER: "审批员",
    Role.CHIEF_REPRESENTATIVE: "首席代表",
    Role.HALL_MANAGER: "大厅管理员",
    Role.VILLAGE_OFFICER: "村居工作人员",
    Role.HOTLINE_AGENT: "热线话务员",
    Role.SUPERVISOR: "督查员",
    Role.CATALOGUE_EDITOR: "事项管理员",
    Role.SYSTEM_ADMIN: "系统管理员",
    Role.SECURITY_ADMIN: "安全管理员",
    Role.AUDITOR: "审计员",
}

SENSITIVE_ROLES = frozenset(
    {
        Role.SUPERVISOR,
        Role.CATALOGUE_EDITOR,
        Role.SYSTEM_ADMIN,
        Role.SECURITY_ADMIN,
        Role.AUDITOR,
        Role.HALL_MANAGER,
        Role.CHIEF_REPRESENTATIVE,
    }
)  # these log in with a one-time password as well

DECIDING_ROLES = frozenset({Role.REVIEWER, Role.CHIEF_REPRESENTATIVE})
"""Who may decide a case, or take back what was decided."""

GUARDED_ROLES = SENSITIVE_ROLES | DECIDING_ROLES
"""No administrator alone makes, resets or changes an account of these: see `backend.people.accounts`."""


class Duty(StrEnum):
    """What a member of staff must do about their own account before anything else."""

    PASSWORD = "password"  # noqa: S105 - change the first password, which somebody else has seen
    TOTP = "totp"  # enrol a one-time password
    RETURN = "return"  # say that they are back: while they are away (离岗) somebody else does their work


class Power(StrEnum):
    """What a delegation (委托) may allow its agent to do."""

    SUBMIT = "submit"
    MEND = "mend"
    SEE = "see"
    COLLECT = "collect"
    WITHDRAW = "withdraw"


PROVEN = 2
"""Level of a citizen who is known to be the living person, for a time."""


class CitizenActor(Declared):
    """A citizen with a session. `level`: 0 logged in, 1 matched with the population register, 2 proven alive and willing."""

    kind: str = "citizen"
    id: str
    name: str = ""
    level: int = 0
    session: str = ""
    kiosk: str | None = None  # id of the kiosk they stand before: what is declared for kiosks and nothing else
    web: bool = False  # in a browser, by digits from their phone: what is declared for browsers and nothing else


class StoodFor(Declared):
    """A colleague who is away, and for whom a member of staff stands in (AB角): what is passed on, and until when."""

    id: str
    name: str
    roles: frozenset[Role]
    until: datetime


class StaffActor(Declared):
    """A member of staff with a session. `duties`: until they are done, this session does nothing else."""

    kind: str = "staff"
    id: str
    name: str
    roles: frozenset[Role] = frozenset()
    department: str | None = None
    hall: str | None = None
    town: str | None = None
    session: str = ""
    duties: tuple[Duty, ...] = ()
    region: str | None = None  # the district of their department; None: the city's own, who serve all of it
    one_window: bool = False  # at its counters every department's papers are taken in (一窗通办), else only the department's own
    not_here: frozenset[str] = frozenset()  # items that a one-window counter leaves to counters of their department's own
    stands_for: tuple[StoodFor, ...] = ()  # who is away now and has them as stand-in
    lent: frozenset[Role] = frozenset()  # of `roles`, those they have for these days only
    in_place_of: StoodFor | None = None  # for whom of them this act is done

    def has(self, *roles: Role) -> bool:
        """Whether this person holds any of `roles`."""
        return not self.roles.isdisjoint(roles)

    @property
    def ids(self) -> tuple[str, ...]:
        """Whose work is theirs: their own, and that of whom they stand in for."""
        return (self.id, *(each.id for each in self.stands_for))

    def standing_in(self, stands_for: Collection[StoodFor]) -> Self:
        """The same person, standing in for exactly these: with the roles they pass on."""
        own = self.roles - self.lent
        lent = frozenset(role for each in stands_for for role in each.roles) - own
        return self.model_copy(update={"roles": own | lent, "lent": lent, "stands_for": tuple(stands_for)})

    def not_for(self, ids: Collection[str]) -> Self:
        """The same person without what these have passed on."""
        kept = [each for each in self.stands_for if each.id not in ids]
        return self if len(kept) == len(self.stands_for) else self.standing_in(kept)

    def takes_in(self, department: str, item: str) -> bool:
        """Whether papers of a department's item are taken in, and its results handed out, at this person's counter: of their own
        department, or at a one-window counter."""
        return self.department == department or (self.one_window and item not in self.not_here)

    def is_hand_of(self, who: str, role: Role) -> bool:
        """Whether what `who` did counts as their own hand in an act of that role: they did, or whoever alone gives them the role."""
        return who == self.id or (role in self.lent and any(each.id == who and role in each.roles for each in self.stands_for))

    def serves(self, region: str | None) -> bool:
        """Whether what belongs to a district is theirs to look at; None: from before districts were told apart."""
        return self.region is None or region in (None, self.region)


class ScribeActor(Declared):
    """A member of staff who writes down what somebody without a phone applies for, who stands before them (窗口代录、村居代办).

    They have the rights of that person and none of their own office. `proof`: by which they attested the person, today and for this.
    `papers`: nobody stands there; by each number of a paper form (断网时的收件单) the proof it was entered with. Such a scribe writes down
    these forms and does nothing else.
    """

    kind: str = "staff"
    staff: StaffActor
    person: str
    person_name: str
    proof: str
    papers: Mapping[str, str] = Field(default_factory=dict[str, str])

    @property
    def id(self) -> str:
        """Of the member of staff: what is written down stays in their name."""
        return self.staff.id

    @property
    def name(self) -> str:
        """The member of staff's."""
        return self.staff.name


class SystemActor(Declared):
    """A worker of the product itself, such as the one that watches deadlines."""

    kind: str = "system"
    id: str
    name: str = "系统"


class KioskActor(Declared):
    """A registered kiosk before which nobody has shown a card yet."""

    kind: str = "kiosk"
    id: str
    name: str
    hall: str


class AnonymousActor(Declared):
    """Nobody in particular: public routes."""

    kind: str = "public"
    id: str = "public"
    name: str = ""


Actor = CitizenActor | StaffActor | ScribeActor | SystemActor | KioskActor | AnonymousActor


def staff_of(actor: Actor) -> StaffActor | None:
    """The member of staff who acts, in their office or as a scribe; None where none does."""
    return actor.staff if isinstance(actor, ScribeActor) else actor if isinstance(actor, StaffActor) else None


class Acting(Declared):
    """The grant an actor acts under on this request, resolved from the `Acting-Grant` header."""

    grant: str
    principal: str  # id of a citizen, or of the enterprise whose handler acts
    principal_name: str
    items: frozenset[str]  # item codes; empty means every item that allows a proxy
    powers: frozenset[Power]


def is_enterprise(person: str) -> bool:
    """Whether an applicant's id is an enterprise's; any other is a citizen's."""
    return person.startswith("enterprise_")


@dataclass(frozen=True)
class Act:
    """One call of an engine: who, for whom, when, under which request and idempotency key."""

    actor: Actor
    at: datetime
    request_id: str = ""
    channel: str = ""  # mini_program, web, console, kiosk, hotline, system; of a scribe window or town
    acting: Acting | None = None
    key: str | None = field(default=None, repr=False)
    digest: str | None = field(default=None, repr=False)
    represents: str | None = None  # the enterprise whose legal representative speaks for it in person, found by the engine

    @property
    def person(self) -> str:
        """Whose matter it is: the principal's under a grant, else the actor's own; of a scribe theirs who stands there."""
        return self.acting.principal if self.acting else self.represents or self.speaker

    @property
    def speaker(self) -> str:
        """Whose word it is: the actor's, and where a scribe writes it down theirs who says it."""
        return self.actor.person if isinstance(self.actor, ScribeActor) else self.actor.id

    @property
    def applies(self) -> bool:
        """Whether it is an applicant's act: their own, their agent's, or written down for them."""
        return isinstance(self.actor, (CitizenActor, ScribeActor))

    @property
    def proven(self) -> bool:
        """Whether it is known now that the living person wants this: by a proof of theirs, or since they stand before a scribe."""
        if isinstance(self.actor, ScribeActor):
            return not self.actor.papers
        return isinstance(self.actor, CitizenActor) and self.actor.level >= PROVEN

    @property
    def for_enterprise(self) -> bool:
        """Whether it is an enterprise's matter: a handler acts."""
        return is_enterprise(self.person)

    @property
    def person_name(self) -> str:
        """The name that goes with `person`."""
        if self.acting:
            return self.acting.principal_name
        return self.speaker_name

    @property
    def speaker_name(self) -> str:
        """The name that goes with `speaker`."""
        return self.actor.person_name if isinstance(self.actor, ScribeActor) else self.actor.name
