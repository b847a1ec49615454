"""When two applications are about one thing."""

import pytest
from pydantic import JsonValue

from backend.cases.same_object import object_of
from models.catalogue import ItemVersion, SameObject


def about(**form: JsonValue) -> str | None:
    same = SameObject(fields=("title", "room"), since="since", until="until")
    return object_of(ItemVersion.model_construct(item="lease-filing", same_object=same), form)


@pytest.mark.parametrize(
    ("title", "same"),
    [
        ("江（2016）云城区不动产权第0011873号", True),
        ("江(2016) 云城区不动产权第００11873号 ", True),
        ("江（2016）云城区不动产权第0011874号", False),
        (None, False),
    ],
)
def test_a_thing_is_the_same_however_it_was_typed(title: str | None, same: bool) -> None:
    assert (about(title=title, room="302") == about(title="江（2016）云城区不动产权第0011873号", room="302")) is same


def test_every_answer_that_names_it_counts() -> None:
    assert about(title="甲", room="302") != about(title="甲", room="303")
    assert object_of(ItemVersion.model_construct(item="lease-filing", same_object=None), {"title": "甲"}) is None
