"""Promise 10 as a question: does anything kept or logged name a demo person's number, phone or address in the clear?"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pymongo.database import Database

from tests.people_edge import demo_district

Document = dict[str, Any]
_TOWN = re.compile(r"^.*?(街道|镇)")


def personal() -> frozenset[str]:
    """Every identity number and phone of the demo citizens, and their addresses as neighbours say them: without the town."""
    people = demo_district().citizens
    addresses = {_TOWN.sub("", each.address) for each in people if each.address}
    return frozenset(secret for each in people for secret in (each.id_number, each.phone) if secret) | addresses


def clear_text_in(db: Database[Document], secrets: frozenset[str]) -> list[str]:
    """Where in the database, as whoever stole it would read it, one of `secrets` stands: collection, document, path."""
    return [
        f"{name}/{document['_id']}{path}"
        for name in db.list_collection_names()
        for document in db[name].find({})
        for path, text in _texts(document)
        if any(secret in text for secret in secrets)
    ]


def clear_text_lines(text: str, secrets: frozenset[str]) -> list[str]:
    """The lines of a log that name one of `secrets`."""
    return [line for line in text.splitlines() if any(secret in line for secret in secrets)]


def _texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text and number of a document, keys and bytes that were not encrypted included."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield f"{path}/{key}", str(key)
            yield from _texts(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, f"{path}/{number}")
    elif isinstance(value, bytes):
        yield path, value.decode("utf-8", "ignore")
    else:
        yield path, str(value)
