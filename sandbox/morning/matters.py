"""Everything that is brought, in its order: the oldest first, then this day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from backend.workdays import WorkCalendar
from sandbox.morning import cards, companies, desks, gone, people, permits, points, proofs, visits
from sandbox.morning.hands import days_ago, last_month, opening
from sandbox.morning.town import NotToday, Town

_LAST = time(16, 20)  # who comes later finds no half-hour to be booked
When = Callable[[WorkCalendar, date], datetime]


@dataclass(frozen=True)
class Matter:
    """One thing that is brought. `on`: the day gone by it began on; it is there once `mark`'s person has a matter of that item."""

    label: str
    bring: Callable[[Town], None]
    on: When | None = None
    mark: tuple[str, str] = ("", "")


def _ago(count: int) -> When:
    return lambda calendar, today: days_ago(calendar, today, count)


PAST = (
    Matter("用地合并办理：拖过了法定期限", permits.land, _ago(75), ("zhou-zihan", "land-merge")),
    Matter("存档证明：够年头归档的", gone.for_the_archive, _ago(48), ("li-qiang", "archive-proof")),
    Matter(
        "社保业务：上个月镇里收、区里定的，等抽检", gone.taken_in_by_a_town, lambda c, d: last_month(c, d, 8), ("huang-lili", "social-town")
    ),
    Matter("积分入户：批次收完了，等排名", points.a_round_to_rank, _ago(20), ("maimaiti-tuerxun", "points-settle")),
    Matter("挖掘道路：承诺的材料到期没交", permits.a_road_nobody_paid_for, _ago(14), ("ma-shulan", "road-dig")),
    Matter("高龄津贴、社保卡、身份证：没人领，出了督办牌", gone.left_lying, _ago(12), ("ma-shulan", "idcard-lost")),
    Matter("计生年审：凭承诺办的，等抽查", gone.on_a_word, _ago(10), ("wang-guifang", "fp-reward-audit")),
    Matter("施工许可：凭承诺批了，等核查", permits.a_building_on_a_word, _ago(8), ("zhou-zihan", "construction-permit")),
    Matter("挖掘道路：修好了，等验收", permits.a_road_restored, _ago(6), ("qian-wenbo", "road-dig")),
)
NOW = (
    Matter("社会保障卡：等人社局预审", cards.a_card_to_look_at),
    Matter("社会保障卡：退回过照片，又交来的", cards.a_card_that_came_back),
    Matter("社会保障卡：等吴敏仪审照片、决定", cards.a_card_to_decide),
    Matter("身份证补领：等公安预审", cards.an_identity_card_to_look_at),
    Matter("身份证补领：预审通过，约了户政大厅", cards.an_identity_card_with_a_visit),
    Matter("身份证补领：等窗口收费", cards.an_identity_card_to_pay),
    Matter("身份证补领：批准了，等出件", cards.an_identity_card_to_hand_out),
    Matter("身份证补领：做好了，等本人来领", cards.an_identity_card_at_the_counter),
    Matter("社保业务：镇里刚收，区里在审", gone.being_reviewed),
    Matter("高龄津贴：等罗溪的村居工作人员核查", cards.an_allowance_in_the_village),
    Matter("高龄津贴：临江区的镇里办", people.an_elder_of_linjiang),
    Matter("高龄津贴：村里替没有手机的老人代录", visits.written_down),
    Matter("计生年审：等村里、等镇里、等预审", people.rewards),
    Matter("低收入救助：等罗溪核收入", people.low_income),
    Matter("重大疾病救治：四个部门同时办", people.serious_illness),
    Matter("上门评残：等两位医师", people.assessed_at_home),
    Matter("残疾人证换领：外区代收的、青石的、等受理的", people.cards_renewed),
    Matter("医师、护士注册：等首席代表、等医院确认", people.doctors),
    Matter("房屋租赁备案：等房东确认、等罗溪审", people.leases),
    Matter("生育登记：临江区审批局", people.births),
    Matter("企业开办：绿色通道、等执照、各部门并联", companies.founded),
    Matter("企业变更：已签名，等审查", companies.a_change_signed),
    Matter("公章刻制：等公安核对、等刻章店", companies.seals),
    Matter("单位来函查档", companies.files_a_unit_asks_for),
    Matter("办学名称：等收件、等决定", companies.schools_named),
    Matter("挖掘道路：等首席代表决定", permits.a_road_for_its_head),
    Matter("挖掘道路：容缺受理，材料在补", permits.a_road_with_a_map_to_come),
    Matter("施工许可：等首席代表签发", permits.a_building_for_its_head),
    Matter("动物防疫：等现场看、等首席代表", permits.farms),
    Matter("用电：等受理、等勘查、等接电", permits.power),
    Matter("演出审批：等预审、等首席代表", permits.shows),
    Matter("积分核定：等受理、六个部门核", points.sheets),
    Matter("积分入学：批次正在收", points.a_round_that_is_open),
    Matter("亲属关系证明：档案对不上，等吴敏仪查", cards.a_proof_a_person_looks_into),
    Matter("社保、医保、个税、气象、退休证明：转人工", proofs.looked_into),
    Matter("亲属关系证明：排了不止一页", proofs.more_than_a_page),
    Matter("存档证明：已经开出", cards.a_certificate),
    Matter("别的日子的预约：等确认", visits.visits_to_come),
    Matter("现场取号的人", visits.people_who_just_came),
    Matter("纸质授权书：等核实、打电话", visits.a_paper_to_check),
    Matter("申请回避：等首席代表决定", desks.recusals),
    Matter("AB角", desks.stand_ins),
    Matter("窗口停办、断网备号", desks.halls_bad_days),
    Matter("首席代表授权书：等另一位管理员签发", desks.letters),
    Matter("新账号：等安全管理员同意", desks.accounts),
    Matter("事项新版本：等另一位复核", desks.drafts),
    Matter("档案：移交了一份，还有一份", desks.archive),
    Matter("电话通知：短信微信都送不到", desks.calls),
    Matter("存档证明：补发过一份", desks.a_certificate_anew),
    Matter("督办牌：首席代表申诉，等督查复核", desks.cards_appealed),
)
_DAY: tuple[tuple[str, int, int, Callable[[Town], None]], ...] = (
    ("今天的预约", 8, 30, visits.booked_for_today),
    ("今天上午来过的人", 9, 25, visits.served_this_morning),
)
MATTERS = (*(each.label for each in PAST), *(each[0] for each in _DAY), *(each.label for each in NOW))


