"""The way a case may go: one table. From it come the API's `actions`, docs/case-flow.md and the full test.

A row says: this action, from this state to that one, by whom, recorded as which event. Where one action leads to
two states, `when` tells them apart; the rows of a pair of action and state are looked at in order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from backend.cases.actions import Action
from models.acts import DECIDING_ROLES, Power, Role
from models.cases import CaseState as S


class Who(StrEnum):
    """Who may take an action."""

    APPLICANT = "applicant"  # the person whose matter it is, or who acts for them under a grant
    PRINCIPAL = "principal"  # that person alone
    PRE_REVIEWER = "pre_reviewer"
    RECEPTION = "reception"
    REVIEWER = "reviewer"
    STEP = "step"  # whose step it is
    HEAD = "head"
    HANDLER = "handler"  # any of the staff it may come to
    SYSTEM = "system"


STAFF_ROLES: dict[Who, frozenset[Role]] = {
    Who.PRE_REVIEWER: frozenset({Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE}),
    Who.RECEPTION: frozenset({Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE}),
    Who.REVIEWER: DECIDING_ROLES,
    Who.STEP: frozenset({Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE, Role.VILLAGE_OFFICER, Role.RECEPTIONIST}),
    Who.HEAD: frozenset({Role.CHIEF_REPRESENTATIVE}),
    Who.HANDLER: frozenset({Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE, Role.VILLAGE_OFFICER, Role.RECEPTIONIST}),
}
"""The head of a department on a case is its chief representative (首席代表)."""

_POWERS: dict[Action, Power] = {
    Action.SAVE: Power.SUBMIT,
    Action.PRE_REVIEW: Power.SUBMIT,
    Action.SUBMIT: Power.SUBMIT,
    Action.RESUBMIT: Power.MEND,
    Action.WITHDRAW: Power.WITHDRAW,
    Action.URGE: Power.SEE,
    Action.HAND_IN: Power.MEND,
    Action.REPORT_DONE: Power.MEND,
}


def power_of(action: Action, state: S) -> Power | None:
    """What a delegation must allow its agent for this action of the applicant; None where no agent may take it."""
    return Power.MEND if action is Action.SAVE and state in MENDABLE else _POWERS.get(action)


class When(StrEnum):
    """What tells two rows of one action apart."""

    NOTHING_TO_BRING = "nothing_to_bring"  # the applicant need not come, and wants passing to count as filing
    ISSUED_AT_ONCE = "issued_at_once"  # the result is a certificate we make ourselves
    PART_ASKS = "part_asks"  # of a bundle: a department asks for a correction
    PARTS_OPEN = "parts_open"  # … some part is not decided, and none asks
    ENOUGH_GRANTED = "enough_granted"  # … every part is over: some are granted, and with them every essential one
    SOMETHING_STANDS = "something_stands"  # … some part was granted that the applicant gets something of
    OWED = "owed"  # it was granted on a promise that was not kept
    REFUSED = "refused"  # it was decided against the applicant
    ESSENTIAL_ANEW = "essential_anew"  # of a bundle: the refusal of its essential part was annulled, and with it that of the whole
    TOO_LITTLE_GRANTED = "too_little_granted"  # … every part is over, and none is granted or an essential one failed


@dataclass(frozen=True)
class Transition:
    """One row."""

    action: Action
    source: S
    target: S
    who: Who
    effect: str  # the event it leaves: "case." + this
    when: When | None = None


def _loops(action: Action, who: Who, effect: str, *states: S) -> Iterator[Transition]:
    """Rows of an action that leaves the state as it is."""
    return (Transition(action, state, state, who, effect) for state in states)


def _all_to(action: Action, target: S, who: Who, effect: str, *states: S) -> Iterator[Transition]:
    return (Transition(action, state, target, who, effect) for state in states)


def _follows(target: S, effect: str, when: When, *states: S) -> Iterator[Transition]:
    return (Transition(Action.FOLLOW_PARTS, state, target, Who.SYSTEM, effect, when) for state in states)


def _leaves(action: Action, who: Who, effect: str) -> Iterator[Transition]:
    """Rows that end the rest of a bundle."""
    sources = (S.ACCEPTED, S.CORRECTION_AFTER_ACCEPTANCE)
    return (Transition(action, state, S.GRANTED, who, effect, When.SOMETHING_STANDS) for state in sources)


MENDABLE = (S.RETURNED, S.CORRECTION, S.CORRECTION_AFTER_ACCEPTANCE)
UNFILED = (S.DRAFT, S.SUBMITTED, S.RETURNED, S.PRE_APPROVED)
FILED = (S.RECEIVED, S.CORRECTION, S.ACCEPTED, S.CORRECTION_AFTER_ACCEPTANCE, S.PAUSED)

TRANSITIONS: tuple[Transition, ...] = (
    # before filing
    *_loops(Action.SAVE, Who.APPLICANT, "saved", S.DRAFT, *MENDABLE),
    Transition(Action.PRE_REVIEW, S.DRAFT, S.SUBMITTED, Who.APPLICANT, "submitted"),
    *_loops(Action.CLAIM, Who.PRE_REVIEWER, "claimed", S.SUBMITTED),
    *_loops(Action.RELEASE, Who.PRE_REVIEWER, "released", S.SUBMITTED),
    *_loops(Action.PASS_MATERIAL, Who.PRE_REVIEWER, "material_passed", S.SUBMITTED),
    Transition(Action.RETURN, S.SUBMITTED, S.RETURNED, Who.PRE_REVIEWER, "returned"),
    Transition(Action.RESUBMIT, S.RETURNED, S.SUBMITTED, Who.APPLICANT, "resubmitted"),
    Transition(Action.PRE_APPROVE, S.SUBMITTED, S.ACCEPTED, Who.PRE_REVIEWER, "accepted", When.NOTHING_TO_BRING),
    Transition(Action.PRE_APPROVE, S.SUBMITTED, S.PRE_APPROVED, Who.PRE_REVIEWER, "pre_approved"),
    # filing
    Transition(Action.SUBMIT, S.DRAFT, S.RECEIVED, Who.APPLICANT, "received"),
    Transition(Action.SUBMIT, S.RETURNED, S.RECEIVED, Who.APPLICANT, "received"),
    Transition(Action.SUBMIT, S.PRE_APPROVED, S.ACCEPTED, Who.APPLICANT, "accepted", When.NOTHING_TO_BRING),
    Transition(Action.SUBMIT, S.PRE_APPROVED, S.RECEIVED, Who.APPLICANT, "received"),
    Transition(Action.RECEIVE, S.PRE_APPROVED, S.RECEIVED, Who.RECEPTION, "received"),
    # acceptance
    *_loops(Action.CLAIM, Who.RECEPTION, "claimed", S.RECEIVED),
    *_loops(Action.RELEASE, Who.RECEPTION, "released", S.RECEIVED),
    *_loops(Action.PASS_MATERIAL, Who.RECEPTION, "material_passed", S.RECEIVED),
    *_loops(Action.PASS_MATERIAL, Who.STEP, "material_passed", S.ACCEPTED),  # what was handed in anew after acceptance
    *_loops(Action.CHECK_ORIGINALS, Who.RECEPTION, "originals_checked", S.RECEIVED),
    Transition(Action.ACCEPT, S.RECEIVED, S.ACCEPTED, Who.RECEPTION, "accepted"),
    Transition(Action.NOT_ACCEPT, S.RECEIVED, S.NOT_ACCEPTED, Who.REVIEWER, "not_accepted"),
    Transition(Action.REQUEST_CORRECTION, S.RECEIVED, S.CORRECTION, Who.RECEPTION, "correction_requested"),
    Transition(Action.RESUBMIT, S.CORRECTION, S.RECEIVED, Who.APPLICANT, "resubmitted"),
    *_all_to(Action.DEEM_ACCEPTED, S.ACCEPTED, Who.SYSTEM, "deemed_accepted", S.RECEIVED, S.CORRECTION),
    *_loops(Action.GIVE_BACK, Who.SYSTEM, "claim_lapsed", S.SUBMITTED, S.RECEIVED, S.ACCEPTED, S.PAUSED),
    # inside acceptance
    *_loops(Action.CLAIM, Who.STEP, "claimed", S.ACCEPTED),
    *_loops(Action.RELEASE, Who.STEP, "released", S.ACCEPTED),
    *_loops(Action.COMPLETE_STEP, Who.STEP, "step_completed", S.ACCEPTED),
    *_loops(Action.LOOK_AGAIN, Who.REVIEWER, "looked_at_again", S.ACCEPTED),  # at what was found wanting on the spot, once it is mended
    Transition(Action.REQUEST_CORRECTION, S.ACCEPTED, S.CORRECTION_AFTER_ACCEPTANCE, Who.REVIEWER, "correction_requested"),
    Transition(Action.RESUBMIT, S.CORRECTION_AFTER_ACCEPTANCE, S.ACCEPTED, Who.APPLICANT, "resubmitted"),
    Transition(Action.PAUSE, S.ACCEPTED, S.PAUSED, Who.REVIEWER, "paused"),
    Transition(Action.RESUME, S.PAUSED, S.ACCEPTED, Who.REVIEWER, "resumed"),
    *_loops(Action.EXTEND, Who.HEAD, "extended", S.ACCEPTED),
    Transition(Action.GRANT, S.ACCEPTED, S.CLOSED, Who.STEP, "granted", When.ISSUED_AT_ONCE),
    Transition(Action.GRANT, S.ACCEPTED, S.GRANTED, Who.STEP, "granted"),
    *_all_to(Action.DEEM_GRANTED, S.GRANTED, Who.SYSTEM, "deemed_granted", S.ACCEPTED, S.CORRECTION_AFTER_ACCEPTANCE, S.PAUSED),
    Transition(Action.REFUSE, S.ACCEPTED, S.REFUSED, Who.STEP, "refused"),
    # a bundle goes where its parts go
    *_follows(S.CORRECTION_AFTER_ACCEPTANCE, "parts_ask", When.PART_ASKS, S.ACCEPTED),
    *_follows(S.ACCEPTED, "parts_open", When.PARTS_OPEN, S.CORRECTION_AFTER_ACCEPTANCE),
    *_follows(S.GRANTED, "parts_granted", When.ENOUGH_GRANTED, S.ACCEPTED, S.CORRECTION_AFTER_ACCEPTANCE),
    *_follows(S.REFUSED, "parts_refused", When.TOO_LITTLE_GRANTED, S.ACCEPTED, S.CORRECTION_AFTER_ACCEPTANCE),
    *_follows(S.CLOSED, "refusal_annulled", When.ESSENTIAL_ANEW, S.REFUSED, S.CLOSED),
    # the end
    *_all_to(Action.RECORD_RESULT, S.CLOSED, Who.RECEPTION, "closed", S.GRANTED, S.REFUSED),
    *_loops(Action.DELIVER, Who.RECEPTION, "delivery_opened", S.GRANTED),
    Transition(Action.DELIVERED, S.GRANTED, S.CLOSED, Who.SYSTEM, "closed"),
    *_all_to(Action.LAPSE, S.CLOSED, Who.SYSTEM, "lapsed", S.RECEIVED, S.CORRECTION, S.CORRECTION_AFTER_ACCEPTANCE),
    *_all_to(Action.END_BY_DEATH, S.ABORTED, Who.SYSTEM, "ended_by_death", *UNFILED, *FILED),
    # somebody who must confirm or sign says no, or nothing
    Transition(Action.SEND_BACK, S.SUBMITTED, S.RETURNED, Who.SYSTEM, "sent_back"),
    Transition(Action.SEND_BACK, S.PRE_APPROVED, S.RETURNED, Who.SYSTEM, "sent_back"),
    Transition(Action.SEND_BACK, S.RECEIVED, S.CORRECTION, Who.SYSTEM, "sent_back"),
    Transition(Action.SEND_BACK, S.ACCEPTED, S.CORRECTION_AFTER_ACCEPTANCE, Who.SYSTEM, "sent_back"),
    # … and gives their word after all, before anything was mended
    Transition(Action.GO_ON, S.RETURNED, S.SUBMITTED, Who.SYSTEM, "agreed_late"),
    Transition(Action.GO_ON, S.CORRECTION, S.RECEIVED, Who.SYSTEM, "agreed_late"),
    Transition(Action.GO_ON, S.CORRECTION_AFTER_ACCEPTANCE, S.ACCEPTED, Who.SYSTEM, "agreed_late"),
    *_all_to(Action.END_UNAGREED, S.ABORTED, Who.SYSTEM, "ended_unagreed", *UNFILED[1:], *FILED),
    # of a bundle only what is open is withdrawn or ended: what was granted stands, and is still handed out
    *_leaves(Action.WITHDRAW, Who.APPLICANT, "rest_withdrawn"),
    *_leaves(Action.ABORT, Who.HEAD, "rest_aborted"),
    Transition(Action.END_UNCONFIRMED, S.GRANTED, S.ABORTED, Who.SYSTEM, "ended_unconfirmed"),  # such as points nobody said yes to
    Transition(Action.END_UNPAID, S.GRANTED, S.ABORTED, Who.SYSTEM, "ended_unpaid"),  # nobody paid for it in time, or while it held
    *_all_to(Action.WITHDRAW, S.WITHDRAWN, Who.APPLICANT, "withdrawn", *UNFILED, *FILED),
    *_all_to(Action.ABORT, S.ABORTED, Who.HEAD, "aborted", *FILED),
    # what comes later (容缺)
    *_loops(Action.PROMISE, Who.PRINCIPAL, "tolerance_promised", *UNFILED, S.RECEIVED, S.CORRECTION),
    *_loops(Action.HEAR_PROMISE, Who.RECEPTION, "tolerance_promise_heard", S.SUBMITTED, S.PRE_APPROVED, S.RECEIVED),
    *_loops(Action.HAND_IN, Who.APPLICANT, "debt_handed_in", S.ACCEPTED, S.CORRECTION_AFTER_ACCEPTANCE, S.PAUSED, S.GRANTED),
    *_loops(Action.EXAMINE_DEBT, Who.RECEPTION, "debt_examined", S.ACCEPTED, S.CORRECTION_AFTER_ACCEPTANCE, S.PAUSED, S.GRANTED),
    *_loops(Action.REVOKE, Who.HEAD, "revocation_proposed", S.GRANTED),
    # commitments (告知承诺)
    *_loops(Action.COMMIT, Who.PRINCIPAL, "committed", *UNFILED, S.RECEIVED, S.CORRECTION, S.CORRECTION_AFTER_ACCEPTANCE),
    *_loops(
        Action.HEAR_COMMITMENT,
        Who.RECEPTION,
        "commitment_heard",
        S.SUBMITTED,
        S.PRE_APPROVED,
        S.RECEIVED,
        S.CORRECTION,
        S.CORRECTION_AFTER_ACCEPTANCE,
    ),
    *_loops(
        Action.DECLINE_COMMITMENT, Who.PRINCIPAL, "commitment_declined", *UNFILED, S.RECEIVED, S.CORRECTION, S.CORRECTION_AFTER_ACCEPTANCE
    ),
    *_loops(
        Action.HEAR_DECLINE,
        Who.RECEPTION,
        "commitment_declined_heard",
        S.SUBMITTED,
        S.PRE_APPROVED,
        S.RECEIVED,
        S.CORRECTION,
        S.CORRECTION_AFTER_ACCEPTANCE,
    ),
    *_loops(Action.INSPECT, Who.REVIEWER, "inspected", S.GRANTED, S.CLOSED),
    *_loops(Action.ASSIGN_INSPECTOR, Who.HEAD, "inspector_assigned", S.GRANTED, S.CLOSED),
    *_loops(Action.SPEAK, Who.PRINCIPAL, "applicant_spoke", S.GRANTED, S.REFUSED, S.CLOSED),
    *_loops(Action.HEAR_STATEMENT, Who.RECEPTION, "applicant_heard", S.GRANTED, S.REFUSED, S.CLOSED),
    *_loops(Action.KEEP_DECISION, Who.HEAD, "decision_kept", S.GRANTED, S.REFUSED, S.CLOSED),
    Transition(Action.ANNUL, S.GRANTED, S.CLOSED, Who.HEAD, "revoked", When.OWED),
    Transition(Action.ANNUL, S.REFUSED, S.CLOSED, Who.HEAD, "refusal_annulled", When.REFUSED),
    Transition(Action.ANNUL, S.CLOSED, S.CLOSED, Who.HEAD, "refusal_annulled", When.REFUSED),
    *_all_to(Action.ANNUL, S.CLOSED, Who.HEAD, "annulled", S.GRANTED, S.CLOSED),
    *_loops(Action.PROPOSE_ANNULMENT, Who.SYSTEM, "found_wrong", S.GRANTED, S.REFUSED, S.CLOSED),  # by a re-check
    *_loops(Action.FIND_WRONG, Who.HEAD, "annulment_proposed", S.GRANTED, S.REFUSED, S.CLOSED),
    *_loops(Action.REPORT_DONE, Who.APPLICANT, "duty_reported", S.GRANTED, S.CLOSED),  # what is owed after the decision
    # beside the way
    *_loops(Action.GREEN_CHANNEL, Who.HEAD, "green_channel", S.SUBMITTED, S.PRE_APPROVED, *FILED),
    *_loops(Action.RECUSE, Who.HANDLER, "recused", S.SUBMITTED, S.PRE_APPROVED, *FILED),
    *_loops(Action.ASK_RECUSAL, Who.PRINCIPAL, "recusal_asked", S.SUBMITTED, S.PRE_APPROVED, *FILED),
    *_loops(Action.DECIDE_RECUSAL, Who.HEAD, "recusal_decided", S.SUBMITTED, S.PRE_APPROVED, *FILED),
    *_loops(Action.URGE, Who.APPLICANT, "urged", S.SUBMITTED, S.RECEIVED, S.ACCEPTED, S.PAUSED, S.GRANTED),
    *_loops(Action.TAKE_OVER, Who.PRINCIPAL, "taken_over", *UNFILED),
)

_ROWS: dict[tuple[Action, S], tuple[Transition, ...]] = {
    key: tuple(row for row in TRANSITIONS if (row.action, row.source) == key) for key in {(row.action, row.source) for row in TRANSITIONS}
}

CASE_ENDS = frozenset(f"case.{row.effect}" for row in TRANSITIONS if row.target.is_final and row.source is not row.target)
"""Events after which a case may be over."""

_QUESTIONING = (
    Action.REVOKE,
    Action.INSPECT,
    Action.PROPOSE_ANNULMENT,
    Action.FIND_WRONG,
    Action.KEEP_DECISION,
)
QUESTIONED = frozenset(f"case.{row.effect}" for row in TRANSITIONS if row.action in _QUESTIONING)
"""Events after which a decision is to be taken back, or stands after all."""

_OF_RESULTS = (Action.GRANT, Action.DEEM_GRANTED, Action.RECORD_RESULT, Action.ANNUL)
_OF_OBLIGATIONS = frozenset({"case.confirmed", "case.signed", "case.debt_examined", "case.payment_settled"})
RESULT_EVENTS = (
    frozenset(f"case.{row.effect}" for row in TRANSITIONS if row.action in _OF_RESULTS)
    | _OF_OBLIGATIONS
    | {"case.result_ended", "case.result_restored"}
)
"""Events after which what a case hands out may be another, or may be handed out."""

_ABOUT_DECISIONS = frozenset(row.effect for row in TRANSITIONS if not {row.source, row.target} <= {*UNFILED, *FILED})
UNDECIDED_EVENTS = frozenset(f"case.{row.effect}" for row in TRANSITIONS if row.effect not in _ABOUT_DECISIONS) | {"case.begun"}
"""Events of cases on which nothing was decided before, nor by them."""

UNDER_HOLD = frozenset({Action.TAKE_OVER, Action.WITHDRAW, Action.END_BY_DEATH})
"""All that can be done to a frozen case: by the person whose matter it is alone, and by their death."""

IN_PERSON = frozenset({Action.PROMISE, Action.COMMIT, Action.DECLINE_COMMITMENT})
"""What no agent does: not a company's handler either, but its legal representative."""

