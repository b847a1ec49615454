"""S1: 企业开办一站式 (照章税银). One form, one submission; licence first, then departments side by side; one parcel."""

from tests.api.stories.business import COMPANY, accepted, act, filed, granted, handed_out, part, sent_home, signed
from tests.api.stories.counterparts import photo
from tests.factories import Town


async def test_a_bank_stops_no_statutory_limit_of_the_whole(town: Town) -> None:
    citizen = await town.proven("li-min")
    case = await filed(town, citizen, "biz-start", COMPANY)
    await accepted(town, await town.staff("linxiaoyan"), case)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    body = {"ground": "inspection", "reason": "需要上门检验经营场所", "legal_basis": "行政许可法第四十五条", "until": "2026-12-31"}
    for username, key, status in (("hongqiming", "bank_reservation", 422), ("miaolixin", "licence", 200)):
        clerk, path = await town.staff(username), f"/api/v1/staff/cases/{part(mine, key)['case']}"
        seen = (await town.get(path, token=clerk)).json
        answer = await town.post(f"{path}/pause", {"version": seen["version"], **body}, token=clerk)
        assert answer.status == status, answer.text
        if status == 422:
            assert answer.json["errors"][0]["pointer"] == "/ground"
            assert "没有自己的法定时限" in answer.json["errors"][0]["detail"]
            visit = {"version": seen["version"], "ground": "site_visit", "reason": "要上门看经营场所", "until": "2026-12-31"}
            assert (await town.post(f"{path}/pause", visit, token=clerk)).status == 200


