"""What a case's form asks and what its materials may be: as the version of the item has them that the case is under."""

from datetime import date

from models.base import View
from models.forms import FormField


class AskedMaterialView(View):
    """How one material may be handed in. `accepts`: kinds of file ("jpeg", "pdf" …); `standard`: what a good one looks like.

    `width`, `height`: of a photograph the item wants of exactly that size, in points; else 0.
    """

    key: str
    name: str
    accepts: list[str]
    max_files: int
    max_mb: int
    standard: str
    upload: bool
    licence: bool
    width: int
    height: int


class CaseFormView(View):
    """`on`: the day it is filled in. `materials`: all of the item's; which of them are asked now, the case says."""

    item_version: str
    applicant: str
    fields: list[FormField]
    materials: list[AskedMaterialView]
    on: date
