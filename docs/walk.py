"""Walks the flows of docs/flows/*.md against a running server: each request is sent, each answer compared.

    .venv/bin/python docs/walk.py [--server http://127.0.0.1:8000] [--sandbox http://127.0.0.1:8001] [FILE …]

How the pages are written: a block marked `http` is a request (method and address, headers, an empty line, the
body); the block marked `json` or `text` after it is its answer, with the status in the block's mark (`json 201`).
In an answer `"…"` stands for anything, keys that are not shown are not compared, and a text that is `<name>`
alone is remembered. `<name>` in a request is what was remembered; `<sms 13800000001>` is the code the sandbox
"sent" to that phone, `<otp USERNAME>` a one-time password, `<file NAME>` a file of docs/flows/files as the body.
"""

import argparse
import json
import re
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from typing import Any

FLOWS = Path(__file__).parent / "flows"
_BLOCK = re.compile(r"^```(\w+)(?: (\d+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"<([a-z_]+)(?: ([^<>\n]+))?>")
_ANYTHING = "…"


class Mismatch(Exception):
    """An answer is not what the page says."""


@dataclass
class Step:
    """One request of a page and the answer it promises."""

    request: str
    kind: str
    status: int
    answer: str


@dataclass
class Walk:
    """One run of one page; `names` is what it has learnt so far."""

    server: str
    sandbox: str
    people: dict[str, Any]
    names: dict[str, str] = field(default_factory=dict)

    def run(self, page: Path) -> int:
        """Walks every step. Returns how many; raises `Mismatch` with the step that failed."""
        steps = list(steps_of(page.read_text(encoding="utf-8")))
        for number, step in enumerate(steps, 1):
            first = step.request.splitlines()[0]
            try:
                self._step(step)
            except Mismatch as error:
                raise Mismatch(f"{page.name} 第 {number} 步 {first}\n{error}") from None
        return len(steps)

    def _step(self, step: Step) -> None:
        status, headers, body = self._send(step.request)
        text = body.decode("utf-8", "replace") if "pdf" not in headers.get("Content-Type", "") else f"({len(body)} bytes of PDF)"
        if status != step.status:
            raise Mismatch(f"应答 {step.status},实际 {status}:{text[:2000]}")
        if step.kind == "json" and step.answer.strip():
            self._compare(json.loads(step.answer), json.loads(body), "")
        elif step.kind == "text":
            for line in filter(None, (line.strip() for line in step.answer.splitlines())):
                if line != _ANYTHING and self._filled(line) not in text:
                    raise Mismatch(f"应答中没有「{line}」:{text[:2000]}")

    def _send(self, request: str) -> tuple[int, Message, bytes]:
        head, _, body = request.partition("\n\n")
        first, *lines = head.strip().splitlines()
        method, address = first.split(" ", 1)
        address = self._filled(address.strip())
        url = address if address.startswith("http") else self.server + address
        headers = dict(self._filled(line).split(": ", 1) for line in lines)
        data = self._body(body.strip())
        if method == "POST":
            headers.setdefault("Idempotency-Key", uuid.uuid4().hex)
        if data is not None:
            headers.setdefault("Content-Type", "application/json")
        sent = urllib.request.Request(url, data=data, headers=headers, method=method)  # noqa: S310 - our own server
        try:
            with urllib.request.urlopen(sent, timeout=60) as answer:  # noqa: S310
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    def _body(self, text: str) -> bytes | None:
        if not text:
            return None
        file = re.fullmatch(r"<file ([\w.-]+)>", text)
        return (FLOWS / "files" / file.group(1)).read_bytes() if file else self._filled(text).encode()

    def _filled(self, text: str) -> str:
        return _NAME.sub(lambda match: self._value(match.group(1), match.group(2)), text)

    def _value(self, name: str, argument: str | None) -> str:
        if name == "sms":
            return self._sms_code(argument or "")
        if name == "otp":
            return self._one_time_password(argument or "")
        if name == "sandbox":
            return self.sandbox
        if name not in self.names:
            raise Mismatch(f"这一步用到的 <{name}> 前面没有出现过")
        return self.names[name]

    def _sms_code(self, phone: str) -> str:
        with urllib.request.urlopen(f"{self.sandbox}/sms/messages?phone={phone}", timeout=10) as answer:  # noqa: S310
            messages = json.load(answer)["messages"]
        codes = [re.search(r"\d{6}", message["text"]) for message in messages]
        found = [code.group(0) for code in codes if code]
        if not found:
            raise Mismatch(f"沙箱里没有发给 {phone} 的验证码")
        return found[-1]

    def _one_time_password(self, username: str) -> str:
        import pyotp

        secret = next(each["totp_secret"] for each in self.people["staff"] if each["username"] == username)
        return pyotp.TOTP(secret).at(int(time.time()))

    def _compare(self, wanted: Any, given: Any, where: str) -> None:
        if wanted == _ANYTHING:
            return
        if isinstance(wanted, str) and (name := re.fullmatch(r"<([a-z_]+)>", wanted)):
            self.names[name.group(1)] = str(given)
            return
        if isinstance(wanted, dict) and isinstance(given, dict):
            self._compare_objects(wanted, given, where)
        elif isinstance(wanted, list) and isinstance(given, list):
            self._compare_lists(wanted, given, where)
        elif (self._filled(wanted) if isinstance(wanted, str) else wanted) != given:
            raise Mismatch(f"{where or '/'}:应为 {wanted!r},实际 {given!r}")

    def _compare_objects(self, wanted: dict[str, Any], given: dict[str, Any], where: str) -> None:
        for key, value in wanted.items():
            if key == _ANYTHING:
                continue
            if key not in given:
                raise Mismatch(f"{where}/{key}:应答里没有这一项,有 {sorted(given)}")
            self._compare(value, given[key], f"{where}/{key}")

    def _compare_lists(self, wanted: list[Any], given: list[Any], where: str) -> None:
        shown = [each for each in wanted if each != _ANYTHING]
        if len(given) < len(shown) or (_ANYTHING not in wanted and len(given) != len(shown)):
            raise Mismatch(f"{where}:应有 {len(shown)} 项,实际 {len(given)} 项")
        for number, (left, right) in enumerate(zip(shown, given, strict=False)):
            self._compare(left, right, f"{where}/{number}")


def steps_of(page: str) -> Iterator[Step]:
    """The requests of a page, each with the answer that follows it."""
    request: str | None = None
    for match in _BLOCK.finditer(page):
        kind, status, text = match.group(1), match.group(2), match.group(3)
        if kind == "http":
            if request is not None:
                raise Mismatch(f"没有写应答:{request.splitlines()[0]}")
            request = text
        elif kind in ("json", "text") and request is not None:
            yield Step(request, kind, int(status or 200), text)
            request = None
    if request is not None:
        raise Mismatch(f"没有写应答:{request.splitlines()[0]}")


def main() -> int:
    """Walks the pages named, or all of them in order."""
    root = Path(__file__).parents[1]
    sys.path.insert(0, str(root))
    from backend.demo import demo_people

    parser = argparse.ArgumentParser(description="按文档走一遍各个流程")
    parser.add_argument("--server", default="http://127.0.0.1:8000")
    parser.add_argument("--sandbox", default="http://127.0.0.1:8001")
    parser.add_argument("pages", nargs="*", type=Path)
    wanted = parser.parse_args()
    people = demo_people(root / "catalogue" / "demo")
    failed = 0
    for page in wanted.pages or sorted(FLOWS.glob("*.md")):
        try:
            print(f"{page.name}: {Walk(wanted.server, wanted.sandbox, people).run(page)} 步,全部一致")  # noqa: T201
        except Mismatch as error:
            failed += 1
            print(error)  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
