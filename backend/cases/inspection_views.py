"""Checks of commitments as they are answered."""

from datetime import datetime

from backend.cases.masking import without_names
from models.cases import Case, FindingView, InspectionRow, InspectionView


def inspection_view(case: Case, *, for_staff: bool) -> InspectionView | None:
    """The check of a case; None where none was drawn. What was found and drawn is the office's own."""
    inspection = case.inspection
    if inspection is None:
        return None
    correction, proposal, statement = inspection.correction, inspection.proposal, case.statement
    findings = [FindingView(outcome=each.outcome.label, note=each.note, at=each.at, by=each.by.name) for each in inspection.findings]
    return InspectionView(
        state=inspection.state.value,
        label=inspection.label,
        due=inspection.due,
        correction=correction.what if correction else None,
        correct_by=correction.due if correction else None,
        proposed_for=proposal.reason if proposal else None,
        proposed_basis=proposal.basis if proposal else None,
        speak_until=proposal.until if proposal else None,
        hearing_offered=proposal is not None and proposal.hearing,
        statement=statement.text if statement else None,
        statement_at=statement.at if statement else None,
        statement_by=statement.by.name if statement else None,
        statement_heard_by=statement.heard_by.name if statement and statement.heard_by else None,
        wants_hearing=statement is not None and statement.wants_hearing,
        outcome=inspection.outcome.label if inspection.outcome else None,
        ended_at=inspection.ended_at,
        inspector=inspection.inspector.name if inspection.inspector else None,
        duty=inspection.duty_name or None,
        findings=findings if for_staff else [],
        draw=inspection.draw if for_staff else None,
        percent=inspection.percent if for_staff else None,
    )


def inspection_row(case: Case, now: datetime, *, named: bool) -> InspectionRow:
    """A check in a list; where it is not `named`, people's names are masked. Raises ValueError for a case without one."""
    inspection = case.inspection
    if inspection is None:
        raise ValueError(f"{case.id} was not drawn")
    correct_by = inspection.correction.due if inspection.correction else None
    row = InspectionRow(
        case=case.id,
        case_number=case.number or "",
        item=case.item,
        item_name=case.item_name,
        person_name=case.person_name,
        state=inspection.state.value,
        label=inspection.label,
        duty=inspection.duty_name or None,
        inspector=inspection.inspector.name if inspection.inspector else None,
        due=inspection.due,
        correct_by=correct_by,
        speak_until=inspection.proposal.until if inspection.proposal else None,
        overdue=inspection.ended_at is None and not inspection.findings and inspection.due <= now,
        version=case.version,
    )
    return row if named else without_names(row, case)
