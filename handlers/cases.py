"""A citizen's cases, and an agent's under a grant: drafts, filing, mending, withdrawing, urging."""

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from backend.cases import Cases, case_view, row_view
from backend.errors import NotFound
from handlers.access import Access, citizen, endpoint
from handlers.base import BaseHandler, Raw
from models.base import Page
from models.case_forms import CaseFormView
from models.case_views import CaseRow, CaseView
from models.cases import (
    AskRecusalBody,
    Case,
    CasesQuery,
    CommitBody,
    CommitmentView,
    DraftBody,
    HandInBody,
    PreReviewBody,
    PromiseBody,
    ReportDoneBody,
    SaveBody,
    SpeakBody,
    SubmitBody,
    VersionBody,
    WithdrawBody,
)

CASE = r"([A-Za-z0-9_\-]{1,80})"
PAPER = r"([a-z]{1,20}(?:-\d{1,3})?)"
_KNOWN = citizen(level=1)
_PROVEN = citizen(level=2)
Act = Callable[[Cases], Callable[..., Awaitable[Case]]]


class CaseBase(BaseHandler):
    """What every verb on one case answers."""

    async def view(self, case: Case) -> CaseView:
        """A case as its applicant sees it now."""
        cases = self.engines.cases
        actions, later = await cases.actions(await cases.as_reader(self.act, case), case), cases.expected(case, self.act.at)
        version = cases.version_of(case)
        case = cases.timed(case)
        return case_view(case, version, actions, self.act.at, later, cases.book.in_the_name_of(case, version))


class CasesHandler(CaseBase):
    """Own cases; a new draft."""

    @endpoint(access=_KNOWN, acting=True, query=CasesQuery, reply={200: Page[CaseRow]}, kiosk=1, scribe=True, summary="我的办件")
    async def get(self, query: CasesQuery) -> Page[CaseRow]:
        found, after = await self.engines.cases.mine(self.act, query)
        return Page[CaseRow](items=[row_view(each, self.act.at) for each in found], next=after)

    @endpoint(access=_KNOWN, acting=True, body=DraftBody, reply={201: CaseView}, kiosk=1, scribe=True, summary="新建申请草稿")
    async def post(self, body: DraftBody) -> CaseView:
        return await self.view(await self.engines.cases.create(self.act, body))


class CaseHandler(CaseBase):
    """One case."""

    @endpoint(access=_KNOWN, acting=True, reply={200: CaseView}, kiosk=1, scribe=True, summary="一个办件")
    async def get(self, case_id: str) -> CaseView:
        return await self.view(await self.engines.cases.get(self.act, case_id))

    @endpoint(access=_KNOWN, acting=True, body=SaveBody, reply={200: CaseView}, kiosk=1, scribe=True, summary="保存草稿或补正内容")
    async def put(self, case_id: str, body: SaveBody) -> CaseView:
        return await self.view(await self.engines.cases.save(self.act, case_id, body))


class FormHandler(BaseHandler):
    """What the form of a case asks, under the version of the item the case is under."""

    @endpoint(access=_KNOWN, acting=True, reply={200: CaseFormView}, kiosk=1, scribe=True, summary="一个办件的表单和材料要求")
    async def get(self, case_id: str) -> CaseFormView:
        return await self.engines.cases.form(self.act, case_id)


class CommitmentHandler(BaseHandler):
    """What may be committed to instead of proven, exactly as it is to be read."""

    @endpoint(access=_KNOWN, acting=True, reply={200: CommitmentView}, summary="告知承诺书的内容")
    async def get(self, case_id: str) -> CommitmentView:
        return await self.engines.cases.commitment(self.act, case_id)


class PaperHandler(BaseHandler):
    """A written notice of a case as PDF: receipt, what to mend, stops of the clock, the decision."""

    @endpoint(
        access=_KNOWN, acting=True, reply={200: "application/pdf"}, kiosk=1, scribe=True, summary="办件文书（PDF）；自助终端上限收件凭证"
    )
    async def get(self, case_id: str, key: str) -> Raw:
        if self.at_kiosk and key != "receipt":
            raise NotFound("自助终端上只打印收件凭证。别的文书请在手机小程序里看，或者带身份证到窗口打印。")
        paper, content = await self.engines.cases.paper(self.act, case_id, key)
        self.set_header("Content-Disposition", f"inline; filename*=UTF-8''{quote(f'{paper.title} {paper.number}.pdf')}")
        return Raw(content)


