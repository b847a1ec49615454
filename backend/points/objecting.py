"""What is said against a public list: by its applicants, and by others at the counter or on the telephone; and what came of it."""

from backend.audit import Audit
from backend.errors import NotFound, WrongState
from backend.idempotency import once
from backend.ids import new_id
from backend.points.rounds import Rounds, somebody
from backend.store import Document, Store
from models.acts import Act
from models.base import NoticeOrder
from models.cases import CaseState
from models.points import Round, RoundObjection, RoundState, Teller
from models.points.bodies import AnswerRoundBody, RoundObjectionBody, TakenDownBody


class Objecting:
    """Objections to a list, and their answers."""

    def __init__(self, store: Store, audit: Audit, rounds: Rounds) -> None:
        self.store = store
        self._audit = audit
        self._rounds = rounds

    @once("rounds", Round)
    async def object(self, act: Act, round_id: str, body: RoundObjectionBody) -> Round:
        """An applicant's objection. Raises `NotFound` for what is not theirs, `WrongState` once the list is public no more."""
        of = await self._rounds.get(round_id)
        await self._require_part(act, of, body.case)
        entry = RoundObjection(id=new_id("objection"), at=act.at, case=body.case, text=body.text)
        return await self._entered(act, of, entry)

    @once("rounds", Round)
    async def take_down(self, act: Act, round_id: str, body: TakenDownBody) -> Round:
        """What somebody says at the counter or on the telephone, with who they are, so that the answer can be told to them.

        Raises `Forbidden`, and as `object`."""
        of = await self._rounds.to_rank(act, round_id)
        teller = Teller(name=body.name, phone=body.phone or "")
        entry = RoundObjection(id=new_id("objection"), at=act.at, by=somebody(act), teller=teller, text=body.text)
        return await self._entered(act, of, entry)

    @once("rounds", Round)
    async def answer(self, act: Act, round_id: str, objection_id: str, body: AnswerRoundBody) -> Round:
        """What came of an objection; an applicant is told. Upheld: the list is taken back, and ranked and published anew once what was
        wrong is put right."""
        of = await self._rounds.taken(act, round_id, body.version, RoundState.PUBLISHED)
        entry = _entry(of, objection_id)
        if entry.answered_at is not None:
            raise WrongState("这个异议已经答复过了。")
        told = {"answered_at": act.at, "answered_by": somebody(act), "upheld": body.upheld, "finding": body.finding}
        objections = [each.model_copy(update=told) if each.id == objection_id else each for each in of.objections]
        changes: Document = {"objections": objections}
        if body.upheld:
            changes |= {"state": RoundState.OPEN, "published_at": None, "published_until": None}
        detail = {"objection": objection_id, "upheld": body.upheld}
        notices = await self._told(of, entry, body.finding)
        return await self._rounds.changed(act, of, changes, "round.objection_answered", detail, notices)

    async def teller(self, act: Act, round_id: str, objection_id: str) -> Teller:
        """Who said it, in full, for whoever tells them the answer. The look is logged. Raises `NotFound`, `Forbidden`."""
        of = await self._rounds.to_rank(act, round_id)
        entry = _entry(of, objection_id)
        if entry.teller is None:
            raise NotFound("这个异议是申请人自己提的，答复会发到他的手机上。")
        await self._audit.read(act, "round.teller_read", person="", subject=f"rounds/{of.id}", purpose="告诉提异议的人答复")
        return entry.teller

    async def _entered(self, act: Act, of: Round, entry: RoundObjection) -> Round:
        if of.state is not RoundState.PUBLISHED or of.published_until is None or of.published_until <= act.at:
            raise WrongState("名单现在没有公示，不能提异议。")
        changes: Document = {"objections": [*of.objections, entry]}
        return await self._rounds.changed(act, of, changes, "round.objected", {"objection": entry.id})

    async def _told(self, of: Round, entry: RoundObjection, finding: str) -> list[NoticeOrder]:
        document = await self.store.cases.get(entry.case) if entry.case else None
        if document is None:
            return []
        words = {"item": document["item_name"], "number": document["number"], "case": document["_id"], "round": of.name, "finding": finding}
        return [NoticeOrder(to=document["person"], template="round_objection_answered", data=words)]

    async def _require_part(self, act: Act, of: Round, case_id: str | None) -> None:
        """Raises `NotFound` where the person has no such application in the round, `WrongState` where it takes part no more."""
        document = await self.store.cases.get(case_id) if case_id else None
        if document is None or document["person"] != act.person or document.get("round") != of.id:
            raise NotFound("这一批里没有您的这份申请。")
        if CaseState(document["state"]).is_final:
            raise WrongState("您的这份申请已经撤回或者结束，不在这一批里了，不能再提异议。")


def _entry(of: Round, objection_id: str) -> RoundObjection:
    entry = next((each for each in of.objections if each.id == objection_id), None)
    if entry is None:
        raise NotFound()
    return entry
