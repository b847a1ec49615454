"""Every kind of fault in the catalogue is found, with its file and place, and none is survived."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backend.catalogue import Catalogue, CatalogueFaults, check, load_catalogue
from backend.catalogue.schema import PATH, schema_text
from backend.errors import NotFound
from models.catalogue import ItemKind, Need, StepLevel
from tests.unit.catalogue.conftest import CATALOGUE, Change

ITEMS = sorted(file.stem for file in (CATALOGUE / "items").glob("*.yaml"))


def version(data: dict[str, Any]) -> dict[str, Any]:
    """The first version of an item's data."""
    return data["versions"][0]


COMMITMENT: dict[str, Any] = {
    "basis": [{"title": "某意见", "verified": True}],
    "proves": "住所可以用作经营场所",
    "text": "住所属实",
    "consequence": "撤销登记",
    "inspection": "抽查",
    "check": {"percent": 10, "within": {"n": 5}, "correct_within": {"n": 5}},
}

FAULTS: dict[str, tuple[str, Change, str, str]] = {
    "two officers, one step": (
        "low-income",
        lambda d: version(d)["steps"][3].update(other_than="district_decision"),
        "/versions/0/steps/3/other_than",
        "no step of staff before",
    ),
    "opens nothing there is": (
        "low-income",
        lambda d: version(d)["opens"][0].update(item="medaid-onestopp"),
        "/versions/0/opens/0/item",
        "did you mean medaid-onestop?",
    ),
    "opens itself": (
        "low-income",
        lambda d: version(d)["opens"][0].update(item="low-income"),
        "/versions/0/opens/0/item",
        "unknown other item low-income",
    ),
    "opens on an answer nobody gives": (
        "low-income",
        lambda d: version(d)["opens"][0].update(when=[{"field": "nobody", "equals": "x"}]),
        "/versions/0/opens/0/when",
        "unknown field nobody",
    ),
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
    "signs an unknown material": (
        "lease-filing",
        lambda d: version(d)["signatures"][0].update(materials=["deed"]),
        "/versions/0/signatures/0/materials",
        "deed",
    ),
    "half filled in advance": (
        "lease-filing",
        lambda d: version(d)["confirmations"][0]["asks"][1].update(source={"register": "population", "path": "name"}),
        "/versions/0/confirmations/0/asks",
        "not filled in advance",
    ),
    "unknown key": ("longevity", lambda d: d.update(colour="red"), "/colour", "Extra inputs"),
    "missing name": ("longevity", lambda d: d.pop("name"), "/name", "required"),
    "wrong type": ("longevity", lambda d: version(d)["visits"].update(count="often"), "/versions/0/visits/count", "integer"),
    "promise longer than law": ("longevity", lambda d: version(d)["clocks"]["promised"].update(n=30), "/versions/0/clocks", "longer than"),
    "special without ground": ("longevity", lambda d: version(d)["steps"][2].update(special=True), "/versions/0/steps/2", "ground"),
    "special decision": (
        "longevity",
        lambda d: version(d)["steps"][3].update(special=True, ground="site_visit"),
        "/versions/0/steps/3/special",
        "the last step decides",
    ),
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
    "department": ("longevity", lambda d: d.update(department="navy"), "/department", "unknown department navy"),
    "joint department": ("longevity", lambda d: d.update(joint_departments=["navy"]), "/joint_departments", "navy"),
    "theme": ("longevity", lambda d: d["themes"].append("space"), "/themes", "unknown theme space"),
    "no theme": ("longevity", lambda d: d.update(themes=[]), "/themes", "cannot be empty"),
    "no version": ("longevity", lambda d: d.update(versions=[]), "/versions", "cannot be empty"),
    "task type": ("longevity", lambda d: d.update(task_type="77"), "/task_type", "unknown task type"),
    "licence without its type": ("longevity", lambda d: d.update(is_licence=True), "/is_licence", "administrative licence"),
    "level": ("longevity", lambda d: d.update(use_level="9"), "/use_level", "unknown level"),
    "region of a real province": ("longevity", lambda d: d.update(catalog_code="440511001000"), "/catalog_code", "region 99"),
    "type digits": ("longevity", lambda d: d.update(catalog_code="992011001000"), "/catalog_code", "task type"),
    "code is not the file's": ("longevity", lambda d: d.update(code="long"), "/code", "name of its file"),
    "hall": (
        "longevity",
        lambda d: version(d)["appointment"]["halls"].append({"hall": "moon"}),
        "/versions/0/appointment/halls/3/hall",
        "unknown hall moon",
    ),
    "a district nobody knows": (
        "longevity",
        lambda d: version(d)["variants"][0].update(region="990109"),
        "/versions/0/variants/0/region",
        "unknown district 990109",
    ),
    "the own district as another": (
        "longevity",
        lambda d: version(d)["variants"][0].update(region="990101"),
        "/versions/0/variants/0/region",
        "own district",
    ),
    "a variant without a material there is none of": (
        "longevity",
        lambda d: version(d)["variants"][0].update(without=["passport"]),
        "/versions/0/variants/0/without",
        "unknown material passport",
    ),
    "a limit of no step": (
        "longevity",
        lambda d: version(d)["variants"][0].update(limits={"dance": {"n": 1}}),
        "/versions/0/variants/0/limits",
        "unknown step dance",
    ),
    "nobody does it there": (
        "ssc-apply",
        lambda d: d.update(department="taxation") or version(d).update(variants=[{"region": "990102"}]),
        "/versions/0/variants/0",
        "none of 临江区 is the counterpart_of taxation",
    ),
    "a department of elsewhere does it there": (
        "longevity",
        lambda d: version(d)["variants"][0].update(department="civil_affairs"),
        "/versions/0/variants/0/department",
        "unknown department of that district civil_affairs",
    ),
    "a variant that breaks the rest": (
        "longevity",
        lambda d: version(d)["variants"][0].update(channels=[]),
        "/versions/0/variants/0",
        "in that district /channels: cannot be empty",
    ),
    "an instant item that differs": (
        "ss-proof",
        lambda d: version(d).update(variants=[{"region": "990102"}]),
        "/versions/0/variants",
        "the same everywhere",
    ),
    "an instant item that moves": (
        "ss-proof",
        lambda d: d.update(competence=[{"from": "2026-01-01"}]),
        "/competence",
        "the same everywhere",
    ),
    "competence out of order": (
        "edu-naming",
        lambda d: d["competence"].reverse(),
        "/competence/1/from",
        "does not come after",
    ),
    "competence in a district without the item": (
        "edu-naming",
        lambda d: d["competence"][0].update(regions=["990109"]),
        "/competence/0/regions",
        "unknown district of this item 990109",
    ),
    "a city department that is none": (
        "edu-naming",
        lambda d: d["competence"][1].update(department="education"),
        "/competence/1/department",
        "no department of the city",
    ),
    "a city level without its department": ("edu-naming", lambda d: d["competence"][1].pop("department"), "/competence/1", "is named"),
    "entrusted by nobody": ("longevity", lambda d: d["competence"][0].pop("in_the_name_of"), "/competence/0", "names in_the_name_of"),
    "bookable nowhere": ("longevity", lambda d: version(d)["appointment"].update(halls=[]), "/versions/0/appointment", "names the halls"),
    "confirmed but not bookable": (
        "fp-reward-audit",
        lambda d: version(d)["appointment"].update(staff_confirms=True),
        "/versions/0/appointment",
        "staff can confirm",
    ),
    "template": (
        "ss-proof",
        lambda d: version(d)["results"][0].update(certificate="poster"),
        "/versions/0/results/0/certificate",
        "unknown template",
    ),
    "no template": ("ss-proof", lambda d: version(d)["results"][0].pop("certificate"), "/versions/0/results/0/certificate", "renders"),
    "form of what is done elsewhere": (
        "hotline",
        lambda d: version(d).update(form=[{"key": "name", "label": "姓名", "type": "text"}]),
        "/versions/0/form",
        "done elsewhere",
    ),
    "proxy for what is done elsewhere": (
        "hotline",
        lambda d: version(d).update(proxy={"allowed": True, "bases": ["delegation"], "powers": ["see"]}),
        "/versions/0/proxy",
        "done elsewhere",
    ),
    "elsewhere is nowhere": ("hotline", lambda d: version(d)["elsewhere"].pop("phone"), "/versions/0/elsewhere", "a link or a phone"),
    "link that is none": (
        "hotline",
        lambda d: version(d)["elsewhere"].update(link="http://here"),
        "/versions/0/elsewhere/link",
        "match pattern",
    ),
    "nothing to apply for and nowhere to go": (
        "hotline",
        lambda d: version(d).update(elsewhere=None, steps=[]),
        "/versions/0/steps",
        "elsewhere",
    ),
    "no result": ("longevity", lambda d: version(d).update(results=[]), "/versions/0/results", "cannot be empty"),
    "no channel": ("longevity", lambda d: version(d).update(channels=[]), "/versions/0/channels", "cannot be empty"),
    "licence": (
        "longevity",
        lambda d: version(d)["materials"][0].update(licence="library_card"),
        "/versions/0/materials/0/licence",
        "unknown licence",
    ),
    "licence without a name": (
        "longevity",
        lambda d: version(d)["materials"][0].pop("licence"),
        "/versions/0/materials/0",
        "names its licence type",
    ),
    "shared without a register": (
        "ss-proof",
        lambda d: version(d)["materials"][0].pop("register"),
        "/versions/0/materials/0",
        "register belongs to",
    ),
    "material's register": (
        "ss-proof",
        lambda d: version(d)["materials"][0].update(register="stars"),
        "/versions/0/materials/0/register",
        "unknown register",
    ),
    "no file type": ("ssc-apply", lambda d: version(d)["materials"][1].pop("accepts"), "/versions/0/materials/1", "file types"),
    "file type nobody uploads": (
        "ss-proof",
        lambda d: version(d)["materials"][1].update(accepts=["pdf"]),
        "/versions/0/materials/1",
        "people upload",
    ),
    "tolerance of what is required": (
        "idcard-lost",
        lambda d: version(d)["materials"][0].update(need="required"),
        "/versions/0/materials/0",
        "tolerance",
    ),
    "field twice": (
        "longevity",
        lambda d: version(d)["form"].append(version(d)["form"][0]),
        "/versions/0/form/8/key",
        "elder_name stands twice",
    ),
    "material twice": (
        "longevity",
        lambda d: version(d)["materials"].append(version(d)["materials"][0]),
        "/versions/0/materials/4/key",
        "stands twice",
    ),
    "step twice": ("longevity", lambda d: version(d)["steps"].append(version(d)["steps"][-1]), "/versions/0/steps/5/key", "stands twice"),
    "show_when of an unknown field": (
        "longevity",
        lambda d: version(d)["form"][4]["show_when"][0].update(field="mood"),
        "/versions/0/form/4/show_when",
        "unknown field mood",
    ),
    "show_when of a later field": (
        "longevity",
        lambda d: version(d)["form"][0].update(show_when=[{"field": "living", "equals": "same"}]),
        "/versions/0/form/0/show_when",
        "comes later",
    ),
    "rule about an unknown field": (
        "med-proof",
        lambda d: version(d)["form"][2]["rules"][0].update(min={"of": "yesterday"}),
        "/versions/0/form/2/rules/0",
        "unknown field yesterday",
    ),
    "empty rule": (
        "longevity",
        lambda d: version(d)["form"][0].update(rules=[{"message": "不对"}]),
        "/versions/0/form/0/rules/0",
        "a rule needs one of",
    ),
    "pattern": (
        "longevity",
        lambda d: version(d)["form"][0].update(rules=[{"pattern": "[", "message": "不对"}]),
        "/versions/0/form/0/rules/0/pattern",
        "pattern",
    ),
    "pattern JavaScript reads otherwise": (
        "longevity",
        lambda d: version(d)["form"][0].update(rules=[{"pattern": "(?P<x>a)", "message": "不对"}]),
        "/versions/0/form/0/rules/0/pattern",
        "pattern",
    ),
    "choice without options": ("longevity", lambda d: version(d)["form"][3].pop("options"), "/versions/0/form/3", "options belong"),
    "options twice": (
        "longevity",
        lambda d: version(d)["form"][3]["options"].append({"value": "same", "label": "又一个"}),
        "/versions/0/form/3",
        "unique",
    ),
    "default that is no option": (
        "ss-proof",
        lambda d: version(d)["form"][0].update(default="ever"),
        "/versions/0/form/0/default",
        "从列出的",
    ),
    "personal but not sealed": ("longevity", lambda d: version(d)["form"][5].pop("sealed"), "/versions/0/form/5/sealed", "sealed must be"),
    "prefill from an unknown register": (
        "longevity",
        lambda d: version(d)["form"][0]["source"].update(register="stars"),
        "/versions/0/form/0/source/register",
        "unknown register stars",
    ),
    "prefill from an unknown member": (
        "longevity",
        lambda d: version(d)["form"][0]["source"].update(path="shoe_size"),
        "/versions/0/form/0/source/path",
        "no member shoe_size",
    ),
    "material when of an unknown field": (
        "longevity",
        lambda d: version(d)["materials"][2]["when"][0].update(field="mood"),
        "/versions/0/materials/2/when",
        "unknown field mood",
    ),
    "commitment replaces what is not there": (
        "fp-reward-audit",
        lambda d: version(d)["commitment"]["replaces"].append("oath"),
        "/versions/0/commitment/replaces",
        "unknown material oath",
    ),
    "commitment skips the decision": (
        "fp-reward-audit",
        lambda d: version(d)["commitment"]["skips"].append("district_decision"),
        "/versions/0/commitment/skips",
        "unknown step of staff before the last district_decision",
    ),
    "commitment for nothing": (
        "fp-reward-audit",
        lambda d: version(d)["commitment"].update(replaces=[], skips=[]),
        "/versions/0/commitment",
        "replaces materials, or skips steps",
    ),
    "commitment on law nobody checked": (
        "fp-reward-audit",
        lambda d: version(d)["commitment"]["basis"].pop(0),
        "/versions/0/commitment",
        "rests on a rule that was checked",
    ),
    "commitment checked within hours": (
        "fp-reward-audit",
        lambda d: version(d)["commitment"]["check"].update(within={"n": 2, "unit": "hour"}),
        "/versions/0/commitment/check",
        "take days",
    ),
    "commitment of a bundle": (
        "biz-start",
        lambda d: version(d).update(commitment={**COMMITMENT, "replaces": ["articles_file"]}),
        "/versions/0/commitment",
        "neither instant nor a bundle",
    ),
    "public notice after what a commitment skips": (
        "fp-reward-audit",
        lambda d: version(d).update(public_notice={"within": {"n": 5}, "note": "公示", "after": "village_check"}),
        "/versions/0/commitment/skips",
        "the public notice comes after village_check",
    ),
    "photo check of what is not there": (
        "ssc-apply",
        lambda d: version(d)["photo_check"].update(material="selfie"),
        "/versions/0/photo_check/material",
        "unknown material selfie",
    ),
    "photo check of a material of many kinds": (
        "ssc-apply",
        lambda d: version(d)["materials"][1]["accepts"].append("pdf"),
        "/versions/0/photo_check/material",
        "photo takes one picture",
    ),
    "photo check with most before least": (
        "ssc-apply",
        lambda d: version(d)["photo_check"].update(min_kb=300),
        "/versions/0/photo_check",
        "the least comes before the most",
    ),
    "ranked in a step that is none": (
        "points-settle",
        lambda d: version(d)["ranking"].update(step="qualification"),
        "/versions/0/ranking/step",
        "unknown special procedure of ground round before the last step qualification",
    ),
    "wishes that are no choices": (
        "points-school",
        lambda d: version(d)["ranking"].update(wishes=["wish_first", "grade"]),
        "/versions/0/ranking/wishes",
        "the same options",
    ),
    "ranked and on public notice": (
        "points-settle",
        lambda d: version(d).update(public_notice={"within": {"n": 5}, "note": "公示"}),
        "/versions/0/ranking",
        "the only public notice",
    ),
    "a list that is public for hours": (
        "points-settle",
        lambda d: version(d)["ranking"]["notice"].update(unit="hour"),
        "/versions/0/ranking",
        "runs for days",
    ),
    "steps out of order": ("longevity", lambda d: version(d)["steps"].reverse(), "/versions/0/steps/1/phase", "cannot come after"),
    "nobody decides": (
        "longevity",
        lambda d: version(d).update(steps=[version(d)["steps"][0], version(d)["steps"][4]]),
        "/versions/0/steps",
        "decides",
    ),
    "staff without a role": ("longevity", lambda d: version(d)["steps"][1].pop("role"), "/versions/0/steps/1", "role belongs"),
    "step's department": (
        "longevity",
        lambda d: version(d)["steps"][1].update(department="navy"),
        "/versions/0/steps/1/department",
        "navy",
    ),
    "visit without a reason": ("idcard-lost", lambda d: version(d)["visits"].pop("reason"), "/versions/0/visits", "says why"),
    "proxy without powers": ("longevity", lambda d: version(d)["proxy"].pop("powers"), "/versions/0/proxy", "bases and powers"),
    "no proxy and no reason": ("idcard-lost", lambda d: version(d)["proxy"].pop("reason"), "/versions/0/proxy", "there is a reason"),
    "versions out of order": (
        "longevity",
        lambda d: d["versions"].append({**version(d), "effective_from": "2025-01-01"}),
        "/versions/1/effective_from",
        "does not come after",
    ),
    "versions with a gap": (
        "longevity",
        lambda d: _gap(d),
        "/versions/0/effective_until",
        "gap or overlap",
    ),
    "version that ends before it begins": (
        "longevity",
        lambda d: version(d).update(effective_until="2025-12-31"),
        "/versions/0/effective_until",
        "ends before",
    ),
    "unit's item that does not ask the enterprise register": (
        "ss-proof-unit",
        lambda d: version(d)["instant"]["registers"].__setitem__(0, {"register": "population"}),
        "/versions/0/instant/registers",
        "does not ask enterprise",
    ),
    "instant item for people and units": ("ss-proof-unit", lambda d: d.update(objects=["1", "2"]), "/objects", "either people or units"),
    "unit's item by delegation": (
        "ss-proof-unit",
        lambda d: version(d)["proxy"].update(bases=["company", "delegation"]),
        "/objects",
        "through its handler",
    ),
    "instant item without a rule": ("ss-proof", lambda d: version(d).pop("instant"), "/versions/0/instant", "kind instant"),
}