class ApplicationFormHandler(BaseHandler):
    """What staff wrote down, to be printed, read out and signed."""

    @endpoint(access=_KNOWN, scribe=True, reply={200: "application/pdf"}, summary="代录的申请表，打印签名用（PDF）")
    async def get(self, case_id: str) -> Raw:
        return Raw(await self.engines.cases.application_form(self.act, case_id))


def _act(
    act: Act,
    body_model: type[Any],
    summary: str,
    *,
    acting: bool = True,
    access: Access = _KNOWN,
    kiosk: int | None = None,
    scribe: bool = False,
) -> type[CaseBase]:
    """A handler whose POST is one act on a case. `kiosk`, `scribe`: see `endpoint`."""

    class ActHandler(CaseBase):
        @endpoint(access=access, acting=acting, body=body_model, reply={200: CaseView}, kiosk=kiosk, scribe=scribe, summary=summary)
        async def post(self, case_id: str, body: Any) -> CaseView:
            return await self.view(await act(self.engines.cases)(self.act, case_id, body))

    return ActHandler


ROUTES = [
    (r"/api/v1/cases", CasesHandler),
    (rf"/api/v1/cases/{CASE}", CaseHandler),
    (rf"/api/v1/cases/{CASE}/form", FormHandler),
    (rf"/api/v1/cases/{CASE}/application-form", ApplicationFormHandler),
    (rf"/api/v1/cases/{CASE}/papers/{PAPER}", PaperHandler),
    (rf"/api/v1/cases/{CASE}/commitment", CommitmentHandler),
    (rf"/api/v1/cases/{CASE}/commit", _act(lambda cases: cases.commit, CommitBody, "作出告知承诺（限本人）", access=_PROVEN)),
    (
        rf"/api/v1/cases/{CASE}/decline-commitment",
        _act(lambda cases: cases.decline_commitment, VersionBody, "不作承诺，改交材料（限本人）"),
    ),
    (rf"/api/v1/cases/{CASE}/pre-review", _act(lambda cases: cases.pre_review, PreReviewBody, "提交预审", kiosk=1, scribe=True)),
    (rf"/api/v1/cases/{CASE}/submit", _act(lambda cases: cases.submit, SubmitBody, "正式提交，取得收件凭证", kiosk=1, scribe=True)),
    (rf"/api/v1/cases/{CASE}/resubmit", _act(lambda cases: cases.resubmit, VersionBody, "修改后重新提交", scribe=True)),
    (rf"/api/v1/cases/{CASE}/withdraw", _act(lambda cases: cases.withdraw, WithdrawBody, "撤回", scribe=True)),
    (rf"/api/v1/cases/{CASE}/urge", _act(lambda cases: cases.urge, VersionBody, "催办")),
    (rf"/api/v1/cases/{CASE}/take-over", _act(lambda cases: cases.take_over, VersionBody, "接着办代办人留下的申请", scribe=True)),
    (rf"/api/v1/cases/{CASE}/ask-recusal", _act(lambda cases: cases.ask_recusal, AskRecusalBody, "申请工作人员回避（限本人）")),
    (rf"/api/v1/cases/{CASE}/speak", _act(lambda cases: cases.speak, SpeakBody, "决定撤销以前陈述申辩")),
    (
        rf"/api/v1/cases/{CASE}/report-done",
        _act(lambda cases: cases.report_done, ReportDoneBody, "批准以后要做的、限期改正的已经做好，请来看"),
    ),
    (rf"/api/v1/cases/{CASE}/promise", _act(lambda cases: cases.promise, PromiseBody, "承诺后补材料（限本人）")),
    (rf"/api/v1/cases/{CASE}/hand-in", _act(lambda cases: cases.hand_in, HandInBody, "补交承诺的材料")),
]
