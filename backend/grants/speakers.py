"""Who may give somebody's word before a member of staff: they themselves, their guardian, or whom the register names for a company."""

from typing import Any

from backend.errors import FieldError, Invalid
from backend.grants.companies import Companies
from backend.grants.core import Core
from backend.people import is_representative
from models.acts import Act, is_enterprise
from models.catalogue import ProxyBasis
from models.grants import GrantState
from models.people import Citizen, PersonDocument

_NOT_THEM = "证件上的人不是本人、监护人，也不是单位登记的法定代表人，不能代为作出。请核对证件，或者请本人来。"


class Speakers:
    """Looks at the document of whoever stands at the counter."""

    def __init__(self, core: Core, companies: Companies) -> None:
        self._core = core
        self._companies = companies

    async def of(self, act: Act, document: PersonDocument, person: str | None, item: str | None = None, *, here: bool = True) -> Citizen:
        """Who stands there, where they may speak for `person` (a citizen or an enterprise), a guardian for `item` alone where one
        is named; `here` false: who is heard over the telephone and shows nothing. Whoever is refused is not registered.

        Raises `Invalid` with a pointer for anybody else, `Conflict` for the dead, `Unavailable` where a register is silent.
        """
        look_up = self._core.people.in_person if here else self._core.people.look_up
        found = (await look_up(act, document)).citizen
        if person is None or not await self._speaks_for(act, found, person, item):
            raise Invalid(_NOT_THEM, errors=[FieldError("/person", _NOT_THEM)])
        return await self._core.people.find_or_register(act, document)

    async def wards(self, act: Act, citizen: str) -> dict[str, tuple[str, ...]]:
        """Whose guardian a citizen is, with the items; none named: all of them."""
        where = {"agent": citizen, "basis": ProxyBasis.GUARDIANSHIP.value, **_holds(act)}
        found = await self._core.store.grants.find(where, fields=("person", "items"))
        return {each["person"]: tuple(each["items"]) for each in found if each.get("person")}

    async def _speaks_for(self, act: Act, who: Citizen, person: str, item: str | None) -> bool:
        if is_enterprise(person):
            return is_representative(who, (await self._companies.fresh(person)).representative)
        return who.id == person or await self._is_guardian(act, who.id, person, item)

    async def _is_guardian(self, act: Act, citizen: str, ward: str, item: str | None) -> bool:
        covers = {"$or": [{"items": item}, {"items": []}]} if item else {}
        where = {"person": ward, "agent": citizen, "basis": ProxyBasis.GUARDIANSHIP.value, **_holds(act), **covers}
        return await self._core.store.grants.count(where) > 0


def _holds(act: Act) -> dict[str, Any]:
    """The filter of grants in force at the moment of the act."""
    return {"state": GrantState.ACTIVE.value, "starts_at": {"$lte": act.at}, "until": {"$gt": act.at}}
