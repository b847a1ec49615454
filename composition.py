"""Builds the product: every client and engine once, each given what it uses. The only file that knows all of them."""

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import structlog

from backend.archives import Archives
from backend.audit import Audit
from backend.auditing import Auditing
from backend.booking import Booking, bookable_items, load_rules, served_items
from backend.booking.day_sheets import DaySheets
from backend.booking.halls import Halls
from backend.booking.shifts import shift_end
from backend.calendars import Calendars
from backend.cases import CASE_ENDS, QUESTIONED, RESULT_EVENTS, TRANSITIONS, CaseBook, Cases, Marks, ResultPapers, Watchers
from backend.cases.billing import TAKEN_IN
from backend.cases.book import load_policy
from backend.cases.certificate_desk import CertificateDesk
from backend.cases.coming import CAME
from backend.cases.entering import Entering
from backend.cases.following import TAKEN_BACK
from backend.cases.instant import Instant
from backend.cases.lots import Lots
from backend.cases.marks import CAUSES
from backend.cases.named import NamedPeople
from backend.cases.naming import Naming
from backend.cases.outages import Outages
from backend.catalogue import Catalogue, load_catalogue
from backend.catalogue.advice_slips import AdviceSlips
from backend.catalogue.deciding import headless, unreviewed
from backend.catalogue.drafts import Drafts
from backend.catalogue.editing import Editing
from backend.catalogue.guides import Guides
from backend.catalogue.prefill import Forms
from backend.catalogue.published import Fits, Published
from backend.catalogue.simulator import Recorded
from backend.catalogue.vocabulary import read_vocabulary
from backend.certificates import Certificates, Issuing, Shares
from backend.certificates.kinds import load_kinds
from backend.clock import Clock, SystemClock
from backend.declared import declared
from backend.delivery import DONE, MOVED, Deliveries
from backend.demo import DemoDistrict
from backend.erasure import Erasure
from backend.grants import ENDING_ACTIONS, Grants
from backend.jobs import Jobs, end
from backend.ledgers import Ledgers, ledger_faults, load_ledgers
from backend.licences import Issued, Licences, Lookup, Showings, StandingIn
from backend.limits import Limits
from backend.live import Live
from backend.materials import Materials, Scanner, Spool
from backend.notices import Notices, NoticeTemplates
from backend.outbox import Consumer, Outbox, Relay
from backend.own_data import register_own_data
from backend.payments import ENDINGS, SETTLING, Payments
from backend.payments import load_policy as load_payment_policy
from backend.people import (
    Accounts,
    Attempts,
    Authorisations,
    KioskAsks,
    Kiosks,
    Passwords,
    People,
    Population,
    Roster,
    Sessions,
    Staff,
    StaffLogins,
    StandIns,
)
from backend.points import (
    WATCHED,
    Applied,
    Counting,
    Deciding,
    Duties,
    Excluding,
    Kinship,
    Objecting,
    Records,
    Rounds,
    RoundSource,
    Sheets,
    Taking,
    check_scheme,
    load_scheme,
)
from backend.printing import Renderer, printing_workers, signing_files, templates_of
from backend.processes import Workers
from backend.refusals import Refusals
from backend.sms import CodeSms
from backend.standing import Standing
from backend.statistics import Facts, Statistics
from backend.store import Store
from backend.supervision import CaseSource, Office, Supervision, load_card_rules
from backend.workdays import WorkCalendar
from clients import Clients
from handlers.engines import Engines
from models.acts import Role
from models.audit import ActWords
from models.company_names import NamingRules
from models.ledgers import Ledger
from models.settings import Mode, Settings
from models.statistics import By
from periodic import jobs_of

log = structlog.get_logger()


