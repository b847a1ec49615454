"""The ground of the archives: whose they are, and how a list is printed and sealed."""

from datetime import datetime

from pydantic import JsonValue

from backend.cases import CaseBook, PdfRenderer
from backend.catalogue import Catalogue, own_organ
from backend.clock import SHANGHAI, Clock
from backend.errors import Forbidden
from backend.spoken import full_day
from backend.store import Store
from models.acts import Act, StaffActor
from models.cases import Somebody

_MOST_PAGES = 60


class Core:
    """What every part of the archives uses."""

    def __init__(self, store: Store, clock: Clock, catalogue: Catalogue, book: CaseBook, renderer: PdfRenderer, *, demo: bool) -> None:
        """`book`: numbers of written notices and the district's rules. `demo`: the lists say that they are worth nothing."""
        self.store = store
        self.clock = clock
        self.catalogue = catalogue
        self.book = book
        self._renderer = renderer
        self._demo = demo

    async def _number(self, act: Act, word: str) -> str:
        """The next number of a list of the actor's department."""
        return await self.book.notice_number(act, own_organ(department_of(act), self.catalogue.vocabulary), word)

    async def _printed(
        self, department: str, title: str, number: str, at: datetime, columns: tuple[str, ...], rows: list[list[str]], lines: list[str]
    ) -> bytes:
        """A list as a sealed PDF, dated `at`. `lines` say under its title what it is and who answers for it."""
        by = own_organ(department, self.catalogue.vocabulary)
        data: dict[str, JsonValue] = {
            "title": title,
            "number": number,
            "organ": by.name,
            "given_on": full_day(at.astimezone(SHANGHAI).date()),
            "lines": list[JsonValue](lines),
            "columns": list[JsonValue](columns),
            "rows": [list[JsonValue](row) for row in rows],
            "seal": by.seal,
            "demo": self._demo,
        }
        return await self._renderer.sealed("archive_list", data, at, title, _MOST_PAGES)


def department_of(act: Act) -> str:
    """The department whose archives the actor keeps: the district's, for what a town did is its department's. Raises `Forbidden`."""
    if not isinstance(act.actor, StaffActor) or act.actor.department is None:
        raise Forbidden()
    if act.actor.town is not None:
        raise Forbidden("档案由区里的业务部门统一归档和保管，镇街不办。请联系本部门的档案人员。")
    return act.actor.department


def keeper(act: Act) -> Somebody:
    """Who acts, as a list keeps it."""
    return Somebody(id=act.actor.id, name=act.actor.name, department=department_of(act))
