"""What a machine finds in a photograph (照片机审): faults with advice, and how a case's photograph stands."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from models.catalogue.codes import Worded


class PhotoFault(Worded):
    """What can be wrong with a portrait, as far as it can be measured."""

    DIMENSIONS = "dimensions", "尺寸不对"
    SMALL_FILE = "small_file", "文件太小"
    LARGE_FILE = "large_file", "文件太大"
    NOT_COLOUR = "not_colour", "不是彩色照片"
    BACKGROUND = "background", "背景不对"
    DARK = "dark", "光线太暗"
    BRIGHT = "bright", "曝光过度"
    BLURRED = "blurred", "照片模糊"
    NO_FACE = "no_face", "没有找到人脸"
    SEVERAL = "several", "不止一个人"
    OFF_CENTRE = "off_centre", "人不在画面正中"
    TURNED = "turned", "没有正对镜头"
    EYES = "eyes", "眼睛看不清"
    SMALL_SUBJECT = "small_subject", "人像太小"
    LARGE_SUBJECT = "large_subject", "人像太大"
    LIGHT_CLOTHES = "light_clothes", "衣服和背景颜色太近"


class PhotoFinding(BaseModel):
    """One fault, and what to do about it."""

    model_config = ConfigDict(extra="ignore")

    fault: PhotoFault
    advice: str


class PhotoOutcome(Worded):
    """How the photograph handed in for a case stands with the machine. It never refuses for good."""

    FIT = "fit", "系统检查合格，等工作人员审核"
    UNFIT = "unfit", "不合格，请重拍"
    CLERK = "clerk", "由工作人员看"


class PhotoLook(BaseModel):
    """The machine's look at the photograph of one material of a case.

    `attempts`: unfit photographs handed in for this case so far. `outcome`: of the one handed in now; none where there is
    none, or where a clerk passed exactly this one before.
    """

    model_config = ConfigDict(extra="ignore")

    attempts: int = 0
    outcome: PhotoOutcome | None = None
    findings: list[PhotoFinding] = Field(default_factory=list)
    at: datetime | None = None
