"""What goes with an account (PIPL art. 47): everything about the person that no law makes us keep.

Kept are cases that were handed in with what belongs to them, certificates, ended grants, and the log of acts and reads.
Of archived cases the answer says until when.
All else is deleted by a consumer of `person.erased`: every step finds by itself what is still there, so a crash in the
middle is made good by the next delivery.
"""

from datetime import date, datetime

from backend.cases import uploads_in_use, versions_not_in
from backend.errors import Unavailable
from backend.materials.files import FILES, Files
from backend.outbox import OutboxRow, forget_delivered, redact
from backend.people.masking import mask_name
from backend.people.records import ErasePlan
from backend.spoken import full_day
from backend.store import Document, Store
from models.cases import Case
from models.licence_uses import AuthorisationState, LicenceAuthorisation
from models.materials import Material
from models.watching import WatchState

_DRAFT = {"submissions.0": {"$exists": False}}  # never handed in
_KEPT = {"submissions.0": {"$exists": True}}
_OWN = (
    "cases",
    "places",
    "waitlist",
    "shares",
    "licence_showings",
    "watches",
    "materials",
    "licence_authorisations",
    "notices",
    "sessions",
    "advice_slips",
)  # what carries acts and a `person`
_PERSONAL = ("person", "name", "code", "case", "grant", "freeze", "proposal", "reason", "companion", "sent_on")  # of an appointment


