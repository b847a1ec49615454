"""S1 and S15: a company's name is looked up and kept while the case runs; the grant gives the credit code, and everybody finds the company."""

import asyncio
from typing import Any

import pytest

from tests.api.stories.business import COMPANY, accepted, act, filed, granted, part
from tests.api.stories.counterparts import answered, asked, photo
from tests.api.stories.test_s15_business_change import FORM as CHANGE
from tests.api.stories.test_s15_business_change import ITEM, handled, submitted
from tests.factories import Town

SMALL = COMPANY | {"insurance_wanted": "not_wanted", "bank_wanted": "not_wanted"}
OTHER = "zhou-zihan"
POLICE, BANK = "guxiaoming", "hongqiming"


def own(town: Town, code: str) -> dict[str, Any]:
    """The answers of somebody who founds the company alone."""
    person = {key: town.document(code)[key] for key in ("name", "id_number")}
    return {"legal_representative": person | {"phone": "16909900002"}, "shareholders": [person]}


async def ready(town: Town, token: str, **answers: Any) -> dict[str, Any]:
    """A draft with everything in it."""
    draft = await town.made("/api/v1/cases", {"item": "biz-start", "form": SMALL | answers}, token)
    chosen = {each["key"]: {"licence": True} for each in draft["materials"]}
    saved = await town.put(f"/api/v1/cases/{draft['id']}", {"version": draft["version"], "materials": chosen}, token=token)
    assert saved.status == 200, saved.text
    return saved.json


async def submit(town: Town, token: str, draft: dict[str, Any]) -> Any:
    return await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=token)


async def refused(town: Town, token: str, name: str, **answers: Any) -> str:
    """What an application for that name is told."""
    answer = await submit(town, token, await ready(town, token, **answers, company_name=name))
    assert answer.status == 422, answer.text
    (fault,) = answer.json["errors"]
    assert fault["pointer"] == "/form/company_name"
    return fault["detail"]


async def test_a_name_that_is_anothers_or_breaks_the_rules_is_refused_with_words(town: Town) -> None:
    citizen = await town.proven("li-min")
    assert "江州晨光印刷有限公司" in await refused(town, citizen, "江州市晨光印刷有限责任公司")
    assert "中华" in await refused(town, citizen, "中华云溪餐饮有限公司")
    assert "规范汉字" in await refused(town, citizen, "江州K2餐饮有限公司")


