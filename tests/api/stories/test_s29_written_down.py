"""窗口代录、村居代办: 冯玉兰, 87, lives alone and has no phone; a member of staff writes down what she applies for, and she signs."""

from typing import Any

from tests.api.cases.test_uploads import JPEG, photo
from tests.api.stories.business import accepted, act
from tests.factories import Town

FORM: dict[str, Any] = {
    "living": "same",
    "account": {"holder": "冯玉兰", "bank": "江州银行", "account": "6222000000000034"},
    "phone": "16909900099",
    "alive_statement": True,
}
LONGEVITY: dict[str, Any] = {"item": "longevity"}


async def attested(town: Town, token: str, code: str = "feng-yulan", **more: Any) -> dict[str, str]:
    """The headers of whoever writes for a person who stands before them."""
    body = {"citizen": town.document(code), "purpose": "代录申请", "filing": True, **more}
    return {"Attested-Person": (await town.made("/api/v1/staff/proofs", body, token))["person"]["id"]}


async def uploaded(town: Town, token: str, person: dict[str, str], colour: str) -> str:
    """A photograph taken with the officer's phone."""
    answer = await town.post("/api/v1/materials?item=longevity", photo(colour), token=token, headers={**JPEG, **person})
    assert answer.status == 201, answer.text
    return answer.json["id"]


async def drafted(town: Town, token: str, person: dict[str, str]) -> dict[str, Any]:
    """Her application with answers and papers, not handed in."""
    made = await town.post("/api/v1/cases", {**LONGEVITY, "form": FORM}, token=token, headers=person)
    assert made.status == 201, made.text
    files = {"files": [await uploaded(town, token, person, "white")]}
    body = {"version": made.json["version"], "materials": {"resident_card": {"licence": True}, "account_proof": files}}
    saved = await town.put(f"/api/v1/cases/{made.json['id']}", body, token=token, headers=person)
    assert saved.status == 200, saved.text
    return saved.json


async def submitted(town: Town, token: str, person: dict[str, str], case: dict[str, Any], action: str = "submit") -> dict[str, Any]:
    """Handed in with what she signed."""
    body = {"version": case["version"], "signed": [await uploaded(town, token, person, "red")]}
    signed = await town.put(f"/api/v1/cases/{case['id']}", body, token=token, headers=person)
    assert (signed.status, len(signed.json["signed"])) == (200, 1)
    answer = await town.post(f"/api/v1/cases/{case['id']}/{action}", {"version": signed.json["version"]}, token=token, headers=person)
    assert answer.status == 200, answer.text
    return answer.json


