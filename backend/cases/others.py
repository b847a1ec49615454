"""What a case asks of others: whom the form names, what exactly they confirm or sign, and what of it still holds. Pure."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import JsonValue

from backend.catalogue import asked_answers, hold, on_day_asked
from backend.clock import SHANGHAI
from backend.ids import new_id
from backend.people import normalise_name, same_name
from backend.registers import canonical
from backend.workdays import WorkCalendar
from models.cases import Case, CaseMaterial, Defect, Obligation, ObligationKind, Return, ReturnKind, Somebody, StepRecord
from models.catalogue import AskedOfOthers, Confirmation, ItemVersion, Signature
from models.documents import normal_number
from models.forms import FieldType, FormField

Answers = Mapping[str, JsonValue]
_CHANGED = "填写内容或材料有改动，已重新请对方办理"
_ASKED_AGAIN = "已重新请对方办理"
_NEEDLESS = "现在的填写内容不需要这一步"
_BRACED = re.compile(r"\{([a-z0-9_]+)\}")


@dataclass(frozen=True)
class Named:
    """Somebody a form names: by document number, or an enterprise by its credit code. `pointer`: where in the form."""

    name: str
    number: str
    is_enterprise: bool = False
    pointer: str = ""


@dataclass(frozen=True)
class Wanted:
    """One confirmation or signature of one of those named. `digest`: SHA-256 of what it is about."""

    asked: AskedOfOthers
    named: Named
    digest: str

    @property
    def kind(self) -> ObligationKind:
        """What kind of obligation it becomes."""
        return ObligationKind.CONFIRMATION if isinstance(self.asked, Confirmation) else ObligationKind.SIGNATURE

    def is_met_by(self, obligation: Obligation) -> bool:
        """Whether an obligation of the case is this very one, and is met or can still be."""
        same = (obligation.kind, obligation.key, obligation.number, obligation.digest)
        usable = obligation.met_at is not None or (obligation.is_open and obligation.lapsed_at is None)
        return usable and same == (self.kind, self.asked.key, self.named.number, self.digest)


def declared(version: ItemVersion, obligation: Obligation) -> AskedOfOthers | None:
    """What the item says of an obligation; None for one that the item does not ask of others."""
    group = {ObligationKind.CONFIRMATION: version.confirmations, ObligationKind.SIGNATURE: version.signatures}
    return next((each for each in group.get(obligation.kind, ()) if each.key == obligation.key), None)


def wanted(
    version: ItemVersion, person: str, known: Mapping[str, Named], form: Answers, materials: list[CaseMaterial], on: date
) -> list[Wanted]:
    """What these answers ask of others. `person`: the applicant's id. `known`: whom no answer names, by their word in `who`."""
    shown = asked_answers(version.form, form, on)
    return [
        Wanted(each, named, digest_of(version, each, named, person, shown, materials))
        for each in version.asked_of_others
        if hold(each.when, shown, on)
        for named in _named(version, each, shown, known)
    ]


def due_now(now: list[Wanted], steps: list[StepRecord]) -> list[Wanted]:
    """Those to be asked with these steps done; the others are asked after theirs."""
    done = _done(steps)
    return [each for each in now if each.asked.after is None or each.asked.after in done]


def settled_answers(version: ItemVersion, steps: list[StepRecord]) -> dict[str, str]:
    """The answers that were the ground of a step others are asked after, with the name of that step: all they see but who they are.

    Whoever chooses somebody else in their place does not pass the step again, and so changes nothing of what it was about.
    """
    done = _done(steps)
    asked = [each for each in version.asked_of_others if each.after in done]
    return {key: done[each.after or ""] for each in asked for key in fields_of(version, each) if key != each.who}


def settled_by(version: ItemVersion, step: str) -> set[str]:
    """The answers a step rests on because others are asked about them after it; see `settled_answers`."""
    return {key for each in version.asked_of_others if each.after == step for key in fields_of(version, each) if key != each.who}


def _done(steps: list[StepRecord]) -> dict[str, str]:
    return {step.key: step.name for step in steps if step.done_at is not None}


def _named(version: ItemVersion, asked: AskedOfOthers, form: Answers, known: Mapping[str, Named]) -> list[Named]:
    """Whom one of them is asked of, each once."""
    if asked.who in known:
        return [known[asked.who]]
    field = version.field(asked.who)
    return named_in(field, form.get(asked.who)) if field else []


def named_in(field: FormField, value: JsonValue) -> list[Named]:
    """Whom an answer names, each once; a field of another type names nobody."""
    if value is None:
        return []
    several = enumerate(value) if isinstance(value, list) else [("", value)]
    found = [_of(field, each, f"/form/{field.key}" + (f"/{index}" if index != "" else "")) for index, each in several]
    return list({each.number: each for each in found if each is not None}.values())


def _of(field: FormField, value: JsonValue, pointer: str) -> Named | None:
    if not isinstance(value, dict):
        return None
    is_enterprise = field.type is FieldType.ENTERPRISE
    number = normal_number(str(value.get("uscc" if is_enterprise else "id_number") or ""))
    return Named(normalise_name(str(value.get("name") or "")), number, is_enterprise, pointer) if number else None


