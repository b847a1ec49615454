"""Pages of lists that stand in the order their documents were made in: ids sort by it."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from backend.store import Collection
from models.base import Stored

S = TypeVar("S", bound=Stored)


async def page(
    collection: Collection,
    kind: type[S],
    where: Mapping[str, Any],
    cursor: str | None,
    limit: int,
    *,
    newest_first: bool = True,
    without: Sequence[str] = (),
) -> tuple[list[S], str | None]:
    """`limit` documents that match `where` and come after the one whose id is `cursor`, and the cursor of the page after; None on the last.

    `without`: fields that are not read, for a list that shows nothing of them.
    """
    order = -1 if newest_first else 1
    beyond = {"_id": {"$lt" if newest_first else "$gt": cursor}} if cursor else {}
    documents = await collection.find({**where, **beyond}, sort=[("_id", order)], limit=limit + 1, without=without)
    found = [kind.of(each) for each in documents[:limit]]
    return found, found[-1].id if len(documents) > limit else None
