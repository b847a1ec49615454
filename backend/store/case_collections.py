"""The collections of what is handed in: files, cases and their re-checks."""

from backend.store.indexes import SEALED, SOME_DAY, SOME_REVISION, TEXT, Collection, Index, Keys
from models.base import Sealing
from models.cases import Case

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

CASES: tuple[Collection, ...] = (
    Collection(
        "materials",
        (
            Index([("person", 1), ("_id", -1)]),
            Index([("versions.file", 1)]),
            Index([("only_file", 1), ("grant", 1)], unique=True, where={"only_file": TEXT}),
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
)
