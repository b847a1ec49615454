"""Acting under a grant: who may, and how each act collides with a revocation instead of slipping past it."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, NoReturn, TypeVar

from backend.audit import event_of
from backend.errors import Forbidden, GrantOver, NotFound, ProofNeeded
from backend.grants.companies import Companies, ended_text
from backend.grants.core import NO_GRANT, Core, last_day
from backend.grants.terms import POWER_LABELS, require_agent
from backend.store import Session
from models.acts import Act, Acting, CitizenActor, Power
from models.catalogue import ProxyBasis
from models.grants import LIVE, Grant, GrantState
from models.people import Citizen, CitizenState

T = TypeVar("T")
_ENDED = {
    GrantState.INVITED: "这份授权对方还没有确认，确认后才能代办。",
    GrantState.CHECKING: "监护关系还在核实，核实后才能代办。",
    GrantState.DECLINED: "这份授权对方没有同意，不能代办。",
    GrantState.REVOKED: "这份授权已经撤销，不能再代办。需要时请联系委托人重新授权。",
    GrantState.EXPIRED: "这份授权已经到期，不能再代办。需要时请委托人重新授权。",
    GrantState.ENDED: "人口库登记委托人或代办人已经去世，授权已终止。后续事项请带户口簿到任一窗口办理。",
}
_SINGLE_USED = "这份授权只能办一次，已经用过了。需要再办，请委托人重新授权。"


class Use:
    """Resolves the `Acting-Grant` header and counts each act in the grant itself."""

    def __init__(self, core: Core, companies: Companies) -> None:
        self._core = core
        self.companies = companies

    async def resolve(self, actor: CitizenActor, grant_id: str) -> Acting:
        """What the actor may do under a grant now.

        Raises `NotFound` for a grant of others, `ProofNeeded` below level 1, `Forbidden` where it does not hold (any more)
        or the agent may not act: a document run out, a death. `Unavailable` where the enterprise register should be asked
        about a company and is silent.
        """
        document = await self._core.store.grants.get(grant_id)
        grant = Grant.of(document) if document else None
        if grant is None or grant.agent != actor.id:
            raise NotFound(NO_GRANT)
        if actor.level < 1:
            raise ProofNeeded("请先填写姓名和证件号码完成实名，再替别人办事。")
        now = self._core.clock.now()
        _require_holding(grant, now)
        require_agent(await self._agent_of(grant), now.date())
        return Acting(
            grant=grant.id,
            principal=grant.person or "",
            principal_name=grant.person_name,
            items=frozenset(grant.items),
            powers=frozenset(grant.powers),
        )

    def require(self, act: Act, power: Power, item: str) -> None:
        """For reads, which change nothing: raises `Forbidden` where the grant the actor acts under does not cover this."""
        acting = act.acting
        if acting is None:
            return
        if acting.items and item not in acting.items:
            raise Forbidden(self._not_covered(item, act.at))
        if power not in acting.powers:
            raise Forbidden(f"委托人没有授权您代为{POWER_LABELS[power]}，请联系委托人。")

    async def under(
        self,
        act: Act,
        power: Power,
        item: str,
        write: Callable[[Session | None], Awaitable[T]],
        *,
        subject: str | None = None,
        what: str = "",
    ) -> T:
        """Runs `write`: with None for the actor's own matter, else with the session of a transaction that also counts
        the act in the grant, so that an act and a revocation of the same moment cannot both succeed.

        `subject` is the matter (a case id): a single grant is used up by the first `SUBMIT` of one, after which only
        that one may be submitted again. Mending, seeing, collecting and withdrawing it stay possible, and so do acts
        that are no matter of their own, such as booking the visit for it: they name no subject.
        `what`: how the act is called in the list the principal sees, where the power's own name would mislead.
        Raises `Forbidden` that says why the grant does not cover the act.
        """
        acting = act.acting
        if acting is None:
            return await write(None)
        grant = await self._core.get(acting.grant)
        self._core.terms.require(grant.basis, item, power, act.at.date())
        where, changes = _count(grant, act, power, item, subject)
        detail = {"power": power.value, "item": item, "subject": subject or "", "what": what or POWER_LABELS[power]}
        # The key of the act belongs to the document the act is about.
        event = event_of(act, "grant.used", detail=detail).model_copy(update={"key": None, "digest": None})

        async def together(session: Session) -> T:
            if grant.basis is ProxyBasis.COMPANY:
                await self.companies.require_within(grant, session)
            counted = await self._core.store.grants.change(where, changes, event, session=session)
            if counted is None:
                await self._explain(grant.id, act, power, item, session)
            return await write(session)

        return await self._core.store.transact(together)

    async def _explain(self, grant_id: str, act: Act, power: Power, item: str, session: Session) -> NoReturn:
        """Raises what stands against the act."""
        grant = await self._core.get(grant_id, session=session)
        _require_holding(grant, act.at)
        if grant.items and item not in grant.items:
            raise Forbidden(self._not_covered(item, act.at))
        if power not in grant.powers:
            raise Forbidden(f"委托人没有授权您代为{POWER_LABELS[power]}，请联系委托人。")
        raise Forbidden(_SINGLE_USED)

    def _not_covered(self, item: str, at: datetime) -> str:
        return f"授权里没有「{self._core.terms.name_of(item, at.date())}」这个事项，不能代办。请联系委托人补充授权。"

    async def _agent_of(self, grant: Grant) -> Citizen:
        """The agent, once the principal is known to be one still. Raises `Forbidden`, `Unavailable`."""
        if grant.basis is ProxyBasis.COMPANY:
            await self.companies.require(grant)
            return await self._core.people.get(grant.agent or "")
        principal, agent = await self._both(grant)
        principal = await self._core.people.fresh(principal)
        if principal.state is CitizenState.DECEASED:
            raise GrantOver(_ENDED[GrantState.ENDED])
        if principal.state is not CitizenState.ACTIVE:
            raise GrantOver("委托人的账号已注销，授权不能再用。")
        return agent

    async def _both(self, grant: Grant) -> tuple[Citizen, Citizen]:
        documents = await self._core.store.citizens.find({"_id": {"$in": [grant.person, grant.agent]}})
        people = {each["_id"]: Citizen.of(each) for each in documents}
        if grant.person not in people or grant.agent not in people:
            raise NotFound(NO_GRANT)
        return people[grant.person], people[grant.agent]


def _require_holding(grant: Grant, now: datetime) -> None:
    if grant.state is GrantState.ENDED and grant.basis is ProxyBasis.COMPANY:
        raise GrantOver(ended_text(grant.reason))
    if grant.state not in LIVE:
        raise GrantOver(_ENDED[grant.state])
    if now < grant.starts_at:
        starts = grant.starts_at
        raise GrantOver(f"这份授权从 {starts.month}月{starts.day}日 开始，现在还不能代办。")
    if now >= grant.until:
        raise GrantOver(f"这份授权到 {last_day(grant.until)} 为止，已经到期，不能再代办。")


def _count(grant: Grant, act: Act, power: Power, item: str, subject: str | None) -> tuple[dict[str, Any], dict[str, Any]]:
    """The filter under which the act is allowed, and how it is counted."""
    where: dict[str, Any] = {
        "_id": grant.id,
        "agent": act.actor.id,
        "starts_at": {"$lte": act.at},
        "until": {"$gt": act.at},
        "powers": power.value,
    }
    if grant.items or grant.basis is not ProxyBasis.GUARDIANSHIP:
        where["items"] = item
    if not grant.single_use:
        return {**where, "state": GrantState.ACTIVE.value}, {"$inc": {"uses": 1}}
    if power is not Power.SUBMIT or subject is None:
        return {**where, "state": {"$in": [state.value for state in LIVE]}}, {"$inc": {"uses": 1}}
    begun = {"state": GrantState.USED_UP.value, "used_for": subject}
    return {**where, "$or": [{"state": GrantState.ACTIVE.value}, begun]}, {"$inc": {"uses": 1}, "$set": begun}
