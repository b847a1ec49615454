"""The scheme of points, read: checked against the catalogue and run on its examples. Every fault has its place in points.yaml."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from backend.catalogue import Catalogue, CatalogueFaults, Fault, expression_faults
from backend.catalogue.checks import Faults, Place, meant, unknown
from backend.catalogue.source import YamlFile
from backend.catalogue.vocabulary import validation_faults
from backend.points.scheme import PointsScheme
from models.catalogue import HANDED_IN, ItemVersion, StepActor
from models.forms import FieldType
from models.points import Figure, Indicator, Scheme, SchemeExample

SCHEME_FILE = "points.yaml"
_ALWAYS = frozenset({"form", "today", "found"})
_FORM_ONLY = frozenset({"form", "today"})
_LEVEL = re.compile(r'"([^"]+)"\s*:\s*(-?\d+)')


def load_scheme(directory: Path, catalogue: Catalogue) -> PointsScheme:
    """The scheme of `directory`/points.yaml. Raises CatalogueFaults with every fault; none is survived."""
    scheme, faults = _read(directory, catalogue)
    if scheme is None or faults:
        raise CatalogueFaults(faults)
    return PointsScheme(scheme)


def check_scheme(directory: Path, catalogue: Catalogue) -> list[Fault]:
    """Every fault of `directory`/points.yaml, best read in order. `catalogue`: what could be read of the items; what only follows
    from an item that could not is not told."""
    return sorted(_read(directory, catalogue)[1])


def _read(directory: Path, catalogue: Catalogue) -> tuple[Scheme | None, list[Fault]]:
    file = YamlFile(directory / SCHEME_FILE, directory)
    if file.faults:
        return None, file.faults
    try:
        scheme = Scheme.model_validate(file.data)
    except ValidationError as error:
        return None, validation_faults(file, error)
    return scheme, [file.fault(place, message) for place, message in scheme_faults(scheme, catalogue)]


def scheme_faults(scheme: Scheme, catalogue: Catalogue) -> Faults:
    """Unknown names, expressions that cannot be right, points beyond their bounds, ties without a figure, and examples that come
    out otherwise."""
    yield from unknown(("item",), [scheme.item], catalogue.vocabulary.items, "事项")
    if scheme.item not in catalogue:
        return
    version = catalogue.item(scheme.item).versions[-1]
    faults = [
        *_names(scheme, version, catalogue),
        *_expressions(scheme, version, catalogue),
        *_bounds(scheme),
        *_ties(scheme, catalogue),
        *_known_in_examples(scheme),
    ]
    yield from faults
    if not faults:
        compiled = PointsScheme(scheme)
        for index, example in enumerate(scheme.examples):
            for part, message in _example(compiled, example):
                yield ("examples", index, part), f"{example.name}：{message}"


def _names(scheme: Scheme, version: ItemVersion, catalogue: Catalogue) -> Faults:
    claims = version.field(scheme.claims)
    offered = {option.value for option in claims.options} if claims and claims.type is FieldType.MULTI else set[str]()
    if offered != (wanted := {each.key for each in scheme.indicators if each.claimed}):
        yield (
            ("claims",),
            f"{scheme.claims} 的选项是 {'、'.join(sorted(offered))}，而要申报的指标是 {'、'.join(sorted(wanted))}，两边要一致",
        )
    parts = [each.key for each in version.parts]
    for index, indicator in enumerate(scheme.indicators):
        yield from unknown(("indicators", index, "part"), [indicator.part], parts, f"环节（{version.item}）")
    yield from _confirming(scheme, version)
    known = catalogue.vocabulary.registers
    for place, each, source in _counted(scheme):
        yield from unknown((*place, "registers"), each.registers, known, "基础库")
        for name in each.registers:
            if name in known and not re.search(rf"\b{name}\b", source):
                yield (*place, "registers"), f"查了 {name} 却没有用到，请删去"
    for name in scheme.criteria:
        yield from unknown(("criteria", name), [name], known, "基础库")
        if name in known and name not in scheme.registers:
            yield ("criteria", name), f"没有指标查 {name}，请删去"


def _confirming(scheme: Scheme, version: ItemVersion) -> Faults:
    """The yes is a step of the applicant that has a limit; the reminder comes before it."""
    step = version.step(scheme.confirmation.step)
    if step is None or step.actor is not StepActor.APPLICANT or step.limit is None:
        yield ("confirmation", "step"), f"{scheme.confirmation.step} 不是申请人的、有时限的步骤"
    elif step.limit.unit == (after := scheme.confirmation.remind_after).unit and after.n >= step.limit.n:
        yield ("confirmation", "remind_after"), "提醒要早于时限，请改短"


def _counted(scheme: Scheme) -> Iterator[tuple[Place, Indicator | Figure, str]]:
    yield from ((("indicators", index), each, each.points) for index, each in enumerate(scheme.indicators))
    yield from ((("figures", index), each, each.value) for index, each in enumerate(scheme.figures))


def _expressions(scheme: Scheme, version: ItemVersion, catalogue: Catalogue) -> Faults:
    members = {name: known for name in scheme.registers if (known := catalogue.vocabulary.members(name))}
    members |= {"form": frozenset(each.key for each in version.form), "found": scheme.registers}
    for place, each, source in _counted(scheme):
        where = "points" if isinstance(each, Indicator) else "value"
        for message in expression_faults(source, _ALWAYS | set(each.registers), members):
            yield (*place, where), message
    for register, criteria in scheme.criteria.items():
        for name, source in criteria.items():
            for message in expression_faults(source, _FORM_ONLY, members):
                yield ("criteria", register, name), message


def _bounds(scheme: Scheme) -> Faults:
    """Points a level is said to give and never does, because they are cut off; objections nobody has time for."""
    for index, each in enumerate(scheme.indicators):
        for level, points in _LEVEL.findall(each.points):
            if not each.least <= int(points) <= each.most:
                yield ("indicators", index, "points"), f"{level}给 {points} 分，不在 {each.least} 到 {each.most} 之间"
        if not (each.registers or each.judged):
            yield ("indicators", index), f"{each.key} 得不到分：既不查基础库，也没有人判断"
    for name in ("objections_within", "answered_within"):
        if getattr(scheme, name).n < 1:
            yield (name,), "至少要留 1 天"


def _ties(scheme: Scheme, catalogue: Catalogue) -> Faults:
    """Every ranked item's ties are figures of this scheme, or the time it was handed in."""
    known = {each.key for each in scheme.figures} | {HANDED_IN}
    for item in catalogue.items:
        for version in item.versions:
            for tie in version.ranking.ties if version.ranking else ():
                if tie.figure not in known:
                    yield ("figures",), f"{version.id} 同分时比 {tie.figure}，没有这个数值{meant(tie.figure, known)}"


