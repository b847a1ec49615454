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
    yield from unknown((*place, "kind"), [licence.kind], vocabulary.licences, "licence")
    kind = vocabulary.licences.get(licence.kind)
    if kind is not None and not any(
        kind.holder.fits(enterprise=enterprise) for enterprise in (False, True) if (version.for_units if enterprise else version.for_people)
    ):
        yield (*place, "kind"), f"{licence.kind} is held by nobody who may apply"
    own = vocabulary.departments.get(version.department)
    by_others = bool(version.region) or version.exercised is not None  # then the licence bears their name, whatever the kind says
    if kind is not None and own is not None and own.uscc and own.uscc != kind.issuer_code and not by_others:
        yield (*place, "kind"), f"{licence.kind} is issued by {kind.issuer}, and this is decided by {vocabulary.organ(version.department)}"
    yield from unknown((*place, "shows"), licence.shows, [field.key for field in version.form], "field")
    dates = [field.key for field in version.form if field.type is FieldType.DATE]
    yield from unknown((*place, "until"), [licence.until] if licence.until else [], dates, "date field")
    if version.instant is not None:
        yield place, "an instant certificate is verified at its own page and is no licence"
