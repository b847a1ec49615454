"""A hall without the system: numbers kept beforehand, papers taken in on paper, entered afterwards with their true time."""

from datetime import datetime
from typing import Any

from backend.clock import SHANGHAI
from tests.api.stories.test_s13_pre_review import WINDOW, looked_at, theatre
from tests.api.stories.test_s29_written_down import FORM, LONGEVITY, uploaded
from tests.client import Answer
from tests.factories import Town

BASE = "/api/v1/staff/halls/center/outages"
MANAGER = "hejianxin"
WRITTEN = {"born": "1938-12-12", "household_place": "青石镇石桥村12号"}  # what registers fill in of who is there
RESERVED, GONE, CAME, BACK = (datetime(2026, 11, 24, hour, tzinfo=SHANGHAI) for hour in (8, 9, 10, 14))


async def kept(town: Town, manager: str, count: int = 3) -> dict[str, Any]:
    """A block kept on Tuesday at eight."""
    town.world.clock.at = RESERVED
    return await town.made(BASE, {"count": count, "reason": "机房检修，上午可能断网"}, manager)


async def back(town: Town, manager: str, block: dict[str, Any]) -> dict[str, Any]:
    """The network is back at two; the manager says from when until when it was gone."""
    town.world.clock.at = BACK
    body = {"version": block["version"], "start": GONE.isoformat(), "end": BACK.isoformat()}
    answer = await town.post(f"{BASE}/{block['id']}/times", body, token=manager)
    assert answer.status == 200, answer.text
    return answer.json


async def entered(town: Town, case: dict[str, Any], block: dict[str, Any], number: str, at: datetime = CAME) -> Answer:
    """The window takes the case in as it was taken in on paper."""
    window = await town.staff(WINDOW)
    version = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=window)).json["version"]
    late = {"outage": block["id"], "number": number, "at": at.isoformat()}
    return await town.post(f"/api/v1/staff/cases/{case['id']}/receive", {"version": version, "late": late}, token=window)


async def test_what_was_taken_in_on_paper_counts_from_its_true_time_and_unused_numbers_are_void(town: Town) -> None:
    manager = await town.head(MANAGER)
    grant, case = await theatre(town)
    await looked_at(town, case)
    block = await kept(town, manager)
    forms = await town.get(f"{BASE}/{block['id']}/forms", token=await town.staff(WINDOW))
    assert (forms.status, forms.headers["Content-Type"], forms.body[:5]) == (200, "application/pdf", b"%PDF-")
    block = await back(town, manager, block)
    number = block["unused"][1]
    answer = await entered(town, case, block, number)
    assert answer.status == 200, answer.text
    seen = answer.json
    assert (seen["receipt"], seen["filed_at"], seen["clock"]["received_at"]) == (number, CAME.isoformat(), CAME.isoformat())
    assert seen["clock"]["deficiency_due"][:10] == "2026-12-01", "five working days from the paper"
    assert seen["late_entry"] == {"number": number, "at": CAME.isoformat(), "entered_at": BACK.isoformat(), "by": "闻一鸣"}
    await town.world.settle()
    events = (await town.world.store.cases.get(case["id"]) or {})["events"]
    received = next(each for each in events if each["action"] == "case.received")
    assert (received["at"], received["actor"]["name"], received["detail"]["paper"]) == (BACK, "闻一鸣", number)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json
    assert (mine["receipt"], mine["filed_at"]) == (number, CAME.isoformat())
    [now] = (await town.get(BASE, token=manager)).json["items"]
    assert [(each["number"], each["case"], each["by"]) for each in now["used"]] == [(number, case["id"], "闻一鸣")]
    closed = await town.post(f"{BASE}/{block['id']}/close", {"version": now["version"]}, token=manager)
    assert (closed.status, closed.json["unused"], closed.json["closed_by"]) == (200, [block["unused"][0], block["unused"][2]], "何建新")
    last = (await town.world.store.outages.get(block["id"]) or {})["events"][-1]
    assert (last["action"], last["detail"]["void"]) == ("outage.closed", closed.json["unused"])
    for verb in ("times", "close"):
        body = {"version": closed.json["version"], **({"start": GONE.isoformat(), "end": BACK.isoformat()} if verb == "times" else {})}
        assert (await town.post(f"{BASE}/{block['id']}/{verb}", body, token=manager)).status == 409
    assert (await town.get(f"{BASE}/{block['id']}/forms", token=manager)).status == 409, "no paper with a void number on it"


