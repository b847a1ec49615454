"""Staff: passwords, one-time passwords, lock-out, roles."""

import asyncio

import pytest
from pyotp.totp import TOTP

from backend.errors import Conflict, Forbidden, Invalid, StaleVersion, TooMany, Unauthenticated
from backend.people import Passwords
from backend.people.staff import _FAILURES
from models.acts import Act, Role, StaffActor
from models.demo import DemoStaff
from models.people import PasswordBody, StaffLoginBody, StaffRolesBody
from tests.people_world import World

PASSWORD = "Yici-demo-2026"
SECRET = "LNSJTIHAALUETMAFC4T4XGKCY5SJQB6J"
CLERK = DemoStaff(
    id="staff-02",
    name="林晓燕",
    username="linxiaoyan",
    password=PASSWORD,
    roles=frozenset({Role.RECEPTIONIST}),
    department="government_services",
)
ADMIN = DemoStaff(
    id="staff-01",
    name="何建新",
    username="hejianxin",
    password=PASSWORD,
    totp_secret=SECRET,
    roles=frozenset({Role.SYSTEM_ADMIN}),
    department="government_services",
)


@pytest.fixture(autouse=True)
async def _seeded(world: World) -> None:
    assert await world.staff.seed([CLERK, ADMIN], world.clock.now()) == 2
    assert await world.staff.seed([CLERK, ADMIN], world.clock.now()) == 0


async def login(world: World, username: str = "linxiaoyan", password: str = PASSWORD, otp: str | None = None) -> str:
    body = StaffLoginBody(username=username, password=password, otp=otp)
    token, _, _ = await world.staff.login(world.public_act(), body, address="10.0.0.1", device="console")
    return token


async def actor_of(world: World, token: str) -> StaffActor:
    actor = await world.sessions.staff(token)
    assert actor is not None
    return actor


def otp(world: World) -> str:
    return TOTP(SECRET).at(world.wall.now())


async def test_a_clerk_logs_in_with_a_password(world: World) -> None:
    actor = await actor_of(world, await login(world, "LinXiaoyan"))
    assert (actor.id, actor.roles, actor.department) == ("staff-02", frozenset({Role.RECEPTIONIST}), "government_services")


async def test_secrets_are_not_in_the_database_in_the_clear(world: World) -> None:
    stored = str([each async for each in world.store._plain[world.store.database]["staff"].find({})])
    assert SECRET not in stored
    assert PASSWORD not in stored


async def test_wrong_passwords_and_unknown_users_are_told_alike(world: World) -> None:
    said: set[str] = set()
    for username, password in (("linxiaoyan", "wrong"), ("nobody", PASSWORD)):
        with pytest.raises(Unauthenticated) as caught:
            await login(world, username, password)
        said.add(f"{caught.value.detail} {caught.value.extra}")
    assert len(said) == 1


async def test_five_failures_lock_for_a_quarter_of_an_hour_even_with_the_right_password(world: World) -> None:
    for _ in range(5):
        with pytest.raises(Unauthenticated):
            await login(world, password="wrong")
    with pytest.raises(TooMany, match="15 分钟") as caught:
        await login(world)
    assert 880 < caught.value.retry_after <= 901
    world.later(minutes=14)
    with pytest.raises(TooMany):
        await login(world)
    world.later(minutes=1, seconds=1)
    await login(world)


async def test_the_lock_counts_from_the_last_failure(world: World) -> None:
    for _ in range(4):
        with pytest.raises(Unauthenticated):
            await login(world, password="wrong")
    world.later(minutes=14)
    with pytest.raises(Unauthenticated):
        await login(world, password="wrong")
    world.later(minutes=5)
    with pytest.raises(TooMany):
        await login(world)


async def test_a_success_forgives_earlier_failures(world: World) -> None:
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(Unauthenticated):
                await login(world, password="wrong")
        await login(world)


async def test_fifty_guesses_at_once_are_five_guesses(world: World) -> None:
    outcomes = await asyncio.gather(*(login(world, password=f"wrong {n}") for n in range(50)), return_exceptions=True)
    assert sum(isinstance(each, Unauthenticated) for each in outcomes) == 5
    assert sum(isinstance(each, TooMany) for each in outcomes) == 45


async def test_an_address_that_fails_too_often_is_shut_out_whoever_it_tries(world: World) -> None:
    for number in range(60):
        with pytest.raises(Unauthenticated):
            await login(world, username=f"somebody{number}")
    with pytest.raises(TooMany, match="网络地址"):
        await login(world)


