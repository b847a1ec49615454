"""The desk: the day's list, callers and walk-ins, confirming, the counter, closures."""

from handlers.access import endpoint, staff
from handlers.appointments import APPOINTMENT
from handlers.base import BaseHandler, Raw
from handlers.halls import HALL
from models.acts import Role
from models.appointments import ReasonBody, RescheduleBody, SlotsQuery, SlotsView, VersionBody
from models.base import Page
from models.booking import Place
from models.callers import CallerAppointmentsView, CallerAppointmentView, SoughtCallerBody
from models.closures import ClosedPeopleView, ClosureBody, ClosuresView, ClosureView, LiftBody
from models.counter import (
    AnsweredView,
    AnswersBody,
    CallBody,
    CountersView,
    DaySheetQuery,
    DeskFoundView,
    DeskQuery,
    DeskView,
    ForwardBody,
    LookUpBody,
    NextBody,
    ProposeBody,
    StaffClaimBody,
    UrgentBody,
    VisitBody,
)
from models.displays import SlipView
from models.paper_visits import OnPaperBody, PaperVisitBody

_COUNTER = (
    Role.RECEPTIONIST,
    Role.PRE_REVIEWER,
    Role.REVIEWER,
    Role.CHIEF_REPRESENTATIVE,
    Role.HALL_MANAGER,
    Role.VILLAGE_OFFICER,
)
_DESK = staff(*_COUNTER)
_PHONE_TOO = staff(*_COUNTER, Role.HOTLINE_AGENT)
_READERS = staff(*_COUNTER, Role.SUPERVISOR)  # the hotline sees what it looked up for a caller, no hall's day
_SLOTS = staff(*_COUNTER, Role.HOTLINE_AGENT, Role.SUPERVISOR)


class DeskBase(BaseHandler):
    """What every verb of the desk answers."""

    async def view(self, place: Place) -> DeskView:
        """An appointment as staff see it now."""
        return await self.engines.booking.desk_view(place, self.act.at)


class DeskAppointmentsHandler(DeskBase):
    """The list of a hall and day; booking for a caller."""

    @endpoint(access=_READERS, query=DeskQuery, reply={200: Page[DeskView]}, summary="大厅某一天的预约")
    async def get(self, query: DeskQuery) -> Page[DeskView]:
        places, after = await self.engines.booking.listings.desk(self.act, query)
        return Page[DeskView](items=await self.engines.booking.desk_views(places, self.act.at), next=after)

    @endpoint(access=_PHONE_TOO, body=StaffClaimBody, reply={201: DeskView}, summary="为来电、到场的群众预约或现场取号")
    async def post(self, body: StaffClaimBody) -> DeskView:
        return await self.view(await self.engines.booking.callers.book(self.act, body))


class LookUpHandler(DeskBase):
    """Finds a visitor by code, document or name."""

    @endpoint(access=_READERS, body=LookUpBody, reply={200: DeskFoundView}, key=False, summary="到场人员查预约：预约码、证件或姓名")
    async def post(self, body: LookUpBody) -> DeskFoundView:
        found = await self.engines.booking.listings.look_up(self.act, body)
        return DeskFoundView(items=await self.engines.booking.desk_views(found, self.act.at))


class DeskAppointmentHandler(DeskBase):
    """One appointment; the look is logged."""

    @endpoint(access=_READERS, reply={200: DeskView}, summary="一个预约")
    async def get(self, appointment_id: str) -> DeskView:
        return await self.view(await self.engines.booking.listings.one(self.act, appointment_id))


class CallersHandler(BaseHandler):
    """Finds what somebody who phones has booked; each look is logged."""

    @endpoint(
        access=_PHONE_TOO,
        body=SoughtCallerBody,
        reply={200: CallerAppointmentsView},
        key=False,
        summary="来电人的预约：预约码，或姓名加证件、手机号（后四位也行）",
    )
    async def post(self, body: SoughtCallerBody) -> CallerAppointmentsView:
        found = await self.engines.booking.for_callers.find(self.act, body)
        return CallerAppointmentsView(items=await self.engines.booking.caller_views(found, self.act.at))


class CallerBase(BaseHandler):
    """What is done for somebody who phones; the applicant is told of it."""

    async def view(self, place: Place) -> CallerAppointmentView:
        """The appointment as it is now."""
        return (await self.engines.booking.caller_views([place], self.act.at))[0]


