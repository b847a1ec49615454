"""The working calendar for those who keep it: single days made a holiday or a working day after the release."""

from backend.calendars import day_view, year_view
from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.calendar import CalendarDayBody, CalendarDaysView, CalendarDayView, CalendarQuery

_KEEPS = staff(Role.CATALOGUE_EDITOR)
_LOOKS = staff()  # everybody names days to people


class CalendarHandler(BaseHandler):
    """The holidays and make-up working days of a year, and what was changed of them."""

    @endpoint(access=_LOOKS, query=CalendarQuery, reply={200: CalendarDaysView}, summary="工作日历：一年的放假、调休和改过的日子")
    async def get(self, query: CalendarQuery) -> CalendarDaysView:
        calendars = self.engines.calendars
        return year_view(query.year, calendars.current, await calendars.days(query.year))


class CalendarDayHandler(BaseHandler):
    """One day. Clocks of open cases are counted anew within seconds, and applicants whose date moves are told."""

    @endpoint(access=_KEEPS, body=CalendarDayBody, reply={200: CalendarDayView}, summary="把一天改为放假或上班")
    async def put(self, day: str, body: CalendarDayBody) -> CalendarDayView:
        return day_view(await self.engines.calendars.set_day(self.act, day, body))


ROUTES = [
    (r"/api/v1/staff/calendar", CalendarHandler),
    (r"/api/v1/staff/calendar/days/(\d{4}-\d{2}-\d{2})", CalendarDayHandler),
]
