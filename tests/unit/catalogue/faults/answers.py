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
        'surface（choice）不会是 "asfalt"',
    ),
    "a date that is to be somebody else": (
        "road-dig",
        lambda d: version(d)["form"][0].update(rules=[{"differs_from": ["applicant"], "message": "请核对。"}]),
        "/versions/0/form/0/rules/0/differs_from",
        "不写明是谁（没有姓名和号码），不能用 differs_from",
    ),
    "to differ from a place": (
        "construction-permit",
        _rules("supervisor", {"differs_from": ["site"]}),
        "/versions/0/form/8/rules/0/differs_from",
        "site 不写明是谁（没有姓名和号码），比不出是不是同一个",
    ),
    "to differ from nobody there is": (
        "construction-permit",
        _rules("supervisor", {"differs_from": ["bilder"]}),
        "/versions/0/form/8/rules/0",
        "没有叫 bilder 的字段；是不是想写 builder？",
    ),
    "one option of several": (
        "road-dig",
        _charged(field="surface", **{"in": ["asphalt", "gravel"]}),
        f"{_CHARGE}/in",
        'surface（choice）不会是 "gravel"，请写它有的答案',
    ),
    "a number for a choice": (
        "road-dig",
        _charged(field="surface", equals=1),
        f"{_CHARGE}/equals",
        "surface（choice）不会是 1，请写它有的答案",
    ),
    "a least of a choice": (
        "road-dig",
        _charged(field="surface", min=3),
        f"{_CHARGE}/min",
        "surface 是 choice，没有大小先后，请去掉 min 和 max",
    ),
    "a word for a number": (
        "road-dig",
        _charged(field="area", equals="big"),
        f"{_CHARGE}/equals",
        'area（number）不会是 "big"，请写它有的答案',
    ),
    "a written number": ("road-dig", _charged(field="area", min="100"), f"{_CHARGE}/min", "area 是 number，而 100 不是，请写同一类的值"),
    "a number against a day": (
        "road-dig",
        _charged(field="area", min={"of": "today"}),
        f"{_CHARGE}/min",
        "area 是 number，不能和 today 比较",
    ),
    "a day against a number": (
        "road-dig",
        _charged(field="begin", min={"of": "area"}),
        f"{_CHARGE}/min",
        "begin 是 date，不能和 area 比较",
    ),
    "a number moved by months": (
        "show-approval",
        _rules("shows", {"max": {"of": "audience", "months": 2}}),
        "/versions/0/form/8/rules/0/max",
        "months 和 days 只能移动日期，而 audience 是数字",
    ),
    "a day that is none": (
        "road-dig",
        _charged(field="begin", min="2026-13-01"),
        f"{_CHARGE}/min",
        "begin 是 date，而 2026-13-01 不是，请写同一类的值",
    ),
    "a least above the most": ("road-dig", _charged(field="area", min=9, max=3), _CHARGE, "不小于 9 又不大于 3，没有这样的答案"),
    "a pattern of a number": (
        "road-dig",
        _charged(field="area", pattern="[0-9]+"),
        f"{_CHARGE}/pattern",
        "area 是 number，不能用 pattern，请去掉",
    ),
    "the length of a number": (
        "road-dig",
        _charged(field="area", length={"min": 2}),
        f"{_CHARGE}/length",
        "area 是 number，没有长度，请去掉 length",
    ),
    "what an address equals": (
        "road-dig",
        _charged(field="post_address", equals="x"),
        f"{_CHARGE}/equals",
        'post_address（address）不会是 "x"，请写它有的答案',
    ),
    "a yes in words": (
        "doctor-reg",
        lambda d: version(d)["materials"][3].update(when=[{"field": "not_barred", "equals": "yes"}]),
        "/versions/0/materials/3/when/0/equals",
        'not_barred（boolean）不会是 "yes"，请写它有的答案',
    ),
    "a no to what must be agreed to": (
        "doctor-reg",
        lambda d: version(d)["materials"][3].update(when=[{"field": "not_barred", "equals": False}]),
        "/versions/0/materials/3/when/0/equals",
        "not_barred（boolean）不会是 false，请写它有的答案",
    ),
    "a field shown for an option there is not": (
        "road-dig",
        _field("finished_on", show_when=[{"field": "road_history", "in": ["built", "overhaul"]}]),
        "/versions/0/form/4/show_when/0/in",
        "是不是想写 overhauled？",
    ),
    "an option of several choices that is none": (
        "show-approval",
        lambda d: version(d)["materials"][4].update(when=[{"field": "kind", "equals": "musik"}]),
        "/versions/0/materials/4/when/0/equals",
        "是不是想写 music？",
    ),
    "more choices than there are": (
        "show-approval",
        lambda d: version(d)["materials"][4].update(when=[{"field": "kind", "length": {"min": 9}}]),
        "/versions/0/materials/4/when/0/length",
        "kind 只有 5 个选项，选不了 9 个",
    ),
    "a limit for an option there is not": (
        "power-connect",
        lambda d: version(d)["clocks"]["variants"][0]["when"][0].update(equals="threefold"),
        "/versions/0/clocks/variants/0/when/0/equals",
        'supply（choice）不会是 "threefold"，请写它有的答案',
    ),
    "a step for an option there is not": (
        "power-connect",
        lambda d: version(d)["steps"][4]["when"][0].update(equals="needd"),
        "/versions/0/steps/4/when/0/equals",
        "是不是想写 needed？",
    ),
    "a part for an option there is not": (
        "biz-start",
        lambda d: version(d)["parts"][1]["when"][0].update(equals="want"),
        "/versions/0/parts/1/when/0/equals",
        "是不是想写 wanted？",
    ),
    "a signature for an option there is not": (
        "low-income",
        lambda d: version(d)["signatures"][1].update(when=[{"field": "other_adults", "equals": "sum"}]),
        "/versions/0/signatures/1/when/0/equals",
        'other_adults（choice）不会是 "sum"，请写它有的答案',
    ),
    "an opening for an option there is not": (
        "low-income",
        lambda d: version(d)["opens"][0].update(when=[{"field": "other_adults", "equals": "sum"}]),
        "/versions/0/opens/0/when/0/equals",
        'other_adults（choice）不会是 "sum"，请写它有的答案',
    ),
    "two options of one choice at once": (
        "road-dig",
        lambda d: version(d)["fee"]["charges"][0].update(when=[{"field": "surface", "equals": each} for each in ("asphalt", "paving")]),
        "/versions/0/fee/charges/0/when",
        "这些条件不可能同时成立：没有一个 surface 的答案都符合，请改条件",
    ),
    "an option the field is not shown for": (
        "road-dig",
        lambda d: version(d)["materials"][7].update(
            when=[{"field": "road_history", "equals": "older"}, {"field": "finished_on", "min": "2020-01-01"}]
        ),
        "/versions/0/materials/7/when",
        "这些条件不可能同时成立：没有一个 road_history 的答案都符合，请改条件",
    ),
    "an option nothing is charged for": (
        "road-dig",
        lambda d: version(d)["form"][5]["options"].append({"value": "gravel", "label": "砂石路面"}),
        "/versions/0/fee/charges",
        "surface 选 gravel 时没有写收多少；不收费的，请写一条 0.00 的收费",
    ),
}