async def test_one_form_licence_in_time_departments_in_parallel_one_parcel(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await filed(town, citizen, "biz-start", COMPANY)
    await accepted(town, window, case)

    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    status = {each["key"]: each["status"]["code"] for each in mine["parts"]}
    assert status == {
        "licence": "under_way",
        "bank_reservation": "under_way",  # the reservation runs beside
        "seal": "waiting",
        "tax": "waiting",
        "insurance": "waiting",
        "fund": "not_wanted",
        "bank_account": "waiting",  # the account only after the seal
    }
    listed = (await town.get("/api/v1/cases", token=citizen)).json["items"]
    assert [each["id"] for each in listed] == [case["id"]], "the applicant sees one case"

    await granted(town, "miaolixin", part(mine, "licence"), "营业执照")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    at_it = {each["key"] for each in mine["parts"] if each["status"]["code"] == "under_way"}
    assert at_it == {"bank_reservation", "seal", "tax", "insurance"}, "three departments and the bank at the same time"
    assert mine["state"]["sentence"] == "6个环节已办好1个，正在同时办「银行预约开户」、「公章刻制备案」、「税务信息确认和发票领用」等4项"
    assert part(mine, "licence")["result"] == f"营业执照 {mine['founded']['uscc']}"
    police = (await town.get("/api/v1/staff/cases", token=await town.staff("guxiaoming"), queue="processing")).json["items"]
    assert [each["item_name"] for each in police] == ["企业开办一件事·公章刻制备案"]

    await granted(town, "hongqiming", part(mine, "bank_reservation"), "开户预约单")
    await granted(town, "fanxuemei", part(mine, "tax"), "税务信息确认表")
    await granted(town, "dengliping", part(mine, "insurance"), "参保登记回执")
    seal = part(mine, "seal")
    await act(town, await town.staff("guxiaoming"), {"id": seal["case"]}, "complete-step", step="file_seals", finding="备案编号已给出")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert part(mine, "bank_account")["status"]["code"] == "waiting"
    await granted(town, "zhongweiguo", seal, "首套印章和备案回执")

    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    too_early = await town.post(
        f"/api/v1/staff/cases/{case['id']}/deliver",
        {"version": mine["version"], "kind": "开办大礼包", "method": "post"},
        token=window,
    )
    assert too_early.status == 409
    await granted(town, "hongqiming", part(mine, "bank_account"))
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert mine["state"]["state"] == "granted"
    waiting = await town.post(
        f"/api/v1/staff/cases/{case['id']}/deliver",
        {"version": mine["version"], "kind": "开办大礼包", "method": "post"},
        token=window,
    )
    assert waiting.json["detail"] == "「银行账户正式开立」的结果还没有交到出件窗口，请等齐后一次发放。"
    bank, account = await town.staff("hongqiming"), {"id": part(mine, "bank_account")["case"]}
    await act(town, bank, account, "record-result", kind="基本存款账户信息", way="exit")
    by_hand = await town.post(
        f"/api/v1/staff/cases/{case['id']}/record-result",
        {
            "version": (await town.get(f"/api/v1/staff/cases/{case['id']}", token=window)).json["version"],
            "kind": "开办大礼包",
            "way": "post",
        },
        token=window,
    )
    assert (by_hand.status, by_hand.json["errors"][0]["pointer"], "请用「交付结果」" in by_hand.json["errors"][0]["detail"]) == (
        422,
        "/way",
        True,
    )
    await sent_home(town, window, case, "开办大礼包", "PARCEL-1")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (mine["state"]["state"], mine["completion"]["code"]) == ("closed", "0")

    await town.world.settle()
    counted = await town.world.store.case_facts.find({})
    assert [(each["case"], each["instant"]) for each in counted] == [(case["id"], False)], "the whole is one case, its parts are none"
    told = [each["template"] for each in (await town.get("/api/v1/notices", token=citizen)).json["items"]]
    assert told.count("bundle_decided") == 1


async def test_what_one_department_refuses_is_said_plainly_and_the_rest_counts(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await filed(town, citizen, "biz-start", COMPANY | {"insurance_wanted": "not_wanted", "bank_wanted": "not_wanted"})
    mine = await accepted(town, window, case)
    await granted(town, "miaolixin", part(mine, "licence"), "营业执照")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    tax = await town.staff("fanxuemei")
    await act(town, tax, {"id": part(mine, "tax")["case"]}, "refuse", reason="法定代表人有未办结的欠税事项", basis="税收征收管理法")
    police = {"id": part(mine, "seal")["case"]}
    await act(town, await town.staff("guxiaoming"), police, "complete-step", step="file_seals", finding="备案编号已给出")
    await granted(town, "zhongweiguo", part(mine, "seal"), "首套印章和备案回执")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert mine["state"]["sentence"] == "3个环节已办好2个，「税务信息确认和发票领用」没有办成，结果正在汇总，一次发给您"
    refusal = await town.get(f"/api/v1/cases/{part(mine, 'tax')['case']}/papers/decision", token=citizen)
    assert refusal.status == 200, "the refusal, with its remedies, is the applicant's to read"
    checked = await town.post("/api/v1/verifications", refusal.body, headers={"Content-Type": "application/pdf"}, key="")
    assert (checked.status, checked.json["verdict"]) == (200, "sealed"), checked.text


async def test_no_licence_nothing_after_it(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    mine = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY | {"bank_wanted": "not_wanted"}))
    market = await town.staff("miaolixin")
    await act(town, market, {"id": part(mine, "licence")["case"]}, "refuse", reason="名称与已登记的企业相同", basis="市场主体登记管理条例")
    mine = (await town.get(f"/api/v1/cases/{mine['id']}", token=citizen)).json
    assert {each["status"]["code"] for each in mine["parts"]} == {"refused", "impossible", "not_wanted"}
    assert mine["state"]["state"] == "refused"
    refusal = (await town.get(f"/api/v1/cases/{part(mine, 'licence')['case']}", token=citizen)).json["decision"]
    assert "申请行政复议" in refusal["remedies"], "one refusal is one decision, contested where it was made"
    said = f"「设立登记」的不予批准决定书（{refusal['number']}）"
    assert (
        mine["decision"]["remedies"]
        == f"本告知只说明整件事的结果，不是另一个决定。不服的，请按{said}写明的途径申请行政复议或者提起行政诉讼。"
    )
    assert (mine["decision"]["basis"], refusal["number"] in mine["decision"]["reason"]) == ("", True)
    assert [each["title"] for each in mine["papers"] if each["key"] == "decision"] == ["整件事办理结果告知书"]
    assert "告字第" in mine["decision"]["number"]
    assert mine["state"]["sentence"].startswith("没有办成，理由和救济途径见「设立登记」的决定书")
    paper = await town.get(f"/api/v1/cases/{mine['id']}/papers/decision", token=citizen)
    assert paper.status == 200
    (told,) = [each["body"] for each in await town.inbox(citizen) if each["template"] == "bundle_refused"]
    assert f"见{said}" in told


async def test_without_the_licence_what_is_under_way_and_asked_for_ends_with_it(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY))
    bank, clerk = {"id": part(case, "bank_reservation")["case"]}, await town.staff("hongqiming")
    defect = {"field": "bank_branch", "reason": "wrong_answer", "advice": "这个网点本月装修，请改选别的网点"}
    await act(town, clerk, bank, "request-correction", defects=[defect])
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (mine["state"]["state"], part(mine, "bank_reservation")["status"]["code"]) == ("correction_after_acceptance", "asks")

    market = await town.staff("miaolixin")
    await act(town, market, {"id": part(mine, "licence")["case"]}, "refuse", reason="名称与已登记的企业相同", basis="市场主体登记管理条例")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (mine["state"]["state"], part(mine, "bank_reservation")["status"]["code"]) == ("refused", "ended")
    assert "因此「银行预约开户」不再办理" in mine["decision"]["reason"], mine["decision"]["reason"]
    assert not {"save", "resubmit"} & {each["action"] for each in mine["actions"]}, "nothing is left to mend"
    seen = (await town.get(f"/api/v1/staff/cases/{bank['id']}", token=clerk)).json
    assert (seen["state"]["state"], seen["actions"]) == ("aborted", [])
    refused = await town.post(f"/api/v1/staff/cases/{bank['id']}/grant", {"version": seen["version"]}, token=clerk)
    assert refused.status == 409, "no account is reserved for a company that will not exist"
    told = await town.told(citizen)
    assert "bundle_refused" in told


