"""What an advice slip says, in words."""

from collections.abc import Mapping
from datetime import date

from pydantic import JsonValue

from backend.catalogue.forms import is_answered, needed_materials, require_form, visible_fields
from backend.catalogue.limits import variant_for
from backend.catalogue.vocabulary import Vocabulary
from backend.errors import FieldError, Invalid
from models.catalogue import ItemVersion, Material, MaterialSource, Need, Party
from models.catalogue.views import AdviceBody, SlipMaterial, SlipText
from models.forms import FieldType, FormField

_CIRCUMSTANCES = (FieldType.CHOICE, FieldType.MULTI, FieldType.BOOLEAN)  # what decides, and tells nothing of a person
_HELD = (MaterialSource.LICENCE, MaterialSource.SHARED, MaterialSource.FORM)


def slip_text(version: ItemVersion, body: AdviceBody, on: date, names: Vocabulary) -> SlipText:
    """What the slip says for these circumstances. Raises Invalid where one of them is no circumstance, or no answer."""
    deciding = [field for field in version.form if field.type in _CIRCUMSTANCES]
    known = {field.key for field in deciding}
    if unknown := sorted(body.circumstances.keys() - known):
        raise Invalid(errors=[FieldError(f"/circumstances/{key}", "这一项不影响需要什么，不用填写。") for key in unknown])
    answers = require_form(deciding, body.circumstances, on, complete=False, pointer="/circumstances")
    parties = frozenset({Party.AGENT}) if body.agent else frozenset[Party]()
    materials = needed_materials(version, answers, on, parties)
    guide = version.guide
    return SlipText(
        item_name=version.name,
        department=names.organ(version.department),
        circumstances=_circumstances(deciding, answers, on, agent=body.agent),
        summary=guide.summary,
        conditions=list(guide.conditions),
        materials=[_slip_material(each) for each in materials if each.source not in _HELD],
        nothing_to_hand_in=[_held(each) for each in materials if each.source in _HELD],
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


def _duration(version: ItemVersion, answers: Mapping[str, JsonValue], on: date) -> str:
    """How long it takes, and of limits that depend on answers the one these circumstances have."""
    chosen = version.clocks.variant(variant_for(version.clocks, answers, on))
    return f"{version.guide.duration}您的情况是「{chosen.name}」：{chosen.promised.words()}。" if chosen else version.guide.duration


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


def _slip_material(material: Material) -> SlipMaterial:
    later = material.tolerance.note if material.tolerance and material.need is Need.DEFERRABLE else ""
    note = "".join(each if each.endswith("。") else f"{each}。" for each in (material.help, material.exemption, later) if each)
    return SlipMaterial(name=material.name, need=material.need.label, source=material.source.label, note=note)


def _held(material: Material) -> str:
    return f"{material.name}：{material.help or material.source.label}"
