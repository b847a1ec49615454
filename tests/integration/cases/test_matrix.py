"""Every state with every action, through the real engine: what the table allows happens, all else is told why not."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import pytest

from backend.cases import commitments
from backend.cases.actions import Action
from backend.cases.flow import CLAIM_NEEDED, TRANSITIONS, UNDER_HOLD, Who, rows
from backend.errors import WrongState
from models.acts import Act, CitizenActor, Role, StaffActor, SystemActor
from models.cases import (
    AnnulBody,
    AskRecusalBody,
    Blocks,
    Case,
    CaseMaterial,
    CaseState,
    ClockStop,
    CommitBody,
    Completion,
    DecideRecusalBody,
    Decision,
    Defect,
    ExamineBody,
    ExtendBody,
    FileUse,
    GrantBody,
    GreenBody,
    GreenGround,
    HandInBody,
    HearCommitmentBody,
    HearDeclineBody,
    HearPromiseBody,
    HearStatementBody,
    Hold,
    InspectBody,
    InspectorBody,
    MaterialChoice,
    Obligation,
    ObligationKind,
    Original,
    OriginalBody,
    OriginalCheck,
    PassBody,
    PauseBody,
    PauseGround,
    PreReviewBody,
    PromiseBody,
    ReasonBody,
    ReasonClass,
    ReceiveBody,
    RecusalGround,
    RecuseBody,
    RefuseBody,
    ReportDoneBody,
    ResultBody,
    ResultWay,
    Return,
    ReturnBody,
    ReturnKind,
    RevokeBody,
    SaveBody,
    Snapshot,
    Somebody,
    SpeakBody,
    StepBody,
    StepOutcome,
    Submission,
    Verdict,
    VersionBody,
    WithdrawBody,
)
from models.catalogue import Delivery as Way
from models.catalogue import Unagreed
from models.deliveries import DeliverBody, DeliveryMethod
from models.people import PersonDocument
from tests.cases_world import IDCARD, LATER, CasesWorld, defect
from tests.integration.cases.ground import (
    OTHER_OFFICER,
    PROOF,
    asks_proof,
    has_committed,
    is_checked,
    is_to_be_annulled,
    known,
    owes,
    owes_a_duty,
)

S = CaseState
PERSON = CitizenActor(id="citizen_wang", name="王桂芳", level=2)
ALL_ROLES = StaffActor(
    id="staff_all",
    name="姚淑贤",
    roles=frozenset({Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE, Role.RECEPTIONIST}),
    department="public_security",
)
SYSTEM = SystemActor(id="cases")
Call = Callable[[CasesWorld, Act, Case], Awaitable[Any]]


def version(case: Case) -> VersionBody:
    return VersionBody(version=case.version)


async def stands_there(world: CasesWorld) -> PersonDocument:
    """The applicant's document, at the counter."""
    if await world.store.citizens.get(PERSON.id) is None:
        known = (await world.people.look_up(world.act(ALL_ROLES), world.mother.document)).citizen
        await world.store.citizens.insert(known.model_copy(update={"id": PERSON.id}))
    return world.mother.document


async def hear_promise(w: CasesWorld, a: Act, c: Case) -> None:
    body = HearPromiseBody(version=c.version, materials=[PROOF], person=await stands_there(w), note="申请人在窗口当面说明")
    await w.cases.hear_promise(a, c.id, body)


async def hear_commitment(w: CasesWorld, a: Act, c: Case) -> None:
    body = HearCommitmentBody(version=c.version, digest=seen(w, a, c), person=await stands_there(w), note="申请人在窗口当面签")
    await w.cases.hear_commitment(a, c.id, body)


async def hear_decline(w: CasesWorld, a: Act, c: Case) -> None:
    body = HearDeclineBody(version=c.version, person=await stands_there(w), note="申请人在窗口当面说明")
    await w.cases.hear_decline(a, c.id, body)


async def hear_statement(w: CasesWorld, a: Act, c: Case) -> None:
    body = HearStatementBody(version=c.version, text="我没有隐瞒", person=await stands_there(w))
    await w.cases.hear_statement(a, c.id, body)


def unpaid(at: datetime) -> Obligation:
    """A slip nobody paid while what was granted held."""
    return Obligation(
        id="bill_1",
        kind=ObligationKind.PAYMENT,
        key="fee",
        name="缴费",
        blocks=Blocks.HAND_OUT,
        since=at,
        ends_at=at,
        ends_words="没有缴费。",
    )


