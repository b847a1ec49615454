"""What of the catalogue is asked and answered over HTTP."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field, JsonValue, StringConstraints

from models.base import Body, Query, Stored, View
from models.catalogue.regional import RegionCode
from models.forms import Key


class ItemsQuery(Query):
    """`q` searches; `theme` and `department` narrow the list; `region`: what another district has."""

    q: Annotated[str, StringConstraints(max_length=60, strip_whitespace=True)] = ""
    theme: Key | None = None
    department: Key | None = None
    cursor: Annotated[str, StringConstraints(pattern=r"^[a-z0-9\-]{0,40}$")] = ""
    region: RegionCode | None = None


class GuideQuery(Query):
    """`region`: the district whose guide it is; the catalogue's own where absent."""

    region: RegionCode | None = None


class ThemeView(View):
    """One theme, and how many items it has."""

    id: str
    name: str
    help: str
    items: int


class ThemesView(View):
    """All themes, in order."""

    items: list[ThemeView]


class ItemSummary(View):
    """An item in a list."""

    code: str
    name: str
    summary: str
    themes: list[str]
    department: str
    department_name: str
    kind: str
    kind_label: str
    duration: str
    visits: int
    free: bool
    bookable: bool
    staff_confirms: bool
    proxy: bool
    online: bool  # whether it can be applied for here; if not, the guide says where
    for_people: bool  # whether people may have it in their own name; else it is for units alone
    channels: list[str]  # where it is applied for: window, mini_program, town …


class LineView(View):
    """A code with the words people read for it."""

    value: str
    label: str


class MaterialView(View):
    """One material as the guide tells it. `asked_when`: in words; `waived`: who need not hand it in."""

    key: str
    name: str
    need: str
    need_label: str
    source: str
    source_label: str
    form_label: str
    licence: str | None
    upload: bool
    accepts: list[str]
    max_files: int
    max_mb: int
    asked_when: str
    help: str
    standard: str
    waived: str
    later: str
    bring_original: bool


class StepView(View):
    """One step as the guide tells it."""

    name: str
    who: str
    limit: str
    output: str
    note: str
    asked_when: str = ""  # for which answers alone it is taken


class LimitView(View):
    """Other limits for some answers. `statutory` is empty where there is none, or nobody has checked it."""

    name: str
    asked_when: str
    promised: str
    statutory: str


class HallView(View):
    """A hall that serves the item by appointment."""

    id: str
    name: str


class AppointmentView(View):
    """How a visit is booked."""

    booking: str
    label: str
    staff_confirms: bool
    minutes: int
    halls: list[HallView]
    bring: list[str]


class ProxyView(View):
    """Whether somebody may act for the applicant, and what that takes."""

    allowed: bool
    reason: str
    powers: list[str]
    relations: list[str]
    needs: list[str]


class ResultView(View):
    """What is handed out."""

    key: str
    name: str
    kind_label: str
    delivery: list[str]
    validity_days: int | None
    offers_no_record: bool
    licence: str  # as which licence it can be used in later cases; empty where it cannot
    note: str


class LawView(View):
    """One checked legal basis."""

    title: str
    article: str
    says: str


class QuestionView(View):
    """A question and its answer."""

    question: str
    answer: str


class ElsewhereView(View):
    """Where an item is done that cannot be applied for here; `link` and `phone` are empty where there is none."""

    text: str
    link: str
    phone: str


class OpeningView(View):
    """What may be applied for once this is granted."""

    item: str
    note: str


class GuideView(View):
    """The guide (办事指南) of an item as it holds on a day: all a person must know before they begin."""

    code: str
    version: str
    name: str
    aliases: list[str]
    themes: list[LineView]
    department: LineView
    office: str
    joint_departments: list[LineView]
    task_type: LineView
    kind: LineView
    objects: list[LineView]
    catalog_code: str
    effective_from: date
    region: LineView | None  # the district whose guide this is
    regions: list[LineView]  # every district that has the item
    exercised: str  # who decides, and in whose name
    handle_area: LineView  # at whose counters its papers may be handed in
    summary: str
    elsewhere: ElsewhereView | None  # nothing to apply for here
    conditions: list[str]
    known: list[str]
    records: list[str]  # of an instant item: the registers its rule looks at, by name
    how: list[str]
    duration: str
    promised: str
    statutory: str  # empty where nobody has checked the law yet
    limits: list[LimitView]  # for some answers, instead of `promised` and `statutory`
    trips: str
    visits: int
    visits_reason: str
    fee: str
    charges: list[str]
    where: list[str]
    when: str
    phone: str
    complaints: str
    channels: list[LineView]
    materials: list[MaterialView]
    steps: list[StepView]
    appointment: AppointmentView
    proxy: ProxyView
    home_visit: bool
    opens: list[OpeningView]
    commitment: list[str]  # what is committed to, what it stands for, what follows from an untrue one, how it is checked
    public_notice: str
    results: list[ResultView]
    faq: list[QuestionView]
    legal_basis: list[LawView]


class AdviceBody(Body):
    """The circumstances an advice slip is asked for: answers of the item's form that decide what is needed."""

    circumstances: dict[Key, JsonValue] = Field(default_factory=dict)
    agent: bool = False  # somebody acts for the applicant
    region: RegionCode | None = None  # where it will be done


class SlipMaterial(View):
    """One material on an advice slip."""

    name: str
    need: str
    source: str
    note: str


class SlipText(View):
    """What an advice slip says, in words: as it was told on that day, whatever the guide says later."""

    item_name: str
    department: str
    circumstances: list[str]
    summary: str
    conditions: list[str]
    materials: list[SlipMaterial]
    nothing_to_hand_in: list[str]  # what the government holds already
    how: list[str]
    duration: str
    trips: str
    fee: str
    bring: list[str]
    proxy: str
    where: list[str]
    when: str
    phone: str
    complaints: str


class AdviceSlip(Stored):
    """一次性告知单: what an item needs in somebody's circumstances, numbered and dated. `_id` is `2026-000123`."""

    number: str  # 云政告〔2026〕第000123号
    item: str
    item_version: str
    given_at: datetime
    person: str | None = None  # the citizen who asked, where they had logged in
    given_by: str = "系统"
    text: SlipText


class AdviceSlipView(View):
    """An advice slip as its reader sees it."""

    id: str
    number: str
    item: str
    item_version: str
    given_at: datetime
    given_by: str
    text: SlipText
    page: str
    pdf: str
