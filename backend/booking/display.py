"""What a screen in a waiting room shows: who is called where, by number, names masked. Nothing else of anybody's matter."""

from collections.abc import Sequence

from backend.booking.closed import closed_today, notices_of
from backend.booking.core import Places
from backend.booking.queue import LANES, today_in, waiting_in
from backend.errors import Forbidden
from backend.people import mask_name
from models.acts import Act, KioskActor
from models.booking import Closure, Hall, Place, PlaceState
from models.displays import CalledView, CallsView

_SHOWN = 8  # calls, the latest first: what is readable from afar


class Display:
    """For a registered device of a hall."""

    def __init__(self, places: Places) -> None:
        self._places = places

    async def calls(self, act: Act, hall_id: str) -> CallsView:
        """Who is called in the device's own hall now. Raises `Forbidden` for another hall, `NotFound`."""
        if not isinstance(act.actor, KioskActor) or act.actor.hall != hall_id:
            raise Forbidden("这台设备登记在别的大厅，不能显示这个大厅的叫号。请核对网址，或请系统管理员重新登记。")
        hall = await self._places.halls.get(hall_id, act.at.date())
        store, today = self._places.store, today_in(hall_id, act.at)
        called = {**today, "state": PlaceState.SERVING.value}
        rows = await store.places.find(called, sort=[("called_at", -1), ("_id", 1)])
        shut = [each for each in await closed_today(self._places, hall_id, act.at) if each.start <= act.at]
        shown = [place for place in map(Place.of, rows) if not _called_before_it_closed(place, hall, shut)]
        waits = waiting_in(hall_id, act.at)
        waiting, urgent = await store.places.count(waits), await store.places.count({**waits, **LANES[0]})
        return CallsView(
            hall=hall_id,
            hall_name=hall.name,
            today=act.at.date(),
            at=act.at,
            waiting=waiting,
            urgent=urgent,
            closed=(await notices_of(self._places, hall, act.at)).closed,
            items=[_view(each) for each in shown[:_SHOWN]],
        )


def _called_before_it_closed(place: Place, hall: Hall, shut: Sequence[Closure]) -> bool:
    """Nobody is sent to a counter that has closed since they were called there; a later call is somebody's decision, and stands."""
    names = {each.id: each.name for each in hall.counters}
    at = place.called_at or place.start
    return any(at <= each.start and (each.counter is None or names.get(each.counter) == place.called_to) for each in shut)


def _view(place: Place) -> CalledView:
    number, counter = place.ticket or "", place.called_to or ""
    name = mask_name(place.name or "")
    return CalledView(
        number=number,
        name=name,
        counter=counter,
        calls=place.calls,
        called_at=place.called_at or place.start,
        voice=f"请{number}号到{counter}" if number else f"请{name}到{counter}",
    )
