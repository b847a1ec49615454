"""Which uploads cases and grants rest on: what is deleted with an account, or destroyed with a case, is never one of another's."""

from backend.store import Document, Store
from models.cases import Case
from models.grants import Grant
from models.materials import Material


async def uploads_in_use(store: Store, person: str, cases: Document) -> set[str]:
    """Uploads that those `cases` name, the person's own and those they answered for, as "material:version"; evidence of grants, as
    "material"."""
    used: set[str] = set()
    for document in await store.cases.find({"$or": [{"person": person}, {"obligations.met_by.id": person}], **cases}):
        used |= named_by(Case.of(document))
    for document in await store.grants.find({"$or": [{"person": person}, {"agent": person}]}):
        grant = Grant.of(document)
        heard = [each for each in (grant.hearing, grant.last_hearing) if each is not None]
        used.update(grant.evidence, *(each.evidence for each in heard))
    return used


def named_by(case: Case) -> set[str]:
    """What was handed in with a case, then and now, signed applications included, with what others answered, and what staff photographed: the marks of `CaseMaterial.fingerprint`."""
    now = (mark for each in case.materials for mark in each.fingerprint)
    before = (mark for snapshot in case.snapshots for marks in snapshot.materials.values() for mark in marks)
    answered = (f"{use.material}:{use.version}" for reply in case.replies.values() for uses in reply.files.values() for use in uses)
    seen = (f"{each.use.material}:{each.use.version}" for each in case.photographs)
    handed = (use for each in case.submissions if each.scribed for use in each.scribed.signed)
    signed = (f"{use.material}:{use.version}" for use in (*case.signed, *handed))
    return {*now, *before, *answered, *seen, *signed}


def versions_not_in(material: Material, used: set[str]) -> set[int]:
    """Numbers of the versions that are not among the `used`."""
    if material.id in used:
        return set()
    return {each.number for each in material.versions if f"{material.id}:{each.number}" not in used}
