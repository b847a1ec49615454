"""Asks others when a case is handed in, or after a step: finds whom the form names, tells them, and keeps what they have to do."""

from typing import Any

from backend.audit import event_of
from backend.cases.core import Core
from backend.cases.obligations import changes_to
from backend.cases.others import Named, Wanted, begun, due_now, is_named, renewed, wanted
from backend.errors import FieldError, Invalid, Unavailable, WrongState
from backend.outbox import OutboxRow
from backend.people import People, key_of_enterprise, mask_name
from backend.spoken import deadline
from models.acts import Act, is_enterprise
from models.base import NoticeOrder
from models.cases import Case, Obligation, ObligationKind
from models.catalogue import APPLICANT, REPRESENTATIVE, Confirmation, ItemVersion
from models.enterprises import EnterpriseBody
from models.grants import GrantState
from models.people import Citizen

_NOT_LISTED = "{register}里查不到{name}，或者它现在不能办。请核对单位名称和统一社会信用代码，或者换一家。"
_OWN_HALF = "这里要填对方，不能填申请人自己：自己的申请不能由自己确认。"


class Asking(Core):
    """Confirmations and signatures are asked for by each handing-in; what has not changed since stays confirmed and signed."""

    people: People

    def ask_with(self, people: People) -> None:
        """Hands over the directory of citizens and enterprises; called once by composition.py."""
        self.people = people

    async def on_person_identified(self, row: OutboxRow) -> None:
        """Tells somebody who has just been identified what cases already ask of them. Safe to run twice.

        Consumes `person.identified` and `person.registered`.
        """
        citizen = await self.people.get(row.subject_id)
        if citizen.identity is None:
            return
        act = self._system()
        for document in await self.store.cases.find({"obligations.number": citizen.identity.number}):
            await self._now_known(act, Case.of(document), citizen)

    async def _now_known(self, act: Act, case: Case, citizen: Citizen) -> None:
        mine = [
            each for each in case.obligations if each.who is None and each.is_open and is_named(each, (), _number(citizen), citizen.name)
        ]
        if not mine or case.state.is_final:
            return
        known = {each.id: each.model_copy(update={"who": citizen.id}) for each in mine}
        notices = [self._tell_other(case, each, citizen.id) for each in known.values()]
        after = case.model_copy(update={"obligations": [known.get(each.id, each) for each in case.obligations]}).to_document()
        event = event_of(act, "case.counterpart_known", detail={"item": case.item}, notices=notices)
        where = {"_id": case.id, "version": case.version}
        if await self.store.cases.change(where, {"$set": {"obligations": after["obligations"]}}, event) is None:
            raise Unavailable()  # somebody acted on it at this moment: the outbox delivers again

    async def _ask(self, act: Act, case: Case, version: ItemVersion) -> dict[str, Any]:
        """What to set for what a case, as it is being handed in, asks of others. Who is asked after a step is looked for already.

        Raises `Invalid` where the form names the applicant as their own counterpart or an enterprise the register does not know,
        `Conflict` for one that exists no more, `Unavailable` also where the register is silent about who represents the applicant.
        """
        if not version.asked_of_others and not case.obligations:
            return {}
        own = await self._own(case)
        everybody = await self._wanted(act, case, version, own)
        _require_two_halves(everybody, own)
        now = due_now(everybody, case.steps)
        kept, left = renewed(case.obligations, now, act.at)
        for each in everybody:
            if each not in now:
                await self._known(act, case, own, each)
        return changes_to([*kept, *await self._begun(act, case, own, left)])

    async def _ask_after(self, act: Act, case: Case, step: str) -> dict[str, Any]:
        """What to set for what others are asked now that a step of the case is done. Raises `WrongState` where whom the form names
        can no longer be asked, and as `_ask`."""
        version = self.version_of(case)
        if all(each.after != step for each in version.asked_of_others):
            return {}
        own = await self._own(case)
        now = [each for each in await self._wanted(act, case, version, own) if each.asked.after == step]
        left = [each for each in now if not any(each.is_met_by(one) for one in case.obligations)]
        try:
            fresh = await self._begun(act, case, own, left)
        except Invalid as error:
            raise WrongState(f"{error.errors[0].detail}请发补正告知，请申请人改好后再办这一步。") from None
        return changes_to([*case.obligations, *fresh])

    async def _begun(self, act: Act, case: Case, own: Named, left: list[Wanted]) -> list[Obligation]:
        return [begun(each, await self._known(act, case, own, each), act.at, self.calendar) for each in left]

    async def _own(self, case: Case) -> Named:
        """The applicant, as a form would name them."""
        applicant = await self.people.applicant(case.person)
        return Named(applicant.name, applicant.key.id_number if applicant.key else "", is_enterprise(case.person))

    async def _wanted(self, act: Act, case: Case, version: ItemVersion, own: Named) -> list[Wanted]:
        """What the answers ask of others, whoever the enterprise register names among them."""
        known = {APPLICANT: own, **await self._representative(case, version)}
        return wanted(version, case.person, known, case.form, case.materials, act.at.date())

    async def _representative(self, case: Case, version: ItemVersion) -> dict[str, Named]:
        """Whom the enterprise register names, within the last day, where the item wants their signature: nobody writes them down."""
        if not is_enterprise(case.person) or all(each.who != REPRESENTATIVE for each in version.signatures):
            return {}
        named = (await self.people.enterprises.fresh(case.person)).representative
        return {REPRESENTATIVE: Named(named.name, named.number)}

    async def _known(self, act: Act, case: Case, own: Named, wanted: Wanted) -> str | None:
        """The id of whom a form names; None for a citizen nobody knows by this number and name, which nobody is told."""
        named = wanted.named
        if named == own:
            return case.person
        if named.is_enterprise:
            await self._require_listed(act, case, wanted)
            return await self._enterprise(named)
        return await self.people.account_of(named.number, named.name)

    async def _require_listed(self, act: Act, case: Case, wanted: Wanted) -> None:
        """Raises `Invalid` where the register the item names does not say of this enterprise what it must, `Unavailable`."""
        test, named = wanted.asked.listed_in, wanted.named
        if test is None:
            return
        key = key_of_enterprise(named.number, named.name)
        if not await self.forms.says(test, key, f"{case.item} {case.item_name}", act.at.date()):
            register = self.catalogue.vocabulary.register_label(test.register_name)
            raise Invalid(errors=[FieldError(named.pointer, _NOT_LISTED.format(name=named.name, register=register))])

    async def _enterprise(self, named: Named) -> str:
        try:
            return (await self.people.enterprises.of_code(EnterpriseBody(uscc=named.number, name=named.name))).id
        except Invalid as error:
            errors = [FieldError(each.pointer.replace("/enterprise", named.pointer, 1), each.detail) for each in error.errors]
            raise Invalid(error.detail, errors=errors) from None

    async def _tell_asked(self, before: Case, after: Case) -> list[NoticeOrder]:
        """The notices to those who have to confirm or sign since the case was handed in again, or a step was done."""
        known = {each.id for each in before.obligations}
        fresh = [each for each in after.obligations if each.id not in known and each.is_of_others]
        return [self._tell_other(after, each, reader) for each in fresh for reader in await self._readers(after, each)]

    def _tell_other(self, case: Case, obligation: Obligation, reader: str) -> NoticeOrder:
        """Tells one reader what is asked of them. They see the applicant's name in full once they have proven who they are."""
        template = "confirmation_asked" if obligation.kind is ObligationKind.CONFIRMATION else "signature_asked"
        applicant = case.person_name if is_enterprise(case.person) else mask_name(case.person_name)
        data = {
            "applicant": applicant,
            "item": case.item_name,
            "what": obligation.name,
            "who": obligation.who_name,
            "due": deadline(obligation.due) if obligation.due else "",
            "number": case.number or "",
            "obligation": obligation.id,
        }
        return NoticeOrder(to=reader, template=template, data=data)

    async def _readers(self, case: Case, obligation: Obligation) -> list[str]:
        """Who reads it: the person themselves; for an enterprise its legal representative and whoever handles this item for it."""
        if obligation.who is None:
            return []
        if not is_enterprise(obligation.who):
            return [obligation.who]
        where = {"person": obligation.who, "state": GrantState.ACTIVE.value, "items": case.item}
        handlers = [each["agent"] for each in await self.store.grants.find(where, fields=("agent",)) if each.get("agent")]
        return list(dict.fromkeys([obligation.who, *handlers]))


def _number(citizen: Citizen) -> str | None:
    return citizen.identity.number if citizen.identity else None


def _require_two_halves(now: list[Wanted], own: Named) -> None:
    """Nobody confirms their own half."""
    same = [each for each in now if isinstance(each.asked, Confirmation) and each.named.number == own.number]
    if same:
        raise Invalid(errors=[FieldError(each.named.pointer, _OWN_HALF) for each in same])
