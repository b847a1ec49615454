"""What a person who decides in an instant rule's place puts on the paper, as far as the registers do not say it (依据原始档案填写)."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from models.base import Declared
from models.forms import Condition, Key, Label, Path


class FactType(StrEnum):
    """Kinds of value, with the JSON it has on the page."""

    TEXT = "text"  # "…"
    NUMBER = "number"  # 12 or 12.5
    COUNT = "count"  # 0 or 12
    DATE = "date"  # "2026-11-23"
    MONTH = "month"  # "2026-11"


class FactPart(Declared):
    """One value of a record. `show_when`: for which answers of the form it stands on the page at all. `asked`: the field of the form in
    which the applicant said what they want to read there; whoever writes something else says that it is so."""

    key: Key
    label: Label
    type: FactType = FactType.TEXT
    optional: bool = False
    show_when: tuple[Condition, ...] = ()
    asked: Key | None = None


class Fact(Declared):
    """One name of the rule's `data`: a value, or a record of `parts`, or `many` of them. `on_record`: where in what the registers said
    the person who decides finds what there is of it, `register.member`; `help`: what to look at before it is written."""

    key: Key
    label: Label
    type: FactType = FactType.TEXT
    parts: tuple[FactPart, ...] = ()
    many: bool = False
    optional: bool = False
    on_record: Path | None = None
    help: str = ""
    show_when: tuple[Condition, ...] = ()

    @model_validator(mode="after")
    def several_have_parts(self) -> Self:
        if self.many and not self.parts:
            raise ValueError("可以填几行的内容要写明每一行有哪几项（parts）")
        return self
