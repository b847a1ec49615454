"""The closed lists an item's YAML chooses from. Official code tables that differ by province stay data (catalogue/codes.yaml)."""

from datetime import date
from enum import StrEnum
from typing import Self


class Worded(StrEnum):
    """A list whose members carry the words people read: `Need.REQUIRED.label` is 「必须提供」."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class ItemKind(Worded):
    """`instant` (即办件): decided by rule in seconds. `promise` (承诺件): decided by people within a promised time."""

    INSTANT = "instant", "即办件"
    PROMISE = "promise", "承诺件"


class ServiceObject(Worded):
    """Who an item serves (GB/T 39046 A.4)."""

    PERSON = "1", "个人"
    ENTERPRISE = "2", "企业"
    PUBLIC_INSTITUTION = "3", "事业单位"
    SOCIAL_ORGANISATION = "4", "社会组织"
    ORGAN = "5", "行政机关"
    OTHER = "6", "其他组织"


class Need(Worded):
    """Whether a material is needed: 必要, 非必要, 容缺后补."""

    REQUIRED = "required", "必须提供"
    OPTIONAL = "optional", "有就提供"
    DEFERRABLE = "deferrable", "可以后补"


class MaterialForm(Worded):
    """In what form a material is taken: 纸质, 电子, 纸质或电子."""

    PAPER = "paper", "纸质"
    ELECTRONIC = "electronic", "电子"
    EITHER = "either", "纸质或电子"


class MaterialSource(Worded):
    """Where a material comes from."""

    SELF = "self", "您自己准备"  # 申请人自备
    FORM = (
        "form",
        "填表即可，不用另交",
    )  # made from the form's answers, nothing to upload
    LICENCE = (
        "licence",
        "政府已有电子证照，不用交",
    )  # an electronic licence the government already holds
    SHARED = (
        "shared",
        "政府部门之间查询，不用交",
    )  # read from a register, nothing to hand in
    ISSUED = "issued", "由有关单位出具"  # another organ issues it


class FileKind(Worded):
    """What kinds of file a material accepts."""

    JPEG = "jpeg", "照片（JPG）"
    PNG = "png", "图片（PNG）"
    PDF = "pdf", "PDF 文件"


class Party(StrEnum):
    """Whom a material is asked from."""

    EVERYONE = "everyone"
    AGENT = "agent"  # only where somebody acts for the applicant
    GUARDIAN = "guardian"  # only where that somebody is a guardian


class StepPhase(StrEnum):
    """Where a step stands. Steps of `accepted` go one after another inside that state; the last one decides."""

    APPLY = "apply"
    ACCEPTED = "accepted"
    AFTER = "after"


class StepActor(Worded):
    """Who does a step."""

    APPLICANT = "applicant", "您"
    SYSTEM = "system", "系统自动"
    STAFF = "staff", "工作人员"
    OUTSIDE = "outside", "有关单位"  # the office itself, a courier, a bank, a card factory: nobody it is recorded of


class StepLevel(Worded):
    """At which level the staff of a step sit: they serve their own village, their own town, or the district."""

    VILLAGE = "village", "村居"
    TOWN = "town", "镇街"
    DISTRICT = "district", "区里"


class PowerLevel(Worded):
    """At which level an item is exercised (行使层级)."""

    CITY = "city", "市级"
    DISTRICT = "district", "区级"
    TOWN = "town", "镇街"

    @property
    def code(self) -> str:
        """Its code of GB/T 39046 A.2."""
        return {PowerLevel.CITY: "3", PowerLevel.DISTRICT: "4", PowerLevel.TOWN: "5"}[self]


class PowerSource(Worded):
    """Where the power to do an item comes from (权力来源), by its code in the national exchange tables."""

    OWN = "1", "法定本级行使"
    HANDED_DOWN = "2", "上级下放"
    AUTHORISED_FROM_ABOVE = "3", "上级授权"
    AUTHORISED_BESIDE = "4", "同级授权"
    ENTRUSTED_FROM_ABOVE = "5", "上级委托"
    ENTRUSTED_BESIDE = "6", "同级委托"

    @property
    def is_entrusted(self) -> bool:
        """Whether it is exercised in another's name (委托): who entrusted it answers for it."""
        return self in (PowerSource.ENTRUSTED_FROM_ABOVE, PowerSource.ENTRUSTED_BESIDE)


class HandleArea(Worded):
    """From how far its papers may be handed in (通办范围); who decides is not changed by it."""

    DISTRICT = "district", "全区通办"
    CITY = "city", "全市通办"
    PROVINCE = "province", "全省通办"
    NATION = "nation", "全国通办"

    @property
    def crosses_districts(self) -> bool:
        """Whether counters of other districts take it in, too. They all lie in one city: the wider areas hold for every one."""
        return self is not HandleArea.DISTRICT


class Blocks(StrEnum):
    """What cannot happen while somebody still has to do something for a case."""

    ACCEPTANCE = "acceptance"
    DECISION = "decision"  # granting; a refusal waits for nobody
    HAND_OUT = "hand_out"


class RefundOn(Worded):
    """What ends a case so that money goes back."""

    WITHDRAWN = "withdrawn", "申请人撤回"
    REFUSED = "refused", "不予批准"
    ENDED = "ended", "没有办成就结束了"


