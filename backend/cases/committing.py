"""告知承诺: the applicant is told everything in writing, commits to it under their own identity, and need not prove it.

Given on their phone, or signed before a member of staff. An agent cannot give it; for an enterprise its legal representative
does. Declining is always possible, as long as nothing was decided on it: then the materials are asked for as usual.
"""

from datetime import date
from typing import Any

from backend.cases import commitments
from backend.cases.actions import Action
from backend.cases.core import somebody
from backend.cases.flow import Transition
from backend.cases.marks import require_no_mark
from backend.cases.masking import without_names
from backend.cases.promising import Promising
from backend.cases.reopening import told_anew
from backend.errors import FieldError, Invalid, WrongState
from backend.idempotency import once
from backend.spoken import deadline
from models.acts import Act
from models.base import NoticeOrder
from models.cases import (
    Case,
    CommitBody,
    CommitmentView,
    DeclinedCommitment,
    HearCommitmentBody,
    HearDeclineBody,
    LetterView,
    TermView,
    VersionBody,
    Word,
    WordView,
)
from models.catalogue import ItemVersion

_NONE = "这个事项没有告知承诺，请按要求交材料。"
_NOT_COMMITTED = "这份申请没有作过告知承诺，直接交材料就可以。"
_NOTHING = "您的材料都交了，或者不用交，没有可以用承诺代替的，不用再承诺。"
_CHANGED = "承诺书的内容或者填写的内容刚刚有变化，请刷新，看过新的内容再承诺。"


