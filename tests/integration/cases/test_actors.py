"""Every kind of actor with every action: what is listed for them, and that everybody else is told no and changes nothing."""

import pytest

from backend.cases.actions import Action
from backend.cases.flow import AT_OTHER_COUNTERS, IN_PERSON, TRANSITIONS, Who, power_of, rows
from backend.desk_rights import at_desk
from backend.errors import Forbidden, NotFound, WrongState
from models.acts import Act, Acting, CitizenActor, Power, Role, StaffActor
from models.authorisations import RevocationBody
from models.cases import Case, CaseState, Intake, Somebody
from models.catalogue import HandleArea
from tests.cases_world import CasesWorld
from tests.integration.cases.test_matrix import ALL_ROLES, CALLS, PERSON, SYSTEM, actor_for, made, standing

AGENT = CitizenActor(id="citizen_li", name="李敏", level=2)
STRANGER = CitizenActor(id="citizen_chen", name="陈志强", level=2)


def staff(*roles: Role, department: str = "public_security", town: str | None = None, region: str | None = None) -> StaffActor:
    """The same person as has the case in hand, so that what stands in the way is the role and nothing else."""
    one_window = department in ("government_services", "linjiang_services")
    changes = {"roles": frozenset(roles), "department": department, "town": town, "region": region, "one_window": one_window}
    return ALL_ROLES.model_copy(update=changes)


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
    "a counter": (staff(R.RECEPTIONIST, department="government_services"), None, frozenset({Who.RECEPTION, Who.HANDLER})),
    "a pre-reviewer": (staff(R.PRE_REVIEWER), None, frozenset({Who.PRE_REVIEWER, Who.RECEPTION, Who.HANDLER})),
    "a reviewer": (staff(R.REVIEWER), None, frozenset({Who.PRE_REVIEWER, Who.RECEPTION, Who.REVIEWER, Who.STEP, Who.HANDLER})),
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


_NOT_OFFERED = {
    (Action.PASS_MATERIAL, CaseState.ACCEPTED),  # before a file comes after acceptance: test_unseen.py
    (Action.RECORD_RESULT, CaseState.GRANTED),  # a card is handed over or sent, which its delivery closes
}


def may(kind: Kind, action: Action, state: CaseState) -> bool:
    """What the row says of who, and of an agent the power the grant must give."""
    _, acting, whos = kind
    row = next((row for row in rows(action, state) if row.when is None), None)
    if row is None or row.who not in whos or (action, state) in _NOT_OFFERED:
        return False
    return acting is None or (action not in IN_PERSON and power_of(action, state) in acting.powers)


def first_source(action: Action) -> CaseState:
    """A state in which somebody may take the action."""
    return next(row.source for row in TRANSITIONS if row.action is action and row.when is None and (action, row.source) not in _NOT_OFFERED)


ALIKE = {
    Action.CLAIM: Action.CLAIM,
    Action.TAKE_OVER: Action.TAKE_OVER,
    Action.GRANT: Action.GRANT,
    Action.REFUSE: Action.GRANT,
    Action.PROMISE: Action.PROMISE,
    Action.HEAR_PROMISE: Action.PROMISE,
    Action.HAND_IN: Action.HAND_IN,
    Action.EXAMINE_DEBT: Action.EXAMINE_DEBT,
    Action.REVOKE: Action.REVOKE,
    Action.COMMIT: Action.COMMIT,
    Action.HEAR_COMMITMENT: Action.COMMIT,
    Action.DECLINE_COMMITMENT: Action.DECLINE_COMMITMENT,
    Action.HEAR_DECLINE: Action.DECLINE_COMMITMENT,
    Action.REPORT_DONE: Action.REPORT_DONE,
    Action.LOOK_AGAIN: Action.LOOK_AGAIN,
    Action.INSPECT: Action.INSPECT,
    Action.ASSIGN_INSPECTOR: Action.INSPECT,
    Action.SPEAK: Action.SPEAK,
    Action.HEAR_STATEMENT: Action.SPEAK,
    Action.KEEP_DECISION: Action.ANNUL,
    Action.ANNUL: Action.ANNUL,
}
"""Actions that need a case of their own: nobody's yet, a frozen one, one whose turn is the last step, one with something owed,
committed to or checked. All others share one."""


def taken_in(case: Case) -> Case:
    """The case, received by somebody of the district's counter: it is that counter's to look at while it is under way."""
    return case.model_copy(update={"received_by": Somebody(id="staff_8", name="倪晨", department="government_services")})


async def with_letter(world: CasesWorld) -> None:
    """The head of the department has a letter to decide the item."""
    await world.authorised(staff(R.CHIEF_REPRESENTATIVE), "idcard-lost")


@pytest.mark.parametrize("state", list(CaseState))
async def test_what_is_listed_is_what_the_table_gives_each_actor(world: CasesWorld, state: CaseState) -> None:
    await with_letter(world)
    for needs in {*ALIKE.values(), Action.SAVE}:
        case = taken_in(await made(world, state, needs))
        actions = {action for action in CALLS if ALIKE.get(action, Action.SAVE) is needs}
        for name, kind in KINDS.items():
            listed = actions.intersection(await world.cases.actions(act_of(world, kind), case))
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
    called = set(CALLS) - {action for action in CALLS if action.value.startswith("hear-")}  # this case has nothing to say a word to
    wanted = {action for action in AT_OTHER_COUNTERS if mine and action in called and rows(action, state)}
    assert called.intersection(await world.cases.actions(act, case)) == wanted
    for action in called - wanted:
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
        assert (Action.CHECK_ORIGINALS in await world.cases.actions(world.act(actor), case)) == seen


