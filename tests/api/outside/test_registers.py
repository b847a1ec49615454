"""Registers that are slow, down, failing, lying or flapping while somebody proves who they are, fills in a form, or
asks for a certificate. Nobody is granted anything on a wrong answer; everybody can finish later what they began."""

import time
from typing import Any

import pytest

from backend.outside import BreakerState, CircuitBreaker
from tests.api.bad_input.shapes import assert_clear
from tests.api.outside.conftest import PAUSE, QUICK
from tests.client import Answer
from tests.people_edge import Edge
from tests.sandbox_control import SandboxProcess
from tests.world import World

ARCHIVE = {"item": "archive-proof", "form": {"purpose": "work"}}
SLOW = {"delay_ms": int(QUICK * 1000) + 300}
FAULTS: dict[str, dict[str, Any]] = {
    "slow": SLOW,
    "down": {"down": True},
    "failing": {"error_status": 500},
    "overloaded": {"error_status": 429},
    "talking nonsense": {"error_code": "WHATEVER", "error_status": 404},
}
faulty = pytest.mark.parametrize("switch", FAULTS.values(), ids=FAULTS)


async def identify(edge: Edge, token: str, code: str = "") -> Answer:
    """PUT me/identity for 李敏."""
    phone = edge.citizen("li-min").phone
    body = {**edge.document("li-min"), "phone": phone, "sms_code": code or await edge.sandbox.sms_code(str(phone))}
    return await edge.put("/api/v1/me/identity", body, token=token)


async def arrived(edge: Edge) -> str:
    """A token of somebody who has asked for a code."""
    token = await edge.login("li-min")
    sent = await edge.post("/api/v1/sms-codes", {"phone": edge.citizen("li-min").phone}, token=token, key="")
    assert sent.status == 202, sent.text
    return token


def assert_come_back(answer: Answer) -> None:
    """503 with when to try again."""
    assert answer.status == 503, answer.text
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    assert int(answer.headers["Retry-After"]) > 0
    assert "稍后" in answer.json["detail"] or "过几分钟再试" in answer.json["detail"]


@faulty
async def test_nobody_is_matched_without_an_answer(edge: Edge, sandbox: SandboxProcess, switch: dict[str, Any]) -> None:
    token = await arrived(edge)
    await sandbox.switch("registers.population", **switch)
    assert_come_back(await identify(edge, token))
    assert (await edge.get("/api/v1/me", token=token)).json["level"] == 0
    await sandbox.reset_switches()
    done = await identify(edge, token, code=await code_of(edge))
    assert (done.status, done.json["level"]) == (200, 1), "the code that was sent is still good"


async def code_of(edge: Edge) -> str:
    return await edge.sandbox.sms_code(str(edge.citizen("li-min").phone))


async def test_tries_of_a_bad_day_are_not_counted(edge: Edge, sandbox: SandboxProcess) -> None:
    """Ten matches a day are for guessing; a register that is down gives no match to guess by."""
    token = await arrived(edge)
    await sandbox.switch("registers.population", down=True)
    for _ in range(11):
        assert_come_back(await identify(edge, token))
    await sandbox.reset_switches()
    await closed(edge, token)


async def closed(edge: Edge, token: str) -> None:
    """The breaker lets one through after its pause."""
    end = time.monotonic() + PAUSE + 2
    while (answer := await identify(edge, token)).status == 503 and time.monotonic() < end:
        pass
    assert answer.status == 200, answer.text


async def test_a_lie_matches_nobody(edge: Edge, sandbox: SandboxProcess) -> None:
    """The register answers with another person's record."""
    token = await arrived(edge)
    await sandbox.switch("registers.population", lie="person")
    answer = await identify(edge, token)
    assert (answer.status, answer.json["type"]) == (503, "/problems/register_mismatch")
    assert "人工核对" in answer.json["title"]
    assert "窗口" in answer.json["detail"]
    assert (await edge.get("/api/v1/me", token=token)).json["level"] == 0


@faulty
async def test_a_form_arrives_all_the_same(edge: Edge, sandbox: SandboxProcess, switch: dict[str, Any]) -> None:
    """Its fields are empty and say why; the rest can be filled in by hand."""
    token = await edge.proven("wang-guifang")
    await sandbox.switch("registers.population", **switch)
    form = await edge.get("/api/v1/items/longevity/form", token=token)
    assert form.status == 200, form.text
    assert "elder_name" not in form.json["values"]
    assert any("暂时查不到，请自己填写" in note for note in form.json["notes"])
    begun = await edge.post("/api/v1/cases", {"item": "longevity", "form": {"elder_name": "王桂芳"}}, token=token)
    assert begun.status == 201, begun.text
    await sandbox.reset_switches()
    assert (await edge.get("/api/v1/items/longevity/form", token=token)).json["values"]["elder_name"] == "王桂芳"


async def test_a_form_is_not_filled_with_somebody_elses_life(edge: Edge, sandbox: SandboxProcess) -> None:
    token = await edge.proven("wang-guifang")
    await sandbox.switch("registers.population", lie="person")
    form = (await edge.get("/api/v1/items/longevity/form", token=token)).json
    assert {each["key"]: each["value"] for each in form["filled"]} == {"elder_name": None, "born": None, "household_place": None}


