"""Kiosks: the device, the card on its reader, the person's second factor; and the administrator's register of devices."""

from backend.limits import Limit
from backend.people.sms_codes import PAUSE, VALID_FOR
from handlers.access import KIOSK, PUBLIC, citizen, endpoint, staff
from handlers.base import KIOSK_COOKIE, KIOSK_SESSION_COOKIE, BaseHandler
from models.acts import Role
from models.kiosks import (
    DeviceBody,
    DeviceView,
    Kiosk,
    KioskBody,
    KioskProofBody,
    KioskSessionBody,
    KioskSessionView,
    KiosksView,
    KioskView,
    ReadingView,
    RegisteredKioskView,
    ScanTicketView,
    WithdrawKioskBody,
)
from models.people import SmsCodeView
from models.settings import Mode

_ID = r"([\w\-]{1,80})"
_READINGS = Limit("kiosk_readings", 30, 60, "这台终端读卡太频繁，请过一分钟再试。")
_REFUSED = Limit("kiosk_refused", 10, 600, "设备凭据多次填错，请过十分钟再试，或联系系统管理员。")
_SCANS = Limit("kiosk_scans_of_pages", 60, 600, "扫描得太频繁，请过几分钟再试。")
_NONCE_SECONDS = 60
_YEAR = 365  # days a device's cookie is kept
_ADMIN = staff(Role.SYSTEM_ADMIN)
_KNOWN = citizen(level=1)


class KioskHandler(BaseHandler):
    """What the handlers of this module share."""

    @property
    def secure(self) -> bool:
        """Whether cookies may travel over TLS only."""
        return self.engines.settings.base_url.startswith("https://")

    def keep(self, name: str, value: str, days: int | None = None) -> None:
        """A cookie no script can read, for this browser's life or some days."""
        self.set_cookie(name, value, expires_days=days, path="/api/v1", httponly=True, samesite="Strict", secure=self.secure)

    def hall_name(self, hall: str) -> str:
        """What people call a hall."""
        return self.engines.catalogue.vocabulary.hall(hall)

    def device_view(self, kiosk: Kiosk) -> DeviceView:
        """What the device learns of itself."""
        settings = self.engines.settings
        return DeviceView(
            name=kiosk.name,
            hall=kiosk.hall,
            hall_name=self.hall_name(kiosk.hall),
            reader=kiosk.reader,
            reader_url=settings.kiosk_reader_url,
            scanner=kiosk.scanner,
            scanner_url=settings.kiosk_scanner_url,
            demo=settings.mode is Mode.SANDBOX,
        )

    def view(self, kiosk: Kiosk) -> KioskView:
        """A device as the administrator sees it."""
        kept = kiosk.model_dump(include={"id", "name", "hall", "reader", "scanner", "active", "withdrawn_for", "created_at", "seen_at"})
        return KioskView(**kept, hall_name=self.hall_name(kiosk.hall))


class DeviceHandler(KioskHandler):
    """The device itself."""

    @endpoint(access=KIOSK, reply={200: DeviceView}, summary="这台自助终端")
    async def get(self) -> DeviceView:
        return self.device_view(await self.engines.kiosks.get(self.act.actor.id))

    @endpoint(
        access=PUBLIC, body=DeviceBody, reply={200: DeviceView}, key=False, refusals=_REFUSED, summary="把这台设备设为登记过的自助终端"
    )
    async def post(self, body: DeviceBody) -> DeviceView:
        kiosk = await self.engines.kiosks.recognise(body.credential)
        self.keep(KIOSK_COOKIE, body.credential, _YEAR)
        return self.device_view(kiosk)


class ReadingsHandler(KioskHandler):
    """Before a card is read."""

    @endpoint(access=KIOSK, reply={201: ReadingView}, key=False, limit=_READINGS, summary="读卡前取一次性编号")
    async def post(self) -> ReadingView:
        return ReadingView(nonce=await self.engines.kiosks.offer_nonce(self.act), expires_in=_NONCE_SECONDS)


