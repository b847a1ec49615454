"""Every kind of actor with every action: what is listed for them, and that everybody else is told no and changes nothing."""

import pytest

from backend.cases.flow import AT_OTHER_COUNTERS, IN_PERSON, TRANSITIONS, Action, Who, power_of, rows
from backend.errors import Forbidden, NotFound, WrongState
from models.acts import Act, Acting, CitizenActor, Power, Role, StaffActor
from models.cases import CaseState, Intake, Somebody
from models.catalogue import HandleArea
from tests.cases_world import CasesWorld
from tests.integration.cases.test_matrix import ALL_ROLES, CALLS, PERSON, SYSTEM, actor_for, made, standing

AGENT = CitizenActor(id="citizen_li", name="李敏", level=2)
STRANGER = CitizenActor(id="citizen_chen", name="陈志强", level=2)


def staff(*roles: Role, department: str = "public_security", town: str | None = None, region: str | None = None) -> StaffActor:
    """The same person as has the case in hand, so that what stands in the way is the role and nothing else."""
    return ALL_ROLES.model_copy(update={"roles": frozenset(roles), "department": department, "town": town, "region": region})


def agent(*powers: Power, items: frozenset[str] = frozenset({"idcard-lost"})) -> Acting:
    return Acting(grant="grant_1", principal=PERSON.id, principal_name=PERSON.name, items=items, powers=frozenset(powers))


Kind = tuple[CitizenActor | StaffActor, Acting | None, frozenset[Who]]
R = Role
KINDS: dict[str, Kind] = {
    "the applicant": (PERSON, None, frozenset({Who.APPLICANT, Who.PRINCIPAL})),
    "an agent with every power": (AGENT, agent(*Power), frozenset({Who.APPLICANT})),
    "an agent who may see": (AGENT, agent(Power.SEE), frozenset({Who.APPLICANT})),
    "an agent for something else": (AGENT, agent(*Power, items=frozenset({"longevity"})), frozenset()),
    "somebody else": (STRANGER, None, frozenset()),
    "a counter": (staff(R.RECEPTIONIST, department="government_services"), None, frozenset({Who.RECEPTION})),
    "a pre-reviewer": (staff(R.PRE_REVIEWER), None, frozenset({Who.PRE_REVIEWER, Who.RECEPTION})),
    "a reviewer": (staff(R.REVIEWER), None, frozenset({Who.PRE_REVIEWER, Who.RECEPTION, Who.REVIEWER, Who.STEP})),
    "the head": (staff(R.CHIEF_REPRESENTATIVE), None, frozenset(set(Who) - {Who.APPLICANT, Who.PRINCIPAL, Who.SYSTEM})),
    "another department's reviewer": (staff(R.REVIEWER, department="housing"), None, frozenset()),
    "another department's head": (staff(R.CHIEF_REPRESENTATIVE, department="housing"), None, frozenset()),
    "a village officer": (staff(R.VILLAGE_OFFICER, department="civil_affairs", town="luoxi"), None, frozenset()),
    "another district's counter": (staff(R.RECEPTIONIST, department="linjiang_services", region="990102"), None, frozenset()),
    "a supervisor": (staff(R.SUPERVISOR), None, frozenset()),
    "an auditor": (staff(R.AUDITOR), None, frozenset()),
    "a catalogue editor": (staff(R.CATALOGUE_EDITOR), None, frozenset()),
}


def act_of(world: CasesWorld, kind: Kind) -> Act:
    actor, acting, _ = kind
    return Act(actor=actor, at=world.clock.now(), acting=acting, channel="test")


def may(kind: Kind, action: Action, state: CaseState) -> bool:
    """What the row says of who, and of an agent the power the grant must give."""
    _, acting, whos = kind
    row = next((row for row in rows(action, state) if row.when is None), None)
    if row is None or row.who not in whos:
        return False
    return acting is None or (action not in IN_PERSON and power_of(action, state) in acting.powers)


def first_source(action: Action) -> CaseState:
    """A state in which somebody may take the action."""
    return next(row.source for row in TRANSITIONS if row.action is action and row.when is None)


