"""The names an item may use: departments, themes, halls, registers, licences, official codes, templates."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from backend.catalogue.source import Fault, YamlFile, YamlText
from backend.refused_words import EDITORS, refused_words
from models.base import Declared
from models.cases import CasePolicy, TolerancePolicy
from models.catalogue.codes import PowerLevel
from models.forms import Key, Label
from models.licences import LicenceKind
from models.regions import Region
from models.registers import RECORD_MODELS, RegisterRecord

T = TypeVar("T")


class Named(Declared):
    """A department or hall, as far as the catalogue must know it."""

    id: Key
    name: Label


class OwnDepartment(Named):
    """A department; `full_name`: as papers and licences have it; `uscc`: its unified social credit code; both empty where nobody
    gave them. `region`: whose it is, where not the catalogue's own district's; `counterpart_of`: the department of the own
    district that does the same. `review_by`: to whom one applies for reconsideration of its decisions, where that is not the region's
    government: of organs led from above (垂直领导) the next higher one (行政复议法 art. 27). `complaints_to`: it is no organ and
    decides nothing in law, as a bank; its answers can be complained of there. `word`: stands in the numbers of its own notices, where it
    does not number them with the region's government. `one_window`: its counters take in every department's
    papers (一窗通办). `own_counters`: it has counters of its own, and other halls take in only what an item of it names them for."""

    full_name: str = ""
    uscc: str = ""
    region: str = ""
    counterpart_of: str = ""
    review_by: str = ""
    complaints_to: str = ""
    word: str = ""
    one_window: bool = False
    own_counters: bool = False


class TownName(Named):
    """A town: in whose name it decides what is its own, and the region it lies in, where not the own district."""

    government: str = ""
    uscc: str = ""
    region: str = ""


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


ELSEWHERE = "elsewhere"
"""In place of a hall: a window of another district, which took papers in for the one that decides. No hall bears this name."""


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
    regions: dict[str, Region] = Field(default_factory=dict)
    towns: dict[str, TownName] = Field(default_factory=dict)
    numbering: dict[str, str] = Field(default_factory=dict)  # the items of certificates.yaml by what their numbers begin with
    home: str = ""  # the catalogue's own district
    tolerance: TolerancePolicy = TolerancePolicy()  # how long the district tolerates at most that a material comes later

    def department(self, code: str) -> str:
        """The name of a department, for people."""
        return self.departments[code].name if code in self.departments else code

    def organ(self, code: str) -> str:
        """A department as papers and licences name it."""
        return (self.departments[code].full_name if code in self.departments else "") or self.department(code)

    def region(self, code: str) -> str:
        """The name of a region, for people; an empty code is the own district."""
        known = self.regions.get(code or self.home)
        return known.name if known else code

    def region_of(self, department: str | None) -> str | None:
        """The district a department belongs to; None for one of the city, whose staff serve all of it, and for nobody's."""
        if department not in self.departments:
            return None
        code = self.departments[department].region or self.home
        known = self.regions.get(code)
        return code if known is not None and known.level is PowerLevel.DISTRICT else None

    def is_one_window(self, department: str | None) -> bool:
        """Whether a department's counters take in every department's papers (一窗通办)."""
        return department in self.departments and self.departments[department].one_window

    def has_own_counters(self, department: str) -> bool:
        """Whether a department takes its papers in at counters of its own, also where there is a one-window hall."""
        return department in self.departments and self.departments[department].own_counters

    def region_of_town(self, town: str | None) -> str:
        """The district a town lies in; the own one where the town is not known."""
        return (self.towns[town].region if town in self.towns else "") or self.home

    def counterpart(self, department: str, region: str) -> str | None:
        """Who does in `region` what `department` does in the own district; None where nobody is named."""
        if region in ("", self.home):
            return department
        return next((each.id for each in self.departments.values() if each.region == region and each.counterpart_of == department), None)

    def hall(self, code: str) -> str:
        """The name of a hall, for people; none is where nobody came, and `ELSEWHERE` any window of another district."""
        if code == ELSEWHERE:
            return "外地窗口"
        return self.halls[code].name if code in self.halls else code or "没有到窗口"

    def town(self, code: str) -> str:
        """The name of a town, for people."""
        return self.towns[code].name if code in self.towns else code

    def intake(self, region: str) -> str:
        """How cases are called that a district's counters took in for others; none: at home, or from a phone."""
        return f"{self.region(region)}窗口代收" if region else "本地窗口或网上"

    def members(self, register: str) -> frozenset[str]:
        """What a record of that register has; empty for a register nobody knows."""
        if register not in self.registers:
            return frozenset()
        model = RECORD_MODELS.get(register, RegisterRecord)
        return frozenset(model.model_fields) | frozenset(self.registers[register].members)

    def register_label(self, name: str) -> str:
        """The name of a register, for people."""
        return self.registers[name].name if name in self.registers else name

    @property
    def register_labels(self) -> dict[str, str]:
        """The names of all registers, for people."""
        return {name: each.name for name, each in self.registers.items()}

    def licence(self, kind: str) -> str:
        """The name of a licence type, for people."""
        return self.licences[kind].name if kind in self.licences else kind