@dataclass
class Product:
    """The running product: engines for the handlers, and what works in the background."""

    engines: Engines
    clients: Clients
    workers: Workers
    relay: Relay
    outbox: Outbox
    jobs: Jobs
    district: DemoDistrict | None
    _background: list[asyncio.Task[None]] = field(default_factory=list[asyncio.Task[None]])

    async def start(self) -> None:
        """Seeds what the release declares, then starts the relay and the jobs (unless the settings say otherwise)."""
        await self.workers.start()
        await self.engines.published.refresh()
        await self.seed()
        await self.engines.calendars.refresh()
        if self.engines.settings.workers:
            runs = {"relay": self.relay.run(), "calendar": self.engines.calendars.run(), "catalogue": self.engines.published.run()}
            self._background = [asyncio.create_task(run, name=name) for name, run in runs.items()]
            self.jobs.start()

    async def seed(self) -> None:
        """Demo staff and halls, where they are missing; production keeps its own in the database. Warns of departments that decide
        and have no head, and of those whose appeals nobody could decide."""
        if self.district is not None:
            now = self.engines.clock.now()
            await self.engines.staff.seed(self.district.staff, now)
            await self.engines.authorisations.seed(self.district.authorisations, now)
            await self.engines.booking.seed(self.district.halls)
            await self.engines.kiosks.seed(self.district.kiosks, now)
        catalogue, roster = self.engines.catalogue, Roster(self.engines.store)
        for line in headless(catalogue, await roster.departments_with(Role.CHIEF_REPRESENTATIVE)):
            log.warning("department_without_head", detail=line)
        for line in unreviewed(catalogue, await roster.departments_with(Role.SUPERVISOR)):
            log.warning("department_without_supervisor_outside", detail=line)

    async def settle(self) -> None:
        """Relays and delivers everything that waits now, also what comes of it. For tests and scripts."""
        while await self.relay.drain() + await self.outbox.deliver(fence=2**53):
            pass

    async def stop(self) -> None:
        """Ends the background, then the connections, the database last."""
        await self.engines.live.close()
        await self.jobs.stop()
        await end(self._background)
        await self.engines.certificates.drain()
        await self.workers.close()
        await self.clients.close()
        await self.engines.limits.close()
        await self.engines.store.close()


async def compose(settings: Settings, clock: Clock, workers: Workers) -> Product:
    """Connects to the database and builds everything; nothing runs until `start`. Raises where a file of the catalogue is wrong."""
    store = await Store.open(
        settings.mongodb_uri, settings.database, settings.master_key.get_secret_value(), settings.old_master_key.get_secret_value()
    )
    return build(settings, clock, store, workers)


@asynccontextmanager
async def staff_accounts(settings: Settings, store: Store) -> AsyncIterator[Staff]:
    """The engine of staff accounts over an open store, for commands; the rest of the product is not built."""
    clock = SystemClock()
    clients = Clients.open(settings, clock)
    try:
        names, _ = read_vocabulary(settings.catalogue_dir, settings.catalogue_dir / "demo")
        sessions, attempts = Sessions(store, clients.wechat, clock, clock), Attempts(store, clock)
        yield Staff(store, sessions, attempts, _passwords(settings), names)
    finally:
        await clients.close()


def _passwords(settings: Settings) -> Passwords:
    return Passwords(settings.argon2_memory_kib, settings.argon2_rounds)


