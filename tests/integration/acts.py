"""Acts for tests of the rooms below the engines."""

from backend.clock import SetClock
from models.acts import Act, SystemActor


def act_at(clock: SetClock, key: str | None = None, digest: str | None = None) -> Act:
    return Act(actor=SystemActor(id="system:test"), at=clock.now(), key=key, digest=digest)
