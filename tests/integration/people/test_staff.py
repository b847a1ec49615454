"""Staff: passwords, one-time passwords, lock-out, roles."""

import asyncio

import pytest
from pyotp.totp import TOTP

from backend.errors import Conflict, Invalid, NotFound, StaleVersion, TooMany, Unauthenticated
from backend.people import Passwords
from backend.people.passwords import check_strength, first_password
from backend.people.staff import FAILURES
from models.acts import Act, Duty, Role, StaffActor, SystemActor
from models.demo import DemoStaff
from models.staff import AccountSettings, NewStaff, PasswordBody, StaffAccount, StaffLoginBody, TotpBody
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
    token, _, _ = await world.logins.login(world.public_act(), body, address="10.0.0.1", device="console")
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
            await world.logins.change_password(act, PasswordBody(password=PASSWORD, new_password=weak))
        await world.attempts.forget(FAILURES, "linxiaoyan")
    with pytest.raises(Invalid, match="现在的密码不对"):
        await world.logins.change_password(act, PasswordBody(password="wrong", new_password="Quite-long-2027"))
    await world.logins.change_password(act, PasswordBody(password=PASSWORD, new_password="Quite-long-2027"))
    assert await world.sessions.staff(here) is not None
    assert await world.sessions.staff(elsewhere) is None
    with pytest.raises(Unauthenticated):
        await login(world)
    await login(world, password="Quite-long-2027")


async def test_new_roles_end_the_sessions_that_carry_the_old_ones(world: World) -> None:
    token = await login(world)
    admin = await actor_of(world, await login(world, "hejianxin", otp=otp(world)))
    act = Act(actor=admin, at=world.clock.now())
    clerk, settings = await world.staff.get("staff-02"), AccountSettings(roles=[Role.REVIEWER], department="health")
    changed = await world.staff.assign(act, clerk, settings)
    assert changed.roles == [Role.REVIEWER]
    assert await world.sessions.staff(token) is None
    with pytest.raises(StaleVersion):
        await world.staff.assign(act, clerk, settings)
    with pytest.raises(Conflict, match="动态口令"):
        await world.staff.assign(act, changed, settings.model_copy(update={"roles": [Role.AUDITOR]}))
    both = [Role.SYSTEM_ADMIN, Role.AUDITOR]
    with pytest.raises(Conflict, match="不同的人"):
        await world.staff.assign(act, changed, settings.model_copy(update={"roles": both}))


async def test_a_disabled_account_is_told_nothing_special(world: World) -> None:
    admin = await actor_of(world, await login(world, "hejianxin", otp=otp(world)))
    settings = AccountSettings(roles=[Role.RECEPTIONIST], department="health", disabled=True)
    await world.staff.assign(Act(actor=admin, at=world.clock.now()), await world.staff.get("staff-02"), settings)
    with pytest.raises(Unauthenticated, match="用户名、密码"):
        await login(world)


AUDITOR = NewStaff(username="zhengshenji", name="郑慎", roles=[Role.AUDITOR], department="government_services")


async def added(world: World) -> tuple[str, str]:
    """A new auditor's first password and the token of their first session."""
    _, password = await world.staff.add(world.act(SystemActor(id="command")), AUDITOR)
    return password, await login(world, AUDITOR.username, password)


async def act_of(world: World, token: str) -> Act:
    return Act(actor=await actor_of(world, token), at=world.clock.now())


async def enrolled(world: World) -> tuple[str, str]:
    """The auditor's secret and token, with all set up."""
    password, token = await added(world)
    await world.logins.change_password(await act_of(world, token), PasswordBody(password=password, new_password=PASSWORD))
    offer = await world.logins.offer_totp(await act_of(world, token))
    await world.logins.confirm_totp(await act_of(world, token), TotpBody(code=TOTP(offer.secret).at(world.wall.now())))
    return offer.secret, token


async def test_a_new_account_has_two_duties_and_is_free_when_both_are_done(world: World) -> None:
    password, token = await added(world)
    elsewhere = await login(world, AUDITOR.username, password)
    assert (await actor_of(world, token)).duties == (Duty.PASSWORD, Duty.TOTP)
    for again in (password, "short"):
        with pytest.raises(Invalid):
            await world.logins.change_password(await act_of(world, token), PasswordBody(password=password, new_password=again))
    await world.logins.change_password(await act_of(world, token), PasswordBody(password=password, new_password=PASSWORD))
    assert (await actor_of(world, token)).duties == (Duty.TOTP,)
    assert await world.sessions.staff(elsewhere) is None
    elsewhere = await login(world, AUDITOR.username)
    offer = await world.logins.offer_totp(await act_of(world, token))
    assert offer.uri.startswith("otpauth://totp/")
    assert offer.secret in offer.uri
    assert (await actor_of(world, token)).duties == (Duty.TOTP,), "an offer alone is nothing yet"
    code = TOTP(offer.secret).at(world.wall.now())
    confirmed = await world.logins.confirm_totp(await act_of(world, token), TotpBody(code=code))
    assert (await actor_of(world, token)).duties == ()
    assert (world.staff.view(confirmed).second_factor, world.staff.view(confirmed).duties) == (True, [])
    assert await world.sessions.staff(elsewhere) is None
    with pytest.raises(Unauthenticated, match="已经用过"):
        await login(world, AUDITOR.username, otp=code)
    world.later(seconds=31)
    fresh = await login(world, AUDITOR.username, otp=TOTP(offer.secret).at(world.wall.now()))
    assert (await actor_of(world, fresh)).duties == ()


