"""Electronic licences (电子证照) instead of papers (免证办). This face is all other rooms may use."""

from backend.licences.engine import Licences, Use, ended, given_by
from backend.licences.issued import Issued, issued_id, last_day, paper_id
from backend.licences.lookup import Found, Lookup, advice
from backend.licences.showings import Showings, licence_lines
from backend.licences.views import authorisation_view, own_licence_view

__all__ = [
    "Found",
    "Issued",
    "Licences",
    "Lookup",
    "Showings",
    "Use",
    "advice",
    "authorisation_view",
    "ended",
    "given_by",
    "issued_id",
    "last_day",
    "licence_lines",
    "own_licence_view",
    "paper_id",
]
