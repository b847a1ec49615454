"""Forms filled in advance: from where, for whom, and what happens when a register does not answer."""

import json
from datetime import UTC, datetime

import pytest

from backend.catalogue import Catalogue, Forms, origins
from backend.errors import NotFound, Unavailable
from models.acts import Act, Acting, CitizenActor, Power
from models.documents import DocumentType
from models.registers import Outcome, PersonKey, PopulationRecord, Provenance, RegisterAnswer

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
MOTHER = PersonKey(document_type=DocumentType.RESIDENT_CARD, id_number="990101194403080025", name="王桂芳")
RECORD = PopulationRecord.model_validate(
    {
        "record_id": "PO-0001",
        "updated_at": "2026-11-01T00:00:00+08:00",
        "document_type": "resident_card",
        "id_number": "990101194403080025",
        "name": "王桂芳",
        "sex": "女",
        "born": "1944-03-08",
        "address": "罗溪街道榕树里12号",
        "status": "正常",
    }
)


class FakeRegisters:
    """A register that answers as it is told."""

    def __init__(self, outcome: Outcome | None) -> None:
        self.outcome = outcome
        self.asked: list[tuple[str, PersonKey, str]] = []

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        self.asked.append((name, person, purpose))
        if self.outcome is None:
            raise Unavailable
        found = self.outcome is Outcome.FOUND
        provenance = Provenance(source=name, record_id="PO-0001" if found else "", fetched_at=AT, digest="0")
        return RegisterAnswer(outcome=self.outcome, record=RECORD if found else None, provenance=provenance)


class FakeAudit:
    """Remembers what reads were written down."""

    def __init__(self) -> None:
        self.reads: list[tuple[str, str]] = []

    async def read(self, act: Act, action: str, *, person: str, subject: str, purpose: str = "") -> None:
        self.reads.append((action, person))


async def key_of(citizen: str) -> PersonKey | None:
    return MOTHER if citizen == "cit_mother" else None


def act(level: int = 2, *, acting: bool = False) -> Act:
    grant = Acting(grant="grt_1", principal="cit_mother", principal_name="王桂芳", items=frozenset(), powers=frozenset({Power.SUBMIT}))
    actor = CitizenActor(id="cit_daughter" if acting else "cit_mother", name="李敏" if acting else "王桂芳", level=level)
    return Act(actor=actor, at=AT, acting=grant if acting else None)


def forms(catalogue: Catalogue, outcome: Outcome | None = Outcome.FOUND) -> tuple[Forms, FakeRegisters, FakeAudit]:
    registers, audit = FakeRegisters(outcome), FakeAudit()
    return Forms(catalogue, registers, audit, key_of), registers, audit  # type: ignore[arg-type]


async def test_each_answer_knows_where_it_is_from(catalogue: Catalogue):
    engine, registers, audit = forms(catalogue)
    form = await engine.form(act(), "longevity")
    assert form.values == {"elder_name": "王桂芳", "born": "1944-03-08", "household_place": "罗溪街道榕树里12号"}
    source = form.filled[0].source
    assert source
    assert (source.register_name, source.label, source.path, source.record_id, source.fetched_at) == (
        "population",
        "公安人口信息",
        "name",
        "PO-0001",
        AT,
    )
    assert form.notes == []
    assert registers.asked == [("population", MOTHER, "longevity 长寿保健金（高龄津贴）申领")]
    assert audit.reads == []
    sent = json.loads(form.model_dump_json())
    assert sent["filled"][0]["source"]["register"] == "population"
    assert sent["fields"][0]["source"] == {
        "register": "population",
        "path": "name",
        "decides": False,
        "absent": [],
        "count": [],
        "by_number": [],
    }


async def test_clients_get_the_rules_as_they_are_written(catalogue: Catalogue):
    engine, _, _ = forms(catalogue)
    sent = json.loads((await engine.form(act(level=1), "idcard-lost")).model_dump_json())
    assert sent["fields"][1]["show_when"][0]["in"] == ["lost", "stolen"]


async def test_for_a_parent_the_parents_data_and_a_line_in_the_log(catalogue: Catalogue):
    engine, registers, audit = forms(catalogue)
    form = await engine.form(act(acting=True), "longevity")
    assert (form.applicant, form.agent) == ("王桂芳", "李敏")
    assert form.values["elder_name"] == "王桂芳"
    assert registers.asked[0][1] == MOTHER
    assert audit.reads == [("form.prefilled", "cit_mother")]


async def test_without_proof_no_register_is_asked(catalogue: Catalogue):
    engine, registers, _ = forms(catalogue)
    form = await engine.form(act(level=1), "longevity")
    assert registers.asked == []
    assert form.values == {}
    assert "确认是您本人以后" in form.notes[0]


@pytest.mark.parametrize(
    ("outcome", "note"),
    [
        (None, "公安人口信息暂时查不到，请自己填写。"),
        (Outcome.NO_RECORD, "公安人口信息里没有查到您的记录，请自己填写。"),
        (Outcome.NAME_MISMATCH, "公安人口信息里登记的名称与证件上的不一致，请自己填写，工作人员会核对。"),
    ],
)
async def test_a_register_that_does_not_help_keeps_nobody_from_applying(catalogue: Catalogue, outcome: Outcome | None, note: str):
    engine, _, _ = forms(catalogue, outcome)
    form = await engine.form(act(), "longevity")
    assert form.values == {}
    assert form.notes == [note]
    assert all(each.source is None for each in form.filled)


async def test_defaults_are_there_without_any_register(catalogue: Catalogue):
    engine, registers, _ = forms(catalogue)
    assert (await engine.form(act(), "ss-proof")).values == {"range": "all"}
    assert registers.asked == []


async def test_what_the_applicant_changed_keeps_what_the_register_said(catalogue: Catalogue):
    engine, _, _ = forms(catalogue)
    form = await engine.form(act(), "longevity")
    found = origins(form, {"elder_name": "王桂芳", "born": "1943-03-08", "phone": "16909900001"})
    assert (found["elder_name"].by, found["elder_name"].original) == ("register", None)
    assert (found["born"].by, found["born"].original) == ("applicant", "1944-03-08")
    assert found["born"].source
    assert found["born"].source.path == "born"
    assert (found["phone"].by, found["phone"].source) == ("applicant", None)


async def test_an_item_that_is_not_there(catalogue: Catalogue):
    engine, _, _ = forms(catalogue)
    with pytest.raises(NotFound):
        await engine.form(act(), "flying")


@pytest.mark.parametrize(
    ("relatives", "which", "earlier"),
    [([], "first", 0), (["女儿"], "second", 1), (["女儿", "配偶", "儿子"], "third", 2), (["女儿"] * 5, "later", 5)],
)
async def test_which_child_it_is_follows_from_those_the_register_knows(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, relatives: list[str], which: str, earlier: int
) -> None:
    named = [{"relation": each, "name": "某", "document_type": "resident_card", "id_number": "990101197009120061"} for each in relatives]
    record = PopulationRecord.model_validate(RECORD.model_dump(mode="json") | {"relatives": named})
    filling, registers, _ = forms(catalogue)
    answer = await registers.fetch("population", MOTHER, "test")

    async def fetch(name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        return answer.model_copy(update={"record": record})

    monkeypatch.setattr(registers, "fetch", fetch)
    version = catalogue.version("birth-reg", AT.date())
    filled = await filling.filled(act(), version)
    assert (filled.values["which"], filled.values["earlier_children"]) == (which, earlier)
