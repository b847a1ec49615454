"""What was handed in before, for whoever looks at what stands there now: papers and answers that are not as they were. Pure."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import JsonValue

from backend.cases.answer_views import shown
from backend.errors import NotFound
from models.answer_views import EarlierAnswerView
from models.cases import Case, Return, Snapshot
from models.catalogue import ItemVersion
from models.common_views import WordView
from models.forms import FormField
from models.material_views import EarlierMaterialView

_LICENCE = "licence:"


def earlier_materials(case: Case) -> list[EarlierMaterialView]:
    """What stood in each place before, the newest first; what came back as it was counts once."""
    return [_material(case, each.key, index) for each in case.materials for index in _others(case, each.key, each.fingerprint)]


def earlier_file(case: Case, key: str, number: int, file: int) -> tuple[str, int]:
    """Id and version of the `file`-th upload (from 0) that was handed in for a material the `number`-th time. Raises `NotFound`."""
    files = _files(case.snapshots[number - 1], key) if 0 < number <= len(case.snapshots) else []
    if not 0 <= file < len(files):
        raise NotFound()
    material, _, version = files[file].rpartition(":")
    return material, int(version)


def earlier_answers(case: Case, version: ItemVersion, form: Mapping[str, JsonValue], *, clear: bool) -> dict[str, list[EarlierAnswerView]]:
    """By field, what was answered before, the newest first; `form`: as the answers stand now. Not `clear`: nothing, since it could not be
    told from what stands there now."""
    if not clear:
        return {}
    found = {field.key: _answers(case, field, form.get(field.key)) for field in version.form}
    return {key: each for key, each in found.items() if each}


def _answers(case: Case, field: FormField, now: JsonValue) -> list[EarlierAnswerView]:
    result: list[EarlierAnswerView] = []
    last = now
    for index in reversed(range(len(case.snapshots))):
        before = case.snapshots[index].form.get(field.key)
        if before != last:
            words = "" if before is None else shown(field, before)
            result.append(EarlierAnswerView(number=index + 1, at=_at(case, index), shown=words))
        last = before
    return result


def _others(case: Case, key: str, now: list[str]) -> list[int]:
    """Which handings-in had something else in the place than the one after them, the last first."""
    result: list[int] = []
    last = now
    for index in reversed(range(len(case.snapshots))):
        before = case.snapshots[index].materials.get(key, [])
        if before and before != last:
            result.append(index)
        last = before
    return result


def _material(case: Case, key: str, index: int) -> EarlierMaterialView:
    marks = case.snapshots[index].materials[key]
    said = next((each for told in _told(case, index) for each in told.defects if each.target == f"materials/{key}"), None)
    return EarlierMaterialView(
        material=key,
        number=index + 1,
        at=_at(case, index),
        files=len(_files(case.snapshots[index], key)),
        licence=any(each.startswith(_LICENCE) for each in marks),
        reason=WordView.of(said.reason) if said else None,
        advice=said.advice if said else "",
    )


def _told(case: Case, index: int) -> list[Return]:
    return [each for each in case.returns if each.submission == index + 1]


def _at(case: Case, index: int) -> datetime | None:
    """When that was; what was promised later and handed in since (容缺) is a snapshot without a handing-in of the whole."""
    return case.submissions[index].at if len(case.submissions) == len(case.snapshots) else None


def _files(snapshot: Snapshot, key: str) -> list[str]:
    return [each for each in snapshot.materials.get(key, []) if not each.startswith(_LICENCE)]