def _known_in_examples(scheme: Scheme) -> Faults:
    """Examples name what there is, and between them they count everything."""
    indicators, figures = [each.key for each in scheme.indicators], [each.key for each in scheme.figures]
    named: Mapping[str, tuple[Iterable[str], str]] = {
        "given": ({"form", *scheme.registers}, "本方案的基础库"),
        "points": (indicators, "指标"),
        "doubts": (indicators, "指标"),
        "figures": (figures, "数值"),
    }
    for index, example in enumerate(scheme.examples):
        for part, (known, what) in named.items():
            yield from unknown(("examples", index, part), getattr(example, part), known, what)
    counted = {key for example in scheme.examples for key in example.points}
    for index, key in enumerate(indicators):
        if key not in counted:
            yield ("indicators", index), f"没有示例算到 {key}，请加一个"


def _example(compiled: PointsScheme, example: SchemeExample) -> Iterator[tuple[str, str]]:
    given = {name: value for name, value in example.given.items() if name != "form"}
    form = example.given.get("form")
    found = {name: name in given for name in compiled.scheme.registers}
    values = {"form": form if isinstance(form, dict) else {}, "today": example.today.isoformat(), "found": found, **given}
    counting = compiled.counted(values, {})
    points = {each.indicator.key: each.points for each in counting.lines}
    if points != example.points:
        yield "points", f"方案算出的是 {points}"
    doubts = tuple(each.indicator.key for each in counting.lines if each.doubt)
    if doubts != example.doubts:
        yield "doubts", f"交给人判断的是 {'、'.join(doubts) or '（没有）'}"
    if example.figures and counting.figures != example.figures:
        yield "figures", f"数值是 {counting.figures}"
