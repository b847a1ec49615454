"""Everything that can go wrong for a caller, as classes. `handlers/problems.py` alone turns them into HTTP.

`detail` is Chinese for the person who reads it: what happened, why, and what to do next.
"""

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True)
class FieldError:
    """One fault of a body: a JSON pointer (RFC 6901) and what is wrong there, in Chinese."""

    pointer: str
    detail: str


class Problem(Exception):
    """A failure the caller is told about. Subclasses fix `type`, `title` and `status`."""

    type: ClassVar[str] = "problem"
    title: ClassVar[str] = "办理没有成功"
    status: ClassVar[int] = 500
    default_detail: ClassVar[str] = "系统出了问题，您填写的内容没有丢失，请稍后再试。"

    def __init__(self, detail: str = "", *, errors: list[FieldError] | None = None, **extra: Any) -> None:
        self.detail = detail or self.default_detail
        self.errors = errors or []
        self.extra = extra  # further members of the answer, such as `remaining`
        super().__init__(self.detail)


class BadRequest(Problem):
    type, title, status = "bad_request", "请求有误", 400
    default_detail = "请求的格式不对，请检查后重试。"


class IdempotencyKeyMissing(BadRequest):
    type, title = "idempotency_key_missing", "缺少幂等键"
    default_detail = "请求没有带可用的 Idempotency-Key（1到80个可见字符），请升级小程序后重试。"


class Unauthenticated(Problem):
    type, title, status = "unauthenticated", "请先登录", 401
    default_detail = "登录已失效，请重新登录；您填写的内容没有丢失。"


class Forbidden(Problem):
    type, title, status = "forbidden", "没有权限", 403
    default_detail = "您没有办理这一步的权限，请联系有权限的工作人员。"


class ProofNeeded(Forbidden):
    type, title = "proof_needed", "需要确认是您本人"
    default_detail = "这一步需要先确认是您本人在办理，请用国家网络身份认证，或到任一窗口、村居服务站当面核验。"


class AnothersCode(Forbidden):
    """A code on a kiosk's screen is scanned by another phone than that of whoever stands there."""

    type, title = "anothers_code", "这个码要本人来扫"
    default_detail = "刷卡的是另一个人。请本人用自己的手机扫；帮家里人办的，请和本人一起到窗口。"


class GrantOver(Forbidden):
    """The grant under which somebody acts does not hold: revoked, run out, not begun, not answered."""

    type, title = "grant_over", "这份授权现在不能用"
    default_detail = "这份授权现在不能用，不能再代办。需要时请联系委托人重新授权。"


class SetUpFirst(Forbidden):
    """`duties`: what is to be done about the own account, the next first."""

    type, title = "set_up_first", "请先完成账号设置"
    default_detail = "请先完成账号设置，再办理业务。"


class Away(SetUpFirst):
    """Registered as away: the deputy works in their place until the return."""

    type, title = "away", "您登记了不在岗"
    default_detail = "您登记了不在岗，现在由B角代您办理。回来了要办业务，请先在「我的账号」里登记返岗。"


class BookingBlocked(Forbidden):
    type, title = "booking_blocked", "网上预约暂停"
    default_detail = "因为多次预约后没有到场，网上预约暂停；可以直接到大厅现场取号，照常办理。"


class NotFound(Problem):
    type, title, status = "not_found", "没有找到", 404
    default_detail = "没有找到这条记录，或它不属于您。请返回列表重新进入。"


class Conflict(Problem):
    type, title, status = "conflict", "与现有情况冲突", 409
    default_detail = "情况已经变化，请刷新后再试。"


class WrongState(Conflict):
    type, title = "wrong_state", "当前状态不能这样办"
    default_detail = "这一步现在不能办理，情况可能已经变化，请刷新后查看。"


class DoneElsewhere(WrongState):
    """`link`, `phone`: where it is done; empty where there is none."""

    type, title = "done_elsewhere", "这个事项不在这里办"
    default_detail = "这个事项不在这里办理，请看办事指南里写的办理地方。"


class StaleVersion(Conflict):
    type, title = "stale_version", "页面不是最新的"
    default_detail = "这条记录刚刚被别人更新过，请刷新后再办理；您填写的内容没有丢失。"


class SlotFull(Conflict):
    type, title = "slot_full", "这个时段约满了"
    default_detail = "这个时段刚刚约满，请选别的时段，或换一个大厅。"


class AlreadyBooked(Conflict):
    """`appointment`: the id of the live one."""

    type, title = "already_booked", "已经有预约了"
    default_detail = "您已经有一个这个事项的预约，请在「我的预约」里查看。"


class AlreadyOpen(Conflict):
    """`case`: the id of the open one, `number`: its number; both absent where the caller may not see it."""

    type, title = "already_open", "已经有一件在办"
    default_detail = "这个事项已经有一件正在办理，等它办完才能再申请。请在「我的办件」里查看进度。"


class AlreadyGranted(Conflict):
    """`case`: the id of the granted one, `number`: its number; both absent where the caller may not see it."""

    type, title = "already_granted", "已经批准过"
    default_detail = "这个事项已经批准，现在还有效，不用再申请。"


class PayloadTooLarge(Problem):
    type, title, status = "payload_too_large", "内容太大", 413
    default_detail = "提交的内容太大，请压缩后重新上传。"


class UnsupportedMedia(Problem):
    type, title, status = "unsupported_media", "文件格式不支持", 415
    default_detail = "不支持这种文件，请上传照片（JPG、PNG）或 PDF。"


class Invalid(Problem):
    type, title, status = "invalid", "填写的内容需要修改", 422
    default_detail = "有内容需要修改，请按提示修改后再提交。"


class IdempotencyKeyReused(Invalid):
    type, title = "idempotency_key_reused", "同一幂等键提交了不同内容"
    default_detail = "这次提交与上次内容不同，请返回重新提交。"


class TooMany(Problem):
    type, title, status = "too_many", "操作太频繁", 429
    default_detail = "操作太频繁，请稍后再试。"

    def __init__(self, detail: str = "", *, retry_after: int, **extra: Any) -> None:
        """`retry_after`: seconds until another attempt makes sense."""
        super().__init__(detail, **extra)
        self.retry_after = retry_after


class Unavailable(Problem):
    type, title, status = "unavailable", "暂时办不了", 503
    default_detail = "系统暂时繁忙，您填写的内容没有丢失，请过几分钟再试。"

    def __init__(self, detail: str = "", *, retry_after: int = 5, **extra: Any) -> None:
        super().__init__(detail, **extra)
        self.retry_after = retry_after