def read_vocabulary(directory: Path, district: Path) -> tuple[Vocabulary, list[Fault]]:
    """The vocabulary of a catalogue directory and of its district, with the faults of their files."""
    faults: list[Fault] = []

    def read(path: Path, model: type[T], *, only: tuple[str, ...] = (), key: str = "") -> dict[str, T]:
        found, wrong = read_rows(YamlFile(path, directory), model, only, key)
        faults.extend(wrong)
        return found

    place = YamlFile(district / "district.yaml", directory)
    vocabulary = Vocabulary(
        departments=read(
            district / "departments.yaml",
            OwnDepartment,
            only=(
                "id",
                "name",
                "full_name",
                "uscc",
                "region",
                "counterpart_of",
                "review_by",
                "complaints_to",
                "word",
                "one_window",
                "own_counters",
            ),
        ),
        halls=read(district / "halls.yaml", Named, only=("id", "name")),
        themes=read(directory / "themes.yaml", Theme),
        registers=read(directory / "registers.yaml", RegisterName),
        licences=read(directory / "licences.yaml", LicenceKind),
        codes=_read_codes(YamlFile(directory / "codes.yaml", directory), faults),
        templates=frozenset(path.stem for path in (directory / "templates").glob("*.typ")),
        items=frozenset(path.stem for path in (directory / "items").glob("*.yaml")),
        regions=read(district / "district.yaml", Region, key="regions"),
        towns=read(district / "district.yaml", TownName, only=("id", "name", "government", "uscc", "region"), key="towns"),
        tolerance=_read_policy(YamlFile(directory / "cases.yaml", directory), faults).tolerance,
        numbering=_numbering(YamlFile(directory / "certificates.yaml", directory)),
        home=str(place.data.get("region", "")) if isinstance(place.data, Mapping) else "",
    )
    licences = YamlFile(directory / "licences.yaml", directory)
    return vocabulary, [*faults, *_region_faults(vocabulary, place), *_licence_faults(vocabulary, licences)]


def _numbering(file: YamlFile) -> dict[str, str]:
    """The items of certificates.yaml by what their numbers begin with. Whoever issues certificates says what is wrong with the file."""
    rows = file.data.get("certificates") if isinstance(file.data, Mapping) else None
    found = rows.items() if isinstance(rows, Mapping) else ()
    return {str(row["prefix"]): str(code) for code, row in found if isinstance(row, Mapping) and "prefix" in row}


def _region_faults(names: Vocabulary, file: YamlFile) -> list[Fault]:
    """What regions and departments say of each other and cannot be."""
    faults: list[Fault] = []
    for index, region in enumerate(names.regions.values()):
        if region.within is not None and region.within not in names.regions:
            faults.append(file.fault(("regions", index, "within"), f"没有代码是 {region.within} 的区域"))
        if region.one_seal is not None:
            for name in (region.one_seal.bureau, *region.one_seal.departments):
                if name not in names.departments or (names.departments[name].region or names.home) != region.id:
                    faults.append(file.fault(("regions", index, "one_seal"), f"{name} 不是{region.name}的部门"))
    return faults


def _licence_faults(names: Vocabulary, file: YamlFile) -> list[Fault]:
    """Registers a kind of licence answers for that cannot be answered for so."""
    faults: list[Fault] = []
    for index, kind in enumerate(names.licences.values()):
        stands, place = kind.stands_for, ("licences", index, "stands_for")
        if stands is None:
            continue
        name, given = stands.register_name, {path.split(".")[0] for path in stands.record}
        if name not in names.registers:
            faults.append(file.fault((*place, "register"), f"没有叫 {name} 的基础库"))
            continue
        faults += [file.fault((*place, "record"), f"{name} 的记录里没有 {each}") for each in sorted(given - names.members(name))]
        needed = {key for key, field in RECORD_MODELS.get(name, RegisterRecord).model_fields.items() if field.is_required()}
        if lacking := sorted(needed - given - set(RegisterRecord.model_fields)):
            faults.append(file.fault((*place, "record"), f"{name} 的记录必须有 {'、'.join(lacking)}，证照上没有就不能替它回答"))
    return faults


def validation_faults(file: YamlText, error: ValidationError, at: tuple[str | int, ...] = ()) -> list[Fault]:
    """Pydantic's complaints about `file` (or the part of it at `at`) as faults."""
    return [file.fault((*at, *each["loc"]), refused_words(each, EDITORS)) for each in error.errors(include_url=False)]


def read_rows(file: YamlFile, model: type[T], only: tuple[str, ...] = (), key: str = "") -> tuple[dict[str, T], list[Fault]]:
    """The rows of `{key: [row, …]}` by their id; without a key it is the file's name. `only`: keys to read of rows that belong to
    others."""
    key = key or Path(file.name).stem
    rows = file.data.get(key) if isinstance(file.data, Mapping) else None
    if not isinstance(rows, list):
        return {}, file.faults or [file.fault((), f"文件里要有一个列表 {key}")]
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
            faults.append(file.fault((key, index, "id"), f"{row['id']} 写了两次，请删去一个"))
        found[row["id"]] = value
    return found, faults


def _read_policy(file: YamlFile, faults: list[Fault]) -> CasePolicy:
    faults.extend(file.faults)
    if not file.faults:
        try:
            return CasePolicy.model_validate(file.data)
        except ValidationError as error:
            faults.extend(validation_faults(file, error))
    return CasePolicy()


def _read_codes(file: YamlFile, faults: list[Fault]) -> Codes:
    faults.extend(file.faults)
    if not file.faults:
        try:
            return Codes.model_validate(file.data)
        except ValidationError as error:
            faults.extend(validation_faults(file, error))
    return Codes(task_types={}, use_levels={})