def _gap(data: dict[str, Any]) -> None:
    later = {**version(data), "effective_from": "2026-07-01"}
    version(data)["effective_until"] = "2026-06-01"
    data["versions"].append(later)


def test_the_repositorys_catalogue_has_no_fault():
    assert check(CATALOGUE) == []


def test_the_items_are_there(catalogue: Catalogue):
    assert [item.code for item in catalogue.items] == ITEMS
    instant = {item.code for item in catalogue.items if item.kind is ItemKind.INSTANT}
    assert instant >= {"ss-proof", "med-proof", "tax-proof", "archive-proof", "relation-proof", "retiree-proof", "ss-proof-unit"}
    bookable = {code for code in ITEMS if catalogue.version(code, date(2026, 11, 23)).appointment.bookable}
    assert bookable >= {"idcard-lost", "longevity", "ssc-apply", "retiree-proof"}


def test_policies_of_the_items(catalogue: Catalogue):
    today = date(2026, 11, 23)
    identity_card, longevity = catalogue.version("idcard-lost", today), catalogue.version("longevity", today)
    assert identity_card.appointment.staff_confirms
    assert longevity.appointment.staff_confirms
    assert not identity_card.proxy.allowed
    assert identity_card.visits.count == 1
    assert [step.level for step in longevity.deciding_steps] == [StepLevel.VILLAGE, StepLevel.TOWN, StepLevel.DISTRICT]
    assert all(catalogue.version(code, today).proxy.allowed for code in ("longevity", "ssc-apply", "biz-start"))
    relayed = {code for code in ITEMS if (rule := catalogue.version(code, today).instant) and rule.relayed}
    assert relayed >= {"tax-proof", "med-proof"}
    assert identity_card.materials[0].need is Need.DEFERRABLE


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_is_found_where_it_is(kind: str, spoil: Callable[[str, Change], Path]):
    code, change, pointer, message = FAULTS[kind]
    faults = check(spoil(f"items/{code}.yaml", change) / "items" / f"{code}.yaml")
    found = [fault for fault in faults if fault.pointer == pointer and message in fault.message]
    assert found, [str(fault) for fault in faults]
    assert found[0].file == f"items/{code}.yaml"
    assert found[0].line > 0


