"""What auditors ask of the audit log: who did or saw what, who saw one person's data, and whether the chain still holds.

An auditor's own look is a row like any other, written before anything is given out.
"""

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from backend.audit import Audit
from backend.catalogue import Vocabulary
from backend.clock import SHANGHAI
from backend.errors import NotFound
from backend.people import People, check_number, mask_name
from backend.refusals import LOCKED, LOGIN, Refusals
from backend.spoken import moment
from backend.store import Document, Store
from models.acts import Act, Role, is_enterprise
from models.audit import ActWords, ChainView, LogOfPersonBody, LogQuery, LogRowView, LogView
from models.documents import DocumentType

ShownOf = Callable[[DocumentType, str], Awaitable[list[str]]]
_PAGE = 50
_REFUSED = 200
_SEARCHED = "audit.searched"
_ROLES = {role.value: role.label for role in Role}


class Auditing:
    """The log as auditors read it."""

    def __init__(
        self, store: Store, audit: Audit, refusals: Refusals, people: People, vocabulary: Vocabulary, words: ActWords, shown_of: ShownOf
    ) -> None:
        """`shown_of`: log subjects of what was shown of somebody's document, who may never have been registered."""
        self._store = store
        self._audit = audit
        self._refusals = refusals
        self._people = people
        self._vocabulary = vocabulary
        self.words = words
        self._shown_of = shown_of

    async def search(self, act: Act, query: LogQuery) -> LogView:
        """One page of the log, newest first. The first page of a search is itself recorded."""
        if query.cursor is None:
            asked = query.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
            await self._audit.read(act, _SEARCHED, person="", subject="audit/log", purpose=json.dumps(asked, ensure_ascii=False))
        rows, following = await self._audit.page(self._where(query), query.cursor, query.limit)
        return LogView(items=await self._views(rows), next=following)

    async def of_person(self, act: Act, body: LogOfPersonBody) -> LogView:
        """Who saw or changed the data of one person, newest first. Raises `Invalid` for a malformed number, `NotFound`."""
        number = check_number(body.document_type, body.id_number, act.at.date())
        person = await self._people.find(body.document_type, number)
        shown = await self._shown_of(body.document_type, number)
        if person is None and not shown:
            raise NotFound("没有用这个证件登记过的人，也没有人看过这个证件的授权。请对照证件核对类型和号码。")
        subject = f"citizens/{person.id}" if person else shown[0]
        await self._audit.read(act, "audit.read", person=person.id if person else "", subject=subject, purpose=body.purpose)
        before = {"subject": {"$in": shown}, "person": {"$in": ["", None]}}  # they were not registered yet
        where = {"$or": [{"person": person.id}, before]} if person else before
        rows, following = await self._audit.page(where, body.cursor, _PAGE)
        return LogView(items=await self._views(rows), next=following)

    async def refused(self, act: Act) -> LogView:
        """What was refused in the last month, the newest first: for whoever guards log-ins, too, who has no other part of the log."""
        return LogView(items=await self._views(await self._refusals.recent(act.at, _REFUSED)))

    async def verify(self, after: int) -> ChainView:
        """Recomputes the part of the chain that follows the batch `after`."""
        faults, following = await self._audit.verify_part(after)
        batches = await self._audit.batches()
        checked = batches if following is None else following
        return ChainView(faults=faults, checked=checked, batches=batches, waiting=await self._audit.waiting(), next=following)

    def _where(self, query: LogQuery) -> Document:
        where: Document = {}
        if query.since or query.until:
            where["at"] = _days(query.since, query.until)
        if query.staff:
            tried = {"subject": f"staff/{query.staff}", "action": {"$in": [LOGIN, LOCKED]}}  # by nobody who was known, with their name
            where["$or"] = [{"actor.id": query.staff}, tried]
        actions = [{"action": {"$regex": rf"^{query.subject}\."}}] if query.subject else []
        if query.reads:
            actions.append({"action": {"$regex": rf"\.({'|'.join(sorted(self.words.reads))})$"}})
        return {**where, "$and": actions} if actions else where

    async def _views(self, rows: list[Document]) -> list[LogRowView]:
        names = await self._names(each["person"] for each in rows if each.get("person"))
        staff = await self._staff(_asked(each).get("staff") for each in rows if each["action"] == _SEARCHED)
        return [self._view(each, names, staff) for each in rows]

    async def _staff(self, ids: Iterable[str | None]) -> dict[str, str]:
        found = await self._store.staff.find({"_id": {"$in": sorted({each for each in ids if each})}}, fields=["name"])
        return {each["_id"]: each["name"] for each in found}

    async def _names(self, people: Iterable[str]) -> dict[str, str]:
        """What people are called, by id: citizens masked, enterprises as everybody knows them."""
        wanted = sorted(set(people))
        citizens = await self._store.citizens.find({"_id": {"$in": [each for each in wanted if not is_enterprise(each)]}}, fields=["name"])
        companies = await self._store.enterprises.find({"_id": {"$in": [each for each in wanted if is_enterprise(each)]}}, fields=["name"])
        return {each["_id"]: mask_name(each["name"]) for each in citizens} | {each["_id"]: each["name"] for each in companies}

    def _view(self, row: Mapping[str, Any], names: Mapping[str, str], staff: Mapping[str, str]) -> LogRowView:
        actor, principal = row["actor"], row.get("principal") or {}
        kind, _, subject_id = str(row["subject"]).partition("/")
        detail = dict(row.get("detail") or {})
        if row["action"] == _SEARCHED:
            detail["purpose"] = self._searched(_asked(row), staff)
        if row.get("counting") is not None:
            detail["purpose"] = _counted(detail)
        return LogRowView(
            id=row["_id"],
            at=row["at"],
            action=row["action"],
            action_label=self.words.of(row["action"]),
            actor=_called(actor["kind"], actor.get("name", "")),
            department=self._vocabulary.department(actor.get("department", "")),
            roles="、".join(_ROLES.get(role, role) for role in str(actor.get("roles", "")).split(",") if role),
            in_place_of=str(actor.get("in_place_of_name", "")),
            principal=mask_name(str(principal.get("name", ""))),
            about=names.get(row.get("person") or "", ""),
            subject=kind,
            subject_id=subject_id,
            channel=row.get("channel", ""),
            purpose=str(detail.pop("purpose", "")),
            detail={name: _text(value) for name, value in detail.items()},
            sealed=row.get("batch") is not None,
        )

    def _searched(self, asked: Mapping[str, Any], staff: Mapping[str, str]) -> str:
        """The conditions of a search of the log, in words."""
        whose, of = asked.get("staff", ""), asked.get("subject", "")
        said = (
            f"从{asked['since']}" if "since" in asked else "",
            f"到{asked['until']}" if "until" in asked else "",
            f"谁做的：{staff.get(whose, whose)}" if whose else "",
            f"对象：{self.words.subjects.get(of, of)}" if of else "",
            "只看「查看」" if asked.get("reads") else "",
        )
        return "，".join(each for each in said if each) or "全部，没有条件"


def _counted(detail: Mapping[str, Any]) -> str:
    """「3次，最后一次 11月30日 周一 上午9:12，网络地址 10.0.0.1」."""
    address = detail.get("address")
    last = f"，最后一次 {moment(detail['last'])}" if detail["count"] > 1 else ""
    return f"{detail['count']}次{last}" + (f"，网络地址 {address}" if address else "")


def _asked(row: Mapping[str, Any]) -> dict[str, Any]:
    """The conditions a recorded search of the log had."""
    return json.loads(row["detail"]["purpose"])


def _days(since: date | None, until: date | None) -> Document:
    begins = {"$gte": datetime.combine(since, time(), SHANGHAI)} if since else {}
    ends = {"$lt": datetime.combine(until + timedelta(days=1), time(), SHANGHAI)} if until else {}
    return {**begins, **ends}


def _called(kind: str, name: str) -> str:
    """Staff answer for what they do by their full name; of others it is enough to know who it may have been."""
    if kind == "citizen":
        return mask_name(name) or "还没有实名的人"
    return name or {"public": "没有登录的人"}.get(kind, kind)


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
