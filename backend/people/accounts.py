"""What administrators change about the accounts of staff, and what two of them have to agree on.

Whoever sets passwords could log in as anybody. So an account of a role that decides cases or needs a one-time password is made, reset,
given other roles or closed by two people: a system administrator proposes it with the reason, a security administrator agrees and is shown
the first password. Who stands in for somebody that decides is reset by two as well.
About a security administrator's own account the auditor may agree, too. Nobody agrees to what they proposed, nor about themselves
(三员分立：系统管理、安全管理、审计管理各由其人, GB/T 22239-2019 8.1.5; 授权和审批, 8.1.7).
"""

from backend.errors import Conflict, FieldError, Forbidden, Invalid, StaleVersion
from backend.people.staff import Staff
from models.acts import DECIDING_ROLES, GUARDED_ROLES, Act, Actor, Role, StaffActor
from models.staff import (
    AccountSettings,
    AgreeBody,
    ChangeKind,
    DeclineBody,
    NewStaff,
    ProposedChange,
    ProposedChangeView,
    ResetBody,
    StaffAccount,
    StaffRolesBody,
    StaffView,
)

_WHY = "这个角色的账号要两个人办：由系统管理员提出、另一位管理员同意才生效。请写明事由。"
_WAITS = "这个账号已经有一项「{label}」在等同意，请先等结果，或由提出的人撤回。"


