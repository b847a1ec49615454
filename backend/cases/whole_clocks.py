"""The one clock of a bundle: it stands still while a part's does, and is as long as its extended parts need. Pure."""

from collections.abc import Mapping

from backend.cases import clocks
from backend.workdays import WorkCalendar
from models.cases import Case, CaseClock, CasePolicy, PartExtension
from models.catalogue import Clocks


def whole_clock(bundle: Case, parts: Mapping[str, Case], calendar: WorkCalendar, policy: CasePolicy, limits: Clocks) -> CaseClock:
    """The clock of a bundle as its parts' clocks are now; its own where nothing of theirs bears on it anew."""
    changed = with_parts(bundle, parts)
    same = changed == bundle.clock or changed.accepted_at is None
    return bundle.clock if same else clocks.counted(changed, calendar, policy, limits)


def with_parts(bundle: Case, parts: Mapping[str, Case]) -> CaseClock:
    """The clock of a bundle with the stops and extensions of its parts. To be counted anew."""
    stops = sorted((stop for part in parts.values() for stop in part.clock.stops), key=lambda stop: stop.start)
    return bundle.clock.model_copy(update={"stops": stops, "longer_parts": _longer(bundle, parts)})


def _longer(bundle: Case, parts: Mapping[str, Case]) -> list[PartExtension]:
    """Which parts were extended, in the order of the bundle, each with its days as they are now."""
    return [
        PartExtension(
            name=standing.name,
            span=extension.span,
            notice=extension.notice,
            promised=part.clock.promised_due,
            statutory=part.clock.statutory_due,
        )
        for standing in bundle.parts
        if (part := parts.get(standing.key)) is not None and (extension := part.clock.extension) is not None
    ]
