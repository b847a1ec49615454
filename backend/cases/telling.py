"""Whoever is looked into without being asked is told, and finds it among those who read their data; see `Told`."""

from backend.cases.asking import Asking
from backend.cases.others import Named, in_words, named_in
from backend.people import mask_name
from models.acts import Act, is_enterprise
from models.base import NoticeOrder
from models.cases import Case

_TEMPLATE = "looked_into"


class Telling(Asking):
    """Tells those a case names, once each, when it is handed in."""

    async def _tell_looked_into(self, act: Act, case: Case) -> list[NoticeOrder]:
        """The notices to whom this handing-in names and nobody has told yet, each recorded as a read of theirs before. Who has no
        account under this number and name is not found; who applies knows already."""
        version = self.version_of(case)
        over = {case.person, act.actor.id} | {each.to for event in case.events for each in event.notices if each.template == _TEMPLATE}
        orders: list[NoticeOrder] = []
        for told in version.tells:
            who, why = version.field(told.who), version.field(told.why)
            named = named_in(who, case.form.get(told.who)) if who else []
            purpose = in_words(why, case.form.get(told.why)) if why else ""
            for reader in [id for each in named if (id := await self._account(each)) and id not in over]:
                over.add(reader)
                await self.audit.read(act, "person.looked_into", person=reader, subject=f"cases/{case.id}", purpose=case.item_name)
                orders.append(self._order(case, reader, purpose))
        return orders

    def _order(self, case: Case, reader: str, purpose: str) -> NoticeOrder:
        applicant = case.person_name if is_enterprise(case.person) else mask_name(case.person_name)
        phone = self.version_of(case).guide.phone
        data = {"applicant": applicant, "item": case.item_name, "purpose": purpose, "number": case.number or "", "phone": phone}
        return NoticeOrder(to=reader, template=_TEMPLATE, data=data)

    async def _account(self, named: Named) -> str | None:
        return None if named.is_enterprise else await self.people.account_of(named.number, named.name)
