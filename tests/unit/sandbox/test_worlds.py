"""What the stand-ins remember, without their HTTP."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from backend.clock import SetClock
from models.documents import DocumentType
from models.registers import RECORD_MODELS, OtherRecord, PersonKey
from sandbox.identity_world import IdentityRefusal, IdentityWorld
from sandbox.switches import Lie, Switch, Switches, service_named, services
from sandbox.wechat_rules import fault_of_data, is_scene
from sandbox.wechat_world import WechatError, WechatWorld
from sandbox.world import REGISTERS, World, merged
from tests.sandbox_control import ROOT

DEMO = Path(__file__).parents[3] / "catalogue" / "demo"
PERSON = PersonKey(document_type=DocumentType.PASSPORT, id_number="E12345678", name="某某")


class Seconds:
    """A monotonic clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def wechat(seconds: Seconds) -> WechatWorld:
    return WechatWorld(DEMO, [], seconds)


@pytest.fixture
def world(tmp_path: Path, clock: SetClock) -> World:
    return World(DEMO, tmp_path, clock)


def errcode(error: pytest.ExceptionInfo[WechatError]) -> int:
    return error.value.errcode


def test_a_code_dies_after_five_minutes(wechat: WechatWorld, seconds: Seconds) -> None:
    code = wechat.new_code("li-min")
    seconds.now += 301
    with pytest.raises(WechatError) as raised:
        wechat.spend_code(code)
    assert errcode(raised) == 40029


def test_a_stable_token_stays_until_shortly_before_its_end(wechat: WechatWorld, seconds: Seconds) -> None:
    first, lives = wechat.stable_token(force=False)
    assert lives == 7200
    seconds.now += 6899
    assert wechat.stable_token(force=False) == (first, 301)
    seconds.now += 2
    second, _ = wechat.stable_token(force=False)
    assert second != first
    wechat.check_token(first)  # both work until the old one's end
    seconds.now += 301
    with pytest.raises(WechatError) as raised:
        wechat.check_token(first)
    assert errcode(raised) == 42001
    wechat.check_token(second)


def test_a_forced_token_ends_the_one_before_and_is_rationed(wechat: WechatWorld, seconds: Seconds) -> None:
    first, _ = wechat.stable_token(force=False)
    forced, _ = wechat.stable_token(force=True)
    with pytest.raises(WechatError):
        wechat.check_token(first)
    wechat.check_token(forced)
    with pytest.raises(WechatError) as too_soon:
        wechat.stable_token(force=True)
    assert errcode(too_soon) == 45011
    for _ in range(19):
        seconds.now += 31
        wechat.stable_token(force=True)
    seconds.now += 31
    with pytest.raises(WechatError) as too_many:
        wechat.stable_token(force=True)
    assert errcode(too_many) == 45009
    seconds.now += 86400
    wechat.stable_token(force=True)


@pytest.mark.parametrize(("token", "code"), [("", 41001), ("short", 40014), ("x" * 130, 40001)])
def test_tokens_that_are_none(wechat: WechatWorld, token: str, code: int) -> None:
    with pytest.raises(WechatError) as raised:
        wechat.check_token(token)
    assert errcode(raised) == code


@pytest.mark.parametrize(
    ("field", "value", "fine"),
    [
        ("thing1", "二十个字以内的内容都可以写在这里面的呀", True),
        ("thing1", "好" * 21, False),
        ("thing1", "", False),
        ("phrase3", "不予受理", True),
        ("phrase3", "等待工作人员", False),
        ("phrase3", "OK", False),
        ("time4", "2026年11月25日 09:00", True),
        ("time4", "09:00", True),
        ("time4", "2026年11月25日 09:00~09:30", True),
        ("time4", "2026-11-25 09:00", False),
        ("date4", "2026年11月25日", True),
        ("date4", "11月25日", False),
        ("character_string1", "A1B2-C3D4", True),
        ("character_string1", "编号123", False),
        ("name3", "古丽·艾合买提", True),
        ("name3", "JEAN-PIERRE O", False),
        ("phone_number4", "0600-81009100", True),
        ("number1", "12.5", True),
        ("number1", "十二", False),
        ("amount1", "40元", True),
        ("unknown9", "好", False),
    ],
)
def test_values_of_subscribe_messages(field: str, value: str, fine: bool) -> None:
    assert fault_of_data([field], {field: {"value": value}}) == (None if fine else field)


def test_a_missing_value_is_a_fault() -> None:
    assert fault_of_data(["thing1", "thing2"], {"thing1": {"value": "好"}}) == "thing2"


@pytest.mark.parametrize(
    ("scene", "fine"), [("g:0123456789", True), ("x" * 32, True), ("x" * 33, False), ("", False), ("预约", False), ("a%20b", False)]
)
def test_scenes(scene: str, fine: bool) -> None:
    assert is_scene(scene) is fine


def test_a_switch_counts_down_and_the_part_goes_before_the_whole() -> None:
    switches = Switches()
    switches.put("registers", Switch(down=True))
    switches.put("registers.tax", Switch(delay_ms=5, times=2))
    assert [switches.take("registers.tax").delay_ms for _ in range(3)] == [5, 5, 0]
    assert switches.take("registers.tax").down
    assert switches.take("registers.personnel").down
    assert not switches.take("wechat.login").down
    switches.reset()
    assert not switches.take("registers.tax").down


