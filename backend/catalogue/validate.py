"""What the parts of an item must be to each other and to the rest of the catalogue. Each check yields every
fault it finds as (place inside the item, message); none stops at the first."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from stdnum.cn import uscc

from backend.catalogue.answer_check import answer_faults
from backend.catalogue.bundle_check import bundle_faults
from backend.catalogue.checks import Faults, Place, asked_fields, twice, unknown
from backend.catalogue.fee_check import fee_faults
from backend.catalogue.fill_check import fill_faults
from backend.catalogue.form_check import fields_faults
from backend.catalogue.issued_check import issued_faults, paper_faults
from backend.catalogue.others_check import others_faults, register_faults
from backend.catalogue.paper_check import printed_faults
from backend.catalogue.partial import as_far_as_is, as_far_as_possible
from backend.catalogue.procedure_check import procedure_faults
from backend.catalogue.promise_check import promise_faults
from backend.catalogue.regional_check import broken_by_variants, competence_faults, variant_faults
from backend.catalogue.registration_check import claim_faults, registration_faults
from backend.catalogue.rule_check import rule_faults
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import (
    AGENT,
    ANYONE,
    APPLICANT,
    Delivery,
    FileKind,
    Item,
    ItemKind,
    ItemVersion,
    Outcome,
    ProxyBasis,
    ResultForm,
    ServiceObject,
    StepPhase,
)
from models.catalogue.instant import ENTERPRISE, POPULATION
from models.forms import FieldType

_NAMED = (FieldType.PERSON, FieldType.PEOPLE, FieldType.ENTERPRISE)
_WORDS_OF_HOLDERS = (APPLICANT, AGENT, ANYONE)


def item_faults(item: Item, vocabulary: Vocabulary) -> Faults:
    """Everything wrong with an item, or with what is right of it (`partial_item`)."""
    for faults in (
        _names(item, vocabulary),
        _codes(item, vocabulary),
        _emptiness(item),
        _objects(item),
        _dates(item),
        competence_faults(item, vocabulary),
    ):
        yield from as_far_as_possible(faults)
    for index, version in enumerate(as_far_as_is(item, "versions")):
        found = list(version_faults(item, version, vocabulary))
        wrong = list(variant_faults(item, version, vocabulary))
        if not wrong:
            broken = broken_by_variants(version, vocabulary, found, lambda edition: version_faults(item, edition, vocabulary))
            wrong = list(as_far_as_possible(broken))
        for place, message in (*found, *wrong):
            yield ("versions", index, *place), message


def version_faults(item: Item, version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    """Everything wrong with one version."""
    for group in ("form", "materials", "steps", "results", "parts", "confirmations", "signatures"):
        yield from twice(group, as_far_as_is(version, group))
    for faults in (
        _form(version, vocabulary),
        answer_faults(version),
        others_faults(item, version, vocabulary),
        _materials(version),
        _sources(version, vocabulary),
        _replaced(version),
        _photo(version),
        _steps(version),
        procedure_faults(version),
        fill_faults(version),
        promise_faults(version, vocabulary.tolerance),
        fee_faults(version),
        _departments(version, vocabulary),
        _channels(version),
        _results(version, vocabulary),
        issued_faults(version, vocabulary),
        registration_faults(version),
        claim_faults(version),
        printed_faults(version),
        bundle_faults(version, vocabulary),
        _halls(version, vocabulary),
        _resting(version, vocabulary),
        _elsewhere(version),
        _openings(version, vocabulary),
        _duties(version),
        _kind(item, version),
        _identity(version),
        _papers(version),
        _instant(version, vocabulary),
    ):
        yield from as_far_as_possible(faults)


def _resting(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    for index, test in enumerate(version.rests_on):
        yield from register_faults(test, ("rests_on", index), vocabulary)
    if version.rests_on and version.instant is not None:
        yield ("rests_on",), "即办的事项由规则（instant）问基础库，这里不写"
    asked = {field.key for field in version.form}
    for index, key in enumerate(version.held_once.by if version.held_once else ()):
        if key not in asked:
            yield ("held_once", "by", index), f"表单里没有 {key}"
    shared = version.held_once.shared_with if version.held_once else ()
    named = {field.key for field in version.form if field.names_somebody}
    yield from unknown(("held_once", "shared_with"), shared, named, "问姓名和号码的字段")
    yield from _same_object(version)
    if version.ends_at_death and not version.for_people:
        yield ("ends_at_death",), "只有个人办的事项才会因为去世终止，单位的请删去"
    if "own_from_age" in version.model_fields_set and not version.for_people:
        yield ("own_from_age",), "只有个人办的事项才有年龄的要求，单位的请删去"


def _same_object(version: ItemVersion) -> Faults:
    same = version.same_object
    if same is None:
        return
    asked, days = [each.key for each in version.form], [each.key for each in version.form if each.type is FieldType.DATE]
    yield from unknown(("same_object", "fields"), same.fields, asked, "表单的字段")
    yield from unknown(("same_object", "again"), same.again, asked, "表单的字段")
    for name, key in (("since", same.since), ("until", same.until)):
        yield from unknown(("same_object", name), [key], days, "问日期的字段")
    if version.instant is not None:
        yield ("same_object",), "即办的事项没有人核实，这里不写"


def _names(item: Item, vocabulary: Vocabulary) -> Faults:
    groups = (
        ("department", vocabulary.departments, "部门"),
        ("joint_departments", vocabulary.departments, "部门"),
        ("themes", vocabulary.themes, "主题"),
    )
    for name, known, what in groups:
        given = as_far_as_is(item, name)
        names = [given] if isinstance(given, str) else given
        yield from unknown((name,), names, known, what)


def _codes(item: Item, vocabulary: Vocabulary) -> Faults:
    yield from unknown(("task_type",), [item.task_type], vocabulary.codes.task_types, "事项类型")
    if item.is_licence != (item.task_type == "01"):
        yield ("is_licence",), "类型 01 就是行政许可，要写 is_licence: true；其他类型写 false"
    yield from unknown(("use_level",), [item.use_level], vocabulary.codes.use_levels, "行使层级")
    if not item.catalog_code.startswith("99"):
        yield ("catalog_code",), "演示目录的编码要以 99 开头，真实的省都不用它"
    if item.catalog_code[2:4] != item.task_type:
        yield ("catalog_code",), f"第 3、4 位是事项类型，应为 {item.task_type}"


def _emptiness(item: Item) -> Faults:
    for group in ("themes", "objects", "versions"):
        if not getattr(item, group):
            yield (group,), "不能空着，请填写"


def _objects(item: Item) -> Faults:
    if item.kind is ItemKind.INSTANT and {ServiceObject.PERSON}.issubset(item.objects) and len(item.objects) > 1:
        yield ("objects",), "当场办结的事项要么个人办，要么单位办：规则只从一个基础库认人，请只留一种"
    if ServiceObject.PERSON not in item.objects and any(version.proxy.bases - {ProxyBasis.COMPANY} for version in item.versions):
        yield ("objects",), "单位只能由经办人办理，proxy.bases 里只写 company"


def _dates(item: Item) -> Faults:
    for index, (earlier, later) in enumerate(pairwise(item.versions), start=1):
        if earlier.effective_from >= later.effective_from:
            yield ("versions", index, "effective_from"), f"要晚于 {earlier.effective_from}"
        if earlier.effective_until not in (None, later.effective_from):
            yield ("versions", index - 1, "effective_until"), f"与下一版的 {later.effective_from} 接不上，请改成同一天"
    for index, version in enumerate(item.versions):
        if version.effective_until and version.effective_until <= version.effective_from:
            yield ("versions", index, "effective_until"), "结束早于开始，请改日期"


def _form(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    yield from fields_faults(version.form, ("form",), vocabulary)


def _materials(version: ItemVersion) -> Faults:
    fields = {field.key for field in version.form}
    named = {field.key for field in version.form if field.type in _NAMED}
    for index, material in enumerate(version.materials):
        yield from unknown(("materials", index, "when"), asked_fields(material.when), fields, "字段")
        yield from unknown(("materials", index, "against"), material.against, fields, "字段")
        yield from unknown(("materials", index, "holders"), material.holders, {*_WORDS_OF_HOLDERS, *named}, "人员或单位字段")


def _sources(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    for index, material in enumerate(version.materials):
        place: Place = ("materials", index)
        if material.licence:
            yield from unknown((*place, "licence"), [material.licence], vocabulary.licences, "证照")
        if material.register_name:
            yield from unknown((*place, "register"), [material.register_name], vocabulary.registers, "基础库")


def _replaced(version: ItemVersion) -> Faults:
    known = {material.key for material in version.materials}
    if version.commitment is None:
        return
    yield from unknown(("commitment", "replaces"), version.commitment.replaces, known, "材料")
    before = [step.key for step in version.deciding_steps[:-1]]
    yield from unknown(("commitment", "skips"), version.commitment.skips, before, "工作人员步骤（要在最后一步之前）")
    if version.public_notice and version.public_notice.after in version.commitment.skips:
        yield ("commitment", "skips"), f"公示排在 {version.public_notice.after} 之后，这一步不能跳过"
    if version.instant or version.parts:
        yield ("commitment",), "告知承诺只用于由工作人员逐步决定的事项，当场办结的和一件事不能用"


def _photo(version: ItemVersion) -> Faults:
    """The machine looks at one picture."""
    if version.photo_check is None:
        return
    known = {material.key: material for material in version.materials}
    yield from unknown(("photo_check", "material"), [version.photo_check.material], known, "材料")
    material = known.get(version.photo_check.material)
    if material and (material.max_files != 1 or not material.accepts or FileKind.PDF in material.accepts):
        yield ("photo_check", "material"), f"{material.key} 只收一张照片：请写 max_files: 1，accepts 里不要 pdf"


def _steps(version: ItemVersion) -> Faults:
    order = list(StepPhase)
    for index, (earlier, later) in enumerate(pairwise(version.steps), start=1):
        if order.index(earlier.phase) > order.index(later.phase):
            yield ("steps", index, "phase"), f"{later.phase.value} 不能排在 {earlier.phase.value} 之后"
    if not version.elsewhere and bool(version.deciding_steps) == bool(version.parts):
        alone = "一件事由各环节决定，自己不能有工作人员在 accepted 阶段的步骤"
        yield ("steps",), alone if version.parts else _UNDECIDED


_UNDECIDED = "缺少工作人员在 accepted 阶段的步骤（最后一个作决定），请补上；在别处办的，请写 elsewhere"


def _departments(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    for index, step in enumerate(version.steps):
        if step.department:
            yield from unknown(("steps", index, "department"), [step.department], vocabulary.departments, "部门")


def _channels(version: ItemVersion) -> Faults:
    if not version.channels:
        yield ("channels",), "不能空着，请填写"


def _results(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    if not version.results and not version.elsewhere:
        yield ("results",), "不能空着，请填写"
    for index, result in enumerate(version.results):
        if result.certificate:
            yield from unknown(("results", index, "certificate"), [result.certificate], vocabulary.templates, "模板")
        if Delivery.POST in result.delivery and result.post_to is None:
            yield ("results", index, "delivery"), "可以邮寄的，要写 post_to 和 post_phone：从哪个字段取地址和电话"
        for fault in _chosen(version, result):
            yield ("results", index, *fault[0]), fault[1]
        for fault in _downloaded(version, result, vocabulary):
            yield ("results", index, *fault[0]), fault[1]
        for name, kind in (("post_to", FieldType.ADDRESS), ("post_phone", FieldType.PHONE), ("not_after", FieldType.DATE)):
            known = [field.key for field in version.form if field.type is kind]
            yield from unknown(("results", index, name), [key for key in [getattr(result, name)] if key], known, f" {kind.value} 字段")


def _chosen(version: ItemVersion, result: ResultForm) -> Faults:
    """What the applicant chooses among is a choice of ways the result goes; a bank's branch is chosen where banks hand it out."""
    choices = [field.key for field in version.form if field.type is FieldType.CHOICE]
    for name in ("chosen_by", "branch"):
        key = getattr(result, name)
        yield from unknown((name,), [key] if key else [], choices, " choice 字段")
    field = version.field(result.chosen_by or "")
    offered = [each.value for each in result.delivery]
    if field is not None:
        yield from unknown(("chosen_by",), [each.value for each in field.options], offered, "领取方式")
    if result.branch and Delivery.BANK not in result.delivery:
        yield ("branch",), "只用于可以到银行网点领取的结果"


