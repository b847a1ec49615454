"""The company a case has founded, and how far the enterprise register knows of what a case decided."""

from enum import StrEnum

from models.cases.parts import Part


class Founded(Part):
    """A company: its name and credit code are public (企业信息公示暂行条例)."""

    name: str
    uscc: str


class Entered(StrEnum):
    """What of a decision the enterprise register has taken over."""

    GRANTED = "granted"
    OVER = "over"  # that it was annulled
