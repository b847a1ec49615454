"""Public notices (公示) while they run, for anybody."""

from backend.limits import Limit
from handlers.access import PUBLIC, endpoint
from handlers.base import BaseHandler
from models.base import Page
from models.public_notices import PublicNoticesQuery, PublicNoticeView

_LOOKS = Limit("public_notices", 60, 60)


class PublicNoticesHandler(BaseHandler):
    """What is on public notice now. Nothing of it is kept by caches: it is gone when its days are over."""

    @endpoint(
        access=PUBLIC, query=PublicNoticesQuery, reply={200: Page[PublicNoticeView]}, limit=_LOOKS, summary="正在公示的申请（已隐名）"
    )
    async def get(self, query: PublicNoticesQuery) -> Page[PublicNoticeView]:
        self.set_header("Cache-Control", "no-store")
        return await self.engines.cases.public_notices(query, self.act.at)


ROUTES = [(r"/api/v1/public-notices", PublicNoticesHandler)]