def test_every_fault_of_every_file_is_told_at_once(copied: Path):
    for code, old, new in (
        ("longevity", "department: civil_affairs", "department: navy"),
        ("ss-proof", "themes: [proof, social_insurance]", "themes: [proof, space, time]"),
        ("tax-proof", "code: tax-proof", "code: [tax"),
    ):
        path = copied / "items" / f"{code}.yaml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(CatalogueFaults) as raised:
        load_catalogue(copied)
    found = {(fault.file, fault.pointer) for fault in raised.value.faults}
    assert {("items/longevity.yaml", "/department"), ("items/ss-proof.yaml", "/themes"), ("items/tax-proof.yaml", "")} <= found
    assert sum(fault.file == "items/ss-proof.yaml" for fault in raised.value.faults) == 2
    assert "items/longevity.yaml:" in str(raised.value)


def test_the_line_is_the_line_of_the_fault(copied: Path):
    path = copied / "items" / "fp-reward-audit.yaml"
    lines = path.read_text("utf-8").splitlines()
    number = next(index for index, line in enumerate(lines) if "level: town" in line)
    lines[number] = lines[number].replace("level: town", "level: moon")
    path.write_text("\n".join(lines), "utf-8")
    faults = check(path)
    assert [(fault.line, fault.pointer) for fault in faults] == [(number + 1, "/versions/0/steps/3/level")]