IN_OWN_NAME = IN_PERSON | {Action.SPEAK}
"""What the legal representative says for an enterprise in person, without a grant; the rest is in its handler's hands."""

BY_SCRIBES = frozenset({Action.SAVE, Action.PRE_REVIEW, Action.SUBMIT, Action.RESUBMIT, Action.TAKE_OVER})
"""What a member of staff writes down for somebody without a phone who stands before them; beside it a draft may be thrown away."""
BY_PAPER = frozenset({Action.SAVE, Action.SUBMIT, Action.WITHDRAW})
"""Of these, what is done from a paper form whose applicant has gone home, before it is handed in."""

NOT_BY_THEIR_SCRIBE = frozenset(
    {
        Action.CLAIM,
        Action.PASS_MATERIAL,
        Action.RETURN,
        Action.PRE_APPROVE,
        Action.ACCEPT,
        Action.NOT_ACCEPT,
        Action.REQUEST_CORRECTION,
        Action.COMPLETE_STEP,
        Action.GRANT,
        Action.REFUSE,
        Action.ABORT,
    }
)
"""Looking and deciding: whoever wrote a case down leaves it to others. They may take its papers in and hand its result out."""

HOLDABLE = frozenset(UNFILED)
"""A revocation freezes what has not been filed; what has been goes on for the principal."""

