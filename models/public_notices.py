"""Public notices (公示) as anybody may read them: names and numbers are masked."""

from datetime import datetime

from pydantic import Field

from models.base import Cursor, Identifier, Query, View


class PublicNoticesQuery(Query):
    """`item` and `department` by code."""

    item: Identifier | None = None
    department: Identifier | None = None
    cursor: Cursor | None = None
    limit: int = Field(default=20, ge=1, le=100)


class FactView(View):
    """One answer of the application that the item's rule makes public."""

    label: str
    value: str


class PublicNoticeView(View):
    """Who applies for what, of which town (镇街) where that is shown, until when anybody may object, and where."""

    number: str
    item: str
    item_name: str
    department_name: str
    applicant: str
    town_name: str
    facts: list[FactView]
    note: str
    since: datetime
    until: datetime
    objections: str
