"""Rules of instant items in CEL: compiled once, run on what the registers answered."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import JsonValue

from backend.catalogue import expressions as cel
from backend.catalogue.functions import FUNCTIONS
from models.catalogue import Instant, ItemVersion, Outcome
from models.catalogue.instant import ENTERPRISE, POPULATION, Criteria, Grouping
from models.kept_answers import KeptAnswer, KeptGroup
from models.registers import EnterpriseRecord, EnterpriseState, LifeStatus, PopulationRecord, RegisterAnswer, RegisterRecord
from models.registers import Outcome as Answered

Values = Mapping[str, Any]
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")


class RuleFailed(Exception):
    """A rule could not be evaluated on these values; a person takes over."""


@dataclass(frozen=True)
class Question:
    """What a rule is asked: a form's answers, the day, whether somebody acts for the person, what registers said (`Rule.keep`)."""

    form: Mapping[str, JsonValue]
    today: date
    answers: Mapping[str, KeptAnswer] = field(repr=False)
    agent: bool = False


@dataclass(frozen=True)
class Lack:
    """What of one register's answer a rule would use and was not kept. Neither members nor other criteria: it was not asked at all."""

    register: str
    members: tuple[str, ...] = ()
    other_criteria: bool = False


@dataclass(frozen=True)
class Decision:
    """What a rule said, and the data for the template where it grants. `reason` is Chinese, for people."""

    outcome: Outcome
    reason: str = ""
    branch: int | None = None  # which line of the rule decided; None: what every rule checks, or none held
    data: dict[str, JsonValue] = field(default_factory=dict)


