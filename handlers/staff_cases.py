"""Cases for staff: queues, one case with what changed, and every act of reviewing, deciding and handing out."""

from collections.abc import Awaitable, Callable
from typing import Any

import tornado.web

from backend.cases import Action, Cases, barred_words, bundle_view, intake_row, place_of, row_view, staff_view, story_view
from backend.limits import Limit
from backend.permissions import may
from handlers.access import declared_of, endpoint, staff
from handlers.base import BaseHandler, Raw
from handlers.cases import CASE, PAPER
from handlers.materials import Uploading, send_copy
from models.acts import Role
from models.base import Page
from models.case_views import BundleView, CaseForStaff, CaseRow, IntakeRow
from models.cases import (
    AnnulBody,
    Case,
    CommitmentView,
    DecideRecusalBody,
    ExamineBody,
    ExtendBody,
    GrantBody,
    GreenBody,
    HearCommitmentBody,
    HearDeclineBody,
    HearPromiseBody,
    HearStatementBody,
    InspectBody,
    InspectorBody,
    PassBody,
    PauseBody,
    QueueQuery,
    ReasonBody,
    ReceiveBody,
    RecuseBody,
    RefuseBody,
    ResultBody,
    ReturnBody,
    RevokeBody,
    StepBody,
    VersionBody,
)
from models.deliveries import DeliverBody
from models.desk_views import HeadDeskView
from models.people import PersonDocument
from models.story_views import StoryView

_HANDLES = staff(Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE, Role.VILLAGE_OFFICER)
_LOOKS = staff(*_HANDLES.roles, Role.HALL_MANAGER, Role.SUPERVISOR, Role.AUDITOR)
_PHOTOGRAPHS = Limit("photographs", times=200, seconds=3600)
_ACTIONS = frozenset(each.value for each in Action)
Act = Callable[[Cases], Callable[..., Awaitable[Case]]]


class OnCase(BaseHandler):
    """Of one case: who stands in for a colleague does it in that colleague's place, where it is theirs, and the record says so."""

    async def prepare(self) -> None:
        await super().prepare()
        if declared_of(getattr(self, (self.request.method or "").lower(), None)) is not None:
            last = self.request.path.rpartition("/")[2]
            self.act = await self.engines.cases.in_place(self.act, self.path_args[0], Action(last) if last in _ACTIONS else None)


class StaffCaseBase(OnCase):
    """What every verb on one case answers."""

    async def view(self, case: Case) -> CaseForStaff:
        """A case as this member of staff sees it now."""
        cases = self.engines.cases
        clear = may("case.read_form", self.act, case)
        actions, later = await cases.actions(self.act, case), cases.expected(case, self.act.at)
        version = cases.version_of(case)
        named = cases.book.in_the_name_of(case, version)
        recusable = await cases.recusable_by(self.act, case) if Action.DECIDE_RECUSAL in actions else []
        place, shown = place_of(self.act, case), await cases.as_shown(case)
        rests_on = await cases.rests_on(self.act, case, actions)
        by_hand = self.engines.instant.by_hand(shown, actions, self.act.at.date())
        more = {"recusable": recusable, "rests_on": rests_on, "by_hand": by_hand, "in_place_of": place.name if place else None}
        more |= {"reads_papers": await cases.reads_papers(self.act, case)}
        more["green_grounds"] = cases.policy.green_grounds(case.item) if Action.GREEN_CHANNEL in actions else []
        more |= {"grant": await cases.grant_of(case), "barred": barred_words(self.act, case)}
        return staff_view(shown, version, actions, self.act.at, later, named, clear=clear, **more)


class QueueHandler(BaseHandler):
    """What waits at the viewer's desk."""

    @endpoint(access=_HANDLES, query=QueueQuery, reply={200: Page[CaseRow]}, summary="待办队列")
    async def get(self, query: QueueQuery) -> Page[CaseRow]:
        found, after = await self.engines.cases.queue(self.act, query)
        places = [place_of(self.act, each) for each in found]
        rows = [
            row_view(each, self.act.at, place.name if place else None, for_staff=True) for each, place in zip(found, places, strict=True)
        ]
        return Page[CaseRow](items=rows, next=after)


