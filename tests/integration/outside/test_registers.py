"""The client of the registers against the real stand-ins: answers, provenance, faults and lies."""

import asyncio
import hashlib
import io
from datetime import date

import aiohttp
import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from backend.clock import SetClock
from backend.outside import BreakerState, Limits
from backend.registers import RegisterMismatch, Registers, RegisterUnavailable
from models.documents import Relation
from models.registers import (
    IdentityMatch,
    MedicalInsuranceRecord,
    Outcome,
    PersonKey,
    PersonnelRecord,
    PopulationRecord,
    RegisterFile,
    SocialInsuranceRecord,
    TaxRecord,
)
from tests.integration.outside.conftest import QUICK, People
from tests.sandbox_control import SandboxProcess

ALL = ("population", "social_insurance", "medical_insurance", "tax", "personnel")


async def test_every_register_answers_its_own_record(registers: Registers, people: People) -> None:
    answers = {name: await registers.fetch(name, people["zhou-zihan"], "test") for name in ALL}
    models = (PopulationRecord, SocialInsuranceRecord, MedicalInsuranceRecord, TaxRecord, PersonnelRecord)
    for name, model in zip(ALL, models, strict=True):
        assert type(answers[name].record) is model, name
        assert answers[name].outcome is Outcome.FOUND


async def test_a_value_says_where_it_comes_from(registers: Registers, people: People, clock: SetClock) -> None:
    first = await registers.fetch("tax", people["li-qiang"], "tax-proof")
    again = await registers.fetch("tax", people["li-qiang"], "tax-proof")
    assert first.provenance.source == "tax"
    assert first.provenance.record_id == "TAX-0004"
    assert first.provenance.fetched_at == clock.now()
    assert len(first.provenance.digest) == 64
    assert again.provenance.digest == first.provenance.digest


async def test_a_changed_record_has_another_digest(registers: Registers, people: People, sandbox: SandboxProcess) -> None:
    before = await registers.fetch("personnel", people["li-qiang"], "test")
    await sandbox.change_record("personnel", "li-qiang", {"archive": {"state": "借出"}})
    after = await registers.fetch("personnel", people["li-qiang"], "test")
    assert after.data()["archive"]["state"] == "借出"
    assert after.data()["archive"]["number"] == before.data()["archive"]["number"]
    assert after.provenance.digest != before.provenance.digest


async def test_criteria_narrow_the_period(registers: Registers, people: People) -> None:
    answer = await registers.fetch("social_insurance", people["zhou-zihan"], "ss-proof", **{"from": "2023-05", "to": "2023-08"})
    record = answer.record
    assert isinstance(record, SocialInsuranceRecord)
    assert {payment.month for payment in record.payments} == {"2023-05", "2023-06", "2023-07", "2023-08"}
    assert {str(payment.base) for payment in record.payments} == {"6800.00", "9800.00"}
    assert record.insured[0].total_months == 76


async def test_no_record_is_an_answer_with_provenance(registers: Registers, people: People, clock: SetClock) -> None:
    answer = await registers.fetch("tax", people["song-xiaoyu"], "tax-proof")
    assert (answer.outcome, answer.record) == (Outcome.NO_RECORD, None)
    assert answer.data() == {}
    assert (answer.provenance.source, answer.provenance.record_id) == ("tax", "")
    assert answer.provenance.fetched_at == clock.now()


async def test_a_register_that_spells_the_name_otherwise_says_mismatch(registers: Registers, people: People) -> None:
    answer = await registers.fetch("medical_insurance", people["deng-chunhua"], "med-proof")
    assert (answer.outcome, answer.record) == (Outcome.NAME_MISMATCH, None)


@pytest.mark.parametrize("code", ["wu-jixiang", "guli-aihemaiti", "anna-schmidt", "jean-oconnor", "xu-yating", "he-jiaxin"])
async def test_identities_of_every_document_kind_match(registers: Registers, people: People, code: str) -> None:
    outcome, answer = await registers.match(people[code], "people")
    assert outcome is IdentityMatch.MATCH
    assert answer.record is not None


