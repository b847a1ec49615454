"""One case run through two versions of its item."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pydantic import JsonValue

from backend.catalogue.diff.words import outcome_words
from backend.catalogue.forms import form_faults, hold, is_answered, needed_materials
from backend.catalogue.limits import limits_for
from backend.catalogue.rule_check import example_values
from backend.catalogue.rules import Decision, Question, Rule, RuleFailed
from backend.catalogue.simulator.telling import lack_words, not_kept_words
from backend.catalogue.standards import most_of, standard_for, value_of
from backend.workdays import Pause, WorkCalendar
from models.catalogue import Fill, ItemVersion, Outcome, Party
from models.catalogue.simulation import CaseEffect, Verdict
from models.forms import FormField
from models.kept_answers import KeptAnswer

_RULE_FAILED = Decision(Outcome.PERSON, "规则在这些数据上算不出结果，转人工。")


@dataclass(frozen=True)
class Replay:
    """A case as far as a version can be tried on it.

    `answers`: what the registers said at the time, as far as it was kept; None: nothing was. `given`: in place of answers the
    rule's bare variables, registers by name, where the case is made up. `handed_over_for`: why it went to a person instead of being
    decided at once; `ended`: what that person decided, in words. `facts`: keys of the answers as a register gave them, which nobody can
    mend; `decided`: what was decided of it in the end, in words, on `decided_on`; `refused`: whether that was against the applicant.
    """

    number: str
    on: date
    before: ItemVersion
    form: Mapping[str, JsonValue] = field(repr=False)
    agent: bool = False
    accepted_at: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    given: Mapping[str, Any] | None = field(default=None, repr=False)
    answers: Mapping[str, KeptAnswer] | None = field(default=None, repr=False)
    handed_over_for: str = ""
    ended: str = ""
    region: str | None = None
    facts: frozenset[str] = frozenset()
    decided: str = ""
    decided_on: date | None = None
    refused: bool = False


class NotKept(Exception):
    """A case that cannot be decided anew; the reason in words."""


class Bench:
    """The version that is tried, with its rule compiled; rules of the versions before it are compiled as they come."""

    def __init__(self, after: ItemVersion, calendar: WorkCalendar, names: Mapping[str, str]) -> None:
        """`names`: of registers, for people."""
        self.after = after
        self._calendar = calendar
        self._names = names
        self._rules: dict[str, Rule] = {}

    def effect(self, replay: Replay, verdicts: "tuple[Decision, Decision] | None") -> CaseEffect:
        """Everything that would be different for a case; `verdicts` as `decisions` gave them, None too where it cannot be known."""
        made = CaseEffect(number=replay.number, on=replay.on)
        for name, value in self._differences(replay, verdicts):
            setattr(made, name, value)
        return made

    def decisions(self, replay: Replay) -> tuple[Decision, Decision] | None:
        """What both rules say. None: nothing a rule decides, or the same rule. Raises NotKept where it cannot be known."""
        before, after = replay.before.instant, self.after.instant
        if before is None and after is None:
            self._require_asked_alike(replay)
            return None
        if before is None or after is None:
            raise NotKept("原来由工作人员决定，不能用规则重算。" if before is None else "改为由工作人员决定，不能用规则重算。")
        if before.digest == after.digest and replay.before.form == self.after.form:
            return None
        if replay.given is not None:
            return self._on_values(replay.before, replay), self._on_values(self.after, replay)
        return self._anew(replay)

    def barred(self, replay: Replay) -> tuple[FormField, str] | None:
        """The first answer a register gave that keeps somebody from applying by now, as an age limit does, and did not before; with what
        they would be told. Of what was refused anyway None."""
        if replay.refused:
            return None
        old, new = _told(replay.before, replay), _told(self.after, replay)
        fields = (each for each in self.after.form if each.key in replay.facts and is_answered(replay.form.get(each.key)))
        return next(((each, new[each.key]) for each in fields if each.key in new and each.key not in old), None)

    def _require_asked_alike(self, replay: Replay) -> None:
        """Raises NotKept where registers would be asked something else of the applicant, or of whom the form names: of those only what
        differed was kept."""
        if replay.given is not None or replay.decided_on is None:
            return  # made up: no register was asked
        if replay.before.rests_on != self.after.rests_on:
            raise NotKept("批准前向部门系统核对的条件改了，当时的回答没有保存，不能重算。")
        old = {each.key: each.listed for each in replay.before.form}
        for each in self.after.form:
            if each.listed != old.get(each.key, each.listed) and is_answered(replay.form.get(each.key)):
                raise NotKept(f"「{each.label}」向部门系统核对的条件改了，当时只记下了对不上的地方，不能重算。")

    def _anew(self, replay: Replay) -> tuple[Decision, Decision]:
        """What both rules say of what the registers answered at the time. Raises NotKept where one would use what was not kept."""
        if not replay.answers:
            raise NotKept(not_kept_words(mismatch=bool(replay.handed_over_for) and replay.answers is not None))
        question = Question(form=replay.form, today=replay.on, answers=replay.answers, agent=replay.agent)
        was = self._on_answers(replay.before, question)
        if replay.handed_over_for and was.outcome is not Outcome.PERSON:
            raise NotKept("规则当时是通过的，因为取不到能用的证明文件才转了人工；这不由规则决定，不能重算。")
        return was, self._on_answers(self.after, question)

    def _on_answers(self, version: ItemVersion, question: Question) -> Decision:
        rule = self._rule(version)
        try:
            if (lack := rule.lack(question)) is not None:
                raise NotKept(lack_words(lack, self._names))
            return rule.decide(question)
        except RuleFailed:
            return _RULE_FAILED

    def _on_values(self, version: ItemVersion, replay: Replay) -> Decision:
        assert version.instant is not None
        assert replay.given is not None
        values = example_values(version.instant, {**replay.given, "form": replay.form, "agent": replay.agent}, replay.on)
        try:
            return self._rule(version).decide_values(values)
        except RuleFailed:
            return _RULE_FAILED

    def _rule(self, version: ItemVersion) -> Rule:
        key = f"{version is self.after}{version.id}"
        if key not in self._rules:
            self._rules[key] = Rule(version)
        return self._rules[key]

    def _differences(self, replay: Replay, verdicts: tuple[Decision, Decision] | None) -> Iterator[tuple[str, object]]:
        barred = self.barred(replay)
        if barred is not None:
            yield from _kept_out(replay, *barred, verdicts[0] if verdicts else None)
        elif verdicts is not None:
            yield from _of_decisions(replay, self.after, *verdicts)
        if barred is None and not replay.refused:
            yield "fixed", self._fixed(replay)
        parties = frozenset({Party.AGENT}) if replay.agent else frozenset[Party]()
        was = {each.key: each.name for each in needed_materials(replay.before, replay.form, replay.on, parties)}
        now = {each.key: each.name for each in needed_materials(self.after, replay.form, replay.on, parties)}
        yield "newly_asked", [name for key, name in now.items() if key not in was]
        yield "no_longer_asked", [name for key, name in was.items() if key not in now]
        old, told = _faults(replay.before, replay), barred[1] if barred else ""
        yield "to_fill", [fault for fault in _faults(self.after, replay) if fault not in old and fault != told]
        if replay.agent and not self.after.proxy.allowed:
            yield "proxy", self.after.proxy.reason
        due, new_due = self._due(replay.before, replay), self._due(self.after, replay)
        if due != new_due:
            yield "due_before", due
            yield "due_after", new_due

    def _fixed(self, replay: Replay) -> list[str]:
        """What the standards have officers fix otherwise, such as an amount by age."""
        was, now = _by_standards(replay.before, replay), _by_standards(self.after, replay)
        return [f"{label}从{was[key][1]}变为{words}" for key, (label, words) in now.items() if key in was and was[key][1] != words]

    def _due(self, version: ItemVersion, replay: Replay) -> datetime | None:
        if replay.accepted_at is None or any(pause.end is None for pause in replay.pauses):
            return None
        limits = limits_for(version, replay.form, replay.on)
        return self._calendar.deadline(replay.accepted_at, limits.longest, replay.pauses).at


def _told(version: ItemVersion, replay: Replay) -> dict[str, str]:
    """What would be told of each answer, by its key."""
    faults = form_faults(version.form, replay.form, replay.on, complete=True)
    return {each.pointer.split("/")[2]: each.detail for each in reversed(faults)}


def _by_standards(version: ItemVersion, replay: Replay) -> dict[str, tuple[str, str]]:
    """By key: the label of what officers fix as the standards say, and what that is, in words."""
    day = replay.decided_on or replay.on
    binding = [each for step in version.steps for each in step.fills if each.follows or any(one.most is not None for one in each.standards)]
    return {
        each.key: (each.label, _standard_words(each, replay, day))
        for each in binding
        if each.standards and hold(each.show_when, replay.form, day)
    }


def _standard_words(fill: Fill, replay: Replay, day: date) -> str:
    standard = standard_for(fill, replay.form, replay.region, day)
    if standard is None:
        return "「没有一档标准符合」"
    most = most_of(standard, replay.form)
    return f"「{fill.label_of(str(value_of(standard, fill, day)))}」" if most is None else f"「最多{most:g}」"


def _kept_out(replay: Replay, asked: FormField, why: str, was: Decision | None) -> Iterator[tuple[str, object]]:
    """Somebody who could not apply any more."""
    before = _verdict(replay.before, was) if was is not None else Verdict(outcome=replay.decided or "可以申请", branch="")
    yield "before", before
    yield "after", Verdict(outcome="不能申请", branch=f"申请条件「{asked.label}」", reason=why)
    yield "ended", replay.ended


def _faults(version: ItemVersion, replay: Replay) -> list[str]:
    """What would have to be mended in its form; the version's own labels, no answers."""
    return [fault.detail for fault in form_faults(version.form, replay.form, replay.on, complete=True)]


def _of_decisions(replay: Replay, after: ItemVersion, was: Decision, now: Decision) -> Iterator[tuple[str, object]]:
    if (was.outcome, was.reason) != (now.outcome, now.reason):
        yield "before", _verdict(replay.before, was)
        yield "after", _verdict(after, now)
        yield "ended", replay.ended
    elif was.data != now.data:
        yield "data", sorted(key for key in was.data.keys() | now.data.keys() if was.data.get(key) != now.data.get(key))


def _verdict(version: ItemVersion, decision: Decision) -> Verdict:
    branch = "哪一条都不符合"
    if decision.branch is not None and version.instant is not None:
        branch = f"第{decision.branch + 1}条：{version.instant.branches[decision.branch].when}"
    return Verdict(outcome=outcome_words(decision.outcome), branch=branch, reason=decision.reason)
