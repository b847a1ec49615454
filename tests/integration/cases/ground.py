"""Cases of the full matrix that have something for tolerance, commitments and checks of them to be about."""

from datetime import timedelta
from functools import cache
from typing import Any

from backend.cases import commitments
from backend.catalogue import Catalogue
from models.acts import Act
from models.cases import (
    Blocks,
    Case,
    CaseMaterial,
    DebtLine,
    DutyOwed,
    FileUse,
    Inspection,
    InspectionOutcome,
    InspectionState,
    Obligation,
    ObligationKind,
    Proposal,
    Somebody,
    Statement,
    ToleranceNotice,
    Word,
)
from models.catalogue import Duty, Extension, Material
from models.catalogue.codes import DebtConsequence, OnSilence
from models.catalogue.limits import Silence
from tests.cases_world import CasesWorld

ITEM, VERSION = "idcard-lost", "idcard-lost@2026-01-01"
PROOF = "proof"  # the material that comes later, or is committed to instead
DECIDED_BY = Somebody(id="staff_decided", name="贺明", department="public_security")
OTHER_OFFICER = Somebody(id="staff_7", name="廖家明", department="public_security")
_GRANTED = Silence(effect=OnSilence.DEEMED_GRANTED, basis="某法第八条", verified=True)
_DAYS = {"within": {"n": 5, "unit": "workday"}, "correct_within": {"n": 3, "unit": "workday"}}
_DUTY = {"key": "tidy", "name": "恢复原状", "text": "到期以前恢复原状。", "until": "lost_on", "check": _DAYS}
_LATER: dict[str, Any] = {
    "need": "deferrable",
    "tolerance": {"within": {"n": 10, "unit": "workday"}, "before": "hand_out", "consequence": "withdraw", "note": "演示"},
}


@cache
def known(catalogue: Catalogue, ground: str) -> Catalogue:
    """The catalogue, with the item as the matrix needs it: its limits may be extended, silence grants it, and it asks for one thing
    more that may come later (`later`) or that a commitment stands for (`committed`). Made once: it takes a while."""
    version = catalogue.version_by_id(VERSION)
    basis = catalogue.version_by_id("fp-reward-audit@2026-01-01").commitment
    assert basis is not None
    extra = {"key": PROOF, "name": "派出所证明", "source": "self", "accepts": ["jpeg"], **(_LATER if ground == "later" else {})}
    changes: dict[str, Any] = {
        "clocks": version.clocks.model_copy(update={"extension": Extension(n=10), "on_silence": _GRANTED}),
        "materials": version.materials if ground == "plain" else (*version.materials, Material.model_validate(extra)),
        "duties": (Duty.model_validate(_DUTY),),
        "commitment": basis.model_copy(update={"replaces": (PROOF,), "skips": ()}) if ground == "committed" else None,
    }
    changed = catalogue.item(ITEM).model_copy(update={"versions": (version.model_copy(update=changes),)})
    items = [changed if each.code == ITEM else each for each in catalogue.items]
    return Catalogue(items, catalogue.vocabulary)  # without the list of fields no commitment is taken in: the police's items are on it


def asks_proof(case: Case, *, handed_in: bool = False) -> Case:
    """The case with a place for the proof."""
    use = FileUse(material="mat_2", version=1, name="证明.jpg", content_type="image/jpeg", size=10)
    slot = CaseMaterial(key=PROOF, name="派出所证明", files=[use] if handed_in else [])
    return case.model_copy(update={"materials": [*case.materials, slot]})


def owes(case: Case, act: Act, *, handed_in: bool = False, lapsed: bool = False) -> Case:
    """The case, accepted while the proof was still owed."""
    debt = Obligation(
        id="debt_1",
        kind=ObligationKind.DEBT,
        key=PROOF,
        name="派出所证明",
        blocks=Blocks.HAND_OUT,
        since=act.at,
        due=act.at + timedelta(days=9),
        handed_at=act.at if handed_in else None,
        lapsed_at=act.at if lapsed else None,
    )
    line = DebtLine(
        material=PROOF, name="派出所证明", form="原件", due=act.at, before=Blocks.HAND_OUT, consequence=DebtConsequence.WITHDRAW
    )
    notice = ToleranceNotice(number="n", at=act.at, lines=[line])
    return asks_proof(case, handed_in=handed_in).model_copy(update={"obligations": [debt], "tolerance": notice})


def owes_a_duty(case: Case, act: Act) -> Case:
    """The case, its applicant still to do something after the decision."""
    duty = DutyOwed(key="tidy", name="恢复原状", text="到期以前恢复原状。", due=act.at + timedelta(days=9))
    return case.model_copy(update={"duties": [duty]})


def has_committed(world: CasesWorld, case: Case, act: Act) -> Case:
    """The case, its applicant's letter given."""
    word = Word(by=Somebody(id=case.person, name=case.person_name), at=act.at)
    letter = commitments.letter(case, world.cases.version_of(case), "n", act.at, word)
    return case.model_copy(update={"commitment": letter})


def is_checked(case: Case, act: Act, inspector: Somebody) -> Case:
    """The case, decided by somebody else and drawn for a check that `inspector` is to do."""
    check = Inspection(
        department="public_security", draw=1, percent=100, since=act.at, due=act.at + timedelta(days=20), inspector=inspector
    )
    assert case.decision is not None
    return case.model_copy(update={"inspection": check, "decision": case.decision.model_copy(update={"by": DECIDED_BY})})


def is_to_be_annulled(case: Case, act: Act, inspector: Somebody, *, spoken: bool) -> Case:
    """The case, its commitment found untrue; the applicant may still speak, or has."""
    checked = is_checked(case, act, inspector)
    proposal = Proposal(
        number="n",
        at=act.at,
        ground=InspectionOutcome.FALSE,
        reason="比对不一致",
        basis="行政许可法第六十九条",
        until=act.at + timedelta(days=5),
        hearing=False,
    )
    by = Somebody(id=case.person, name=case.person_name)
    said = Statement(text="我没有隐瞒", at=act.at, by=by, wants_hearing=False) if spoken else None
    assert checked.inspection is not None
    proposed = checked.inspection.model_copy(update={"state": InspectionState.PROPOSED, "proposal": proposal})
    return checked.model_copy(update={"inspection": proposed, "statement": said})