STRANGE_TOWNS = {
    "a reviewer of another town": staff(R.REVIEWER, R.PRE_REVIEWER, town="qingshi"),
    "the head of another town": staff(R.CHIEF_REPRESENTATIVE, town="qingshi"),
    "another town's counter": staff(R.RECEPTIONIST, department="government_services", town="qingshi"),
    "a village officer of another town": staff(R.VILLAGE_OFFICER, town="qingshi"),
    "a reviewer of a town of another district": staff(R.REVIEWER, town="shuibei", region="990102"),
}


@pytest.mark.parametrize("state", list(CaseState))
async def test_who_sits_in_another_town_does_nothing_by_department_with_what_they_may_not_see(world: CasesWorld, state: CaseState) -> None:
    await with_letter(world)
    for needs in {*ALIKE.values(), Action.SAVE}:
        case = (await made(world, state, needs)).model_copy(update={"town": "luoxi", "received_town": "luoxi"})
        for name, actor in STRANGE_TOWNS.items():
            act = world.act(actor.model_copy(update={"id": "staff_elsewhere"}))
            assert not at_desk(act, case), name
            assert not await world.cases.actions(act, case), (name, needs)


@pytest.mark.parametrize("action", [action for action in CALLS if actor_for(action) is ALL_ROLES])
async def test_another_town_is_told_no_and_changes_nothing(world: CasesWorld, action: Action) -> None:
    case = (await made(world, first_source(action), action)).model_copy(update={"town": "luoxi", "received_town": "luoxi"})
    await world.store.cases.insert(case)
    before = await world.store.cases.get(case.id)
    for name, actor in STRANGE_TOWNS.items():
        with pytest.raises(Forbidden):
            await CALLS[action](world, world.act(actor.model_copy(update={"id": "staff_elsewhere"})), case)
        assert await world.store.cases.get(case.id) == before, name


def moved(case: Case) -> Case:
    """The case, decided by the approval bureau that took the department's items over; the department supervises."""
    steps = [each.model_copy(update={"department": "admin_approval"}) for each in case.steps]
    return case.model_copy(update={"department": "admin_approval", "formerly": "public_security", "steps": steps})


@pytest.mark.parametrize("state", list(CaseState))
async def test_a_moved_case_is_the_bureaus_and_its_former_department_looks_on(world: CasesWorld, state: CaseState) -> None:
    """Each staff kind of the department it was moved from is given nothing, and the same of the bureau what the table says."""
    await with_letter(world)
    await world.store.authorisations.change_many({}, {"$set": {"department": "admin_approval"}})
    for needs in {*ALIKE.values(), Action.SAVE}:
        case = moved(await made(world, state, needs))
        actions = {action for action in CALLS if ALIKE.get(action, Action.SAVE) is needs}
        for name in ("a pre-reviewer", "a reviewer", "the head"):
            actor, acting, whos = KINDS[name]
            assert isinstance(actor, StaffActor)
            assert not await world.cases.actions(act_of(world, (actor, acting, whos)), case), (name, needs)
            own = (actor.model_copy(update={"department": "admin_approval"}), acting, whos)
            listed = actions.intersection(await world.cases.actions(act_of(world, own), case))
            assert listed == {action for action in actions if may(own, action, state)}, (name, needs)


@pytest.mark.parametrize("action", [action for action in CALLS if actor_for(action) is ALL_ROLES])
async def test_the_former_department_is_told_no_and_changes_nothing(world: CasesWorld, action: Action) -> None:
    case = moved(await made(world, first_source(action), action))
    await world.store.cases.insert(case)
    before = await world.store.cases.get(case.id)
    for name in ("a reviewer", "the head"):
        with pytest.raises(Forbidden):
            await CALLS[action](world, act_of(world, KINDS[name]), case)
        assert await world.store.cases.get(case.id) == before, name


async def test_deciding_is_listed_to_a_head_only_with_a_letter_in_force(world: CasesWorld) -> None:
    """By the check the attempt makes: the letter entered, in force, and taken back again."""
    case = await standing(world, CaseState.ACCEPTED, Action.GRANT)
    head = act_of(world, KINDS["the head"])
    deciding = {Action.GRANT, Action.REFUSE}
    assert not deciding & set(await world.cases.actions(head, case))
    with pytest.raises(Forbidden, match="首席代表授权"):
        await CALLS[Action.GRANT](world, head, case)
    letter = await world.authorised(staff(R.CHIEF_REPRESENTATIVE), "idcard-lost")
    assert deciding <= set(await world.cases.actions(head, case))
    admin = world.act(world.staff_of(R.SYSTEM_ADMIN, id="staff_admin"))
    await world.authorisations.revoke(admin, letter.id, RevocationBody(version=letter.version, reason="换届"))
    assert not deciding & set(await world.cases.actions(head, case))