EXCLUSION = "{{id: a, name: 甲, from: 2026-01-01, basis: 某文件, {}}}"
EXEMPTION = "{{id: a, items: [{}], materials: [{}], because: 甲, basis: 某文件, from: 2026-01-01, {}}}"
OF_FIELD = "when: [{field: mood, equals: good}]"
OF_REGISTER = "registers: [{register: moon, path: kind, equals: a}]"
OF_MEMBER = "registers: [{register: hardship, path: mood, equals: a}]"
LICENCE_KIND = "{id: a, name: 甲, type_code: 11990101MB990003X2001, issuer: 某局, issuer_code: 11990101MB990003X2, renew: 请到窗口补办。}"


def test_a_key_that_stands_twice_is_a_fault(copied: Path):
    path = copied / "items" / "longevity.yaml"
    path.write_text(path.read_text("utf-8") + "kind: instant\n", "utf-8")
    assert [(fault.pointer, fault.message) for fault in check(path)] == [("/kind", "stands here twice")]


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("items/longevity.yaml", "", "is empty"),
        ("items/longevity.yaml", "code: [", "not YAML"),
        ("items/longevity.yaml", "- 1", "valid dictionary"),
        ("themes.yaml", "themes: 3", "list themes"),
        ("registers.yaml", "registers: [{id: population}]", "required"),
        ("codes.yaml", "task_types: {}", "required"),
        ("calendars/2027.yaml", "year: 2027\nholidays: [{name: 元旦, days: ['2027-13-01']}]", "month"),
        ("calendars/2027.yaml", "year: [", "not YAML"),
        ("calendars/office_hours.yaml", "sessions: [['12:00', '09:00']]", "in order"),
        ("licences.yaml", f"licences: [{LICENCE_KIND}, {LICENCE_KIND}]", "stands twice"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('moon', 'oath', '')}]", "unknown item moon"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('longevity', 'oath', '')}]", "unknown material of longevity oath"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('road-dig', 'application', '')}]", "nobody is asked for application"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('road-dig', 'method', OF_FIELD)}]", "unknown field of road-dig mood"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('road-dig', 'method', OF_REGISTER)}]", "unknown register moon"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('road-dig', 'method', OF_MEMBER)}]", "unknown member mood"),
        ("exemptions.yaml", f"exemptions: [{EXEMPTION.format('road-dig', 'method', 'until: 2026-01-01')}]", "ends before it begins"),
        ("commitments.yaml", f"commitments: [{EXCLUSION.format('items: [moon]')}]", "unknown item moon"),
        ("commitments.yaml", f"commitments: [{EXCLUSION.format('departments: [moon]')}]", "unknown department moon"),
        ("commitments.yaml", f"commitments: [{EXCLUSION.format('items: []')}]", "names neither items nor departments"),
        ("commitments.yaml", f"commitments: [{EXCLUSION.format('items: [longevity], until: 2026-01-01')}]", "ends before it begins"),
        ("licences.yaml", f"licences: [{LICENCE_KIND.replace('X2', 'X3')}]", "no unified social credit code"),
    ],
)
def test_a_file_that_cannot_be_used(copied: Path, file: str, text: str, message: str):
    (copied / file).write_text(text, "utf-8")
    assert any(fault.file == file and message in fault.message for fault in check(copied))


