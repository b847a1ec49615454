"""What changes for people and staff between two versions of an item, in words."""

from backend.catalogue.diff.compare import Edition, difference, marked_begun, other_versions
from backend.catalogue.diff.pick import edition_before, edition_in, last_two, of_file

__all__ = ["Edition", "difference", "edition_before", "edition_in", "last_two", "marked_begun", "of_file", "other_versions"]
