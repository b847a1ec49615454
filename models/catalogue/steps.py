"""The steps of an item's version."""

from typing import Self

from pydantic import model_validator

from models.acts import Role
from models.base import Declared
from models.catalogue.codes import PauseGround, StepActor, StepLevel, StepPhase
from models.catalogue.deciding import Fill
from models.catalogue.limits import Span
from models.forms import Condition, Key, Label


class Verdicts(Declared):
    """What a look may end with (结论), in the field's words. `binding`: an expert's finding, such as a doctor's: it is always said, and
    nobody grants over one that fails; only another look changes it."""

    passes: Label
    fails: Label
    binding: bool = False


class Step(Declared):
    """One step. Steps of phase `accepted` are done one after another inside that state; the last one decides.

    `when`: of those, one that is taken only where every condition holds for the answers at acceptance.
    """

    key: Key
    name: Label
    phase: StepPhase
    actor: StepActor
    role: Role | None = None  # of staff
    level: StepLevel = StepLevel.DISTRICT
    department: str | None = None  # of staff; the item's own where absent
    limit: Span | None = None
    other_than: Key | tuple[Key, ...] | None = (
        None  # earlier steps of staff: who did one does not do this one, as where two officers must go
    )
    output: str = ""
    verdicts: Verdicts | None = None  # of a visit or an inspection: nothing is granted on one that fails until it was looked at again
    fills: tuple[Fill, ...] = ()  # what the officer fixes there, such as an amount
    other_hand: bool = False  # never by whoever received or accepted the case, not even a chief representative
    special: bool = False  # a special procedure (特别程序): begins and ends a stop of the clock by itself, in writing
    ground: PauseGround | None = None  # of a special procedure; only those of 行政许可法 art. 45 stop the statutory clock too
    law: str = ""  # the rule behind such a ground, as the notice names it
    note: str = ""
    when: tuple[Condition, ...] = ()
    against: tuple[Key, ...] = ()  # the answers whoever does it looks into: where one is corrected later, it is done again
    on_day: Key | None = None  # a date of the form: the day the applicant has chosen for it; the promised clock stops until then

    @property
    def others(self) -> tuple[Key, ...]:
        """The earlier steps whose officers do not do this one."""
        return (self.other_than,) if isinstance(self.other_than, str) else self.other_than or ()

    @model_validator(mode="after")
    def staff_have_a_role(self) -> Self:
        if (self.actor is StepActor.STAFF) != (self.role is not None):
            raise ValueError("工作人员的步骤要写 role，其他的不写")
        return self

    @model_validator(mode="after")
    def waits_once(self) -> Self:
        if self.on_day is not None and (self.special or self.phase is not StepPhase.ACCEPTED or self.actor is not StepActor.STAFF):
            raise ValueError("on_day 只用于工作人员在 accepted 阶段的步骤；特别程序从开始到结束都停时限，不用再写")
        return self

    @model_validator(mode="after")
    def special_ones_have_a_ground(self) -> Self:
        if self.special != (self.ground is not None):
            raise ValueError("special: true 的步骤要写 ground，其他的不写")
        if self.ground in (PauseGround.CORRECTION, PauseGround.PUBLIC_NOTICE, PauseGround.ANSWER):
            raise ValueError("补正有自己的告知书，公示写在 public_notice 里，等对方写在 confirmations 里，都不能作步骤的 ground")
        if self.special and (self.phase is not StepPhase.ACCEPTED or self.actor is not StepActor.STAFF):
            raise ValueError("特别程序只能是工作人员在 accepted 阶段的步骤，别的步骤没有时限可停")
        if self.ground is not None and self.ground.stops_statutory_clock and not self.law:
            raise ValueError(f"{self.ground.value} 会停法定时限，请在 law 里写明依据")
        return self
