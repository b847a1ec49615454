"""How an instant item (秒批) is decided: which registers are asked, the rule, and what goes onto the paper."""

from datetime import date
from hashlib import sha256
from typing import Annotated, Self

from pydantic import Field, JsonValue, StringConstraints, model_validator

from models.base import Declared
from models.catalogue.by_hand import Fact
from models.catalogue.codes import Outcome
from models.forms import Key, Label, Text

POPULATION = "population"
ENTERPRISE = "enterprise"
BUILT_IN = frozenset({"form", "today", "found", "agent", "result"})
"""Names every rule may use beside its registers: the form's answers (null where there is none), today as
"2026-11-23", which registers had a record (register → bool), whether somebody acts for the person, and, in `data`
only, the outcome: "grant" or "no_record"."""

Expression = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]  # CEL
Criteria = dict[Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")], Expression]


class RegisterCall(Declared):
    """One register the rule asks. Its record is a variable of the rule under the register's name, `{}` where none.

    `criteria` narrows the answer: name → CEL over `form` and `today` alone.
    """

    register_name: Key = Field(alias="register")
    criteria: Criteria = Field(default_factory=dict)


class Grouping(Declared):
    """Rows of a record summed up before the rule runs: for each value of `group`, in the order they first come, a row
    `{key, count, first, last}`, where first and last are the rows with the least and the greatest `order`.

    CEL walks lists slowly; hundreds of monthly payments are grouped here and the rule sees a handful of rows.
    """

    register_name: Key = Field(alias="register")
    rows: Key
    group: Key
    order: Key


class Branch(Declared):
    """One line of a rule: the first whose condition holds decides. `reason` is what people are told."""

    when: Expression
    outcome: Outcome
    reason: str = ""

    @model_validator(mode="after")
    def a_hand_over_has_a_reason(self) -> Self:
        if self.outcome is Outcome.PERSON and not self.reason:
            raise ValueError("转人工要写理由（reason）")
        return self


class Example(Declared):
    """A case every rule must decide as stated; run when the catalogue is loaded."""

    name: Label
    given: dict[str, JsonValue]  # variable -> value; registers not named had no record
    today: date
    expect: Outcome
    data: dict[str, JsonValue] | None = None  # what the template's data must be, as far as it is stated here


class Relayed(Declared):
    """The authority's own signed file is handed on as it is, under our number and verify page."""

    register_name: Key = Field(alias="register")
    criteria: Criteria = Field(default_factory=dict)


class Instant(Declared):
    """The rule of an instant item. It grants or hands to a person with a reason; it never refuses."""

    registers: tuple[RegisterCall, ...]
    groups: dict[Key, Grouping] = Field(default_factory=dict)  # variable -> what it sums up; [] where there is no record
    branches: tuple[Branch, ...]
    otherwise: Text  # reason when no branch holds: a person takes over
    data: dict[Key, Expression] = Field(default_factory=dict)  # what the template says -> CEL
    relayed: Relayed | None = None
    by_hand: tuple[Fact, ...] = ()  # which of `data` whoever decides in the rule's place writes
    examples: tuple[Example, ...]

    @model_validator(mode="after")
    def names_agree(self) -> Self:
        names = [call.register_name for call in self.registers]
        if len(names) != len(set(names)):
            raise ValueError("每个基础库只查一次")
        if clash := BUILT_IN.intersection([*names, *self.groups]) | self.groups.keys() & set(names):
            raise ValueError(f"{'、'.join(sorted(clash))} 这个名字已有别的用处，不能作基础库或分组的名字")
        if unasked := {group.register_name for group in self.groups.values()} - set(names):
            raise ValueError(f"分组用到了 {'、'.join(sorted(unasked))}，而规则没有查它")
        if not {POPULATION, ENTERPRISE}.intersection(names):
            raise ValueError("当场办结的事项要查 population（单位办的查 enterprise），人已去世、单位已注销时才能发现")
        if self.relayed and self.relayed.register_name not in names:
            raise ValueError("转交的文件要来自规则查过的基础库")
        if unsaid := {fact.key for fact in self.by_hand} - self.data.keys():
            raise ValueError(f"由人填写的 {'、'.join(sorted(unsaid))} 不在证明的内容（data）里")
        if unasked := {fact.on_record.partition(".")[0] for fact in self.by_hand if fact.on_record} - set(names):
            raise ValueError(f"由人填写的内容要看 {'、'.join(sorted(unasked))} 的记录，而规则没有查它")
        return self

    @property
    def variables(self) -> frozenset[str]:
        """The names the rule's expressions may use."""
        return BUILT_IN | self.groups.keys() | {call.register_name for call in self.registers}

    @property
    def digest(self) -> str:
        """Names this exact rule; stored with each certificate decided by it. What a person fills in decides nothing."""
        return sha256(self.model_dump_json(by_alias=True, exclude={"by_hand"}).encode()).hexdigest()[:16]
