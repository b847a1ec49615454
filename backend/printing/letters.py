"""Which characters our fonts print, read from the fonts themselves: asked before a text is kept, so that no paper fails on it later.

Loads nothing but the fonts' character tables (OpenType `cmap`, format 12), so that every process can afford it.
"""

import struct
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cvttf_NotoSansCJK_Regular import get_TTF_path
from pylopdf_fonts_zh_cn import sans_path, serif_path

if TYPE_CHECKING:
    from pydantic import JsonValue

MISSING = "〓"  # what printers in China set where they have no type for a character
_UNSHOWABLE = frozenset({"Cc", "Cf", "Co", "Cs"})  # control, invisible and bidirectional, private, half a character
_BLANKS = str.maketrans({"\t": " ", "\r": None})
_FULL_UNICODE = 12  # the format of a table that reaches beyond 65,535


def unprintable(text: str) -> list[str]:
    """The characters of a text that our fonts do not show, each once, in order. Line breaks and tabs are layout and none of them."""
    return [letter for letter in dict.fromkeys(text) if letter not in _printed() and letter not in "\n\r\t"]


def refused(text: str) -> list[str]:
    """The characters of a text that are not taken. A Chinese character is, with or without type: it may be somebody's name."""
    return [letter for letter in unprintable(text) if not _is_han(letter)]


def advice(letters: list[str]) -> str:
    """What to tell whoever typed them: which, as far as they can be seen, and what to do."""
    seen = "".join(each for each in letters[:5] if unicodedata.category(each) not in _UNSHOWABLE and not unicodedata.combining(each))
    return f"有印不到纸上的字符{f'（{seen}）' if seen else ''}，请去掉表情符号或看不见的字符，外文请改用汉字或英文字母。"


def showable(data: "Mapping[str, JsonValue]") -> "dict[str, JsonValue]":
    """The same data with every text as paper can show it: 〓 for a character without type, and for one that is invisible."""
    return {key: _showable(inner) for key, inner in data.items()}


def texts_of(value: "JsonValue | Mapping[str, JsonValue]", pointer: str = "") -> Iterator[tuple[str, str]]:
    """Every text in JSON data, with the JSON pointer to it."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts_of(inner, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts_of(inner, f"{pointer}/{index}")


def _is_han(letter: str) -> bool:
    """Within CJK Unified Ideographs and its extensions, those of planes 2 and 3 that are still to come included."""
    return "\u3400" <= letter <= "\u9fff" or "\U00020000" <= letter <= "\U0003fffd"


def _showable(value: "JsonValue") -> "JsonValue":
    if isinstance(value, str):
        text = value.translate(_BLANKS)
        return "".join(each if each in _printed() or each == "\n" else MISSING for each in text)
    if isinstance(value, dict):
        return showable(value)
    return [_showable(inner) for inner in value] if isinstance(value, list) else value


@cache
def _printed() -> "_Letters":
    """Every character that both the serif and the sans families of the templates have, with the one they fall back to."""
    serif, sans, rest = (_codes(path) for path in (serif_path(), sans_path(), Path(get_TTF_path())))
    return _Letters(code for code in (serif | rest) & (sans | rest) if unicodedata.category(chr(code)) not in _UNSHOWABLE)


class _Letters:
    """Characters as a bit each of 0.14 MB: the 45,000 of our fonts are 5 MB as strings, in every process."""

    def __init__(self, codes: Iterable[int]) -> None:
        self._bits = bytearray((sys.maxunicode + 8) // 8)
        for code in codes:
            self._bits[code >> 3] |= 1 << (code & 7)

    def __contains__(self, letter: str) -> bool:
        code = ord(letter)
        return bool(self._bits[code >> 3] >> (code & 7) & 1)


def _codes(font: Path) -> set[int]:
    table = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", table, 2)
    codes: set[int] = set()
    for index in range(count):
        _, _, offset = struct.unpack_from(">HHI", table, 4 + 8 * index)
        if struct.unpack_from(">H", table, offset)[0] != _FULL_UNICODE:
            continue
        (groups,) = struct.unpack_from(">I", table, offset + 12)
        for first, last, _ in struct.iter_unpack(">III", table[offset + 16 : offset + 16 + 12 * groups]):
            codes.update(range(first, last + 1))
    return codes


def _table(font: Path, name: bytes) -> bytes:
    """One table of an OpenType file. Raises `ValueError` where it has none."""
    with font.open("rb") as file:
        (count,) = struct.unpack(">4xH6x", file.read(12))
        for tag, _, offset, length in struct.iter_unpack(">4sIII", file.read(16 * count)):
            if tag == name:
                file.seek(offset)
                return file.read(length)
    raise ValueError(f"{font.name} has no table {name.decode()}")
