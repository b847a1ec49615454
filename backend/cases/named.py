"""People and units a form names who are not the applicant, and answers about the applicant that registers bear out or not (`listed` of a
field): looked up when the case is handed in, and once more in the act that grants.

What a register does not say as the item takes it to be is refused to nobody: registers are wrong, too. It is a difference that staff
look into, and so is a register's silence. The applicant learns that somebody will, and never what a register says of another person.
"""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

import structlog
from pydantic import JsonValue

from backend.audit import Audit
from backend.cases.others import Named, named_in
from backend.catalogue import hold
from backend.catalogue.checks import asked_fields
from backend.catalogue.forms import satisfies
from backend.catalogue.prefill import entries_at, value_at
from backend.clock import SHANGHAI
from backend.errors import Unavailable
from backend.people import enterprise_name, key_of_enterprise, same_name
from backend.registers import RegisterMismatch
from models.acts import Act
from models.cases import Case, LookedUp
from models.catalogue import ItemVersion
from models.documents import documents_of, normal_number
from models.forms import Among, Entries, FormField, Listed, Whose
from models.registers import Outcome, PersonKey, RegisterAnswer

log = structlog.get_logger()

Answers = Mapping[str, JsonValue]
_SILENT = "暂时没有回应，还没有核对"
_UNASKED = "申请人没有核验过身份，还没有核对"
_WITHOUT = {
    (Whose.NAMED, Outcome.NO_RECORD): "没有查到这个人",
    (Whose.NAMED, Outcome.NAME_MISMATCH): "登记的姓名和证件号码对不上",
    (Whose.APPLICANT, Outcome.NO_RECORD): "没有查到申请人的记录，核对不了",
    (Whose.APPLICANT, Outcome.NAME_MISMATCH): "登记的申请人姓名和证件号码对不上，核对不了",
}


_WITHOUT_UNIT = {Outcome.NO_RECORD: "没有查到这个单位", Outcome.NAME_MISMATCH: "登记的名称和统一社会信用代码对不上"}


class RegisterSource(Protocol):
    """What is needed of `backend.registers.Registers`."""

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer: ...


class Directory(Protocol):
    """What is needed of `backend.people.People`."""

    async def key_of(self, person: str) -> PersonKey | None: ...

    async def account_of(self, number: str, name: str) -> str | None: ...


Question = tuple[str, tuple[PersonKey, ...]]  # a register, and the documents somebody may be known by there
Said = Mapping[Question, RegisterAnswer | None]


@dataclass(frozen=True)
class _Look:
    """One of those a field names, with what is asked about them; `applicant`: nobody where registers are not asked."""

    field: FormField
    named: Named
    asked: tuple[Listed, ...]
    applicant: PersonKey | None

    def question(self, test: Listed) -> Question:
        """Who is asked for, where."""
        if test.of is Whose.APPLICANT and self.applicant is not None:
            return test.register_name, (self.applicant,)
        if self.named.is_enterprise:
            return test.register_name, (key_of_enterprise(self.named.number, enterprise_name(self.named.name)),)
        kinds = documents_of(self.named.number)
        return test.register_name, tuple(PersonKey(document_type=kind, id_number=self.named.number, name=self.named.name) for kind in kinds)


