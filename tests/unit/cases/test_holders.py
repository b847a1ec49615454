"""Whose licence may stand for a material."""

from typing import Any

import pytest

from backend.cases.holders import fits, whose_words
from models.catalogue import AGENT, ANYONE, APPLICANT, FileKind, Material, MaterialSource, Party
from models.documents import DocumentType
from models.registers import PersonKey
from tests.people_edge import real_catalogue

LEASE = real_catalogue().version_by_id("lease-filing@2026-01-01")
FORM: dict[str, Any] = {
    "other_person": {"name": "赵鹏", "id_number": "99010119900101003x"},
    "co_owners": [{"name": "孙", "id_number": "3"}],
}


def key(number: str) -> PersonKey:
    return PersonKey(document_type=DocumentType.RESIDENT_CARD, id_number=number, name="某人")


OWN = {APPLICANT: key("1"), AGENT: key("2")}


def material(*holders: str, party: Party = Party.EVERYONE) -> Material:
    return Material(
        key="title",
        name="房产证",
        source=MaterialSource.LICENCE,
        licence="real_estate_title",
        accepts=(FileKind.PDF,),
        holders=holders,
        party=party,
    )


@pytest.mark.parametrize(
    ("whose", "holders"),
    [
        (material(), {"1"}),
        (material(party=Party.AGENT), {"2"}),
        (material(APPLICANT, "other_person", "co_owners"), {"1", "99010119900101003X", "3"}),
        (material("other_unit"), set[str]()),
        (material(APPLICANT, ANYONE), {"1", "2", "3", "4", "99010119900101003X"}),
    ],
)
def test_whose_fits(whose: Material, holders: set[str]) -> None:
    asked = ("1", "2", "3", "4", "99010119900101003X")
    assert {each for each in asked if fits(LEASE, whose, key(each), FORM, OWN)} == holders


def test_without_an_agent_nothing_is_an_agents() -> None:
    assert not fits(LEASE, material(party=Party.AGENT), key("2"), FORM, {APPLICANT: key("1")})


def test_in_words() -> None:
    assert whose_words(LEASE, material(APPLICANT, "co_owners")) == "申请人或表里填的「房东以外的共有人」"
