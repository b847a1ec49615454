"""Closed lists with their words, for pages that let people choose from them."""

from datetime import date

from models.acts import Role
from models.base import View
from models.common_views import WordView


class RankedItemView(View):
    """An item that is ranked: the department whose office ranks it, and what can be wished for; nothing where one quota is shared."""

    code: str
    label: str
    department: str
    wishes: list[WordView]


class StaffWordsView(View):
    """What staff choose from, and the names of what their pages show by its key. `pause_grounds`: those taken by hand.
    `points_item`: the item whose cases have sheets of points. `guarded_roles`: those whose accounts two administrators change."""

    today: date  # by the clock of the server: what periods on the pages begin with
    roles: list[WordView]
    guarded_roles: list[Role]
    departments: list[WordView]
    districts: dict[str, str]  # of the departments that serve one district alone, which
    one_windows: list[str]  # of the departments, those whose counters take in every department's papers (一窗通办)
    document_types: list[WordView]
    halls: list[WordView]
    towns: list[WordView]
    reason_classes: list[WordView]
    originals: list[WordView]
    pause_grounds: list[WordView]
    recusal_grounds: list[WordView]
    inspection_outcomes: list[WordView]
    step_outcomes: list[WordView]
    powers: list[WordView]
    points_item: str
    ranked_items: list[RankedItemView]


class ActSubjectsView(View):
    """What rows of the audit log are about."""

    subjects: list[WordView]
