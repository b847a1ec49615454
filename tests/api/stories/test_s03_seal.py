"""S3: 公章刻制备案只跑一次. Filed on the phone, checked by the police, engraved by a filed shop that uploads the imprint, collected once."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from PIL import Image

from backend.cases import answering
from backend.cases.numbers import require_unheld
from backend.store import Store
from models.cases import Case
from tests.api.stories.business import accepted
from tests.api.stories.counterparts import act, answered, asked, handed_in
from tests.api.stories.test_s26_cards import cards, later
from tests.api.test_companies import COMPANY
from tests.api.test_deliveries import handed
from tests.factories import Granted, Town

ITEM = "seal-filing"
OWNER, HANDLER, WINDOW, CHECKER, FILER = "huang-lili", "zhou-zihan", "linxiaoyan", "zhongweiguo", "wenting"
YUNSHAN: dict[str, Any] = {"uscc": "91990101MA9909017J", "name": "江州云山印章有限公司"}
LUOXI: dict[str, Any] = {"uscc": "91990101MA9909025D", "name": "江州罗溪印章有限公司"}
PAUSED: dict[str, Any] = {"uscc": "91990101MA99090338", "name": "江州金石图章有限公司"}
FORM: dict[str, Any] = {
    "unit_name": COMPANY["name"],
    "unit_kind": "enterprise",
    "seals": ["contract", "invoice"],
    "round_size": "mm40",
    "material": "photosensitive",
    "on_file": "none",
    "shop": YUNSHAN,
    "phone": "16909900006",
}
DONE: dict[str, Any] = {"codes": "9901010000017、9901010000018", "engraved_on": "2026-11-23", "as_checked": True}


async def applicant(town: Town) -> Granted:
    """The company's legal representative has named who applies for it, and who may collect."""
    return await town.granted(OWNER, HANDLER, ITEM, basis="company", enterprise=COMPANY)


async def engraver(town: Town, shop: dict[str, Any] = YUNSHAN, representative: str = "qian-wenbo", worker: str = "li-min") -> Granted:
    """A shop's legal representative has named who answers for it."""
    return await town.granted(representative, worker, ITEM, basis="company", enterprise=shop)


async def imprint(town: Town, shop: Granted, colour: str = "red") -> str:
    """An imprint on white paper, scanned and uploaded by the shop; its id."""
    out = io.BytesIO()
    Image.new("RGB", (80, 80), colour).save(out, "PNG")
    headers = {"Content-Type": "image/png", "X-Filename": "imprint.png"}
    path = f"/api/v1/materials?item={ITEM}"
    answer = await town.post(path, out.getvalue(), token=shop.agent, headers=headers, acting=shop.id)
    assert answer.status == 201, answer.text
    return answer.json["id"]


async def filed(town: Town, grant: Granted) -> dict[str, Any]:
    """Handed in by the company's handler."""
    return await handed_in(town, grant.agent, ITEM, FORM, "business_licence", acting=grant.id)


async def refused(town: Town, grant: Granted, **form: Any) -> list[dict[str, str]]:
    """What is told of an application with these answers and no paper but the business licence."""
    draft = await town.made("/api/v1/cases", {"item": ITEM, "form": FORM | form}, grant.agent, grant.id)
    path, chosen = f"/api/v1/cases/{draft['id']}", {"business_licence": {"licence": True}}
    saved = await town.put(path, {"version": draft["version"], "materials": chosen}, token=grant.agent, acting=grant.id)
    answer = await town.post(f"{path}/submit", {"version": saved.json["version"]}, token=grant.agent, acting=grant.id)
    assert answer.status == 422, answer.text
    return answer.json["errors"]


async def checked(town: Town, case: dict[str, Any]) -> dict[str, Any]:
    """The police check the seals of an accepted case."""
    checker = await town.staff(CHECKER)
    found = "备案的是公章和财务章，这次的章名没有备案过"
    return await act(town, checker, case, "complete-step", step="police_check", finding="章名与登记一致，没有同名备案", differing=found)


async def mine(town: Town, grant: Granted, case: dict[str, Any]) -> dict[str, Any]:
    return (await town.get(f"/api/v1/cases/{case['id']}", token=grant.agent, acting=grant.id)).json


async def rechosen(town: Town, grant: Granted, case: dict[str, Any], **form: Any) -> Any:
    """The handler changes answers and hands the case in again; what that answers."""
    path = f"/api/v1/cases/{case['id']}"
    seen = await mine(town, grant, case)
    saved = await town.put(path, {"version": seen["version"], "form": seen["form"] | form}, token=grant.agent, acting=grant.id)
    assert saved.status == 200, saved.text
    return await town.post(f"{path}/resubmit", {"version": saved.json["version"]}, token=grant.agent, acting=grant.id)