class CallerCancelHandler(CallerBase):
    """By the citizen's own rules."""

    @endpoint(access=_PHONE_TOO, body=ReasonBody, reply={200: CallerAppointmentView}, summary="替来电人取消预约，写明原因")
    async def post(self, appointment_id: str, body: ReasonBody) -> CallerAppointmentView:
        return await self.view(await self.engines.booking.for_callers.cancel(self.act, appointment_id, body))


class CallerRescheduleHandler(CallerBase):
    """Both or neither: answers the new one."""

    @endpoint(access=_PHONE_TOO, body=RescheduleBody, reply={200: CallerAppointmentView}, summary="替来电人改约")
    async def post(self, appointment_id: str, body: RescheduleBody) -> CallerAppointmentView:
        return await self.view(await self.engines.booking.for_callers.reschedule(self.act, appointment_id, body))


class CallerAcceptHandler(CallerBase):
    """Answers the new one."""

    @endpoint(access=_PHONE_TOO, body=VersionBody, reply={200: CallerAppointmentView}, summary="来电人同意工作人员建议的时间")
    async def post(self, appointment_id: str, body: VersionBody) -> CallerAppointmentView:
        return await self.view(await self.engines.booking.for_callers.accept_proposal(self.act, appointment_id, body))


class SlipHandler(BaseHandler):
    """The number on paper."""

    @endpoint(access=_DESK, reply={200: SlipView}, summary="号单：号码、事项、在哪里等、前面几人")
    async def get(self, appointment_id: str) -> SlipView:
        return await self.engines.booking.listings.slip(self.act, appointment_id)


class ConfirmHandler(DeskBase):
    """Before the day."""

    @endpoint(access=_DESK, body=VersionBody, reply={200: DeskView}, summary="确认预约")
    async def post(self, appointment_id: str, body: VersionBody) -> DeskView:
        return await self.view(await self.engines.booking.desk.confirm(self.act, appointment_id, body))


class DeclineHandler(DeskBase):
    """Before the day."""

    @endpoint(access=_DESK, body=ReasonBody, reply={200: DeskView}, summary="不能确认，说明原因")
    async def post(self, appointment_id: str, body: ReasonBody) -> DeskView:
        return await self.view(await self.engines.booking.desk.decline(self.act, appointment_id, body))


class ProposeHandler(DeskBase):
    """Before the day."""

    @endpoint(access=_PHONE_TOO, body=ProposeBody, reply={200: DeskView}, summary="建议另一个时间")
    async def post(self, appointment_id: str, body: ProposeBody) -> DeskView:
        return await self.view(await self.engines.booking.desk.propose(self.act, appointment_id, body))


class AnswersHandler(BaseHandler):
    """Many at once, each as it was seen: those refused are named with the reason, the others are done."""

    @endpoint(access=_DESK, body=AnswersBody, reply={200: AnsweredView}, summary="一次确认多个预约，或用同一个理由退回")
    async def post(self, body: AnswersBody) -> AnsweredView:
        return await self.engines.booking.answer_many(self.act, body)


class UrgentHandler(DeskBase):
    """Before the others, with the reason on record."""

    @endpoint(access=_DESK, body=UrgentBody, reply={200: DeskView}, summary="优先叫号，写明原因；不写原因是取消优先")
    async def post(self, appointment_id: str, body: UrgentBody) -> DeskView:
        return await self.view(await self.engines.booking.counter.put_first(self.act, appointment_id, body))


class DeskCheckInHandler(DeskBase):
    """The visitor is here."""

    @endpoint(access=_DESK, body=VersionBody, reply={200: DeskView}, summary="签到")
    async def post(self, appointment_id: str, body: VersionBody) -> DeskView:
        return await self.view(await self.engines.booking.counter.check_in(self.act, appointment_id, body))


class CallHandler(DeskBase):
    """To a counter; again, where they were called already."""

    @endpoint(access=_DESK, body=CallBody, reply={200: DeskView}, summary="叫号、重呼")
    async def post(self, appointment_id: str, body: CallBody) -> DeskView:
        return await self.view(await self.engines.booking.counter.call(self.act, appointment_id, body))


class CountersHandler(DeskBase):
    """What one is called to, or sent on to."""

    @endpoint(access=_SLOTS, reply={200: CountersView}, summary="大厅今天的窗口")
    async def get(self, hall_id: str) -> CountersView:
        return await self.engines.booking.counters(self.act, hall_id)


