"""What a bundle keeps of its parts, so that its applicant sees one case."""

from datetime import datetime

from pydantic import Field

from models.cases.parts import Part
from models.catalogue.codes import Worded


class PartStatus(Worded):
    """Where one department's share stands, as the applicant reads it."""

    WAITING = "waiting", "等前面的环节办好"
    UNDER_WAY = "under_way", "办理中"
    ASKS = "asks", "等您补正"
    GRANTED = "granted", "已批准"
    HANDED_OVER = "handed_over", "结果已交出件窗口"
    LAPSED = "lapsed", "办好过，现已失效"  # granted, and ended since
    REFUSED = "refused", "不予批准"
    ENDED = "ended", "已终止"
    WITHDRAWN = "withdrawn", "已按您的要求撤回"
    IMPOSSIBLE = "impossible", "前面的环节没有办成，不能办理"
    NOT_WANTED = "not_wanted", "您没有选择"

    @property
    def is_over(self) -> bool:
        return self not in (PartStatus.WAITING, PartStatus.UNDER_WAY, PartStatus.ASKS)

    @property
    def is_granted(self) -> bool:
        return self in (PartStatus.GRANTED, PartStatus.HANDED_OVER)

    @property
    def is_lost(self) -> bool:
        """Whether it is over and nothing came of it although it was wanted."""
        return self.is_over and not self.is_granted and self is not PartStatus.NOT_WANTED

    @property
    def is_decided(self) -> bool:
        """Whether a department has decided on what it was given: that cannot be changed any more."""
        return self.is_granted or self in (PartStatus.REFUSED, PartStatus.LAPSED)


class PartStanding(Part):
    """One part: which case it is, since it began; what it waits for until then."""

    key: str
    name: str
    department: str
    status: PartStatus
    essential: bool = False
    after: list[str] = Field(default_factory=list)
    any_of: list[str] = Field(default_factory=list)
    hands_out: bool = True  # whether the applicant gets a result of it; else it is an opinion for the other departments
    case: str | None = None
    number: str | None = None
    due: datetime | None = None
    decided_at: datetime | None = None
    result: str = ""  # what was made, with its number

    @property
    def waits(self) -> bool:
        """Whether it begins after other parts, and not with the whole."""
        return bool(self.after or self.any_of)

    @property
    def stands(self) -> bool:
        """Whether it was granted and there is something to hand out: that stays, however the whole ends."""
        return self.status.is_granted and self.hands_out