async def test_a_bank_answers_in_its_own_name_and_tax_is_reviewed_by_the_tax_above(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY))
    bank = part(case, "bank_reservation")
    await act(
        town,
        await town.staff("hongqiming"),
        {"id": bank["case"]},
        "refuse",
        reason="尽职调查没有通过",
        basis="《人民币银行结算账户管理办法》",
    )
    theirs = (await town.get(f"/api/v1/cases/{bank['case']}", token=citizen)).json
    (paper,) = [each for each in theirs["papers"] if each["key"] == "decision"]
    assert (paper["title"], paper["number"]) == ("办理结果答复书", bank["number"]), "a bank decides nothing in law"
    assert "国家金融监督管理总局江州监管分局" in theirs["decision"]["remedies"]
    assert "行政复议" not in theirs["decision"]["remedies"]
    opened = await town.get(f"/api/v1/cases/{bank['case']}/papers/decision", token=citizen)
    checked = await town.post("/api/v1/verifications", opened.body, headers={"Content-Type": "application/pdf"}, key="")
    assert checked.json["verdict"] != "sealed", "nor does it use the district's seal"

    await granted(town, "miaolixin", part(case, "licence"), "营业执照")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    tax = {"id": part(mine, "tax")["case"]}
    await act(town, await town.staff("fanxuemei"), tax, "refuse", reason="法定代表人有未办结的欠税事项", basis="《税收征收管理法》")
    theirs = (await town.get(f"/api/v1/cases/{tax['id']}", token=citizen)).json
    assert "向江州市税务局申请行政复议" in theirs["decision"]["remedies"]


