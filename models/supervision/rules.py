"""The rules of supervision as the district's file says them (catalogue/supervision.yaml)."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from models.base import Declared, ShortText
from models.catalogue import Span
from models.catalogue.codes import Worded
from models.supervision.time import Scope

RuleKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]


class Level(Worded):
    """How grave a card is."""

    REMINDER = "reminder", "提醒"
    YELLOW = "yellow", "黄牌"
    RED = "red", "红牌"


class Several(Declared):
    """So many standing cards of a level, each of another step of one subject."""

    level: Level
    count: int = Field(ge=2, le=10)


class ShortStops(Declared):
    """From how many stops by hand on they are a breach (停表频繁), each of less than so many minutes of office time."""

    count: int = Field(ge=2, le=20)
    minutes: int = Field(ge=1)


class CardRule(Declared):
    """When a card is given. Exactly one of `share`, `left_days`, `over_days`, `several` and `breach`.

    Days are working days, counted in the minutes of a day's office hours.
    """

    key: RuleKey
    name: ShortText  # 督办内容
    level: Level
    scope: Scope | None = None  # which limit `share`, `left_days` and `over_days` speak of
    share: float | None = Field(default=None, gt=0, lt=1)  # so much of the limit is used
    left_days: float | None = Field(default=None, gt=0)  # no more than this is left
    over_days: float | None = Field(default=None, ge=0)  # at least this long beyond it
    several: Several | None = None
    breach: RuleKey | None = None
    limit_at_least_days: float = Field(default=0, ge=0)  # shorter limits are not meant
    unhandled_after: Level | None = None  # only where a card of this level stands and the office has done nothing since

    @model_validator(mode="after")
    def one_trigger(self) -> Self:
        given = [self.share, self.left_days, self.over_days]
        of_time = [each for each in given if each is not None]
        if len(of_time) + (self.several is not None) + (self.breach is not None) != 1:
            raise ValueError("a rule has exactly one of share, left_days, over_days, several and breach")
        if bool(of_time) != (self.scope is not None):
            raise ValueError("scope belongs to rules of time, and those need it")
        return self

    @property
    def is_of_time(self) -> bool:
        return self.scope is not None

    def threshold(self, limit: int, day: int) -> int:
        """From how many used minutes on it holds, of a limit of so many minutes and days of so many."""
        if self.share is not None:
            return -int(-limit * self.share // 1)
        return limit - round((self.left_days or 0) * day) if self.left_days is not None else limit + round((self.over_days or 0) * day)


class SupervisionRules(Declared):
    """catalogue/supervision.yaml. `hand_out`: within which a result is handed out after the decision, where the
    item gives no limit of its own. `villages`: the department village officers are accounts of: it answers for their steps as long
    as none of them has taken one."""

    hand_out: Span
    villages: str
    short_stops: ShortStops
    appeal_days: int = Field(ge=1, le=30)  # working days in which the head may appeal
    points: dict[Level, int]
    rules: tuple[CardRule, ...]

    @model_validator(mode="after")
    def keys_differ(self) -> Self:
        keys = [rule.key for rule in self.rules]
        if len(set(keys)) != len(keys):
            raise ValueError("two rules have one key")
        return self
