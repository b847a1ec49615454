"""Tests of answers that can never come out well, and times that are told and not kept to."""

from typing import Any

from tests.unit.catalogue.conftest import Change
from tests.unit.catalogue.faults.spoiling import Faults, version


def _field(key: str, **change: Any) -> Change:
    """Changes a field of the form."""
    return lambda data: next(each for each in version(data)["form"] if each["key"] == key).update(change)


def _rules(key: str, *rules: dict[str, Any]) -> Change:
    return _field(key, rules=[{**rule, "message": "请核对。"} for rule in rules])


def _charged(**condition: Any) -> Change:
    """Makes the first charge hang on something else."""
    return lambda data: version(data)["fee"]["charges"][0].update(when=[condition])


_CHARGE = "/versions/0/fee/charges/0/when/0"
_AREA, _END = "/versions/0/form/6/rules", "/versions/0/form/8/rules"

CONDITIONS: Faults = {
    "a charge for an option there is not": (
        "road-dig",
        _charged(field="surface", equals="asfalt"),
        f"{_CHARGE}/equals",
        'surface (choice) is never "asfalt"; did you mean asphalt?',
    ),
    "one option of several": ("road-dig", _charged(field="surface", **{"in": ["asphalt", "gravel"]}), f"{_CHARGE}/in", 'never "gravel"'),
    "a number for a choice": ("road-dig", _charged(field="surface", equals=1), f"{_CHARGE}/equals", "is never 1"),
    "a least of a choice": ("road-dig", _charged(field="surface", min=3), f"{_CHARGE}/min", "has neither a least nor a most"),
    "a word for a number": ("road-dig", _charged(field="area", equals="big"), f"{_CHARGE}/equals", 'never "big"'),
    "a written number": ("road-dig", _charged(field="area", min="100"), f"{_CHARGE}/min", "area is a number, and 100 is none"),
    "a number against a day": ("road-dig", _charged(field="area", min={"of": "today"}), f"{_CHARGE}/min", "does not compare with today"),
    "a day against a number": ("road-dig", _charged(field="begin", min={"of": "area"}), f"{_CHARGE}/min", "does not compare with area"),
    "a number moved by months": (
        "show-approval",
        _rules("shows", {"max": {"of": "audience", "months": 2}}),
        "/versions/0/form/8/rules/0/max",
        "months and days move days, and audience is a number",
    ),
    "a day that is none": ("road-dig", _charged(field="begin", min="2026-13-01"), f"{_CHARGE}/min", "and 2026-13-01 is none"),
    "a least above the most": ("road-dig", _charged(field="area", min=9, max=3), _CHARGE, "at least 9 and at most 3"),
    "a pattern of a number": ("road-dig", _charged(field="area", pattern="[0-9]+"), f"{_CHARGE}/pattern", "no pattern fits it"),
    "the length of a number": ("road-dig", _charged(field="area", length={"min": 2}), f"{_CHARGE}/length", "it has no length"),
    "what an address equals": (
        "road-dig",
        _charged(field="post_address", equals="x"),
        f"{_CHARGE}/equals",
        "post_address (address) is never",
    ),
    "a yes in words": (
        "doctor-reg",
        lambda d: version(d)["materials"][3].update(when=[{"field": "not_barred", "equals": "yes"}]),
        "/versions/0/materials/3/when/0/equals",
        'not_barred (boolean) is never "yes"',
    ),
    "a no to what must be agreed to": (
        "doctor-reg",
        lambda d: version(d)["materials"][3].update(when=[{"field": "not_barred", "equals": False}]),
        "/versions/0/materials/3/when/0/equals",
        "is never false",
    ),
    "a field shown for an option there is not": (
        "road-dig",
        _field("finished_on", show_when=[{"field": "road_history", "in": ["built", "overhaul"]}]),
        "/versions/0/form/4/show_when/0/in",
        "did you mean overhauled?",
    ),
    "an option of several choices that is none": (
        "show-approval",
        lambda d: version(d)["materials"][4].update(when=[{"field": "kind", "equals": "musik"}]),
        "/versions/0/materials/4/when/0/equals",
        "did you mean music?",
    ),
    "more choices than there are": (
        "show-approval",
        lambda d: version(d)["materials"][4].update(when=[{"field": "kind", "length": {"min": 9}}]),
        "/versions/0/materials/4/when/0/length",
        "nobody can choose 9",
    ),
    "a limit for an option there is not": (
        "power-connect",
        lambda d: version(d)["clocks"]["variants"][0]["when"][0].update(equals="threefold"),
        "/versions/0/clocks/variants/0/when/0/equals",
        "is never",
    ),
    "a step for an option there is not": (
        "power-connect",
        lambda d: version(d)["steps"][4]["when"][0].update(equals="needd"),
        "/versions/0/steps/4/when/0/equals",
        "did you mean needed?",
    ),
    "a part for an option there is not": (
        "biz-start",
        lambda d: version(d)["parts"][1]["when"][0].update(equals="want"),
        "/versions/0/parts/1/when/0/equals",
        "did you mean wanted?",
    ),
    "a signature for an option there is not": (
        "low-income",
        lambda d: version(d)["signatures"][1].update(when=[{"field": "other_adults", "equals": "sum"}]),
        "/versions/0/signatures/1/when/0/equals",
        "other_adults (choice) is never",
    ),
    "an opening for an option there is not": (
        "low-income",
        lambda d: version(d)["opens"][0].update(when=[{"field": "other_adults", "equals": "sum"}]),
        "/versions/0/opens/0/when/0/equals",
        "is never",
    ),
    "two options of one choice at once": (
        "road-dig",
        lambda d: version(d)["fee"]["charges"][0].update(when=[{"field": "surface", "equals": each} for each in ("asphalt", "paving")]),
        "/versions/0/fee/charges/0/when",
        "can never hold: no answer to surface fits",
    ),
    "an option the field is not shown for": (
        "road-dig",
        lambda d: version(d)["materials"][7].update(
            when=[{"field": "road_history", "equals": "older"}, {"field": "finished_on", "min": "2020-01-01"}]
        ),
        "/versions/0/materials/7/when",
        "can never hold: no answer to road_history fits",
    ),
    "an option nothing is charged for": (
        "road-dig",
        lambda d: version(d)["form"][5]["options"].append({"value": "gravel", "label": "砂石路面"}),
        "/versions/0/fee/charges",
        "no charge is of surface gravel",
    ),
}

