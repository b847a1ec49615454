"""Names of enterprises (企业名称): what a district's rules say of them, and what the enterprise register answers about one."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from models.base import Body, Declared, ShortText
from models.forms import Text


class NamingWords(Declared):
    """Words a name must not have, or not without somebody looking at it; `message` tells people why, and what to do."""

    words: tuple[ShortText, ...] = Field(min_length=1)
    message: Text


class NamingRules(Declared):
    """catalogue/naming.yaml. A name is a place, what the enterprise is called by (字号), its trade and its form (企业名称登记管理规定)."""

    places: tuple[ShortText, ...]
    trades: tuple[ShortText, ...]
    forms: tuple[ShortText, ...]
    shortest: Annotated[int, Field(ge=1)]  # characters of what it is called by
    refused: tuple[NamingWords, ...]
    doubtful: tuple[NamingWords, ...]  # a person looks at those


class Likeness(StrEnum):
    """How near a registered name is to one that is asked for."""

    SAME = "same"  # called alike, in the same trade
    ALIKE = "alike"  # sounds alike or stands in the other, in the same trade: a person looks


class NameQuery(Body):
    """The body of `POST registers/enterprise/names`."""

    name: ShortText
    purpose: Annotated[str, Field(min_length=1, max_length=200)]


class RegisteredName(BaseModel):
    """A name the register holds that is near the one asked for, and whose it is."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    uscc: str
    likeness: Likeness


class NamesReply(BaseModel):
    """What the register answers: `code` OK and the names near it."""

    model_config = ConfigDict(extra="ignore")

    code: str
    names: tuple[RegisteredName, ...] = ()


LIKENESS_WORDS: Mapping[Likeness, str] = {Likeness.SAME: "相同", Likeness.ALIKE: "相近"}
