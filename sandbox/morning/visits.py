"""Who comes to the halls, who only phones, and who is acted for."""

from datetime import date

from backend.spoken import full_day
from sandbox.morning.signed import signed_authorisation
from sandbox.morning.town import Json, NotToday, Town

_TODAY = (
    ("he-jiaxin", "center", "ssc-apply"),
    ("chen-jie", "center", "ssc-apply"),
    ("zhao-peng", "center", "ssc-apply"),
    ("li-min", "center", "retiree-proof"),
    ("tang-jianguo", "center", "retiree-proof"),
    ("wang-guifang", "center", "longevity"),
    ("li-qiang", "center", "ssc-apply"),
    ("luo-haitao", "household", "idcard-lost"),
    ("xie-jun", "household", "idcard-lost"),
    ("lin-jie", "luoxi", "ssc-apply"),
    ("ma-shulan", "luoxi", "retiree-proof"),
    ("nguyen-thi-mai", "qingshi", "ssc-apply"),
    ("chen-guoqiang", "qingshi", "retiree-proof"),
)


def has_begun(town: Town) -> bool:
    """Whether this day's appointments are there already."""
    try:
        return any(not each["walk_in"] for each in _of(town, "linxiaoyan", "center"))
    except NotToday:  # each matter says so itself
        return False


def booked_for_today(town: Town) -> None:
    """Appointments of this day, over all its half-hours. To be brought before the halls open."""
    for number, (code, hall, item) in enumerate(_TODAY):
        starts = [each for each in town.free(hall, item) if each[:10] == town.day()]
        if starts:
            start = starts[number * 3 % len(starts)]
            town.do(code, "POST", "appointments", {"items": [item], "hall": hall, "start": start})


def served_this_morning(town: Town) -> None:
    """The first two of the morning have come to 云城区政务服务中心; one of them was served and is done."""
    early = [each for each in _of(town, "linxiaoyan", "center") if each["state"] == "confirmed"][:2]
    for place in early:
        place = _at(town, "linxiaoyan", place, "check-in")
        if place["id"] == early[0]["id"]:
            _at(town, "linxiaoyan", _at(town, "linxiaoyan", place, "call", counter="center-01"), "done")


def visits_to_come(town: Town) -> None:
    """Appointments of another day at 户政 and in the town: they wait to be confirmed."""
    for code, hall, item in (
        ("song-xiaoyu", "household", "idcard-lost"),
        ("deng-chunhua", "qingshi", "longevity"),
        ("zhou-zihan", "luoxi", "longevity"),
    ):
        if not any(each["hall"] == hall for each in town.do(code, "GET", "appointments")["items"]):
            town.booked(code, hall, item, 1)


def people_who_just_came(town: Town) -> None:
    """Numbers drawn at the halls' desks, where they are open."""
    for clerk, hall, item, names in (
        ("linxiaoyan", "center", "ssc-apply", ("陈国强", "张秀兰", "赵鹏")),
        ("linxiaoyan", "center", "med-proof", ("邓春花",)),
        ("linxiaoyan", "center", "tax-proof", ("蔡明远",)),
        ("tongjing", "household", "idcard-lost", ("陈洁",)),
        ("changxiuying", "qingshi", "longevity", ("冯玉兰",)),
        ("nichen", "luoxi", "longevity", ("刘守珍",)),
    ):
        here = _of(town, clerk, hall)
        for name in names:
            if not any(each["name"] == name and each["walk_in"] for each in here):
                town.do(clerk, "POST", "appointments", {"caller": {"name": name}, "items": [item], "hall": hall})


def a_paper_to_check(town: Town) -> None:
    """Elders of 罗溪, 青石 and 水北 signed on paper: the grants desk looks at it and calls them."""
    for code, elder, phone in (
        ("huang-lili", "liu-shouzhen", "16909900015"),
        ("deng-xiaofang", "feng-yulan", "16909900035"),
        ("li-qiang", "zhu-shouyi", "16909900004"),
    ):
        if any(each["state"] != "active" for each in town.do(code, "GET", "grants")["items"]):
            continue
        until, item = town.day(180), town.do(code, "GET", "items/longevity")["name"]
        names = [str(town.citizens[each]["name"]) for each in (elder, code)]
        days = [full_day(date.fromisoformat(each)) for each in (until, town.day())]
        paper = town.sent(code, "", signed_authorisation(names[0], names[1], item, days[0], days[1]))
        call = {"phone": phone, "day": town.workday(1), "half": "afternoon"}
        body = {"principal": town.person(elder), "items": ["longevity"], "until": until, "evidence": [paper], "call_back": call}
        town.do(code, "POST", "grants", body)


def written_down(town: Town) -> None:
    """韦春燕 writes down what 冯玉兰 applies for, who has no phone: 康伟东 looks at it."""
    token = town.clerk("weichunyan")
    body = {"citizen": town.person("feng-yulan"), "purpose": "代录申请", "filing": True}
    person = str(town.do("weichunyan", "POST", "proofs", body)["person"]["id"])
    if any(each["item"] == "longevity" for each in town.ask("GET", "/api/v1/cases", token=token, attested=person)["items"]):
        return
    account = {"holder": "冯玉兰", "bank": "江州银行", "account": "6222000000000034"}
    form: Json = {"living": "same", "account": account, "phone": "16909900099", "alive_statement": True}
    draft = town.ask("POST", "/api/v1/cases", {"item": "longevity", "form": form}, token, attested=person)
    pictures = [
        town.ask("POST", "/api/v1/materials?item=longevity", town.sheet(words), token, attested=person)["id"]
        for words in ("存折", "申请表（已签名）")
    ]
    papers: Json = {"resident_card": {"licence": True}, "account_proof": {"files": [pictures[0]]}}
    path, said = f"/api/v1/cases/{draft['id']}", {"materials": papers, "signed": [pictures[1]]}
    saved = town.ask("PUT", path, {"version": draft["version"], **said}, token, attested=person)
    town.ask("POST", f"{path}/pre-review", {"version": saved["version"]}, token, attested=person)


def _of(town: Town, clerk: str, hall: str) -> list[Json]:
    return list(town.do(clerk, "GET", f"appointments?hall={hall}&date={town.day()}")["items"])


def _at(town: Town, clerk: str, place: Json, act: str, **more: str) -> Json:
    return town.do(clerk, "POST", f"appointments/{place['id']}/{act}", {"version": place["version"], **more})
