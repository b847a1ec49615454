"""Walks the flows of docs/flows/*.md against a running server: each request is sent, each answer compared.

    .venv/bin/python docs/walk.py [--server http://127.0.0.1:8000] [--sandbox http://127.0.0.1:8001] [FILE …]

How the pages are written: a block marked `http` is a request (method and address, headers, an empty line, the
body); the block marked `json` or `text` after it is its answer, with the status in the block's mark (`json 201`).

What an answer says must be there, and no more: keys that are not shown are not compared, and of a `text` each line
must occur. `"…"` stands for anything, alone or inside a text; in a list it stands for any number of other entries.
An answer may begin with headers and an empty line. A text that is `<name>` alone is remembered when it is met first
and must be the same from then on; `<new name>` is remembered anew.
- `json 200 soon`: the answer comes in a moment, such as a notice. The request is repeated until it does.
- `text 200 keep NAME`: the body is remembered as it came, and is sent again by a body `<kept NAME>`.

In a request `<name>` is what was remembered, `<sandbox>` the sandbox's address, `<sms 16909900001>` the code it
"sent" to that phone, `<otp USERNAME>` a one-time password, `<key NAME>` an idempotency key of that name (each other
POST gets a fresh one), `<file NAME>` a file of docs/flows/files as the body. Where the page is walked again so soon
that the server asks for patience (429, a one-time password used up), the walk waits.
"""

import argparse
import json
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from typing import Any

