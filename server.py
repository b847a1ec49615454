"""The product's entry and composition root: settings → embedded servers → clients → engines → App → listen.

python server.py                     serve (make run)
python server.py demo-people --json  the demo log-ins, for scripts
python server.py openapi             the interface as OpenAPI, for those who make types of it
python server.py check-catalogue [FILE]               every fault, with file, line and pointer
python server.py diff-catalogue CODE|FILE [FROM] [TO]  what changes between two versions, in words
python server.py preview-guide CODE|FILE [--region CODE] [--html FILE] [--pdf FILE]  the guide as people will read it
python server.py simulate FILE [--last N | --demo-year [--seed N]]     a version tried on cases before it is published
python server.py export-catalogue DIR [--format csv|json]               the items as national exchange tables
python server.py import-catalogue DIR [--to DIR]                        YAML files for an editor to finish
python server.py rotate-master-key   re-wrap the data keys under today's master key
python server.py verify-audit        recompute the hash chain of the audit log
python server.py add-staff --username … --name … --role …     an account, and its first password
python server.py reset-staff --username …                     a new first password, the one-time password cleared
"""

import argparse
import asyncio
import ctypes
import gc
import json
import signal
import socket
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, TextIO

from pydantic import SecretStr, ValidationError

from backend.clock import SandboxClock, SystemClock
from backend.embedded import CannotStart, Child, embedded_servers, free_port
from backend.errors import Invalid, Problem
from backend.logs import configure_logs
from backend.secrets_file import with_secrets
from models.acts import Act, Role, SystemActor
from models.settings import Mode, Settings

if TYPE_CHECKING:
    from types import ModuleType

    from backend.processes import Workers
    from backend.store import Store

StoreWork = Callable[["Store", Settings], Coroutine[Any, Any, int]]
_WITH_RULES = (
    "population",
    "social_insurance",
    "medical_insurance",
    "tax",
    "personnel",
    "enterprise",
    "unit_insurance",
    "licences",
    "weather",
)
_GARBAGE_EVERY = 20_000  # new objects between two looks for garbage; Python itself looks every 700


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; the exit code tells whether it did what was asked."""
    wanted = _parser().parse_args(arguments)
    commands: dict[str | None, Callable[[Settings], int]] = {
        None: _serve,
        "demo-people": lambda settings: _print_people(settings, as_json=wanted.json),
        "openapi": lambda _: _print_interface(),
        "check-catalogue": lambda settings: _tool().check_files(wanted.file or settings.catalogue_dir, settings.catalogue_dir),
        "diff-catalogue": lambda settings: _tool().show_difference(wanted.item, settings.catalogue_dir, wanted.before, wanted.after),
        "preview-guide": lambda settings: _tool().preview_guide(wanted.item, settings, wanted.html, wanted.pdf, wanted.region),
        "simulate": lambda settings: _simulate(settings, wanted),
        "export-catalogue": lambda settings: _tool().export_catalogue(wanted.folder, settings.catalogue_dir, wanted.format),
        "import-catalogue": lambda settings: _tool().import_catalogue(wanted.folder, settings.catalogue_dir, wanted.to),
        "rotate-master-key": lambda settings: _with_store(settings, _rotate),
        "verify-audit": lambda settings: _with_store(settings, _verify_audit),
        "add-staff": lambda settings: _with_store(settings, _add_staff(wanted)),
        "reset-staff": lambda settings: _with_store(settings, _reset_staff(wanted.username)),
    }
    try:
        return commands[wanted.command](Settings())
    except CannotStart as error:
        print(f"无法启动：{error}", file=sys.stderr)
    except Problem as error:
        print(error.detail, file=sys.stderr)
    except ValidationError as error:
        print("设置有误:", *(f"  {'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()), sep="\n", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="一次 Yici")
    commands = parser.add_subparsers(dest="command")
    people = commands.add_parser("demo-people", help="演示人员的登录方式")
    people.add_argument("--json", action="store_true", help="供脚本读取")
    commands.add_parser("openapi", help="接口说明（OpenAPI），供生成类型")
    checker = commands.add_parser("check-catalogue", help="检查事项目录")
    checker.add_argument("file", nargs="?", type=Path)
    differ = commands.add_parser("diff-catalogue", help="两个版本之间改了什么")
    differ.add_argument("item", help="事项代码，或者一个事项文件（与已加载的版本对比）")
    differ.add_argument("before", nargs="?", help="原版本的施行日期")
    differ.add_argument("after", nargs="?", help="新版本的施行日期")
    viewer = commands.add_parser("preview-guide", help="办事指南的预览")
    viewer.add_argument("item", help="事项代码，或者一个事项文件")
    viewer.add_argument("--region", metavar="CODE", help="哪个区的指南（区划代码），不写就是本区")
    viewer.add_argument("--html", type=Path, metavar="FILE", help="写成网页")
    viewer.add_argument("--pdf", type=Path, metavar="FILE", help="写成 PDF（一次性告知单的样式）")
    simulator = commands.add_parser("simulate", help="新版本发布前，用办件试算")
    simulator.add_argument("file", type=Path, help="事项文件，试算其中最后一个版本")
    cases = simulator.add_mutually_exclusive_group()
    cases.add_argument("--last", type=_count, default=100, metavar="N", help="用最近办结的N件真实办件（默认100）")
    cases.add_argument("--demo-year", action="store_true", help="用编出来的一年申请，不碰数据库")
    simulator.add_argument("--seed", type=int, default=2026, help="编申请用的种子；同一个种子编出同样的一年")
    exporter = commands.add_parser("export-catalogue", help="按国家交换表导出事项")
    exporter.add_argument("folder", type=Path)
    exporter.add_argument("--format", choices=["csv", "json"], default="csv")
    importer = commands.add_parser("import-catalogue", help="从国家交换表导入事项，写成待编辑的文件")
    importer.add_argument("folder", type=Path, help="放着 basic.csv 等文件的文件夹")
    importer.add_argument("--to", type=Path, metavar="DIR", help="写到哪个文件夹，默认 DIR/items")
    commands.add_parser("rotate-master-key", help="用新的主密钥重新封装数据密钥")
    commands.add_parser("verify-audit", help="核对审计日志的哈希链")
    adder = commands.add_parser("add-staff", help="新建工作人员账号，显示一次初始密码")
    adder.add_argument("--username", required=True, help="登录用的名字：小写字母开头，可含数字、- 和 _")
    adder.add_argument("--name", required=True, help="姓名")
    adder.add_argument("--role", required=True, action="append", choices=[role.value for role in Role], help="角色，可写多个")
    for place, meaning in (("department", "部门编号"), ("hall", "大厅编号"), ("town", "镇街编号")):
        adder.add_argument(f"--{place}", help=meaning)
    resetter = commands.add_parser("reset-staff", help="重置工作人员账号：新的初始密码，动态口令重新绑定")
    resetter.add_argument("--username", required=True)
    return parser


def _count(text: str) -> int:
    """A number of cases, from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}”应该是1以上的整数")
    return int(text)


