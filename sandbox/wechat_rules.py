"""WeChat's own rules about what it is sent: values of subscribe messages, scenes of mini-program codes."""

import re
from collections.abc import Iterable, Mapping

_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_CLOCK = r"\d{1,2}:\d{2}(:\d{2})?"
_MOMENT = rf"({_DAY} ?)?{_CLOCK}"
_VALUES: Mapping[str, re.Pattern[str]] = {
    "thing": re.compile(r".{1,20}"),
    "number": re.compile(r"(?=.{1,32}$)\d+(\.\d+)?"),
    "letter": re.compile(r"[A-Za-z]{1,32}"),
    "symbol": re.compile(r"[^\w\s]{1,5}"),
    "character_string": re.compile(r"[\x21-\x7e]{1,32}"),
    "time": re.compile(rf"{_MOMENT}(~{_MOMENT})?"),
    "date": re.compile(rf"{_DAY}( ?{_CLOCK})?(~{_DAY}( ?{_CLOCK})?)?"),
    "amount": re.compile(r"[¥$€£]?\d{1,10}(\.\d+)?元?"),
    "phone_number": re.compile(r"[\d+\-() ]{1,17}"),
    "car_number": re.compile(r"[\u4e00-\u9fff]?[A-Z0-9\-]{1,7}[\u4e00-\u9fff]?"),
    "name": re.compile(r"(?=.*[\u3400-\U0003FFFF]).{1,10}|[A-Za-z .·']{1,20}"),
    "phrase": re.compile(r"[\u3400-\U0003FFFF]{1,5}"),
    "const": re.compile(r".{1,20}"),
}
_KEY = re.compile(r"([a-z_]+?)(\d+)")
_SCENE = re.compile(r"[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}")


def fault_of_data(fields: Iterable[str], data: Mapping[str, Mapping[str, str]]) -> str | None:
    """The first field of a template whose value is missing or not as WeChat takes it (47003)."""
    for field in fields:
        key = _KEY.fullmatch(field)
        rule = _VALUES.get(key.group(1)) if key else None
        if rule is None or not rule.fullmatch(data.get(field, {}).get("value", "")):
            return field
    return None


def is_scene(scene: str) -> bool:
    """At most 32 visible characters of those allowed."""
    return _SCENE.fullmatch(scene) is not None
