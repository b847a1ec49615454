"""Everything of one kind inside a part of the catalogue, with its place."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from pydantic import BaseModel

from backend.catalogue.checks import Place

T = TypeVar("T", bound=BaseModel)


def everything(holder: object, kind: type[T], place: Place = ()) -> Iterator[tuple[Place, T]]:
    """Every `kind` inside `holder`, however deep, in order, with its place as the YAML has it. What districts change
    (`variants` of a version) is left out: it is looked at in their editions."""
    if isinstance(holder, kind):
        yield place, holder
    for key, part in _parts(holder):
        if (*place, key) != ("variants",):
            yield from everything(part, kind, (*place, key))


def _parts(holder: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(holder, BaseModel):
        fields = type(holder).model_fields
        yield from ((fields[name].alias or name, value) for name, value in vars(holder).items() if name in fields)
    elif isinstance(holder, Mapping):
        yield from ((str(key), value) for key, value in holder.items())  # pyright: ignore[reportUnknownArgumentType,reportUnknownVariableType]
    elif isinstance(holder, list | tuple):
        yield from enumerate(holder)  # pyright: ignore[reportUnknownArgumentType]
