"""The editions of an item's version: what it is in each district that has it, and who exercises it there since when.

A case keeps the id of the edition it was filed under, so neither a variant nor a move of powers reaches it later.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import Competence, Exercised, Item, ItemVersion, PowerLevel, PowerSource, Step, StepLevel, Variant
from models.regions import OneSeal


@dataclass(frozen=True)
class RegionalEdition:
    """One version as it holds in one district from `since` on."""

    region: str
    since: date
    version: ItemVersion


def editions(item: Item, version: ItemVersion, names: Vocabulary) -> list[RegionalEdition]:
    """Every edition of a version; the own district's first, of each district the earliest first."""
    found: list[RegionalEdition] = []
    for region, variant in ((names.home, None), *((each.region, each) for each in version.variants)):
        here = in_region(version, variant, names) if variant is not None else version
        found += [RegionalEdition(region, since, edition) for since, edition in _moved(item, version, here, region, names)]
    return found


def in_region(version: ItemVersion, variant: Variant, names: Vocabulary) -> ItemVersion:
    """A version with what differs in a district; its departments are those that do the same there."""
    given = {name: value for name in _REPLACED if (value := getattr(variant, name)) is not None}
    guide = variant.guide.model_dump(exclude_none=True) if variant.guide else {}
    if variant.guide is not None and variant.guide.faq is not None:
        guide["faq"] = variant.guide.faq
    department = variant.department or names.counterpart(version.department, variant.region) or version.department
    there = {each: names.counterpart(each, variant.region) or each for each in _departments(version)}
    return version.model_copy(
        update={
            **given,
            "id": f"{version.id}/{variant.region}",
            "region": variant.region,
            "department": department,
            "guide": version.guide.model_copy(update=guide),
            "materials": tuple(each for each in version.materials if each.key not in variant.without),
            "steps": tuple(_limited(step, variant) for step in _steps(version.steps, there)),
        }
    )


def _limited(step: Step, variant: Variant) -> Step:
    return step.model_copy(update={"limit": variant.limits.get(step.key, step.limit)})


_REPLACED = ("clocks", "visits", "fee", "channels", "appointment")


def _moved(item: Item, version: ItemVersion, here: ItemVersion, region: str, names: Vocabulary) -> Iterator[tuple[date, ItemVersion]]:
    """The edition of a district as it is when the version begins, then as each later move of powers makes it."""
    moves = sorted([*_competences(item, region), *_sealed(item, here, region, names)], key=lambda each: each.since)
    begun = [each for each in moves if each.since <= version.effective_from]
    yield version.effective_from, begun[-1].applied(here, names) if begun else here
    for move in moves[len(begun) :]:
        edition = move.applied(here, names)
        yield move.since, edition.model_copy(update={"id": f"{here.id}~{move.since}"})


@dataclass(frozen=True)
class _Move:
    """Who exercises an item in a district from a day on."""

    since: date
    region: str
    by: Competence | OneSeal

    def applied(self, version: ItemVersion, names: Vocabulary) -> ItemVersion:
        """The version as whoever it is exercises it."""
        if isinstance(self.by, OneSeal):
            return _by_bureau(version, self.by)
        return _by_competence(version, self.by, self.region, names)


def _competences(item: Item, region: str) -> list[_Move]:
    return [_Move(each.from_, region, each) for each in item.competence if not each.regions or region in each.regions]


def _sealed(item: Item, version: ItemVersion, region: str, names: Vocabulary) -> list[_Move]:
    """What the district's approval bureau has taken over; of a bundle each department keeps its part."""
    known = names.regions.get(region)
    seal = known.one_seal if known else None
    if seal is None or version.parts or version.elsewhere or version.department not in seal.departments:
        return []
    return [_Move(seal.from_, region, seal)]


def _by_bureau(version: ItemVersion, seal: OneSeal) -> ItemVersion:
    exercised = Exercised(
        since=seal.from_,
        level=PowerLevel.DISTRICT,
        source=PowerSource.AUTHORISED_BESIDE,
        named=seal.bureau,
        seal=seal.seal,
        formerly=version.department,
        basis=seal.basis if seal.verified else "",
    )
    steps = _steps(version.steps, dict.fromkeys(seal.departments, seal.bureau))
    return version.model_copy(update={"department": seal.bureau, "steps": steps, "exercised": exercised})


def _by_competence(version: ItemVersion, by: Competence, region: str, names: Vocabulary) -> ItemVersion:
    department = _there(by.department, region, names) or version.department
    exercised = Exercised(
        since=by.from_,
        level=by.level,
        source=by.source,
        named=_there(by.in_the_name_of, region, names) if by.in_the_name_of else None,
        basis=by.basis if by.verified else "",
    )
    steps = _steps(version.steps, {version.department: department})
    last = version.deciding_steps[-1].key
    changes: dict[str, object] = {"name": by.step} if by.step else {}
    if by.other_than:
        changes["other_than"] = by.other_than
    if by.level is PowerLevel.TOWN:
        changes["level"] = StepLevel.TOWN
    steps = tuple(each.model_copy(update=changes) if each.key == last else each for each in steps)
    return version.model_copy(update={"department": department, "steps": steps, "exercised": exercised})


def exercised_words(version: ItemVersion, names: Vocabulary) -> str:
    """Who decides and in whose name, for people."""
    own, exercised = names.department(version.department), version.exercised
    if version.deciding_department != version.department:
        by = names.department(version.deciding_department)
        return f"由{own}受理和审查，由{by}决定，以{by}的名义出具结果。"
    if exercised is None:
        return f"由{own}办理和决定，以{own}的名义出具结果。"
    named = names.department(exercised.named) if exercised.named else own
    if exercised.level is PowerLevel.TOWN:
        return f"由您所在的镇街办理和决定，以{named if exercised.named else '镇街自己'}的名义出具结果。"
    formerly = f"，原来由{names.department(exercised.formerly)}办理" if exercised.formerly else ""
    level = "（市级）" if exercised.level is PowerLevel.CITY else ""
    return f"由{own}{level}办理和决定，以{named}的名义出具结果{formerly}。"


def _there(department: str | None, region: str, names: Vocabulary) -> str | None:
    """A department of the own district stands for its counterparts; one of another region or of the city for itself."""
    known = names.departments.get(department) if department else None
    if department is None or known is None or known.region:
        return department
    return names.counterpart(department, region) or department


def _departments(version: ItemVersion) -> set[str]:
    return {version.department, *(step.department for step in version.steps if step.department)}


def _steps(steps: tuple[Step, ...], instead: Mapping[str, str]) -> tuple[Step, ...]:
    """The steps, done by other departments; a step without one is the version's own."""
    return tuple(step.model_copy(update={"department": instead.get(step.department or "", step.department)}) for step in steps)
