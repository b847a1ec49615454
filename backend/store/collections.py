"""Every collection, its indexes and whether its documents carry acts: the shape of the database. Files and cases stand beside."""

from backend.store.case_collections import CASES
from backend.store.indexes import SEALED, SOME_DAY, SOME_NUMBER, TEXT, Collection, Index
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
from models.points import Round
from models.staff import StaffAccount

_DELIVERED_KEPT = 30 * 86400  # seconds a delivered row of the outbox is kept; the audit log keeps the event

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
            Index([("counting", -1), ("_id", -1)], where={"counting": SOME_DAY}),
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
            Index([("shown.number", 1)], where={"shown.number": SEALED}),
            Index([("state", 1), ("until", 1)]),
        ),
        sealed=Grant.SEALED,
    ),
    *CASES,
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
    Collection("rounds", (Index([("item", 1)], unique=True, where={"live": True}),), sealed=Round.SEALED),  # one at a time
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
            Index([("code", 1)], where={"code": {"$exists": True}}),  # what a caller reads out
            Index([("name", 1), ("start", 1)], where={"name": {"$exists": True}}),  # or says, with the last digits of a number
            Index([("alone_at", 1)], unique=True, where={"alone_at": {"$exists": True}, "state": "serving"}),  # one next, one visitor
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
