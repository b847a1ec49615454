"""Steps of towns and villages (镇街、村居环节) nobody could do: each needs somebody in every town of the district that has the item.

A town's step is for a department's people there (`department` of the step, else the item's own); a village has no departments, so
its steps are for whoever holds the role in its town.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from backend.catalogue.catalogue import Catalogue
from models.acts import Role
from models.catalogue import ItemVersion, Step, StepLevel

Post = tuple[str, str, Role]
"""Town, department and role of somebody: a member of staff with two roles holds two posts."""


@dataclass(frozen=True)
class Unstaffed:
    """A step nobody could do in one town: where it stands in the item's file, and what to do about it."""

    item: str
    place: tuple[str | int, ...]
    message: str


def unstaffed(catalogue: Catalogue, posts: Collection[Post]) -> Iterator[Unstaffed]:
    """Each such step with each such town, once however many editions of a version have it."""
    for item in catalogue.items:
        for index, version in enumerate(item.versions):
            found = [
                Unstaffed(item.code, ("versions", index, *place), message)
                for edition in catalogue.editions_of(version)
                for place, message in _of(catalogue, edition.version, edition.region, posts)
            ]
            yield from dict.fromkeys(found)


def _of(catalogue: Catalogue, version: ItemVersion, region: str, posts: Collection[Post]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    names = catalogue.vocabulary
    towns = [town for town in names.towns if names.region_of_town(town) == region]
    for place, department, step in _near_steps(version):
        for town in towns:
            if not _has_somebody(step, town, department, posts):
                yield place, _told(step, names.town(town), names.department(department), department)


def _near_steps(version: ItemVersion) -> Iterator[tuple[tuple[str | int, ...], str, Step]]:
    """Where a step of a town or village stands in the version, whose it is, and the step; of parts too."""
    wholes: list[tuple[tuple[str | int, ...], ItemVersion]] = [((), version)]
    wholes += [(("parts", index), version.of_part(part)) for index, part in enumerate(version.parts)]
    for place, each in wholes:
        for index, step in enumerate(each.steps):
            if step in each.deciding_steps and step.level is not StepLevel.DISTRICT and step.role is not None:
                yield (*place, "steps", index), step.department or each.department, step


def _has_somebody(step: Step, town: str, department: str, posts: Collection[Post]) -> bool:
    of_village = step.level is StepLevel.VILLAGE
    return any(there == town and role is step.role and (of_village or own == department) for there, own, role in posts)


def _told(step: Step, town: str, name: str, department: str) -> str:
    assert step.role is not None  # of staff
    whose = "" if step.level is StepLevel.VILLAGE else f"{name}（{department}）的"
    return (
        f"环节「{step.name}」（{step.key}）在{town}没有人能办：那里没有{whose}{step.role.label}。"
        "请在这个环节写明由哪个部门在镇街的人员办（department），或者给演示人员加上这个岗位。"
    )
