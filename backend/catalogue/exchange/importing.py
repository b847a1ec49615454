"""Items out of the exchange tables, as YAML for an editor to finish.

The tables say nothing of forms, of what each clerk does, or of who may act for whom: an imported item has a guide and its
materials, one step of the applicant and one of a reviewer, and no proxy. Nothing is invented: what an item needs and a
table does not carry is said in words that ask the editor for it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.catalogue.exchange import tables as t
from backend.catalogue.exchange.cells import Cells, grouped
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import Channel, ItemKind, MaterialForm, MaterialSource, Need, ResultKind, ServiceObject, TimeUnit

Data = dict[str, Any]
_CODE = re.compile(r"[a-z][a-z0-9\-]{1,39}")
_LAW = re.compile(r"《(.+?)》(\S*)\s*(.*)")
_ASK = "导入的数据里没有这一项，请编辑补充。"
_UPLOADS = ["jpeg", "png", "pdf"]


@dataclass(frozen=True)
class Imported:
    """What a set of tables says: the data of each item's YAML by its code, and what is wrong with the tables."""

    items: Mapping[str, Data]
    faults: list[t.RowFault]


def import_tables(tables: t.Tables, names: Vocabulary) -> Imported:
    """The items of the tables. An item whose rows have a fault is left out; every fault is told."""
    faults: list[t.RowFault] = []
    rows = {name: [Cells(name, number, row, faults) for number, row in enumerate(listed, start=2)] for name, listed in tables.items()}
    parts = {name: grouped(listed) for name, listed in rows.items() if name != "basic"}
    items: dict[str, Data] = {}
    for code, basics in _by_code(rows["basic"]).items():
        before = len(faults)
        versions = [_Version(basic, {name: groups.pop(_key(basic), []) for name, groups in parts.items()}) for basic in basics]
        data = _item(code, versions[-1], names) | {"versions": [version.data() for version in versions]}
        if len(faults) == before and _CODE.fullmatch(code):
            items[code] = data
    for groups in parts.values():
        for (code, number), left in groups.items():
            left[0].fault("local_task_code", f"basic 表里没有代码 {code}、版本 {number} 的事项。")
    return Imported(items, sorted(faults))


def _key(row: Cells) -> tuple[str, str]:
    return row.text("local_task_code"), row.text("task_version")


def _by_code(rows: list[Cells]) -> dict[str, list[Cells]]:
    """The rows of each item, its versions by the day they take effect."""
    found: dict[str, list[Cells]] = {}
    for row in rows:
        code = row.needed("local_task_code")
        if code and not _CODE.fullmatch(code):
            row.fault("local_task_code", f"“{code}”要以小写字母开头，只含小写字母、数字和 -，最多40个字符。")
        found.setdefault(code, []).append(row)
    for group in found.values():
        group.sort(key=lambda row: row.text("plan_effective_date"))
    return found


def _item(code: str, latest: "_Version", names: Vocabulary) -> Data:
    """What belongs to the item: as its last version has it."""
    basic = latest.basic
    departments = {each.name: each.id for each in names.departments.values()}
    codes = {each.uscc: each.id for each in names.departments.values() if each.uscc}
    kind = basic.coded("project_type", t.PROJECT_TYPES, ItemKind.PROMISE)
    if kind is ItemKind.INSTANT:
        basic.fault("project_type", "即办件要有判定规则，表里没有。请先按承诺件（2）导入，再由编辑补上规则。")
    objects = basic.all_coded("server_type", {each: each.value for each in ServiceObject})
    by_code = codes.get(basic.text("dept_code"))
    if by_code and (called := basic.text("dept_name")) and called != (name := names.departments[by_code].name):
        basic.fault("dept_name", f"“{called}”和部门代码不是同一个部门，这个代码是「{name}」。")
    themes = {each.name: each.id for each in names.themes.values()}
    listed = [latest.extend.named("user_topic_type", theme, themes, "主题") for theme in latest.extend.several("user_topic_type")]
    if not listed:
        latest.extend.fault("user_topic_type", "不能空着，请填写主题，例如 " + "、".join(list(themes)[:3]) + "。")
    return {
        "code": code,
        "name": basic.needed("task_name", most=60),
        "themes": listed,
        "department": by_code or basic.named("dept_name", basic.needed("dept_name"), departments, "部门"),
        "joint_departments": [latest.extend.named("other_dept", each, departments, "部门") for each in latest.extend.several("other_dept")],
        "task_type": basic.needed("task_type"),
        "use_level": basic.text("use_level") or "4",
        "kind": kind.value,
        "is_licence": basic.text("task_type") == "01",
        "objects": [each.value for each in objects] or [ServiceObject.PERSON.value],
        "catalog_code": basic.needed("catalog_code"),
    }


