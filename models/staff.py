"""Accounts of staff and their sessions."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, Field, StringConstraints

from models.acts import SENSITIVE_ROLES, Duty, Role, StoodFor
from models.base import Body, Query, Sealing, ShortText, SixDigits, Stored, View

Reason = Annotated[str, StringConstraints(min_length=2, max_length=200, strip_whitespace=True)]
UserName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_\-]{1,40}$")]


class StaffSession(Stored):
    """A session of a member of staff. Roles are copied in: changing them ends the sessions."""

    digest: str
    staff: str
    name: str
    roles: list[Role]
    department: str | None = None
    hall: str | None = None
    town: str | None = None
    device: str = ""
    address: str = ""  # where the log-in came from: what the server, or the proxy it trusts, saw
    created_at: datetime
    seen_at: datetime
    duties: list[Duty] = Field(default_factory=list[Duty])  # copied in, too: see StaffAccount.duties
    expires_at: datetime  # idle time-out; never beyond `last_at`
    last_at: datetime  # absolute end
    ended_at: datetime | None = None


class ChangeKind(StrEnum):
    """What one administrator proposes about an account and another one agrees to."""

    ADD = "add"
    RESET = "reset"
    ASSIGN = "assign"

    @property
    def label(self) -> str:
        """As staff say it."""
        return {"add": "新建账号", "reset": "重置密码和动态口令", "assign": "修改角色、部门或停用"}[self.value]


class AccountSettings(BaseModel):
    """What roles and place somebody has, in whole, and whether the account is closed."""

    roles: list[Role]
    department: str | None = None
    hall: str | None = None
    town: str | None = None
    disabled: bool = False


class ProposedChange(BaseModel):
    """A change that waits for a second administrator; until then nothing of it holds. `settings`: of an `assign`."""

    kind: ChangeKind
    reason: str
    by: str
    by_name: str
    at: datetime
    settings: AccountSettings | None = None


class StaffAccount(Stored):
    """An account of the staff."""

    SEALED: ClassVar[Mapping[str, Sealing]] = {
        "totp_secret": Sealing.RANDOM,
        "totp_offered": Sealing.RANDOM,
        "phone": Sealing.RANDOM,
    }

    username: str
    name: str
    password_hash: str = ""  # argon2id; nothing matches an empty one
    password_first: bool = False  # still the one it was made with: to be changed at the first log-in
    totp_secret: str | None = None
    totp_offered: str | None = None  # shown, and not yet confirmed by a code
    totp_counter: int = 0  # the last 30-second step whose one-time password was used
    roles: list[Role]
    department: str | None = None
    hall: str | None = None
    town: str | None = None
    phone: str | None = None
    disabled: bool = False
    proposed: ProposedChange | None = None
    created_at: datetime
    password_at: datetime

    @property
    def duties(self) -> list[Duty]:
        """What has to be done about the account before anything else."""
        due = [Duty.PASSWORD] if self.password_first else []
        if self.totp_secret is None and not SENSITIVE_ROLES.isdisjoint(self.roles):
            due.append(Duty.TOTP)
        return due


# Requests


class StaffLoginBody(Body):
    username: Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
    password: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    otp: SixDigits | None = None
    bearer: bool = False


class PasswordBody(Body):
    password: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    new_password: Annotated[str, StringConstraints(min_length=1, max_length=200)]


class TotpBody(Body):
    """`code`: what the authenticator shows now."""

    code: SixDigits


class NewStaff(Body):
    """An account somebody makes for a colleague. `reason`: needed where a second administrator has to agree."""

    username: UserName
    name: ShortText
    roles: Annotated[list[Role], Field(min_length=1, max_length=6)]
    department: ShortText | None = None
    hall: ShortText | None = None
    town: ShortText | None = None
    reason: Reason | None = None


class StaffQuery(Query):
    """A page of accounts. `find`: words of a name, a user name, a department or a role; `proposed`: only those a change of waits for a
    second administrator; `cursor`: the last user name of the page before."""

    find: Annotated[str, StringConstraints(max_length=60)] | None = None
    proposed: bool = False
    cursor: UserName | None = None
    limit: int = Field(default=50, ge=1, le=100)


class StaffRolesBody(Body):
    """What a system administrator sets about a colleague, in whole. `reason`: needed where a second administrator has to agree."""

    roles: Annotated[list[Role], Field(min_length=1, max_length=6)]
    department: ShortText | None = None
    hall: ShortText | None = None
    town: ShortText | None = None
    disabled: bool = False
    reason: Reason | None = None
    version: int


class ResetBody(Body):
    """Why somebody's password and authenticator are replaced: forgotten, lost, left."""

    reason: Reason


class AgreeBody(Body):
    """Agrees to what is proposed about the account as it was seen."""

    version: int


class DeclineBody(Body):
    """Does not agree to it, or takes back one's own."""

    reason: Reason
    version: int


# Answers


class StoodForView(View):
    """A colleague who is away, and whose work is one's own until then."""

    id: str
    name: str
    roles: list[Role]
    until: datetime


class ProposedChangeView(View):
    """A change of an account that waits for a second administrator. `mine`: one may agree to it; `own`: one has proposed it."""

    kind: ChangeKind
    label: str
    reason: str
    by: str
    at: datetime
    settings: AccountSettings | None = None
    mine: bool = False
    own: bool = False


class StaffView(View):
    """`lent`: of `roles`, what one has for these days only, from whom one stands in for; `away_until`: one is away oneself."""

    id: str
    username: str
    name: str
    roles: list[Role]
    department: str | None = None
    hall: str | None = None
    town: str | None = None
    disabled: bool = False
    second_factor: bool = False
    duties: list[Duty] = Field(default_factory=list[Duty])  # to be done before anything else works
    lent: list[Role] = Field(default_factory=list[Role])
    stands_for: list[StoodForView] = Field(default_factory=list[StoodForView])
    away_until: datetime | None = None
    proposed: ProposedChangeView | None = None  # to administrators
    version: int = 0

    def with_presence(self, stands_for: Sequence[StoodFor], lent: list[Role], away_until: datetime | None) -> Self:
        """The same account as it is now: whom it stands in for, or that it is away and has to come back first."""
        duties = [*self.duties, *([Duty.RETURN] if away_until is not None else [])]
        views = [StoodForView(id=each.id, name=each.name, roles=sorted(each.roles), until=each.until) for each in stands_for]
        changes = {"roles": [*self.roles, *lent], "lent": lent, "stands_for": views, "away_until": away_until, "duties": duties}
        return self.model_copy(update=changes)


class TotpView(View):
    """A new secret for an authenticator, shown this once; `uri` is what a QR code of it holds."""

    secret: str
    uri: str
    detail: str


class FirstPasswordView(View):
    """An account somebody else has to log in to for the first time; `password` is shown this once, none while it waits for a second
    administrator."""

    staff: StaffView
    password: str | None = None
    detail: str


class SessionLeftView(View):
    """Whose session it is and how long it lasts, in seconds: `ends_in` if nothing is done in it, `lasts` whatever is done."""

    staff: str
    ends_in: int
    lasts: int


class StaffLoginView(View):
    """`token` only where `bearer` was asked for; the console gets a cookie it cannot read."""

    staff: StaffView
    token: str | None = None
    expires_at: datetime