class Rule:
    """The compiled rule of one version of an instant item."""

    def __init__(self, version: ItemVersion) -> None:
        """Raises ValueError where the version has no rule, or its CEL does not compile."""
        if version.instant is None:
            raise ValueError(f"{version.id} is not an instant item")
        instant = version.instant
        self._fields = [each.key for each in version.form]
        self._variables = instant.variables
        self._otherwise = instant.otherwise
        self._branches = [(cel.compile(branch.when), branch) for branch in instant.branches]
        self._data = {name: cel.compile(source) for name, source in instant.data.items()}
        self._criteria = {call.register_name: _compiled(call.criteria) for call in instant.registers}
        self._file_criteria = _compiled(instant.relayed.criteria) if instant.relayed else {}
        self._groups = instant.groups
        self._used = {name: _used_members(name, instant) for name in self._criteria}

    def criteria(self, form: Mapping[str, JsonValue], today: date) -> dict[str, dict[str, str]]:
        """For each register to ask, what narrows its answer: `registers.fetch(name, …, **criteria[name])`.

        Raises RuleFailed where the form's answers don't fit.
        """
        given = self._given({"form": form, "today": today.isoformat()})
        return {name: _texts(programs, given) for name, programs in self._criteria.items()}

    def file_criteria(self, form: Mapping[str, JsonValue], today: date) -> dict[str, str]:
        """What narrows the authority's file of a relayed item. Raises RuleFailed where the answers don't fit."""
        return _texts(self._file_criteria, self._given({"form": form, "today": today.isoformat()}))

    def keep(self, answers: Mapping[str, RegisterAnswer], criteria: Mapping[str, Mapping[str, str]]) -> dict[str, KeptAnswer]:
        """Of what the registers answered to `criteria`, what this rule uses, and nothing more. Raises RuleFailed where rows cannot
        be grouped."""
        return {name: self._kept(name, answer, criteria.get(name, {})) for name, answer in answers.items()}

    def lack(self, question: Question) -> Lack | None:
        """The first register of which this rule would use more than was kept for another one. Raises RuleFailed as `criteria`."""
        for name, criteria in self.criteria(question.form, question.today).items():
            kept = question.answers.get(name)
            if kept is None:
                return Lack(name)
            if kept.criteria != criteria:
                return Lack(name, other_criteria=True)
            if missing := self._missing(name, kept):
                return Lack(name, tuple(missing))
        return None

    def decide(self, question: Question) -> Decision:
        """Decides on what the registers answered. Before the item's own rule: somebody the population register does not
        know or knows as dead, a unit that exists no more, a register that has another name, or marks the record, are always a person's matter.

        Raises RuleFailed where the rule does not fit the records; a person takes over then too.
        """
        answers = {name: answer for name, answer in question.answers.items() if name in self._criteria}
        if doubt := _doubt(answers):
            return Decision(Outcome.PERSON, doubt)
        return self.decide_values(self._values(question, answers))

    def page(self, question: Question, outcome: Outcome) -> dict[str, JsonValue]:
        """What would stand on the paper with this outcome, whatever the branches say; without what the records cannot fill."""
        answers = {name: answer for name, answer in question.answers.items() if name in self._criteria}
        context = context_of(self._given(self._values(question, answers)))
        context.add_variable("result", outcome.value)
        page: dict[str, JsonValue] = {}
        for name, program in self._data.items():
            try:
                page[name] = evaluate(program, context)
            except RuleFailed:
                continue
        return page

    def decide_values(self, values: Values) -> Decision:
        """Decides on bare variables: what examples give."""
        given = self._given(values)
        context = context_of(given)
        for number, (program, branch) in enumerate(self._branches):
            holds = evaluate(program, context)
            if not isinstance(holds, bool):
                raise RuleFailed(f"第 {number + 1} 条得出 {holds!r}，不是 true 或 false")
            if holds:
                return self._decided(number, branch.outcome, branch.reason, context)
        return Decision(Outcome.PERSON, self._otherwise)

    def _decided(self, number: int, outcome: Outcome, reason: str, context: cel.Context) -> Decision:
        if outcome is Outcome.PERSON:
            return Decision(outcome, reason, number)
        context.add_variable("result", outcome.value)
        return Decision(outcome, reason, number, {name: evaluate(program, context) for name, program in self._data.items()})

    def _given(self, values: Values) -> dict[str, Any]:
        """Every variable; of records, only the members the rule asks for: turning them into CEL's values takes time."""
        given: dict[str, Any] = {name: {} for name in self._variables}
        given |= {"agent": False, "result": "", **values}
        given["form"] = {**dict.fromkeys(self._fields), **given["form"]}
        for name, grouping in self._groups.items():
            if name not in values:
                given[name] = _grouped(given[grouping.register_name].get(grouping.rows) or [], grouping)
        for name, used in self._used.items():
            if used is not None:
                given[name] = {member: value for member, value in given[name].items() if member in used}
        return given

    def _values(self, question: Question, answers: Mapping[str, KeptAnswer]) -> dict[str, Any]:
        """The variables of a rule, from what registers answered."""
        records = {name: answer.record for name, answer in answers.items()}
        found = {name: answer.outcome is Answered.FOUND for name, answer in answers.items()}
        told = {"form": question.form, "today": question.today.isoformat(), "agent": question.agent, "found": found}
        return {**told, **records, **self._kept_groups(answers)}

    def _kept(self, name: str, answer: RegisterAnswer, criteria: Mapping[str, str]) -> KeptAnswer:
        record, used = answer.data(), self._used[name]
        groups = [each for each in self._groups.values() if each.register_name == name]
        return KeptAnswer(
            outcome=answer.outcome,
            standing=_standing(answer.record),
            flags=list(answer.record.flags) if answer.record else [],
            criteria=dict(criteria),
            members=None if used is None else sorted(used),
            record={member: value for member, value in record.items() if used is None or member in used},
            groups=[
                KeptGroup(rows=each.rows, group=each.group, order=each.order, found=_grouped(record.get(each.rows) or [], each))
                for each in groups
            ],
            provenance=answer.provenance_of(*(used or ())),
        )

    def _kept_groups(self, answers: Mapping[str, KeptAnswer]) -> dict[str, list[dict[str, JsonValue]]]:
        """The groups that were kept, by this rule's names for them; others are made of the rows, where those were kept."""
        kept = {name: _same_group(answers.get(each.register_name), each) for name, each in self._groups.items()}
        return {name: group.found for name, group in kept.items() if group is not None}

    def _missing(self, name: str, kept: KeptAnswer) -> list[str]:
        """Members of a register's record this rule uses and that were not kept; none where there was no record."""
        if kept.members is None or kept.outcome is not Answered.FOUND:
            return []
        used = self._used[name]
        if used is None:
            return ["*"]
        rows = {each.rows for each in self._groups.values() if each.register_name == name and _same_group(kept, each) is None}
        return sorted((used | rows) - set(kept.members))


