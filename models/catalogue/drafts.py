"""Drafts of items: written by an editor, agreed to by somebody else, and from a day on part of the catalogue."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from models.base import Body, Query, Stored, View
from models.cases.parts import Somebody
from models.catalogue.changes import Source
from models.catalogue.codes import Worded
from models.catalogue.item import ItemCode
from models.catalogue.regional import RegionCode
from models.grounds import GivenReason
from models.people import Day
from models.staff_text import StaffText


class DraftState(Worded):
    """Where a draft stands. `editing`, `proposed` and `returned` are open: an item has one open draft at a time."""

    EDITING = "editing", "编辑中"
    PROPOSED = "proposed", "等待复核"
    RETURNED = "returned", "退回修改"
    PUBLISHED = "published", "已发布"
    DISCARDED = "discarded", "已作废"


class CatalogueDraft(Stored):
    """One draft. What was published is the item from then on: of the published drafts of an item the one of the highest `revision`.

    `base`: the revision it was begun on, 0 the item of the release. `writers`: the ids of all who saved its text; none of them
    publishes it.
    """

    item: str
    name: str
    department: str
    source: str
    state: DraftState = DraftState.EDITING
    open: bool = True
    base: int = 0
    revision: int = 0  # from 1 on, once it is published
    writers: list[str]
    edited_by: Somebody
    edited_at: datetime
    note: str = ""
    proposed_by: Somebody | None = None
    proposed_at: datetime | None = None
    answer: str = ""
    answered_by: Somebody | None = None
    answered_at: datetime | None = None


# Requests


class BeginDraftBody(Body):
    """`effective_from`: the day a new version is to begin, a copy of the last one; absent: the text as it is, to change a version
    that has not begun."""

    effective_from: Day | None = None


class SaveDraftBody(Body):
    """The whole text, and the version of the draft it was written on."""

    source: Source
    version: int


class ProposeDraftBody(Body):
    """`note`: what changes and why, for whoever agrees."""

    version: int
    note: StaffText


class SendBackDraftBody(Body):
    version: int
    reason: GivenReason


class DraftVersionBody(Body):
    """An act that needs no more than the version that was seen."""

    version: int


class ItemsToEditQuery(Query):
    """`q`: words of the name; `drafts`: only items with an open draft."""

    q: Annotated[str, StringConstraints(max_length=40, strip_whitespace=True)] = ""
    drafts: bool = False
    cursor: ItemCode | None = None  # the code the page begins after
    limit: int = Field(default=50, ge=1, le=100)


class GuidePageQuery(Query):
    """`region`: whose guide; the catalogue's own district's where absent."""

    region: RegionCode | None = None


# Answers


class DraftLineView(View):
    """An open draft, in a list. `yours`: it waits for somebody to publish it, and the viewer may."""

    id: str
    state: str
    state_label: str
    edited_by: str
    edited_at: datetime
    yours: bool = False


class ItemToEditView(View):
    """An item in the editor's list. `since`: from when what holds today is in force; none: nothing holds. `coming`: the days later
    versions begin."""

    code: str
    name: str
    department: str
    department_name: str
    kind_label: str
    since: date | None = None
    coming: list[date]
    draft: DraftLineView | None = None


class VersionLineView(View):
    """A version; `name`: as comparisons call it. `begun`: it holds or has held, so nobody changes it."""

    name: str
    effective_from: date
    begun: bool
    state_label: str


class PublishedLineView(View):
    """What was published of an item beside the release."""

    revision: int
    note: str
    proposed_by: str
    published_by: str
    published_at: datetime


class DraftView(DraftLineView):
    """A draft with its text. `acts`: what its reader may do with it now."""

    item: str
    name: str
    source: str
    note: str
    proposed_by: str = ""
    proposed_at: datetime | None = None
    answer: str = ""
    answered_by: str = ""
    acts: list[str]
    version: int


class DistrictLineView(View):
    """A district that has the item."""

    code: str
    name: str


class ItemSheetView(ItemToEditView):
    """An item with its text as it holds, the districts that have its last version, the own one first, its versions, the oldest
    first, and what was published, the latest first."""

    source: str
    districts: list[DistrictLineView]
    versions: list[VersionLineView]
    published: list[PublishedLineView]