class HeadDeskHandler(BaseHandler):
    """What waits for the head's own act."""

    @endpoint(access=staff(Role.CHIEF_REPRESENTATIVE), reply={200: HeadDeskView}, summary="首席代表：等本人办的")
    async def get(self) -> HeadDeskView:
        return await self.engines.cases.head_desk(self.act)


class IntakeHandler(BaseHandler):
    """Somebody stands at the counter: what they may hand papers in for, here or where else."""

    @endpoint(
        access=staff(Role.RECEPTIONIST), body=PersonDocument, reply={200: Page[IntakeRow]}, summary="窗口收件：按证件查找等待收件的申请"
    )
    async def post(self, body: PersonDocument) -> Page[IntakeRow]:
        found = await self.engines.cases.brought(self.act, body)
        return Page[IntakeRow](items=[intake_row(each, self.act.at) for each in found])


class StaffCaseHandler(StaffCaseBase):
    """One case; the look is logged."""

    @endpoint(access=_LOOKS, reply={200: CaseForStaff}, summary="查看办件")
    async def get(self, case_id: str) -> CaseForStaff:
        return await self.view(await self.engines.cases.get(self.act, case_id))


class StaffStoryHandler(OnCase):
    """Who did what to a case and when; the look is logged."""

    @endpoint(access=_LOOKS, reply={200: StoryView}, summary="办件的经过：谁在什么时候做了什么")
    async def get(self, case_id: str) -> StoryView:
        cases = self.engines.cases
        case = await cases.get(self.act, case_id)
        return story_view(case, cases.version_of(case), self.engines.auditing.words, clear=may("case.read_form", self.act, case))


class StaffBundleHandler(BaseHandler):
    """The whole a department's part belongs to: who stands where."""

    @endpoint(access=_LOOKS, reply={200: BundleView}, summary="所属的一件事办到哪一步")
    async def get(self, case_id: str) -> BundleView:
        return bundle_view(await self.engines.cases.bundle_of(self.act, case_id), self.act.at)


class StaffCommitmentHandler(BaseHandler):
    """What the applicant may commit to, to be read to them at the counter; or why they may not. The look is logged."""

    @endpoint(access=_LOOKS, reply={200: CommitmentView}, summary="告知承诺书的内容，不适用的说明原因")
    async def get(self, case_id: str) -> CommitmentView:
        return await self.engines.cases.commitment(self.act, case_id)


class StaffPaperHandler(OnCase):
    """A written notice of a case as PDF; the look is logged."""

    @endpoint(access=_LOOKS, reply={200: "application/pdf"}, summary="办件文书（PDF）")
    async def get(self, case_id: str, key: str) -> Raw:
        return Raw((await self.engines.cases.paper(self.act, case_id, key))[1])


class StaffMaterialHandler(OnCase):
    """A watermarked copy of an upload; the look is logged."""

    @endpoint(access=_LOOKS, reply={200: "application/octet-stream"}, summary="查看办件材料（带水印）")
    async def get(self, case_id: str, material: str, number: str) -> None:
        content_type, path = await self.engines.cases.material_copy(self.act, case_id, material, int(number))
        await send_copy(self, content_type, path, f"{material}-{number}")


class EarlierMaterialHandler(OnCase):
    """A watermarked copy of what stood in a place before it was changed; the look is logged."""

    @endpoint(access=_LOOKS, reply={200: "application/octet-stream"}, summary="查看以前交的材料（带水印）")
    async def get(self, case_id: str, material: str, number: str, file: str) -> None:
        content_type, path = await self.engines.cases.earlier_copy(self.act, case_id, material, int(number), int(file))
        await send_copy(self, content_type, path, f"{material}-{number}-{file}")


