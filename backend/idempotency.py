"""Once is once: a repeated `Idempotency-Key` gets the answer of the first time.

The key lives in the event of the act, in the document it changed, under a unique index; there is no row of its
own and no state in flight. The act is simply tried: where it fails, the key's event is looked for first.
"""

import functools
from collections.abc import Awaitable, Callable
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from pymongo.errors import DuplicateKeyError

from backend.errors import Conflict, IdempotencyKeyReused, Problem
from backend.store import Store
from models.acts import Act
from models.base import Stored

P = ParamSpec("P")
S = TypeVar("S", bound=Stored)


class HasStore(Protocol):
    """An engine whose acts may be wrapped by `once`."""

    @property
    def store(self) -> Store: ...


E = TypeVar("E", bound=HasStore)


def scoped_key(actor_id: str, route: str, key: str) -> str:
    """The stored form of a client's key: unique to the actor and the route."""
    return f"{actor_id}|{route}|{key}"


async def earlier(store: Store, collection: str, act: Act) -> dict[str, Any] | None:
    """The document an act with this key changed before, as it is now.

    Raises `IdempotencyKeyReused` where the key came with another body then.
    """
    if not act.key:
        return None
    document = await store.collection(collection).with_key(act.key)
    if document is None:
        return None
    for event in document.get("events", []):
        if event.get("key") == act.key and event.get("digest") != act.digest:
            raise IdempotencyKeyReused()
    return document


def once(
    collection: str, model: type[S]
) -> Callable[[Callable[Concatenate[E, Act, P], Awaitable[S]]], Callable[Concatenate[E, Act, P], Awaitable[S]]]:
    """Wraps an engine's act on `collection` that returns a `model`; the engine keeps its store as `store`.

    The first run wins. A second with the same key gets the model of the document the first one changed.
    """

    def wrap(method: Callable[Concatenate[E, Act, P], Awaitable[S]]) -> Callable[Concatenate[E, Act, P], Awaitable[S]]:
        @functools.wraps(method)
        async def run(self: E, act: Act, /, *args: P.args, **kwargs: P.kwargs) -> S:
            try:
                return await method(self, act, *args, **kwargs)
            except (Problem, DuplicateKeyError) as error:
                document = await earlier(self.store, collection, act)
                if document is not None:
                    return model.of(document)
                if isinstance(error, DuplicateKeyError):
                    raise Conflict() from error
                raise

        return run

    return wrap