async def test_filed_online_checked_engraved_with_its_imprint_and_collected_in_one_trip(town: Town) -> None:
    grant, shop = await applicant(town), await engraver(town)
    case = await filed(town, grant)
    assert case["obligations"] == [], "the shop learns nothing before the police have looked"
    assert (await town.get("/api/v1/obligations", token=shop.agent, acting=shop.id)).json["items"] == []
    seen = await accepted(town, await town.staff(WINDOW), case)
    assert seen["clock"]["promised_due"] == "2026-11-23T15:00:00+08:00", "four hours of office time from ten o'clock"
    assert "confirmation_asked" not in await town.told(shop.agent)
    seen = await checked(town, case)
    assert "江州云山印章有限公司" in seen["state"]["sentence"]
    assert seen["clock"]["promised_due"] is None, "while the shop engraves, the promise of the police stands still"
    (stop,) = seen["clock"]["stops"]
    assert (stop["ground"]["label"], stop["statutory"]) == ("等待对方办好", False)
    told = {each["template"]: each["body"] for each in await town.inbox(grant.agent)}
    assert "现在等江州云山印章有限公司办好「刻章店刻好并上传印模」" in told["case_waits_for_answer"]
    assert stop["notice"] in told["case_waits_for_answer"]

    assert "confirmation_asked" in await town.told(shop.agent)
    page = await asked(town, shop.agent, shop.id)
    assert {each["key"]: each["words"] for each in page["shown"]} == {
        "unit_name": COMPANY["name"],
        "seals": "合同专用章、发票专用章",
        "round_size": "圆形，直径40毫米",
        "material": "光敏印章",
        "shop": YUNSHAN["name"],
    }
    assert [(each["key"], each["accepts"]) for each in page["uploads"]] == [("imprint", ["png", "jpeg", "pdf"])]
    filer = await town.staff(FILER)
    early = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=filer)).json
    waits = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": early["version"]}, token=filer)
    assert (waits.status, "要由江州云山印章有限公司完成" in waits.json["detail"]) == (409, True)

    files = {"imprint": [await imprint(town, shop), await imprint(town, shop, "blue")]}
    page = await answered(town, shop.agent, page, "confirm", shop.id, answers=DONE, files=files)
    assert [(each["key"], each["number"], each["content_type"]) for each in page["files"]] == [
        ("imprint", 0, "image/png"),
        ("imprint", 1, "image/png"),
    ]
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=filer)).json
    assert seen["clock"]["promised_due"] == "2026-11-23T15:00:00+08:00", "asked and answered at one moment: nothing is lost"
    assert "case_resumed" in await town.told(grant.agent)
    (half,) = seen["obligations"]
    assert (half["met_by"], half["intact"], half["answers"]["codes"], len(half["files"])) == ("李敏", True, DONE["codes"], 2)
    copy = await town.get(f"/api/v1/staff/obligations/{half['id']}/files/imprint/0", token=filer)
    assert (copy.status, copy.headers["Content-Type"]) == (200, "image/png")
    own = await town.get(f"/api/v1/obligations/{half['id']}/files/imprint/1", token=grant.agent, acting=grant.id)
    assert (own.status, own.body[:4]) == (200, b"\x89PNG")
    await act(town, filer, case, "grant", reason="印模与核对的章名、章种一致")

    await act(town, await town.staff(WINDOW), case, "deliver", kind="印章和备案回执", number="云公印备2026-0017", method="counter")
    await town.world.settle()
    waiting = (await town.get("/api/v1/deliveries", token=grant.agent, acting=grant.id)).json["items"][0]
    stranger = await handed(town, waiting, "li-min", WINDOW)
    assert (stranger.status, "可以代领这个事项结果的有效授权" in stranger.json["detail"]) == (422, True), "the shop does not collect"
    taken = await handed(town, waiting, HANDLER, WINDOW)
    assert (taken.status, taken.json["collected_by"]) == (200, "周子涵")
    await town.world.settle()
    closed = await mine(town, grant, case)
    assert (closed["state"]["state"], closed["completion"]["code"], closed["appointments"]) == ("closed", "0", [])


