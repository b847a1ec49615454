"""Sheets: made when an application is accepted, verified line by line, confirmed by the applicant, looked at again on objection."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from backend.audit import Audit, event_of
from backend.cases import Cases
from backend.catalogue import Catalogue
from backend.clock import Clock
from backend.errors import FieldError, Forbidden, Invalid, NotFound, Problem, StaleVersion, WrongState
from backend.idempotency import once
from backend.ids import new_id
from backend.outbox import OutboxRow
from backend.permissions import may, require
from backend.points.counting import Counting
from backend.points.lines import answered_with, found_on, require_points, settled, total_of
from backend.points.records import Records
from backend.points.scheme import PointsScheme
from backend.spoken import deadline
from backend.store import Document, DuplicateKeyError, Session, Store
from backend.store.indexes import due
from backend.store.pages import page
from models.acts import Act, Role, StaffActor, SystemActor
from models.base import Event, NoticeOrder
from models.cases import Case, CaseState, Somebody
from models.catalogue import Span
from models.points import IfSilent, ObjectedLine, Sheet, SheetLine, SheetObjection, SheetState
from models.points.bodies import AnswerSheetBody, FindingBody, LineBody, SheetObjectionBody, SheetsQuery, VersionedBody

_REVIEWERS = (Role.REVIEWER, Role.CHIEF_REPRESENTATIVE)
_BATCH = 200


class Sheets:
    """The engine of single people's points."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        catalogue: Catalogue,
        scheme: PointsScheme,
        counting: Counting,
        cases: Cases,
        records: Records,
        audit: Audit,
    ) -> None:
        self.store = store
        self.scheme = scheme
        self._clock = clock
        self._catalogue = catalogue
        self._counting = counting
        self._cases = cases
        self._records = records
        self._audit = audit

    # what follows from the case

    async def on_parts_begun(self, row: OutboxRow) -> None:
        """Consumes `case.parts_begun`: counts what the registers give. Safe to run twice; raises `RegisterUnavailable`, and is
        tried again then."""
        document = await self.store.cases.get(row.subject_id)
        if document is None or document["item"] != self.scheme.scheme.item:
            return
        case = Case.of(document)
        if await self.store.points_sheets.get(_id_of(case.id)) is not None:
            return
        sheet = await self._counting.sheet(case, self._clock.now(), _id_of(case.id))
        try:
            await self.store.points_sheets.insert(sheet, event_of(self._act(), "points.counted", detail={"case": case.id}))
        except DuplicateKeyError:
            return  # counted at the same time

    async def on_parts_granted(self, row: OutboxRow) -> None:
        """Consumes `case.parts_granted`: every department is done, and the applicant is asked whether they agree."""
        document = await self.store.cases.get(row.subject_id)
        if document is None or document["item"] != self.scheme.scheme.item:
            return
        case = Case.of(document)
        found = await self.store.points_sheets.get(_id_of(case.id))
        if found is None:
            await self.on_parts_begun(row)
            found = await self.store.points_sheets.get(_id_of(case.id)) or {}
        sheet = Sheet.of(found)
        if sheet.state is not SheetState.VERIFYING:
            return
        lines = [settled(line, case.standing(line.part)) for line in sheet.lines]
        total = total_of(lines)
        act = self._act()
        asked = sheet.model_copy(update={"total": total, **self._asked(case, act)})
        notice = NoticeOrder(to=sheet.person, template="points_to_confirm", data=self._words(asked))
        event = event_of(act, "points.verified", detail={"total": total}, notices=[notice])
        changes = {"lines": _documents(lines), "total": total, "state": SheetState.TO_CONFIRM.value, "updated_at": event.at}
        changes |= self._asked(case, act)
        await self.store.points_sheets.change({"_id": sheet.id, "state": SheetState.VERIFYING.value}, {"$set": changes}, event)

    async def require_verified(self, part: Case) -> None:
        """Raises `WrongState` where a department would agree although a line it must judge stands open."""
        document = await self.store.points_sheets.get(_id_of(part.bundle or ""))
        if document is None:
            raise WrongState("积分表还在向各部门查询，没有算好。请过几分钟再批准。")
        sheet = Sheet.of(document)
        if names := [line.name for line in sheet.lines if line.part == part.part and line.judged and line.points is None]:
            raise WrongState(f"{'、'.join(f'「{name}」' for name in names)}要由您核定分数。请先填写分数，再批准。")

    # the applicant

    async def own(self, act: Act) -> list[Sheet]:
        """The sheets of whom the act is for, the newest first."""
        return [Sheet.of(each) for each in await self.store.points_sheets.find({"person": act.person}, sort=[("_id", -1)])]

    @once("points_sheets", Sheet)
    async def confirm(self, act: Act, sheet_id: str, body: VersionedBody) -> Sheet:
        """The applicant agrees: the points are certified, and hold from now on. Raises `WrongState`, `StaleVersion`."""
        sheet = await self._own(act, sheet_id)
        self._require_open(sheet, body.version, SheetState.TO_CONFIRM)
        if sheet.open_objection is not None:
            raise WrongState("您提的异议还没有答复。等答复以后再确认。")
        self._require_asked(sheet, act)
        changes = {"state": SheetState.CONFIRMED, "confirmed_at": act.at, "look_at": None, "updated_at": act.at}
        return await self._certified(act, sheet, changes, "points.confirmed", None)

    @once("points_sheets", Sheet)
    async def object(self, act: Act, sheet_id: str, body: SheetObjectionBody) -> Sheet:
        """The applicant does not agree with some lines. Raises `WrongState` too late, or while another objection is open."""
        sheet = await self._own(act, sheet_id)
        self._require_open(sheet, body.version, SheetState.TO_CONFIRM, SheetState.CONFIRMED)
        self._require_in_time(sheet, act)
        self._require_lines(sheet, [each.indicator for each in body.lines], "lines")
        objection = SheetObjection(
            id=new_id("objection"),
            at=act.at,
            due=self._after(self.scheme.scheme.answered_within, act),
            lines=[ObjectedLine(indicator=each.indicator, reason=each.reason) for each in body.lines],
        )
        event = event_of(act, "points.objected", detail={"lines": [each.indicator for each in body.lines]})
        changes = {"objections": [*sheet.objections, objection], "confirm_by": None, "look_at": None, "updated_at": act.at}
        return await self._changed(sheet, changes, event)

    # time

    async def tick(self) -> int:
        """Reminds of a yes that is waited for, and does what the scheme says of silence. Periodic, safe to run twice at once.
        Returns how many sheets were looked at."""
        act = self._act()
        found = await self.store.points_sheets.find({"look_at": due(act.at)}, sort=[("look_at", 1)], limit=_BATCH)
        for document in found:
            with suppress(Problem):  # somebody acted on it at this moment, or it cannot be printed now: the next turn looks again
                await self._look(act, Sheet.of(document))
        return len(found)

    async def _look(self, act: Act, sheet: Sheet) -> None:
        assert sheet.confirm_by is not None
        if act.at < sheet.confirm_by:
            notice = NoticeOrder(to=sheet.person, template="points_confirm_reminder", data=self._words(sheet))
            event = event_of(act, "points.reminded", detail={"total": sheet.total}, notices=[notice])
            await self._changed(sheet, {"look_at": sheet.confirm_by}, event)
        elif self.scheme.scheme.confirmation.if_silent is IfSilent.LAPSE:
            notice = NoticeOrder(to=sheet.person, template="points_unconfirmed", data=self._words(sheet))
            await self._lapsed(act, sheet, event_of(act, "points.lapsed", detail={"total": sheet.total}, notices=[notice]))
        else:
            changes = {"state": SheetState.CONFIRMED, "confirmed_at": act.at, "look_at": None, "updated_at": act.at}
            notice = NoticeOrder(to=sheet.person, template="points_agreed_by_silence", data=self._words(sheet))
            await self._certified(act, sheet, changes, "points.agreed_by_silence", notice)

    # staff

    async def of_case(self, act: Act, case_id: str) -> tuple[Sheet, str | None]:
        """The sheet a case of the item, or a department's part of it, belongs to, and which part it is; the look is logged.
        Raises `NotFound`, `Forbidden`."""
        case = await self._case(case_id)
        require("case.see", act, case)
        document = await self.store.points_sheets.get(_id_of(case.bundle or case.id))
        if document is None:
            raise NotFound("这件还没有积分表。受理以后系统会向各部门查询，请过几分钟再看。")
        sheet = Sheet.of(document)
        await self._audit.read(act, "points.read", person=sheet.person, subject=f"points_sheets/{sheet.id}", purpose="积分核定")
        return sheet, case.part

    async def listed(self, act: Act, query: SheetsQuery) -> tuple[list[Sheet], str | None]:
        """The sheets of the viewer's department, the newest first, and where the next page begins."""
        where: Document = {"department": act.actor.department if isinstance(act.actor, StaffActor) else None}
        if query.objected:
            where |= {"objections": {"$elemMatch": {"answered_at": None}}}
        return await page(self.store.points_sheets, Sheet, where, query.cursor, query.limit)

    @once("points_sheets", Sheet)
    async def set_line(self, act: Act, case_id: str, body: LineBody) -> Sheet:
        """A department says what one of its indicators gives. `case_id`: its own part.

        Raises `Forbidden` for another department's line, `Invalid` outside the line's limits or without the reason for a change.
        """
        sheet, _ = await self.of_case(act, case_id)
        part = await self._case(case_id)
        line = sheet.line(body.indicator)
        if line is None or line.part != part.part:
            raise Invalid(errors=[FieldError("/indicator", "这一项不由这个环节核验，请刷新后重选。")])
        if not may("case.read_form", act, part) or not isinstance(act.actor, StaffActor) or not act.actor.has(*_REVIEWERS):
            raise Forbidden()
        if sheet.state is not SheetState.VERIFYING or part.state is not CaseState.ACCEPTED:
            raise WrongState("这个环节已经办完，分数不能再改。申请人有不同意见的，可以提异议。")
        if sheet.version != body.version:
            raise StaleVersion()
        require_points(line, body.points, body.reason)
        changed = line.model_copy(update={"points": body.points, "reason": body.reason or "", "by": _somebody(act), "at": act.at})
        lines = [changed if each.indicator == line.indicator else each for each in sheet.lines]
        event = event_of(act, "points.line_set", detail={"indicator": line.indicator, "points": body.points, "part": line.part})
        return await self._changed(sheet, {"lines": lines, "updated_at": act.at}, event)

    @once("points_sheets", Sheet)
    async def answer(self, act: Act, sheet_id: str, objection_id: str, body: AnswerSheetBody) -> Sheet:
        """Everything objected to was looked at again. Where points change after they were certified, a new edition is made and
        the old one stays. Raises `Forbidden`, `NotFound`, `Invalid` where a line was left out, `WrongState`, `StaleVersion`."""
        document = await self.store.points_sheets.get(sheet_id)
        if document is None:
            raise NotFound()
        sheet = Sheet.of(document)
        if not may("points.answer", act, sheet):
            raise Forbidden()
        objection = next((each for each in sheet.objections if each.id == objection_id), None)
        if objection is None:
            raise NotFound()
        if objection.answered_at is not None:
            raise WrongState("这个异议已经答复过了。")
        if sheet.version != body.version:
            raise StaleVersion()
        findings = self._findings(sheet, objection, body.findings)
        lines = [found_on(line, findings.get(line.indicator), _somebody(act), act.at) for line in sheet.lines]
        answered = objection.model_copy(
            update={
                "answered_at": act.at,
                "by": _somebody(act),
                "lines": [answered_with(each, findings[each.indicator]) for each in objection.lines],
            }
        )
        objections = [answered if each.id == objection_id else each for each in sheet.objections]
        changes = {"lines": lines, "total": total_of(lines), "objections": objections, "updated_at": act.at}
        words = {"case": sheet.case, "number": sheet.case_number, "total": str(changes["total"]), "item": self._item_name}
        notice = NoticeOrder(to=sheet.person, template="points_objection_answered", data=words)
        if sheet.state is SheetState.CONFIRMED and lines != sheet.lines and total_of(lines) != sheet.total:
            return await self._certified(act, sheet, changes, "points.corrected", notice)
        notices = [notice]
        if sheet.state is SheetState.TO_CONFIRM:  # they are asked anew, with all of the time
            changes |= self._asked(Case.of(await self.store.cases.get(sheet.case) or {}), act)
            asked = sheet.model_copy(update=changes)
            notices.append(NoticeOrder(to=sheet.person, template="points_to_confirm", data=self._words(asked)))
        return await self._changed(sheet, changes, event_of(act, "points.objection_answered", detail={}, notices=notices))

    # inside

    async def _lapsed(self, act: Act, sheet: Sheet, event: Event) -> None:
        """The sheet is void and its case over, in one transaction: the applicant may apply again."""
        changes = {"state": SheetState.LAPSED, "look_at": None, "updated_at": act.at}

        async def write(session: Session) -> None:
            await self._changed(sheet, changes, event, session)

        case = await self._case(sheet.case)
        if case.state is CaseState.GRANTED:
            await self._cases.end_unconfirmed(act, case.id, "积分", write)
        else:  # it was closed at the counter
            await self._changed(sheet, changes, event)

    async def _certified(self, act: Act, sheet: Sheet, changes: Document, action: str, notice: NoticeOrder | None) -> Sheet:
        """The sheet as it is next, with the record and the sealed paper of it: all in one transaction."""
        after = sheet.model_copy(update={**changes, "editions": sheet.editions + 1})
        issued = await self._records.prepared(act, after)
        told = notice or NoticeOrder(to=sheet.person, template="points_certified", data={})
        told = told.model_copy(update={"data": {**told.data, **issued.words}})
        event = event_of(act, action, detail={"record": issued.record.id, "total": issued.record.total}, notices=[told])
        changes = {**changes, "editions": after.editions, "record": issued.record.id}

        async def write(session: Session) -> Sheet:
            changed = await self._changed(sheet, changes, event, session)
            await self._records.write(replace(act, key=None, digest=None), issued, session)
            return changed

        return await self.store.transact(write)

    async def _changed(self, sheet: Sheet, changes: Document, event: Event, session: Session | None = None) -> Sheet:
        document = sheet.model_copy(update=changes).to_document()
        where = {"_id": sheet.id, "version": sheet.version}
        changed = await self.store.points_sheets.change(where, {"$set": {key: document[key] for key in changes}}, event, session=session)
        if changed is None:
            raise StaleVersion()
        return Sheet.of(changed)

    async def _own(self, act: Act, sheet_id: str) -> Sheet:
        document = await self.store.points_sheets.get(sheet_id)
        if document is None or document["person"] != act.actor.id:
            raise NotFound()
        return Sheet.of(document)

    async def _case(self, case_id: str) -> Case:
        document = await self.store.cases.get(case_id)
        if document is None or document["item"] != self.scheme.scheme.item:
            raise NotFound()
        return Case.of(document)

    def _require_open(self, sheet: Sheet, version: int, *states: SheetState) -> None:
        if sheet.state not in states:
            raise WrongState(f"这份积分表现在是「{sheet.state.label}」，不能这样办。请刷新后查看。")
        if sheet.version != version:
            raise StaleVersion()

    def _require_in_time(self, sheet: Sheet, act: Act) -> None:
        if sheet.open_objection is not None:
            raise WrongState(f"您提的异议正在复核，{deadline(sheet.open_objection.due)}前答复。答复以后再提新的。")
        if sheet.confirmed_at is None:
            return self._require_asked(sheet, act)
        until = self._cases.calendar.deadline(sheet.confirmed_at, self.scheme.scheme.objections_within).at
        if until <= act.at:
            raise WrongState(f"提异议的时间到{deadline(until)}为止。情况有变化的，请重新申请核定积分。")

    def _require_lines(self, sheet: Sheet, indicators: list[str], place: str) -> None:
        known = {line.indicator for line in sheet.lines}
        wrong = [index for index, name in enumerate(indicators) if name not in known or name in indicators[:index]]
        if wrong:
            raise Invalid(errors=[FieldError(f"/{place}/{index}/indicator", "积分表里没有这一项，或者写了两次。") for index in wrong])

    def _findings(self, sheet: Sheet, objection: SheetObjection, given: list[FindingBody]) -> dict[str, FindingBody]:
        self._require_lines(sheet, [each.indicator for each in given], "findings")
        findings = {each.indicator: each for each in given}
        asked = {each.indicator for each in objection.lines}
        if findings.keys() != asked:
            raise Invalid(errors=[FieldError("/findings", "请对申请人提出的每一项都写明复核结果，没有提出的不要改。")])
        for each in given:
            line = sheet.line(each.indicator)
            assert line is not None
            require_points(line, each.points, each.finding)
        return findings

    @staticmethod
    def _require_asked(sheet: Sheet, act: Act) -> None:
        if sheet.confirm_by is not None and sheet.confirm_by <= act.at:
            raise WrongState(f"确认积分的时间到{deadline(sheet.confirm_by)}为止，已经过了。")

    def _asked(self, case: Case, act: Act) -> dict[str, datetime]:
        """Until when the applicant may answer from now on, and when to remind them."""
        confirmation = self.scheme.scheme.confirmation
        step = self._catalogue.version_by_id(case.item_version).step(confirmation.step)
        if step is None or step.limit is None:  # an edition from before there was a limit
            return {}
        until = self._after(step.limit, act)
        return {"confirm_by": until, "look_at": min(self._after(confirmation.remind_after, act), until)}

    def _words(self, sheet: Sheet) -> dict[str, str]:
        """What notices say of points that wait for a yes."""
        words = {"case": sheet.case, "number": sheet.case_number, "item": self._item_name, "total": str(sheet.total)}
        due = deadline(sheet.confirm_by) if sheet.confirm_by else ""
        return words | {"due": due, "silence": self.scheme.scheme.confirmation.if_silent.label}

    def _after(self, span: Span, act: Act) -> datetime:
        return self._cases.calendar.deadline(act.at, span).at

    @property
    def _item_name(self) -> str:
        return self._catalogue.item_name(self.scheme.scheme.item)

    def _act(self) -> Act:
        return Act(actor=SystemActor(id="points"), at=self._clock.now(), channel="system")


def _id_of(case: str) -> str:
    return f"sheet_{case}"


def _documents(lines: list[SheetLine]) -> list[Document]:
    return [line.model_dump() for line in lines]


def _somebody(act: Act) -> Somebody:
    return Somebody(id=act.actor.id, name=act.actor.name, department=getattr(act.actor, "department", None))
