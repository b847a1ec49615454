"""The story of a case: who, with what they are to it, and what of it is for whoever works on it alone."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from backend.cases.story import story_view
from backend.declared import declared
from models.audit import ActWords
from models.base import Event
from models.cases import Case
from tests.unit.supervision.history import GONG, YAO, case, event

WORDS = declared(Path(__file__).parents[3] / "catalogue" / "acts.yaml", ActWords)
VERSION: Any = SimpleNamespace(form=[])


def told(told_of: Case, *, clear: bool = True) -> list[str]:
    items = story_view(told_of, VERSION, WORDS, clear=clear).items
    return [f"{each.who} {each.did} {each.about}".strip() for each in items]


def by(when: str, action: str, actor: dict[str, str], principal: dict[str, str] | None = None) -> Event:
    return event(when, action).model_copy(update={"actor": actor, "principal": principal})


MOTHER, DAUGHTER = {"id": "citizen_1", "name": "王桂芳"}, {"kind": "citizen", "id": "citizen_2", "name": "王敏"}


def test_everybody_is_named_with_what_they_are_newest_first() -> None:
    lapsed = by("24 17:00", "claim_lapsed", {"kind": "system", "id": "cases", "name": "系统"})
    lapsed = lapsed.model_copy(update={"detail": {"from_whom": YAO.id}})
    in_place = {"kind": "staff", "id": GONG.id, "name": GONG.name, "in_place_of": YAO.id, "in_place_of_name": YAO.name}
    written = by("23 09:00", "submitted", {"kind": "staff", "id": "staff_liu", "name": "柳芳"}, MOTHER)
    story = case(
        written,
        event("24 09:00", "claimed", "submitted", YAO),
        lapsed,
        by("25 09:00", "claimed", in_place),
        by("26 09:00", "urged", DAUGHTER, MOTHER),
        by("26 10:00", "confirmed", {"kind": "citizen", "id": "citizen_3", "name": "陈伟"}),
    )
    assert told(story) == [
        "其他当事人陈伟 相对方确认",
        "代办人王敏 催办",
        "龚晓东（代姚淑贤） 领取",
        "系统 下班时退回待领 原来在姚淑贤手里",
        "姚淑贤 领取",
        "柳芳（代录） 提交",
    ]


def test_who_does_not_work_on_it_reads_masked_names_and_nothing_of_recusals() -> None:
    story = case(event("23 09:00", "submitted", "submitted"), event("24 09:00", "recusal_asked"), by("26 09:00", "urged", DAUGHTER, MOTHER))
    assert told(story) == ["代办人王敏 催办", "申请人王桂芳 申请工作人员回避", "申请人王桂芳 提交"]
    assert told(story, clear=False) == ["代办人王* 催办", "申请人王*芳 提交"]
