"""Limits, steps, results and what a decision opens."""

from tests.unit.catalogue.faults.spoiling import ANY, Faults, version

PROCEDURE: Faults = {
    "one of one part": (
        "medaid-onestop",
        lambda d: version(d)["parts"][4].update(any_of=["civil"]),
        "/versions/0/parts/4/any_of",
        "a part that must be granted stands there",
    ),
    "one of parts that do not stand before it": (
        "medaid-onestop",
        lambda d: version(d)["parts"][4].update(any_of=["civil", "rurall"]),
        "/versions/0/parts/4/any_of",
        "did you mean rural?",
    ),
    "limits by an unknown answer": (
        "power-connect",
        lambda d: version(d)["clocks"]["variants"][0]["when"][0].update(field="suply"),
        "/versions/0/clocks/variants/0/when",
        "did you mean supply",
    ),
    "a step longer than all that is promised": (
        "longevity",
        lambda d: version(d)["steps"][1].update(limit={"n": 9, "unit": "workday"}),
        "/versions/0/steps/1/limit",
        "longer than the promised 5个工作日",
    ),
    "a part's step longer than its promise": (
        "land-merge",
        lambda d: version(d)["parts"][3]["steps"][0].update(limit={"n": 7, "unit": "day"}),
        "/versions/0/parts/3/steps/0/limit",
        "stops no clock",
    ),
    "a statutory limit that begins with a later part": (
        "land-merge",
        lambda d: version(d)["parts"][3]["clocks"].update(statutory={"n": 45}),
        "/versions/0/parts/3/clocks/statutory",
        "counts from acceptance",
    ),
    "a licence another department issues": (
        "road-dig",
        lambda d: version(d)["results"][0]["licence"].update(kind="real_estate_title"),
        "/versions/0/results/0/licence/kind",
        "is issued by 江州市云城区住房和城乡建设局, and this is decided by 江州市云城区城市管理和综合执法局",
    ),
    "a parcel to nowhere": (
        "road-dig",
        lambda d: version(d)["results"][0].update(post_to=None, post_phone=None),
        "/versions/0/results/0/delivery",
        "sent by post needs post_to",
    ),
    "a place for nobody": (
        "points-school",
        lambda d: version(d)["ranking"].update(about="grade"),
        "/versions/0/ranking/about",
        "field of type person",
    ),
    "a kinship of nobody": (
        "points-school",
        lambda d: version(d)["ranking"].update(about=None, born=None),
        "/versions/0/ranking",
        "kin shows whose child",
    ),
    "a kinship nobody can show": (
        "points-school",
        lambda d: version(d)["ranking"].update(kin="points_record"),
        "/versions/0/ranking/kin",
        "unknown material people upload points_record",
    ),
    "a birthday of nobody": (
        "points-school",
        lambda d: version(d)["ranking"].pop("about"),
        "/versions/0/ranking",
        "date of birth of whom about names",
    ),
    "a download of nothing": (
        "birth-reg",
        lambda d: version(d)["results"][0].update(paper=None),
        "/versions/0/results/0/delivery",
        "nothing to download",
    ),
    "a paper from an unknown template": (
        "birth-reg",
        lambda d: version(d)["results"][0]["paper"].update(template="granted_resul"),
        "/versions/0/results/0/paper/template",
        "did you mean granted_result?",
    ),
    "a paper that shows what nobody asked": (
        "birth-reg",
        lambda d: version(d)["results"][0]["paper"].update(shows=["mood"]),
        "/versions/0/results/0/paper/shows",
        "unknown field mood",
    ),
    "a paper whose kind nobody defined": (
        "birth-reg",
        lambda d: version(d)["results"][0]["paper"].update(type_code="11990101MB9900081D105"),
        "/versions/0/results/0/paper/type_code",
        "unified social credit code",
    ),
    "a paper beside a certificate": (
        "birth-reg",
        lambda d: version(d)["results"][0].update(certificate="relation_proof"),
        "/versions/0/results/0/paper",
        "one paper an item",
    ),
    "limits by no answer": (
        "power-connect",
        lambda d: version(d)["clocks"]["variants"][0].update(when=[]),
        "/versions/0/clocks/variants/0/when",
        "at least 1 item",
    ),
    "two limits of one key": (
        "power-connect",
        lambda d: version(d)["clocks"]["variants"][1].update(key="high_dual"),
        "/versions/0/clocks/variants/1/key",
        "stands twice",
    ),
    "a variant promised longer than the law": (
        "power-connect",
        lambda d: version(d)["clocks"]["variants"][2]["promised"].update(n=30),
        "/versions/0/clocks/variants/2",
        "is longer than statutory",
    ),
    "an instant item's limits by answers": (
        "ss-proof",
        lambda d: version(d)["clocks"].update(variants=[{"key": "a", "name": "快", "when": [ANY], "promised": {"n": 0}}]),
        "/versions/0/clocks/variants",
        "decided at once",
    ),
    "a step by an unknown answer": (
        "power-connect",
        lambda d: version(d)["steps"][4]["when"][0].update(field="outside"),
        "/versions/0/steps/4/when",
        "did you mean outside_line",
    ),
    "a deciding step by answers": (
        "power-connect",
        lambda d: version(d)["steps"][6].update(when=[{"field": "outside_line", "equals": "none"}]),
        "/versions/0/steps/6/when",
        "before the one that decides",
    ),
    "a notice that never begins": (
        "disability-cert",
        lambda d: version(d)["public_notice"].pop("when"),
        "/versions/0/public_notice/when",
        "repeats the conditions of town_publish",
    ),
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
}
