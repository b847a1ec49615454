"""People a form names, looked up: what is found, what silence is, what is asked again, and who learns of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest
from pydantic import JsonValue

from backend.cases.differing import differing, to_look_into
from backend.cases.named import NamedPeople, refound
from backend.cases.views import case_view, staff_view
from backend.clock import SHANGHAI
from backend.errors import Unavailable
from backend.registers import RegisterMismatch
from models.acts import Act, CitizenActor
from models.cases import Case, Compared, LookedUp, Snapshot, Somebody
from models.catalogue import ItemVersion
from models.catalogue.others import Told
from models.documents import DocumentType
from models.forms import Listed
from models.registers import OtherRecord, Outcome, PersonKey, Provenance, RegisterAnswer
from tests.cases_world import real_catalogue

AT = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)
MOTHER, DAUGHTER, SONS = "990101194403080025", "990101197009120061", "990101197401200090"
SON: dict[str, JsonValue] = {"name": "李强", "id_number": SONS, "relation": "儿子"}
OF_MOTHER: dict[str, Any] = {"relatives": [{"relation": "儿子", "name": "李强", "id_number": SONS}]}
OF_SON: dict[str, Any] = {"status": "正常", "born": "1974-01-20"}


class FakeRegisters:
    """What is known, by register and number; an exception is raised."""

    def __init__(self, **known: Mapping[str, dict[str, Any] | Outcome | Exception]) -> None:
        self.known = known
        self.asked: list[tuple[str, str, DocumentType, str]] = []

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        self.asked.append((name, person.id_number, DocumentType(person.document_type), purpose))
        said = self.known.get(name, {}).get(person.id_number, Outcome.NO_RECORD)
        if isinstance(said, Exception):
            raise said
        provenance = Provenance(source=name, record_id="r1", fetched_at=AT, digest="0")
        if isinstance(said, Outcome):
            return RegisterAnswer(outcome=said, provenance=provenance)
        head = {
            "record_id": "r1",
            "updated_at": AT,
            "document_type": person.document_type,
            "id_number": person.id_number,
            "name": person.name,
        }
        return RegisterAnswer(outcome=Outcome.FOUND, record=OtherRecord.model_validate(head | said), provenance=provenance)


class FakePeople:
    """The mother applies; her son has an account."""

    async def key_of(self, person: str) -> PersonKey | None:
        return PersonKey(document_type=DocumentType.RESIDENT_CARD, id_number=MOTHER, name="王桂芳")

    async def account_of(self, number: str, name: str) -> str | None:
        return "cit_son" if (number, name) == (SONS, SON["name"]) else None


class FakeAudit:
    """Remembers whose data was read, and what for."""

    def __init__(self) -> None:
        self.reads: list[tuple[str, str, str]] = []

    async def read(self, act: Act, action: str, *, person: str, subject: str, purpose: str = "") -> None:
        self.reads.append((action, person, purpose))


def engine(**known: Any) -> tuple[NamedPeople, FakeRegisters, FakeAudit]:
    registers, audit = FakeRegisters(**known), FakeAudit()
    return NamedPeople(registers, FakePeople(), audit, {"population": "人口库"}), registers, audit  # type: ignore[arg-type]


def act(level: int = 2) -> Act:
    return Act(actor=CitizenActor(id="cit_mother", name="王桂芳", level=level), at=AT)


def version(*listed: Listed) -> ItemVersion:
    """The low-income form, its adults looked up in another way where one is said."""
    kept = real_catalogue().version("low-income", AT.date())
    form = [each.model_copy(update={"listed": listed}) if each.key == "adults" and listed else each for each in kept.form]
    return kept.model_copy(update={"form": tuple(form)})


def case(before: dict[str, JsonValue] | None = None, said: dict[str, list[LookedUp]] | None = None) -> Case:
    handed = [Snapshot(form=before, materials={})] if before is not None else []
    return Case(
        _id="case_1",
        person="cit_mother",
        person_name="王桂芳",
        item="low-income",
        item_name="低收入困难家庭认定与救助申请",
        item_version="low-income@2026-01-01",
        department="civil_affairs",
        snapshots=handed,
        looked_up=said or {},
        created_at=AT,
        updated_at=AT,
    )


async def found(known: dict[str, Any], *people: Any, level: int = 2, of: ItemVersion | None = None) -> list[str]:
    """What is found of the first register, of these adults."""
    named, _, _ = engine(population=known)
    said = await named.looked_up(act(level), case(), of or version(), {"adults": list(people or (SON,))})
    return [f"{each.name}：{'；'.join(each.found)}" for each in said["adults"] if each.found]


async def test_who_is_known_as_what_they_are_named_for_is_no_difference() -> None:
    named, registers, audit = engine(population={MOTHER: OF_MOTHER, SONS: OF_SON})
    said = await named.looked_up(act(), case(), version(), {"adults": [SON]})
    (one,) = said["adults"]
    assert (one.found, one.silent, one.register_name, one.label, one.record_id) == ([], False, "population", "人口库", "r1")
    assert differing(version(), {}, said) == []
    assert {each[:2] for each in registers.asked} == {("population", SONS), ("population", MOTHER)}, "each once"
    assert {each[3] for each in registers.asked} == {"low-income 低收入困难家庭认定与救助申请"}, "the register is told what for"
    assert audit.reads == [("person.looked_up", "cit_son", "低收入困难家庭认定与救助申请")]


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({MOTHER: OF_MOTHER, SONS: OF_SON | {"status": "死亡"}}, "李强：登记的不是健在"),
        ({MOTHER: OF_MOTHER, SONS: OF_SON | {"born": "2009-01-20"}}, "李强：登记的出生日期不满18周岁"),
        ({MOTHER: {"relatives": []}, SONS: OF_SON}, "李强：和申请人不在一个户口，也没有登记为亲属"),
        (
            {MOTHER: {"relatives": [{"name": "李强", "id_number": DAUGHTER}]}, SONS: OF_SON},
            "李强：和申请人不在一个户口，也没有登记为亲属",
        ),
        ({MOTHER: OF_MOTHER, SONS: Outcome.NAME_MISMATCH}, "李强：登记的姓名和证件号码对不上"),
        ({MOTHER: OF_MOTHER}, "李强：没有查到这个人"),
        ({SONS: OF_SON}, "李强：没有查到申请人的记录，核对不了"),
        ({MOTHER: Unavailable(), SONS: OF_SON}, "李强：暂时没有回应，还没有核对"),
        ({MOTHER: OF_MOTHER, SONS: RegisterMismatch("population", "another_person")}, "李强：暂时没有回应，还没有核对"),
    ],
)
async def test_what_is_otherwise_is_told_in_words(known: dict[str, Any], words: str) -> None:
    assert await found(known) == [words]


async def test_somebody_in_the_household_is_known_by_name_where_the_list_has_no_numbers() -> None:
    household = {"household": {"members": [{"name": "李强", "relation_to_head": "子"}]}}
    assert await found({MOTHER: household, SONS: OF_SON}) == []


async def test_the_applicant_stands_in_the_record_of_whom_they_name() -> None:
    listed = {
        "register": "population",
        "among": {"lists": ["employer"], "where": [{"field": "state", "equals": "参保缴费"}]},
        "otherwise": "不在本单位",
    }
    of = version(Listed.model_validate(listed))
    assert await found({SONS: {"employer": {"name": "王桂芳", "state": "参保缴费"}}}, of=of) == []
    assert await found({SONS: {"employer": {"name": "王桂芳", "state": "终止"}}}, of=of) == ["李强：不在本单位"]
    by = version(Listed.model_validate({**listed, "among": {"lists": ["insured"], "by": "unit"}}))
    assert await found({SONS: {"insured": [{"unit": "别的单位"}, {"unit": "王桂芳"}]}}, of=by) == []
    assert await found({SONS: {"insured": ["王桂芳", {"name": "王桂芳"}]}}, of=by) == ["李强：不在本单位"], "another member"


async def test_what_is_asked_for_some_answers_only_is_not_asked_for_others() -> None:
    when = [{"field": "other_adults", "equals": "some"}]
    listed = {"register": "population", "path": "status", "must": {"equals": "正常"}, "when": when, "otherwise": "登记的不是健在"}
    named, registers, audit = engine()
    of = version(Listed.model_validate(listed))
    assert await named.looked_up(act(), case(), of, {"adults": [SON]}) == {}
    assert (registers.asked, audit.reads) == ([], [])
    said = await named.looked_up(act(), case(), of, {"adults": [SON], "other_adults": "some"})
    assert said["adults"][0].found == ["没有查到这个人"]


async def test_for_somebody_not_proven_no_register_is_asked_and_staff_look_into_it() -> None:
    named, registers, audit = engine(population={MOTHER: OF_MOTHER, SONS: OF_SON})
    said = await named.looked_up(act(level=1), case(), version(), {"adults": [SON]})
    assert [(each.found, each.silent) for each in said["adults"]] == [(["申请人没有核验过身份，还没有核对"], True)]
    assert (registers.asked, audit.reads) == ([], [])
    assert differing(version(), {}, said) == ["adults"]


async def test_a_register_that_is_silent_once_is_not_waited_for_again() -> None:
    named, registers, _ = engine(population={SONS: Unavailable()})
    other: dict[str, JsonValue] = {"name": "李敏", "id_number": DAUGHTER, "relation": "女儿"}
    said = await named.looked_up(act(), case(), version(), {"adults": [SON, other]})
    assert len(registers.asked) == 1
    assert [(each.name, each.silent) for each in said["adults"]] == [("李强", True), ("李敏", True)]


async def test_a_number_that_can_be_of_several_documents_is_asked_for_until_somebody_is_known() -> None:
    wife: dict[str, JsonValue] = {"name": "許雅婷", "id_number": "99012612", "relation": "配偶"}
    named, registers, _ = engine(population={MOTHER: {"relatives": [{"name": "許雅婷", "id_number": "99012612"}]}})
    await named.looked_up(act(), case(), version(), {"adults": [wife]})
    assert [each[2] for each in registers.asked if each[1] == "99012612"] == [DocumentType.TAIWAN_PERMIT, DocumentType.PASSPORT]


async def test_what_stands_as_it_was_is_not_asked_again_what_changed_or_was_silent_is() -> None:
    form: dict[str, JsonValue] = {"adults": [SON]}
    dead = {MOTHER: OF_MOTHER, SONS: OF_SON | {"status": "死亡"}}
    named, registers, audit = engine(population=dead)
    first = await named.looked_up(act(), case(), version(), form)
    registers.asked.clear()
    assert await named.looked_up(act(), case(form, first), version(), form) == first
    assert (registers.asked, len(audit.reads)) == ([], 1)
    other: dict[str, JsonValue] = {"name": "李敏", "id_number": DAUGHTER, "relation": "女儿"}
    again = await named.looked_up(act(), case(form, first), version(), {"adults": [SON, other]})
    assert [each.name for each in again["adults"]] == ["李强", "李敏"]
    assert refound(first, again) == ["adults"]

    silent, _, _ = engine(population={MOTHER: Unavailable()})
    before = await silent.looked_up(act(), case(), version(), form)
    now = await named.looked_up(act(), case(form, before), version(), form)
    assert now["adults"][0].found == ["登记的不是健在"]
    assert refound(before, now) == ["adults"], "what staff wrote of the silence is no answer to this"
    assert refound(first, first) == []


async def test_an_answer_taken_out_takes_what_was_found_with_it() -> None:
    named, _, _ = engine(population={MOTHER: OF_MOTHER})
    first = await named.looked_up(act(), case(), version(), {"adults": [SON]})
    assert await named.looked_up(act(), case({"adults": [SON]}, first), version(), {}) == {}


async def test_who_is_told_by_the_item_finds_it_once_among_those_who_read_their_data() -> None:
    named, _, audit = engine()
    kept = version()
    told = kept.model_copy(update={"tells": (Told(who="adults", why="other_adults"),)})
    await named.looked_up(act(), case(), told, {"adults": [SON]})
    assert audit.reads == []


@pytest.mark.parametrize(("born", "adult"), [("2008-11-23", True), ("2008-11-24", False)])
async def test_of_age_is_counted_to_the_day(born: str, *, adult: bool) -> None:
    known = {MOTHER: OF_MOTHER, SONS: OF_SON | {"born": born}}
    assert (await found(known) == []) is adult
    named, _, _ = engine(population=known)
    said = await named.looked_up(act(), case(), version(), {"minors": [SON]})
    assert (said["minors"][0].found == []) is not adult


async def test_staff_who_work_on_it_read_what_was_found_others_that_something_was_and_the_applicant_nothing() -> None:
    named, _, _ = engine(population={MOTHER: OF_MOTHER, SONS: OF_SON | {"status": "死亡"}})
    form: dict[str, JsonValue] = {"adults": [SON]}
    said = await named.looked_up(act(), case(), version(), form)
    seen = case().model_copy(update={"form": form, "looked_up": said, "differs": differing(version(), {}, said)})
    (clear,) = staff_view(seen, version(), [], AT, {}, "", clear=True, reads_papers=True).differences
    assert (clear.register_label, clear.finding, clear.label, clear.decides) == (
        "人口库",
        "李强：登记的不是健在",
        "除您以外的成年家庭成员",
        True,
    )
    (masked,) = staff_view(seen, version(), [], AT, {}, "", clear=False, reads_papers=False).differences
    assert (masked.finding, "李强" in masked.model_dump_json()) == ("***：***", False)
    (own,) = case_view(seen, version(), [], AT, {}, "").differences
    assert (own.register_label, own.finding, own.registered, own.typed) == ("", "", None, [SON])
    assert (to_look_into(seen, version()), to_look_into(seen.model_copy(update={"compared": seen_by()}), version())) == (
        ["除您以外的成年家庭成员"],
        [],
    )


def seen_by() -> Compared:
    """A member of staff has written what they found."""
    return Compared(fields=["adults"], note="户口已注销，材料已更正", by=Somebody(id="stf_1", name="龚晓东"), at=AT)