async def test_a_shop_that_says_no_is_changed_for_another_and_the_police_do_not_look_again(town: Town) -> None:
    grant, shop, other = await applicant(town), await engraver(town), await engraver(town, LUOXI, "zhou-jianping", "li-qiang")
    case = await filed(town, grant)
    await accepted(town, await town.staff(WINDOW), case)
    await checked(town, case)
    await answered(town, shop.agent, await asked(town, shop.agent, shop.id), "decline", shop.id, reason="机器坏了，这周刻不了")
    back = await mine(town, grant, case)
    assert (back["state"]["state"], back["clock"]["promised_due"]) == ("correction_after_acceptance", None)
    assert back["returns"][0]["defects"][0]["target"] == "form/shop"
    assert "机器坏了，这周刻不了" in back["returns"][0]["defects"][0]["advice"]

    more = await rechosen(town, grant, case, shop=LUOXI, seals=["contract", "invoice", "company"])
    assert (more.status, [each["pointer"] for each in more.json["errors"]]) == (422, ["/form/seals"])
    assert "「公安核对章种和以前的备案」已经按原来的内容办过" in more.json["errors"][0]["detail"]
    again = await rechosen(town, grant, case, shop=LUOXI, seals=FORM["seals"])
    assert again.status == 200, again.text
    assert (again.json["state"]["state"], [each["done_at"] is not None for each in again.json["steps"]]) == ("accepted", [True, False])
    assert [(each["who_name"], each["open"]) for each in again.json["obligations"]] == [(YUNSHAN["name"], False), (LUOXI["name"], True)]
    page = await asked(town, other.agent, other.id)
    files = {"imprint": [await imprint(town, other)]}
    await answered(town, other.agent, page, "confirm", other.id, answers=DONE, files=files)
    seen = await act(town, await town.staff(FILER), case, "grant", reason="印模一致")
    assert seen["state"]["state"] == "granted"


async def _waiting(town: Town) -> tuple[Granted, Granted, dict[str, Any]]:
    """A case whose shop was asked on Monday at ten."""
    grant, shop = await applicant(town), await engraver(town)
    case = await filed(town, grant)
    await accepted(town, await town.staff(WINDOW), case)
    return grant, shop, await checked(town, case)


async def test_what_the_shop_takes_is_not_the_police_s_time_and_nobody_is_carded_for_it(town: Town) -> None:
    _, shop, case = await _waiting(town)
    await later(town, hours=23)  # Tuesday at nine: by the four hours that were promised they would be late since Monday at three
    supervisor = await town.head("yanzheng")
    assert await cards(town, supervisor) == []
    shop_token = await town.proven_again(await town.login("li-min"), "li-min")
    page = await asked(town, shop_token, shop.id)
    held = Granted(shop.principal, shop_token, shop.id)
    await answered(town, shop_token, page, "confirm", shop.id, answers=DONE, files={"imprint": [await imprint(town, held)]})
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=await town.staff(FILER))).json
    assert seen["clock"]["promised_due"] == "2026-11-24T14:00:00+08:00", "the four hours, counted from Tuesday at nine"
    assert [each["end"] is not None for each in seen["clock"]["stops"]] == [True]
    await later(town, days=1)
    given = await town.world.store.cards.find({})
    assert {each["subject"] for each in given} == {case["id"]}, "from then on the time is the office's again"


async def test_a_pause_while_the_shop_works_does_not_let_the_promise_run_on(town: Town) -> None:
    _, _, case = await _waiting(town)
    filer = await town.staff(FILER)
    await act(town, filer, case, "pause", ground="site_visit", until="2026-12-31", reason="到店里看设备")
    seen = await act(town, filer, case, "resume")
    assert (seen["state"]["state"], seen["clock"]["promised_due"]) == ("accepted", None), "the shop is still waited for"
    assert [each["ground"]["code"] for each in seen["clock"]["stops"] if each["end"] is None] == ["answer"]


async def test_a_day_before_the_shop_was_asked_is_refused_and_so_is_one_to_come(town: Town) -> None:
    _, shop, _ = await _waiting(town)
    page = await asked(town, shop.agent, shop.id)
    (day,) = [each for each in page["asks"] if each["key"] == "engraved_on"]
    assert day["rules"][0]["min"] == "2026-11-23", "the page knows the day they were asked"
    files = {"imprint": [await imprint(town, shop)]}
    for wrong, why in (("2026-11-22", "日期不能早于那一天"), ("2026-11-24", "日期不能晚于今天")):
        body = {"digest": page["digest"], "answers": DONE | {"engraved_on": wrong}, "files": files}
        told = await town.post(f"/api/v1/obligations/{page['id']}/confirm", body, token=shop.agent, acting=shop.id)
        assert (told.status, [each["pointer"] for each in told.json["errors"]]) == (422, ["/answers/engraved_on"])
        assert why in told.json["errors"][0]["detail"]


