"""What the fields officers fill in at a step must be: of plain kinds, of keys of their own, with standards that fit."""

from backend.catalogue.answers import answer_fault
from backend.catalogue.checks import Faults, Place, asked_fields, unknown
from models.catalogue import Fill, ItemVersion, Step, StepActor, StepPhase
from models.catalogue.codes import OnSilence
from models.catalogue.deciding import Standard
from models.forms import FieldType, Reference

_PLAIN = (FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.MONTH, FieldType.CHOICE, FieldType.MULTI)


def fill_faults(version: ItemVersion) -> Faults:
    """Everything wrong with what officers fill in."""
    form, seen = {field.key for field in version.form}, set[str]()
    for group, steps in (((), version.steps), *((("parts", index), part.steps) for index, part in enumerate(version.parts))):
        for number, step in enumerate(steps):
            place: Place = (*group, "steps", number, "fills")
            yield from _step(version, step, place)
            for index, field in enumerate(step.fills):
                if field.key in form | seen:
                    yield (*place, index, "key"), f"{field.key} 在表单或别的环节里已经有了，请换个名字"
                seen.add(field.key)
                yield from _field(field, step, version, (*place, index))


def _step(version: ItemVersion, step: Step, place: Place) -> Faults:
    if not step.fills:
        return
    if step.phase is not StepPhase.ACCEPTED or step.actor is not StepActor.STAFF:
        yield place, "只有受理以后工作人员办的环节才填写核定内容"
    if version.instant or version.ranking or any(each.certificate for each in version.results):
        yield place, "即办、积分排名和直接出证的事项，内容由规则或证明模板定，这里不写"
    if version.clocks.on_silence.effect is OnSilence.DEEMED_GRANTED and any(each.required for each in step.fills):
        yield place, "视为准予的事项到期自动准予，没有人填写，请写 required: false"
    if version.commitment and step.key in version.commitment.skips:
        yield place, f"告知承诺会跳过 {step.key}，那样就没有人填写，请换一步"


def _agreeing(field: Fill, step: Step, version: ItemVersion, place: Place) -> Faults:
    """Two who are to agree answer the same question, one after the other."""
    if field.agrees_with is None:
        return
    before = version.deciding_steps[: version.deciding_steps.index(step)] if step in version.deciding_steps else ()
    earlier = {each.key: each for one in before for each in one.fills}
    yield from unknown((*place, "agrees_with"), [field.agrees_with], earlier, "更早的环节核定的字段")
    first = earlier.get(field.agrees_with)
    if first is not None and (first.type, first.options) != (field.type, field.options):
        yield (*place, "agrees_with"), f"{field.key} 和 {first.key} 的填写方式、选项要相同，才能比较"


def _field(field: Fill, step: Step, version: ItemVersion, place: Place) -> Faults:
    yield from _agreeing(field, step, version, place)
    form = {each.key for each in version.form}
    if field.type not in _PLAIN or field.sealed or field.source or field.roll or field.listed:
        yield (*place, "type"), "核定内容写在结果上，只能是文字、数字、日期、月份或选项，不写 sealed、source、roll、listed"
    yield from unknown((*place, "show_when"), asked_fields(field.show_when), form, "字段")
    own = {each.key for each in step.fills} | form
    for number, rule in enumerate(field.rules):
        yield from unknown((*place, "rules", number), rule.references(), own, "字段")
    for number, standard in enumerate(field.standards):
        yield from unknown((*place, "standards", number, "when"), asked_fields(standard.when), form, "字段")
        yield from _bounded(field, standard, version, (*place, "standards", number))
        if standard.value is None:
            continue
        if isinstance(standard.value, Reference):
            if standard.value.of != "today" or field.type not in (FieldType.DATE, FieldType.MONTH):
                yield (*place, "standards", number, "value"), "只有日期和月份能从 today 推算"
        elif message := answer_fault(field, standard.value, complete=True, applicant="")[0]:
            yield (*place, "standards", number, "value"), message


def _bounded(field: Fill, standard: Standard, version: ItemVersion, place: Place) -> Faults:
    """Only a number has a most, and numbers of the form move it."""
    if standard.most is not None and field.type is not FieldType.NUMBER:
        yield (*place, "most"), f"{field.key} 是 {field.type.value}，只有 number 能写 most"
    numbers = {each.key for each in version.form if each.type is FieldType.NUMBER}
    for name, key in (("per", standard.per), ("less", standard.less)):
        yield from unknown((*place, name), [key] if key else [], numbers, " number 字段")
