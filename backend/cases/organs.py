"""In whose name a case is decided and its papers are sealed: of the edition of the item it keeps, and of its applicant's town."""

from typing import Any

from backend.catalogue import Vocabulary
from backend.errors import Invalid
from models.cases import Case, Organ
from models.catalogue import ItemVersion, PowerLevel
from models.regions import Region


def placed(version: ItemVersion, town: str | None, names: Vocabulary) -> dict[str, Any]:
    """What a case has from the edition it follows: the edition, the department, whose rules, in whose name."""
    return {
        "item_version": version.id,
        "department": version.department,
        "region": version.region or names.home or None,
        "organ": organ_of(version, town, names),
        "handle_area": version.handle_area,
        "formerly": version.exercised.formerly if version.exercised else None,
    }


def organ_of(version: ItemVersion, town: str | None, names: Vocabulary) -> Organ | None:
    """In whose name; None for the own district's department in its own name, as `CasePolicy` says it."""
    exercised = version.exercised
    if exercised is None and not version.region:
        return None
    named = (exercised.named if exercised else None) or version.department
    region = names.regions[names.departments[named].region or names.home]
    if _by_town(version) and town in names.towns:
        return _organ(names.towns[town].government, names.towns[town].uscc, region, None)
    return _organ(names.organ(named), names.departments[named].uscc, region, exercised.seal if exercised else None)


def require_town(case: Case, version: ItemVersion) -> None:
    """Raises `Invalid` where a town decides in its own name and nobody knows which."""
    if _by_town(version) and case.town is None:
        raise Invalid(f"「{version.name}」由您居住的镇街决定，系统没有查到您住在哪个镇街。请带身份证到居住地的镇街窗口办理。")


def _by_town(version: ItemVersion) -> bool:
    exercised = version.exercised
    return exercised is not None and exercised.level is PowerLevel.TOWN and exercised.named is None


def _organ(name: str, code: str, region: Region, seal: str | None) -> Organ:
    return Organ(name=name, word=region.organ, seal=seal or region.seal, government=region.government, code=code)
