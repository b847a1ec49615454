"""Which cards a subject has earned by the district's rules, for whom, and when it must be looked at next. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from backend.workdays import WorkCalendar
from models.supervision import WHOLE, Budget, Card, CardRule, Holder, Level, Scope, Side, Subject, SupervisionRules


@dataclass(frozen=True)
class Earned:
    """A card to be given."""

    rule: CardRule
    step: str
    step_name: str
    holder: Holder
    budget: Budget | None = None
    rests_on: tuple[str, ...] = ()


def earned(subject: Subject, rules: SupervisionRules, given: list[Card], day: int) -> list[Earned]:
    """What was earned and not given yet, the gravest last; nothing while somebody outside is waited for or a clock stands.

    `given`: the subject's cards so far, `day`: minutes of a day's office hours. One card a step and level; a graver one given at once for
    the same limit, or before, stands for the lighter.
    """
    had = {(card.step, card.level) for card in given}
    found: dict[tuple[str, Level], Earned] = {}
    for rule in rules.rules:
        for each in _by_rule(subject, rule, given, day):
            if (each.step, rule.level) not in had:
                found.setdefault((each.step, rule.level), each)
    gravest = _gravest(given, found.values())
    kept = [each for each in found.values() if _gravity(each.rule.level) >= gravest.get((each.step, each.rule.scope), 0)]
    return sorted(kept, key=lambda each: _gravity(each.rule.level))


def _gravest(given: Iterable[Card], found: Iterable[Earned]) -> dict[tuple[str, Scope | None], int]:
    """How grave the gravest card of each limit is, given or to be given."""
    gravest: dict[tuple[str, Scope | None], int] = {}
    all_of_time = [(card.step, card.scope, card.level) for card in given] + [
        (each.step, each.rule.scope, each.rule.level) for each in found
    ]
    for step, scope, level in all_of_time:
        if scope is not None:
            gravest[step, scope] = max(gravest.get((step, scope), 0), _gravity(level))
    return gravest


def _gravity(level: Level) -> int:
    return list(Level).index(level)


def next_moment(subject: Subject, rules: SupervisionRules, calendar: WorkCalendar, now: datetime) -> datetime | None:
    """When a rule of time will hold next, if nothing is done; none while nothing runs."""
    day = calendar.hours.minutes
    left = [
        rule.threshold(budget.limit, day) - budget.used
        for budget in subject.budgets
        for rule in rules.rules
        if budget.limit is not None and budget.running and rule.scope is budget.scope and _may_be_given(subject, rule)
    ]
    return min((calendar.add_office_minutes(now, minutes) for minutes in left if minutes > 0), default=None)


def _may_be_given(subject: Subject, rule: CardRule) -> bool:
    """Never while people are waited for; a stop of the promised clock alone leaves the statutory one running, and one that is a step
    with a limit of its own leaves that running."""
    at = subject.now_with
    if at is None or at.side is Side.OFFICE or (at.own and rule.scope is Scope.STEP):
        return True
    return at.side is Side.OTHER_STOP and rule.scope is Scope.STATUTORY


def _by_rule(subject: Subject, rule: CardRule, given: list[Card], day: int) -> Iterator[Earned]:
    if not _may_be_given(subject, rule):
        return
    if rule.is_of_time:
        yield from _by_time(subject, rule, given, day)
    elif rule.several is not None:
        yield from _by_several(rule, given)
    else:
        for breach in subject.breaches:
            if breach.key == rule.breach:
                yield Earned(rule, breach.step, breach.name, breach.holder)


def _by_time(subject: Subject, rule: CardRule, given: list[Card], day: int) -> Iterator[Earned]:
    for budget in subject.budgets:
        if budget.scope is rule.scope and _holds(rule, budget, day) and _unhandled(subject, rule, budget, given):
            yield Earned(rule, budget.step, budget.name, _answers_for(subject, budget), budget)


def _holds(rule: CardRule, budget: Budget, day: int) -> bool:
    """What has happened counts also for what is done; what is about to happen only while it may still be prevented."""
    if budget.limit is None or not budget.uses or budget.used == 0 or budget.limit < rule.limit_at_least_days * day:
        return False
    if rule.over_days is None and (budget.is_over or not budget.running):
        return False
    return budget.used >= rule.threshold(budget.limit, day)


def _unhandled(subject: Subject, rule: CardRule, budget: Budget, given: list[Card]) -> bool:
    """Whether the office did nothing since the card this rule follows upon."""
    if rule.unhandled_after is None:
        return True
    before = [card for card in given if card.step == budget.step and card.level is rule.unhandled_after and card.stands]
    return any(subject.acted_at is None or subject.acted_at <= card.at for card in before)


def _answers_for(subject: Subject, budget: Budget) -> Holder:
    """Who used most of it. Of a limit of the whole: who used most of the step that went furthest beyond its own."""
    worst = budget
    if budget.scope is not Scope.STEP:
        steps = [each for each in subject.budgets if each.scope is Scope.STEP and (each.end is None or each.end > budget.start)]
        worst = max((each for each in steps if each.over), key=lambda each: each.over, default=budget)
    return worst.uses[0].holder


def _by_several(rule: CardRule, given: list[Card]) -> Iterator[Earned]:
    """Cards of several steps; who got the last of them gets this one. The whole's own limit is no second step."""
    assert rule.several is not None
    cards = [card for card in given if card.level is rule.several.level and card.scope is Scope.STEP and card.stands]
    if len(cards) >= rule.several.count:
        last = max(cards, key=lambda card: card.at)
        to = last.given_to
        holder = Holder(department=last.department, person=to.id if to else None, name=to.name if to else "")
        yield Earned(rule, WHOLE, last.step_name, holder, rests_on=tuple(card.id for card in cards))
