"""S1: what a department granted beside the essential part, and is nothing without it, ends when that part is refused; and holds again
when the refusal is annulled. Told, shown in public, and undone in one act each."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from backend.clock import SetClock
from backend.outbox import OutboxRow
from backend.store import Store
from models.documents import OrganisationCode
from models.registers import EnterpriseRecord, EnterpriseState, PersonKey
from tests.api.stories.business import COMPANY, accepted, act, filed, granted, part
from tests.factories import Town
from tests.sandbox_control import ROOT, SandboxProcess
from tests.world import World

_BARE = "results: [{key: reservation, name: 开户预约单, kind: other, delivery: [post, counter]}]"
_PAPER = """results:
          - key: reservation
            name: 开户预约单
            kind: other
            paper: {template: granted_result, prefix: 江预户字, type_code: 11990101MB9901702A901, shows: [company_name]}
            delivery: [post, counter]"""


@pytest.fixture
async def printing(world: World, store: Store, clock: SetClock, sandbox: SandboxProcess, tmp_path: Path) -> AsyncIterator[Town]:
    """The product on a catalogue in which the reservation is a sealed paper with a QR code."""
    copy = Path(shutil.copytree(ROOT / "catalogue", tmp_path / "catalogue"))
    item = copy / "items" / "biz-start.yaml"
    text = item.read_text(encoding="utf-8")
    assert _BARE in text
    item.write_text(text.replace(_BARE, _PAPER), encoding="utf-8")
    settings = world.product.engines.settings.model_copy(update={"catalogue_dir": copy})
    other = await World.open(settings, clock, store, sandbox)
    yield Town(other, sandbox)
    await other.close()


async def _refused_beside(town: Town, *, recorded: bool = True) -> tuple[str, dict[str, Any]]:
    """A company the bank had reserved an account for, and the registrar then refuses to register; the applicant's token, and the whole."""
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY))
    await granted(town, "hongqiming", part(case, "bank_reservation"), "开户预约单" if recorded else "")
    await town.world.settle()
    licence = {"id": part(case, "licence")["case"]}
    await act(town, await town.staff("miaolixin"), licence, "refuse", reason="名称与已登记的企业相同", basis="市场主体登记管理条例")
    await town.world.settle()
    return citizen, (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json


async def _annulled(town: Town, mine: dict[str, Any]) -> dict[str, Any]:
    """The head of the registrar finds the refusal wrong and annuls it."""
    head, licence = await town.head("mengxiangrui"), {"id": part(mine, "licence")["case"]}
    why, basis = "行政复议认定名称没有相同", "行政复议决定书〔2026〕12号"
    await act(town, head, licence, "find-wrong", reason=why, basis=basis)
    answer = await act(town, head, licence, "annul", reason=why, basis=basis)
    await town.world.settle()
    return answer


async def test_what_was_granted_ends_with_the_essential_part_and_is_told(town: Town) -> None:
    citizen, mine = await _refused_beside(town)
    reserved = part(mine, "bank_reservation")
    assert (mine["state"]["state"], reserved["status"]["code"], reserved["status"]["label"]) == ("refused", "lapsed", "办好过，现已失效")
    assert "因此已经办好的「银行预约开户」失效" in mine["decision"]["reason"]
    assert mine["decision"]["by"]["name"] == "「设立登记」的承办部门（经办人见各环节的决定）"
    refused = (await town.get(f"/api/v1/cases/{part(mine, 'licence')['case']}", token=citizen)).json
    assert refused["decision"]["by"]["name"] == "苗立新", "each part's refusal names who made it"
    theirs = (await town.get(f"/api/v1/cases/{reserved['case']}", token=citizen)).json
    assert theirs["state"]["sentence"].startswith("「设立登记」没有办成，公司没有登记，预留的账号不再保留")
    told = {each["template"]: each["body"] for each in await town.inbox(citizen)}
    assert "「设立登记」没有办成，已经办好的「企业开办一件事·银行预约开户」" in told["part_result_ended"]
    assert "继续有效" not in told["bundle_refused"], "nothing of it stands"
    window = await town.staff("linxiaoyan")
    closed = await act(town, window, mine, "record-result", kind="不予批准决定书", way="counter")
    assert (closed["state"]["state"], closed["completion"]["code"]) == ("closed", "1")


async def test_what_was_not_handed_out_yet_lies_on_no_desk_any_more(town: Town) -> None:
    _, mine = await _refused_beside(town, recorded=False)
    bank, share = await town.staff("hongqiming"), part(mine, "bank_reservation")
    seen = (await town.get(f"/api/v1/staff/cases/{share['case']}", token=bank)).json
    assert "record-result" not in {each["action"] for each in seen["actions"]}
    body = {"version": seen["version"], "kind": "开户预约单", "way": "exit"}
    late = await town.post(f"/api/v1/staff/cases/{share['case']}/record-result", body, token=bank)
    assert (late.status, "没有结果可以交付" in late.json["detail"]) == (409, True)
    await _annulled(town, mine)
    await act(town, bank, {"id": share["case"]}, "record-result", kind="开户预约单", way="exit")


async def test_the_qr_code_says_that_it_ended_and_that_it_holds_again(printing: Town) -> None:
    town = printing
    citizen, mine = await _refused_beside(town)
    share = part(mine, "bank_reservation")
    (paper,) = (await town.get("/api/v1/certificates", token=citizen, case=share["case"])).json["items"]
    shown = (await town.get(f"/verify/{paper['verify_code']}")).json
    assert (shown["result"], paper["title"]) == ("revoked", "开户预约单")
    assert "certificate_revoked" in await town.told(citizen)

    await _annulled(town, mine)
    assert (await town.get(f"/verify/{paper['verify_code']}")).json["result"] == "valid"
    mine = (await town.get(f"/api/v1/cases/{mine['id']}", token=citizen)).json
    assert part(mine, "bank_reservation")["status"]["code"] == "handed_over"
    assert (mine["state"]["state"], mine["completion"]["code"]) == ("closed", "2")
    assert mine["decision"]["revoked"]["again"], "the founder is decided about anew"
    again = (await town.get(f"/api/v1/cases/{mine['decision']['revoked']['again']}", token=citizen)).json
    assert (again["state"]["state"], again["form"]["company_name"]) == ("draft", COMPANY["company_name"])
    assert {"part_result_restored", "certificate_reinstated", "refusal_annulled"} <= set(await town.told(citizen))


async def test_a_refusal_beside_the_essential_part_is_annulled_without_beginning_the_whole_anew(town: Town) -> None:
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY))
    bank = {"id": part(case, "bank_reservation")["case"]}
    await act(town, await town.staff("hongqiming"), bank, "refuse", reason="尽职调查没有通过", basis="账户管理办法")
    head = await town.head("lianzhigang")
    await act(town, head, bank, "find-wrong", reason="调查的是同名的另一人", basis="账户管理办法")
    annulled = await act(town, head, bank, "annul", reason="调查的是同名的另一人", basis="账户管理办法")
    assert (annulled["state"]["state"], annulled["decision"]["revoked"]["again"]) == ("closed", None)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert (mine["state"]["state"], part(mine, "licence")["status"]["code"]) == ("accepted", "under_way"), "the whole goes on"


