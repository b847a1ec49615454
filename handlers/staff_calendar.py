"""The working calendar for those who keep it: single days made a holiday or a working day after the release."""

from backend.calendars import day_view
from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.calendar import CalendarDayBody, CalendarDaysView, CalendarDayView, CalendarQuery

_KEEPS = staff(Role.CATALOGUE_EDITOR)
_LOOKS = staff(Role.CATALOGUE_EDITOR, Role.SUPERVISOR, Role.AUDITOR, Role.HALL_MANAGER, Role.CHIEF_REPRESENTATIVE)


class CalendarHandler(BaseHandler):
    """The days of a year that were changed."""

    @endpoint(access=_LOOKS, query=CalendarQuery, reply={200: CalendarDaysView}, summary="工作日历里改过的日子")
    async def get(self, query: CalendarQuery) -> CalendarDaysView:
        days = await self.engines.calendars.days(query.year)
        published = self.engines.calendars.current.is_published(query.year)
        return CalendarDaysView(year=query.year, published=published, items=[day_view(each) for each in days])


class CalendarDayHandler(BaseHandler):
    """One day. Clocks of open cases are counted anew within seconds, and applicants whose date moves are told."""

    @endpoint(access=_KEEPS, body=CalendarDayBody, reply={200: CalendarDayView}, summary="把一天改为放假或上班")
    async def put(self, day: str, body: CalendarDayBody) -> CalendarDayView:
        return day_view(await self.engines.calendars.set_day(self.act, day, body))


ROUTES = [
    (r"/api/v1/staff/calendar", CalendarHandler),
    (r"/api/v1/staff/calendar/days/(\d{4}-\d{2}-\d{2})", CalendarDayHandler),
]
