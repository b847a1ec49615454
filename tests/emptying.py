"""Which collections a test left behind: only those are emptied for the next one, which is most of what a test's beginning costs."""

from pymongo import AsyncMongoClient

from backend.store import Document


class Written:
    """The collections written to since the last look, as mongod counts (`top`, write locks), whichever process wrote."""

    def __init__(self, mongodb_uri: str, database: str) -> None:
        self._client: AsyncMongoClient[Document] = AsyncMongoClient(mongodb_uri)
        self._prefix = f"{database}."
        self._seen: dict[str, int] = {}

    async def since(self) -> set[str]:
        """Names of what was written to since `look`; before the first, of all that was ever written to."""
        return {name for name, count in (await self._counts()).items() if count != self._seen.get(name, 0)}

    async def look(self) -> None:
        """From now on only what is written later counts."""
        self._seen = await self._counts()

    async def close(self) -> None:
        """Lets go of mongod."""
        await self._client.close()

    async def _counts(self) -> dict[str, int]:
        totals = (await self._client.admin.command("top"))["totals"]
        own = (name for name in totals if name.startswith(self._prefix))
        return {name.removeprefix(self._prefix): totals[name]["writeLock"]["count"] for name in own}
