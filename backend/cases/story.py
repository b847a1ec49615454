"""What happened to a case, who did it and in whose place, from its own events. Nothing that was written freely stands in it; names
of citizens only for whoever works on the case. Pure."""

from collections.abc import Sequence
from datetime import datetime

from backend.people import mask_name
from models.acts import is_enterprise
from models.audit import ActWords
from models.base import Event
from models.cases import Case
from models.catalogue import ItemVersion
from models.story_views import StoryRow, StoryView

_SILENT = frozenset({"case.begun", "case.saved", "case.obligations_looked_at"})  # a draft begun and kept, a look of the watch
_OF_RECUSAL = frozenset({"case.recusal_asked", "case.recusal_decided"})  # for whoever works on it


def story_view(case: Case, version: ItemVersion, words: ActWords, *, clear: bool) -> StoryView:
    """The story since the first handing-in, the newest first: what its applicant did with the draft is theirs. `clear`: names of
    citizens stand there in full."""
    begins = case.submissions[0].at if case.submissions else case.created_at
    unsaid = _SILENT if clear else _SILENT | _OF_RECUSAL
    told = [each for each in case.events if each.at >= begins and each.action not in unsaid]
    return StoryView(
        items=[
            StoryRow(at=each.at, who=_who(case, each, clear=clear), did=_did(words, each), about=_about(case, version, each))
            for each in reversed(told)
        ]
    )


def _did(words: ActWords, event: Event) -> str:
    subject, _, did = words.of(event.action).partition("：")
    return did or subject


def _who(case: Case, event: Event, *, clear: bool) -> str:
    actor = event.actor
    if actor["kind"] == "system":
        return "系统"
    if actor["kind"] == "staff":
        place = actor.get("in_place_of_name")
        return actor["name"] + (f"（代{place}）" if place else "") + ("（代录）" if event.principal else "")
    if actor["kind"] != "citizen":
        return actor["name"]
    name = actor["name"] if clear or is_enterprise(actor["id"]) else mask_name(actor["name"])
    if actor["id"] == case.person:
        return f"申请人{name}"
    return f"代办人{name}" if event.principal and event.principal["id"] == case.person else f"其他当事人{name}"


def _about(case: Case, version: ItemVersion, event: Event) -> str:
    """What the event names of papers, steps and documents, and what the case keeps of what it came back with."""
    detail = event.detail
    said = [
        *_named(case, detail.get("materials", ()) if event.action == "case.material_passed" else ()),
        *(
            f"{slip.number}：{'、'.join(each.name for each in slip.defects)}"
            for slip in case.returns
            if slip.number == detail.get("notice")
        ),
        *(_changed(case, version, event.at) if event.action == "case.resubmitted" else ()),
        *(each.name for each in case.steps if each.key == detail.get("step")),
        *(stop.ground.label for stop in case.clock.stops if stop.start == event.at and event.action == "case.paused"),
        *_decided(case, event),
        *_whose(case, event),
    ]
    return "；".join(said)


def _named(case: Case, keys: Sequence[str]) -> list[str]:
    names = [each.name for each in case.materials if each.key in keys]
    return ["、".join(names)] if names else []


def _changed(case: Case, version: ItemVersion, at: datetime) -> list[str]:
    """What a mended case came back with."""
    labels = {each.key: each.name for each in case.materials} | {each.key: each.label for each in version.form}
    changed = next((each for each in reversed(case.submissions) if each.at == at), None)
    names = [labels.get(key, key) for key in (*changed.changed_materials, *changed.changed_fields)] if changed else []
    return [f"改了{'、'.join(names)}"] if names else []


def _decided(case: Case, event: Event) -> list[str]:
    decision = case.decision
    if decision is None or event.detail.get("decision") != decision.number:
        return []
    letter = decision.authority
    return [decision.number, *([f"依据首席代表授权书{letter.document_number}"] if letter else [])]


def _whose(case: Case, event: Event) -> list[str]:
    """Whose claim ended, by the name their own acts have."""
    whose = event.detail.get("from_whom")
    name = next((each.actor["name"] for each in case.events if whose and each.actor["id"] == whose), "")
    return [f"原来在{name}手里"] if name else []
