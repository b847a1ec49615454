"""People a form names who are not the applicant: known to the registers as what they are named for, or looked into before a grant."""

from typing import Any

from tests.api.stories.business import COMPANY as NEW_COMPANY
from tests.api.stories.business import accepted, act, filed, granted, part, signed
from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s06_units import handler
from tests.api.stories.test_s07_home_assessment import CARD, LIMB, PAPERS
from tests.api.stories.test_s13_pre_review import FORM as SHOW
from tests.api.stories.test_s13_pre_review import THEATRE
from tests.api.stories.test_s31_no_double_entry import CHILD
from tests.cases_world import IDCARD
from tests.factories import Town

_LOST = {key: value for key, value in IDCARD.items() if key != "household_place"}  # which the register fills in


def named(town: Town, code: str, **more: str) -> dict[str, Any]:
    """One of the demo people as a form names them."""
    return {key: town.document(code)[key] for key in ("name", "id_number")} | more


async def found(town: Town, username: str, case: dict[str, Any]) -> list[str]:
    """What registers say of the people a case names, as the department reads it."""
    seen = await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff(username))
    assert seen.status == 200, seen.text
    return [each["finding"] for each in seen.json["differences"] if each["finding"]]


def flagged(case: dict[str, Any]) -> list[str]:
    """The fields whose people staff look into, as the applicant sees it."""
    assert all((each["registered"], each["finding"]) == (None, "") for each in case["differences"])
    return [each["field"] for each in case["differences"]]


async def test_a_birth_is_registered_for_the_other_one_of_the_marriage(town: Town) -> None:
    mother, office = await town.proven("chen-jie"), "duanzhiqiang"
    case = await filed(town, mother, "birth-reg", CHILD | {"partner": named(town, "li-qiang")})
    assert flagged(case) == ["partner"]
    await accepted(town, await town.staff(office), case)
    assert await found(town, office, case) == ["李强：没有登记为申请人现在的配偶"]
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff(office))).json
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"]}, token=await town.staff(office))
    assert (early.status, early.json["errors"][0]["pointer"]) == (422, "/differing")
    await act(town, await town.staff(office), case, "grant", differing="和陈洁电话核实，填错了人，已改正")


async def test_an_employer_does_the_business_of_its_own_staff(town: Town) -> None:
    grant = await handler(town, "social-town")
    form = {"applicant_kind": "company", "business": "suspend", "suspend_from": "2026-12", "phone": "16909900006"}
    own = form | {"insured": named(town, "huang-lili")}
    assert flagged(await handed_in(town, grant.agent, "social-town", own, acting=grant.id)) == []
    other = form | {"insured": named(town, "li-qiang")}
    case = await handed_in(town, grant.agent, "social-town", other, acting=grant.id)
    assert flagged(case) == ["insured"]
    kept = await town.world.store.cases.get(case["id"])
    assert kept is not None
    assert kept["looked_up"]["insured"][0]["found"] == ["没有登记为本单位的参保职工"]


async def test_a_guardian_is_one_by_the_register(town: Town) -> None:
    brother = await town.proven("li-qiang")
    guarded = CARD | LIMB | {"situation": "guarded", "all_categories": ["mental"]}
    del guarded["categories"]
    mother = guarded | {"guardian": named(town, "wang-guifang", relation="母亲", phone="16909900001")}
    assert flagged(await handed_in(town, brother, "disability-cert", mother, *PAPERS)) == []


async def test_somebody_who_is_no_guardian_by_the_register_is_looked_into(town: Town) -> None:
    brother = await town.proven("li-qiang")
    guarded = CARD | LIMB | {"situation": "guarded", "all_categories": ["mental"]}
    del guarded["categories"]
    stranger = guarded | {"guardian": named(town, "chen-jie", relation="监护人", phone="16909900009")}
    case = await handed_in(town, brother, "disability-cert", stranger, *PAPERS)
    assert flagged(case) == ["guardian"]
    assert await found(town, "jianghaiyan", case) == ["陈洁：没有登记为申请人的监护人或者近亲属"]


async def test_who_comes_along_with_a_child_is_a_parent(town: Town) -> None:
    child = await town.proven("cai-xinyi")
    own = _LOST | {"under_age": "minor", "guardian": named(town, "cai-mingyuan", relation="父亲")}
    assert flagged(await handed_in(town, child, "idcard-lost", own, "household_register", action="pre-review")) == []


async def test_who_comes_along_with_a_child_and_is_no_parent_is_looked_into(town: Town) -> None:
    child = await town.proven("cai-xinyi")
    other = _LOST | {"under_age": "minor", "guardian": named(town, "li-min", relation="母亲")}
    case = await handed_in(town, child, "idcard-lost", other, "household_register", action="pre-review")
    assert flagged(case) == ["guardian"]
    assert await found(town, "guxiaoming", case) == ["李敏：没有登记为申请人的父母或者监护人"]


async def test_the_dead_do_not_perform(town: Town) -> None:
    grant = await town.granted("deng-xiaofang", "zhou-zihan", "show-approval", basis="company", enterprise=THEATRE)
    papers = ("performance_permit", "business_licence")
    form = SHOW | {"performers": [*SHOW["performers"], named(town, "li-deshan")]}
    case = await handed_in(town, grant.agent, "show-approval", form, *papers, action="pre-review", acting=grant.id)
    assert flagged(case) == ["performers"]
    assert await found(town, "wenyiming", case) == ["李德山：登记的不是健在"]


async def test_who_founds_and_watches_over_a_company_lives_and_is_of_age_and_the_registrar_alone_looks_into_it(town: Town) -> None:
    founder, child, window = await town.proven("li-min"), await town.proven("cai-xinyi"), await town.staff("linxiaoyan")
    case = await filed(town, founder, "biz-start", NEW_COMPANY | {"supervisors": [named(town, "cai-xinyi")]})
    assert flagged(case) == ["supervisors"]
    await signed(town, child)
    case = await accepted(town, window, case)
    licence, market = {"id": part(case, "licence")["case"]}, await town.staff("miaolixin")
    assert await found(town, "miaolixin", licence) == ["蔡欣怡：登记的出生日期不满18周岁"]
    seen = (await town.get(f"/api/v1/staff/cases/{licence['id']}", token=market)).json
    tried = await town.post(f"/api/v1/staff/cases/{licence['id']}/grant", {"version": seen["version"]}, token=market)
    assert (tried.status, tried.json["errors"][0]["pointer"]) == (422, "/differing")
    await act(town, market, licence, "grant", differing="监事已经改由成年人担任，章程已更正")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=founder)).json
    await granted(town, "fanxuemei", part(mine, "tax"))
