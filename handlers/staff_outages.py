"""A hall without the system: receipt numbers kept for paper forms, when that was, and its end."""

from backend.cases.outages import view
from handlers.access import endpoint, staff
from handlers.base import BaseHandler, Raw
from handlers.halls import HALL
from models.acts import Role
from models.outages import CloseOutageBody, OutagesView, OutageTimesBody, OutageView, ReserveBody

_MANAGES = staff(Role.HALL_MANAGER)
_DESK = staff(Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE, Role.HALL_MANAGER, Role.VILLAGE_OFFICER)
_ONE = rf"/api/v1/staff/halls/{HALL}/outages/(outage_[0-9A-Z]{{26}})"


class OutagesHandler(BaseHandler):
    """The blocks of a hall; a new one."""

    @endpoint(access=_DESK, reply={200: OutagesView}, summary="大厅为断网留的收件编号")
    async def get(self, hall_id: str) -> OutagesView:
        return await self.engines.outages.of_hall(self.act, hall_id)

    @endpoint(access=_MANAGES, body=ReserveBody, reply={201: OutageView}, summary="为断网留一段收件编号")
    async def post(self, hall_id: str, body: ReserveBody) -> OutageView:
        return view(await self.engines.outages.reserve(self.act, hall_id, body))


class OutageFormsHandler(BaseHandler):
    """Paper forms with the numbers on them."""

    @endpoint(access=_DESK, reply={200: "application/pdf"}, summary="断网时用的纸质收件单（PDF）")
    async def get(self, hall_id: str, outage_id: str) -> Raw:
        return Raw(await self.engines.outages.forms(self.act, hall_id, outage_id))


class OutageTimesHandler(BaseHandler):
    """From when until when."""

    @endpoint(access=_MANAGES, body=OutageTimesBody, reply={200: OutageView}, summary="登记断网的时间")
    async def post(self, hall_id: str, outage_id: str, body: OutageTimesBody) -> OutageView:
        return view(await self.engines.outages.tell_times(self.act, hall_id, outage_id, body))


class OutageCloseHandler(BaseHandler):
    """Everything was entered."""

    @endpoint(access=_MANAGES, body=CloseOutageBody, reply={200: OutageView}, summary="补录完，没用的编号作废")
    async def post(self, hall_id: str, outage_id: str, body: CloseOutageBody) -> OutageView:
        return view(await self.engines.outages.close(self.act, hall_id, outage_id, body))


ROUTES = [
    (rf"/api/v1/staff/halls/{HALL}/outages", OutagesHandler),
    (_ONE + "/forms", OutageFormsHandler),
    (_ONE + "/times", OutageTimesHandler),
    (_ONE + "/close", OutageCloseHandler),
]