def test_a_plain_lie_is_another_persons_record() -> None:
    assert Switch.model_validate_json('{"lie": true}').lie is Lie.PERSON
    assert Switch.model_validate_json('{"lie": "values"}').lie is Lie.VALUES
    assert Switch.model_validate_json('{"lie": false}').lie is None


def test_registers_may_be_named_without_their_prefix() -> None:
    known = services({"land": "土地出让库"})
    assert service_named("tax", known) == "registers.tax"
    assert service_named("wechat.token", known) == "wechat.token"
    assert service_named("land", known) == "registers.land"
    assert service_named("nothing", known) is None


def test_a_verification_runs_out(seconds: Seconds) -> None:
    identity = IdentityWorld(lambda code: None, seconds)
    token, lives = identity.start(PERSON, "登录")
    assert list(identity.pending()) == [token]
    seconds.now += lives + 1
    assert identity.pending() == {}
    with pytest.raises(IdentityRefusal, match="TOKEN_EXPIRED"):
        identity.spend(token)
    with pytest.raises(IdentityRefusal, match="TOKEN_EXPIRED"):
        identity.decide(token, agree=True)


def test_a_person_decides_once(seconds: Seconds) -> None:
    identity = IdentityWorld(lambda code: None, seconds)
    token, _ = identity.start(PERSON, "登录")
    identity.decide(token, agree=False)
    with pytest.raises(IdentityRefusal, match="TOKEN_USED"):
        identity.decide(token, agree=True)
    with pytest.raises(IdentityRefusal, match="DECLINED"):
        identity.spend(token)


def test_a_register_that_is_data_alone_answers_what_its_file_says(world: World) -> None:
    record = world.record("land", world.subject("chenguang-print") or world.district.citizens[0])
    assert record is not None
    assert (record["name"], record["contracts"][0]["number"]) == ("江州晨光印刷有限公司", "YC-2023-0017")
    assert OtherRecord.model_validate(record).model_extra is not None
    assert world.record("land", world.district.citizens[0]) is None


def test_every_plain_register_is_declared_with_its_members(world: World) -> None:
    declared = {each["id"]: each for each in yaml.safe_load((ROOT / "catalogue" / "registers.yaml").read_text("utf-8"))["registers"]}
    for name in world.register_names:
        codes = world.codes_of(name)
        assert codes
        assert set(declared[name]["members"]) >= {key for code in codes for key in _own(world, name, code)}


def _own(world: World, register: str, code: str) -> set[str]:
    subject = world.subject(code)
    assert subject is not None
    return set(world.record(register, subject) or {}) - {"record_id", "updated_at", "document_type", "id_number", "name", "flags"}


@pytest.mark.parametrize("register", REGISTERS)
def test_every_record_is_one_the_product_accepts(world: World, register: str) -> None:
    codes = world.codes_of(register)
    assert codes
    for code in codes:
        subject = world.subject(code)
        assert subject is not None
        for start, end in (("", ""), ("1980-01", "2026-12"), ("2026-10", "2026-10")):
            record = RECORD_MODELS[register].model_validate(world.record(register, subject, start, end))
            assert record.id_number == subject.id_number


def test_each_instant_item_has_every_kind_of_outcome(world: World) -> None:
    everybody = {citizen.code for citizen in world.district.citizens}
    for register in ("social_insurance", "medical_insurance", "tax", "personnel"):
        records = {code: world.record(register, citizen) for code in world.codes_of(register) if (citizen := world.citizen(code))}
        assert everybody - set(records), f"{register}: nobody without a record"
        names = {code: citizen.name for citizen in world.district.citizens if (code := citizen.code)}
        odd = [code for code, record in records.items() if record and (record["flags"] or record["name"] != names[code])]
        assert odd, f"{register}: nobody for a person to look at"
        assert len(records) - len(odd) >= 3, f"{register}: too few who succeed"


def test_a_death_changes_the_population_register_only(world: World) -> None:
    world.bury("wang-guifang", date(2026, 11, 20))
    citizen = world.citizen("wang-guifang")
    assert citizen is not None
    record = world.record("population", citizen)
    assert record is not None
    assert (record["status"], record["died_on"]) == ("死亡", "2026-11-20")
    personnel = world.record("personnel", citizen)
    assert personnel is not None
    assert personnel["retirement"]["benefit_state"] == "正常发放"
    world.undo("population", "wang-guifang")
    restored = world.record("population", citizen)
    assert restored is not None
    assert restored["status"] == "正常"


def test_merge_patches_as_the_rfc_has_them() -> None:
    value = {"a": 1, "b": {"c": 2, "d": 3}, "e": [1, 2]}
    assert merged(value, {"a": None, "b": {"c": None, "x": 4}, "e": [9]}) == {"b": {"d": 3, "x": 4}, "e": [9]}
    assert value == {"a": 1, "b": {"c": 2, "d": 3}, "e": [1, 2]}


def test_a_removal_is_remembered_through_a_second_change(world: World) -> None:
    citizen = world.citizen("li-qiang")
    assert citizen is not None
    world.change("personnel", "li-qiang", {"archive": None})
    world.change("personnel", "li-qiang", {"flags": ["待核"]})
    record = world.record("personnel", citizen)
    assert record is not None
    assert "archive" not in record
    assert record["flags"] == ["待核"]
