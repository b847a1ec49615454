"""A certificate the rule gave to a person: the clerk who grants it issues it, in the write that closes the case."""

import asyncio
from typing import Any

from tests.people_edge import Edge
from tests.world import World

WISH = {"item": "archive-proof", "form": {"purpose": "work"}}


async def handed_over(edge: Edge) -> tuple[str, dict[str, Any]]:
    """A citizen's token and their case, handed over because a register spoke of somebody else; it has come to its senses."""
    token = await edge.proven("wang-guifang")
    await edge.sandbox.switch("registers.personnel", lie="person")
    answer = await edge.post("/api/v1/certificates", WISH, token=token)
    assert answer.status == 202, answer.text
    await edge.sandbox.reset()
    found = (await edge.get("/api/v1/cases", token=token)).json["items"]
    return token, (await edge.get(f"/api/v1/cases/{found[0]['id']}", token=token)).json


async def granted(edge: Edge, case: dict[str, Any], clerk: str) -> Any:
    """The steps before the last one done, and the last one granted."""
    path = f"/api/v1/staff/cases/{case['id']}"
    seen = (await edge.get(path, token=clerk)).json
    while "grant" not in {each["action"] for each in seen["actions"]}:
        step = next(each["key"] for each in seen["steps"] if each["done_at"] is None)
        body = {"version": seen["version"], "step": step, "finding": "已核对档案"}
        answer = await edge.post(f"{path}/complete-step", body, token=clerk)
        assert answer.status == 200, answer.text
        seen = answer.json
    return await edge.post(f"{path}/grant", {"version": seen["version"], "reason": "已核对档案"}, token=clerk)


async def test_the_clerks_grant_issues_the_certificate_and_closes_the_case(edge: Edge, world: World) -> None:
    token, case = await handed_over(edge)
    assert (case["state"]["state"], bool(case["handed_over_for"])) == ("accepted", True)
    answer = await granted(edge, case, await edge.staff("wuminyi"))
    assert answer.status == 200, answer.text
    assert (answer.json["state"]["state"], answer.json["completion"]["code"]) == ("closed", "0")
    certificate = (await edge.get(f"/api/v1/certificates/{answer.json['certificate']}", token=token)).json
    assert certificate["number"] == answer.json["decision"]["number"]
    await world.settle()
    inbox = (await edge.get("/api/v1/notices", token=token)).json["items"]
    assert "certificate_issued" in {each["template"] for each in inbox}


async def test_two_clerks_issue_one_certificate(edge: Edge, world: World) -> None:
    _, case = await handed_over(edge)
    clerks = [await edge.staff("wuminyi"), await edge.staff("liangguodong")]
    answers = await asyncio.gather(*(granted(edge, case, clerk) for clerk in clerks), return_exceptions=True)
    statuses = sorted(answer.status for answer in answers if not isinstance(answer, BaseException))
    assert statuses[0] == 200
    assert statuses[1:] in ([], [403], [409])
    assert await world.store.certificates.count({}) == 1


async def test_a_register_that_is_down_leaves_the_case_as_it_was(edge: Edge, world: World) -> None:
    _, case = await handed_over(edge)
    await edge.sandbox.switch("registers.personnel", down=True)
    answer = await granted(edge, case, await edge.staff("wuminyi"))
    assert answer.status == 503
    document = await world.store.cases.get(case["id"])
    assert document is not None
    assert (document["state"], document["certificate"]) == ("accepted", None)
    assert await world.store.certificates.count({}) == 0