class Committing(Promising):
    """Acts on commitments."""

    async def commitment(self, act: Act, case_id: str) -> CommitmentView:
        """What may be committed to now, exactly as it is to be read, and why not where not. Raises as `get`, `WrongState`
        where the item knows no commitment."""
        case = await self.get(act, case_id)
        version = self._version_to_commit(case, act.at.date())
        if version.commitment is None:
            raise WrongState(_NONE)
        today = act.at.date()
        view = CommitmentView(
            terms=[TermView(name=each.name, text=each.text) for each in commitments.terms_of(version)],
            materials=[each.name for each in commitments.replaceable(case.materials, version)],
            steps=commitments.step_names(commitments.skipped(case, version), version),
            digest=commitments.digest_of(version, case.form, today),
            why_not=await self._why_not(case, version, today),
            given=_given(case, version, today),
            declined=_shown(case.declined.word) if case.declined else None,
        )
        return view if await self.reads_papers(act, case) else without_names(view, case)

    @once("cases", Case)
    async def commit(self, act: Act, case_id: str, body: CommitBody) -> Case:
        """The applicant commits to what they read. Raises `Forbidden` to an agent, `WrongState` in an excluded field, while a
        mark is open and where it would spare nothing, `Invalid` where what they read is not what stands there now."""
        act = await self.in_own_name(act, case_id)
        case, row = await self._take(act, case_id, Action.COMMIT, body.version)
        return await self._committed(act, case, row, body, Word(by=somebody(act), at=act.at))

    @once("cases", Case)
    async def hear_commitment(self, act: Act, case_id: str, body: HearCommitmentBody) -> Case:
        """The same, told and signed at the counter; who signed, who told them, and how, is kept. Raises `Invalid` where the document
        is of somebody who may not speak for the applicant."""
        case, row = await self._take(act, case_id, Action.HEAR_COMMITMENT, body.version)
        word = Word(by=await self.speaking(act, case, body.person), at=act.at, heard_by=somebody(act), note=body.note)
        return await self._committed(act, case, row, body, word)

    @once("cases", Case)
    async def decline_commitment(self, act: Act, case_id: str, body: VersionBody) -> Case:
        """The applicant would rather hand in the materials. In a correction after acceptance, too: the steps the letter spared are
        done then, and they are told what is wanted by when. Raises `WrongState` where there is no commitment."""
        act = await self.in_own_name(act, case_id)
        case, row = await self._take(act, case_id, Action.DECLINE_COMMITMENT, body.version)
        if case.commitment is None:
            raise WrongState(_NOT_COMMITTED)
        return await self._declined(act, case, row, Word(by=somebody(act), at=act.at))

    @once("cases", Case)
    async def hear_decline(self, act: Act, case_id: str, body: HearDeclineBody) -> Case:
        """The same, said at the counter; who said it, who heard it, and how, is kept. Raises `Invalid` where the document is of
        somebody who may not speak for the applicant."""
        case, row = await self._take(act, case_id, Action.HEAR_DECLINE, body.version)
        if case.commitment is None:
            raise WrongState(_NOT_COMMITTED)
        word = Word(by=await self.speaking(act, case, body.person), at=act.at, heard_by=somebody(act), note=body.note)
        return await self._declined(act, case, row, word)

    async def _declined(self, act: Act, case: Case, row: Transition, word: Word) -> Case:
        assert case.commitment is not None
        version, slip = self.version_of(case), case.open_return
        changes: dict[str, Any] = {"commitment": None, "materials": commitments.covered(case.materials, version, None)}
        changes["declined"] = DeclinedCommitment(letter=case.commitment.number, word=word)
        notices: list[NoticeOrder] = []
        wanted = commitments.instead(case, version)
        due = f"，最迟{deadline(slip.due)}" if slip is not None and slip.due is not None else ""
        if word.heard_by is not None:
            then = f"请改好后重新提交{due}" if slip is not None else "要补交的材料，窗口会发补正告知书，可以交到窗口，也可以在手机上交"
            notices = self._tell(case, "commitment_declined_heard", who=word.by.name, instead=wanted or "各个环节照常办理", then=then)
        elif case.steps:
            notices = self._tell(case, "commitment_declined", instead=wanted, due=due)
        if case.steps:
            changes |= await self.book.unspared(case, version, act)
        detail = {"letter": case.commitment.number} | told_anew(case, case.model_copy(update=changes))
        return await self._apply(act, case, row, changes, detail=detail, notices=notices)

    async def _committed(self, act: Act, case: Case, row: Transition, body: CommitBody, word: Word) -> Case:
        version = await self._require_committable(act, case)
        if body.digest != commitments.digest_of(version, case.form, act.at.date()):
            raise Invalid(_CHANGED, errors=[FieldError("/digest", _CHANGED)])
        letter = commitments.letter(case, version, await self.book.notice_number(act, self.book.handler(case), "承"), act.at, word)
        changes: dict[str, Any] = {"commitment": letter, "materials": commitments.covered(case.materials, version, letter)}
        changes |= {"item_version": version.id, "declined": None}
        notices = self._tell(case, "commitment_heard", notice=letter.number, who=word.by.name) if word.heard_by else []
        detail = {"letter": letter.number, "digest": letter.digest, "materials": letter.materials}
        return await self._apply(act, case, row, changes, detail=detail, notices=notices)

    async def _further(self, act: Act, case: Case, action: Action) -> None:
        await super()._further(act, case, action)
        if action in (Action.COMMIT, Action.HEAR_COMMITMENT):
            await self._require_committable(act, case)

    async def _require_committable(self, act: Act, case: Case) -> ItemVersion:
        """The version whose letter may be signed in this case now. Raises `WrongState` that says why none may."""
        version = self._version_to_commit(case, act.at.date())
        if refused := await self._why_not(case, version, act.at.date()):
            raise WrongState(refused)
        return version

    async def _why_not(self, case: Case, version: ItemVersion, today: date) -> str:
        """Why no commitment may be made in this case now; empty where one may."""
        if version.commitment is None:
            return _NONE
        if excluded := self.catalogue.excluded(version, today):
            return f"「{version.name}」涉及{excluded.name}，不适用告知承诺，请按要求交材料。"
        if not commitments.is_worth_it(case, version):
            return _NOTHING
        try:
            await require_no_mark(self.store, case.person)
        except WrongState as error:
            return error.detail
        return ""

    def _version_to_commit(self, case: Case, today: date) -> ItemVersion:
        """What is not handed in yet falls under the item as it holds today."""
        return self.version_of(case) if case.submissions else self.catalogue.version(case.item, today, case.region)


def _given(case: Case, version: ItemVersion, today: date) -> LetterView | None:
    letter = case.commitment
    if letter is None:
        return None
    return LetterView(number=letter.number, at=letter.at, word=_shown(letter.word), stands=commitments.stands(case, version, today))


def _shown(word: Word) -> WordView:
    return WordView(by=word.by.name, at=word.at, heard_by=word.heard_by.name if word.heard_by else None)
