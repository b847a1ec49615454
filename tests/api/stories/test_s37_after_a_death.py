"""An allowance rests on a living person: the register is asked in the act that grants, and what was granted ends with the person."""

from typing import Any

from tests.api.stories.business import accepted, act, proposed
from tests.factories import Town

ELDER: dict[str, Any] = {
    "living": "same",
    "account": {"holder": "朱守义", "bank": "江州银行", "account": "6222990100000101"},
    "phone": "16909900101",
    "alive_statement": True,
}


async def _to_decide(town: Town, citizen: str) -> dict[str, Any]:
    """朱守义's application for the longevity allowance, with everything done but the decision."""
    draft = await town.made(
        "/api/v1/cases", {"item": "longevity", "form": ELDER, "materials": {"resident_card": {"licence": True}}}, citizen
    )
    case = await act(town, citizen, draft, "submit", staff=False)
    await accepted(town, await town.staff("wanshanshan"), case)
    await act(town, await town.staff("qiaoshuigen"), case, "complete-step", step="village_check", finding="健在，住在本地")
    return await act(town, await town.staff("feichunyan"), case, "complete-step", step="town_review", finding="同意")


async def _try_to_grant(town: Town, clerk: str, case: dict[str, Any]) -> Any:
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    return await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"], "fills": proposed(seen)}, token=clerk)


async def test_nothing_is_granted_to_somebody_who_died_meanwhile(town: Town) -> None:
    case, clerk = await _to_decide(town, await town.proven("zhu-shouyi")), await town.staff("wanshanshan")
    await town.sandbox.death("zhu-shouyi", "2026-11-22")  # nobody has asked the register since
    refused = await _try_to_grant(town, clerk, case)
    assert refused.status == 409, refused.text
    assert "现在的登记不符合「老人健在」，不能批准" in refused.json["detail"]
    await town.world.settle()
    ended = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    assert (ended["state"]["state"], ended["decision"]) == ("aborted", None), "the death became known by asking"
    (paper,) = [each for each in ended["papers"] if each["key"] == "death"]
    assert (paper["title"], "终字" in paper["number"]) == ("终止办理告知书", True)
    printed = await town.get(f"/api/v1/staff/cases/{case['id']}/papers/death", token=clerk)
    assert (printed.status, printed.headers["Content-Type"]) == (200, "application/pdf"), "the heirs are given it at the counter"


async def test_a_silent_register_grants_nothing(town: Town) -> None:
    case, clerk = await _to_decide(town, await town.proven("zhu-shouyi")), await town.staff("wanshanshan")
    await town.sandbox.switch("registers.population", down=True)
    assert (await _try_to_grant(town, clerk, case)).status == 503
    await town.sandbox.switch("registers.population", down=False)
    assert (await _try_to_grant(town, clerk, case)).status == 200


async def test_what_was_granted_ends_with_the_person(town: Town) -> None:
    citizen, clerk = await town.proven("zhu-shouyi"), await town.staff("wanshanshan")
    case = await _to_decide(town, citizen)
    await act(town, clerk, case, "grant")
    await act(town, clerk, case, "record-result", kind="待遇核定通知", way="download")
    await town.world.settle()
    (paper,) = (await town.get(f"/api/v1/certificates?case={case['id']}", token=citizen)).json["items"]
    await town.dies("zhu-shouyi")
    clerk = await town.staff("wanshanshan")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    assert (seen["state"]["state"], seen["state"]["label"]) == ("closed", "已终止")
    assert "发到去世的当月为止" in seen["state"]["sentence"]
    (kept,) = await town.world.store.certificates.find({"_id": paper["id"]})
    assert (kept["state"], "发到去世的当月为止" in kept["reason"]) == ("revoked", True)
    assert len([each for each in await town.world.store.outbox.find({"action": "case.result_ended"})]) == 1
    await town.world.product.engines.people.recheck()
    await town.world.settle()
    again = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    assert again["version"] == seen["version"], "it ends once"
