"""How staff show who they are: log-in with a second factor for sensitive roles, lock-out, and what they change about it themselves."""

from pyotp import random_base32
from pyotp.totp import TOTP

from backend.audit import event_of
from backend.clock import Clock
from backend.errors import Conflict, FieldError, Invalid, TooMany, Unauthenticated
from backend.people.attempts import Allowance, Attempts
from backend.people.passwords import Passwords, check_strength
from backend.people.sessions import Sessions
from backend.people.staff import CODES, FAILURES, LOCK, Staff
from backend.refusals import Refusals
from models.acts import Act, StaffActor
from models.staff import PasswordBody, StaffAccount, StaffLoginBody, StaffSession, StaffView, TotpBody, TotpView

_ADDRESS = Allowance("staff_login_address", 60, LOCK)
_STEP = 30  # seconds a one-time password lives
_WRONG = "用户名、密码或动态口令不对，请检查后重试。连续错 5 次，账号会锁定 15 分钟。"
_LOCKED = "密码连续输错 5 次，账号已锁定。请 15 分钟后再试；忘记密码请联系系统管理员重置。"
_ISSUER = "一次"
_HAS_TOTP = "这个账号已经绑定动态口令。换手机或丢失手机，请联系系统管理员重置账号。"


class StaffLogins:
    """Passwords and one-time passwords of the staff."""

    def __init__(self, staff: Staff, sessions: Sessions, attempts: Attempts, passwords: Passwords, wall: Clock, refusals: Refusals) -> None:
        """`wall`: the machine's time. One-time passwords keep it whatever the product's clock says."""
        self._staff = staff
        self._store = staff.store
        self._sessions = sessions
        self._attempts = attempts
        self._passwords = passwords
        self._wall = wall
        self._refusals = refusals

    async def login(self, act: Act, body: StaffLoginBody, *, address: str, device: str) -> tuple[str, StaffSession, StaffView]:
        """A token, its session and whose it is. `address`: where the request comes from.

        Raises `Unauthenticated` for anything wrong, alike for unknown users; `TooMany` once locked. Either is a row of the audit log.
        """
        username = body.username.casefold()
        document = await self._store.staff.find_one({"username": username})
        account = StaffAccount.of(document) if document else None
        try:
            return await self._login(act, account, body, username, address, device)
        except (Unauthenticated, TooMany) as refused:
            if "second_factor" not in refused.extra:  # the first half of any log-in with a one-time password
                await self._refusals.login(act, account, address)
            if account is not None and refused.extra.get("remaining") == 0:
                await self._refusals.locked(act, account, address)
            raise

    async def _login(
        self, act: Act, account: StaffAccount | None, body: StaffLoginBody, username: str, address: str, device: str
    ) -> tuple[str, StaffSession, StaffView]:
        await self._attempts.take(_ADDRESS, address, "这个网络地址登录失败的次数太多，请 15 分钟后再试。")
        # Counted before the password is looked at: a hundred guesses at once are not a hundred guesses.
        left = await self._attempts.take(FAILURES, username, _LOCKED)
        right = await self._passwords.matches(account.password_hash if account else None, body.password)
        if account is None or not right or account.disabled:
            raise Unauthenticated(_WRONG, remaining=left)
        await self._check_second_factor(account, body.otp, left)
        await self._attempts.forget(FAILURES, username)
        await self._attempts.give_back(_ADDRESS, address)
        await self._renew_hash(account, body.password)
        acting = Act(actor=_actor_of(account), at=act.at, request_id=act.request_id, channel=act.channel)
        token, session = await self._sessions.open_staff(acting, account, device, address)
        return token, session, self._staff.view(account)

    async def change_password(self, act: Act, body: PasswordBody) -> None:
        """Changes the actor's own password; every other session of theirs ends. Raises `Unauthenticated`, `Invalid`, `TooMany`."""
        account = await self._staff.get(act.actor.id)
        check_strength(body.new_password, account.username)  # before the one in use: a weak new password is no wrong guess
        if body.new_password == body.password:
            detail = "新密码与现在的一样，请换一个。"
            raise Invalid(detail, errors=[FieldError("/new_password", detail)])
        left = await self._attempts.take(FAILURES, account.username, _LOCKED)
        if not await self._passwords.matches(account.password_hash, body.password):
            if not left:
                await self._refusals.locked(act, account)
            detail = f"现在的密码不对，还可以再试 {left} 次。"
            raise Invalid(detail, errors=[FieldError("/password", detail)])
        await self._attempts.forget(FAILURES, account.username)
        changes = {"password_hash": await self._passwords.hash(body.new_password), "password_at": act.at, "password_first": False}
        await self._staff.change(act, account, changes, "staff.password_changed", keep_session=_session_of(act))

    async def offer_totp(self, act: Act) -> TotpView:
        """A secret for the actor's authenticator; it counts once a code of it was confirmed, and a later offer replaces it.

        Raises `Conflict` for who has one: a lost device is replaced by a reset, not by whoever holds a session.
        """
        account = await self._staff.get(act.actor.id)
        _refuse_second_totp(account)
        secret = random_base32()
        where = {"_id": account.id, "totp_secret": None}
        if await self._store.staff.change(where, {"$set": {"totp_offered": secret}}, event_of(act, "staff.totp_offered")) is None:
            raise Conflict(_HAS_TOTP)
        return TotpView(
            secret=secret,
            uri=TOTP(secret, interval=_STEP).provisioning_uri(name=account.username, issuer_name=_ISSUER),
            detail="请用手机验证器扫码或输入密钥，再输入它显示的 6 位数字确认。密钥只显示这一次。",
        )

    async def confirm_totp(self, act: Act, body: TotpBody) -> StaffAccount:
        """The offered secret counts from now on, and every other session of the actor ends.

        Raises `Conflict` where nothing was offered, `Invalid` for a wrong code, `TooMany`, `StaleVersion`.
        """
        account = await self._staff.get(act.actor.id)
        _refuse_second_totp(account)
        if account.totp_offered is None:
            raise Conflict("还没有领取动态口令密钥，请先点「绑定动态口令」。")
        left = await self._attempts.take(CODES, account.id, "动态口令连续输错 5 次，请 15 分钟后再试。")
        counter = self._counter_of(account.totp_offered, body.code)
        if counter is None:
            detail = f"动态口令不对，还可以再试 {left} 次。请检查手机时间是否准确，再输入验证器当前显示的 6 位数字。"
            raise Invalid(detail, errors=[FieldError("/code", detail)])
        changes = {"totp_secret": account.totp_offered, "totp_offered": None, "totp_counter": counter}
        confirmed = await self._staff.change(act, account, changes, "staff.totp_confirmed", keep_session=_session_of(act))
        await self._attempts.forget(CODES, account.id)
        return confirmed

    async def _check_second_factor(self, account: StaffAccount, otp: str | None, left: int) -> None:
        if account.totp_secret is None:
            return  # where the role needs one, the session does nothing until it is enrolled
        if otp is None:
            raise Unauthenticated("请再输入动态口令（手机验证器上的 6 位数字）。", remaining=left, second_factor=True)
        counter = self._counter_of(account.totp_secret, otp)
        if counter is None:
            raise Unauthenticated(_WRONG, remaining=left)
        # Each code works once: the step may only move forward, whoever comes second is refused.
        used = await self._store.staff.change({"_id": account.id, "totp_counter": {"$lt": counter}}, {"$set": {"totp_counter": counter}})
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
        await self._store.staff.change(where, {"$set": {"password_hash": renewed}})


def _actor_of(account: StaffAccount) -> StaffActor:
    """The actor a member of staff is, outside a session."""
    return StaffActor(
        id=account.id,
        name=account.name,
        roles=frozenset(account.roles),
        department=account.department,
        hall=account.hall,
        town=account.town,
    )


def _session_of(act: Act) -> str:
    return act.actor.session if isinstance(act.actor, StaffActor) else ""


def _refuse_second_totp(account: StaffAccount) -> None:
    if account.totp_secret is not None:
        raise Conflict(_HAS_TOTP)
