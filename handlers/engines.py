"""What the handlers see of the product: every engine by name. Built once, in composition.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backend.archives import Archives
    from backend.audit import Audit
    from backend.auditing import Auditing
    from backend.booking import Booking
    from backend.booking.day_sheets import DaySheets
    from backend.calendars import Calendars
    from backend.cases import Cases, Marks, Watchers
    from backend.cases.certificate_desk import CertificateDesk
    from backend.cases.instant import Instant
    from backend.cases.outages import Outages
    from backend.catalogue import Catalogue
    from backend.catalogue.advice_slips import AdviceSlips
    from backend.catalogue.drafts import Drafts
    from backend.catalogue.editing import Editing
    from backend.catalogue.guides import Guides
    from backend.catalogue.prefill import Forms
    from backend.catalogue.published import Published
    from backend.certificates import Certificates, Shares
    from backend.clock import Clock
    from backend.delivery import Deliveries
    from backend.grants import Grants
    from backend.ledgers import Ledgers
    from backend.licences import Licences, Showings
    from backend.limits import Limits
    from backend.live import Live
    from backend.materials import Materials
    from backend.notices import Notices
    from backend.payments import Payments
    from backend.people import Accounts, Authorisations, KioskAsks, Kiosks, People, Sessions, Staff, StaffLogins, StandIns
    from backend.points import Applied, Deciding, Duties, Excluding, Objecting, Records, Rounds, Sheets, Taking
    from backend.refusals import Refusals
    from backend.standing import Standing
    from backend.statistics import Statistics
    from backend.store import Store
    from backend.supervision import Supervision
    from backend.wechat import Wechat
    from models.settings import Settings


@dataclass(frozen=True)
class Engines:
    """Read-only after start."""

    settings: Settings
    clock: Clock
    store: Store
    limits: Limits
    audit: Audit
    auditing: Auditing
    refusals: Refusals
    calendars: Calendars
    catalogue: Catalogue
    guides: Guides
    forms: Forms
    advice_slips: AdviceSlips
    editing: Editing
    drafts: Drafts
    published: Published
    sessions: Sessions
    people: People
    staff: Staff
    staff_logins: StaffLogins
    accounts: Accounts
    kiosks: Kiosks
    kiosk_asks: KioskAsks
    authorisations: Authorisations
    stand_ins: StandIns
    live: Live
    grants: Grants
    materials: Materials
    licences: Licences
    showings: Showings
    booking: Booking
    day_sheets: DaySheets
    certificates: Certificates
    shares: Shares
    watchers: Watchers
    cases: Cases
    outages: Outages
    instant: Instant
    certificate_desk: CertificateDesk
    marks: Marks
    payments: Payments
    standing: Standing
    points: Sheets
    points_records: Records
    rounds: Rounds
    round_applied: Applied
    round_exclusions: Excluding
    round_objections: Objecting
    round_places: Taking
    round_duties: Duties
    ranking_decisions: Deciding
    deliveries: Deliveries
    notices: Notices
    supervision: Supervision
    archives: Archives
    ledgers: Ledgers
    statistics: Statistics
    wechat: Wechat
