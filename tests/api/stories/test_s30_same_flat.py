"""S30: one flat, filed twice for the same days: rooms of it may be let to several people, so somebody looks into it."""

from typing import Any

from tests.api.stories.counterparts import act, answered, asked, handed_in, photo
from tests.api.stories.test_s30_lease import LANDLORD, TENANT, lease
from tests.factories import Town

OTHER = "zhou-zihan"


async def filed(town: Town, token: str, **more: Any) -> dict[str, Any]:
    return await handed_in(town, token, "lease-filing", lease(town, **{"owned": "alone", "co_owners": None, **more}))


async def ready(town: Town, landlord: str, clerk: str, town_clerk: str, case: dict[str, Any]) -> None:
    """The landlord agrees, the office accepts, and the town has looked at it."""
    await answered(town, landlord, await asked(town, landlord), "confirm", answers={"as_agreed": True})
    seen = await act(town, clerk, case, "claim")
    await act(town, clerk, case, "pass-material", materials=[each["key"] for each in seen["materials"] if each["files"] or each["licence"]])
    await act(town, clerk, case, "accept")
    await act(town, town_clerk, case, "complete-step", step="town_review", finding="合同与填写一致")


async def findings(town: Town, token: str, case: dict[str, Any], path: str = "cases") -> list[str]:
    seen = (await town.get(f"/api/v1/{path}/{case['id']}", token=token)).json["differences"]
    return [each["finding"] for each in seen if each["field"] == "title_number"]


async def granting(town: Town, clerk: str, case: dict[str, Any], **body: Any) -> Any:
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    return await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"], **body}, token=clerk)


async def test_another_lease_of_the_flat_on_the_same_days_is_looked_into_before_either_is_granted(town: Town) -> None:
    first, second, landlord = await town.proven(TENANT), await town.proven(OTHER), await town.proven(LANDLORD)
    clerk, town_clerk = await town.head("baiyunfei"), await town.staff("luyanping")
    one = await filed(town, first)
    assert await findings(town, first, one) == []
    await ready(town, landlord, clerk, town_clerk, one)
    two = await filed(town, second, title_number="江(2016)云城区不动产权第0011873号 ", lease_from="2027-11-30", lease_to="2028-11-29")
    assert await findings(town, second, two) == [""], "what others have applied for is not the applicant's to know"
    await ready(town, landlord, clerk, town_clerk, two)
    said = f"不动产权证号：另一份申请正在办理，办件编号{one['number']}，2026年12月1日至2027年11月30日，和这份的日期有重叠"
    assert await findings(town, clerk, two, "staff/cases") == [said]
    store = town.world.store
    stored = await store._plain[store.database].cases.find_one({"_id": two["id"]})  # pyright: ignore[reportPrivateUsage]
    assert isinstance((stored or {})["same_object"], bytes), "sealed: it is made of answers"

    since = await granting(town, clerk, one)
    assert (since.status, "「不动产权证号」，交件以后，" in since.json["detail"]) == (409, True)
    [told] = await findings(town, clerk, one, "staff/cases")
    assert two["number"] in told
    unseen = await granting(town, clerk, one)
    assert (unseen.status, unseen.json["errors"][0]["pointer"]) == (422, "/differing")
    granted = await granting(town, clerk, one, differing="两份合同租的是不同的房间")
    assert granted.status == 200, granted.text
    assert (await granting(town, clerk, two, differing="租的是另一间")).status == 409, "the other has been granted since"
    assert (await granting(town, clerk, two, differing="租的是另一间，前一份已经批准")).status == 200
    await town.world.settle()
    again = await handed_over(town, first, lease(town, owned="alone", co_owners=None))
    assert (again.status, again.json["type"]) == (409, "/problems/already_granted")
    assert f"已经批准过，办件编号{one['number']}" in again.json["detail"]


async def handed_over(town: Town, token: str, form: dict[str, Any]) -> Any:
    draft = await town.made("/api/v1/cases", {"item": "lease-filing", "form": form}, token)
    chosen = {
        each["key"]: {"files": [await photo(town, token, "lease-filing", "red")]}
        for each in draft["materials"]
        if each["need"]["code"] == "required"
    }
    saved = await town.put(f"/api/v1/cases/{draft['id']}", {"version": draft["version"], "materials": chosen}, token=token)
    return await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": saved.json["version"]}, token=token)


async def test_the_very_same_application_is_refused_in_words(town: Town) -> None:
    tenant = await town.proven(TENANT)
    case = await filed(town, tenant)
    again = await handed_over(town, tenant, lease(town, owned="alone", co_owners=None))
    assert (again.status, again.json["type"], again.json["number"]) == (409, "/problems/already_open", case["number"])
    assert f"您已经提交过，正在办理，办件编号{case['number']}，不用再提交" in again.json["detail"]
    room = await filed(town, tenant, house_address={"town": "罗溪街道", "detail": "东湖花园6栋302北间"})
    assert await findings(town, tenant, room) == [""]


async def test_a_lease_that_follows_or_whose_application_was_taken_back_is_no_finding(town: Town) -> None:
    tenant = await town.proven(TENANT)
    case = await filed(town, tenant)
    after = await filed(town, await town.proven(OTHER), lease_from="2027-12-01", lease_to="2028-11-30")
    assert after["differences"] == []
    await act(town, tenant, case, "withdraw", staff=False)
    anew = await filed(town, tenant)
    assert anew["differences"] == []
