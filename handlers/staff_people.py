"""What staff do about people: attest who stands before them, register them, and look after colleagues' accounts."""

from backend.people import person_view
from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.base import Page
from models.people import AttestBody, AttestedView, PersonDocument, PersonView, SessionsView
from models.staff import AgreeBody, DeclineBody, FirstPasswordView, NewStaff, ResetBody, StaffAccount, StaffQuery, StaffRolesBody, StaffView

_FACE_TO_FACE = staff(Role.RECEPTIONIST, Role.VILLAGE_OFFICER, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)
_REGISTERS_PEOPLE = staff(
    Role.RECEPTIONIST,
    Role.VILLAGE_OFFICER,
    Role.PRE_REVIEWER,
    Role.REVIEWER,
    Role.CHIEF_REPRESENTATIVE,
    Role.HOTLINE_AGENT,
    Role.HALL_MANAGER,
)


_ADMINISTERS = staff(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR)
_FIRST = "初始密码只显示这一次，请当面交给本人。首次登录要先改密码；管理、监督等角色还要绑定动态口令。"
_WAITS = "已经提出，等另一位管理员核对后同意才生效；同意以后，初始密码由同意的管理员当面交给本人。"
_ON_PAPER = "已登记，今天 24:00 前可以补录收件单{number}。申请人不在场，这不算当面核验，不能当场开证明。"
_SET = "已经同意，马上生效，本人需要重新登录。"


class AccountBase(BaseHandler):
    """What every change of an account answers."""

    def made(self, account: StaffAccount, password: str | None) -> FirstPasswordView:
        """What whoever made or reset an account hands to its person, or that somebody else has to agree first."""
        detail = _FIRST if password else _WAITS if account.proposed else _SET
        return FirstPasswordView(staff=self.engines.accounts.view(self.act, account), password=password, detail=detail)


class AttestHandler(BaseHandler):
    """A person stands before a clerk or village officer."""

    @endpoint(access=_FACE_TO_FACE, body=AttestBody, reply={201: AttestedView}, summary="当面核验：证明本人在场")
    async def post(self, body: AttestBody) -> AttestedView:
        if body.paper is not None:
            await self.engines.outages.require_form(self.act, body.paper)
        citizen = await self.engines.people.proofs.attest(self.act, body)
        proof = citizen.proofs[-1]
        return AttestedView(
            person=person_view(citizen, self.act.at),
            method=proof.method,
            until=proof.until,
            detail=_ON_PAPER.format(number=proof.paper) if proof.paper else f"已核验，今天 24:00 前有效。用途：{proof.purpose}。",
        )


class PersonHandler(BaseHandler):
    """Finds or registers a caller, or somebody who walked in."""

    @endpoint(access=_REGISTERS_PEOPLE, body=PersonDocument, reply={200: PersonView}, summary="按证件查找或登记人员")
    async def post(self, body: PersonDocument) -> PersonView:
        citizen = await self.engines.people.find_or_register(self.act, body)
        await self.engines.audit.read(
            self.act, "person.read", person=citizen.id, subject=f"citizens/{citizen.id}", purpose="按证件查找或登记"
        )
        return person_view(citizen, self.act.at)


class StaffListHandler(AccountBase):
    """Accounts of the staff."""

    @endpoint(access=_ADMINISTERS, query=StaffQuery, reply={200: Page[StaffView]}, summary="工作人员账号")
    async def get(self, query: StaffQuery) -> Page[StaffView]:
        found, after = await self.engines.staff.colleagues(query)
        return Page[StaffView](items=[self.engines.accounts.view(self.act, each) for each in found], next=after)

    @endpoint(
        access=staff(Role.SYSTEM_ADMIN),
        body=NewStaff,
        reply={201: FirstPasswordView},
        key=False,
        summary="新建工作人员账号，初始密码只显示一次；能作决定或要用动态口令的角色，另一位管理员同意后生效",
    )
    async def post(self, body: NewStaff) -> FirstPasswordView:
        return self.made(*await self.engines.accounts.add(self.act, body))


