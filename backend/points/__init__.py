"""Points (积分制): confirmed once, reused without handing anything in again, ranked in rounds. This face is all other rooms may use."""

from backend.points.applied import Applied
from backend.points.counting import Counting
from backend.points.deciding import Carried, Deciding
from backend.points.duties import WATCHED, Duties
from backend.points.excluding import Excluding
from backend.points.kin import Kinship
from backend.points.objecting import Objecting
from backend.points.rankable import ranked_on
from backend.points.records import Records
from backend.points.rounds import Rounds
from backend.points.scheme import PointsScheme
from backend.points.scheme_check import SCHEME_FILE, check_scheme, load_scheme
from backend.points.sheets import Sheets
from backend.points.taking import Taking
from backend.points.views import (
    own_place_view,
    public_ranking_view,
    record_view,
    round_view,
    share_view,
    sheet_view,
    staff_ranking_view,
    staff_round_row,
    staff_round_view,
)
from backend.points.watched import RoundSource

__all__ = [
    "SCHEME_FILE",
    "WATCHED",
    "Applied",
    "Carried",
    "Counting",
    "Deciding",
    "Duties",
    "Excluding",
    "Kinship",
    "Objecting",
    "PointsScheme",
    "Records",
    "RoundSource",
    "Rounds",
    "Sheets",
    "Taking",
    "check_scheme",
    "load_scheme",
    "own_place_view",
    "public_ranking_view",
    "ranked_on",
    "record_view",
    "round_view",
    "share_view",
    "sheet_view",
    "staff_ranking_view",
    "staff_round_row",
    "staff_round_view",
]