RULES: Faults = {
    "a rule with its least above its most": ("road-dig", _rules("area", {"min": 5000, "max": 0.1}), f"{_AREA}/0", "no answer is both"),
    "rules that exclude each other": ("road-dig", _rules("area", {"min": 50}, {"max": 5}), _AREA, "no answer to area can meet all of them"),
    "a field compared with itself": ("road-dig", _rules("end", {"min": {"of": "end"}}), f"{_END}/0", "compares end with itself"),
    "a day after a later one": (
        "road-dig",
        _rules("end", {"min": {"of": "begin", "months": 7}, "max": {"of": "begin", "months": 6, "days": 1}}),
        f"{_END}/0",
        "at least begin +7 months and at most begin +6 months +1 days",
    ),
    "a day of the year after a later one": (
        "road-dig",
        _rules("end", {"min": {"of": "begin", "year_day": "08-31"}, "max": {"of": "begin", "year_day": "08-31", "days": -1}}),
        f"{_END}/0",
        "at least begin 08-31 and at most begin 08-31 -1 days",
    ),
    "no day of a year": (
        "road-dig",
        _rules("end", {"min": {"of": "begin", "year_day": "13-31"}}),
        f"{_END}/0/min/year_day",
        "should match pattern",
    ),
    "texts longer than the longest": (
        "road-dig",
        _rules("road", {"length": {"min": 60, "max": 2}}),
        "/versions/0/form/2/rules/0/length",
        "at least 60 and at most 2",
    ),
    "a choice no rule leaves": (
        "show-approval",
        _rules("performers_from", {"equals": "mainland"}, {"equals": "beyond"}),
        "/versions/0/form/2/rules",
        "can meet all of them",
    ),
    "a counterpart's own field compared with itself": (
        "doctor-reg",
        lambda d: version(d)["confirmations"][0]["asks"][3]["rules"][0].update(min={"of": "employed_to"}),
        "/versions/0/confirmations/0/asks/3/rules/0",
        "compares employed_to with itself",
    ),
    "a counterpart's own field shown for nothing": (
        "doctor-reg",
        lambda d: version(d)["confirmations"][0]["asks"][1].update(show_when=[{"field": "employed", "equals": "yes"}]),
        "/versions/0/confirmations/0/asks/1/show_when/0/equals",
        "employed (boolean) is never",
    ),
}


def _lasts(text: str) -> Change:
    return lambda data: version(data)["guide"].update(duration=text)


_DURATION = "/versions/0/guide/duration"

TIMES: Faults = {
    "another time in the guide": (
        "longevity",
        _lasts("99个工作日有结果。"),
        _DURATION,
        "99个工作日 is no time of this item: promised is 5个工作日",
    ),
    "natural days instead": ("longevity", _lasts("5天有结果。"), _DURATION, "5天 is no time of this item"),
    "the law's time instead": ("longevity", _lasts("20个工作日有结果。"), _DURATION, "does not say what is promised: 5个工作日"),
    "at once what takes days": ("longevity", _lasts("到窗口当场办完。"), _DURATION, "does not say what is promised"),
    "minutes where minutes are promised": (
        "seal-filing",
        lambda d: version(d).update(
            clocks={"promised": {"n": 50, "unit": "minute"}}, guide=version(d)["guide"] | {"duration": "50分钟，刻章20分钟。"}
        ),
        _DURATION,
        "20分钟 is no time of this item",
    ),
    "a district's own words": (
        "longevity",
        lambda d: version(d)["variants"][0]["guide"].update(duration="3个工作日有结果。"),
        "/versions/0/variants/0",
        "3个工作日 is no time of this item: promised is 1个工作日",
    ),
    "later than anything that is ever given": (
        "construction-permit",
        lambda d: version(d)["materials"][10]["tolerance"].update(within={"n": 10}),
        "/versions/0/materials/10/tolerance/within",
        "10个工作日 is never given: by what is promised and cases.yaml it is 1个工作日 at most",
    ),
    "later than the district ever allows": (
        "road-dig",
        lambda d: version(d)["materials"][4]["tolerance"].update(within={"n": 21}),
        "/versions/0/materials/4/tolerance/within",
        "it is 20个工作日 at most",
    ),
}

ANSWERS: Faults = CONDITIONS | RULES | TIMES