@faulty
async def test_no_certificate_without_an_answer(edge: Edge, world: World, sandbox: SandboxProcess, switch: dict[str, Any]) -> None:
    token = await edge.proven("wang-guifang")
    await sandbox.switch("registers.personnel", **switch)
    answer = await edge.post("/api/v1/certificates", ARCHIVE, token=token, key="kept")
    assert_come_back(answer)
    assert await nothing_was_made(world)
    await sandbox.reset_switches()
    issued = await edge.post("/api/v1/certificates", ARCHIVE, token=token, key="kept")
    assert issued.status == 201, issued.text
    assert (await edge.get("/api/v1/certificates", token=token)).json["items"] == [issued.json]


async def test_a_lie_is_handed_to_a_person(edge: Edge, world: World, sandbox: SandboxProcess) -> None:
    token = await edge.proven("wang-guifang")
    await sandbox.switch("registers.personnel", lie="person")
    answer = await edge.post("/api/v1/certificates", ARCHIVE, token=token)
    assert answer.status == 202, answer.text
    assert answer.json["state"] == "accepted"
    assert await world.store.certificates.count({}) == 0
    assert await world.store.certificate_files.count({}) == 0


@pytest.mark.parametrize(
    "switch", [SLOW, {"down": True}, {"error_status": 503}, {"lie": "person"}], ids=["slow", "down", "failing", "lying"]
)
async def test_a_relayed_file_is_the_authoritys_or_none(edge: Edge, world: World, sandbox: SandboxProcess, switch: dict[str, Any]) -> None:
    """Tax and insurance proofs are the authority's own files: no file, no certificate."""
    token = await edge.proven("li-min")
    body: dict[str, Any] = {"item": "med-proof", "form": {"range": "year", "purpose": "work"}}
    await sandbox.switch("registers.medical_insurance", **switch)
    answer = await edge.post("/api/v1/certificates", body, token=token)
    assert answer.status == (202 if "lie" in switch else 503), answer.text
    assert await world.store.certificates.count({}) == 0
    await sandbox.reset_switches()
    other = {**body, "form": {**body["form"], "purpose": "loan"}}  # the first request lies with a person who decides, where one was made
    issued = await edge.post("/api/v1/certificates", other, token=token)
    assert issued.status == 201, issued.text


async def nothing_was_made(world: World) -> bool:
    counts = [await world.store.collection(name).count({}) for name in ("cases", "certificates", "certificate_files")]
    return counts == [0, 0, 0]


async def test_a_flapping_register_is_left_alone_and_found_again(edge: Edge, world: World, sandbox: SandboxProcess) -> None:
    """After five failures it is not asked any more, so people are told at once; after a pause one call tries."""
    registers, now = world.product.clients.registers, [0.0]
    registers._services["personnel"].gate.breaker = CircuitBreaker(failures=5, pause=10, monotonic=lambda: now[0])
    token = await edge.proven("wang-guifang")

    async def ask() -> Answer:
        return await edge.post("/api/v1/certificates", ARCHIVE, token=token)

    await sandbox.switch("registers.personnel", **SLOW)
    for _ in range(5):
        assert_come_back(await ask())
    assert registers.states["personnel"] is BreakerState.OPEN
    await sandbox.reset_switches()
    assert_come_back(await ask())  # it would answer now, and is not even asked
    assert (await edge.get("/api/v1/items/longevity/form", token=token)).json["values"]["elder_name"], "the others answer as ever"
    now[0] = 11
    await sandbox.switch("registers.personnel", error_status=500, times=1)
    assert_come_back(await ask())
    assert registers.states["personnel"] is BreakerState.OPEN, "still down: another pause"
    now[0] = 22
    assert (await ask()).status == 201
    assert registers.states["personnel"] is BreakerState.CLOSED
    await sandbox.switch("registers.personnel", error_status=500, times=1)
    assert_come_back(await ask())
    assert (await ask()).status == 201, "one failure opens nothing"


async def test_an_offer_waits_for_the_register(edge: Edge, sandbox: SandboxProcess) -> None:
    """A grant needs the register to say that both live; until then nothing is granted, and the same tap completes it."""
    mother = await edge.proven("wang-guifang")
    body = {"items": ["longevity"], "until": "2026-12-31", "agent": edge.document("li-min")}
    await sandbox.switch("registers.population", down=True)
    assert_come_back(await edge.post("/api/v1/grants", body, token=mother, key="tap"))
    await sandbox.reset_switches()
    offered = await edge.post("/api/v1/grants", body, token=mother, key="tap")
    assert offered.status == 201, offered.text
    assert len((await edge.get("/api/v1/grants", token=mother)).json["items"]) == 1


async def test_network_identity_that_is_down_proves_nobody(edge: Edge, sandbox: SandboxProcess) -> None:
    token = await edge.matched("li-min")
    body = {"method": "network_identity", "token": "demo:li-min"}
    for switch in ({"down": True}, SLOW, {"error_status": 500}):
        await sandbox.switch("identity", **switch)
        answer = await edge.post("/api/v1/me/identity/proofs", body, token=token, key="proof")
        assert answer.status == 503, answer.text
        assert "窗口" in answer.json["detail"] or "稍后" in answer.json["detail"] or "过几分钟再试" in answer.json["detail"]
    await sandbox.reset_switches()
    assert (await edge.get("/api/v1/me", token=token)).json["level"] == 1
    proven = await edge.post("/api/v1/me/identity/proofs", body, token=token, key="proof")
    assert (proven.status, proven.json["level"]) == (201, 2), proven.text


async def test_clear_problems_have_the_form_of_all(edge: Edge) -> None:
    assert_clear(await edge.get("/api/v1/items/no-such-item/form", token=await edge.matched("li-min")))
