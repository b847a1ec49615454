"""The applicant's own word: that a material comes later (容缺). Given on their phone, or heard by a member of staff.

An agent cannot give it. For an enterprise its legal representative speaks, in person and without a grant; at the counter a ward's
guardian may too. Whoever hears it reads their document first.
"""

from datetime import datetime

from backend.cases import debts
from backend.cases.actions import Action
from backend.cases.core import Core, somebody
from backend.cases.flow import Transition, sources
from backend.cases.marks import require_no_mark
from backend.clock import SHANGHAI
from backend.errors import FieldError, Forbidden, Invalid
from backend.idempotency import once
from models.acts import Act
from models.cases import Case, DebtPromise, HearPromiseBody, PromiseBody, Somebody, Word
from models.people import PersonDocument

BY_THEMSELVES = "承诺要由申请人本人作出，代办人不能代替。请让申请人用自己的手机承诺，或者到窗口当面说明；单位的承诺由法定代表人本人作出。"

_BEFORE_ACCEPTANCE = sources(Action.PROMISE)


class Promising(Core):
    """Acts that give a word."""

    @once("cases", Case)
    async def promise(self, act: Act, case_id: str, body: PromiseBody) -> Case:
        """The applicant promises materials for later. Raises `Forbidden` to an agent, `Invalid` for what may not come later,
        `WrongState` while a mark is open."""
        act = await self.in_own_name(act, case_id)
        case, row = await self._take(act, case_id, Action.PROMISE, body.version)
        return await self._promised(act, case, row, body, Word(by=somebody(act), at=act.at))

    @once("cases", Case)
    async def hear_promise(self, act: Act, case_id: str, body: HearPromiseBody) -> Case:
        """The same where the applicant says so at the counter; who said it, who heard it, and how, is kept. Raises `Invalid` where
        the document is of somebody who may not speak for them."""
        case, row = await self._take(act, case_id, Action.HEAR_PROMISE, body.version)
        word = Word(by=await self.speaking(act, case, body.person), at=act.at, heard_by=somebody(act), note=body.note)
        return await self._promised(act, case, row, body, word)

    async def speaking(self, act: Act, case: Case, document: PersonDocument) -> Somebody:
        """Who stands at the counter and speaks for the applicant. Raises as `Speakers.of`."""
        person = await self.grants.speakers.of(act, document, case.person, case.item)
        return Somebody(id=person.id, name=person.name)

    async def in_own_name(self, act: Act, case_id: str) -> Act:
        """The act as one of the person whose matter it is. Raises `Forbidden` to an agent.

        The legal representative of an enterprise, as its register has it today, speaks for it.
        """
        if act.acting is not None:
            raise Forbidden(BY_THEMSELVES)
        return await self.as_reader(act, await self._load(case_id))

    def expected(self, case: Case, now: datetime) -> dict[str, debts.Expected]:
        """Until when each material that may come later on a promise would be owed, were the case accepted now, or when offices open
        next; nothing once it was accepted."""
        version = self.version_of(case)
        later = [(each.key, each.tolerance) for each in version.materials if each.tolerance is not None and each.tolerance.needs_promise]
        if not later or case.state not in _BEFORE_ACCEPTANCE:
            return {}
        at = self.calendar.add_office_minutes(now.astimezone(SHANGHAI), 0)
        clock = self.book.as_if_accepted(case, version, at)
        return {key: debts.beforehand(tolerance, at, clock, self.calendar, self.policy.tolerance) for key, tolerance in later}

    async def _further(self, act: Act, case: Case, action: Action) -> None:
        await super()._further(act, case, action)
        if action in (Action.PROMISE, Action.HEAR_PROMISE):
            await require_no_mark(self.store, case.person)

    async def _promised(self, act: Act, case: Case, row: Transition, body: PromiseBody, word: Word) -> Case:
        version = self.version_of(case)
        may_come_later = {each.key: each for each in debts.absent(case, version)}
        if wrong := [key for key in body.materials if key not in may_come_later]:
            raise Invalid(
                errors=[
                    FieldError(f"/materials/{body.materials.index(key)}", "这份材料已经交了，或者不能后补，不用作后补的承诺。")
                    for key in wrong
                ]
            )
        await require_no_mark(self.store, case.person)
        told = {key: each.words for key, each in self.expected(case, act.at).items()}
        new = [
            DebtPromise(material=key, name=may_come_later[key].name, word=word, told=told.get(key, ""))
            for key in dict.fromkeys(body.materials)
        ]
        kept = [each for each in case.promises if each.material not in body.materials]
        template = "tolerance_promised" if word.heard_by else "tolerance_promised_self"
        names = "；".join(f"「{each.name}」{each.told}" for each in new)
        notices = self._tell(case, template, names=names, who=word.by.name)
        detail = {"materials": body.materials, "told": [each.told for each in new]}
        return await self._apply(act, case, row, {"promises": [*kept, *new]}, detail=detail, notices=notices)
