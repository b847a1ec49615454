"""Starts the sandbox as its own process and steers it, for tests."""

import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp

from sandbox.world import REGISTERS, WEATHER

ROOT = Path(__file__).parents[1]
_LISTENING = re.compile(r"sandbox listening on (http://\S+)")


class SandboxProcess:
    """The real sandbox over HTTP. `url` is known once it has started."""

    def __init__(self, state: Path, catalogue: Path = ROOT / "catalogue" / "demo") -> None:
        """`state`: an empty folder of its own; the product's clock file will be `state`/clock.json."""
        self.state = state
        self.url = ""
        self._catalogue = catalogue
        self._process: subprocess.Popen[str] | None = None

    @property
    def pid(self) -> int:
        """The process id."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Starts it and waits until it listens. Raises RuntimeError where it ends instead."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sandbox", "--port", "0", "--state", str(self.state), "--catalogue", str(self._catalogue)],
            cwd=ROOT,
            env={name: value for name, value in os.environ.items() if not name.startswith("YICI_")},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        match = _LISTENING.match(line)
        if match is None:
            self.stop()
            raise RuntimeError(f"the sandbox did not start: {line!r}")
        self.url = match[1]

    def stop(self) -> None:
        """Ends it."""
        if self._process is None:
            return
        self._process.terminate()
        self._process.wait(60)  # a busy machine takes its time
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None

    @property
    def registers(self) -> dict[str, str]:
        """The addresses of the registers, as the setting has them."""
        plain = [file.stem for file in sorted((self._catalogue / "registers").glob("*.yaml"))]
        return {name: f"{self.url}/registers/{name}" for name in (*REGISTERS, WEATHER, *plain)}

    async def call(self, method: str, path: str, body: object = None) -> Any:
        """The JSON answer; raises aiohttp.ClientResponseError for an error."""
        async with aiohttp.ClientSession() as session, session.request(method, f"{self.url}/{path}", json=body) as response:
            response.raise_for_status()
            return await response.json()

    async def switch(self, service: str, **switch: Any) -> None:
        """Sets a switch: delay_ms, error_status, error_code, lie, down, times."""
        await self.call("PUT", f"switches/{service}", switch)

    async def reset_switches(self) -> None:
        """Every switch back to normal; messages and records stay."""
        await self.call("DELETE", "switches")

    async def reset(self) -> None:
        """Everything as at the beginning."""
        await self.call("POST", "reset")

    async def set_clock(self, now: datetime) -> None:
        """Sets the product's clock."""
        await self.call("PUT", "clock", {"now": now.isoformat()})

    async def sms(self, phone: str) -> list[str]:
        """The texts of the messages to `phone`, oldest first."""
        answer = await self.call("GET", f"sms/messages?phone={phone}")
        return [message["text"] for message in answer["messages"]]

    async def sms_code(self, phone: str) -> str:
        """The code in the newest message to `phone` that holds one. Raises LookupError where there is none."""
        for text in reversed(await self.sms(phone)):
            match = re.search(r"(?<!\d)\d{6}(?!\d)", text)
            if match:
                return match[0]
        raise LookupError(f"no code was sent to {phone}")

    async def subscribe_messages(self, person: str) -> list[dict[str, Any]]:
        """The WeChat messages delivered to the demo citizen `person`, oldest first."""
        return (await self.call("GET", f"wechat-messages?person={person}"))["messages"]

    async def refuse_messages(self, person: str, *, accepted: bool = False) -> None:
        """`person` refuses subscribe messages, or takes them again."""
        await self.call("PUT", f"wechat-subscriptions/{person}", {"accepted": accepted})

    async def wechat_code(self, person: str) -> str:
        """A code as `wx.login` and the phone button give one: works once."""
        return (await self.call("POST", "wechat-codes", {"person": person}))["code"]

    async def death(self, person: str, died_on: str) -> None:
        """Records a death in the population register."""
        await self.call("POST", "deaths", {"code": person, "died_on": died_on})

    async def change_record(self, register: str, person: str, patch: dict[str, Any]) -> None:
        """Lays a JSON merge patch over a record."""
        await self.call("PUT", f"records/{register}/{person}", patch)