async def test_only_the_head_of_the_department_that_refused_finds_it_wrong(town: Town) -> None:
    _, mine = await _refused_beside(town)
    licence = part(mine, "licence")["case"]
    head = await town.head("mengxiangrui")
    seen = (await town.get(f"/api/v1/staff/cases/{licence}", token=head)).json
    body = {"version": seen["version"], "reason": "名称其实没有相同", "basis": "行政复议法"}
    for token in (await town.staff("miaolixin"), await town.head("lianzhigang")):
        assert (await town.post(f"/api/v1/staff/cases/{licence}/find-wrong", body, token=token)).status == 403
    assert (await town.post(f"/api/v1/staff/cases/{licence}/annul", body, token=head)).status == 409, "it was not found wrong"


async def _licence_taken_back(town: Town) -> tuple[str, dict[str, Any]]:
    """A company that was registered, with an account reserved for it; then the registration is found to rest on a forged lease."""
    citizen, window = await town.proven("li-min"), await town.staff("linxiaoyan")
    case = await accepted(town, window, await filed(town, citizen, "biz-start", COMPANY))
    await granted(town, "hongqiming", part(case, "bank_reservation"), "开户预约单")
    licence = {"id": part(case, "licence")["case"]}
    await act(town, await town.staff("miaolixin"), licence, "grant")
    await town.world.settle()
    head = await town.head("mengxiangrui")
    why, basis = "住所的租赁合同是伪造的", "市场主体登记管理条例第四十条"
    await act(town, head, licence, "find-wrong", reason=why, basis=basis)
    await act(town, citizen, licence, "speak", staff=False, text="合同是中介给的")
    await act(town, head, licence, "annul", reason=why, basis=basis)
    await town.world.settle()
    return citizen, part((await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json, "bank_reservation")


async def test_what_rests_on_a_registration_that_was_annulled_is_proposed_to_end_and_never_silently(town: Town) -> None:
    citizen, reserved = await _licence_taken_back(town)
    company = await town.world.product.clients.registers.namesakes(COMPANY["company_name"], "test")
    assert [each.name for each in company] == [COMPANY["company_name"]], "struck off, its name is not free yet"
    key = PersonKey(document_type=OrganisationCode.USCC, id_number=company[0].uscc, name=COMPANY["company_name"])
    entered = (await town.world.product.clients.registers.fetch("enterprise", key, "test")).record
    assert isinstance(entered, EnterpriseRecord)
    assert entered.state is EnterpriseState.DEREGISTERED
    bank = await town.head("lianzhigang")
    (row,) = (await town.get("/api/v1/staff/inspections", token=bank)).json["items"]
    assert (row["case"], row["label"]) == (reserved["case"], "拟撤销决定，听取申请人意见"), "its own head has it before them"
    theirs = (await town.get(f"/api/v1/cases/{reserved['case']}", token=citizen)).json
    assert theirs["decision"]["revoked"] is None, "it stands until they were heard"
    assert "「设立登记」的决定已经撤销" in theirs["inspection"]["proposed_for"]
    told = {each["template"]: each["body"] for each in await town.inbox(citizen)}
    assert "以「设立登记」为前提" in told["decision_basis_gone"]
    why = {"reason": "公司没有登记，预留的账号没有用了", "basis": "账户管理办法"}
    seen = (await town.get(f"/api/v1/staff/cases/{reserved['case']}", token=bank)).json
    early = await town.post(f"/api/v1/staff/cases/{reserved['case']}/annul", {"version": seen["version"], **why}, token=bank)
    assert early.status == 409
    await act(town, citizen, {"id": reserved["case"]}, "speak", staff=False, text="账号还想留着，准备换地址重新登记")
    ended = await act(town, bank, {"id": reserved["case"]}, "annul", reason=why["reason"], basis=why["basis"])
    assert ended["decision"]["revoked"]["number"]


async def test_the_head_may_let_it_stand_and_is_not_asked_twice(town: Town) -> None:
    citizen, reserved = await _licence_taken_back(town)
    await act(town, citizen, {"id": reserved["case"]}, "speak", staff=False, text="账号还想留着")
    kept = await act(town, await town.head("lianzhigang"), {"id": reserved["case"]}, "keep-decision", reason="账号可以留到重新登记")
    whole = (await town.get(f"/api/v1/cases/{kept['bundle']}", token=citizen)).json
    subject = f"cases/{part(whole, 'licence')['case']}"
    await town.world.product.engines.cases.on_taken_back(
        OutboxRow("evt", town.world.clock.now(), "case.annulled", subject, None, {}, {}, [])
    )
    again = (await town.get(f"/api/v1/staff/cases/{reserved['case']}", token=await town.staff("hongqiming"))).json
    assert (again["version"], again["decision"]["revoked"]) == (kept["version"], None)
