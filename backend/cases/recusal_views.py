"""Who is out of a case (回避) as it is answered, and what its applicant asked of that."""

from models.cases import Case, RecusalRequestView, RecusalView
from models.common_views import WhoView, WordView


def recusal_views(case: Case) -> list[RecusalView]:
    """For staff."""
    return [
        RecusalView(
            staff=each.id,
            who=WhoView(name=each.name, department=each.department),
            ground=WordView.of(each.ground) if each.ground else None,
            reason=each.reason,
            at=each.at,
            by=each.by.name,
        )
        for each in case.recused
    ]


def recusal_request_views(case: Case) -> list[RecusalRequestView]:
    """For the applicant and whoever works on it."""
    kept = {"who", "reason", "at", "granted", "answer", "decided_at"}
    return [RecusalRequestView(**each.model_dump(include=kept)) for each in case.recusal_requests]