AT_OTHER_COUNTERS = frozenset(
    {Action.RECEIVE, Action.CHECK_ORIGINALS, Action.HEAR_PROMISE, Action.HEAR_COMMITMENT, Action.HEAR_DECLINE, Action.HEAR_STATEMENT}
)
"""What a counter of another district may do for the one that decides (收受分离): see who comes, look at originals, take in, hear."""

CLAIM_NEEDED = frozenset(
    {
        (action, state)
        for state in (S.SUBMITTED, S.RECEIVED)
        for action in (
            Action.PASS_MATERIAL,
            Action.RETURN,
            Action.PRE_APPROVE,
            Action.ACCEPT,
            Action.NOT_ACCEPT,
            Action.REQUEST_CORRECTION,
            Action.RELEASE,
        )
    }
)
"""Reviewing acts: only whoever claimed the case takes them, and the head of the department."""


NOT_ON_PARTS = frozenset({Action.SAVE, Action.RESUBMIT, Action.WITHDRAW, Action.URGE, Action.TAKE_OVER})
"""What the applicant does with the bundle, never with one department's part of it."""

ON_BUNDLES = frozenset(
    {
        Action.SAVE,
        Action.RESUBMIT,
        Action.WITHDRAW,
        Action.URGE,
        Action.EXTEND,
        Action.RECORD_RESULT,
        Action.DELIVER,
        Action.DELIVERED,
        Action.ABORT,
        Action.END_BY_DEATH,
        Action.END_UNCONFIRMED,
        Action.FOLLOW_PARTS,
    }
)
"""All that can be done to a bundle once its parts have begun: the departments decide, each its own; its limits are its lead's to extend."""


