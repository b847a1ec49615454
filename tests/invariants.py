"""The promises of docs/architecture.md as questions to a database: pure functions over a pymongo database, each giving
what is broken in words; nothing broken is an empty list.

`always` holds at any moment, also right after a crash. `settled` holds once the relay has caught up and the outbox
is empty. Neither needs the keys of sealed fields.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pymongo.database import Database

from backend.booking.core import LIVE
from backend.cases.actions import Action
from backend.cases.flow import TRANSITIONS
from backend.grants import ENDING_ACTIONS
from backend.store.collections import COLLECTIONS
from models.acts import is_enterprise
from models.booking import PlaceState
from models.grants import OPEN

Document = dict[str, Any]
Data = Database[Document]
Check = Callable[[Data], list[str]]

_OVER = [state.value for state in (PlaceState.DONE, PlaceState.DECLINED, PlaceState.CANCELLED, PlaceState.MISSED)]
_LIVE = {state.value for state in LIVE}
_WITH_ACTS = [each.name for each in COLLECTIONS if each.acts]
_DECIDED = {f"case.{row.effect}" for row in TRANSITIONS if row.action in (Action.GRANT, Action.REFUSE)} | {"case.issued"}
_UNFILED = ["draft", "submitted", "returned", "pre_approved"]
_COUNTED = ("case.", "appointment.")  # acts that write the grant they come under


def always(db: Data) -> list[str]:
    """Everything that is wrong with the data as it stands."""
    return _all(db, ALWAYS)


def settled(db: Data) -> list[str]:
    """Everything that is wrong once nothing waits any more: what `always` finds, and what never arrived."""
    return _all(db, (*ALWAYS, *SETTLED))


def oversold(db: Data) -> list[str]:
    """1: a seat has one life at a time, so a slot never has more live appointments than places."""
    current = {"slot": {"$nin": ["", None]}, "state": {"$nin": _OVER}}
    lives = Counter((row["slot"], row["seat"]) for row in db.places.find(current, {"slot": 1, "seat": 1}))
    return [f"slot {slot}, seat {seat}: {count} places stand at once" for (slot, seat), count in lives.items() if count > 1]


def double_needs(db: Data) -> list[str]:
    """1: no need (applicant, item, case) has two live appointments."""
    found = Counter(need for row in db.places.find({"live": True}, {"needs": 1}) for need in set(row["needs"]))
    return [f"need {need}: {count} live appointments" for need, count in found.items() if count > 1]


def wrongly_live(db: Data) -> list[str]:
    """1: `live`, on which the unique index stands, says what the state says; who is live has an applicant."""
    faults: list[str] = []
    for row in db.places.find({}, {"live": 1, "state": 1, "person": 1}):
        if row["live"] != (row["state"] in _LIVE) or (row["live"] and not row.get("person")):
            faults.append(f"place {row['_id']}: {row['state']}, but live is {row['live']}, person {row.get('person')}")
    return faults


def lost_swaps(db: Data) -> list[str]:
    """4: of an appointment that moved, exactly the new one stands, and both know of each other."""
    faults: list[str] = []
    for row in db.places.find({"$or": [{"moved_to": {"$exists": True}}, {"moved_from": {"$exists": True}}]}):
        for field, back in (("moved_to", "moved_from"), ("moved_from", "moved_to")):
            other = db.places.find_one({"_id": row[field]}) if row.get(field) else None
            if row.get(field) and (other is None or other.get(back) != row["_id"]):
                faults.append(f"place {row['_id']}: {field} {row[field]}, which does not know of it")
        if row.get("moved_to") and row["live"]:
            faults.append(f"place {row['_id']} moved to {row['moved_to']} and is live all the same")
    return faults


def repeated_keys(db: Data) -> list[str]:
    """3: one idempotency key, one act."""
    acts: dict[str, list[str]] = defaultdict(list)
    for name, document in _documents(db, {"keys.0": {"$exists": True}}):
        for event in document["events"]:
            if event.get("key"):
                acts[event["key"]].append(f"{event['action']} of {name}/{document['_id']}")
    return [f"key {key}: {', '.join(done)}" for key, done in acts.items() if len(done) > 1]


def decided_twice(db: Data) -> list[str]:
    """3: one case gets one decision."""
    faults: list[str] = []
    for case in db.cases.find({}, {"events.action": 1}):
        decisions = [event["action"] for event in case["events"] if event["action"] in _DECIDED]
        if len(decisions) > 1:
            faults.append(f"case {case['_id']}: {', '.join(decisions)}")
    return faults


def untold_states(db: Data) -> list[str]:
    """The states told in a case's history follow on each other up to the one it is in: supervision and statistics replay them."""
    faults: list[str] = []
    for case in db.cases.find({}, {"events.action": 1, "events.detail": 1, "state": 1}):
        told = [event for event in case["events"] if {"from", "to"} <= event.get("detail", {}).keys()]
        states = [*(event["detail"]["from"] for event in told[1:]), case["state"]]
        for event, state in zip(told, states, strict=True) if told else ():
            if event["detail"]["to"] != state:
                faults.append(f"case {case['_id']}: {event['action']} says {event['detail']['to']}, what follows says {state}")
    return faults


