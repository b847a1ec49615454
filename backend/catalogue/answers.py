"""Whether an answer is of its field's type, and what to tell the person where it is not."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date

from pydantic import JsonValue
from stdnum.cn import uscc

from backend.printing import advice, refused
from models.documents import DocumentType, is_well_formed, normal_number
from models.forms import FieldType, FormField

Fault = tuple[str, str]  # message, where inside the answer ("" or "/name"); an empty message means it is fine
FINE: Fault = ("", "")

_MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PHONE = re.compile(r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}", re.ASCII)
_ACCOUNT = re.compile(r"\d{12,19}", re.ASCII)
_TEXT_MAX = 500
_DECIMALS = 4  # square metres in hectares, yuan in ten thousands: nothing is measured closer, and a payment slip has room for no more
_NAME_MAX = 50


def answer_fault(field: FormField, value: JsonValue, *, complete: bool, applicant: str) -> Fault:
    """What is wrong with an answer's type; nothing for a draft's half-filled parts.

    `applicant`: whose name a bank account must carry, since money goes to the applicant's own account only.
    """
    if field.type is FieldType.PEOPLE:
        return _people_fault(field, value, complete)
    if field.type in _COMPOUND:
        return _compound_fault(field, value, complete, applicant)
    return _SIMPLE[field.type](field, value), ""


def _text(field: FormField, value: JsonValue) -> str:
    if not isinstance(value, str):
        return f"「{field.label}」请填写文字。"
    if letters := refused(value):
        return f"「{field.label}」里{advice(letters)}"
    return "" if len(value) <= _TEXT_MAX else f"「{field.label}」最多{_TEXT_MAX}个字，请缩短一些。"


def _number(field: FormField, value: JsonValue) -> str:
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        return f"「{field.label}」请填写数字。"
    return "" if round(value, _DECIMALS) == value else f"「{field.label}」最多填{_DECIMALS}位小数。"


def _date(field: FormField, value: JsonValue) -> str:
    return "" if isinstance(value, str) and _is_date(value) else f"「{field.label}」请选择一个日期，例如 2026-11-23。"


def _is_date(value: str) -> bool:
    try:
        return bool(_DATE.fullmatch(value)) and date.fromisoformat(value) is not None
    except ValueError:
        return False


def _month(field: FormField, value: JsonValue) -> str:
    fine = isinstance(value, str) and _MONTH.fullmatch(value)
    return "" if fine else f"「{field.label}」请选择年份和月份，例如 2026-11。"


def _choice(field: FormField, value: JsonValue) -> str:
    fine = isinstance(value, str) and value in {option.value for option in field.options}
    return "" if fine else f"「{field.label}」请从列出的选项里选一项。"


def _multi(field: FormField, value: JsonValue) -> str:
    known = {option.value for option in field.options}
    chosen = [each for each in value if isinstance(each, str) and each in known] if isinstance(value, list) else []
    if not isinstance(value, list) or len(set(chosen)) != len(value):
        return f"「{field.label}」请从列出的选项里选，每项只选一次。"
    alone = next((option for option in field.options if option.exclusive and option.value in chosen), None)
    return f"「{field.label}」选了“{alone.label}”，就不能再选别的，请核对。" if alone and len(chosen) > 1 else ""


def _boolean(field: FormField, value: JsonValue) -> str:
    if not isinstance(value, bool):
        return f"「{field.label}」请勾选或不勾选。"
    return f"请先看过并勾选「{field.label}」。" if field.required and not value else ""


def _phone(field: FormField, value: JsonValue) -> str:
    fine = isinstance(value, str) and _PHONE.fullmatch(value)
    return "" if fine else f"「{field.label}」请填写11位手机号，或带区号的座机号，例如 0600-81009100。"


_SIMPLE: Mapping[FieldType, Callable[[FormField, JsonValue], str]] = {
    FieldType.TEXT: _text,
    FieldType.NUMBER: _number,
    FieldType.DATE: _date,
    FieldType.MONTH: _month,
    FieldType.CHOICE: _choice,
    FieldType.MULTI: _multi,
    FieldType.BOOLEAN: _boolean,
    FieldType.PHONE: _phone,
}

_COMPOUND: Mapping[FieldType, tuple[str, ...]] = {
    FieldType.PERSON: ("name", "id_number", "relation", "phone"),
    FieldType.ADDRESS: ("town", "detail"),
    FieldType.BANK_ACCOUNT: ("holder", "bank", "account"),
    FieldType.ENTERPRISE: ("name", "uscc"),
}

_PART_LABELS = {
    "name": "姓名",
    "id_number": "证件号码",
    "relation": "关系",
    "phone": "电话",
    "town": "镇街",
    "detail": "详细地址",
    "holder": "开户人",
    "bank": "开户银行",
    "account": "银行账号",
    "uscc": "统一社会信用代码",
}
_PEOPLE_MAX = 20


def _people_fault(field: FormField, value: JsonValue, complete: bool) -> Fault:
    """Each of them as one person is checked, and nobody twice."""
    if not isinstance(value, list) or len(value) > _PEOPLE_MAX:
        return f"「{field.label}」请逐人填写，最多{_PEOPLE_MAX}人。", ""
    seen: set[str] = set()
    for index, person in enumerate(value):
        message, part = _compound_fault(field, person, complete, "")
        number = normal_number(str(person.get("id_number") or "")) if isinstance(person, dict) else ""
        if not message and number in seen:
            message, part = f"「{field.label}」里同一个人写了两次，请删去一次。", "/id_number"
        if message:
            return message, f"/{index}{part}"
        seen |= {number} - {""}
    return FINE


def _compound_fault(field: FormField, value: JsonValue, complete: bool, applicant: str) -> Fault:
    parts = field.asked_parts if field.type in (FieldType.PERSON, FieldType.PEOPLE) else _COMPOUND[field.type]
    if not isinstance(value, dict):
        return f"「{field.label}」请逐项填写。", ""
    if unknown := sorted(value.keys() - set(parts)):
        return f"「{field.label}」里有多余的内容，请刷新后重试。", f"/{unknown[0]}"
    for part in parts:
        given = value.get(part)
        if given is None or given == "":
            if complete:
                return f"请填写「{field.label}」的{_part_label(field, part)}。", f"/{part}"
        elif message := _part_fault(part, given, applicant):
            return message, f"/{part}"
    return FINE


def _part_label(field: FormField, part: str) -> str:
    return "单位名称" if field.type is FieldType.ENTERPRISE and part == "name" else _PART_LABELS[part]


def _part_fault(part: str, value: JsonValue, applicant: str) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > (200 if part == "detail" else _NAME_MAX):
        return f"请重新填写{_PART_LABELS[part]}，不要太长，也不要只有空格。"
    if letters := refused(value):
        return f"{_PART_LABELS[part]}里{advice(letters)}"
    if part == "id_number" and not _is_document(value):
        return "证件号码不对，请照着证件再核对一遍；身份证最后一位如果是X，请填大写X。"
    if part == "uscc" and not uscc.is_valid(normal_number(value)):
        return "统一社会信用代码不对，应为18位数字和大写字母，请对照营业执照或登记证书填写。"
    if part == "phone" and not _PHONE.fullmatch(value):
        return "电话号码不对，请填写11位手机号，或带区号的座机号。"
    if part == "account" and not _ACCOUNT.fullmatch(value):
        return "银行账号不对，请照着银行卡填写，只填数字，不留空格。"
    if part == "holder" and applicant and value.strip() != applicant:
        return f"钱只能发到申请人本人的账户，请填写{applicant}名下的账户。"
    return ""


def _is_document(number: str) -> bool:
    """Whether it can be the number of any document we accept."""
    return any(is_well_formed(kind, number) for kind in DocumentType)
