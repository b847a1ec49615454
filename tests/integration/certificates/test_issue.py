"""Certificates are issued by rule, handed to a person, never refused; all of it or nothing is written."""

import asyncio
from typing import Any

import pytest

from backend.errors import IdempotencyKeyReused, Invalid, ProofNeeded, Unavailable, WrongState
from backend.printing import Finding
from models.acts import Act
from models.cases import Case, CaseState
from models.catalogue import Outcome
from models.catalogue.codes import ServiceObject
from models.certificates import Certificate, CertificateState, IssueBody
from models.licence_identifier import LicenceIdentifier
from tests.certificates_world import FORMS, CertificatesWorld

RENDERED = ["ss-proof", "archive-proof", "relation-proof", "retiree-proof", "political-proof", "housing-benefit-proof", "weather-proof"]


@pytest.mark.parametrize("item", RENDERED)
async def test_each_rendered_certificate_is_issued_sealed_and_stored(world: CertificatesWorld, item: str) -> None:
    actor = await world.demo("wang-guifang")
    form: dict[str, Any] = {"range": "all"} if item == "ss-proof" else {}
    case = await world.issue(actor, item, **form)
    assert (case.state, case.handed_over_for) == (CaseState.CLOSED, "")
    certificate = await world.certificate(case)
    assert (certificate.person, certificate.holder.name, certificate.case) == (actor.id, "王桂芳", case.id)
    assert certificate.number.endswith("〔2026〕第000001号")
    assert str(LicenceIdentifier.parse(certificate.identifier)) == certificate.identifier
    assert certificate.state_on(world.clock.now().date()) is CertificateState.VALID
    assert {each.source for each in certificate.provenance} >= {"population"}
    assert certificate.template
    assert certificate.template_digest
    _, pdf = await world.certificates.file(world.act(actor), certificate.id)
    found = await world.inspect(pdf)
    assert (found.finding, found.code) == (Finding.INTACT, certificate.code)


@pytest.mark.parametrize(("item", "authority"), [("tax-proof", "税务局"), ("med-proof", "医疗保障局")])
async def test_an_authoritys_own_file_is_handed_on_untouched(world: CertificatesWorld, item: str, authority: str) -> None:
    actor = await world.demo("li-qiang")
    case = await world.issue(actor, item)
    certificate = await world.certificate(case)
    assert certificate.template == ""
    assert certificate.authority_number
    assert authority in certificate.issuer
    _, pdf = await world.certificates.file(world.act(actor), certificate.id)
    register = "tax" if item == "tax-proof" else "medical_insurance"
    assert (await world.inspect(pdf, register)).finding is Finding.INTACT
    assert (await world.inspect(pdf)).finding is Finding.FOREIGN


async def test_no_record_is_a_certificate_of_its_own(world: CertificatesWorld) -> None:
    actor = await world.demo("li-qiang")
    case = await world.issue(actor, "ss-proof", range="custom", from_month="1990-01", until_month="1990-12")
    certificate = await world.certificate(case)
    assert certificate.outcome is Outcome.NO_RECORD
    assert certificate.title == "社会保险无参保记录证明"


