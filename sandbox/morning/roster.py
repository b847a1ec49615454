"""Who has what to do: each member of the demo staff asks for the lists of their own pages, as the console does for them."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from sandbox.morning.town import Json, NotToday, Town

MOST = 100  # more are told as 「100+」
_DECIDES = ("reviewer", "chief_representative")
_AT_WORK = ("receptionist", "pre_reviewer", *_DECIDES, "village_officer")
_COUNTER = ("receptionist", "pre_reviewer", *_DECIDES)
_LOOKS = ("supervisor", "auditor", "chief_representative")
_KEEPS = ("system_admin", "security_admin")
Count = Callable[[Town, Json], int]


@dataclass(frozen=True)
class Page:
    """A page of the console, or a line of its first one: for whom, and how much is there."""

    label: str
    roles: tuple[str, ...]
    count: Count


def _listed(path: str, keep: Callable[[Json, Json], bool] = lambda row, who: True) -> Count:
    """How many rows a list has; `{hall}`, `{today}` and `{month}` of its path are the asker's. None where they have no hall."""

    def count(town: Town, who: Json) -> int:
        if "{hall}" in path and not who.get("hall"):
            return 0
        today = str(town.hands.now().date())
        found = town.do(who["username"], "GET", path.format(hall=who.get("hall"), today=today))
        return sum(keep(row, who) for row in found["items"])

    return count


def _where(count: Count, is_theirs: Callable[[Json], bool]) -> Count:
    """What only some of a role have."""
    return lambda town, who: count(town, who) if is_theirs(who) else 0


def _rounds(town: Town, who: Json) -> int:
    """Rounds of points of one's department, which are there for everybody to read."""
    ranked = town.do(who["username"], "GET", "words")["ranked_items"]
    own = {each["code"] for each in ranked if each["department"] == who["department"]}
    return sum(each["item"] in own for each in town.ask("GET", "/api/v1/points/rounds")["items"])


def _desk(town: Town, who: Json) -> int:
    """What waits for a head alone, as 等我决定 counts it."""
    own = sum(len(each["items"]) for each in town.do(who["username"], "GET", "head-desk")["groups"])
    cards = _listed("supervision/cards?state=given&limit=100", lambda row, _: "appeal" in row["actions"])
    rechecks = _listed("rechecks?open=true&limit=100", lambda row, _: row["rechecker"] is None)
    return own + cards(town, who) + rechecks(town, who)


def _queue(queue: str) -> Count:
    return _listed(f"cases?queue={queue}&limit={MOST}")


PAGES: tuple[Page, ...] = (
    Page("等我决定", ("chief_representative",), _desk),
    Page("待预审", ("pre_reviewer", "reviewer"), _queue("pre_review")),
    Page("待收件受理", ("receptionist", "pre_reviewer", "reviewer"), _queue("reception")),
    Page("待办理", (*_DECIDES, "village_officer"), _queue("processing")),
    Page("镇街收、区里审", _DECIDES, _queue("district_review")),
    Page("待出件", ("receptionist", *_DECIDES), _queue("results")),
    Page("超过法定期限", ("chief_representative",), _queue("escalated")),
    Page("事后监管", _DECIDES, _queue("supervised")),
    Page("代收的外区件", ("receptionist",), _queue("taken_in")),
    Page("在我手里", _AT_WORK, _queue("mine")),
    Page("下班时退回的", _AT_WORK, _queue("given_back")),
    Page("今日", ("receptionist", "pre_reviewer", "village_officer", "hall_manager"), _listed("appointments?hall={hall}&date={today}")),
    Page("待交付的结果", _COUNTER, _listed("deliveries")),
    Page("授权核实", ("receptionist", "village_officer", *_DECIDES), _listed("grants")),
    Page(
        "电话通知",
        ("hotline_agent", "receptionist", "village_officer"),
        _where(_listed("notices/calls"), lambda who: "hotline_agent" in who["roles"] or bool(who.get("town"))),
    ),
    Page("容缺补交", _COUNTER, _listed("debts")),
    Page("没有守诺", _COUNTER, _listed("marks?open=true")),
    Page("要我核查的", _DECIDES, _listed("inspections?mine=true", lambda row, _: row["state"] != "proposed")),
    Page("要我复核的", _DECIDES, _listed("rechecks?mine=true&open=true")),
    Page("积分核定", _DECIDES, _listed("points/sheets")),
    Page("积分批次", _DECIDES, _rounds),
    Page("待归档", _DECIDES, _where(_listed("archives/candidates", lambda row, _: row["ready"]), lambda who: not who.get("town"))),
    Page("督办牌", ("supervisor", "auditor", *_AT_WORK), _listed("supervision/cards?limit=100")),
    Page("在办时限", _LOOKS, _listed("supervision/clocks?limit=100")),
    Page("停办安排", ("hall_manager",), _listed("halls/{hall}/closures")),
    Page("断网收件", ("hall_manager",), _listed("halls/{hall}/outages")),
    Page("AB角", ("chief_representative", "hall_manager", *_KEEPS), _listed("stand-ins")),
    Page("授权书", (*_KEEPS, "supervisor"), _listed("authorisations", lambda row, _: row["state"] == "proposed")),
    Page("账号变动等同意", _KEEPS, _listed("accounts?limit=100", lambda row, _: row["proposed"] is not None)),
    Page("自助终端", ("system_admin",), _listed("kiosks")),
    Page("事项草稿", ("catalogue_editor",), _listed("catalogue/items", lambda row, _: row["draft"] is not None)),
    Page("日志", ("auditor",), _listed("audit/log?limit=100")),
)


@dataclass(frozen=True)
class Desk:
    """What one member of staff finds: pages with how much is there, those without anything left out."""

    username: str
    name: str
    role: str
    place: str
    found: dict[str, int]
    fault: str = ""

    def __str__(self) -> str:
        said = "，".join(f"{label} {f'{MOST}+' if number >= MOST else number}" for label, number in self.found.items())
        return f"{self.name}（{self.username}，{self.place}{self.role}）：{self.fault or said or '现在没有要办的'}"


def roster(town: Town) -> Iterator[Desk]:
    """Everybody of the demo staff, in the order of catalogue/demo/staff.yaml."""
    words = town.do("linxiaoyan", "GET", "words")
    with ThreadPoolExecutor(max_workers=4) as several:
        yield from several.map(lambda who: _desk_of(town, who, words), town.staff.values())


def _desk_of(town: Town, who: Json, words: Json) -> Desk:
    roles, places = _labels(words["roles"]), _labels(words["departments"])
    role = "、".join(roles[each] for each in who["roles"])
    try:
        counted = {page.label: page.count(town, who) for page in PAGES if set(page.roles) & set(who["roles"])}
        found, fault = {label: number for label, number in counted.items() if number}, ""
    except NotToday as error:
        found, fault = {}, str(error)
    return Desk(who["username"], who["name"], role, places[who["department"]], found, fault)


def _labels(words: list[Json]) -> dict[str, str]:
    return {each["code"]: each["label"] for each in words}
