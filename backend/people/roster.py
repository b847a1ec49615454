"""Who of the staff does what in a department, for whoever has to find them."""

from backend.store import Document, Store
from models.acts import Role
from models.cases import Somebody


class Roster:
    """Accounts that are not closed, by role and department; in order of user name."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def heads_of(self, department: str) -> list[Somebody]:
        """Who heads a department: its chief representatives (首席代表)."""
        return await self._found({"department": department, "roles": Role.CHIEF_REPRESENTATIVE.value})

    async def departments_with(self, role: Role) -> set[str]:
        """The departments that have somebody of a role."""
        return {each.department for each in await self._found({"roles": role.value}) if each.department}

    async def supervisors(self) -> list[Somebody]:
        """The supervisors (督查员) of every department."""
        return await self._found({"roles": Role.SUPERVISOR.value})

    async def reviewers_of(self, department: str) -> list[Somebody]:
        """Who reviews for a department itself, its chief representatives included and its people in towns not."""
        roles = [Role.REVIEWER.value, Role.CHIEF_REPRESENTATIVE.value]
        return await self._found({"department": department, "roles": {"$in": roles}, "town": None})

    async def pre_reviewers_of(self, department: str) -> list[Somebody]:
        """Who looks at a department's papers before the trip, its people in towns included."""
        return await self._found({"department": department, "roles": Role.PRE_REVIEWER.value})

    async def _found(self, where: Document) -> list[Somebody]:
        found = await self._store.staff.find({**where, "disabled": False}, sort=[("username", 1)], fields=["name", "department"])
        return [Somebody(id=each["_id"], name=each["name"], department=each.get("department")) for each in found]
