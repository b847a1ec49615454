"""Ledgers (台账): a department's periodic report as a query in data, and what it answers."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from models.base import Declared, Query, View
from models.cases import Completion
from models.forms import Condition, Key, Label, Text


class Period(StrEnum):
    """How often a ledger is closed. A case belongs to the period it was decided in."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_Path = Annotated[str, StringConstraints(pattern=r"^(case|applicant|form|filled)(\.[a-z_]+){1,2}$")]


class Column(Declared):
    """One column: a path into the decided case: of its `form` what the applicant answered, `filled` what officers fixed. `otherwise`: where
    that says nothing, the first of these that does, since items ask the same under other names. `full` shows a personal value unmasked,
    where the ledger says why it must."""

    key: Key
    label: Label
    path: _Path
    otherwise: tuple[_Path, ...] = ()
    full: bool = False

    @property
    def paths(self) -> tuple[str, ...]:
        """All it looks at, in order."""
        return (self.path, *self.otherwise)


class Ledger(Declared):
    """One ledger of a department. With `group`, its rows are counts of cases by those columns."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9\-]{1,39}$")]
    title: Label
    department: Key
    period: Period
    items: tuple[str, ...] = Field(min_length=1)
    outcomes: tuple[Completion, ...] = (Completion.GRANTED,)
    where: tuple[Condition, ...] = ()  # tests of the form's answers
    columns: tuple[Column, ...] = Field(min_length=1)
    group: tuple[Key, ...] = ()
    purpose: Text
    unmasked_for: str = ""  # why the purpose needs names, numbers or sealed answers in full

    @model_validator(mode="after")
    def parts_agree(self) -> Self:
        keys = [column.key for column in self.columns]
        if len(keys) != len(set(keys)):
            raise ValueError("column keys must be unique")
        if self.group and set(self.group) != set(keys):
            raise ValueError("a grouped ledger has the columns it groups by, and no other")
        if self.full != bool(self.unmasked_for):
            raise ValueError("columns in full need unmasked_for, and the other way round")
        return self

    @property
    def full(self) -> bool:
        """Whether it shows anything personal unmasked; each such look is logged."""
        return any(column.full for column in self.columns)


class PeriodQuery(Query):
    """A day in the period that is asked for; today where none is given."""

    day: Annotated[date, Field(ge=date(2000, 1, 1), le=date(2100, 1, 1))] | None = None


class LedgerSummary(View):
    """A ledger in the list."""

    id: str
    title: str
    period: str
    purpose: str
    items: list[str]
    personal: bool  # shows personal data in full: each look is logged


class LedgerList(View):
    """A department's ledgers."""

    items: list[LedgerSummary]


class ColumnView(View):
    """A column's head."""

    key: str
    label: str


class LedgerView(View):
    """A ledger filled for one period. A cell is text, empty where the case says nothing."""

    id: str
    title: str
    department: str
    since: date
    until: date  # the last day of the period
    columns: list[ColumnView]
    rows: list[list[str]]
    cases: int
    defined: str  # in words: what is counted
