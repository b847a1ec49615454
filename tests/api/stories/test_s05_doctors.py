"""S5: 医师、护士注册“立等可取”. The person's and the hospital's halves online, the chief representative decides on the spot."""

from typing import Any

from models.issued_licences import IssuedLicence
from tests.api.stories.business import handed_out
from tests.api.stories.counterparts import act, answered, asked, handed_in
from tests.factories import Granted, Town

DOCTOR, NURSE, REPRESENTATIVE, HANDLER = "zhou-zihan", "deng-xiaofang", "cai-mingyuan", "huang-lili"
HOSPITAL: dict[str, Any] = {"uscc": "12990101MB9900136D", "name": "云城区人民医院"}
HALF: dict[str, Any] = {
    "employed": True,
    "ward": "心血管内科",
    "employed_from": "2026-11-01",
    "employed_to": "2029-10-31",
    "institution_licence": "MB990013699010111A1001",
}
FORM: dict[str, Any] = {
    "category": "clinical",
    "level": "doctor",
    "scope": "内科专业",
    "qualification_number": "202499110990101000128",
    "qualified_on": "2024-12-01",
    "hospital": HOSPITAL,
    "not_barred": True,
    "phone": "16909900006",
}
NURSING: dict[str, Any] = {
    "school": "江州卫生职业学院",
    "education": "college",
    "practised_months": 10,
    "checked_on": "2026-10-12",
    "hospital": HOSPITAL,
    "phone": "16909900006",
}


async def hospital(town: Town, handler: str = HANDLER) -> Granted:
    """The hospital's legal representative has named who handles registrations."""
    return await town.granted(REPRESENTATIVE, handler, "doctor-reg", "nurse-reg", basis="company", enterprise=HOSPITAL)


async def decided(town: Town, case: dict[str, Any], licence: str) -> None:
    """At the window: received and accepted by one, decided on the spot by the chief representative, handed out."""
    window, head = await town.staff("linxiaoyan"), await town.head("houpeiling")
    seen = await act(town, window, case, "receive", originals=originals(case))
    assert seen["state"]["state"] == "received"
    await act(town, window, case, "accept")
    await act(town, head, case, "grant", reason="符合执业注册条件，准予注册")
    await handed_out(town, window, case, licence, "110990101000001")


def originals(case: dict[str, Any]) -> list[dict[str, str]]:
    """Each original that was brought is the same as its upload."""
    return [{"material": each["key"], "outcome": "same"} for each in case["materials"] if each["bring_original"] and each["files"]]


async def reviewed(town: Town, case: dict[str, Any]) -> dict[str, Any]:
    """Looked at before the trip, and passed."""
    reviewer = await town.staff("wanxiaohui")
    seen = await act(town, reviewer, case, "claim")
    keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    await act(town, reviewer, case, "pass-material", materials=keys)
    return await act(town, reviewer, case, "pre-approve")


async def test_both_halves_online_then_one_visit_and_the_licence_at_once(town: Town) -> None:
    grant, doctor = await hospital(town), await town.proven(DOCTOR)
    case = await handed_in(town, doctor, "doctor-reg", FORM, "resident_card", "qualification", action="pre-review")
    assert "confirmation_asked" in await town.told(grant.agent)
    page = await asked(town, grant.agent, grant.id)
    assert (page["applicant"], page["who_name"]) == ("周子涵", "云城区人民医院")
    assert [each["key"] for each in page["asks"]] == ["employed", "ward", "employed_from", "employed_to", "institution_licence"]
    await answered(town, grant.agent, page, "confirm", grant.id, answers=HALF)
    assert "obligation_met" in await town.told(doctor)
    case = await reviewed(town, case)
    assert case["state"]["state"] == "pre_approved"
    visit = await town.booked(doctor, {"items": ["doctor-reg"], "hall": "center", "start": "2026-11-25T09:00:00+08:00", "case": case["id"]})
    assert visit["items"] == ["doctor-reg"]
    await decided(town, case, "医师执业证书")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=doctor)).json
    assert (mine["state"]["state"], mine["decision"]["by"]["name"], mine["completion"]["code"]) == ("closed", "侯佩玲", "0")
    assert mine["clock"]["accepted_at"][:10] == mine["decision"]["at"][:10], "decided on the day it was accepted: 20 working days before"
    assert mine["obligations"][0]["answers"]["ward"] == "心血管内科"
    await town.world.settle()
    (issued,) = [IssuedLicence.of(each) for each in await town.world.store.licences_issued.find({"case": case["id"]})]
    lines = {each["label"]: each["value"] for each in issued.record["lines"]}
    assert (lines["执业机构"], lines["科室"]) == ("云城区人民医院", "心血管内科"), "where they may work, as the hospital said"
    assert (lines["聘用合同开始日期"], lines["聘用合同截止日期"]) == ("2026-11-01", "2029-10-31")


