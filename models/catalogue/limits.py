"""How long things may take: spans, and the limits (时限) of an item, which may depend on answers."""

from typing import Self

from pydantic import Field, model_validator

from models.base import Declared
from models.catalogue.codes import OnSilence, TimeUnit
from models.forms import Condition, Key, Label


class Span(Declared):
    """A length of time: 5 working days, 20 days, 10 minutes."""

    n: int = Field(ge=0)
    unit: TimeUnit = TimeUnit.WORKDAY

    @property
    def minutes(self) -> int | None:
        """Its minutes of office time where it counts those; None where it counts days."""
        return {TimeUnit.MINUTE: self.n, TimeUnit.HOUR: self.n * 60}.get(self.unit)

    def in_days(self) -> float:
        """About how many natural days this is, eight office hours to a working day; for comparing spans of different units only."""
        days = {
            TimeUnit.MINUTE: 7 / 5 / 480,
            TimeUnit.HOUR: 7 / 5 / 8,
            TimeUnit.WORKDAY: 7 / 5,
            TimeUnit.DAY: 1,
        }
        return self.n * days[self.unit]

    def words(self) -> str:
        """What people read: 「5个工作日」; for none at all 「当场」, of natural days 「当天」."""
        if self.n:
            return f"{self.n}{self.unit.label}"
        return "当天" if self.unit is TimeUnit.DAY else "当场"


class StatutoryClock(Span):
    """The limit a law sets. Not shown to citizens until somebody has checked it against the law (`verified`)."""

    verified: bool = False


class Extension(Span):
    """By how much the head may extend the limits of one case, once (延长期限). The rule is not told as law before somebody
    has checked it (`verified`)."""

    n: int = Field(ge=1)
    basis: str = ""
    verified: bool = False


class Silence(Declared):
    """What follows from silence, and the rule that says so. Nothing is granted by a rule nobody has checked."""

    effect: OnSilence = OnSilence.ESCALATE
    basis: str = ""
    verified: bool = False

    @model_validator(mode="after")
    def granting_rests_on_checked_law(self) -> Self:
        if self.effect is OnSilence.DEEMED_GRANTED and not (self.basis and self.verified):
            raise ValueError("视为准予要写明依据（basis）并已核对（verified: true）")
        return self


class ClockVariant(Declared):
    """Other limits where every condition holds for the form's answers: a household is connected sooner than a factory.

    It says both limits anew; without `statutory` there is none. What silence means and the extension stay the item's.
    """

    key: Key
    name: Label  # what people read: 「高压单电源」
    when: tuple[Condition, ...] = Field(min_length=1)
    statutory: StatutoryClock | None = None
    promised: Span

    @model_validator(mode="after")
    def promise_keeps_the_law(self) -> Self:
        _require_lawful(self.statutory, self.promised)
        return self


class Clocks(Declared):
    """How long an item may take: what the law allows, in days, and what is promised, in days or in hours of office time.

    Of `variants` the first one holds whose every condition does, from the moment of acceptance on; the item's own limits where
    none does.
    """

    statutory: StatutoryClock | None = None
    promised: Span
    by_person: Span | None = None  # promised instead where a person takes over an instant item
    on_silence: Silence = Silence()
    extension: Extension | None = None  # none: the limits of this item cannot be extended
    variants: tuple[ClockVariant, ...] = ()

    @model_validator(mode="after")
    def promise_keeps_the_law(self) -> Self:
        if self.statutory is None and self.on_silence.effect is not OnSilence.ESCALATE:
            raise ValueError("有法定时限（statutory）才能写 on_silence")
        _require_lawful(self.statutory, self.promised, self.by_person)
        return self

    @property
    def longest(self) -> Span:
        """What is promised to a case that people decide."""
        return self.by_person or self.promised

    def variant(self, key: str) -> ClockVariant | None:
        """The variant of that key; None for the item's own limits."""
        return next((each for each in self.variants if each.key == key), None)

    def of(self, key: str) -> "Clocks":
        """The limits as that variant has them; the item's own where there is none of that key."""
        chosen = self.variant(key)
        return self.model_copy(update={"statutory": chosen.statutory, "promised": chosen.promised}) if chosen else self


def _require_lawful(statutory: StatutoryClock | None, *promised: Span | None) -> None:
    if statutory is None:
        return
    if statutory.minutes is not None:
        raise ValueError("法定时限按 workday 或 day 计算")
    for span in promised:
        if span and span.in_days() > statutory.in_days():
            raise ValueError(f"承诺的{span.words()}比法定的{statutory.words()}还长，请改短")
