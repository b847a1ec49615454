"""The sandbox itself: its process, its controls, and the services with small clients."""

import asyncio
import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import aiohttp
import pytest

from backend.clock import SHANGHAI, SandboxClock, wall_time
from backend.errors import Invalid
from backend.network_identity import IdentityUnavailable, NetworkIdentityService
from backend.sms import CodeSms, Sms, SmsUnavailable
from tests.integration.outside.conftest import QUICK, People
from tests.sandbox_control import ROOT, SandboxProcess


async def test_it_sets_the_products_clock(sandbox: SandboxProcess) -> None:
    clock = SandboxClock(sandbox.state / "clock.json")
    monday = datetime(2027, 3, 1, 9, 0, tzinfo=SHANGHAI)
    await sandbox.set_clock(monday)
    assert abs((clock.now() - monday).total_seconds()) < 5
    await sandbox.call("PUT", "clock", {"offset_seconds": 3600})
    assert abs((clock.now() - wall_time()).total_seconds() - 3600) < 5
    await sandbox.call("DELETE", "clock")
    assert abs((clock.now() - wall_time()).total_seconds()) < 5


@pytest.mark.parametrize(
    "body", [{}, {"now": "2026-11-23T10:00:00"}, {"now": "yesterday"}, {"offset_seconds": 1, "now": "2026-11-23T10:00:00+08:00"}]
)
async def test_a_clock_that_makes_no_sense_is_refused(sandbox: SandboxProcess, body: dict[str, object]) -> None:
    with pytest.raises(aiohttp.ClientResponseError) as raised:
        await sandbox.call("PUT", "clock", body)
    assert raised.value.status == 400


async def test_switches_are_listed_and_reset(sandbox: SandboxProcess) -> None:
    await sandbox.switch("tax", delay_ms=5, times=3)
    await sandbox.switch("wechat.login", error_code=-1)
    assert await sandbox.call("GET", "switches") == {
        "registers.tax": {"delay_ms": 5, "times": 3},
        "wechat.login": {"error_code": -1},
    }
    await sandbox.call("DELETE", "switches/tax")
    assert set(await sandbox.call("GET", "switches")) == {"wechat.login"}
    await sandbox.call("DELETE", "switches")
    assert await sandbox.call("GET", "switches") == {}


@pytest.mark.parametrize(
    ("service", "switch"), [("nothing", {}), ("tax", {"lie": "sometimes"}), ("tax", {"delay": 5}), ("tax", {"times": 0})]
)
async def test_a_switch_that_is_none_is_refused(sandbox: SandboxProcess, service: str, switch: dict[str, object]) -> None:
    with pytest.raises(aiohttp.ClientResponseError):
        await sandbox.switch(service, **switch)


async def test_people_can_read_the_messages(sandbox: SandboxProcess, http: aiohttp.ClientSession) -> None:
    sms = Sms(f"{sandbox.url}/sms", http, QUICK)
    await CodeSms(sms).send("16909900001", "verification_code", {"code": "482913", "minutes": "5"})
    assert await sandbox.sms_code("16909900001") == "482913"
    with pytest.raises(LookupError):
        await sandbox.sms_code("16909900002")
    async with http.get(f"{sandbox.url}/") as response:
        page = await response.text()
    assert "482913" in page
    assert "王桂芳" in page


