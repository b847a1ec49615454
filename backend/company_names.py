"""How names of enterprises are taken apart and compared. Pure.

Two names are the same where the enterprises are called alike (字号) in the same trade: place and form make no difference. They are
alike where they sound the same, or one stands in the other, in the same trade (企业名称相同相近比对规则).
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from backend.pinyin import spelled
from models.company_names import Likeness, NamingRules, NamingWords

_HAN = re.compile(r"[一-鿿㐀-䶿（）]+")
_NOT_HAN = "名称要用规范汉字，不能有字母、数字、空格和标点。"
_TOO_SHORT = "字号（行业前面的那一段）至少要有{n}个字，例如“江州云溪餐饮有限公司”里的“云溪”。"


@dataclass(frozen=True)
class NameParts:
    """What an enterprise is called by, and its trade as its name says it; empty where it says none we know."""

    called: str
    trade: str

    @property
    def key(self) -> str:
        """Equal for names that are the same."""
        return f"{self.called}|{self.trade}"


def parts_of(name: str, rules: NamingRules) -> NameParts:
    """A name without its place and form, taken apart before its trade."""
    rest = plain(name)
    form = max((each for each in rules.forms if rest.endswith(each)), key=len, default="")
    rest = rest.removesuffix(form)
    for place in sorted(rules.places, key=len, reverse=True):
        rest = rest.replace(f"（{place}）", "")
        rest = rest.removeprefix(place)
    found = [(at, -len(trade)) for trade in rules.trades if (at := rest.find(trade)) > 0]
    at = min(found)[0] if found else len(rest)
    return NameParts(rest[:at], rest[at:])


def likeness(one: NameParts, other: NameParts) -> Likeness | None:
    """How near two names are; nothing where nobody would take one for the other."""
    if one == other:
        return Likeness.SAME
    if not _trades_meet(one.trade, other.trade):
        return None
    near = spelled(one.called) == spelled(other.called) or one.called in other.called or other.called in one.called
    return Likeness.ALIKE if near and one.called and other.called else None


def plain(name: str) -> str:
    """One spelling for one name: brackets as licences print them, no blanks."""
    return "".join(unicodedata.normalize("NFKC", name).split()).replace("(", "（").replace(")", "）")


def name_faults(name: str, rules: NamingRules) -> list[str]:
    """Why nobody may have a name, in words: none where they may."""
    if not _HAN.fullmatch(plain(name)):
        return [_NOT_HAN]
    short = len(parts_of(name, rules).called) < rules.shortest
    return [*_words(name, rules.refused), *([_TOO_SHORT.format(n=rules.shortest)] if short else [])]


def doubts(name: str, rules: NamingRules) -> list[str]:
    """What a person must look at before somebody gets a name."""
    return _words(name, rules.doubtful)


def _trades_meet(one: str, other: str) -> bool:
    return one in other or other in one


def _words(name: str, lists: Iterable[NamingWords]) -> list[str]:
    spelt = plain(name)
    return [
        each.message.format(word=next(word for word in each.words if word in spelt))
        for each in lists
        if any(w in spelt for w in each.words)
    ]