def come(town: Town) -> Iterator[tuple[str, str]]:
    """Brings every matter that is not there yet. Yields each with the words of what kept it away, empty where nothing did.

    What began on a day gone by is brought first, while the clock stands there. Then it is the day it is; where no hall is open any more
    the clock is moved on to the next morning they are.
    """
    try:
        begins = town.hands.now()
    except NotToday as error:  # nobody answers
        yield from ((label, str(error)) for label in MATTERS)
        return
    opens = opening(town.calendar, begins, _LAST)
    today = opens or begins
    try:
        for matter in PAST:
            yield matter.label, _fault(town, lambda matter=matter: _gone_by(town, matter, today.date()))
        town.at(opens)
        there = visits.has_begun(town)
        for label, hour, minute, bring in _DAY:
            at = datetime.combine(today.date(), time(hour, minute), today.tzinfo)
            yield label, "" if there else _fault(town, lambda at=at, bring=bring: _at(town, at, bring))
    finally:
        town.at(opens)
    for matter in NOW:
        yield matter.label, _fault(town, lambda matter=matter: matter.bring(town))


def _gone_by(town: Town, matter: Matter, today: date) -> None:
    assert matter.on is not None
    if not any(town.has(matter.mark[0], matter.mark[1], grant) for grant in ("", *town.grants_of(matter.mark[0]))):
        _at(town, matter.on(town.calendar, today), matter.bring)


def _at(town: Town, when: datetime, bring: Callable[[Town], None]) -> None:
    town.at(when)
    bring(town)


def _fault(town: Town, bring: Callable[[], None]) -> str:
    """The words of what kept it away."""
    try:
        bring()
    except NotToday as error:
        return str(error)
    return ""
