"""Grants: who may act for whom, for which items, with which powers, until when. This face is all other modules use."""

from models.grants.desk import NotReached, ShownDocument, TakeBody, Taken, Tried, TriedBody, TriedView
from models.grants.grant import LIVE, OPEN, CallBack, Consent, Grant, GrantState, Half, Hearing, HearingMethod, Side, Target
from models.grants.hearings import CheckBody, EvidenceQuery, HearingBody, StaffGrantBody, StaffRevokeBody
from models.grants.offers import AnswerBody, CallBackBody, EndBody, GrantBody, GrantsQuery, GrantTerms, InvitationToken, Moment, PartyBody
from models.grants.views import (
    CallBackView,
    GrantActsView,
    GrantActView,
    GrantedItemView,
    GrantView,
    InHandView,
    InvitationView,
    PartyView,
)

__all__ = [
    "LIVE",
    "OPEN",
    "AnswerBody",
    "CallBack",
    "CallBackBody",
    "CallBackView",
    "CheckBody",
    "Consent",
    "EndBody",
    "EvidenceQuery",
    "Grant",
    "GrantActView",
    "GrantActsView",
    "GrantBody",
    "GrantState",
    "GrantTerms",
    "GrantView",
    "GrantedItemView",
    "GrantsQuery",
    "Half",
    "Hearing",
    "HearingBody",
    "HearingMethod",
    "InHandView",
    "InvitationToken",
    "InvitationView",
    "Moment",
    "NotReached",
    "PartyBody",
    "PartyView",
    "ShownDocument",
    "Side",
    "StaffGrantBody",
    "StaffRevokeBody",
    "TakeBody",
    "Taken",
    "Target",
    "Tried",
    "TriedBody",
    "TriedView",
]