@contextmanager
def outside(settings: Settings) -> Iterator[Settings]:
    """Starts what the settings do not name: mongod, valkey, and in sandbox mode the outside world. Raises `CannotStart`."""
    sandbox = [_sandbox(settings)] if settings.mode is Mode.SANDBOX else []
    beside = [child for child, _ in sandbox]
    servers = embedded_servers(settings.data_dir, mongod=not settings.mongodb_uri, valkey=not settings.redis_url, beside=beside)
    with servers as (mongo, redis):
        found = {"mongodb_uri": settings.mongodb_uri or mongo, "redis_url": settings.redis_url or redis}
        complete = with_secrets(settings).model_copy(update=found)
        yield in_sandbox(complete, sandbox[0][1]) if sandbox else complete


def _sandbox(settings: Settings) -> tuple[Child, str]:
    """The sandbox as a managed child, not started yet, and its address. Raises `CannotStart` where the port is taken."""
    port = settings.sandbox_port or (settings.port + 1 if settings.port else free_port())
    _refuse_taken(settings.host, port, "沙箱")
    folder = settings.data_dir / "sandbox"
    folder.mkdir(parents=True, exist_ok=True)
    arguments = [sys.executable, "-m", "sandbox", "--port", str(port), "--state", str(folder)]
    arguments += ["--catalogue", str(settings.catalogue_dir / "demo")]
    return Child("沙箱", arguments, folder / "sandbox.log", lambda: _answers(port)), f"http://127.0.0.1:{port}"


