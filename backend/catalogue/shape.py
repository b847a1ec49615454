"""What pydantic says of a file's shape, as faults: each once, and with the name somebody probably meant."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from backend.catalogue.checks import meant
from backend.catalogue.partial import is_copied
from backend.catalogue.source import Fault, YamlText
from backend.refused_words import EDITORS, refused_words

_QUOTED = re.compile(r"'([^']*)'")


def shape_faults(file: YamlText, model: type[BaseModel], error: ValidationError) -> list[Fault]:
    """Every complaint about a file that was to be `model`."""
    told = [each for each in error.errors(include_url=False) if not is_copied(each["loc"])]
    return [file.fault(each["loc"], refused_words(each, EDITORS) + _meant(model, each)) for each in told]


def _meant(model: type[BaseModel], error: Any) -> str:
    """The key or value that was probably meant, for an unknown key and for a value that is none of a list."""
    if error["type"] == "extra_forbidden":
        names = {name for owner in _models_at(model, error["loc"][:-1]) for name in _keys(owner)}
        return meant(str(error["loc"][-1]), names)
    if error["type"] in ("enum", "literal_error") and isinstance(error["input"], str):
        return meant(error["input"], _QUOTED.findall(str(error["ctx"]["expected"])))
    return ""


def _keys(model: type[BaseModel]) -> Iterator[str]:
    """The keys a file may use for a model; what is put there by the program is none of them."""
    hidden = "SkipJsonSchema"
    for name, field in model.model_fields.items():
        if not any(type(each).__name__ == hidden for each in field.metadata):
            yield field.alias or name


def _models_at(model: type[BaseModel], location: Sequence[str | int]) -> list[type[BaseModel]]:
    """The models a place of a file may hold. Parts that are no key, such as the member of a union, are passed over."""
    models = [model]
    for part in location:
        fields = {field.alias or name: field for each in models for name, field in each.model_fields.items()}
        if part in fields:
            models = list(_models_in(fields[str(part)].annotation))
    return models


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
