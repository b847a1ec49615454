"""Answers and papers several departments of a bundle rest on: what one has granted on stays, what one sends back nobody grants on. Pure."""

from collections.abc import Sequence

from backend.errors import FieldError, Invalid, WrongState
from models.cases import Case, DefectBody, Submission
from models.catalogue import BundlePart, ItemVersion

_DECIDED = "「{name}」已经按原来的内容办好，这一项不能再改，请改回原来的内容。"
_GRANTED_ON = "「{part}」已经按这一项批准，不能再请申请人改。请按现有的内容办理；认为有错的，请先同办理「{part}」的部门核对，由它撤销批准。"
_ASKED_BACK = "「{part}」正在请申请人修改「{names}」，这里也要用到。等申请人改好、看过以后再批准。"


def require_unchanged(whole: Case, version: ItemVersion, latest: Submission) -> None:
    """Raises `Invalid` where an answer or a paper was changed on which a department has decided already, and nobody asked for it."""
    asked = {defect.target for slip in whole.open_returns for defect in slip.defects}
    decided = {each.key for each in whole.parts if each.status.is_decided}
    whose = {target: part.name for part in version.parts if part.key in decided for target in _targets(part)}
    changed = [*(f"form/{key}" for key in latest.changed_fields), *(f"materials/{key}" for key in latest.changed_materials)]
    faults = [
        FieldError(f"/{target}", _DECIDED.format(name=whose[target])) for target in changed if target in whose and target not in asked
    ]
    if faults:
        raise Invalid(errors=faults)


def require_not_granted_on(whole: Case, version: ItemVersion, defects: Sequence[DefectBody]) -> None:
    """Raises `Invalid` where a department would ask for another answer or paper than the one a colleague has granted on."""
    granted = {each.key for each in whole.parts if each.status.is_granted}
    whose = {target: part.name for part in version.parts if part.key in granted for target in _targets(part)}
    faults = [
        FieldError(f"/defects/{number}", _GRANTED_ON.format(part=whose[defect.target]))
        for number, defect in enumerate(defects)
        if defect.target in whose
    ]
    if faults:
        raise Invalid(errors=faults)


def require_not_asked_back(whole: Case, version: ItemVersion, part: Case) -> None:
    """Raises `WrongState` where a department would grant on what another one has just sent back to be mended."""
    own = version.part(part.part or "")
    rests_on = set(_targets(own)) if own else set[str]()
    for slip in whole.open_returns:
        if slip.part not in (None, part.part) and (back := [each.name for each in slip.defects if each.target in rests_on]):
            asking = version.part(slip.part or "")
            raise WrongState(_ASKED_BACK.format(part=asking.name if asking else "另一个部门", names="」「".join(back)))


def _targets(part: BundlePart) -> list[str]:
    return [*(f"form/{key}" for key in part.fields), *(f"materials/{key}" for key in part.materials)]