class Erasure:
    """Deletes what an erased account leaves behind."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._files = Files(store)

    async def plan(self, person: str) -> ErasePlan:
        """What of a person's records goes and what stays, in words: only what there is."""
        store, own = self._store, {"person": person}
        used = await uploads_in_use(self._store, person, _KEPT)
        goes = {
            "没有提交的草稿": await store.cases.count({**own, **_DRAFT}),
            "没有用在办件里的上传文件": sum(len(versions_not_in(each, used)) for each in await self._materials(person)),
            "预约记录里的姓名和预约码": await store.places.count(own),
            "候补排队的记录": await store.waitlist.count(own),
            "分享证明的链接": await store.shares.count(own),
            "出示电子证照的记录": await store.licence_showings.count(own),
            "关注办件进度的记录": await store.watches.count({"$or": [own, {"watcher": person}]}),
            "站内通知": await store.notices.count(own),
            "随办件保存的部门系统查询结果": len(await self._with_answers(person)),
        }
        archived = [Case.of(each) for each in await store.cases.find({**own, "archived.number": {"$exists": True}})]
        standing = [each for each in archived if each.archived and each.archived.destroyed_at is None]
        stays = {
            "提交过的办件、随办件交来的材料、用过的证照授权、出具的证明和签发的证照（法律要求归档）": await store.cases.count(
                {**own, **_KEPT, "archived": None}
            ),
            _until_when(standing): len(standing),
            "到期已经销毁的办件的登记：编号、事项和日期（随销毁清册保存）": len(archived) - len(standing),
            "给别人的申请作过的确认和签名（随办件归档）": await store.cases.count({"obligations.who": person, "person": {"$ne": person}}),
            "缴费、退款和电子票据（财务规定要求留存）": await store.bills.count(own),
            "积分核定表、积分确认书和排名（随办件归档）": await store.points_sheets.count(own) + await store.ranked.count(own),
            "承诺履行记录（没有按承诺做到的事，依法留存）": await store.marks.count(own),
            "授权记录：谁曾替谁办事（法律要求留存）": await store.grants.count({"$or": [own, {"agent": person}]}),
        }
        return ErasePlan([what for what, count in goes.items() if count], [what for what, count in stays.items() if count])

    async def on_person_erased(self, row: OutboxRow) -> None:
        """Consumes `person.erased`. Safe to run twice. Raises `Unavailable` while an act waits to be logged: it is tried again."""
        person = row.subject_id
        await self._require_logged(person, row.id)
        await self._forget_messages(person, row.id)
        await self._store.cases.delete({"person": person, **_DRAFT})
        await self._forget_authorisations(person, row.at)
        await self._forget_answers(person)
        await self._delete_uploads(person)
        await self._forget_visits(person)
        for name in ("notices", "sessions", "kiosk_asks", "booking_blocks", "waitlist", "shares", "licence_showings", "watches"):
            await self._store.collection(name).delete({"person": person})
        await self._forget_watching(person)
        await self._store.deliveries.change_many({"person": person}, {"$set": {"recipient": None}})  # where a parcel went
        await redact(self._store.advice_slips, {"person": person})
        await self._store.advice_slips.change_many({"person": person}, {"$set": {"person": None}})
        await redact(self._store.citizens, {"_id": person})

    async def _require_logged(self, person: str, own_event: str) -> None:
        """The log is kept, and the relay reads events from the documents: none goes before its events were copied."""
        for name in _OWN:
            if await self._store.collection(name).count({"person": person, "unrelayed.0": {"$exists": True}}):
                raise Unavailable()
        citizen = await self._store.citizens.find_one({"_id": person}, fields=["unrelayed"]) or {}
        if set(citizen.get("unrelayed", [])) - {own_event}:
            raise Unavailable()

    async def _forget_messages(self, person: str, own_event: str) -> None:
        """Rows of the outbox that were delivered hold the texts of notices; they are named like the events."""
        for name in _OWN:
            await forget_delivered(self._store, self._store.collection(name), {"person": person})
        await forget_delivered(self._store, self._store.citizens, {"_id": person})
        await self._store.outbox.change({"_id": own_event}, {"$set": {"actor.name": ""}})

    async def _forget_watching(self, person: str) -> None:
        """Whose cases the person watched is told no more of them; those they let watch went with their own records."""
        ended = {"state": WatchState.ENDED.value, "watcher": None, "watcher_name": ""}
        await redact(self._store.watches, {"watcher": person})
        await self._store.watches.change_many({"watcher": person}, {"$set": ended})

    async def _forget_authorisations(self, person: str, at: datetime) -> None:
        """Authorisations to use licences, by the person or for them, that no kept case rests on. What another holder gave stays theirs: to
        whom is masked, and who looked is not."""
        authorisations = self._store.licence_authorisations
        for document in await authorisations.find({"$or": [{"person": person}, {"applicant": person}]}):
            if await self._store.cases.count({"_id": document["case"], **_KEPT}):
                continue
            given = LicenceAuthorisation.of(document)
            if given.person in (None, person) or given.given_at is None:
                await authorisations.delete({"_id": given.id})
                continue
            ended = {"state": AuthorisationState.ENDED.value, "ended_at": at, "ended_for": "申请人已经注销账户"}
            over = {} if given.ended_at else ended
            masked = {"applicant_name": mask_name(given.applicant_name), "record": None, "open_for": None}
            await redact(authorisations, {"_id": given.id})
            await authorisations.change_many({"_id": given.id}, {"$set": {**masked, **over}})

    async def _forget_answers(self, person: str) -> None:
        """What registers said to the rules of kept cases: the certificate is the archive, and says where it is from."""
        for case in await self._with_answers(person):
            bare = [each.model_copy(update={"answers": {}}).model_dump() for each in case.snapshots]
            changed = await self._store.cases.change({"_id": case.id, "version": case.version}, {"$set": {"snapshots": bare}})
            if changed is None:
                raise Unavailable()

    async def _with_answers(self, person: str) -> list[Case]:
        cases = [Case.of(each) for each in await self._store.cases.find({"person": person, **_KEPT})]
        return [case for case in cases if any(each.answers for each in case.snapshots)]

    async def _delete_uploads(self, person: str) -> None:
        """Uploads no kept case uses, version by version; then the contents nothing names any more."""
        used, named = await uploads_in_use(self._store, person, _KEPT), set[str]()
        for material in await self._materials(person):
            gone = versions_not_in(material, used)
            kept = [each for each in material.versions if each.number not in gone]
            if not kept:
                await self._store.materials.delete({"_id": material.id})
            elif gone:
                await self._store.materials.change({"_id": material.id}, {"$set": {"versions": [each.model_dump() for each in kept]}})
            named |= {each.file for each in kept}
        for file in await self._store.collection(FILES).find({"metadata.owner": person}, fields=["_id"]):
            if file["_id"] not in named:
                await self._files.remove(file["_id"])

    async def _forget_visits(self, person: str) -> None:
        """Appointments stay as numbers for the hall, without who it was."""
        over: Document = {"person": person, "live": False}
        await redact(self._store.places, over)
        update = {"$unset": dict.fromkeys(_PERSONAL, ""), "$set": {"people": [], "needs": []}}
        await self._store.places.change_many(over, update)

    async def _materials(self, person: str) -> list[Material]:
        return [Material.of(each) for each in await self._store.materials.find({"person": person})]


def _until_when(archived: list[Case]) -> str:
    """What is said of cases in the archive: how many, and how long the law has them kept."""
    marks = [each.archived for each in archived if each.archived is not None]
    last = max((date.fromisoformat(each.until) for each in marks if each.until), default=None)
    dated = f"最晚保管到{full_day(last)}，到期后依法鉴定处理" if last else ""
    for_ever = f"{'其中' if last else ''}{sum(not each.until for each in marks)}件永久保管" if any(not each.until for each in marks) else ""
    return f"已经归档的办件{len(marks)}件和随办件交来的材料（法律要求保管：{'；'.join(filter(None, (dated, for_ever)))}）"
