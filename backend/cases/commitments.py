"""What may be committed to instead of proven (告知承诺), what exactly is signed, and what of it still holds. Pure."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime

from pydantic import JsonValue

from backend.cases.actions import Action
from backend.cases.words import listed
from backend.catalogue import asked_answers
from backend.errors import FieldError
from backend.registers import canonical
from models.cases import Case, CaseMaterial, CommitmentLetter, InspectionState, Term, Word
from models.catalogue import ItemVersion, LegalBasis, Need

Answers = Mapping[str, JsonValue]


def terms_of(version: ItemVersion) -> list[Term]:
    """The letter in the order of 国办发〔2020〕42号: item, basis, what was to be proven, how it is committed to, what follows
    from an untrue commitment, how it is checked, whether it is public. A rule nobody has checked is not told as law."""
    commitment = version.commitment
    if commitment is None:
        return []
    return [
        Term(name="事项名称", text=version.name),
        Term(name="设定依据", text="；".join(_law(law) for law in commitment.basis if law.verified)),
        Term(name="证明内容", text=commitment.proves),
        Term(name="承诺内容", text=commitment.text),
        Term(name="不实承诺的责任", text=commitment.consequence),
        Term(name="核查方式", text=commitment.inspection),
        Term(name="承诺书的公开和期限", text=commitment.publicity),
    ]


def digest_of(version: ItemVersion, form: Answers, today: date) -> str:
    """SHA-256 of the canonical JSON of what is signed: the version, its terms, and the answers given in the form."""
    about: dict[str, JsonValue] = {
        "version": version.id,
        "terms": [[each.name, each.text] for each in terms_of(version)],
        "form": asked_answers(version.form, form, today),
    }
    return hashlib.sha256(canonical(about)).hexdigest()


def stands(case: Case, version: ItemVersion, today: date) -> bool:
    """Whether the letter was signed over the answers as they are."""
    return case.commitment is not None and case.commitment.digest == digest_of(version, case.form, today)


def replaceable(materials: list[CaseMaterial], version: ItemVersion) -> list[CaseMaterial]:
    """What is asked for, was not handed in, and a commitment would stand for."""
    replaces = version.commitment.replaces if version.commitment else ()
    return [each for each in materials if each.key in replaces and not each.handed_in and not each.exempt]


def skipped(case: Case, version: ItemVersion) -> list[str]:
    """Keys of the steps a commitment made now would let the decision not wait for: once they have begun, those the letter given
    before has spared already, since changed answers are committed to anew (a correction after acceptance)."""
    if case.steps:
        return list(case.commitment.skips) if case.commitment else []
    return list(version.commitment.skips) if version.commitment else []


def is_worth_it(case: Case, version: ItemVersion) -> bool:
    """Whether a commitment would spare anything."""
    return bool(replaceable(case.materials, version) or skipped(case, version))


def unspoken(case: Case, version: ItemVersion) -> list[str]:
    """Names of materials that are needed, were not handed in and may be committed to, which nobody has done."""
    needed = {each.key for each in version.materials if each.need is Need.REQUIRED}
    return [each.name for each in replaceable(case.materials, version) if each.key in needed and not each.committed]


def covered(materials: list[CaseMaterial], version: ItemVersion, letter: CommitmentLetter | None) -> list[CaseMaterial]:
    """The materials, marked with the letter that stands for them; without one, unmarked."""
    keys = {each.key for each in replaceable(materials, version)} if letter else set[str]()
    number = letter.number if letter else ""
    return [each.model_copy(update={"committed": number if each.key in keys else ""}) for each in materials]


def letter(case: Case, version: ItemVersion, number: str, at: datetime, word: Word) -> CommitmentLetter:
    """The letter as it is given now."""
    return CommitmentLetter(
        number=number,
        at=at,
        digest=digest_of(version, case.form, at.date()),
        word=word,
        terms=terms_of(version),
        materials=[each.key for each in replaceable(case.materials, version)],
        skips=skipped(case, version),
    )


def offered(action: Action, case: Case, version: ItemVersion, today: date) -> bool:
    """Whether there is anything for an action on a commitment or its check to act on; other actions are always offered."""
    if action in (Action.COMMIT, Action.HEAR_COMMITMENT):
        return not stands(case, version, today) and is_worth_it(case, version)
    if action in (Action.DECLINE_COMMITMENT, Action.HEAR_DECLINE):
        return case.commitment is not None
    wanted = _OF_INSPECTIONS.get(action)
    return wanted is None or (case.inspection is not None and case.inspection.state in wanted)


_LOOKING = frozenset({InspectionState.WAITING, InspectionState.CORRECTING})
_SPEAKING = frozenset({InspectionState.PROPOSED})
_OF_INSPECTIONS = {
    Action.INSPECT: _LOOKING,
    Action.ASSIGN_INSPECTOR: _LOOKING,
    Action.SPEAK: _SPEAKING,
    Action.HEAR_STATEMENT: _SPEAKING,
    Action.KEEP_DECISION: _SPEAKING,
    Action.ANNUL: _SPEAKING,
}
"""How far a check must be for an action on it."""


def outdated(case: Case, version: ItemVersion, today: date) -> list[FieldError]:
    """What is wrong where the answers are not those any more that the applicant committed to."""
    if case.commitment is None or stands(case, version, today):
        return []
    wanted = instead(case, version)
    spared = f"，或者不作承诺，{wanted}" if wanted else ""
    return [FieldError("/commitment", f"作出承诺以后又改了填写内容。请申请人本人看过新的内容，重新承诺{spared}。")]


def instead(case: Case, version: ItemVersion) -> str:
    """What is wanted of a case whose commitment is declined: 「改交「…」，等工作人员办完「…」再作决定」; before acceptance the materials
    alone are said, as the steps follow of themselves."""
    papers = listed([each.name for each in replaceable(case.materials, version)])
    steps = listed(step_names(skipped(case, version), version)) if case.steps else ""
    return "，".join(each for each in (papers and f"改交{papers}", steps and f"等工作人员办完{steps}再作决定") if each)


def step_names(keys: list[str], version: ItemVersion) -> list[str]:
    """What those steps are called."""
    return [step.name for step in version.steps if step.key in keys]


def _law(law: LegalBasis) -> str:
    return f"《{law.title}》{law.article}"
