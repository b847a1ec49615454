"""Records: confirmed points under seal, one current edition a person, read by whatever rests on them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from pydantic import JsonValue

from backend.audit import event_of
from backend.catalogue import Catalogue
from backend.certificates import Application, Certificates, Prepared
from backend.clock import SHANGHAI
from backend.ids import new_id
from backend.people import People
from backend.spoken import full_day
from backend.store import Session, Store
from models.acts import Act
from models.cases import Case
from models.points import PointsRecord, RecordLine, Sheet

_REASON = "积分有了新的版本"


@dataclass(frozen=True)
class Issued:
    """A record and its sealed paper, ready to be written. `words`: for the notice."""

    record: PointsRecord
    paper: Prepared = field(repr=False)
    words: dict[str, str]


class Records:
    """The engine of confirmed points."""

    def __init__(self, store: Store, catalogue: Catalogue, people: People, certificates: Certificates) -> None:
        self.store = store
        self._catalogue = catalogue
        self._people = people
        self._certificates = certificates

    async def own(self, act: Act) -> list[PointsRecord]:
        """The editions of whom the act is for, the newest first."""
        return [PointsRecord.of(each) for each in await self.store.points_records.find({"person": act.person}, sort=[("_id", -1)])]

    async def holding(self, person: str, day: date) -> PointsRecord | None:
        """The edition that holds on `day`; None where there is none, or it has run out."""
        document = await self.store.points_records.find_one({"person": person, "current": True})
        record = PointsRecord.of(document) if document else None
        return record if record is not None and record.holds_on(day) else None

    async def ranked_by(self, person: str, closes_at: datetime) -> PointsRecord | None:
        """What somebody is ranked by: the application confirmed last before the window ended, in its newest edition, so that a
        correction made on objection counts and points gathered after the window do not."""
        before = {"person": person, "since": {"$lt": closes_at}}
        first = await self.store.points_records.find_one(before, sort=[("since", -1)])
        if first is None:
            return None
        newest = await self.store.points_records.find_one({"person": person, "sheet": first["sheet"]}, sort=[("edition", -1)])
        return PointsRecord.of(newest or first)

    async def prepared(self, act: Act, sheet: Sheet) -> Issued:
        """The record of a sheet as it is now, with its sealed paper. Raises `Unavailable` where it cannot be printed."""
        case = Case.of(await self.store.cases.get(sheet.case) or {})
        version = self._catalogue.version_by_id(case.item_version)
        person = await self._people.applicant(sheet.person)
        application = Application(case.id, version, case.form, person)
        paper = await self._certificates.stated(act, application, _facts(sheet))
        certificate = paper.certificate
        assert certificate.valid_until is not None  # the item's result says how long; see scheme_faults
        record = PointsRecord(
            _id=new_id("points"),
            person=sheet.person,
            person_name=sheet.person_name,
            sheet=sheet.id,
            edition=sheet.editions,
            total=sheet.total or 0,
            lines=[RecordLine(indicator=each.indicator, name=each.name, points=each.counted) for each in sheet.lines],
            figures=sheet.figures,
            since=act.at,
            until=datetime.combine(certificate.valid_until, time.max, tzinfo=SHANGHAI).replace(microsecond=0),
            certificate=certificate.id,
            certificate_number=certificate.number,
        )
        words = {"item": case.item_name, "case": case.id, "number": sheet.case_number, "total": str(record.total)}
        return Issued(record, paper, words | {"until": full_day(certificate.valid_until)})

    async def write(self, act: Act, issued: Issued, session: Session) -> None:
        """Writes record and paper in the caller's transaction; the edition before stays, and says what came after it."""
        record = issued.record
        old = await self.store.points_records.find_one({"person": record.person, "current": True}, session=session)
        if old is not None:
            after = {"current": False, "superseded_by": record.id, "superseded_at": act.at}
            event = event_of(act, "points.superseded", detail={"by": record.id})
            await self.store.points_records.change({"_id": old["_id"]}, {"$set": after}, event, session=session)
            await self._certificates.supersede(act, old["certificate"], issued.paper, _REASON, session)
        detail = {
            "total": record.total,
            "edition": record.edition,
            "case": issued.paper.certificate.case,
            "number": record.certificate_number,
        }
        event = event_of(act, "points.recorded", detail=detail)
        await self.store.points_records.insert(record, event, session=session)
        await self._certificates.write(issued.paper, session)


def _facts(sheet: Sheet) -> Mapping[str, JsonValue]:
    """What stands on the page."""
    lines: list[JsonValue] = [{"name": each.name, "points": each.counted} for each in sheet.lines]
    return {"edition": sheet.editions, "total": sheet.total or 0, "lines": lines}
