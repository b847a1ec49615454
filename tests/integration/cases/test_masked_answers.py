"""What is sealed in a form is read by those who work on the case; whoever only looks at how it goes sees that it is there."""

import pytest

from backend.cases import staff_view
from backend.permissions import may
from models.acts import Role, StaffActor
from models.case_views import CaseForStaff
from models.cases import Case, CaseState, Snapshot
from tests.cases_world import LONGEVITY, CasesWorld

SECRETS = (LONGEVITY["phone"], LONGEVITY["account"]["account"], LONGEVITY["household_place"])
OWN, ELSEWHERE = "civil_affairs", "government_services"
WORKERS = [Role.PRE_REVIEWER, Role.REVIEWER, Role.RECEPTIONIST, Role.CHIEF_REPRESENTATIVE]
ONLOOKERS = [(Role.SUPERVISOR, OWN), (Role.AUDITOR, OWN), (Role.HALL_MANAGER, OWN), (Role.HALL_MANAGER, ELSEWHERE)]


def seen(world: CasesWorld, staff: StaffActor, case: Case) -> CaseForStaff:
    """The case as the edge answers it to `staff`."""
    clear = may("case.read_form", world.act(staff), case)
    return staff_view(case, world.cases.version_of(case), [], world.clock.now(), {}, "", clear=clear, reads_papers=clear)


async def received(world: CasesWorld) -> Case:
    """A case whose sealed answers differ from those handed in before."""
    case = await world.received(world.act(await world.proven(world.mother)))
    before = Snapshot(form={**LONGEVITY, "phone": "16900000009"}, materials={})
    latest = case.submissions[-1].model_copy(update={"changed_fields": ["phone"]})
    return case.model_copy(update={"snapshots": [before, *case.snapshots], "submissions": [latest]})


@pytest.mark.parametrize("role", WORKERS)
async def test_the_desk_reads_all_answers_and_the_look_is_logged(world: CasesWorld, role: Role) -> None:
    case = await received(world)
    staff = world.staff_of(role)
    view = seen(world, staff, case)
    assert (view.masked, view.form, view.changes[0].before) == (False, case.form, "16900000009")
    await world.cases.get(world.act(staff), case.id)
    assert [row["actor"]["id"] for row in await world.audit.rows({"action": "case.read"})] == [staff.id]


@pytest.mark.parametrize(("role", "department"), ONLOOKERS)
async def test_others_see_that_something_was_answered(world: CasesWorld, role: Role, department: str) -> None:
    case = await received(world)
    view = seen(world, world.staff_of(role, department=department), case)
    assert view.masked
    assert view.form.keys() == case.form.keys()
    assert view.form["account"] == {"holder": "***", "bank": "***", "account": "***"}
    assert view.form["living"] == "***", "what is not sealed may be about health"
    assert (view.changes[0].before, view.changes[0].after) == ("***", "***")
    assert not [secret for secret in (*SECRETS, "16900000009") if secret in view.model_dump_json()]


async def test_the_reception_of_another_department_reads_while_the_case_lies_there(world: CasesWorld) -> None:
    case = await received(world)
    reception = world.staff_of(Role.RECEPTIONIST, department=ELSEWHERE)
    assert not seen(world, reception, case).masked
    accepted = case.model_copy(update={"state": CaseState.ACCEPTED})
    assert seen(world, reception, accepted).masked


@pytest.mark.parametrize(("town", "masked"), [("luoxi", False), ("elsewhere", True)])
async def test_village_officers_read_cases_of_their_own_town(world: CasesWorld, town: str, masked: bool) -> None:
    """Once it has a step for them, and not while it is only handed in."""
    reviewer = world.staff_of(Role.PRE_REVIEWER, Role.REVIEWER)
    case = (await world.accepted(world.act(await world.proven(world.mother)), reviewer)).model_copy(update={"town": "luoxi"})
    officer = world.staff_of(Role.VILLAGE_OFFICER, department="luoxi_government", town=town)
    assert seen(world, officer, case).masked == masked
    assert seen(world, officer, case.model_copy(update={"steps": []})).masked


async def test_what_the_register_said_is_masked_too(world: CasesWorld) -> None:
    case = await world.draft(world.act(await world.proven(world.mother)), born="1944-03-09")
    assert case.sources, "the form was filled in advance"
    view = seen(world, world.staff_of(Role.SUPERVISOR), case)
    hidden = world.cases.version_of(case).sealed_fields()
    assert all(origin.original in (None, "***") for key, origin in view.sources.items() if key in hidden)


async def test_answers_stand_in_the_words_of_the_form(world: CasesWorld) -> None:
    case = await received(world)
    worker, onlooker = world.staff_of(Role.REVIEWER), world.staff_of(Role.AUDITOR)
    shown = {each.field: each for each in seen(world, worker, case).answers}
    assert (shown["account"].label, shown["account"].shown) == ("收钱的账户", " ".join(LONGEVITY["account"].values()))
    assert shown["phone"].source == "", "typed, not taken from a register"
    assert {each.shown for each in seen(world, onlooker, case).answers} <= {"***", "*** *** ***"}
