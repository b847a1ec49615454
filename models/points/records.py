"""A points record (积分确认书): what was confirmed, for settlement and school to read without asking again."""

from datetime import date, datetime

from pydantic import BaseModel, ConfigDict, Field

from models.base import Stored


class RecordLine(BaseModel):
    """What one indicator gave."""

    model_config = ConfigDict(extra="ignore")

    indicator: str
    name: str
    points: int


class PointsRecord(Stored):
    """One edition of somebody's confirmed points. It is never changed but for `current` and what came after it.

    `edition` counts those of one sheet from 1; `until` is the last day it holds. `certificate`: the sealed paper.
    """

    person: str
    person_name: str
    sheet: str
    edition: int
    total: int
    lines: list[RecordLine]
    figures: dict[str, int] = Field(default_factory=dict)
    since: datetime
    until: datetime
    certificate: str
    certificate_number: str
    current: bool = True
    superseded_by: str | None = None
    superseded_at: datetime | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it holds on that day."""
        return self.since.date() <= day <= self.until.date()