async def test_identity_outcomes(registers: Registers, people: People, sandbox: SandboxProcess) -> None:
    person = people["li-min"]
    wrong_name = person.model_copy(update={"name": "李明"})
    unknown = PersonKey(document_type=person.document_type, id_number="990101199001010019", name="某某")
    assert (await registers.match(wrong_name, "people"))[0] is IdentityMatch.MISMATCH
    assert (await registers.match(unknown, "people"))[0] is IdentityMatch.NO_RECORD
    assert (await registers.match(people["li-deshan"], "people"))[0] is IdentityMatch.DECEASED
    await sandbox.death("wang-guifang", "2026-11-20")
    outcome, answer = await registers.match(people["wang-guifang"], "people")
    assert outcome is IdentityMatch.DECEASED
    assert isinstance(answer.record, PopulationRecord)
    assert answer.record.died_on == date(2026, 11, 20)


async def test_a_lower_case_x_and_blanks_are_the_same_number(registers: Registers, people: People) -> None:
    person = people["zhou-zihan"]
    assert person.id_number.endswith("X")
    typed = person.model_copy(update={"id_number": f" {person.id_number[:6]} {person.id_number[6:].lower()}"})
    assert (await registers.match(typed, "people"))[0] is IdentityMatch.MATCH


async def test_relatives_carry_the_numbers_guardianship_is_checked_by(registers: Registers, people: People) -> None:
    answer = await registers.fetch("population", people["zhao-yichen"], "grants")
    assert isinstance(answer.record, PopulationRecord)
    parents = {(r.relation, r.id_number) for r in answer.record.relatives if r.relation in {Relation.FATHER, Relation.MOTHER}}
    assert parents == {
        (Relation.FATHER, people["zhao-peng"].id_number),
        (Relation.MOTHER, people["chen-jie"].id_number),
    }


async def test_the_authorities_file_is_signed_and_issued_again_the_same(registers: Registers, people: People) -> None:
    period = {"from": "2025-01", "to": "2025-12"}
    file = await registers.fetch_file("tax", people["wu-jixiang"], "tax-proof", **period)
    again = await registers.fetch_file("tax", people["wu-jixiang"], "tax-proof", **period)
    assert isinstance(file, RegisterFile)
    assert isinstance(again, RegisterFile)
    assert file.content == again.content
    assert file.provenance.digest == hashlib.sha256(file.content).hexdigest()
    assert file.document_number.startswith("SZ")
    with pikepdf.open(io.BytesIO(file.content)) as pdf:
        assert len(pdf.pages) == 1
    signature = PdfFileReader(io.BytesIO(file.content)).embedded_signatures[0]
    root = list(signature.other_embedded_certs) or [signature.signer_cert]
    status = await async_validate_pdf_signature(signature, ValidationContext(trust_roots=root, allow_fetching=False))
    assert status.intact
    assert status.valid
    assert "税务局" in signature.signer_cert.subject.human_friendly


async def test_there_is_no_file_without_a_record_or_an_issuer(registers: Registers, people: People) -> None:
    assert await registers.fetch_file("tax", people["song-xiaoyu"], "tax-proof") is Outcome.NO_RECORD
    assert await registers.fetch_file("medical_insurance", people["deng-chunhua"], "med-proof") is Outcome.NAME_MISMATCH
    assert await registers.fetch_file("personnel", people["li-qiang"], "test") is Outcome.NO_RECORD


@pytest.mark.parametrize("name", ALL)
async def test_a_record_of_somebody_else_is_never_taken(registers: Registers, people: People, sandbox: SandboxProcess, name: str) -> None:
    await sandbox.switch(name, lie="person")
    with pytest.raises(RegisterMismatch) as raised:
        await registers.fetch(name, people["zhou-zihan"], "test")
    assert raised.value.reason == "another_person"


async def test_a_record_that_contradicts_itself_is_never_taken(registers: Registers, people: People, sandbox: SandboxProcess) -> None:
    await sandbox.change_record("population", "li-min", {"born": "1971-09-12"})
    with pytest.raises(RegisterMismatch):
        await registers.fetch("population", people["li-min"], "test")
    await sandbox.change_record("tax", "li-qiang", {"total_tax": "1.00"})
    with pytest.raises(RegisterMismatch):
        await registers.fetch("tax", people["li-qiang"], "test")


