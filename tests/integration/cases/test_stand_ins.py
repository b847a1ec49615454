"""AB角 on a case: what was a colleague's by name, whose hand an act counts for, and what is never passed on."""

from datetime import datetime

import pytest

from backend.cases.actions import Action
from backend.cases.in_place import place_of
from backend.cases.rights import is_hand_of, is_same_hand
from backend.clock import SHANGHAI
from backend.errors import Forbidden
from models.acts import Role, StaffActor, StoodFor
from models.cases import InspectBody, InspectionState, Queue, QueueQuery, Recusal, Somebody, VersionBody
from models.rechecks import RechecksQuery
from tests.cases_world import CasesWorld
from tests.committing import clerk
from tests.integration.cases.test_inspections import drawn as checked
from tests.integration.cases.test_rechecks import drawn as drawn_again
from tests.integration.cases.test_rechecks import finding, officer

UNTIL = datetime(2026, 12, 1, tzinfo=SHANGHAI)
FOUND = {"outcome": "true", "note": "比对婚姻登记，与承诺一致"}


def in_for(actor: StaffActor, who: str, *roles: Role) -> StaffActor:
    """The actor, who stands in for somebody of these roles."""
    return actor.standing_in([StoodFor(id=who, name="吴敏仪", roles=frozenset(roles), until=UNTIL)])


async def test_a_check_that_was_given_to_a_colleague_by_name_is_the_deputys_and_not_if_they_decided_it(world: CasesWorld) -> None:
    _, case = await checked(world)
    body = InspectBody.model_validate({"version": case.version, **FOUND})
    deputy = in_for(clerk(world, Role.PRE_REVIEWER, id="staff_7"), "staff_9", Role.REVIEWER)
    decided = in_for(clerk(world, Role.REVIEWER, id="staff_1"), "staff_9", Role.REVIEWER)
    assert case.decision is not None
    with pytest.raises(Forbidden, match="抽中由"):
        await world.cases.inspect(world.act(clerk(world, Role.REVIEWER, id="staff_7")), case.id, body)
    by_decider = decided.model_copy(update={"id": case.decision.by.id})
    with pytest.raises(Forbidden, match="作出决定的人不能核查"):
        await world.cases.inspect(world.act(by_decider), case.id, body)
    act = await world.cases.in_place(world.act(deputy), case.id, Action.INSPECT)
    after = await world.cases.inspect(act, case.id, body)
    assert after.inspection is not None
    assert after.inspection.state is InspectionState.OVER
    assert after.inspection.findings[-1].by.called == "廖家明（代吴敏仪）"
    assert after.events[-1].actor["in_place_of"] == "staff_9"


async def test_a_re_check_that_was_drawn_for_a_colleague_stands_in_the_deputys_list_and_is_theirs(world: CasesWorld) -> None:
    _, _, recheck, drawn = await drawn_again(world)
    deputy = in_for(officer(world, "fourth"), drawn.id, Role.REVIEWER)
    mine, _ = await world.cases.rechecks(world.act(deputy), RechecksQuery(mine=True))
    assert [each.id for each in mine] == [recheck.id]
    with pytest.raises(Forbidden, match="抽中由"):
        await world.cases.record_recheck(world.act(officer(world, "fourth")), recheck.id, finding(recheck, "in_order"))
    hand = in_for(officer(world, "first"), drawn.id, Role.REVIEWER)
    with pytest.raises(Forbidden, match="不能抽检同一件"):
        await world.cases.record_recheck(world.act(hand), recheck.id, finding(recheck, "in_order"))
    after = await world.cases.record_recheck(world.act(deputy), recheck.id, finding(recheck, "in_order"))
    assert after.found_by is not None
    assert (after.found_by.id, after.found_by.in_place_of) == ("fourth", "吴敏仪")


