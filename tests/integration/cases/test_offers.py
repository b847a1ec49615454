"""What a decision opens is offered with it: to whom, under which conditions, and never with a refusal."""

from datetime import date

import pytest

from backend.cases.actions import Action
from models.cases import Case, CaseState
from models.catalogue import Opening
from models.forms import Condition
from tests.cases_world import CasesWorld
from tests.integration.cases.test_matrix import ALL_ROLES, CALLS, SYSTEM, standing

NOTE = "年满80周岁的，可以按月领长寿保健金。"


def opening(item: str = "longevity", equals: str = "lost") -> Opening:
    return Opening(item=item, note=NOTE, when=(Condition(field="loss_reason", equals=equals),))


async def after(world: CasesWorld, action: Action, *openings: Opening, until: date | None = None) -> Case:
    """The case after that end of it; its form says the card was lost. `until`: when what it opens has ended."""
    case = await standing(world, CaseState.ACCEPTED, action)
    if until is not None:
        world.alter("longevity", effective_until=until)
    world.alter("idcard-lost", opens=openings)
    act = world.act(SYSTEM if action is Action.DEEM_GRANTED else ALL_ROLES)
    await CALLS[action](world, act, case)
    return Case.of(await world.store.cases.get(case.id) or {})


def told(case: Case) -> list[str]:
    return [notice.template for notice in case.events[-1].notices]


@pytest.mark.parametrize("action", [Action.GRANT, Action.DEEM_GRANTED])
async def test_whoever_is_granted_something_is_offered_what_it_opens(world: CasesWorld, action: Action) -> None:
    case = await after(world, action, opening())
    assert [(each.item, each.name, each.note) for each in case.offers] == [("longevity", "长寿保健金（高龄津贴）申领", NOTE)]
    assert told(case)[-1] == "case_offers"
    assert case.events[-1].notices[-1].data["offers"] == "「长寿保健金（高龄津贴）申领」"


async def test_what_the_answers_do_not_open_is_not_offered(world: CasesWorld) -> None:
    case = await after(world, Action.GRANT, opening(equals="stolen"))
    assert (case.offers, "case_offers" in told(case)) == ([], False)


async def test_a_refusal_opens_nothing(world: CasesWorld) -> None:
    case = await after(world, Action.REFUSE, opening())
    assert (case.state, case.offers, "case_offers" in told(case)) == (CaseState.REFUSED, [], False)


async def test_an_item_that_has_ended_is_not_offered(world: CasesWorld) -> None:
    case = await after(world, Action.GRANT, opening(), until=world.clock.now().date())
    assert case.offers == []