class DeskSlotsHandler(BaseHandler):
    """Slots as whoever books for a caller sees them: with the places that are kept from going online."""

    @endpoint(access=_SLOTS, query=SlotsQuery, reply={200: SlotsView}, summary="大厅的可预约时段，含留给现场和电话的号源")
    async def get(self, hall_id: str, query: SlotsQuery) -> Raw:
        await self.engines.booking.listings.to_book(self.act, hall_id)
        return Raw(await self.engines.booking.slots.listing(hall_id, query.items, query.from_, query.to, offline=True))


class DaySheetHandler(DeskBase):
    """What the desk works from when the system can't be reached."""

    @endpoint(access=_DESK, query=DaySheetQuery, reply={200: "application/pdf"}, summary="大厅一天的预约清单（PDF，断网时用）")
    async def get(self, hall_id: str, query: DaySheetQuery) -> Raw:
        return Raw(await self.engines.day_sheets.pdf(self.act, hall_id, query.date))


class CallNextHandler(DeskBase):
    """Whoever is next in line; no version, for nobody was looked at."""

    @endpoint(access=_DESK, body=NextBody, reply={200: DeskView}, summary="叫下一位")
    async def post(self, hall_id: str, body: NextBody) -> DeskView:
        return await self.view(await self.engines.booking.counter.call_next(self.act, hall_id, body))


class ForwardHandler(DeskBase):
    """On to another counter."""

    @endpoint(access=_DESK, body=ForwardBody, reply={200: DeskView}, summary="转到其他窗口")
    async def post(self, appointment_id: str, body: ForwardBody) -> DeskView:
        return await self.view(await self.engines.booking.counter.forward(self.act, appointment_id, body))


class ParkHandler(DeskBase):
    """Did not come when called."""

    @endpoint(access=_DESK, body=VisitBody, reply={200: DeskView}, summary="过号，暂放一边")
    async def post(self, appointment_id: str, body: VisitBody) -> DeskView:
        return await self.view(await self.engines.booking.counter.park(self.act, appointment_id, body))


class DoneHandler(DeskBase):
    """Served."""

    @endpoint(access=_DESK, body=VisitBody, reply={200: DeskView}, summary="办完")
    async def post(self, appointment_id: str, body: VisitBody) -> DeskView:
        return await self.view(await self.engines.booking.counter.done(self.act, appointment_id, body))


class UndoCheckInHandler(DeskBase):
    """Is not here after all."""

    @endpoint(access=_DESK, body=VersionBody, reply={200: DeskView}, summary="撤销签到：签错了人")
    async def post(self, appointment_id: str, body: VersionBody) -> DeskView:
        return await self.view(await self.engines.booking.counter.undo_check_in(self.act, appointment_id, body))


class ResumeHandler(DeskBase):
    """Was not done after all."""

    @endpoint(access=_DESK, body=VersionBody, reply={200: DeskView}, summary="恢复办理：点错了办完")
    async def post(self, appointment_id: str, body: VersionBody) -> DeskView:
        return await self.view(await self.engines.booking.counter.resume(self.act, appointment_id, body))


class MissedHandler(DeskBase):
    """Did not come, or left."""

    @endpoint(access=_DESK, body=VisitBody, reply={200: DeskView}, summary="未到场")
    async def post(self, appointment_id: str, body: VisitBody) -> DeskView:
        return await self.view(await self.engines.booking.counter.missed(self.act, appointment_id, body))


class NotMissedHandler(DeskBase):
    """Came after all."""

    @endpoint(access=_DESK, body=VersionBody, reply={200: DeskView}, summary="撤回未到：后来到了，或记错了")
    async def post(self, appointment_id: str, body: VersionBody) -> DeskView:
        return await self.view(await self.engines.booking.counter.not_missed(self.act, appointment_id, body))


class OnPaperHandler(DeskBase):
    """Was here while the system was gone."""

    @endpoint(access=_DESK, body=OnPaperBody, reply={200: DeskView}, summary="补录断网时的到场、叫号、办结时间")
    async def post(self, appointment_id: str, body: OnPaperBody) -> DeskView:
        return await self.view(await self.engines.booking.on_paper.enter(self.act, appointment_id, body))


class PaperVisitsHandler(DeskBase):
    """Just came while the system was gone."""

    @endpoint(access=_DESK, body=PaperVisitBody, reply={201: DeskView}, summary="补录断网时现场来的人")
    async def post(self, hall_id: str, body: PaperVisitBody) -> DeskView:
        return await self.view(await self.engines.booking.on_paper.enter_walk_in(self.act, hall_id, body))


