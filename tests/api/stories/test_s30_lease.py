"""S30: 房屋租赁登记备案. No papers of either side carried to a counter: filled in online, the other side confirms, a co-owner signs."""

from typing import Any

from tests.api.stories.counterparts import act, answered, asked, handed_in
from tests.factories import Town

TENANT, LANDLORD, CO_OWNER = "li-qiang", "zhao-peng", "chen-jie"
LEASE: dict[str, Any] = {
    "role": "tenant",
    "other_kind": "person",
    "house_address": {"town": "罗溪街道", "detail": "东湖花园6栋302"},
    "title_number": "江（2016）云城区不动产权第0011873号",
    "area": 104,
    "usage": "living",
    "occupants": 1,
    "signed_on": "2026-11-20",
    "lease_from": "2026-12-01",
    "lease_to": "2027-11-30",
    "rent": 2600,
    "deposit": 2600,
    "owned": "shared",
    "phone": "16909900004",
    "truthful": True,
}


def lease(town: Town, **more: Any) -> dict[str, Any]:
    """The lease of the flat that 赵鹏 and 陈洁 own together."""
    people = {code: {key: town.document(code)[key] for key in ("name", "id_number")} for code in (LANDLORD, CO_OWNER)}
    return {**LEASE, "other_person": people[LANDLORD], "co_owners": [people[CO_OWNER]], **more}


async def test_both_sides_and_the_co_owner_from_their_phones_and_nobody_travels(town: Town) -> None:
    tenant, landlord, wife = await town.proven(TENANT), await town.proven(LANDLORD), await town.proven(CO_OWNER)
    case = await handed_in(town, tenant, "lease-filing", lease(town))
    assert "正在等赵鹏、陈洁" in case["state"]["sentence"]
    assert "confirmation_asked" in await town.told(landlord)
    assert "signature_asked" in await town.told(wife)

    page = await asked(town, landlord)
    assert (page["applicant"], page["name"], page["case"]) == ("李强", "对方确认租赁信息", None)
    assert {"rent", "lease_from", "house_address"} <= {each["key"] for each in page["shown"]}
    assert "phone" not in {each["key"] for each in page["shown"]}, "what the item does not show stays the tenant's"
    assert page["shown"][0] == {"key": "role", "label": "申请人身份", "value": "tenant", "words": "租客（承租人）"}, (
        "told of them, not asked"
    )
    [contract] = page["papers"]
    copy = await town.get(f"/api/v1/obligations/{page['id']}/papers/{contract['key']}/{contract['number']}", token=landlord)
    assert (copy.status, copy.body[:2]) == (200, b"\xff\xd8"), "the contract they say it agrees with"
    await answered(town, landlord, page, "confirm", answers={"as_agreed": True})
    consent = await asked(town, wife)
    assert consent["text"].startswith("我是「江（2016）云城区不动产权第0011873号」号房屋的共有人")
    await answered(town, wife, consent, "sign")

    clerk, town_clerk = await town.head("baiyunfei"), await town.staff("luyanping")
    seen = await act(town, clerk, case, "claim")
    signed = {each["name"]: (each["met_by"], each["method"], each["intact"]) for each in seen["obligations"]}
    assert signed["共有人同意出租"] == ("陈洁", "国家网络身份认证", True)
    keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    await act(town, clerk, case, "pass-material", materials=keys)
    await act(town, clerk, case, "accept")
    await act(town, town_clerk, case, "complete-step", step="town_review", finding="合同与填写一致")
    await act(town, clerk, case, "grant")
    await town.world.settle()
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=tenant)).json
    assert (mine["state"]["state"], mine["appointments"]) == ("closed", []), "its paper is made: nobody hands anything out"
    assert mine["result"]["delivery"] == "手机上下载"
    log = (await town.get("/api/v1/me/access-log", token=tenant)).json["items"]
    assert {"赵鹏", "陈洁"} <= {each["reader"] for each in log if each["action"] == "case.obligation_read"}
    assert {"case.confirmed", "case.signed"} <= {each["action"] for each in log}