RULES: Faults = {
    "a rule with its least above its most": (
        "road-dig",
        _rules("area", {"min": 5000, "max": 0.1}),
        f"{_AREA}/0",
        "不小于 5000 又不大于 0.1，没有这样的答案",
    ),
    "rules that exclude each other": (
        "road-dig",
        _rules("area", {"min": 50}, {"max": 5}),
        _AREA,
        "没有一个 area 的答案能同时满足这些规则，请改规则",
    ),
    "a rule for an unknown answer": (
        "road-dig",
        _rules("area", {"max": 5, "when": [{"field": "surfaces", "equals": "road"}]}),
        f"{_AREA}/0",
        "没有叫 surfaces 的字段；是不是想写 surface？",
    ),
    "a rule for an option nobody has": (
        "road-dig",
        _rules("area", {"max": 5, "when": [{"field": "surface", "equals": "cloud"}]}),
        f"{_AREA}/0/when/0/equals",
        'surface（choice）不会是 "cloud"，请写它有的答案',
    ),
    "a field compared with itself": ("road-dig", _rules("end", {"min": {"of": "end"}}), f"{_END}/0", "end 在和自己比较，请换成另一个字段"),
    "a day after a later one": (
        "road-dig",
        _rules("end", {"min": {"of": "begin", "months": 7}, "max": {"of": "begin", "months": 6, "days": 1}}),
        f"{_END}/0",
        "不小于 begin +7个月 又不大于 begin +6个月 +1天，没有这样的答案",
    ),
    "a day of the year after a later one": (
        "road-dig",
        _rules("end", {"min": {"of": "begin", "year_day": "08-31"}, "max": {"of": "begin", "year_day": "08-31", "days": -1}}),
        f"{_END}/0",
        "不小于 begin 08-31 又不大于 begin 08-31 -1天，没有这样的答案",
    ),
    "no day of a year": (
        "road-dig",
        _rules("end", {"min": {"of": "begin", "year_day": "13-31"}}),
        f"{_END}/0/min/year_day",
        "格式不对，要符合 ^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
    ),
    "texts longer than the longest": (
        "road-dig",
        _rules("road", {"length": {"min": 60, "max": 2}}),
        "/versions/0/form/2/rules/0/length",
        "最少 60 又最多 2，没有这样的答案",
    ),
    "a choice no rule leaves": (
        "show-approval",
        _rules("performers_from", {"equals": "mainland"}, {"equals": "beyond"}),
        "/versions/0/form/2/rules",
        "没有一个 performers_from 的答案能同时满足这些规则，请改规则",
    ),
    "a counterpart's own field compared with itself": (
        "doctor-reg",
        lambda d: version(d)["confirmations"][0]["asks"][3]["rules"][0].update(min={"of": "employed_to"}),
        "/versions/0/confirmations/0/asks/3/rules/0",
        "employed_to 在和自己比较，请换成另一个字段",
    ),
    "a counterpart's own field shown for nothing": (
        "doctor-reg",
        lambda d: version(d)["confirmations"][0]["asks"][1].update(show_when=[{"field": "employed", "equals": "yes"}]),
        "/versions/0/confirmations/0/asks/1/show_when/0/equals",
        'employed（boolean）不会是 "yes"，请写它有的答案',
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
        "这个事项没有99个工作日这个时间，承诺的是5个工作日",
    ),
    "natural days instead": ("longevity", _lasts("5天有结果。"), _DURATION, "这个事项没有5天这个时间，承诺的是5个工作日"),
    "the law's time instead": ("longevity", _lasts("20个工作日有结果。"), _DURATION, "没有写承诺的5个工作日，请写上"),
    "at once what takes days": ("longevity", _lasts("到窗口当场办完。"), _DURATION, "没有写承诺的5个工作日，请写上"),
    "minutes where minutes are promised": (
        "seal-filing",
        lambda d: version(d).update(
            clocks={"promised": {"n": 50, "unit": "minute"}}, guide=version(d)["guide"] | {"duration": "50分钟，刻章20分钟。"}
        ),
        _DURATION,
        "这个事项没有20分钟这个时间，承诺的是50分钟",
    ),
    "a district's own words": (
        "longevity",
        lambda d: version(d)["variants"][0]["guide"].update(duration="3个工作日有结果。"),
        "/versions/0/variants/0",
        "在该区 /guide/duration：这个事项没有3个工作日这个时间，承诺的是1个工作日",
    ),
    "later than anything that is ever given": (
        "construction-permit",
        lambda d: version(d)["materials"][10]["tolerance"].update(within={"n": 10}),
        "/versions/0/materials/10/tolerance/within",
        "给不了10个工作日：按承诺时限和 cases.yaml，最多1个工作日",
    ),
    "later than the district ever allows": (
        "road-dig",
        lambda d: version(d)["materials"][4]["tolerance"].update(within={"n": 21}),
        "/versions/0/materials/4/tolerance/within",
        "给不了21个工作日：按承诺时限和 cases.yaml，最多20个工作日",
    ),
}

ANSWERS: Faults = CONDITIONS | RULES | TIMES