def half_certificates(db: Data) -> list[str]:
    """8: a case that was closed with a certificate has exactly this one, and it has its file; nothing is left over.

    The paper of a granted result (`result`) is found by its case, which was decided before there was one.
    """
    issued = list(db.certificates.find({"state": {"$ne": "void"}}, {"case": 1, "result": 1}))
    papers = [each for each in issued if each.get("result")]
    of_case = Counter(each["case"] for each in issued)
    files = {each["_id"] for each in db.certificate_files.find({}, {"_id": 1})}
    named = {case["_id"]: case["certificate"] for case in db.cases.find({"certificate": {"$type": "string"}}, {"certificate": 1})}
    made = {each["_id"]: each["case"] for each in issued}
    faults = [f"case {case}: {count} certificates" for case, count in of_case.items() if count > 1]
    faults += [f"case {case}: its certificate {id} is missing" for case, id in named.items() if made.get(id) != case]
    granted = {case["_id"] for case in db.cases.find({"decision.outcome": "granted"}, {"_id": 1})}
    faults += [f"paper {each['_id']}: case {each['case']} was not granted" for each in papers if each["case"] not in granted]
    known = {each["_id"] for each in papers}
    faults += [
        f"certificate {id}: case {case} knows nothing of it" for id, case in made.items() if id not in known and named.get(case) != id
    ]
    faults += [f"certificate {id}: no file" for id in made.keys() - files]
    return faults + [f"file {id}: no certificate" for id in files - made.keys()]


def repeated_numbers(db: Data) -> list[str]:
    """8: no number is given twice, and none is ahead of its counter."""
    faults = [f"certificate number {number}: {count} times" for number, count in _repeated(db, "certificates", "number")]
    faults += [f"case number {number}: {count} times" for number, count in _repeated(db, "cases", "number")]
    faults += [f"receipt {number}: {count} times" for number, count in _repeated(db, "cases", "receipt")]
    counters = {row["_id"]: row["value"] for row in db.counters.find({}, {"value": 1})}
    for row in db.certificates.find({}, {"sequence": 1, "serial": 1}):
        if row["serial"] > counters.get(row["sequence"], 0):
            faults.append(f"certificate {row['_id']}: serial {row['serial']} was never taken from {row['sequence']}")
    return faults


def acts_after_the_end(db: Data) -> list[str]:
    """5: nothing is done under a grant after it has ended; each act under it is counted in it."""
    faults: list[str] = []
    counted: dict[str, set[str]] = {}
    for grant in db.grants.find({}, {"events": 1, "state": 1}):
        actions = [event["action"] for event in grant["events"]]
        end = next((place for place, action in enumerate(actions) if action in ENDING_ACTIONS), None)
        if end is not None and "grant.used" in actions[end:]:
            faults.append(f"grant {grant['_id']}: used after it was {actions[end].removeprefix('grant.')}")
        counted[grant["_id"]] = {event["request_id"] for event in grant["events"] if event["action"] == "grant.used"}
    for name, document in _documents(db, {"events.grant": {"$type": "string"}}):
        for event in document["events"]:
            under = event.get("grant")
            if under and event["action"].startswith(_COUNTED) and event["request_id"] not in counted.get(under, set()):
                faults.append(f"{event['action']} of {name}/{document['_id']}: not counted in grant {under}")
    return faults


def unfrozen(db: Data) -> list[str]:
    """5: what an agent began and did not file is frozen once the grant has ended, and so are appointments they made."""
    ended = {grant["_id"] for grant in db.grants.find({"state": {"$in": ["revoked", "expired", "ended"]}}, {"_id": 1})}
    drafts = db.cases.find({"grant": {"$in": sorted(ended)}, "state": {"$in": _UNFILED}, "hold": None}, {"state": 1, "grant": 1})
    places = db.places.find({"grant.id": {"$in": sorted(ended)}, "live": True, "freeze": {"$exists": False}}, {"grant": 1})
    faults = [f"case {each['_id']} ({each['state']}) is not frozen though grant {each['grant']} has ended" for each in drafts]
    return faults + [f"place {each['_id']} is not frozen though grant {each['grant']['id']} has ended" for each in places]


