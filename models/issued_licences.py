"""Licences this district has issued itself: results of cases that entered its licence register (签发)."""

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from models.base import Sealing, Stored
from models.documents import AnyDocument


class IssuedLicence(Stored):
    """`record` is what the register says of it: a `LicenceOnRecord`. The id is made of case and result, so that it is issued once.
    `replaced_by`: the case with whose grant it ended."""

    SEALED: ClassVar[Mapping[str, Sealing]] = {"holder_number": Sealing.LOOKUP, "record": Sealing.RANDOM}

    person: str
    holder_document: AnyDocument
    holder_number: str = Field(repr=False)
    kind: str
    type_code: str
    case: str
    item: str
    result: str
    replaced_by: str | None = None
    record: dict[str, Any] = Field(repr=False)
