"""What pydantic finds wrong with a value, in the words of people: of what they send, and of what editors write. One place for both."""

from collections.abc import Mapping
from typing import Any

_MESSAGES = {
    "missing": "请填写这一项",
    "extra_forbidden": "这一项不需要填写，请去掉",
    "json_invalid": "内容不是有效的 JSON，请检查格式后重试",
    "string_too_long": "最多填 {max_length} 个字",
    "string_too_short": "至少填 {min_length} 个字",
    "string_type": "这里需要填文字",
    "int_type": "这里需要填整数",
    "int_parsing": "这里需要填整数",
    "int_from_float": "这里需要填整数",
    "bool_type": "这里需要填是或否",
    "bool_parsing": "这里需要填是或否",
    "float_type": "这里需要填数字",
    "float_parsing": "这里需要填数字",
    "decimal_type": "这里需要填数字",
    "decimal_parsing": "这里需要填数字",
    "greater_than": "要大于 {gt}",
    "greater_than_equal": "不能小于 {ge}",
    "less_than": "要小于 {lt}",
    "less_than_equal": "不能大于 {le}",
    "too_long": "最多 {max_length} 项",
    "too_short": "至少 {min_length} 项",
    "enum": "请从这些里选一个：{expected}",
    "literal_error": "请从这些里选一个：{expected}",
    "string_pattern_mismatch": "格式不对，请检查后重新填写",
    "date_type": "日期格式不对，请写成 2026-11-25 这样",
    "date_parsing": "日期格式不对，请写成 2026-11-25 这样",
    "date_from_datetime_parsing": "日期格式不对，请写成 2026-11-25 这样",
    "datetime_from_date_parsing": "时间格式不对，请写成 2026-11-25T09:00:00+08:00 这样",
    "timezone_aware": "时间需要带时区，请写成 2026-11-25T09:00:00+08:00 这样",
}
_NO_VALUE = "填写的内容不对，请检查"
_NO_FORM = "格式不对，请检查后重新填写"

EDITORS = {
    "missing": "缺少这一项，请补上",
    "extra_forbidden": "没有这一项，请去掉",
    "string_pattern_mismatch": "格式不对，要符合 {pattern}",
    "bool_type": "这里需要填 true 或 false",
    "bool_parsing": "这里需要填 true 或 false",
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type", "mapping_type"), "这里需要写一组“键: 值”"),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type"), "这里需要写一个列表"),
}
"""How some of it is told to whoever edits YAML."""


def refused_words(fault: Any, own: Mapping[str, str] | None = None) -> str:
    """One of `ValidationError.errors()` in Chinese; what a validator of ours says is told as it is. `own`: words by the type of
    the error that are told instead."""
    if fault["type"] == "value_error":
        return str(fault.get("ctx", {}).get("error", "")) or _NO_VALUE
    template = {**_MESSAGES, **(own or {})}.get(fault["type"], _NO_FORM)
    return template.format(**{"expected": "", **_in_chinese(fault.get("ctx", {}))})


def _in_chinese(context: dict[str, Any]) -> dict[str, Any]:
    """pydantic joins what it expected in English: 'a', 'b' or 'c'."""
    expected = context.get("expected")
    if not isinstance(expected, str):
        return context
    return {**context, "expected": expected.replace("' or '", "'、'").replace("', '", "'、'").replace("'", "")}
