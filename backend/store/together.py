"""Look-ups by a unique field that share queries: under load a dozen requests ask the database at once, not one by one."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

Found = list[dict[str, Any]]


class Together:
    """Finds documents by `field`. What is asked while a query is under way waits for the next one.

    An answer is never older than its question: each query begins after everything it answers was asked.
    """

    def __init__(self, field: str, find: Callable[[dict[str, Any]], Awaitable[Found]]) -> None:
        """`find` gets the filter. A field that holds a list is found by any of its members."""
        self._field = field
        self._find = find
        self._asked: dict[str, asyncio.Future[dict[str, Any] | None]] = {}
        self._asking: asyncio.Task[None] | None = None

    async def find(self, value: str) -> dict[str, Any] | None:
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
                found = await self._find({self._field: {"$in": list(asked)}})
            except Exception as error:  # noqa: BLE001 - whatever it is, each who asked is told
                for answer in asked.values():
                    answer.set_exception(error)
                    answer.exception()  # seen: who asked may have gone away
                continue
            known = {value: document for document in found for value in _values(document[self._field])}
            for value, answer in asked.items():
                answer.set_result(known.get(value))


def _values(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
