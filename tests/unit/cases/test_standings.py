"""Where the parts of a bundle stand leaves the bundle in exactly one state."""

import pytest

from backend.cases.standings import lost_essential, ready, row_of_bundle, standing_now
from models.cases import CaseState, PartStanding, PartStatus

P, S = PartStatus, CaseState


def standing(key: str, status: PartStatus, *after: str) -> PartStanding:
    return PartStanding(key=key, name=key, department="d", status=status, after=list(after))


@pytest.mark.parametrize(
    ("state", "statuses", "target"),
    [
        (S.ACCEPTED, (P.UNDER_WAY, P.GRANTED), None),
        (S.ACCEPTED, (P.ASKS, P.GRANTED), S.CORRECTION_AFTER_ACCEPTANCE),
        (S.CORRECTION_AFTER_ACCEPTANCE, (P.ASKS, P.REFUSED), S.CORRECTION_AFTER_ACCEPTANCE),
        (S.CORRECTION_AFTER_ACCEPTANCE, (P.UNDER_WAY, P.ENDED), S.ACCEPTED),
        (S.ACCEPTED, (P.GRANTED, P.REFUSED, P.NOT_WANTED), S.GRANTED),
        (S.CORRECTION_AFTER_ACCEPTANCE, (P.HANDED_OVER, P.ENDED), S.GRANTED),
        (S.ACCEPTED, (P.REFUSED, P.IMPOSSIBLE, P.NOT_WANTED), S.REFUSED),
        (S.GRANTED, (P.HANDED_OVER, P.REFUSED), None),
        (S.CLOSED, (P.HANDED_OVER,), None),
        (S.WITHDRAWN, (P.ENDED,), None),
        (S.ACCEPTED, (P.REFUSED, P.LAPSED), S.REFUSED),
    ],
)
def test_a_bundle_goes_where_its_parts_go(state: CaseState, statuses: tuple[PartStatus, ...], target: CaseState | None) -> None:
    row = row_of_bundle(state, [standing(f"p{index}", status) for index, status in enumerate(statuses)])
    assert (row.target if row and row.target is not state else None) == (target if target is not state else None)


def test_without_an_essential_part_the_whole_has_failed() -> None:
    essential = standing("approval", P.IMPOSSIBLE, "a").model_copy(update={"essential": True})
    row = row_of_bundle(S.ACCEPTED, [standing("a", P.REFUSED), standing("b", P.GRANTED), essential])
    assert row is not None
    assert row.target is S.REFUSED


def test_a_part_begins_when_all_it_comes_after_are_granted_or_were_not_wanted() -> None:
    parts = [standing("a", P.GRANTED), standing("b", P.NOT_WANTED), standing("c", P.WAITING, "a", "b"), standing("d", P.WAITING, "c")]
    assert [each.key for each in ready(parts)] == ["c"]


@pytest.mark.parametrize(
    ("statuses", "begins"),
    [
        ((P.GRANTED, P.UNDER_WAY), P.WAITING),
        ((P.GRANTED, P.REFUSED), "ready"),
        ((P.REFUSED, P.HANDED_OVER), "ready"),
        ((P.REFUSED, P.NOT_WANTED), P.IMPOSSIBLE),
        ((P.NOT_WANTED, P.NOT_WANTED), "ready"),
        ((P.REFUSED, P.WITHDRAWN), P.IMPOSSIBLE),
    ],
)
def test_of_two_grounds_one_is_enough_once_both_are_decided(statuses: tuple[PartStatus, PartStatus], begins: PartStatus | str) -> None:
    last = standing("c", P.WAITING).model_copy(update={"any_of": ["a", "b"]})
    now = standing_now([standing("a", statuses[0]), standing("b", statuses[1]), last], {})
    assert begins == ("ready" if ready(now) else now[-1].status)


@pytest.mark.parametrize(
    ("status", "lost"), [(P.REFUSED, True), (P.ENDED, True), (P.IMPOSSIBLE, False), (P.UNDER_WAY, False), (P.GRANTED, False)]
)
def test_what_is_under_way_ends_with_an_essential_part_that_was_refused(status: PartStatus, lost: bool) -> None:
    essential = standing("a", status).model_copy(update={"essential": True})
    parts = [essential, standing("b", P.UNDER_WAY), standing("c", P.REFUSED)]
    assert lost_essential(parts) == (essential if lost else None)


def test_what_comes_after_something_refused_can_never_begin_nor_what_comes_after_that() -> None:
    parts = [standing("a", P.REFUSED), standing("b", P.WAITING, "a"), standing("c", P.WAITING, "b"), standing("d", P.WAITING)]
    assert [each.status for each in standing_now(parts, {})] == [P.REFUSED, P.IMPOSSIBLE, P.IMPOSSIBLE, P.WAITING]