class Unagreed(StrEnum):
    """What happens to a case whose counterpart or signatory says no, or nothing."""

    WAIT = "wait"  # it goes on waiting; the applicant is told
    RETURN = "return"  # it goes back to the applicant to be mended
    END = "end"


class TimeUnit(Worded):
    """Units of limits and clocks."""

    MINUTE = "minute", "分钟"  # office minutes
    HOUR = "hour", "小时"  # office hours
    WORKDAY = "workday", "个工作日"
    DAY = "day", "天"  # natural days


class Channel(Worded):
    """Where an application may be made."""

    WINDOW = "window", "办事窗口"
    MINI_PROGRAM = "mini_program", "微信小程序"
    WEB = "web", "电脑网页"
    KIOSK = "kiosk", "自助终端"
    TOWN = "town", "镇街、村居服务站"  # any town's or village's service station
    HOTLINE = "hotline", "12345热线"


class DebtConsequence(Worded):
    """What follows where a material that was to come later (容缺) does not come in time, beside the mark on the person."""

    WITHHOLD = "withhold", "补齐以前，不批准或者不发放结果"
    WITHDRAW = "withdraw", "由负责人撤回已经作出的决定"


class Booking(Worded):
    """Whether a visit must or may be booked."""

    NEEDED = "needed", "需要预约"
    POSSIBLE = "possible", "可以预约"
    NONE = "none", "不用预约"


class Delivery(Worded):
    """How a result reaches people."""

    DOWNLOAD = "download", "手机上下载"
    COUNTER = "counter", "窗口领取"
    POST = "post", "邮寄到家"
    BANK = "bank", "银行网点领取"
    NOTICE = "notice", "消息通知"  # a message is all there is to receive


class ProxyBasis(Worded):
    """The bases on which somebody may act for the applicant."""

    DELEGATION = "delegation", "委托"
    GUARDIANSHIP = "guardianship", "监护"
    COMPANY = "company", "单位经办人"


class ResultKind(Worded):
    """Kinds of result (result_type of the exchange tables)."""

    CERTIFICATE = "certificate", "证件"  # 证件执照
    APPROVAL = "approval", "批复"  # 批文批复
    PROOF = "proof", "证明"  # 证明文件
    OTHER = "other", "其他文件"


class Retention(Worded):
    """How long a closed case is kept (保管期限), counted from the year after its end."""

    PERMANENT = "permanent", "永久"
    THIRTY = "years_30", "30年"
    TEN = "years_10", "10年"

    def until(self, closed: date) -> date | None:
        """The last day it is kept; None where it has no end."""
        years = {Retention.THIRTY: 30, Retention.TEN: 10}.get(self)
        return None if years is None else date(closed.year + years, 12, 31)


class Outcome(StrEnum):
    """What a rule of an instant item may say. It never refuses."""

    GRANT = "grant"
    NO_RECORD = "no_record"  # a certificate that says there is no record, where the item offers one
    PERSON = "person"  # handed to a person, with the reason


class OnSilence(Worded):
    """What follows where the statutory limit ends without a decision."""

    ESCALATE = "escalate", "报首席代表督办"
    DEEMED_GRANTED = "deemed_granted", "视为准予"  # only where the item's own law says so


class PauseGround(Worded):
    """Why a clock stops. The first eight are those of 行政许可法 art. 45."""

    HEARING = "hearing", "听证"
    TENDER = "tender", "招标"
    AUCTION = "auction", "拍卖"
    INSPECTION = "inspection", "检验"
    TESTING = "testing", "检测"
    QUARANTINE = "quarantine", "检疫"
    APPRAISAL = "appraisal", "鉴定"
    EXPERT_REVIEW = "expert_review", "专家评审"
    SITE_VISIT = "site_visit", "现场核查"
    PUBLIC_NOTICE = "public_notice", "公示"
    COUNTERPART = "counterpart", "等待其他单位答复"
    CORRECTION = "correction", "等待申请人补正"
    ROUND = "round", "等待统一排名和公示"
    CHOSEN_DAY = "chosen_day", "等待申请人选定的日子"
    ANSWER = "answer", "等待对方办好"  # of somebody the form names, such as an engraving shop, while nothing but that is missing

    @property
    def stops_statutory_clock(self) -> bool:
        """Those of art. 45 do; so does a round, of what is no licence: nobody decides before its list stands."""
        return self in STATUTORY_GROUNDS or self is PauseGround.ROUND

    @property
    def is_by_hand(self) -> bool:
        """Whether a member of staff may begin such a stop by themselves; the others follow from an act of their own: a notice that
        is published, a correction slip, a round."""
        return self in STATUTORY_GROUNDS or self in (PauseGround.SITE_VISIT, PauseGround.COUNTERPART)


STATUTORY_GROUNDS = frozenset(
    {
        PauseGround.HEARING,
        PauseGround.TENDER,
        PauseGround.AUCTION,
        PauseGround.INSPECTION,
        PauseGround.TESTING,
        PauseGround.QUARANTINE,
        PauseGround.APPRAISAL,
        PauseGround.EXPERT_REVIEW,
    }
)
