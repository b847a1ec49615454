"""Archives (归档) of departments' closed cases: what may go, transfer lists, and what is only read from then on."""

from backend.archives.lists import transfer_csv
from backend.archives.transfers import Transfers

__all__ = ["Archives", "transfer_csv"]


class Archives(Transfers):
    """Departments' archives of their cases."""