async def unagreed(world: CasesWorld, act: Act, case: Case, what: Unagreed) -> None:
    """Somebody who has to confirm says nothing in time."""
    waiting = Obligation(
        id="ask_1",
        kind=ObligationKind.CONFIRMATION,
        key="landlord",
        name="房东确认",
        who_name="李房东",
        blocks=Blocks.ACCEPTANCE,
        since=act.at,
    )
    by = Somebody(id="cases", name="系统")
    row, then = await world.cases._consequence(act, case, waiting, what, by, "到期没有答复")
    if row is None:
        raise WrongState("现在不能退回")
    await world.cases._apply(act, case, row, then.changes, notices=then.notices)


async def agreed(world: CasesWorld, act: Act, case: Case) -> None:
    """Somebody who had to confirm says yes after all."""
    row, then = await world.cases._word_came(act, case, case.obligations[-1])
    if row is None:
        raise WrongState("没有什么等着对方")
    await world.cases._apply(act, case, row, then.changes, notices=then.notices)


async def nothing(_: Any) -> None:
    """What else is written with an act, where there is nothing."""


def seen(world: CasesWorld, act: Act, case: Case) -> str:
    """The digest of the letter as it would be read now."""
    return commitments.digest_of(world.cases.version_of(case), case.form, act.at.date())


async def hand_in(world: CasesWorld, act: Act, case: Case) -> None:
    upload = await world.photo(world.act(PERSON), item=case.item)
    body = HandInBody(version=case.version, materials={PROOF: MaterialChoice(files=[upload.id])})
    await world.cases.hand_in(act, case.id, body)


async def assign_inspector(world: CasesWorld, act: Act, case: Case) -> None:
    world.officers = [OTHER_OFFICER]
    await world.cases.assign_inspector(act, case.id, InspectorBody(version=case.version, inspector=OTHER_OFFICER.id))


async def decide_recusal(world: CasesWorld, act: Act, case: Case) -> None:
    world.officers = [OTHER_OFFICER]
    body = DecideRecusalBody(version=case.version, granted=True, staff=OTHER_OFFICER.id, reason="他和申请人是亲属")
    await world.cases.decide_recusal(act, case.id, body)


def _given(case: Case) -> ResultWay:
    return ResultWay.COUNTER if case.state is S.REFUSED else ResultWay.NOTICE


