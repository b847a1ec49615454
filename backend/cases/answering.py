"""What counterparts and signatories do: see what is asked of them, confirm, sign, decline; or are heard by a member of staff."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backend.audit import event_of
from backend.cases.bundles import FollowUp
from backend.cases.core import somebody
from backend.cases.enclosing import Enclosing, enclosed, paper_shown, require_no_files
from backend.cases.naming import still_held
from backend.cases.numbers import numbers_of, require_unheld, still_numbered
from backend.cases.obligations import changes_to, replaced
from backend.cases.others import asks_of, declared, is_named
from backend.cases.unagreed import Sending
from backend.catalogue import require_form
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound, StaleVersion, WrongState
from backend.idempotency import once
from backend.permissions import may, require
from backend.store import Document, DuplicateKeyError, Session
from models.acts import Act, Power, StaffActor, is_enterprise
from models.base import NoticeOrder
from models.cases import Case, Obligation, ObligationKind, Reply, Somebody
from models.catalogue import Confirmation
from models.grants import Hearing, HearingMethod
from models.materials import MaterialVersion
from models.others import ConfirmBody, DeclineBody, HeardBody, ObligationsQuery, SignBody
from models.people import Citizen

_NOT_YOURS = "没有找到这件事，它不是请您办的，或者已经没有了。"
_BY_THEMSELVES = "确认和签名要由本人办理，不能委托别人代办。请让对方用自己的手机办理；没有手机的，可以到窗口当面说明。"
_BOTH_SIDES = "您是这份申请的申请人或代办人，不能又代对方确认。请由对方本人，或对方单位的其他经办人确认。"
_CHANGED = "申请内容刚刚有改动，请刷新，看过新的内容再办。"
_NOT_THEM = "证件上的人不是要确认或签名的人，请核对姓名和证件号码。"
_TRIES = 4
Settle = Callable[[Case, Obligation], Awaitable[Case]]


@dataclass(frozen=True)
class Me:
    """Who asks: ids they may answer for, and their own number and name, by which they are found before we knew them."""

    ids: frozenset[str]
    number: str | None
    name: str


@dataclass(frozen=True)
class _Yes:
    """An answer that agrees: whose, and how it was shown to be theirs."""

    by: Somebody
    method: str
    reply: Reply | None = None


class Answering(Sending, Enclosing):
    """Acts on what the items ask of others. None of them may be taken for the applicant, and none by the applicant's agent."""

    async def asked(self, act: Act, obligation_id: str) -> tuple[Case, Obligation]:
        """One thing the actor is asked, with the case; the look is in the applicant's access log. Raises `NotFound`, `Forbidden`."""
        case, obligation = await self._asked(act, obligation_id)
        await self.audit.read(act, "case.obligation_read", person=case.person, subject=f"cases/{case.id}", purpose=obligation.name)
        return case, obligation

    async def asked_of_me(self, act: Act, query: ObligationsQuery) -> tuple[list[tuple[Case, Obligation]], str | None]:
        """Everything the actor has to do, or had: open ones first, each half by the newest case. And where the next page begins."""
        me = await self._me(act)
        halves = ["open", "over"] if query.open is None else ["open" if query.open else "over"]
        at, _, after = (query.cursor or f"{halves[0]}.").partition(".")
        found: list[tuple[Case, Obligation]] = []
        for half in halves[halves.index(at) if at in halves else 0 :]:
            cases = await self._cases_of(act, me, after if half == at else "", query.limit)
            for case in cases:
                found += [
                    (case, each) for each in case.obligations if _concerns(act, me, case, each) and _stands(case, each) == (half == "open")
                ]
                if len(found) >= query.limit:
                    return found, f"{half}.{case.id}"
            if len(cases) == query.limit:
                return found, f"{half}.{cases[-1].id}"
        return found, None

    async def enclosure(self, act: Act, obligation_id: str, key: str, number: int) -> tuple[MaterialVersion, AsyncIterator[bytes]]:
        """A file of an answer, for who gave it and whose case it is; a look at somebody else's is logged. Raises `NotFound`, `Forbidden`."""
        case, obligation = await self._found(obligation_id)
        if not may("case.see", act, case):
            case, obligation = await self._asked(act, obligation_id)
        use = enclosed(case, obligation, key, number)
        return await self.materials.used(act, use.material, use.version, case.item_name)

    async def enclosure_copy(self, act: Act, obligation_id: str, key: str, number: int) -> tuple[str, Path]:
        """A watermarked copy of such a file for staff who work on the case, as of a material (`Review.material_copy`)."""
        case, obligation = await self._found(obligation_id)
        require("case.see", act, case)
        require("case.read_files", act, case)
        use = enclosed(case, obligation, key, number)
        version, path = await self.materials.marked_copy(act, use.material, use.version, case.item_name)
        return version.content_type, path

    async def asked_paper(self, act: Act, obligation_id: str, key: str, number: int) -> tuple[MaterialVersion, AsyncIterator[bytes]]:
        """A file of the applicant's that an answer is about, for whoever is asked; the look is logged. Raises `NotFound`, `Forbidden`."""
        case, obligation = await self._asked(act, obligation_id)
        use = paper_shown(case, declared(self.version_of(case), obligation), key, number)
        return await self.materials.used(act, use.material, use.version, f"{case.item_name}，{obligation.name}")

    @once("cases", Case)
    async def confirm(self, act: Act, obligation_id: str, body: ConfirmBody) -> Case:
        """A counterpart confirms their half. Raises `NotFound`, `Forbidden` for the applicant's side, `Invalid`, `StaleVersion`, `WrongState`."""
        by = await self._by(act)
        answers = dict(body.answers)

        async def settle(case: Case, obligation: Obligation) -> Case:
            asked = self._asked_by_item(case, obligation)
            _require_page(obligation, body.digest)
            if not isinstance(asked, Confirmation):
                raise WrongState("这里要的是签名，请在签名页面签名。")
            self._require_two_sides(case, obligation, act.actor.id)
            form = require_form(asks_of(asked, obligation), answers, act.at.date(), complete=True, pointer="/answers")
            files = await self._enclosed(act, asked, body.files)
            return await self._agreed(act, case, obligation, _Yes(*by, Reply(answers=form, files=files)))

        return await self._settled(act, obligation_id, settle)

    @once("cases", Case)
    async def sign(self, act: Act, obligation_id: str, body: SignBody) -> Case:
        """A signatory signs what they read, under their own identity. Raises as `confirm`."""
        by = await self._by(act)

        async def settle(case: Case, obligation: Obligation) -> Case:
            self._asked_by_item(case, obligation)
            _require_page(obligation, body.digest)
            if obligation.kind is not ObligationKind.SIGNATURE:
                raise WrongState("这里要的是确认，请在确认页面确认。")
            return await self._agreed(act, case, obligation, _Yes(*by))

        return await self._settled(act, obligation_id, settle)

    @once("cases", Case)
    async def decline(self, act: Act, obligation_id: str, body: DeclineBody) -> Case:
        """Says no; the case goes back to the applicant or ends, as the item says. Raises as `confirm`."""

        async def settle(case: Case, obligation: Obligation) -> Case:
            self._asked_by_item(case, obligation)
            self._require_two_sides(case, obligation, act.actor.id)
            return await self._refused(act, case, obligation, somebody(act), Reply(reason=body.reason))

        return await self._settled(act, obligation_id, settle)

    @once("cases", Case)
    async def hear(self, act: Act, obligation_id: str, body: HeardBody) -> Case:
        """Somebody without a phone answers before a member of staff the case concerns, or at any one-window counter; who hears it records it.

        Raises `Forbidden` to all others, `Invalid` where the person is not whom the case waits for, and as `confirm`.
        """
        case, _ = await self._found(obligation_id)
        require("case.hear", act, case)
        person = await self.people.find_or_register(act, body.person, here=body.heard.in_person)
        by, hearing = Somebody(id=person.id, name=person.name), _hearing(act, body)

        async def settle(case: Case, obligation: Obligation) -> Case:
            asked = self._asked_by_item(case, obligation)
            await self._require_named(person, obligation)
            _require_page(obligation, body.digest)
            self._require_two_sides(case, obligation, person.id)
            if not body.agree:
                return await self._refused(act, case, obligation, by, Reply(reason=body.reason or "", hearing=hearing))
            if obligation.kind is ObligationKind.SIGNATURE and body.heard.method is HearingMethod.PHONE_CALL_BACK:
                raise Invalid(errors=[FieldError("/heard/method", "签名要当面办理，电话里不能签名。")])
            require_no_files(asked)
            form = require_form(asks_of(asked, obligation), body.answers, act.at.date(), complete=True, pointer="/answers")
            return await self._agreed(act, case, obligation, _Yes(by, body.heard.method.value, Reply(answers=form, hearing=hearing)))

        return await self._settled(act, obligation_id, settle, looked_up=True)

    async def _settled(self, act: Act, obligation_id: str, settle: Settle, *, looked_up: bool = False) -> Case:
        """Runs `settle` on the case as it is; again where staff acted on it at this moment, which is nothing to the counterpart."""
        for left in reversed(range(_TRIES)):
            case, obligation = await (self._found(obligation_id) if looked_up else self._asked(act, obligation_id))
            try:
                return await settle(case, obligation)
            except _Overtaken:
                if not left:
                    raise StaleVersion() from None
        raise StaleVersion()

    async def _agreed(self, act: Act, case: Case, obligation: Obligation, yes: _Yes) -> Case:
        met = obligation.model_copy(update={"met_at": act.at, "met_by": yes.by, "method": yes.method, "who": obligation.who or yes.by.id})
        met = met.model_copy(update={"remind_at": None})
        changes = changes_to(replaced(case, met))
        if yes.reply is not None:
            changes["replies"] = {**case.replies, obligation.id: yes.reply}
            changes |= await self._reported(case, obligation, yes.reply)
        word = "confirmed" if obligation.kind is ObligationKind.CONFIRMATION else "signed"
        detail = {"item": case.item, "obligation": obligation.key, "digest": obligation.digest, "method": yes.method, **_uses(yes.reply)}
        row, then = await self._word_came(act, case.model_copy(update=changes), met)
        if row is not None:
            word, changes = row.effect, {**changes, **then.changes, "state": row.target}
            detail |= {"from": case.state.value, "to": row.target.value}
        else:
            changes |= await self._awaiting(act, case.model_copy(update=changes))
        told = [*then.notices, *self._tell_turn(act, case, case.model_copy(update=changes))] if row is None else then.notices
        notices = [each for each in told if each.to != yes.by.id]
        try:
            return await self._write_answer(act, case, obligation, changes, f"case.{word}", detail, notices)
        except DuplicateKeyError:
            if yes.reply is not None:
                await self._reported(case, obligation, yes.reply)  # of two at once: says which
            raise

    async def _reported(self, case: Case, obligation: Obligation, reply: Reply) -> dict[str, Any]:
        """The numbers of things they report, kept for the case alone. Raises `Invalid` where another case has one."""
        asked = declared(self.version_of(case), obligation)
        if not isinstance(asked, Confirmation) or not asked.numbers:
            return {}
        numbers = numbers_of(asked, reply.answers)
        await require_unheld(self.store, case, numbers)
        return {"numbers_held": list(numbers)}

    async def _refused(self, act: Act, case: Case, obligation: Obligation, by: Somebody, reply: Reply) -> Case:
        asked = self._asked_by_item(case, obligation)
        no = obligation.model_copy(
            update={"declined_at": act.at, "met_by": by, "who": obligation.who or by.id, "remind_at": None, "ended_for": "对方没有同意"}
        )
        replied = case.model_copy(update={**changes_to(replaced(case, no)), "replies": {**case.replies, obligation.id: reply}})
        said = {key: getattr(replied, key) for key in ("obligations", "obliged_at", "replies")}
        row, consequence = await self._consequence(act, replied, no, asked.if_declined, by, f"没有同意：{reply.reason}")
        to = row.target if row else case.state
        detail = {"item": case.item, "obligation": obligation.key, "from": case.state.value, "to": to.value}
        name = f"case.{row.effect}" if row else "case.declined"
        changes = {**said, **consequence.changes, **({"state": row.target} if row else {})}
        return await self._write_answer(act, case, obligation, changes, name, detail, consequence.notices, consequence.beside)

    async def _write_answer(
        self,
        act: Act,
        case: Case,
        obligation: Obligation,
        changes: dict[str, Any],
        name: str,
        detail: dict[str, Any],
        notices: list[NoticeOrder],
        beside: FollowUp | None = None,
    ) -> Case:
        after = case.model_copy(update={**changes, "updated_at": act.at})
        after.open_need = case.open_need if after.state.is_under_way else None
        after.name_held, after.numbers_held = still_held(after), still_numbered(after)
        document = after.to_document()
        event = event_of(act, name, detail=detail, notices=notices)
        where = {"_id": case.id, "state": case.state.value, "version": case.version}

        async def write(session: Session | None) -> Case:
            if session is None and beside is not None:
                return await self.store.transact(write)
            update = {"$set": {key: document[key] for key in {*changes, "updated_at", "open_need", "name_held", "numbers_held"}}}
            changed = await self.store.cases.change(where, update, event, session=session)
            if changed is None:
                raise _Overtaken()
            if beside is None or session is None:
                return Case.of(changed)
            await beside(session)
            return Case.of(await self.store.cases.get(case.id, session=session) or {})

        return await self.grants.under(act, Power.SUBMIT, case.item, write, subject=case.id, what=obligation.name)

    async def _found(self, obligation_id: str) -> tuple[Case, Obligation]:
        document = await self.store.cases.find_one({"obligations.id": obligation_id})
        case = Case.of(document) if document else None
        obligation = next((each for each in case.obligations if each.id == obligation_id), None) if case else None
        if case is None or obligation is None:
            raise NotFound(_NOT_YOURS)
        return case, obligation

    async def _asked(self, act: Act, obligation_id: str) -> tuple[Case, Obligation]:
        """What the actor is asked. Raises `NotFound` for what others are, `Forbidden` under a grant that does not cover it."""
        case, obligation = await self._found(obligation_id)
        me = await (self._me(act) if act.acting else self._fresh(await self.people.get(act.actor.id), obligation))
        if not _concerns(act, me, case, obligation):
            raise NotFound(_NOT_YOURS)
        self.grants.require(act, Power.SUBMIT, case.item)
        return case, obligation

    async def _me(self, act: Act) -> Me:
        """Whom the actor answers for: themselves and the enterprises they represent; under a grant the company, or the ward."""
        if act.acting is not None:
            if act.acting.items and not act.for_enterprise:
                raise Forbidden(_BY_THEMSELVES)
            principal = await self.people.applicant(act.person)
            return Me(frozenset({act.person}), principal.key.id_number if principal.key else None, principal.name)
        return await self._person(await self.people.get(act.actor.id))

    async def _person(self, citizen: Citizen) -> Me:
        companies = await self.people.enterprises.represented_by(citizen)
        number = citizen.identity.number if citizen.identity else None
        return Me(frozenset({citizen.id, *(each.id for each in companies)}), number, citizen.name)

    async def _fresh(self, citizen: Citizen, obligation: Obligation) -> Me:
        """Whom a citizen answers for; that they represent the enterprise of this obligation, the register said within a day.

        Raises `Unavailable` where its word is older and it is silent.
        """
        if obligation.who is not None and is_enterprise(obligation.who):
            await self.people.enterprises.fresh(obligation.who)
        return await self._person(citizen)

    async def _require_named(self, citizen: Citizen, obligation: Obligation) -> None:
        """Raises `Invalid` where somebody at a counter is not whom an obligation waits for, and as `_fresh`."""
        me = await self._fresh(citizen, obligation)
        if not is_named(obligation, me.ids, me.number, me.name):
            raise Invalid(_NOT_THEM, errors=[FieldError("/person", "请核对姓名和证件号码。")])

    async def _cases_of(self, act: Act, me: Me, after: str, limit: int) -> list[Case]:
        """The cases in which something concerns the actor, newest first."""
        ways: list[Document] = [{"obligations.who": {"$in": sorted(me.ids)}}, {"person": act.person, "obligations.id": {"$gt": ""}}]
        if me.number is not None:
            ways.append({"obligations.number": me.number})
        where: Document = {"$or": ways}
        if after:
            where["_id"] = {"$lt": after}
        return [Case.of(each) for each in await self.store.cases.find(where, sort=[("_id", -1)], limit=limit)]

    async def _by(self, act: Act) -> tuple[Somebody, str]:
        """Who answers, and the proof that it is them. The edge lets nobody below level 2 through."""
        citizen = await self.people.get(act.actor.id)
        proof = citizen.lasting_proof()
        return Somebody(id=citizen.id, name=citizen.name), proof.method.value if proof else ""

    def _asked_by_item(self, case: Case, obligation: Obligation) -> Any:
        """What the item says of it, while it can be answered. Raises `WrongState` that says why it cannot."""
        asked = declared(self.version_of(case), obligation)
        if asked is None:
            raise WrongState("这件事不在这里办，请打开办件查看怎样办。")
        if obligation.met_at is not None:
            raise WrongState("您已经办过这一步，不用再办。")
        if not obligation.is_open or case.state.is_final:
            raise WrongState(f"这件事已经结束（{obligation.ended_for or '办件已经结束'}），不用再办。")
        return asked

    @staticmethod
    def _require_two_sides(case: Case, obligation: Obligation, person: str) -> None:
        """Nobody stands on both sides of a confirmation. A signature is for oneself, whoever one is to the applicant."""
        own = {case.person, *(each.by.id for each in case.submissions), *([case.agent.id] if case.agent else [])}
        if obligation.kind is ObligationKind.CONFIRMATION and person in own:
            raise Forbidden(_BOTH_SIDES)


