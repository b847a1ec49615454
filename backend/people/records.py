"""What a person may ask about their own data: who read it, all of it, and its erasure."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.audit import Audit, event_of
from backend.errors import Conflict
from backend.people.citizens import Citizens
from backend.people.masking import FETCHED_BY, mask_name
from backend.people.sessions import Sessions
from backend.people.views import own_view
from backend.store import Document, Session, Store
from models.acts import Act, Role
from models.documents import DocumentType
from models.people import AccessView, Citizen, CitizenState, ErasedView, ExportView

ShownOf = Callable[[DocumentType, str], Awaitable[list[str]]]  # a document -> log subjects of what was shown of it
Provider = Callable[[str], Awaitable[list[dict[str, Any]]]]  # citizen id -> their records of one subject
DepartmentName = Callable[[str], str]  # its code -> what people call it
Obstacle = Callable[[str], Awaitable[str | None]]  # citizen id -> what must end before they can be erased, in words


@dataclass(frozen=True)
class ErasePlan:
    """What goes with an account beside the account itself, and what stays, in words."""

    goes: list[str]
    stays: list[str]


_CHECKED = "licence.checked"  # by whoever was shown it: anybody, with a log-in or without
_LOG = "谁在什么时候办理、查看过的记录（法律要求留存）"
Plan = Callable[[str], Awaitable[ErasePlan]]  # citizen id -> what becomes of their records

SUBJECTS = {  # by the collection of what was looked at, or the kind a look names
    "cases": "办件",
    "materials": "申请材料",
    "certificates": "证明",
    "places": "预约",
    "grants": "授权",
    "citizens": "身份信息",
    "licences": "电子证照",
    "marks": "承诺履行记录",
    "licence_authorisations": "电子证照授权",
    "licences_issued": "本区签发的电子证照",
    "tickets": "诉求工单",
    "watches": "办件进度",
    "forms": "表单里先填好的内容",
    "notices": "给您的通知",
    "points_sheets": "积分",
    "rounds": "申请批次",
    "deliveries": "结果送达",
    "bills": "缴款书",
    "waitlist": "候补",
}
_ROLES = {role.value: role.label for role in Role}


def _reader(row: Mapping[str, Any]) -> str:
    """Who looked. At what was shown to them: staff by name, as everywhere; anybody else masked. A licence of one's own that went into
    a case was fetched for it; one shows or copies it oneself otherwise."""
    actor = row["actor"]
    name = str(actor.get("name", ""))
    if row["action"] == "licence.read" and actor["id"] == row["person"] and row.get("detail", {}).get("case"):
        return FETCHED_BY
    if row["action"] != _CHECKED or actor["kind"] == "staff":
        return name
    return mask_name(name) or "没有登录的人"


async def _nothing_shown(document_type: DocumentType, number: str) -> list[str]:
    return []


async def _nothing(person: str) -> ErasePlan:
    return ErasePlan([], [])


class OwnRecords:
    """A person's rights over what is kept about them (个人信息保护法: to know, to copy, to delete)."""

    def __init__(self, store: Store, audit: Audit, citizens: Citizens, sessions: Sessions, department: DepartmentName) -> None:
        self._store = store
        self._audit = audit
        self._citizens = citizens
        self._sessions = sessions
        self._department = department
        self._providers: dict[str, Provider] = {}
        self._obstacles: list[Obstacle] = []
        self._shown_of: ShownOf = _nothing_shown
        self._plan: Plan = _nothing

    def register(self, subject: str, provider: Provider, obstacle: Obstacle | None = None) -> None:
        """Called by the composition root for each engine that keeps something about people."""
        self._providers[subject] = provider
        if obstacle is not None:
            self._obstacles.append(obstacle)

    def erase_by(self, plan: Plan) -> None:
        """Called by the composition root: who deletes records after `person.erased`, and says what that will be."""
        self._plan = plan

    def shown_by(self, shown_of: ShownOf) -> None:
        """Called by the composition root: log subjects of what was shown of a document, also before its holder was registered."""
        self._shown_of = shown_of

    async def access_log(self, person: str, before: datetime | None, limit: int) -> list[AccessView]:
        """Who else looked at or changed this person's data, newest first."""
        others = {"actor.kind": {"$in": ["staff", "citizen"]}, "actor.id": {"$ne": person}}
        identity = (await self._citizens.get(person)).identity
        shown = await self._shown_of(identity.document_type, identity.number) if identity else []
        theirs = {"$or": [{"person": person}, {"subject": {"$in": shown}, "person": "", "action": {"$regex": r"\.read$"}}]}
        where = {
            "$and": [theirs],
            "$or": [others, {"action": {"$in": ["licence.read", _CHECKED]}}],
        }  # a licence goes elsewhere whoever shows it
        return [self._access_view(row) for row in await self._audit.rows(where, before=before, limit=limit)]

    async def export(self, act: Act) -> ExportView:
        """Everything kept about the actor, in one answer."""
        citizen = await self._citizens.get(act.actor.id)
        await self._store.citizens.change({"_id": citizen.id}, {"$set": {}}, event_of(act, "person.exported"))
        records = {subject: await provider(citizen.id) for subject, provider in sorted(self._providers.items())}
        return ExportView(exported_at=act.at, person=own_view(citizen, act.at), records=records)

    async def erase(self, act: Act) -> ErasedView:
        """Erases the account and logs out everywhere; a consumer of `person.erased` deletes the records no law makes us keep.

        Raises `Conflict` that names what is still open.
        """
        citizen = await self._citizens.get(act.actor.id)
        open_matters = [matter for obstacle in self._obstacles if (matter := await obstacle(citizen.id))]
        if open_matters:
            raise Conflict("现在还不能注销：" + "；".join(open_matters) + "。请先办完或撤回，再来注销。")
        plan = await self._plan(citizen.id)
        blank = {
            "state": CitizenState.ERASED.value,
            "name": "",
            "identity": None,
            "phone": None,
            "address": None,
            "openid": None,
            "bindings": [],
            "proofs": [],
        }
        event = event_of(act, "person.erased")

        async def write(transaction: Session) -> Document | None:
            where = {"_id": citizen.id, "version": citizen.version}
            changed = await self._store.citizens.change(where, {"$set": blank}, event, session=transaction)
            if changed is not None:
                await self._sessions.end_citizen(citizen.id, transaction)
            return changed

        if await self._store.transact(write) is None:
            raise Conflict()
        return ErasedView(
            erased=[*_erased_of(citizen), *plan.goes],
            kept=[*plan.stays, _LOG],
            detail="账号已注销，各处的登录都已退出；草稿、上传文件等会在几分钟内删完。以后需要时，可以重新登录并实名，原来的办件不会再显示。",
        )

    def _access_view(self, row: Mapping[str, Any]) -> AccessView:
        actor = row["actor"]
        department = actor.get("department", "")
        kind, _, subject = str(row["subject"]).partition("/")
        return AccessView(
            at=row["at"],
            reader=_reader(row),
            role="、".join(_ROLES.get(role, role) for role in str(actor.get("roles", "")).split(",") if role),
            department=self._department(department) if department else "",
            action=row["action"],
            subject=SUBJECTS.get(kind, "其他记录"),
            purpose=str(row.get("detail", {}).get("purpose", "")),
            case=subject if kind == "cases" else str(row.get("detail", {}).get("case", "")),
        )


def _erased_of(citizen: Citizen) -> list[str]:
    parts = ["微信账号绑定"]
    if citizen.identity is not None:
        parts.append("姓名和证件号码")
    if citizen.phone is not None:
        parts.append("手机号")
    if citizen.address is not None:
        parts.append("地址")
    return parts
