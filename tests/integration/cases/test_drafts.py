"""Drafts: filled in advance, kept under their version, sealed, nobody else's."""

import pytest

from backend.errors import Conflict, Forbidden, Invalid, NotFound, ProofNeeded, StaleVersion, WrongState
from models.acts import Role
from models.cases import (
    CaseState,
    DraftBody,
    MaterialChoice,
    PreReviewBody,
    ReturnBody,
    SaveBody,
)
from tests.cases_world import CasesWorld, defect

S = CaseState


class TestDrafts:
    async def test_a_draft_arrives_filled_and_knows_its_sources(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await world.cases.create(world.act(mother), DraftBody(item="longevity"))
        place = case.form["household_place"]
        assert (case.form["elder_name"], case.sources["household_place"].by) == ("王桂芳", "register")
        form = {**case.form, "household_place": "青石镇柳湾村五组2号"}
        saved = await world.cases.save(world.act(mother), case.id, SaveBody(version=case.version, form=form))
        origin = saved.sources["household_place"]
        assert (origin.by, origin.original) == ("applicant", place), "what the register said is kept beside it"
        back = await world.cases.save(world.act(mother), case.id, SaveBody(version=saved.version, form=case.form))
        assert back.sources["household_place"].by == "register"

    async def test_whoever_is_proven_later_has_the_rest_of_the_draft_filled_in(self, world: CasesWorld) -> None:
        """A draft is begun by somebody nobody has proven yet: they have a name and nothing else. Once proven, what they left open is
        asked of the registers, and what they typed stays theirs."""
        unproven = await world.matched(world.mother)
        case = await world.cases.create(world.act(unproven), DraftBody(item="longevity", form={"born": "1941-01-01"}))
        assert (case.form["elder_name"], case.sources["elder_name"].by) == ("王桂芳", "applicant")
        assert "household_place" not in case.form
        told = await world.cases.save(world.act(unproven), case.id, SaveBody(version=case.version, fill=True))
        assert "household_place" not in told.form, "of somebody not proven registers say nothing"
        proven = world.act(unproven.model_copy(update={"level": 2}))
        filled = await world.cases.save(proven, case.id, SaveBody(version=told.version, form=told.form, fill=True))
        assert filled.form["household_place"] == "罗溪街道榕树里12号"
        assert {key: filled.sources[key].by for key in ("elder_name", "household_place", "born")} == {
            "elder_name": "register",
            "household_place": "register",
            "born": "applicant",
        }
        assert (filled.form["born"], filled.sources["born"].original) == ("1941-01-01", "1944-03-08"), "both stay"

    async def test_what_has_been_handed_in_is_not_filled_in_behind_its_applicant(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        clerk = world.staff_of(Role.PRE_REVIEWER)
        case = await world.claimed(clerk, await world.submitted(world.act(mother)))
        defects = [defect(each.key) for each in case.materials]
        case = await world.cases.return_all(world.act(clerk), case.id, ReturnBody(version=case.version, defects=defects))
        form = {key: value for key, value in case.form.items() if key != "household_place"}
        saved = await world.cases.save(world.act(mother), case.id, SaveBody(version=case.version, form=form, fill=True))
        assert "household_place" not in saved.form

    async def test_what_was_answered_is_sealed_in_the_database(self, world: CasesWorld) -> None:
        case = await world.submitted(world.act(await world.proven(world.mother)))
        raw = await world.store._plain[world.store.database]["cases"].find_one({"_id": case.id})
        assert raw is not None
        assert [raw[key].subtype for key in ("form", "sources", "snapshots")] == [6, 6, 6]
        assert "6222000000000001" not in str(raw["events"])

    async def test_a_stale_page_does_not_overwrite(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        case = await world.draft(world.act(mother))
        await world.cases.save(world.act(mother), case.id, SaveBody(version=case.version, form=case.form))
        with pytest.raises(StaleVersion):
            await world.cases.save(world.act(mother), case.id, SaveBody(version=case.version, form=case.form))

    async def test_a_repeated_key_saves_once(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        act = world.act(mother)
        first = await world.cases.create(act, DraftBody(item="longevity"))
        second = await world.cases.create(act, DraftBody(item="longevity"))
        assert first.id == second.id
        assert await world.store.cases.count({}) == 1

    async def test_another_persons_draft_does_not_exist(self, world: CasesWorld) -> None:
        case = await world.draft(world.act(await world.proven(world.mother)))
        stranger = await world.proven(world.stranger)
        with pytest.raises(NotFound):
            await world.cases.get(world.act(stranger), case.id)
        with pytest.raises(NotFound):
            await world.cases.pre_review(world.act(stranger), case.id, PreReviewBody(version=case.version))

    async def test_staff_do_not_read_drafts(self, world: CasesWorld) -> None:
        case = await world.draft(world.act(await world.proven(world.mother)))
        with pytest.raises(Forbidden):
            await world.cases.get(world.act(world.staff_of(Role.PRE_REVIEWER)), case.id)

    async def test_another_persons_material_cannot_be_used(self, world: CasesWorld) -> None:
        mother, stranger = await world.proven(world.mother), await world.proven(world.stranger)
        theirs = await world.photo(world.act(stranger))
        body = DraftBody(item="longevity", materials={"resident_card": MaterialChoice(files=[theirs.id])})
        with pytest.raises(Invalid) as caught:
            await world.cases.create(world.act(mother), body)
        assert [each.pointer for each in caught.value.errors] == ["/materials/resident_card/files/0"]

    async def test_a_licence_replaces_an_upload(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        body = DraftBody(item="longevity", materials={"resident_card": MaterialChoice(licence=True)})
        case = await world.cases.create(world.act(mother), body)
        card = case.material("resident_card")
        assert card is not None
        assert card.licence is not None
        assert (card.licence.holder, card.licence.authorised_by, card.licence.purpose) == (
            "王桂芳",
            "王桂芳",
            f"办理{case.item_name}",
        )
        assert ("population", f"longevity {case.item_name}") in world.registers.asked

    async def test_a_licence_needs_the_living_person(self, world: CasesWorld) -> None:
        mother = await world.matched(world.mother)
        with pytest.raises(ProofNeeded):
            await world.cases.create(
                world.act(mother), DraftBody(item="longevity", materials={"resident_card": MaterialChoice(licence=True)})
            )

    async def test_a_licence_that_is_not_there_is_told_at_its_place(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        with pytest.raises(Invalid) as caught:
            await world.cases.create(
                world.act(mother), DraftBody(item="longevity", materials={"account_proof": MaterialChoice(licence=True)})
            )
        assert caught.value.errors[0].pointer == "/materials/account_proof/licence"
        assert "拍照上传" in caught.value.errors[0].detail

    async def test_there_is_an_end_to_drafts(self, world: CasesWorld) -> None:
        mother = await world.proven(world.mother)
        for _ in range(world.book.policy.drafts):
            await world.cases.create(world.act(mother), DraftBody(item="longevity"))
        with pytest.raises(Conflict, match="草稿"):
            await world.cases.create(world.act(mother), DraftBody(item="longevity"))

    async def test_an_instant_item_has_no_drafts(self, world: CasesWorld) -> None:
        with pytest.raises(WrongState, match="当场出证"):
            await world.cases.create(world.act(await world.proven(world.mother)), DraftBody(item="ss-proof"))