class _Overtaken(Conflict):
    """Somebody else changed the case between reading and writing."""


def _concerns(act: Act, me: Me, case: Case, obligation: Obligation) -> bool:
    """Whether an obligation is the actor's: named so, or the applicant's own on their case."""
    if obligation.is_of_others:
        return is_named(obligation, me.ids, me.number, me.name)
    covered = act.acting is None or not act.acting.items or case.item in act.acting.items
    return case.person == act.person and obligation.who in (None, case.person) and covered


def _uses(reply: Reply | None) -> dict[str, Any]:
    """The uploads of an answer, for the event: what the materials engine keeps with each of them."""
    used = [{"material": use.material, "version": use.version} for uses in (reply.files.values() if reply else ()) for use in uses]
    return {"uses": used} if used else {}


def _stands(case: Case, obligation: Obligation) -> bool:
    return obligation.is_open and not case.state.is_final


def _require_page(obligation: Obligation, digest: str) -> None:
    if obligation.digest != digest:
        raise StaleVersion(_CHANGED)


def _hearing(act: Act, body: HeardBody) -> Hearing:
    if not isinstance(act.actor, StaffActor):
        raise Forbidden()
    heard = body.heard
    return Hearing(
        at=act.at, by=act.actor.id, by_name=act.actor.name, place=heard.place, method=heard.method, note=heard.note, evidence=heard.evidence
    )
