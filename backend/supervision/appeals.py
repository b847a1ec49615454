"""Appeal and review of cards. A card is never deleted: a review upholds it or withdraws it, with the reason."""

from typing import Any

from backend.audit import event_of
from backend.errors import Forbidden, StaleVersion, WrongState
from backend.idempotency import once
from backend.permissions import may, require
from backend.spoken import deadline
from backend.store import Document, Session
from backend.supervision.cards import Cards
from models.acts import Act, StaffActor
from models.base import Event
from models.cases import Somebody
from models.supervision import AppealBody, Card, CardState, CardView, Level, Outcome, Review, ReviewBody, Statement

_NOT_YOURS = "督办牌由其他部门的督查员复核，本部门的牌不能自己复核。"
_REASONS_GONE = "据以发牌的黄牌{number}已撤销，不够{count}张，本牌同时撤销。"


class Appeals(Cards):
    """Acts of heads and supervisors on cards."""

    def card_view(self, act: Act, card: Card) -> CardView:
        """A card with what the viewer may do about it now."""
        actions = [
            name for name, fault in (("appeal", self._against_appeal(act, card)), ("review", _against_review(act, card))) if not fault
        ]
        return self.views.card(card, actions)

    @once("cards", Card)
    async def appeal(self, act: Act, card_id: str, body: AppealBody) -> Card:
        """The head's grounds against a card of their department, within the days the rules give.

        Raises `Forbidden`, `WrongState` for a reminder, a second appeal or one too late, `StaleVersion`.
        """
        card = await self.card(act, card_id)
        require("card.appeal", act, card)
        if fault := self._against_appeal(act, card):
            raise WrongState(fault)
        appeal = Statement(by=_somebody(act), at=act.at, reason=body.reason)
        event = event_of(act, "card.appealed", detail={"subject": f"{card.kind}/{card.subject}", "level": card.level.value})
        return await self._change(card, body.version, {"state": CardState.APPEALED.value, "appeal": appeal.model_dump()}, event)

    @once("cards", Card)
    async def review(self, act: Act, card_id: str, body: ReviewBody) -> Card:
        """A supervisor's decision: upheld after an appeal, or withdrawn. Cards that rested on a withdrawn one go with it.

        Raises `Forbidden` for a card of the reviewer's own department, `WrongState`, `StaleVersion`.
        """
        card = await self.card(act, card_id)
        if not _may_review(act, card):
            raise Forbidden(_NOT_YOURS + await self._who_reviews(card))
        if fault := _against_review(act, card):
            raise WrongState(fault)
        if body.outcome is Outcome.UPHELD and card.state is not CardState.APPEALED:
            raise WrongState("没有申诉的督办牌本来就有效，不用复核维持；确实发错的，可以写明理由撤销。")
        changes = _reviewed(act, body.outcome, body.reason)
        event = event_of(act, f"card.{body.outcome.value}", detail={"subject": f"{card.kind}/{card.subject}", "level": card.level.value})
        if body.outcome is Outcome.UPHELD:
            return await self._change(card, body.version, changes, event)
        return await self._withdraw(act, card, body, changes, event)

    async def _who_reviews(self, card: Card) -> str:
        """Who can decide about a card: the supervisors of other departments, by name."""
        others = [each for each in await self.office.supervisors() if each.department != card.department]
        named = "、".join(f"{self.office.department(each.department or '')}{each.name}" for each in others)
        return f"这张牌可以由{named}复核。" if named else "现在其他部门没有督查员，请联系系统管理员指定一名。"

    async def _withdraw(self, act: Act, card: Card, body: ReviewBody, changes: Document, event: Event) -> Card:
        """The card, and in the same transaction what was given because of it and has too little left to rest on."""
        fallen = [(each, await self._falls(act, each, card)) for each in await self._resting_on(card)]

        async def write(session: Session) -> Card:
            withdrawn = await self._change(card, body.version, changes, event, session)
            for each, (lost, told) in fallen:
                if lost:
                    await self._change(each, each.version, lost, told, session)
            return withdrawn

        return await self.store.transact(write)

    async def _resting_on(self, card: Card) -> list[Card]:
        found = await self.store.cards.find({"rests_on": card.id, "state": {"$ne": CardState.WITHDRAWN.value}})
        return [Card.of(each) for each in found]

    async def _falls(self, act: Act, resting: Card, without: Card) -> tuple[Document, Event]:
        """What changes about a card that rests on a withdrawn one: nothing where enough others still stand."""
        rule = next((each for each in self.rules.rules if each.key == resting.rule), None)
        count = rule.several.count if rule and rule.several else len(resting.rests_on)
        others = [id for id in resting.rests_on if id != without.id]
        standing = await self.store.cards.count({"_id": {"$in": others}, "state": {"$ne": CardState.WITHDRAWN.value}})
        event = event_of(act, "card.withdrawn", detail={"subject": f"{resting.kind}/{resting.subject}", "level": resting.level.value})
        if standing >= count:
            return {}, event
        reason = _REASONS_GONE.format(number=without.number, count=count)
        return _reviewed(act, Outcome.WITHDRAWN, reason), event.model_copy(update={"key": None})

    async def _change(self, card: Card, version: int, changes: Document, event: Event, session: Session | None = None) -> Card:
        where = {"_id": card.id, "version": version, "state": card.state.value}
        document = await self.store.cards.change(where, {"$set": changes}, event, session=session)
        if document is None:
            raise StaleVersion()
        return Card.of(document)

    def _against_appeal(self, act: Act, card: Card) -> str:
        """Why this card cannot be appealed against now by the actor; nothing where it can."""
        if not may("card.appeal", act, card):
            return "督办牌由收到它的部门的负责人（首席代表）申诉。"
        if card.appeal_until is None or card.level is Level.REMINDER:
            return "提醒不扣分，也不用申诉，请尽快办理。"
        if card.state is not CardState.GIVEN:
            return f"这张督办牌现在是「{card.state.label}」，不能再申诉。"
        if act.at > card.appeal_until:
            return f"申诉期限{deadline(card.appeal_until)}已过。确有错误的，请联系督查人员依职权复核。"
        return ""


def _may_review(act: Act, card: Card) -> bool:
    return may("card.review", act, card)


def _against_review(act: Act, card: Card) -> str:
    if not _may_review(act, card):
        return _NOT_YOURS
    if card.state not in (CardState.GIVEN, CardState.APPEALED):
        return f"这张督办牌已经是「{card.state.label}」，不能再复核。"
    return ""


def _reviewed(act: Act, outcome: Outcome, reason: str) -> dict[str, Any]:
    review = Review(by=_somebody(act), at=act.at, reason=reason, outcome=outcome).model_dump() | {"outcome": outcome.value}
    return {"state": CardState(outcome.value).value, "review": review}


def _somebody(act: Act) -> Somebody:
    department = act.actor.department if isinstance(act.actor, StaffActor) else None
    return Somebody(id=act.actor.id, name=act.actor.name, department=department)
