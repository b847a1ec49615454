"""A grant as its sides and staff see it."""

from datetime import date, datetime

from backend.grants.takings import not_before
from backend.grants.terms import Terms
from backend.people import mask_name, mask_number, mask_phone
from models.catalogue import ProxyBasis
from models.grants import (
    LIVE,
    CallBackView,
    Grant,
    GrantedItemView,
    GrantState,
    GrantView,
    InHandView,
    InvitationView,
    PartyView,
    Side,
    TriedView,
)


def view_of(grant: Grant, you: Side | None, terms: Terms, now: datetime, *, staff: bool, reader: str = "") -> GrantView:
    """`you`: the reader's side, or to staff that of whoever stands before them; None for other staff and for somebody an offer is made to.
    `reader`: the id of a member of staff, who sees in full what they have in hand."""
    on = now.date()
    mine_to_show = not staff and you is not None and you is grant.offered_by and grant.state is GrantState.INVITED
    invitation = None
    if mine_to_show and grant.invitation is not None and grant.answer_by is not None:
        invitation = InvitationView(token=grant.invitation, answer_by=grant.answer_by)
    taken = grant.in_hand(now) if staff else None
    checks = taken is not None and taken.by == reader
    return GrantView(
        id=grant.id,
        basis=grant.basis,
        basis_label=grant.basis.label,
        state=grant.state,
        state_label=grant.state.label,
        you=you or (None if staff else grant.missing_side),
        principal=_party(grant, Side.PRINCIPAL, you, staff, checks),
        agent=_party(grant, Side.AGENT, you, staff, checks),
        items=[GrantedItemView(code=code, name=terms.name_of(code, on), instant=terms.is_instant(code, on)) for code in grant.items],
        all_items=not grant.items,
        powers=grant.powers,
        starts_at=grant.starts_at,
        until=grant.until,
        single_use=grant.single_use,
        uses=grant.uses,
        heard_by=grant.hearing.by_name if grant.hearing else "",
        relation=grant.relation,
        reason=grant.reason,
        invitation=invitation,
        call_back=_call_back(grant, now, staff=staff, checks=checks),
        in_hand=InHandView(by_name=taken.by_name, at=taken.at, until=taken.until, mine=checks) if taken else None,
        evidence=grant.evidence if staff and (checks or grant.state is not GrantState.CHECKING) else [],
        actions=_actions(grant, you, staff, checks),
        version=grant.version,
    )


def _call_back(grant: Grant, now: datetime, *, staff: bool, checks: bool) -> CallBackView | None:
    """Until they were heard; the number is for whoever calls."""
    call = grant.call_back
    if call is None or grant.state is not GrantState.CHECKING:
        return None
    day = date.fromisoformat(call.day)
    view = CallBackView(day=day, half=call.half, half_label=call.half.label, missed=call.half.over_at(day, now))
    if not staff:
        return view
    tries = [TriedView(**each.model_dump(exclude={"again_at"}), outcome_label=each.outcome.label) for each in grant.tries]
    soonest = not_before(grant)
    phone = call.phone if checks else mask_phone(call.phone)
    return view.model_copy(
        update={
            "phone": phone,
            "agents_own": call.agents_own,
            "tries": tries,
            "not_before": soonest,
            "due": soonest is None or soonest <= now,
        }
    )


def _party(grant: Grant, side: Side, you: Side | None, staff: bool, checks: bool) -> PartyView:
    """`checks`: for the member of staff who has it in hand, and compares it with the paper."""
    known = grant.person if side is Side.PRINCIPAL else grant.agent
    name = grant.person_name if side is Side.PRINCIPAL else grant.agent_name
    if known is None and grant.target is not None:
        name = grant.target.name
    public = side is Side.PRINCIPAL and grant.basis is ProxyBasis.COMPANY
    view = PartyView(name=name if public or checks or you is side else mask_name(name), known=known is not None)
    waits = staff and you is None and grant.state is GrantState.CHECKING
    if not waits or known is not None or grant.target is None or grant.target.document_type is None:
        return view
    number = grant.target.number or ""
    shown = number if checks else mask_number(number)
    return view.model_copy(update={"document_title": grant.target.document_type.label, "id_number": shown})


def _actions(grant: Grant, you: Side | None, staff: bool, checks: bool) -> list[str]:
    """What the reader may do now."""
    if staff:
        checking = ["check"] if checks else []
        return [*checking, *(["revoke"] if grant.state in LIVE else [])]
    if grant.state is GrantState.INVITED and you is None:
        return ["accept", "decline"]
    if grant.state in (*LIVE, GrantState.INVITED, GrantState.CHECKING) and you is not None:
        return ["revoke"]
    return []
