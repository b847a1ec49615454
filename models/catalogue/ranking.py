"""An item whose applications are ranked by points (积分排名) when its window is over, instead of one by one."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from models.base import Declared
from models.catalogue.parts import Span
from models.forms import Key, Label


class TieOrder(StrEnum):
    """Which comes first among equal points."""

    HIGHEST = "highest"
    LOWEST = "lowest"


class Tie(Declared):
    """One thing that tells equal points apart: a figure of the points certificate, or when it was handed in (`handed_in`)."""

    figure: Key
    name: Label
    first: TieOrder = TieOrder.HIGHEST


HANDED_IN = "handed_in"


class PassingOn(Declared):
    """What happens to places that become free once the public list stands: each goes to the next in it who wants it (递补).

    `take_up`: whoever is within says in that time that they take the place, else it is free; without it nobody is asked.
    `answer`: whoever is offered a freed place answers in that time. `within`: counted from the end of the list, no place is passed on
    that could not be answered by then.
    """

    take_up: Span | None = None
    answer: Span
    within: Span


class RoundDeadlines(Declared):
    """What the department owes of a round, in days: `public`, from the end of the window, or from the day a list was taken back, until
    the list is public; `ended`, from the last day of the list, or of passing places on, until the cases go on to whoever decides;
    `decided`, from then until everybody has their decision, places that are still passed on among them."""

    public: Span
    ended: Span
    decided: Span

    @model_validator(mode="after")
    def in_days(self) -> Self:
        if any(each.n < 1 or each.minutes is not None for each in (self.public, self.ended, self.decided)):
            raise ValueError("批次的期限要按天计算")
        return self


class Ranking(Declared):
    """How applications are ranked: by points, then by `ties` in order, at last by the number of the case.

    `step`: the step all of them wait in, a special procedure, until the list was public for `notice` without an open objection.
    `wishes`: fields that name what is wanted, each another, the dearest first; who stands higher chooses first. Without: the first
    of the quota. `about`: the field of type person that names whom the place is for, of whom one application at most is ranked;
    `born`: the field with their date of birth, which is that of their number; `kin`: the material that shows whose child or ward
    they are, uploaded where the population register does not have them as the applicant's. `passing_on`: what happens to places that
    become free. `deadlines`: by when the department ranks and ends a round.
    """

    step: Key
    ties: tuple[Tie, ...] = Field(min_length=1)
    notice: Span
    deadlines: RoundDeadlines
    wishes: tuple[Key, ...] = ()
    about: Key | None = None
    born: Key | None = None
    passing_on: PassingOn | None = None
    kin: Key | None = None

    @model_validator(mode="after")
    def notice_counts_days(self) -> Self:
        if self.notice.n < 1 or self.notice.minutes is not None:
            raise ValueError("公示要按天计算")
        return self

    @model_validator(mode="after")
    def born_is_somebodys(self) -> Self:
        if self.born is not None and self.about is None:
            raise ValueError("born 是 about 那个人的出生日期，两项要一起写")
        if self.kin is not None and self.about is None:
            raise ValueError("kin 证明 about 是谁的孩子，要写 about")
        return self
