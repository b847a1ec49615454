"""Which departments decide something: they own a step that does, by themselves or as a part of a bundle.

Escalation, extension, ending a case and appeals of cards are their heads' (首席代表), so each needs one. Appeals are decided by a
supervisor of another department, so whoever can be carded needs one of those, too.
"""

from collections.abc import Collection, Iterator

from backend.catalogue.catalogue import Catalogue
from models.catalogue import ItemVersion


def deciding_departments(catalogue: Catalogue) -> dict[str, list[str]]:
    """By id of the department, the codes of the items it decides; of every edition, since running cases keep theirs."""
    found: dict[str, list[str]] = {}
    for item in catalogue.items:
        for version in item.versions:
            editions = (edition.version for edition in catalogue.editions_of(version))
            for department in dict.fromkeys(each for edition in editions for each in _of(edition)):
                codes = found.setdefault(department, [])
                codes += [item.code] if item.code not in codes else []
    return found


def headless(catalogue: Catalogue, headed: Collection[str]) -> list[str]:
    """A line of warning for each department that decides and is not among those that have a head."""
    names = catalogue.vocabulary
    return [
        f"{names.department(department)}（{department}）要作决定的事项有 {'、'.join(codes)}，但没有首席代表："
        "超期督办、延长期限、终止办理、督办牌申诉没有人可以处理。请给这个部门的一名工作人员加上首席代表角色。"
        for department, codes in sorted(deciding_departments(catalogue).items())
        if department not in headed
    ]


def unreviewed(catalogue: Catalogue, supervising: Collection[str]) -> list[str]:
    """A line of warning for each department that can get cards (it has a step, decides, or its counters take papers in for
    everybody) while no other department has a supervisor. `supervising`: the departments that have one."""
    names = catalogue.vocabulary
    return [
        f"{names.department(department)}（{department}）会收到督办牌，但其他部门没有督查员："
        "督办牌由其他部门的督查员复核，它的申诉没有人可以决定。请给另一个部门的一名工作人员加上督查员角色。"
        for department in sorted(_carded(catalogue))
        if not set(supervising) - {department}
    ]


def _carded(catalogue: Catalogue) -> set[str]:
    windows = {each for each in catalogue.vocabulary.departments if catalogue.vocabulary.is_one_window(each)}
    editions = [edition.version for item in catalogue.items for each in item.versions for edition in catalogue.editions_of(each)]
    parts = [each for version in editions for each in (version, *(version.of_part(part) for part in version.parts))]
    working = {step.department for each in parts if each.elsewhere is None for step in each.steps if step.department}
    return windows | working | deciding_departments(catalogue).keys()


def _of(version: ItemVersion) -> Iterator[str]:
    for each in (version, *(version.of_part(part) for part in version.parts)):
        if each.deciding_steps and each.elsewhere is None:
            yield each.department
            yield from (step.department for step in each.deciding_steps if step.department)
