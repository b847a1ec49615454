"""Who may decide on the spot: authorisations of chief representatives, entered by one administrator, issued by another.

The role makes somebody the head of a department's cases; deciding as the head needs an authorisation that is in force and
covers the item. It ends with its days or its revocation at once: a decision is written in one transaction with its use.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from backend import ids
from backend.audit import event_of
from backend.catalogue import Catalogue
from backend.clock import SHANGHAI
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound, StaleVersion
from backend.idempotency import once
from backend.spoken import full_day
from backend.store import Document, Session, Store
from models.acts import Act, Role, StaffActor
from models.authorisations import (
    Absence,
    AbsenceBody,
    Authorisation,
    AuthorisationBody,
    AuthorisationLevel,
    AuthorisationsQuery,
    AuthorisationState,
    AuthorisationVersionBody,
    Holder,
    RevocationBody,
)
from models.demo import DemoAuthorisation
from models.staff import StaffAccount

_NONE = "您还没有「{item}」的首席代表授权，不能当场决定。请转交审批员办理，或请本部门办理授权。"
_CHANGED = "您的首席代表授权刚刚有变化，这次没有作出决定。请刷新后查看授权再办理。"
_ALL_SEE = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR, Role.SUPERVISOR)


class Authorisations:
    """Letters of authorisation and what rests on them."""

    def __init__(self, store: Store, catalogue: Catalogue) -> None:
        self.store = store
        self._catalogue = catalogue

    # who keeps them

    @once("authorisations", Authorisation)
    async def propose(self, act: Act, body: AuthorisationBody) -> Authorisation:
        """Enters a letter; it counts once somebody else has issued it. Raises `Invalid`, also for a number that stands on another letter."""
        representative = await self._representative(body.representative, "/representative")
        deputy = await self._representative(body.deputy, "/deputy") if body.deputy else None
        self._check(body, representative, deputy)
        await self._require_own_number(body.document_number)
        authorisation = Authorisation(
            _id=ids.new_id("authorisation"),
            representative=_holder(representative),
            deputy=_holder(deputy) if deputy else None,
            department=representative.department or "",
            items=sorted(set(body.items)),
            level=body.level,
            starts_at=datetime.combine(body.valid_from, time(), SHANGHAI),
            ends_at=datetime.combine(body.valid_until, time(), SHANGHAI) + timedelta(days=1),
            document_number=body.document_number,
            proposed_by=_by(act),
            created_at=act.at,
        )
        detail = {"representative": authorisation.representative.id, "items": authorisation.items, "level": body.level.value}
        event = event_of(act, "authorisation.proposed", detail=detail | {"document_number": body.document_number})
        await self.store.authorisations.insert(authorisation, event)
        return authorisation

    @once("authorisations", Authorisation)
    async def issue(self, act: Act, authorisation_id: str, body: AuthorisationVersionBody) -> Authorisation:
        """Puts a letter in force and publishes it. Raises `Forbidden` for whoever entered it, `Conflict`, `Invalid` for a number that stands
        on another letter."""
        authorisation = await self._of_version(authorisation_id, body.version)
        if authorisation.state is not AuthorisationState.PROPOSED:
            raise Conflict(f"这份授权{authorisation.state.label}，不用再签发。")
        if authorisation.proposed_by.id == act.actor.id:
            raise Forbidden("录入和签发不能由同一人办理，请另一位管理员核对授权书后签发。")
        await self._require_own_number(authorisation.document_number, but=authorisation.id)
        changes = {"state": AuthorisationState.ISSUED.value, "issued_by": _by(act).model_dump(), "issued_at": act.at}
        return await self._change(act, authorisation, changes, "issued")

    @once("authorisations", Authorisation)
    async def revoke(self, act: Act, authorisation_id: str, body: RevocationBody) -> Authorisation:
        """Ends a letter, or an entry that was not issued; nothing is decided on it from now on. Raises `Conflict`."""
        authorisation = await self._of_version(authorisation_id, body.version)
        if authorisation.state is AuthorisationState.REVOKED:
            raise Conflict("这份授权已经撤销。")
        changes = {"state": AuthorisationState.REVOKED.value, "revoked_by": _by(act).model_dump()}
        return await self._change(act, authorisation, changes | {"revoked_at": act.at, "revoked_for": body.reason}, "revoked")

    @once("authorisations", Authorisation)
    async def leave(self, act: Act, authorisation_id: str, body: AbsenceBody) -> Authorisation:
        """Records that the representative is away from now on: only the deputy decides. Raises `Conflict`, `Invalid`."""
        authorisation = await self._of_version(authorisation_id, body.version)
        self._require_own(act, authorisation)
        if not authorisation.in_force_at(act.at):
            raise Conflict("这份授权现在不在有效期内，不用登记离岗。")
        if authorisation.deputy is None:
            raise Conflict("这份授权没有指定代行人，离岗期间请转交审批员办理；需要代行的，请重新办理授权。")
        if authorisation.absence_at(act.at) is not None:
            raise Conflict("已经登记了离岗。")
        if body.until is not None and body.until <= act.at:
            raise Invalid(errors=[FieldError("/until", "返岗时间要晚于现在。")])
        absence = Absence(start=act.at, end=body.until, reason=body.reason, recorded_by=_by(act))
        absences = [each.model_dump() for each in (*authorisation.absences, absence)]
        return await self._change(act, authorisation, {"absences": absences}, "absence_recorded")

    @once("authorisations", Authorisation)
    async def come_back(self, act: Act, authorisation_id: str, body: AuthorisationVersionBody) -> Authorisation:
        """Ends the absence now: the representative decides, and the deputy no more. Raises `Conflict`."""
        authorisation = await self._of_version(authorisation_id, body.version)
        self._require_own(act, authorisation)
        current = authorisation.absence_at(act.at)
        if current is None:
            raise Conflict("没有登记离岗，不用登记返岗。")
        absences = [each.model_copy(update={"end": act.at}) if each is current else each for each in authorisation.absences]
        return await self._change(act, authorisation, {"absences": [each.model_dump() for each in absences]}, "absence_ended")

    # who reads them

    async def published(self, at: datetime) -> list[Authorisation]:
        """Those in force at that moment, by department and representative."""
        where = {"state": AuthorisationState.ISSUED.value, "starts_at": {"$lte": at}, "ends_at": {"$gt": at}}
        return await self._found(where)

    async def listed(self, act: Act, query: AuthorisationsQuery) -> list[Authorisation]:
        """All of them for administrators and supervision; to others the ones that name them."""
        where: Document = {}
        if query.department:
            where["department"] = query.department
        if query.state:
            where["state"] = query.state.value
        if not (isinstance(act.actor, StaffActor) and act.actor.has(*_ALL_SEE)):
            where["$or"] = [{"representative.id": act.actor.id}, {"deputy.id": act.actor.id}]
        return await self._found(where)

    # what rests on them

    async def to_decide(self, act: Act, department: str, item: str, item_name: str) -> Authorisation:
        """The authorisation on which the actor may decide this item of a department now. Raises `Forbidden` that says what it lacks."""
        own = [{"representative.id": act.actor.id}, {"deputy.id": act.actor.id}]
        found = await self._found({"department": department, "state": AuthorisationState.ISSUED.value, "$or": own})
        lacking = _NONE.format(item=item_name)
        for each in found:
            fault = _lacks(each, act, item, item_name)
            if fault is None:
                return each
            lacking = fault if item in each.items or lacking.startswith("您还没有") else lacking
        raise Forbidden(lacking)

    async def use(self, authorisation: Authorisation, at: datetime, session: Session) -> None:
        """Counts a decision, in the transaction that writes it. Raises `Forbidden` where the authorisation has changed since."""
        where = {
            "_id": authorisation.id,
            "version": authorisation.version,
            "state": AuthorisationState.ISSUED.value,
            "ends_at": {"$gt": at},
        }
        if not await self.store.authorisations.change_many(where, {"$inc": {"uses": 1}}, session=session):
            raise Forbidden(_CHANGED)

    async def seed(self, demo: Sequence[DemoAuthorisation], now: datetime) -> int:
        """Adds the demo authorisations that are not there yet. Returns how many; safe to run at each start."""
        accounts = {row["_id"]: StaffAccount.of(row) for row in await self.store.staff.find({})}
        return await self.store.authorisations.insert_missing([_seeded(each, accounts, now) for each in demo])

    async def _found(self, where: Document) -> list[Authorisation]:
        documents = await self.store.authorisations.find(where, sort=[("department", 1), ("_id", 1)])
        return [Authorisation.of(each) for each in documents]

    async def _of_version(self, authorisation_id: str, version: int) -> Authorisation:
        document = await self.store.authorisations.get(authorisation_id)
        if document is None:
            raise NotFound("没有找到这份授权。请返回列表重新进入。")
        authorisation = Authorisation.of(document)
        if authorisation.version != version:
            raise StaleVersion()
        return authorisation

    async def _representative(self, staff_id: str, pointer: str) -> StaffAccount:
        document = await self.store.staff.get(staff_id)
        account = StaffAccount.of(document) if document else None
        if account is None or account.disabled:
            raise Invalid(errors=[FieldError(pointer, "没有这名工作人员，或账号已经停用。")])
        if Role.CHIEF_REPRESENTATIVE not in account.roles or account.department is None:
            raise Invalid(errors=[FieldError(pointer, f"{account.name}还不是首席代表，请先由系统管理员设置角色和部门。")])
        return account

    def _check(self, body: AuthorisationBody, representative: StaffAccount, deputy: StaffAccount | None) -> None:
        faults = [FieldError(f"/items/{n}", "没有这个事项。") for n, item in enumerate(body.items) if item not in self._catalogue]
        faults += [
            FieldError(f"/items/{n}", "这个事项不由这个部门办理。")
            for n, item in enumerate(body.items)
            if item in self._catalogue and not self._works_on(representative.department or "", item)
        ]
        if deputy is not None and deputy.department != representative.department:
            faults.append(FieldError("/deputy", "代行人要和首席代表在同一个部门。"))
        if faults:
            raise Invalid(errors=faults)

    async def _require_own_number(self, number: str, but: str = "") -> None:
        """Raises `Invalid` where another letter that was not revoked has the number (文号): each document is entered once."""
        where = {"document_number": number, "state": {"$ne": AuthorisationState.REVOKED.value}, "_id": {"$ne": but}}
        other = await self.store.authorisations.find_one(where, fields=["representative"])
        if other is not None:
            detail = f"文号「{number}」已经有一份授权（{other['representative']['name']}）。请核对文号；要重新录入的，先撤销原来那份。"
            raise Invalid(detail, errors=[FieldError("/document_number", detail)])

    def _works_on(self, department: str, item: str) -> bool:
        """Whether a department has a share in an item: its own, as one of several, by a step, or in some district since some day."""
        found = self._catalogue.item(item)
        elsewhere = {each.version.department for version in found.versions for each in self._catalogue.editions_of(version)}
        steps = {step.department for version in found.versions for step in version.steps}
        parts = {part.department for version in found.versions for part in version.parts}
        return department in {found.department, *found.joint_departments, *steps, *parts, *elsewhere}

    def _require_own(self, act: Act, authorisation: Authorisation) -> None:
        administers = isinstance(act.actor, StaffActor) and act.actor.has(Role.SYSTEM_ADMIN)
        if authorisation.representative.id != act.actor.id and not administers:
            raise Forbidden("离岗、返岗由首席代表本人或系统管理员登记。")

    async def _change(self, act: Act, authorisation: Authorisation, changes: dict[str, Any], what: str) -> Authorisation:
        detail = {"representative": authorisation.representative.id, "document_number": authorisation.document_number}
        event = event_of(act, f"authorisation.{what}", detail=detail)
        where = {"_id": authorisation.id, "version": authorisation.version}
        changed = await self.store.authorisations.change(where, {"$set": changes}, event)
        if changed is None:
            raise StaleVersion()
        return Authorisation.of(changed)


def _lacks(authorisation: Authorisation, act: Act, item: str, item_name: str) -> str | None:
    """Why the actor may not decide the item on this letter now; None where they may."""
    letter = f"您的首席代表授权（{authorisation.document_number}）"
    if item not in authorisation.items:
        return f"{letter}不包括「{item_name}」，不能当场决定。请转交审批员办理。"
    if act.at < authorisation.starts_at:
        return f"{letter}从{full_day(authorisation.starts_at)}起才生效，现在不能当场决定。"
    if act.at >= authorisation.ends_at:
        return f"{letter}已在{full_day(authorisation.ends_at - timedelta(days=1))}到期，不能再当场决定。请本部门重新办理授权。"
    if authorisation.level is not AuthorisationLevel.DECIDE:
        return f"{letter}只到「{authorisation.level.label}」，不包括决定。请转交审批员办理。"
    return _away(authorisation, act)


def _away(authorisation: Authorisation, act: Act) -> str | None:
    """The representative decides while present, the deputy while an absence is recorded."""
    absent = authorisation.absence_at(act.at) is not None
    if authorisation.representative.id == act.actor.id:
        return "您登记了离岗，现在由代行人决定。回来了请先登记返岗。" if absent else None
    return None if absent else f"首席代表{authorisation.representative.name}没有登记离岗，代行人现在不能代为决定。"


def _holder(account: StaffAccount) -> Holder:
    return Holder(id=account.id, name=account.name)


def _by(act: Act) -> Holder:
    return Holder(id=act.actor.id, name=act.actor.name)


def _seeded(demo: DemoAuthorisation, accounts: dict[str, StaffAccount], now: datetime) -> Authorisation:
    """A demo letter as two administrators would have made it."""
    representative = accounts[demo.representative]
    office = Holder(id="demo", name="演示数据")
    return Authorisation(
        _id=demo.id,
        representative=_holder(representative),
        deputy=_holder(accounts[demo.deputy]) if demo.deputy else None,
        department=representative.department or "",
        items=list(demo.items),
        level=demo.level,
        starts_at=datetime.combine(demo.valid_from, time(), SHANGHAI),
        ends_at=datetime.combine(demo.valid_until, time(), SHANGHAI) + timedelta(days=1),
        document_number=demo.document_number,
        state=AuthorisationState.ISSUED,
        proposed_by=office,
        issued_by=office,
        issued_at=now,
        created_at=now,
    )
