"""Items that are ranked: whose office ranks them, and what can be wished for. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from backend.catalogue import Catalogue
from models.catalogue import ItemVersion, Ranking


@dataclass(frozen=True)
class Rankable:
    """One item a round may be opened for. `wishes`: what can be wished for and what people call it; none where one quota is shared."""

    item: str
    name: str
    department: str
    wishes: dict[str, str]


def office_of(version: ItemVersion, ranking: Ranking) -> str:
    """Whose office the ranking is: that of its step."""
    step = version.step(ranking.step)
    return (step.department if step else None) or version.department


def wishes_of(version: ItemVersion, ranking: Ranking) -> dict[str, str]:
    """What can be wished for, and what people call it, in the order of the form."""
    fields = (version.field(key) for key in ranking.wishes)
    return {option.value: option.label for field in fields if field for option in field.options}


def ranked_on(catalogue: Catalogue, on: date) -> Iterable[Rankable]:
    """All of a day, by their code."""
    for item in catalogue.items:
        version = catalogue.version_there(item.code, on)
        if version is not None and version.ranking is not None:
            yield Rankable(item.code, item.name, office_of(version, version.ranking), wishes_of(version, version.ranking))