async def test_the_landlord_finds_a_mistake_and_it_is_mended_without_a_trip(town: Town) -> None:
    tenant, landlord = await town.proven(TENANT), await town.proven(LANDLORD)
    case = await handed_in(town, tenant, "lease-filing", lease(town, owned="alone", co_owners=None))
    await answered(town, landlord, await asked(town, landlord), "decline", reason="租金是2500元，不是2600元")
    assert "obligation_sent_back" in await town.told(tenant)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=tenant)).json
    assert mine["state"]["state"] == "correction"
    assert "租金是2500元" in mine["returns"][0]["defects"][0]["advice"]
    paper = await town.get(f"/api/v1/cases/{case['id']}/papers/{mine['papers'][-1]['key']}", token=tenant)
    assert (paper.status, paper.body[:5]) == (200, b"%PDF-")
    saved = await town.put(
        f"/api/v1/cases/{case['id']}", {"version": mine["version"], "form": {**mine["form"], "rent": 2500}}, token=tenant
    )
    assert saved.status == 200, saved.text
    await act(town, tenant, case, "resubmit", staff=False)
    page = await asked(town, landlord)
    assert next(each["value"] for each in page["shown"] if each["key"] == "rent") == 2500
    assert (await answered(town, landlord, page, "confirm", answers={"as_agreed": True}))["met_at"] is not None


async def test_a_landlord_who_says_yes_too_late_leaves_the_tenant_nothing_to_mend(town: Town) -> None:
    tenant, landlord = await town.proven(TENANT), await town.proven(LANDLORD)
    case = await handed_in(town, tenant, "lease-filing", lease(town, owned="alone", co_owners=None))
    town.world.clock.forward(days=4)
    await town.world.product.engines.cases.tick()
    assert "obligation_silent" in await town.told(tenant)
    landlord = await town.proven_again(landlord, LANDLORD)
    await answered(town, landlord, await asked(town, landlord), "confirm", answers={"as_agreed": True})
    assert "obligation_met_late" in await town.told(tenant)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=tenant)).json
    assert (mine["state"]["state"], [each["answered_at"] is None for each in mine["returns"]]) == ("received", [False])


async def test_a_landlord_who_has_never_been_here_is_found_when_they_come(town: Town) -> None:
    tenant = await town.proven(TENANT)
    await handed_in(town, tenant, "lease-filing", lease(town, owned="alone", co_owners=None))
    await town.world.settle()
    landlord = await town.matched(LANDLORD)
    assert "confirmation_asked" in await town.told(landlord)
    [row] = (await town.get("/api/v1/obligations", token=landlord)).json["items"]
    assert (row["applicant"], row["open"]) == ("李*", True)
    unproven = await town.get(f"/api/v1/obligations/{row['id']}", token=landlord)
    assert (unproven.status, unproven.json["type"]) == (403, "/problems/proof_needed")


async def test_a_landlord_without_a_phone_says_so_at_the_counter(town: Town) -> None:
    tenant, counter = await town.proven(TENANT), await town.staff("nichen")
    case = await handed_in(town, tenant, "lease-filing", lease(town, owned="alone", co_owners=None))
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=counter)).json["obligations"][0]
    body = {
        "person": town.document(LANDLORD),
        "heard": {"place": "罗溪街道便民服务中心2号窗口", "method": "in_person", "note": "房东看过租房信息，说没有问题"},
        "digest": seen["digest"],
        "agree": True,
        "answers": {"as_agreed": True},
    }
    path = f"/api/v1/staff/obligations/{seen['id']}/hear"
    other = await town.post(path, {**body, "person": town.document(CO_OWNER)}, token=counter)
    assert (other.status, other.json["errors"][0]["pointer"]) == (422, "/person")
    elsewhere = await town.post(path, body, token=await town.staff("duyu"))
    assert elsewhere.status == 403
    heard = await town.post(path, body, token=counter)
    assert heard.status == 200, heard.text
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=tenant)).json["obligations"][0]
    assert (mine["met_by"], mine["method"]) == ("赵鹏", "窗口当面听取")