async def test_changed_values_show_in_the_record(registers: Registers, people: People, sandbox: SandboxProcess) -> None:
    honest = await registers.fetch("personnel", people["zhou-zihan"], "test")
    await sandbox.switch("personnel", lie="values")
    lie = await registers.fetch("personnel", people["zhou-zihan"], "test")
    assert lie.data()["name"] == honest.data()["name"]
    assert lie.data()["relatives"] != honest.data()["relatives"]
    assert lie.provenance.digest != honest.provenance.digest


async def test_one_lost_connection_is_survived(registers: Registers, people: People, sandbox: SandboxProcess) -> None:
    await sandbox.switch("tax", down=True, times=1)
    assert (await registers.fetch("tax", people["li-qiang"], "test")).outcome is Outcome.FOUND


@pytest.mark.parametrize(
    ("switch", "reason"),
    [
        ({"down": True}, "network"),
        ({"error_status": 503}, "status_503"),
        ({"error_status": 429}, "status_429"),
        ({"error_status": 400}, "status_400"),
        ({"error_status": 404, "error_code": "WHO_KNOWS"}, "status_404"),
    ],
)
async def test_a_failing_register_is_unavailable_and_the_others_are_not(
    registers: Registers, people: People, sandbox: SandboxProcess, switch: dict[str, object], reason: str
) -> None:
    await sandbox.switch("tax", **switch)
    with pytest.raises(RegisterUnavailable) as raised:
        await registers.fetch("tax", people["li-qiang"], "test")
    assert (raised.value.reason, raised.value.status) == (reason, 503)
    assert (await registers.fetch("personnel", people["li-qiang"], "test")).outcome is Outcome.FOUND


async def test_a_slow_register_is_given_up_and_slows_nobody_else(
    sandbox: SandboxProcess, http: aiohttp.ClientSession, clock: SetClock, people: People
) -> None:
    registers = Registers(sandbox.registers, http, clock, limits=Limits(timeout=0.3, at_once=2, waiting=2, failures=99))
    await sandbox.switch("tax", delay_ms=5000)
    slow = [registers.fetch("tax", people["li-qiang"], "test") for _ in range(6)]
    async with asyncio.timeout(4):  # the register itself would answer after five seconds
        results = await asyncio.gather(*slow, registers.fetch("personnel", people["li-qiang"], "test"), return_exceptions=True)
    reasons = [error.reason for error in results if isinstance(error, RegisterUnavailable)]
    assert sorted(reasons) == ["busy", "busy", "timeout", "timeout", "timeout", "timeout"]
    assert not isinstance(results[-1], BaseException)


async def test_a_dead_register_is_not_asked_again_until_it_may_be_back(
    sandbox: SandboxProcess, http: aiohttp.ClientSession, clock: SetClock, people: People
) -> None:
    now = [0.0]
    registers = Registers(sandbox.registers, http, clock, limits=QUICK, monotonic=lambda: now[0])
    await sandbox.switch("tax", error_status=503)
    for _ in range(3):
        with pytest.raises(RegisterUnavailable):
            await registers.fetch("tax", people["li-qiang"], "test")
    assert registers.states["tax"] is BreakerState.OPEN
    await sandbox.call("DELETE", "switches")
    with pytest.raises(RegisterUnavailable) as raised:
        await registers.fetch("tax", people["li-qiang"], "test")
    assert raised.value.reason == "open"
    now[0] += 61
    assert registers.states["tax"] is BreakerState.HALF_OPEN
    assert (await registers.fetch("tax", people["li-qiang"], "test")).outcome is Outcome.FOUND
    assert registers.states["tax"] is BreakerState.CLOSED


async def test_a_register_nobody_configured_is_unavailable(registers: Registers, people: People) -> None:
    with pytest.raises(RegisterUnavailable) as raised:
        await registers.fetch("nothing", people["li-qiang"], "test")
    assert raised.value.reason == "not_configured"
