"""Notices as templates: each that the code orders is there, and WeChat would take each filled with what really comes."""

import ast
import string
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import yaml

from backend.booking.notes import Note
from backend.clock import SHANGHAI
from backend.notices import NoticeTemplates, NoticeTemplatesFaulty
from backend.notices.templates import filled, wechat_data
from backend.spoken import wechat_time
from models.notices import WechatTemplate
from sandbox.wechat_rules import fault_of_data

ROOT = Path(__file__).parents[3]
TEMPLATES = NoticeTemplates.load(ROOT / "catalogue" / "notices.yaml")
REAL = {
    "needed": "预计到2026年12月31日结束",
    "asks": "王*芳想请您代办",
    "old": "江租备字〔2026〕第000001号",
    "cause": "遗失补发",
    "paper": "终止办理告知书〔2026〕云政终字第000012号可以在窗口打印。",
    "chosen": "您为「上门勘查、答复供电方案」选的日子是2026年11月26日",
    "step": "现场踏勘",
    "verdict": "现场不具备开挖条件",
    "finding": "围挡没有立，人行道没有留出通道",
    "lost": "设立登记",
    "part": "公示、审定和发证",
    "whole_due": "承诺时限暂停，恢复后另行告知；法律规定的最后期限是12月21日（周一）17:00",
    "again": "case_b7k2m9q4x1",
    "next": "原来填写的内容和还能用的材料已放进一份新的申请，您核对后提交，我们重新审查、重新作出决定",
    "instead": "改交「婚姻、生育和子女情况没有变化的证明」，等工作人员办完「村（社区）核实」再作决定",
    "then": "要补交的材料，窗口会发补正告知书，可以交到窗口，也可以在手机上交",
    "pickup": "7K2M9A",
    "where": "公安分局户政办事大厅（云城区长宁路18号），周一至周五 9:00–12:00、13:00–17:00；户政大厅周六上午也开",
    "why": "和已经登记的“江州晨光印刷有限公司”相近",
    "uscc": "91990101MA000001X0",
    "how": "请先在手机上预约时间；没有预约的，也可以直接来",
    "span": "10个工作日",
    "total": "116",
    "words": "长寿保健金发到去世的当月为止，核定通知不再有效。多发的要退回，家属可以到镇街窗口问清楚。",
    "silence": "这次核定作废，不出积分确认书，可以重新申请",
    "round": "2026年第一批",
    "former": "50.00",
    "let_off": "（已经减免的30.00元仍然减免）",
    "old_slip": "原来的缴款书作废，不要再按它缴",
    "standing": "排第2名，入围（名额2个）",
    "agent": "李*",
    "watcher": "李*",
    "applicant": "古丽·艾合买提",
    "authorisation": "auth_01M823JWN9X81BS7EYJ5Y5ZQTZ",
    "holder": "买买提·吐尔逊",
    "licence": "房屋租赁登记备案证明",
    "at": "2026年11月23日 10:00",
    "before": "11月30日（周一）17:00",
    "bring": "有户口簿的带上户口簿；没有也能办；孩子不满16周岁的，监护人带上自己的身份证",
    "by": "林晓燕",
    "case": "case_01M8247M6E5VVSHQSBNREWCHT1",
    "case_number": "9901012026112300001",
    "certificate": "cert_01M823JWN9X81BS7EYJ5Y5ZQTZ",
    "code": "7X5J9QPQ",
    "count": "2",
    "counter": "1号户政窗口",
    "days": "7",
    "delivery": "大厅领取",
    "verb": "撤销",
    "expected": "预计11月30日（周一）17:00前办完",
    "due": "11月30日（周一）17:00",
    "ground": "鉴定",
    "hall": "罗溪街道便民服务中心（罗溪街道罗溪路50号）",
    "item": "计划生育奖励扶助金资格年审（独生子女父母）",
    "items": "长寿保健金（高龄津贴）申领、社会保障卡申领",
    "method": "窗口当面核验",
    "missed": "3",
    "name": "古丽·艾合买提",
    "names": "「制卡照片」、「领卡的网点」、「看得出监护关系的证件」",
    "notice": "〔2026〕云政补字第000012号",
    "number": "9901012026112300001",
    "obligation": "ask_01M8247M6E5VVSHQSBNREWCHT1",
    "principal": "王*芳",
    "proposed": "11月26日 周四 下午2:00–2:30",
    "purpose": "办理社保卡",
    "phone": "0600-81000400",
    "reason": "当天上午照相设备检修，无法拍照",
    "receipt": "〔2026〕云政收字第000001号",
    "result": "居民身份证",
    "way": "窗口领取",
    "state": "已撤销",
    "time": "11月25日 周三 上午9:00–9:30",
    "title": "档案存放证明",
    "until": "12月31日",
    "wechat_time": "2026年11月25日 09:00",
    "what": "房东确认租赁信息",
    "offers": "「重大疾病救治一站式审批」",
    "who": "李建国",
    "amount": "50.00",
    "waybill": "YC00000000123",
    "bill": "bill_01M8247M6E5VVSHQSBNREWCHT1",
    "granted": "设立登记、公章刻制备案",
    "given": "「云山实验学校（演示）」",
    "failed": "银行预约开户",
    "over": "已按您的要求撤回",
    "stands": "已经办好的「设立登记」继续有效，结果交齐后一次寄到您填的地址，寄出时告诉您快递单号。",
}