CALLS: dict[Action, Call] = {
    Action.SAVE: lambda w, a, c: w.cases.save(a, c.id, SaveBody(version=c.version, form=c.form)),
    Action.PRE_REVIEW: lambda w, a, c: w.cases.pre_review(a, c.id, PreReviewBody(version=c.version)),
    Action.SUBMIT: lambda w, a, c: w.cases.submit(a, c.id, version(c)),
    Action.RESUBMIT: lambda w, a, c: w.cases.resubmit(a, c.id, version(c)),
    Action.WITHDRAW: lambda w, a, c: w.cases.withdraw(a, c.id, WithdrawBody(version=c.version)),
    Action.URGE: lambda w, a, c: w.cases.urge(a, c.id, version(c)),
    Action.TAKE_OVER: lambda w, a, c: w.cases.take_over(a, c.id, version(c)),
    Action.CLAIM: lambda w, a, c: w.cases.claim(a, c.id, version(c)),
    Action.RELEASE: lambda w, a, c: w.cases.release(a, c.id, version(c)),
    Action.PASS_MATERIAL: lambda w, a, c: w.cases.pass_material(a, c.id, PassBody(version=c.version, materials=["household_register"])),
    Action.RETURN: lambda w, a, c: w.cases.return_all(a, c.id, ReturnBody(version=c.version, defects=[defect("household_register")])),
    Action.PRE_APPROVE: lambda w, a, c: w.cases.pre_approve(a, c.id, version(c)),
    Action.RECEIVE: lambda w, a, c: w.cases.receive(a, c.id, ReceiveBody(version=c.version)),
    Action.CHECK_ORIGINALS: lambda w, a, c: w.cases.check_originals(
        a, c.id, ReceiveBody(version=c.version, originals=[OriginalBody(material="household_register", outcome=Original.SAME)])
    ),
    Action.ACCEPT: lambda w, a, c: w.cases.accept(a, c.id, version(c)),
    Action.NOT_ACCEPT: lambda w, a, c: w.cases.not_accept(a, c.id, ReasonBody(version=c.version, reason="不属于本机关")),
    Action.REQUEST_CORRECTION: lambda w, a, c: w.cases.request_correction(
        a, c.id, ReturnBody(version=c.version, defects=[defect("household_register")])
    ),
    Action.PAUSE: lambda w, a, c: w.cases.pause(
        a, c.id, PauseBody(until=LATER, version=c.version, ground=PauseGround.SITE_VISIT, reason="上门核查")
    ),
    Action.RESUME: lambda w, a, c: w.cases.resume(a, c.id, version(c)),
    Action.EXTEND: lambda w, a, c: w.cases.extend(a, c.id, ExtendBody(version=c.version, reason="案情复杂")),
    Action.GREEN_CHANNEL: lambda w, a, c: w.cases.green_channel(a, c.id, GreenBody(version=c.version, ground="relief", reason="抢险救灾")),
    Action.COMPLETE_STEP: lambda w, a, c: w.cases.complete_step(a, c.id, StepBody(version=c.version, step="verify", finding="无误")),
    Action.GRANT: lambda w, a, c: w.cases.grant(a, c.id, GrantBody(version=c.version)),
    Action.REFUSE: lambda w, a, c: w.cases.refuse(
        a, c.id, RefuseBody(version=c.version, reason="没有丢失证件", basis="居民身份证法第十二条")
    ),
    Action.RECORD_RESULT: lambda w, a, c: w.cases.record_result(
        a, c.id, ResultBody(version=c.version, kind="通知", way=_given(c), wish="他说不用领")
    ),
    Action.DELIVER: lambda w, a, c: w.cases.deliver(
        a, c.id, DeliverBody(version=c.version, kind="居民身份证", method=DeliveryMethod.COUNTER)
    ),
    Action.ABORT: lambda w, a, c: w.cases.abort(
        a, c.id, RefuseBody(version=c.version, reason="事项已经取消", basis="设定它的某办法已废止")
    ),
    Action.DEEM_ACCEPTED: lambda w, a, c: w.cases._untold(a, c),
    Action.DEEM_GRANTED: lambda w, a, c: w.cases._silence(a, c),
    Action.LAPSE: lambda w, a, c: w.cases._lapse(a, c),
    Action.END_BY_DEATH: lambda w, a, c: w.cases._end_by_death(a, c),
    Action.SEND_BACK: lambda w, a, c: unagreed(w, a, c, Unagreed.RETURN),
    Action.GO_ON: agreed,
    Action.END_UNAGREED: lambda w, a, c: unagreed(w, a, c, Unagreed.END),
    Action.END_UNCONFIRMED: lambda w, a, c: w.cases.end_unconfirmed(a, c.id, "积分", nothing),
    Action.END_UNPAID: lambda w, a, c: w.cases._end_unpaid(a, c, unpaid(a.at)),
    Action.PROMISE: lambda w, a, c: w.cases.promise(a, c.id, PromiseBody(version=c.version, materials=[PROOF])),
    Action.HEAR_PROMISE: hear_promise,
    Action.HAND_IN: hand_in,
    Action.EXAMINE_DEBT: lambda w, a, c: w.cases.examine_debt(a, c.id, ExamineBody(version=c.version, material=PROOF, passed=True)),
    Action.REVOKE: lambda w, a, c: w.cases.revoke(a, c.id, RevokeBody(version=c.version, reason="到期没有补交", basis="容缺受理通知书")),
    Action.FIND_WRONG: lambda w, a, c: w.cases.find_wrong(
        a, c.id, RevokeBody(version=c.version, reason="提交的户口簿经派出所核实是伪造的", basis="行政许可法第六十九条")
    ),
    Action.COMMIT: lambda w, a, c: w.cases.commit(a, c.id, CommitBody(version=c.version, digest=seen(w, a, c))),
    Action.HEAR_COMMITMENT: hear_commitment,
    Action.HEAR_DECLINE: hear_decline,
    Action.DECLINE_COMMITMENT: lambda w, a, c: w.cases.decline_commitment(a, c.id, version(c)),
    Action.INSPECT: lambda w, a, c: w.cases.inspect(a, c.id, InspectBody(version=c.version, outcome="true", note="比对一致")),
    Action.ASSIGN_INSPECTOR: assign_inspector,
    Action.LOOK_AGAIN: lambda w, a, c: w.cases.look_again(a, c.id, ReasonBody(version=c.version, reason="围挡已经补上，可以再看")),
    Action.RECUSE: lambda w, a, c: w.cases.recuse(
        a, c.id, RecuseBody(version=c.version, ground=RecusalGround.RELATIVE, reason="申请人是我的姐姐")
    ),
    Action.ASK_RECUSAL: lambda w, a, c: w.cases.ask_recusal(
        a, c.id, AskRecusalBody(version=c.version, who="贺明", reason="他是邻居，和我打过官司")
    ),
    Action.DECIDE_RECUSAL: decide_recusal,
    Action.REPORT_DONE: lambda w, a, c: w.cases.report_done(a, c.id, ReportDoneBody(version=c.version)),
    Action.SPEAK: lambda w, a, c: w.cases.speak(a, c.id, SpeakBody(version=c.version, text="我没有隐瞒")),
    Action.HEAR_STATEMENT: hear_statement,
    Action.KEEP_DECISION: lambda w, a, c: w.cases.keep_decision(a, c.id, ReasonBody(version=c.version, reason="申请人的说明成立")),
    Action.ANNUL: lambda w, a, c: w.cases.annul(a, c.id, AnnulBody(version=c.version, reason="承诺不实", basis="行政许可法第六十九条")),
}


