"""What a kiosk asks of somebody elsewhere: shown there, answered on the phone that scanned it, or by staff of the hall."""

from backend.limits import Limit
from handlers.access import KIOSK, citizen, endpoint, staff
from handlers.base import KIOSK_SESSION_COOKIE, BaseHandler
from handlers.kiosks import KioskHandler
from models.acts import Role
from models.kiosk_asks import (
    AgreedAskView,
    AttestAtKioskBody,
    AttestedAtKioskView,
    KioskAskBody,
    KioskAskView,
    KioskHelpsView,
    ScannedAskView,
)
from models.kiosks import KioskSessionView

_SCENE = r"([0-9A-Za-z]{16})"
_KNOWN = citizen(level=1)
_FACE_TO_FACE = staff(
    Role.RECEPTIONIST,
    Role.VILLAGE_OFFICER,
    Role.PRE_REVIEWER,
    Role.REVIEWER,
    Role.CHIEF_REPRESENTATIVE,
    Role.HALL_MANAGER,
)
_ASKS = Limit("kiosk_asks", 20, 300, "这里取码太频繁，请过几分钟再试，或找工作人员。")
_ARRIVALS = Limit("kiosk_arrivals", 40, 300, "这台终端取码太频繁，请过几分钟再试，或到窗口办理。")
_SCANS = Limit("kiosk_scans", 60, 60)  # scenes have 95 bits: nobody finds one by trying
_ATTESTS = Limit("kiosk_attests", 30, 300, "核对得太频繁，请过几分钟再试。")


class AsksHandler(BaseHandler):
    """Of whoever stands before the kiosk: a new ask, and how it stands."""

    @endpoint(access=_KNOWN, reply={200: KioskAskView}, kiosk=1, summary="自助终端上的扫码或请求核对办到哪一步")
    async def get(self) -> KioskAskView:
        return await self.engines.kiosk_asks.standing(self.act)

    @endpoint(
        access=_KNOWN,
        body=KioskAskBody,
        reply={201: KioskAskView},
        key=False,
        limit=_ASKS,
        kiosk=1,
        summary="取一个码给本人的手机扫，或请工作人员来核对（自助终端）",
    )
    async def post(self, body: KioskAskBody) -> KioskAskView:
        return await self.engines.kiosk_asks.ask(self.act, body)


class ArrivalsHandler(BaseHandler):
    """Of a device before which nobody is known."""

    @endpoint(access=KIOSK, reply={200: KioskAskView}, summary="没带身份证：手机上确认了没有")
    async def get(self) -> KioskAskView:
        return await self.engines.kiosk_asks.standing(self.act)

    @endpoint(access=KIOSK, reply={201: KioskAskView}, key=False, limit=_ARRIVALS, summary="没带身份证：取一个码用手机进入自助终端")
    async def post(self) -> KioskAskView:
        return await self.engines.kiosk_asks.arrive(self.act)


class EnterHandler(KioskHandler):
    """The phone agreed."""

    @endpoint(access=KIOSK, reply={201: KioskSessionView}, key=False, summary="手机确认以后进入自助终端")
    async def post(self) -> KioskSessionView:
        token, session = await self.engines.kiosk_asks.enter(self.act)
        self.keep(KIOSK_SESSION_COOKIE, token)
        return session


class ScannedHandler(KioskHandler):
    """On the phone: what it is asked."""

    @endpoint(access=_KNOWN, reply={200: ScannedAskView}, limit=_SCANS, summary="扫了自助终端上的码：问的是什么")
    async def get(self, scene: str) -> ScannedAskView:
        ask = await self.engines.kiosk_asks.scanned(scene)
        return ScannedAskView(
            kind=ask.kind, kiosk_name=ask.kiosk_name, hall_name=self.hall_name(ask.hall), item_name=ask.item_name, until=ask.until
        )


class AgreeHandler(BaseHandler):
    """On the phone: yes."""

    @endpoint(access=_KNOWN, reply={200: AgreedAskView}, key=False, limit=_SCANS, summary="在手机上确认自助终端问的")
    async def post(self, scene: str) -> AgreedAskView:
        ask, detail = await self.engines.kiosk_asks.agree(self.act, scene)
        return AgreedAskView(kind=ask.kind, detail=detail, case=ask.case)


class StaffAsksHandler(BaseHandler):
    """Staff of the hall come to look."""

    @endpoint(access=_FACE_TO_FACE, reply={200: KioskHelpsView}, summary="本大厅自助终端上请求当面核对的人")
    async def get(self) -> KioskHelpsView:
        return KioskHelpsView(items=await self.engines.kiosk_asks.for_staff(self.act))

    @endpoint(
        access=_FACE_TO_FACE,
        body=AttestAtKioskBody,
        reply={200: AttestedAtKioskView},
        limit=_ATTESTS,
        summary="当面核对自助终端前的人",
    )
    async def post(self, body: AttestAtKioskBody) -> AttestedAtKioskView:
        return AttestedAtKioskView(detail=await self.engines.kiosk_asks.attest(self.act, body))


ROUTES = [
    (r"/api/v1/kiosk/asks", AsksHandler),
    (r"/api/v1/kiosk/arrivals", ArrivalsHandler),
    (r"/api/v1/kiosk/arrivals/session", EnterHandler),
    (rf"/api/v1/kiosk-asks/{_SCENE}", ScannedHandler),
    (rf"/api/v1/kiosk-asks/{_SCENE}/agree", AgreeHandler),
    (r"/api/v1/staff/kiosk-asks", StaffAsksHandler),
]
