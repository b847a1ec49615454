"""What need not be handed in by the exemption list (豁免清单). Pure.

Who an entry is for is found when a draft begins and when it is handed in for the first time, as the list stands that day; from
then on the case keeps its entries, whatever ends meanwhile.
"""

from collections.abc import Mapping
from datetime import date

from pydantic import JsonValue

from backend.cases.contents import parties, slots
from backend.catalogue import Catalogue, asked_answers, hold
from models.acts import Act
from models.cases import Case, CaseMaterial
from models.catalogue import ItemVersion
from models.catalogue.lists import Exemption


def places(act: Act, case: Case, version: ItemVersion, catalogue: Catalogue) -> list[CaseMaterial]:
    """One place for each material the case's answers ask for, those marked that the exemption list spares the applicant."""
    asked = slots(version, case.form, act.at.date(), parties(act), case.materials)
    return spared(asked, case.exemptions, version, case.form, act.at.date(), catalogue)


def spared(
    materials: list[CaseMaterial],
    entitled: list[str],
    version: ItemVersion,
    form: Mapping[str, JsonValue],
    today: date,
    catalogue: Catalogue,
) -> list[CaseMaterial]:
    """The materials, those marked that an entry the applicant is entitled to exempts for these answers."""
    entries = {each.id: each for each in catalogue.exemptions}
    answers = asked_answers(version.form, form, today)
    holding = [entries[id] for id in entitled if id in entries and hold(entries[id].when, answers, today)]
    gone = set(entitled) - entries.keys()
    return [_marked(each, version, holding, gone) for each in materials]


def _marked(slot: CaseMaterial, version: ItemVersion, holding: list[Exemption], gone: set[str]) -> CaseMaterial:
    if slot.exempt_by in gone:
        return slot  # the list has lost the entry, the case keeps it
    entry = next((each for each in holding if each.covers(version.item, slot.key)), None)
    return slot.model_copy(update={"exempt": reason(entry, slot.name) if entry else "", "exempt_by": entry.id if entry else ""})


def reason(entry: Exemption, name: str) -> str:
    """Why, as people read it; a basis nobody has checked is not told as law."""
    basis = f"（依据：{entry.basis}）" if entry.verified else ""
    return f"您不用交「{name}」，因为{entry.because}{basis}。"
