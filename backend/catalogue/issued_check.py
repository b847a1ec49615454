"""What a result must be that enters the district's licence register."""

from backend.catalogue.checks import Faults, Place, asked_fields, unknown
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import APPLICANT, ItemVersion, ResultForm, ResultLicence, ResultPaper
from models.forms import FieldType

_NAMING = frozenset({FieldType.PERSON, FieldType.PEOPLE, FieldType.ENTERPRISE})


def issued_faults(version: ItemVersion, vocabulary: Vocabulary) -> Faults:
    """Everything wrong with the licences a version — or a part of a bundle, `ItemVersion.of_part` — issues."""
    for index, result in enumerate(version.results):
        if result.licence is not None:
            yield from _faults(version, result.licence, ("results", index, "licence"), vocabulary)


def _faults(version: ItemVersion, licence: ResultLicence, place: Place, vocabulary: Vocabulary) -> Faults:
    yield from unknown((*place, "kind"), [licence.kind], vocabulary.licences, "证照")
    kind = vocabulary.licences.get(licence.kind)
    if kind is not None and not any(
        kind.holder.fits(enterprise=enterprise) for enterprise in (False, True) if (version.for_units if enterprise else version.for_people)
    ):
        yield (*place, "kind"), f"能申请这个事项的人都不能持有 {licence.kind}，请改 objects 或证照种类"
    own = vocabulary.departments.get(version.department)
    by_others = bool(version.region) or version.exercised is not None  # then the licence bears their name, whatever the kind says
    if kind is not None and own is not None and own.uscc and own.uscc != kind.issuer_code and not by_others:
        yield (*place, "kind"), f"{licence.kind} 由{kind.issuer}签发，而这里由{vocabulary.organ(version.department)}决定，请换一种证照"
    yield from unknown((*place, "shows"), licence.shows, [field.key for field in (*version.form, *version.fills)], "字段")
    yield from unknown((*place, "when"), asked_fields(licence.when), [field.key for field in version.form], "字段")
    shown = {field.on_paper for key in licence.shows if (field := version.known(key)) is not None}
    asked = kind.stands_for.record.values() if kind is not None and kind.stands_for is not None else ()
    for line in sorted({each.line for each in asked if each.line} - shown):
        yield (*place, "shows"), f"{licence.kind} 替基础库回答时要有「{line}」，请把叫这个名称的字段写进 shows"
    dates = [field.key for field in version.form if field.type is FieldType.DATE]
    for name in ("since", "until"):
        key = getattr(licence, name)
        yield from unknown((*place, name), [key] if key else [], dates, " date 字段")
    if version.instant is not None:
        yield place, "当场出具的证明在自己的页面核验，不是电子证照，请去掉 licence"


def paper_faults(version: ItemVersion, result: ResultForm, paper: ResultPaper, vocabulary: Vocabulary) -> Faults:
    """Whom a paper names, and that it is the licence it enters the register as: both have one type code."""
    naming = [APPLICANT, *(field.key for field in version.form if field.type in _NAMING)]
    for index, party in enumerate(paper.parties):
        place: Place = ("paper", "parties", index)
        yield from unknown((*place, "who"), party.who, naming, "填人或单位的字段")
        yield from unknown((*place, "when"), asked_fields(party.when), [field.key for field in version.form], "字段")
    kind = vocabulary.licences.get(result.licence.kind) if result.licence else None
    if kind is not None and kind.type_code != paper.type_code:
        yield ("paper", "type_code"), f"同一份结果在证照库里是{kind.name}，证照类型代码要与它一致，请写 {kind.type_code}"
