"""A grant that founds a company gives it its credit code (统一社会信用代码): in the act itself, unique, and from then on known to all parts."""

from typing import Any

from backend.cases.core import Core
from backend.errors import FieldError, Invalid
from models.base import NoticeOrder
from models.cases import Case, Founded, ResultBody
from models.documents import company_code

_OTHER = "这份执照的编号就是统一社会信用代码 {uscc}，请照它登记，或者不填。"


class Founding(Core):
    """What a grant adds where it founds a company."""

    async def _founded(self, case: Case) -> dict[str, Any]:
        """What to set on the case that is granted; nothing where it founds none."""
        registration = self.version_of(case).registration
        if registration is None or not registration.founds or registration.name is None:
            return {}
        running = await self.store.next_number("credit_codes")
        uscc = company_code(case.region or self.policy.region, running)
        return {"founds": uscc, "founded": Founded(name=str(case.form[registration.name]), uscc=uscc)}

    def _tell_founded(self, case: Case, founded: dict[str, Any]) -> list[NoticeOrder]:
        company = founded.get("founded")
        return self._tell(case, "company_founded", name=company.name, uscc=company.uscc) if isinstance(company, Founded) else []

    @staticmethod
    def _numbered(case: Case, body: ResultBody) -> str:
        """The number a result is recorded under: of a founded company's licence its credit code. Raises `Invalid` for another."""
        if case.founds is None:
            return body.number or ""
        if body.number not in (None, "", case.founds):
            raise Invalid(errors=[FieldError("/number", _OTHER.format(uscc=case.founds))])
        return case.founds
