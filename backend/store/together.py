"""Look-ups by a unique field, and running numbers, that share round trips: under load a dozen requests ask the database at once."""

import asyncio
import copy
import itertools
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from pymongo.errors import EncryptionError

Found = list[dict[str, Any]]
T = TypeVar("T")
_Answer = asyncio.Future[dict[str, Any] | None]
_MOST = 32  # found by one query: more would hold up the loop while they are read


class Together:
    """Finds documents by `field`. What is asked while a query is under way waits for the next one.

    An answer is never older than its question: each query begins after everything it answers was asked. Whoever asks gets a document
    of their own.
    """

    def __init__(self, field: str, find: Callable[[dict[str, Any]], Awaitable[Found]]) -> None:
        """`find` gets the filter. A field that holds a list is found by any of its members."""
        self._field = field
        self._find = find
        self._asked: dict[str, list[_Answer]] = {}
        self._asking: asyncio.Task[None] | None = None

    async def find(self, value: str) -> dict[str, Any] | None:
        """The document whose field is `value`."""
        answer: _Answer = asyncio.get_running_loop().create_future()
        self._asked.setdefault(value, []).append(answer)
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        return await answer

    async def _ask(self) -> None:
        while self._asked:
            some = list(itertools.islice(self._asked, _MOST))
            asked = {value: self._asked.pop(value) for value in some}
            try:
                await self._answer(asked)
            except EncryptionError as error:  # one that cannot be read keeps no other from being read
                if len(asked) == 1:
                    _fail(asked, error)
                else:
                    await asyncio.gather(*(self._alone(value, answers) for value, answers in asked.items()))
            except Exception as error:  # noqa: BLE001 - whatever it is, each who asked is told
                _fail(asked, error)

    async def _alone(self, value: str, answers: list[_Answer]) -> None:
        try:
            await self._answer({value: answers})
        except Exception as error:  # noqa: BLE001
            _fail({value: answers}, error)

    async def _answer(self, asked: dict[str, list[_Answer]]) -> None:
        found = await self._find({self._field: {"$in": list(asked)}})
        known = {value: document for document in found for value in _values(document[self._field])}
        for value, answers in asked.items():
            document = known.get(value)
            for number, answer in enumerate(answers):
                _settle(answer, document if number == 0 else copy.deepcopy(document))


class Numbers:
    """Running numbers of sequences. What is asked while a trip is under way is taken with the next, in the order it was asked."""

    def __init__(self, take: Callable[[str, int], Awaitable[int]]) -> None:
        """`take` adds so many to a sequence and gives the last one."""
        self._take = take
        self._asked: dict[str, list[asyncio.Future[int]]] = {}
        self._taking: dict[str, asyncio.Task[None]] = {}

    async def next(self, name: str) -> int:
        """The next number of that sequence; a number nobody waits for any more leaves a gap."""
        number: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._asked.setdefault(name, []).append(number)
        if name not in self._taking:
            self._taking[name] = asyncio.create_task(self._take_all(name))
        return await number

    async def _take_all(self, name: str) -> None:
        try:
            while asked := [each for each in self._asked.pop(name, []) if not each.done()]:
                await self._take_for(name, asked)
        finally:
            del self._taking[name]

    async def _take_for(self, name: str, asked: list[asyncio.Future[int]]) -> None:
        try:
            last = await self._take(name, len(asked))
        except Exception as error:  # noqa: BLE001 - whatever it is, each who asked is told
            for number in asked:
                _settle(number, error)
            return
        for running, number in enumerate(asked, start=last - len(asked) + 1):
            _settle(number, running)


def _fail(asked: Mapping[str, list[_Answer]], error: Exception) -> None:
    for answer in itertools.chain.from_iterable(asked.values()):
        _settle(answer, error)


def _settle(answer: asyncio.Future[T], outcome: T | Exception) -> None:
    if answer.done():  # who asked has gone away
        return
    if isinstance(outcome, Exception):
        answer.set_exception(outcome)
    else:
        answer.set_result(outcome)


def _values(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
