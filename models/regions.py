"""The regions (区划) a catalogue serves: a city, its districts, and whether one bureau of a district decides for others."""

from datetime import date
from typing import Self

from pydantic import ConfigDict, Field, model_validator

from models.base import Declared
from models.catalogue.codes import PowerLevel
from models.catalogue.regional import RegionCode
from models.forms import Key, Label


class OneSeal(Declared):
    """一章办理: from a day on the approval bureau (行政审批局) decides what `departments` decided, in its own name and under its
    one `seal`; they are told, and supervise afterwards."""

    model_config = ConfigDict(populate_by_name=True)

    from_: date = Field(alias="from")
    bureau: Key
    departments: tuple[Key, ...] = Field(min_length=1)
    seal: Label
    basis: str = ""
    verified: bool = False


class Region(Declared):
    """A city or a district. `government`: to whom one applies for reconsideration of what its offices decide; `organ`: stands
    in the numbers of its written notices; `seal`: on them."""

    id: RegionCode
    name: Label
    level: PowerLevel
    within: RegionCode | None = None  # of a district: its city
    government: Label
    organ: Label
    seal: Label = "行政审批专用章"
    one_seal: OneSeal | None = None

    @model_validator(mode="after")
    def is_a_place(self) -> Self:
        if self.level is PowerLevel.TOWN:
            raise ValueError("镇街不是单独的区域，请写在 towns 里")
        if (self.level is PowerLevel.DISTRICT) != (self.within is not None):
            raise ValueError("区要写属于哪个市（within），其他的不写")
        return self