FLOWS = Path(__file__).parent / "flows"
_BLOCK = re.compile(r"^```(http|json|text)(?: (\d+))?(?: (soon|keep (\w+)))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"<([a-z_]+)(?: ([^<>\n]+))?>")
_REMEMBERED = re.compile(r"<(new )?([a-z_]+)>")
_HEADER = re.compile(r"[A-Z][A-Za-z0-9-]*: ")
_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_ANYTHING = "…"
_SAFE = ":/?&=%#+@,;~!$'()*"
_SOON = 60.0  # seconds: places are made anew within half a minute of setting the clock
_PATIENCE = 90.0  # the longest wait the server may ask for
_STEP = 30  # seconds a one-time password lives


class Mismatch(Exception):
    """An answer is not what the page says."""


@dataclass(frozen=True)
class Step:
    """One request of a page and the answer it promises."""

    request: str
    kind: str
    status: int
    soon: bool
    keep: str | None
    headers: dict[str, str]
    answer: str


@dataclass(frozen=True)
class Given:
    """What the server answered."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        """The body as text; of a file, what of it is text."""
        return self.body.decode("utf-8", "replace")


@dataclass
class Walk:
    """One run of one page; `names` is what it has learnt so far."""

    server: str
    sandbox: str
    people: dict[str, Any]
    names: dict[str, str] = field(default_factory=dict[str, str])
    kept: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def run(self, page: Path) -> int:
        """Walks every step. Returns how many; raises `Mismatch` with the step that failed."""
        steps = list(steps_of(page.read_text(encoding="utf-8")))
        for number, step in enumerate(steps, 1):
            try:
                self._step(step)
            except Mismatch as error:
                raise Mismatch(f"{page.name} 第 {number} 步 {step.request.splitlines()[0]}\n{error}") from None
        return len(steps)

    def _step(self, step: Step) -> None:
        until = time.monotonic() + (_SOON if step.soon else 0)
        while True:
            before = dict(self.names)
            try:
                return self._check(step, self._ask(step))
            except Mismatch:
                if time.monotonic() >= until:
                    raise
                self.names = before
                time.sleep(0.5)

    def _check(self, step: Step, given: Given) -> None:
        if given.status != step.status:
            raise Mismatch(f"应答 {step.status}，实际 {given.status}:{given.text[:2000]}")
        for name, value in step.headers.items():
            self._compare(value, given.headers.get(name), name)
        if step.kind == "json" and step.answer.strip():
            self._compare(json.loads(step.answer), json.loads(given.body), "")
        elif step.kind == "text":
            for line in filter(None, map(str.strip, step.answer.splitlines())):
                if line != _ANYTHING and self._filled(line) not in given.text:
                    raise Mismatch(f"应答中没有「{self._filled(line)}」：{given.text[:2000]}")
        if step.keep:
            self.kept[step.keep] = given.body

    def _ask(self, step: Step) -> Given:
        """The answer; where the server only asks for patience, the one that comes after it."""
        given = self._send(step.request)
        if given.status == step.status:
            return given
        wait = 0.0
        if given.status == 429:
            wait = float(given.headers.get("Retry-After", "0"))
        elif given.status == 401 and "<otp " in step.request:
            wait = _STEP - time.time() % _STEP  # used up: the next one is due then
        if not 0 < wait <= _PATIENCE:
            return given
        time.sleep(wait)
        return self._send(step.request)

    def _send(self, request: str) -> Given:
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
        url = urllib.parse.quote(url, safe=_SAFE)  # Chinese words in an address
        sent = urllib.request.Request(url, data=data, headers=headers, method=method)  # noqa: S310 - our own server
        try:
            with urllib.request.urlopen(sent, timeout=60) as answer:  # noqa: S310
                return Given(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Given(error.code, error.headers, error.read())
        except urllib.error.URLError as error:
            raise Mismatch(f"连不上 {url.partition('?')[0]}：{error.reason}。请先运行 make run。") from None

    def _body(self, text: str) -> bytes | None:
        if not text:
            return None
        if file := re.fullmatch(r"<file ([\w.-]+)>", text):
            return (FLOWS / "files" / file.group(1)).read_bytes()
        if kept := re.fullmatch(r"<kept (\w+)>", text):
            return self.kept[kept.group(1)]
        return self._filled(text).encode()

    def _filled(self, text: str) -> str:
        return _NAME.sub(lambda match: self._value(match.group(1), match.group(2) or ""), text)

    def _value(self, name: str, argument: str) -> str:
        if name == "sms":
            return self._sms_code(argument)
        if name == "otp":
            return self._one_time_password(argument)
        if name == "key":
            return self.names.setdefault(f"key {argument}", uuid.uuid4().hex)
        if name == "sandbox":
            return self.sandbox
        if name not in self.names:
            raise Mismatch(f"这一步用到的 <{name}> 前面没有出现过")
        return self.names[name]

    def _sms_code(self, phone: str) -> str:
        with urllib.request.urlopen(f"{self.sandbox}/sms/messages?phone={phone}", timeout=10) as answer:  # noqa: S310
            messages = json.load(answer)["messages"]
        found = [code.group(0) for message in messages if (code := _CODE.search(message["text"]))]
        if not found:
            raise Mismatch(f"沙箱里没有发给 {phone} 的验证码")
        return found[-1]

    def _one_time_password(self, username: str) -> str:
        from pyotp.totp import TOTP

        secret = next(each["totp_secret"] for each in self.people["staff"] if each["username"] == username)
        return TOTP(secret).at(int(time.time()))

    def _compare(self, wanted: Any, given: Any, where: str) -> None:
        if wanted == _ANYTHING:
            return
        if isinstance(wanted, str) and (name := _REMEMBERED.fullmatch(wanted)):
            self._remember(name.group(2), str(given), where, anew=bool(name.group(1)))
        elif isinstance(wanted, dict) and isinstance(given, dict):
            self._compare_objects(wanted, given, where)
        elif isinstance(wanted, list) and isinstance(given, list):
            self._compare_lists(wanted, given, where)
        elif not self._equal(wanted, given):
            raise Mismatch(f"{where or '/'}:应为 {wanted!r}，实际 {given!r}")

    def _remember(self, name: str, given: str, where: str, *, anew: bool) -> None:
        known = self.names.get(name)
        if known not in (None, given) and not anew:
            raise Mismatch(f"{where}:应为 <{name}>,即 {known!r}，实际 {given!r}")
        self.names[name] = given

    def _equal(self, wanted: Any, given: Any) -> bool:
        if not isinstance(wanted, str) or not isinstance(given, str):
            return wanted == given and type(wanted) is type(given)
        parts = self._filled(wanted).split(_ANYTHING)
        return re.fullmatch(".*".join(map(re.escape, parts)), given, re.DOTALL) is not None

    def _compare_objects(self, wanted: dict[str, Any], given: dict[str, Any], where: str) -> None:
        for key, value in wanted.items():
            if key == _ANYTHING:
                continue
            if key not in given:
                raise Mismatch(f"{where}/{key}:应答里没有这一项，有 {sorted(given)}")
            self._compare(value, given[key], f"{where}/{key}")

    def _compare_lists(self, wanted: list[Any], given: list[Any], where: str) -> None:
        if _ANYTHING in wanted:
            self._compare_some([each for each in wanted if each != _ANYTHING], given, where)
            return
        if len(given) != len(wanted):
            raise Mismatch(f"{where}:应有 {len(wanted)} 项，实际 {len(given)} 项：{given}"[:2000])
        for number, (left, right) in enumerate(zip(wanted, given, strict=True)):
            self._compare(left, right, f"{where}/{number}")

    def _compare_some(self, wanted: list[Any], given: list[Any], where: str) -> None:
        """Each of `wanted`, in this order, among others."""
        left = iter(given)
        for each in wanted:
            if not any(self._fits(each, candidate, where) for candidate in left):
                raise Mismatch(f"{where}:没有 {each!r} 这一项，有 {given}"[:2000])

    def _fits(self, wanted: Any, given: Any, where: str) -> bool:
        before = dict(self.names)
        try:
            self._compare(wanted, given, where)
        except Mismatch:
            self.names = before
            return False
        return True


def steps_of(page: str) -> Iterator[Step]:
    """The requests of a page, each with the answer that follows it. Raises `Mismatch` for one without an answer."""
    request: str | None = None
    for match in _BLOCK.finditer(page):
        kind, status, mark, keep, text = match.groups()
        if kind == "http":
            if request is not None:
                break
            request = text
        elif request is not None:
            headers, answer = _with_headers(text)
            yield Step(request, kind, int(status or 200), mark == "soon", keep, headers, answer)
            request = None
    if request is not None:
        raise Mismatch(f"没有写应答：{request.splitlines()[0]}")


def _with_headers(text: str) -> tuple[dict[str, str], str]:
    if not _HEADER.match(text):
        return {}, text
    head, _, rest = text.partition("\n\n")
    return dict(line.split(": ", 1) for line in head.strip().splitlines()), rest


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
            print(f"{page.name}: {Walk(wanted.server, wanted.sandbox, people).run(page)} 步，全部一致")  # noqa: T201
        except Mismatch as error:
            failed += 1
            print(error)  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
