"""Archives (归档): closed cases handed over in batches with a transfer list (移交清单), kept as long as the item's data says."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from models.base import Body, Cursor, Identifier, Query, Stored, View
from models.cases.parts import Somebody
from models.catalogue.codes import Retention
from models.staff_text import StaffText


class ArchiveEntry(BaseModel):
    """One line of a transfer list. `files`: every document of it, `kinds`: how many of which kind. `pages`: of uploads and photographs
    whose pages were counted. `until`: the last day it is kept, if it has one.

    `supplements`: the number of the list it went with before, where this line hands over what came to it since.
    """

    model_config = ConfigDict(extra="ignore")

    case: str
    number: str
    title: str
    item: str
    item_name: str
    filed_on: str
    closed_on: str
    outcome: str
    files: int
    kinds: dict[str, int] = Field(default_factory=dict)
    pages: int
    retention: Retention
    until: str
    supplements: str = ""


class ArchiveBatch(Stored):
    """A transfer: its entries never change."""

    number: str
    department: str
    at: datetime
    by: Somebody
    entries: list[ArchiveEntry]


class ArchivesQuery(Query):
    """A page of lists, or of cases that may go on one."""

    cursor: Cursor | None = None
    limit: int = Field(default=20, ge=1, le=100)


class DestroyableQuery(Query):
    """A page of archived cases whose retention is over. `cursor`: the last day of the last one, and its id."""

    cursor: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}[a-z]+_[0-9A-Za-z_]{1,80}$")] | None = None
    limit: int = Field(default=20, ge=1, le=100)


class ArchiveBody(Body):
    """The cases of one transfer, each once."""

    cases: list[Identifier] = Field(min_length=1, max_length=100)

    @model_validator(mode="after")
    def each_once(self) -> "ArchiveBody":
        if len(set(self.cases)) != len(self.cases):
            raise ValueError("同一件办件写了两次，请删去重复的")
        return self


class PreserveBody(Body):
    """Why a case is kept from destruction, or need not be any more."""

    reason: StaffText


class PreservedView(View):
    """A case that is kept from destruction, or was until now: then without a reason. `actions`: what is open to the viewer now."""

    case: str
    number: str
    item_name: str
    archive: str
    until: str
    reason: str
    at: datetime | None
    by: str
    actions: list[str]


class ArchivableView(View):
    """A closed case that may be archived now, or why not yet. `supplements`: the list it went with before, where its decision was gone
    into again since; empty where it never went."""

    case: str
    number: str
    item_name: str
    closed_at: datetime
    retention: str
    supplements: str
    ready: bool
    reason: str


class EntryView(View):
    case: str
    number: str
    title: str
    item_name: str
    filed_on: str
    closed_on: str
    outcome: str
    files: int
    kinds: dict[str, int]
    pages: int
    retention: str
    until: str
    supplements: str


class BatchRow(View):
    id: str
    number: str
    at: datetime
    by: str
    cases: int


class BatchView(BatchRow):
    entries: list[EntryView]
