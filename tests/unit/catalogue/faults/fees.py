"""Fees, public notices and the clock of the law."""

from tests.unit.catalogue.faults.spoiling import Faults, version

FEES: Faults = {
    "an end of what is not granted yet": (
        "idcard-lost",
        lambda d: version(d)["fee"].update(late={"within": {"n": 5}, "words": "批准失效。"}),
        "/versions/0/fee/late",
        "只用于 before: hand_out 的收费",
    ),
    "ground without law": (
        "longevity",
        lambda d: version(d)["steps"][2].update(special=True, ground="appraisal"),
        "/versions/0/steps/2",
        "appraisal 会停法定时限，请在 law 里写明依据",
    ),
    "a price per something the form does not ask": (
        "idcard-lost",
        lambda d: version(d)["fee"].update(charges=[{"name": "费", "yuan": "1.00", "per": "area", "unit": "平方米"}]),
        "/versions/0/fee/charges/0/per",
        "没有叫 area 的数字字段",
    ),
    "a charge where an unknown field says so": (
        "idcard-lost",
        lambda d: version(d)["fee"].update(charges=[{"name": "费", "yuan": "1.00", "when": [{"field": "moon", "equals": "full"}]}]),
        "/versions/0/fee/charges/0/when",
        "没有叫 moon 的字段",
    ),
    "a waiver of a charge there is not": (
        "idcard-lost",
        lambda d: version(d)["fee"]["waivers"][0].update(charges=["学费"]),
        "/versions/0/fee/waivers/0/charges",
        "没有叫 学费 的收费项目",
    ),
    "a waiver shown by a material there is not": (
        "idcard-lost",
        lambda d: version(d)["fee"]["waivers"][0].update(material="passport"),
        "/versions/0/fee/waivers/0/material",
        "没有叫 passport 的材料",
    ),
    "a fee of what is decided at once": (
        "archive-proof",
        lambda d: version(d).update(fee={"charges": [{"name": "费", "yuan": "1.00"}], "note": "收费"}),
        "/versions/0/fee/charges",
        "当场办结的事项等不了缴费，请去掉收费",
    ),
    "a bundle paid after its parts have begun": (
        "biz-start",
        lambda d: version(d).update(fee={"charges": [{"name": "费", "yuan": "1.00"}], "note": "收费"}),
        "/versions/0/fee/before",
        "一件事由各环节分别决定，要在受理前缴清，请写 before: acceptance",
    ),
    "sealed answer on public notice": (
        "longevity",
        lambda d: version(d).update(public_notice={"within": {"n": 5}, "note": "公示", "shows": ["phone"]}),
        "/versions/0/public_notice/shows",
        "phone 是个人信息（sealed），不能公示，请删去",
    ),
    "public notice after the decision": (
        "longevity",
        lambda d: version(d).update(public_notice={"within": {"n": 5}, "note": "公示", "after": "district_decision"}),
        "/versions/0/public_notice/after",
        "没有叫 district_decision 的工作人员步骤（要在最后一步之前）",
    ),
    "public notice in hours": (
        "longevity",
        lambda d: version(d).update(public_notice={"within": {"n": 5, "unit": "hour"}, "note": "公示"}),
        "/versions/0/public_notice",
        "公示要按天计算",
    ),
    "granted by unchecked law": (
        "longevity",
        lambda d: version(d)["clocks"].update(on_silence={"effect": "deemed_granted", "basis": "某条例"}),
        "/versions/0/clocks/on_silence",
        "视为准予要写明依据（basis）并已核对（verified: true）",
    ),
    "statutory clock in minutes": (
        "longevity",
        lambda d: version(d)["clocks"]["statutory"].update(unit="minute"),
        "/versions/0/clocks",
        "法定时限按 workday 或 day 计算",
    ),
}
