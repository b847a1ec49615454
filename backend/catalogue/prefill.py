"""Forms filled in advance from the registers: every answer knows where it is from, and a changed one keeps what it was.

A register that is slow, down or unsure leaves its fields empty with a note; it never keeps anybody from applying.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Protocol

import structlog
from pydantic import JsonValue

from backend.audit import Audit
from backend.catalogue.catalogue import Catalogue
from backend.catalogue.forms import form_faults, hold, is_answered, satisfies, visible_fields
from backend.catalogue.objects import open_to, require_object
from backend.catalogue.scribes import read_out, require_scribe
from backend.clock import SHANGHAI
from backend.errors import Forbidden, Unavailable
from models.acts import Act, Power, ScribeActor
from models.catalogue import ItemVersion
from models.catalogue.lists import Applicants, Exemption
from models.documents import born_of, documents_of, normal_number
from models.forms import FilledField, FilledForm, FormField, Origin, PrefillSource, RegisterTest, Roll, ValueSource
from models.registers import Outcome, PersonKey, RegisterAnswer

log = structlog.get_logger()

_UNANSWERED: tuple[JsonValue, ...] = (None, "", [])
_FILLS_IN = frozenset({Power.SUBMIT, Power.MEND})
_NOTES = {
    Outcome.NO_RECORD: "{register}里没有查到您的记录，请自己填写。",
    Outcome.NAME_MISMATCH: "{register}里登记的名称与证件上的不一致，请自己填写，工作人员会核对。",
}
_UNFIT = (
    "{message}这是{register}里的登记：登记错了的，请先到登记的部门更正，也可以照实改过来，工作人员会核实；说不清的，请到窗口问工作人员。"
)


class RegisterSource(Protocol):
    """What is needed of `backend.registers.Registers`."""

    async def fetch(self, name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer: ...


KeyOf = Callable[[str], Awaitable[PersonKey | None]]  # citizen id → who registers are asked about


class Forms:
    """Fills forms in advance."""

    def __init__(self, catalogue: Catalogue, registers: RegisterSource, audit: Audit, key_of: KeyOf) -> None:
        self._catalogue = catalogue
        self._registers = registers
        self._audit = audit
        self._key_of = key_of

    async def form(self, act: Act, code: str) -> FilledForm:
        """The form of an item for the applicant of `act` (the principal under a grant).

        Raises NotFound, and Forbidden to an agent whose grant does not let them apply for this item, to whom it does not serve, and to
        staff who write it down for somebody where it is not applied for at their counter.
        """
        version = self._catalogue.version(code, act.at.date())
        _require_granted(act, version)
        require_object(version, act)
        require_scribe(act, version, self._catalogue.vocabulary)
        return await self.filled(act, version)

    async def filled(self, act: Act, version: ItemVersion) -> FilledForm:
        """A version's form, filled as far as the registers answer. Only a proven person sees what registers say."""
        form = FilledForm(
            item=version.item,
            version=version.id,
            fields=open_to(version.form, enterprise=act.for_enterprise),
            values={field.key: field.default for field in version.form if field.default is not None},
            filled=[],
            on=act.at.date(),
            applicant=act.person_name,
            agent=act.actor.name if act.acting else "",
            read_out=read_out(version, self._catalogue.vocabulary) if isinstance(act.actor, ScribeActor) else "",
        )
        names = {field.source.register_name for field in version.form if field.source}
        if version.elsewhere:
            form.notes.append(version.elsewhere.text)
        if not names:
            return form
        person = await self._person(act)
        if person is None:
            form.notes.append("确认是您本人以后，系统会自动填好政府已有的内容；现在也可以自己填写。")
            return form
        answers = await self._ask(names, person, f"{version.item} {version.name}")
        if act.person != act.actor.id:
            subject = f"forms/{version.id}"
            await self._audit.read(act, "form.prefilled", person=act.person, subject=subject, purpose=version.name)
        form.filled = [self._field(field, answers) for field in version.form if field.source]
        form.values |= {each.key: each.value for each in form.filled if each.value is not None}
        form.filled = _with_faults(form, version)
        form.notes.extend(dict.fromkeys(each.note for each in form.filled if each.note))
        return form

    async def compared(
        self, act: Act, version: ItemVersion, answers: Mapping[str, JsonValue], known: Mapping[str, Origin], *, whole: bool = False
    ) -> dict[str, Origin]:
        """How each answer came about, those compared with their registers now that were not before: the register was silent
        when the draft began, or the applicant not proven. Of a `whole` form what decides and was left out is compared, too: leaving it
        out does not hide it. Of somebody not proven, and while it is silent, they stay as they are."""
        shown = visible_fields(version.form, answers, act.at.date()) if whole else []
        left_out = [field for field in shown if _decides_unsaid(field, answers)]
        open_fields = [field for field in version.form if field.source and field.key in answers and _unknown(known.get(field.key))]
        open_fields += left_out
        rolls = {field.key: field.roll for field in version.form if field.roll}
        person = await self._person(act) if open_fields or rolls else None
        if person is None:
            return dict(known)
        names = {field.source.register_name for field in open_fields if field.source} | {roll.register_name for roll in rolls.values()}
        said = await self._ask(names, person, f"{version.item} {version.name}")
        filled = {each.key: each for each in (self._field(field, said) for field in open_fields) if each.source and each.value is not None}
        compared = {key: _origin(each, answers.get(key)) for key, each in filled.items()}
        compared |= self._unrecorded([each for each in open_fields if each.key not in filled and each not in left_out], said, answers)
        for key, roll in rolls.items():
            compared[key] = self._missing(roll, said[roll.register_name], [person.name, *_names(answers, (key, *roll.beside))])
        return {**known, **compared}

    async def asked_again(
        self, person: str, version: ItemVersion, answers: Mapping[str, JsonValue], known: Mapping[str, Origin], at: datetime
    ) -> dict[str, Origin]:
        """Of the answers that decide and were compared on an earlier day, those their register says otherwise of now, as differences.
        Raises `Unavailable` where one does not answer."""
        fields = [
            field
            for field in version.form
            if field.source and field.source.decides and field.key in answers and _of_earlier(known.get(field.key), at)
        ]
        key = await self._key_of(person) if fields else None
        if key is None:
            return {}
        names, purpose = {field.source.register_name for field in fields if field.source}, f"{version.item} {version.name}"
        said = {name: await self._registers.fetch(name, key, purpose) for name in sorted(names)}
        filled = {each.key: each for each in (self._field(field, said) for field in fields) if each.source and each.value is not None}
        found = {key: _origin(each, answers[key]) for key, each in filled.items()}
        found |= self._unrecorded([field for field in fields if field.key not in filled], said, answers)
        return {key: each for key, each in found.items() if each.differs and each.original != _registered(known[key], answers[key])}

    async def exempt(self, act: Act, version: ItemVersion) -> list[str]:
        """The entries of the exemption list that hold for the applicant, by id, as far as it goes by who they are and by what
        registers say. A register that does not answer, or of somebody not proven, exempts nobody."""
        entries = self._catalogue.exemptions_of(version, act.at.date())
        names = {test.register_name for each in entries for test in each.registers}
        person = await self._person(act) if names else None
        answers = await self._ask(names, person, f"{version.item} {version.name}") if person else {}
        if act.person != act.actor.id and person:
            await self._audit.read(act, "form.prefilled", person=act.person, subject=f"forms/{version.id}", purpose=version.name)
        return [each.id for each in entries if _is_for(each, act) and all(_says(test, answers, act.at.date()) for test in each.registers)]

    async def says(self, test: RegisterTest, key: PersonKey, purpose: str, today: date) -> bool:
        """Whether a register says now of somebody a form names what it must. Raises `Unavailable` where it does not answer."""
        return _says(test, {test.register_name: await self._registers.fetch(test.register_name, key, purpose)}, today)

    async def says_of(self, test: RegisterTest, person: str, purpose: str, today: date) -> bool:
        """Whether a register says now of somebody we know what it must. Raises `Unavailable` where it does not answer."""
        key = await self._key_of(person)
        return key is not None and await self.says(test, key, purpose, today)

    async def _person(self, act: Act) -> PersonKey | None:
        if not act.proven:
            return None
        return await self._key_of(act.person)

    async def _ask(self, names: set[str], person: PersonKey, purpose: str) -> dict[str, RegisterAnswer | None]:
        """Each register's answer; None where it gave none. Asked at the same time."""
        ordered = sorted(names)
        found = await asyncio.gather(*(self._fetch(name, person, purpose) for name in ordered))
        return dict(zip(ordered, found, strict=True))

    async def _fetch(self, name: str, person: PersonKey, purpose: str) -> RegisterAnswer | None:
        try:
            return await self._registers.fetch(name, person, purpose)
        except Unavailable:
            log.info("prefill_without_register", register=name)
            return None

    def _unrecorded(
        self, fields: list[FormField], said: Mapping[str, RegisterAnswer | None], answers: Mapping[str, JsonValue]
    ) -> dict[str, Origin]:
        """The answers that decide and that their register has nothing of, as differences: silence is no yes."""
        found: dict[str, Origin] = {}
        for field in fields:
            source = field.source
            answer = said[source.register_name] if source and source.decides else None
            if source and answer is not None and answers[field.key] not in source.absent:
                found[field.key] = Origin(by="applicant", source=self._source(source, answer))
        return found

    def _missing(self, roll: Roll, answer: RegisterAnswer | None, named: list[str]) -> Origin:
        """Who stands on a list of the register and is not named, as a difference; none, where it does not answer."""
        if answer is None or answer.outcome is not Outcome.FOUND:
            return Origin(by="applicant")
        listed = value_at(answer.data(), roll.path)
        kept = [str(each.get("name", "")) for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
        plain = {_plain(each) for each in named}
        missing = [each for each in kept if _plain(each) not in plain]
        return Origin(by="applicant", source=self._source(roll, answer), original="、".join(missing)) if missing else Origin(by="applicant")

    def _source(self, where: PrefillSource | Roll, answer: RegisterAnswer) -> ValueSource:
        told = answer.provenance_of(where.path)
        return ValueSource(
            register=where.register_name,
            label=self._catalogue.vocabulary.register_label(told.source),
            path=where.path,
            record_id=told.record_id,
            fetched_at=told.fetched_at,
        )

    def _field(self, field: FormField, answers: Mapping[str, RegisterAnswer | None]) -> FilledField:
        assert field.source is not None
        name, path = field.source.register_name, field.source.path
        label = self._catalogue.vocabulary.register_label(name)
        answer = answers[name]
        if answer is None:
            return FilledField(key=field.key, note=f"{label}暂时查不到，请自己填写。")
        if answer.outcome is not Outcome.FOUND:
            return FilledField(key=field.key, note=_NOTES[answer.outcome].format(register=label))
        value = _counted(field.source, answer) if field.source.count else value_at(answer.data(), path)
        return FilledField(key=field.key, value=value, source=self._source(field.source, answer))


def unfit_words(message: str, register: str) -> str:
    """What somebody is told of an answer a register gave and the form does not take; `message`: what the form says of it."""
    return _UNFIT.format(message=message, register=register)


def _with_faults(form: FilledForm, version: ItemVersion) -> list[FilledField]:
    """The filled fields, those the form does not take as the register has them with a note."""
    found = form_faults(version.form, form.values, form.on, complete=False, applicant=form.applicant, pointer="")
    told = {fault.pointer.split("/")[1]: fault.detail for fault in found}
    return [
        each.model_copy(update={"note": unfit_words(told[each.key], each.source.label)})
        if each.source and each.value is not None and each.key in told
        else each
        for each in form.filled
    ]


def _names(answers: Mapping[str, JsonValue], keys: tuple[str, ...]) -> list[str]:
    """The names of the people these answers list."""
    lists = [each for key in keys if isinstance(each := answers.get(key), list)]
    return [str(one.get("name", "")) for people in lists for one in people if isinstance(one, dict)]


def _plain(name: str) -> str:
    """A name as it is compared: without blanks, its middle dot as registers write it."""
    return "".join(name.split()).replace("•", "·")


def _unknown(origin: Origin | None) -> bool:
    return origin is None or origin.source is None


def _of_earlier(origin: Origin | None, at: datetime) -> bool:
    """Whether an answer was compared with a register, and not on the day of `at`."""
    source = origin.source if origin else None
    return source is not None and source.fetched_at.astimezone(SHANGHAI).date() != at.astimezone(SHANGHAI).date()


def _registered(origin: Origin, answer: JsonValue) -> JsonValue:
    """What the register had when an answer was compared with it."""
    return answer if origin.by == "register" else origin.original


def _decides_unsaid(field: FormField, answers: Mapping[str, JsonValue]) -> bool:
    return field.source is not None and field.source.decides and not is_answered(answers.get(field.key))


def _is_for(entry: Exemption, act: Act) -> bool:
    if entry.applicants is Applicants.EVERYBODY:
        return True
    return act.for_enterprise == (entry.applicants is Applicants.ENTERPRISES)


def _says(test: RegisterTest, answers: Mapping[str, RegisterAnswer | None], today: date) -> bool:
    answer = answers.get(test.register_name)
    found = answer is not None and answer.outcome is Outcome.FOUND
    return found and answer is not None and satisfies(test, value_at(answer.data(), test.path), {}, today)


def _require_granted(act: Act, version: ItemVersion) -> None:
    acting = act.acting
    if acting is None:
        return
    if not version.proxy.allowed:
        raise Forbidden(f"「{version.name}」不能由别人代办：{version.proxy.reason}")
    if acting.items and version.item not in acting.items:
        raise Forbidden(f"授权里没有「{version.name}」这个事项，不能代办。请联系委托人补充授权。")
    if acting.powers.isdisjoint(_FILLS_IN):
        raise Forbidden("委托人没有授权您代为申请，请联系委托人。")


def origins(form: FilledForm, answers: Mapping[str, JsonValue]) -> dict[str, Origin]:
    """How each saved answer came about, compared with the form as the server filled it.

    What the applicant changed says so and keeps what the register had; whoever reviews it sees both.
    """
    filled = {each.key: each for each in form.filled if each.source is not None and each.value is not None}
    return {key: _origin(filled.get(key), value) for key, value in answers.items()}


def completed(
    form: FilledForm, answers: Mapping[str, JsonValue], known: Mapping[str, Origin]
) -> tuple[dict[str, JsonValue], dict[str, Origin]]:
    """Answers and how they came about, with what registers say now where nobody has answered; what somebody typed stays as it is."""
    said = {each.key: each.value for each in form.filled if each.value is not None}
    full = {**answers, **{key: value for key, value in said.items() if answers.get(key) in _UNANSWERED}}
    fresh = origins(form, full)
    return full, {key: fresh[key] if _unknown(known.get(key)) else known[key] for key in full}


def _origin(filled: FilledField | None, value: JsonValue) -> Origin:
    if filled is None:
        return Origin(by="applicant")
    if value == filled.value:
        return Origin(by="register", source=filled.source)
    return Origin(by="applicant", source=filled.source, original=filled.value)


def entries_at(record: Mapping[str, Any], path: str) -> Iterator[dict[str, JsonValue]]:
    """The entries of the list, or the single one, at that path of a record; each with the date of birth its number tells, where it does
    not say one itself."""
    value = value_at(record, path)
    yield from (_with_birth(each) for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict))


def _with_birth(entry: dict[str, JsonValue]) -> dict[str, JsonValue]:
    number = normal_number(str(entry.get("id_number") or ""))
    born = next((found for kind in documents_of(number) if (found := born_of(kind, number)) is not None), None)
    return entry if born is None else {"born": born.isoformat(), **entry}


def _counted(source: PrefillSource, answer: RegisterAnswer) -> JsonValue:
    """How many entries of a list a record has, or what that number answers."""
    today = answer.provenance.fetched_at.astimezone(SHANGHAI).date()
    number = sum(hold(source.count, entry, today) for entry in entries_at(answer.data(), source.path))
    return source.by_number[min(number, len(source.by_number) - 1)] if source.by_number else number


def value_at(record: Mapping[str, Any], path: str) -> JsonValue:
    """What stands at that path of a record; nothing where there is no such thing."""
    value: Any = record
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
