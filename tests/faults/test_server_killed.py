"""The server is killed in the middle of everything, with kill -9, and started again on the same data.

Bookings, applications, certificates and revocations run all at once; each request that got no answer is repeated with
its key. Nothing that was acknowledged is lost, nothing is done twice, nothing is half done.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from tests import invariants
from tests.faults.aftermath import forget_the_dead, lost, until, until_settled
from tests.faults.server_process import ServerProcess
from tests.faults.storm import Storm, Weather, replayed
from tests.invariants import Data
from tests.people_edge import Edge

pytestmark = [pytest.mark.faults, pytest.mark.timeout(180)]


@pytest.mark.parametrize(("moment", "power_cut"), [(12, False), (40, True), (75, False), (120, True)])
async def test_killed_in_the_middle_of_everything(
    server: ServerProcess, storms: tuple[Weather, list[Storm]], data: Callable[[], Data], moment: int, power_cut: bool
) -> None:
    """`moment`: after about so many answers. A killed server's mongod ends in good order; in a power cut it does not either."""
    weather, kinds = storms
    running = asyncio.gather(*(storm.run() for storm in kinds))
    moment += weather.random.randint(0, 10)
    await until(lambda: weather.answered >= moment and all(storm.in_flight > 1 for storm in kinds), 30)
    weather.up.clear()
    server.kill(everything=power_cut)
    await asyncio.to_thread(server.start)
    database = data()
    assert invariants.always(database) == []
    forget_the_dead(database)
    weather.ending = True
    weather.up.set()
    await running

    assert set(weather.cut) == {storm.name for storm in kinds}, "the kill came in the middle of all of them"
    assert weather.complaints() == []
    assert lost(database, weather.kept) == []
    assert await replayed(weather) == []
    await until_settled(database)


def copied(db: Data, name: str) -> Data:
    """The data without its indexes, which would refuse most of what is to be planted, and without what nobody touched."""
    copy = db.client[name]
    db.client.drop_database(name)
    for collection in db.list_collection_names():
        if documents := list(db[collection].find({"state": {"$ne": "free"}})):
            copy[collection].insert_many(documents)
    return copy


def _again(db: Data, collection: str, where: dict[str, Any], **changes: Any) -> None:
    """Plants a copy of a document."""
    document = db[collection].find_one(where)
    assert document is not None, f"nothing in {collection} to plant"
    db[collection].insert_one({**document, "_id": "planted", **changes})


PLANTED: dict[str, tuple[Callable[[Data], Any], str]] = {
    "a seat sold twice": (lambda db: _again(db, "places", {"live": True}, needs=["x"], events=[], unrelayed=[]), "stand at once"),
    "a second appointment for a need": (lambda db: _again(db, "places", {"live": True}, seat=99, events=[]), "live appointments"),
    "a swap that lost the new place": (lambda db: db.places.delete_one({"moved_from": {"$exists": True}}), "does not know of it"),
    "an act done twice under one key": (lambda db: _again(db, "grants", {"keys.0": {"$exists": True}}), "key "),
    "a certificate without its file": (lambda db: db.certificate_files.delete_one({}), "no file"),
    "a file without its certificate": (lambda db: _again(db, "certificate_files", {}), "no certificate"),
    "a certificate without its case": (lambda db: db.cases.delete_one({"certificate": {"$type": "string"}}), "knows nothing of it"),
    "a case without its certificate": (lambda db: db.certificates.delete_one({"case": {"$exists": True}}), "is missing"),
    "a number given twice": (lambda db: _again(db, "certificates", {"case": {"$exists": True}}, case="x"), "times"),
    "a receipt given twice": (lambda db: _again(db, "cases", {"receipt": {"$type": "string"}}, events=[], number=None), "receipt"),
    "a decision taken twice": (
        lambda db: db.cases.update_one({"state": "closed"}, {"$push": {"events": {"id": "e", "action": "case.refused"}}}),
        "case.refused",
    ),
    "a state no act led to": (
        lambda db: db.cases.update_one({"events": {"$elemMatch": {"detail.to": "received"}}}, {"$set": {"state": "accepted"}}),
        "what follows says accepted",
    ),
    "an act after the revocation": (
        lambda db: db.grants.update_one({"state": "revoked"}, {"$push": {"events": {"id": "e", "action": "grant.used", "request_id": ""}}}),
        "used after it was revoked",
    ),
    "an act not counted in its grant": (
        lambda db: db.grants.update_many({}, {"$pull": {"events": {"action": "grant.used"}}}),
        "not counted in grant",
    ),
    "a draft not frozen": (
        lambda db: db.cases.update_one({"grant": {"$type": "string"}}, {"$set": {"state": "draft", "hold": None}}),
        "is not frozen",
    ),
    "an act missing in the audit log": (lambda db: db.audit.delete_one({"action": "appointment.claimed"}), "is not in the audit log"),
    "an act that never was in the audit log": (
        lambda db: _again(db, "audit", {"action": "appointment.claimed"}),
        "which the document does not",
    ),
    "a notice that never arrived": (lambda db: db.notices.delete_one({}), "is not in the inbox"),
    "an event given up": (lambda db: db.outbox.update_one({}, {"$set": {"state": "dead"}}), "is dead"),
}


async def test_the_checker_finds_what_is_planted(edge: Edge, storms: tuple[Weather, list[Storm]], data: Callable[[], Data]) -> None:
    """The control: in a copy of the data, each thing that must not be is found."""
    weather, kinds = storms
    weather.random.seed(1)
    running = asyncio.gather(*(storm.run() for storm in kinds))
    await until(lambda: weather.answered > 150, 30)
    weather.ending = True
    await running
    database = data()
    await until_settled(database)
    assert invariants.settled(copied(database, "yici_planted")) == [], "nothing is broken by the copying"
    for name, (plant, words) in PLANTED.items():
        copy = copied(database, "yici_planted")
        plant(copy)
        found = invariants.settled(copy)
        assert any(words in fault for fault in found), f"{name} was not found, but {found}"
    copy = copied(database, "yici_planted")
    people = [edge.citizen(code) for code in ("wang-guifang", "li-min", "li-qiang")]
    personal = [text for person in people for text in (person.id_number, person.phone or "") if text]
    assert invariants.in_the_clear(copy, personal) == []
    copy.audit.update_one({}, {"$set": {"detail.note": f"身份证 {personal[0]}"}})
    assert any("detail.note is in the clear" in fault for fault in invariants.in_the_clear(copy, personal))
    database.client.drop_database("yici_planted")
