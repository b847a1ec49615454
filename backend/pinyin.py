"""Pinyin of Chinese text.

What a character sounds like depends on the phrase it stands in: 长 is cháng in 长寿. pypinyin brings a dictionary of
47,000 phrases for that, 40 MB of them once loaded; a catalogue needs those few that stand in its names. `learn` reads no others.
"""

import json
import os
import re
from collections.abc import Iterable
from importlib.resources import files

os.environ["PYPINYIN_NO_PHRASES"] = "true"  # pypinyin reads it while it is imported

from pypinyin import Style, lazy_pinyin, load_phrases_dict

_LONGEST = 10  # characters of the longest phrase in the dictionary
_PHRASE = re.compile(r'"([^"\\]+)"\s*:\s*')  # a key of the dictionary's JSON; what follows is how it is spelled


def learn(names: Iterable[str]) -> None:
    """From now on the phrases that stand in `names` are read as phrases."""
    parts = {name[start:end] for name in names for start in range(len(name)) for end in range(start + 2, start + _LONGEST + 1)}
    dictionary = files("pypinyin").joinpath("phrases_dict.json").read_text(encoding="utf-8")
    decoder = json.JSONDecoder()
    keys = (key for key in _PHRASE.finditer(dictionary) if key[1] in parts)
    load_phrases_dict({key[1]: decoder.raw_decode(dictionary, key.end())[0] for key in keys})


def spelled(text: str) -> str:
    """The text in pinyin: shebaozhengming."""
    return "".join(lazy_pinyin(text))


def initials(text: str) -> str:
    """The first letters: sbzm."""
    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER))
