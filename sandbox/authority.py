"""Authorities that issue files of their own: the tax office and the medical insurance, each with its own key.

A file once issued for a person, a period and a state of the record is issued again byte for byte.
"""

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sandbox.world import Record, Subject

if TYPE_CHECKING:
    from sandbox.press import Press

_KEPT = 200  # files


class NoFile(Exception):
    """This register's authority issues no files."""


@dataclass(frozen=True)
class File:
    """A signed PDF and its number."""

    number: str
    content: bytes


@dataclass(frozen=True)
class Authority:
    """Who issues which file. `parts` makes the tables of a record."""

    name: str
    title: str
    prefix: str
    seal: str
    parts: Callable[[Record], list[Record]]


def _tax_parts(record: Record) -> list[Record]:
    rows = [[e["month"], e["item"], e["income"], e["tax"], e["declared_on"]] for e in record["entries"]]
    rows.append(["合计", "", "", record["total_tax"], ""])
    return [{"title": "申报记录", "header": ["税款所属期", "所得项目", "收入（元）", "税额（元）", "申报日期"], "rows": rows}]


def _medical_parts(record: Record) -> list[Record]:
    insured = [[c["insurance"], c["state"], c["since"], c["until"], str(c["total_months"])] for c in record["insured"]]
    paid = [[p["month"], p["insurance"], p["employer"], p["base"]] for p in record["payments"]]
    bills = [[e["settled_on"], e["institution"], e["kind"], e["total"], e["fund_paid"], e["own_paid"]] for e in record["expenses"]]
    parts = [
        {"title": "参保情况", "header": ["险种", "状态", "起始", "截至", "累计月数"], "rows": insured},
        {"title": "缴费明细", "header": ["月份", "险种", "缴费单位", "缴费基数（元）"], "rows": paid},
        {"title": "就医结算明细", "header": ["日期", "机构", "类别", "总额（元）", "基金支付", "个人支付"], "rows": bills},
    ]
    return [part for part in parts if part["rows"]]


_AUTHORITIES: Mapping[str, Authority] = {
    "tax": Authority("江州市云城区税务局（演示）", "个人所得税纳税记录", "SZ", "演示 征税专用章", _tax_parts),
    "medical_insurance": Authority(
        "江州市云城区医疗保障局（演示）", "基本医疗保险参保缴费及结算证明", "YB", "演示 业务专用章", _medical_parts
    ),
}


class Authorities:
    """The authorities, their keys under `state`/authorities, and the files they issued last. Safe in threads."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._lock = threading.Lock()
        self._press: Press | None = None
        self._files: OrderedDict[str, File] = OrderedDict()

    def warm_up(self) -> None:
        """Loads what printing needs, so that the first file is not the slow one."""
        with self._lock:
            self._loaded()

    def _loaded(self) -> "Press":
        if self._press is None:
            from sandbox.press import Press  # not at the top: it would double the time until the sandbox listens

            self._press = Press(self._state)
        return self._press

    def file(self, register: str, subject: Subject, record: Record, now: datetime) -> File:
        """The signed file of a record. Raises NoFile."""
        authority = _AUTHORITIES.get(register)
        if authority is None:
            raise NoFile
        digest = hashlib.sha256(json.dumps([register, record], sort_keys=True).encode()).hexdigest()
        with self._lock:
            if digest not in self._files:
                self._files[digest] = self._issue(register, authority, subject, record, digest, now)
                if len(self._files) > _KEPT:
                    self._files.popitem(last=False)
            return self._files[digest]

    def _issue(self, register: str, authority: Authority, subject: Subject, record: Record, digest: str, now: datetime) -> File:
        number = f"{authority.prefix}{now:%Y%m%d}{int(digest[:10], 16) % 10**8:08d}"
        period = record["period"]
        facts: list[list[str]] = [
            ["姓名", subject.name],
            ["证件类型", subject.document_type.label],
            ["证件号码", subject.id_number],
            ["所属期间", f"{period['start']} 至 {period['end']}"],
        ]
        data: dict[str, Any] = {
            "title": authority.title,
            "authority": authority.name,
            "seal": authority.seal,
            "number": number,
            "check_code": digest[10:26].upper(),
            "issued_on": f"{now.year}年{now.month}月{now.day}日",
            "facts": facts,
            "parts": authority.parts(record),
        }
        return File(number, self._loaded().pdf(register, data, now))
