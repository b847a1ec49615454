"""What was issued here answers for a register that has no record yet, or an older one; never against one that knows better."""

from datetime import date, datetime, timedelta

import pytest

from backend.clock import SHANGHAI
from backend.licences import StandingIn
from models.documents import DocumentType
from models.licence_identifier import LicenceIdentifier
from models.licences import LicenceKind, LicenceLine, LicenceOnRecord, LicenceStatus, StandsFor
from models.registers import OtherRecord, Outcome, PersonKey, Provenance, RegisterAnswer

NOW = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
WANG = PersonKey(document_type=DocumentType.RESIDENT_CARD, id_number="990101194403080025", name="王桂芳")
KIND = LicenceKind.model_validate(
    {
        "id": "disability_card",
        "name": "残疾人证",
        "type_code": "13990101MB9900128F101",
        "issuer": "区残联",
        "issuer_code": "13990101MB9900128F",
        "renew": "请到镇街残联换领。",
        "stands_for": {
            "register": "disability",
            "record": {
                "card_number": {"of": "number", "pattern": "[0-9X]{20,22}"},
                "grade": {"line": "残疾等级"},
                "state": {"of": "status", "words": {"有效": "valid", "过期": "expired", "注销": "cancelled"}},
                "card.until": {"of": "valid_until"},
                "card.kept_by": {"of": "issuer"},
                "source": {"value": "issued"},
            },
        },
    }
)


def card(
    number: str = "99010119440308002541", grade: str = "一级", issued_on: date = date(2026, 11, 20), **changes: object
) -> LicenceOnRecord:
    """A card of hers."""
    return LicenceOnRecord.model_validate(
        {
            "identifier": str(LicenceIdentifier(KIND.type_code, KIND.issuer_code, f"{issued_on:%Y%m%d}")),
            "type_code": KIND.type_code,
            "name": KIND.name,
            "number": number,
            "issuer": KIND.issuer,
            "issuer_code": KIND.issuer_code,
            "issued_on": issued_on,
            "valid_from": issued_on,
            "valid_until": issued_on + timedelta(days=3650),
            "status": LicenceStatus.VALID,
            "holders": ("王桂芳",),
            "lines": (LicenceLine(label="残疾等级", value=grade),),
            **changes,
        }
    )


_KNOWN = {"card_number": "99010119440308002533"}


class Registers:
    """The disability register with one record, or without."""

    def __init__(self, updated_at: datetime | None = None, outcome: Outcome = Outcome.NO_RECORD) -> None:
        self.updated_at, self.outcome = updated_at, outcome

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        provenance = Provenance(source=name, record_id="DIS-1" if self.updated_at else "", fetched_at=NOW, digest="d" * 64)
        if self.updated_at is None:
            return RegisterAnswer(outcome=self.outcome, provenance=provenance)
        said = {"record_id": "DIS-1", "updated_at": self.updated_at, "grade": "三级", "state": "expired", "village": "榕树里"} | _KNOWN
        record = OtherRecord.model_validate({**person.model_dump(), **said})
        return RegisterAnswer(outcome=Outcome.FOUND, record=record, provenance=provenance)

    async def fetch_file(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> Outcome:
        return Outcome.NO_RECORD


class Issued:
    """What was issued here."""

    def __init__(self, *held: LicenceOnRecord) -> None:
        self._held = list(held)

    async def held(self, holder: PersonKey, type_code: str | None = None) -> list[LicenceOnRecord]:
        return [each for each in self._held if type_code in (None, each.type_code)]

    def provenance(self, licence: LicenceOnRecord) -> Provenance:
        return Provenance(source="own_licences", record_id=licence.identifier, fetched_at=NOW, digest="e" * 64)


async def asked(registers: Registers, *held: LicenceOnRecord, name: str = "disability") -> RegisterAnswer:
    return await StandingIn(registers, [KIND], Issued(*held)).fetch(name, WANG, "test")


async def test_a_card_issued_here_is_the_record_the_register_has_not_yet() -> None:
    answer = await asked(Registers(), card())
    assert (answer.outcome, answer.provenance.source) == (Outcome.FOUND, "own_licences")
    said = answer.data()
    assert (said["card_number"], said["grade"], said["state"], said["source"]) == ("99010119440308002541", "一级", "valid", "issued")
    assert said["card"] == {"until": "2036-11-17", "kept_by": "区残联"}
    assert answer.record is not None
    assert answer.record.belongs_to(WANG)


async def test_of_several_the_newest_that_holds() -> None:
    old, lost = card(grade="二级", issued_on=date(2020, 1, 1)), card(issued_on=date(2026, 11, 22), status=LicenceStatus.CANCELLED)
    assert (await asked(Registers(), old, card(), lost)).data()["grade"] == "一级"
    assert (await asked(Registers(), lost)).data()["state"] == "cancelled", "it was issued, and holds no more"


async def test_a_number_that_is_none_of_a_card_is_left_out() -> None:
    assert (await asked(Registers(), card(number="〔2026〕云残准字第000001号"))).data().get("card_number") is None
    answer = await asked(Registers(datetime(2026, 6, 1, tzinfo=SHANGHAI)), card(number="〔2026〕云残准字第000001号"))
    assert answer.data()["card_number"] == "99010119440308002533", "the register still knows it"


async def test_an_older_record_is_laid_over_and_each_value_says_where_it_is_from() -> None:
    answer = await asked(Registers(datetime(2026, 6, 1, tzinfo=SHANGHAI)), card())
    assert (answer.data()["grade"], answer.data()["village"]) == ("一级", "榕树里")
    assert [answer.provenance_of(path).source for path in ("grade", "card.until", "village")] == [
        "own_licences",
        "own_licences",
        "disability",
    ]
    assert answer.provenance_of("grade", "state").source == "own_licences"
    assert (answer.provenance_of("grade", "village").source, answer.provenance_of().source) == ("disability", "disability")


@pytest.mark.parametrize(
    ("registers", "held", "grade"),
    [
        (Registers(datetime(2026, 11, 22, tzinfo=SHANGHAI)), card(), "三级"),  # it has looked since
        (Registers(datetime(2026, 6, 1, tzinfo=SHANGHAI)), card(status=LicenceStatus.CANCELLED), "三级"),
        (Registers(), card(holders=("王桂花",)), None),
        (Registers(outcome=Outcome.NAME_MISMATCH), card(), None),
    ],
    ids=["newer record", "cancelled card", "another name", "name mismatch"],
)
async def test_the_register_is_not_spoken_over(registers: Registers, held: LicenceOnRecord, grade: str | None) -> None:
    answer = await asked(registers, held)
    assert (answer.data().get("grade"), answer.provenance.source) == (grade, "disability")


async def test_other_registers_are_asked_as_ever_and_signed_files_come_from_whoever_signs() -> None:
    standing = StandingIn(Registers(), [KIND], Issued(card()))
    assert (await standing.fetch("tax", WANG, "test")).outcome is Outcome.NO_RECORD
    assert await standing.fetch_file("disability", WANG, "test") is Outcome.NO_RECORD


async def test_a_licence_from_which_no_record_can_be_made_answers_nothing() -> None:
    """The file of a person needs its number, and the licence does not show it."""
    kept = KIND.model_copy(
        update={"stands_for": StandsFor.model_validate({"register": "personnel", "record": {"archive.state": {"value": "在库"}}})}
    )
    answer = await StandingIn(Registers(), [kept], Issued(card())).fetch("personnel", WANG, "test")
    assert (answer.outcome, answer.provenance.source) == (Outcome.NO_RECORD, "personnel")
