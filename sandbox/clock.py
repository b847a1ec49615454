"""Sets the product's clock: writes the file that `backend.clock.SandboxClock` reads."""

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Self

from pydantic import AwareDatetime, model_validator

from backend.clock import wall_time
from models.base import Body
from sandbox.base import SandboxHandler

FILE = "clock.json"


class ClockBody(Body):
    """Either the time it is to be now, or how far from the machine's time it is to run."""

    now: AwareDatetime | None = None
    offset_seconds: float | None = None

    @model_validator(mode="after")
    def one_of_both(self) -> Self:
        """Both, or neither, says nothing."""
        if (self.now is None) == (self.offset_seconds is None):
            raise ValueError("give now or offset_seconds")
        return self

    def offset(self) -> float:
        """Seconds between the machine's clock and the product's."""
        if self.now is not None:
            return (self.now - wall_time()).total_seconds()
        return self.offset_seconds or 0.0


def write_offset(directory: Path, seconds: float) -> None:
    """Writes the offset atomically: a reader sees the old file or the new one."""
    path = directory / FILE
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps({"offset_seconds": seconds}))
    os.replace(fresh, path)


class ClockHandler(SandboxHandler):
    """`GET`, `PUT {"now": …}` or `{"offset_seconds": …}`, `DELETE` for the machine's time."""

    def get(self) -> None:
        """What time it is for the product."""
        self._tell()

    def put(self) -> None:
        """Sets it."""
        write_offset(self.outside.world.state, self.body(ClockBody).offset())
        self._tell()

    def delete(self) -> None:
        """Back to the machine's time."""
        write_offset(self.outside.world.state, 0.0)
        self._tell()

    def _tell(self) -> None:
        now: datetime = self.outside.clock.now()
        self.answer({"now": now.isoformat(), "offset_seconds": (now - wall_time()).total_seconds()})
