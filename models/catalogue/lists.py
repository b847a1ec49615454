"""Lists a district keeps beside its items, each entry dated: fields no commitment is taken in."""

from datetime import date

from pydantic import Field

from models.base import Declared
from models.catalogue.item import ItemCode
from models.forms import Key, Label, Text


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
