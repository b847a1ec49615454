"""Whose desk a grant is that waits for staff: by where its principal lives, and whose items it is for.

A one-window counter, a town's counter and a village look at all of their district's or town's, whoever else only at those of their own
department's items. A guardianship of everything belongs to no one department, so it is looked at where people live.
"""

from dataclasses import dataclass
from datetime import date

from backend.catalogue import Catalogue
from backend.errors import NotFound
from backend.permissions import sees_to_all
from backend.store import Document
from models.acts import StaffActor
from models.grants import Grant


@dataclass(frozen=True)
class Desk:
    """What `grant.check` and `grant.photographs` ask of a grant."""

    town: str | None
    region: str
    departments: frozenset[str]
    heard_by: str | None


class Desks:
    """Finds a grant's desk, and for somebody at a desk its grants; the two say the same (a test holds it)."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def of(self, grant: Grant, on: date) -> Desk:
        """Where a grant lies on a day."""
        region = self._catalogue.vocabulary.region_of_town(grant.town)
        found = [self._departments(code, region, on) for code in grant.items]
        return Desk(grant.town, region, frozenset().union(*found), grant.hearing.by if grant.hearing else None)

    def lying_with(self, actor: StaffActor, on: date) -> Document:
        """The filter of grants that lie with somebody."""
        if actor.town is not None:
            region = self._catalogue.vocabulary.region_of_town(actor.town)
            return {"town": actor.town} | self._theirs(actor, region, on)
        names = self._catalogue.vocabulary
        served = [each for each in self._regions() if actor.serves(each)]
        return {"$or": [{"town": self._towns(each, each == names.home)} | self._theirs(actor, each, on) for each in served]}

    def _theirs(self, actor: StaffActor, region: str, on: date) -> Document:
        if sees_to_all(actor):
            return {}
        codes = [each.code for each in self._catalogue.items if actor.department in self._departments(each.code, region, on)]
        return {"items": {"$in": codes}}

    def _departments(self, code: str, region: str, on: date) -> frozenset[str]:
        """Who decides an item in a district, as a whole or a part of it; nobody where it is not done there."""
        try:
            version = self._catalogue.version_there(code, on, region)
        except NotFound:
            return frozenset()  # the item is gone from the catalogue
        if version is None:
            return frozenset()
        return frozenset({version.department, *(version.of_part(part).department for part in version.parts)})

    def _regions(self) -> list[str]:
        names = self._catalogue.vocabulary
        return [names.home, *sorted({names.region_of_town(town) for town in names.towns} - {names.home})]

    def _towns(self, region: str, home: bool) -> Document:
        """The towns of a district; whose town nobody knows is the own one's, as everywhere."""
        names = self._catalogue.vocabulary
        if home:
            return {"$nin": [town for town in names.towns if names.region_of_town(town) != region]}
        return {"$in": [town for town in names.towns if names.region_of_town(town) == region]}
