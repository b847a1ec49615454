"""What somebody still has to do for a case: confirm their half, sign, hand in later; and staff who hear whoever has no phone."""

from backend.cases import Awaited, asked_row, asked_view, awaited_word
from handlers.access import citizen, endpoint, staff
from handlers.base import BaseHandler
from handlers.cases import CASE
from handlers.materials import send_content, send_copy
from models.acts import Role
from models.base import Page
from models.cases import Case, HearStatementBody
from models.others import AskedRow, AskedView, AwaitedWord, ConfirmBody, DeclineBody, HeardBody, ObligationsQuery, SignBody, StandingBody

_HEARS = staff(Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE, Role.VILLAGE_OFFICER)
_COUNTER = staff(Role.RECEPTIONIST)
_PROVEN = citizen(level=2)  # others' answers are shown: to the living person, not to whoever knows a number


class ObligationsHandler(BaseHandler):
    """Everything the caller has to do, open ones first."""

    @endpoint(access=citizen(level=1), acting=True, web=True, query=ObligationsQuery, reply={200: Page[AskedRow]}, summary="请我办的事")
    async def get(self, query: ObligationsQuery) -> Page[AskedRow]:
        found, after = await self.engines.cases.asked_of_me(self.act, query)
        return Page[AskedRow](items=[asked_row(self.act, case, each) for case, each in found], next=after)


class ObligationBase(BaseHandler):
    """What every verb on one of them answers."""

    async def view(self, case: Case, obligation_id: str) -> AskedView:
        """As it stands in a case now."""
        obligation = next(each for each in case.obligations if each.id == obligation_id)
        applicant = await self.engines.people.applicant(case.person)
        return asked_view(self.act, case, obligation, self.engines.cases.version_of(case), applicant)


class ObligationHandler(ObligationBase):
    """One of them, with what is confirmed or signed; the look is in the applicant's access log."""

    @endpoint(access=_PROVEN, acting=True, web=True, reply={200: AskedView}, summary="请我办的一件事")
    async def get(self, obligation_id: str) -> AskedView:
        case, obligation = await self.engines.cases.asked(self.act, obligation_id)
        return await self.view(case, obligation.id)


class ConfirmHandler(ObligationBase):
    """A counterpart confirms."""

    @endpoint(access=_PROVEN, acting=True, web=True, body=ConfirmBody, reply={200: AskedView}, summary="确认")
    async def post(self, obligation_id: str, body: ConfirmBody) -> AskedView:
        return await self.view(await self.engines.cases.confirm(self.act, obligation_id, body), obligation_id)


class SignHandler(ObligationBase):
    """A signatory signs."""

    @endpoint(access=_PROVEN, acting=True, web=True, body=SignBody, reply={200: AskedView}, summary="签名")
    async def post(self, obligation_id: str, body: SignBody) -> AskedView:
        return await self.view(await self.engines.cases.sign(self.act, obligation_id, body), obligation_id)


class DeclineHandler(ObligationBase):
    """Either says no."""

    @endpoint(access=_PROVEN, acting=True, web=True, body=DeclineBody, reply={200: AskedView}, summary="不同意")
    async def post(self, obligation_id: str, body: DeclineBody) -> AskedView:
        return await self.view(await self.engines.cases.decline(self.act, obligation_id, body), obligation_id)


class EnclosureHandler(BaseHandler):
    """A file somebody uploaded with their yes, for themselves and for whose case it is; a look at somebody else's is logged."""

    @endpoint(access=_PROVEN, acting=True, web=True, reply={200: "application/octet-stream"}, summary="查看对方确认时上传的文件")
    async def get(self, obligation_id: str, key: str, number: str) -> None:
        await send_content(self, *await self.engines.cases.enclosure(self.act, obligation_id, key, int(number)))


class StaffEnclosureHandler(BaseHandler):
    """A watermarked copy of it for staff; the look is logged."""

    @endpoint(access=_HEARS, reply={200: "application/octet-stream"}, summary="查看对方确认时上传的文件（带水印）")
    async def get(self, obligation_id: str, key: str, number: str) -> None:
        content_type, path = await self.engines.cases.enclosure_copy(self.act, obligation_id, key, int(number))
        await send_copy(self, content_type, path, f"{key}-{number}")


