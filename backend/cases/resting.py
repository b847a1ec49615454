"""What a decision in favour rests on: asked of the registers once more in the act that decides, and ended when the person dies.

A register's answer is as old as the moment it was asked; between acceptance and decision lie days. What a register tells of a death
is recorded by whoever asks, so the application of somebody who has died ends by itself (`Watch.on_person_deceased`).
"""

from dataclasses import replace

from backend.audit import event_of
from backend.cases.core import Core
from backend.cases.differing import differing, findings, still_compared
from backend.cases.had_already import come_since, told_of_it
from backend.cases.named import refound
from backend.cases.same_object import own_cases
from backend.cases.words import listed
from backend.catalogue import asked_answers
from backend.clock import SHANGHAI
from backend.errors import StaleVersion, WrongState
from backend.licences import OWN_LICENCES
from backend.people import People
from models.acts import Act, is_enterprise
from models.cases import Case, Completion, DecisionEnd
from models.catalogue import ItemVersion

_CHANGED = "{names}，基础库现在的登记和交件时不一样了，已经记在案卷里。请看新的，核实并写明情况以后再批准。"
_HAD = (
    "{names}，交件以后，同样的内容另有一件批准了或者正在办理，已经记在案卷里。请看新的，问清楚是不是同一件事："
    "是的，请申请人撤回其中一件，或者写明情况不予批准；不是的，写明情况以后再批准。"
)
_LAPSED = (
    "「{name}」用的是{holder}的电子证照《{licence}》，现在{why}，不能凭它批准。"
    "请发补正告知，请申请人换一份有效的，或者改为上传；已经不符合条件的，不予批准并写明理由。"
)
_GONE = "{name}的{why}，这份申请不能再往下办，更不能批准。请由首席代表终止办理，写明这个理由；登记有误的，请申请单位先到市场监管窗口更正。"
_NOT_SO = "{register}现在的登记不符合「{what}」，不能批准。{otherwise}"


class Resting(Core):
    """Asks before granting, ends after a death."""

    people: People  # handed over in `Asking`

    async def _require_still_so(self, act: Act, case: Case) -> None:
        """Raises `WrongState` where the company that applies exists no more, a register no longer says of the applicant what the item rests
        on, or a licence it was handed in with holds no more, `Unavailable` where one does not answer: nothing is granted unasked."""
        version = self.version_of(case)
        await self._require_company_exists(case, ask=True)
        for each in version.rests_on:
            if not await self.forms.says_of(each, case.person, f"{case.item} {case.item_name}", act.at.date()):
                register = self.catalogue.vocabulary.register_label(each.register_name)
                raise WrongState(_NOT_SO.format(register=register, what=each.what, otherwise=each.otherwise))
        await self._require_licences_hold(act, case)
        await self._require_as_before(act, case, version)

    async def _require_company_exists(self, case: Case, *, ask: bool = False) -> None:
        """Raises `WrongState` where the company that applies exists no more by the register (行政许可法 art. 70: 法人依法终止), as it was
        asked within the last day or, with `ask`, is asked now; then also `Unavailable`."""
        if not is_enterprise(case.person):
            return
        company = await self.people.enterprises.get(case.person)
        if ask:
            company = await self.people.enterprises.confirm(company)
        if company.gone:
            raise WrongState(_GONE.format(name=company.name, why=company.changed_for))

    async def _require_licences_hold(self, act: Act, case: Case) -> None:
        """Looks again at those issued here, and at others that were looked up on an earlier day while their holder's authorisation lasts."""
        for slot in case.materials:
            use = slot.licence
            if use is None:
                continue
            given = await self.licences.load(use.authorisation)
            earlier = use.fetched_at.astimezone(SHANGHAI).date() != act.at.astimezone(SHANGHAI).date()
            if use.register_name != OWN_LICENCES and not (earlier and given.holds(act.at)):
                continue
            if why := await self.licences.lapsed(act, given):
                raise WrongState(_LAPSED.format(name=slot.name, holder=use.holder, licence=use.name, why=why))

    async def _require_as_before(self, act: Act, case: Case, version: ItemVersion) -> None:
        """Raises `WrongState` where a register says of somebody the form names, or of an answer that decides, what it did not say when the
        case was handed in, or the same, or something for the same thing, was granted or handed in since: that is kept with the case for
        whoever looks into it. `Unavailable` where one does not answer."""
        form = asked_answers(version.form, case.form, act.at.date())
        now = await self.named.asked_again(act, case, version, form)
        named = [key for key in refound(case.looked_up, now) if findings(key, now)]
        answers = await self.forms.asked_again(case.person, version, form, case.sources, act.at)
        of_people = case.looked_up | {key: now[key] for key in named}
        had = come_since(of_people, await own_cases(self.store, self.people, case, version, form, act.at))
        changed = list(dict.fromkeys([*named, *answers, *had]))
        if not changed:
            return
        looked_up, sources = of_people | had, {**case.sources, **answers}
        found = case.model_copy(
            update={
                "looked_up": looked_up,
                "sources": sources,
                "differs": differing(version, sources, looked_up),
                "compared": still_compared(case, changed),
            }
        ).to_document()
        detail = {"item": case.item, "department": case.department, "fields": changed}
        labels = listed([field.label for key in changed if (field := version.field(key)) is not None])
        told = set(changed) == set(had) and all(map(told_of_it, had.values()))
        notices = self._tell(case, "same_matter" if told else "named_looked_into", names=labels)
        event = event_of(replace(act, key=None, digest=None), "case.found_otherwise", detail=detail, notices=notices)  # it is not granted
        update = {"$set": {name: found[name] for name in ("looked_up", "sources", "differs", "compared")}}
        if await self.store.cases.change({"_id": case.id, "version": case.version}, update, event) is None:
            raise StaleVersion()
        raise WrongState((_HAD if set(changed) == set(had) else _CHANGED).format(names=labels))

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
