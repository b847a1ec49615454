"""Advice slips (一次性告知单): everything an item needs in somebody's circumstances, told at once, numbered and dated."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Protocol

from pydantic import JsonValue

from backend.audit import event_of
from backend.catalogue.catalogue import Catalogue
from backend.catalogue.forms import is_answered, needed_materials, require_form, visible_fields
from backend.catalogue.slip_page import slip_page
from backend.errors import FieldError, Invalid, NotFound
from backend.spoken import full_day
from backend.store import Store
from models.acts import Act, CitizenActor, StaffActor
from models.catalogue import ItemVersion, Material, MaterialSource, Need, Party
from models.catalogue.views import AdviceBody, AdviceSlip, SlipMaterial, SlipText
from models.forms import FieldType, FormField

_CIRCUMSTANCES = (FieldType.CHOICE, FieldType.MULTI, FieldType.BOOLEAN)  # what decides, and tells nothing of a person
_HELD = (MaterialSource.LICENCE, MaterialSource.SHARED, MaterialSource.FORM)


class PdfRenderer(Protocol):
    """What is needed of `backend.certificates.render.Renderer`."""

    async def pdf(self, template: str, data: Mapping[str, JsonValue], at: datetime, max_pages: int = 20) -> bytes: ...


class AdviceSlips:
    """Writes advice slips and gives them out as page and PDF."""

    def __init__(self, store: Store, catalogue: Catalogue, renderer: PdfRenderer, base_url: str) -> None:
        self._store = store
        self._catalogue = catalogue
        self._renderer = renderer
        self._base_url = base_url

    async def write(self, act: Act, code: str, body: AdviceBody) -> AdviceSlip:
        """A new slip. Raises NotFound for the item, Invalid for circumstances that don't fit its form."""
        version = self._catalogue.version(code, act.at.date())
        text = self.text(version, body, act.at.date())
        serial = await self._store.next_number(f"advice_slip:{act.at.year}")
        slip = AdviceSlip(
            _id=f"{act.at.year}-{serial:06d}",
            number=f"云政告〔{act.at.year}〕第{serial:06d}号",
            item=code,
            item_version=version.id,
            given_at=act.at,
            person=act.person if isinstance(act.actor, CitizenActor) else None,
            given_by=act.actor.name if isinstance(act.actor, StaffActor) else "系统",
            text=text,
        )
        await self._store.advice_slips.insert(slip, event_of(act, "advice_slip.given", detail={"item": code}))
        return slip

    async def get(self, slip_id: str) -> AdviceSlip:
        """A slip by its id (`2026-000123`). It names nobody, so whoever has the number may read it. Raises NotFound."""
        document = await self._store.advice_slips.get(slip_id)
        if document is None:
            raise NotFound("没有找到这张告知单，请核对编号。")
        return AdviceSlip.of(document)

    async def page(self, slip_id: str) -> str:
        """A slip as a page to read and print. Raises NotFound."""
        return slip_page(await self.get(slip_id), self.address(slip_id, ".pdf"))

    async def pdf(self, slip_id: str) -> bytes:
        """A slip as PDF/A. Raises NotFound, Unavailable."""
        slip = await self.get(slip_id)
        shown: dict[str, JsonValue] = {
            "number": slip.number,
            "given_on": full_day(slip.given_at.date()),
            "given_by": slip.given_by,
            "qr_text": self._base_url + self.address(slip_id, ".html"),
            **slip.text.model_dump(mode="json"),
        }
        return await self._renderer.pdf("advice_slip", shown, slip.given_at)

    @staticmethod
    def address(slip_id: str, ending: str) -> str:
        """Where a slip is read: its JSON, `.html` or `.pdf`."""
        return str(PurePosixPath("/api/v1/advice-slips") / f"{slip_id}{ending}")

    def text(self, version: ItemVersion, body: AdviceBody, on: date) -> SlipText:
        """What the slip says for these circumstances. Raises Invalid where one of them is no circumstance, or no answer."""
        deciding = [field for field in version.form if field.type in _CIRCUMSTANCES]
        known = {field.key for field in deciding}
        if unknown := sorted(body.circumstances.keys() - known):
            raise Invalid(errors=[FieldError(f"/circumstances/{key}", "这一项不影响需要什么，不用填写。") for key in unknown])
        answers = require_form(deciding, body.circumstances, on, complete=False, pointer="/circumstances")
        parties = frozenset({Party.AGENT}) if body.agent else frozenset[Party]()
        materials = needed_materials(version, answers, on, parties)
        guide, names = version.guide, self._catalogue.vocabulary
        return SlipText(
            item_name=version.name,
            department=names.department(version.department),
            circumstances=_circumstances(deciding, answers, on, agent=body.agent),
            summary=guide.summary,
            conditions=list(guide.conditions),
            materials=[_slip_material(each) for each in materials if each.source not in _HELD],
            nothing_to_hand_in=[_held(each) for each in materials if each.source in _HELD],
            how=list(guide.steps),
            duration=guide.duration,
            trips=guide.trips,
            fee=version.fee.note,
            bring=list(version.appointment.bring) or [f"{each.name}原件" for each in materials if each.bring_original],
            proxy="可以由别人代办。" + "；".join(version.proxy.needs) if version.proxy.allowed else version.proxy.reason,
            where=list(guide.where),
            when=guide.when,
            phone=guide.phone,
            complaints=guide.complaints,
        )


def _circumstances(fields: list[FormField], answers: Mapping[str, JsonValue], on: date, *, agent: bool) -> list[str]:
    """The circumstances in words, those that were told."""
    told = [
        f"{field.label}：{_words(field, answers[field.key])}"
        for field in visible_fields(fields, answers, on)
        if is_answered(answers.get(field.key))
    ]
    return [*told, "由别人代办"] if agent else told


def _words(field: FormField, value: JsonValue) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    chosen = value if isinstance(value, list) else [value]
    return "、".join(field.label_of(str(each)) for each in chosen)


def _slip_material(material: Material) -> SlipMaterial:
    later = material.tolerance.note if material.tolerance and material.need is Need.DEFERRABLE else ""
    note = "".join(each if each.endswith("。") else f"{each}。" for each in (material.help, material.exemption, later) if each)
    return SlipMaterial(name=material.name, need=material.need.label, source=material.source.label, note=note)


def _held(material: Material) -> str:
    return f"{material.name}：{material.help or material.source.label}"
