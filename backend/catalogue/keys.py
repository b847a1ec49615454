"""The keys of an item's YAML, each with its Chinese name, what it means and what it may hold: for whoever writes an item by a form.

The shapes are those of the JSON Schema (`backend/catalogue/schema.py`), the names those that differences are told by
(`backend/catalogue/diff/labels.py`), the meanings stand in catalogue/keys.yaml.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from backend.catalogue.catalogue import Catalogue
from backend.catalogue.diff.labels import OF_ITEM, PARTS, attribute
from backend.catalogue.diff.words import coded
from backend.catalogue.vocabulary import Vocabulary
from backend.declared import yaml_of
from models.catalogue import Item
from models.catalogue.keys import KeyKind, KeyView, ShapeView
from models.common_views import WordView

Means = Mapping[str, Mapping[str, str]]
Schema = Mapping[str, Any]

# What takes tests, expressions or free data is written as text, beside the explanation of each key.
_BY_TEXT = frozenset({"Condition", "FieldRule", "RegisterTest", "RestsOn", "Test", "Listed", "Standard", "Example", "Reference", "Instant"})
_AMONG: Mapping[str, str] = {
    **dict.fromkeys(
        ("against", "per", "chosen_by", "branch", "post_to", "post_phone", "not_after", "on_day", "since", "until", "who", "wishes"), "form"
    ),
    **dict.fromkeys(("fields", "again", "by", "shared_with", "reception_fields", "beside", "born", "about", "kin"), "form"),
    **dict.fromkeys(("material", "materials", "replaces", "without"), "materials"),
    **dict.fromkeys(("skips", "step"), "steps"),
}
_FREE = frozenset({("Competence", "step"), ("BundlePart", "after"), ("Among", "by"), ("ResultLicence", "kind")})
_SHORT = 60  # characters of what is written in one line


def means_of(directory: Path) -> Means:
    """What each key means, by the part it stands in; `any`: wherever it stands."""
    return yaml_of(directory / "keys.yaml")


def shapes(catalogue: Catalogue, means: Means) -> list[ShapeView]:
    """Every part of an item with its keys, in the order the models have them; the item itself is `Item`."""
    schema = Item.model_json_schema(by_alias=True, mode="validation")
    definitions: Mapping[str, Schema] = {**schema["$defs"], "Item": schema}
    return _Shapes(definitions, catalogue, means).all()


class _Shapes:
    def __init__(self, definitions: Mapping[str, Schema], catalogue: Catalogue, means: Means) -> None:
        self._definitions = definitions
        self._means = means
        self._names = _names(catalogue)
        self._classes = {each.__name__: each for each in _within(Item, set())}

    def all(self) -> list[ShapeView]:
        """Those that have keys."""
        return [
            ShapeView(
                name=name, keys=[self._key(name, key, spec, key in said.get("required", ())) for key, spec in said["properties"].items()]
            )
            for name, said in self._definitions.items()
            if "properties" in said
        ]

    def _key(self, owner: str, key: str, spec: Schema, required: bool) -> KeyView:
        bare = _bare(spec)
        many = bare.get("type") == "array"
        inner = _bare(bare.get("items", {})) if many else bare
        shape, options, among = self._shape(inner), self._options(owner, key, inner), self._among(owner, key)
        return KeyView(
            key=key,
            label=self._label(owner, key),
            help=self._means.get(owner, {}).get(key) or self._means["any"].get(key, ""),
            kind=_kind(inner, many, shape, bool(options or among)),
            required=required,
            shape=shape,
            options=options,
            among=among,
            preset=_preset(spec.get("default")),
        )

    def _label(self, owner: str, key: str) -> str:
        model = self._classes[owner]
        name = next((name for name, field in model.model_fields.items() if key == (field.alias or name)), key)  # type: ignore[union-attr]
        return {"ItemVersion": PARTS, "Item": OF_ITEM}.get(owner, {}).get(name) or attribute(owner, name)

    def _shape(self, spec: Schema) -> str:
        name = _reference(spec)
        return name if "properties" in self._definitions.get(name, {}) else ""

    def _options(self, owner: str, key: str, spec: Schema) -> list[WordView]:
        name = _reference(spec)
        chosen = self._classes.get(name)
        if chosen is not None and issubclass(chosen, Enum):
            return [WordView(code=str(each.value), label=coded(each)) for each in chosen]
        if spec.get("type") != "string":
            return []
        return self._names.get(f"{owner}.{key}") or self._names.get(key, [])

    @staticmethod
    def _among(owner: str, key: str) -> str:
        return "" if (owner, key) in _FREE or owner == "Item" else _AMONG.get(key, "")


def _kind(spec: Schema, many: bool, shape: str, chosen: bool) -> KeyKind:
    if shape:
        return "other" if shape in _BY_TEXT else "shapes" if many else "shape"
    if chosen:
        return "choices" if many else "choice"
    kinds = {spec.get("type")} | {each.get("type") for each in spec.get("anyOf", ())}
    if kinds == {None, "number", "string"}:  # an amount of money
        return "line"
    if spec.get("type") == "string" and not many:
        short = spec.get("maxLength", _SHORT + 1) <= _SHORT or "pattern" in spec
        return "day" if spec.get("format") == "date" else "line" if short else "text"
    if many:
        return "lines" if spec.get("type") == "string" else "other"
    return {"boolean": "flag", "integer": "number", "number": "number"}.get(str(spec.get("type")), "other")  # type: ignore[return-value]


def _bare(spec: Schema) -> Schema:
    """What a key may hold, without that it may be left out."""
    said = [each for each in spec.get("anyOf", ()) if each.get("type") != "null"]
    return said[0] if len(said) == 1 else {**spec, "anyOf": said} if said else spec


def _reference(spec: Schema) -> str:
    return str(spec.get("$ref", "")).rpartition("/")[2]


def _preset(value: object) -> str | int | bool | list[str] | None:
    """What holds where a key is left out, where that is plain."""
    if isinstance(value, list):
        return [str(each) for each in value] or None  # pyright: ignore[reportUnknownVariableType,reportUnknownArgumentType]
    return value if isinstance(value, str | int | bool) and value != "" else None


def _within(annotation: Any, seen: set[type]) -> Iterator[type]:
    """The models and closed lists inside a model, itself first."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel | Enum):
        if annotation in seen:
            return
        seen.add(annotation)
        yield annotation
        fields = annotation.model_fields.values() if issubclass(annotation, BaseModel) else ()
        for field in fields:
            yield from _within(field.annotation, seen)
    for inner in get_args(annotation):
        yield from _within(inner, seen)


def _names(catalogue: Catalogue) -> dict[str, list[WordView]]:
    """The names a key chooses from, by key, or by part and key."""
    names: Vocabulary = catalogue.vocabulary
    departments = _words({code: each.name for code, each in names.departments.items()})
    licences = _words({code: each.name for code, each in names.licences.items()})
    return {
        **dict.fromkeys(("department", "joint_departments", "in_the_name_of"), departments),
        **dict.fromkeys(("region", "regions"), _words({code: each.name for code, each in names.regions.items()})),
        "themes": _words({code: each.name for code, each in names.themes.items()}),
        "register": _words(names.register_labels),
        "hall": _words({code: each.name for code, each in names.halls.items()}),
        "task_type": _words(names.codes.task_types),
        "use_level": _words(names.codes.use_levels),
        "licence": licences,
        "ResultLicence.kind": licences,
        "item": _words({item.code: item.name for item in catalogue.items}),
        "template": _words({each: each for each in sorted(names.templates)}),
        "certificate": _words({each: each for each in sorted(names.templates)}),
    }


def _words(named: Mapping[str, str]) -> list[WordView]:
    return [WordView(code=code, label=label) for code, label in named.items()]
