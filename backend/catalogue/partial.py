"""An item whose shape is wrong in places, as far as it is right: so that one fault does not hide the others.

A part with a fault is missing from what is made here, and a check that asks for it ends there (`as_far_as_possible`).
"""

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from backend.catalogue.checks import Faults
from models.catalogue import Item, ItemVersion

T = TypeVar("T", bound=BaseModel)
Location = Sequence[str | int]


class PartMissing(Exception):
    """A check asked for a part that is not right."""


class _PartialItem(Item):
    def __getattr__(self, name: str) -> NoReturn:
        raise PartMissing(name)


class _PartialVersion(ItemVersion):
    def __getattr__(self, name: str) -> NoReturn:
        raise PartMissing(name)


def partial_item(data: Any, error: ValidationError) -> Item | None:
    """What is right of an item; None where it is not even a mapping. `error`: what its validation said."""
    if not isinstance(data, dict):
        return None
    places: list[Location] = [each["loc"] for each in error.errors(include_url=False)]
    item = _salvaged(_PartialItem, {**data, "versions": ()}, [place for place in places if place[0] != "versions"])
    if not isinstance(data.get("versions"), list):
        vars(item).pop("versions")
        return item
    versions = [_partial_version(item, each, _within(places, ("versions", index))) for index, each in enumerate(data["versions"])]
    return item.model_copy(update={"versions": tuple(version for version in versions if version is not None)})


def as_far_as_possible(faults: Faults) -> Faults:
    """The faults a check finds before it needs a part that is missing."""
    try:
        yield from faults
    except PartMissing:
        return


def as_far_as_is(holder: BaseModel, name: str) -> Any:
    """A part of an item or version; an empty one where it is missing."""
    return vars(holder).get(name, ())


def is_copied(location: Location) -> bool:
    """Whether a place of an error is what `Item` copies onto its versions: the fault is told of the item already."""
    return len(location) == 3 and location[0] == "versions" and location[2] in OF_THE_ITEM


OF_THE_ITEM = frozenset({"id", "item"} | (Item.model_fields.keys() & ItemVersion.model_fields.keys()))


def _within(places: Sequence[Location], prefix: tuple[str | int, ...]) -> list[Location]:
    return [place[len(prefix) :] for place in places if tuple(place[: len(prefix)]) == prefix and not is_copied(place)]


def _partial_version(item: Item, data: Any, places: list[Location]) -> ItemVersion | None:
    if not isinstance(data, dict):
        return None
    version = _salvaged(_PartialVersion, data, places)
    for name in OF_THE_ITEM & vars(item).keys():
        vars(version)[name] = vars(item)[name]
    return version


def _salvaged(model: type[T], data: Mapping[str, Any], places: Sequence[Location]) -> T:
    """`model` of those parts of `data` in which nothing is wrong; what is wrong or lacking is missing."""
    wrong = {place[0] for place in places if place}
    given: dict[str, Any] = {}
    missing: set[str] = set()
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in data and key not in wrong:
            given[name] = TypeAdapter(field.rebuild_annotation()).validate_python(data[key])
        elif key in wrong or field.is_required():
            missing.add(name)
    made = model.model_construct(**given)
    for name in missing:
        vars(made).pop(name, None)
    return made
