"""Authorisations of chief representatives: published for everybody, kept by two administrators, absences recorded."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any

from backend.people import Authorisations
from handlers.access import PUBLIC, endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.authorisations import (
    AbsenceBody,
    AbsenceView,
    Authorisation,
    AuthorisationBody,
    AuthorisationsQuery,
    AuthorisationsView,
    AuthorisationVersionBody,
    AuthorisationView,
    AwaitingLetter,
    PublishedAuthorisation,
    PublishedAuthorisations,
    RevocationBody,
)

_LOOKS = staff(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR, Role.SUPERVISOR, Role.CHIEF_REPRESENTATIVE)
_ADMINISTERS = staff(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)
_PRESENT = staff(Role.CHIEF_REPRESENTATIVE, Role.SYSTEM_ADMIN)
_ID = r"([A-Za-z0-9_\-]{1,80})"
Act = Callable[[Authorisations], Callable[..., Awaitable[Authorisation]]]


class AuthorisationBase(BaseHandler):
    """What every verb answers."""

    def published(self, each: Authorisation) -> dict[str, Any]:
        """What everybody may read of an authorisation."""
        catalogue = self.engines.catalogue
        return {
            "representative": each.representative.name,
            "deputy": each.deputy.name if each.deputy else None,
            "away": each.absence_at(self.act.at) is not None,
            "department": each.department,
            "department_name": catalogue.vocabulary.department(each.department),
            "items": each.items,
            "item_names": [catalogue.item(item).name for item in each.items if item in catalogue],
            "level": each.level.label,
            "document_number": each.document_number,
            "valid_from": each.starts_at.date(),
            "valid_until": (each.ends_at - timedelta(days=1)).date(),
        }

    async def views(self, found: list[Authorisation]) -> list[AuthorisationView]:
        """Authorisations as staff see them."""
        awaiting = await self.engines.cases.awaiting_letter(self.act, found)
        return [self._view(each, awaiting.get(each.id, {})) for each in found]

    async def view(self, each: Authorisation) -> AuthorisationView:
        """One of them."""
        return (await self.views([each]))[0]

    def _view(self, each: Authorisation, awaiting: Mapping[str, int]) -> AuthorisationView:
        catalogue = self.engines.catalogue
        absences = [AbsenceView(**{**absence.model_dump(), "recorded_by": absence.recorded_by.name}) for absence in each.absences]
        return AuthorisationView(
            **self.published(each),
            id=each.id,
            representative_id=each.representative.id,
            deputy_id=each.deputy.id if each.deputy else None,
            state=each.state.value,
            state_label=each.state.label,
            in_force=each.in_force_at(self.act.at),
            proposed_by=each.proposed_by.name,
            own=each.proposed_by.id == self.act.actor.id,
            issued_by=each.issued_by.name if each.issued_by else None,
            issued_at=each.issued_at,
            revoked_by=each.revoked_by.name if each.revoked_by else None,
            revoked_at=each.revoked_at,
            revoked_for=each.revoked_for,
            absences=absences,
            uses=each.uses,
            awaiting=[
                AwaitingLetter(item=item, item_name=catalogue.item(item).name, cases=cases)
                for item, cases in awaiting.items()
                if item in catalogue
            ],
            version=each.version,
        )


class PublishedHandler(AuthorisationBase):
    """Who may decide what on the spot today."""

    @endpoint(access=PUBLIC, reply={200: PublishedAuthorisations}, summary="首席代表授权公示")
    async def get(self) -> PublishedAuthorisations:
        found = await self.engines.authorisations.published(self.act.at)
        return PublishedAuthorisations(items=[PublishedAuthorisation(**self.published(each)) for each in found])


class AuthorisationsHandler(AuthorisationBase):
    """All of them, and a new one."""

    @endpoint(access=_LOOKS, query=AuthorisationsQuery, reply={200: AuthorisationsView}, summary="首席代表授权")
    async def get(self, query: AuthorisationsQuery) -> AuthorisationsView:
        found = await self.engines.authorisations.listed(self.act, query)
        return AuthorisationsView(items=await self.views(found))

    @endpoint(access=_ADMINISTERS, body=AuthorisationBody, reply={201: AuthorisationView}, summary="录入首席代表授权书")
    async def post(self, body: AuthorisationBody) -> AuthorisationView:
        return await self.view(await self.engines.authorisations.propose(self.act, body))


def _act(act: Act, body_model: type[Any], summary: str, *, absence: bool = False) -> type[AuthorisationBase]:
    """A handler whose POST is one act on an authorisation; `absence`: also the representative's own to take."""

    class ActHandler(AuthorisationBase):
        @endpoint(access=_PRESENT if absence else _ADMINISTERS, body=body_model, reply={200: AuthorisationView}, summary=summary)
        async def post(self, authorisation_id: str, body: Any) -> AuthorisationView:
            return await self.view(await act(self.engines.authorisations)(self.act, authorisation_id, body))

    return ActHandler


_ONE = rf"/api/v1/staff/authorisations/{_ID}"
ROUTES = [
    (r"/api/v1/authorisations", PublishedHandler),
    (r"/api/v1/staff/authorisations", AuthorisationsHandler),
    (rf"{_ONE}/issue", _act(lambda engine: engine.issue, AuthorisationVersionBody, "复核并签发授权")),
    (rf"{_ONE}/revoke", _act(lambda engine: engine.revoke, RevocationBody, "撤销授权")),
    (rf"{_ONE}/absences", _act(lambda engine: engine.leave, AbsenceBody, "登记离岗，由代行人决定", absence=True)),
    (rf"{_ONE}/return", _act(lambda engine: engine.come_back, AuthorisationVersionBody, "登记返岗", absence=True)),
]
