"""Companies: founded, changed, sealed; what several offices do side by side."""

from sandbox.morning.permits import CHENGUANG
from sandbox.morning.town import Json, Town

_SHOP: Json = {"uscc": "91990101MA9909017J", "name": "江州云山印章有限公司"}


def founded(town: Town) -> None:
    """企业开办: one in the green channel to be received, one whose licence and bank are under way, one beyond it, at the other offices."""
    for code, name, phone, capital in (
        ("cai-mingyuan", "江州云岭新材料有限公司", "16909900039", 1200),
        ("li-min", "江州云溪餐饮有限公司", "16909900001", 50),
        ("zhao-yan", "江州云栖文化有限公司", "16909900022", 30),
    ):
        if town.has(code, "biz-start"):
            continue
        case = town.filed(code, "biz-start", _company(town, code, name, phone, capital), *_BY_LICENCE)
        town.signed(code)
        if capital > 1000:
            town.act("luqiming", case, "green-channel", ground="large_enterprise", reason="注册资本1200万元")
            continue
        seen = town.accepted("linxiaoyan", case)
        if code == "zhao-yan":
            licence = town.part(seen, "licence")
            town.act("miaolixin", licence, "grant")
            town.act("miaolixin", licence, "record-result", kind="营业执照", way="exit")


_BY_LICENCE = ("representative_card", "shareholder_papers", "agent_card")


def _company(town: Town, code: str, name: str, phone: str, capital: int) -> Json:
    founder, place = town.named(code), {"town": "罗溪街道", "detail": "罗溪路8号一楼"}
    form: Json = {"company_name": name, "capital": capital, "paid_by": town.day(1600), "scope": ["catering_supply", "retail"]}
    form |= {
        "premises": place,
        "premises_promise": "promise",
        "legal_representative": founder | {"phone": phone},
        "shareholders": [founder],
    }
    form |= {"articles": "model", "seals": ["company", "finance"], "seal_shop": "yunshan_seals", "invoices": "small"}
    form |= {"bank_wanted": "wanted", "bank_branch": "yunshan", "insurance_wanted": "wanted", "employees": 3, "fund_wanted": "wanted"}
    return form | {"collection": "post", "post_address": place, "contact_phone": phone}


def a_change_signed(town: Town) -> None:
    """变更登记, signed by the legal representative: 苗立新 reviews it."""
    grant = town.granted("huang-lili", "zhou-zihan", "biz-change-online", basis="company", enterprise=CHENGUANG)
    if not town.has("zhou-zihan", "biz-change-online", grant):
        place = {"town": "罗溪街道", "detail": "罗溪路66号3楼"}
        form: Json = {"company_name": CHENGUANG["name"], "changes": ["address", "capital"], "new_address": place, "new_capital": 300}
        form |= {"decided_on": town.day(-5), "collection": "post", "post_address": place, "phone": "16909900006"}
        case = town.filed("zhou-zihan", "biz-change-online", form, "business_licence", acting=grant)
        town.signed("huang-lili")
        town.accepted("linxiaoyan", case)


def seals(town: Town) -> None:
    """公章刻制: one for the police to check, one at the engraver's, who has to upload the imprint."""
    grant = town.granted("huang-lili", "zhou-zihan", "seal-filing", basis="company", enterprise=CHENGUANG)
    town.granted("qian-wenbo", "li-min", "seal-filing", basis="company", enterprise=_SHOP)
    if town.has("zhou-zihan", "seal-filing", grant):
        return
    for seal in ("contract", "invoice"):
        form: Json = {"unit_name": CHENGUANG["name"], "unit_kind": "enterprise", "seals": [seal], "round_size": "mm40"}
        form |= {"material": "photosensitive", "on_file": "none", "shop": _SHOP, "phone": "16909900006"}
        case = town.filed("zhou-zihan", "seal-filing", form, "business_licence", acting=grant)
        town.accepted("linxiaoyan", case)
        if seal == "contract":
            found = "备案的是公章和财务章，这次的章名没有备案过"
            town.stepped(case, ("zhongweiguo", "police_check", "章名与登记一致，没有同名备案"), differing=found)


def files_a_unit_asks_for(town: Town) -> None:
    """单位来函查档: 吴敏仪 looks into the file of 李强 and says what was found. 办学名称: the office that names schools has one."""
    grant = town.granted("huang-lili", "zhou-zihan", "political-proof-unit", basis="company", enterprise=CHENGUANG)
    if not town.has("zhou-zihan", "political-proof-unit", grant):
        form: Json = {"subject": town.named("li-qiang"), "matter": "hire", "letter_number": "江晨函〔2026〕12号"}
        case = town.filed("zhou-zihan", "political-proof-unit", form | {"letter_date": town.day(-10), "phone": "16909900006"}, acting=grant)
        town.accepted("linxiaoyan", case)


def schools_named(town: Town) -> None:
    """民办职业培训学校名称 in 临江: the city's until the power was handed down, the district's since. One to be received, one to be decided."""
    grant = town.granted("huang-lili", "zhou-zihan", "edu-naming", basis="company", enterprise=CHENGUANG)
    mine = [each for each in town.do("zhou-zihan", "GET", "cases", acting=grant)["items"] if each["item"] == "edu-naming"]
    for name in ("晨光", "晨曦")[len(mine) :]:
        form: Json = {"wanted_name": f"江州市临江区{name}职业培训学校", "trades": ["computing"], "phone": "16909900015"}
        case = town.filed("zhou-zihan", "edu-naming", form, acting=grant, region="990102")
        if name == "晨曦":
            city = case["department"] == "city_human_resources"
            town.accepted("tongyawen" if city else "shaoliqun", case)