async def test_nobody_is_sent_on_the_way_without_the_hospitals_half(town: Town) -> None:
    grant = await hospital(town)
    doctor, reviewer = await town.proven(DOCTOR), await town.staff("wanxiaohui")
    case = await handed_in(town, doctor, "doctor-reg", FORM, "resident_card", "qualification", action="pre-review")
    seen = await act(town, reviewer, case, "claim")
    keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    seen = await act(town, reviewer, case, "pass-material", materials=keys)
    assert "pre-approve" not in {each["action"] for each in seen["actions"]}
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/pre-approve", {"version": seen["version"]}, token=reviewer)
    assert (refused.status, "要由云城区人民医院完成" in refused.json["detail"]) == (409, True)
    await answered(town, grant.agent, await asked(town, grant.agent, grant.id), "confirm", grant.id, answers=HALF)
    assert (await act(town, reviewer, case, "pre-approve"))["state"]["state"] == "pre_approved"


async def test_a_hospital_that_does_not_employ_them_says_so_and_a_doctor_does_not_confirm_themselves(town: Town) -> None:
    own = await hospital(town, DOCTOR)
    doctor = own.agent
    case = await handed_in(town, doctor, "doctor-reg", FORM, "resident_card", "qualification", action="pre-review")
    page = await asked(town, doctor, own.id)
    refused = await town.post(
        f"/api/v1/obligations/{page['id']}/confirm", {"digest": page["digest"], "answers": HALF}, token=doctor, acting=own.id
    )
    assert (refused.status, "不能又代对方确认" in refused.json["detail"]) == (403, True)
    page = await asked(town, own.principal)
    await answered(town, own.principal, page, "decline", reason="我院没有聘用这位医师")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=doctor)).json
    assert (mine["state"]["state"], mine["obligations"][0]["reason"]) == ("returned", "我院没有聘用这位医师")


async def test_a_nurses_exam_is_known_and_the_licence_is_had_at_once(town: Town) -> None:
    grant, nurse = await hospital(town), await town.proven(NURSE)
    form = (await town.get("/api/v1/items/nurse-reg/form", token=nurse)).json
    assert form["values"]["exam_passed_on"] == "2026-06-15"
    case = await handed_in(town, nurse, "nurse-reg", NURSING, "resident_card", action="pre-review")
    await answered(town, grant.agent, await asked(town, grant.agent, grant.id), "confirm", grant.id, answers=HALF | {"ward": "儿科"})
    await decided(town, await reviewed(town, case), "护士执业证书")
    assert (await town.get(f"/api/v1/cases/{case['id']}", token=nurse)).json["state"]["state"] == "closed"


async def test_a_qualification_of_more_than_two_years_ago_needs_training(town: Town) -> None:
    doctor = await town.proven(DOCTOR)
    draft = await town.made("/api/v1/cases", {"item": "doctor-reg", "form": {**FORM, "qualified_on": "2024-11-01"}}, doctor)
    assert "training" in {each["key"] for each in draft["materials"]}
    draft = await town.made("/api/v1/cases", {"item": "doctor-reg", "form": FORM}, doctor)
    assert "training" not in {each["key"] for each in draft["materials"]}


async def test_a_hospital_that_does_not_employ_the_nurse_says_no_through_its_handler_and_another_one_may_be_named(town: Town) -> None:
    grant, nurse = await hospital(town), await town.proven(NURSE)
    case = await handed_in(town, nurse, "nurse-reg", NURSING, "resident_card", action="pre-review")
    page = await asked(town, grant.agent, grant.id)
    mute = await town.post(f"/api/v1/obligations/{page['id']}/decline", {}, token=grant.agent, acting=grant.id)
    assert (mute.status, [each["pointer"] for each in mute.json["errors"]]) == (422, ["/reason"]), "a no says why"
    stranger = await town.post(f"/api/v1/obligations/{page['id']}/decline", {"reason": "不是我院的"}, token=await town.proven("li-min"))
    assert stranger.status == 404
    await answered(town, grant.agent, page, "decline", grant.id, reason="聘用合同上个月已经解除")
    again = await town.post(
        f"/api/v1/obligations/{page['id']}/confirm",
        {"digest": page["digest"], "answers": HALF},
        token=grant.agent,
        acting=grant.id,
    )
    assert again.status == 409, "a no is a no"
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=nurse)).json
    assert (mine["state"]["state"], mine["obligations"][0]["reason"]) == ("returned", "聘用合同上个月已经解除")
    assert any("聘用合同上个月已经解除" in each["body"] for each in await town.inbox(nurse)), "she is told why, in the hospital's words"
    await act(town, nurse, case, "resubmit", staff=False)
    page = await asked(town, grant.agent, grant.id)
    await answered(town, grant.agent, page, "confirm", grant.id, answers=HALF | {"ward": "儿科"})
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=nurse)).json
    assert [each["met_at"] is not None for each in mine["obligations"]][-1], "asked anew, once it was talked over"
