"""The scheme of points as catalogue/points.yaml says it: which indicators there are, what each gives, who verifies it."""

from datetime import date
from typing import Self

from pydantic import Field, JsonValue, model_validator

from models.base import Declared
from models.catalogue import ItemCode, Span
from models.catalogue.codes import Worded
from models.catalogue.instant import Criteria, Expression
from models.forms import Key, Label, Text


class Indicator(Declared):
    """One indicator (指标). `part`: the part of the confirming item whose department verifies it.

    `points` is CEL over `form`, `today`, `found` and the registers it names, each `{}` where there is no record; its result is
    brought between `least` and `most`. `judged`: registers do not say it, a reviewer sets it. Points nobody has checked against
    a rule are `verified: false`.
    """

    key: Key
    name: Label
    part: Key
    registers: tuple[Key, ...] = ()
    points: Expression = "0"
    least: int = 0
    most: int = Field(ge=0)
    claimed: bool = True  # only where the form's `claims` name it
    judged: bool = False
    note: Text
    verified: bool = False

    @model_validator(mode="after")
    def least_before_most(self) -> Self:
        if self.least > self.most:
            raise ValueError("least 大于 most，请改")
        if self.judged and self.registers:
            raise ValueError("由人判断的指标（judged）不查基础库，请只留一项")
        return self


class Figure(Declared):
    """Something that is no points but tells equal points apart, such as months of residence."""

    key: Key
    name: Label
    registers: tuple[Key, ...]
    value: Expression


class IfSilent(Worded):
    """What it means that somebody says neither yes nor no to their points in time, in words they are told before."""

    LAPSE = "lapse", "这次核定作废，不出积分确认书，可以重新申请"
    AGREE = "agree", "视为没有意见，按核定的积分出具积分确认书"


class Confirmation(Declared):
    """The applicant's yes. `step`: the step of the item whose limit it has, counted from when they are asked."""

    step: Key
    remind_after: Span
    if_silent: IfSilent


class SchemeExample(Declared):
    """Somebody whose points must come out as stated; run when the scheme is loaded."""

    name: Label
    today: date
    given: dict[str, JsonValue]
    points: dict[Key, int]
    doubts: tuple[Key, ...] = ()  # indicators that must be left to a person, in the scheme's order
    figures: dict[Key, int] = Field(default_factory=dict)


class Scheme(Declared):
    """The whole scheme. `item`: the item that confirms points; `claims`: its field where people tick what they claim."""

    item: ItemCode
    claims: Key
    confirmation: Confirmation
    objections_within: Span  # of the confirmation, objections may be made
    answered_within: Span  # an objection is answered
    indicators: tuple[Indicator, ...] = Field(min_length=1)
    figures: tuple[Figure, ...] = ()
    criteria: dict[Key, Criteria] = Field(default_factory=dict)  # register → what narrows its answer
    examples: tuple[SchemeExample, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def keys_differ(self) -> Self:
        keys = [each.key for each in (*self.indicators, *self.figures)]
        if len(keys) != len(set(keys)):
            raise ValueError("指标和数值的 key 不能重复")
        return self

    def indicator(self, key: str) -> Indicator | None:
        """The indicator of that key."""
        return next((each for each in self.indicators if each.key == key), None)

    @property
    def registers(self) -> frozenset[str]:
        """Every register it asks."""
        return frozenset(name for each in (*self.indicators, *self.figures) for name in each.registers)
