"""Results, materials, fields, commitments, photos, rounds, roles and versions."""

from typing import Any

from tests.unit.catalogue.faults.spoiling import COMMITMENT, Faults, gap, version


def listed(d: Any) -> Any:
    """What the first field that names people has looked up."""
    return next(each["listed"] for each in version(d)["form"] if "listed" in each)


def counted(d: Any, **changes: Any) -> None:
    """Lets the answer that counts children be another."""
    next(each for each in version(d)["form"] if each["key"] == "which")["source"].update(changes)


FORMS: Faults = {
    "a count by another answer": (
        "birth-reg",
        lambda d: counted(d, count=[{"field": "born", "max": {"of": "born_on"}}]),
        "/versions/0/form/6/source/count",
        "登记的内容只能和固定的值或 today 比，不能和 born_on 比",
    ),
    "a number that answers nothing": (
        "birth-reg",
        lambda d: counted(d, by_number=["first", "tenth"]),
        "/versions/0/form/6/source/by_number",
        "没有叫 tenth 的选项",
    ),
    "a number without a count": (
        "birth-reg",
        lambda d: counted(d, count=[]),
        "/versions/0/form/6/source",
        "by_number 只和 count 一起写",
    ),
    "no result": ("longevity", lambda d: version(d).update(results=[]), "/versions/0/results", "不能空着，请填写"),
    "no channel": ("longevity", lambda d: version(d).update(channels=[]), "/versions/0/channels", "不能空着，请填写"),
    "licence": (
        "longevity",
        lambda d: version(d)["materials"][0].update(licence="library_card"),
        "/versions/0/materials/0/licence",
        "没有叫 library_card 的证照",
    ),
    "licence without a name": (
        "longevity",
        lambda d: version(d)["materials"][0].pop("licence"),
        "/versions/0/materials/0",
        "来源是 licence 的材料要写是哪种证照（licence）",
    ),
    "shared without a register": (
        "ss-proof",
        lambda d: version(d)["materials"][0].pop("register"),
        "/versions/0/materials/0",
        "来源是 shared 的材料要写 register，其他的不写",
    ),
    "material's register": (
        "ss-proof",
        lambda d: version(d)["materials"][0].update(register="stars"),
        "/versions/0/materials/0/register",
        "没有叫 stars 的基础库；是不是想写 seals？",
    ),
    "no file type": (
        "ssc-apply",
        lambda d: version(d)["materials"][1].pop("accepts"),
        "/versions/0/materials/1",
        "要上传的材料请写收哪些文件（accepts）",
    ),
    "file type nobody uploads": (
        "ss-proof",
        lambda d: version(d)["materials"][1].update(accepts=["pdf"]),
        "/versions/0/materials/1",
        "accepts 只用于要上传的材料",
    ),
    "tolerance of what is required": (
        "idcard-lost",
        lambda d: version(d)["materials"][0].update(need="required"),
        "/versions/0/materials/0",
        "need 是 deferrable 的材料要写 tolerance，其他的不写",
    ),
    "field twice": (
        "longevity",
        lambda d: version(d)["form"].append(version(d)["form"][0]),
        "/versions/0/form/8/key",
        "elder_name 写了两次，请删去一个或换个名字",
    ),
    "material twice": (
        "longevity",
        lambda d: version(d)["materials"].append(version(d)["materials"][0]),
        "/versions/0/materials/4/key",
        "resident_card 写了两次，请删去一个或换个名字",
    ),
    "step twice": (
        "longevity",
        lambda d: version(d)["steps"].append(version(d)["steps"][-1]),
        "/versions/0/steps/5/key",
        "pay 写了两次，请删去一个或换个名字",
    ),
    "show_when of an unknown field": (
        "longevity",
        lambda d: version(d)["form"][4]["show_when"][0].update(field="mood"),
        "/versions/0/form/4/show_when",
        "没有叫 mood 的字段",
    ),
    "show_when of a later field": (
        "longevity",
        lambda d: version(d)["form"][0].update(show_when=[{"field": "living", "equals": "same"}]),
        "/versions/0/form/0/show_when",
        "living 排在它后面，请把 living 移到前面",
    ),
    "rule about an unknown field": (
        "med-proof",
        lambda d: version(d)["form"][2]["rules"][0].update(min={"of": "yesterday"}),
        "/versions/0/form/2/rules/0",
        "没有叫 yesterday 的字段",
    ),
    "empty rule": (
        "longevity",
        lambda d: version(d)["form"][0].update(rules=[{"message": "不对"}]),
        "/versions/0/form/0/rules/0",
        "规则要写 equals、in、min、max、pattern、length、counts、differs_from 里的一项",
    ),
    "pattern": (
        "longevity",
        lambda d: version(d)["form"][0].update(rules=[{"pattern": "[", "message": "不对"}]),
        "/versions/0/form/0/rules/0/pattern",
        "pattern 不是有效的正则表达式（第 1 个字附近），请检查括号",
    ),
    "pattern JavaScript reads otherwise": (
        "longevity",
        lambda d: version(d)["form"][0].update(rules=[{"pattern": "(?P<x>a)", "message": "不对"}]),
        "/versions/0/form/0/rules/0/pattern",
        "pattern 里有网页读不懂的写法",
    ),
    "a pattern that may run for ever": (
        "longevity",
        lambda d: version(d)["form"][0].update(rules=[{"pattern": "([0-9]+)+x", "message": "不对"}]),
        "/versions/0/form/0/rules/0/pattern",
        "pattern 里有重复套重复的写法",
    ),
    "a label with a character nobody sees": (
        "longevity",
        lambda d: version(d)["form"][0].update(label="姓\0名"),
        "/versions/0/form/0/label",
        "有看不见的控制字符",
    ),
    "choice without options": (
        "longevity",
        lambda d: version(d)["form"][3].pop("options"),
        "/versions/0/form/3",
        "choice 和 multi 字段要写 options，其他的不写",
    ),
    "options twice": (
        "longevity",
        lambda d: version(d)["form"][3]["options"].append({"value": "same", "label": "又一个"}),
        "/versions/0/form/3",
        "选项的 value 不能重复",
    ),
    "default that is no option": (
        "ss-proof",
        lambda d: version(d)["form"][0].update(default="ever"),
        "/versions/0/form/0/default",
        "「要查多久」请从列出的选项里选一项。",
    ),
    "personal but not sealed": (
        "longevity",
        lambda d: version(d)["form"][5].pop("sealed"),
        "/versions/0/form/5/sealed",
        "bank_account 是个人信息，请写 sealed: true",
    ),
    "a roll of an unknown member": (
        "low-income",
        lambda d: next(each for each in version(d)["form"] if "roll" in each)["roll"].update(path="shoes", beside=["phone"]),
        "/versions/0/form/5/roll/path",
        "population 的记录里没有 shoes",
    ),
    "listed in an unknown register": (
        "low-income",
        lambda d: listed(d)[0].update(register="populaton"),
        "/versions/0/form/5/listed/0/register",
        "没有叫 populaton 的基础库；是不是想写 population？",
    ),
    "listed by an unknown member": (
        "low-income",
        lambda d: listed(d)[2]["among"].update(lists=["household.members", "kin"]),
        "/versions/0/form/5/listed/2/path",
        "population 的记录里没有 kin",
    ),
    "listed where nobody asks when": (
        "low-income",
        lambda d: listed(d)[0].update(when=[{"field": "shoes", "equals": "x"}]),
        "/versions/0/form/5/listed/0/when",
        "没有叫 shoes 的字段",
    ),
    "listed compared with an answer": (
        "low-income",
        lambda d: listed(d)[1]["must"]["max"].update(of="members"),
        "/versions/0/form/5/listed/1",
        "登记的内容只能和固定的值或 today 比，不能和 members 比",
    ),
    "an entry compared with an answer": (
        "talent-card",
        lambda d: version(d)["form"][6]["listed"][1]["among"]["where"][0].update(min={"of": "home"}),
        "/versions/0/form/6/listed/1",
        "登记的内容只能和固定的值或 today 比，不能和 home 比",
    ),
    "listed with nothing to look for": (
        "low-income",
        lambda d: listed(d)[0].pop("must"),
        "/versions/0/form/5/listed/0",
        "listed 的一项要么写 path 和 must，要么写 among，要么写 none，要么只写 absent: true",
    ),
    "none by an unknown member": (
        "fp-reward-audit",
        lambda d: listed(d)[0]["none"].update(lists=["entrys"]),
        "/versions/0/form/3/listed/0/path",
        "marriages 的记录里没有 entrys；是不是想写 entries？",
    ),
    "an entry that must not be, compared with an answer": (
        "fp-reward-audit",
        lambda d: listed(d)[0]["none"]["where"][0].update(min={"of": "reward_kind"}),
        "/versions/0/form/3/listed/0",
        "登记的内容只能和固定的值或 today 比，不能和 reward_kind 比",
    ),
    "listed with two things to look for": (
        "low-income",
        lambda d: listed(d)[0].update(among={"lists": ["relatives"]}),
        "/versions/0/form/5/listed/0",
        "listed 的一项要么写 path 和 must，要么写 among，要么写 none，要么只写 absent: true",
    ),
    "listed and no person": (
        "low-income",
        lambda d: version(d)["form"][3].update(listed=listed(d)),
        "/versions/0/form/3",
        "不写明是谁（没有名称和号码）的字段，listed 只能写 of: applicant，加 must 或 none",
    ),
    "listed without a number": (
        "low-income",
        lambda d: version(d)["form"][5].update(parts=["name", "relation"]),
        "/versions/0/form/5",
        "不写明是谁（没有名称和号码）的字段，listed 只能写 of: applicant，加 must 或 none",
    ),
    "a count of who is not listed": (
        "low-income",
        lambda d: version(d)["form"][3]["rules"][1]["counts"].update(of=["phone"]),
        "/versions/0/form/3/rules/1/counts/of",
        "phone 是 phone，里面不列人，请换成 people 字段",
    ),
    "one of a choice chosen alone": (
        "low-income",
        lambda d: version(d)["form"][4]["options"][1].update(exclusive=True),
        "/versions/0/form/4",
        "exclusive 只用于 multi 的选项，choice 本来就只选一个",
    ),
    "prefill from an unknown register": (
        "longevity",
        lambda d: version(d)["form"][0]["source"].update(register="stars"),
        "/versions/0/form/0/source/register",
        "没有叫 stars 的基础库；是不是想写 seals？",
    ),
    "prefill from an unknown member": (
        "longevity",
        lambda d: version(d)["form"][0]["source"].update(path="shoe_size"),
        "/versions/0/form/0/source/path",
        "population 的记录里没有 shoe_size",
    ),
    "material when of an unknown field": (
        "longevity",
        lambda d: version(d)["materials"][2]["when"][0].update(field="mood"),
        "/versions/0/materials/2/when",
        "没有叫 mood 的字段",
    ),
    "commitment replaces what is not there": (
        "fp-reward-audit",
        lambda d: version(d)["commitment"]["replaces"].append("oath"),
        "/versions/0/commitment/replaces",
        "没有叫 oath 的材料",
    ),
    "commitment skips the decision": (
        "fp-reward-audit",
        lambda d: version(d)["commitment"]["skips"].append("district_decision"),
        "/versions/0/commitment/skips",
        "没有叫 district_decision 的工作人员步骤（要在最后一步之前）",
    ),
    "commitment for nothing": (
        "fp-reward-audit",
        lambda d: version(d)["commitment"].update(replaces=[], skips=[]),
        "/versions/0/commitment",
        "告知承诺要写 replaces 或 skips，至少一项",
    ),
    "commitment on law nobody checked": (
        "fp-reward-audit",
        lambda d: version(d)["commitment"]["basis"].pop(0),
        "/versions/0/commitment",
        "告知承诺要有核对过的依据：basis 里至少一条 verified: true",
    ),
    "commitment checked within hours": (
        "fp-reward-audit",
        lambda d: version(d)["commitment"]["check"].update(within={"n": 2, "unit": "hour"}),
        "/versions/0/commitment/check",
        "检查和整改的期限要按天计算",
    ),
    "commitment of a bundle": (
        "biz-start",
        lambda d: version(d).update(commitment={**COMMITMENT, "replaces": ["articles_file"]}),
        "/versions/0/commitment",
        "告知承诺只用于由工作人员逐步决定的事项，当场办结的和一件事不能用",
    ),
    "public notice after what a commitment skips": (
        "fp-reward-audit",
        lambda d: version(d).update(public_notice={"within": {"n": 5}, "note": "公示", "after": "village_check"}),
        "/versions/0/commitment/skips",
        "公示排在 village_check 之后，这一步不能跳过",
    ),
    "photo check of what is not there": (
        "ssc-apply",
        lambda d: version(d)["photo_check"].update(material="selfie"),
        "/versions/0/photo_check/material",
        "没有叫 selfie 的材料",
    ),
    "photo check of a material of many kinds": (
        "ssc-apply",
        lambda d: version(d)["materials"][1]["accepts"].append("pdf"),
        "/versions/0/photo_check/material",
        "photo 只收一张照片：请写 max_files: 1，accepts 里不要 pdf",
    ),
    "photo check with most before least": (
        "ssc-apply",
        lambda d: version(d)["photo_check"].update(min_kb=300),
        "/versions/0/photo_check",
        "最小值要小于最大值",
    ),
    "ranked in a step that is none": (
        "points-settle",
        lambda d: version(d)["ranking"].update(step="qualification"),
        "/versions/0/ranking/step",
        "没有叫 qualification 的特别程序（ground 为 round，要在最后一步之前）",
    ),
    "wishes that are no choices": (
        "points-school",
        lambda d: version(d)["ranking"].update(wishes=["wish_first", "grade"]),
        "/versions/0/ranking/wishes",
        "志愿要用选项相同的 choice 字段",
    ),
    "places passed on too late for an answer": (
        "points-school",
        lambda d: version(d)["ranking"]["passing_on"].update(answer={"n": 21}),
        "/versions/0/ranking/passing_on/answer",
        "比停止递补的时间还晚，没人来得及答复，请改短",
    ),
    "a list made in hours": (
        "points-settle",
        lambda d: version(d)["ranking"]["deadlines"].update(public={"n": 4, "unit": "hour"}),
        "/versions/0/ranking/deadlines",
        "批次的期限要按天计算",
    ),
    "a list nobody owes": (
        "points-settle",
        lambda d: version(d)["ranking"].pop("deadlines"),
        "/versions/0/ranking/deadlines",
        "缺少这一项",
    ),
    "ranked and on public notice": (
        "points-settle",
        lambda d: version(d).update(public_notice={"within": {"n": 5}, "note": "公示"}),
        "/versions/0/ranking",
        "排名的事项不能是一件事，名单就是它唯一的公示",
    ),
    "a licence that waits for a round": (
        "points-settle",
        lambda d: d.update(is_licence=True),
        "/versions/0/ranking",
        "等批次不是行政许可法第四十五条列明的事由，行政许可不能排名",
    ),
    "a round without its rule": (
        "points-settle",
        lambda d: version(d)["steps"][2].pop("law"),
        "/versions/0/steps/2",
        "round 会停法定时限，请在 law 里写明依据",
    ),
    "a list that is public for hours": (
        "points-settle",
        lambda d: version(d)["ranking"]["notice"].update(unit="hour"),
        "/versions/0/ranking",
        "公示要按天计算",
    ),
    "steps out of order": (
        "longevity",
        lambda d: version(d)["steps"].reverse(),
        "/versions/0/steps/1/phase",
        "accepted 不能排在 after 之后",
    ),
    "nobody decides": (
        "longevity",
        lambda d: version(d).update(steps=[version(d)["steps"][0], version(d)["steps"][4]]),
        "/versions/0/steps",
        "缺少工作人员在 accepted 阶段的步骤（最后一个作决定），请补上；在别处办的",
    ),
    "staff without a role": (
        "longevity",
        lambda d: version(d)["steps"][1].pop("role"),
        "/versions/0/steps/1",
        "工作人员的步骤要写 role，其他的不写",
    ),
    "step's department": (
        "longevity",
        lambda d: version(d)["steps"][1].update(department="navy"),
        "/versions/0/steps/1/department",
        "没有叫 navy 的部门",
    ),
    "visit without a reason": (
        "idcard-lost",
        lambda d: version(d)["visits"].pop("reason"),
        "/versions/0/visits",
        "必须到场的，要写为什么（reason）",
    ),
    "proxy without powers": (
        "longevity",
        lambda d: version(d)["proxy"].pop("powers"),
        "/versions/0/proxy",
        "允许代办的，要写 bases 和 powers",
    ),
    "no proxy and no reason": (
        "idcard-lost",
        lambda d: version(d)["proxy"].pop("reason"),
        "/versions/0/proxy",
        "不允许代办的，要写理由（reason），不写 bases 和 powers",
    ),
    "examined only once somebody came, who need not come": (
        "longevity",
        lambda d: version(d)["visits"].update(before_acceptance=True),
        "/versions/0/visits",
        "不用到场的，不能写 before_acceptance",
    ),
    "time to come where nobody must": (
        "idcard-lost",
        lambda d: version(d)["visits"].update(before_acceptance=False, within={"n": 5}),
        "/versions/0/visits",
        "within 只能和 before_acceptance 一起写",
    ),
    "decided at once, but once somebody came": (
        "ss-proof",
        lambda d: version(d)["visits"].update(count=1, reason="到窗口", before_acceptance=True),
        "/versions/0/visits/before_acceptance",
        "当场办结的事项不用等人到场，请删去 before_acceptance",
    ),
    "versions out of order": (
        "longevity",
        lambda d: d["versions"].append({**version(d), "effective_from": "2025-01-01"}),
        "/versions/1/effective_from",
        "要晚于 2026-01-01",
    ),
    "versions with a gap": (
        "longevity",
        lambda d: gap(d),
        "/versions/0/effective_until",
        "与下一版的 2026-07-01 接不上，请改成同一天",
    ),
    "version that ends before it begins": (
        "longevity",
        lambda d: version(d).update(effective_until="2025-12-31"),
        "/versions/0/effective_until",
        "结束早于开始，请改日期",
    ),
    "unit's item that does not ask the enterprise register": (
        "ss-proof-unit",
        lambda d: version(d)["instant"]["registers"].__setitem__(0, {"register": "population"}),
        "/versions/0/instant/registers",
        "没有向 enterprise 查申请人是谁，请补上",
    ),
    "instant item for people and units": (
        "ss-proof-unit",
        lambda d: d.update(objects=["1", "2"]),
        "/objects",
        "当场办结的事项要么个人办，要么单位办：规则只从一个基础库认人，请只留一种",
    ),
    "unit's item by delegation": (
        "ss-proof-unit",
        lambda d: version(d)["proxy"].update(bases=["company", "delegation"]),
        "/objects",
        "单位只能由经办人办理，proxy.bases 里只写 company",
    ),
    "instant item without a rule": (
        "ss-proof",
        lambda d: version(d).pop("instant"),
        "/versions/0/instant",
        "kind 是 instant 的事项要写 instant，其他的不写",
    ),
}
