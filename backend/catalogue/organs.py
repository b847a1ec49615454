"""In whose name something of a case is given: who handles it (`handler`), and who decides it (`decider`).

Names, seals, numbers and remedies all follow from these two. Notices of the way bear the handler's, the decision and what takes it
back the decider's: that of the last step of staff, where the item's file names another department there.
"""

from backend.catalogue.vocabulary import Vocabulary
from models.cases import Case, Organ
from models.catalogue import ItemVersion, PowerLevel
from models.regions import Region


def handler(case: Case, names: Vocabulary) -> Organ:
    """Who takes the case in, examines it, and gives every notice before the decision."""
    return case.organ or own_organ(case.department, names)


def decider(case: Case, version: ItemVersion, names: Vocabulary) -> Organ:
    """Who decides the case. What an edition says of the item's department holds for nobody else: another one decides in its own name."""
    department = version.deciding_department
    return handler(case, names) if department == version.department else own_organ(department, names)


def organ_of(version: ItemVersion, town: str | None, names: Vocabulary) -> Organ | None:
    """In whose name the item's department exercises an edition; None for the own district's department in its own name."""
    exercised = version.exercised
    if exercised is None and not version.region:
        return None
    named = (exercised.named if exercised else None) or version.department
    if is_by_town(version) and town in names.towns:
        region = names.regions[names.departments[named].region or names.home]
        return _organ(names.towns[town].government, names.towns[town].uscc, region)
    own = own_organ(named, names)
    return own.model_copy(update={"seal": exercised.seal}) if exercised and exercised.seal else own


def is_by_town(version: ItemVersion) -> bool:
    """Whether a town decides in its own name."""
    exercised = version.exercised
    return exercised is not None and exercised.level is PowerLevel.TOWN and exercised.named is None


def own_organ(code: str, names: Vocabulary) -> Organ:
    """A department in its own name."""
    department = names.departments[code]
    organ = _organ(names.organ(code), department.uscc, names.regions[department.region or names.home])
    own = {"word": department.word, "government": department.review_by, "complaints": department.complaints_to}
    return organ.model_copy(update={key: value for key, value in own.items() if value})


def _organ(name: str, code: str, region: Region) -> Organ:
    return Organ(name=name, word=region.organ, seal=region.seal, government=region.government, code=code)