async def test_the_hall_may_have_lost_its_network_in_the_very_minute_its_numbers_were_kept(town: Town) -> None:
    manager = await town.head(MANAGER)
    town.world.clock.at = RESERVED.replace(second=30)  # what is typed has no seconds
    block = await town.made(BASE, {"count": 1, "reason": "机房检修"}, manager)
    town.world.clock.at = BACK
    early = {"version": block["version"], "start": RESERVED.replace(hour=7, minute=59).isoformat(), "end": BACK.isoformat()}
    assert (await town.post(f"{BASE}/{block['id']}/times", early, token=manager)).status == 422
    answer = await town.post(f"{BASE}/{block['id']}/times", {**early, "start": RESERVED.isoformat()}, token=manager)
    assert (answer.status, answer.json["start"]) == (200, RESERVED.isoformat())


async def test_a_number_or_time_that_cannot_be_is_refused_with_what_to_do(town: Town) -> None:
    manager = await town.head(MANAGER)
    _, case = await theatre(town)
    await looked_at(town, case)
    block = await kept(town, manager)
    first, second, _ = block["unused"]
    town.world.clock.at = BACK
    assert "还没有登记断网时间" in (await entered(town, case, block, first)).text
    for start, end, pointer in ((RESERVED.replace(hour=7), CAME, "/start"), (GONE, BACK.replace(hour=15), "/end")):
        body = {"version": block["version"], "start": start.isoformat(), "end": end.isoformat()}
        refused = await town.post(f"{BASE}/{block['id']}/times", body, token=manager)
        assert (refused.status, refused.json["errors"][0]["pointer"]) == (422, pointer)
    block = await back(town, manager, block)
    for number, at, words in (
        ("〔2026〕云政收字第999999号", CAME, "不在号段里"),
        (first, RESERVED, "收件时间要在断网的"),
        (first, BACK.replace(minute=1), "收件时间要在断网的"),
    ):
        refused = await entered(town, case, block, number, at)
        assert (refused.status, words in refused.text) == (422, True), refused.text
    unknown = await entered(town, case, {"id": "outage_nobodys"}, first)
    assert (unknown.status, "没有这个号段" in unknown.text) == (422, True)
    await stands_on_another(town, block, first)
    again = await entered(town, case, block, first)
    assert (again.status, "已经补录过" in again.text) == (422, True)
    narrower = {"version": block["version"] + 1, "start": CAME.replace(minute=30).isoformat(), "end": BACK.isoformat()}
    refused = await town.post(f"{BASE}/{block['id']}/times", narrower, token=manager)
    assert (refused.status, first in refused.text) == (422, True), "what was entered stays within the time"
    stale = await town.post(f"{BASE}/{block['id']}/close", {"version": block["version"]}, token=manager)
    assert stale.status == 409
    closed = await town.post(f"{BASE}/{block['id']}/close", {"version": block["version"] + 1}, token=manager)
    assert closed.status == 200
    late = await entered(town, case, block, second)
    assert (late.status, "已经结束" in late.text) == (422, True)


async def test_two_windows_with_one_paper_number_one_is_told(town: Town) -> None:
    """The look at the block was right for both; the write is for one."""
    manager = await town.head(MANAGER)
    _, case = await theatre(town)
    await looked_at(town, case)
    block = await back(town, manager, await kept(town, manager))
    number = block["unused"][0]
    find = town.world.store.outages.get
    before = await find(block["id"])
    await stands_on_another(town, block, number)
    town.world.store.outages.get = lambda *_, **__: answered(before)  # type: ignore[method-assign]
    try:
        answer = await entered(town, case, block, number)
    finally:
        town.world.store.outages.get = find  # type: ignore[method-assign]
    assert (answer.status, "重新选择编号" in answer.text) == (409, True)
    window = await town.staff(WINDOW)
    assert (await town.get(f"/api/v1/staff/cases/{case['id']}", token=window)).json["state"]["state"] == "pre_approved"


async def stands_on_another(town: Town, block: dict[str, Any], number: str) -> None:
    """Another window has entered that number."""
    by = {"id": "staff_1", "name": "刘敏"}
    used = {"number": number, "case": "case_other", "case_number": "1", "at": CAME, "entered_at": BACK, "by": by}
    await town.world.store.outages.change({"_id": block["id"]}, {"$push": {"used": used}})


async def answered(what: Any) -> Any:
    return what