# What a bundle does by itself is tested in unit/cases/test_standings.py, what a delivery does to its case in api/test_deliveries.py,
# what follows from the monthly look in test_rechecks.py, the end of shifts in test_shifts.py.
ELSEWHERE = {Action.GIVE_BACK, Action.FOLLOW_PARTS, Action.DELIVERED, Action.PROPOSE_ANNULMENT}


def test_every_action_is_called_here_or_elsewhere() -> None:
    assert set(Action) - set(CALLS) == ELSEWHERE


def actor_for(action: Action) -> CitizenActor | StaffActor | SystemActor:
    who = next(row.who for row in TRANSITIONS if row.action is action)
    if who is Who.SYSTEM:
        return SYSTEM
    return PERSON if who in (Who.APPLICANT, Who.PRINCIPAL) else ALL_ROLES


async def standing(world: CasesWorld, state: CaseState, action: Action) -> Case:
    """A case in `state` that every other condition of `action` is met for, as it stands in the database."""
    case = await made(world, state, action)
    await world.store.cases.insert(case)
    await stands_there(world)  # registers are asked about them
    if action in (Action.ABORT, Action.ANNUL):  # the head ends it on the letter that lets them decide it
        await world.authorised(ALL_ROLES, case.item)
    return case


async def made(world: CasesWorld, state: CaseState, action: Action) -> Case:
    """Such a case before it is written."""
    ground = "later" if action in TOLERATED else "committed" if action in COMMITTED else "plain"
    world.cases.catalogue = known(world.catalogue, ground)
    world.book.policy = world.book.policy.model_copy(update={"green_channel": (GreenGround(key="relief", name="抢险救灾"),)})
    act = world.act(PERSON)
    by = Somebody(id=ALL_ROLES.id, name=ALL_ROLES.name, department="public_security")
    use = FileUse(material="mat_1", version=1, name="户口簿.jpg", content_type="image/jpeg", size=10)
    slot = CaseMaterial(
        key="household_register",
        name="居民户口簿",
        files=[use],
        verdict=Verdict(passed=action is not Action.PASS_MATERIAL, by=by, at=act.at),
        original=OriginalCheck(outcome=Original.SAME, by=by, at=act.at),
    )
    case = Case(
        _id="case_1",
        person=PERSON.id,
        person_name=PERSON.name,
        item="idcard-lost",
        item_name="居民身份证丢失补领",
        item_version="idcard-lost@2026-01-01",
        department="public_security",
        region="990101",
        is_licence=True,
        form=dict(IDCARD),
        materials=[slot],
        snapshots=[Snapshot(form={**IDCARD, "phone": "16900000009"}, materials={"household_register": slot.fingerprint})],
        submissions=[Submission(number=1, mode="pre_review", at=act.at, by=by)],
        created_at=act.at,
        updated_at=act.at,
        reviewer=None if action is Action.CLAIM else by,
        hold=Hold(reason="代办授权已经结束", grant="grant_1", at=act.at) if action is Action.TAKE_OVER else None,
        decision=Decision(outcome=Completion.GRANTED, number="n", at=act.at, by=by),
    )
    case = await world.book.accepted(case, world.cases.version_of(case), act)
    stop = ClockStop(ground=PauseGround.SITE_VISIT, reason="", start=act.at)
    steps = case.steps if action is not Action.GRANT and action is not Action.REFUSE else case.steps[-1:]
    slip = Return(
        number="n", kind=ReturnKind.CORRECTION, at=act.at, by=by, submission=0,
        defects=[Defect(target="form/phone", name="联系电话", reason=ReasonClass.WRONG_ANSWER, advice="请核对")],
    )  # fmt: skip
    standing = case.model_copy(
        update={
            "state": state,
            "steps": steps,
            "reviewer": None if action is Action.CLAIM else by,
            "returns": [slip] if state in (S.RETURNED, S.CORRECTION, S.CORRECTION_AFTER_ACCEPTANCE) else [],
            "clock": case.clock.model_copy(update={"stops": [stop] if state is S.PAUSED else [], "received_at": act.at}),
        }
    )
    return about(world, act, standing, action)


