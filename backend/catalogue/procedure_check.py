"""What limits by answers, steps by answers, special procedures and public notices must be to the steps and the form of a version,
or of a bundle's part."""

from backend.catalogue.checks import Faults, asked_fields, lacking, twice, unknown
from models.acts import DECIDING_ROLES
from models.catalogue import ItemVersion, PublicNotice, Ranking, Span, StepPhase
from models.catalogue.codes import STATUTORY_GROUNDS, OnSilence, PauseGround
from models.forms import FieldType


def procedure_faults(version: ItemVersion) -> Faults:
    """Everything wrong with how a version's clock is stopped."""
    deciding = version.deciding_steps
    yield from _step_faults(version)
    yield from _by_answers(version)
    yield from _longer_than_promised(version)
    yield from _ranking_faults(version)
    notice = version.public_notice
    if version.clocks.on_silence.effect is OnSilence.DEEMED_GRANTED:
        yield from _granted_by_silence(version)
    if version.instant:
        yield from _at_once(version)
    if notice is None:
        return
    if version.parts:
        yield ("public_notice",), "一件事的公示要写在负责公示的环节里"
    fields = [field.key for field in version.form]
    if notice.after is not None:
        yield from unknown(
            ("public_notice", "after"), [notice.after], [step.key for step in deciding[:-1]], "工作人员步骤（要在最后一步之前）"
        )
        yield from _never_begun(version, notice)
    yield from unknown(("public_notice", "when"), asked_fields(notice.when), fields, "字段")
    yield from unknown(("public_notice", "shows"), notice.shows, [*fields, *_fixed_before(version, notice)], "字段")
    for key in sorted(set(notice.shows) & version.sealed_fields()):
        yield ("public_notice", "shows"), f"{key} 是个人信息（sealed），不能公示，请删去"


def _step_faults(version: ItemVersion) -> Faults:
    """The step that decides; and how long one takes that stops the statutory clock, which the applicant is told (行政许可法 art. 45)."""
    for step in version.deciding_steps:
        if step.special and step.ground in STATUTORY_GROUNDS and step.limit is None:
            told = "这一步停止法定时限，所需时间要书面告知申请人（行政许可法第四十五条），请写 limit"
            yield ("steps", version.steps.index(step), "limit"), told
    for step in version.deciding_steps[-1:]:
        place = ("steps", version.steps.index(step))
        if step.special:
            yield (*place, "special"), "最后一步作决定，不能是特别程序"
        if step.role not in DECIDING_ROLES:
            yield (*place, "role"), "最后一步作决定，要由审批员（reviewer）或首席代表（chief_representative）办"


def _fixed_before(version: ItemVersion, notice: PublicNotice) -> list[str]:
    """What officers have fixed when a notice begins."""
    keys = [step.key for step in version.deciding_steps]
    done = version.deciding_steps[: keys.index(notice.after) + 1] if notice.after in keys else ()
    return [field.key for step in done for field in step.fills]


def _at_once(version: ItemVersion) -> Faults:
    """What is decided at once waits for nothing and nobody."""
    if version.public_notice or any(step.special for step in version.deciding_steps):
        yield ("instant",), "当场办结的事项没有特别程序，也没有公示"
    if version.visits.before_acceptance:
        yield ("visits", "before_acceptance"), "当场办结的事项不用等人到场，请删去 before_acceptance"


