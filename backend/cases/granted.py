"""The granted case an event speaks of: what follows a grant elsewhere (its paper, its entry in a register) begins with it. Reads only."""

from backend.outbox import OutboxRow
from backend.store import Store
from models.cases import Case, Completion, Decision


async def granted_of(store: Store, row: OutboxRow) -> tuple[Case, Decision] | None:
    """The case of a row about cases with its decision as both stand now; None where nothing was granted."""
    document = await store.cases.get(row.subject_id)
    case = Case.of(document) if document else None
    if case is None or case.decision is None or case.decision.outcome is not Completion.GRANTED:
        return None
    return case, case.decision