def digest_of(version: ItemVersion, asked: AskedOfOthers, named: Named, person: str, form: Answers, materials: list[CaseMaterial]) -> str:
    """SHA-256 of the canonical JSON of what is confirmed or signed: item, applicant, who, answers, the papers that go with it,
    and of signatures the text."""
    keys = fields_of(version, asked)
    about: dict[str, JsonValue] = {
        "item": version.id,
        "key": asked.key,
        "applicant": person,
        "who": [named.name, named.number],
        "form": {key: form[key] for key in keys if key in form},
    }
    if isinstance(asked, Signature):
        about["text"] = text_of(version, asked, form)
    if isinstance(asked, Signature) or (isinstance(asked, Confirmation) and asked.materials):
        prints: dict[str, JsonValue] = {each.key: list[JsonValue](each.fingerprint) for each in materials_of(asked, materials)}
        about["materials"] = prints
    return hashlib.sha256(canonical(about)).hexdigest()


def fields_of(version: ItemVersion, asked: AskedOfOthers) -> tuple[str, ...]:
    """The answers somebody sees: what a confirmation shows, what a signature covers."""
    if isinstance(asked, Confirmation):
        return asked.shows
    named = asked.fields if isinstance(asked, Signature) else ()
    return named or tuple(field.key for field in version.form)


def materials_of(asked: AskedOfOthers | None, materials: list[CaseMaterial]) -> list[CaseMaterial]:
    """The materials a signature covers, or a confirmation shows, of those handed in. A signature that names none covers all."""
    if not isinstance(asked, Confirmation | Signature):
        return []
    all_of_them = isinstance(asked, Signature) and not asked.materials
    return [each for each in materials if each.handed_in and (all_of_them or each.key in asked.materials)]


def asks_of(asked: AskedOfOthers | None, obligation: Obligation) -> tuple[FormField, ...]:
    """What a counterpart fills in, bounds by the day they were asked with that day."""
    if not isinstance(asked, Confirmation):
        return ()
    return on_day_asked(asked.asks, obligation.since.astimezone(SHANGHAI).date())


def text_of(version: ItemVersion, asked: Signature, form: Answers) -> str:
    """What is signed, with the answers it names filled in."""

    def filled(found: re.Match[str]) -> str:
        field = version.field(found[1])
        return in_words(field, form.get(found[1])) if field else found[0]

    return _BRACED.sub(filled, asked.text)


def in_words(field: FormField, value: JsonValue) -> str:
    """An answer as people read it: the label of an option, the name of a person or enterprise, an address with its town."""
    if isinstance(value, list):
        return "、".join(in_words(field, each) for each in value)
    if isinstance(value, dict):
        address = f"{value.get('town') or ''}{value.get('detail') or ''}"
        return str(value.get("name") or address or value.get("bank") or "")
    if isinstance(value, bool):
        return "是" if value else "否"
    return field.label_of(str(value)) if value is not None else ""


def still_holds(case: Case, version: ItemVersion, obligation: Obligation) -> bool | None:
    """Whether what was confirmed or signed is what the case holds now; None where nothing was."""
    asked = declared(version, obligation)
    if asked is None or obligation.met_at is None or obligation.number is None:
        return None
    named = Named(obligation.who_name, obligation.number)
    return digest_of(version, asked, named, case.person, case.form, case.materials) == obligation.digest


def renewed(before: list[Obligation], now: list[Wanted], at: datetime) -> tuple[list[Obligation], list[Wanted]]:
    """The obligations after a handing-in, those that no longer fit ended; and what is still to be asked."""
    left = list(now)
    kept: list[Obligation] = []
    for each in before:
        if not each.is_of_others or each.ended_at is not None:
            kept.append(each)
            continue
        match = next((one for one in left if one.is_met_by(each)), None)
        if match is not None:
            left.remove(match)
            kept.append(each)
        else:
            kept.append(each.model_copy(update={"ended_at": at, "ended_for": _why(each, now), "remind_at": None}))
    return kept, left


def _why(obligation: Obligation, now: list[Wanted]) -> str:
    asked = [each for each in now if (each.asked.key, each.named.number) == (obligation.key, obligation.number)]
    if not asked:
        return _NEEDLESS
    return _CHANGED if all(each.digest != obligation.digest for each in asked) else _ASKED_AGAIN


def unagreed_slip(case: Case, number: str, at: datetime, by: Somebody, defect: Defect, due: datetime | None) -> Return:
    """The slip that sends the applicant back because somebody did not agree. `due`: until when it is to be mended, where there is a day."""
    return Return(number=number, kind=ReturnKind.UNAGREED, at=at, by=by, submission=len(case.submissions), defects=[defect], due=due)


def begun(wanted: Wanted, who: str | None, at: datetime, calendar: WorkCalendar) -> Obligation:
    """The obligation of somebody who is asked now; `who`: their id, where they are known."""
    asked = wanted.asked
    return Obligation(
        id=new_id("ask"),
        kind=wanted.kind,
        key=asked.key,
        name=asked.name,
        who=who,
        who_name=wanted.named.name,
        number=wanted.named.number,
        digest=wanted.digest,
        blocks=asked.blocks,
        since=at,
        remind_at=calendar.deadline(at, asked.remind_after).at if asked.remind_after else None,
        due=calendar.deadline(at, asked.within).at,
    )


def is_named(obligation: Obligation, ids: Iterable[str], number: str | None, name: str) -> bool:
    """Whether an obligation is for one of these ids, or names this very number and name and nobody we knew."""
    if obligation.who is not None:
        return obligation.who in ids
    return obligation.number is not None and obligation.number == number and same_name(obligation.who_name, name)