async def test_a_name_near_anothers_is_looked_into_by_the_registrar_alone(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await filed(town, citizen, "biz-start", SMALL | {"company_name": "江州辰光印刷有限公司"})
    assert "江州晨光印刷有限公司" in case["differences"][0]["told"]
    assert "name_looked_into" in await town.told(citizen)
    case = await accepted(town, window, case)
    licence, market = {"id": part(case, "licence")["case"]}, await town.staff("miaolixin")
    seen = (await town.get(f"/api/v1/staff/cases/{licence['id']}", token=market)).json
    tried = await town.post(f"/api/v1/staff/cases/{licence['id']}/grant", {"version": seen["version"]}, token=market)
    assert (tried.status, tried.json["errors"][0]["pointer"]) == (422, "/differing")
    await act(town, market, licence, "grant", differing="两家行业细分不同，不会让人误认")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    await granted(town, "fanxuemei", part(mine, "tax"))


async def test_where_the_register_is_silent_a_person_looks(town: Town) -> None:
    citizen = await town.proven("li-min")
    draft = await ready(town, citizen)
    await town.sandbox.switch("registers.enterprise", down=True)
    answer = await submit(town, citizen, draft)
    assert answer.status == 200, answer.text
    assert "还没有比对" in answer.json["differences"][0]["told"]


@pytest.mark.parametrize("guarded", [True, False])
async def test_of_two_at_the_same_moment_exactly_one_gets_the_name(town: Town, guarded: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each has looked, and found it free, before either writes. Without the unique index both get it: the negative control."""
    one, other = await town.proven("li-min"), await town.proven(OTHER)
    drafts = [
        (one, await ready(town, one)),
        (other, await ready(town, other, **own(town, OTHER), company_name="江州市云溪餐饮有限责任公司")),
    ]
    naming = town.world.product.engines.cases.naming
    barrier, near = asyncio.Barrier(2), naming._near

    async def abreast(*arguments: Any) -> Any:
        found = await near(*arguments)
        await barrier.wait()
        return found

    monkeypatch.setattr(naming, "_near", abreast)
    cases = town.world.store._plain[town.world.store.database]["cases"]
    if not guarded:
        await cases.drop_index("name_held_1")
    try:
        answers = await asyncio.gather(*(submit(town, token, draft) for token, draft in drafts))
    finally:
        if not guarded:
            await cases.update_many({}, {"$set": {"name_held": None}})
            await cases.create_index("name_held", name="name_held_1", unique=True, partialFilterExpression={"name_held": {"$gt": ""}})
    assert sorted(each.status for each in answers) == ([200, 422] if guarded else [200, 200])
    if guarded:
        (told,) = [each.json for each in answers if each.status == 422]
        assert "已经有人申报" in told["detail"]


async def test_a_name_is_free_again_when_its_case_ends(town: Town) -> None:
    one, other = await town.proven("li-min"), await town.proven(OTHER)
    first = await filed(town, one, "biz-start", SMALL)
    assert "已经有人申报" in await refused(town, other, "江州市云溪餐饮有限公司", **own(town, OTHER))
    await act(town, one, first, "withdraw", staff=False)
    assert (await submit(town, other, await ready(town, other, **own(town, OTHER)))).status == 200


async def test_the_grant_gives_a_credit_code_that_every_part_paper_and_register_has(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY))
    market, licence = await town.staff("miaolixin"), {"id": part(case, "licence")["case"]}
    seen = await act(town, market, licence, "grant")
    code = seen["founded"]["uscc"]
    assert (seen["founded"]["name"], code[:8]) == (COMPANY["company_name"], "91990101")
    body = {"version": seen["version"], "kind": "营业执照", "number": "JZ-1", "way": "exit"}
    wrong = await town.post(f"/api/v1/staff/cases/{licence['id']}/record-result", body, token=market)
    assert (wrong.status, wrong.json["errors"][0]["pointer"]) == (422, "/number")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert mine["founded"]["uscc"] == code
    for key, username in (("seal", POLICE), ("tax", "fanxuemei"), ("bank_reservation", BANK)):
        theirs = (await town.get(f"/api/v1/staff/cases/{part(mine, key)['case']}", token=await town.staff(username))).json
        assert theirs["founded"]["uscc"] == code, key
    told = await town.inbox(citizen)  # and the register has taken it over
    assert any(code in each["body"] for each in told if each["template"] == "company_founded")

    company = {"uscc": code, "name": COMPANY["company_name"]}
    items = ["seal-filing", "social-town", "ss-proof-unit"]
    body = {"basis": "company", "enterprise": company, "agent": town.document("li-min"), "items": items, "until": "2026-12-31"}
    grant = await town.made("/api/v1/grants", body, citizen)
    form = (await town.get("/api/v1/items/seal-filing/form", token=citizen, acting=grant["id"])).json
    assert form["values"]["unit_name"] == COMPANY["company_name"]
    held = (await town.get("/api/v1/licences", token=citizen, acting=grant["id"])).json
    assert held["items"][0]["holders"] == [COMPANY["company_name"]], "the business licence is in the licence register"
    again = await town.proven(OTHER)
    assert "相同" in await refused(town, again, "江州市云溪餐饮有限公司", **own(town, OTHER)), "now by the register"


async def test_what_the_register_does_not_take_is_sent_again(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", SMALL))
    await town.world.settle()
    await town.sandbox.switch("registers.enterprise", error_status=503)
    await act(town, await town.staff("miaolixin"), {"id": part(case, "licence")["case"]}, "grant")
    await town.world.settle()
    stored = await town.world.store.cases.find_one({"founds": {"$gt": ""}})
    assert stored is not None
    assert stored["entered"] is None
    whole = await town.world.store.cases.get(case["id"])
    assert whole is not None
    assert whole["name_held"], "until the register has it, nobody else gets the name"


async def test_a_company_changes_its_name_and_goes_on_under_the_new_one(town: Town) -> None:
    grant = await handled(town)
    case = await submitted(town, grant, CHANGE | {"changes": ["name"], "new_name": "江州晨曦印务有限公司"})
    await answered(town, grant.principal, await asked(town, grant.principal), "sign")
    reviewer = await town.staff("linxiaoyan")
    await accepted(town, reviewer, case)
    await act(town, await town.staff("miaolixin"), case, "grant")
    await town.world.settle()
    town.world.clock.forward(days=1, hours=1)
    await town.world.product.engines.people.enterprises.recheck()
    await town.world.settle()
    form = await town.get(f"/api/v1/items/{ITEM}/form", token=grant.agent, acting=grant.id)
    assert (form.status, form.json["applicant"]) == (200, "江州晨曦印务有限公司"), "the handler goes on"


async def test_a_company_may_not_take_anothers_name_but_its_own_in_another_shape(town: Town) -> None:
    grant = await handled(town)
    draft = await town.made("/api/v1/cases", {"item": ITEM, "form": CHANGE | {"changes": ["name"]}}, grant.agent, grant.id)
    for name, status in (("江州云数科技有限公司", 422), ("江州市晨光印刷有限责任公司", 200)):
        chosen: dict[str, Any] = {"business_licence": {"licence": True}}
        for key, colour in (("resolution", "red"), ("articles", "blue")):
            chosen[key] = {"files": [await photo(town, grant.agent, ITEM, colour, grant.id)]}
        now = (await town.get(f"/api/v1/cases/{draft['id']}", token=grant.agent, acting=grant.id)).json
        body = {"version": now["version"], "form": now["form"] | {"new_name": name}, "materials": chosen}
        saved = await town.put(f"/api/v1/cases/{draft['id']}", body, token=grant.agent, acting=grant.id)
        filing = {"version": saved.json["version"]}
        answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", filing, token=grant.agent, acting=grant.id)
        assert answer.status == status, answer.text
