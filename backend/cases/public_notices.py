"""Public notices (公示) that run now, as anybody may read them. One whose days are over, or whose case has ended, is gone."""

import re
from datetime import datetime

from backend.cases.core import Core
from backend.cases.words import said
from backend.store import Document
from backend.store.pages import page
from models.acts import is_enterprise
from models.base import Page
from models.cases import Case
from models.catalogue import ItemVersion
from models.public_notices import FactView, PublicNoticesQuery, PublicNoticeView

_NUMBER = re.compile(r"[0-9A-Za-z]{5,}")


class PublicNotices(Core):
    """The list for everybody."""

    async def public_notices(self, query: PublicNoticesQuery, now: datetime) -> Page[PublicNoticeView]:
        """What is on public notice at this moment, the newest first."""
        where: Document = {"clock.public_until": {"$gt": now}}
        if query.item:
            where["item"] = query.item
        if query.department:
            where["department"] = query.department
        found, after = await page(self.store.cases, Case, where, query.cursor, query.limit)
        return Page[PublicNoticeView](items=[self._notice(each) for each in found], next=after)

    def _notice(self, case: Case) -> PublicNoticeView:
        version, run = self.version_of(case), case.clock.public_notice
        assert run is not None
        assert version.public_notice is not None
        return PublicNoticeView(
            number=run.number,
            item=case.item,
            item_name=case.item_name,
            department_name=self.catalogue.vocabulary.department(case.department),
            applicant=shown_name(case),
            town_name=self.catalogue.vocabulary.town(case.town) if case.town and version.public_notice.names_town else "",
            facts=_facts(case, version, version.public_notice.shows),
            note=version.public_notice.note,
            since=run.since,
            until=run.until,
            objections=version.guide.complaints,
        )


def shown_name(case: Case) -> str:
    """王桂芳 → 王*: to strangers no more than the family name. An enterprise's name is public."""
    return case.person_name if is_enterprise(case.person) else f"{case.person_name[:1]}*"


def _facts(case: Case, version: ItemVersion, keys: tuple[str, ...]) -> list[FactView]:
    fields = [field for key in keys if (field := version.known(key)) is not None and not field.sealed]
    answered = [(field, case.known.get(field.key)) for field in fields]
    return [FactView(label=field.on_paper, value=_NUMBER.sub(_cut, said(field, value))) for field, value in answered if value is not None]


def _cut(number: re.Match[str]) -> str:
    """Of a longer number or code no more than its beginning."""
    return f"{number.group()[:2]}***"
