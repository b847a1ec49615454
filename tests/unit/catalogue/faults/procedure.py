"""Limits, steps, results and what a decision opens."""

from tests.unit.catalogue.faults.spoiling import ANY, Faults, version

PROCEDURE: Faults = {
    "one of one part": (
        "medaid-onestop",
        lambda d: version(d)["parts"][4].update(any_of=["civil"]),
        "/versions/0/parts/4/any_of",
        "要写两个以上不在 after 里的环节；必须准予的环节写在 after 里",
    ),
    "one of parts that do not stand before it": (
        "medaid-onestop",
        lambda d: version(d)["parts"][4].update(any_of=["civil", "rurall"]),
        "/versions/0/parts/4/any_of",
        "是不是想写 rural？",
    ),
    "limits by an unknown answer": (
        "power-connect",
        lambda d: version(d)["clocks"]["variants"][0]["when"][0].update(field="suply"),
        "/versions/0/clocks/variants/0/when",
        "是不是想写 supply？",
    ),
    "a step longer than all that is promised": (
        "longevity",
        lambda d: version(d)["steps"][1].update(limit={"n": 9, "unit": "workday"}),
        "/versions/0/steps/1/limit",
        "9个工作日比承诺的5个工作日还长，而这一步不停时限；请改短，或写成 special 或 public_notice",
    ),
    "a part's step longer than its promise": (
        "land-merge",
        lambda d: version(d)["parts"][3]["steps"][0].update(limit={"n": 7, "unit": "day"}),
        "/versions/0/parts/3/steps/0/limit",
        "7天比承诺的2个工作日还长，而这一步不停时限；请改短，或写成 special 或 public_notice",
    ),
    "a statutory limit that begins with a later part": (
        "land-merge",
        lambda d: version(d)["parts"][3]["clocks"].update(statutory={"n": 45}),
        "/versions/0/parts/3/clocks/statutory",
        "法定时限从受理起算，要写在整件事自己的 clocks 里，后开始的环节不能有",
    ),
    "a licence another department issues": (
        "road-dig",
        lambda d: version(d)["results"][0]["licence"].update(kind="real_estate_title"),
        "/versions/0/results/0/licence/kind",
        "real_estate_title 由江州市云城区住房和城乡建设局签发，而这里由江州市云城区城市管理和综合执法局决定",
    ),
    "a parcel to nowhere": (
        "road-dig",
        lambda d: version(d)["results"][0].update(post_to=None, post_phone=None),
        "/versions/0/results/0/delivery",
        "可以邮寄的，要写 post_to 和 post_phone：从哪个字段取地址和电话",
    ),
    "a place for nobody": (
        "points-school",
        lambda d: version(d)["ranking"].update(about="grade"),
        "/versions/0/ranking/about",
        "没有叫 grade 的 person 字段",
    ),
    "a kinship of nobody": (
        "points-school",
        lambda d: version(d)["ranking"].update(about=None, born=None),
        "/versions/0/ranking",
        "kin 证明 about 是谁的孩子，要写 about",
    ),
    "a kinship nobody can show": (
        "points-school",
        lambda d: version(d)["ranking"].update(kin="points_record"),
        "/versions/0/ranking/kin",
        "没有叫 points_record 的要上传的材料",
    ),
    "a birthday of nobody": (
        "points-school",
        lambda d: version(d)["ranking"].pop("about"),
        "/versions/0/ranking",
        "born 是 about 那个人的出生日期，两项要一起写",
    ),
    "a download of nothing": (
        "birth-reg",
        lambda d: version(d)["results"][0].update(paper=None),
        "/versions/0/results/0/delivery",
        "没有可以下载的东西，请写 certificate 或 paper",
    ),
    "a paper from an unknown template": (
        "birth-reg",
        lambda d: version(d)["results"][0]["paper"].update(template="granted_resul"),
        "/versions/0/results/0/paper/template",
        "是不是想写 granted_result？",
    ),
    "a paper that shows what nobody asked": (
        "birth-reg",
        lambda d: version(d)["results"][0]["paper"].update(shows=["mood"]),
        "/versions/0/results/0/paper/shows",
        "没有叫 mood 的字段",
    ),
    "a paper whose kind nobody defined": (
        "birth-reg",
        lambda d: version(d)["results"][0]["paper"].update(type_code="11990101MB9900081D105"),
        "/versions/0/results/0/paper/type_code",
        "要以统一社会信用代码开头",
    ),
    "a paper beside a certificate": (
        "birth-reg",
        lambda d: version(d)["results"][0].update(certificate="relation_proof"),
        "/versions/0/results/0/paper",
        "一个事项只有一份 paper；决定本身就是证明的，不写 paper",
    ),
    "limits by no answer": (
        "power-connect",
        lambda d: version(d)["clocks"]["variants"][0].update(when=[]),
        "/versions/0/clocks/variants/0/when",
        "至少 1 项",
    ),
    "two limits of one key": (
        "power-connect",
        lambda d: version(d)["clocks"]["variants"][1].update(key="high_dual"),
        "/versions/0/clocks/variants/1/key",
        "high_dual 写了两次，请删去一个或换个名字",
    ),
    "a variant promised longer than the law": (
        "power-connect",
        lambda d: version(d)["clocks"]["variants"][2]["promised"].update(n=30),
        "/versions/0/clocks/variants/2",
        "承诺的30天比法定的15个工作日还长，请改短",
    ),
    "an instant item's limits by answers": (
        "ss-proof",
        lambda d: version(d)["clocks"].update(variants=[{"key": "a", "name": "快", "when": [ANY], "promised": {"n": 0}}]),
        "/versions/0/clocks/variants",
        "当场办结的事项没有不同的时限，请去掉 variants",
    ),
    "a step by an unknown answer": (
        "power-connect",
        lambda d: version(d)["steps"][4]["when"][0].update(field="outside"),
        "/versions/0/steps/4/when",
        "是不是想写 outside_line？",
    ),
    "a deciding step by answers": (
        "power-connect",
        lambda d: version(d)["steps"][6].update(when=[{"field": "outside_line", "equals": "none"}]),
        "/versions/0/steps/6/when",
        "只有 accepted 阶段、作决定之前的步骤才能按答案取舍",
    ),
    "a notice that never begins": (
        "disability-cert",
        lambda d: version(d)["public_notice"].pop("when"),
        "/versions/0/public_notice/when",
        "请照样写上 town_publish 的条件：没有那一步，公示就不会开始",
    ),
    "two officers, one step": (
        "low-income",
        lambda d: version(d)["steps"][3].update(other_than="district_decision"),
        "/versions/0/steps/3/other_than",
        "district_decision 不是 second_visit 之前的工作人员步骤",
    ),
    "opens nothing there is": (
        "low-income",
        lambda d: version(d)["opens"][0].update(item="medaid-onestopp"),
        "/versions/0/opens/0/item",
        "是不是想写 medaid-onestop？",
    ),
    "opens itself": (
        "low-income",
        lambda d: version(d)["opens"][0].update(item="low-income"),
        "/versions/0/opens/0/item",
        "没有叫 low-income 的其他事项",
    ),
    "opens on an answer nobody gives": (
        "low-income",
        lambda d: version(d)["opens"][0].update(when=[{"field": "nobody", "equals": "x"}]),
        "/versions/0/opens/0/when",
        "没有叫 nobody 的字段",
    ),
}
