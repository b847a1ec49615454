"""Licences and authorisations as their holder sees them."""

from datetime import datetime

from backend.licences.lookup import advice
from backend.people.masking import FETCHED_BY, mask_name, mask_number
from models.licence_uses import AuthorisationState, AuthorisationView, LicenceAuthorisation, LicenceLook, LicenceOwnView, LookView
from models.licences import LicenceKind, LicenceOnRecord

_ACTIONS = {AuthorisationState.ASKED: ["authorise", "decline"], AuthorisationState.GIVEN: ["revoke"]}


def own_licence_view(kind: LicenceKind, licence: LicenceOnRecord, now: datetime) -> LicenceOwnView:
    """A licence in its holder's list."""
    wrong = advice(kind, licence, now.date())
    return LicenceOwnView(
        kind=kind.id,
        name=kind.name,
        identifier=licence.identifier,
        number=mask_number(licence.number),
        issuer=licence.issuer,
        issued_on=licence.issued_on,
        valid_until=licence.valid_until,
        status=licence.status_on(now.date()).value,
        usable=not wrong,
        holders=list(licence.holders),
        advice=wrong,
    )


def fetched_for(each: LicenceAuthorisation, by: str, what: str) -> str:
    """What `by` did; where the holder only said yes to another, for whom it was done: 为李*的申请调取证照."""
    for_another = by == each.person and each.applicant != by
    return f"为{mask_name(each.applicant_name)}的申请{what}" if for_another else what


def _look(each: LicenceAuthorisation, look: LicenceLook) -> LookView:
    by = FETCHED_BY if look.by == each.person else look.by_name
    return LookView(at=look.at, by=by, department=look.department or "", what=fetched_for(each, look.by, look.what))


def authorisation_view(each: LicenceAuthorisation, reader: str, *, used: bool) -> AuthorisationView:
    """What was asked of `reader` — a person or an enterprise — or what they authorised. `used`: a case was handed in with it, so that it
    cannot be taken back any more."""
    own = each.applicant == reader
    return AuthorisationView(
        **each.model_dump(
            include={
                "id",
                "state",
                "kind",
                "kind_name",
                "item",
                "item_name",
                "case",
                "purpose",
                "asked_at",
                "until",
                "given_at",
                "ended_at",
                "ended_for",
                "version",
            }
        ),
        state_label=each.state.label,
        applicant=each.applicant_name if own else mask_name(each.applicant_name),
        given_by=each.given_by_name,
        looks=[_look(each, look) for look in each.looks],
        actions=[] if used else _ACTIONS.get(each.state, []),
    )