async def test_a_person_can_steer_it_from_its_page(sandbox: SandboxProcess, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{sandbox.url}/") as response:
        page = await response.text()
    for url in ('data-url="clock"', 'data-url="switches/"', 'data-url="switches"'):
        assert url in page


async def test_the_same_message_is_sent_once(sandbox: SandboxProcess, http: aiohttp.ClientSession) -> None:
    sms = Sms(f"{sandbox.url}/sms", http, QUICK)
    for _ in range(2):
        await sms.send("16909900001", "您的预约已确认。", message_id="notice_1")
    assert await sandbox.sms("16909900001") == ["您的预约已确认。"]


async def test_sms_faults(sandbox: SandboxProcess, http: aiohttp.ClientSession) -> None:
    sms = Sms(f"{sandbox.url}/sms", http, QUICK)
    for phone, text in (("12345", "好"), ("16909900001", "长" * 501)):
        with pytest.raises(Invalid):
            await sms.send(phone, text)
    await sandbox.switch("sms", down=True, times=2)  # the first try and the one more
    with pytest.raises(SmsUnavailable):
        await sms.send("16909900001", "好")
    await sms.send("16909900001", "好")
    assert await sandbox.sms("16909900001") == ["好"]


async def test_a_demo_token_proves_its_person(sandbox: SandboxProcess, http: aiohttp.ClientSession, people: People) -> None:
    identity = NetworkIdentityService(f"{sandbox.url}/identity", http, QUICK)
    first, second = await identity.verify("demo:li-min"), await identity.verify("demo:li-min")
    assert (first.name, first.number) == ("李敏", people["li-min"].id_number)
    assert first.reference != second.reference


async def test_a_person_confirms_on_their_phone(sandbox: SandboxProcess, http: aiohttp.ClientSession, people: People) -> None:
    identity = NetworkIdentityService(f"{sandbox.url}/identity", http, QUICK)
    started = await identity.start(people["wu-jixiang"], "开具社保参保证明")
    assert 0 < started.expires_in <= 300
    with pytest.raises(Invalid, match="还没有在手机上确认"):
        await identity.verify(started.token)
    await sandbox.call("POST", f"identity/verifications/{started.token}/decision", {"agree": True})
    assert (await identity.verify(started.token)).name == "吴𠮷祥"
    with pytest.raises(Invalid, match="已经用过"):
        await identity.verify(started.token)


async def test_a_person_may_decline(sandbox: SandboxProcess, http: aiohttp.ClientSession, people: People) -> None:
    identity = NetworkIdentityService(f"{sandbox.url}/identity", http, QUICK)
    started = await identity.start(people["li-min"], "开具社保参保证明")
    await sandbox.call("POST", f"identity/verifications/{started.token}/decision", {"agree": False})
    with pytest.raises(Invalid, match="拒绝"):
        await identity.verify(started.token)


@pytest.mark.parametrize("token", ["demo:nobody", "made-up", ""])
async def test_a_token_nobody_gave_out_proves_nothing(sandbox: SandboxProcess, http: aiohttp.ClientSession, token: str) -> None:
    identity = NetworkIdentityService(f"{sandbox.url}/identity", http, QUICK)
    with pytest.raises(Invalid, match="无效"):
        await identity.verify(token)


async def test_identity_down(sandbox: SandboxProcess, http: aiohttp.ClientSession, people: People) -> None:
    identity = NetworkIdentityService(f"{sandbox.url}/identity", http, QUICK)
    await sandbox.switch("identity", error_status=500)
    with pytest.raises(IdentityUnavailable):
        await identity.verify("demo:li-min")
    with pytest.raises(IdentityUnavailable):
        await identity.start(people["li-min"], "登录")


async def test_what_was_changed_survives_a_restart(tmp_path: Path) -> None:
    first = SandboxProcess(tmp_path)
    first.start()
    await first.death("feng-yulan", "2026-11-01")
    await first.set_clock(datetime(2027, 1, 4, 9, 0, tzinfo=SHANGHAI))
    first.stop()
    second = SandboxProcess(tmp_path)
    second.start()
    try:
        assert (await second.call("DELETE", "records/tax/li-min"))["record"] is not None
        record = (await second.call("PUT", "records/population/feng-yulan", {"marital_status": "丧偶"}))["record"]
        assert (record["status"], record["died_on"]) == ("死亡", "2026-11-01")
        assert (await second.call("GET", "clock"))["now"].startswith("2027-01-04")
    finally:
        second.stop()


def test_production_mode_refuses_it(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sandbox", "--state", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"YICI_MODE": "production"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 2
    assert "生产模式" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel")
async def test_it_ends_with_its_parent(tmp_path: Path) -> None:
    script = (
        "import subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-m', 'sandbox', '--state', {str(tmp_path)!r}],"
        " stdout=subprocess.PIPE, text=True)\n"
        "child.stdout.readline()\n"
        "print(child.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    async with asyncio.timeout(5):
        while _alive(child):
            await asyncio.sleep(0.02)


def _alive(pid: int) -> bool:
    """Whether the process runs; one that has ended and waits to be reaped doesn't."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


async def test_it_listens_on_loopback_only(sandbox: SandboxProcess) -> None:
    assert sandbox.url.startswith("http://127.0.0.1:")
    port = int(sandbox.url.rpartition(":")[2])
    table = Path("/proc/net/tcp").read_text().splitlines() + Path("/proc/net/tcp6").read_text().splitlines()
    listening = [row.split()[1] for row in table[1:] if row.split()[3] == "0A" and row.split()[1].endswith(f":{port:04X}")]
    assert listening == [f"0100007F:{port:04X}"]


async def test_a_slow_call_from_before_everything_began_anew_has_no_effect(sandbox: SandboxProcess, http: aiohttp.ClientSession) -> None:
    await sandbox.switch("sms", delay_ms=300, times=1)
    body = {"id": "notice_before", "phone": "16909900001", "text": "上一次的短信"}
    slow = asyncio.create_task(http.post(f"{sandbox.url}/sms/messages", json=body))
    while await sandbox.call("GET", "switches"):  # it is under way once it has used its switch up
        await asyncio.sleep(0.01)
    await sandbox.call("POST", "reset")
    with pytest.raises(aiohttp.ClientError):
        await slow
    assert await sandbox.sms("16909900001") == []
