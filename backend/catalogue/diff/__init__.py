"""What changes for people and staff between two versions of an item, in words."""

from backend.catalogue.diff.compare import Edition, difference
from backend.catalogue.diff.pick import edition_before, edition_in, last_two, of_file

__all__ = ["Edition", "difference", "edition_before", "edition_in", "last_two", "of_file"]