async def test_a_village_officer_files_for_somebody_without_a_phone(town: Town) -> None:
    officer = await town.staff("weichunyan")
    person = await attested(town, officer)
    filled = (await town.get("/api/v1/items/longevity/form", token=officer, headers=person)).json
    assert filled["values"]["elder_name"] == "冯玉兰", "registers are asked: she is there and wants it"
    draft = await drafted(town, officer, person)
    assert (draft["person_name"], draft["channel"], draft["agent_name"]) == ("冯玉兰", "town", None)
    assert {each["action"] for each in draft["actions"]} == {"save", "pre-review", "submit", "withdraw"}
    form = await town.get(f"/api/v1/cases/{draft['id']}/application-form", token=officer, headers=person)
    assert (form.status, form.body[:4]) == (200, b"%PDF")

    path, body = f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}
    unsigned = await town.post(path, body, token=officer, headers=person)
    assert [each["pointer"] for each in unsigned.json["errors"]] == ["/signed"]
    assert "签名或按手印" in unsigned.json["errors"][0]["detail"]
    stray = await town.put(
        f"/api/v1/cases/{draft['id']}", {**body, "signed": ["mat_01JNOTHERE0000000000000000"]}, token=officer, headers=person
    )
    assert [each["pointer"] for each in stray.json["errors"]] == ["/signed/0"]
    signs = {**body, "signed": [await uploaded(town, officer, person, "blue")]}
    signed = (await town.put(f"/api/v1/cases/{draft['id']}", signs, token=officer, headers=person)).json
    change = {"version": signed["version"], "form": {**signed["form"], "phone": "16909900098"}}
    changed = (await town.put(f"/api/v1/cases/{draft['id']}", change, token=officer, headers=person)).json
    assert (len(signed["signed"]), changed["signed"]) == (1, []), "she signed what was written then"
    case = await submitted(town, officer, person, changed)
    assert case["signed"] == []
    assert (case["receipt"] is not None, case["state"]["state"]) == (True, "received")
    (entry,) = case["submissions"]
    assert (entry["by"], entry["place"], len(entry["signed"])) == ("韦春燕", "青石镇", 1)
    assert {"name": "韦春燕", "did": ["代录"]} in case["hands"]
    assert (await town.get(f"/api/v1/cases/{case['id']}/application-form", token=officer, headers=person)).status == 409

    clerk = await town.staff("changxiuying")
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json
    assert seen["submissions"][0]["place"] == "青石镇"
    signed = f"/api/v1/staff/cases/{case['id']}/submissions"
    assert (await town.get(f"{signed}/1/signed/0", token=clerk)).status == 200
    assert [(await town.get(f"{signed}/{which}", token=clerk)).status for which in ("1/signed/1", "2/signed/0")] == [404, 404]
    assert (await town.get(f"{signed}/1/signed/0", token=await town.head("hejianxin"))).status == 403

    assert (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json["barred"] == ""
    for line, who, counted in (("reception", clerk, True), ("reception", officer, False), ("processing", officer, False)):
        rows = (await town.get("/api/v1/staff/cases", token=who, queue=line)).json["items"]
        assert (case["id"] in [each["id"] for each in rows]) is counted, (line, counted)

    taken = await accepted(town, clerk, case)
    assert case["id"] not in [
        each["id"] for each in (await town.get("/api/v1/staff/cases", token=officer, queue="processing")).json["items"]
    ]
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=officer)).json
    assert {each["action"] for each in seen["actions"]}.isdisjoint({"claim", "accept", "complete-step"})
    assert "审核、受理和决定要由别的工作人员办" in seen["barred"]
    done = {"version": taken["version"], "step": "village_check", "finding": "健在"}
    own = await town.post(f"/api/v1/staff/cases/{case['id']}/complete-step", done, token=officer)
    assert (own.status, "代为录入" in own.json["detail"]) == (403, True), "who wrote it down does not look into it"
    await act(town, await town.staff("qindayong"), case, "complete-step", step="village_check", finding="健在，住在本村")

    await town.world.settle()
    rows = await town.world.store.audit.find({"subject": f"cases/{case['id']}", "channel": "town", "principal": {"$ne": None}})
    assert {(row["actor"]["kind"], row["actor"]["name"], row["principal"]["name"]) for row in rows} == {("staff", "韦春燕", "冯玉兰")}
    assert {row["action"] for row in rows} == {"case.begun", "case.saved", "case.received"}
    looks = await town.world.store.audit.find({"person": person["Attested-Person"], "action": "form.prefilled"})
    assert {row["actor"]["name"] for row in looks} == {"韦春燕"}


async def test_what_comes_back_is_mended_at_any_counter(town: Town) -> None:
    """Pre-review returns it; another clerk mends it with her, and neither of the two looks at it."""
    officer, window = await town.staff("weichunyan"), await town.staff("changxiuying")
    person = await attested(town, officer)
    case = await submitted(town, officer, person, await drafted(town, officer, person), "pre-review")
    reviewer = await town.staff("kangweidong")
    await act(town, reviewer, case, "claim")
    await act(town, reviewer, case, "pass-material", materials=["resident_card"])
    defects = [{"material": "account_proof", "reason": "unclear", "advice": "卡号看不清，请在亮处重新拍。"}]
    await act(town, reviewer, case, "return", defects=defects)

    there = await attested(town, window)
    listed = (await town.get("/api/v1/cases", token=window, headers=there)).json["items"]
    assert [each["id"] for each in listed] == [case["id"]]
    back = (await town.get(f"/api/v1/cases/{case['id']}", token=window, headers=there)).json
    materials = {"account_proof": {"files": [await uploaded(town, window, there, "black")]}}
    saved = await town.put(f"/api/v1/cases/{case['id']}", {"version": back["version"], "materials": materials}, token=window, headers=there)
    assert saved.status == 200, saved.text
    again = await submitted(town, window, there, saved.json, "resubmit")
    assert [each["by"] for each in again["submissions"]] == ["韦春燕", "常秀英"]
    await act(town, reviewer, again, "claim")
    case = await act(town, reviewer, again, "pass-material", materials=["account_proof"])
    await act(town, reviewer, case, "pre-approve")
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/not-accept", {"version": 99, "reason": "不属于本镇"}, token=window)
    assert refused.status == 403


