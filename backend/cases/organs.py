"""What a case has from the edition of the item it follows."""

from typing import Any

from backend.catalogue import Vocabulary, is_by_town, organ_of
from backend.errors import Invalid
from models.cases import Case
from models.catalogue import ItemVersion


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


def require_town(case: Case, version: ItemVersion) -> None:
    """Raises `Invalid` where a town decides in its own name and nobody knows which."""
    if is_by_town(version) and case.town is None:
        raise Invalid(f"「{version.name}」由您居住的镇街决定，系统没有查到您住在哪个镇街。请带身份证到居住地的镇街窗口办理。")
