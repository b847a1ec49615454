"""A new item is one YAML file and no Python: a made-up one, laid beside the others, runs from application to result."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from backend.clock import SetClock
from backend.store import Store
from tests.api.stories.business import accepted, act, filed
from tests.factories import Town
from tests.sandbox_control import ROOT, SandboxProcess
from tests.world import World

BENCH = """
code: memorial-bench
name: 公园纪念长椅认捐
aliases: [捐长椅, 纪念长椅]
themes: [family]
department: civil_affairs
task_type: "20"
kind: promise
objects: ["1"]
catalog_code: "992011099000"
versions:
  - effective_from: 2026-01-01
    guide:
      summary: 给公园捐一把长椅，椅背上刻一句话。
      conditions: [年满18周岁。]
      steps: [在手机上填表，传一张设计图。, 民政局看过以后告诉您结果，3个工作日。]
      duration: 3个工作日。
      trips: 不用跑。
      where: [微信小程序]
      when: 随时可以申请。
      phone: 0600-81000300
      complaints: "12345"
    form:
      - {key: donor, label: 认捐人, type: text, source: {register: population, path: name}}
      - {key: words, label: 刻什么字, paper_label: 刻字内容, type: text, rules: [{length: {min: 2, max: 20}, message: 请写2到20个字。}]}
    materials:
      - {key: resident_card, name: 居民身份证, source: licence, licence: resident_card, accepts: [jpeg, pdf]}
    steps:
      - {key: apply, name: 填表申请, phase: apply, actor: applicant}
      - {key: look, name: 看设计, phase: accepted, actor: staff, role: reviewer, limit: {n: 1, unit: workday}}
      - {key: decide, name: 决定, phase: accepted, actor: staff, role: reviewer, limit: {n: 1, unit: workday}}
    clocks: {promised: {n: 3, unit: workday}}
    visits: {count: 0}
    channels: [mini_program]
    proxy: {allowed: false, reason: 认捐要本人愿意，请本人申请。}
    results:
      - key: letter
        name: 认捐确认书
        kind: approval
        paper: {template: granted_result, prefix: 江椅认字, type_code: 11990101MB9901702A901, shows: [donor, words]}
        delivery: [download]
"""


@pytest.fixture
async def town(world: World, store: Store, clock: SetClock, sandbox: SandboxProcess, tmp_path: Path) -> AsyncIterator[Town]:
    """The product on a copy of the catalogue with one file more."""
    copy = Path(shutil.copytree(ROOT / "catalogue", tmp_path / "catalogue"))
    (copy / "items" / "memorial-bench.yaml").write_text(BENCH, encoding="utf-8")
    settings = world.product.engines.settings.model_copy(update={"catalogue_dir": copy})
    other = await World.open(settings, clock, store, sandbox)
    yield Town(other, sandbox)
    await other.close()


async def test_a_made_up_item_runs_from_application_to_result(town: Town) -> None:
    found = (await town.get("/api/v1/items", q="纪念长椅")).json["items"]
    assert [each["code"] for each in found] == ["memorial-bench"]
    citizen, clerk = await town.proven("li-qiang"), await town.staff("gongxiaodong")

    form = (await town.get("/api/v1/items/memorial-bench/form", token=citizen)).json
    assert form["values"] == {"donor": "李强"}
    short = await town.post("/api/v1/cases", {"item": "memorial-bench", "form": {"words": "x"}}, token=citizen)
    assert [each["pointer"] for each in short.json["errors"]] == ["/form/words"]
    case = await filed(town, citizen, "memorial-bench", {"donor": "李强", "words": "献给在这里散步的人"})
    assert case["clock"]["deficiency_due"], "its clocks run"

    await accepted(town, clerk, case)
    await act(town, clerk, case, "complete-step", step="look", finding="设计可以")
    await act(town, clerk, case, "grant")
    assert {"case_granted", "certificate_issued"} <= set(await town.told(citizen))
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    assert mine["state"]["state"] == "closed", "what is only downloaded is handed out by nobody"

    (letter,) = (await town.get("/api/v1/certificates", token=citizen, case=case["id"])).json["items"]
    assert (letter["title"], letter["number"]) == ("认捐确认书", "江椅认字〔2026〕第000001号")
    assert (await town.get(letter["file_url"], token=citizen)).status == 200
    assert (await town.get(f"/verify/{letter['verify_code']}")).json["result"] == "valid"
