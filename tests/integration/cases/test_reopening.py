"""An answer changed by a correction after acceptance shakes what rests on it: looked at and done again, by whose turn it is then."""

from datetime import timedelta

import pytest

from backend.cases import staff_view
from backend.cases.contents import to_examine
from backend.cases.papers import papers_of
from backend.errors import WrongState
from models.acts import CitizenActor, Role
from models.cases import Case, CaseState, GrantBody, PassBody, PauseGround, ReturnBody, SaveBody, VersionBody
from models.forms import Condition
from tests.cases_world import CasesWorld, defect
from tests.integration.cases.test_enclosures import accepted, keys_wanted, reviewed
from tests.lease_world import asked, now


async def corrected(world: CasesWorld, tenant: CitizenActor, case: Case, **answers: object) -> Case:
    """The department names these answers, and they come back changed."""
    clerk = world.act(world.staff_of(Role.REVIEWER, department="housing"))
    wrong = [defect(field=key) for key in answers]
    case = await world.cases.request_correction(clerk, case.id, ReturnBody(version=case.version, defects=wrong))
    form = {**case.form, **answers}
    case = await world.cases.save(world.act(tenant), case.id, SaveBody.model_validate({"version": case.version, "form": form}))
    return await world.cases.resubmit(world.again(world.act(tenant)), case.id, VersionBody(version=case.version))


async def test_what_rests_on_the_answer_is_looked_at_and_done_again(world: CasesWorld) -> None:
    tenant = await world.proven(world.mother)
    keys_wanted(world)
    case = await reviewed(world, await accepted(world, tenant))
    world.clock.at += timedelta(hours=1)
    case = await corrected(world, tenant, case, rent=900)
    review, decision = case.steps
    assert (review.done_at, review.finding, review.started_at, decision.started_at) == (None, "", world.clock.now(), None)
    assert [(each.finding, each.done_by and each.done_by.name) for each in review.earlier] == [("合同与填写的一致", "姚淑贤")]
    assert case.desk is not None
    assert (case.desk.department, case.desk.level, case.queued_at) == ("newcomers", "town", world.clock.now())
    assert [each.key for each in to_examine(case)] == ["contract"]
    assert (case.submissions[-1].anew_materials, case.submissions[-1].anew_steps) == (["contract"], ["town_review"])
    event = case.events[-1]
    assert (event.detail["turn"], event.detail["again"]) == ("town_review", ["town_review", "district_review"])
    assert [each.is_open for each in case.obligations] == [False], "the landlord is asked again once the town has looked"
    town = world.act(world.staff_of(Role.REVIEWER, department="newcomers", town="luoxi"))
    case = await world.cases.pass_material(town, case.id, PassBody(version=case.version, materials=["contract"]))
    case = await reviewed(world, case)
    assert asked(case).is_open
    assert (case.current_step and case.current_step.key, case.steps[1].started_at) == ("district_review", world.clock.now())


async def test_a_decision_waits_for_what_was_shaken(world: CasesWorld) -> None:
    world.alter("lease-filing", confirmations=())
    tenant = await world.proven(world.mother)
    case = await reviewed(world, await accepted(world, tenant, owned="alone"))
    clerk = world.act(world.staff_of(Role.REVIEWER, department="housing"))
    case = await corrected(world, tenant, case, title_number="江（2020）云城区不动产权第0009999号")
    assert case.current_step is not None
    assert (case.current_step.key, case.submissions[-1].anew_steps) == ("district_review", []), "the town did not look into that"
    with pytest.raises(WrongState, match="不动产权证书"):
        await world.cases.grant(clerk, case.id, GrantBody(version=case.version))
    case = await world.cases.pass_material(world.again(clerk), case.id, PassBody(version=case.version, materials=["title"]))
    assert (await world.cases.grant(world.again(clerk), case.id, GrantBody(version=case.version))).state is CaseState.GRANTED


async def test_what_nothing_rests_on_opens_nothing(world: CasesWorld) -> None:
    world.alter("lease-filing", confirmations=())
    tenant = await world.proven(world.mother)
    case = await reviewed(world, await accepted(world, tenant))
    case = await corrected(world, tenant, case, role="landlord")
    assert (to_examine(case), case.submissions[-1].anew_steps, "turn" in case.events[-1].detail) == ([], [], False)
    assert (case.current_step and case.current_step.key, case.steps[0].finding) == ("district_review", "合同与填写的一致")


async def test_staff_are_told_beforehand_what_naming_an_answer_opens(world: CasesWorld) -> None:
    world.alter("lease-filing", confirmations=())
    tenant = await world.proven(world.mother)
    case = await accepted(world, tenant)
    clerk = world.act(world.staff_of(Role.REVIEWER, department="housing"))

    def rests(case: Case) -> dict[str, tuple[list[str], list[str]]]:
        view = staff_view(case, world.cases.version_of(case), [], clerk.at, {}, "", clear=True, reads_papers=True)
        return {each.field: (each.materials, each.steps) for each in view.rests}

    assert rests(case)["rent"] == (["房屋租赁合同"], [])
    case = await reviewed(world, case)
    assert rests(case)["rent"] == (["房屋租赁合同"], ["镇街初审"])
    assert "phone" not in rests(case)
    case = await world.cases.request_correction(clerk, case.id, ReturnBody(version=case.version, defects=[defect(field="rent")]))
    assert rests(case) == {}


async def test_the_slip_says_beforehand_which_answers_stay_closed(world: CasesWorld) -> None:
    world.alter("lease-filing", confirmations=())
    tenant = await world.proven(world.mother)
    case = await accepted(world, tenant)
    clerk = world.act(world.staff_of(Role.REVIEWER, department="housing"))
    case = await world.cases.request_correction(clerk, case.id, ReturnBody(version=case.version, defects=[defect(field="lease_to")]))
    closed = case.returns[-1].closed
    assert "出租面积（平方米）" in closed
    opened = {world.cases.version_of(case).field(key).on_paper for key in ("lease_to", "lease_from", "phone")}  # type: ignore[union-attr]
    assert opened.isdisjoint(closed), "what a rule binds to it, and how one is reached, may be changed too"
    paper = next(each for each in papers_of(case) if each.key == "return-0")
    assert f"这次不能改的：{'、'.join(closed)}。" in paper.lines
    assert (await now(world, case)).returns[-1].closed == closed


async def test_steps_the_changed_answer_wants_are_taken_in_and_those_it_wants_no_more_fall_away(world: CasesWorld) -> None:
    """A look at the flat is wanted of shared ones only: it comes in before the decision, is done, and stays on record."""
    version = world.cases.catalogue.version("lease-filing", world.clock.now().date())
    town, decision = version.deciding_steps
    shared = Condition(field="area", min=100)
    look = town.model_copy(
        update={"key": "look", "name": "上门查看", "when": (shared,), "against": (), "ground": PauseGround.SITE_VISIT, "special": True}
    )
    world.alter("lease-filing", confirmations=(), steps=(version.steps[0], town, look, decision))
    tenant = await world.proven(world.mother)
    case = await reviewed(world, await accepted(world, tenant))
    assert [each.key for each in case.steps] == ["town_review", "district_review"]
    case = await corrected(world, tenant, case, area=120)
    assert [(each.key, each.done_at is None) for each in case.steps] == [("town_review", True), ("look", True), ("district_review", True)]
    case = await reviewed(world, case)
    assert case.current_step is not None
    assert (case.current_step.key, case.current_step.added_at is not None) == ("look", True)
    assert [(each.step, each.end) for each in case.clock.stops if each.step] == [("look", None)]
    assert case.clock.promised_due is None
