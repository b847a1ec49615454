"""Who had a hand in a case and by what, as its applicant is told: whoever does not know them cannot ask for another (回避)."""

from models.cases import Case, HandView, Somebody

_IN_HAND, _BEFORE, _TOOK_IN, _LOOKED, _RETURNED, _ACCEPTED, _WROTE = "正在办", "办过", "收件", "看材料", "告知修改", "受理", "代录"


def hands_of(case: Case) -> dict[str, tuple[Somebody, list[str]]]:
    """By id: who, and all they did. None who is out of it."""
    acts: list[tuple[Somebody | None, str]] = [
        (case.reviewer, _IN_HAND),
        (case.given_back, _BEFORE),
        *((each, _WROTE) for each in case.scribes),
        (case.received_by, _TOOK_IN),
        *((each.verdict.by, _LOOKED) for each in case.materials if each.verdict is not None),
        *((each.by, _RETURNED) for each in case.returns),
        (case.accepted_by, _ACCEPTED),
        *((step.done_by, step.name) for step in case.steps),
    ]
    out = {each.id for each in case.recused}
    hands: dict[str, tuple[Somebody, list[str]]] = {}
    for who, did in acts:
        if who is not None and who.id not in out:
            known = Somebody(id=who.id, name=who.name, department=who.department)
            all_did = hands.setdefault(who.id, (known, []))[1]
            all_did.extend([did] if did not in all_did else [])
    return hands


def hand_views(case: Case) -> list[HandView]:
    """For the applicant and whoever works on it."""
    return [HandView(name=who.name, did=did) for who, did in hands_of(case).values()]