class SignedHandler(BaseHandler):
    """A watermarked copy of the application an applicant signed before whoever wrote it down; the look is logged."""

    @endpoint(access=_LOOKS, reply={200: "application/octet-stream"}, summary="查看代录时签名的申请表（带水印）")
    async def get(self, case_id: str, submission: str, number: str) -> None:
        content_type, path = await self.engines.cases.signed_copy(self.act, case_id, int(submission), int(number))
        await send_copy(self, content_type, path, f"signed-{submission}-{number}")


@tornado.web.stream_request_body
class PhotographsHandler(Uploading, StaffCaseBase):
    """Photographs of whoever looks into something, kept with the step whose turn it is or with the check."""

    @endpoint(
        access=_HANDLES,
        consumes="application/octet-stream",
        reply={201: CaseForStaff},
        summary="放现场照片",
        limit=_PHOTOGRAPHS,
    )
    async def post(self, case_id: str) -> CaseForStaff:
        upload, act = await self.received_file()
        return await self.view(await self.engines.cases.photograph(act, case_id, upload))


class PhotographHandler(OnCase):
    """A watermarked copy of one; the look is logged."""

    @endpoint(access=_LOOKS, reply={200: "application/octet-stream"}, summary="查看现场照片（带水印）")
    async def get(self, case_id: str, photograph: str) -> None:
        content_type, path = await self.engines.cases.photograph_copy(self.act, case_id, photograph)
        await send_copy(self, content_type, path, photograph)


class StaffLicenceHandler(OnCase):
    """A marked copy of a licence used in a case, for who works on it; the look is noted where its holder sees it."""

    @endpoint(access=_HANDLES, reply={200: "application/pdf"}, summary="查看电子证照副本（带水印）")
    async def get(self, case_id: str, material: str) -> Raw:
        return Raw(await self.engines.cases.licence_copy(self.act, case_id, material))


def _act(act: Act, body_model: type[Any], summary: str) -> type[StaffCaseBase]:
    """A handler whose POST is one act on a case; who may take it stands in the transition table."""

    class ActHandler(StaffCaseBase):
        @endpoint(access=_HANDLES, body=body_model, reply={200: CaseForStaff}, summary=summary)
        async def post(self, case_id: str, body: Any) -> CaseForStaff:
            return await self.view(await act(self.engines.cases)(self.act, case_id, body))

    return ActHandler


