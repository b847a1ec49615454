"""What a decision in favour rests on: asked of the registers once more in the act that decides, and ended when the person dies.

A register's answer is as old as the moment it was asked; between acceptance and decision lie days. What a register tells of a death
is recorded by whoever asks, so the application of somebody who has died ends by itself (`Watch.on_person_deceased`).
"""

from backend.audit import event_of
from backend.cases.core import Core
from backend.errors import WrongState
from models.acts import Act
from models.cases import Case, Completion, DecisionEnd

_NOT_SO = "{register}现在的登记不符合「{what}」，不能批准。{otherwise}"


class Resting(Core):
    """Asks before granting, ends after a death."""

    async def _require_still_so(self, act: Act, case: Case) -> None:
        """Raises `WrongState` where a register no longer says of the applicant what the item rests on, `Unavailable` where it does
        not answer: nothing is granted unasked."""
        version = self.version_of(case)
        for each in version.rests_on:
            if not await self.forms.says_of(each, case.person, f"{case.item} {case.item_name}", act.at.date()):
                register = self.catalogue.vocabulary.register_label(each.register_name)
                raise WrongState(_NOT_SO.format(register=register, what=each.what, otherwise=each.otherwise))

    async def _end_granted(self, act: Act, person: str) -> None:
        """Ends what was granted to a person who has died, where the item's data says that it ends then. Safe to run twice.

        An archived case stays as it is but for this mark: its result would else go on to look valid.
        """
        where = {"person": person, "decision.outcome": Completion.GRANTED.value, "decision.revoked": None, "decision.ended": None}
        for document in await self.store.cases.find(where):
            case = Case.of(document)
            if words := self.version_of(case).ends_at_death:
                await self._end_one(act, case, words)

    async def _end_one(self, act: Act, case: Case, words: str) -> None:
        notices = self._tell(case, "case_result_ended", words=words)
        event = event_of(act, "case.result_ended", detail={"item": case.item, "department": case.department}, notices=notices)
        ended = DecisionEnd(at=act.at, words=words).model_dump()
        await self.store.cases.change({"_id": case.id, "decision.ended": None}, {"$set": {"decision.ended": ended}}, event)
