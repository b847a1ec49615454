"""A child is registered once, by one of its parents: of two who apply, even at one moment, one is granted and the other knows what to do."""

import asyncio
from typing import Any

import pytest

from backend.cases import filing
from tests.api.stories.business import accepted, act, filed
from tests.api.stories.counterparts import photo
from tests.api.stories.test_named_people import flagged, found, named
from tests.api.stories.test_s31_no_double_entry import CHILD
from tests.factories import Town

OFFICE = "duanzhiqiang"


async def _both(town: Town) -> tuple[str, str]:
    return await town.proven("chen-jie"), await town.proven("zhao-peng")


async def _granted(town: Town, case: dict[str, Any], **body: Any) -> tuple[int, dict[str, Any]]:
    office = await town.staff(OFFICE)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=office)).json
    answer = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"], **body}, token=office)
    return answer.status, answer.json


async def test_of_two_parents_who_apply_at_one_moment_one_is_granted_and_the_other_told(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    mother, father = await _both(town)
    both, real = asyncio.Barrier(2), filing.own_cases

    async def at_one_moment(*asked: Any) -> Any:
        said = await real(*asked)
        await both.wait()  # each has looked before either is handed in
        return said

    monkeypatch.setattr(filing, "own_cases", at_one_moment)
    hers, his = await asyncio.gather(
        filed(town, mother, "birth-reg", CHILD | {"partner": named(town, "zhao-peng")}),
        filed(town, father, "birth-reg", CHILD | {"partner": named(town, "chen-jie")}),
    )
    assert (flagged(hers), flagged(his)) == ([], [])
    for case in (hers, his):
        await accepted(town, await town.staff(OFFICE), case)

    status, told = await _granted(town, hers)
    assert (status, "同样的内容另有一件" in told["detail"]) == (409, True), "not granted past the other one"
    assert await found(town, OFFICE, hers) == [f"赵鹏：同样的内容正在办理，办件编号{his['number']}"]
    assert "same_matter" in await town.told(mother)
    assert (await _granted(town, hers))[0] == 422, "what was found is written down"
    assert (await _granted(town, hers, differing="和两位电话核实，是同一个孩子，由母亲登记"))[0] == 200

    assert (await _granted(town, his, differing="没有问题"))[0] == 409, "nobody has read what was found since"
    assert await found(town, OFFICE, his) == [f"陈洁：同样的内容已经批准过，办件编号{hers['number']}"]
    notice = next(each for each in await town.inbox(father) if each["template"] == "same_matter")
    assert all(way in notice["body"] for way in ("请撤回这一件", "到窗口说明"))
    await act(town, father, his, "withdraw", staff=False, reason="由孩子妈妈登记")
    ends = [(await town.get(f"/api/v1/cases/{case['id']}", token=token)).json for token, case in ((mother, hers), (father, his))]
    assert [each["state"]["state"] for each in ends] == ["closed", "withdrawn"]


async def test_a_parent_who_comes_second_is_told_at_once_and_another_child_is_no_hindrance(town: Town) -> None:
    mother, father = await _both(town)
    hers = await filed(town, mother, "birth-reg", CHILD | {"partner": named(town, "zhao-peng")})
    his = await filed(town, father, "birth-reg", CHILD | {"partner": named(town, "chen-jie")})
    assert flagged(his) == ["which"]
    assert all(way in his["differences"][0]["told"] for way in ("请撤回这一件", "到窗口说明"))
    told = await town.told(father)
    assert ("same_matter" in told, "named_looked_into" in told) == (True, False), "told once, in its own words"
    await act(town, mother, hers, "withdraw", staff=False, reason="由孩子爸爸登记")
    await accepted(town, await town.staff(OFFICE), his)
    assert (await _granted(town, his, differing="母亲的已经撤回"))[0] == 200


async def test_parents_who_are_not_married_are_told_where_they_name_each_other_and_need_not(town: Town) -> None:
    mother, father = await _both(town)
    single = CHILD | {"marriage": "not_married"}
    hers = await filed(town, mother, "birth-reg", single | {"other_parent": named(town, "zhao-peng")})
    his = await filed(town, father, "birth-reg", single | {"other_parent": named(town, "chen-jie")})
    assert (flagged(hers), flagged(his)) == ([], ["which"])
    assert "same_matter" in await town.told(father)
    await accepted(town, await town.staff(OFFICE), hers)
    assert (await _granted(town, hers))[0] == 409
    assert (await _granted(town, hers, differing="两位商量好由母亲登记"))[0] == 200


async def test_who_names_somebody_learns_nothing_of_what_that_one_handed_in(town: Town) -> None:
    mother, stranger = await town.proven("chen-jie"), await town.proven("li-qiang")
    hers = await filed(town, mother, "birth-reg", CHILD | {"marriage": "not_married"})
    shown = {"files": [await photo(town, stranger, "birth-reg", "green")]}
    his = await filed(town, stranger, "birth-reg", CHILD | {"partner": named(town, "chen-jie")}, marriage_certificate=shown)
    assert "same_matter" not in await town.told(stranger)
    assert all("只办一次" not in each["told"] for each in his["differences"])
    await accepted(town, await town.staff(OFFICE), his)
    assert f"陈洁：同样的内容正在办理，办件编号{hers['number']}" in await found(town, OFFICE, his)


async def test_who_is_divorced_on_no_known_day_registers_as_they_are_now(town: Town) -> None:
    mother = await town.proven("chen-jie")
    former = named(town, "zhao-peng")
    await town.sandbox.change_record("marriages", "chen-jie", {"entries": [former | {"state": "离婚", "registered_on": None}]})
    guide = (await town.get("/api/v1/items/birth-reg")).json
    assert any("不用交" in each["answer"] and "窗口" in each["answer"] for each in guide["faq"] if "离婚" in each["question"])
    case = await filed(town, mother, "birth-reg", CHILD | {"marriage": "not_married"})
    assert ("partner" in flagged(case), [each["key"] for each in case["materials"]]) == (False, ["resident_card"])
    await accepted(town, await town.staff(OFFICE), case)
    status, told = await _granted(town, case)
    assert status == 200, told


async def test_who_names_a_former_husband_as_the_present_one_is_asked_about_it(town: Town) -> None:
    mother, former = await town.proven("chen-jie"), named(town, "zhao-peng")
    await town.sandbox.change_record("marriages", "chen-jie", {"entries": [former | {"state": "离婚", "registered_on": None}]})
    case = await filed(town, mother, "birth-reg", CHILD | {"partner": former})
    assert flagged(case) == ["partner"]
    await accepted(town, await town.staff(OFFICE), case)
    assert await found(town, OFFICE, case) == ["赵鹏：没有登记为申请人现在的配偶"]
