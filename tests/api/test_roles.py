"""Every call of staff by every role: what is not declared for a role is refused whatever its address names."""

from models.acts import Act, AnonymousActor, Role
from models.staff import StaffAccount
from tests.api.bad_input.shapes import calls
from tests.factories import Town


async def token_of(town: Town, role: Role) -> str:
    """A session of somebody who holds that role alone."""
    now = town.world.clock.now()
    account = StaffAccount(
        _id=f"staff_{role.value}", username=role.value, name="某人", roles=[role], totp_secret="x", created_at=now, password_at=now
    )
    return (await town.world.product.engines.sessions.open_staff(Act(actor=AnonymousActor(), at=now), account, "test"))[0]


async def test_a_role_calls_what_is_declared_for_it_and_nothing_else(town: Town) -> None:
    tokens = {role: await token_of(town, role) for role in Role}
    refused = 0
    for call in calls("staff"):
        for role in frozenset(Role) - (call.declared.access.roles or frozenset(Role)):
            answer = await town.send(call.verb, call.path(), call.body(), token=tokens[role])
            assert answer.status == 403, f"{role.value} {call}: {answer.status} {answer.text}"
            refused += 1
    assert refused > 500


async def test_without_a_session_there_is_nothing_for_staff(town: Town) -> None:
    for call in calls("staff"):
        answer = await town.send(call.verb, call.path(), call.body())
        assert answer.status == 401, f"{call}: {answer.status} {answer.text}"
