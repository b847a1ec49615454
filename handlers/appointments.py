"""A citizen's appointments, and an agent's under a grant."""

from handlers.access import citizen, endpoint
from handlers.base import BaseHandler
from models.appointments import AppointmentsQuery, AppointmentView, CancelBody, ClaimBody, RescheduleBody, VersionBody
from models.base import Page
from models.booking import Place
from models.counter import QueueView

APPOINTMENT = r"([A-Za-z0-9_\-]{1,140})"
_KNOWN = citizen(level=1)


class AppointmentBase(BaseHandler):
    """What every verb on appointments answers."""

    def view(self, place: Place) -> AppointmentView:
        """An appointment as its citizen sees it now."""
        return self.engines.booking.citizen_view(place, self.act.at)


class AppointmentsHandler(AppointmentBase):
    """Own appointments; booking one."""

    @endpoint(access=_KNOWN, acting=True, query=AppointmentsQuery, reply={200: Page[AppointmentView]}, kiosk=1, summary="我的预约")
    async def get(self, query: AppointmentsQuery) -> Page[AppointmentView]:
        places, after = await self.engines.booking.listings.own(self.act, query)
        return Page[AppointmentView](items=[self.view(place) for place in places], next=after)

    @endpoint(access=_KNOWN, acting=True, body=ClaimBody, reply={201: AppointmentView}, summary="预约一个时段")
    async def post(self, body: ClaimBody) -> AppointmentView:
        return self.view(await self.engines.booking.claims.claim(self.act, body))


class AppointmentHandler(AppointmentBase):
    """One appointment."""

    @endpoint(access=_KNOWN, acting=True, reply={200: AppointmentView}, kiosk=1, summary="一个预约")
    async def get(self, appointment_id: str) -> AppointmentView:
        return self.view(await self.engines.booking.listings.one(self.act, appointment_id))


class CancelHandler(AppointmentBase):
    """Gives the place back."""

    @endpoint(access=_KNOWN, acting=True, body=CancelBody, reply={200: AppointmentView}, summary="取消预约")
    async def post(self, appointment_id: str, body: CancelBody) -> AppointmentView:
        return self.view(await self.engines.booking.changes.cancel(self.act, appointment_id, body))


class RescheduleHandler(AppointmentBase):
    """Another time; the old one is kept unless the new one is had. Answers the new appointment."""

    @endpoint(access=_KNOWN, acting=True, body=RescheduleBody, reply={200: AppointmentView}, summary="改约")
    async def post(self, appointment_id: str, body: RescheduleBody) -> AppointmentView:
        return self.view(await self.engines.booking.changes.reschedule(self.act, appointment_id, body))


class QueueHandler(AppointmentBase):
    """How many are before me. Asked again and again: the answer carries an ETag, and an unchanged one is a 304."""

    @endpoint(access=_KNOWN, acting=True, reply={200: QueueView}, kiosk=1, summary="签到后前面还有几位")
    async def get(self, appointment_id: str) -> QueueView:
        place, before = await self.engines.booking.listings.before(self.act, appointment_id)
        seen = self.view(place)
        kept = seen.model_dump(include={"state", "status", "ticket", "counter_name", "called_to"})
        return QueueView(**kept, before=before)


class CheckInHandler(AppointmentBase):
    """I am here."""

    @endpoint(access=_KNOWN, acting=True, body=VersionBody, reply={200: AppointmentView}, kiosk=1, summary="自助签到")
    async def post(self, appointment_id: str, body: VersionBody) -> AppointmentView:
        return self.view(await self.engines.booking.counter.check_in_self(self.act, appointment_id, body))


class AcceptProposalHandler(AppointmentBase):
    """Takes the time staff proposed. Answers the new appointment."""

    @endpoint(access=_KNOWN, acting=True, body=VersionBody, reply={200: AppointmentView}, summary="接受工作人员建议的时间")
    async def post(self, appointment_id: str, body: VersionBody) -> AppointmentView:
        return self.view(await self.engines.booking.changes.accept_proposal(self.act, appointment_id, body))


class DeclineProposalHandler(AppointmentBase):
    """Keeps the appointment as it is."""

    @endpoint(access=_KNOWN, acting=True, body=VersionBody, reply={200: AppointmentView}, summary="不接受建议的时间，保留原预约")
    async def post(self, appointment_id: str, body: VersionBody) -> AppointmentView:
        return self.view(await self.engines.booking.changes.decline_proposal(self.act, appointment_id, body))


class TakeOverHandler(AppointmentBase):
    """Goes on with what a former agent booked."""

    @endpoint(access=_KNOWN, body=VersionBody, reply={200: AppointmentView}, summary="接手原代办人的预约")
    async def post(self, appointment_id: str, body: VersionBody) -> AppointmentView:
        return self.view(await self.engines.booking.changes.take_over(self.act, appointment_id, body))


ROUTES = [
    (r"/api/v1/appointments", AppointmentsHandler),
    (rf"/api/v1/appointments/{APPOINTMENT}", AppointmentHandler),
    (rf"/api/v1/appointments/{APPOINTMENT}/cancel", CancelHandler),
    (rf"/api/v1/appointments/{APPOINTMENT}/reschedule", RescheduleHandler),
    (rf"/api/v1/appointments/{APPOINTMENT}/queue", QueueHandler),
    (rf"/api/v1/appointments/{APPOINTMENT}/check-in", CheckInHandler),
    (rf"/api/v1/appointments/{APPOINTMENT}/accept-proposal", AcceptProposalHandler),
    (rf"/api/v1/appointments/{APPOINTMENT}/decline-proposal", DeclineProposalHandler),
    (rf"/api/v1/appointments/{APPOINTMENT}/take-over", TakeOverHandler),
]