def test_a_missing_file_is_a_fault(copied: Path):
    (copied / "themes.yaml").unlink()
    assert any(fault.file == "themes.yaml" and "cannot be read" in fault.message for fault in check(copied))


def test_a_file_that_is_not_utf8(copied: Path):
    (copied / "items" / "longevity.yaml").write_bytes("名".encode("gbk"))
    assert any("cannot be read" in fault.message for fault in check(copied))


def test_an_empty_catalogue_is_refused(copied: Path):
    for path in (copied / "items").glob("*.yaml"):
        path.unlink()
    assert [fault.message for fault in check(copied)] == ["there is no item"]


def test_versions_hold_from_their_day_on(copied: Path):
    path = copied / "items" / "longevity.yaml"
    text = path.read_text("utf-8")
    body = text.split("versions:\n")[1]
    later = body.replace("effective_from: 2026-01-01", "effective_from: 2027-01-01\n    effective_until: 2028-01-01")
    path.write_text(text + later, "utf-8")
    catalogue = load_catalogue(copied)
    assert catalogue.version("longevity", date(2026, 12, 31)).id == "longevity@2026-01-01"
    assert catalogue.version("longevity", date(2027, 1, 1)).id == "longevity@2027-01-01"
    assert catalogue.version_by_id("longevity@2026-01-01").effective_from == date(2026, 1, 1)
    for day in (date(2025, 12, 31), date(2028, 1, 1)):
        with pytest.raises(NotFound):
            catalogue.version("longevity", day)
        assert "longevity" not in {item.code for item in catalogue.browse(day).items}


