"""A grant as its sides and staff see it."""

from datetime import date, datetime

from backend.grants.terms import Terms
from backend.people import mask_name
from models.catalogue import ProxyBasis
from models.grants import LIVE, CallBackView, Grant, GrantedItemView, GrantState, GrantView, InvitationView, PartyView, Side


def view_of(grant: Grant, you: Side | None, terms: Terms, now: datetime, *, staff: bool) -> GrantView:
    """`you`: the reader's side, or to staff that of whoever stands before them; None for other staff and for somebody an offer is made to."""
    on = now.date()
    mine_to_show = not staff and you is not None and you is grant.offered_by and grant.state is GrantState.INVITED
    invitation = None
    if mine_to_show and grant.invitation is not None and grant.answer_by is not None:
        invitation = InvitationView(token=grant.invitation, answer_by=grant.answer_by)
    checks = staff and you is None and grant.state is GrantState.CHECKING
    return GrantView(
        id=grant.id,
        basis=grant.basis,
        basis_label=grant.basis.label,
        state=grant.state,
        state_label=grant.state.label,
        you=you or (None if staff else grant.missing_side),
        principal=_party(grant, Side.PRINCIPAL, you, checks),
        agent=_party(grant, Side.AGENT, you, checks),
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
        call_back=_call_back(grant, staff, now),
        evidence=grant.evidence if staff else [],
        actions=_actions(grant, you, staff),
        version=grant.version,
    )


def _call_back(grant: Grant, staff: bool, now: datetime) -> CallBackView | None:
    """Until they were heard; the number is for whoever calls."""
    call = grant.call_back
    if call is None or grant.state is not GrantState.CHECKING:
        return None
    day = date.fromisoformat(call.day)
    view = CallBackView(day=day, half=call.half, half_label=call.half.label, missed=call.half.over_at(day, now))
    return view.model_copy(update={"phone": call.phone, "agents_own": call.agents_own}) if staff else view


def _party(grant: Grant, side: Side, you: Side | None, checks: bool) -> PartyView:
    """`checks`: for staff who compare it with the paper."""
    known = grant.person if side is Side.PRINCIPAL else grant.agent
    name = grant.person_name if side is Side.PRINCIPAL else grant.agent_name
    if known is None and grant.target is not None:
        name = grant.target.name
    public = side is Side.PRINCIPAL and grant.basis is ProxyBasis.COMPANY
    view = PartyView(name=name if public or checks or you is side else mask_name(name), known=known is not None)
    if not checks or known is not None or grant.target is None or grant.target.document_type is None:
        return view
    return view.model_copy(update={"document_title": grant.target.document_type.label, "id_number": grant.target.number or ""})


def _actions(grant: Grant, you: Side | None, staff: bool) -> list[str]:
    """What the reader may do now."""
    if staff:
        checking = ["check"] if grant.state is GrantState.CHECKING else []
        return [*checking, *(["revoke"] if grant.state in LIVE else [])]
    if grant.state is GrantState.INVITED and you is None:
        return ["accept", "decline"]
    if grant.state in (*LIVE, GrantState.INVITED, GrantState.CHECKING) and you is not None:
        return ["revoke"]
    return []