async def test_a_sensitive_role_needs_a_one_time_password_that_works_once(world: World) -> None:
    with pytest.raises(Unauthenticated, match="动态口令") as caught:
        await login(world, "hejianxin")
    assert caught.value.extra["second_factor"] is True
    with pytest.raises(Unauthenticated):
        await login(world, "hejianxin", otp="000000" if otp(world) != "000000" else "000001")
    code = otp(world)
    await login(world, "hejianxin", otp=code)
    with pytest.raises(Unauthenticated, match="已经用过"):
        await login(world, "hejianxin", otp=code)
    world.later(seconds=31)
    await login(world, "hejianxin", otp=otp(world))


async def test_one_code_used_twice_at_once_opens_one_session(world: World) -> None:
    code = otp(world)
    outcomes = await asyncio.gather(*(login(world, "hejianxin", otp=code) for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(each, str) for each in outcomes) == 1


async def test_one_time_passwords_keep_the_machines_time(world: World) -> None:
    world.clock.forward(days=30)
    await login(world, "hejianxin", otp=otp(world))


async def test_a_session_ends_when_idle_and_after_twelve_hours_in_any_case(world: World) -> None:
    idle = await login(world)
    world.later(minutes=31)
    assert await world.sessions.staff(idle) is None
    busy = await login(world)
    for _ in range(71):
        world.later(minutes=10)
        assert await world.sessions.staff(busy) is not None
    world.later(minutes=10)
    assert await world.sessions.staff(busy) is None


async def test_a_new_password_must_be_strong_and_ends_the_other_sessions(world: World) -> None:
    here, elsewhere = await login(world), await login(world)
    act = Act(actor=await actor_of(world, here), at=world.clock.now())
    for weak, said in (("short", "12 位"), ("alllowercaseletters", "三种"), ("Linxiaoyan-2026!", "用户名"), (PASSWORD, "一样")):
        with pytest.raises(Invalid, match=said):
            await world.staff.change_password(act, PasswordBody(password=PASSWORD, new_password=weak))
        await world.attempts.forget(_FAILURES, "linxiaoyan")
    with pytest.raises(Invalid, match="现在的密码不对"):
        await world.staff.change_password(act, PasswordBody(password="wrong", new_password="Quite-long-2027"))
    await world.staff.change_password(act, PasswordBody(password=PASSWORD, new_password="Quite-long-2027"))
    assert await world.sessions.staff(here) is not None
    assert await world.sessions.staff(elsewhere) is None
    with pytest.raises(Unauthenticated):
        await login(world)
    await login(world, password="Quite-long-2027")


async def test_new_roles_end_the_sessions_that_carry_the_old_ones(world: World) -> None:
    token = await login(world)
    admin = await actor_of(world, await login(world, "hejianxin", otp=otp(world)))
    act = Act(actor=admin, at=world.clock.now())
    body = StaffRolesBody(roles=[Role.REVIEWER], department="health", version=0)
    changed = await world.staff.assign(act, "staff-02", body)
    assert changed.roles == [Role.REVIEWER]
    assert await world.sessions.staff(token) is None
    with pytest.raises(StaleVersion):
        await world.staff.assign(act, "staff-02", body)
    with pytest.raises(Forbidden, match="自己"):
        await world.staff.assign(act, "staff-01", body)
    with pytest.raises(Conflict, match="动态口令"):
        await world.staff.assign(act, "staff-02", body.model_copy(update={"roles": [Role.AUDITOR], "version": changed.version}))
    both = [Role.SYSTEM_ADMIN, Role.AUDITOR]
    with pytest.raises(Conflict, match="不同的人"):
        await world.staff.assign(act, "staff-02", body.model_copy(update={"roles": both, "version": changed.version}))


async def test_a_disabled_account_is_told_nothing_special(world: World) -> None:
    admin = await actor_of(world, await login(world, "hejianxin", otp=otp(world)))
    body = StaffRolesBody(roles=[Role.RECEPTIONIST], department="health", disabled=True, version=0)
    await world.staff.assign(Act(actor=admin, at=world.clock.now()), "staff-02", body)
    with pytest.raises(Unauthenticated, match="用户名、密码"):
        await login(world)


async def test_the_loop_runs_on_while_passwords_are_checked() -> None:
    passwords = Passwords(memory_kib=8192, rounds=20)
    check = asyncio.create_task(passwords.hash("x"))
    turns = 0
    while not check.done():
        await asyncio.sleep(0)
        turns += 1
    assert await passwords.matches(check.result(), "x")
    assert turns > 10