class NamedPeople:
    """Looks them up, and has whoever of them has an account see it in 「谁查看过我的信息」."""

    def __init__(self, registers: RegisterSource, people: Directory, audit: Audit, labels: Mapping[str, str]) -> None:
        """`labels`: what people call the registers."""
        self._registers = registers
        self._people = people
        self._audit = audit
        self._labels = labels

    async def looked_up(self, act: Act, case: Case, version: ItemVersion, form: Answers) -> dict[str, list[LookedUp]]:
        """What registers say of everybody these answers name, by field; of an answer that stands as it was and that they did not pass
        over in silence, what they said before. Of somebody not proven no register is asked anything: that, too, staff look into."""
        kept = _still_standing(case, version, form)
        fields = [field for field in version.form if field.listed and field.key in form and field.key not in kept]
        looks = _looks(case, fields, form, act.at.date())
        return kept | await self._all_found(act, case, version, looks, await self._applicant(act) if looks else None)

    async def asked_again(self, act: Act, case: Case, version: ItemVersion, form: Answers) -> dict[str, list[LookedUp]]:
        """What registers say of them in the act that decides, of everybody they were asked about on an earlier day. Raises
        `Unavailable` where one does not answer now: nothing is granted unasked."""
        old = {key for key, said in case.looked_up.items() if said and all(_of_earlier(each, act.at) for each in said)}
        looks = _looks(case, [field for field in version.form if field.key in old and field.key in form], form, act.at.date())
        applicant = await self._people.key_of(case.person) if looks else None
        found = await self._all_found(act, case, version, looks, applicant)
        if silent := sorted({each.label for said in found.values() for each in said if each.silent}):
            raise Unavailable(
                f"{'、'.join(silent)}暂时没有回应，写到的人和单位要再核对一次才能批准。您填写的内容没有丢失，请过几分钟再试。"
            )
        return found

    async def _all_found(
        self, act: Act, case: Case, version: ItemVersion, looks: list[_Look], applicant: PersonKey | None
    ) -> dict[str, list[LookedUp]]:
        looks = [replace(each, applicant=applicant) for each in looks]
        if applicant is not None:
            await self._record(act, case, version, looks)
        said = await self._ask(looks, f"{version.item} {version.name}") if applicant is not None else {}
        found: dict[str, list[LookedUp]] = {}
        for look in looks:
            found[look.field.key] = [*found.get(look.field.key, []), *self._found(look, said, act.at)]
        return found

    async def _applicant(self, act: Act) -> PersonKey | None:
        if not act.proven:
            return None
        return await self._people.key_of(act.person)

    async def _record(self, act: Act, case: Case, version: ItemVersion, looks: list[_Look]) -> None:
        """Whoever the item tells anyway (`tells`) finds that among those who read their data."""
        told = {each.who for each in version.tells}
        people = [look for look in looks if look.field.key not in told and look.named.number and not look.named.is_enterprise]
        asked = {look.named.number: look.named for look in people}
        readers = [await self._people.account_of(each.number, each.name) for each in asked.values()]
        for reader in sorted({each for each in readers if each and each != act.person}):
            await self._audit.read(act, "person.looked_up", person=reader, subject=f"cases/{case.id}", purpose=version.name)

    async def _ask(self, looks: list[_Look], purpose: str) -> Said:
        """What each register says, the registers asked at the same time and each one person after another; None where it is silent."""
        questions: dict[str, dict[Question, None]] = {}
        for look in looks:
            for test in look.asked:
                questions.setdefault(test.register_name, {})[look.question(test)] = None
        said = await asyncio.gather(*(self._answers(list(each), purpose) for each in questions.values()))
        return {question: answer for answers in said for question, answer in answers.items()}

    async def _answers(self, questions: list[Question], purpose: str) -> dict[Question, RegisterAnswer | None]:
        """A register that did not answer once is not waited for again."""
        said: dict[Question, RegisterAnswer | None] = dict.fromkeys(questions)
        for question in questions:
            try:
                said[question] = await self._answer(question, purpose)
            except RegisterMismatch:
                log.info("named_without_register", register=question[0])
            except Unavailable:
                log.info("named_without_register", register=question[0])
                break
        return said

    async def _answer(self, question: Question, purpose: str) -> RegisterAnswer | None:
        answer: RegisterAnswer | None = None
        for key in question[1]:
            answer = await self._registers.fetch(question[0], key, purpose)
            if answer.outcome is not Outcome.NO_RECORD:
                break
        return answer

    def _found(self, look: _Look, said: Said, at: datetime) -> list[LookedUp]:
        """One for each register that was to be asked about somebody."""
        names = dict.fromkeys(each.register_name for each in look.asked)
        return [self._of(look, name, [each for each in look.asked if each.register_name == name], said, at) for name in names]

    def _of(self, look: _Look, register: str, asked: list[Listed], said: Said, at: datetime) -> LookedUp:
        found: dict[str, None] = {}
        answers = [said.get(look.question(test)) for test in asked] if look.applicant is not None else [None]
        for test, answer in zip(asked, answers, strict=False):
            if (fault := _fault(look, test, answer, at.date())) is not None:
                found[fault] = None
        first = next((each for each in answers if each is not None), None)
        told = first.provenance_of(next(iter(asked[0].paths), "")) if first else None
        return LookedUp(
            name=enterprise_name(look.named.name) if look.named.is_enterprise else look.named.name,
            register_name=register,
            label=self._labels.get(told.source if told else register, register),
            record_id=told.record_id if told else "",
            fetched_at=told.fetched_at if told else at,
            found=list(found),
            silent=None in answers,
        )


