"""Counterparts, signatures and their files."""

from tests.unit.catalogue.faults.spoiling import SIGNED, Faults, version

OTHERS: Faults = {
    "numbers nobody is asked for": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0].update(numbers={"engraved_on": "seal"}),
        "/versions/0/confirmations/0/numbers",
        "相对方填写的、不是 sealed 的 text 字段",
    ),
    "the day somebody was asked where nobody is": (
        "seal-filing",
        lambda d: next(each for each in version(d)["form"] if each["key"] == "unit_name")["rules"][0].update(min={"of": "asked"}),
        "/versions/0/form/0/rules/0",
        "没有叫 asked 的字段",
    ),
    "a wait for others as the ground of a step": (
        "seal-filing",
        lambda d: version(d)["steps"][1].update(special=True, ground="answer"),
        "/versions/0/steps/1",
        "等对方写在 confirmations 里",
    ),
    "words of a counterpart nobody is asked for": (
        "doctor-reg",
        lambda d: version(d)["confirmations"][0].update(stated=["wards"]),
        "/versions/0/confirmations/0/stated",
        "是不是想写 ward？",
    ),
    "counterpart in no field": (
        "lease-filing",
        lambda d: version(d)["confirmations"][0].update(who="nobody"),
        "/versions/0/confirmations/0/who",
        "没有叫 nobody 的字段",
    ),
    "counterpart in a number": (
        "lease-filing",
        lambda d: version(d)["confirmations"][0].update(who="rent"),
        "/versions/0/confirmations/0/who",
        "rent 填的不是人，也不是单位，请换一个字段",
    ),
    "counterpart without a number": (
        "lease-filing",
        lambda d: next(each for each in version(d)["form"] if each["key"] == "other_person").update(parts=["name"]),
        "/versions/0/confirmations/0/who",
        "other_person 要问 name 和 id_number，两项一起才能找到本人",
    ),
    "company nobody may act for": (
        "lease-filing",
        lambda d: version(d)["proxy"].update(bases=["delegation"]),
        "/versions/0/confirmations/1/who",
        "other_unit 填的是单位，由经办人凭授权办理",
    ),
    "waiting after a no": (
        "lease-filing",
        lambda d: version(d)["confirmations"][0].update(if_declined="wait"),
        "/versions/0/confirmations/0",
        "if_declined 只能写 return 或 end，对方不同意后不再等",
    ),
    "reminded too late": (
        "lease-filing",
        lambda d: version(d)["confirmations"][0].update(remind_after={"n": 3, "unit": "day"}),
        "/versions/0/confirmations/0",
        "remind_after 要早于 within",
    ),
    "signs an unknown answer": (
        "lease-filing",
        lambda d: version(d)["signatures"][0].update(text="我同意{price}"),
        "/versions/0/signatures/0/text",
        "没有叫 price 的字段",
    ),
    "an office without the signature of whom is named": (
        "biz-start",
        lambda d: version(d)["signatures"].pop(2),
        "/versions/0/form/7",
        "legal_representative 填了任职的人",
    ),
    "a representative a form names, and not the register": (
        "biz-change-online",
        lambda d: version(d)["form"].append(
            {"key": "boss", "label": "法定代表人", "type": "person", "parts": ["name", "id_number"], "sealed": True}
        ),
        "/versions/0/form/10",
        "法定代表人以企业登记为准，表里不用填；签名请写 who: registered_representative",
    ),
    "a representative of people": (
        "low-income",
        lambda d: version(d)["signatures"][0].update(who="registered_representative"),
        "/versions/0/signatures/0/who",
        "registered_representative 只用于单位办理的事项，而这个事项个人也能办",
    ),
    "a licence of whom nothing names": (
        "lease-filing",
        lambda d: next(each for each in version(d)["materials"] if each["key"] == "title").update(holders=["applicant", "phone"]),
        "/versions/0/materials/1/holders",
        "没有叫 phone 的人员或单位字段",
    ),
    "a holder of no licence": (
        "lease-filing",
        lambda d: next(each for each in version(d)["materials"] if "licence" not in each).update(holders=["applicant"]),
        "/versions/0/materials/0",
        "holders 说的是谁的证照，只用于有证照的材料",
    ),
    "signs an unknown material": (
        "lease-filing",
        lambda d: version(d)["signatures"][0].update(materials=["deed"]),
        "/versions/0/signatures/0/materials",
        "没有叫 deed 的材料",
    ),
    "asked after no step": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0].update(after="police_chek"),
        "/versions/0/confirmations/0/after",
        "是不是想写 police_check？",
    ),
    "asked after the decision": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0].update(after="file_imprint"),
        "/versions/0/confirmations/0/after",
        "没有叫 file_imprint 的工作人员步骤（要在最后一步之前）",
    ),
    "asked after acceptance, and holds it up": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0].pop("blocks"),
        "/versions/0/confirmations/0",
        "某一步之后才问的，blocks 要写 decision 或 hand_out，那时已经受理了",
    ),
    "asked after a step that may not be": (
        "seal-filing",
        lambda d: version(d)["steps"][1].update(when=[{"field": "on_file", "equals": "filed"}]),
        "/versions/0/confirmations/0/when",
        "请照样写上 police_check 的条件：没有那一步，就不会去问",
    ),
    "asked after a step a commitment skips": (
        "road-dig",
        lambda d: version(d).update(signatures=[{**SIGNED, "after": "site_visit", "blocks": "decision"}]),
        "/versions/0/signatures/0/after",
        "告知承诺会跳过 site_visit，那样就不会去问，请换一步",
    ),
    "told whom no field names": (
        "political-proof-unit",
        lambda d: version(d)["tells"][0].update(who="letter_number"),
        "/versions/0/tells/0/who",
        "letter_number",
    ),
    "told what somebody typed": (
        "political-proof-unit",
        lambda d: version(d)["tells"][0].update(why="matter_other"),
        "/versions/0/tells/0/why",
        "matter_other",
    ),
    "told of what is over in seconds": (
        "weather-proof",
        lambda d: version(d).update(tells=[{"who": "subject", "why": "purpose"}]),
        "/versions/0/tells",
        "当场办结的事项不写 tells",
    ),
    "counterpart in no register": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0]["listed_in"].update(register="seal_shop"),
        "/versions/0/confirmations/0/listed_in/register",
        "是不是想写 seal_shops？",
    ),
    "counterpart by no member of a register": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0]["listed_in"].update(path="stat"),
        "/versions/0/confirmations/0/listed_in/path",
        "是不是想写 state？",
    ),
    "a person in a register of units": (
        "lease-filing",
        lambda d: version(d)["confirmations"][0].update(listed_in={"register": "seal_shops", "path": "state", "equals": "filed"}),
        "/versions/0/confirmations/0/listed_in",
        "other_person 填的不是单位，而名录里列的是单位",
    ),
    "a file of a counterpart twice": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0]["files"].append(version(d)["confirmations"][0]["files"][0]),
        "/versions/0/confirmations/0/files/1/key",
        "imprint 写了两次，请删去一个或换个名字",
    ),
    "a file of any kind": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0]["files"][0].update(accepts=[]),
        "/versions/0/confirmations/0/files/0/accepts",
        "至少 1 项",
    ),
}