_ACTS: tuple[tuple[str, Act, type[Any], str], ...] = (
    ("claim", lambda cases: cases.claim, VersionBody, "领取"),
    ("release", lambda cases: cases.release, VersionBody, "退回待领"),
    ("pass-material", lambda cases: cases.pass_material, PassBody, "材料通过"),
    ("return", lambda cases: cases.return_all, ReturnBody, "预审退回，一次性告知全部问题"),
    ("pre-approve", lambda cases: cases.pre_approve, VersionBody, "预审通过"),
    ("receive", lambda cases: cases.receive, ReceiveBody, "窗口收件，核验原件"),
    ("check-originals", lambda cases: cases.check_originals, ReceiveBody, "核验原件"),
    ("accept", lambda cases: cases.accept, VersionBody, "受理"),
    ("not-accept", lambda cases: cases.not_accept, ReasonBody, "不予受理"),
    ("request-correction", lambda cases: cases.request_correction, ReturnBody, "发出补正告知书"),
    ("pause", lambda cases: cases.pause, PauseBody, "特别程序，时限暂停"),
    ("resume", lambda cases: cases.resume, VersionBody, "恢复办理"),
    ("extend", lambda cases: cases.extend, ExtendBody, "延长期限，只能一次"),
    ("green-channel", lambda cases: cases.green_channel, GreenBody, "列入或撤出绿色通道"),
    ("complete-step", lambda cases: cases.complete_step, StepBody, "完成本环节"),
    ("grant", lambda cases: cases.grant, GrantBody, "批准"),
    ("refuse", lambda cases: cases.refuse, RefuseBody, "不予批准"),
    ("record-result", lambda cases: cases.record_result, ResultBody, "登记结果并办结"),
    ("deliver", lambda cases: cases.deliver, DeliverBody, "交付结果：窗口领取或邮寄"),
    ("hear-promise", lambda cases: cases.hear_promise, HearPromiseBody, "当面听取申请人后补材料的承诺"),
    ("hear-commitment", lambda cases: cases.hear_commitment, HearCommitmentBody, "当面告知并听取申请人的承诺"),
    ("hear-decline", lambda cases: cases.hear_decline, HearDeclineBody, "当面听取申请人不作告知承诺"),
    ("inspect", lambda cases: cases.inspect, InspectBody, "登记告知承诺的核查结果"),
    ("assign-inspector", lambda cases: cases.assign_inspector, InspectorBody, "指定核查人员"),
    ("hear-statement", lambda cases: cases.hear_statement, HearStatementBody, "当面听取申请人的陈述申辩"),
    ("keep-decision", lambda cases: cases.keep_decision, ReasonBody, "听取意见后不撤销决定"),
    ("annul", lambda cases: cases.annul, AnnulBody, "撤销、撤回决定"),
    ("examine-debt", lambda cases: cases.examine_debt, ExamineBody, "审核补交的材料"),
    ("revoke", lambda cases: cases.revoke, RevokeBody, "拟撤回决定，先听取申请人意见"),
    ("look-again", lambda cases: cases.look_again, ReasonBody, "没有通过的现场查看、不一致的评定，再看一次"),
    ("find-wrong", lambda cases: cases.find_wrong, RevokeBody, "发现决定有误，拟撤销，先听取申请人意见"),
    ("recuse", lambda cases: cases.recuse, RecuseBody, "申报回避"),
    ("decide-recusal", lambda cases: cases.decide_recusal, DecideRecusalBody, "首席代表决定回避"),
    ("abort", lambda cases: cases.abort, RefuseBody, "终止办理"),
)

ROUTES = [
    (r"/api/v1/staff/cases", QueueHandler),
    (r"/api/v1/staff/head-desk", HeadDeskHandler),
    (r"/api/v1/staff/intake", IntakeHandler),
    (rf"/api/v1/staff/cases/{CASE}", StaffCaseHandler),
    (rf"/api/v1/staff/cases/{CASE}/story", StaffStoryHandler),
    (rf"/api/v1/staff/cases/{CASE}/bundle", StaffBundleHandler),
    (rf"/api/v1/staff/cases/{CASE}/materials/([a-z][a-z0-9_]{{0,39}})/(\d{{1,2}})", StaffMaterialHandler),
    (rf"/api/v1/staff/cases/{CASE}/materials/([a-z][a-z0-9_]{{0,39}})/licence", StaffLicenceHandler),
    (rf"/api/v1/staff/cases/{CASE}/materials/([a-z][a-z0-9_]{{0,39}})/earlier/(\d{{1,3}})/(\d{{1,2}})", EarlierMaterialHandler),
    (rf"/api/v1/staff/cases/{CASE}/submissions/(\d{{1,3}})/signed/(\d{{1,2}})", SignedHandler),
    (rf"/api/v1/staff/cases/{CASE}/papers/{PAPER}", StaffPaperHandler),
    (rf"/api/v1/staff/cases/{CASE}/photographs", PhotographsHandler),
    (rf"/api/v1/staff/cases/{CASE}/photographs/(photo_[0-9A-Z]{{26}})", PhotographHandler),
    (rf"/api/v1/staff/cases/{CASE}/commitment", StaffCommitmentHandler),
    *[(rf"/api/v1/staff/cases/{CASE}/{action}", _act(act, body, summary)) for action, act, body, summary in _ACTS],
]
