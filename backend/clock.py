"""The one source of time. Everything else asks a `Clock`, so that a day at the counter can be played at any hour."""

import json
import os
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Protocol

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")  # no daylight saving since 1991


class Clock(Protocol):
    """Tells the time in Asia/Shanghai, cut to the millisecond (what MongoDB keeps)."""

    def now(self) -> datetime: ...


def today(clock: Clock) -> date:
    """The calendar day in Asia/Shanghai."""
    return clock.now().date()


def wall_time() -> datetime:
    """The machine's time, whatever the product's clock says: for one-time passwords and leases."""
    now = datetime.now(SHANGHAI)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return wall_time()


class SandboxClock:
    """The machine's clock plus the offset the sandbox keeps in a file; the file is re-read when it changes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp = -1
        self._offset = timedelta()

    def now(self) -> datetime:
        try:
            stamp = os.stat(self._path).st_mtime_ns
        except FileNotFoundError:
            return wall_time()
        if stamp != self._stamp:
            self._offset = timedelta(seconds=json.loads(self._path.read_text())["offset_seconds"])
            self._stamp = stamp
        return wall_time() + self._offset


class SetClock:
    """A clock that stands still until it is told otherwise: for tests."""

    def __init__(self, at: datetime) -> None:
        self.at = at.astimezone(SHANGHAI)

    def now(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        """Moves on by `timedelta(**by)`."""
        self.at += timedelta(**by)
