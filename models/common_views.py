"""Pieces that many answers are made of: a word of a closed list, somebody who did something, something that may be done."""

from models.base import View
from models.catalogue.codes import Worded


class ActionView(View):
    """Something the viewer may do now; `action` is the last part of its address."""

    action: str
    label: str


class WordView(View):
    """A value of a closed list with its words."""

    code: str
    label: str

    @classmethod
    def of(cls, value: Worded) -> "WordView":
        return cls(code=value.value, label=value.label)


class WhoView(View):
    """Somebody who did something. Staff are named with their department."""

    name: str
    department: str | None = None


class CountView(View):
    """How many of a list there are, where the list itself is not looked at."""

    count: int


class NamedView(View):
    """Somebody who may be chosen by name, such as for a check."""

    id: str
    name: str
