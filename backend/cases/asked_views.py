"""What counterparts and signatories see: of the case no more than the item shows them."""

from typing import Any

from pydantic import JsonValue

from backend.cases.enclosing import papers_shown
from backend.cases.hearing import Awaited
from backend.cases.inspection_views import inspection_view
from backend.cases.others import asks_of, declared, fields_of, in_words, materials_of, text_of
from backend.cases.words import said
from backend.people import Applicant, mask_name, mask_number, mask_phone
from models.acts import Act, is_enterprise
from models.cases import Case, FileUse, Obligation, ObligationKind, Reply
from models.catalogue import AskedOfOthers, Confirmation, ItemVersion, Signature
from models.common_views import WordView
from models.forms import FieldType, FormField
from models.obligation_views import EnclosureView
from models.others import AskedRow, AskedView, AwaitedWord, ShownAnswer

_STATEMENT = WordView(code="statement", label="等陈述申辩")
_MASKS = {"id_number": mask_number, "phone": mask_phone}


def asked_row(act: Act, case: Case, obligation: Obligation) -> AskedRow:
    """One line of somebody's list."""
    return AskedRow(**_row(act, case, obligation, full=False))


def asked_view(act: Act, case: Case, obligation: Obligation, version: ItemVersion, applicant: Applicant) -> AskedView:
    """All that is shown before, and after, it is confirmed or signed. Answers bear the names they have on papers: a question speaks to
    whoever filled in the form, which the reader is not."""
    asked = declared(version, obligation)
    reply = case.replies.get(obligation.id, Reply())
    form = _handed_in(case)
    return AskedView(
        **_row(act, case, obligation, full=True),
        case_number=case.number,
        applicant_number=_number(applicant),
        text=text_of(version, asked, form) if isinstance(asked, Signature) else "",
        shown=_shown(version, asked, form) if asked else [],
        materials=[each.name for each in materials_of(asked, case.materials)],
        papers=_papers(case, asked),
        asks=list(asks_of(asked, obligation)),
        digest=obligation.digest,
        answers=reply.answers,
        reason=reply.reason,
        actions=_actions(case, obligation) if asked else [],
        uploads=list(asked.files) if isinstance(asked, Confirmation) else [],
        files=enclosure_views(asked, reply),
    )


def awaited_word(word: Awaited) -> AwaitedWord:
    """What a counter is told of one word that is waited for."""
    case, obligation = word.case, word.obligation
    check = inspection_view(case, for_staff=False) if obligation is None else None
    clear = word.own or is_enterprise(case.person)
    return AwaitedWord(
        case=case.id,
        version=case.version,
        case_number=case.number,
        item_name=case.item_name,
        applicant=case.person_name if clear else mask_name(case.person_name),
        kind=WordView.of(obligation.kind) if obligation else _STATEMENT,
        name=obligation.name if obligation else _proposed(case),
        obligation=obligation.id if obligation else None,
        until=obligation.due if obligation else (check.speak_until if check else None),
        proposed_for=check.proposed_for if check else None,
        proposed_basis=check.proposed_basis if check else None,
        hearing_offered=check is not None and check.hearing_offered,
        statement=check.statement if check else None,
        here=word.here,
        says=word.says,
    )


def _proposed(case: Case) -> str:
    """What is proposed that somebody may speak about."""
    proposal = case.inspection.proposal if case.inspection else None
    return f"拟{proposal.verb}决定" if proposal else _STATEMENT.label


def enclosure_views(asked: AskedOfOthers | None, reply: Reply) -> list[EnclosureView]:
    """What somebody uploaded with their yes."""
    wanted = asked.files if isinstance(asked, Confirmation) else ()
    return [_file(each.key, each.name, number, use) for each in wanted for number, use in enumerate(reply.files.get(each.key, []))]


def _papers(case: Case, asked: AskedOfOthers | None) -> list[EnclosureView]:
    names = {each.key: each.name for each in case.materials}
    return [_file(key, names[key], number, use) for key, uses in papers_shown(case, asked).items() for number, use in enumerate(uses)]


def _file(key: str, name: str, number: int, use: FileUse) -> EnclosureView:
    return EnclosureView(key=key, number=number, name=name, content_type=use.content_type, size=use.size, pages=use.pages)


def _number(applicant: Applicant) -> str:
    """By which the reader tells whose matter it is: of a person masked, of a unit its credit code, which is public."""
    number = applicant.key.id_number if applicant.key else ""
    return number if is_enterprise(applicant.id) else mask_number(number)


def _handed_in(case: Case) -> dict[str, JsonValue]:
    """What they were asked about: not what the applicant has begun to mend and may yet hand in otherwise."""
    return case.snapshots[-1].form if case.snapshots else case.form


def _row(act: Act, case: Case, obligation: Obligation, *, full: bool) -> dict[str, Any]:
    own = case.person == act.person
    is_open = obligation.is_open and not case.state.is_final
    kept = obligation.model_dump(include={"id", "name", "since", "due", "met_at", "declined_at", "ended_for"})
    return kept | {
        "kind": WordView.of(obligation.kind),
        "item": case.item,
        "item_name": case.item_name,
        "applicant": case.person_name if own or full or is_enterprise(case.person) else mask_name(case.person_name),
        "who_name": obligation.who_name or case.person_name,
        "case": case.id if own else None,
        "open": is_open,
        "overdue": is_open and obligation.due is not None and obligation.due <= act.at,
    }


def _shown(version: ItemVersion, asked: AskedOfOthers, form: dict[str, JsonValue]) -> list[ShownAnswer]:
    fields = [field for key in fields_of(version, asked) if key in form and (field := version.field(key)) is not None]
    return [
        ShownAnswer(key=each.key, label=each.on_paper, value=_of_people(each, form[each.key]), words=_words(each, form[each.key]))
        for each in fields
    ]


def _words(field: FormField, value: JsonValue) -> str:
    """As people read it: of a person or an enterprise the name, a date as it is written."""
    return said(field, value) if field.type in (FieldType.DATE, FieldType.MONTH) and value is not None else in_words(field, value)


def _of_people(field: FormField, value: JsonValue) -> JsonValue:
    """Others named in the same form are known by name; their numbers and telephones are nobody else's to read."""
    if isinstance(value, list):
        return [_of_people(field, each) for each in value]
    if field.type not in (FieldType.PERSON, FieldType.PEOPLE) or not isinstance(value, dict):
        return value
    return {key: _MASKS[key](str(each)) if key in _MASKS and each else each for key, each in value.items()}


def _actions(case: Case, obligation: Obligation) -> list[str]:
    if not obligation.is_open or case.state.is_final:
        return []
    return ["confirm" if obligation.kind is ObligationKind.CONFIRMATION else "sign", "decline"]
