"""What staff do about people: attest who stands before them, register them, and look after colleagues' accounts."""

from backend.people import person_view
from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.people import AttestBody, AttestedView, PersonDocument, PersonView
from models.staff import StaffListView, StaffRolesBody, StaffView

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

    @endpoint(access=staff(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR), reply={200: StaffListView}, summary="工作人员账号")
    async def get(self) -> StaffListView:
        engine = self.engines.staff
        return StaffListView(items=[engine.view(each) for each in await engine.colleagues()])


class StaffAccountHandler(BaseHandler):
    """Roles and place of one of them."""

    @endpoint(access=staff(Role.SYSTEM_ADMIN), body=StaffRolesBody, reply={200: StaffView}, summary="设置工作人员的角色和部门")
    async def put(self, staff_id: str, body: StaffRolesBody) -> StaffView:
        engine = self.engines.staff
        return engine.view(await engine.assign(self.act, staff_id, body))


ROUTES = [
    (r"/api/v1/staff/proofs", AttestHandler),
    (r"/api/v1/staff/people", PersonHandler),
    (r"/api/v1/staff/accounts", StaffListHandler),
    (r"/api/v1/staff/accounts/([\w\-]+)", StaffAccountHandler),
]
