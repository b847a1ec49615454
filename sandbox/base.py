"""What the handlers of all stand-ins share: the world they stand for, bodies, and their switches."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ValidationError
from tornado.web import HTTPError, RequestHandler

from backend.clock import SandboxClock
from sandbox.authority import Authorities
from sandbox.bank_world import BankWorld
from sandbox.courier_world import CourierWorld
from sandbox.identity_world import IdentityWorld
from sandbox.mailbox import Mailbox
from sandbox.switches import Lie, Switch, Switches
from sandbox.wechat_world import WechatWorld
from sandbox.world import World

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Outside:
    """Everything the stand-ins stand on."""

    clock: SandboxClock
    switches: Switches
    world: World
    wechat: WechatWorld
    identity: IdentityWorld
    mailbox: Mailbox
    authorities: Authorities
    bank: BankWorld
    courier: CourierWorld
    scanned: set[str] = field(default_factory=set[str])  # tickets of the kiosks' scanners that were used


class SandboxHandler(RequestHandler):
    """A handler of the sandbox: JSON in, JSON out."""

    outside: Outside

    def initialize(self, outside: Outside) -> None:
        """Called by Tornado with what the route carries."""
        self.outside = outside

    def body(self, model: type[Model]) -> Model:
        """The request's body; a bad one is answered with 400."""
        try:
            return model.model_validate_json(self.request.body or b"{}")
        except ValidationError as fault:
            raise HTTPError(400, log_message="bad body", reason="Bad Request") from fault

    def answer(self, value: BaseModel | dict[str, Any] | list[Any], status: int = 200) -> None:
        """JSON."""
        self.set_status(status)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        text = value.model_dump_json() if isinstance(value, BaseModel) else _Json(value=value).model_dump_json()[9:-1]
        self.finish(text)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Errors are JSON too."""
        self.answer({"code": _CODES.get(status_code, f"HTTP_{status_code}"), "message": self._reason}, status_code)


class ServiceHandler(SandboxHandler):
    """A handler that obeys the switches of its `service`."""

    service: ClassVar[str] = ""
    controls: ClassVar[frozenset[str]] = frozenset()  # methods that are the sandbox's own and obey no switch
    failure_status: ClassVar[int] = 400
    switch: Switch

    async def prepare(self) -> None:
        """Looks at the switch before the verb runs."""
        self.switch = Switch()
        if self.request.method not in self.controls:
            self.switch = self.outside.switches.take(self.service_name())
            await self._obey()

    def service_name(self) -> str:
        """Whose switch this call obeys."""
        return self.service

    @property
    def lie(self) -> Lie | None:
        """The lie this call is to tell."""
        return self.switch.lie

    async def _obey(self) -> None:
        began = self.outside.switches.beginnings
        if self.switch.delay_ms:
            await asyncio.sleep(self.switch.delay_ms / 1000)
        if self.switch.down or began != self.outside.switches.beginnings:
            self.detach().close()
        elif self.switch.error_code is not None:
            self.answer(self.failure(self.switch.error_code), self.switch.error_status or self.failure_status)
        elif self.switch.error_status is not None:
            self.answer({"code": f"HTTP_{self.switch.error_status}", "message": "演示故障"}, self.switch.error_status)

    def failure(self, code: int | str) -> dict[str, Any]:
        """The body of a failure of this service."""
        return {"code": str(code), "message": "演示故障"}


class _Json(BaseModel):
    value: dict[str, Any] | list[Any]


_CODES = {400: "BAD_REQUEST", 404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED"}
