"""Enterprises (企业) in whose name a handler acts: what the enterprise register said of them last."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from models.base import Body, Declared, Sealing, ShortText, Stored
from models.documents import CreditCode, DocumentType
from models.registers import EnterpriseState


class Representative(Declared):
    """The legal representative (法定代表人), as the register names them."""

    name: str
    document_type: DocumentType
    number: str  # sealed in the database


class Enterprise(Stored):
    """One enterprise. `term` counts what ends the grants of handlers: another representative, the loss of existence or name.

    A grant holds within the term it was made in. `gone`: nobody acts for it now; `changed_for` says what changed last.
    Name and credit code are public (企业信息公示暂行条例, art. 6) and are kept in the clear.
    """

    SEALED: ClassVar[Mapping[str, Sealing]] = {"representative.number": Sealing.LOOKUP}

    uscc: str
    name: str
    kind: str
    town: str = ""  # id of the town (镇街) it lies in
    state: EnterpriseState
    representative: Representative
    term: int = 1
    gone: bool = False
    changed_for: str = ""
    record: str  # digest of the register's answer, its provenance
    checked_at: datetime  # when the register last answered
    created_at: datetime


class EnterpriseBody(Body):
    """An enterprise as its business licence (营业执照) names it."""

    uscc: CreditCode
    name: ShortText
