"""Cards on a real database: given once, by whoever looks first, to those they are for; appealed, reviewed, never deleted."""

import asyncio
from pathlib import Path

import pytest
import yaml

from backend.errors import Forbidden, NotFound, StaleVersion, WrongState
from backend.supervision import Supervision
from models.acts import Role, StaffActor
from models.cases import Case, ClocksQuery, ReturnBody, Somebody, StepBody
from models.catalogue import Span
from models.supervision import AppealBody, Card, CardsQuery, CardState, Level, Outcome, ReviewBody, Scope, SupervisionRules
from tests.cases_world import defect
from tests.supervision_world import RULES, SUPERVISOR, SupervisionWorld, kept_in_hand


async def appealed(world: SupervisionWorld, card: Card, by: StaffActor | None = None) -> Card:
    body = AppealBody(version=card.version, reason="当天系统停机，有停机公告")
    return await world.supervision.appeal(world.act(by or world.head), card.id, body)


async def reviewed(world: SupervisionWorld, card: Card, outcome: Outcome, by: StaffActor = SUPERVISOR) -> Card:
    body = ReviewBody(version=card.version, outcome=outcome, reason="已核对停机公告")
    return await world.supervision.review(world.act(by), card.id, body)


async def seen(world: SupervisionWorld, by: StaffActor, **query: object) -> list[str]:
    cards, _ = await world.supervision.list(world.act(by), CardsQuery.model_validate(query))
    return [card.level.value for card in cards]


