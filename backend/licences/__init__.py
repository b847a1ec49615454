"""Electronic licences (电子证照) instead of papers (免证办). This face is all other rooms may use."""

from backend.licences.engine import Licences, Use, ended, given_by
from backend.licences.issued import SOURCE as OWN_LICENCES
from backend.licences.issued import Issued, current_paper, issued_id, last_day, paper_id
from backend.licences.lookup import Found, Lookup, RegisterSource, advice
from backend.licences.showings import Showings, licence_lines
from backend.licences.standing_in import AskedRegisters, StandingIn
from backend.licences.views import authorisation_view, own_licence_view

__all__ = [
    "OWN_LICENCES",
    "AskedRegisters",
    "Found",
    "Issued",
    "Licences",
    "Lookup",
    "RegisterSource",
    "Showings",
    "StandingIn",
    "Use",
    "advice",
    "authorisation_view",
    "current_paper",
    "ended",
    "given_by",
    "issued_id",
    "last_day",
    "licence_lines",
    "own_licence_view",
    "paper_id",
]