class PaperHandler(BaseHandler):
    """A paper of the applicant's that they are asked about; the look is logged."""

    @endpoint(access=_PROVEN, acting=True, web=True, reply={200: "application/octet-stream"}, summary="查看请我确认、签名的材料")
    async def get(self, obligation_id: str, key: str, number: str) -> None:
        await send_content(self, *await self.engines.cases.asked_paper(self.act, obligation_id, key, int(number)))


class StaffHearHandler(ObligationBase):
    """Whoever has no phone answers before a member of staff."""

    @endpoint(access=_HEARS, body=HeardBody, reply={200: AskedView}, summary="当面听取后登记确认或签名（对方没有手机）")
    async def post(self, obligation_id: str, body: HeardBody) -> AskedView:
        return await self.view(await self.engines.cases.hear(self.act, obligation_id, body), obligation_id)


class AwaitedHandler(BaseHandler):
    """Somebody without a phone stands at a counter: what waits for a word of theirs, wherever the case lies. The look is logged."""

    @endpoint(access=_COUNTER, body=StandingBody, reply={200: Page[AwaitedWord]}, summary="窗口听取：按证件查找等待本人表示的办件")
    async def post(self, body: StandingBody) -> Page[AwaitedWord]:
        return Page[AwaitedWord](items=[awaited_word(each) for each in await self.engines.cases.awaited_words(self.act, body)])


class AtCounterHandler(ObligationBase):
    """What they are asked, to be read to them; the look is logged."""

    @endpoint(access=_COUNTER, body=StandingBody, reply={200: AskedView}, summary="窗口听取：读给对方听的内容")
    async def post(self, obligation_id: str, body: StandingBody) -> AskedView:
        case, obligation = await self.engines.cases.asked_at_counter(self.act, obligation_id, body)
        return await self.view(case, obligation.id)


class PaperAtCounterHandler(BaseHandler):
    """A paper they are asked about, with a watermark, to be shown to them; the look is logged."""

    @endpoint(
        access=_COUNTER,
        body=StandingBody,
        reply={200: "application/octet-stream"},
        summary="窗口听取：给对方看要确认、签名的材料（带水印）",
    )
    async def post(self, obligation_id: str, key: str, number: str, body: StandingBody) -> None:
        content_type, path = await self.engines.cases.paper_at_counter(self.act, obligation_id, key, int(number), body)
        await send_copy(self, content_type, path, f"{key}-{number}")


class StatementHereHandler(BaseHandler):
    """An applicant without a phone speaks to a decision that is to be taken back, at whichever counter they come to."""

    @endpoint(access=_COUNTER, body=HearStatementBody, reply={200: AwaitedWord}, summary="窗口听取：登记陈述申辩")
    async def post(self, case_id: str, body: HearStatementBody) -> AwaitedWord:
        return awaited_word(Awaited(await self.engines.cases.hear_statement_here(self.act, case_id, body)))


_ONE = r"/obligations/([A-Za-z0-9_]{1,80})"
_WHICH = r"([a-z][a-z0-9_]{0,39})/(\d{1,2})"
_FILE = rf"{_ONE}/files/{_WHICH}"
ROUTES = [
    (r"/api/v1/obligations", ObligationsHandler),
    (rf"/api/v1{_ONE}", ObligationHandler),
    (rf"/api/v1{_ONE}/confirm", ConfirmHandler),
    (rf"/api/v1{_ONE}/sign", SignHandler),
    (rf"/api/v1{_ONE}/decline", DeclineHandler),
    (rf"/api/v1{_FILE}", EnclosureHandler),
    (rf"/api/v1{_ONE}/papers/{_WHICH}", PaperHandler),
    (rf"/api/v1/staff{_FILE}", StaffEnclosureHandler),
    (rf"/api/v1/staff{_ONE}/hear", StaffHearHandler),
    (rf"/api/v1/staff{_ONE}/at-counter", AtCounterHandler),
    (rf"/api/v1/staff{_ONE}/at-counter/papers/{_WHICH}", PaperAtCounterHandler),
    (r"/api/v1/staff/hearings", AwaitedHandler),
    (rf"/api/v1/staff/cases/{CASE}/statement-at-counter", StatementHereHandler),
]