def test_what_is_not_there_is_not_found(catalogue: Catalogue):
    with pytest.raises(NotFound):
        catalogue.item("flying")
    with pytest.raises(NotFound):
        catalogue.version_by_id("longevity@1999-01-01")


def test_browsing_goes_on_where_it_stopped(catalogue: Catalogue):
    today, seen, after = date(2026, 11, 23), [], ""
    while True:
        found = catalogue.browse(today, after=after, limit=3)
        seen += [item.code for item in found.items]
        if found.after is None:
            break
        after = found.after
    assert seen == ITEMS
    elderly = [item.code for item in catalogue.browse(today, theme="elderly").items]
    assert set(elderly) >= {"fp-reward-audit", "longevity", "retiree-proof", "ssc-apply"}
    police = {item.code for item in catalogue.browse(today, department="public_security").items}
    assert police >= {"fp-reward-audit", "idcard-lost", "biz-start"}, "its own, and those it has a part in"
    assert "tax-proof" not in police


def test_the_schema_for_editors_is_up_to_date():
    assert PATH.read_text("utf-8") == schema_text(), "run: python -m backend.catalogue.schema"


def test_texts_are_as_people_speak():
    """No slogans, no exclamation marks, Chinese punctuation between Chinese words."""
    for path in (CATALOGUE / "items").glob("*.yaml"):
        text = path.read_text("utf-8")
        assert not re.search("[！]|温馨提示|敬请", text), path.name
        assert not re.search(r"[\u4e00-\u9fff][,;?](?=[\u4e00-\u9fff])", text), path.name
