"""S11: a monthly allowance is had once: while it is granted nobody applies for it again; when it has ended they may."""

from tests.api.stories.business import filed
from tests.api.stories.longevity import FORM, found_wrong, paid_every_month
from tests.factories import Town


async def test_what_is_paid_every_month_is_not_granted_twice(town: Town) -> None:
    elder = await town.proven("wang-guifang")
    case = await paid_every_month(town, elder)
    await town.world.settle()
    licences = {each["key"]: {"licence": True} for each in case["materials"] if each["licence"]}
    again = await town.made("/api/v1/cases", {"item": "longevity", "form": FORM, "materials": licences}, elder)
    refused = await town.post(f"/api/v1/cases/{again['id']}/submit", {"version": again["version"]}, token=elder)
    assert (refused.status, refused.json["type"], refused.json["case"]) == (409, "/problems/already_granted", case["id"])
    assert f"办件编号{case['number']}" in refused.json["detail"]
    assert (await town.get(f"/api/v1/cases/{again['id']}", token=elder)).json["state"]["state"] == "draft", "nothing is lost"


async def test_after_it_was_annulled_it_is_applied_for_again(town: Town) -> None:
    elder = await town.proven("wang-guifang")
    await found_wrong(town, elder, await paid_every_month(town, elder))
    await town.world.settle()
    assert (await filed(town, elder, "longevity", FORM))["state"]["state"] == "received"
