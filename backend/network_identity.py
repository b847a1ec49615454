"""National network identity (国家网络身份认证, 网号网证): the living person confirms with their own app.

The contract is ours (sandbox/identity.py writes it down); production adapts the public service's interface to it.
"""

from dataclasses import dataclass
from typing import TypeVar

import aiohttp
import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from backend.errors import FieldError, Invalid, Unavailable
from backend.outside import Limits, OutsideFailure, Reply, Service
from models.documents import DocumentType
from models.registers import PersonKey

log = structlog.get_logger()

T = TypeVar("T", bound=BaseModel)

_REFUSALS = {
    "TOKEN_UNKNOWN": "这次国家网络身份认证无效，请重新发起认证。",
    "TOKEN_PENDING": "您还没有在手机上确认国家网络身份认证，请先确认，再回到这里继续。",
    "TOKEN_EXPIRED": "国家网络身份认证已超过时限，请重新发起认证。",
    "TOKEN_USED": "这次国家网络身份认证已经用过了，请重新发起认证。",
    "DECLINED": "您在手机上拒绝了这次认证。如需继续，请重新发起认证，或到任一窗口当面核验。",
}


class IdentityUnavailable(Unavailable):
    """The service didn't answer."""

    type, title = "identity_unavailable", "国家网络身份认证暂时不可用"
    default_detail = "国家网络身份认证暂时没有回应，请过几分钟再试，或到任一窗口、村居服务站当面核验。"


@dataclass(frozen=True)
class NetworkPerson:
    """Whom the service authenticated. `reference`: its own number of the authentication, used once."""

    document_type: DocumentType
    number: str
    name: str
    reference: str


@dataclass(frozen=True)
class StartedVerification:
    """A token for the person's own app, and the seconds it lives."""

    token: str
    expires_in: int


class _Started(BaseModel):
    model_config = ConfigDict(extra="ignore")

    token: str
    expires_in: int


class _Proven(BaseModel):
    model_config = ConfigDict(extra="ignore")

    reference: str = Field(min_length=1)
    document_type: DocumentType
    id_number: str
    name: str
    liveness: bool
    consent: bool


class _Refused(BaseModel):
    model_config = ConfigDict(extra="ignore")

    code: str


class _Start(BaseModel):
    document_type: DocumentType
    id_number: str
    name: str
    purpose: str


class _Verify(BaseModel):
    token: str


class NetworkIdentityService:
    """Client of the service."""

    def __init__(self, base: str, session: aiohttp.ClientSession, limits: Limits | None = None) -> None:
        self._service = Service("identity", base, session, limits)

    async def start(self, person: PersonKey, purpose: str) -> StartedVerification:
        """Asks `person` to confirm `purpose` on their own phone. Raises IdentityUnavailable."""
        body = _Start(**person.model_dump(), purpose=purpose)
        reply = await self._post("verifications", body)
        if reply.status != 201:
            raise _unusable(f"status_{reply.status}")
        started = _read(_Started, reply)
        return StartedVerification(started.token, started.expires_in)

    async def verify(self, token: str) -> NetworkPerson:
        """Whom `token` proves to be alive and willing; a token is good once.

        Raises Invalid for a token that is wrong, used, out of date or not confirmed; IdentityUnavailable.
        """
        reply = await self._post("verify", _Verify(token=token))
        if reply.status == 409:
            code = _read(_Refused, reply).code
            detail = _REFUSALS.get(code, _REFUSALS["TOKEN_UNKNOWN"])
            raise Invalid(detail, errors=[FieldError("/token", detail)])
        if reply.status != 200:
            raise _unusable(f"status_{reply.status}")
        proven = _read(_Proven, reply)
        if not (proven.liveness and proven.consent):
            detail = _REFUSALS["DECLINED"]
            raise Invalid(detail, errors=[FieldError("/token", detail)])
        return NetworkPerson(proven.document_type, proven.id_number, proven.name, proven.reference)

    async def _post(self, path: str, body: BaseModel) -> Reply:
        try:
            return await self._service.post(path, body.model_dump_json())
        except OutsideFailure as failure:
            raise _unusable(failure.reason) from failure


def _read(model: type[T], reply: Reply) -> T:
    try:
        return model.model_validate_json(reply.content)
    except ValidationError:
        raise _unusable("unreadable") from None


def _unusable(reason: str) -> IdentityUnavailable:
    log.warning("identity_unavailable", reason=reason)
    return IdentityUnavailable()