def rows(action: Action, state: S) -> tuple[Transition, ...]:
    """The rows of an action in a state: none where it cannot be taken there."""
    return _ROWS.get((action, state), ())


def sources(action: Action) -> frozenset[S]:
    """The states an action starts from."""
    return frozenset(row.source for row in TRANSITIONS if row.action is action)


def diagram() -> str:
    """The table as a Mermaid state diagram: the content of docs/case-flow.md."""
    lines = [
        "# How a case goes",
        "",
        "Generated from `backend/cases/flow.py`; a test compares the two.",
        "",
        "```mermaid",
        "stateDiagram-v2",
    ]
    lines += [f"    {state.value}: {state.label}<br/>{state.value} {state.official_code}" for state in S]
    lines.append("    [*] --> draft")
    moves: dict[tuple[S, S], list[str]] = {}
    for row in TRANSITIONS:
        if row.source is not row.target:
            words = f"{row.action.label}({row.who.value})" + (f" [{row.when.value}]" if row.when else "")
            moves.setdefault((row.source, row.target), []).append(words)
    lines += [f"    {source.value} --> {target.value}: {', '.join(words)}" for (source, target), words in moves.items()]
    lines += [f"    {state.value} --> [*]" for state in S if state.is_final]
    lines += ["```", "", "Acts that leave the state as it is:", "", "| action | 按钮 | states | who |", "|---|---|---|---|"]
    for action in Action:
        stays = [row for row in TRANSITIONS if row.action is action and row.source is row.target]
        if stays:
            states, who = ", ".join(row.source.value for row in stays), ", ".join(sorted({row.who.value for row in stays}))
            lines.append(f"| `{action.value}` | {action.label} | {states} | {who} |")
    return "\n".join(lines) + "\n"
