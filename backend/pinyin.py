"""Pinyin of Chinese text.

What a character sounds like depends on the phrase it stands in: 长 is cháng in 长寿. pypinyin brings a dictionary of
47,000 phrases for that, 40 MB of them; a catalogue needs those few that stand in its names. `learn` looks them up
once and lets go of the rest.
"""

import os
from collections.abc import Iterable
from importlib.util import find_spec, module_from_spec
from typing import Any

os.environ["PYPINYIN_NO_PHRASES"] = "true"  # pypinyin reads it while it is imported

from pypinyin import Style, lazy_pinyin, load_phrases_dict

_LONGEST = 10  # characters of the longest phrase in the dictionary


def learn(names: Iterable[str]) -> None:
    """From now on the phrases that stand in `names` are read as phrases."""
    parts = {name[start:end] for name in names for start in range(len(name)) for end in range(start + 2, start + _LONGEST + 1)}
    phrases = _dictionary()
    load_phrases_dict({part: phrases[part] for part in parts & phrases.keys()})


def spelled(text: str) -> str:
    """The text in pinyin: shebaozhengming."""
    return "".join(lazy_pinyin(text))


def initials(text: str) -> str:
    """The first letters: sbzm."""
    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER))


def _dictionary() -> dict[str, Any]:
    """All phrases, loaded beside the import system so that nothing keeps them."""
    spec = find_spec("pypinyin.phrases_dict")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.phrases_dict