async def test_the_code_of_a_seal_is_no_other_s(town: Town) -> None:
    grant, shop, case = await _waiting(town)
    page = await asked(town, shop.agent, shop.id)
    files = {"imprint": [await imprint(town, shop)]}

    async def confirmed(page: dict[str, Any], codes: str) -> Any:
        body = {"digest": page["digest"], "answers": DONE | {"codes": codes}, "files": files}
        return await town.post(f"/api/v1/obligations/{page['id']}/confirm", body, token=shop.agent, acting=shop.id)

    twice = await confirmed(page, "9901010000017、9901010000017")
    assert (twice.status, "写了两遍" in twice.json["errors"][0]["detail"]) == (422, True)
    assert (await confirmed(page, DONE["codes"])).status == 200
    await act(town, await town.staff(FILER), case, "grant", reason="印模一致")

    second = await handed_in(
        town, grant.agent, ITEM, FORM | {"seals": ["representative"], "name_size": "mm18"}, "business_licence", acting=grant.id
    )
    await accepted(town, await town.staff(WINDOW), second)
    await checked(town, second)
    rows = (await town.get("/api/v1/obligations?open=true", token=shop.agent, acting=shop.id)).json["items"]
    page = (await town.get(f"/api/v1/obligations/{rows[0]['id']}", token=shop.agent, acting=shop.id)).json
    taken = await confirmed(page, "9901010000018")
    assert (taken.status, taken.json["errors"][0]["pointer"]) == (422, "/answers/codes")
    assert "编码9901010000018已经在别的办件里登记过" in taken.json["errors"][0]["detail"]
    assert (await confirmed(page, "9901010000019")).status == 200


async def test_of_two_shops_that_report_one_code_at_once_one_is_told(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    _, shop, _ = await _waiting(town)
    await town.world.store.cases.driver.insert_one({"_id": "case_other", "numbers_held": ["seal 9901010000017"]})
    looks: list[str] = []

    async def looked(store: Store, case: Case, held: Mapping[str, str]) -> None:
        """The other one is written after the first look."""
        looks.append(case.id)
        if len(looks) > 1:
            await require_unheld(store, case, held)

    monkeypatch.setattr(answering, "require_unheld", looked)
    page = await asked(town, shop.agent, shop.id)
    body = {"digest": page["digest"], "answers": DONE, "files": {"imprint": [await imprint(town, shop)]}}
    told = await town.post(f"/api/v1/obligations/{page['id']}/confirm", body, token=shop.agent, acting=shop.id)
    assert (told.status, len(looks)) == (422, 2), told.text
    assert "编码9901010000017已经在别的办件里登记过" in told.json["errors"][0]["detail"]


async def test_what_was_withdrawn_keeps_no_code(town: Town) -> None:
    grant, shop, case = await _waiting(town)
    page = await asked(town, shop.agent, shop.id)
    await answered(town, shop.agent, page, "confirm", shop.id, answers=DONE, files={"imprint": [await imprint(town, shop)]})
    stored = await town.world.store.cases.get(case["id"])
    assert stored is not None
    assert len(stored["numbers_held"]) == 2
    seen = await mine(town, grant, case)
    gone = await town.post(f"/api/v1/cases/{case['id']}/withdraw", {"version": seen["version"]}, token=grant.agent, acting=grant.id)
    assert gone.status == 200, gone.text
    assert (await town.world.store.cases.get(case["id"]) or {})["numbers_held"] == []


async def test_a_shop_that_stays_silent_is_reminded_then_the_case_goes_back(town: Town) -> None:
    grant, shop = await applicant(town), await engraver(town)
    case = await filed(town, grant)
    await accepted(town, await town.staff(WINDOW), case)
    town.world.clock.forward(hours=26)
    await town.world.product.engines.cases.tick()
    assert (await mine(town, grant, case))["state"]["state"] == "accepted", "nobody was asked yet, so nobody is late"
    await checked(town, case)
    town.world.clock.forward(hours=3)
    await town.world.product.engines.cases.tick()
    assert "obligation_reminder" in await town.told(shop.agent)
    town.world.clock.forward(hours=27)
    await town.world.product.engines.cases.tick()
    assert (await mine(town, grant, case))["state"]["state"] == "correction_after_acceptance"
    assert "obligation_lapsed" in await town.told(shop.agent)


async def test_only_a_shop_on_the_police_register_is_chosen(town: Town) -> None:
    grant = await applicant(town)
    for shop in (PAUSED, {"uscc": "91990101MA9900036G", "name": "江州云数科技有限公司"}):
        (told,) = await refused(town, grant, shop=shop)
        assert (told["pointer"], f"公章刻制企业备案信息里查不到{shop['name']}" in told["detail"]) == ("/form/shop", True)


async def test_a_shop_struck_off_before_the_police_are_done_is_not_asked(town: Town) -> None:
    grant, shop = await applicant(town), await engraver(town)
    case = await filed(town, grant)
    await accepted(town, await town.staff(WINDOW), case)
    await town.sandbox.change_record("seal_shops", "yunshan-seals", {"state": "suspended"})
    checker = await town.staff(CHECKER)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=checker)).json
    body = {"version": seen["version"], "step": "police_check", "finding": "一致"}
    told = await town.post(f"/api/v1/staff/cases/{case['id']}/complete-step", body, token=checker)
    assert (told.status, "请发补正告知" in told.json["detail"]) == (409, True)
    wrong = [{"field": "shop", "reason": "wrong_answer", "advice": "这家店的备案今天暂停了，请换一家"}]
    await act(town, checker, case, "request-correction", defects=wrong)
    again = await rechosen(town, grant, case, shop=LUOXI)
    assert again.status == 200, again.text
    assert [each["who_name"] for each in (await checked(town, case))["obligations"]] == [LUOXI["name"]]
    assert (await town.get("/api/v1/obligations", token=shop.agent, acting=shop.id)).json["items"] == []


