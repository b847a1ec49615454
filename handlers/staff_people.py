"""What staff do about people: attest who stands before them, register them, and look after colleagues' accounts."""

from backend.people import Staff, person_view
from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.base import Page
from models.people import AttestBody, AttestedView, PersonDocument, PersonView, SessionsView
from models.staff import FirstPasswordView, NewStaff, StaffAccount, StaffQuery, StaffRolesBody, StaffView

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


def first_password(engine: Staff, account: StaffAccount, password: str) -> FirstPasswordView:
    """What whoever made or reset an account hands to its person."""
    detail = "初始密码只显示这一次，请当面交给本人。首次登录要先改密码；管理、监督等角色还要绑定动态口令。"
    return FirstPasswordView(staff=engine.view(account), password=password, detail=detail)


class AttestHandler(BaseHandler):
    """A person stands before a clerk or village officer."""

    @endpoint(access=_FACE_TO_FACE, body=AttestBody, reply={201: AttestedView}, summary="当面核验：证明本人在场")
    async def post(self, body: AttestBody) -> AttestedView:
        citizen = await self.engines.people.proofs.attest(self.act, body)
        proof = citizen.proofs[-1]
        return AttestedView(
            person=person_view(citizen, self.act.at),
            method=proof.method,
            until=proof.until,
            detail=f"已核验，今天 24:00 前有效。用途：{proof.purpose}。",
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


class StaffListHandler(BaseHandler):
    """Accounts of the staff."""

    @endpoint(
        access=staff(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR),
        query=StaffQuery,
        reply={200: Page[StaffView]},
        summary="工作人员账号",
    )
    async def get(self, query: StaffQuery) -> Page[StaffView]:
        engine = self.engines.staff
        found, after = await engine.colleagues(query)
        return Page[StaffView](items=[engine.view(each) for each in found], next=after)

    @endpoint(
        access=staff(Role.SYSTEM_ADMIN),
        body=NewStaff,
        reply={201: FirstPasswordView},
        key=False,
        summary="新建工作人员账号，初始密码只显示一次",
    )
    async def post(self, body: NewStaff) -> FirstPasswordView:
        return first_password(self.engines.staff, *await self.engines.staff.add(self.act, body))


class StaffAccountHandler(BaseHandler):
    """Roles and place of one of them."""

    @endpoint(access=staff(Role.SYSTEM_ADMIN), body=StaffRolesBody, reply={200: StaffView}, summary="设置工作人员的角色和部门")
    async def put(self, staff_id: str, body: StaffRolesBody) -> StaffView:
        engine = self.engines.staff
        return engine.view(await engine.assign(self.act, staff_id, body))


class ResetHandler(BaseHandler):
    """Somebody forgot the password or lost the authenticator."""

    @endpoint(access=staff(Role.SYSTEM_ADMIN), reply={200: FirstPasswordView}, key=False, summary="重置工作人员账号，初始密码只显示一次")
    async def post(self, staff_id: str) -> FirstPasswordView:
        return first_password(self.engines.staff, *await self.engines.staff.reset_of(self.act, staff_id))


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
    (rf"{_ONE}/sessions", ColleagueSessionsHandler),
    (rf"{_ONE}/sessions/([\w\-]+)", ColleagueSessionHandler),
]
