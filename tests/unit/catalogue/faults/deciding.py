"""What a decision rests on and what officers fix at it."""

from tests.unit.catalogue.faults.spoiling import Faults, version

DECIDING: Faults = {
    "a name nobody enters": (
        "biz-change-online",
        lambda d: version(d)["registration"].pop("name"),
        "/versions/0/form/2/claims",
        "申报的名称批准以后要登记，请在 registration 里写 name",
    ),
    "a registration of a name nobody claims": (
        "biz-change-online",
        lambda d: version(d)["registration"].update(name="company_name"),
        "/versions/0/registration/name",
        "没有叫 company_name 的写了 claims: company_name 的字段",
    ),
    "a part that registers no address": (
        "biz-start",
        lambda d: version(d)["parts"][0]["registration"].update(address="capital"),
        "/versions/0/parts/0/registration/address",
        "没有叫 capital 的 address 字段",
    ),
    "founded from half an answer": (
        "biz-start",
        lambda d: version(d)["parts"][0]["registration"].pop("representative"),
        "/versions/0/parts/0/registration",
        "新设企业的登记要写 kind、name、address、representative",
    ),
    "agreeing with nobody": (
        "disability-home",
        lambda d: next(each for each in version(d)["steps"] if each["key"] == "rating_second")["fills"][1].update(
            agrees_with="rated_categories"
        ),
        "/versions/0/steps/5/fills/1/agrees_with",
        "没有叫 rated_categories 的更早的环节核定的字段",
    ),
    "agreeing with another question": (
        "disability-home",
        lambda d: next(each for each in version(d)["steps"] if each["key"] == "rating_second")["fills"][1].update(
            agrees_with="first_categories"
        ),
        "/versions/0/steps/5/fills/1/agrees_with",
        "rated_grade 和 first_categories 的填写方式、选项要相同，才能比较",
    ),
    "published before it is fixed": (
        "disability-home",
        lambda d: version(d)["public_notice"].update(after="village_check"),
        "/versions/0/public_notice/shows",
        "没有叫 rated_categories 的字段",
    ),
    "resting on an unknown record": (
        "longevity",
        lambda d: version(d)["rests_on"][0].update(path="statuss"),
        "/versions/0/rests_on/0/path",
        "是不是想写 status？",
    ),
    "a death of a unit": (
        "edu-naming",
        lambda d: version(d).update(ends_at_death="去世后终止。"),
        "/versions/0/ends_at_death",
        "只有个人办的事项才会因为去世终止，单位的请删去",
    ),
    "an age of a unit": (
        "edu-naming",
        lambda d: version(d).update(own_from_age=16),
        "/versions/0/own_from_age",
        "只有个人办的事项才有年龄的要求，单位的请删去",
    ),
    "an age at which nobody acts alone": (
        "longevity",
        lambda d: version(d).update(own_from_age=7),
        "/versions/0/own_from_age",
        "8",
    ),
    "fixed under a key of the form": (
        "longevity",
        lambda d: version(d)["steps"][3]["fills"][1].update(key="born"),
        "/versions/0/steps/3/fills/1/key",
        "born 在表单或别的环节里已经有了，请换个名字",
    ),
    "a person fixed": (
        "longevity",
        lambda d: version(d)["steps"][3]["fills"][1].update(type="phone", rules=[], standards=[]),
        "/versions/0/steps/3/fills/1/type",
        "核定内容写在结果上，只能是文字、数字、日期、月份或选项",
    ),
    "a standard that is no number": (
        "longevity",
        lambda d: version(d)["steps"][3]["fills"][1]["standards"][0].update(value="八百"),
        "/versions/0/steps/3/fills/1/standards/0/value",
        "请填写数字",
    ),
    "held once by an unknown answer": (
        "longevity",
        lambda d: version(d).update(held_once={"by": ["kinds"]}),
        "/versions/0/held_once/by/0",
        "表单里没有 kinds",
    ),
    "shared with nobody the form names": (
        "birth-reg",
        lambda d: version(d)["held_once"].update(shared_with=["which"]),
        "/versions/0/held_once/shared_with",
        "没有叫 which 的问姓名和号码的字段",
    ),
    "looked into beside no answer": (
        "birth-reg",
        lambda d: version(d)["held_once"].update(by=[]),
        "/versions/0/held_once",
        "looked_into 要写 by",
    ),
    "an object the form does not ask for": (
        "lease-filing",
        lambda d: version(d)["same_object"].update(fields=["title_numbers"]),
        "/versions/0/same_object/fields",
        "没有叫 title_numbers 的表单的字段；是不是想写 title_number？",
    ),
    "the very same by an unknown answer": (
        "lease-filing",
        lambda d: version(d)["same_object"].update(again=["room"]),
        "/versions/0/same_object/again",
        "没有叫 room 的表单的字段",
    ),
    "an object for days that are no dates": (
        "lease-filing",
        lambda d: version(d)["same_object"].update(since="rent"),
        "/versions/0/same_object/since",
        "没有叫 rent 的问日期的字段",
    ),
    "an object nobody looks into": (
        "ss-proof",
        lambda d: version(d).update(same_object={"fields": ["purpose"], "since": "purpose", "until": "purpose"}),
        "/versions/0/same_object",
        "即办的事项没有人核实",
    ),
    "a standard for an unknown answer": (
        "longevity",
        lambda d: version(d)["steps"][3]["fills"][1]["standards"][0].update(when=[{"field": "bron", "min": "1900-01-01"}]),
        "/versions/0/steps/3/fills/1/standards/0/when",
        "是不是想写 born？",
    ),
    "a most of a month": (
        "longevity",
        lambda d: version(d)["steps"][3]["fills"][2].update(standards=[{"most": 5, "basis": "标准"}]),
        "/versions/0/steps/3/fills/2/standards/0/most",
        "只有 number 能写 most",
    ),
    "a most of so many that nobody counts": (
        "low-income",
        lambda d: version(d)["steps"][5]["fills"][0]["standards"][0].update(per="membres"),
        "/versions/0/steps/5/fills/0/standards/0/per",
        "没有叫 membres 的 number 字段",
    ),
    "a most beside a value": (
        "low-income",
        lambda d: version(d)["steps"][5]["fills"][0]["standards"][0].update(value=5),
        "/versions/0/steps/5/fills/0/standards/0",
        "标准的一项要么写 value，要么写 most",
    ),
    "an amount counted from a day": (
        "longevity",
        lambda d: version(d)["steps"][3]["fills"][1]["standards"][0].update(value={"of": "today"}),
        "/versions/0/steps/3/fills/1/standards/0/value",
        "只有日期和月份能从 today 推算",
    ),
    "fixed by the applicant": (
        "longevity",
        lambda d: version(d)["steps"][0].update(fills=[{"key": "amount", "label": "金额", "type": "number"}]),
        "/versions/0/steps/0/fills",
        "只有受理以后工作人员办的环节才填写核定内容",
    ),
}
