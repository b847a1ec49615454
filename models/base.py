"""The three kinds of model every other one descends from, and the few field types they share."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

FIRST_YEAR, LAST_YEAR = 1850, 2200  # what a request may name: the oldest birth, the last day of what has no end


class Declared(BaseModel):
    """Frozen data declared in YAML or in code; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Body(BaseModel):
    """A request body: strict types, unknown keys refused. Parse with `model_validate_json` only:
    strict Python validation would reject ISO dates."""

    model_config = ConfigDict(strict=True, extra="forbid")

    @field_validator("*")
    @classmethod
    def days_can_be_counted_on(cls, value: Any) -> Any:
        """Limits are counted from the days people send: none may lie where a calendar ends, nor one that nobody can mean."""
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, date) and not FIRST_YEAR <= each.year <= LAST_YEAR:
                raise ValueError(f"请填{FIRST_YEAR}年到{LAST_YEAR}年之间的日期")
        return value


class Query(BaseModel):
    """Query parameters. They arrive as text, so types are coerced; unknown ones are refused."""

    model_config = ConfigDict(extra="forbid")


class View(BaseModel):
    """An answer. Built by handlers from stored models; never carries more than its reader may see."""

    model_config = ConfigDict(extra="forbid")


class Sealing(StrEnum):
    """How a stored field is encrypted."""

    LOOKUP = "lookup"  # deterministic: equal values have equal ciphertexts, so it can be found
    RANDOM = "random"  # cannot be looked up


class Event(BaseModel):
    """One act, kept in the document it changed and relayed from there to the audit log and the outbox.

    Carries no identity number, phone or address in the clear: names in `actor` and `principal` only.
    """

    model_config = ConfigDict(extra="forbid")

    id: str
    at: datetime
    action: str  # "appointment.claimed": subject, then what was done to it
    actor: dict[str, str]  # kind, id, name
    principal: dict[str, str] | None = None  # id, name of whom the actor acts for
    grant: str | None = None
    request_id: str = ""
    channel: str = ""
    key: str | None = None  # scoped idempotency key
    digest: str | None = None  # of the request body, compared when the key comes again
    detail: dict[str, Any] = Field(default_factory=dict)
    notices: list["NoticeOrder"] = Field(default_factory=list)


class NoticeOrder(BaseModel):
    """A message to be sent because of an event: `template` of catalogue/notices.yaml, filled from `data`."""

    model_config = ConfigDict(extra="forbid")

    to: str  # citizen id
    template: str
    data: dict[str, str] = Field(default_factory=dict)


class Stored(BaseModel):
    """A document of one collection. `id` is `_id`; `version` counts its changes; `events` is its history.

    `keys` holds the idempotency keys of its acts (unique per collection), `unrelayed` the ids of the
    events that have not reached the audit log yet.
    """

    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    SEALED: ClassVar[Mapping[str, Sealing]] = {}  # dotted path -> how it is encrypted

    id: str = Field(alias="_id")
    version: int = 0
    events: list[Event] = Field(default_factory=list)
    keys: list[str] = Field(default_factory=list)
    unrelayed: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Self:
        """The model of a MongoDB document."""
        return cls.model_validate(document)

    def to_document(self) -> dict[str, Any]:
        """The MongoDB document of this model, with enums as their values."""
        return _plain(self.model_dump(by_alias=True))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(inner) for inner in value]
    if isinstance(value, StrEnum):
        return value.value
    return value


ShortText = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
LongText = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_\-]{1,80}$")]
Cursor = Annotated[str, StringConstraints(pattern=r"^[a-z]+_[0-9A-Za-z_.]{1,80}$")]
"""Where a page of a list begins: the id of the last document of the page before."""
SixDigits = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]  # a code by SMS or of an authenticator
PHONE_NUMBER = re.compile(r"^1[3-9]\d{9}$")
PhoneNumber = Annotated[str, StringConstraints(pattern=PHONE_NUMBER.pattern)]

T = TypeVar("T")


class Page(View, Generic[T]):
    """One page of a list. `next` goes into `?cursor=` for the page after; absent on the last one."""

    items: list[T]
    next: str | None = None