async def test_a_correction_is_asked_once_mended_once_and_seen_by_every_department(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY))
    market = await town.staff("miaolixin")
    wrong = [{"field": "contact_phone", "reason": "wrong_answer", "advice": "电话打不通，请核对"}]
    licence = {"id": part(case, "licence")["case"]}
    await act(town, market, licence, "request-correction", defects=wrong)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert mine["state"]["state"] == "correction_after_acceptance"
    assert "需要您修改 1 处" in mine["state"]["sentence"]
    form = mine["form"] | {"contact_phone": "16909900002"}
    saved = await town.put(f"/api/v1/cases/{case['id']}", {"version": mine["version"], "form": form}, token=citizen)
    assert saved.status == 200, saved.text
    mine = await act(town, citizen, mine, "resubmit", staff=False)
    assert mine["state"]["state"] == "accepted"
    seen = (await town.get(f"/api/v1/staff/cases/{licence['id']}", token=market)).json
    assert seen["form"]["contact_phone"] == "16909900002"
    bank = await town.staff("hongqiming")
    beside = (await town.get(f"/api/v1/staff/cases/{part(mine, 'bank_reservation')['case']}", token=bank)).json
    assert beside["form"]["contact_phone"] == "16909900002"
    assert "invoices" not in beside["form"], "a department sees its share only"


async def test_what_a_corrected_answer_shakes_is_done_again_by_the_department_it_falls_to(town: Town) -> None:
    """The police had checked the seals when it came out that another kind is wanted: the first officer's queue has it back."""
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY))
    await granted(town, "miaolixin", part(case, "licence"), "营业执照")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    police, first, second = {"id": part(mine, "seal")["case"]}, await town.staff("guxiaoming"), await town.staff("zhongweiguo")
    seen = await act(town, first, police, "complete-step", step="file_seals", finding="备案编号已给出")
    assert {each["field"]: each["steps"] for each in seen["rests"]}["seals"] == ["核对章种、取得备案编号"]
    wrong = [{"field": "seals", "reason": "wrong_answer", "advice": "开票要用发票专用章，请一并选上"}]
    await act(town, second, police, "request-correction", defects=wrong)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert "公司名称" in str(mine["returns"][-1]["closed"])
    form = mine["form"] | {"seals": ["company", "finance", "invoice"]}
    saved = await town.put(f"/api/v1/cases/{case['id']}", {"version": mine["version"], "form": form}, token=citizen)
    assert saved.status == 200, saved.text
    await act(town, citizen, mine, "resubmit", staff=False)
    queue = (await town.get("/api/v1/staff/cases?queue=processing", token=first)).json["items"]
    assert police["id"] in {each["id"] for each in queue}
    seen = (await town.get(f"/api/v1/staff/cases/{police['id']}", token=first)).json
    assert [(each["done_at"], each["earlier"]) for each in seen["steps"]] == [(None, 1), (None, 0)]
    assert (seen["state"]["state"], seen["submissions"][-1]["anew_steps"]) == ("accepted", ["file_seals"])
    seen = await act(town, first, police, "complete-step", step="file_seals", finding="三枚都已备案")
    assert seen["steps"][1]["started_at"] is not None


async def test_what_is_decided_cannot_be_changed_by_a_later_correction(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY))
    await granted(town, "miaolixin", part(case, "licence"), "营业执照")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    tax = await town.staff("fanxuemei")
    wrong = [{"field": "invoices", "reason": "wrong_answer", "advice": "请按实际开票量选"}]
    await act(town, tax, {"id": part(mine, "tax")["case"]}, "request-correction", defects=wrong)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    form = mine["form"] | {"invoices": "middle", "company_name": "江州云河餐饮有限公司"}
    saved = (await town.put(f"/api/v1/cases/{case['id']}", {"version": mine["version"], "form": form}, token=citizen)).json
    refused = await town.post(f"/api/v1/cases/{case['id']}/resubmit", {"version": saved["version"]}, token=citizen)
    assert refused.status == 422
    assert refused.json["errors"] == [
        {"pointer": "/form/company_name", "detail": "「设立登记」已经按原来的内容办好，这一项不能再改，请改回原来的内容。"}
    ]
    form["company_name"] = COMPANY["company_name"]
    await town.put(f"/api/v1/cases/{case['id']}", {"version": saved["version"], "form": form}, token=citizen)
    assert (await act(town, citizen, mine, "resubmit", staff=False))["state"]["state"] == "accepted"