async def test_a_seal_that_is_on_file_is_engraved_again_only_with_what_became_of_it(town: Town) -> None:
    grant = await applicant(town)
    form = (await town.get(f"/api/v1/items/{ITEM}/form", token=grant.agent, acting=grant.id)).json
    assert (form["values"]["on_file"], form["values"]["unit_name"]) == ("filed", COMPANY["name"])
    answers: dict[str, Any] = {"seals": ["company"], "on_file": "filed"}

    async def papers(**more: str) -> set[str]:
        draft = await town.made("/api/v1/cases", {"item": ITEM, "form": FORM | answers | more}, grant.agent, grant.id)
        return {each["key"] for each in draft["materials"] if each["need"]["code"] == "required"}

    assert await papers(reason="lost") == {"business_licence", "loss_statement"}
    assert await papers(reason="worn") == {"business_licence", "cancelled_seal"}
    assert [each["pointer"] for each in await refused(town, grant, **answers, reason="lost")] == ["/materials/loss_statement"]
    assert [each["pointer"] for each in await refused(town, grant, **answers)] == ["/form/reason"]


async def test_a_company_that_was_dissolved_meanwhile_gets_no_seal(town: Town) -> None:
    """What the directory knows by its daily look holds up the next step; the act that grants asks the register itself."""
    grant, shop = await applicant(town), await engraver(town)
    case = await filed(town, grant)
    await accepted(town, await town.staff(WINDOW), case)
    await checked(town, case)
    await answered(
        town,
        shop.agent,
        await asked(town, shop.agent, shop.id),
        "confirm",
        shop.id,
        answers=DONE,
        files={"imprint": [await imprint(town, shop)]},
    )
    await town.sandbox.change_record("enterprise", "chenguang-print", {"state": "注销"})
    filer = await town.staff(FILER)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=filer)).json
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/grant", {"version": seen["version"]}, token=filer)
    assert (refused.status, "企业登记已注销，这份申请不能再往下办" in refused.json["detail"]) == (409, True)
    boss = await town.head("leizhenyu")
    over = await act(town, boss, case, "abort", reason="申请单位的企业登记已注销", basis="行政许可法第七十条第三项")
    assert over["state"]["state"] == "aborted"


async def test_nothing_goes_on_for_a_company_known_to_be_gone(town: Town) -> None:
    grant = await applicant(town)
    case = await filed(town, grant)
    await accepted(town, await town.staff(WINDOW), case)
    await town.sandbox.change_record("enterprise", "chenguang-print", {"state": "注销"})
    town.world.clock.forward(days=1)
    await town.world.product.engines.people.enterprises.recheck()
    checker = await town.staff(CHECKER)
    seen = (await town.get(f"/api/v1/staff/cases/{case['id']}", token=checker)).json
    body = {"version": seen["version"], "step": "police_check", "finding": "章名与登记一致"}
    refused = await town.post(f"/api/v1/staff/cases/{case['id']}/complete-step", body, token=checker)
    assert (refused.status, "不能再往下办" in refused.json["detail"]) == (409, True)
