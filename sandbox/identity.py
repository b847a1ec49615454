"""National network identity (国家网络身份认证, 网号网证).

A contract of our own that follows the public service's course; the real endpoint differs and is adapted behind
`backend.network_identity`:
- `POST identity/verifications {document_type, id_number, name, purpose}` → 201 `{token, expires_in}`;
- the person opens their own app, shows a living face there and agrees or declines:
  `POST identity/verifications/{token}/decision {agree}` (here by the sandbox's page, or a script);
- `POST identity/verify {token}` → 200 `{reference, document_type, id_number, name, liveness, consent, verified_at}`,
  once per token; 409 `{code}` with TOKEN_UNKNOWN, TOKEN_PENDING, TOKEN_EXPIRED, TOKEN_USED or DECLINED.
`demo:NAME` is a token that proves the demo citizen NAME at once, as often as wanted.
"""

import secrets

from pydantic import Field

from models.base import Body
from models.documents import DocumentType
from models.registers import PersonKey
from sandbox.base import SandboxHandler, ServiceHandler
from sandbox.identity_world import IdentityRefusal


class StartBody(Body):
    """Who is to be verified, and what for."""

    document_type: DocumentType = Field(strict=False)
    id_number: str
    name: str
    purpose: str


class VerificationsHandler(ServiceHandler):
    """Starts a verification."""

    service = "identity"

    def post(self) -> None:
        """See the module."""
        body = self.body(StartBody)
        person = PersonKey(document_type=body.document_type, id_number=body.id_number, name=body.name)
        token, seconds = self.outside.identity.start(person, body.purpose)
        self.answer({"token": token, "expires_in": seconds}, 201)


class DecisionBody(Body):
    """What the person says on their phone."""

    agree: bool


class DecisionHandler(SandboxHandler):
    """The person on their phone: no switch stands before them."""

    def post(self, token: str) -> None:
        """See the module."""
        try:
            step = self.outside.identity.decide(token, self.body(DecisionBody).agree)
        except IdentityRefusal as refusal:
            self.answer({"code": refusal.code, "message": "认证令牌不可用"}, 409)
            return
        self.answer({"step": step.value})


class VerifyBody(Body):
    """The token an app got from its user."""

    token: str


class VerifyHandler(ServiceHandler):
    """Tells whom a token proves."""

    service = "identity"

    def post(self) -> None:
        """See the module."""
        try:
            person = self.outside.identity.spend(self.body(VerifyBody).token)
        except IdentityRefusal as refusal:
            self.answer({"code": refusal.code, "message": "认证令牌不可用"}, 409)
            return
        proof = {
            "reference": "WH" + secrets.token_hex(12),
            "liveness": True,
            "consent": True,
            "verified_at": self.outside.clock.now().isoformat(),
        }
        self.answer(proof | person.model_dump(mode="json"))
