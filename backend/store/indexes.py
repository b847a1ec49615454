"""What a collection and an index of ours are, and the conditions of partial ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bson.binary import Binary

from backend.clock import SHANGHAI
from models.base import Sealing

Keys = list[tuple[str, int]]

# MongoDB uses a partial index only for filters that it sees to lie within the index's condition. It sees that of an
# equality and `$exists` or `$gt` on the same path; of `$type` it sees nothing, and passes over the index without a word.
TEXT: Mapping[str, Any] = {"$gt": ""}
SOME_DAY: Mapping[str, Any] = {"$gt": datetime(1970, 1, 1, tzinfo=SHANGHAI)}
SOME_REVISION: Mapping[str, Any] = {"$gt": -1}
SOME_NUMBER: Mapping[str, Any] = {"$gt": 0}
SEALED: Mapping[str, Any] = {"$gt": Binary(b"")}
# A condition on another path has to be repeated: every filter on `keys` and on `unrelayed` holds these.
HAS_KEYS: Mapping[str, Any] = {"keys.0": {"$exists": True}}
IS_UNRELAYED: Mapping[str, Any] = {"unrelayed": {"$gt": ""}, "unrelayed.0": {"$exists": True}}


def due(at: datetime) -> Mapping[str, Any]:
    """The filter of what is due at `at`, on a path with a partial index of `SOME_DAY`: `$lte` alone would read the collection whole."""
    return {**SOME_DAY, "$lte": at}


@dataclass(frozen=True)
class Index:
    """One index. `where` makes it partial: equality, `$exists: true` or `$gt`, see above."""

    keys: Keys
    unique: bool = False
    where: Mapping[str, Any] | None = None
    expires_after: int | None = None  # seconds; a TTL index
    called: str = ""  # where another one has the same keys

    @property
    def name(self) -> str:
        return self.called or "_".join(f"{key}_{order}" for key, order in self.keys)


@dataclass(frozen=True)
class Collection:
    """One collection. `acts`: its documents are changed by acts, so they carry events, keys and unrelayed ids."""

    name: str
    indexes: tuple[Index, ...] = ()
    acts: bool = True
    sealed: Mapping[str, Sealing] = field(default_factory=dict)

    @property
    def all_indexes(self) -> tuple[Index, ...]:
        """Its own indexes and, where it carries acts, the two every such collection has."""
        if not self.acts:
            return self.indexes
        return (
            *self.indexes,
            Index([("keys", 1)], unique=True, where=HAS_KEYS),
            Index([("unrelayed", 1)], where={"unrelayed.0": {"$exists": True}}),
        )
