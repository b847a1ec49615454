"""A lost identity card as far as its fee: filed, accepted, the slip drawn; and what payers do in the bank's app."""

from datetime import timedelta
from typing import Any

from tests.api.stories.business import accepted, act, filed
from tests.cases_world import IDCARD
from tests.factories import Town

CLERK = "zhongweiguo"  # a reviewer of the police
WINDOW = "tongjing"  # their reception
HEAD = "leizhenyu"


async def lost_card(town: Town, citizen: str, **form: Any) -> dict[str, Any]:
    """The case, accepted: the fee is due before the decision."""
    case = await filed(town, citizen, "idcard-lost", IDCARD | form, photo_receipt={})
    return await accepted(town, await town.staff(WINDOW), case)


async def bill_of(town: Town, token: str, case: dict[str, Any]) -> dict[str, Any]:
    """The newest slip of a case, as its applicant sees it."""
    answer = await town.get("/api/v1/bills", token=token, case=case["id"])
    assert answer.status == 200, answer.text
    return answer.json["items"][0]


async def begun(town: Town, token: str, bill: dict[str, Any]) -> dict[str, Any]:
    """A payment begun on the phone."""
    answer = await town.post(f"/api/v1/bills/{bill['id']}/pay", {"version": bill["version"]}, token=token)
    assert answer.status == 200, answer.text
    return answer.json


async def in_app(town: Town, bill: dict[str, Any], **how: Any) -> dict[str, Any]:
    """The payer pays in the bank's app; what the bank's notices were answered with."""
    return await town.sandbox.call("POST", "bank/payments", {"order": bill["order"]["id"], **how})


async def paid_online(town: Town, token: str, case: dict[str, Any], **how: Any) -> dict[str, Any]:
    """Begun and paid; the slip after it."""
    bill = await begun(town, token, await bill_of(town, token, case))
    await in_app(town, bill, **how)
    await town.world.settle()
    return (await town.get(f"/api/v1/bills/{bill['id']}", token=token)).json


async def reconciled(town: Town, minutes: int = 3) -> None:
    """Time passes, and the product asks the bank what nobody told it."""
    town.world.clock.forward(seconds=timedelta(minutes=minutes).total_seconds())
    await town.world.product.engines.payments.tick()
    await town.world.settle()


async def at_bank(town: Town) -> dict[str, Any]:
    """What came into the bank and went back."""
    return await town.sandbox.call("GET", "bank/payments")


async def granted_card(town: Town, citizen: str, **form: Any) -> dict[str, Any]:
    """The case, paid at the counter and granted: the card is to be handed over."""
    case, window, clerk = await lost_card(town, citizen, **form), await town.staff(WINDOW), await town.staff(CLERK)
    bill = await bill_of(town, citizen, case)
    await town.post(f"/api/v1/staff/bills/{bill['id']}/collect", {"version": bill["version"], "method": "cash"}, token=window)
    await town.world.settle()
    await act(town, clerk, case, "complete-step", step="verify", finding="人像、指纹一致")
    return await act(town, clerk, case, "grant")
