"""What counterparts have confirmed and stands on what is granted, such as the ward and the contract's dates of a doctor. Pure."""

from collections.abc import Iterator

from pydantic import JsonValue

from models.cases import Case, Obligation, ObligationKind, Reply
from models.catalogue import Confirmation, ItemVersion
from models.forms import FormField


def stated_by_others(case: Case, version: ItemVersion) -> list[tuple[FormField, JsonValue]]:
    """The answers of each counterpart's last yes which its confirmation says are `stated`, in order."""
    return [found for each in version.confirmations for found in _of(case, each)]


def _of(case: Case, confirmation: Confirmation) -> Iterator[tuple[FormField, JsonValue]]:
    yes = next((each for each in reversed(case.obligations) if _is_yes(each, confirmation)), None)
    answers = case.replies.get(yes.id, Reply()).answers if yes is not None else {}
    for field in confirmation.asks:
        if field.key in confirmation.stated and answers.get(field.key) not in (None, "", []):
            yield field, answers[field.key]


def _is_yes(obligation: Obligation, confirmation: Confirmation) -> bool:
    return obligation.kind is ObligationKind.CONFIRMATION and obligation.key == confirmation.key and obligation.met_at is not None
