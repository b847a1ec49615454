"""What is granted for download is a sealed paper that can be checked, in the name of whoever decided, as long as the decision stands."""

from typing import Any

import pytest

from backend.cases import ResultPapers
from backend.errors import NotFound
from backend.licences import Issued
from backend.outbox import OutboxRow
from models.acts import CitizenActor
from models.cases import Blocks, Case, CaseState, Completion, Decision, Obligation, ObligationKind, Organ, Revocation, Somebody
from models.certificates import Certificate, CertificateState, FileVerdict
from models.registers import PersonKey
from tests.certificates_world import CertificatesWorld

HEALTH = "江州市云城区卫生健康局"
LINJIANG = Organ(name="江州市临江区行政审批局", word="临政", seal="行政审批专用章", government="临江区人民政府", code="11990102MB991030X6")
CLERK = Somebody(id="staff_1", name="工作人员")
FORM = {
    "name": "李敏",
    "which": "first",
    "born_already": "expected",
    "due_on": "2027-03-01",
    "number_of_babies": "one",
    "phone": "16900000001",
}


async def granted(world: CertificatesWorld, citizen: CitizenActor, **more: Any) -> Case:
    """A birth registration that was granted a moment ago."""
    version = world.catalogue.version("birth-reg", world.clock.now().date())
    now = world.clock.now()
    fields: dict[str, Any] = {
        "_id": "case_birth1",
        "number": "9901012026112300001",
        "person": citizen.id,
        "person_name": citizen.name,
        "item": version.item,
        "item_name": version.name,
        "item_version": version.id,
        "department": version.department,
        "state": CaseState.GRANTED,
        "form": FORM,
        "decision": Decision(outcome=Completion.GRANTED, number="〔2026〕云准字第000001号", at=now, by=CLERK),
        "created_at": now,
        "updated_at": now,
        "channel": "mini_program",
    }
    case = Case(**fields | more)
    await world.store.cases.insert(case)
    return case


async def follow(world: CertificatesWorld, case: Case, action: str = "case.granted") -> None:
    """What the outbox does with an event of the case: it may do it twice."""
    papers = ResultPapers(world.store, world.catalogue, world.certificates)
    row = OutboxRow("evt", world.clock.now(), action, f"cases/{case.id}", case.person, {}, {}, [])
    for _ in range(2):
        await papers.on_case_event(row)


async def paper_of(world: CertificatesWorld, citizen: CitizenActor, case: Case) -> Certificate:
    [paper] = await world.certificates.mine(world.act(citizen), case=case.id)
    return paper


async def test_a_granted_registration_is_downloaded_and_verified(world: CertificatesWorld) -> None:
    citizen = await world.demo("wang-guifang")
    case = await granted(world, citizen)
    await follow(world, case)
    paper = await paper_of(world, citizen, case)
    assert (paper.title, paper.issuer, paper.result) == ("生育登记服务证明", HEALTH, "registration")
    assert paper.number == "江育登字〔2026〕第000001号"
    assert paper.data["facts"] == {
        "item": "生育登记（一孩、二孩、三孩）",
        "decision": "〔2026〕云准字第000001号",
        "case": "9901012026112300001",
        "rests_on": "上述决定",
        "lines": [
            ["姓名", "李敏"],
            ["孩次", "一孩"],
            ["出生情况", "还没出生"],
            ["预产期", "2027年3月1日"],
            ["胎数", "一个"],
        ],
    }
    _, pdf = await world.certificates.file(world.act(citizen), paper.id)
    verdict, found = await world.certificates.check_file(world.act(citizen), pdf)
    assert (verdict, found and found.id) == (FileVerdict.AUTHENTIC, paper.id)
    by_code = await world.certificates.by_code(world.act(citizen), paper.code)
    assert by_code is not None
    assert by_code.state is CertificateState.VALID
    document = await world.store.certificates.get(paper.id)
    assert document is not None
    assert [(notice["to"], notice["template"]) for event in document["events"] for notice in event["notices"]] == [
        (citizen.id, "certificate_issued")
    ]


async def test_it_bears_the_organ_that_decided(world: CertificatesWorld) -> None:
    citizen = await world.demo("wang-guifang")
    case = await granted(world, citizen, organ=LINJIANG)
    await follow(world, case)
    paper = await paper_of(world, citizen, case)
    assert paper.issuer == LINJIANG.name
    assert LINJIANG.code in paper.identifier


async def test_nothing_is_made_while_something_is_owed_for_it(world: CertificatesWorld) -> None:
    citizen = await world.demo("wang-guifang")
    owed = Obligation(id="obl_1", kind=ObligationKind.DEBT, key="paper", name="材料", blocks=Blocks.HAND_OUT, since=world.clock.now())
    case = await granted(world, citizen, obligations=[owed])
    await follow(world, case)
    assert await world.certificates.mine(world.act(citizen), case=case.id) == []
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"obligations": []}})
    await follow(world, case, "case.payment_settled")
    assert await paper_of(world, citizen, case)


@pytest.mark.parametrize("outcome", [Completion.REFUSED, Completion.OTHER])
async def test_a_refusal_makes_none(world: CertificatesWorld, outcome: Completion) -> None:
    citizen = await world.demo("wang-guifang")
    decision = Decision(outcome=outcome, number="〔2026〕云不准字第000001号", at=world.clock.now(), by=CLERK)
    case = await granted(world, citizen, decision=decision)
    await follow(world, case)
    assert await world.certificates.mine(world.act(citizen), case=case.id) == []


