"""What staff leave each other: stand-ins, a hall that closes, letters, accounts, drafts of the catalogue, reports of a village."""

from datetime import datetime, time

from backend.clock import SHANGHAI
from sandbox.morning.town import Json, NotToday, Town


def stand_ins(town: Town) -> None:
    """AB角: four heads each named somebody of their office."""
    for head, holder, deputy in (
        ("xuwenjing", "liangguodong", "zhouzhiyuan"),
        ("liaojiaming", "gongxiaodong", "yinhong"),
        ("leizhenyu", "zhongweiguo", "wenting"),
        ("shangqiushui", "shiwentao", "zhuoya"),
    ):
        body = {"holder": town.staff[holder]["id"], "deputy": town.staff[deputy]["id"]}
        if not town.do(head, "GET", "stand-ins")["items"]:
            town.do(head, "POST", "stand-ins", body)


def halls_bad_days(town: Town) -> None:
    """A counter that closes for repairs in three days, and receipt numbers kept for a morning without the network."""
    for manager, hall, counter in (
        ("hejianxin", "center", "center-02"),
        ("luzhenhua", "household", "household-02"),
        ("suzhiyong", "qingshi", "qingshi-01"),
        ("ouyanghui", "luoxi", "luoxi-02"),
    ):
        day = town.calendar.add_workdays(town.hands.now().date(), 3)
        start, end = (datetime.combine(day, time(hour), SHANGHAI).isoformat() for hour in (13, 15))
        if not town.do(manager, "GET", f"halls/{hall}/closures")["items"]:
            town.do(manager, "POST", f"halls/{hall}/closures", {"start": start, "end": end, "counter": counter, "reason": "更换叫号设备"})
        if not town.do(manager, "GET", f"halls/{hall}/outages")["items"]:
            town.do(manager, "POST", f"halls/{hall}/outages", {"count": 3, "reason": "机房检修，上午可能断网"})


def letters(town: Town) -> None:
    """首席代表授权: one entered by either administrator waits for the other to issue it."""
    waiting = town.do("yanzheng", "GET", "authorisations?state=proposed")["items"]
    for number, (by, representative, item) in enumerate((("taosiyuan", "fangyaqin", "talent-card"), ("hongan", "yeqing", "med-proof"))):
        if number < len(waiting):
            continue
        body: Json = {"representative": town.staff[representative]["id"], "items": [item], "level": "decide"}
        body |= {
            "valid_from": town.day(1100),
            "valid_until": town.day(1465),
            "document_number": f"云首授〔{town.day()[:4]}〕{91 + number}号",
        }
        town.do(by, "POST", "authorisations", body)


def accounts(town: Town) -> None:
    """人员: a new head's account waits for the security administrator's yes."""
    body: Json = {"username": "luxinyi", "name": "陆欣怡", "roles": ["chief_representative"], "department": "medical_insurance"}
    try:
        town.do("taosiyuan", "POST", "accounts", body | {"hall": "center", "reason": "医保局增设一名首席代表，见任命通知"})
    except NotToday as error:
        if "luxinyi" not in str(error) and " 409 " not in str(error):
            raise


def drafts(town: Town) -> None:
    """事项目录: a new wording proposed by either editor waits for the other's look."""
    for editor, item in (("fuxiaolan", "archive-proof"), ("luwenbo", "retiree-proof")):
        if any(each["code"] == item and each["draft"] for each in town.do(editor, "GET", "catalogue/items")["items"]):
            continue
        draft = town.do(editor, "POST", f"catalogue/items/{item}/drafts", {"effective_from": town.day(10)})
        at = draft["source"].rindex("summary: ")
        source = f"{draft['source'][:at]}summary: 网上几秒钟就能拿到，不用跑。{draft['source'][draft['source'].index(chr(10), at) :]}"
        draft = town.do(editor, "PUT", f"catalogue/drafts/{draft['id']}", {"source": source, "version": draft["version"]})
        town.do(editor, "POST", f"catalogue/drafts/{draft['id']}/propose", {"version": draft["version"], "note": "把概要写得更明白"})


def archive(town: Town) -> None:
    """归档: one of the old certificates is handed over, the other waits."""
    rows = [each for each in town.do("wuminyi", "GET", "archives/candidates")["items"] if each["ready"]]
    if not town.do("wuminyi", "GET", "archives")["items"] and rows:
        town.do("wuminyi", "POST", "archives", {"cases": [rows[0]["case"]]})


def calls(town: Town) -> None:
    """电话通知: WeChat and SMS do not reach 王桂芳, so the hotline and her town phone her."""
    town.ask("PUT", f"{town.sandbox}/wechat-subscriptions/wang-guifang", {"accepted": False})
    if town.do("gaoyuan", "GET", "notices/calls")["items"]:
        return
    grant = town.granted("wang-guifang", "li-qiang", "longevity")
    town.do("li-qiang", "POST", f"grants/{grant}/revoke", {})


def a_certificate_anew(town: Town) -> None:
    """存档证明补发: 李敏 lost hers, 吴敏仪 issues another in its place; the old one is void. And one is revoked."""
    made = town.do("li-min", "GET", "certificates")["items"]
    if len(made) == 1:
        body = {"version": made[0]["version"], "cause": "lost", "reason": "纸质证明搬家时丢了，本人到窗口要求补发"}
        town.do("wuminyi", "POST", f"certificates/{made[0]['id']}/reissue", body)


def cards_appealed(town: Town) -> None:
    """督办牌: 廖家明 appeals one of his cards, supervision decides on it."""
    cards = town.do("liaojiaming", "GET", "supervision/cards?mine=true&limit=100")["items"]
    if any(each["state"] == "appealed" for each in cards):
        return
    mine = [each for each in cards if "appeal" in each["actions"]]
    if mine:
        body = {"version": mine[0]["version"], "reason": "当天全天停电，窗口无法办理，有供电公告"}
        town.do("liaojiaming", "POST", f"supervision/cards/{mine[0]['id']}/appeal", body)


def recusals(town: Town) -> None:
    """申请回避: applicants ask four heads that somebody be out of their case."""
    for code, item, who in (
        ("guli-aihemaiti", "ssc-apply", "吴敏仪"),
        ("wang-guifang", "longevity", "龚晓东"),
        ("wu-jixiang", "idcard-lost", "钟卫国"),
        ("zhu-shouyi", "longevity", "万珊珊"),
    ):
        case = next(each for each in town.do(code, "GET", "cases")["items"] if each["item"] == item)
        try:
            town.act(code, case, "ask-recusal", who=who, reason="他的弟弟和我家有房屋纠纷，还在打官司")
        except NotToday as error:
            if "已经提出过回避申请" not in str(error):
                raise
