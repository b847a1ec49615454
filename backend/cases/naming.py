"""The name of a company a case asks for (名称自主申报): looked up at each handing-in, kept for the case while it runs.

A name that breaks the rules, is another's or is asked for by another case is refused; one that is only near another's, that needs
a permission, or about which the register was silent, is looked into by staff like an answer that differs from its register. Of two
cases that ask for the same name at one moment the unique index of `name_held` lets one through.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import structlog
from pydantic import JsonValue

from backend.company_names import doubts, name_faults, parts_of
from backend.errors import FieldError, Invalid, Unavailable
from backend.store import Store
from models.acts import Act
from models.cases import Case, Completion
from models.catalogue import ItemVersion
from models.company_names import Likeness, NamingRules, RegisteredName
from models.forms import Claim, FormField, Origin, ValueSource

log = structlog.get_logger()
_REGISTER = "enterprise"
_SAME = "这个名称和已经登记的“{name}”相同，不能再用。请换一个字号。"
_HELD = "这个名称已经有人申报，正在办理，现在不能用。请换一个字号。"
_ALIKE = "和已经登记的“{name}”相近"
_SILENT = "企业登记系统暂时没有回应，还没有比对"


class NameRegister(Protocol):
    """What is needed of `backend.registers.Registers`."""

    async def namesakes(self, name: str, purpose: str) -> tuple[RegisteredName, ...]: ...


@dataclass(frozen=True)
class Claimed:
    """What came of looking a name up: why nobody may have it, what a person must look at, and what is kept for the case."""

    faults: list[FieldError] = field(default_factory=list[FieldError])
    sources: dict[str, Origin] = field(default_factory=dict[str, Origin])
    held: str | None = None


class Naming:
    """Looks names up. `label`: what people call the enterprise register."""

    def __init__(self, store: Store, register: NameRegister, rules: NamingRules, label: str) -> None:
        self._store = store
        self._register = register
        self._rules = rules
        self._label = label

    async def claimed(
        self, act: Act, case: Case, version: ItemVersion, form: Mapping[str, JsonValue], own: Collection[str] = ()
    ) -> Claimed:
        """What comes of the name a form asks for; nothing where it asks for none. `own`: the credit codes of those whose names are
        no obstacle."""
        asking = claim_of(version)
        name = form.get(asking.key) if asking else None
        if asking is None or not isinstance(name, str):
            return Claimed()
        pointer = f"/form/{asking.key}"
        if broken := name_faults(name, self._rules):
            return Claimed([FieldError(pointer, each) for each in broken])
        held = parts_of(name, self._rules).key
        if await self._is_held(held, case):
            return Claimed([FieldError(pointer, _HELD)])
        near = await self._near(name, f"{version.item} {version.name}", own)
        if same := [each.name for each in near or () if each.likeness is Likeness.SAME]:
            return Claimed([FieldError(pointer, _SAME.format(name=same[0]))])
        why = [_SILENT] if near is None else [_ALIKE.format(name=each.name) for each in near]
        return Claimed(sources={asking.key: self._origin(act, [*why, *doubts(name, self._rules)])}, held=held)

    async def require_free(self, case: Case) -> None:
        """Raises `Invalid` where another case holds the name this one would hold: it was faster."""
        if case.name_held and await self._is_held(case.name_held, case):
            raise Invalid(_HELD)

    async def _is_held(self, held: str, case: Case) -> bool:
        holder = await self._store.cases.find_one({"name_held": held})
        return holder is not None and holder["_id"] != case.id

    async def _near(self, name: str, purpose: str, own: Collection[str]) -> list[RegisteredName] | None:
        """The names near one, of others than `own`; None where the register is silent: that is no yes."""
        try:
            found = await self._register.namesakes(name, purpose)
        except Unavailable:
            log.info("name_without_register")
            return None
        return [each for each in found if each.uscc not in own]

    def _origin(self, act: Act, why: list[str]) -> Origin:
        if not why:
            return Origin(by="applicant")
        source = ValueSource(register=_REGISTER, label=self._label, path="names", fetched_at=act.at)
        return Origin(by="applicant", source=source, original="；".join(why))


def claim_of(version: ItemVersion) -> FormField | None:
    """The field that asks for a company's name."""
    return next((field for field in version.form if field.claims is Claim.COMPANY_NAME), None)


def still_held(case: Case) -> str | None:
    """The name a case keeps in the state it is in: while it runs, and once it was granted until the register has entered it."""
    granted = case.completion is Completion.GRANTED or (case.decision is not None and case.decision.outcome is Completion.GRANTED)
    over = case.decision is not None and case.decision.over is not None
    return case.name_held if case.state.is_under_way or (granted and not over) else None