def _same_group(kept: KeptAnswer | None, wanted: Grouping) -> KeptGroup | None:
    """The kept group that sums up the same rows in the same way."""
    asked = (wanted.rows, wanted.group, wanted.order)
    return next((each for each in (kept.groups if kept else []) if (each.rows, each.group, each.order) == asked), None)


def _standing(record: RegisterRecord | None) -> str:
    """Whether who was asked about lives or exists, in the register's words."""
    if isinstance(record, PopulationRecord):
        return record.status.value
    return record.state.value if isinstance(record, EnterpriseRecord) else ""


def _used_members(register: str, instant: Instant) -> frozenset[str] | None:
    """The members of a register's record a rule's expressions ask for; None where one takes the record whole."""
    looked_at = [fact.on_record for fact in instant.by_hand if fact.on_record]
    text = _STRING.sub('""', " ".join([*(branch.when for branch in instant.branches), *instant.data.values(), *looked_at]))
    members: list[str] = re.findall(rf"(?<![\w.]){register}\b(?:\s*\.\s*([a-z_]\w*))?", text)
    return None if "" in members else frozenset(members)


def _grouped(rows: Sequence[Mapping[str, Any]], grouping: Grouping) -> list[dict[str, Any]]:
    """See `Grouping`. Raises RuleFailed where a row has no such member."""
    groups: dict[Any, list[Mapping[str, Any]]] = {}
    try:
        for row in rows:
            groups.setdefault(row[grouping.group], []).append(row)
        return [
            {
                "key": key,
                "count": len(group),
                "first": min(group, key=lambda row: row[grouping.order]),
                "last": max(group, key=lambda row: row[grouping.order]),
            }
            for key, group in groups.items()
        ]
    except (KeyError, TypeError) as error:
        raise RuleFailed(f"{grouping.rows} 分不了组（{type(error).__name__}）") from error


def _doubt(answers: Mapping[str, KeptAnswer]) -> str:
    """Why a person must look at it whatever the rule says; nothing where there is no such reason."""
    of_unit = ENTERPRISE in answers and POPULATION not in answers
    if doubt := _doubt_of_unit(answers[ENTERPRISE]) if of_unit else _doubt_of_person(answers.get(POPULATION)):
        return doubt
    for answer in answers.values():
        if answer.outcome is Answered.NAME_MISMATCH:
            return f"部门系统里登记的{'单位名称与营业执照' if of_unit else '姓名与身份证'}上的不一致，需要工作人员核对。"
        if answer.flags:
            return f"部门系统里的记录有标注（{'、'.join(answer.flags)}），需要工作人员核对。"
    return ""


def _doubt_of_person(population: KeptAnswer | None) -> str:
    if population is None or not population.standing:
        return "人口信息里没有查到对应的登记，需要工作人员核对身份。"
    if population.standing != LifeStatus.ALIVE.value:
        return "人口信息里的登记状态有变化，需要工作人员核对。"
    return ""


def _doubt_of_unit(enterprise: KeptAnswer) -> str:
    if not enterprise.standing:
        return "企业登记信息里没有查到对应的登记，需要工作人员核对。"
    if enterprise.standing != EnterpriseState.EXISTING.value:
        return f"企业登记信息显示单位已{enterprise.standing}，需要工作人员核对。"
    return ""


def _compiled(criteria: Criteria) -> dict[str, cel.Program]:
    return {name: cel.compile(source) for name, source in criteria.items()}


def _texts(programs: Mapping[str, cel.Program], given: Values) -> dict[str, str]:
    context = context_of(given)
    values = {name: evaluate(program, context) for name, program in programs.items()}
    for name, value in values.items():
        if not isinstance(value, str):
            raise RuleFailed(f"查询条件 {name} 不是文字：{value!r}")
    return values


def context_of(given: Values) -> cel.Context:
    """What an expression sees: these variables, and our functions."""
    return cel.Context(variables=dict(given), functions=dict(FUNCTIONS))


def evaluate(program: cel.Program, context: cel.Context) -> Any:
    """The value of an expression. Raises RuleFailed, without the values it failed on."""
    try:
        return program.execute(context)
    except (ValueError, TypeError, RuntimeError, LookupError, AttributeError) as error:
        raise RuleFailed(f"{program.source!r}（{type(error).__name__}）") from error  # its values stay out of logs
