"""Answers that differ from what a register says: kept, told, flagged, looked into before anything rests on them."""

from typing import Any

import pytest

from backend.cases.views import case_view, row_view, staff_view
from backend.errors import Invalid, Unavailable, WrongState
from models.acts import Act, Role
from models.cases import Case, DefectBody, PassBody, ReasonClass, ReturnBody, SaveBody, StepBody, VersionBody
from models.forms import PrefillSource
from models.registers import PersonKey, RegisterAnswer
from tests.cases_world import LONGEVITY, CasesWorld

PLACE, TYPED = "household_place", "青石镇柳湾村五组2号"
LOOKED = "核对户口簿，已迁到柳湾村"


def decides(world: CasesWorld, register: str = "population", path: str = "address", **more: Any) -> None:
    """Lets the household place of the item be one of the answers that decide."""
    version = world.cases.catalogue.version("longevity", world.clock.now().date())
    source = PrefillSource.model_validate({"register": register, "path": path, "decides": True, **more})
    form = [each.model_copy(update={"source": source}) if each.key == PLACE else each for each in version.form]
    world.alter("longevity", form=tuple(form))


async def typed_over(world: CasesWorld, act: Act, **form: Any) -> Case:
    return await world.received(act, **{PLACE: TYPED, **form})


async def accepted(world: CasesWorld, case: Case) -> Case:
    clerk = world.staff_of(Role.REVIEWER, Role.RECEPTIONIST, town="luoxi")
    case = await world.passed(clerk, await world.claimed(clerk, case))
    case = await world.cases.accept(world.act(clerk), case.id, VersionBody(version=case.version))
    while len([each for each in case.steps if each.done_at is None]) > 1:
        case = await stepped(world, case)
    return case


async def stepped(world: CasesWorld, case: Case, differing: str | None = None) -> Case:
    step = case.current_step
    assert step is not None
    body = StepBody(version=case.version, step=step.key, finding="无误", differing=differing)
    return await world.cases.complete_step(world.act(world.whose(case)), case.id, body)


async def granted(world: CasesWorld, case: Case, differing: str | None = None) -> Case:
    return await world.cases.grant(world.act(world.whose(case)), case.id, world.granting(case, differing=differing))


async def test_both_are_kept_the_applicant_is_told_and_staff_see_it(world: CasesWorld) -> None:
    mother = world.act(await world.proven(world.mother))
    case = await typed_over(world, mother)
    assert case.differs == [PLACE]
    assert [each.template for each in case.events[-1].notices].count("answers_differ") == 1
    version, now = world.cases.version_of(case), world.clock.now()
    (own,) = case_view(case, version, [], now, {}, "").differences
    assert (own.registered, own.typed, "工作人员会核实" in own.told) == ("罗溪街道榕树里12号", TYPED, True)
    (seen,) = staff_view(case, version, [], now, {}, "", clear=True, reads_papers=True).differences
    assert (seen.field, seen.registered, seen.typed) == (PLACE, "罗溪街道榕树里12号", TYPED)
    (hidden,) = staff_view(case, version, [], now, {}, "", clear=False, reads_papers=False).differences
    assert TYPED not in str(hidden.typed)
    assert "榕树里" not in str(hidden.registered), "who may not read the answer does not read the register's either"
    assert row_view(case, now).differs


async def test_what_the_register_says_is_no_difference(world: CasesWorld) -> None:
    case = await world.received(world.act(await world.proven(world.mother)))
    assert (case.differs, row_view(case, world.clock.now()).differs) == ([], False)
    assert "answers_differ" not in [each.template for each in case.events[-1].notices]


@pytest.mark.parametrize("silent", [True, False])
async def test_who_typed_while_the_register_was_silent_or_took_the_answer_out_between_is_compared(
    world: CasesWorld, *, silent: bool
) -> None:
    mother = world.act(await world.proven(world.mother))
    world.registers.down = silent
    case = await world.draft(mother, **({PLACE: TYPED} if silent else {}))
    world.registers.down = False
    if not silent:
        without = {key: value for key, value in LONGEVITY.items() if key != PLACE}
        for form in (without, LONGEVITY | {PLACE: TYPED}):
            case = await world.cases.save(world.again(mother), case.id, SaveBody(version=case.version, form=form))
    case = await world.cases.submit(world.again(mother), case.id, VersionBody(version=case.version))
    assert case.differs == [PLACE]
    assert case.sources[PLACE].original == "罗溪街道榕树里12号"


async def test_nothing_is_granted_on_it_before_somebody_wrote_what_they_found(world: CasesWorld) -> None:
    decides(world)
    case = await accepted(world, await typed_over(world, world.act(await world.proven(world.mother))))
    with pytest.raises(Invalid, match="与登记的不一致，要先核实") as refused:
        await granted(world, case)
    assert [each.pointer for each in refused.value.errors] == ["/differing"]
    assert "“与登记信息不一致的，核实情况”一栏" in refused.value.errors[0].detail, "as the console names the box, not the interface"
    case = await granted(world, case, LOOKED)
    assert case.compared is not None
    assert (case.compared.fields, case.compared.note) == ([PLACE], LOOKED)
    view = staff_view(case, world.cases.version_of(case), [], world.clock.now(), {}, "", clear=True, reads_papers=True)
    assert view.compared is not None
    assert view.compared.note == LOOKED


