"""What a grant enters in the enterprise register (企业登记): a new company, or what of one has changed."""

from typing import Self

from pydantic import model_validator

from models.base import Declared
from models.forms import Key


class Registration(Declared):
    """Which answers the grant enters. `founds`: a company that is new, `kind` what kind; it is given its credit code (统一社会信用代码) by
    the same act. Else it is the applicant's own, and only what was asked for is changed."""

    founds: bool = False
    kind: str = ""
    name: Key | None = None
    address: Key | None = None
    representative: Key | None = None

    @model_validator(mode="after")
    def enters_something(self) -> Self:
        if self.founds and not (self.kind and self.name and self.address and self.representative):
            raise ValueError("新设企业的登记要写 kind、name、address、representative")
        if not (self.name or self.address or self.representative):
            raise ValueError("登记要写 name、address、representative 里的一项")
        return self
