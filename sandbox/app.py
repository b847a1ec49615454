"""Puts the stand-ins together into one Tornado application."""

from pathlib import Path
from typing import Any

from tornado.web import Application, RequestHandler

from backend.clock import SandboxClock
from models.registers import PersonKey
from sandbox import bank, clock, controls, courier, identity, reader, registers, scanner, sms, wechat
from sandbox.authority import Authorities
from sandbox.bank_world import BankWorld
from sandbox.base import Outside, SandboxHandler
from sandbox.courier_world import CourierWorld
from sandbox.identity_world import IdentityWorld
from sandbox.mailbox import Mailbox
from sandbox.switches import Switches
from sandbox.wechat_world import WechatWorld
from sandbox.world import World

_ROUTES: tuple[tuple[str, type[RequestHandler]], ...] = (
    (r"/", controls.PageHandler),
    (r"/reset", controls.ResetHandler),
    (r"/switches", controls.SwitchesHandler),
    (r"/switches/([a-z_.]+)", controls.SwitchHandler),
    (r"/clock", clock.ClockHandler),
    (r"/deaths", registers.DeathsHandler),
    (r"/records/(?P<register>[a-z_]+)/(?P<code>[a-z0-9\-]+)", registers.ChangesHandler),
    (r"/registers/enterprise/names", registers.NamesHandler),
    (r"/registers/enterprise/entries", registers.EntriesHandler),
    (r"/registers/(?P<name>[a-z_]+)/query", registers.RecordHandler),
    (r"/registers/(?P<name>[a-z_]+)/file", registers.FileHandler),
    (r"/wechat/sns/jscode2session", wechat.LoginHandler),
    (r"/wechat/cgi-bin/stable_token", wechat.TokenHandler),
    (r"/wechat/wxa/business/getuserphonenumber", wechat.PhoneHandler),
    (r"/wechat/cgi-bin/message/subscribe/send", wechat.SubscribeHandler),
    (r"/wechat/wxa/msg_sec_check", wechat.TextCheckHandler),
    (r"/wechat/wxa/getwxacodeunlimit", wechat.MiniProgramCodeHandler),
    (r"/wechat-codes", wechat.LoginCodesHandler),
    (r"/wechat-tokens", wechat.TokensHandler),
    (r"/wechat-messages", wechat.DeliveredHandler),
    (r"/wechat-subscriptions/([a-z0-9\-]+)", wechat.SubscriptionHandler),
    (r"/identity/verifications", identity.VerificationsHandler),
    (r"/identity/verifications/([\w\-]+)/decision", identity.DecisionHandler),
    (r"/identity/verify", identity.VerifyHandler),
    (r"/reader/cards", reader.CardsHandler),
    (r"/reader/read", reader.ReadHandler),
    (r"/scanner/pages", scanner.PagesHandler),
    (r"/scanner/scan", scanner.ScanHandler),
    (r"/sms/messages", sms.SmsHandler),
    (r"/courier/parcels", courier.ParcelsHandler),
    (r"/courier/parcels/query", courier.QueryHandler),
    (r"/courier/parcels/([A-Z0-9]+)", courier.RoadHandler),
    (r"/bank/orders", bank.OrdersHandler),
    (r"/bank/orders/query", bank.QueryHandler),
    (r"/bank/orders/close", bank.CloseHandler),
    (r"/bank/refunds", bank.RefundsHandler),
    (r"/bank/payments", bank.PaymentsHandler),
    (r"/bank/notices", bank.NoticesHandler),
)


class _NotFoundHandler(SandboxHandler):
    """Whatever is not a route."""

    def prepare(self) -> None:
        """There is nothing here."""
        self.send_error(404)


def outside_of(catalogue: Path, state: Path) -> Outside:
    """The outside world. `catalogue`: catalogue/demo; `state`: its own folder, made where it is missing."""
    state.mkdir(parents=True, exist_ok=True)
    sandbox_clock = SandboxClock(state / clock.FILE)
    world = World(catalogue, state, sandbox_clock)

    def person_of(code: str) -> PersonKey | None:
        citizen = world.citizen(code)
        if citizen is None:
            return None
        return PersonKey(document_type=citizen.document_type, id_number=citizen.id_number, name=citizen.name)

    return Outside(
        clock=sandbox_clock,
        switches=Switches(),
        world=world,
        wechat=WechatWorld(catalogue, world.district.citizens),
        identity=IdentityWorld(person_of),
        mailbox=Mailbox(),
        authorities=Authorities(state),
        bank=BankWorld(),
        courier=CourierWorld(),
    )


def build(outside: Outside) -> Application:
    """The application that serves it."""
    with_outside = {"outside": outside}
    routes: list[Any] = [(path, handler, with_outside) for path, handler in _ROUTES]
    return Application(
        routes,
        default_handler_class=_NotFoundHandler,
        default_handler_args=with_outside,
        log_function=lambda handler: None,
    )