def _ranking_faults(version: ItemVersion) -> Faults:
    """All wait in one special procedure before the last step; wishes are choices among the same options."""
    ranking = version.ranking
    if ranking is None:
        return
    waiting = [step.key for step in version.deciding_steps[:-1] if step.special and step.ground is PauseGround.ROUND]
    yield from unknown(("ranking", "step"), [ranking.step], waiting, "特别程序（ground 为 round，要在最后一步之前）")
    fields = {field.key: field for field in version.form}
    yield from unknown(("ranking", "wishes"), ranking.wishes, fields, "字段")
    wishes = [fields[key] for key in ranking.wishes if key in fields]
    if any(field.type is not FieldType.CHOICE or field.options != wishes[0].options for field in wishes):
        yield ("ranking", "wishes"), "志愿要用选项相同的 choice 字段"
    for name, key, kind in (("about", ranking.about, FieldType.PERSON), ("born", ranking.born, FieldType.DATE)):
        of_kind = [field.key for field in version.form if field.type is kind]
        yield from unknown(("ranking", name), [key] if key else [], of_kind, f" {kind.value} 字段")
    uploaded = [material.key for material in version.materials if material.uploadable]
    yield from unknown(("ranking", "kin"), [ranking.kin] if ranking.kin else [], uploaded, "要上传的材料")
    if version.is_licence:
        yield ("ranking",), "等批次不是行政许可法第四十五条列明的事由，行政许可不能排名"
    yield from _passing_faults(ranking)
    if version.parts or version.public_notice:
        yield ("ranking",), "排名的事项不能是一件事，名单就是它唯一的公示"


def _passing_faults(ranking: Ranking) -> Faults:
    rule = ranking.passing_on
    spans = {"take_up": rule.take_up, "answer": rule.answer} if rule else {}
    for name, span in spans.items():
        if span is not None and rule and span.unit == rule.within.unit and span.n > rule.within.n:
            yield ("ranking", "passing_on", name), "比停止递补的时间还晚，没人来得及答复，请改短"


def _by_answers(version: ItemVersion) -> Faults:
    """Limits and steps that depend on answers."""
    fields, deciding = [field.key for field in version.form], version.deciding_steps
    for place, message in twice("variants", version.clocks.variants):
        yield ("clocks", *place), message
    for index, each in enumerate(version.clocks.variants):
        yield from unknown(("clocks", "variants", index, "when"), asked_fields(each.when), fields, "字段")
    if version.instant and version.clocks.variants:
        yield ("clocks", "variants"), "当场办结的事项没有不同的时限，请去掉 variants"
    for index, step in enumerate(version.steps):
        yield from unknown(("steps", index, "when"), asked_fields(step.when), fields, "字段")
        yield from unknown(("steps", index, "against"), step.against, fields, "字段")
        days = [field.key for field in version.form if field.type is FieldType.DATE]
        yield from unknown(("steps", index, "on_day"), [step.on_day] if step.on_day else [], days, "日期字段")
        if step.when and (step.phase is not StepPhase.ACCEPTED or step in deciding[-1:]):
            yield ("steps", index, "when"), "只有 accepted 阶段、作决定之前的步骤才能按答案取舍"


def _longer_than_promised(version: ItemVersion) -> Faults:
    """A step that stops no clock and may take longer than all that is promised, whatever the answers, is late by design."""
    clocks = version.clocks
    promised = max([clocks.longest, *(each.promised for each in clocks.variants)], key=_room)
    for index, step in enumerate(version.steps):
        if step not in version.deciding_steps or step.special or step.limit is None:
            continue
        if step.limit.in_days() > _room(promised):
            told = f"{step.limit.words()}比承诺的{promised.words()}还长，而这一步不停时限；请改短，或写成 special 或 public_notice"
            yield ("steps", index, "limit"), told


def _room(promised: Span) -> float:
    """What steps may take of a promise, in days: all of it; of the same day, a day of office time."""
    return promised.in_days() if promised.n else Span(n=1).in_days()


def _never_begun(version: ItemVersion, notice: PublicNotice) -> Faults:
    """A notice that follows a step by answers is wanted by the same answers, or it would be waited for and never begin."""
    step = version.step(notice.after or "")
    if step is not None and lacking(notice.when, step.when):
        yield ("public_notice", "when"), f"请照样写上 {step.key} 的条件：没有那一步，公示就不会开始"


def _granted_by_silence(version: ItemVersion) -> Faults:
    place = ("clocks", "on_silence", "effect")
    if version.parts:
        yield place, "一件事要写在法律这样规定的那个环节里"
    if version.results and version.result.certificate:
        yield place, "证明上写什么要有人来定，不能因为没有答复就视为准予"
