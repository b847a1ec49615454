"""What families apply for: aid, allowances, papers of a profession, homes, children."""

from sandbox.morning.town import Json, Town

_HOSPITAL: Json = {"uscc": "12990101MB9900136D", "name": "云城区人民医院"}
_LINJIANG = "990102"
_AUDIT_PROOF = "unchanged_proof"
_ASKED = ("marriage_proof", "children_proof")


def serious_illness(town: Town) -> None:
    """重大疾病救治 for 王桂芳 by her daughter: four offices at once."""
    grant = town.granted("wang-guifang", "li-min", "medaid-onestop")
    if not town.has("li-min", "medaid-onestop", grant):
        form: Json = {"disease": "cancer", "hospital": "people", "phone": "16909900001"}
        town.accepted("linxiaoyan", town.filed("li-min", "medaid-onestop", form, "household_register", acting=grant))


def assessed_at_home(town: Town) -> None:
    """上门评残 of 王桂芳: the village, the town and the federation have done their share, two doctors follow."""
    grant = town.granted("wang-guifang", "li-min", "disability-home")
    if town.has("li-min", "disability-home", grant):
        return
    form: Json = {"home_address": {"town": "罗溪街道", "detail": "榕树里12号"}, "situation": "able", "categories": ["limb"]}
    form |= {"why_home": "bedridden", "since": "2023-10", "other_disability_card": "never", "phone": "16909900001", "truthful": True}
    case = town.filed("li-min", "disability-home", form, "resident_card", "household_register", "agent_card", acting=grant)
    town.accepted("jianghaiyan", case)
    seen = ("liufang", "village_check", "老人卧床三年，去不了医院"), ("ouzhiwen", "town_review", "情况属实")
    town.stepped(case, *seen, ("jianghaiyan", "schedule", "约定周三上午两位医师上门"))


def cards_renewed(town: Town) -> None:
    """残疾人证换领: of 唐建国 taken in by another district, looked at by 区志文; of 谢军 in 青石, by 关秀云; of 钱文博 not yet accepted."""
    for code, phone in (("tang-jianguo", "16909900036"), ("xie-jun", "16909900038"), ("qian-wenbo", "16909900032")):
        if town.has(code, "disability-cert"):
            continue
        form: Json = {"application": "renew", "situation": "able", "phone": phone, "truthful": True, "collection": "counter"}
        form |= {"card_number": f"{town.citizens[code]['id_number']}21", "card_state": "valid"}
        case = town.filed(code, "disability-cert", form, "resident_card", "household_register")
        if code == "tang-jianguo":
            town.act("gongyuehua", case, "check-originals", originals=[{"material": "old_card", "outcome": "same"}])
        if code != "qian-wenbo":
            town.accepted("jianghaiyan", case)


def low_income(town: Town) -> None:
    """低收入救助 of 马淑兰 and her son's keeper: 司徒文 checks the income."""
    if town.has("ma-shulan", "low-income"):
        return
    account = {"holder": "马淑兰", "bank": "江州银行", "account": "6222000000000017"}
    form: Json = {"home_address": {"town": "罗溪街道", "detail": "南门街60号"}, "members": 1, "other_adults": "none", "monthly_income": 900}
    form |= {
        "savings": 3000,
        "property": ["own_home"],
        "hardship": ["illness"],
        "account": account,
        "phone": "16909900017",
        "truthful": True,
    }
    case = town.filed("ma-shulan", "low-income", form, "resident_card", "household_register")
    town.signed("ma-shulan")
    town.accepted("yinhong", case)


def rewards(town: Town) -> None:
    """计生奖励扶助年审: 邓春花 in 青石 waits for her village, 李敏 in 罗溪 for the town; another asks for a look first."""
    for code, name, phone, action in (
        ("deng-chunhua", "邓春花", "16909900034", "submit"),
        ("li-min", "李敏", "16909900001", "submit"),
        ("zhang-xiulan", "张秀兰", "16909900007", "pre-review"),
    ):
        if town.has(code, "fp-reward-audit"):
            continue
        case = audit(town, code, name, phone, action=action)
        if action == "submit":
            town.accepted("linxiaoyan", case)
        if code == "li-min":
            town.stepped(case, ("liufang", "village_check", "与去年一致"))


def audit(town: Town, code: str, name: str, phone: str, *, action: str = "submit", word: bool = False) -> Json:
    """A yearly audit; `word`: on a commitment instead of the proof."""
    account = {"holder": name, "bank": "江州银行", "account": "6222000000000034"}
    form: Json = {"reward_kind": "only_child", "recipient": name, "marriage_change": "none", "children_change": "none"}
    form |= {"account": account, "phone": phone}
    case = town.filed(code, "fp-reward-audit", form, action="" if word else action, without=(_AUDIT_PROOF,) if word else ())
    if word:
        read = town.do(code, "GET", f"cases/{case['id']}/commitment")
        town.act(code, case, "commit", digest=read["digest"])
        return town.act(code, case, action)
    return case


