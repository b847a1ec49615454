"""Fees, public notices and the clock of the law."""

from tests.unit.catalogue.faults.spoiling import Faults, version

FEES: Faults = {
    "ground without law": (
        "longevity",
        lambda d: version(d)["steps"][2].update(special=True, ground="appraisal"),
        "/versions/0/steps/2",
        "law names the rule",
    ),
    "a price per something the form does not ask": (
        "idcard-lost",
        lambda d: version(d)["fee"].update(charges=[{"name": "费", "yuan": "1.00", "per": "area", "unit": "平方米"}]),
        "/versions/0/fee/charges/0/per",
        "unknown number of the form",
    ),
    "a charge where an unknown field says so": (
        "idcard-lost",
        lambda d: version(d)["fee"].update(charges=[{"name": "费", "yuan": "1.00", "when": [{"field": "moon", "equals": "full"}]}]),
        "/versions/0/fee/charges/0/when",
        "unknown field",
    ),
    "a waiver of a charge there is not": (
        "idcard-lost",
        lambda d: version(d)["fee"]["waivers"][0].update(charges=["学费"]),
        "/versions/0/fee/waivers/0/charges",
        "unknown charge",
    ),
    "a waiver shown by a material there is not": (
        "idcard-lost",
        lambda d: version(d)["fee"]["waivers"][0].update(material="passport"),
        "/versions/0/fee/waivers/0/material",
        "unknown material",
    ),
    "a fee of what is decided at once": (
        "archive-proof",
        lambda d: version(d).update(fee={"charges": [{"name": "费", "yuan": "1.00"}], "note": "收费"}),
        "/versions/0/fee/charges",
        "waits for no payment",
    ),
    "a bundle paid after its parts have begun": (
        "biz-start",
        lambda d: version(d).update(fee={"charges": [{"name": "费", "yuan": "1.00"}], "note": "收费"}),
        "/versions/0/fee/before",
        "a bundle is paid before acceptance",
    ),
    "sealed answer on public notice": (
        "longevity",
        lambda d: version(d).update(public_notice={"within": {"n": 5}, "note": "公示", "shows": ["phone"]}),
        "/versions/0/public_notice/shows",
        "phone is sealed",
    ),
    "public notice after the decision": (
        "longevity",
        lambda d: version(d).update(public_notice={"within": {"n": 5}, "note": "公示", "after": "district_decision"}),
        "/versions/0/public_notice/after",
        "unknown step before the last",
    ),
    "public notice in hours": (
        "longevity",
        lambda d: version(d).update(public_notice={"within": {"n": 5, "unit": "hour"}, "note": "公示"}),
        "/versions/0/public_notice",
        "runs for days",
    ),
    "granted by unchecked law": (
        "longevity",
        lambda d: version(d)["clocks"].update(on_silence={"effect": "deemed_granted", "basis": "某条例"}),
        "/versions/0/clocks/on_silence",
        "was checked",
    ),
    "statutory clock in minutes": (
        "longevity",
        lambda d: version(d)["clocks"]["statutory"].update(unit="minute"),
        "/versions/0/clocks",
        "workday or day",
    ),
}
