"""What an application that is ranked says of its wishes and of whom it is for. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from backend.errors import FieldError
from models.cases import Case
from models.catalogue import ItemVersion, Ranking
from models.documents import DocumentType, born_of


def wish_faults(case: Case, version: ItemVersion, ranking: Ranking) -> list[FieldError]:
    """Wishes that stand twice, and a date of birth that is not the one of the number. Nothing is told of what is not answered."""
    faults: list[FieldError] = []
    seen: set[str] = set()
    for key in ranking.wishes:
        wish, field = case.form.get(key), version.field(key)
        if isinstance(wish, str) and wish in seen:
            label = field.label if field else key
            faults.append(FieldError(f"/form/{key}", f"「{label}」和前面的志愿重复了，请另选一个；不是必填的可以空着。"))
        seen.add(str(wish))
    if ranking.born is not None and _born(case, ranking) not in (None, case.form.get(ranking.born)):
        faults.append(FieldError(f"/form/{ranking.born}", "出生日期和身份证号码里的不一样，请照证件改过来。"))
    return faults


def option_label(version: ItemVersion, option: str) -> str:
    """What people call what can be wished for."""
    assert version.ranking is not None
    fields = (version.field(key) for key in version.ranking.wishes)
    return next((label for field in fields if field and (label := field.label_of(option)) != option), option)


def twice_for_one(cases: Iterable[Case], ranking: Ranking) -> list[list[Case]]:
    """The applications that are for one and the same person, for each person who has more than one, by their numbers."""
    of_whom: defaultdict[str, list[Case]] = defaultdict(list)
    for case in sorted(cases, key=lambda each: each.number or each.id):
        if number := _number(case, ranking):
            of_whom[number].append(case)
    return [group for group in of_whom.values() if len(group) > 1]


def _number(case: Case, ranking: Ranking) -> str:
    """The identity number of whom the application is for; empty where it names nobody by number."""
    about = case.form.get(ranking.about) if ranking.about else None
    return str(about.get("id_number") or "").upper() if isinstance(about, dict) else ""


def _born(case: Case, ranking: Ranking) -> str | None:
    number = _number(case, ranking)
    born: date | None = born_of(DocumentType.RESIDENT_CARD, number) if number else None
    return born.isoformat() if born else None
