"""Archives (归档) of departments' closed cases: transfer lists, what is only read from then on, and what ends with its retention."""

from backend.archives.destroying import Destructions
from backend.archives.lists import destruction_csv, transfer_csv
from backend.archives.preserving import Preserving
from backend.archives.shredding import Shredding
from backend.archives.transfers import Transfers

__all__ = ["Archives", "destruction_csv", "transfer_csv"]


class Archives(Transfers, Destructions, Preserving, Shredding):
    """Departments' archives of their cases."""