async def test_whose_hand_it_was_counts_for_whoever_has_the_role_from_them_alone(world: CasesWorld) -> None:
    case = await world.received(world.act(await world.proven(world.mother)))
    received = Somebody(id="staff_a", name="吴敏仪")
    only_lent = world.act(in_for(world.staff_of(Role.PRE_REVIEWER), "staff_a", Role.REVIEWER))
    of_their_own = world.act(in_for(world.staff_of(Role.REVIEWER), "staff_a", Role.REVIEWER))
    assert is_hand_of(only_lent, received, Role.REVIEWER), "a stand-in does nothing their colleague could not"
    assert not is_hand_of(of_their_own, received, Role.REVIEWER), "a reviewer of their own is another hand"
    assert is_hand_of(of_their_own, Somebody(id="staff_1", name="姚淑贤"), Role.REVIEWER)
    assert not is_hand_of(only_lent, None, Role.REVIEWER)
    assert not is_same_hand(only_lent, case), "no step is under way"


async def test_an_act_is_in_a_colleagues_place_where_it_was_theirs_or_only_their_role_allows_it(world: CasesWorld) -> None:
    mother = await world.proven(world.mother)
    case = await world.submitted(world.act(mother))
    own = world.act(in_for(world.staff_of(Role.PRE_REVIEWER), "staff_a", Role.PRE_REVIEWER))
    assert place_of(own, case) is None, "their own line"
    colleague = Somebody(id="staff_a", name="吴敏仪")
    named = case.model_copy(update={"reviewer": colleague})
    place = place_of(own, named)
    assert place is not None
    assert (place.id, place.name) == ("staff_a", "吴敏仪")
    stranger = world.act(in_for(world.staff_of(Role.HOTLINE_AGENT), "staff_a", Role.PRE_REVIEWER))
    by_role = place_of(stranger, case)
    assert by_role is not None
    assert by_role.id == "staff_a"
    out = case.model_copy(update={"recused": [Recusal(id="staff_a", name="吴敏仪", reason="亲属", at=UNTIL, by=colleague)]})
    assert place_of(stranger, out) is None, "who is out of it passes nothing of it on"
    assert await world.cases.actions(stranger, out) == []
    assert place_of(world.act(mother), named) is None


async def test_what_a_deputy_took_in_hand_goes_back_to_their_colleague_when_the_shift_ends(world: CasesWorld) -> None:
    case = await world.submitted(world.act(await world.proven(world.mother)))
    deputy = in_for(world.staff_of(Role.HOTLINE_AGENT), "staff_a", Role.PRE_REVIEWER)
    act = await world.cases.in_place(world.act(deputy), case.id, Action.CLAIM)
    taken = await world.cases.claim(act, case.id, VersionBody(version=case.version))
    assert taken.claimed_for is not None
    assert (taken.claimed_for.id, taken.reviewer and taken.reviewer.called) == ("staff_a", "姚淑贤（代吴敏仪）")
    assert await world.cases.give_back() == 1, "nobody is away by that name: it goes back at once"
    again = await world.cases._load(case.id)  # pyright: ignore[reportPrivateUsage]
    assert again.given_back is not None
    assert (again.given_back.id, again.reviewer, again.claimed_for) == ("staff_a", None, None)
    found, _ = await world.cases.queue(world.act(deputy), QueueQuery(queue=Queue.GIVEN_BACK))
    assert [each.id for each in found] == [case.id], "whoever stands in finds it, too"


def test_roles_are_passed_on_and_taken_back_without_touching_ones_own() -> None:
    alone = StaffActor(id="b", name="周志远", roles=frozenset({Role.PRE_REVIEWER}))
    both = alone.standing_in(
        [
            StoodFor(id="a", name="甲", roles=frozenset({Role.PRE_REVIEWER, Role.REVIEWER}), until=UNTIL),
            StoodFor(id="c", name="丙", roles=frozenset({Role.RECEPTIONIST}), until=UNTIL),
        ]
    )
    assert (both.ids, both.lent) == (("b", "a", "c"), {Role.REVIEWER, Role.RECEPTIONIST})
    assert both.not_for({"a"}).roles == {Role.PRE_REVIEWER, Role.RECEPTIONIST}
    assert both.not_for({"nobody"}) is both
    assert both.standing_in(()) == alone
    assert (both.is_hand_of("a", Role.REVIEWER), both.is_hand_of("a", Role.PRE_REVIEWER), both.is_hand_of("c", Role.REVIEWER)) == (
        True,
        False,
        False,
    )