class TestGiving:
    async def test_reminder_yellow_red_as_time_goes_by(self, world: SupervisionWorld) -> None:
        case = await world.claimed(world.reviewer, await world.filed_by(await world.proven(world.mother)))
        await kept_in_hand(world.store, case.id)
        assert await world.supervision.look("cases", case.id) == []
        for hours in (96, 24, 72, 24):
            world.later(hours=hours)
            await world.supervision.tick()
        assert await world.cards(case) == ["acceptance reminder 姚淑贤", "acceptance yellow 姚淑贤", "acceptance red 姚淑贤"]
        card = await world.only(case)
        assert (card.heads[0].name, card.name) == ("廖家明", "环节超时")
        assert card.number == f"D990101{card.at:%Y%m%d}00001"
        assert card.appeal_until == world.book.calendar.deadline(card.at, Span(n=2)).at

    async def test_nothing_is_looked_at_before_its_moment(self, world: SupervisionWorld) -> None:
        case = await world.filed_by(await world.proven(world.mother))
        await world.supervision.look("cases", case.id)
        world.later(days=3)
        assert await world.supervision.tick() == 0
        world.later(days=1, hours=2)
        assert await world.supervision.tick() == 1
        assert await world.supervision.tick() == 0

    async def test_many_who_look_at_once_give_one_card(self, world: SupervisionWorld) -> None:
        case = await world.filed_by(await world.proven(world.mother))
        world.later(days=7, hours=7)
        await asyncio.gather(*(world.supervision.look("cases", case.id) for _ in range(8)))
        assert await world.cards(case) == ["acceptance yellow civil_affairs"]
        document = await world.store.cards.find_one({"subject": case.id})
        assert document is not None
        assert [event["action"] for event in document["events"]] == ["card.given"]

    async def test_nothing_is_given_while_the_citizen_mends(self, world: SupervisionWorld) -> None:
        case = await world.claimed(world.reviewer, await world.filed_by(await world.proven(world.mother)))
        world.later(days=4)
        body = ReturnBody(version=case.version, defects=[defect(each.key) for each in case.materials])
        await world.cases.request_correction(world.act(world.reviewer), case.id, body)
        await world.supervision.look("cases", case.id)
        world.later(days=9)
        assert await world.supervision.tick() == 0
        assert await world.cards(case) == []

    async def test_a_card_goes_to_the_department_the_list_of_clocks_names(self, world: SupervisionWorld) -> None:
        """Of a village's step that nobody has taken: not the one that decides, also for who looks for its clocks."""
        case = await world.accepted(world.act(await world.proven(world.mother)), world.reviewer)
        await world.supervision.look("cases", case.id)
        world.later(days=7)
        await world.supervision.tick()
        card = Card.of(await world.store.cards.find_one({"subject": case.id, "step": "village_check"}) or {})
        assert (card.level, card.department, case.department) == (Level.RED, "government_services", "civil_affairs")

        async def listed(department: str | None) -> list[str]:
            rows, _ = await world.cases.clocks(world.act(watcher), ClocksQuery(department=department), world.supervision.rules.villages)
            return [row.department for row in rows]

        watcher = SUPERVISOR.model_copy(update={"region": case.region})
        name = world.catalogue.vocabulary.department
        assert await listed(None) == await listed(card.department) == [name(card.department)]
        assert await listed(case.department) == []
        taken = await world.claimed(world.villager, case)
        assert await listed(world.villager.department) == [name("government_services")]
        body = StepBody(version=taken.version, step="village_check", finding="健在，住在本地")
        await world.cases.complete_step(world.act(world.villager), taken.id, body)
        assert await listed(case.department) == [name("civil_affairs")]

    async def test_an_older_look_does_not_undo_what_a_newer_one_noted(self, world: SupervisionWorld) -> None:
        case = await world.filed_by(await world.proven(world.mother))
        old = await world.supervision._subject("cases", case.id, world.clock.now())
        assert old is not None
        await world.claimed(world.reviewer, case)
        await world.supervision.look("cases", case.id)
        kept = await world.store.supervised.get(f"cases/{case.id}")
        await world.supervision._schedule(old, None)
        assert await world.store.supervised.get(f"cases/{case.id}") == kept

    async def test_what_is_over_or_gone_is_watched_no_more(self, world: SupervisionWorld) -> None:
        case = await world.filed_by(await world.proven(world.mother))
        await world.supervision.look("cases", case.id)
        assert await world.store.supervised.count({}) == 1
        await world.store.cases.delete({"_id": case.id})
        world.later(days=7)
        await world.supervision.tick()
        assert await world.store.supervised.count({}) == 0

    async def test_one_that_cannot_be_read_holds_up_no_other(self, world: SupervisionWorld) -> None:
        case = await world.filed_by(await world.proven(world.mother))
        await world.supervision.look("cases", case.id)
        broken = {"number": "9901012026112399999", "state": "nonsense"}
        await world.store.cases.insert({"_id": "case_broken", **broken})
        await world.store.supervised.insert({"_id": "cases/case_broken", "version": 0, "next_at": world.clock.now()})
        world.later(days=7, hours=7)
        await world.supervision.tick()
        assert await world.cards(case) == ["acceptance yellow civil_affairs"]
        row = await world.store.supervised.get("cases/case_broken")
        assert row is not None
        assert row["next_at"] > world.clock.now()

    async def test_a_rule_about_a_breach_nobody_finds_stops_the_start(self, world: SupervisionWorld) -> None:
        whole = yaml.safe_load(Path(RULES).read_text("utf-8"))
        whole["rules"][-1]["breach"] = "bribery"
        own = world.supervision
        with pytest.raises(ValueError, match="bribery"):
            Supervision(own.store, own.clock, own.office, SupervisionRules.model_validate(whole), own.sources.values())

    async def test_villages_answer_to_a_department_there_is(self, world: SupervisionWorld) -> None:
        own, rules = world.supervision, world.supervision.rules.model_copy(update={"villages": "nowhere"})
        with pytest.raises(ValueError, match="nowhere"):
            Supervision(own.store, own.clock, own.office, rules, own.sources.values())

    async def test_a_village_that_lets_it_lie_gets_the_card_and_not_the_department(self, world: SupervisionWorld) -> None:
        case = await world.accepted_by_clerk(await world.filed_by(await world.proven(world.mother)))
        assert case.current_step is not None
        assert case.current_step.key == "village_check"
        world.later(days=7, hours=7)
        await world.supervision.look("cases", case.id)
        assert [each.split(" ")[2] for each in await world.cards(case) if each.startswith("village_check")] == ["government_services"]


