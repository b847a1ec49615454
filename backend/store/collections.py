"""Every collection, its indexes and whether its documents carry acts: the whole shape of the database on one page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bson.binary import Binary

from backend.clock import SHANGHAI
from models.base import Sealing
from models.cases import Case
from models.certificates import Certificate, CertificateFile
from models.deliveries import Delivery
from models.enterprises import Enterprise
from models.grants import Grant
from models.issued_licences import IssuedLicence
from models.kiosks import Kiosk
from models.licence_showings import Showing
from models.licence_uses import LicenceAuthorisation
from models.notices import Notice
from models.people import Citizen
from models.staff import StaffAccount

Keys = list[tuple[str, int]]

# MongoDB uses a partial index only for filters that it sees to lie within the index's condition. It sees that of an
# equality and `$exists` or `$gt` on the same path; of `$type` it sees nothing, and passes over the index without a word.
TEXT: Mapping[str, Any] = {"$gt": ""}
SOME_DAY: Mapping[str, Any] = {"$gt": datetime(1970, 1, 1, tzinfo=SHANGHAI)}
SOME_REVISION: Mapping[str, Any] = {"$gt": -1}
SOME_NUMBER: Mapping[str, Any] = {"$gt": 0}
SEALED: Mapping[str, Any] = {"$gt": Binary(b"")}
_DELIVERED_KEPT = 30 * 86400  # seconds a delivered row of the outbox is kept; the audit log keeps the event
# A condition on another path has to be repeated: every filter on `keys` and on `unrelayed` holds these.
HAS_KEYS: Mapping[str, Any] = {"keys.0": {"$exists": True}}
IS_UNRELAYED: Mapping[str, Any] = {"unrelayed": {"$gt": ""}, "unrelayed.0": {"$exists": True}}


def due(at: datetime) -> Mapping[str, Any]:
    """The filter of what is due at `at`, on a path with a partial index of `SOME_DAY`: `$lte` alone would read the collection whole."""
    return {**SOME_DAY, "$lte": at}


@dataclass(frozen=True)
class Index:
    """One index. `where` makes it partial: equality, `$exists: true` or `$gt`, see above."""

    keys: Keys
    unique: bool = False
    where: Mapping[str, Any] | None = None
    expires_after: int | None = None  # seconds; a TTL index
    called: str = ""  # where another one has the same keys

    @property
    def name(self) -> str:
        return self.called or "_".join(f"{key}_{order}" for key, order in self.keys)


@dataclass(frozen=True)
class Collection:
    """One collection. `acts`: its documents are changed by acts, so they carry events, keys and unrelayed ids."""

    name: str
    indexes: tuple[Index, ...] = ()
    acts: bool = True
    sealed: Mapping[str, Sealing] = field(default_factory=dict)

    @property
    def all_indexes(self) -> tuple[Index, ...]:
        """Its own indexes and, where it carries acts, the two every such collection has."""
        if not self.acts:
            return self.indexes
        return (
            *self.indexes,
            Index([("keys", 1)], unique=True, where=HAS_KEYS),
            Index([("unrelayed", 1)], where={"unrelayed.0": {"$exists": True}}),
        )


_WAITING: Keys = [("first", 1), ("queued_at", 1), ("_id", 1)]
_STEPS: Keys = [("desk.level", 1), ("desk.role", 1)]
# Of cases that wait at a desk: city-wide, districts' and towns' counters, departments, steps, villages; one item.
_LINES: tuple[Keys, ...] = (
    [],
    [("region", 1)],
    [("region", 1), ("received_town", 1)],
    [("department", 1)],
    [("desk.department", 1), *_STEPS],
    [("town", 1), *_STEPS],
    [("item", 1)],
)

COLLECTIONS: tuple[Collection, ...] = (
    # what every act leaves behind
    Collection(
        "audit",
        (
            Index([("person", 1), ("at", -1), ("_id", -1)]),
            Index([("subject", 1), ("at", -1), ("_id", -1)]),
            Index([("actor.id", 1), ("at", -1), ("_id", -1)]),
            Index([("at", -1), ("_id", -1)]),
            Index([("batch", 1), ("_id", 1)]),
        ),
        acts=False,
    ),
    Collection("audit_batches", acts=False),
    Collection("outbox", (Index([("state", 1), ("next_at", 1)]), Index([("done_at", 1)], expires_after=_DELIVERED_KEPT)), acts=False),
    Collection("leases", acts=False),
    Collection("counters", acts=False),
    Collection("limits", (Index([("until", 1)], expires_after=0),), acts=False),
    # people
    Collection(
        "citizens",
        (
            Index([("openid", 1)], unique=True, where={"openid": TEXT}),
            Index(
                [("identity.number", 1), ("identity.document_type", 1)],
                unique=True,
                where={"identity.number": {"$exists": True}},
            ),
            Index([("phone", 1)], where={"phone": SEALED}),
            Index([("state", 1), ("checked_at", 1)]),
        ),
        sealed=Citizen.SEALED,
    ),
    Collection(
        "enterprises",
        (
            Index([("uscc", 1)], unique=True),
            Index([("representative.number", 1)]),
            Index([("checked_at", 1)]),
        ),
        sealed=Enterprise.SEALED,
    ),
    Collection(
        "sessions",
        (
            Index([("digest", 1)], unique=True),
            Index([("person", 1), ("seen_at", -1)]),
            Index([("kiosk", 1)], where={"kiosk": TEXT}),
            Index([("expires_at", 1)], expires_after=0),
        ),
    ),
    Collection("kiosks", (Index([("digest", 1)], unique=True),), sealed=Kiosk.SEALED),
    Collection(
        "kiosk_asks",
        (
            Index([("scene", 1)], unique=True, where={"scene": TEXT}),
            Index([("hall", 1), ("number", 1)], unique=True, where={"number": TEXT}),
            Index([("until", 1)], expires_after=0),
        ),
        acts=False,
    ),
    Collection("sms_codes", (Index([("until", 1)], expires_after=0),), acts=False),
    Collection("web_codes", (Index([("digest", 1)], unique=True), Index([("until", 1)], expires_after=0)), acts=False),
    Collection("staff", (Index([("username", 1)], unique=True),), sealed=StaffAccount.SEALED),
    Collection(
        "staff_sessions",
        (
            Index([("digest", 1)], unique=True),
            Index([("staff", 1), ("seen_at", -1)]),
            Index([("expires_at", 1)], expires_after=86400),
        ),
    ),
    Collection("calendar_days"),
    Collection(
        "authorisations",
        (
            Index([("state", 1), ("ends_at", 1)]),
            Index([("representative.id", 1)]),
            Index([("deputy.id", 1)], where={"deputy.id": TEXT}),
            Index([("department", 1), ("_id", 1)]),
        ),
    ),
    Collection(
        "stand_ins",
        (
            Index([("holder.id", 1)], unique=True, where={"live": True}),  # one deputy a post
            Index([("deputy.id", 1)], where={"live": True}),
            Index([("away_until", 1)], where={"away_until": SOME_DAY}),
            Index([("department", 1), ("_id", -1)]),
            Index([("hall", 1), ("_id", -1)]),
        ),
    ),
    # catalogue
    Collection(
        "catalogue_drafts",
        (
            Index([("item", 1)], unique=True, where={"open": True}),
            Index([("revision", 1), ("item", 1)], unique=True, where={"revision": SOME_NUMBER}),
        ),
    ),
    Collection("advice_slips", (Index([("person", 1), ("_id", -1)]),)),
    # grants
    Collection(
        "grants",
        (
            Index([("person", 1), ("_id", -1)]),
            Index([("agent", 1), ("_id", -1)]),
            Index([("representative", 1), ("_id", -1)]),
            Index([("invitation", 1)], unique=True, where={"invitation": TEXT}),
            Index([("target.number", 1)], where={"target.number": SEALED}),
            Index([("target.phone", 1)], where={"target.phone": SEALED}),
            Index([("state", 1), ("until", 1)]),
        ),
        sealed=Grant.SEALED,
    ),
    # materials and cases
    Collection(
        "materials",
        (
            Index([("person", 1), ("_id", -1)]),
            Index([("versions.file", 1)]),
        ),
    ),
    Collection(  # GridFS's layout; the content is encrypted under a key of each file's own
        "material_files.files",
        (
            Index([("metadata.owner", 1), ("metadata.source_sha256", 1)], unique=True, where={"metadata.complete": True}),
            Index([("metadata.complete", 1), ("uploadDate", 1)]),
        ),
        acts=False,
        sealed={"metadata.key": Sealing.RANDOM},
    ),
    Collection("material_files.chunks", (Index([("files_id", 1), ("n", 1)], unique=True),), acts=False),
    Collection(
        "cases",
        (
            Index([("number", 1)], unique=True, where={"number": TEXT}),
            Index([("person", 1), ("_id", -1)]),
            Index([("department", 1), ("_id", -1)]),
            Index([("department", 1), ("state", 1), ("_id", -1)]),
            Index([("steps.level", 1), ("steps.role", 1), ("town", 1), ("state", 1), ("_id", -1)]),  # what villages have a step in
            Index([("steps.department", 1), ("steps.level", 1), ("steps.role", 1), ("town", 1), ("state", 1), ("_id", -1)]),  # and towns
            Index([("reviewer.id", 1), ("_id", -1)], where={"reviewer.id": TEXT}),
            Index([("claimed_until", 1)], where={"claimed_until": SOME_DAY}),
            Index([("claimed_for.id", 1)], where={"claimed_for.id": TEXT}),
            Index([("given_back.id", 1), ("state", 1), ("_id", -1)], where={"given_back.id": TEXT}),
            Index([("department", 1), ("state", 1), ("_id", -1)], where={"clock.silent_at": SOME_DAY}, called="escalated"),
            *(Index([*keys, ("state", 1), *_WAITING], where={"queued_at": SOME_DAY}) for keys in _LINES),
            Index(  # those of towns: a department's there
                [("town", 1), ("desk.department", 1), ("desk.role", 1), ("state", 1), *_WAITING],
                where={"queued_at": SOME_DAY, "desk.level": "town"},
            ),
            Index([("formerly", 1), ("state", 1), ("_id", -1)], where={"formerly": TEXT}),
            Index([("decision.at", 1)], where={"received_town": TEXT}, called="taken_in_by_towns"),  # what re-checks are drawn from
            Index([("intake.region", 1), ("_id", -1)], where={"intake.region": TEXT}),
            Index([("intake.region", 1), ("intake.town", 1), ("_id", -1)], where={"intake.region": TEXT}),
            Index([("grant", 1), ("state", 1)], where={"grant": TEXT}),
            Index([("bundle", 1)], where={"bundle": TEXT}),
            Index([("obligations.number", 1), ("_id", -1)], where={"obligations.number": SEALED}),
            Index([("obligations.id", 1)], where={"obligations.id": TEXT}),
            Index([("materials.licence.identifier", 1)], where={"materials.licence.identifier": TEXT}),  # what was granted on a licence
            Index([("clock.watch_at", 1)]),
            Index([("clock.calendar", 1)], where={"clock.calendar": SOME_REVISION}),  # open clocks, by what they were counted with
            Index([("counted_with", 1)], where={"counted_with": SOME_REVISION}),  # what runs beside the clocks, likewise
            Index([("clock.public_until", 1)], where={"clock.public_until": SOME_DAY}),  # on public notice
            Index([("obliged_at", 1)]),
            *(  # what was promised later, of a department and of a one-window counter's district
                Index([(whose, 1), ("state", 1), ("obliged_at", 1), ("_id", 1)], where={"tolerance.number": TEXT})
                for whose in ("department", "region")
            ),
            *(  # clocks that run, who is next to be late first; the database has room for 64 indexes, so what is few is sorted as it is read
                Index([(whose, 1), ("state", 1), (f"clock.{due}", 1), ("_id", 1)], where={"clock.calendar": SOME_REVISION})
                for whose, due in (("department", "promised_due"), ("region", "promised_due"), ("region", "statutory_due"))
            ),
            Index([("department", 1), ("recusal_open_at", 1), ("_id", 1)], where={"recusal_open_at": SOME_DAY}),
            Index(  # what towns took in and the district reviews
                [("desk.department", 1), *_STEPS, ("state", 1), *_WAITING],
                where={"queued_at": SOME_DAY, "received_town": TEXT},
                called="district_review",
            ),
            Index([("inspect_at", 1)], where={"inspect_at": SOME_DAY}),
            Index([("duty_at", 1)], where={"duty_at": SOME_DAY}),
            Index([("region", 1), ("inspection.state", 1), ("_id", -1)], where={"inspection.department": TEXT}, called="checks_of_region"),
            Index([("inspection.department", 1), ("inspection.state", 1), ("_id", -1)], where={"inspection.department": TEXT}),
            Index([("obligations.who", 1), ("_id", -1)], where={"obligations.who": TEXT}),
            Index([("obligations.met_by.id", 1)], where={"obligations.met_by.id": TEXT}),  # whose uploads with an answer are kept
            Index([("item", 1), ("decision.at", -1)], where={"decision.at": {"$exists": True}}),  # what a new version is tried on
            Index([("item", 1), ("filed_at", -1)], where={"handed_over_for": TEXT}),  # and what its rule gave to a person
            Index([("department", 1), ("archived.number", 1), ("_id", 1)], where={"closed_at": SOME_DAY}),  # what may be archived
            Index([("department", 1), ("_id", -1)], where={"archived.preserved.reason": TEXT}, called="kept_from_destruction"),
            Index([("department", 1), ("_id", 1)], where={"archived.changed_at": SOME_DAY}, called="changed_in_the_archive"),
            Index(  # whose retention ends when
                [("department", 1), ("archived.destroyed_at", 1), ("archived.until", 1), ("_id", 1)], where={"archived.until": TEXT}
            ),
            Index([("round", 1)], where={"round": TEXT}),  # those ranked together
            Index([("open_need", 1)], unique=True, where={"open_need": SEALED}),  # one need, one open case
            Index([("same_object", 1)], where={"same_object": SEALED}),  # one flat, its leases
            Index([("name_held", 1)], unique=True, where={"name_held": TEXT}),  # one company's name, one case
            Index([("numbers_held", 1)], unique=True, where={"numbers_held": TEXT}),  # one seal's code
            Index([("founds", 1)], unique=True, where={"founds": TEXT}),  # one company's credit code
            Index([("issued_as", 1)], unique=True, where={"issued_as": TEXT}),  # one organ's numbers of one kind
        ),
        sealed=Case.SEALED,
    ),
    Collection(
        "rechecks",
        (
            Index([("department", 1), ("_id", -1)]),
            Index([("month", 1), ("town", 1)]),
            Index([("rechecker.id", 1), ("_id", -1)], where={"rechecker.id": TEXT}),
        ),
    ),
    Collection("recheck_draws"),  # one a month
    Collection(
        "deliveries",
        (
            Index([("person", 1), ("_id", -1)]),
            Index([("case", 1), ("_id", 1)]),
            Index([("department", 1), ("state", 1), ("_id", 1)]),
            Index([("hall", 1), ("region", 1), ("_id", 1)]),  # waits at a counter of the district that decided
            Index([("window", 1), ("_id", 1)], where={"window": TEXT}),  # waits at another district's counter
            Index([("case_number", 1)]),
            Index([("pickup", 1)], where={"pickup": TEXT}),
            Index([("check_at", 1)], where={"check_at": SOME_DAY}),  # what the courier must be asked about
        ),
        sealed=Delivery.SEALED,
    ),
    Collection(
        "bills",
        (
            Index([("number", 1)], unique=True),
            Index([("person", 1), ("_id", -1)]),
            Index([("case", 1), ("_id", -1)]),
            Index([("orders.id", 1)], where={"orders.id": TEXT}),
            Index([("receipt.number", 1)], unique=True, where={"receipt.number": TEXT}),
            Index([("check_at", 1)], where={"check_at": SOME_DAY}),  # what the bank must be asked about
        ),
    ),
    # supervision
    Collection(
        "cards",
        (
            Index([("kind", 1), ("subject", 1), ("step", 1), ("level", 1)], unique=True),  # one card a step and level
            Index([("department", 1), ("_id", -1)]),
            Index([("given_to.id", 1), ("_id", -1)], where={"given_to.id": TEXT}),
            Index([("level", 1), ("at", 1)]),
            Index([("rests_on", 1)], where={"rests_on": TEXT}),
        ),
    ),
    Collection("supervised", (Index([("next_at", 1)]),), acts=False),  # what is watched, and when to look at it next
    Collection(  # one row of facts a decided case, for statistics
        "case_facts",
        (
            Index([("at", 1), ("_id", 1)]),
            Index([("department", 1), ("at", 1), ("_id", 1)]),
            Index([("item", 1), ("at", 1), ("_id", 1)]),
            Index([("hall", 1), ("at", 1), ("_id", 1)]),
            Index([("region", 1), ("at", 1), ("_id", 1)]),
            Index([("intake", 1), ("at", 1), ("_id", 1)]),
            Index([("case", 1)]),
        ),
        acts=False,
    ),
    Collection("marks", (Index([("person", 1), ("_id", -1)]), Index([("department", 1), ("_id", -1)]), Index([("case", 1)]))),
    # licences
    Collection(
        "licence_authorisations",
        (
            Index([("open_for", 1)], unique=True, where={"open_for": TEXT}),  # one authorisation at a time for a material
            Index([("holder_number", 1), ("_id", -1)]),
            Index([("case", 1)]),
        ),
        sealed=LicenceAuthorisation.SEALED,
    ),
    Collection(  # what this district has issued itself
        "licences_issued", (Index([("holder_number", 1), ("type_code", 1)]), Index([("person", 1)])), sealed=IssuedLicence.SEALED
    ),
    # points
    Collection(
        "points_sheets",
        (
            Index([("person", 1), ("_id", -1)]),
            Index([("department", 1), ("_id", -1)]),
            Index([("look_at", 1)], where={"look_at": SOME_DAY}),  # whose yes is waited for
        ),
    ),
    Collection(
        "points_records",
        (
            Index([("person", 1), ("since", -1)]),
            Index([("person", 1)], unique=True, where={"current": True}),  # one edition holds
            Index([("sheet", 1), ("edition", 1)], unique=True),
        ),
    ),
    Collection("rounds", (Index([("item", 1)], unique=True, where={"live": True}),)),  # one at a time
    Collection(  # rows of rankings; those of a run its round does not name count for nothing
        "ranked",
        (
            Index([("round", 1), ("run", 1), ("order", 1)]),
            Index([("person", 1), ("_id", -1)]),
            Index([("case", 1), ("run", 1)]),
        ),
    ),
    Collection("outages", (Index([("hall", 1), ("_id", -1)]),)),
    Collection("archives", (Index([("department", 1), ("_id", -1)]),)),
    Collection(
        "destructions",
        (
            Index([("department", 1), ("_id", -1)]),
            Index([("state", 1), ("_id", 1)]),
            Index([("entries.case", 1)], unique=True, where={"live": True}),  # a case stands on one list at a time
        ),
    ),
    # booking
    Collection("halls", (Index([("hall", 1), ("valid_from", 1)], unique=True),)),
    Collection(
        "places",
        (
            Index([("slot", 1), ("seat", 1)], where={"state": "free"}),  # a claim only takes its entry out
            Index([("needs", 1)], unique=True, where={"live": True}),  # one need, one live appointment, city-wide
            Index([("person", 1), ("start", -1)], where={"person": {"$exists": True}}),
            Index([("hall", 1), ("start", 1), ("_id", 1)]),
            Index([("hall", 1), ("start", 1)], where={"state": "pending"}),  # asked by every desk with its day
            Index([("due_at", 1)], where={"due_at": {"$exists": True}}),
            Index([("grant.id", 1)], where={"grant.id": {"$exists": True}}),
        ),
    ),
    Collection("booked_days", acts=False),  # hall and day → digest of the places made for it
    Collection("booking_blocks", (Index([("until", 1)]),)),
    Collection("closures", (Index([("end", 1), ("hall", 1)]), Index([("state", 1)]))),
    Collection("extensions", (Index([("hall", 1), ("day", -1)]), Index([("state", 1), ("day", 1)]))),
    Collection(
        "waitlist",
        (
            Index([("hall", 1), ("state", 1), ("rank", 1)]),
            Index([("needs", 1)], unique=True, where={"live": True}),  # nobody waits twice for one need
            Index([("person", 1), ("_id", -1)]),
            Index([("state", 1), ("offer.until", 1)]),
            Index([("grant.id", 1)], where={"grant.id": {"$exists": True}}),
        ),
    ),
    # certificates
    Collection(
        "certificates",
        (
            Index([("sequence", 1), ("serial", 1)], unique=True),  # no number twice, used or void
            Index([("code", 1)], unique=True, where={"code": {"$exists": True}}),
            Index([("person", 1), ("_id", -1)], where={"person": {"$exists": True}}),
            Index([("case", 1)], where={"case": {"$exists": True}}),
            Index([("sha256", 1)], where={"sha256": {"$exists": True}}),
            Index([("number", 1)], unique=True),  # nor by two items
        ),
        sealed=Certificate.SEALED,
    ),
    Collection("certificate_files", acts=False, sealed=CertificateFile.SEALED),
    Collection(
        "shares", (Index([("token", 1)], unique=True), Index([("certificate", 1), ("_id", -1)]), Index([("person", 1), ("_id", -1)]))
    ),
    Collection(
        "licence_showings",
        (
            Index([("token", 1)], unique=True),
            Index([("person", 1), ("_id", -1)]),
            Index([("until", 1)], expires_after=86400),  # long after its acts were relayed
        ),
        sealed=Showing.SEALED,
    ),
    Collection(
        "watches",
        (
            Index([("token", 1)], unique=True, where={"token": TEXT}),
            Index([("person", 1), ("_id", -1)]),
            Index([("watcher", 1), ("_id", -1)]),
        ),
    ),
    Collection("verifications", (Index([("certificate", 1), ("at", -1)]),), acts=False),
    # notices
    Collection(
        "notices",
        (
            Index([("person", 1), ("_id", -1)]),
            Index([("channels.call", 1), ("_id", 1)], where={"channels.call": {"$exists": True}}),
        ),
        sealed=Notice.SEALED,
    ),
)
BY_NAME: dict[str, Collection] = {collection.name: collection for collection in COLLECTIONS}
