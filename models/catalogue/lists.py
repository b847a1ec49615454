"""Lists a district keeps beside its items, each entry dated: fields no commitment is taken in, and what need not be handed in."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from models.base import Declared
from models.catalogue.item import ItemCode
from models.forms import Condition, Key, Label, RegisterTest, Text


class Dated(Declared):
    """An entry that holds from a day on, and before another where one is given."""

    id: Key
    begins: date = Field(alias="from")
    ends: date | None = Field(default=None, alias="until")  # the first day on which it no longer holds
    basis: Text
    verified: bool = False  # whether somebody has checked the basis

    def holds_on(self, day: date) -> bool:
        """Whether it holds on `day`."""
        return self.begins <= day and (self.ends is None or day < self.ends)


class Exclusion(Dated):
    """A field in which no commitment is taken (告知承诺的除外领域), by its items or by whole departments."""

    name: Label
    items: tuple[ItemCode, ...] = ()
    departments: tuple[Key, ...] = ()


class Applicants(StrEnum):
    """Whom an exemption is for."""

    EVERYBODY = "everybody"
    PEOPLE = "people"
    ENTERPRISES = "enterprises"


class Exemption(Dated):
    """An entry of the exemption list (豁免清单): these materials of these items need not be handed in by whom every condition
    holds for. `because` goes on after 「因为」, as the applicant reads it."""

    items: tuple[ItemCode, ...]
    materials: tuple[Key, ...]
    because: Text
    applicants: Applicants = Applicants.EVERYBODY
    when: tuple[Condition, ...] = ()  # of the form's answers
    registers: tuple[RegisterTest, ...] = ()

    def covers(self, item: str, material: str) -> bool:
        """Whether it speaks of that material."""
        return item in self.items and material in self.materials
