"""What stands in an item's YAML, described for a form and for whoever writes it as text."""

from typing import Literal

from models.base import View
from models.common_views import WordView

KeyKind = Literal["line", "text", "number", "flag", "day", "choice", "choices", "lines", "shape", "shapes", "other"]


class KeyView(View):
    """One key. `kind`: how it is filled in; `shape`: the part that stands below it, one or several; `options`: what it chooses from, and
    `among`: of which list of the version, by their keys; `preset`: what holds where it is left out. `other` is written as text."""

    key: str
    label: str
    help: str
    kind: KeyKind
    required: bool
    shape: str
    options: list[WordView]
    among: str  # "form", "materials" or "steps"
    preset: bool | int | str | list[str] | None = None


class ShapeView(View):
    """A part of an item and its keys."""

    name: str
    keys: list[KeyView]


class KeysView(View):
    """Every part; that of the whole file is called `Item`."""

    shapes: list[ShapeView]
