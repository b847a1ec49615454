"""The enterprise register and the units' social insurance: keyed by credit code, under the same contract and switches."""

from typing import Any

import pytest

from backend.registers import RegisterMismatch, Registers, RegisterUnavailable
from models.documents import DocumentType
from models.registers import EnterpriseEntry, EnterpriseRecord, EnterpriseState, Outcome, PersonKey, UnitInsuranceRecord
from tests.integration.outside.conftest import People
from tests.sandbox_control import SandboxProcess

COMPANY = "chenguang-print"


async def enterprise(registers: Registers, people: People, code: str = COMPANY) -> EnterpriseRecord:
    answer = await registers.fetch("enterprise", people[code], "test")
    assert isinstance(answer.record, EnterpriseRecord)
    return answer.record


async def test_an_enterprise_is_found_by_code_and_name(registers: Registers, people: People) -> None:
    record = await enterprise(registers, people)
    person = people["huang-lili"]
    assert (record.name, record.id_number, record.state) == ("江州晨光印刷有限公司", "91990101MA990001XM", EnterpriseState.EXISTING)
    representative = record.legal_representative
    assert (representative.name, representative.document_type, representative.id_number) == (
        person.name,
        DocumentType.RESIDENT_CARD,
        person.id_number,
    )
    assert (record.town, record.record_id) == ("luoxi", "ENT-0001")


async def test_another_name_and_another_code_are_told_apart(registers: Registers, people: People) -> None:
    company = people[COMPANY]
    renamed = company.model_copy(update={"name": "江州晨光印务有限公司"})
    assert (await registers.fetch("enterprise", renamed, "test")).outcome is Outcome.NAME_MISMATCH
    unknown = company.model_copy(update={"id_number": "91990101MA9900999X"})
    assert (await registers.fetch("enterprise", unknown, "test")).outcome is Outcome.NO_RECORD


@pytest.mark.parametrize("name", ["population", "social_insurance", "medical_insurance", "tax", "personnel"])
async def test_registers_of_people_know_no_enterprise_and_the_other_way_round(registers: Registers, people: People, name: str) -> None:
    assert (await registers.fetch(name, people[COMPANY], "test")).outcome is Outcome.NO_RECORD
    assert (await registers.fetch("enterprise", people["huang-lili"], "test")).outcome is Outcome.NO_RECORD


async def test_a_persons_number_of_another_kind_is_not_a_credit_code(registers: Registers, people: People) -> None:
    company = people[COMPANY]
    disguised = PersonKey(document_type=DocumentType.PASSPORT, id_number=company.id_number, name=company.name)
    assert (await registers.fetch("enterprise", disguised, "test")).outcome is Outcome.NO_RECORD


async def test_what_the_register_changes_is_answered_from_then_on(registers: Registers, people: People, sandbox: SandboxProcess) -> None:
    successor = people["zhou-zihan"]
    patch = {"legal_representative": {"name": successor.name, "id_number": successor.id_number}}
    await sandbox.change_record("enterprise", COMPANY, patch)
    assert (await enterprise(registers, people)).legal_representative.name == "周子涵"
    await sandbox.change_record("enterprise", COMPANY, {"state": "注销"})
    assert (await enterprise(registers, people)).state is EnterpriseState.DEREGISTERED
    await sandbox.call("DELETE", f"records/enterprise/{COMPANY}")
    assert (await enterprise(registers, people)).legal_representative.name == "黄莉莉"


@pytest.mark.parametrize("lie", ["person", "values"])
async def test_a_lie_is_not_used(registers: Registers, people: People, sandbox: SandboxProcess, lie: str) -> None:
    await sandbox.switch("enterprise", lie=lie)
    with pytest.raises(RegisterMismatch):
        await enterprise(registers, people)


@pytest.mark.parametrize("switch", [{"down": True}, {"error_status": 503}])
async def test_a_dead_register_is_unavailable(
    registers: Registers, people: People, sandbox: SandboxProcess, switch: dict[str, Any]
) -> None:
    await sandbox.switch("enterprise", **switch)
    with pytest.raises(RegisterUnavailable):
        await enterprise(registers, people)


async def test_a_unit_has_its_insurances_and_what_it_owes(registers: Registers, people: People, sandbox: SandboxProcess) -> None:
    answer = await registers.fetch("unit_insurance", people["lvyuan-environment"], "test")
    record = answer.record
    assert isinstance(record, UnitInsuranceRecord)
    assert str(record.total_arrears) == "43604.20"
    assert [(each.insurance, each.insured, each.total_months) for each in record.insured][:1] == [("企业职工基本养老保险", 23, 118)]
    assert (await registers.fetch("unit_insurance", people["yunshu-tech"], "test")).outcome is Outcome.NO_RECORD
    await sandbox.change_record("unit_insurance", "lvyuan-environment", {"total_arrears": "0.00"})
    with pytest.raises(RegisterMismatch):
        await registers.fetch("unit_insurance", people["lvyuan-environment"], "test")


async def test_what_was_decided_is_entered_once_and_struck_off_again(registers: Registers, people: People) -> None:
    company = people[COMPANY]
    for _ in range(2):  # twice is once
        await registers.enter(EnterpriseEntry(uscc=company.id_number, case="JZ-1", state=EnterpriseState.DEREGISTERED))
    assert (await enterprise(registers, people)).state is EnterpriseState.DEREGISTERED


@pytest.mark.parametrize("entry", [{"town": "没有这个镇街"}, {"uscc": "91990101MA9900999X"}])
async def test_an_entry_the_register_cannot_take_is_refused_and_tried_again(
    registers: Registers, people: People, entry: dict[str, str]
) -> None:
    """`unavailable` keeps the event in the outbox, where somebody sees it."""
    with pytest.raises(RegisterUnavailable):
        await registers.enter(EnterpriseEntry.model_validate({"uscc": people[COMPANY].id_number, "case": "JZ-1", **entry}))
    assert (await enterprise(registers, people)).town == "luoxi"
