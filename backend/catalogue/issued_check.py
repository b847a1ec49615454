"""What a result must be that enters the district's licence register."""

from backend.catalogue.checks import Faults, Place, unknown
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import ItemVersion, ResultLicence
from models.forms import FieldType


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
    yield from unknown((*place, "shows"), licence.shows, [field.key for field in version.form], "字段")
    dates = [field.key for field in version.form if field.type is FieldType.DATE]
    yield from unknown((*place, "until"), [licence.until] if licence.until else [], dates, " date 字段")
    if version.instant is not None:
        yield place, "当场出具的证明在自己的页面核验，不是电子证照，请去掉 licence"