def beyond_the_register(db: Data) -> list[str]:
    """5: a company's grant holds only while the register names who gave it, and only within one term of the company."""
    terms = {row["_id"]: None if row["gone"] else row["term"] for row in db.enterprises.find({}, {"gone": 1, "term": 1})}
    open_states = {"$in": [state.value for state in OPEN]}
    grants = db.grants.find({"basis": "company", "state": open_states}, {"person": 1, "term": 1})
    return [
        f"grant {each['_id']} is open though its company's term is over" for each in grants if terms.get(each["person"]) != each["term"]
    ]


def unrelayed(db: Data) -> list[str]:
    """9: every act stands in the audit log, under the id of its event and about the document it changed."""
    audited = {row["_id"]: row["subject"] for row in db.audit.find({}, {"subject": 1})}
    faults: list[str] = []
    for name, document in _documents(db, {"events.0": {"$exists": True}}):
        for event in document["events"]:
            if audited.get(event["id"]) != f"{name}/{document['_id']}":
                faults.append(f"{event['action']} of {name}/{document['_id']} is not in the audit log")
        if document["unrelayed"]:
            faults.append(f"{name}/{document['_id']}: {len(document['unrelayed'])} events still wait for the relay")
    return faults


def invented(db: Data) -> list[str]:
    """9: the audit log tells of no act that did not happen."""
    happened = {event["id"] for _, document in _documents(db, {"events.0": {"$exists": True}}) for event in document["events"]}
    short_lived = ("sessions/", "staff_sessions/")  # these go away by themselves, their rows in the log stay
    rows = db.audit.find({"principal": {"$exists": True}}, {"subject": 1, "action": 1, "person": 1})  # reads name no principal
    erased = _erased(db)  # what no law keeps went with the account
    return [
        f"the audit log has {row['action']} of {row['subject']}, which the document does not"
        for row in rows
        if row["_id"] not in happened and not row["subject"].startswith(short_lived) and row.get("person") not in erased
    ]


def _erased(db: Data) -> set[str]:
    """Who had their account erased."""
    return {each["_id"] for each in db.citizens.find({"state": "erased"}, {"_id": 1})}


def undelivered(db: Data) -> list[str]:
    """What an act was to cause has been caused: no row waits or was given up, and each notice is in its inbox."""
    faults = [f"outbox row {row['_id']} ({row['action']}) is {row['state']}" for row in db.outbox.find({"state": {"$ne": "done"}})]
    inbox, erased = {row["_id"]: row["person"] for row in db.notices.find({}, {"person": 1})}, _erased(db)
    for row in db.outbox.find({"notices.0": {"$exists": True}}, {"notices": 1, "action": 1}):
        for place, order in enumerate(row["notices"]):
            if is_enterprise(order["to"]):
                continue  # told to its legal representative, who may have been told already
            if order["to"] not in erased and inbox.get(f"{row['_id']}.{place}") != order["to"]:
                faults.append(f"{row['action']}: notice {order['template']} to {order['to']} is not in the inbox")
    return faults


def in_the_clear(db: Data, personal: Iterable[str]) -> list[str]:
    """10: where any of `personal` (identity numbers, phones) stands unsealed in the database."""
    wanted = tuple(personal)
    faults: list[str] = []
    for name in db.list_collection_names():
        for document in db[name].find({}):
            found = sorted({path for path, text in _texts(document) if any(each in text for each in wanted)})
            faults += [f"{name}/{document['_id']}: {path} is in the clear" for path in found]
    return faults


ALWAYS: tuple[Check, ...] = (
    oversold,
    double_needs,
    wrongly_live,
    lost_swaps,
    repeated_keys,
    decided_twice,
    untold_states,
    half_certificates,
    repeated_numbers,
    acts_after_the_end,
)
SETTLED: tuple[Check, ...] = (unrelayed, invented, undelivered, unfrozen, beyond_the_register)


def _all(db: Data, checks: Iterable[Check]) -> list[str]:
    return [fault for check in checks for fault in check(db)]


def _documents(db: Data, where: Mapping[str, Any]) -> Iterator[tuple[str, Document]]:
    """(collection, document) of everything that carries acts and matches."""
    for name in _WITH_ACTS:
        for document in db[name].find(where, {"events": 1, "unrelayed": 1}):
            yield name, document


def _repeated(db: Data, collection: str, field: str) -> list[tuple[str, int]]:
    counts = Counter(row[field] for row in db[collection].find({field: {"$type": "string"}}, {field: 1}))
    return [(value, count) for value, count in counts.items() if count > 1]


def _texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """(path, text) of every text in a document."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, path)
