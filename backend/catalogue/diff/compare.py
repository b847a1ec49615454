"""Compares two versions of an item, part by part. Whatever differs is told; nothing is left out because nobody foresaw it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeGuard

from pydantic import BaseModel

from backend.catalogue.diff.labels import COUNTED, OF_ITEM, PARTS, attribute
from backend.catalogue.diff.words import Words, outcome_words
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import Branch, Charge, Clocks, Item, ItemVersion, LegalBasis, ProxyPolicy, Question, Span, Visits
from models.catalogue.changes import Change, Difference
from models.forms import Condition, FieldRule

_OWN = frozenset({"id", "item", "region", "effective_from", "versions", "code"})  # what tells two versions apart, or holds them
_WHOLE = (Span, Condition, FieldRule, Charge, LegalBasis, Question)  # told as one, not attribute by attribute
_ASKED = frozenset({PARTS["materials"], PARTS["form"]})  # of the applicant
_KEYS = ("key", "register_name", "hall", "value", "region")


@dataclass(frozen=True)
class Edition:
    """One version, with the item it belongs to."""

    item: Item
    version: ItemVersion


def difference(before: Edition, after: Edition, names: Vocabulary) -> Difference:
    """What changes from `before` to `after`, the most important first."""
    return Difference(
        item=after.item.code,
        name=after.item.name,
        before=before.version.id,
        after=after.version.id,
        changes=list(_Comparison(before, after, names).changes()),
    )


class _Comparison:
    """Both sides, and how each says its values."""

    def __init__(self, before: Edition, after: Edition, names: Vocabulary) -> None:
        self._before, self._after = before, after
        self._old, self._new = Words(names, before.version), Words(names, after.version)

    def changes(self) -> Iterator[Change]:
        items = self._before.item, self._after.item
        own = set(type(items[0]).model_fields) - _OWN
        parts = [name for name in ItemVersion.model_fields if name not in own | _OWN]
        for name in sorted(parts, key=_rank):
            label = PARTS.get(name, name)
            for text in self._part(name, label):
                yield Change(part=name, label=label, text=text)
        if items[0].department == items[1].department:  # of two editions of one version
            for text in self._told(OF_ITEM["department"], "department", self._before.version.department, self._after.version.department):
                yield Change(part="department", label=OF_ITEM["department"], text=text)
        for name in (each for each in Item.model_fields if each in own):
            label = OF_ITEM.get(name, name)
            for text in self._told(label, name, getattr(items[0], name), getattr(items[1], name)):
                yield Change(part=name, label=label, text=text)

    def _part(self, name: str, label: str) -> Iterator[str]:
        old, new = getattr(self._before.version, name), getattr(self._after.version, name)
        if old == new:
            return
        if isinstance(old, Visits) and isinstance(new, Visits) and old.count != new.count:
            yield f"到现场从{old.count}次{'减' if new.count < old.count else '增'}为{new.count}次"
            yield from self._told("必须到现场的原因", "reason", old.reason, new.reason)
        elif isinstance(old, ProxyPolicy) and isinstance(new, ProxyPolicy) and old.allowed != new.allowed:
            yield f"可以由别人代办了：{self._new.of(new)}" if new.allowed else f"不再允许别人代办：{new.reason}"
        elif name in COUNTED and _is_list(old) and _is_list(new):
            yield from self._keyed(label, old, new, COUNTED[name])
        elif isinstance(old, Clocks) and isinstance(new, Clocks):
            yield from self._attributes("", old, new)
        else:
            yield from self._told(label, name, old, new)

    def _told(self, label: str, name: str, old: object, new: object) -> Iterator[str]:
        """One value, whatever it is."""
        if old == new:
            return
        if isinstance(old, BaseModel) and isinstance(new, BaseModel) and type(old) is type(new) and not isinstance(old, _WHOLE):
            yield from self._attributes(f"{label}的", old, new)
        elif isinstance(old, Span) and isinstance(new, Span):
            yield self._span(label, old, new)
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from self._mapped(label, name, old, new)
        elif _is_list(old) and _is_list(new) and name not in ("when", "show_when"):
            yield from self._list(label, name, old, new)
        else:
            yield self._moved(label, name, old, new)

    def _attributes(self, prefix: str, old: BaseModel, new: BaseModel) -> Iterator[str]:
        owner = type(old).__name__
        for name in type(old).model_fields:
            yield from self._told(f"{prefix}{attribute(owner, name)}", name, getattr(old, name), getattr(new, name))

    def _span(self, label: str, old: Span, new: Span) -> str:
        if old.words() == new.words():  # nothing but whether the law was checked
            return f"{label}（{new.words()}）的核实情况有变化"
        verb = {True: "缩短为", False: "延长为"}[new.in_days() < old.in_days()]
        return f"{label}从{old.words()}{'改为' if new.in_days() == old.in_days() else verb}{new.words()}"

    def _moved(self, label: str, name: str, old: object, new: object) -> str:
        before, after = self._old.of(old, name), self._new.of(new, name)
        if before == after:
            return f"{label}的细节有调整：{_raw(old)} → {_raw(new)}"
        if not before:
            return f"新增{label}：{after}"
        if not after:
            return f"取消{label}（原为“{before}”）"
        return f"{label}从“{before}”改为“{after}”"

    def _mapped(self, label: str, name: str, old: dict[str, object], new: dict[str, object]) -> Iterator[str]:
        for key in sorted(old.keys() | new.keys()):
            yield from self._told(f"{label}「{key}」", name, old.get(key), new.get(key))

    def _list(self, label: str, name: str, old: Sequence[object], new: Sequence[object]) -> Iterator[str]:
        if any(isinstance(each, Branch) for each in (*old, *new)):
            yield from _branches(list(old), list(new))
        elif all(_key(each) for each in (*old, *new)):
            yield from self._keyed(label, old, new)
        else:
            yield from self._lines(label, name, old, new)

    def _lines(self, label: str, name: str, old: Sequence[object], new: Sequence[object]) -> Iterator[str]:
        """Values without a key of their own: what came, what went."""
        gone = [self._old.of(each, name) for each in old if each not in new]
        come = [self._new.of(each, name) for each in new if each not in old]
        if not gone and not come:
            yield f"{label}的先后次序有调整"
        elif gone == come:
            yield f"{label}的细节有调整：{'、'.join(come)}"
        else:
            parts = ["增加" + "、".join(come)] if come else []
            yield f"{label}：" + "；".join([*parts, "去掉" + "、".join(gone)] if gone else parts)

    def _keyed(self, label: str, old: Sequence[object], new: Sequence[object], unit: str = "") -> Iterator[str]:
        """Things with a key: how many, which came, which went, and what became of those that stayed."""
        pairs, gone, come = _paired(old, new)
        dropped, added = ("不再要", "新要") if label in _ASKED else ("取消", "新增")
        told = [dropped + "、".join(self._title(each, self._old) for each in gone)] if gone else []
        told += [added + "、".join(self._title(each, self._new) for each in come)] if come else []
        counted = f"从{len(old)}{unit}{'减' if len(new) < len(old) else '增'}为{len(new)}{unit}" if unit and len(old) != len(new) else ""
        if told:
            yield f"{label}{counted}：{'；'.join(told)}"
        for was, now in pairs:
            yield from self._told(f"{label}「{self._title(now, self._new)}」", "", was, now)
        places = [list(old).index(was) for was, _ in pairs]
        if places != sorted(places):
            yield f"{label}的先后次序有调整"

    @staticmethod
    def _title(thing: object, words: Words) -> str:
        title = getattr(thing, "name", "") or getattr(thing, "label", "")
        return title or words.of(thing)


def _rank(name: str) -> int:
    order = list(PARTS)
    return order.index(name) if name in order else len(order)


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, tuple | list | frozenset)


def _key(thing: object) -> str:
    if not isinstance(thing, BaseModel):
        return ""
    return next((str(getattr(thing, name)) for name in _KEYS if getattr(thing, name, "")), "")


def _paired(old: Iterable[object], new: Iterable[object]) -> tuple[list[tuple[object, object]], list[object], list[object]]:
    """Those of the same key, then those of the same name; what is left on either side."""
    was = {_key(each): each for each in old}
    renamed = {getattr(each, "name", ""): key for key, each in was.items()}
    pairs: list[tuple[object, object]] = []
    come: list[object] = []
    coming = {_key(each) for each in new}
    for each in new:
        name_of_old = renamed.get(getattr(each, "name", ""), "")
        key = _key(each) if _key(each) in was else name_of_old if name_of_old not in coming else ""
        if key in was:
            pairs.append((was.pop(key), each))
        else:
            come.append(each)
    return pairs, list(was.values()), come


def _branches(old: Sequence[object], new: Sequence[object]) -> Iterator[str]:
    """Lines of a rule have no key: those that stand alike stay, the others came, went or changed in place."""
    before, after = [_branch(each) for each in old], [_branch(each) for each in new]
    for what, start, end, begin, finish in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        yield from (f"规则原第{number + 1}条取消：{before[number]}" for number in range(start, end))
        yield from (f"规则第{number + 1}条新增：{after[number]}" for number in range(begin, finish))


def _branch(branch: object) -> str:
    assert isinstance(branch, Branch)
    why = f"（{branch.reason}）" if branch.reason else ""
    return f"{branch.when} 时{outcome_words(branch.outcome)}{why}"


def _raw(value: object) -> str:
    return value.model_dump_json(exclude_defaults=True) if isinstance(value, BaseModel) else str(value)