async def test_a_register_that_knows_nothing_of_somebody_is_no_yes(world: CasesWorld) -> None:
    decides(world, "drawing_review", "state")
    case = await accepted(world, await typed_over(world, world.act(await world.proven(world.mother))))
    assert (case.differs, case.sources[PLACE].original) == ([PLACE], None)
    (own,) = case_view(case, world.cases.version_of(case), [], world.clock.now(), {}, "").differences
    assert (own.registered, "没有查到" in own.told) == (None, True)
    with pytest.raises(Invalid, match="要先核实"):
        await granted(world, case)
    assert (await granted(world, case, LOOKED)).decision is not None


async def test_an_answer_that_fits_somebody_without_a_record_is_no_difference(world: CasesWorld) -> None:
    decides(world, "drawing_review", "state", absent=[TYPED])
    assert (await typed_over(world, world.act(await world.proven(world.mother)))).differs == []


async def test_the_applicants_own_name_is_nobody_elses(world: CasesWorld) -> None:
    mother = world.act(await world.proven(world.mother))
    with pytest.raises(Invalid) as typed:
        await world.draft(mother, elder_name="李强")
    assert [each.pointer for each in typed.value.errors] == ["/form/elder_name"]
    assert "申请人「王桂芳」" in typed.value.errors[0].detail
    draft = await world.draft(world.again(mother), elder_name="王 桂芳")
    await world.store.cases.change_many({"_id": draft.id}, {"$set": {"person_name": "王秀英"}})
    with pytest.raises(Invalid) as handed_in:
        await world.cases.submit(world.again(mother), draft.id, VersionBody(version=draft.version))
    assert "申请人「王秀英」" in {each.pointer: each.detail for each in handed_in.value.errors}["/form/elder_name"]


async def test_a_step_before_may_have_looked_and_mending_asks_anew(world: CasesWorld) -> None:
    decides(world)
    mother = world.act(await world.proven(world.mother))
    case = await typed_over(world, mother)
    clerk = world.staff_of(Role.REVIEWER, Role.RECEPTIONIST, town="luoxi")
    case = await world.claimed(clerk, case)
    told = [DefectBody(field=PLACE, reason=ReasonClass.WRONG_ANSWER, advice="请照户口簿填写")]
    keys = [each.key for each in case.materials if each.handed_in]
    case = await world.cases.pass_material(world.act(clerk), case.id, PassBody(version=case.version, materials=keys))
    case = await world.cases.request_correction(world.act(clerk), case.id, ReturnBody(version=case.version, defects=told))
    form = case.form | {PLACE: "青石镇柳湾村五组3号"}
    case = await world.cases.save(world.again(mother), case.id, SaveBody(version=case.version, form=form))
    case = await world.cases.resubmit(world.again(mother), case.id, VersionBody(version=case.version))
    assert (case.differs, case.compared) == ([PLACE], None)
    assert "answers_differ" not in [each.template for each in case.events[-1].notices], "that was told before"
    case = await world.cases.accept(world.act(clerk), case.id, VersionBody(version=(await world.claimed(clerk, case)).version))
    while len([each for each in case.steps if each.done_at is None]) > 1:
        case = await stepped(world, case, LOOKED)
    case = await granted(world, case)
    assert case.decision is not None


async def test_a_register_that_has_changed_since_is_looked_into_before_anything_is_granted(
    world: CasesWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    decides(world)
    case = await accepted(world, await world.received(world.act(await world.proven(world.mother))))
    ask = world.registers.fetch

    async def moved(name: str, person: PersonKey, purpose: str, **criteria: str) -> RegisterAnswer:
        answer = await ask(name, person, purpose, **criteria)
        record = answer.record
        return answer.model_copy(update={"record": record.model_copy(update={"address": TYPED})}) if record is not None else answer

    monkeypatch.setattr(world.registers, "fetch", moved)
    world.clock.forward(days=1)
    with pytest.raises(WrongState, match="现在的登记和交件时不一样了"):
        await granted(world, case)
    case = Case.of(await world.store.cases.get(case.id) or {})
    assert (case.differs, case.sources[PLACE].original) == ([PLACE], TYPED)
    assert case.events[-1].action == "case.found_otherwise"
    with pytest.raises(Invalid, match="要先核实"):
        await granted(world, case)
    assert (await granted(world, case, LOOKED)).state.value == "granted"


async def test_a_register_that_is_silent_or_says_what_it_said_is_no_change(world: CasesWorld) -> None:
    decides(world)
    case = await accepted(world, await world.received(world.act(await world.proven(world.mother))))
    world.clock.forward(days=1)
    world.registers.down = True
    with pytest.raises(Unavailable):
        await granted(world, case)
    world.registers.down = False
    assert (await granted(world, case)).state.value == "granted"
