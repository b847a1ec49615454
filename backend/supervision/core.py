"""The ground of supervision: subjects by kind, the district's rules, and who may look."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import yaml

from backend.clock import Clock
from backend.errors import NotFound
from backend.permissions import require
from backend.store import Store
from backend.supervision.subjects import Source
from backend.supervision.views import Views
from backend.workdays import WorkCalendar
from models.acts import Act
from models.cases import Somebody
from models.supervision import Subject, SupervisionRules, TimeView


def load_card_rules(path: Path) -> SupervisionRules:
    """The rules of catalogue/supervision.yaml. Raises `ValidationError`."""
    return SupervisionRules.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Office:
    """What supervision asks of the rooms below: the working days as they hold now, departments by name, who heads one,
    and who supervises."""

    days: Callable[[], WorkCalendar]
    department: Callable[[str], str]
    heads: Callable[[str], Awaitable[list[Somebody]]]
    supervisors: Callable[[], Awaitable[list[Somebody]]]
    region: str


class Core:
    """What every part of supervision uses."""

    def __init__(self, store: Store, clock: Clock, office: Office, rules: SupervisionRules, sources: Iterable[Source]) -> None:
        """Raises `ValueError` where a rule speaks of a breach that no source can find, or `villages` names no department."""
        self.store = store
        self.clock = clock
        self.office = office
        self.rules = rules
        self.views = Views(office.days, office.department)
        self.sources = {source.kind: source for source in sources}
        findable = frozenset[str]().union(*(source.breaches for source in self.sources.values()))
        if unknown := {rule.breach for rule in rules.rules if rule.breach} - findable:
            raise ValueError(f"supervision.yaml: nothing finds {', '.join(sorted(unknown))}")
        if office.department(rules.villages) == rules.villages:  # only what has no name is called by its code
            raise ValueError(f"supervision.yaml: no department {rules.villages}")

    async def time(self, act: Act, kind: str, id: str) -> TimeView:
        """Who had a subject when. For supervisors, auditors, and heads of the departments concerned. Raises `NotFound`, `Forbidden`."""
        subject = await self._subject(kind, id, act.at)
        if subject is None:
            raise NotFound()
        require("supervision.time", act, subject)
        return self.views.time(subject, act.at)

    async def _subject(self, kind: str, id: str, now: datetime) -> Subject | None:
        source = self.sources.get(kind)
        return await source.subject(id, now) if source else None
