"""National network identity (国家网络身份认证, 网号网证): the living person confirms with their own app."""

from typing import Protocol

from backend.errors import Forbidden
from backend.network_identity import NetworkPerson, StartedVerification
from backend.people.names import same_name
from models.people import Identity
from models.registers import PersonKey


class NetworkIdentity(Protocol):
    """The service. `verify` raises `Invalid` for a token that is wrong, used or out of date; both raise `Unavailable`."""

    async def start(self, person: PersonKey, purpose: str) -> StartedVerification: ...

    async def verify(self, token: str) -> NetworkPerson: ...


def require_same_person(person: NetworkPerson, identity: Identity) -> None:
    """Raises `Forbidden` where the authenticated person is another one."""
    same = (person.document_type, person.number) == (identity.document_type, identity.number)
    if not same or not same_name(person.name, identity.name):
        raise Forbidden("国家网络身份认证里的身份与您在这里填写的不是同一个人，请用您本人的国家网络身份认证。")
