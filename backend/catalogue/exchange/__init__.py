"""Items in the shape of the national exchange tables (实施清单要素): written for others, and read from them."""

from backend.catalogue.exchange.export import tables_of
from backend.catalogue.exchange.files import Format, read_tables, write_tables
from backend.catalogue.exchange.importing import Imported, import_tables
from backend.catalogue.exchange.tables import RowFault

__all__ = ["Format", "Imported", "RowFault", "import_tables", "read_tables", "tables_of", "write_tables"]
