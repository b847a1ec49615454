"""The screen of a waiting room: a registered device, as kiosks are, that shows and asks nothing."""

from handlers.access import KIOSK, endpoint
from handlers.base import BaseHandler
from handlers.events import StreamHandler
from handlers.halls import HALL
from models.acts import KioskActor
from models.displays import CallsView


class CallsHandler(BaseHandler):
    """Who is called where, names masked."""

    @endpoint(access=KIOSK, reply={200: CallsView}, summary="候叫屏：大厅正在叫的号")
    async def get(self, hall_id: str) -> CallsView:
        return await self.engines.booking.display.calls(self.act, hall_id)


class CallsEventsHandler(StreamHandler):
    """That something has changed, and nothing of it. Ends when the device is taken out of use."""

    @endpoint(access=KIOSK, reply={200: "text/event-stream"}, summary="候叫屏的实时消息（SSE）")
    async def get(self) -> None:
        await self.stream()

    async def stands(self) -> bool:
        actor = self.act.actor
        return isinstance(actor, KioskActor) and (await self.engines.kiosks.get(actor.id)).active


ROUTES = [
    (rf"/api/v1/displays/{HALL}", CallsHandler),
    (r"/api/v1/display-events", CallsEventsHandler),
]