class TestWhoSees:
    async def test_the_person_their_head_and_supervisors(self, world: SupervisionWorld) -> None:
        await world.overdue()
        colleague = world.staff_of(Role.REVIEWER, id="staff_2")
        elsewhere = world.staff_of(Role.CHIEF_REPRESENTATIVE, id="staff_t", department="taxation")
        assert await seen(world, world.reviewer, mine=True) == ["yellow"]
        assert await seen(world, world.head, mine=True) == ["yellow"]
        assert await seen(world, SUPERVISOR) == ["yellow"]
        assert await seen(world, SUPERVISOR, mine=True) == []
        for stranger in (colleague, elsewhere):
            assert await seen(world, stranger) == []

    async def test_one_card_is_kept_from_others(self, world: SupervisionWorld) -> None:
        card = await world.only(await world.overdue())
        assert (await world.supervision.card(world.act(world.reviewer), card.id)).id == card.id
        with pytest.raises(Forbidden):
            await world.supervision.card(world.act(world.staff_of(Role.REVIEWER, id="staff_2")), card.id)
        with pytest.raises(NotFound):
            await world.supervision.card(world.act(SUPERVISOR), "card_none")

    async def test_lists_are_narrowed_and_paged(self, world: SupervisionWorld) -> None:
        case = await world.overdue()
        world.later(days=1)
        await world.supervision.tick()
        assert await seen(world, SUPERVISOR) == ["red", "yellow"]
        assert await seen(world, SUPERVISOR, level="red", department="civil_affairs", subject=case.id, state="given") == ["red"]
        assert await seen(world, SUPERVISOR, department="taxation") == []
        first, after = await world.supervision.list(world.act(SUPERVISOR), CardsQuery(limit=1))
        assert (first[0].level, after) == (Level.RED, first[0].id)
        assert await seen(world, SUPERVISOR, cursor=after, limit=1) == ["yellow"]


