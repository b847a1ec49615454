"""A person's electronic licences, and what they authorise others to use them for; an enterprise's through its handler."""

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from backend.cases import Cases
from backend.licences import authorisation_view, own_licence_view
from backend.limits import Limit
from handlers.access import citizen, endpoint
from handlers.base import BaseHandler, Raw
from models.base import Page
from models.licence_showings import CopyBody, ShowBody, ShowingView
from models.licence_uses import AuthorisationBody, AuthorisationsQuery, AuthorisationView, LicenceAuthorisation, LicencesView

_ID = r"(auth_[0-9A-Z]{26})"
_LISTS = Limit("licences", times=60, seconds=600)
_SHOWINGS = Limit("licence_showings", times=30, seconds=600)
Answer = Callable[[Cases], Callable[..., Awaitable[LicenceAuthorisation]]]


class LicencesHandler(BaseHandler):
    """What the licence register holds of the person; an agent sees the kinds the granted items ask for."""

    @endpoint(access=citizen(level=2), acting=True, reply={200: LicencesView}, summary="我的电子证照", limit=_LISTS)
    async def get(self) -> LicencesView:
        found = await self.engines.licences.mine(self.act)
        items = [own_licence_view(kind, licence, self.act.at) for kind, licence in found.held]
        return LicencesView(items=items, incomplete=found.unasked)


class AuthorisationsHandler(BaseHandler):
    """What was asked of the holder and what they authorised, with every look."""

    @endpoint(
        access=citizen(level=1), acting=True, query=AuthorisationsQuery, reply={200: Page[AuthorisationView]}, summary="我的证照使用授权"
    )
    async def get(self, query: AuthorisationsQuery) -> Page[AuthorisationView]:
        found, after = await self.engines.licences.authorisations(self.act, query)
        used = await self.engines.cases.used_licences(found)
        items = [authorisation_view(each, self.act.person, used=each.id in used) for each in found]
        return Page[AuthorisationView](items=items, next=after)


class AuthorisationHandler(BaseHandler):
    """One of them."""

    @endpoint(access=citizen(level=1), acting=True, reply={200: AuthorisationView}, summary="一份证照使用授权")
    async def get(self, authorisation_id: str) -> AuthorisationView:
        found = await self.engines.licences.get(self.act, authorisation_id)
        return authorisation_view(found, self.act.person, used=bool(await self.engines.cases.used_licences([found])))


def _answer(answer: Answer, summary: str) -> type[BaseHandler]:
    """A handler whose POST is the holder's answer."""

    class AnswerHandler(BaseHandler):
        @endpoint(access=citizen(level=1), acting=True, body=AuthorisationBody, reply={200: AuthorisationView}, summary=summary)
        async def post(self, authorisation_id: str, body: AuthorisationBody) -> AuthorisationView:
            found = await answer(self.engines.cases)(self.act, authorisation_id, body)
            return authorisation_view(found, self.act.person, used=bool(await self.engines.cases.used_licences([found])))

    return AnswerHandler


class ShowingsHandler(BaseHandler):
    """A code for the screen."""

    @endpoint(
        access=citizen(level=2), body=ShowBody, reply={201: ShowingView}, summary="当面出示一份电子证照：几分钟有效的码", limit=_SHOWINGS
    )
    async def post(self, body: ShowBody) -> ShowingView:
        return self.engines.showings.view(await self.engines.showings.show(self.act, body), self.act)


class CopiesHandler(BaseHandler):
    """A copy for one use."""

    @endpoint(
        access=citizen(level=2), body=CopyBody, reply={201: ShowingView}, summary="做一份带水印的证照副本：写明用途和日期", limit=_SHOWINGS
    )
    async def post(self, body: CopyBody) -> ShowingView:
        return self.engines.showings.view(await self.engines.showings.copy(self.act, body), self.act)


class CopyFileHandler(BaseHandler):
    """The copy itself."""

    @endpoint(access=citizen(level=2), reply={200: "application/pdf"}, summary="打开自己做的证照副本", limit=_SHOWINGS)
    async def get(self, showing_id: str) -> Raw:
        showing, pdf = await self.engines.showings.file(self.act, showing_id)
        name = quote(f"{showing.licence}副本-仅用于{showing.purpose}.pdf")
        self.set_header("Content-Disposition", f"inline; filename=licence.pdf; filename*=UTF-8''{name}")
        return Raw(pdf)


ROUTES = [
    (r"/api/v1/licences", LicencesHandler),
    (r"/api/v1/licences/showings", ShowingsHandler),
    (r"/api/v1/licences/copies", CopiesHandler),
    (r"/api/v1/licences/copies/(showing_[0-9A-Z]{26})/file", CopyFileHandler),
    (r"/api/v1/licences/authorisations", AuthorisationsHandler),
    (rf"/api/v1/licences/authorisations/{_ID}", AuthorisationHandler),
    (rf"/api/v1/licences/authorisations/{_ID}/authorise", _answer(lambda cases: cases.authorise_licence, "同意使用证照")),
    (rf"/api/v1/licences/authorisations/{_ID}/decline", _answer(lambda cases: cases.decline_licence, "不同意使用证照")),
    (rf"/api/v1/licences/authorisations/{_ID}/revoke", _answer(lambda cases: cases.revoke_licence, "撤回证照使用授权")),
]
