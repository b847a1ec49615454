"""How an item differs by district, and who exercises it since when, in whose name (区级差异, 事权下放)."""

from datetime import date
from typing import Annotated, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from models.base import Declared
from models.catalogue.codes import Channel, PowerLevel, PowerSource
from models.catalogue.limits import Clocks, Span
from models.catalogue.parts import AppointmentPolicy, Fee, Question, Visits
from models.forms import Key, Label, Text

RegionCode = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]  # 行政区划代码, GB/T 2260


class GuideChanges(Declared):
    """What a district's guide says otherwise; what is absent is as everywhere."""

    summary: Text | None = None
    conditions: tuple[Text, ...] | None = None
    known: tuple[Text, ...] | None = None
    steps: tuple[Text, ...] | None = None
    duration: Text | None = None
    trips: Text | None = None
    where: tuple[Text, ...] | None = None
    when: Text | None = None
    phone: Label | None = None
    complaints: Label | None = None
    faq: tuple[Question, ...] | None = None


class Variant(Declared):
    """What differs where another district than the catalogue's own does the item; an item is offered there only with one.

    `without`: materials not asked there. `department`: who does it there, where the departments' file names no counterpart.
    `limits`: of single steps, by their keys. What else it gives stands in place of the version's own, whole; of the guide only
    the parts it names.
    """

    region: RegionCode
    department: Key | None = None
    without: tuple[Key, ...] = ()
    limits: dict[Key, Span] = Field(default_factory=dict)
    clocks: Clocks | None = None
    visits: Visits | None = None
    fee: Fee | None = None
    channels: tuple[Channel, ...] | None = None
    appointment: AppointmentPolicy | None = None
    guide: GuideChanges | None = None


class Competence(Declared):
    """Who exercises an item from a day on (行使层级, 权力来源), until the next one begins.

    `regions`: the districts it holds for; none: all that have the item. `level` city names the city's `department`; at level
    district and town the district's own department stands, or the one named. At level town the last step, which decides, is
    the town's. `step`: what the deciding step is called then; `other_than`: an earlier step of staff, whose officer does not decide too.
    `in_the_name_of`: what another department entrusted (委托) is issued in that one's name and under its seal; a
    department of the catalogue's own district stands for its counterparts. Without it the result bears the name of who
    exercises it.
    """

    model_config = ConfigDict(populate_by_name=True)

    from_: date = Field(alias="from")
    regions: tuple[RegionCode, ...] = ()
    level: PowerLevel = PowerLevel.DISTRICT
    department: Key | None = None
    source: PowerSource = PowerSource.OWN
    in_the_name_of: Key | None = None
    step: Label | None = None
    other_than: Key | None = None
    basis: str = ""
    verified: bool = False

    @model_validator(mode="after")
    def names_whose_it_is(self) -> Self:
        if self.level is PowerLevel.CITY and self.department is None:
            raise ValueError("level 是 city 的，要写市级部门（department）")
        if self.source.is_entrusted != (self.in_the_name_of is not None):
            raise ValueError("委托行使的（source 5 或 6）要写 in_the_name_of，其他的不写")
        return self


class Exercised(Declared):
    """Who exercises one version in one district. `named`: the department in whose name, where that is not the town's or the
    department's own; `formerly`: the department whose items an approval bureau decides, which supervises afterwards."""

    since: date
    level: PowerLevel
    source: PowerSource
    named: str | None = None
    seal: str | None = None  # where not the region's
    formerly: str | None = None
    basis: str = ""  # told only once it was checked
