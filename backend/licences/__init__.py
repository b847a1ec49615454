"""Electronic licences (电子证照) instead of papers (免证办). This face is all other rooms may use."""

from backend.licences.lookup import Licences

__all__ = ["Licences"]