async def test_numbers_are_kept_once_and_by_the_halls_own_manager(town: Town) -> None:
    manager = await town.head(MANAGER)
    body = {"count": 2, "reason": "备用"}
    one = await town.post(BASE, body, token=manager, key="twice-is-once")
    two = await town.post(BASE, body, token=manager, key="twice-is-once")
    assert (one.status, one.json["unused"]) == (two.status, two.json["unused"])
    more = await town.made(BASE, body, manager)
    assert not set(more["unused"]) & set(one.json["unused"]), "no number is kept twice"
    assert (await town.post(BASE, body, token=await town.staff(WINDOW))).status == 403
    elsewhere = await town.head("ouyanghui")
    assert (await town.post(BASE, body, token=elsewhere)).status == 403
    assert (await town.get(BASE, token=elsewhere)).status == 403
    assert (await town.get("/api/v1/staff/halls/luoxi/outages/" + more["id"] + "/forms", token=elsewhere)).status == 404
    assert (await town.post(BASE, {**body, "count": 201}, token=manager)).status == 422
    await town.world.store.staff.change({"username": "luzhenhua"}, {"$set": {"department": None}})
    nobodys = await town.post("/api/v1/staff/halls/household/outages", body, token=await town.head("luzhenhua"))
    assert (nobodys.status, "没有登记部门" in nobodys.text) == (403, True)


async def test_who_never_filed_online_is_written_down_from_the_paper_form_with_its_true_time(town: Town) -> None:
    """She came at ten with her card, signed the paper form and went home; the window enters it when the network is back."""
    halls, manager, window = "/api/v1/staff/halls/qingshi/outages", await town.head("suzhiyong"), await town.staff("changxiuying")
    town.world.clock.at = RESERVED
    block = await town.made(halls, {"count": 2, "reason": "机房检修"}, manager)
    town.world.clock.at = BACK
    times = {"version": block["version"], "start": GONE.isoformat(), "end": BACK.isoformat()}
    assert (await town.post(f"{halls}/{block['id']}/times", times, token=manager)).status == 200
    number = block["unused"][0]
    person = await on_paper(town, window, {"outage": block["id"], "number": number, "at": CAME.isoformat()})
    made = await town.post("/api/v1/cases", {**LONGEVITY, "form": FORM | WRITTEN}, token=window, headers=person)
    assert made.status == 201, made.text
    assert {each["by"] for each in made.json["sources"].values()} == {"applicant"}, "no register is asked about who is not there"
    path, case = f"/api/v1/cases/{made.json['id']}", made.json
    licence = {"version": case["version"], "materials": {"resident_card": {"licence": True}}}
    assert (await town.put(path, licence, token=window, headers=person)).json["type"].endswith("/proof_needed")
    photos = {
        key: {"files": [await uploaded(town, window, person, colour)]}
        for key, colour in (("resident_card", "blue"), ("account_proof", "white"))
    }
    signed = [await uploaded(town, window, person, "red")]
    body = {"version": case["version"], "materials": photos, "signed": signed}
    saved = await town.put(path, body, token=window, headers=person)
    assert saved.status == 200, saved.text
    case = saved.json
    await nothing_else(town, window, person, case)
    submit, late = f"/api/v1/cases/{case['id']}/submit", {"outage": block["id"], "number": number, "at": CAME.isoformat()}
    wrong = {"version": case["version"], "late": {**late, "at": RESERVED.isoformat()}}
    refused = await town.post(submit, wrong, token=window, headers=person)
    assert [each["pointer"] for each in refused.json["errors"]] == ["/late/at"]
    answer = await town.post(submit, {"version": case["version"], "late": late}, token=window, headers=person)
    assert answer.status == 200, answer.text
    assert answer.json["filed_at"] == CAME.isoformat()
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff("kangweidong"))).json
    assert seen["late_entry"] == {"number": number, "at": CAME.isoformat(), "entered_at": BACK.isoformat(), "by": seen["late_entry"]["by"]}
    assert (seen["clock"]["received_at"], seen["state"]["state"]) == (CAME.isoformat(), "received")
    [now] = (await town.get(halls, token=manager)).json["items"]
    assert [(each["number"], each["case"], each["case_number"]) for each in now["used"]] == [(number, case["id"], seen["number"])]
    received = (await town.world.store.cases.get(case["id"]) or {})["events"][-1]
    assert (received["at"], received["detail"]["paper"]) == (BACK, number)


