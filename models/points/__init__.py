"""Points (积分制): the scheme as data, sheets that are verified, records that are reused, rounds that rank."""

from models.points.records import PointsRecord, RecordLine
from models.points.rounds import (
    LETTING_GO,
    Exclusion,
    Offer,
    OwedDuty,
    PlaceAnswer,
    PlaceOutcome,
    RankedPlace,
    Round,
    RoundDuty,
    RoundObjection,
    RoundState,
    Run,
    Teller,
    Vacancy,
)
from models.points.scheme import Confirmation, Figure, IfSilent, Indicator, Scheme, SchemeExample
from models.points.sheets import ObjectedLine, Sheet, SheetLine, SheetObjection, SheetState

__all__ = [
    "LETTING_GO",
    "Confirmation",
    "Exclusion",
    "Figure",
    "IfSilent",
    "Indicator",
    "ObjectedLine",
    "Offer",
    "OwedDuty",
    "PlaceAnswer",
    "PlaceOutcome",
    "PointsRecord",
    "RankedPlace",
    "RecordLine",
    "Round",
    "RoundDuty",
    "RoundObjection",
    "RoundState",
    "Run",
    "Scheme",
    "SchemeExample",
    "Sheet",
    "SheetLine",
    "SheetObjection",
    "SheetState",
    "Teller",
    "Vacancy",
]
