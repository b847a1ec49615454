"""Who sees which cards, and what may be done about one."""

from backend.errors import Forbidden, NotFound
from backend.store import Document
from backend.store.pages import page
from backend.supervision.core import Core
from models.acts import Act, Role, StaffActor
from models.supervision import Card, CardsQuery, CardState


class Cards(Core):
    """Reads of cards. Whoever got one sees it, the head sees their department's, supervisors and auditors all."""

    async def list(self, act: Act, query: CardsQuery) -> tuple[list[Card], str | None]:
        """Cards the viewer may see, newest first, and where the next page begins."""
        where: list[Document] = [_visible(act, mine=query.mine)]
        named = {"level": query.level, "state": query.state, "department": query.department, "subject": query.subject}
        where += [{key: str(value)} for key, value in named.items() if value is not None]
        if query.appealable:  # as `Appeals.card_view` offers it; a reminder has no such day
            where.append({"state": CardState.GIVEN.value, "appeal_until": {"$gte": act.at}})
        return await page(self.store.cards, Card, {"$and": where}, query.cursor, query.limit)

    async def card(self, act: Act, card_id: str) -> Card:
        """One card. Raises `NotFound` for one that is not there, `Forbidden` for somebody else's."""
        document = await self.store.cards.get(card_id)
        if document is None:
            raise NotFound("没有找到这张督办牌，请返回列表重新进入。")
        if await self.store.cards.count({"$and": [{"_id": card_id}, _visible(act, mine=False)]}) == 0:
            raise Forbidden("这张督办牌不是发给您或您部门的，不能查看。")
        return Card.of(document)


def _visible(act: Act, *, mine: bool) -> Document:
    """The filter of what the viewer may see."""
    actor = act.actor
    if not isinstance(actor, StaffActor):
        raise Forbidden()
    if actor.has(Role.SUPERVISOR, Role.AUDITOR) and not mine:
        return {}
    own: list[Document] = [{"given_to.id": actor.id}]
    if actor.has(Role.CHIEF_REPRESENTATIVE) and actor.department:
        own.append({"department": actor.department})
    return {"$or": own}
