"""Switches: how a stand-in is made slow, wrong, lying or dead, for the next calls or until reset."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field, field_validator

from models.base import Body

SERVICES: Mapping[str, str] = {
    "wechat": "微信（全部）",
    "wechat.login": "微信登录",
    "wechat.token": "微信接口令牌",
    "wechat.phone": "微信手机号",
    "wechat.message": "微信订阅消息",
    "wechat.content": "微信内容检查",
    "wechat.code": "小程序码",
    "identity": "国家网络身份认证",
    "sms": "短信",
    "bank": "代收银行",
    "courier": "快递公司",
    "reader": "自助终端读卡器",
    "scanner": "自助终端扫描仪",
    "registers": "基础库（全部）",
    "registers.population": "人口库",
    "registers.social_insurance": "社会保险库",
    "registers.medical_insurance": "医疗保险库",
    "registers.tax": "个人所得税库",
    "registers.personnel": "人事档案库",
    "registers.enterprise": "企业登记库",
    "registers.unit_insurance": "单位社会保险库",
    "registers.licences": "电子证照库",
    "registers.weather": "气象观测库",
}  # what can be switched, and what people call it


class Lie(StrEnum):
    """A wrong but well-formed record."""

    PERSON = "person"  # another person's
    VALUES = "values"  # the right person's, with values changed


class Switch(Body):
    """What a stand-in does to its calls. `times`: only to so many of them."""

    delay_ms: int = Field(default=0, ge=0, le=120_000)
    error_status: int | None = Field(default=None, ge=400, le=599)
    error_code: int | str | None = None  # WeChat's errcode (answered with 200), or the code of another service
    lie: Lie | None = Field(default=None, strict=False)
    down: bool = False  # closes the connection without an answer
    times: int | None = Field(default=None, ge=1)

    @field_validator("lie", mode="before")
    @classmethod
    def plain_lie(cls, value: object) -> object:
        """`true` is the lie most often told: another person's record."""
        return {True: Lie.PERSON, False: None}.get(value, value) if isinstance(value, bool) else value


def services(registers: Mapping[str, str]) -> dict[str, str]:
    """Everything that can be switched: `SERVICES`, and the registers that are data alone (name → what people call them)."""
    return {**SERVICES, **{f"registers.{name}": label for name, label in registers.items()}}


def service_named(name: str, known: Mapping[str, str]) -> str | None:
    """The service a URL names; a register may be named without its prefix. None: there is no such service."""
    return next((service for service in (name, f"registers.{name}") if service in known), None)


def described(switch: Switch) -> str:
    """What a switch does, in a few Chinese words."""
    words = [
        f"慢 {switch.delay_ms / 1000:g} 秒" if switch.delay_ms else "",
        f"报错 {switch.error_status}" if switch.error_status else "",
        f"错误码 {switch.error_code}" if switch.error_code is not None else "",
        {Lie.PERSON: "返回别人的记录", Lie.VALUES: "返回改动过的记录", None: ""}[switch.lie],
        "断开，不应答" if switch.down else "",
        f"只对以后 {switch.times} 次" if switch.times else "",
    ]
    return "、".join(word for word in words if word) or "正常"


class Switches:
    """The switches by service. A dotted service is part of the one before the dot: `registers.tax`, `wechat.token`."""

    def __init__(self) -> None:
        self._set: dict[str, Switch] = {}
        self.beginnings = 0  # how often everything began anew: a slow call from before that has no effect any more

    def begin_anew(self) -> None:
        """Everything as at the beginning, also for calls that are still under way."""
        self._set.clear()
        self.beginnings += 1

    def put(self, service: str, switch: Switch) -> None:
        """Sets the switch of `service`, in place of the one before."""
        self._set[service] = switch

    def reset(self, service: str | None = None) -> None:
        """Back to normal: one service, or all."""
        if service is None:
            self._set.clear()
        else:
            self._set.pop(service, None)

    def all(self) -> dict[str, Switch]:
        """Every switch that is set."""
        return dict(self._set)

    def take(self, service: str) -> Switch:
        """What to do to one call of `service`: its own switch, else that of the whole; counts `times` down."""
        for name in (service, service.split(".")[0]):
            switch = self._set.get(name)
            if switch is not None:
                self._count(name, switch)
                return switch
        return Switch()

    def _count(self, name: str, switch: Switch) -> None:
        if switch.times is None:
            return
        if switch.times == 1:
            del self._set[name]
        else:
            self._set[name] = switch.model_copy(update={"times": switch.times - 1})