@dataclass(frozen=True)
class _Version:
    """The rows of one version."""

    basic: Cells
    parts: Mapping[str, list[Cells]]

    @property
    def extend(self) -> Cells:
        """The row of the table extend; an empty one beside the basic row where there is none."""
        return next(iter(self.parts["extend"]), self.basic.beside("extend"))

    def data(self) -> Data:
        """The version's YAML. Parts nobody filled in are left out."""
        basic, extend = self.basic, self.extend
        visits = basic.number("limit_scene_num", 0, 5)
        data: Data = {
            "effective_from": basic.needed("plan_effective_date") and basic.day("plan_effective_date"),
            "effective_until": basic.day("plan_cancel_date") or None,
            "guide": self._guide(visits),
            "materials": [_material(row, number) for number, row in enumerate(self.parts["material"], start=1)],
            "steps": [
                {"key": "apply", "name": "提出申请", "phase": "apply", "actor": "applicant"},
                {"key": "decide", "name": "审查并决定", "phase": "accepted", "actor": "staff", "role": "reviewer"},
            ],
            "clocks": self._clocks(),
            "visits": {"count": visits, **({"reason": basic.text("limit_scene_explain") or _ASK} if visits else {})},
            "fee": self._fee(),
            "channels": self._channels(),
            "proxy": {"allowed": False, "reason": _ASK},
            "results": [
                {
                    "key": "result",
                    "name": extend.text("result_name", most=60) or "办理结果",
                    "kind": extend.coded("result_type", t.RESULT_TYPES, ResultKind.OTHER).value,
                }
            ],
            "legal_basis": [self._law(line) for line in basic.lines(t.LAWS)],
        }
        return {name: value for name, value in data.items() if value not in (None, [])}

    def _guide(self, visits: int) -> Data:
        basic = self.basic
        questions = [{"question": row.needed("question"), "answer": row.needed("answer")} for row in self.parts["questions"]]
        return {
            "summary": f"{basic.text('task_name')}。",
            "conditions": basic.lines("accept_condition") or [_ASK],
            "steps": basic.lines("handle_flow") or [_ASK],
            "duration": basic.text("promise_explain") or f"{basic.text('promise_day')}{basic.text('promise_type')}",
            "trips": f"要到现场{visits}次。" if visits else "不用跑。",
            "where": basic.lines("transact_addr") or [_ASK],
            "when": basic.text("transact_time") or _ASK,
            "phone": basic.needed("link_way", most=60),
            "complaints": basic.text("supervise_way", most=60) or "12345",
            **({"faq": questions} if questions else {}),
        }

    def _clocks(self) -> Data:
        basic = self.basic
        basic.needed("promise_day")
        promised = {
            "n": basic.number("promise_day", 0, 9999),
            "unit": basic.coded("promise_type", t.TIME_UNITS, TimeUnit.WORKDAY).value,
        }
        if not basic.text("anticipate_day"):
            return {"promised": promised}
        statutory = {
            "n": basic.number("anticipate_day", 0, 9999),
            "unit": basic.coded("anticipate_type", t.TIME_UNITS, TimeUnit.WORKDAY).value,
            "verified": False,
        }
        return {"statutory": statutory, "promised": promised}

    def _fee(self) -> Data:
        rows = self.parts["fee_project"]
        charges = [
            {"name": row.needed("fee_name", most=60), "yuan": row.amount("fee_stand"), "basis": row.text("fee_basis"), "verified": False}
            for row in rows
        ]
        if self.basic.text("is_fee") != "1" and not charges:
            return {}
        return {"charges": charges, "note": "收费，标准以窗口公示为准。"}

    def _channels(self) -> list[str]:
        passing = frozenset({"4", t.OTHER_HANDLING})  # by courier, others: no channel of ours
        found = self.basic.all_coded("handle_type", t.HANDLE_TYPES, passing=passing)
        if self.extend.text("is_service_terminals") == "1":
            found.append(Channel.KIOSK)
        return [channel.value for channel in found or [Channel.WINDOW]]

    def _law(self, line: str) -> Data:
        parts = _LAW.fullmatch(line)
        if parts is None:
            self.basic.fault(t.LAWS, f"“{line[:40]}”请写成「《法规名称》第几条 内容」，一行一条。")
            return {}
        return {"title": parts[1], "article": parts[2], "says": parts[3], "verified": False}


_HELD = frozenset({MaterialSource.LICENCE.label, MaterialSource.SHARED.label})
_LATER = "可以容缺后补，期限请编辑补充。"
_WHICH = "是哪种电子证照、哪个基础库，请编辑补充。"


def _material(row: Cells, number: int) -> Data:
    need = row.coded("is_need", t.NEEDS, Need.REQUIRED)
    form = row.coded("material_format", t.FORMATS, MaterialForm.EITHER)
    source = _source(row)
    explained = row.text("source_explain")
    held = source == "issued" and explained in _HELD
    if held and need is Need.REQUIRED:
        need = Need.OPTIONAL  # the tables do not say which licence or register: whoever has none in hand is not sent for paper
    data: Data = {
        "key": f"material_{number}",
        "name": row.needed("material_name", most=60),
        "need": (Need.REQUIRED if need is Need.DEFERRABLE else need).value,
        "form": form.value,
        "source": source,
        "help": row.text("fill_explain") + (f"{explained}。{_WHICH}" if held else "") + (_LATER if need is Need.DEFERRABLE else ""),
        "standard": row.text("accept_stand"),
        "issuer": explained if source == "issued" and not held else "",
        "accepts": _UPLOADS if source != "form" and form is not MaterialForm.PAPER else [],
    }
    return {name: value for name, value in data.items() if value not in ("", [])}


def _source(row: Cells) -> str:
    """Who has it: what the government issues is asked for as issued until an editor names the licence or register it is in."""
    source = row.text("source_type") or t.SELF_PREPARED
    if source not in (t.SELF_PREPARED, t.GOVERNMENT_ISSUED, t.OTHER_SOURCE):
        row.fault("source_type", f"“{source}”不在代码表里，可以用的是 10、20、99。")
    if row.text("material_type") == t.FORM_TYPE:
        return "form"
    return "issued" if source == t.GOVERNMENT_ISSUED else "self"
