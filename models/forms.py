"""Forms as data: the fields of an item's form, the rules they carry, and a form filled in advance.

A rule is plain data with one small evaluator here (`backend/catalogue/forms.py`) and one in TypeScript;
`tests/vectors/form_rules.json` holds the two together. WeChat forbids `eval`, so there is no code in a rule.
"""

import re
import unicodedata
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, ConfigDict, Field, JsonValue, StringConstraints, field_validator, model_validator

from models.base import Declared, View

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Path = Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z_]+)*$")]  # inside a record of a register


def _readable(text: str) -> str:
    """Raises `ValueError` for characters nobody sees and no paper prints."""
    if any(unicodedata.category(each) == "Cc" and each not in "\n\t" for each in text):
        raise ValueError("有看不见的控制字符，请删掉重新输入")
    return text


Text = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True), AfterValidator(_readable)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True), AfterValidator(_readable)]
_ENDLESS = re.compile(r"\((?:[^()\\]|\\.)*(?<!\\)[*+](?:[^()\\]|\\.)*\)(?:[*+]|\{\d+,\})")  # (…+)+ tries exponentially many ways to fail


class FieldType(StrEnum):
    """Kinds of field, with the JSON an answer has."""

    TEXT = "text"  # "…"
    NUMBER = "number"  # 12 or 12.5
    DATE = "date"  # "2026-11-23"
    MONTH = "month"  # "2026-11"
    CHOICE = "choice"  # the value of one option
    MULTI = "multi"  # ["value", …]
    BOOLEAN = "boolean"  # true; a required one must be true (a statement to be agreed to)
    PERSON = "person"  # {"name", "id_number"?, "relation"?, "phone"?}
    PEOPLE = "people"  # [{as a person}, …], nobody twice
    ENTERPRISE = "enterprise"  # {"name", "uscc"}
    ADDRESS = "address"  # {"town", "detail"}
    BANK_ACCOUNT = "bank_account"  # {"holder", "bank", "account"}
    PHONE = "phone"  # "13800000000"


class Reference(Declared):
    """A bound taken from the day of filling in (`of: today`) or from another field: first put on a day of that year (`year_day: "08-31"`),
    then moved by months or days."""

    of: Key
    year_day: Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")] | None = None
    months: int = 0
    days: int = 0


APPLICANT = "applicant"
"""`who` of a signature, in `holders` of a material and in `differs_from`: the person or enterprise whose matter it is. No form field bears
this name there."""


Bound = int | float | str | Reference
Scalar = bool | int | float | str


class Lengths(Declared):
    """How many characters a text has (code points, not bytes), or how many options are chosen."""

    min: int | None = None
    max: int | None = None


class Count(Declared):
    """How many people the fields `of` list together, and `plus` so many more."""

    of: tuple[Key, ...] = Field(min_length=1)
    plus: int = 0


class Test(Declared):
    """What a value must satisfy; every part that is given must hold. `min` and `max` include their bound. `counts`: the number is
    just so many as other fields list. `differs_from`: nobody and no unit those fields name, nor the `applicant`, where that word is given."""

    model_config = ConfigDict(serialize_by_alias=True)  # clients evaluate the rules too: `in` is `in`

    __test__ = False  # not a test of pytest's

    equals: Scalar | None = None
    in_: tuple[Scalar, ...] | None = Field(default=None, alias="in")
    min: Bound | None = None
    max: Bound | None = None
    pattern: str | None = None  # matched against the whole value
    length: Lengths | None = None
    counts: Count | None = None
    differs_from: Annotated[tuple[Key, ...], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def tests_something(self) -> Self:
        parts = (self.equals, self.in_, self.min, self.max, self.pattern, self.length, self.counts, self.differs_from)
        if all(part is None for part in parts):
            raise ValueError("规则要写 equals、in、min、max、pattern、length、counts、differs_from 里的一项")
        return self

    @field_validator("pattern")
    @classmethod
    def pattern_is_common_ground(cls, pattern: str | None) -> str | None:
        """Python and JavaScript must read it alike: no named groups, inline flags or possessive quantifiers."""
        if pattern is None:
            return None
        try:
            re.compile(pattern, re.ASCII)
        except re.error as error:
            raise ValueError(f"pattern 不是有效的正则表达式（第 {(error.pos or 0) + 1} 个字附近），请检查括号") from error
        if re.search(r"\(\?(?![:=!])|\\[AZz]|[*+?}]\+", pattern):
            raise ValueError("pattern 里有网页读不懂的写法，请去掉命名组、内嵌选项、\\A、\\Z 和 *+ 这样的写法")
        if _ENDLESS.search(pattern):
            raise ValueError("pattern 里有重复套重复的写法（如 (a+)+），遇到某些内容会算个没完，请改写成一层重复，或者写明最多几次")
        return pattern

    def references(self) -> set[str]:
        """The fields this test compares with; `today` and the applicant are none."""
        others = (*(self.counts.of if self.counts else ()), *(self.differs_from or ()))
        return {*others, *(bound.of for bound in (self.min, self.max) if isinstance(bound, Reference))} - {"today", APPLICANT}


class Condition(Test):
    """A test of another field's answer. An unanswered field satisfies nothing."""

    field: Key


class RegisterTest(Test):
    """A test of what a register says of somebody; one that has no record, or does not answer, says nothing."""

    register_name: Key = Field(alias="register")
    path: Path


class FieldRule(Test):
    """A test of the field's own answer; `message` tells the person what to do when it fails. `when`: for which answers beside it the
    rule is one at all."""

    message: Text
    when: tuple[Condition, ...] = ()

    def references(self) -> set[str]:
        return super().references() | {each.field for each in self.when}


class Only(StrEnum):
    """Who may choose an option that is not for everybody."""

    PEOPLE = "people"  # 要本人办: nobody in the name of a unit
    ENTERPRISES = "enterprises"


class Option(Declared):
    """One choice of a `choice` or `multi` field. `exclusive`: of several, chosen alone or not at all, as 「都没有」. `only`: whose
    applications may choose it; left out, everybody's."""

    value: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,40}$")]
    label: Label
    help: str = ""
    exclusive: bool = False
    only: Only | None = None


