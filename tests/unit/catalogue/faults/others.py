"""Counterparts, signatures and their files."""

from tests.unit.catalogue.faults.spoiling import SIGNED, Faults, version

OTHERS: Faults = {
    "counterpart in no field": (
        "lease-filing",
        lambda d: version(d)["confirmations"][0].update(who="nobody"),
        "/versions/0/confirmations/0/who",
        "unknown field nobody",
    ),
    "counterpart in a number": (
        "lease-filing",
        lambda d: version(d)["confirmations"][0].update(who="rent"),
        "/versions/0/confirmations/0/who",
        "names no person",
    ),
    "counterpart without a number": (
        "lease-filing",
        lambda d: next(each for each in version(d)["form"] if each["key"] == "other_person").update(parts=["name"]),
        "/versions/0/confirmations/0/who",
        "must ask name and id_number",
    ),
    "company nobody may act for": (
        "lease-filing",
        lambda d: version(d)["proxy"].update(bases=["delegation"]),
        "/versions/0/confirmations/1/who",
        "needs company",
    ),
    "waiting after a no": (
        "lease-filing",
        lambda d: version(d)["confirmations"][0].update(if_declined="wait"),
        "/versions/0/confirmations/0",
        "nobody waits",
    ),
    "reminded too late": (
        "lease-filing",
        lambda d: version(d)["confirmations"][0].update(remind_after={"n": 3, "unit": "day"}),
        "/versions/0/confirmations/0",
        "comes before",
    ),
    "signs an unknown answer": (
        "lease-filing",
        lambda d: version(d)["signatures"][0].update(text="我同意{price}"),
        "/versions/0/signatures/0/text",
        "price",
    ),
    "an office without the signature of whom is named": (
        "biz-start",
        lambda d: version(d)["signatures"].pop(2),
        "/versions/0/form/7",
        "legal_representative names somebody to an office",
    ),
    "a representative a form names, and not the register": (
        "biz-change-online",
        lambda d: version(d)["form"].append(
            {"key": "boss", "label": "法定代表人", "type": "person", "parts": ["name", "id_number"], "sealed": True}
        ),
        "/versions/0/form/10",
        "the enterprise register names the 法定代表人",
    ),
    "a representative of people": (
        "low-income",
        lambda d: version(d)["signatures"][0].update(who="registered_representative"),
        "/versions/0/signatures/0/who",
        "is for people too",
    ),
    "a licence of whom nothing names": (
        "lease-filing",
        lambda d: next(each for each in version(d)["materials"] if each["key"] == "title").update(holders=["applicant", "phone"]),
        "/versions/0/materials/1/holders",
        "unknown person or enterprise phone",
    ),
    "a holder of no licence": (
        "lease-filing",
        lambda d: next(each for each in version(d)["materials"] if "licence" not in each).update(holders=["applicant"]),
        "/versions/0/materials/0",
        "belongs to materials with one",
    ),
    "signs an unknown material": (
        "lease-filing",
        lambda d: version(d)["signatures"][0].update(materials=["deed"]),
        "/versions/0/signatures/0/materials",
        "deed",
    ),
    "asked after no step": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0].update(after="police_chek"),
        "/versions/0/confirmations/0/after",
        "did you mean police_check?",
    ),
    "asked after the decision": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0].update(after="file_imprint"),
        "/versions/0/confirmations/0/after",
        "unknown step before the last file_imprint",
    ),
    "asked after acceptance, and holds it up": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0].pop("blocks"),
        "/versions/0/confirmations/0",
        "acceptance is over by then",
    ),
    "asked after a step that may not be": (
        "seal-filing",
        lambda d: version(d)["steps"][1].update(when=[{"field": "on_file", "equals": "filed"}]),
        "/versions/0/confirmations/0/when",
        "repeats the conditions of police_check",
    ),
    "asked after a step a commitment skips": (
        "road-dig",
        lambda d: version(d).update(signatures=[{**SIGNED, "after": "site_visit", "blocks": "decision"}]),
        "/versions/0/signatures/0/after",
        "a commitment skips site_visit",
    ),
    "counterpart in no register": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0]["listed_in"].update(register="seal_shop"),
        "/versions/0/confirmations/0/listed_in/register",
        "did you mean seal_shops?",
    ),
    "counterpart by no member of a register": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0]["listed_in"].update(path="stat"),
        "/versions/0/confirmations/0/listed_in/path",
        "did you mean state?",
    ),
    "a person in a register of units": (
        "lease-filing",
        lambda d: version(d)["confirmations"][0].update(listed_in={"register": "seal_shops", "path": "state", "equals": "filed"}),
        "/versions/0/confirmations/0/listed_in",
        "names no enterprise",
    ),
    "a file of a counterpart twice": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0]["files"].append(version(d)["confirmations"][0]["files"][0]),
        "/versions/0/confirmations/0/files/1/key",
        "imprint stands twice",
    ),
    "a file of any kind": (
        "seal-filing",
        lambda d: version(d)["confirmations"][0]["files"][0].update(accepts=[]),
        "/versions/0/confirmations/0/files/0/accepts",
        "at least 1 item",
    ),
}