def in_sandbox(settings: Settings, url: str) -> Settings:
    """`settings` with the sandbox at `url` standing in for every outside service that has no address."""
    plain = [file.stem for file in sorted((settings.catalogue_dir / "demo" / "registers").glob("*.yaml"))]
    registers = {name: f"{url}/registers/{name}" for name in (*_WITH_RULES, *plain)}
    return settings.model_copy(
        update={
            "sandbox_port": int(url.rpartition(":")[2]),
            "wechat_url": settings.wechat_url or f"{url}/wechat",
            "identity_url": settings.identity_url or f"{url}/identity",
            "sms_url": settings.sms_url or f"{url}/sms",
            "courier_url": settings.courier_url or f"{url}/courier",
            "courier_key": settings.courier_key if settings.courier_key.get_secret_value() else SecretStr("sandbox-courier-key"),
            "kiosk_reader_url": settings.kiosk_reader_url or f"{url}/reader",
            "kiosk_scanner_url": settings.kiosk_scanner_url or f"{url}/scanner",
            "bank_url": settings.bank_url or f"{url}/bank",
            "bank_merchant": settings.bank_merchant or "yici-sandbox",
            "bank_secret": settings.bank_secret if settings.bank_secret.get_secret_value() else SecretStr("sandbox-bank-secret"),
            "registers": {**registers, **settings.registers},
        }
    )


def _serve(settings: Settings) -> int:
    configure_logs(_log_file(settings))
    _refuse_taken(settings.host, settings.port, "一次")
    gc.set_threshold(_GARBAGE_EVERY, 20, 20)
    loading = Thread(target=import_module, args=("composition",), name="loading", daemon=True)
    loading.start()  # the engines load while the servers start: nothing at the top of this file may take long
    with outside(settings) as complete:
        import uvloop

        try:
            uvloop.run(_run(complete, loading))
        except KeyboardInterrupt:
            print("\n已停止。")
    return 0


async def _run(settings: Settings, loading: Thread) -> None:
    from backend.jobs import end
    from backend.printing import printing_workers

    workers = printing_workers(settings)
    warming = asyncio.create_task(workers.start())  # another core loads fonts while this one loads the engines
    try:
        await asyncio.to_thread(loading.join)
        await _serve_with(settings, workers)
    finally:
        await end([warming])
        await workers.close()


async def _serve_with(settings: Settings, workers: "Workers") -> None:
    import tornado.httpserver
    import tornado.netutil

    from backend.loop_gaps import watch_loop
    from composition import compose
    from handlers.bodies import MAX_BODY
    from handlers.routes import App

    clock = SandboxClock(settings.data_dir / "sandbox" / "clock.json") if settings.mode is Mode.SANDBOX else SystemClock()
    product = await compose(settings, clock, workers)
    server = tornado.httpserver.HTTPServer(
        App(product.engines), xheaders=settings.mode is Mode.PRODUCTION, max_body_size=MAX_BODY, max_buffer_size=2 * MAX_BODY
    )
    sockets = tornado.netutil.bind_sockets(settings.port, settings.host, reuse_port=settings.mode is Mode.PRODUCTION)
    watching = asyncio.create_task(watch_loop())
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    try:
        await product.start()
        _keep_what_is_loaded()
        server.add_sockets(sockets)  # not before: whoever connects meanwhile waits, and finds staff and halls
        _greet(settings, sockets[0].getsockname()[1])
        await stop.wait()
    finally:
        watching.cancel()
        server.stop()
        await product.engines.live.close()
        await server.close_all_connections()
        await product.stop()


def _keep_what_is_loaded() -> None:
    """What was loaded stays for good: looking for garbage in it again and again would cost a seventh of each request.

    What only loading needed goes back to the system.
    """
    gc.freeze()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)  # loading needed more than serving does


def _greet(settings: Settings, port: int) -> None:
    address = f"http://{settings.host}:{port}"
    print(f"一次 已启动：{address}")
    print(f"  工作台    {address}/console/")
    print(f"  接口说明  {address}/api/docs")
    if settings.mode is Mode.SANDBOX:
        print(f"  沙箱      http://127.0.0.1:{settings.sandbox_port}/  (短信验证码、时钟、故障开关)")
        print(f"  日志      {settings.data_dir / 'server.log'}")
        _print_people(settings, as_json=False, most=6)
        print("全部演示人员:.venv/bin/python server.py demo-people\n按 Ctrl+C 停止。")
    sys.stdout.flush()


def _print_people(settings: Settings, *, as_json: bool, most: int | None = None) -> int:
    from backend.demo import demo_people

    people = demo_people(settings.catalogue_dir / "demo")
    if as_json:
        print(json.dumps(people, ensure_ascii=False, indent=1))
        return 0
    print("演示市民（登录码 · 姓名 · 出生 · 家人）:")
    for each in people["citizens"][:most]:
        family = "、".join(f"{member['name']}({member['relation']})" for member in each["family"])
        print(f"  {each['code']:<24}{each['name']}  {each['born']}  {family}")
    print("演示工作人员（用户名 · 口令 · 姓名 · 角色 · 动态口令密钥）:")
    for each in people["staff"][:most]:
        print(f"  {each['username']:<16}{each['password']:<18}{each['name']}  {','.join(each['roles'])}  {each['totp_secret'] or ''}")
    return 0


