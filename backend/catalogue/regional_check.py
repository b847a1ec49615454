"""What an item's variants and its competence must be to the regions, and to the rest of the item."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from backend.catalogue.checks import Faults, Place, unknown
from backend.catalogue.partial import as_far_as_is
from backend.catalogue.regional import in_region
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import Competence, Item, ItemVersion, PowerLevel, StepActor, StepLevel, StepPhase, Variant

Found = tuple[Place, str]
Check = Callable[[ItemVersion], Iterable[Found]]
_ALONE = "一件事、当场办结和在别处办的事项各区都一样，{name} 只用于由工作人员决定的事项，请去掉"


def competence_faults(item: Item, names: Vocabulary) -> Faults:
    """Who exercises the item: in order of days, by departments that are there, in districts that have it."""
    entries: tuple[Competence, ...] = as_far_as_is(item, "competence")
    versions: tuple[ItemVersion, ...] = as_far_as_is(item, "versions")
    if entries and any(_is_alone(version) for version in versions):
        yield ("competence",), _ALONE.format(name="competence")
    for index, (earlier, later) in enumerate(pairwise(entries), start=1):
        if earlier.from_ > later.from_:
            yield ("competence", index, "from"), f"要晚于 {earlier.from_}"
    offered = {names.home, *(variant.region for version in versions for variant in as_far_as_is(version, "variants"))}
    for index, entry in enumerate(entries):
        yield from unknown(("competence", index, "regions"), entry.regions, offered, "区（要办理这个事项）")
        yield from _of_departments(entry, ("competence", index), names)
        if entry.level is PowerLevel.TOWN:
            yield from _of_two_hands(entry, ("competence", index), versions)


def _of_two_hands(entry: Competence, place: Place, versions: tuple[ItemVersion, ...]) -> Faults:
    """Where a town decides what its own reviewers looked at before, one person does not do both."""
    for version in versions:
        staff = [step for step in as_far_as_is(version, "steps") if step.phase is StepPhase.ACCEPTED and step.actor is StepActor.STAFF]
        if not staff:
            continue  # told elsewhere
        *before, last = staff
        same = [step.key for step in before if step.level is StepLevel.TOWN and step.role is last.role]
        if entry.other_than is None and same:
            yield (*place, "other_than"), f"下放以后，{same[-1]} 和 {last.key} 会由同一个人办，请写 other_than: {same[-1]}"
        elif entry.other_than is not None and entry.other_than not in {step.key for step in before}:
            yield (*place, "other_than"), f"{entry.other_than} 不是 {last.key} 之前的工作人员步骤"


def _of_departments(entry: Competence, place: Place, names: Vocabulary) -> Faults:
    named = {"department": entry.department, "in_the_name_of": entry.in_the_name_of}
    for name, department in named.items():
        yield from unknown((*place, name), [department] if department else [], names.departments, "部门")
    department = names.departments.get(entry.department or "")
    if entry.level is PowerLevel.CITY and department is not None and names.region_of(department.id) is not None:
        yield (*place, "department"), f"{department.id} 不是市级部门"


def variant_faults(item: Item, version: ItemVersion, names: Vocabulary) -> Faults:
    """What is wrong with the variants themselves."""
    variants: tuple[Variant, ...] = as_far_as_is(version, "variants")
    if variants and _is_alone(version):
        yield ("variants",), _ALONE.format(name="variants")
    keys = {material.key for material in as_far_as_is(version, "materials")}
    steps = {step.key for step in as_far_as_is(version, "steps")}
    seen: set[str] = {names.home}
    for index, variant in enumerate(variants):
        place: Place = ("variants", index)
        if variant.region in seen:
            yield (*place, "region"), f"{variant.region} 是本区，或者写了两次，请删去"
        seen.add(variant.region)
        yield from _of_region(item, variant, place, names)
        yield from unknown((*place, "without"), variant.without, keys, "材料")
        yield from unknown((*place, "limits"), variant.limits, steps, "步骤")


def _of_region(item: Item, variant: Variant, place: Place, names: Vocabulary) -> Faults:
    known = names.regions.get(variant.region)
    if known is None or known.level is not PowerLevel.DISTRICT:
        yield (*place, "region"), f"没有代码是 {variant.region} 的区"
        return
    if variant.department is not None:
        there = {each.id for each in names.departments.values() if each.region == variant.region}
        yield from unknown((*place, "department"), [variant.department], there, "该区部门")
    elif item.department in names.departments and names.counterpart(item.department, variant.region) is None:
        yield place, f"没有写部门，{known.name}也没有哪个部门的 counterpart_of 是 {item.department}，请补上一处"


def broken_by_variants(version: ItemVersion, names: Vocabulary, already: Iterable[Found], check: Check) -> Faults:
    """What a variant breaks of the rest: the faults `check` finds in the district's edition and not in the version."""
    told = {message for _, message in already}
    for index, variant in enumerate(as_far_as_is(version, "variants")):
        for place, message in check(in_region(version, variant, names)):
            if message not in told:
                yield ("variants", index), f"在该区 /{'/'.join(str(part) for part in place)}：{message}"


def _is_alone(version: ItemVersion) -> bool:
    return any(bool(as_far_as_is(version, name)) for name in ("parts", "instant", "elsewhere"))
