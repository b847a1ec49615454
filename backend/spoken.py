"""Days and times as they are said to people: one place for all of them."""

from datetime import date, datetime, time

from backend.clock import SHANGHAI

_WEEKDAYS = "一二三四五六日"


def when(start: datetime, end: datetime) -> str:
    """ "11月25日 周三 上午9:00–9:30"."""
    start, end = start.astimezone(SHANGHAI), end.astimezone(SHANGHAI)
    return f"{day_of(start)} {part_of_day(start)}{clock_of(start)}–{clock_of(end)}"


def moment(at: datetime) -> str:
    """ "11月25日 周三 上午9:00"."""
    at = at.astimezone(SHANGHAI)
    return f"{day_of(at)} {part_of_day(at)}{clock_of(at)}"


def until(at: datetime, now: datetime) -> str:
    """ "11月25日 周三 上午9:00"; midnight is the end of the day before it: "今天结束", "11月25日 周三结束"."""
    at = at.astimezone(SHANGHAI)
    if at.time() != time():
        return moment(at)
    last = (at - datetime.resolution).astimezone(SHANGHAI)
    return "今天结束" if last.date() == now.astimezone(SHANGHAI).date() else f"{day_of(last)}结束"


def day_of(at: datetime) -> str:
    """ "11月25日 周三"."""
    return f"{at.month}月{at.day}日 周{_WEEKDAYS[at.weekday()]}"


def part_of_day(at: datetime) -> str:
    """上午, 中午, 下午 or 晚上."""
    if at.hour < 12:
        return "上午"
    if at.hour < 13:
        return "中午"
    return "下午" if at.hour < 18 else "晚上"


def clock_of(at: datetime) -> str:
    """ "9:00", "1:30": on the half of the day that is said before it."""
    return f"{at.hour - 12 if at.hour > 12 else at.hour}:{at.minute:02d}"


def deadline(at: datetime, now: datetime | None = None) -> str:
    """ "11月25日（周三）17:00": until when something is to be done. With the year where it is another than that of `now`."""
    at = at.astimezone(SHANGHAI)
    year = "" if now is None or now.astimezone(SHANGHAI).year == at.year else f"{at.year}年"
    return f"{year}{at.month}月{at.day}日（周{_WEEKDAYS[at.weekday()]}）{at.hour}:{at.minute:02d}"


def full_day(day: date) -> str:
    """ "2026年11月25日"."""
    return f"{day.year}年{day.month}月{day.day}日"


def wechat_time(at: datetime) -> str:
    """ "2026年11月25日 09:00": what a `time` value of a WeChat template takes."""
    at = at.astimezone(SHANGHAI)
    return f"{full_day(at)} {at:%H:%M}"