async def on_paper(town: Town, window: str, paper: dict[str, str]) -> dict[str, str]:
    """The headers of whoever enters her form; a form that is none is refused, and she is proven to be nowhere."""
    body = {"citizen": town.document("feng-yulan"), "purpose": "补录断网时的收件单", "paper": paper}
    wrongs = (
        ({"number": "〔2026〕云政收字第999999号"}, "/paper/number"),
        ({"outage": "outage_nobodys"}, "/paper/outage"),
        ({"at": RESERVED.isoformat()}, "/paper/at"),
    )
    for wrong, pointer in wrongs:
        refused = await town.post("/api/v1/staff/proofs", {**body, "paper": paper | wrong}, token=window)
        assert [each["pointer"] for each in refused.json["errors"]] == [pointer]
    elsewhere = await town.post("/api/v1/staff/proofs", body, token=await town.staff(WINDOW))
    assert elsewhere.status == 403, "the form lies in another hall"
    answer = await town.post("/api/v1/staff/proofs", body, token=window)
    assert answer.status == 201, answer.text
    assert (answer.json["method"], answer.json["person"]["level"], "不算当面核验" in answer.json["detail"]) == ("paper_form", 1, True)
    return {"Attested-Person": answer.json["person"]["id"]}


async def nothing_else(town: Town, window: str, person: dict[str, str], case: dict[str, Any]) -> None:
    """A form is no person: what is not on it waits until they come."""
    issued = await town.post("/api/v1/certificates", {"item": "retire-proof", "form": {}, "read_out": True}, token=window, headers=person)
    assert (issued.status, issued.json["type"].endswith("/proof_needed")) == (403, True), issued.text
    assert (await town.get("/api/v1/certificates", token=window, headers=person)).json["items"] == []
    assert [each["id"] for each in (await town.get("/api/v1/cases", token=window, headers=person)).json["items"]] == [case["id"]]
    for verb, body, status in (("pre-review", {"file_when_passed": True}, 403), ("take-over", {}, 403), ("submit", {}, 422)):
        refused = await town.post(f"/api/v1/cases/{case['id']}/{verb}", {"version": case["version"], **body}, token=window, headers=person)
        assert refused.status == status, refused.text
    assert "申请人不在场" in refused.text, "without the form it is not handed in"


async def test_a_citizen_says_nothing_of_an_outage(town: Town) -> None:
    mother = await town.proven("wang-guifang")
    draft = await town.made("/api/v1/cases", {"item": "longevity", "form": {}}, mother)
    late = {"outage": "outage_1", "number": "收1", "at": CAME.isoformat()}
    refused = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"], "late": late}, token=mother)
    assert [(each["pointer"], "收下的窗口补录" in each["detail"]) for each in refused.json["errors"]] == [("/late", True)]


async def test_the_day_list_is_entered_at_the_desk_and_the_log_says_by_whom(town: Town) -> None:
    """Over the wire: who had booked and was there has missed nothing; who just came is in the line; figures follow."""
    manager, clerk = await town.head(MANAGER), await town.staff("linxiaoyan")
    appointments, caller = "/api/v1/staff/appointments", {"name": "李强", "phone": "16900000123"}
    nine = GONE.isoformat()
    place = await town.made(appointments, {"caller": caller, "items": ["ssc-apply"], "hall": "center", "start": nine}, clerk)
    block = await kept(town, manager)
    assert (await town.get("/api/v1/staff/halls/center/counters", token=clerk)).json["paper"] == []
    await back(town, manager, block)
    missed = await town.post(f"{appointments}/{place['id']}/missed", {"version": place["version"]}, token=clerk)
    assert (missed.status, "on-paper" in missed.json["actions"]) == (200, True)
    times = {"outage": block["id"], "came": CAME.isoformat(), "called": CAME.isoformat(), "done": CAME.isoformat(), "counter": "center-01"}
    path, body = f"{appointments}/{place['id']}/on-paper", {"version": missed.json["version"], **times}
    refused = await town.post(path, {**body, "came": RESERVED.isoformat()}, token=clerk)
    assert [each["pointer"] for each in refused.json["errors"]] == ["/came"]
    elsewhere = await town.staff("nichen")
    assert (await town.post(path, body, token=elsewhere)).status == 403
    entered = await town.post(path, body, token=clerk, key="twice-is-once")
    again = await town.post(path, body, token=clerk, key="twice-is-once")
    assert (entered.status, entered.json["state"], again.json) == (200, "done", entered.json)
    visit = {"caller": {"name": "罗海涛"}, "items": ["ssc-apply"], "outage": block["id"], "came": CAME.isoformat()}
    visits = "/api/v1/staff/halls/center/paper-visits"
    assert (await town.post(visits, visit, token=elsewhere)).status == 403
    came = await town.post(visits, visit, token=clerk)
    assert (came.status, came.json["state"], came.json["ticket"], came.json["checked_in_at"]) == (
        201,
        "checked_in",
        "B001",
        CAME.isoformat(),
    )
    await town.world.settle()
    logged = await town.world.store.audit.find({"action": "appointment.on_paper"})
    assert [each["actor"]["name"] for each in logged] == ["林晓燕", "林晓燕"]
