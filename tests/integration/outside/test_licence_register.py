"""The licence register (电子证照库): people and enterprises, by kind, under the same contract and switches as the others."""

from datetime import date

import pytest

from backend.registers import RegisterMismatch, Registers, RegisterUnavailable
from models.licences import LicenceOnRecord, LicenceStatus
from models.registers import LicencesRecord, Outcome
from tests.integration.outside.conftest import People
from tests.people_edge import real_catalogue
from tests.sandbox_control import SandboxProcess

KINDS = real_catalogue().vocabulary.licences


async def held(registers: Registers, people: People, code: str, **criteria: str) -> tuple[LicenceOnRecord, ...]:
    answer = await registers.fetch("licences", people[code], "longevity 长寿保健金", **criteria)
    assert isinstance(answer.record, LicencesRecord)
    return answer.record.licences


def test_there_are_the_kinds_the_items_ask_for() -> None:
    assert len(KINDS) >= 11
    assert len({kind.type_code for kind in KINDS.values()}) == len(KINDS)


async def test_the_register_tells_no_more_than_the_kind_asked_for(registers: Registers, people: People) -> None:
    assert {each.name for each in await held(registers, people, "li-min")} > {"居民身份证", "结婚证", "社会保障卡"}
    (card,) = await held(registers, people, "li-min", type=KINDS["marriage_certificate"].type_code)
    assert (card.name, card.holders, card.status) == ("结婚证", ("李敏", "周建平"), LicenceStatus.VALID)
    (other,) = await held(registers, people, "zhou-jianping", type=KINDS["marriage_certificate"].type_code)
    assert other == card, "both spouses hold it"


async def test_enterprises_hold_licences_too(registers: Registers, people: People) -> None:
    (licence,) = await held(registers, people, "chenguang-print", type=KINDS["business_licence"].type_code)
    assert (licence.number, licence.status) == ("91990101MA990001XM", LicenceStatus.VALID)
    assert {each.label: each.value for each in licence.lines}["法定代表人"] == "黄莉莉"
    (gone,) = await held(registers, people, "tongda-logistics", type=KINDS["business_licence"].type_code)
    assert gone.status is LicenceStatus.CANCELLED


@pytest.mark.parametrize(
    ("code", "kind", "status"),
    [
        ("tang-jianguo", "disability_card", LicenceStatus.EXPIRED),
        ("ma-shulan", "marriage_certificate", LicenceStatus.CANCELLED),
        ("luo-haitao", "resident_card", LicenceStatus.LOST),
        ("sun-haoran", "disability_card", LicenceStatus.VALID),
    ],
)
async def test_not_every_licence_holds(registers: Registers, people: People, code: str, kind: str, status: LicenceStatus) -> None:
    (licence,) = await held(registers, people, code, type=KINDS[kind].type_code)
    assert licence.status_on(date(2026, 11, 23)) is status


async def test_a_person_without_licences_and_one_nobody_knows(registers: Registers, people: People) -> None:
    assert await held(registers, people, "nguyen-thi-mai") == ()
    stranger = people["li-min"].model_copy(update={"id_number": "990101199001010036"})
    assert (await registers.fetch("licences", stranger, "test")).outcome is Outcome.NO_RECORD


@pytest.mark.parametrize("lie", ["person", "values"])
async def test_a_lie_is_not_used(registers: Registers, people: People, sandbox: SandboxProcess, lie: str) -> None:
    await sandbox.switch("licences", lie=lie)
    with pytest.raises(RegisterMismatch):
        await held(registers, people, "li-min")


async def test_an_identifier_whose_check_character_does_not_fit_is_not_used(
    registers: Registers, people: People, sandbox: SandboxProcess
) -> None:
    (card,) = await held(registers, people, "li-min", type=KINDS["marriage_certificate"].type_code)
    wrong = card.model_dump(mode="json") | {"identifier": card.identifier[:-1] + ("0" if card.identifier[-1] != "0" else "1")}
    await sandbox.change_record("licences", "li-min", {"licences": [wrong]})
    with pytest.raises(RegisterMismatch):
        await held(registers, people, "li-min")


async def test_a_dead_register_is_unavailable(registers: Registers, people: People, sandbox: SandboxProcess) -> None:
    await sandbox.switch("licences", down=True)
    with pytest.raises(RegisterUnavailable):
        await held(registers, people, "li-min")
