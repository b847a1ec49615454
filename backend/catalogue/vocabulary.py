"""The names an item may use: departments, themes, halls, registers, licences, official codes, templates."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from backend.catalogue.source import Fault, YamlFile, YamlText
from models.base import Declared
from models.forms import Key, Label
from models.licences import LicenceKind
from models.registers import RECORD_MODELS, RegisterRecord

T = TypeVar("T")


class Named(Declared):
    """A department or hall, as far as the catalogue must know it."""

    id: Key
    name: Label


class OwnDepartment(Named):
    """A department; `uscc`: its unified social credit code, empty where nobody gave it."""

    uscc: str = ""


class Theme(Named):
    """One theme (主题) people browse by."""

    help: str = ""


class RegisterName(Named):
    """One register (基础库): what people call it. `members` of a record where no model of ours says them."""

    members: tuple[Key, ...] = ()


class Codes(Declared):
    """Official code tables, which differ by province."""

    task_types: dict[str, Label]
    use_levels: dict[str, Label]


class Vocabulary(Declared):
    """Every name an item may use, by id."""

    departments: dict[str, OwnDepartment] = Field(default_factory=dict)
    halls: dict[str, Named] = Field(default_factory=dict)
    themes: dict[str, Theme] = Field(default_factory=dict)
    registers: dict[str, RegisterName] = Field(default_factory=dict)
    licences: dict[str, LicenceKind] = Field(default_factory=dict)
    codes: Codes = Codes(task_types={}, use_levels={})
    templates: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()  # their codes

    def department(self, code: str) -> str:
        """The name of a department, for people."""
        return self.departments[code].name if code in self.departments else code

    def hall(self, code: str) -> str:
        """The name of a hall, for people; none is where nobody came."""
        return self.halls[code].name if code in self.halls else code or "没有到窗口"

    def members(self, register: str) -> frozenset[str]:
        """What a record of that register has; empty for a register nobody knows."""
        if register not in self.registers:
            return frozenset()
        model = RECORD_MODELS.get(register, RegisterRecord)
        return frozenset(model.model_fields) | frozenset(self.registers[register].members)

    def register_label(self, name: str) -> str:
        """The name of a register, for people."""
        return self.registers[name].name if name in self.registers else name

    def licence(self, kind: str) -> str:
        """The name of a licence type, for people."""
        return self.licences[kind].name if kind in self.licences else kind


def read_vocabulary(directory: Path, district: Path) -> tuple[Vocabulary, list[Fault]]:
    """The vocabulary of a catalogue directory and of its district, with the faults of their files."""
    faults: list[Fault] = []

    def read(path: Path, model: type[T], *, only: tuple[str, ...] = ()) -> dict[str, T]:
        found, wrong = read_rows(YamlFile(path, directory), model, only)
        faults.extend(wrong)
        return found

    vocabulary = Vocabulary(
        departments=read(district / "departments.yaml", OwnDepartment, only=("id", "name", "uscc")),
        halls=read(district / "halls.yaml", Named, only=("id", "name")),
        themes=read(directory / "themes.yaml", Theme),
        registers=read(directory / "registers.yaml", RegisterName),
        licences=read(directory / "licences.yaml", LicenceKind),
        codes=_read_codes(YamlFile(directory / "codes.yaml", directory), faults),
        templates=frozenset(path.stem for path in (directory / "templates").glob("*.typ")),
        items=frozenset(path.stem for path in (directory / "items").glob("*.yaml")),
    )
    return vocabulary, faults


def validation_faults(file: YamlText, error: ValidationError, at: tuple[str | int, ...] = ()) -> list[Fault]:
    """Pydantic's complaints about `file` (or the part of it at `at`) as faults."""
    return [file.fault((*at, *each["loc"]), each["msg"].removeprefix("Value error, ")) for each in error.errors(include_url=False)]


def read_rows(file: YamlFile, model: type[T], only: tuple[str, ...] = ()) -> tuple[dict[str, T], list[Fault]]:
    """The rows of `{<name of the file>: [row, …]}` by their id. `only`: keys to read of rows that belong to others."""
    key = Path(file.name).stem
    rows = file.data.get(key) if isinstance(file.data, Mapping) else None
    if not isinstance(rows, list):
        return {}, file.faults or [file.fault((), f"must be a mapping with a list {key}")]
    found: dict[str, T] = {}
    faults = list(file.faults)
    for index, row in enumerate(rows):
        picked = {name: row[name] for name in only if name in row} if only and isinstance(row, Mapping) else row
        try:
            value = TypeAdapter(model).validate_python(picked)
        except ValidationError as error:
            faults += validation_faults(file, error, (key, index))
            continue
        if row["id"] in found:
            faults.append(file.fault((key, index, "id"), f"{row['id']} stands twice"))
        found[row["id"]] = value
    return found, faults


def _read_codes(file: YamlFile, faults: list[Fault]) -> Codes:
    faults.extend(file.faults)
    if not file.faults:
        try:
            return Codes.model_validate(file.data)
        except ValidationError as error:
            faults.extend(validation_faults(file, error))
    return Codes(task_types={}, use_levels={})
