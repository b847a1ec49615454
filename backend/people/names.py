"""Names as people type them, brought to the one form the registers keep."""

import re
import unicodedata

# Every dot that keyboards and fonts offer for the 间隔号 of 阿依古丽·买买提, the full stop between two Han characters too.
_DOTS = re.compile(r"\s*(?:[\u00b7\u2022\u2027\u2219\u22c5\u2e31\u30fb\u16eb]|(?<=[\u2e80-\u9fff])[.\u3002](?=\s*[\u2e80-\u9fff]))\s*")
_BLANKS = re.compile(r"\s+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]")


def normalise_name(name: str) -> str:
    """One spelling for one name: the dot of 阿依古丽·买买提 is U+00B7, Chinese names carry no blanks, Latin ones single ones.

    Compatibility forms that input methods produce (full-width letters, compatibility ideographs) become the plain
    character; rare characters beyond the basic plane stay as they are.
    """
    cleaned = _INVISIBLE.sub("", name)
    cleaned = unicodedata.normalize("NFKC", cleaned)
    cleaned = _DOTS.sub("·", cleaned)
    if _HAN.search(cleaned):
        return _BLANKS.sub("", cleaned)
    return _BLANKS.sub(" ", cleaned).strip()


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are one name; Latin letters without regard to case."""
    return normalise_name(one).casefold() == normalise_name(other).casefold()
