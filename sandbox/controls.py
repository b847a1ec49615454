"""How people and tests steer the sandbox: switches, reset, and a page that shows everything."""

from pathlib import Path

from tornado.template import Loader
from tornado.web import HTTPError

from sandbox.base import SandboxHandler
from sandbox.clock import write_offset
from sandbox.switches import Switch, described, service_named, services

_PAGES = Loader(str(Path(__file__).parent / "pages"))


class SwitchesHandler(SandboxHandler):
    """`GET switches`: those that are set. `DELETE switches`: all back to normal."""

    def get(self) -> None:
        """See the class."""
        self.answer({name: s.model_dump(exclude_defaults=True) for name, s in self.outside.switches.all().items()})

    def delete(self) -> None:
        """See the class."""
        self.outside.switches.reset()
        self.answer({})


class SwitchHandler(SandboxHandler):
    """`PUT switches/{service} {delay_ms, error_status, error_code, lie, down, times}`; `DELETE` for this one."""

    def put(self, name: str) -> None:
        """See the class."""
        switch = self.body(Switch)
        self.outside.switches.put(self._service(name), switch)
        self.answer(switch)

    def delete(self, name: str) -> None:
        """See the class."""
        self.outside.switches.reset(self._service(name))
        self.answer({})

    def _service(self, name: str) -> str:
        service = service_named(name, services(self.outside.world.register_names))
        if service is None:
            raise HTTPError(404)
        return service


class ResetHandler(SandboxHandler):
    """`POST reset`: switches, clock, messages, refusals and changed records as at the beginning."""

    def post(self) -> None:
        """See the class."""
        outside = self.outside
        outside.switches.begin_anew()
        outside.mailbox.clear()
        outside.wechat.reset()
        outside.world.undo_all()
        outside.bank.reset()
        outside.courier.reset()
        write_offset(outside.world.state, 0.0)
        self.answer({})


class PageHandler(SandboxHandler):
    """The sandbox for people."""

    def get(self) -> None:
        """See the class."""
        outside = self.outside
        known = services(outside.world.register_names)
        page = _PAGES.load("index.html").generate(
            now=outside.clock.now(),
            sms=list(reversed(outside.mailbox.to(None))),
            messages=list(reversed(outside.wechat.messages)),
            names={citizen.code: citizen.name for citizen in outside.world.district.citizens},
            citizens=outside.world.district.citizens,
            enterprises=outside.world.district.enterprises,
            pending=outside.identity.pending(),
            switches={known[name]: described(switch) for name, switch in outside.switches.all().items()},
            services=known,
        )
        self.set_header("Content-Security-Policy", "default-src 'self' 'unsafe-inline'")
        self.finish(page)
