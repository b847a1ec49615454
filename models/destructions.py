"""Destruction (销毁) of archived cases whose retention has ended: listed by one person, approved by another, then carried out."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, model_validator

from models.archives import ArchiveEntry, ArchivesQuery, EntryView
from models.base import Body, Identifier, Stored, View
from models.cases.parts import Part, Somebody
from models.catalogue.codes import Worded
from models.grounds import Appraisal
from models.staff_text import StaffText


class DestructionState(Worded):
    """Where a destruction list stands. Only a proposed one changes; a declined one lets its cases be listed again."""

    PROPOSED = "proposed", "等待批准"
    APPROVED = "approved", "已批准，正在销毁"
    DESTROYED = "destroyed", "已销毁"
    DECLINED = "declined", "不销毁，继续保管"


class DestructionEntry(ArchiveEntry):
    """One case: its line of the transfer list, that list's number, and the version of the case that was appraised."""

    archive: str
    version: int


class KeptEntry(Part):
    """A case that was taken off the list: it is kept on, and why."""

    case: str
    number: str
    reason: str
    at: datetime
    by: Somebody


class Destruction(Stored):
    """A destruction list (销毁清册). It is kept for ever. `live`: until its cases are destroyed, or it is declined."""

    number: str
    department: str
    state: DestructionState = DestructionState.PROPOSED
    live: bool = True
    at: datetime
    by: Somebody
    appraisal: str
    entries: list[DestructionEntry]
    kept: list[KeptEntry] = Field(default_factory=list)
    decided_at: datetime | None = None
    decided_by: Somebody | None = None
    opinion: str = ""
    destroyed_at: datetime | None = None
    by_head: bool = False  # a head proposed it: supervision may decide, where no other head does


class DestructionBody(Body):
    """The cases of one list, each once. `appraisal` (鉴定意见): why none of them need be kept on."""

    cases: list[Identifier] = Field(min_length=1, max_length=100)
    appraisal: Appraisal

    @model_validator(mode="after")
    def each_once(self) -> "DestructionBody":
        if len(set(self.cases)) != len(self.cases):
            raise ValueError("同一件办件写了两次，请删去重复的")
        return self


class KeepBody(Body):
    """Cases that are taken off a list, and why they are kept on."""

    version: Annotated[int, Field(ge=0)]
    cases: list[Identifier] = Field(min_length=1, max_length=100)
    reason: StaffText


class OpinionBody(Body):
    """What the head has to say of the list, on the page they saw."""

    version: Annotated[int, Field(ge=0)]
    opinion: StaffText


class DestructionsQuery(ArchivesQuery):
    """A page of lists. `waiting`: those alone that wait for the viewer's own decision."""

    waiting: bool = False


class DestroyableView(View):
    """An archived case whose retention has ended, and what stands against destroying it now."""

    case: str
    number: str
    item_name: str
    archive: str
    retention: str
    until: str
    ready: bool
    reason: str


class DestructionEntryView(EntryView):
    """A case on a list. `preserved`: why it is kept from destruction now; `against`: of a list that waits, why it may not be destroyed
    as the list stands. Both are empty where there is nothing."""

    archive: str
    preserved: str
    against: str


class KeptView(View):
    case: str
    number: str
    reason: str
    at: datetime
    by: str


class DestructionRow(View):
    id: str
    number: str
    state: str
    label: str
    at: datetime
    by: str
    cases: int


class DestructionView(DestructionRow):
    """A list as those see it who keep the department's archives. `actions`: the last parts of the addresses open to them now; `waits`:
    why who may approve it cannot yet; `own`: whether the viewer proposed it."""

    appraisal: str
    entries: list[DestructionEntryView]
    kept: list[KeptView]
    decided_at: datetime | None
    decided_by: str | None
    opinion: str
    destroyed_at: datetime | None
    version: int
    own: bool
    waits: str
    actions: list[str]
