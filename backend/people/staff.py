"""Accounts of staff: log-in with a second factor for sensitive roles, lock-out, passwords, roles."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from pyotp.totp import TOTP

from backend.audit import event_of
from backend.clock import Clock
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound, StaleVersion, Unauthenticated
from backend.people.attempts import Allowance, Attempts
from backend.people.passwords import Passwords, check_strength
from backend.people.sessions import Sessions
from backend.store import Document, Session, Store
from models.acts import SENSITIVE_ROLES, Act, Role, StaffActor
from models.demo import DemoStaff
from models.people import (
    PasswordBody,
    StaffAccount,
    StaffLoginBody,
    StaffRolesBody,
    StaffSession,
    StaffView,
)

_LOCK = timedelta(minutes=15)
_FAILURES = Allowance("staff_login", 5, _LOCK, lock=_LOCK)
_ADDRESS = Allowance("staff_login_address", 60, _LOCK)
_STEP = 30  # seconds a one-time password lives
_WRONG = "用户名、密码或动态口令不对，请检查后重试。连续错 5 次，账号会锁定 15 分钟。"
_LOCKED = "密码连续输错 5 次，账号已锁定。请 15 分钟后再试；忘记密码请联系系统管理员重置。"
_SEPARATE = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})


class Staff:
    """Who works here, and how they show it."""

    def __init__(self, store: Store, sessions: Sessions, attempts: Attempts, passwords: Passwords, wall: Clock) -> None:
        """`wall`: the machine's time. One-time passwords keep it whatever the product's clock says."""
        self.store = store
        self._sessions = sessions
        self._attempts = attempts
        self._passwords = passwords
        self._wall = wall

    async def login(self, act: Act, body: StaffLoginBody, *, address: str, device: str) -> tuple[str, StaffSession, StaffView]:
        """A token, its session and whose it is. `address`: where the request comes from.

        Raises `Unauthenticated` for anything wrong, alike for unknown users; `TooMany` once locked.
        """
        username = body.username.casefold()
        await self._attempts.take(_ADDRESS, address, "这个网络地址登录失败的次数太多，请 15 分钟后再试。")
        # Counted before the password is looked at: a hundred guesses at once are not a hundred guesses.
        left = await self._attempts.take(_FAILURES, username, _LOCKED)
        document = await self.store.staff.find_one({"username": username})
        account = StaffAccount.of(document) if document else None
        right = await self._passwords.matches(account.password_hash if account else None, body.password)
        if account is None or not right or account.disabled:
            raise Unauthenticated(_WRONG, remaining=left)
        await self._check_second_factor(account, body.otp, left)
        await self._attempts.forget(_FAILURES, username)
        await self._attempts.give_back(_ADDRESS, address)
        await self._renew_hash(account, body.password)
        acting = Act(actor=actor_of(account), at=act.at, request_id=act.request_id, channel=act.channel)
        token, session = await self._sessions.open_staff(acting, account, device)
        return token, session, self.view(account)

    async def get(self, staff_id: str) -> StaffAccount:
        """Raises `NotFound`."""
        document = await self.store.staff.get(staff_id)
        if document is None:
            raise NotFound("没有找到这名工作人员。")
        return StaffAccount.of(document)

    async def colleagues(self) -> list[StaffAccount]:
        """Every account, by department and name."""
        documents = await self.store.staff.find({}, sort=[("department", 1), ("username", 1)])
        return [StaffAccount.of(each) for each in documents]

    async def change_password(self, act: Act, body: PasswordBody) -> None:
        """Changes the actor's own password; every other session of theirs ends. Raises `Unauthenticated`, `Invalid`, `TooMany`."""
        account = await self.get(act.actor.id)
        left = await self._attempts.take(_FAILURES, account.username, _LOCKED)
        if not await self._passwords.matches(account.password_hash, body.password):
            detail = f"现在的密码不对，还可以再试 {left} 次。"
            raise Invalid(detail, errors=[FieldError("/password", detail)])
        check_strength(body.new_password, account.username)
        if body.new_password == body.password:
            detail = "新密码与现在的一样，请换一个。"
            raise Invalid(detail, errors=[FieldError("/new_password", detail)])
        await self._attempts.forget(_FAILURES, account.username)
        changes = {"password_hash": await self._passwords.hash(body.new_password), "password_at": act.at}
        session = act.actor.session if isinstance(act.actor, StaffActor) else ""
        await self._change(act, account, changes, "staff.password_changed", keep_session=session)

    async def assign(self, act: Act, staff_id: str, body: StaffRolesBody) -> StaffAccount:
        """Sets roles and place; the person logs in anew. Raises `Forbidden` for oneself, `Conflict`, `StaleVersion`."""
        account = await self.get(staff_id)
        if account.id == act.actor.id:
            raise Forbidden("不能修改自己的角色，请由另一位系统管理员操作。")
        _check_roles(account, body.roles)
        if account.version != body.version:
            raise StaleVersion()
        changes = {
            "roles": sorted(role.value for role in body.roles),
            "department": body.department,
            "hall": body.hall,
            "town": body.town,
            "items": body.items,
            "disabled": body.disabled,
        }
        return await self._change(act, account, changes, "staff.assigned", detail=changes)

    @staticmethod
    def view(account: StaffAccount) -> StaffView:
        """What colleagues and the person themselves see of an account."""
        return StaffView(
            id=account.id,
            username=account.username,
            name=account.name,
            roles=account.roles,
            department=account.department,
            hall=account.hall,
            town=account.town,
            items=account.items,
            disabled=account.disabled,
            second_factor=account.totp_secret is not None,
            version=account.version,
        )

    async def may_decide(self, staff_id: str, item: str) -> bool:
        """Whether a chief representative is authorised to decide this item on the spot."""
        return await self.store.staff.find_one({"_id": staff_id, "items": item, "disabled": False}, fields=("_id",)) is not None

    async def seed(self, demo: Sequence[DemoStaff], now: datetime) -> int:
        """Adds the demo staff who are not there yet. Returns how many; safe to run at each start."""
        known = {each["username"] for each in await self.store.staff.find({}, fields=("username",))}
        missing = [each for each in demo if each.username not in known]
        return await self.store.staff.insert_missing([await self._account_of(each, now) for each in missing])

    async def _account_of(self, person: DemoStaff, now: datetime) -> StaffAccount:
        return StaffAccount(
            _id=person.id,
            username=person.username,
            name=person.name,
            password_hash=await self._passwords.hash(person.password),
            totp_secret=person.totp_secret,
            roles=sorted(person.roles),
            department=person.department,
            hall=person.hall,
            town=person.town,
            items=list(person.items),
            created_at=now,
            password_at=now,
        )

    async def _change(
        self,
        act: Act,
        account: StaffAccount,
        changes: dict[str, Any],
        action: str,
        *,
        keep_session: str = "",
        detail: dict[str, Any] | None = None,
    ) -> StaffAccount:
        event = event_of(act, action, detail=detail)

        async def write(transaction: Session) -> Document | None:
            where = {"_id": account.id, "version": account.version}
            changed = await self.store.staff.change(where, {"$set": changes}, event, session=transaction)
            if changed is not None:
                await self._sessions.end_staff(account.id, but=keep_session, transaction=transaction)
            return changed

        changed = await self.store.transact(write)
        if changed is None:
            raise StaleVersion()
        return StaffAccount.of(changed)

    async def _check_second_factor(self, account: StaffAccount, otp: str | None, left: int) -> None:
        if account.totp_secret is None:
            if SENSITIVE_ROLES.isdisjoint(account.roles):
                return
            raise Forbidden("您的角色需要动态口令才能登录，但账号还没有绑定动态口令，请联系系统管理员。")
        if otp is None:
            raise Unauthenticated("请再输入动态口令（手机验证器上的 6 位数字）。", remaining=left, second_factor=True)
        counter = self._counter_of(account.totp_secret, otp)
        if counter is None:
            raise Unauthenticated(_WRONG, remaining=left)
        # Each code works once: the step may only move forward, whoever comes second is refused.
        used = await self.store.staff.change({"_id": account.id, "totp_counter": {"$lt": counter}}, {"$set": {"totp_counter": counter}})
        if used is None:
            raise Unauthenticated("这个动态口令已经用过，请等手机上换出下一个再试。", remaining=left)

    def _counter_of(self, secret: str, otp: str) -> int | None:
        """The 30-second step the code belongs to: now, or one before or after for clocks that differ a little."""
        now = int(self._wall.now().timestamp()) // _STEP
        totp = TOTP(secret, interval=_STEP)
        return next((step for step in (now, now - 1, now + 1) if totp.verify(otp, for_time=step * _STEP)), None)

    async def _renew_hash(self, account: StaffAccount, password: str) -> None:
        """Keeps old hashes at today's cost, now that the password is in hand."""
        if not self._passwords.outdated(account.password_hash):
            return
        renewed = await self._passwords.hash(password)
        where = {"_id": account.id, "password_hash": account.password_hash}
        await self.store.staff.change(where, {"$set": {"password_hash": renewed}})


def actor_of(account: StaffAccount) -> StaffActor:
    """The actor a member of staff is, outside a session."""
    return StaffActor(
        id=account.id,
        name=account.name,
        roles=frozenset(account.roles),
        department=account.department,
        hall=account.hall,
        town=account.town,
    )


def _check_roles(account: StaffAccount, roles: list[Role]) -> None:
    if len(_SEPARATE.intersection(roles)) > 1:
        raise Conflict("系统、安全、审计三种管理员必须由不同的人担任，请只保留一种。")
    if account.totp_secret is None and not SENSITIVE_ROLES.isdisjoint(roles):
        raise Conflict("这个角色需要动态口令，请先为该账号绑定动态口令。")