def _print_interface() -> int:
    from handlers.openapi import document
    from handlers.routes import endpoints

    print(json.dumps(document(endpoints()), ensure_ascii=False))
    return 0


def _tool() -> "ModuleType":
    """The commands on the catalogue, loaded when one of them runs."""
    return import_module("catalogue_commands")


def _simulate(settings: Settings, wanted: argparse.Namespace) -> int:
    if wanted.demo_year:
        return _tool().try_on_year(wanted.file, settings.catalogue_dir, wanted.seed)
    return _with_store(settings, _tool().try_on_cases(wanted.file, wanted.last))


def _with_store(settings: Settings, work: StoreWork) -> int:
    import uvloop

    with ExitStack() as stack:
        mongo, _ = stack.enter_context(embedded_servers(settings.data_dir, mongod=not settings.mongodb_uri, valkey=False))
        complete = with_secrets(settings).model_copy(update={"mongodb_uri": settings.mongodb_uri or mongo})
        return uvloop.run(_on_store(complete, work))


def _add_staff(wanted: argparse.Namespace) -> StoreWork:
    from models.staff import NewStaff

    try:
        body = NewStaff(
            username=wanted.username.casefold(),
            name=wanted.name,
            roles=[Role(role) for role in wanted.role],
            department=wanted.department,
            hall=wanted.hall,
            town=wanted.town,
        )
    except ValidationError as error:
        wrong = "、".join(f"--{each['loc'][0]}" for each in error.errors())
        raise Invalid(
            f"{wrong} 填得不对：用户名以小写字母开头，只含小写字母、数字、- 和 _，最多 41 个字符；其他各项最多 60 个字。"
        ) from None

    async def work(store: "Store", settings: Settings) -> int:
        from composition import staff_accounts

        async with staff_accounts(settings, store) as staff:
            account, password = await staff.add(_by_command(), body)
        print(f"已建立账号 {account.username}（{account.name}）。")
        _tell_first_password(password)
        return 0

    return work


def _reset_staff(username: str) -> StoreWork:
    async def work(store: "Store", settings: Settings) -> int:
        from composition import staff_accounts

        async with staff_accounts(settings, store) as staff:
            password = await staff.reset(_by_command(), username)
        print(f"已重置账号 {username}：原来的密码和动态口令作废，已登录的设备全部退出。")
        _tell_first_password(password)
        return 0

    return work


def _by_command() -> Act:
    return Act(actor=SystemActor(id="command", name="命令行"), at=SystemClock().now(), channel="system")


def _tell_first_password(password: str) -> None:
    print(f"初始密码：{password}")
    print("只显示这一次，请当面交给本人。首次登录要先改密码；管理、监督等角色还要绑定动态口令。")


async def _on_store(settings: Settings, work: StoreWork) -> int:
    from backend.store import Store

    store = await Store.open(
        settings.mongodb_uri, settings.database, settings.master_key.get_secret_value(), settings.old_master_key.get_secret_value()
    )
    try:
        return await work(store, settings)
    finally:
        await store.close()


async def _rotate(store: "Store", settings: Settings) -> int:
    print(f"已用当前主密钥重新封装 {await store.seal.rotate()} 个数据密钥。旧主密钥可以停用了。")
    return 0


async def _verify_audit(store: "Store", settings: Settings) -> int:
    from backend.audit import Audit

    faults = await Audit(store, SystemClock()).verify_chain()
    print("\n".join(faults) if faults else f"审计日志的哈希链完整，共核对 {await store.audit_batches.count({})} 批。")
    return 1 if faults else 0


def _answers(port: int) -> None:
    socket.create_connection(("127.0.0.1", port), 0.2).close()


def _log_file(settings: Settings) -> TextIO:
    if settings.mode is Mode.PRODUCTION:
        return sys.stderr
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return (settings.data_dir / "server.log").open("a", buffering=1, encoding="utf-8")


def _refuse_taken(host: str, port: int, name: str) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise CannotStart(f"{name} 要用的端口 {port} 已被占用。请先停掉占用它的程序，或换一个端口：PORT=8100 make run") from None


if __name__ == "__main__":
    sys.exit(main())