def build(settings: Settings, clock: Clock, store: Store, workers: Workers | None = None) -> Product:
    """The product over an open store; `workers`, where they are being started already."""
    workers = workers or printing_workers(settings)
    catalogue = load_catalogue(settings.catalogue_dir)
    catalogue.index()  # now, so that whoever searches first does not wait for it
    templates = NoticeTemplates.load(settings.catalogue_dir / "notices.yaml")
    calendars = Calendars(store, WorkCalendar.load(settings.catalogue_dir / "calendars"))
    clients = Clients.open(settings, clock)
    renderer = Renderer(workers, templates_of(settings), signing_files(settings), load_kinds(settings.catalogue_dir).place)

    audit, limits, wall = Audit(store, clock), Limits(settings.redis_url), SystemClock()
    refusals = Refusals(store, clock)
    names = catalogue.vocabulary
    token_key = base64.b64decode(settings.token_key.get_secret_value())
    sessions = Sessions(store, clients.wechat, clock, wall, names.region_of, names.is_one_window, catalogue.not_received_at)
    attempts = Attempts(store, wall)
    people = People(
        store,
        clock,
        wall,
        sessions,
        audit,
        attempts,
        Population(clients.registers),
        clients.registers,
        clients.identity,
        CodeSms(clients.sms),
        token_key,
        catalogue.vocabulary.department,
    )
    clients.registers.watch("population", people.on_population_answer)
    clients.registers.watch("enterprise", people.enterprises.on_answer)
    passwords, roster = _passwords(settings), Roster(store)
    staff = Staff(store, sessions, attempts, passwords, catalogue.vocabulary)
    staff_logins = StaffLogins(staff, sessions, attempts, passwords, SystemClock(), refusals)
    halls = Halls(store, clock)
    grants = Grants(store, clock, people, catalogue, audit, clients.wechat, lambda hall, at: shift_end(halls, calendars.current, hall, at))
    scanner = Scanner(settings.clamav_address) if settings.clamav_address else None
    materials = Materials(store, clock, workers, Spool(settings.data_dir / "spool"), scanner)
    issued = Issued(store, catalogue, clock)
    lookup = Lookup(clients.registers, catalogue.vocabulary.licences, issued)
    licences = Licences(store, lookup, catalogue, audit)
    registers = StandingIn(clients.registers, catalogue.vocabulary.licences.values(), issued)
    issuing = Issuing(store, catalogue, registers, workers, settings)
    certificates = Certificates(store, clock, audit, issuing, workers)
    forms = Forms(catalogue, registers, audit, people.key_of)
    book = CaseBook(store, calendars, load_policy(settings.catalogue_dir / "cases.yaml"), catalogue.vocabulary)
    authorisations = Authorisations(store, catalogue)
    demo = settings.mode is Mode.SANDBOX
    payment_policy = load_payment_policy(settings.catalogue_dir / "payments.yaml")
    payments = Payments(store, clock, payment_policy, clients.bank, grants, people, renderer, demo=demo)
    cases = Cases(store, clock, catalogue, book, materials, licences, forms, grants, audit, authorisations, payments)
    marks = Marks(store, clock)
    named = NamedPeople(registers, people, audit, catalogue.vocabulary.register_labels)
    instant = Instant(store, catalogue, people, grants, certificates, book, forms, named)
    cases.issue_with(certificates, instant.decided)
    cases.print_with(renderer, demo=demo)
    cases.ask_with(people)
    rules = declared(settings.catalogue_dir / "naming.yaml", NamingRules)
    cases.name_with(Naming(store, clients.registers, rules, catalogue.vocabulary.register_label("enterprise")), named)
    lots = Lots(token_key)
    cases.draw_with(lots, roster.reviewers_of, roster.pre_reviewers_of)
    deliveries = Deliveries(store, clock, halls, people, clients.courier)
    cases.deliver_with(deliveries)
    standing = Standing(people, grants, payments, deliveries, cases, audit)
    cases.sit_in(halls, sessions.presences)
    booking = Booking(
        store,
        clock,
        load_rules(settings.catalogue_dir / "booking.yaml"),
        calendars,
        bookable_items(catalogue, clock),
        served_items(catalogue, clock),
        grants,
        people,
        audit,
        cases.case_may_be_booked,
        cases.prepared_for,
    )
    scheme = load_scheme(settings.catalogue_dir, catalogue)
    points_records = Records(store, catalogue, people, certificates)
    counting = Counting(catalogue, scheme, registers, people)
    points = Sheets(store, clock, catalogue, scheme, counting, cases, points_records, audit)
    rounds = Rounds(store, clock, catalogue, points_records, cases)
    round_places, round_duties = Taking(store, clock, rounds), Duties(store, clock, catalogue, cases)
    kinship = Kinship(clients.registers, people)
    ranking_decisions = Deciding(store, clock, cases, points, points_records, rounds, round_places, kinship)
    cases.heed(ranking_decisions)
    notices = Notices(store, clock, audit, templates, clients.wechat, clients.sms)
    card_rules = load_card_rules(settings.catalogue_dir / "supervision.yaml")
    office = Office(lambda: book.calendar, catalogue.vocabulary.department, roster.heads_of, roster.supervisors, book.policy.region)
    sources = [CaseSource(store, book, card_rules), RoundSource(store, catalogue, lambda: book.calendar)]
    supervision = Supervision(store, clock, office, card_rules, sources)
    erasure = Erasure(store)
    ledgers = load_ledgers(settings.catalogue_dir, catalogue)
    published = Published(store, catalogue, settings.catalogue_dir, _fits(settings, issuing, ledgers))
    editing = Editing(catalogue, settings.catalogue_dir, workers, Recorded(store, catalogue, audit), published)
    papers = ResultPapers(store, catalogue, certificates)
    consumers = [
        Consumer("notices", notices.on_event, every_notice=True),
        Consumer("grants_deaths", grants.endings.on_person_deceased, frozenset({"person.deceased"})),
        Consumer("grants_enterprises", grants.companies.on_enterprise_changed, frozenset({"enterprise.changed"})),
        Consumer("grants_renamed", grants.companies.on_enterprise_renamed, frozenset({"enterprise.renamed"})),
        *booking.consumers(CASE_ENDS),
        Consumer("cases_grants", cases.on_grant_ended, ENDING_ACTIONS),
        Consumer("cases_counterparts", cases.on_person_identified, frozenset({"person.identified", "person.registered"})),
        Consumer("cases_deaths", cases.on_person_deceased, frozenset({"person.deceased"})),
        Consumer("points", points.on_parts_begun, frozenset({"case.parts_begun"})),
        Consumer("points_verified", points.on_parts_granted, frozenset({"case.parts_granted"})),
        Consumer("points_published", rounds.on_published, frozenset({"round.published"})),
        Consumer("points_overdue", round_duties.on_overdue, frozenset({"round.overdue"})),
        Consumer("points_passing", round_places.on_passing, frozenset({"round.passing"})),
        Consumer("marks", marks.on_case_event, CAUSES),
        Consumer("cases_deliveries", cases.on_delivery_done, DONE),
        Consumer("cases_papers", cases.on_paper_issued, frozenset({"certificate.issued", "points.recorded"})),
        Consumer("cases_deliveries_moved", cases.on_delivery_moved, MOVED),
        Consumer("deliveries_questioned", deliveries.on_case_questioned, QUESTIONED),
        Consumer("deliveries_cases", deliveries.on_case_revoked, frozenset({"case.revoked", "case.annulled"})),
        Consumer("cases_following", cases.on_taken_back, TAKEN_BACK),
        Consumer("cases_licences", cases.on_licence_ended, frozenset({"licence.cancelled"})),
        Consumer("cases_visitors", cases.on_visitor, CAME),
        Consumer("cases_payments", cases.billing.on_bill_settled, SETTLING),
        Consumer("cases_taken_in", cases.billing.on_taken_in, TAKEN_IN),
        Consumer("payments_cases", payments.on_case_ended, frozenset(ENDINGS)),
        Consumer("grants_erased", grants.endings.on_person_erased, frozenset({"person.erased"})),
        Consumer("erasure", erasure.on_person_erased, frozenset({"person.erased"})),
        Consumer("licences_cases", licences.on_case_ended, CASE_ENDS),
        Consumer("licences_holders", licences.on_person_identified, frozenset({"person.identified", "person.registered"})),
        Consumer("cases_registered", Entering(store, catalogue, clients.registers, people.enterprises).on_case_event, RESULT_EVENTS),
        Consumer("licences_issued", issued.on_case_event, RESULT_EVENTS),
        Consumer("licences_papers", issued.on_paper, frozenset({"certificate.issued", "certificate.reissued"})),
        Consumer("result_papers", papers.on_case_event, RESULT_EVENTS),
        Consumer("materials_uses", materials.on_case_event, frozenset(f"case.{row.effect}" for row in TRANSITIONS) | {"case.confirmed"}),
    ]
    facts = Facts(store, catalogue, book, card_rules)
    consumers += [
        Consumer("supervision", supervision.on_event, prefix="case."),
        Consumer("supervision_rounds", supervision.on_event, WATCHED),
        Consumer("statistics", facts.on_event, prefix="case."),
    ]
    relay, outbox = Relay(store, consumers, clock, settings.relay_interval), Outbox(store, consumers)
    people.records.register("grants", grants.export, grants.obstacle)
    people.records.shown_by(grants.shown_of)
    register_own_data(people.records, store)
    people.records.erase_by(erasure.plan)
    engines = Engines(
        settings=settings,
        clock=clock,
        store=store,
        limits=limits,
        audit=audit,
        refusals=refusals,
        auditing=Auditing(
            store, audit, refusals, people, catalogue.vocabulary, declared(settings.catalogue_dir / "acts.yaml", ActWords), grants.shown_of
        ),
        calendars=calendars,
        catalogue=catalogue,
        guides=Guides(catalogue),
        forms=forms,
        advice_slips=AdviceSlips(store, catalogue, renderer, settings.base_url),
        editing=editing,
        drafts=Drafts(store, catalogue, editing, published),
        published=published,
        sessions=sessions,
        people=people,
        staff=staff,
        staff_logins=staff_logins,
        accounts=Accounts(staff),
        kiosks=Kiosks(store, people, sessions, people.codes, wall, catalogue.vocabulary.halls),
        kiosk_asks=KioskAsks(store, people, sessions, people.proofs, clients.wechat, wall, cases.own_draft),
        authorisations=authorisations,
        stand_ins=StandIns(store, clock, sessions.presences),
        live=Live(store, token_key),
        grants=grants,
        materials=materials,
        licences=licences,
        showings=Showings(store, licences, lookup, audit, renderer, settings.base_url),
        booking=booking,
        day_sheets=DaySheets(booking, renderer),
        certificates=certificates,
        shares=Shares(store, certificates, clients.wechat),
        watchers=Watchers(store, people, audit, clients.wechat),
        cases=cases,
        outages=Outages(store, clock, book, catalogue.vocabulary, renderer),
        instant=instant,
        certificate_desk=CertificateDesk(store, catalogue, certificates, people, audit, instant, papers),
        marks=marks,
        payments=payments,
        standing=standing,
        points=points,
        points_records=points_records,
        rounds=rounds,
        round_applied=Applied(store, rounds),
        round_exclusions=Excluding(store, rounds),
        round_objections=Objecting(store, audit, rounds),
        round_places=round_places,
        round_duties=round_duties,
        ranking_decisions=ranking_decisions,
        deliveries=deliveries,
        notices=notices,
        supervision=supervision,
        archives=Archives(store, clock, catalogue, book, renderer, demo=demo),
        ledgers=Ledgers(store, catalogue, people, audit, ledgers),
        statistics=Statistics(
            store,
            audit,
            {
                By.ITEM: catalogue.item_name,
                By.DEPARTMENT: catalogue.vocabulary.department,
                By.HALL: catalogue.vocabulary.hall,
                By.REGION: catalogue.vocabulary.region,
                By.INTAKE: catalogue.vocabulary.intake,
            },
        ),
        wechat=clients.wechat,
    )
    jobs = jobs_of(engines, outbox)
    district = DemoDistrict(settings.catalogue_dir / "demo") if settings.mode is Mode.SANDBOX else None
    return Product(engines, clients, workers, relay, outbox, jobs, district)


def _fits(settings: Settings, issuing: Issuing, ledgers: tuple[Ledger, ...]) -> Fits:
    """What beside the items themselves rests on them and is read at start only."""

    def fits(after: Catalogue) -> list[str]:
        points = [f"积分方案（{each.file}）：{each.message}" for each in check_scheme(settings.catalogue_dir, after)]
        reports = [
            f"台账「{each.title}」用到的字段会缺少或变成加密的，请先改台账" for each in ledgers if any(ledger_faults(each, each.id, after))
        ]
        return [
            *points,
            *reports,
            *(f"certificates.yaml 里还没有 {code} 的证明，随系统版本加上以后才能改成即办件" for code in issuing.lacking(after)),
        ]

    return fits
