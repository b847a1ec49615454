"""Every rule on every demo citizen's real-looking records: none breaks, the dead and the doubtful go to a person."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from backend.catalogue import Catalogue, Decision, Question
from backend.clock import SetClock
from models.catalogue import Outcome
from models.demo import DemoCitizen
from models.registers import RECORD_MODELS, OtherRecord, Provenance, RegisterAnswer
from models.registers import Outcome as Answered
from sandbox.world import World
from tests.unit.catalogue.conftest import CATALOGUE

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
FORMS = {
    "ss-proof": {"range": "all", "purpose": "loan"},
    "med-proof": {"range": "year", "purpose": "loan"},
    "tax-proof": {"range": "year", "purpose": "loan"},
    "archive-proof": {"purpose": "loan"},
    "relation-proof": {"relative_name": "王桂芳", "relation": "mother", "purpose": "loan"},
    "retiree-proof": {"proof_kind": "status", "purpose": "loan"},
    "political-proof": {
        "matter": "party",
        "unit": "江州精工机械有限公司",
        "letter_number": "江精函〔2026〕12号",
        "letter_date": "2026-11-10",
    },
    "housing-benefit-proof": {"scope": "own", "purpose": "house"},
    "weather-proof": {
        "day": "2026-08-08",
        "area": "luoxi",
        "event": "rainstorm",
        "place": "罗溪街道榕树里12号",
        "damage": "家具",
        "purpose": "insurance",
    },
}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(CATALOGUE / "demo", tmp_path, SetClock(AT))


def decide(catalogue: Catalogue, world: World, code: str, citizen: DemoCitizen) -> Decision:
    """What the rule of an item says about a demo citizen."""
    rule = catalogue.rule(catalogue.version(code, TODAY))
    asked = rule.criteria(FORMS[code], TODAY)
    answers: dict[str, RegisterAnswer] = {}
    for name, criteria in asked.items():
        record = world.record(name, citizen, criteria.get("from", ""), criteria.get("to", ""), criteria)
        provenance = Provenance(source=name, record_id="", fetched_at=AT, digest="")
        if record is None:
            answers[name] = RegisterAnswer(outcome=Answered.NO_RECORD, provenance=provenance)
        elif record["name"] != citizen.name:
            answers[name] = RegisterAnswer(outcome=Answered.NAME_MISMATCH, provenance=provenance)
        else:
            parsed = RECORD_MODELS.get(name, OtherRecord).model_validate(record)
            answers[name] = RegisterAnswer(outcome=Answered.FOUND, record=parsed, provenance=provenance)
    return rule.decide(Question(form=FORMS[code], today=TODAY, answers=rule.keep(answers, asked)))


@pytest.mark.parametrize("code", FORMS)
def test_every_demo_citizen_gets_an_answer(catalogue: Catalogue, world: World, code: str):
    outcomes = {citizen.code: decide(catalogue, world, code, citizen) for citizen in world.district.citizens}
    said = {decision.outcome for decision in outcomes.values()}
    assert {Outcome.GRANT, Outcome.PERSON} <= said
    assert (Outcome.NO_RECORD in said) is (code == "ss-proof")
    for citizen in world.district.citizens:
        decision = outcomes[citizen.code]
        assert decision.reason or decision.outcome is not Outcome.PERSON
        if citizen.died:
            assert decision.outcome is Outcome.PERSON, citizen.code


def test_what_stands_on_a_social_insurance_proof(catalogue: Catalogue, world: World):
    citizen = world.citizen("li-min")
    assert citizen
    data = decide(catalogue, world, "ss-proof", citizen).data
    assert data["from"] == "1992-03"
    assert data["until"] == "2026-11"
    assert data["kinds"] == [
        {"name": name, "status": "待遇领取", "from": "1992-03", "until": "2025-09", "months": 403, "base": "5200.00"}
        for name in ("企业职工基本养老保险", "失业保险", "工伤保险")
    ]


def test_a_daughter_proves_who_her_mother_is(catalogue: Catalogue, world: World):
    citizen = world.citizen("li-min")
    assert citizen
    decision = decide(catalogue, world, "relation-proof", citizen)
    assert decision.outcome is Outcome.GRANT
    assert [row["name"] for row in decision.data["relatives"]] == ["王桂芳"]  # type: ignore[index, union-attr]