def ordered() -> Iterator[str]:
    """The templates that the engines order by name; the beginning of it where the rest is only known when it happens."""
    yield from Note
    for node in _code():
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [*node.args, *(each.value for each in node.keywords if each.arg == "template")]
            if name.lstrip("_").startswith("tell") or name == "NoticeOrder":
                yield from (text for argument in given for text in _texts(argument))
        elif isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "template" for target in node.targets):
            yield from _texts(node.value)


def _code() -> Iterator[ast.AST]:
    for path in (ROOT / "backend").rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        yield next(iter(_texts(node.values[0])))


def test_every_notice_that_is_ordered_has_a_text() -> None:
    names = set(ordered())
    assert len(names) > 40
    assert {name for name in names if not name.endswith("_")} <= TEMPLATES.keys()


def test_no_text_is_left_that_nothing_orders() -> None:
    named = {node.value for node in _code() if isinstance(node, ast.Constant)}
    begun = tuple(name for name in ordered() if name.endswith("_"))
    assert {key for key in TEMPLATES.keys() - named if not key.startswith(begun)} == set()


@pytest.mark.parametrize("key", sorted(TEMPLATES.keys()))
def test_a_filled_notice_has_no_gap_and_wechat_takes_it(key: str) -> None:
    template = TEMPLATES.get(key)
    for text in (template.title, template.body, template.sms, template.link):
        assert {name for _, name, _, _ in string.Formatter().parse(text) if name} <= REAL.keys()
        assert "{" not in filled(text, REAL)
    if template.wechat is not None:
        values = wechat_data(template.wechat, REAL)
        assert values is not None
        assert fault_of_data(template.wechat.fields, values) is None


def test_texts_are_cut_and_never_empty() -> None:
    template = WechatTemplate(template="t", fields={"thing1": "{long}", "thing2": "{nothing}"})
    values = wechat_data(template, {"long": "字" * 30})
    assert values == {"thing1": {"value": "字" * 19 + "…"}, "thing2": {"value": "-"}}
    assert values is not None
    assert fault_of_data(template.fields, values) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time1", ""),
        ("time1", "明天"),
        ("date1", ""),
        ("phrase1", ""),
        ("phrase1", "超过五个字了"),
        ("phrase1", "done"),
        ("character_string1", ""),
        ("character_string1", "云档证字〔2026〕第000001号"),
        ("character_string1", "9" * 33),
        ("phone_number1", "无"),
    ],
)
def test_what_wechat_would_refuse_is_not_sent(field: str, value: str) -> None:
    assert fault_of_data([field], {field: {"value": value}}) == field, "the sandbox knows the same rule"
    assert wechat_data(WechatTemplate(template="t", fields={field: "{value}"}), {"value": value}) is None


def test_a_faulty_file_stops_the_start_with_each_fault(tmp_path: Path) -> None:
    path = tmp_path / "notices.yaml"
    path.write_text(yaml.safe_dump({"one": {"title": "没有正文"}, "two": {"title": "t", "body": "b", "colour": "red"}}), encoding="utf-8")
    with pytest.raises(NoticeTemplatesFaulty, match=r"/one/body[\s\S]*/two/colour"):
        NoticeTemplates.load(path)


def test_the_time_of_an_event_fits_both_kinds_of_field() -> None:
    at = wechat_time(datetime(2026, 11, 23, 9, 5, tzinfo=SHANGHAI))
    fields = {"time1": {"value": at}, "date2": {"value": at}}
    assert fault_of_data(fields, fields) is None
