"""A case's clock as it is answered."""

from models.cases import CaseClock, ClockExtension
from models.catalogue import ItemVersion
from models.clock_views import ClockView, ExtensionView, StopView
from models.common_views import WordView


def clock_view(clock: CaseClock, version: ItemVersion) -> ClockView:
    """The clock with the words of what stopped or lengthened it, and the limits that apply to it."""
    shown = set(StopView.model_fields) - {"ground"}
    stops = [StopView(**each.model_dump(include=shown), ground=WordView.of(each.ground)) for each in clock.stops]
    kept = ClockView.model_fields.keys() - {"stops", "extension", "limits", "longer"}
    chosen = version.clocks.variant(clock.variant)
    limits = chosen.name if chosen else ""
    longer = "；".join(f"「{each.name}」延长{each.span.words()}（延期告知书{each.notice}）" for each in clock.longer_parts)
    told = {"stops": stops, "extension": _extension(clock.extension), "limits": limits, "longer": longer}
    return ClockView(**clock.model_dump(include=set(kept)), **told)


def _extension(extension: ClockExtension | None) -> ExtensionView | None:
    if extension is None:
        return None
    shown = extension.model_dump(include={"reason", "due_before", "due", "notice", "at"})
    return ExtensionView(**shown, span=extension.span.words())