TOLERATED = {Action.PROMISE, Action.HEAR_PROMISE, Action.HAND_IN, Action.EXAMINE_DEBT, Action.REVOKE}
COMMITTED = {Action.COMMIT, Action.HEAR_COMMITMENT, Action.DECLINE_COMMITMENT, Action.HEAR_DECLINE}


def about(world: CasesWorld, act: Act, case: Case, action: Action) -> Case:
    """The case with what the action is about: something owed, committed to, checked, or to be annulled."""
    inspector = Somebody(id=ALL_ROLES.id, name=ALL_ROLES.name, department=ALL_ROLES.department)
    made: dict[Action, Callable[[], Case]] = {
        Action.PROMISE: lambda: asks_proof(case.model_copy(update={"acceptance": None})),
        Action.HEAR_PROMISE: lambda: asks_proof(case.model_copy(update={"acceptance": None})),
        Action.HAND_IN: lambda: owes(case, act),
        Action.EXAMINE_DEBT: lambda: owes(case, act, handed_in=True),
        Action.REVOKE: lambda: owes(case, act, lapsed=True),
        Action.COMMIT: lambda: asks_proof(case),
        Action.HEAR_COMMITMENT: lambda: asks_proof(case),
        Action.DECLINE_COMMITMENT: lambda: has_committed(world, asks_proof(case), act),
        Action.HEAR_DECLINE: lambda: has_committed(world, asks_proof(case), act),
        Action.INSPECT: lambda: is_checked(case, act, inspector),
        Action.ASSIGN_INSPECTOR: lambda: is_checked(case, act, inspector),
        Action.REPORT_DONE: lambda: owes_a_duty(case, act),
        Action.GO_ON: lambda: waited_for_a_word(case, act),
        Action.LOOK_AGAIN: lambda: was_found_wanting(case, act, inspector),
        Action.SPEAK: lambda: is_to_be_annulled(case, act, inspector, spoken=False),
        Action.HEAR_STATEMENT: lambda: is_to_be_annulled(case, act, inspector, spoken=False),
        Action.KEEP_DECISION: lambda: is_to_be_annulled(case, act, inspector, spoken=True),
        Action.ANNUL: lambda: is_to_be_annulled(case, act, inspector, spoken=True),
    }
    return made[action]() if action in made else case


def waited_for_a_word(case: Case, act: Act) -> Case:
    """It was sent back since somebody said nothing in time, and by now they have."""
    met = Obligation(
        id="ask_1",
        kind=ObligationKind.CONFIRMATION,
        key="landlord",
        name="房东确认",
        who_name="李房东",
        number="910",
        blocks=Blocks.ACCEPTANCE,
        since=act.at,
        lapsed_at=act.at,
        met_at=act.at,
    )
    slips = [each.model_copy(update={"kind": ReturnKind.UNAGREED}) for each in case.returns]
    handed = [Snapshot(form=case.form, materials={each.key: each.fingerprint for each in case.materials})]
    return case.model_copy(update={"obligations": [met], "returns": slips, "snapshots": handed})