async def test_who_may_write_for_whom(town: Town) -> None:
    officer, elsewhere = await town.staff("weichunyan"), await town.staff("liufang")
    body = {"citizen": town.document("feng-yulan"), "purpose": "代录申请", "filing": True}
    other_town = await town.post("/api/v1/staff/proofs", body, token=elsewhere)
    assert (other_town.status, "本镇街的居民" in other_town.json["detail"], "任一办事窗口" in other_town.json["detail"]) == (
        403,
        True,
        True,
    )
    assert await town.world.store.citizens.find({}) == [], "refused before anything is written"
    person = await attested(town, officer)

    async def status(token: str, headers: dict[str, str], body: dict[str, Any] = LONGEVITY) -> tuple[int, str]:
        answer = await town.post("/api/v1/cases", body, token=token, headers=headers)
        return answer.status, answer.json.get("detail", "")

    code, says = await status(await town.staff("changxiuying"), person)
    assert (code, "核验申请人的证件" in says) == (403, True), "attested by somebody else"
    plain = {**person, "Attested-Person": "citizen_01JNOBODY000000000000000"}
    assert (await status(officer, plain))[0] == 403
    assert (await status("", person))[0] == 401
    await town.world.store.collection("citizens").change_many({"_id": person["Attested-Person"]}, {"$set": {"identity.town": "luoxi"}})
    code, says = await status(officer, person)
    assert (code, "本镇街的居民" in says) == (403, True), "she moved since"
    await town.world.store.collection("citizens").change_many({"_id": person["Attested-Person"]}, {"$set": {"identity.town": "qingshi"}})
    code, says = await status(officer, person, {"item": "idcard-lost"})
    assert (code, "不能在青石镇代录" in says) == (403, True), "not among the channels of that item"
    own_window = await town.staff("caijunjie")
    code, says = await status(own_window, await attested(town, own_window))
    assert (code, "不能在这个窗口代录" in says) == (403, True), "a department's own window takes its own items"
    acting = await town.post("/api/v1/cases", LONGEVITY, token=officer, acting="grant_x", headers=person)
    assert acting.status == 400
    assert (await town.get("/api/v1/grants", token=officer, headers=person)).status == 400, "nothing else of the person's"
    assert (await town.get("/api/v1/staff/me", token=officer, headers=person)).status == 400
    reviewer = await town.staff("kangweidong")
    refused = await town.post("/api/v1/staff/proofs", body, token=reviewer)
    assert (refused.status, "窗口受理员或村居工作人员" in refused.json["detail"]) == (403, True)
    seen_only = {**body, "filing": False}
    window = await town.staff("changxiuying")
    await town.made("/api/v1/staff/proofs", seen_only, window)
    assert (await status(window, person))[0] == 403, "attested for something else"
    town.world.clock.forward(days=1)
    assert (await status(officer, person))[0] == 403, "only on the day"


async def test_nobody_writes_for_themselves(town: Town) -> None:
    officer = await town.staff("weichunyan")
    person = await attested(town, officer)
    await town.world.store.collection("staff_sessions").change_many({"name": "韦春燕"}, {"$set": {"name": "冯玉兰"}})
    answer = await town.post("/api/v1/cases", LONGEVITY, token=officer, headers=person)
    assert (answer.status, "不能为自己代录" in answer.json["detail"]) == (403, True)
    again = await town.post("/api/v1/staff/proofs", {"citizen": town.document("feng-yulan"), "purpose": "x", "filing": True}, token=officer)
    assert again.status == 403


