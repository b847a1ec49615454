"""Compares two versions of an item, part by part. Whatever differs is told; nothing is left out because nobody foresaw it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple, TypeGuard

from pydantic import BaseModel

from backend.catalogue.diff.labels import COUNTED, OF_ITEM, PARTS, attribute
from backend.catalogue.diff.words import Words, outcome_words
from backend.catalogue.vocabulary import Vocabulary
from backend.spoken import full_day
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


class _Told(NamedTuple):
    """One difference: what differs, both sides of it in words, and the sentence."""

    where: str
    before: str
    after: str
    text: str


def difference(before: Edition, after: Edition, names: Vocabulary) -> Difference:
    """What changes from `before` to `after`, the most important first."""
    return Difference(
        item=after.item.code,
        name=after.item.name,
        before=before.version.id,
        after=after.version.id,
        changes=list(_Comparison(before, after, names).changes()),
    )


def other_versions(now: Item, after: Edition, names: Vocabulary, today: date) -> Iterator[Change]:
    """What else a text changes of an item's versions, beside the one of `after`: each sentence says of which version it is, and
    whether that has begun, so that nobody may change it."""
    written = {version.effective_from: version for version in after.item.versions}
    for version in now.versions:
        day, begun = version.effective_from, version.effective_from <= today
        if day == after.version.effective_from:
            continue
        which = f"{full_day(day)}起施行的版本" + ("（已经施行，不能改）" if begun else "")
        if (kept := written.get(day)) is None:
            yield Change(part="versions", label="版本", text=f"{which}去掉了", where=which, before="有", after="", version=day)
            continue
        item = after.item.model_copy(update={name: getattr(now, name) for name in OF_ITEM})  # told with the compared version
        for change in _Comparison(Edition(now, version), Edition(item, kept), names).changes():
            told = {"text": f"{which}：{change.text}", "where": f"{which}的{change.where}", "version": day}
            yield change.model_copy(update=told)


def marked_begun(changes: Iterable[Change], after: Edition, today: date) -> Iterator[Change]:
    """The changes of a version, each with the day it began where it has begun: but for what belongs to the item as a whole."""
    day = after.version.effective_from
    for change in changes:
        yield change.model_copy(update={"version": day}) if day <= today and change.part not in OF_ITEM else change


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
            for told in self._part(name, label):
                yield Change(part=name, label=label, **told._asdict())
        if items[0].department == items[1].department:  # of two editions of one version
            for told in self._told(OF_ITEM["department"], "department", self._before.version.department, self._after.version.department):
                yield Change(part="department", label=OF_ITEM["department"], **told._asdict())
        for name in (each for each in Item.model_fields if each in own):
            label = OF_ITEM.get(name, name)
            for told in self._told(label, name, getattr(items[0], name), getattr(items[1], name)):
                yield Change(part=name, label=label, **told._asdict())

    def _part(self, name: str, label: str) -> Iterator[_Told]:
        old, new = getattr(self._before.version, name), getattr(self._after.version, name)
        if old == new:
            return
        if isinstance(old, Visits) and isinstance(new, Visits) and old.count != new.count:
            text = f"到现场从{old.count}次{'减' if new.count < old.count else '增'}为{new.count}次"
            yield _Told("到现场", f"{old.count}次", f"{new.count}次", text)
            yield from self._told("必须到现场的原因", "reason", old.reason, new.reason)
        elif isinstance(old, ProxyPolicy) and isinstance(new, ProxyPolicy) and old.allowed != new.allowed:
            before, after = self._old.of(old), self._new.of(new)
            yield _Told(label, before, after, f"可以由别人代办了：{after}" if new.allowed else f"不再允许别人代办：{new.reason}")
        elif name in COUNTED and _is_list(old) and _is_list(new):
            yield from self._keyed(label, old, new, COUNTED[name])
        elif isinstance(old, Clocks) and isinstance(new, Clocks):
            yield from self._attributes("", old, new)
        else:
            yield from self._told(label, name, old, new)

    def _told(self, label: str, name: str, old: object, new: object) -> Iterator[_Told]:
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

    def _attributes(self, prefix: str, old: BaseModel, new: BaseModel) -> Iterator[_Told]:
        owner = type(old).__name__
        for name in type(old).model_fields:
            yield from self._told(f"{prefix}{attribute(owner, name)}", name, getattr(old, name), getattr(new, name))

    def _span(self, label: str, old: Span, new: Span) -> _Told:
        if old.words() == new.words():  # nothing but whether the law was checked
            return _only(label, f"{label}（{new.words()}）的核实情况有变化")
        verb = {True: "缩短为", False: "延长为"}[new.in_days() < old.in_days()]
        moved = "改为" if new.in_days() == old.in_days() else verb
        return _Told(label, old.words(), new.words(), f"{label}从{old.words()}{moved}{new.words()}")

    def _moved(self, label: str, name: str, old: object, new: object) -> _Told:
        before, after = self._old.of(old, name), self._new.of(new, name)
        if before == after:
            return _Told(label, _raw(old), _raw(new), f"{label}的细节有调整：{_raw(old)} → {_raw(new)}")
        if not before:
            return _Told(label, "", after, f"新增{label}：{after}")
        if not after:
            return _Told(label, before, "", f"取消{label}（原为“{before}”）")
        return _Told(label, before, after, f"{label}从“{before}”改为“{after}”")

    def _mapped(self, label: str, name: str, old: dict[str, object], new: dict[str, object]) -> Iterator[_Told]:
        for key in sorted(old.keys() | new.keys()):
            yield from self._told(f"{label}「{key}」", name, old.get(key), new.get(key))

    def _list(self, label: str, name: str, old: Sequence[object], new: Sequence[object]) -> Iterator[_Told]:
        if any(isinstance(each, Branch) for each in (*old, *new)):
            yield from _branches(list(old), list(new))
        elif all(_key(each) for each in (*old, *new)):
            yield from self._keyed(label, old, new)
        else:
            yield from self._lines(label, name, old, new)

    def _lines(self, label: str, name: str, old: Sequence[object], new: Sequence[object]) -> Iterator[_Told]:
        """Values without a key of their own: what came, what went."""
        gone = [self._old.of(each, name) for each in old if each not in new]
        come = [self._new.of(each, name) for each in new if each not in old]
        if not gone and not come:
            yield _only(label, f"{label}的先后次序有调整")
        elif gone == come:
            yield _only(label, f"{label}的细节有调整：{'、'.join(come)}")
        else:
            parts = ["增加" + "、".join(come)] if come else []
            text = f"{label}：" + "；".join([*parts, "去掉" + "、".join(gone)] if gone else parts)
            yield _Told(label, "、".join(gone), "、".join(come), text)

    def _keyed(self, label: str, old: Sequence[object], new: Sequence[object], unit: str = "") -> Iterator[_Told]:
        """Things with a key: how many, which came, which went, and what became of those that stayed."""
        pairs, gone, come = _paired(old, new)
        dropped, added = ("不再要", "新要") if label in _ASKED else ("取消", "新增")
        before, after = "、".join(self._title(each, self._old) for each in gone), "、".join(self._title(each, self._new) for each in come)
        told = [*([dropped + before] if gone else []), *([added + after] if come else [])]
        counted = f"从{len(old)}{unit}{'减' if len(new) < len(old) else '增'}为{len(new)}{unit}" if unit and len(old) != len(new) else ""
        if told:
            yield _Told(f"{label}{counted}", before, after, f"{label}{counted}：{'；'.join(told)}")
        for was, now in pairs:
            yield from self._told(f"{label}「{self._title(now, self._new)}」", "", was, now)
        places = [list(old).index(was) for was, _ in pairs]
        if places != sorted(places):
            yield _only(label, f"{label}的先后次序有调整")

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


def _only(where: str, text: str) -> _Told:
    """A difference the sentence alone says."""
    return _Told(where, "", "", text)


def _branches(old: Sequence[object], new: Sequence[object]) -> Iterator[_Told]:
    """Lines of a rule have no key: those that stand alike stay, the others came, went or changed in place."""
    before, after = [_branch(each) for each in old], [_branch(each) for each in new]
    for what, start, end, begin, finish in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        for number in range(start, end):
            yield _Told(f"规则原第{number + 1}条", before[number], "", f"规则原第{number + 1}条取消：{before[number]}")
        for number in range(begin, finish):
            yield _Told(f"规则第{number + 1}条", "", after[number], f"规则第{number + 1}条新增：{after[number]}")


def _branch(branch: object) -> str:
    assert isinstance(branch, Branch)
    why = f"（{branch.reason}）" if branch.reason else ""
    return f"{branch.when} 时{outcome_words(branch.outcome)}{why}"


def _raw(value: object) -> str:
    return value.model_dump_json(exclude_defaults=True) if isinstance(value, BaseModel) else str(value)
