"""What a notice about a grant says when it is read aloud to one of its two sides: whole names, which in writing are masked."""

from collections.abc import Mapping, Sequence

from backend.people import mask_name
from backend.store import Store
from models.grants import Grant, Side


async def names_for(store: Store, subject: str, person: str) -> Mapping[str, str]:
    """Masked names of a grant, as its notices have them, and the whole ones `person` may hear: their own, and the other side's once the
    grant was theirs (consented to, or heard). `subject`: "collection/id" of what a notice is about; nothing where it is no grant of theirs,
    or the two names look alike masked."""
    kind, _, of = subject.partition("/")
    row = await store.grants.get(of) if kind == "grants" else None
    grant = Grant.of(row) if row else None
    side = grant.side_of(person) if grant else None
    if grant is None or side is None:
        return {}
    both = {Side.PRINCIPAL: grant.person_name, Side.AGENT: grant.agent_name}
    names = {each: name for each, name in both.items() if name}
    if _look_alike([*names.values()]):
        return {}
    theirs = grant.consent is not None or grant.hearing is not None
    return {mask_name(name): name for each, name in names.items() if theirs or each is side}


def _look_alike(names: Sequence[str]) -> bool:
    """Whether one name, masked, stands within another's, so that nobody can tell which is meant."""
    masked = {name: mask_name(name) for name in names}
    return any(one != other and masked[one] in masked[other] for one in names for other in names)