async def test_a_scribe_sees_what_is_open_and_nothing_of_the_rest(town: Town) -> None:
    """What a person did on their own phone before, and other people's cases, are none of a scribe's business."""
    window = await town.staff("linxiaoyan")
    citizen = await town.proven("wang-guifang")
    own = await town.made("/api/v1/cases", {**LONGEVITY, "form": {**FORM, "account": {**FORM["account"], "holder": "王桂芳"}}}, citizen)
    other = await town.made("/api/v1/cases", LONGEVITY, await town.proven("li-qiang"))
    person = await attested(town, window, "wang-guifang")
    assert (await town.get(f"/api/v1/cases/{other['id']}", token=window, headers=person)).status == 404
    found = (await town.get(f"/api/v1/cases/{own['id']}", token=window, headers=person)).json
    assert found["form"]["phone"] == FORM["phone"], "her own draft is gone on with"
    key = "written-twice"
    twice = [await town.post("/api/v1/cases", LONGEVITY, token=window, headers=person, key=key) for _ in range(2)]
    assert twice[0].json["id"] == twice[1].json["id"]
    hers = await attested(town, window, "feng-yulan")
    third = await town.post("/api/v1/cases", LONGEVITY, token=window, headers=hers, key=key)
    assert (third.status, third.json["id"] == twice[0].json["id"]) == (201, False), "a key is one person's"
    materials = {"resident_card": {"licence": True}, "account_proof": {"licence": True}}
    saved = await town.put(f"/api/v1/cases/{own['id']}", {"version": own["version"], "materials": materials}, token=citizen)
    await act(town, citizen, saved.json, "submit", staff=False)
    assert (await town.get(f"/api/v1/cases/{own['id']}", token=window, headers=person)).status == 404
    gone = await town.post(f"/api/v1/cases/{own['id']}/withdraw", {"version": 9}, token=window, headers=person)
    assert (gone.status, "不能代录" in gone.json["detail"]) == (403, True)
    thrown = await town.post(
        f"/api/v1/cases/{twice[0].json['id']}/withdraw", {"version": twice[0].json["version"]}, token=window, headers=person
    )
    assert thrown.status == 200


async def test_what_is_done_on_a_phone_bears_no_paper_signature(town: Town) -> None:
    citizen = await town.proven("wang-guifang")
    form = {**FORM, "account": {**FORM["account"], "holder": "王桂芳"}}
    materials = {"resident_card": {"licence": True}, "account_proof": {"licence": True}}
    draft = await town.made("/api/v1/cases", {**LONGEVITY, "form": form, "materials": materials}, citizen)
    body = {"version": draft["version"], "signed": ["mat_01JNOTHERE0000000000000000"]}
    refused = await town.put(f"/api/v1/cases/{draft['id']}", body, token=citizen)
    assert (refused.status, refused.json["errors"][0]["pointer"]) == (422, "/signed")
    assert (await town.get(f"/api/v1/cases/{draft['id']}/application-form", token=citizen)).status == 403


async def test_what_an_agent_left_is_gone_on_with_at_the_counter(town: Town) -> None:
    """The grant ends, the draft is frozen; its principal comes in person and goes on with it."""
    granted = await town.granted("wang-guifang", "li-min", "longevity")
    draft = await town.made("/api/v1/cases", LONGEVITY, granted.agent, granted.id)
    await town.post(f"/api/v1/grants/{granted.id}/revoke", {}, token=granted.principal)
    await town.world.settle()
    window = await town.staff("linxiaoyan")
    person = await attested(town, window, "wang-guifang")
    frozen = (await town.get(f"/api/v1/cases/{draft['id']}", token=window, headers=person)).json
    assert {each["action"] for each in frozen["actions"]} == {"take-over", "withdraw"}
    taken = await town.post(f"/api/v1/cases/{draft['id']}/take-over", {"version": frozen["version"]}, token=window, headers=person)
    assert (taken.status, taken.json["hold"], taken.json["agent_name"]) == (200, None, None)