class Roll(Declared):
    """A list of people a register keeps, each with a `name`: whoever stands there is the applicant, or is named by this field or one
    `beside` it, else staff look into it before anything is granted."""

    model_config = ConfigDict(serialize_by_alias=True)

    register_name: Key = Field(alias="register")
    path: Path
    beside: tuple[Key, ...] = ()


class Whose(StrEnum):
    """Whose record a register is asked for."""

    NAMED = "named"  # of whom the form names
    APPLICANT = "applicant"


class Entries(Declared):
    """Entries of these lists of a record, or single ones, that meet `where` (`field`: a member of the entry; `born` of somebody whose
    number tells it)."""

    lists: tuple[Path, ...] = Field(min_length=1)
    where: tuple[Condition, ...] = ()


class Among(Entries):
    """One of the entries must be of the other one, of the applicant in the record of whom the form names and the other way about: by its
    number, where it has one, else by the name that its member `by` holds."""

    by: Key = "name"


class Listed(Declared):
    """What a register must say of everybody, and of every unit, a field names: `must` of the value at `path`, that they stand `among` its
    entries, or that there are `none` of these entries. Of a field that names nobody: what it must say of the applicant beside that answer.
    `otherwise`: what staff read where it is not so. `when`: for which answers it is asked at all. `absent`: who has no record there is
    as they must be; alone: and nobody else is."""

    model_config = ConfigDict(serialize_by_alias=True)

    register_name: Key = Field(alias="register")
    of: Whose = Whose.NAMED
    path: Path | None = None
    must: Test | None = None
    among: Among | None = None
    none: Entries | None = None
    absent: bool = False
    when: tuple[Condition, ...] = ()
    otherwise: Annotated[str, StringConstraints(min_length=4, max_length=60, strip_whitespace=True)]

    @model_validator(mode="after")
    def asks_one_thing(self) -> Self:
        asked = sum(each is not None for each in (self.must, self.among, self.none))
        if asked > 1 or (asked == 0 and not self.absent) or (self.must is None) != (self.path is None):
            raise ValueError("listed 的一项要么写 path 和 must，要么写 among，要么写 none，要么只写 absent: true")
        return self

    @property
    def paths(self) -> tuple[str, ...]:
        """Where in the record it looks."""
        entries = self.among or self.none
        return entries.lists if entries is not None else (self.path,) if self.path is not None else ()

    @property
    def is_of_answers(self) -> bool:
        """Whether it is asked beside an answer that names nobody."""
        return self.of is Whose.APPLICANT and self.among is None


class PrefillSource(Declared):
    """Where a field's answer comes from: a register and the dotted path inside the person's record there. `decides`: where
    somebody answers otherwise, or the register has no record of them, nothing is granted before a member of staff has written down
    what they found; `absent`: the answers that fit somebody it has no record of. `count`: the answer is how many entries of the list at `path`
    meet these conditions (`field`: a member of the entry; `born` of somebody whose number tells it); `by_number`: what that answers, from
    none on, the last for all beyond."""

    model_config = ConfigDict(serialize_by_alias=True)

    register_name: Key = Field(alias="register")
    path: Path
    decides: bool = False
    absent: tuple[JsonValue, ...] = ()
    count: tuple[Condition, ...] = ()
    by_number: tuple[str, ...] = ()

    @model_validator(mode="after")
    def absent_belongs_to_what_decides(self) -> Self:
        if self.absent and not self.decides:
            raise ValueError("absent 只用于 decides: true 的来源")
        if self.by_number and not self.count:
            raise ValueError("by_number 只和 count 一起写")
        return self