class StaffAccountHandler(AccountBase):
    """Roles and place of one of them."""

    @endpoint(access=staff(Role.SYSTEM_ADMIN), body=StaffRolesBody, reply={200: StaffView}, summary="设置工作人员的角色和部门")
    async def put(self, staff_id: str, body: StaffRolesBody) -> StaffView:
        return self.engines.accounts.view(self.act, await self.engines.accounts.assign(self.act, staff_id, body))


class ResetHandler(AccountBase):
    """Somebody forgot the password or lost the authenticator."""

    @endpoint(
        access=staff(Role.SYSTEM_ADMIN),
        body=ResetBody,
        reply={200: FirstPasswordView},
        key=False,
        summary="重置工作人员账号，初始密码只显示一次；能作决定或要用动态口令的角色，另一位管理员同意后生效",
    )
    async def post(self, staff_id: str, body: ResetBody) -> FirstPasswordView:
        return self.made(*await self.engines.accounts.reset(self.act, staff_id, body))


class AgreeHandler(AccountBase):
    """A second administrator agrees to what the first proposed about an account."""

    @endpoint(
        access=staff(Role.SECURITY_ADMIN, Role.AUDITOR),
        body=AgreeBody,
        reply={200: FirstPasswordView},
        key=False,
        summary="同意对工作人员账号的改动，有初始密码的只显示一次",
    )
    async def post(self, staff_id: str, body: AgreeBody) -> FirstPasswordView:
        return self.made(*await self.engines.accounts.agree(self.act, staff_id, body))


class DeclineHandler(AccountBase):
    """A second administrator does not agree, or the first takes it back."""

    @endpoint(access=_ADMINISTERS, body=DeclineBody, reply={200: StaffView}, key=False, summary="不同意或撤回对工作人员账号的改动")
    async def post(self, staff_id: str, body: DeclineBody) -> StaffView:
        return self.engines.accounts.view(self.act, await self.engines.accounts.decline(self.act, staff_id, body))


class ColleagueSessionsHandler(BaseHandler):
    """Where a colleague is logged in: seen by who guards and who audits, ended by who guards."""

    @endpoint(access=staff(Role.SECURITY_ADMIN, Role.AUDITOR), reply={200: SessionsView}, summary="工作人员在哪些设备上登录")
    async def get(self, staff_id: str) -> SessionsView:
        account = await self.engines.staff.get(staff_id)
        return SessionsView(items=await self.engines.sessions.of_staff(account.id))

    @endpoint(access=staff(Role.SECURITY_ADMIN), reply={204: None}, summary="结束工作人员的全部登录")
    async def delete(self, staff_id: str) -> None:
        account = await self.engines.staff.get(staff_id)
        await self.engines.sessions.cut(self.act, account.id)


class ColleagueSessionHandler(BaseHandler):
    """One of them."""

    @endpoint(access=staff(Role.SECURITY_ADMIN), reply={204: None}, summary="结束工作人员的一次登录")
    async def delete(self, staff_id: str, session_id: str) -> None:
        account = await self.engines.staff.get(staff_id)
        await self.engines.sessions.cut(self.act, account.id, session_id)


_ONE = r"/api/v1/staff/accounts/([\w\-]+)"
ROUTES = [
    (r"/api/v1/staff/proofs", AttestHandler),
    (r"/api/v1/staff/people", PersonHandler),
    (r"/api/v1/staff/accounts", StaffListHandler),
    (_ONE, StaffAccountHandler),
    (rf"{_ONE}/reset", ResetHandler),
    (rf"{_ONE}/agree", AgreeHandler),
    (rf"{_ONE}/decline", DeclineHandler),
    (rf"{_ONE}/sessions", ColleagueSessionsHandler),
    (rf"{_ONE}/sessions/([\w\-]+)", ColleagueSessionHandler),
]
