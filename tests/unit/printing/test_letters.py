"""Which characters are taken: all that are, are printed, and nobody loses their name."""

from typing import Any

import pytest

from backend.printing import advice, refused, showable, texts_of
from backend.printing.letters import unprintable
from backend.printing.render import Press
from tests.unit.printing.samples import AT, FACTS, TEMPLATES, page


@pytest.mark.parametrize(
    "text", ["王𠮷芳", "㛃䶮", "阿依古丽·买买提", "NGUYỄN Văn", "JOSÉ", "㎡①²★《》“”—…％＋￥", "第一行\n第二行", "\t\r\n"]
)
def test_what_people_write_is_taken(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize(
    "letter", ["🏠", "❤", "\ufe0f", "\u200b", "\u200d", "\u202e", "\ufeff", "ก", "ع", "\ue000", "\x00", "\x1b", "\x85"]
)
def test_what_no_font_shows_is_found(letter: str) -> None:
    assert refused(f"罗溪路9号{letter}门前{letter}") == [letter]


def test_a_name_without_type_is_taken_and_printed_as_the_sign_for_it() -> None:
    name = "王\U00031350"
    assert (refused(name), unprintable(name)) == ([], ["\U00031350"])
    assert showable({"holder": {"name": name}, "rows": [["🏠", 3, None]]}) == {"holder": {"name": "王〓"}, "rows": [["〓", 3, None]]}


def test_what_is_taken_is_printed(press: Press) -> None:
    """Typst is asked about a sample of all there are, evenly spread over the fonts."""
    taken = [chr(code) for code in range(0x20, 0x30000, 13) if not unprintable(chr(code))]
    facts: dict[str, Any] = FACTS[2][1]
    assert len(taken) > 3000
    assert press.pdf("archive_proof", page(facts, purpose="".join(taken)), AT, 10)


def test_what_to_do_is_told_and_only_what_can_be_seen_is_quoted() -> None:
    assert advice(["🏠", "\u200b"]).startswith("有印不到纸上的字符（🏠），请去掉表情符号或看不见的字符")
    assert "（" not in advice(["\u200b"])


def test_each_text_is_found_with_its_pointer() -> None:
    data: Any = {"form": {"a/b": "x", "people": [{"name": "y"}]}, "n": 1, "none": None}
    assert list(texts_of(data)) == [("/form/a~1b", "x"), ("/form/people/0/name", "y")]


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(TEMPLATES)