class Claim(StrEnum):
    """What an answer asks for that only one may have: it is looked up and kept for the case while it runs."""

    COMPANY_NAME = "company_name"  # 企业名称, by catalogue/naming.yaml and the enterprise register


class FormField(Declared):
    """One question. Shown when every condition of `show_when` holds; hidden fields are neither asked nor stored."""

    key: Key
    label: Label
    type: FieldType
    required: bool = True
    show_when: tuple[Condition, ...] = ()
    rules: tuple[FieldRule, ...] = ()
    help: str = ""
    placeholder: str = ""
    options: tuple[Option, ...] = ()
    source: PrefillSource | None = None
    roll: Roll | None = None  # of a field of people
    listed: tuple[Listed, ...] = ()  # what registers must say of whom it names, or beside the answer of the applicant
    claims: Claim | None = None  # of a text
    default: JsonValue = None
    sealed: bool = False  # personal: kept out of events, notices and lists, masked where it is not needed
    parts: tuple[Key, ...] = ()  # of a person, and of each of several: which of name, id_number, relation, phone are asked
    paper_label: Label | None = None  # on papers, where the label asks or addresses somebody
    printed: bool = True  # whether a decision that lists no answers of its own (`shows`) states this one

    @model_validator(mode="after")
    def options_fit_the_type(self) -> Self:
        chooses = self.type in (FieldType.CHOICE, FieldType.MULTI)
        if chooses != bool(self.options):
            raise ValueError("choice 和 multi 字段要写 options，其他的不写")
        values = [option.value for option in self.options]
        if len(values) != len(set(values)):
            raise ValueError("选项的 value 不能重复")
        if self.type is not FieldType.MULTI and any(option.exclusive for option in self.options):
            raise ValueError("exclusive 只用于 multi 的选项，choice 本来就只选一个")
        if self.roll is not None and self.type is not FieldType.PEOPLE:
            raise ValueError("roll 只用于 people 字段")
        if not self.names_somebody and not all(each.is_of_answers for each in self.listed):
            raise ValueError("不写明是谁（没有名称和号码）的字段，listed 只能写 of: applicant，加 must 或 none")
        if self.claims is not None and (self.type is not FieldType.TEXT or self.source is not None):
            raise ValueError("claims 只用于自己填写的 text 字段，不写 source")
        if unknown := set(self.parts) - PERSON_PARTS:
            raise ValueError(f"人员信息里没有 {'、'.join(sorted(unknown))}")
        return self

    @property
    def names_somebody(self) -> bool:
        """Whether who is meant can be told by name and number."""
        people = self.type in (FieldType.PERSON, FieldType.PEOPLE) and {"name", "id_number"} <= set(self.asked_parts)
        return people or self.type is FieldType.ENTERPRISE

    @property
    def decides(self) -> bool:
        """Whether nothing is granted on it before a difference from its register was looked into."""
        looked_up = self.roll is not None or self.claims is not None or bool(self.listed)
        return looked_up or (self.source is not None and self.source.decides)

    @property
    def asked_parts(self) -> tuple[str, ...]:
        """Which parts of a person are asked."""
        return self.parts or ("name", "id_number")

    @property
    def on_paper(self) -> str:
        """What it is called on papers."""
        return self.paper_label or self.label

    def label_of(self, value: str) -> str:
        """The label of an option's value, or the value itself where there is no such option."""
        return next((option.label for option in self.options if option.value == value), value)


PERSON_PARTS = frozenset({"name", "id_number", "relation", "phone"})


class ValueSource(View):
    """Where a pre-filled value was taken from, and when."""

    model_config = ConfigDict(serialize_by_alias=True)

    register_name: str = Field(alias="register")
    label: str = ""  # of the register, for people
    path: str = ""
    record_id: str = ""
    fetched_at: datetime


class FilledField(View):
    """A field of a form as it arrives: its question, its value, and where the value is from."""

    key: str
    value: JsonValue = None
    source: ValueSource | None = None
    note: str = ""  # why it could not be filled, in words


class FilledForm(View):
    """A form filled in advance from the registers."""

    item: str
    version: str
    fields: list[FormField]
    values: dict[str, JsonValue]
    filled: list[FilledField]
    on: date
    notes: list[str] = Field(default_factory=list)
    applicant: str = ""  # whose matter it is
    agent: str = ""  # who fills it in for them, if somebody does
    read_out: str = ""  # where staff write it down and it is done at once: what is read to the applicant before they agree


class Origin(View):
    """How one saved answer came about: `register` while it is as the register gave it, `applicant` once changed.

    A changed answer keeps what the register said, so that whoever reviews it sees both.
    """

    by: str  # register | applicant
    source: ValueSource | None = None
    original: JsonValue = None

    @property
    def differs(self) -> bool:
        """Whether the applicant answered otherwise than the register has it, which may be not at all."""
        return self.by == "applicant" and self.source is not None