class KioskSessionsHandler(KioskHandler):
    """After it was."""

    @endpoint(access=KIOSK, body=KioskSessionBody, reply={201: KioskSessionView}, key=False, summary="刷证件进入自助终端")
    async def post(self, body: KioskSessionBody) -> KioskSessionView:
        token, session = await self.engines.kiosks.open(self.act, body.reading)
        self.keep(KIOSK_SESSION_COOKIE, token)
        return session


class KioskSessionHandler(KioskHandler):
    """The person goes away."""

    @endpoint(access=citizen(), reply={204: None}, kiosk=1, summary="离开自助终端")
    async def delete(self) -> None:
        await self.engines.sessions.end_current(self.act)
        self.clear_cookie(KIOSK_SESSION_COOKIE, path="/api/v1")


class KioskCodesHandler(KioskHandler):
    """The second factor, first half."""

    @endpoint(access=_KNOWN, reply={202: SmsCodeView}, key=False, kiosk=1, summary="向登记的手机号发送验证码（自助终端）")
    async def post(self) -> SmsCodeView:
        shown = await self.engines.kiosks.send_code(self.act)
        return SmsCodeView(
            phone=shown,
            expires_in=int(VALID_FOR.total_seconds()),
            retry_after=int(PAUSE.total_seconds()),
            detail=f"验证码已发送到 {shown}，5 分钟内有效。",
        )


class KioskProofsHandler(KioskHandler):
    """The second factor, other half: for this session alone."""

    @endpoint(
        access=_KNOWN, body=KioskProofBody, reply={200: KioskSessionView}, key=False, kiosk=1, summary="填写验证码，确认是本人（自助终端）"
    )
    async def post(self, body: KioskProofBody) -> KioskSessionView:
        return await self.engines.kiosks.prove(self.act, body)


class ScansHandler(KioskHandler):
    """Before a page is scanned."""

    @endpoint(access=_KNOWN, reply={201: ScanTicketView}, key=False, limit=_SCANS, kiosk=1, summary="扫描一页材料前取一次性许可")
    async def post(self) -> ScanTicketView:
        return ScanTicketView(**(await self.engines.kiosks.scan_ticket(self.act)).model_dump())


class StaffKiosksHandler(KioskHandler):
    """The register of devices."""

    @endpoint(access=_ADMIN, reply={200: KiosksView}, summary="登记过的自助终端")
    async def get(self) -> KiosksView:
        return KiosksView(items=[self.view(each) for each in await self.engines.kiosks.listed()])

    @endpoint(access=_ADMIN, body=KioskBody, reply={201: RegisteredKioskView}, key=False, summary="登记一台自助终端，凭据只显示一次")
    async def post(self, body: KioskBody) -> RegisteredKioskView:
        kiosk, credential = await self.engines.kiosks.register(self.act, body)
        return RegisteredKioskView(**self.view(kiosk).model_dump(), credential=credential, reader_key=kiosk.reader_key)


class WithdrawKioskHandler(KioskHandler):
    """A device goes out of use."""

    @endpoint(access=_ADMIN, body=WithdrawKioskBody, reply={200: KioskView}, summary="停用一台自助终端")
    async def post(self, kiosk_id: str, body: WithdrawKioskBody) -> KioskView:
        return self.view(await self.engines.kiosks.withdraw(self.act, kiosk_id, body))


ROUTES = [
    (r"/api/v1/kiosk/device", DeviceHandler),
    (r"/api/v1/kiosk/readings", ReadingsHandler),
    (r"/api/v1/kiosk/sessions", KioskSessionsHandler),
    (r"/api/v1/kiosk/sessions/current", KioskSessionHandler),
    (r"/api/v1/kiosk/codes", KioskCodesHandler),
    (r"/api/v1/kiosk/proofs", KioskProofsHandler),
    (r"/api/v1/kiosk/scans", ScansHandler),
    (r"/api/v1/staff/kiosks", StaffKiosksHandler),
    (rf"/api/v1/staff/kiosks/{_ID}/withdraw", WithdrawKioskHandler),
]
