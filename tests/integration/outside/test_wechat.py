"""The WeChat gateway against the stand-in: codes, tokens, messages, texts, pictures, and WeChat's errors."""

import asyncio
import io
import logging
from collections.abc import AsyncIterator

import pytest
from PIL import Image
from structlog.testing import capture_logs

from backend.errors import Forbidden, TooMany, Unauthenticated
from backend.wechat import (
    AccessToken,
    MemoryTokenCache,
    TextScene,
    TextVerdict,
    Wechat,
    WechatCodeRefused,
    WechatMisconfigured,
    WechatUnavailable,
)
from models.notices import Delivery
from tests.integration.outside.conftest import QUICK
from tests.sandbox_control import SandboxProcess

OPENID_LENGTH = 28
MESSAGE = {
    "thing1": {"value": "云城区政务服务中心"},
    "thing2": {"value": "社会保障卡申领"},
    "time3": {"value": "2026年11月25日 09:00"},
    "character_string4": {"value": "A1B2C3D4"},
    "thing5": {"value": "身份证"},
}


class CountingCache(MemoryTokenCache):
    """Counts how often a token was fetched, and can be given a wrong one."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []

    async def put(self, token: AccessToken | None) -> None:
        if token is not None:
            self.fetched.append(token.value)
        await super().put(token)


@pytest.fixture
def tokens() -> CountingCache:
    return CountingCache()


@pytest.fixture
async def wechat(sandbox: SandboxProcess, tokens: CountingCache) -> AsyncIterator[Wechat]:
    gateway = Wechat(f"{sandbox.url}/wechat", "wx-sandbox", "sandbox-secret", tokens=tokens, limits=QUICK)
    yield gateway
    await gateway.close()


async def test_a_demo_name_is_always_the_same_person(wechat: Wechat) -> None:
    openid = await wechat.code_to_session("demo:wang-guifang")
    assert len(openid) == OPENID_LENGTH
    assert await wechat.code_to_session("demo:wang-guifang") == openid
    assert await wechat.code_to_session("demo:li-min") != openid


async def test_a_name_nobody_has_is_a_fresh_person(wechat: Wechat) -> None:
    fresh = await wechat.code_to_session("demo:somebody-new")
    assert fresh == await wechat.code_to_session("demo:somebody-new")
    assert len(fresh) == OPENID_LENGTH


async def test_a_code_works_once(wechat: Wechat, sandbox: SandboxProcess) -> None:
    code = await sandbox.wechat_code("li-min")
    assert await wechat.code_to_session(code) == await wechat.code_to_session("demo:li-min")
    for spent in (code, "0never-given-out"):
        with pytest.raises(Unauthenticated):
            await wechat.code_to_session(spent)


async def test_login_needs_no_access_token(wechat: Wechat, tokens: CountingCache) -> None:
    await wechat.code_to_session("demo:li-min")
    assert tokens.fetched == []


@pytest.mark.parametrize(
    ("errcode", "error"),
    [(40029, Unauthenticated), (40226, Forbidden), (45011, TooMany), (-1, WechatUnavailable), (40013, WechatMisconfigured)],
)
async def test_login_errors(wechat: Wechat, sandbox: SandboxProcess, errcode: int, error: type[Exception]) -> None:
    await sandbox.switch("wechat.login", error_code=errcode)
    with pytest.raises(error):
        await wechat.code_to_session("demo:li-min")


async def test_a_wrong_secret_is_our_fault(sandbox: SandboxProcess) -> None:
    gateway = Wechat(f"{sandbox.url}/wechat", "wx-sandbox", "not-the-secret", limits=QUICK)
    with capture_logs() as logged:
        with pytest.raises(WechatMisconfigured):
            await gateway.code_to_session("demo:li-min")
        with pytest.raises(WechatMisconfigured):  # may be tried again, once the secret is mended
            await gateway.notify("o1", "appointment_confirmed", "pages/home/home", {})
    assert [(each["event"], each["errcode"]) for each in logged] == [("wechat_misconfigured", 40125)] * 2
    assert "not-the-secret" not in str(logged)
    await gateway.close()


async def test_phone_number(wechat: Wechat, sandbox: SandboxProcess) -> None:
    code = await sandbox.wechat_code("li-min")
    assert await wechat.phone_number(code) == "16909900001"
    with pytest.raises(Unauthenticated):
        await wechat.phone_number(code)


async def test_a_cold_start_fetches_one_token(wechat: Wechat, tokens: CountingCache, sandbox: SandboxProcess) -> None:
    await sandbox.switch("wechat.token", delay_ms=100)
    numbers = await asyncio.gather(*(wechat.phone_number("demo:li-min") for _ in range(8)))
    assert set(numbers) == {"16909900001"}
    assert len(tokens.fetched) == 1


async def test_tokens_that_ran_out_are_fetched_once_and_every_call_succeeds(
    wechat: Wechat, tokens: CountingCache, sandbox: SandboxProcess
) -> None:
    await wechat.phone_number("demo:li-min")
    await sandbox.call("DELETE", "wechat-tokens")
    await asyncio.gather(*(wechat.phone_number("demo:li-min") for _ in range(8)))
    assert len(tokens.fetched) == 2


@pytest.mark.parametrize("errcode", [40001, 40014, 42001])
async def test_a_token_that_is_refused_is_refreshed_once(wechat: Wechat, sandbox: SandboxProcess, errcode: int) -> None:
    openid = await wechat.code_to_session("demo:li-min")
    await sandbox.switch("wechat.content", error_code=errcode, times=1)
    assert await wechat.check_text(openid, "你好") is TextVerdict.PASS


async def test_where_wechat_forces_no_more_tokens_the_one_it_names_is_tried_again(wechat: Wechat, sandbox: SandboxProcess) -> None:
    openid = await wechat.code_to_session("demo:li-min")
    for _ in range(2):  # WeChat takes 30 seconds between two forced refreshes
        await sandbox.switch("wechat.content", error_code=40001, times=1)
        assert await wechat.check_text(openid, "你好") is TextVerdict.PASS


async def test_a_token_that_is_refused_for_ever_is_not_asked_for_for_ever(
    wechat: Wechat, tokens: CountingCache, sandbox: SandboxProcess
) -> None:
    await wechat.phone_number("demo:li-min")
    await sandbox.call("DELETE", "wechat-tokens")
    await sandbox.switch("wechat.phone", error_code=42001)
    with pytest.raises(WechatUnavailable):
        await wechat.phone_number("demo:li-min")
    assert len(tokens.fetched) == 2


async def test_a_wrong_token_in_the_cache_is_replaced(wechat: Wechat, tokens: CountingCache) -> None:
    await tokens.put(AccessToken("x" * 130, float("inf")))
    assert await wechat.phone_number("demo:li-min") == "16909900001"


async def test_a_message_is_delivered(wechat: Wechat, sandbox: SandboxProcess) -> None:
    openid = await wechat.code_to_session("demo:li-min")
    assert await wechat.notify(openid, "appoint_remind", "pages/home/home", MESSAGE) is Delivery.SENT
    message = (await sandbox.subscribe_messages("li-min"))[-1]
    assert message["title"] == "预约提醒"
    assert message["data"]["thing2"] == "社会保障卡申领"


async def test_a_refusal_is_an_outcome(wechat: Wechat, sandbox: SandboxProcess) -> None:
    openid = await wechat.code_to_session("demo:li-min")
    await sandbox.refuse_messages("li-min")
    assert await wechat.notify(openid, "appoint_remind", "", MESSAGE) is Delivery.REFUSED
    assert await sandbox.subscribe_messages("li-min") == []
    await sandbox.refuse_messages("li-min", accepted=True)
    assert await wechat.notify(openid, "appoint_remind", "", MESSAGE) is Delivery.SENT


@pytest.mark.parametrize(
    ("openid", "template", "change"),
    [
        ("oNobody", "appoint_remind", {}),
        (None, "no_such_template", {}),
        (None, "appoint_remind", {"thing1": {"value": "超过二十个字的内容" * 3}}),
        (None, "appoint_remind", {"time3": {"value": "2026-11-25T09:00"}}),
    ],
)
async def test_what_wechat_will_never_take_has_failed(
    wechat: Wechat, openid: str | None, template: str, change: dict[str, dict[str, str]]
) -> None:
    to = openid or await wechat.code_to_session("demo:li-min")
    assert await wechat.notify(to, template, "", MESSAGE | change) is Delivery.FAILED


async def test_templates_have_ids_of_their_own(sandbox: SandboxProcess) -> None:
    ids = {"reminder": "appoint_remind"}
    gateway = Wechat(f"{sandbox.url}/wechat", "wx-sandbox", "sandbox-secret", template_ids=ids, limits=QUICK)
    openid = await gateway.code_to_session("demo:li-min")
    assert await gateway.notify(openid, "reminder", "", MESSAGE) is Delivery.SENT
    await gateway.close()


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("窗口很热心", TextVerdict.PASS),
        ("办事顺利，有需要加微信", TextVerdict.REVIEW),
        ("专业办假证", TextVerdict.RISKY),
        ("好" * 2600 + "专业办假证", TextVerdict.RISKY),
        ("", TextVerdict.PASS),
    ],
)
async def test_texts_are_judged_to_their_end(wechat: Wechat, text: str, verdict: TextVerdict) -> None:
    openid = await wechat.code_to_session("demo:li-min")
    assert await wechat.check_text(openid, text, TextScene.FORUM) is verdict


async def test_a_writer_wechat_does_not_know_is_not_judged(wechat: Wechat) -> None:
    assert await wechat.check_text("oNobody", "你好") is TextVerdict.UNCHECKED


async def test_a_mini_program_code_is_a_picture(wechat: Wechat) -> None:
    picture = await wechat.mini_program_code("g:0123456789", "pages/home/home")
    with Image.open(io.BytesIO(picture)) as image:
        assert image.width > 250
        assert image.width == image.height


@pytest.mark.parametrize(
    ("scene", "page", "errcode"),
    [
        ("x" * 33, "pages/home/home", 40169),
        ("a b", "pages/home/home", 40169),
        ("g:1", "pages/none/none", 41030),
        ("g:1", "/pages/home/home", 41030),
    ],
)
async def test_codes_wechat_would_not_draw(wechat: Wechat, scene: str, page: str, errcode: int) -> None:
    with capture_logs() as logs, pytest.raises(WechatCodeRefused) as raised:
        await wechat.mini_program_code(scene, page)
    assert (raised.value.status, raised.value.retry_after) == (503, 300)
    [line] = [each for each in logs if each["event"] == "wechat_code_refused"]
    assert (line["log_level"], line["errcode"], line["page"]) == ("error", errcode, page), "whoever runs it is told which page"
    assert scene not in str(line), "what opens a grant or a share is in no log"


@pytest.mark.parametrize("switch", [{"down": True}, {"error_status": 502}, {"error_code": -1}, {"delay_ms": 4000}])
async def test_wechat_down_is_unavailable_and_comes_back(wechat: Wechat, sandbox: SandboxProcess, switch: dict[str, object]) -> None:
    await sandbox.switch("wechat", **switch)
    with pytest.raises(WechatUnavailable):
        await wechat.code_to_session("demo:li-min")
    await sandbox.call("DELETE", "switches")
    assert await wechat.code_to_session("demo:li-min")


async def test_the_secret_and_the_session_key_reach_no_log(
    wechat: Wechat, sandbox: SandboxProcess, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    await wechat.code_to_session("demo:li-min")
    await sandbox.switch("wechat", down=True)
    with pytest.raises(WechatUnavailable) as raised:
        await wechat.code_to_session("demo:li-min")
    error: BaseException | None = raised.value
    told = caplog.text + "".join(capfd.readouterr())
    while error is not None:
        told += repr(error) if not error.__suppress_context__ else str(error)
        error = error.__cause__
    assert "sandbox-secret" not in told
    assert "session_key" not in told