async def test_withdrawn_whole_and_never_by_a_part(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY))
    licence = (await town.get(f"/api/v1/cases/{part(case, 'licence')['case']}", token=citizen)).json
    alone = await town.post(f"/api/v1/cases/{licence['id']}/withdraw", {"version": licence["version"]}, token=citizen)
    assert alone.json["detail"] == "这是一件事里的一个环节，请打开整件事再撤回。"
    mine = await act(town, citizen, case, "withdraw", staff=False)
    assert {each["status"]["code"] for each in mine["parts"]} == {"withdrawn", "not_wanted"}
    queue = (await town.get("/api/v1/staff/cases", token=await town.staff("miaolixin"), queue="processing")).json["items"]
    assert queue == []


async def test_withdrawn_after_the_licence_only_the_rest_is_and_the_licence_is_handed_out(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY))
    await granted(town, "miaolixin", part(case, "licence"))
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert {"action": "withdraw", "label": "撤回（只限没办好的环节）"} in mine["actions"]
    mine = await act(town, citizen, case, "withdraw", staff=False)
    state = {each["key"]: each["status"]["code"] for each in mine["parts"]}
    assert state.pop("licence") == "granted"
    assert set(state.values()) == {"withdrawn", "not_wanted"}
    assert (mine["state"]["state"], mine["state"]["label"], mine["completion"]["code"]) == ("granted", "其余环节已撤回", "0")
    assert mine["state"]["sentence"] == (
        "6个环节已办好1个，「银行预约开户」、「公章刻制备案」、「税务信息确认和发票领用」等5项已按您的要求撤回，办好的继续有效，结果正在汇总，一次发给您"
    )
    assert "withdraw" not in {each["action"] for each in mine["actions"]}
    tax = await town.get("/api/v1/staff/cases", token=await town.staff("fanxuemei"), queue="processing")
    assert tax.json["items"] == [], "nobody goes on with what was withdrawn"
    await town.world.settle()
    told = {each["template"]: each["body"] for each in (await town.get("/api/v1/notices", token=citizen)).json["items"]}
    assert "case_withdrawn" not in told
    assert "已经办好的「设立登记」继续有效，结果交齐后一次寄到您填的地址" in told["bundle_rest_over"]
    body = {"version": mine["version"], "kind": "营业执照", "method": "counter"}
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/deliver", body, token=window)
    assert (early.status, early.json["detail"]) == (409, "「设立登记」的结果还没有交到出件窗口，请等齐后一次发放。")
    licence = {"id": part(mine, "licence")["case"]}
    await act(town, await town.staff("miaolixin"), licence, "record-result", kind="营业执照", way="exit")
    await handed_out(town, window, case, "营业执照", "JZ-1", wish="其余不办了，执照申请人自己来取")
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (mine["state"]["state"], mine["completion"]["code"], mine["result"]["number"]) == ("closed", "0", "JZ-1")


async def test_the_head_ends_only_the_rest_too_and_it_may_be_sent(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY))
    await granted(town, "hongqiming", part(case, "bank_reservation"), "开户预约单")
    head = await town.head("luqiming")
    ended = await act(town, head, case, "abort", reason="住所在拟征收范围内", basis="市场主体登记管理条例")
    assert (ended["state"]["state"], ended["completion"]["code"]) == ("granted", "6"), "the essential part is not among what stands"
    assert {each["status"]["code"] for each in ended["parts"]} == {"ended", "handed_over", "not_wanted"}
    paper = next(each for each in ended["papers"] if each["key"] == "termination")
    assert paper["title"] == "终止办理决定书"
    for each in ended["papers"]:
        for address, token in ((f"/api/v1/cases/{case['id']}", citizen), (f"/api/v1/staff/cases/{case['id']}", head)):
            opened = await town.get(f"{address}/papers/{each['key']}", token=token)
            assert (opened.status, opened.body[:5]) == (200, b"%PDF-"), each["key"]
    sent = await act(town, window, case, "deliver", kind="开户预约单", method="post")
    assert sent["state"]["sentence"] == "已批准，「开户预约单」正在寄给申请人"