def doctors(town: Town) -> None:
    """医师注册: the hospital has confirmed, 侯佩玲 decides. 护士注册: the hospital is asked; pre-review looks meanwhile."""
    grant = town.granted("cai-mingyuan", "huang-lili", "doctor-reg", "nurse-reg", basis="company", enterprise=_HOSPITAL)
    if not town.has("zhou-zihan", "doctor-reg"):
        form: Json = {"category": "clinical", "level": "doctor", "scope": "内科专业", "qualification_number": "202499110990101000128"}
        form |= {"qualified_on": "2024-12-01", "hospital": _HOSPITAL, "not_barred": True, "phone": "16909900006"}
        case = town.filed("zhou-zihan", "doctor-reg", form, "resident_card", "qualification", action="pre-review")
        _employed(town, grant, "心血管内科")
        seen = town.act("wanxiaohui", case, "claim")
        keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
        town.act("wanxiaohui", case, "pass-material", materials=keys)
        seen = town.act("wanxiaohui", case, "pre-approve")
        brought = [{"material": each["key"], "outcome": "same"} for each in seen["materials"] if each["bring_original"] and each["files"]]
        town.act("linxiaoyan", case, "receive", originals=brought)
        town.act("linxiaoyan", case, "accept")
    if not town.has("deng-xiaofang", "nurse-reg"):
        form = {"school": "江州卫生职业学院", "education": "college", "practised_months": 10, "checked_on": town.day(-40)}
        form |= {"hospital": _HOSPITAL, "phone": "16909900006"}
        town.filed("deng-xiaofang", "nurse-reg", form, "resident_card", action="pre-review")


def _employed(town: Town, grant: str, ward: str) -> None:
    """The hospital's handler confirms the first thing it is asked."""
    row = town.do("huang-lili", "GET", "obligations", acting=grant)["items"][0]
    page = town.do("huang-lili", "GET", f"obligations/{row['id']}", acting=grant)
    said: Json = {"employed": True, "ward": ward, "employed_from": town.day(-30), "employed_to": town.day(1000)}
    body = {"digest": page["digest"], "answers": said | {"institution_licence": "MB990013699010111A1001"}}
    town.do("huang-lili", "POST", f"obligations/{row['id']}/confirm", body, grant)


def leases(town: Town) -> None:
    """房屋租赁备案: the landlord 赵鹏 is asked by 李强; what 唐建国 lets to 宋晓雨 is confirmed, and 卢燕平 looks at it."""
    if not town.has("li-qiang", "lease-filing"):
        town.filed("li-qiang", "lease-filing", _lease(town, "zhao-peng", "东湖花园6栋302", "16909900004", co_owners=["chen-jie"]))
    if not town.has("song-xiaoyu", "lease-filing"):
        case = town.filed("song-xiaoyu", "lease-filing", _lease(town, "tang-jianguo", "文昌路2号401", "16909900031"))
        row = town.do("tang-jianguo", "GET", "obligations")["items"][0]
        page = town.do("tang-jianguo", "GET", f"obligations/{row['id']}")
        town.do("tang-jianguo", "POST", f"obligations/{row['id']}/confirm", {"digest": page["digest"], "answers": {"as_agreed": True}})
        town.accepted("linxiaoyan", case)


def _lease(town: Town, landlord: str, place: str, phone: str, co_owners: list[str] | None = None) -> Json:
    form: Json = {"role": "tenant", "other_kind": "person", "house_address": {"town": "罗溪街道", "detail": place}, "area": 104}
    form |= {"title_number": "江（2016）云城区不动产权第0011873号", "usage": "living", "occupants": 1, "signed_on": town.day(-3)}
    form |= {"lease_from": town.day(1), "lease_to": town.day(365), "rent": 2600, "deposit": 2600, "phone": phone, "truthful": True}
    form |= {"owned": "shared" if co_owners else "alone", "other_person": town.named(landlord)}
    return form | ({"co_owners": [town.named(each) for each in co_owners]} if co_owners else {})


def births(town: Town) -> None:
    """生育登记 in 临江, whose approval bureau decides: one granted, which the health office goes on watching, one for 尤建民 and 阮文韬."""
    form: Json = {"marriage": "not_married", "which": "third", "born_already": "expected", "due_on": town.day(150)}
    form |= {"number_of_babies": "one", "phone": "16909900009", "promise": True}
    if not town.has("chen-jie", "birth-reg"):
        case = town.filed("chen-jie", "birth-reg", form, region=_LINJIANG)
        town.accepted("youjianmin", case)
        town.act("ruanwentao", case, "grant")
    if not town.has("deng-xiaofang", "birth-reg"):
        case = town.filed("deng-xiaofang", "birth-reg", form | {"which": "first", "phone": "16909900035"}, region=_LINJIANG)
        town.accepted("youjianmin", case)


def an_elder_of_linjiang(town: Town) -> None:
    """长寿保健金 in 临江: handed down to the town, with other papers and one day."""
    if not town.has("zhu-shouyi", "longevity"):
        account = {"holder": "朱守义", "bank": "江州银行", "account": "6222990100000101"}
        form: Json = {"living": "same", "account": account, "phone": "16909900101", "alive_statement": True}
        town.filed("zhu-shouyi", "longevity", form, "resident_card")
