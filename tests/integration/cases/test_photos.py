"""The photograph of a case: looked at when it is chosen, counted with the case, given to a clerk after the retries."""

from typing import Any

import pytest

from backend.errors import Invalid, Unavailable
from backend.processes import WorkerTimedOut
from models.acts import Act
from models.cases import Case, CaseState, DraftBody, MaterialChoice, PreReviewBody, SaveBody, VersionBody
from models.materials import UploadQuery
from models.photos import PhotoLook, PhotoOutcome
from tests.cases_world import CasesWorld
from tests.portraits import Portrait

DRAWN = Portrait()
ANSWERS: dict[str, Any] = {
    "card_name": "王桂芳",
    "bank": "jiangzhou_bank",
    "under_age": "adult",
    "collection": "bank",
    "branch": "luoxi",
    "phone": "16900000001",
}


async def uploaded(world: CasesWorld, act: Act, portrait: Portrait) -> str:
    upload = world.materials.spool.begin("image/jpeg", "photo.jpg")
    await upload.feed(portrait.jpeg())
    await upload.finish()
    try:
        return (await world.materials.upload(world.again(act), upload, UploadQuery(item="ssc-apply"))).id
    finally:
        upload.discard()


async def chosen(world: CasesWorld, act: Act, case: Case, *files: str) -> Case:
    body = SaveBody(version=case.version, materials={"photo": MaterialChoice(files=list(files))})
    return await world.cases.save(world.again(act), case.id, body)


async def begun(world: CasesWorld, act: Act) -> Case:
    materials = {"resident_card": MaterialChoice(licence=True)}
    return await world.cases.create(world.again(act), DraftBody(item="ssc-apply", form=ANSWERS, materials=materials))


def look_of(case: Case) -> PhotoLook:
    slot = case.material("photo")
    assert slot is not None
    assert slot.photo is not None
    return slot.photo


@pytest.fixture
async def act(world: CasesWorld) -> Act:
    """The mother, who is known."""
    return world.act(await world.proven(world.mother))


async def test_a_fit_photograph_is_told_and_goes_in(world: CasesWorld, act: Act) -> None:
    case = await begun(world, act)
    assert (slot := case.material("photo")) is not None
    assert slot.photo is None, "nothing to look at yet"
    case = await chosen(world, act, case, await uploaded(world, act, DRAWN))
    assert (look_of(case).outcome, look_of(case).attempts) == (PhotoOutcome.FIT, 0)
    case = await world.cases.submit(world.again(act), case.id, VersionBody(version=case.version))
    assert case.state is CaseState.RECEIVED


async def test_an_unfit_one_keeps_the_case_back_with_every_reason(world: CasesWorld, act: Act) -> None:
    case = await chosen(world, act, await begun(world, act), await uploaded(world, act, DRAWN.but(background=(70, 120, 200), turn=24)))
    assert [each.fault.value for each in look_of(case).findings] == ["background", "turned"]
    for hand_in in (
        world.cases.submit(world.again(act), case.id, VersionBody(version=case.version)),
        world.cases.pre_review(world.again(act), case.id, PreReviewBody(version=case.version)),
    ):
        with pytest.raises(Invalid) as refused:
            await hand_in
        assert [each.pointer for each in refused.value.errors] == ["/materials/photo"] * 2
        assert "白色的墙前" in refused.value.errors[0].detail
    case = await chosen(world, act, case, await uploaded(world, act, DRAWN))
    assert (look_of(case).outcome, look_of(case).attempts) == (PhotoOutcome.FIT, 1)


async def test_after_three_retries_a_clerk_looks_instead(world: CasesWorld, act: Act) -> None:
    case, left = await begun(world, act), []
    for turn in (22, 24, 26, 28):
        case = await chosen(world, act, case, await uploaded(world, act, DRAWN.but(turn=turn)))
        left.append(look_of(case).outcome)
    assert left == [PhotoOutcome.UNFIT] * 3 + [PhotoOutcome.CLERK]
    assert look_of(case).findings, "the clerk sees what the machine found"
    case = await world.cases.submit(world.again(act), case.id, VersionBody(version=case.version))
    assert case.state is CaseState.RECEIVED


async def test_the_count_stays_when_the_photograph_is_taken_out_and_the_same_one_counts_once(world: CasesWorld, act: Act) -> None:
    case = await begun(world, act)
    unfit = await uploaded(world, act, DRAWN.but(turn=24))
    case = await chosen(world, act, await chosen(world, act, case, unfit), unfit)
    assert look_of(case).attempts == 1
    case = await chosen(world, act, case)
    assert (look_of(case).outcome, look_of(case).attempts, look_of(case).findings) == (None, 1, [])
    with pytest.raises(Invalid):
        await world.cases.submit(world.again(act), case.id, VersionBody(version=case.version))
    case = await chosen(world, act, case, unfit)
    assert look_of(case).attempts == 2


@pytest.mark.parametrize("trouble", [Unavailable, WorkerTimedOut])
async def test_where_the_machine_has_no_time_a_clerk_looks(
    world: CasesWorld, act: Act, trouble: type[Unavailable], monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = await uploaded(world, act, DRAWN.but(turn=24))

    async def busy(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(world.materials._workers, "run", busy)
    case = await chosen(world, act, await begun(world, act), photo)
    assert (look_of(case).outcome, look_of(case).attempts) == (PhotoOutcome.CLERK, 0)
    case = await world.cases.submit(world.again(act), case.id, VersionBody(version=case.version))
    assert case.state is CaseState.RECEIVED


async def test_an_item_without_a_check_looks_at_nothing(world: CasesWorld, act: Act) -> None:
    case = await world.draft(act)
    assert all(each.photo is None for each in case.materials)


async def test_nothing_is_left_in_the_spool(world: CasesWorld, act: Act) -> None:
    await chosen(world, act, await begun(world, act), await uploaded(world, act, DRAWN))
    assert list(world.materials.spool._folder.iterdir()) == []
