"""What an advice slip says, in words."""

from collections.abc import Iterable, Mapping
from datetime import date

from pydantic import JsonValue

from backend.catalogue.checks import asked_fields
from backend.catalogue.conditions import asked_when
from backend.catalogue.forms import asked_answers, hold, is_answered, needed_materials, require_form, visible_fields
from backend.catalogue.limits import variant_for
from backend.catalogue.vocabulary import Vocabulary
from backend.errors import FieldError, Invalid
from models.catalogue import ItemVersion, Material, MaterialSource, Need, Party
from models.catalogue.views import AdviceBody, SlipMaterial, SlipText
from models.forms import Condition, FieldType, FormField

_CIRCUMSTANCES = (FieldType.CHOICE, FieldType.MULTI, FieldType.BOOLEAN)  # what decides, and tells nothing of a person
_MEASURED = (FieldType.NUMBER, FieldType.DATE, FieldType.MONTH)  # circumstances too where something hangs on them
_HELD = (MaterialSource.LICENCE, MaterialSource.SHARED, MaterialSource.FORM)


def slip_text(version: ItemVersion, body: AdviceBody, on: date, names: Vocabulary) -> SlipText:
    """What the slip says for these circumstances. Raises Invalid where one of them is no circumstance, or no answer."""
    deciding = _deciding(version)
    known = {field.key for field in deciding}
    if unknown := sorted(body.circumstances.keys() - known):
        raise Invalid(errors=[FieldError(f"/circumstances/{key}", "这一项不影响需要什么，不用填写。") for key in unknown])
    answers = require_form(deciding, body.circumstances, on, complete=False, pointer="/circumstances")
    parties = frozenset({Party.AGENT}) if body.agent else frozenset[Party]()
    materials = needed_materials(version, answers, on, parties)
    perhaps = _perhaps(version, asked_answers(version.form, answers, on), on, parties)
    guide = version.guide
    return SlipText(
        item_name=version.name,
        department=names.organ(version.department),
        circumstances=_circumstances(deciding, answers, on, agent=body.agent),
        summary=guide.summary,
        conditions=list(guide.conditions),
        materials=[
            *(_slip_material(each) for each in materials if not _is_held(each)),
            *(_slip_material(each, f"{when}才要") for each, when in perhaps if not _is_held(each)),
        ],
        nothing_to_hand_in=[
            *(_held(each) for each in materials if _is_held(each)),
            *(f"{_held(each).rstrip('。')}。{when}才用得上。" for each, when in perhaps if _is_held(each)),
        ],
        how=list(guide.steps),
        duration=_duration(version, answers, on),
        trips=guide.trips,
        fee=version.fee.note,
        bring=list(version.appointment.bring) or [f"{each.name}原件" for each in materials if each.bring_original],
        proxy="可以由别人代办。" + "；".join(version.proxy.needs) if version.proxy.allowed else version.proxy.reason,
        where=list(guide.where),
        when=guide.when,
        phone=guide.phone,
        complaints=guide.complaints,
    )


def _deciding(version: ItemVersion) -> list[FormField]:
    """The fields something may hang on: choices, and numbers and days that a condition looks at and that are not personal."""
    groups = [*(each.when for each in version.materials), *(each.when for each in version.clocks.variants)]
    asked = asked_fields(condition for group in [*groups, *(each.show_when for each in version.form)] for condition in group)
    measured = {field.key for field in version.form if field.type in _MEASURED and field.key in asked and not field.sealed}
    return [field for field in version.form if field.type in _CIRCUMSTANCES or field.key in measured]


def _perhaps(version: ItemVersion, answers: Mapping[str, JsonValue], on: date, parties: frozenset[Party]) -> list[tuple[Material, str]]:
    """The materials that hang on what was not told, each with its condition in words: nobody is to come twice for one of them."""
    asked = [each for each in version.materials if each.party is Party.EVERYONE or each.party in parties]
    return [
        (each, asked_when(each.when, version.form))
        for each in asked
        if not hold(each.when, answers, on) and _may_hold(version, each.when, answers, on)
    ]


def _may_hold(version: ItemVersion, conditions: Iterable[Condition], answers: Mapping[str, JsonValue], on: date) -> bool:
    """Whether conditions hold, or would for some answer that was not given yet."""
    return all(hold([each], answers, on) or _is_untold(version, each.field, answers, on) for each in conditions)


def _is_untold(version: ItemVersion, key: str, answers: Mapping[str, JsonValue], on: date) -> bool:
    field = version.field(key)
    return field is not None and not is_answered(answers.get(key)) and _may_hold(version, field.show_when, answers, on)


def _duration(version: ItemVersion, answers: Mapping[str, JsonValue], on: date) -> str:
    """How long it takes; of limits that depend on answers the one these circumstances have, else all that are still possible."""
    said = version.guide.duration
    chosen = version.clocks.variant(variant_for(version.clocks, answers, on))
    if chosen:
        return f"{said}您的情况是「{chosen.name}」：{chosen.promised.words()}。"
    others = [each for each in version.clocks.variants if _may_hold(version, each.when, asked_answers(version.form, answers, on), on)]
    listed = "；".join(f"{each.name}（{asked_when(each.when, version.form)}）：{each.promised.words()}" for each in others)
    return f"{said}{listed}。" if listed else said


def _circumstances(fields: list[FormField], answers: Mapping[str, JsonValue], on: date, *, agent: bool) -> list[str]:
    """The circumstances in words, those that were told."""
    told = [
        f"{field.label}：{_words(field, answers[field.key])}"
        for field in visible_fields(fields, answers, on)
        if is_answered(answers.get(field.key))
    ]
    return [*told, "由别人代办"] if agent else told


def _words(field: FormField, value: JsonValue) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    chosen = value if isinstance(value, list) else [value]
    return "、".join(field.label_of(str(each)) for each in chosen)


def _is_held(material: Material) -> bool:
    """Whether there is nothing to prepare. What may come later is a paper of its own, whoever might hold a copy."""
    return material.source in _HELD and material.need is not Need.DEFERRABLE


def _slip_material(material: Material, when: str = "") -> SlipMaterial:
    later = material.tolerance.note if material.tolerance and material.need is Need.DEFERRABLE else ""
    note = "".join(each if each.endswith("。") else f"{each}。" for each in (when, material.help, material.exemption, later) if each)
    return SlipMaterial(name=material.name, need=material.need.label, source=material.source.label, note=note)


def _held(material: Material) -> str:
    return f"{material.name}：{material.help or material.source.label}"