def was_found_wanting(case: Case, act: Act, by: Somebody) -> Case:
    """Its first step was a look that failed."""
    first, *others = case.steps
    done = {"done_at": act.at, "done_by": by, "finding": "没有围挡", "outcome": StepOutcome.FAILS, "verdict": "不符合"}
    second = others[0].model_copy(update={"started_at": act.at})
    return case.model_copy(update={"steps": [first.model_copy(update=done), second, *others[1:]]})


def by_message(world: CasesWorld) -> None:
    """A message is another way to get the result: what is not handed over is recorded."""
    version = world.cases.catalogue.version("idcard-lost", world.clock.now().date())
    world.alter(
        "idcard-lost", results=tuple(each.model_copy(update={"delivery": (*each.delivery, Way.NOTICE)}) for each in version.results)
    )


@pytest.mark.parametrize("action", list(CALLS))
@pytest.mark.parametrize("state", list(CaseState))
async def test_every_action_in_every_state(world: CasesWorld, state: CaseState, action: Action) -> None:
    case = await standing(world, state, action)
    by_message(world)
    act = world.act(actor_for(action))
    allowed = [row for row in rows(action, state) if row.when is None]  # the item needs a visit and issues no certificate
    listed = action in await world.cases.actions(act, case)
    if not allowed:
        assert not listed
        with pytest.raises(WrongState):
            await CALLS[action](world, act, case)
        after = await world.store.cases.get(case.id)
        assert after is not None
        assert (after["state"], after["version"], after["events"]) == (state.value, 0, [])
        return
    assert listed == (allowed[0].who is not Who.SYSTEM)
    await CALLS[action](world, act, case)
    after = await world.store.cases.get(case.id)
    assert after is not None
    assert after["state"] == allowed[0].target.value
    assert [event["action"] for event in after["events"]] == [f"case.{allowed[0].effect}"]
    assert after["version"] == 1
    told = after["events"][0]["detail"]
    assert (told["from"], told["to"]) == (state.value, after["state"]), "supervision replays the states"


async def test_what_came_in_and_was_not_looked_at_keeps_the_decision(world: CasesWorld) -> None:
    act = world.act(actor_for(Action.REVOKE))
    case = owes(await standing(world, S.GRANTED, Action.REVOKE), act, handed_in=True, lapsed=True)
    document = case.to_document()
    await world.store.cases.change_many({"_id": case.id}, {"$set": {key: document[key] for key in ("obligations", "materials")}})
    assert Action.REVOKE not in await world.cases.actions(act, case)
    with pytest.raises(WrongState, match="还没有审核，不能撤回决定"):
        await CALLS[Action.REVOKE](world, act, case)
    after = await world.store.cases.get(case.id)
    assert after is not None
    assert (after["state"], after["version"], after["events"]) == (S.GRANTED.value, 0, [])


@pytest.mark.parametrize("action", [action for action in CALLS if actor_for(action) is not SYSTEM])
async def test_a_frozen_case_allows_only_taking_over_and_withdrawing(world: CasesWorld, action: Action) -> None:
    states = [
        row.source for row in TRANSITIONS if row.action is action and row.source in (S.DRAFT, S.SUBMITTED, S.RETURNED, S.PRE_APPROVED)
    ]
    for state in states:
        case = await standing(world, state, action)
        held = {"reason": "代办授权已经结束", "grant": "grant_1", "at": case.created_at}
        frozen = Case.of(await world.store.cases.change({"_id": case.id}, {"$set": {"hold": held}}) or {})
        act = world.act(actor_for(action))
        assert (action in await world.cases.actions(act, frozen)) == (action in UNDER_HOLD)
        if action in UNDER_HOLD:
            await CALLS[action](world, act, frozen)
        else:
            with pytest.raises(WrongState, match="冻结"):
                await CALLS[action](world, act, frozen)
        await world.store.cases.delete({})


@pytest.mark.parametrize(("action", "state"), sorted(CLAIM_NEEDED))
async def test_reviewing_needs_the_claim(world: CasesWorld, action: Action, state: CaseState) -> None:
    if not rows(action, state):
        return
    case = await standing(world, state, action)
    other = ALL_ROLES.model_copy(update={"id": "staff_other", "roles": ALL_ROLES.roles - {Role.CHIEF_REPRESENTATIVE}})
    with pytest.raises(Exception, match="正由姚淑贤办理"):
        await CALLS[action](world, world.act(other), case)
    assert action not in await world.cases.actions(world.act(other), case)
