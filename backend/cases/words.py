"""How dates and lists are said to people."""

from datetime import datetime

from backend.clock import SHANGHAI

_WEEKDAYS = "一二三四五六日"


def spoken(at: datetime) -> str:
    """「11月25日(周三)17:00」."""
    at = at.astimezone(SHANGHAI)
    return f"{at.month}月{at.day}日(周{_WEEKDAYS[at.weekday()]}){at.hour}:{at.minute:02d}"


def listed(names: list[str]) -> str:
    """「户口簿、近照等3项」: the first three by name."""
    unique = list(dict.fromkeys(names))
    return "、".join(f"「{name}」" for name in unique[:3]) + (f"等{len(unique)}项" if len(unique) > 3 else "")
