"""Finds an item by what people call it: its names, its pinyin, and either with a slip of the finger.

The index is built once from the catalogue. Exact and partial matches are found through an index of character
pairs, so that thousands of items stay fast; only what shares something with the query is compared in full. Rare pairs
are looked up first, and of those that half the catalogue has only the beginning: phrases are numbered from the shortest
on, and of two that hold the query the shorter one is meant.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from backend.pinyin import initials, learn, spelled

_BLANKS = re.compile(r"[\s,,。、;;::()()《》〈〉“”\"'·\-_/?？!！]+")
_ASK = re.compile(r"(我要|我想|怎么|如何|请问|哪里|在哪|办理|申请|办一个|办个|开一个|开个|开一张|一下|需要)")
_CANDIDATES = 60
_LOOKED_UP = 1500  # entries of the index one query looks at, the rarest pairs first
_LONGEST = 40  # characters of a query that count
_LATIN = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Phrase:
    """One thing an item is called, ready to be compared."""

    code: str
    text: str  # without blanks and punctuation, lower case
    initials: str  # sbzm
    pinyin: str  # shebaozhengming
    weight: float  # a name counts more than an alias, an alias more than an old name


class Search:
    """Ranked search over the names of items."""

    def __init__(self, names: Mapping[str, Iterable[tuple[str, float]]]) -> None:
        """`names`: for each item code, what it is called, with a weight up to 1."""
        called = [(code, _plain(name), weight) for code, each in names.items() for name, weight in each]
        called.sort(key=lambda each: len(each[1]))  # the shortest first, each kind in its order
        learn(text for _, text, _ in called)
        self._phrases = [Phrase(code, text, initials(text), spelled(text), weight) for code, text, weight in called]
        self._by_pair: dict[str, array[int]] = {}
        for number, phrase in enumerate(self._phrases):
            for pair in {*_pairs(phrase.text), *_pairs(phrase.initials, "#"), *_pairs(phrase.pinyin, "~")}:
                self._by_pair.setdefault(pair, array("I")).append(number)

    def find(self, query: str, limit: int = 20) -> list[str]:
        """Codes of the items a query means, the likeliest first; empty where nothing comes near."""
        wanted = _plain(query)[:_LONGEST]
        if not wanted:
            return []
        stripped = _ASK.sub("", wanted) or wanted
        queries = [Query.of(text) for text in dict.fromkeys((stripped, wanted))]
        best: dict[str, float] = {}
        for phrase in self._candidates(queries[0]):
            score = max(_score(query, phrase) for query in queries) * phrase.weight
            best[phrase.code] = max(best.get(phrase.code, 0.0), score)
        ranked = sorted((code for code, score in best.items() if score >= 50), key=lambda code: (-best[code], code))
        if ranked and best[ranked[0]] >= 80:  # a clear hit: what is only vaguely like it would confuse
            ranked = [code for code in ranked if best[code] >= 60]
        return ranked[:limit]

    def _candidates(self, query: "Query") -> Iterator[Phrase]:
        """The phrases that share most character pairs (or single characters) with the query, in any spelling."""
        marks = ("~", "#") if query.latin else ("~",)
        pairs = {*_pairs(query.text), *(pair for mark in marks for pair in _pairs(query.pinyin, mark))}
        hits: Counter[int] = Counter()
        left = _LOOKED_UP
        for numbers in sorted((self._by_pair[pair] for pair in pairs if pair in self._by_pair), key=len):
            hits.update(numbers[:left])
            left -= len(numbers)
            if left <= 0:
                break
        return (self._phrases[number] for number, _ in hits.most_common(_CANDIDATES))


@dataclass(frozen=True)
class Query:
    """What is looked for, spelled once."""

    text: str
    pinyin: str
    latin: bool  # typed as pinyin or initials

    @classmethod
    def of(cls, text: str) -> "Query":
        """A query of text without blanks and punctuation."""
        latin = _LATIN.fullmatch(text) is not None
        return cls(text, text if latin else spelled(text), latin)


def _plain(text: str) -> str:
    return _BLANKS.sub("", text).lower()


def _pairs(text: str, mark: str = "") -> set[str]:
    """Single characters and pairs of Chinese text; for spellings (`mark`), pairs only."""
    pairs = {mark + text[at : at + 2] for at in range(len(text) - 1)}
    return pairs if mark else pairs | set(text)


def _score(query: Query, phrase: Phrase) -> float:
    """How well a query names a phrase, 0 to 100."""
    wanted = query.text
    if wanted == phrase.text:
        return 100
    if query.latin:
        return max(_spelling_score(wanted, phrase), _inside(wanted, phrase.text))
    return max(_inside(wanted, phrase.text), _slip_score(wanted, phrase.text), _sound_score(query, phrase))


def _inside(wanted: str, text: str) -> float:
    """One contains the other: the more of it, the better."""
    if wanted in text:
        return 70 + 28 * len(wanted) / len(text) + (2 if text.startswith(wanted) else 0)
    if len(text) >= 2 and text in wanted:
        return 65 + 28 * len(text) / len(wanted)
    return 0


def _slip_score(wanted: str, text: str) -> float:
    """A wrong, missing, added or swapped character, or words left out."""
    if min(len(wanted), len(text)) < 3:
        return 0
    slips = OSA.distance(wanted, text)
    whole = 90 - 12 * slips if slips <= max(1, len(text) // 4) else 0
    part = fuzz.partial_ratio(wanted, text) if len(wanted) < len(text) else 0
    partial = part * 0.85 if part >= 100 * (len(wanted) - 1) / len(wanted) - 0.1 else 0
    return max(whole, partial, _scattered(wanted, text))


def _scattered(wanted: str, text: str) -> float:
    """Every character of the query stands in the name, in that order: 看病明细 for 看病报销明细."""
    rest = iter(text)
    return 62 + 20 * len(wanted) / len(text) if all(letter in rest for letter in wanted) else 0


def _sound_score(query: Query, phrase: Phrase) -> float:
    """The right sound in the wrong characters: 设保 for 社保."""
    if len(query.text) < 2:
        return 0
    return _inside(query.pinyin, phrase.pinyin) * 0.9


def _spelling_score(wanted: str, phrase: Phrase) -> float:
    """Pinyin typed in full or as initials."""
    if wanted == phrase.initials or wanted == phrase.pinyin:
        return 96
    if len(wanted) < 2:
        return 0
    initials = _inside(wanted, phrase.initials) if wanted in phrase.initials else 0
    full = _inside(wanted, phrase.pinyin) if wanted in phrase.pinyin else 0
    slip = 84 - 10 * OSA.distance(wanted, phrase.pinyin) if len(wanted) > 5 else 0
    return max(initials * 0.95, full * 0.95, slip)