def _of_earlier(each: LookedUp, at: datetime) -> bool:
    """Whether a register has said it, and not on the day of `at`."""
    return not each.silent and each.fetched_at.astimezone(SHANGHAI).date() != at.astimezone(SHANGHAI).date()


def _looks(case: Case, fields: list[FormField], form: Answers, today: date) -> list[_Look]:
    """Whom these fields name, or the applicant where they name nobody, with what is asked about each for these answers."""
    return [
        _Look(field, named, asked, None)
        for field in fields
        if (asked := tuple(each for each in field.listed if hold(each.when, form, today)))
        for named in (named_in(field, form[field.key]) if field.names_somebody else [Named(case.person_name, "")])
    ]


def refound(before: Mapping[str, list[LookedUp]], now: Mapping[str, list[LookedUp]]) -> list[str]:
    """The fields of whose people registers say something else than before."""
    return [key for key in now if key in before and _words(before[key]) != _words(now[key])]


def _words(looked_up: list[LookedUp]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(each.name, each.register_name, tuple(each.found)) for each in looked_up]


def _still_standing(case: Case, version: ItemVersion, form: Answers) -> dict[str, list[LookedUp]]:
    """What was said of answers that are handed in as they were, as are those that say whether to ask."""
    if not case.snapshots:
        return {}
    before, kept = case.snapshots[-1].form, dict[str, list[LookedUp]]()
    for field in version.form:
        said = case.looked_up.get(field.key, [])
        rests = {field.key} | {key for each in field.listed for key in asked_fields(each.when)}
        if said and not any(each.silent for each in said) and all(form.get(key) == before.get(key) for key in rests):
            kept[field.key] = said
    return kept


def _fault(look: _Look, test: Listed, answer: RegisterAnswer | None, today: date) -> str | None:
    """What is not as the item takes it to be; None: it is."""
    if look.applicant is None:
        return _UNASKED
    if answer is None:
        return _SILENT
    if answer.outcome is Outcome.NO_RECORD and test.absent:
        return None
    if answer.outcome is not Outcome.FOUND:
        unit = look.named.is_enterprise and test.of is Whose.NAMED
        return _WITHOUT_UNIT[answer.outcome] if unit else _WITHOUT[test.of, answer.outcome]
    return None if _holds(look, look.applicant, test, answer, today) else test.otherwise


def _holds(look: _Look, applicant: PersonKey, test: Listed, answer: RegisterAnswer, today: date) -> bool:
    record = answer.data()
    if test.must is not None:
        return satisfies(test.must, value_at(record, test.path or ""), {}, today)
    if test.none is not None:
        return not any(hold(test.none.where, entry, today) for entry in _entries(record, test.none))
    among = test.among
    other = look.named if test.of is Whose.APPLICANT else Named(applicant.name, applicant.id_number)
    return among is not None and any(_is(entry, other, among) and hold(among.where, entry, today) for entry in _entries(record, among))


def _entries(record: Answers, asked: Entries) -> Iterator[dict[str, JsonValue]]:
    for path in asked.lists:
        yield from entries_at(record, path)


def _is(entry: Mapping[str, JsonValue], other: Named, among: Among) -> bool:
    number = entry.get("uscc") or entry.get("id_number")
    if number:
        return normal_number(str(number)) == other.number
    return same_name(str(entry.get(among.by) or ""), other.name)
