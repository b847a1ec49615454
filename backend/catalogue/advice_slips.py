"""Advice slips (一次性告知单): everything an item needs in somebody's circumstances, told at once, numbered and dated."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePosixPath
from typing import Protocol

from pydantic import JsonValue

from backend.audit import event_of
from backend.catalogue.catalogue import Catalogue
from backend.catalogue.slip_page import slip_page
from backend.catalogue.slip_text import slip_text
from backend.errors import NotFound
from backend.spoken import full_day
from backend.store import Store
from models.acts import Act, CitizenActor, StaffActor
from models.catalogue.views import AdviceBody, AdviceSlip


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
        version = self._catalogue.version(code, act.at.date(), body.region)
        text = slip_text(version, body, act.at.date(), self._catalogue.vocabulary)
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
