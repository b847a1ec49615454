"""What the national network identity service remembers: verifications under way."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from models.registers import PersonKey

_LIVES = 300.0  # seconds
DEMO = "demo:"


class Step(StrEnum):
    """Where a verification stands."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    USED = "used"


class IdentityRefusal(Exception):
    """A token that proves nothing; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass
class Verification:
    """One verification: started by an app, confirmed by the person on their own phone, used once."""

    person: PersonKey
    purpose: str
    until: float
    step: Step = Step.PENDING


class IdentityWorld:
    """The verifications by token."""

    def __init__(self, person_of: Callable[[str], PersonKey | None], monotonic: Callable[[], float] = time.monotonic) -> None:
        """`person_of`: the demo citizen of a code."""
        self._person_of = person_of
        self._monotonic = monotonic
        self._verifications: dict[str, Verification] = {}

    def start(self, person: PersonKey, purpose: str) -> tuple[str, int]:
        """A token for the person's phone, and the seconds it lives."""
        token = secrets.token_urlsafe(24)
        self._verifications[token] = Verification(person, purpose, self._monotonic() + _LIVES)
        return token, int(_LIVES)

    def pending(self) -> dict[str, Verification]:
        """Those that wait for their person."""
        now = self._monotonic()
        return {token: v for token, v in self._verifications.items() if v.step is Step.PENDING and v.until > now}

    def decide(self, token: str, agree: bool) -> Step:
        """The person agrees or declines. Raises IdentityRefusal."""
        verification = self._living(token)
        if verification.step is not Step.PENDING:
            raise IdentityRefusal("TOKEN_USED")
        verification.step = Step.CONFIRMED if agree else Step.DECLINED
        return verification.step

    def spend(self, token: str) -> PersonKey:
        """Whom the token proves, once; `demo:NAME` proves NAME as often as asked. Raises IdentityRefusal."""
        if token.startswith(DEMO):
            person = self._person_of(token.removeprefix(DEMO))
            if person is None:
                raise IdentityRefusal("TOKEN_UNKNOWN")
            return person
        verification = self._living(token)
        codes = {Step.PENDING: "TOKEN_PENDING", Step.DECLINED: "DECLINED", Step.USED: "TOKEN_USED"}
        if verification.step in codes:
            raise IdentityRefusal(codes[verification.step])
        verification.step = Step.USED
        return verification.person

    def _living(self, token: str) -> Verification:
        verification = self._verifications.get(token)
        if verification is None:
            raise IdentityRefusal("TOKEN_UNKNOWN")
        if self._monotonic() > verification.until:
            raise IdentityRefusal("TOKEN_EXPIRED")
        return verification
