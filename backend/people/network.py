"""National network identity (国家网络身份认证, 网号网证): the living person confirms with their own app."""

from dataclasses import dataclass
from typing import Protocol

from backend.errors import Forbidden
from backend.people.names import same_name
from models.documents import DocumentType
from models.people import Identity


@dataclass(frozen=True)
class NetworkPerson:
    """Whom the service authenticated. `reference`: its own number of the authentication, used once."""

    document_type: DocumentType
    number: str
    name: str
    reference: str


class NetworkIdentity(Protocol):
    """Raises `Invalid` for a token that is wrong, used or out of date, `Unavailable`."""

    async def verify(self, token: str) -> NetworkPerson: ...


def require_same_person(person: NetworkPerson, identity: Identity) -> None:
    """Raises `Forbidden` where the authenticated person is another one."""
    same = (person.document_type, person.number) == (identity.document_type, identity.number)
    if not same or not same_name(person.name, identity.name):
        raise Forbidden("网号网证里的身份与您在这里填写的不是同一个人,请用您本人的网号网证认证。")
