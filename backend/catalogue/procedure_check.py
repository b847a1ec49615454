"""What limits by answers, steps by answers, special procedures and public notices must be to the steps and the form of a version,
or of a bundle's part."""

from backend.catalogue.checks import Faults, asked_fields, lacking, twice, unknown
from models.catalogue import ItemVersion, PublicNotice, Ranking, Span, StepPhase
from models.catalogue.codes import OnSilence, PauseGround
from models.forms import FieldType


def procedure_faults(version: ItemVersion) -> Faults:
    """Everything wrong with how a version's clock is stopped."""
    deciding = version.deciding_steps
    if deciding and deciding[-1].special:
        yield ("steps", version.steps.index(deciding[-1]), "special"), "the last step decides: it is no special procedure"
    yield from _by_answers(version)
    yield from _longer_than_promised(version)
    yield from _ranking_faults(version)
    notice = version.public_notice
    if version.clocks.on_silence.effect is OnSilence.DEEMED_GRANTED:
        yield from _granted_by_silence(version)
    if version.instant and (notice or any(step.special for step in deciding)):
        yield ("instant",), "what is decided at once has neither a special procedure nor a public notice"
    if notice is None:
        return
    if version.parts:
        yield ("public_notice",), "of a bundle it belongs to the part that publishes"
    fields = [field.key for field in version.form]
    if notice.after is not None:
        yield from unknown(("public_notice", "after"), [notice.after], [step.key for step in deciding[:-1]], "step before the last")
        yield from _never_begun(version, notice)
    yield from unknown(("public_notice", "when"), asked_fields(notice.when), fields, "field")
    yield from unknown(("public_notice", "shows"), notice.shows, fields, "field")
    for key in sorted(set(notice.shows) & version.sealed_fields()):
        yield ("public_notice", "shows"), f"{key} is sealed: it is not shown to the public"


def _ranking_faults(version: ItemVersion) -> Faults:
    """All wait in one special procedure before the last step; wishes are choices among the same options."""
    ranking = version.ranking
    if ranking is None:
        return
    waiting = [step.key for step in version.deciding_steps[:-1] if step.special and step.ground is PauseGround.ROUND]
    yield from unknown(("ranking", "step"), [ranking.step], waiting, "special procedure of ground round before the last step")
    fields = {field.key: field for field in version.form}
    yield from unknown(("ranking", "wishes"), ranking.wishes, fields, "field")
    wishes = [fields[key] for key in ranking.wishes if key in fields]
    if any(field.type is not FieldType.CHOICE or field.options != wishes[0].options for field in wishes):
        yield ("ranking", "wishes"), "wishes are fields of type choice with the same options"
    for name, key, kind in (("about", ranking.about, FieldType.PERSON), ("born", ranking.born, FieldType.DATE)):
        of_kind = [field.key for field in version.form if field.type is kind]
        yield from unknown(("ranking", name), [key] if key else [], of_kind, f"field of type {kind.value}")
    uploaded = [material.key for material in version.materials if material.uploadable]
    yield from unknown(("ranking", "kin"), [ranking.kin] if ranking.kin else [], uploaded, "material people upload")
    if version.is_licence:
        yield ("ranking",), "a round is no ground of 行政许可法 art. 45: it would hold up a licence against the law"
    yield from _passing_faults(ranking)
    if version.parts or version.public_notice:
        yield ("ranking",), "what is ranked is no bundle, and its list is the only public notice"


def _passing_faults(ranking: Ranking) -> Faults:
    rule = ranking.passing_on
    spans = {"take_up": rule.take_up, "answer": rule.answer} if rule else {}
    for name, span in spans.items():
        if span is not None and rule and span.unit == rule.within.unit and span.n > rule.within.n:
            yield ("ranking", "passing_on", name), "nobody could answer before places are passed on no more"


def _by_answers(version: ItemVersion) -> Faults:
    """Limits and steps that depend on answers."""
    fields, deciding = [field.key for field in version.form], version.deciding_steps
    for place, message in twice("variants", version.clocks.variants):
        yield ("clocks", *place), message
    for index, each in enumerate(version.clocks.variants):
        yield from unknown(("clocks", "variants", index, "when"), asked_fields(each.when), fields, "field")
    if version.instant and version.clocks.variants:
        yield ("clocks", "variants"), "an instant item is decided at once, whatever the answers"
    for index, step in enumerate(version.steps):
        yield from unknown(("steps", index, "when"), asked_fields(step.when), fields, "field")
        if step.when and (step.phase is not StepPhase.ACCEPTED or step in deciding[-1:]):
            yield ("steps", index, "when"), "only a step in phase accepted before the one that decides depends on answers"


def _longer_than_promised(version: ItemVersion) -> Faults:
    """A step that stops no clock and may take longer than all that is promised, whatever the answers, is late by design."""
    clocks = version.clocks
    promised = max([clocks.longest, *(each.promised for each in clocks.variants)], key=_room)
    for index, step in enumerate(version.steps):
        if step not in version.deciding_steps or step.special or step.limit is None:
            continue
        if step.limit.in_days() > _room(promised):
            told = f"{step.limit.words()} is longer than the promised {promised.words()}: it stops no clock (special or public_notice do)"
            yield ("steps", index, "limit"), told


def _room(promised: Span) -> float:
    """What steps may take of a promise, in days: all of it; of the same day, a day of office time."""
    return promised.in_days() if promised.n else Span(n=1).in_days()


def _never_begun(version: ItemVersion, notice: PublicNotice) -> Faults:
    """A notice that follows a step by answers is wanted by the same answers, or it would be waited for and never begin."""
    step = version.step(notice.after or "")
    if step is not None and lacking(notice.when, step.when):
        yield ("public_notice", "when"), f"repeats the conditions of {step.key}: without that step the notice never begins"


def _granted_by_silence(version: ItemVersion) -> Faults:
    place = ("clocks", "on_silence", "effect")
    if version.parts:
        yield place, "of a bundle it belongs to the part whose law says so"
    if version.results and version.result.certificate:
        yield place, "a certificate of ours needs somebody who says what stands in it: it is not granted by silence"
