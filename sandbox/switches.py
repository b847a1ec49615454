"""Switches: how a stand-in is made slow, wrong, lying or dead, for the next calls or until reset."""

from enum import StrEnum

from pydantic import Field, field_validator

from models.base import Body
from sandbox.world import REGISTERS

SERVICES = (
    "wechat",
    *(f"wechat.{part}" for part in ("login", "token", "phone", "message", "content", "code")),
    "identity",
    "sms",
    "registers",
    *(f"registers.{name}" for name in REGISTERS),
)


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


def service_named(name: str) -> str | None:
    """The service a URL names; a register may be named without its prefix. None: there is no such service."""
    return next((service for service in (name, f"registers.{name}") if service in SERVICES), None)


class Switches:
    """The switches by service. A dotted service is part of the one before the dot: `registers.tax`, `wechat.token`."""

    def __init__(self) -> None:
        self._set: dict[str, Switch] = {}

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