async def test_a_rule_that_cannot_grant_hands_to_a_person_and_says_why(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    case = await world.issue(actor, "relation-proof", relative_name="不在档案里")
    assert case.state is CaseState.ACCEPTED
    assert "档案员" in case.handed_over_for
    assert case.certificate is None
    assert await world.store.certificates.count({}) == 0


async def test_a_dead_persons_certificate_is_a_persons_matter(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    await world.sandbox.death("wang-guifang", "2026-11-20")
    case = await world.issue(actor, "archive-proof")
    assert case.state is CaseState.ACCEPTED
    assert "登记状态" in case.handed_over_for


async def test_a_register_that_lies_hands_to_a_person(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    await world.sandbox.switch("registers.personnel", lie="person")
    case = await world.issue(actor, "archive-proof")
    assert case.state is CaseState.ACCEPTED
    assert "核对" in case.handed_over_for


@pytest.mark.parametrize("trouble", [{"down": True}, {"error_status": 500}, {"delay_ms": 4000}])
async def test_a_register_that_does_not_answer_writes_nothing_and_can_be_tried_again(
    world: CertificatesWorld, trouble: dict[str, object]
) -> None:
    actor = await world.demo("wang-guifang")
    act, body = world.act(actor), IssueBody(item="archive-proof", form=FORMS["archive-proof"])
    await world.sandbox.switch("registers.personnel", **trouble)
    with pytest.raises(Unavailable, match="没有丢失"):
        await world.instant.issue(act, body)
    assert await world.store.cases.count({}) == 0
    await world.sandbox.reset()
    assert (await world.instant.issue(act, body)).state is CaseState.CLOSED


async def test_a_forged_file_of_an_authority_is_not_handed_on(world: CertificatesWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    actor = await world.demo("li-qiang")
    monkeypatch.setattr("backend.certificates.issuing.authority_chain", lambda settings, register: None)
    case = await world.issue(actor, "tax-proof")
    assert case.state is CaseState.ACCEPTED
    assert "签章没有通过核验" in case.handed_over_for


async def test_a_character_without_a_glyph_hands_to_a_person_and_leaves_a_void_number(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    case = await world.issue(actor, "archive-proof", purpose="other", purpose_other="学校𱁬报名")
    assert case.state is CaseState.ACCEPTED
    assert "无法印出" in case.handed_over_for


async def test_text_from_the_form_stays_text(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    attack = '#panic("x") $(id) <b>'
    certificate = await world.certificate(await world.issue(actor, "archive-proof", purpose="other", purpose_other=attack))
    assert (certificate.data["purpose"], certificate.data["purpose_stated"]) == ("其他用途", attack)


async def test_the_person_must_be_proven(world: CertificatesWorld) -> None:
    actor = (await world.demo("wang-guifang")).model_copy(update={"level": 1})
    with pytest.raises(ProofNeeded):
        await world.issue(actor, "archive-proof")


async def test_a_wrong_form_is_refused_with_pointers(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    with pytest.raises(Invalid) as caught:
        await world.instant.issue(world.act(actor), IssueBody(item="ss-proof", form={"range": "sometimes", "unknown": 1}))
    assert {"/form/range", "/form/unknown"} <= {fault.pointer for fault in caught.value.errors}


async def test_an_item_that_is_not_instant_is_refused(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    with pytest.raises(WrongState):
        await world.instant.issue(world.act(actor), IssueBody(item="longevity", form={}))


async def test_the_same_key_gives_one_certificate_however_often_and_at_once(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    act, body = world.act(actor), IssueBody(item="archive-proof", form=FORMS["archive-proof"])
    cases = await asyncio.gather(*(world.instant.issue(act, body) for _ in range(6)))
    cases.append(await world.instant.issue(act, body))
    assert len({case.certificate for case in cases}) == 1
    assert await world.store.cases.count({}) == 1
    assert await world.store.certificates.count({}) == 1
    assert await world.store.certificate_files.count({}) == 1


async def test_the_same_key_with_another_body_is_refused(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    act = world.act(actor)
    await world.instant.issue(act, IssueBody(item="archive-proof", form=FORMS["archive-proof"]))
    other = Act(actor=actor, at=act.at, key=act.key, digest="another")
    with pytest.raises(IdempotencyKeyReused):
        await world.instant.issue(other, IssueBody(item="archive-proof", form={"purpose": "loan"}))


async def test_many_at_once_have_different_numbers(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    cases = await asyncio.gather(*(world.issue(actor, "archive-proof") for _ in range(8)))
    documents = await world.store.certificates.find({})
    assert sorted(document["serial"] for document in documents) == list(range(1, 9))
    assert {case.certificate for case in cases} == {document["_id"] for document in documents}


@pytest.mark.parametrize("collection", ["certificates", "certificate_files"])
async def test_what_fails_half_way_leaves_nothing(world: CertificatesWorld, collection: str, monkeypatch: pytest.MonkeyPatch) -> None:
    actor = await world.demo("wang-guifang")

    async def broken(*args: object, **kwargs: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(world.store.collection(collection), "insert", broken)
    with pytest.raises(OSError, match="disk"):
        await world.issue(actor, "archive-proof")
    for name in ("cases", "certificates", "certificate_files"):
        assert await world.store.collection(name).count({}) == 0


async def test_personal_data_is_sealed_in_the_database(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    case = await world.issue(actor, "retiree-proof", proof_kind="benefit")
    certificate = await world.certificate(case)
    number = certificate.holder.number
    raw = await world.store._plain[world.store.database].certificates.find_one({})  # pyright: ignore[reportPrivateUsage]
    file = await world.store._plain[world.store.database].certificate_files.find_one({})  # pyright: ignore[reportPrivateUsage]
    assert raw is not None
    assert file is not None
    text = str(raw) + str(file)
    assert number not in text
    assert "2980.50" not in text
    assert b"%PDF" not in file["content"]
    stored = await world.store.cases.get(case.id)
    assert number not in str((stored or {}).get("events"))


async def test_both_sides_are_told(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    case = await world.issue(actor, "archive-proof")
    stored = Case.of(await world.store.cases.get(case.id) or {})
    assert [(order.to, order.template) for order in stored.events[0].notices] == [(actor.id, "certificate_issued")]
    assert stored.events[0].action == "case.issued"


async def test_a_clerk_grants_with_facts_of_their_own(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    case = await world.issue(actor, "relation-proof", relative_name="李小红")
    clerk = world.act(world.reviewer("human_resources"))
    facts = {
        "depository": "云城区人才服务中心",
        "relatives": [{"relation": "女儿", "name": "李小红", "born": None, "noted_on": "1988-05-04"}],
    }
    prepared = await world.instant.decided(clerk, case, facts=facts)
    assert prepared.certificate.decided_by is not None
    assert prepared.certificate.decided_by.name == "周敏"
    await world.store.transact(lambda session: world.certificates.write(prepared, session))
    _, pdf = await world.certificates.file(world.act(actor), prepared.certificate.id)
    assert (await world.inspect(pdf)).finding is Finding.INTACT


async def test_a_clerk_grants_once_the_register_is_mended(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    await world.sandbox.change_record("personnel", "wang-guifang", {"archive": {"state": "借出"}})
    case = await world.issue(actor, "archive-proof")
    clerk = world.act(world.reviewer("human_resources"))
    with pytest.raises(Invalid, match="还开不出"):
        await world.instant.decided(clerk, case)
    await world.sandbox.reset()
    assert (await world.instant.decided(clerk, case)).certificate.case == case.id


async def test_a_no_record_certificate_only_where_the_item_offers_one(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    case = await world.issue(actor, "relation-proof", relative_name="李小红")
    with pytest.raises(Invalid, match="不出具无记录证明"):
        await world.instant.decided(world.act(world.reviewer()), case, no_record=True)


async def test_numbers_taken_and_not_used_become_void(world: CertificatesWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    actor = await world.demo("wang-guifang")
    await world.issue(actor, "archive-proof")
    await world.issue(actor, "archive-proof", purpose="other", purpose_other="学校𱁬")  # takes a number, prints nothing
    await world.issue(actor, "archive-proof")
    assert await world.certificates.void_unused() == 0  # marked only
    assert await world.certificates.void_unused() == 0  # too early
    later = world.wall.now().replace(year=2030)
    monkeypatch.setattr("backend.certificates.engine.wall_time", lambda: later)
    assert await world.certificates.void_unused() == 1
    void = await world.store.certificates.find_one({"state": "void"})
    assert void is not None
    assert void["number"] == "云档证字〔2026〕第000002号"
    assert [await world.certificates.void_unused() for _ in range(3)] == [0, 0, 0]
    await world.issue(actor, "archive-proof")
    rows = await world.store.certificates.find({}, sort=[("serial", 1)])
    assert [(row["serial"], row["state"]) for row in rows] == [(1, "valid"), (2, "void"), (3, "valid"), (4, "valid")]


async def test_a_void_number_can_never_be_used(world: CertificatesWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that was paused for long after taking its number finds it void: its transaction fails whole."""
    actor = await world.demo("wang-guifang")
    await world.issue(actor, "archive-proof")
    prepared = await world.instant.decided(world.act(world.reviewer()), await world.issue(actor, "archive-proof"))
    await world.certificates.void_unused()
    later = world.wall.now().replace(year=2030)
    monkeypatch.setattr("backend.certificates.engine.wall_time", lambda: later)
    assert await world.certificates.void_unused() == 1
    with pytest.raises(Exception, match="duplicate key"):
        await world.store.transact(lambda session: world.certificates.write(prepared, session))


def test_every_instant_item_has_answers_here(world: CertificatesWorld) -> None:
    instant = {item.code for item in world.catalogue.items if item.versions[-1].instant and ServiceObject.PERSON in item.objects}
    assert instant == set(FORMS), "those of units are in tests/api/test_companies.py"
    assert Certificate.SEALED


async def test_what_is_typed_over_a_register_goes_to_a_person(world: CertificatesWorld) -> None:
    actor = await world.demo("wang-guifang")
    case = await world.issue(actor, "housing-benefit-proof", benefit="未享受福利分房、另有说明")
    assert (case.certificate, case.differs) == (None, ["benefit"])
    assert case.handed_over_for == "您填的「登记的情况」和登记的不一样，工作人员核实后联系您。"
    assert case.sources["benefit"].original