class VoidHandler(DeskBase):
    """A number given by mistake."""

    @endpoint(access=_DESK, body=ReasonBody, reply={200: DeskView}, summary="作废取错的号码，写明原因")
    async def post(self, appointment_id: str, body: ReasonBody) -> DeskView:
        return await self.view(await self.engines.booking.counter.void(self.act, appointment_id, body))


class ClosuresHandler(BaseHandler):
    """Closes a hall or a counter; with `preview`, only lists who is affected. Lists closures."""

    @endpoint(access=staff(Role.HALL_MANAGER), reply={200: ClosuresView}, summary="大厅的关闭安排")
    async def get(self, hall_id: str) -> ClosuresView:
        return await self.engines.booking.closures_of(self.act, hall_id)

    @endpoint(
        access=staff(Role.HALL_MANAGER), body=ClosureBody, reply={201: ClosureView, 200: ClosureView}, summary="关闭大厅或窗口一段时间"
    )
    async def post(self, hall_id: str, body: ClosureBody) -> ClosureView:
        if body.preview:
            self.set_status(200)
            return await self.engines.booking.preview_closure(self.act, hall_id, body)
        return await self.engines.booking.close(self.act, hall_id, body)


class ClosedPeopleHandler(BaseHandler):
    """Whom a closure hit, at any time afterwards."""

    @endpoint(
        access=staff(Role.HALL_MANAGER), reply={200: ClosedPeopleView}, summary="一次停办影响到的人：改到哪天、谁在候补、谁要当面告诉"
    )
    async def get(self, hall_id: str, closure_id: str) -> ClosedPeopleView:
        return await self.engines.booking.closed_people(self.act, hall_id, closure_id)


class LiftHandler(BaseHandler):
    """Takes a closure back that was entered by mistake, or is not needed any more."""

    @endpoint(access=staff(Role.HALL_MANAGER), body=LiftBody, reply={200: ClosureView}, summary="撤销关闭，恢复预约")
    async def post(self, hall_id: str, closure_id: str, body: LiftBody) -> ClosureView:
        return await self.engines.booking.lift(self.act, hall_id, closure_id, body)


_ONE = rf"/api/v1/staff/appointments/{APPOINTMENT}"
ROUTES = [
    (r"/api/v1/staff/appointments", DeskAppointmentsHandler),
    (r"/api/v1/staff/appointments/look-up", LookUpHandler),
    (r"/api/v1/staff/appointments/answers", AnswersHandler),
    (r"/api/v1/staff/appointments/callers", CallersHandler),
    (_ONE, DeskAppointmentHandler),
    (_ONE + "/slip", SlipHandler),
    (_ONE + "/cancel", CallerCancelHandler),
    (_ONE + "/reschedule", CallerRescheduleHandler),
    (_ONE + "/accept-proposal", CallerAcceptHandler),
    (_ONE + "/confirm", ConfirmHandler),
    (_ONE + "/decline", DeclineHandler),
    (_ONE + "/propose", ProposeHandler),
    (_ONE + "/check-in", DeskCheckInHandler),
    (_ONE + "/call", CallHandler),
    (_ONE + "/forward", ForwardHandler),
    (_ONE + "/park", ParkHandler),
    (_ONE + "/urgent", UrgentHandler),
    (_ONE + "/done", DoneHandler),
    (_ONE + "/undo-check-in", UndoCheckInHandler),
    (_ONE + "/resume", ResumeHandler),
    (_ONE + "/missed", MissedHandler),
    (_ONE + "/not-missed", NotMissedHandler),
    (_ONE + "/void", VoidHandler),
    (_ONE + "/on-paper", OnPaperHandler),
    (rf"/api/v1/staff/halls/{HALL}/counters", CountersHandler),
    (rf"/api/v1/staff/halls/{HALL}/slots", DeskSlotsHandler),
    (rf"/api/v1/staff/halls/{HALL}/day-sheet", DaySheetHandler),
    (rf"/api/v1/staff/halls/{HALL}/call-next", CallNextHandler),
    (rf"/api/v1/staff/halls/{HALL}/paper-visits", PaperVisitsHandler),
    (rf"/api/v1/staff/halls/{HALL}/closures", ClosuresHandler),
    (rf"/api/v1/staff/halls/{HALL}/closures/{APPOINTMENT}/people", ClosedPeopleHandler),
    (rf"/api/v1/staff/halls/{HALL}/closures/{APPOINTMENT}/lift", LiftHandler),
]