async def test_nothing_of_a_new_account_is_in_the_clear(world: World) -> None:
    password, token = await added(world)
    offer = await world.logins.offer_totp(await act_of(world, token))

    async def stored() -> str:
        return str([each async for each in world.store._plain[world.store.database]["staff"].find({})])

    before = await stored()
    assert not any(secret in before for secret in (password, offer.secret))
    await world.logins.confirm_totp(await act_of(world, token), TotpBody(code=TOTP(offer.secret).at(world.wall.now())))
    assert offer.secret not in await stored()


async def test_an_enrolment_is_confirmed_by_a_code_of_its_own_newest_secret(world: World) -> None:
    _, token = await added(world)
    with pytest.raises(Conflict, match="还没有领取"):
        await world.logins.confirm_totp(await act_of(world, token), TotpBody(code="123456"))
    first, second = [await world.logins.offer_totp(await act_of(world, token)) for _ in range(2)]
    stale = TotpBody(code=TOTP(first.secret).at(world.wall.now()))
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(Invalid, match=f"还可以再试 {left} 次"):
            await world.logins.confirm_totp(await act_of(world, token), stale)
    right = TOTP(second.secret)
    with pytest.raises(TooMany, match="15 分钟"):
        await world.logins.confirm_totp(await act_of(world, token), TotpBody(code=right.at(world.wall.now())))
    world.later(minutes=15, seconds=1)
    await world.logins.confirm_totp(await act_of(world, token), TotpBody(code=right.at(world.wall.now())))


async def test_who_holds_a_session_cannot_replace_the_authenticator(world: World) -> None:
    _, token = await enrolled(world)
    with pytest.raises(Conflict, match="已经绑定"):
        await world.logins.offer_totp(await act_of(world, token))
    with pytest.raises(Conflict, match="已经绑定"):
        await world.logins.confirm_totp(await act_of(world, token), TotpBody(code="123456"))


async def test_two_confirmations_at_once_are_one(world: World) -> None:
    _, token = await added(world)
    offer = await world.logins.offer_totp(await act_of(world, token))
    act, body = await act_of(world, token), TotpBody(code=TOTP(offer.secret).at(world.wall.now()))
    outcomes = await asyncio.gather(*(world.logins.confirm_totp(act, body) for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(each, StaffAccount) for each in outcomes) == 1
    assert all(isinstance(each, (StaffAccount, Conflict)) for each in outcomes)


async def test_a_clerk_needs_no_one_time_password_but_may_have_one(world: World) -> None:
    act = await act_of(world, await login(world))
    assert isinstance(act.actor, StaffActor)
    assert act.actor.duties == ()
    offer = await world.logins.offer_totp(act)
    await world.logins.confirm_totp(act, TotpBody(code=TOTP(offer.secret).at(world.wall.now())))
    with pytest.raises(Unauthenticated) as caught:
        await login(world)
    assert caught.value.extra["second_factor"] is True


async def test_a_name_is_given_once_and_administrators_are_separate(world: World) -> None:
    await added(world)
    with pytest.raises(Conflict, match="已经有人使用"):
        await world.staff.add(world.act(SystemActor(id="command")), AUDITOR)
    both = AUDITOR.model_copy(update={"username": "both", "roles": [Role.AUDITOR, Role.SYSTEM_ADMIN]})
    with pytest.raises(Conflict, match="不同的人"):
        await world.staff.add(world.act(SystemActor(id="command")), both)
    assert await world.store.staff.count({}) == 3


async def test_a_reset_ends_everything_and_begins_anew(world: World) -> None:
    secret, token = await enrolled(world)
    for _ in range(4):
        with pytest.raises(Unauthenticated):
            await login(world, AUDITOR.username, "forgotten")
    password = await world.staff.reset(world.act(SystemActor(id="command")), "ZhengShenji")
    assert await world.sessions.staff(token) is None
    world.later(seconds=31)
    with pytest.raises(Unauthenticated):
        await login(world, AUDITOR.username, PASSWORD, TOTP(secret).at(world.wall.now()))
    fresh = await login(world, AUDITOR.username, password)
    assert (await actor_of(world, fresh)).duties == (Duty.PASSWORD, Duty.TOTP)
    document = await world.store.staff.find_one({"username": AUDITOR.username}) or {}
    told = [(each["action"], each["actor"]["kind"]) for each in document["events"]]
    assert (told[0], told[-1]) == (("staff.added", "system"), ("staff.reset", "system"))
    assert PASSWORD not in str(document)
    with pytest.raises(NotFound, match="没有用户名"):
        await world.staff.reset(world.act(SystemActor(id="command")), "nobody")


def test_first_passwords_differ_and_are_strong() -> None:
    made = {first_password() for _ in range(200)}
    assert len(made) == 200
    for each in made:
        check_strength(each, "zhengshenji")


async def test_the_loop_runs_on_while_passwords_are_checked() -> None:
    passwords = Passwords(memory_kib=8192, rounds=20)
    check = asyncio.create_task(passwords.hash("x"))
    turns = 0
    while not check.done():
        await asyncio.sleep(0)
        turns += 1
    assert await passwords.matches(check.result(), "x")
    assert turns > 10


async def test_a_weak_new_password_is_no_wrong_guess_of_the_one_in_use(world: World) -> None:
    actor = await world.sessions.staff(await login(world))
    assert actor is not None
    for _ in range(6):
        with pytest.raises(Invalid, match="至少"):
            await world.logins.change_password(world.act(actor), PasswordBody(password=PASSWORD, new_password="aaaaaaaaaaaa"))
    await world.logins.change_password(world.act(actor), PasswordBody(password=PASSWORD, new_password="Better-Than-2026"))
