"""Look-ups by one unique field that share queries: under load a dozen requests ask the database at once, not one by one."""

import asyncio
from collections.abc import Sequence

from backend.store import Collection, Document


class Together:
    """Finds documents by `field`. What is asked while a query is under way waits for the next one.

    An answer is never older than its question: each query begins after everything it answers was asked.
    """

    def __init__(self, collection: Collection, field: str, fields: Sequence[str]) -> None:
        """`fields`: what is read of each document."""
        self._collection = collection
        self._field = field
        self._fields = (field, *fields)
        self._asked: dict[str, asyncio.Future[Document | None]] = {}
        self._asking: asyncio.Task[None] | None = None

    async def find(self, value: str) -> Document | None:
        """The document whose field is `value`."""
        answer = self._asked.get(value)
        if answer is None:
            answer = self._asked[value] = asyncio.get_running_loop().create_future()
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        return await asyncio.shield(answer)  # others may wait for it too

    async def _ask(self) -> None:
        while self._asked:
            asked, self._asked = self._asked, {}
            try:
                found = await self._collection.find({self._field: {"$in": list(asked)}}, fields=self._fields)
            except Exception as error:  # noqa: BLE001 - whatever it is, each who asked is told
                for answer in asked.values():
                    answer.set_exception(error)
                    answer.exception()  # seen: who asked may have gone away
                continue
            known = {document[self._field]: document for document in found}
            for value, answer in asked.items():
                answer.set_result(known.get(value))