class Accounts:
    """Accounts as administrators change them."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff

    async def add(self, act: Act, body: NewStaff) -> tuple[StaffAccount, str | None]:
        """A new account, and its first password where nobody else has to agree. Raises as `Staff.enter`, and `Invalid` without a reason."""
        if GUARDED_ROLES.isdisjoint(body.roles):
            return await self._staff.add(act, body)
        proposed = _proposal(act, ChangeKind.ADD, body.reason)
        return await self._staff.enter(act, body, "staff.change_proposed", proposed=proposed), None

    async def reset(self, act: Act, staff_id: str, body: ResetBody) -> tuple[StaffAccount, str | None]:
        """A new first password for who forgot theirs or lost the authenticator, none where somebody else has to agree first.

        Raises `NotFound`, `Forbidden` for one's own account, `Conflict` where a change waits already, `StaleVersion`.
        """
        account = await self._staff.get(staff_id)
        if account.id == act.actor.id:
            raise Forbidden("不能重置自己的账号，请由另一位系统管理员操作；自己的密码在「我的账号」里修改。")
        alone = GUARDED_ROLES.isdisjoint(account.roles) and not await self._stands_in_to_decide(account)
        if alone and account.proposed is None:
            return await self._staff.renew(act, account, "staff.reset", {"reason": body.reason})
        return await self._propose(act, account, _proposal(act, ChangeKind.RESET, body.reason)), None

    async def assign(self, act: Act, staff_id: str, body: StaffRolesBody) -> StaffAccount:
        """Sets roles and place, or proposes them where somebody else has to agree; then nothing has changed yet.

        Raises `NotFound`, `Forbidden` for oneself, `Conflict`, `Invalid`, `StaleVersion`.
        """
        account = await self._staff.get(staff_id)
        if account.id == act.actor.id:
            raise Forbidden("不能修改自己的角色，请由另一位系统管理员操作。")
        settings = _settings_of(body)
        self._staff.check_settings(account, settings)
        if account.version != body.version:
            raise StaleVersion()
        if GUARDED_ROLES.isdisjoint([*account.roles, *settings.roles]) and account.proposed is None:
            return await self._staff.assign(act, account, settings)
        return await self._propose(act, account, _proposal(act, ChangeKind.ASSIGN, body.reason, settings))

    async def agree(self, act: Act, staff_id: str, body: AgreeBody) -> tuple[StaffAccount, str | None]:
        """Puts in force what another administrator proposed; the first password where there is a new one.

        Raises `Conflict` where nothing waits, `Forbidden` for whoever may not agree to it, `StaleVersion`.
        """
        account, proposed = await self._waiting(staff_id, body.version)
        fault = _unfit(act.actor, account, proposed)
        if fault:
            raise Forbidden(fault)
        detail = {"proposed_by": proposed.by, "reason": proposed.reason}
        if proposed.settings is not None:
            return await self._staff.assign(act, account, proposed.settings, detail), None
        return await self._staff.renew(act, account, "staff.added" if proposed.kind is ChangeKind.ADD else "staff.reset", detail)

    async def decline(self, act: Act, staff_id: str, body: DeclineBody) -> StaffAccount:
        """Ends what was proposed: nothing changes, and an account that was to be made stays closed. Raises as `agree`; whoever proposed it
        may take it back."""
        account, proposed = await self._waiting(staff_id, body.version)
        if proposed.by != act.actor.id and (fault := _unfit(act.actor, account, proposed)):
            raise Forbidden(fault)
        closed = {"disabled": True} if proposed.kind is ChangeKind.ADD else {}
        detail = {"kind": proposed.kind.value, "reason": body.reason}
        return await self._staff.note(act, account, {"proposed": None, **closed}, "staff.change_declined", detail)

    def view(self, act: Act, account: StaffAccount) -> StaffView:
        """An account as administrators see it."""
        proposed = account.proposed
        shown = proposed and ProposedChangeView(
            kind=proposed.kind,
            label=proposed.kind.label,
            reason=proposed.reason,
            by=proposed.by_name,
            at=proposed.at,
            settings=proposed.settings,
            mine=not _unfit(act.actor, account, proposed),
            own=proposed.by == act.actor.id,
        )
        return self._staff.view(account).model_copy(update={"proposed": shown})

    async def _propose(self, act: Act, account: StaffAccount, proposed: ProposedChange) -> StaffAccount:
        if account.proposed is not None:
            raise Conflict(_WAITS.format(label=account.proposed.kind.label))
        detail = {"kind": proposed.kind.value, "reason": proposed.reason}
        if proposed.settings is not None:
            detail |= proposed.settings.model_dump(mode="json")
        changes = {"proposed": {**proposed.model_dump(mode="json"), "at": proposed.at}}
        return await self._staff.note(act, account, changes, "staff.change_proposed", detail)

    async def _stands_in_to_decide(self, account: StaffAccount) -> bool:
        where = {"live": True, "deputy.id": account.id, "roles": {"$in": [role.value for role in DECIDING_ROLES]}}
        return await self._staff.store.stand_ins.find_one(where) is not None

    async def _waiting(self, staff_id: str, version: int) -> tuple[StaffAccount, ProposedChange]:
        account = await self._staff.get(staff_id)
        if account.proposed is None:
            raise Conflict("这个账号没有等同意的改动，可能已经有人处理过，请刷新。")
        if account.version != version:
            raise StaleVersion()
        return account, account.proposed


def _proposal(act: Act, kind: ChangeKind, reason: str | None, settings: AccountSettings | None = None) -> ProposedChange:
    if not reason:
        raise Invalid(_WHY, errors=[FieldError("/reason", _WHY)])
    return ProposedChange(kind=kind, reason=reason, by=act.actor.id, by_name=act.actor.name, at=act.at, settings=settings)


def _settings_of(body: StaffRolesBody) -> AccountSettings:
    return AccountSettings(
        roles=sorted(set(body.roles)), department=body.department, hall=body.hall, town=body.town, disabled=body.disabled
    )


def _unfit(actor: Actor, account: StaffAccount, proposed: ProposedChange) -> str:
    """Why somebody may not agree to a change; empty where they may."""
    if proposed.by == actor.id:
        return "提出和同意不能是同一个人，请另一位管理员核对后同意。"
    if account.id == actor.id:
        return "不能同意对自己账号的改动，请另一位管理员处理。"
    if isinstance(actor, StaffActor) and actor.has(Role.SECURITY_ADMIN):
        return ""
    touched = [*account.roles, *(proposed.settings.roles if proposed.settings else [])]
    if isinstance(actor, StaffActor) and actor.has(Role.AUDITOR) and Role.SECURITY_ADMIN in touched:
        return ""
    return "这项改动由安全管理员核对后同意；改动安全管理员自己的账号时，审计员也可以同意。"