class TestAppeal:
    async def test_the_head_appeals_and_a_supervisor_of_elsewhere_withdraws(self, world: SupervisionWorld) -> None:
        card = await world.only(await world.overdue())
        assert world.supervision.card_view(world.act(world.head), card).actions == ["appeal"]
        card = await appealed(world, card)
        assert (card.state, card.appeal and card.appeal.by.name) == (CardState.APPEALED, "廖家明")
        assert world.supervision.card_view(world.act(SUPERVISOR), card).actions == ["review"]
        card = await reviewed(world, card, Outcome.WITHDRAWN)
        view = world.supervision.card_view(world.act(SUPERVISOR), card)
        assert (view.state, view.review and view.review.reason, view.actions) == ("withdrawn", "已核对停机公告", [])
        assert await world.store.cards.count({}) == 1, "withdrawn is not deleted"
        with pytest.raises(WrongState):
            await reviewed(world, card, Outcome.UPHELD)

    async def test_a_head_finds_all_that_may_be_appealed_and_nothing_else(self, world: SupervisionWorld) -> None:
        card = await world.only(await world.overdue())
        elsewhere = world.staff_of(Role.CHIEF_REPRESENTATIVE, id="staff_t", department="taxation")
        asked = {"mine": True, "appealable": True}
        assert await seen(world, world.head, **asked) == ["yellow"]
        assert await seen(world, elsewhere, **asked) == []
        await world.store.cards.change({"_id": card.id}, {"$set": {"level": "reminder", "appeal_until": None}})
        assert await seen(world, world.head, **asked) == [], "a reminder is not appealed against"
        assert card.appeal_until is not None
        await world.store.cards.change({"_id": card.id}, {"$set": {"level": "yellow", "appeal_until": card.appeal_until}})
        world.later(seconds=(card.appeal_until - world.clock.now()).total_seconds())
        assert await seen(world, world.head, **asked) == ["yellow"], "to the last moment"
        world.later(seconds=1)
        assert await seen(world, world.head, **asked) == []

    async def test_upheld_is_final(self, world: SupervisionWorld) -> None:
        card = await reviewed(world, await appealed(world, await world.only(await world.overdue())), Outcome.UPHELD)
        assert card.state is CardState.UPHELD
        with pytest.raises(WrongState, match="不能再申诉"):
            await appealed(world, card)

    async def test_only_within_two_working_days(self, world: SupervisionWorld) -> None:
        card = await world.only(await world.overdue())
        assert card.appeal_until is not None
        world.later(seconds=(card.appeal_until - world.clock.now()).total_seconds() + 1)
        with pytest.raises(WrongState, match="已过"):
            await appealed(world, card)

    async def test_who_may_not(self, world: SupervisionWorld) -> None:
        card = await world.only(await world.overdue())
        with pytest.raises(Forbidden):
            await appealed(world, card, world.reviewer)
        own = world.staff_of(Role.SUPERVISOR, id="staff_own", department="civil_affairs")
        with pytest.raises(Forbidden, match="不能自己复核。这张牌可以由政务服务和数据管理局严正复核"):
            await reviewed(world, await appealed(world, card), Outcome.UPHELD, own)
        world.supervisors.clear()
        with pytest.raises(Forbidden, match="现在其他部门没有督查员，请联系系统管理员指定一名"):
            await reviewed(world, Card.of(await world.store.cards.get(card.id) or {}), Outcome.UPHELD, own)

    async def test_what_nobody_appealed_against_is_withdrawn_but_not_upheld(self, world: SupervisionWorld) -> None:
        card = await world.only(await world.overdue())
        with pytest.raises(WrongState, match="本来就有效"):
            await reviewed(world, card, Outcome.UPHELD)
        assert (await reviewed(world, card, Outcome.WITHDRAWN)).state is CardState.WITHDRAWN

    async def test_a_reminder_has_no_consequence_and_no_appeal(self, world: SupervisionWorld) -> None:
        case = await world.filed_by(await world.proven(world.mother))
        world.later(days=4, hours=1)
        await world.supervision.look("cases", case.id)
        card = await world.only(case, Level.REMINDER)
        assert card.appeal_until is None
        with pytest.raises(WrongState, match="不用申诉"):
            await appealed(world, card)

    async def test_a_stale_page_changes_nothing(self, world: SupervisionWorld) -> None:
        card = await world.only(await world.overdue())
        with pytest.raises(StaleVersion):
            await appealed(world, card.model_copy(update={"version": 7}))

    async def test_a_red_for_two_yellows_falls_with_one_of_them(self, world: SupervisionWorld) -> None:
        case, yellows = await two_yellows(world)
        red = await world.only(case, Level.RED)
        assert (red.step, red.rests_on) == ("*", [card.id for card in yellows])
        await reviewed(world, yellows[0], Outcome.WITHDRAWN)
        red = await world.only(case, Level.RED)
        assert red.state is CardState.WITHDRAWN
        assert red.review is not None
        assert red.review.reason.startswith("据以发牌的黄牌")
        await world.supervision.look("cases", case.id)
        assert len(await world.cards(case)) == 3, "it is not given again"

    async def test_a_red_stands_while_enough_yellows_do(self, world: SupervisionWorld) -> None:
        case, yellows = await two_yellows(world, "a_step", "b_step", "c_step")
        await reviewed(world, yellows[0], Outcome.WITHDRAWN)
        assert (await world.only(case, Level.RED)).state is CardState.GIVEN


async def two_yellows(world: SupervisionWorld, *steps: str) -> tuple[Case, list[Card]]:
    """A case whose steps have earned a yellow each, and the red that follows from it."""
    case = await world.filed_by(await world.proven(world.mother))
    for index, step in enumerate(steps or ("a_step", "b_step")):
        card = Card(
            _id=f"card_{index}",
            number=f"D{index}",
            kind="cases",
            subject=case.id,
            subject_number=case.number or "",
            title=case.item_name,
            group=case.item,
            step=step,
            step_name=step,
            scope=Scope.STEP,
            level=Level.YELLOW,
            rule="step_overdue",
            name="环节超时",
            department="civil_affairs",
            given_to=Somebody(id="staff_1", name="姚淑贤"),
            at=world.clock.now(),
        )
        await world.store.cards.insert(card)
    await world.supervision.look("cases", case.id)
    found = await world.store.cards.find({"level": "yellow"}, sort=[("_id", 1)])
    return case, [Card.of(each) for each in found]