async def test_it_ends_with_the_decision(world: CertificatesWorld) -> None:
    citizen = await world.demo("wang-guifang")
    case = await granted(world, citizen)
    await follow(world, case)
    taken = Revocation(number="云撤1", at=world.clock.now(), by=CLERK, reason="登记有误", basis="某条", remedies="复议")
    assert case.decision is not None
    decision = case.decision.model_copy(update={"revoked": taken})
    await world.store.cases.change_many({"_id": case.id}, {"$set": {"decision": decision.model_dump()}})
    await follow(world, case, "case.revoked")
    paper = await paper_of(world, citizen, case)
    assert (paper.state, paper.reason) == (CertificateState.REVOKED, "登记有误")


async def test_one_taken_back_before_it_was_made_is_not_made(world: CertificatesWorld) -> None:
    citizen = await world.demo("wang-guifang")
    taken = Revocation(number="云撤1", at=world.clock.now(), by=CLERK, reason="登记有误", basis="某条", remedies="复议")
    decision = Decision(outcome=Completion.GRANTED, number="〔2026〕云准字第000001号", at=world.clock.now(), by=CLERK, revoked=taken)
    case = await granted(world, citizen, decision=decision)
    await follow(world, case, "case.revoked")
    assert await world.certificates.mine(world.act(citizen), case=case.id) == []


async def test_a_paper_of_somebody_else_is_not_listed(world: CertificatesWorld) -> None:
    citizen, other = await world.demo("wang-guifang"), await world.demo("li-qiang")
    case = await granted(world, citizen)
    await follow(world, case)
    paper = await paper_of(world, citizen, case)
    assert await world.certificates.mine(world.act(other), case=case.id) == []
    with pytest.raises(NotFound):
        await world.certificates.get(world.act(other), paper.id)


LEASE = {
    "other_kind": "person",
    "other_person": {"name": "陈国强", "id_number": "990101198001010016"},
    "house_address": {"town": "luoxi", "detail": "罗溪路1号"},
    "title_number": "江（2020）云城区不动产权第0001234号",
    "area": 80,
    "usage": "living",
    "lease_from": "2026-12-01",
    "lease_to": "2027-11-30",
    "rent": 1500,
    "owned": "alone",
}


def lines_of(paper: Certificate) -> dict[str, str]:
    facts: Any = paper.data["facts"]
    return {label: value for label, value in facts["lines"]}


async def leased(world: CertificatesWorld, citizen: CitizenActor, role: str) -> Case:
    version = world.catalogue.version("lease-filing", world.clock.now().date())
    more = {"item": version.item, "item_name": version.name, "item_version": version.id, "department": version.department}
    case = await granted(world, citizen, form={**LEASE, "role": role}, **more)
    await follow(world, case)
    return case


async def test_a_lease_names_both_sides_the_tenant_with_the_whole_number(world: CertificatesWorld) -> None:
    citizen = await world.demo("wang-guifang")
    paper = await paper_of(world, citizen, await leased(world, citizen, "landlord"))
    lines = lines_of(paper)
    assert lines["承租人"] == "陈国强（证件号码 990101198001010016）"
    assert lines["出租人"].startswith("王桂芳（居民身份证 9901****")
    assert (lines["不动产权证号"], lines["每月租金（元）"]) == (LEASE["title_number"], "1500")
    assert "共有人（同意出租）" not in lines


async def test_a_tenant_who_files_is_the_tenant_on_it(world: CertificatesWorld) -> None:
    citizen = await world.demo("wang-guifang")
    paper = await paper_of(world, citizen, await leased(world, citizen, "tenant"))
    lines = lines_of(paper)
    assert lines["出租人"] == "陈国强（证件号码 9901**********0016）"
    assert lines["承租人"] == f"王桂芳（居民身份证 {paper.holder.number}）"


async def test_the_register_knows_the_paper_by_its_own_identifier_and_number(world: CertificatesWorld) -> None:
    citizen = await world.demo("wang-guifang")
    issued = Issued(world.store, world.catalogue, world.clock)
    version = world.catalogue.version("lease-filing", world.clock.now().date())
    more = {"item": version.item, "item_name": version.name, "item_version": version.id, "department": version.department}
    case = await granted(world, citizen, form={**LEASE, "role": "tenant"}, **more)
    row = OutboxRow("evt", world.clock.now(), "case.granted", f"cases/{case.id}", case.person, {}, {}, [])
    await issued.on_case_event(row)
    assert await world.store.licences_issued.count({}) == 0, "it is not there before the paper is"
    await follow(world, case)
    paper = await paper_of(world, citizen, case)
    made = OutboxRow("evt2", world.clock.now(), "certificate.issued", f"certificates/{paper.id}", case.person, {}, {"case": case.id}, [])
    for _ in range(2):
        await issued.on_paper(made)
    holder = PersonKey(document_type=paper.holder.document_type, id_number=paper.holder.number, name=paper.holder.name)
    [licence] = await issued.held(holder)
    assert (licence.identifier, licence.number) == (paper.identifier, paper.number)
    assert (licence.issuer, licence.valid_until) == (paper.issuer, paper.valid_until)
    assert {line.label: line.value for line in licence.lines}["申请人身份"] == "租客（承租人）"
