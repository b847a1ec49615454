"""What the handlers see of the product: every engine by name. Built once, in server.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backend.audit import Audit
    from backend.clock import Clock
    from backend.limits import Limits
    from backend.people import People, Sessions, Staff
    from backend.store import Store
    from models.settings import Settings


@dataclass(frozen=True)
class Engines:
    """Read-only after start."""

    settings: Settings
    clock: Clock
    store: Store
    limits: Limits
    audit: Audit
    sessions: Sessions
    people: People
    staff: Staff
