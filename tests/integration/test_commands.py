"""Commands of server.py that work on the database, run as an administrator runs them."""

import asyncio
import base64
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from backend.store import Store
from tests.conftest import MASTER_KEY
from tests.sandbox_control import ROOT

NEW = ("add-staff", "--username", "Zhengshenji", "--name", "郑慎", "--role", "auditor", "--department", "government_services")


class Command:
    """server.py on the test's own database."""

    def __init__(self, store: Store, mongodb_uri: str, data_dir: Path) -> None:
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("YICI_")},
            "MONGODB_URI": mongodb_uri,
            "DATA_DIR": str(data_dir),
            "YICI_DATABASE": store.database,
            "YICI_MASTER_KEY": MASTER_KEY,
            "YICI_TOKEN_KEY": base64.b64encode(bytes(32)).decode(),
            "YICI_ARGON2_MEMORY_KIB": "8",
            "YICI_ARGON2_ROUNDS": "1",
        }

    async def __call__(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """What came of it."""
        call = [sys.executable, "server.py", *arguments]
        return await asyncio.to_thread(
            subprocess.run, call, cwd=ROOT, env=self._environment, capture_output=True, text=True, timeout=60, check=False
        )


@pytest.fixture
def command(store: Store, mongodb_uri: str, tmp_path: Path) -> Command:
    """Runs server.py."""
    return Command(store, mongodb_uri, tmp_path)


def password_in(output: str) -> str:
    found = re.search(r"初始密码：(\S+)", output)
    assert found, output
    return found[1]


async def test_an_account_is_made_once_and_reset(command: Command, store: Store) -> None:
    made = await command(*NEW)
    assert (made.returncode, "zhengshenji" in made.stdout, "只显示这一次" in made.stdout) == (0, True, True), made.stderr
    document = await store.staff.find_one({"username": "zhengshenji"}) or {}
    assert (document["name"], document["roles"], document["password_first"]) == ("郑慎", ["auditor"], True)
    assert document["department"] == "government_services"
    assert len(document["unrelayed"]) == 1, "the audit log gets it from a running server"
    twice = await command(*NEW)
    assert (twice.returncode, twice.stdout, "已经有人使用" in twice.stderr) == (1, "", True)
    reset = await command("reset-staff", "--username", "zhengshenji")
    assert (reset.returncode, "全部退出" in reset.stdout) == (0, True), reset.stderr
    assert password_in(reset.stdout) != password_in(made.stdout)
    nobody = await command("reset-staff", "--username", "nobody")
    assert (nobody.returncode, nobody.stderr) == (1, "没有用户名是 nobody 的账号，请检查后重试。\n")
    assert await store.staff.count({}) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("add-staff", "--username", "zheng", "--name", "郑慎", "--role", "emperor"), 2, "emperor"),
        (("add-staff", "--username", "郑慎", "--name", "郑慎", "--role", "auditor"), 1, "--username 填得不对"),
        (("add-staff", "--username", "zheng", "--name", "郑慎", "--role", "auditor", "--role", "system_admin"), 1, "不同的人"),
    ],
)
async def test_an_account_that_cannot_be_is_told(command: Command, store: Store, arguments: tuple[str, ...], code: int, words: str) -> None:
    refused = await command(*arguments)
    assert (refused.returncode, words in refused.stderr) == (code, True), refused.stderr
    assert await store.staff.count({}) == 0


async def test_a_version_is_tried_on_the_cases_of_the_database(command: Command, store: Store) -> None:
    path = str(ROOT / "catalogue" / "items" / "archive-proof.yaml")
    tried = await command("simulate", path, "--last", "5")
    assert (tried.returncode, "最近办结的最多5件办件" in tried.stdout, "没有可以用来试的办件" in tried.stdout) == (0, True, True), (
        tried.stderr
    )
    refused = await command("simulate", path, "--last", "0")
    assert (refused.returncode, "应该是1以上的整数" in refused.stderr) == (2, True)
    missing = await command("simulate", "nothing.yaml")
    assert (missing.returncode, "处需要修改" in missing.stderr) == (1, True), missing.stderr
