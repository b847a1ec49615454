"""Certificates on a real store, against the real sandbox over HTTP, for people of the demo district."""

from pathlib import Path
from typing import Any

import aiohttp

from backend.audit import Audit
from backend.cases.book import CaseBook
from backend.cases.instant import Instant
from backend.cases.named import NamedPeople
from backend.catalogue import Catalogue
from backend.catalogue.prefill import Forms
from backend.certificates import Certificates, Issuing
from backend.clock import SetClock
from backend.grants import Grants
from backend.outside import Limits
from backend.printing import Inspection, inspect_pdf
from backend.processes import Workers
from backend.registers import Registers
from backend.store import Store
from models.acts import Acting, CitizenActor, Role, StaffActor
from models.cases import Case, CasePolicy
from models.certificates import Certificate, IssueBody
from models.settings import Settings
from tests.people_edge import demo_district, end_of_day, real_calendar
from tests.people_world import Person, World
from tests.sandbox_control import ROOT, SandboxProcess

QUICK = Limits(timeout=2.0, at_once=8, waiting=64, failures=50, pause=60.0)
FORMS: dict[str, dict[str, Any]] = {
    "ss-proof": {"range": "year", "purpose": "loan"},
    "med-proof": {"range": "year", "purpose": "work"},
    "tax-proof": {"range": "year", "purpose": "house"},
    "archive-proof": {"purpose": "work"},
    "relation-proof": {"relative_name": "李敏", "relation": "daughter", "purpose": "school"},
    "retiree-proof": {"proof_kind": "status", "purpose": "work"},
    "political-proof": {
        "matter": "party",
        "unit": "江州精工机械有限公司",
        "letter_number": "江精函〔2026〕12号",
        "letter_date": "2026-11-10",
    },
    "housing-benefit-proof": {"scope": "own", "purpose": "house"},
    "weather-proof": {
        "day": "2026-08-08",
        "area": "luoxi",
        "event": "rainstorm",
        "place": "罗溪街道榕树里12号",
        "damage": "家具",
        "purpose": "insurance",
    },
}
"""Answers that are complete for every instant item; the relative is one of 王桂芳's."""


class NoCodes:
    """Mini-program codes are painted by WeChat; nothing here needs one."""

    async def mini_program_code(self, scene: str, page: str) -> bytes:
        return b""


class CertificatesWorld(World):
    """The engines a certificate needs, and people in the states tests begin at."""

    def __init__(
        self,
        store: Store,
        clock: SetClock,
        catalogue: Catalogue,
        sandbox: SandboxProcess,
        http: aiohttp.ClientSession,
        workers: Workers,
        data_dir: Path,
    ) -> None:
        super().__init__(store, clock)
        self.sandbox = sandbox
        self.catalogue = catalogue
        self.workers = workers
        self.settings = settings_of(data_dir)
        self.registers = Registers(sandbox.registers, http, clock, limits=QUICK)
        self.grants = Grants(store, clock, self.people, catalogue, self.audit, NoCodes(), end_of_day)
        self.issuing = Issuing(store, catalogue, self.registers, workers, self.settings)
        self.certificates = Certificates(store, clock, Audit(store, clock), self.issuing, workers)
        forms = Forms(catalogue, self.registers, self.audit, self.people.key_of)
        book = CaseBook(store, real_calendar(), CasePolicy(), catalogue.vocabulary)
        named = NamedPeople(self.registers, self.people, self.audit, catalogue.vocabulary.register_labels)
        self.instant = Instant(store, catalogue, self.people, self.grants, self.certificates, book, forms, named)
        self._district = demo_district()

    async def demo(self, code: str) -> CitizenActor:
        """A citizen of the demo district, proven (level 2)."""
        citizen = self._district.citizen(code)
        assert citizen is not None, code
        person = Person(citizen.name, citizen.id_number, document_type=citizen.document_type)
        self.population.people.append(person)
        return await self.proven(person, code)

    async def issue(self, actor: CitizenActor, item: str, *, acting: Acting | None = None, **form: Any) -> Case:
        """Asks for a certificate with the usual answers, `form` on top."""
        return await self.instant.issue(self.act(actor, acting=acting), IssueBody(item=item, form=FORMS[item] | form))

    async def certificate(self, case: Case) -> Certificate:
        """The certificate of a case."""
        document = await self.store.certificates.get(case.certificate or "")
        assert document is not None, case.handed_over_for
        return Certificate.of(document)

    async def inspect(self, pdf: bytes, register: str | None = None) -> Inspection:
        """What a worker finds in a PDF that should be ours, or the authority's of `register`."""
        chain = self.issuing.signing.chain
        if register is not None:
            chain = str(self.sandbox.state / "authorities" / register / "chain.pem")
        return await self.workers.run(inspect_pdf, pdf, (chain,))

    def reviewer(self, department: str = "social_insurance", *roles: Role) -> StaffActor:
        """Somebody who decides in a department."""
        return StaffActor(id="staff-reviewer", name="周敏", roles=frozenset(roles or (Role.REVIEWER,)), department=department)


def settings_of(data_dir: Path) -> Settings:
    """Settings of a sandbox under `data_dir`, whatever the environment says."""
    return Settings(data_dir=data_dir, catalogue_dir=ROOT / "catalogue", public_url="https://yicheng.example.cn")
