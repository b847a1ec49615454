"""What each verb declares: who may call it, what it takes and what it answers. Nothing starts where one is missing."""

import functools
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from backend.errors import Forbidden, Unauthenticated
from backend.limits import Limit
from models.acts import Role

if TYPE_CHECKING:
    from handlers.base import BaseHandler

Answer = type[BaseModel] | str | None  # a model, a content type such as "application/pdf", or nothing
Verb = Callable[..., Awaitable[Any]]  # answers what `reply` declares
Run = Callable[..., Awaitable[None]]
_BY_KEY = frozenset({"POST"})


@dataclass(frozen=True)
class Access:
    """Who may call: `public` (an actor is known where a token is sent), `citizen` of a level, `staff` of any of `roles`,
    `kiosk`: a registered device.

    `setting_up`: also staff who have yet to change their first password or to enrol a one-time password.
    """

    kind: str
    level: int = 0
    roles: frozenset[Role] = frozenset()
    setting_up: bool = False

    def __str__(self) -> str:
        if self.kind == "citizen":
            return f"citizen, level {self.level}"
        if self.kind == "staff":
            also = ", also before the account is set up" if self.setting_up else ""
            return "staff: " + (", ".join(sorted(self.roles)) or "any role") + also
        return self.kind


PUBLIC = Access("public")
KIOSK = Access("kiosk")


def citizen(level: int = 0) -> Access:
    """Citizens: 0 logged in, 1 matched with the population register, 2 proven in person for a time."""
    return Access("citizen", level=level)


def staff(*roles: Role, setting_up: bool = False) -> Access:
    """Staff who hold any of `roles`; none named means every member of staff. `setting_up`: see `Access`."""
    return Access("staff", roles=frozenset(roles), setting_up=setting_up)


@dataclass(frozen=True)
class Endpoint:
    """The declaration of one verb of one route."""

    access: Access
    reply: Mapping[int, Answer]
    summary: str
    acting: bool = False
    query: type[BaseModel] | None = None
    body: type[BaseModel] | None = None
    consumes: str = "application/json"
    key: bool = True  # POST only: whether an Idempotency-Key is needed
    limit: Limit | None = None
    refusals: Limit | None = None
    kiosk: int | None = None  # the level it needs at a kiosk; None: a person at a kiosk cannot call it
    scribe: bool = False  # whether staff may call it for whoever stands before them
    web: bool = False  # whether a citizen's browser may call it

    @property
    def status(self) -> int:
        """The status of the ordinary answer: the first that is declared."""
        return next(iter(self.reply))

    def needs_key(self, method: str) -> bool:
        """Whether a request of that method must carry an Idempotency-Key."""
        return method in _BY_KEY and self.key


def endpoint(
    *,
    access: Access,
    reply: Mapping[int, Answer],
    summary: str,
    acting: bool = False,
    query: type[BaseModel] | None = None,
    body: type[BaseModel] | None = None,
    consumes: str = "application/json",
    key: bool = True,
    limit: Limit | None = None,
    refusals: Limit | None = None,
    kiosk: int | None = None,
    scribe: bool = False,
    web: bool = False,
) -> Callable[[Verb], Run]:
    """Declares a verb and runs it: path parameters as they come, then `query`, then `body`, parsed; the answer written.

    `consumes` other than JSON leaves the body to the handler. `limit` is what one person may call: counted per actor, and
    where nobody is known per address, for as many people as the settings say stand behind one. `refusals` counts the calls
    per address that end in `Unauthenticated`, and shuts that address out when they are used up. `kiosk`: the least level at a
    kiosk, 1 by the card alone and 2 with a code; without it the call is not for kiosks. `scribe`: a member of staff may
    call it for a person who stands before them, named in the header `Attested-Person`. `web`: also for a citizen in a browser,
    let in by digits from their phone.
    """
    declared = Endpoint(access, reply, summary, acting, query, body, consumes, key, limit, refusals, kiosk, scribe, web)

    def wrap(function: Verb) -> Run:
        @functools.wraps(function)
        async def run(self: "BaseHandler", *path: str) -> None:
            parsed: dict[str, BaseModel] = {}
            if declared.query is not None:
                parsed["query"] = self.parse_query(declared.query)
            if declared.body is not None:
                parsed["body"] = self.parse_body(declared.body)
            try:
                answer = await function(self, *path, **parsed)
            except Unauthenticated:
                await self.count_refusal(declared)
                raise
            except Forbidden as refused:
                await self.note_refusal(refused)
                raise
            self.reply(declared, answer)

        run.declared = declared  # type: ignore[attr-defined]
        return run

    return wrap


def declared_of(function: Any) -> Endpoint | None:
    """The declaration of a verb, or None where there is none."""
    return getattr(function, "declared", None)