async def test_every_shareholder_signs_for_themselves_and_nothing_begins_before(town: Town) -> None:
    founder, partner, window = await town.proven("li-min"), await town.proven("li-qiang"), await town.staff("linxiaoyan")
    person = town.document("li-qiang")
    both = [*COMPANY["shareholders"], {"name": person["name"], "id_number": person["id_number"]}]
    case = await filed(town, founder, "biz-start", COMPANY | {"shareholders": both})
    seen = await act(town, window, case, "claim")
    keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    seen = await act(town, window, case, "pass-material", materials=keys)
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/accept", {"version": seen["version"]}, token=window)
    assert (early.status, "要由李强完成" in early.json["detail"]) == (409, True)
    assert "signature_asked" in await town.told(partner)
    await signed(town, partner)
    mine = await act(town, window, case, "accept")
    assert part(mine, "licence")["status"]["code"] == "under_way"


async def test_a_shareholder_who_does_not_agree_sends_it_back(town: Town) -> None:
    founder, partner = await town.proven("li-min"), await town.proven("li-qiang")
    person = town.document("li-qiang")
    both = [*COMPANY["shareholders"], {"name": person["name"], "id_number": person["id_number"]}]
    case = await filed(town, founder, "biz-start", COMPANY | {"shareholders": both})
    row = (await town.get("/api/v1/obligations?open=true", token=partner)).json["items"][0]
    said = await town.post(f"/api/v1/obligations/{row['id']}/decline", {"reason": "注册资本说好是30万元"}, token=partner)
    assert said.status == 200, said.text
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=founder)).json
    assert (mine["state"]["state"], mine["parts"]) == ("correction", [])
    assert "注册资本说好是30万元" in str(mine["returns"])


async def test_nobody_is_named_to_an_office_without_their_own_signature(town: Town) -> None:
    founder, partner, window = await town.proven("li-min"), await town.proven("li-qiang"), await town.staff("linxiaoyan")
    person = town.document("li-qiang")
    named = {"name": person["name"], "id_number": person["id_number"]}
    offices = {"legal_representative": named | {"phone": "16909900004"}, "supervisors": [named]}
    card = {"files": [await photo(town, founder, "biz-start", "white")]}  # her own card is not his, and is refused
    case = await filed(town, founder, "biz-start", COMPANY | offices, representative_card=card)
    asked = {each["name"]: each["id"] for each in (await town.get("/api/v1/obligations?open=true", token=partner)).json["items"]}
    assert set(asked) == {"法定代表人同意任职、签署申请", "监事同意任职"}
    page = (await town.get(f"/api/v1/obligations/{asked['监事同意任职']}", token=partner)).json
    shown = {each["key"]: each["value"] for each in page["shown"]}
    assert shown["shareholders"] == [{"name": "李敏", "id_number": "9901**********0061"}], "others' numbers are not theirs to read"
    seen = await act(town, window, case, "claim")
    keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    seen = await act(town, window, case, "pass-material", materials=keys)
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/accept", {"version": seen["version"]}, token=window)
    assert (early.status, "要由李强完成" in early.json["detail"]) == (409, True)
    await signed(town, partner)
    assert part(await act(town, window, case, "accept"), "licence")["status"]["code"] == "under_way"


async def test_nobody_signs_for_a_shareholder(town: Town) -> None:
    grant = await town.granted("li-min", "zhou-jianping", "biz-start")
    draft = await town.made("/api/v1/cases", {"item": "biz-start", "form": COMPANY}, grant.agent, grant.id)
    assert draft["person_name"] == "李敏"
    refused = await town.get("/api/v1/obligations", token=grant.agent, acting=grant.id)
    assert (refused.status, "要由本人办理" in refused.json["detail"]) == (403, True)
    twice = COMPANY | {"shareholders": COMPANY["shareholders"] * 2}
    body = {"item": "biz-start", "form": twice}
    told = (await town.post("/api/v1/cases", body, token=grant.principal)).json
    assert told["errors"][0]["pointer"].startswith("/form/shareholders")
