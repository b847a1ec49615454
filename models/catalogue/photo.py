"""What an item wants a photograph to be like (照片要求)."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from models.base import Declared
from models.forms import Key, Label

Channel8 = Annotated[int, Field(ge=0, le=255)]
Percent = Annotated[int, Field(ge=0, le=100)]


class PhotoBackground(Declared):
    """The colour behind the person: red, green and blue of 0 to 255, and by how much each may differ."""

    name: Label
    colour: tuple[Channel8, Channel8, Channel8]
    within: int = Field(ge=1, le=128)


class PhotoCheck(Declared):
    """What a photograph must be like. A machine measures what it can; a clerk's step looks at all of it.

    `subject_percent`: how much of the picture the person takes, `face_percent`: how much of its width the face, least and most.
    `checks`: everything asked, in words.
    `retries`: how often an unfit photograph may be replaced before a clerk looks instead of the machine.
    """

    material: Key
    width: int = Field(gt=0)
    height: int = Field(gt=0)
    min_kb: int = Field(ge=1)
    max_kb: int = Field(ge=1)
    background: PhotoBackground
    subject_percent: tuple[Percent, Percent]
    face_percent: tuple[Percent, Percent]
    checks: tuple[Label, ...]
    retries: int = Field(default=3, ge=0)

    @model_validator(mode="after")
    def least_before_most(self) -> Self:
        pairs = ((self.min_kb, self.max_kb), self.subject_percent, self.face_percent)
        if any(least > most for least, most in pairs):
            raise ValueError("最小值要小于最大值")
        return self