ALIKE = {Action.CLAIM: Action.CLAIM, Action.TAKE_OVER: Action.TAKE_OVER, Action.GRANT: Action.GRANT, Action.REFUSE: Action.GRANT}
"""Actions that need a case of their own: nobody's yet, a frozen one, one whose turn is the last step. All others share one."""


@pytest.mark.parametrize("state", list(CaseState))
async def test_what_is_listed_is_what_the_table_gives_each_actor(world: CasesWorld, state: CaseState) -> None:
    for needs in {*ALIKE.values(), Action.SAVE}:
        case = await made(world, state, needs)
        actions = {action for action in CALLS if ALIKE.get(action, Action.SAVE) is needs}
        for name, kind in KINDS.items():
            listed = actions.intersection(world.cases.actions(act_of(world, kind), case))
            assert listed == {action for action in actions if may(kind, action, state)}, (name, needs)


@pytest.mark.parametrize("action", [action for action in CALLS if actor_for(action) is not SYSTEM])
async def test_whoever_may_not_is_told_so_and_changes_nothing(world: CasesWorld, action: Action) -> None:
    state = first_source(action)
    case = await standing(world, state, action)
    before = await world.store.cases.get(case.id)
    for name, kind in KINDS.items():
        if may(kind, action, state):
            continue
        with pytest.raises((NotFound, Forbidden, WrongState)) as told:
            await CALLS[action](world, act_of(world, kind), case)
        hidden = isinstance(kind[0], CitizenActor) and name == "somebody else"
        assert isinstance(told.value, NotFound) or not hidden, "a stranger does not learn that there is such a case"
        assert await world.store.cases.get(case.id) == before, name


ELSEWHERE = staff(R.RECEPTIONIST, department="linjiang_services", region="990102")
THERE = Somebody(id=ELSEWHERE.id, name=ELSEWHERE.name, department="linjiang_services")


@pytest.mark.parametrize("state", list(CaseState))
@pytest.mark.parametrize("by", [None, "990102", "990103"])
async def test_a_counter_of_another_district_takes_in_and_does_nothing_else(world: CasesWorld, state: CaseState, by: str | None) -> None:
    """Where the item reaches that far: what nobody has taken in yet while it lies at a reception, afterwards what it took in itself."""
    case = (await made(world, state, Action.SAVE)).model_copy(update={"handle_area": HandleArea.NATION, "reviewer": None})
    if by is not None:
        taken = Intake(region=by, region_name="", counter="", decided_by="", at=world.clock.now(), by=THERE)
        case = case.model_copy(update={"intake": taken, "received_by": THERE})
    await world.store.cases.insert(case)
    act = world.act(ELSEWHERE)
    mine = by == "990102" or (by is None and state in (CaseState.PRE_APPROVED, CaseState.RECEIVED))
    wanted = {action for action in AT_OTHER_COUNTERS if mine and action in CALLS and rows(action, state)}
    assert set(CALLS).intersection(world.cases.actions(act, case)) == wanted
    for action in set(CALLS) - wanted:
        if actor_for(action) is SYSTEM:
            continue
        with pytest.raises((Forbidden, WrongState)):
            await CALLS[action](world, act, case)
    after = await world.store.cases.get(case.id)
    assert after is not None
    assert (after["state"], after["version"]) == (state.value, 0)
    for action in wanted:
        await CALLS[action](world, act, case)
        after = await world.store.cases.get(case.id)
        assert after is not None
        assert (after["intake"]["region"], after["reviewer"], after["received_by"]["id"]) == ("990102", None, ELSEWHERE.id)


async def test_its_own_towns_counters_see_only_what_they_took_in_for_others(world: CasesWorld) -> None:
    case = (await made(world, CaseState.RECEIVED, Action.SAVE)).model_copy(update={"handle_area": HandleArea.CITY})
    taken = Intake(region="990102", region_name="", town="shuibei", counter="", decided_by="", at=world.clock.now(), by=THERE)
    case = case.model_copy(update={"intake": taken, "received_by": THERE})
    for town, seen in ((None, True), ("shuibei", True), ("elsewhere", False)):
        actor = ELSEWHERE.model_copy(update={"town": town})
        assert (Action.CHECK_ORIGINALS in world.cases.actions(world.act(actor), case)) == seen