def _downloaded(version: ItemVersion, result: ResultForm, vocabulary: Vocabulary) -> Faults:
    """What is downloaded must be made by somebody: the item's certificate, the authority whose file is handed on, or a paper."""
    paper, relayed = result.paper, version.instant is not None and version.instant.relayed is not None
    if Delivery.DOWNLOAD in result.delivery and not (result.certificate or paper or relayed):
        yield ("delivery",), "没有可以下载的东西，请写 certificate 或 paper"
    if paper is None:
        return
    if result.certificate or version.instant is not None or sum(each.paper is not None for each in version.results) > 1:
        yield ("paper",), "一个事项只有一份 paper；决定本身就是证明的，不写 paper"
    yield from unknown(("paper", "template"), [paper.template], vocabulary.templates, "模板")
    yield from unknown(("paper", "shows"), paper.shows, [field.key for field in version.form], "字段")
    yield from paper_faults(version, result, paper, vocabulary)
    if not uscc.is_valid(paper.type_code[:18]):
        yield ("paper", "type_code"), "要以统一社会信用代码开头"


def _halls(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    for index, place in enumerate(version.appointment.halls):
        yield from unknown(("appointment", "halls", index, "hall"), [place.hall], vocabulary.halls, "大厅")


def _duties(version: ItemVersion) -> Faults:
    """What is owed after a grant is due on a day the form asks for, and is looked at by people who decide step by step."""
    days = {field.key for field in version.form if field.type is FieldType.DATE}
    fields = {field.key for field in version.form}
    for index, each in enumerate(version.duties):
        yield from unknown(("duties", index, "until"), [each.until], days, "日期字段")
        yield from unknown(("duties", index, "when"), asked_fields(each.when), fields, "字段")
        if each.key in {other.key for other in version.duties[:index]}:
            yield ("duties", index, "key"), f"{each.key} 写了两次"
    if version.duties and (version.instant is not None or version.parts):
        yield ("duties",), "批准以后的义务只用于由工作人员逐步决定的事项，当场办结的和一件事不能用"


def _openings(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    """What a grant opens is another item of this catalogue, under conditions on answers there are."""
    fields = {field.key for field in version.form}
    for index, each in enumerate(version.opens):
        yield from unknown(("opens", index, "item"), [each.item], vocabulary.items - {version.item}, "其他事项")
        yield from unknown(("opens", index, "when"), asked_fields(each.when), fields, "字段")


def _elsewhere(version: ItemVersion) -> Faults:
    """What is done elsewhere is not asked for here: there is no form, no rule, no visit to book and nothing to act for."""
    if version.elsewhere is None:
        return
    given = {"form": version.form, "instant": version.instant, "appointment": version.appointment.bookable, "proxy": version.proxy.allowed}
    for name in [name for name, part in given.items() if part]:
        yield (name,), "在别处办的事项这里不写这一项，请去掉"


def _kind(item: Item, version: ItemVersion) -> Faults:
    if version.elsewhere is None and (item.kind is ItemKind.INSTANT) != (version.instant is not None):
        yield ("instant",), "kind 是 instant 的事项要写 instant，其他的不写"


def _instant(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    instant = version.instant
    if instant is None:
        return
    names = [call.register_name for call in instant.registers]
    yield from unknown(("instant", "registers"), names, vocabulary.registers, "基础库")
    if not instant.examples:
        yield ("instant", "examples"), "规则要带示例，请补上"
    for place, message in rule_faults(version, instant, _members(version, vocabulary, names)):
        yield ("instant", *place), message


def _papers(version: ItemVersion) -> Faults:
    instant = version.instant
    if instant is None:
        return
    if not instant.relayed and version.results and not version.result.certificate:
        yield ("results", 0, "certificate"), "当场办结的事项要出具证明（certificate）或转交主管部门的文件（relayed）"
    offers = bool(version.results) and version.result.offers_no_record
    for number, branch in enumerate(instant.branches):
        if branch.outcome is Outcome.NO_RECORD and not offers:
            yield ("instant", "branches", number, "outcome"), "结果里没有写可以出具无记录证明（offers_no_record）"


def _identity(version: ItemVersion) -> Faults:
    register = POPULATION if version.for_people else ENTERPRISE
    if version.instant is not None and register not in [call.register_name for call in version.instant.registers]:
        yield ("instant", "registers"), f"没有向 {register} 查申请人是谁，请补上"


def _members(version: ItemVersion, vocabulary: Vocabulary, names: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """For each variable of a rule, the members an expression may ask of it."""
    members = {name: vocabulary.members(name) for name in names if vocabulary.members(name)}
    form = frozenset(field.key for field in as_far_as_is(version, "form"))
    return {**members, **({"form": form} if "form" in vars(version) else {}), "found": frozenset(names)}
