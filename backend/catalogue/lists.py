"""The dated lists beside the items, read with every fault: what names an item, a department or a material must know it."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from backend.catalogue.checks import asked_fields, meant
from backend.catalogue.source import Fault, YamlFile
from backend.catalogue.vocabulary import Vocabulary, read_rows
from models.catalogue import Item
from models.catalogue.lists import Dated, Exclusion, Exemption


def read_exclusions(directory: Path, items: Collection[str], names: Vocabulary) -> tuple[tuple[Exclusion, ...], list[Fault]]:
    """The fields no commitment is taken in (commitments.yaml). `items`: the codes of the catalogue."""
    file = YamlFile(directory / "commitments.yaml", directory)
    rows, faults = read_rows(file, Exclusion)
    for index, each in enumerate(rows.values()):
        at = ("commitments", index)
        faults += _unknown(file, (*at, "items"), each.items, items, "事项")
        faults += _unknown(file, (*at, "departments"), each.departments, names.departments, "部门")
        faults += _dates(file, at, each)
        if not each.items and not each.departments:
            faults.append(file.fault(at, "要写 items 或 departments，至少一项"))
    return tuple(rows.values()), faults


def read_exemptions(
    directory: Path, codes: Collection[str], items: Mapping[str, Item], names: Vocabulary
) -> tuple[tuple[Exemption, ...], list[Fault]]:
    """The exemption list (exemptions.yaml). `codes`: of the catalogue; `items`: those of them that could be read."""
    file = YamlFile(directory / "exemptions.yaml", directory)
    rows, faults = read_rows(file, Exemption)
    for index, each in enumerate(rows.values()):
        at = ("exemptions", index)
        faults += _unknown(file, (*at, "items"), each.items, codes, "事项")
        faults += _dates(file, at, each)
        for code in each.items:
            if code in items:
                faults += _of_item(file, at, each, items[code])
        for number, test in enumerate(each.registers):
            place = (*at, "registers", number)
            faults += _unknown(file, (*place, "register"), [test.register_name], names.registers, "基础库")
            if members := names.members(test.register_name):
                faults += _unknown(file, (*place, "path"), [test.path.partition(".")[0]], members, "登记项")
    return tuple(rows.values()), faults


def _of_item(file: YamlFile, at: tuple[str | int, ...], entry: Exemption, item: Item) -> list[Fault]:
    """What an entry names of an item, in its latest version."""
    version = item.versions[-1]
    faults = _unknown(file, (*at, "when"), asked_fields(entry.when), [field.key for field in version.form], f"字段（{item.code}）")
    asked = {material.key: material for material in version.materials}
    faults += _unknown(file, (*at, "materials"), entry.materials, asked, f"材料（{item.code}）")
    needless = [key for key in entry.materials if key in asked and not asked[key].uploadable]
    return [*faults, *(file.fault((*at, "materials"), f"{item.code} 的 {key} 本来就不用提交，请删去") for key in needless)]


def _dates(file: YamlFile, at: tuple[str | int, ...], entry: Dated) -> list[Fault]:
    if entry.ends is not None and entry.ends <= entry.begins:
        return [file.fault((*at, "until"), "结束早于开始，请改日期")]
    return []


def _unknown(file: YamlFile, at: tuple[str | int, ...], names: Iterable[str], known: Iterable[str], what: str) -> list[Fault]:
    listed = frozenset(known)
    return [file.fault(at, f"没有叫 {name} 的{what}{meant(name, listed)}") for name in names if name not in listed]
