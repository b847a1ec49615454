"""The green channel (绿色通道): what a head puts before all other cases, on a ground the district has published."""

from typing import Any

from backend.cases import clocks
from backend.cases.actions import Action
from backend.cases.core import Core, somebody
from backend.errors import FieldError, Invalid, WrongState
from backend.idempotency import once
from models.acts import Act
from models.cases import Case, GreenBody, GreenChannel, GreenGround


class Green(Core):
    """One act of the head: into the green channel, or out of it again."""

    @once("cases", Case)
    async def green_channel(self, act: Act, case_id: str, body: GreenBody) -> Case:
        """Puts a case into the green channel, or takes it out. It stands first in every queue and, where the ground says so, the
        office gives itself less time; what was promised and what the law allows stay. Parts of a bundle that begin later inherit it.

        Raises `Invalid` for a ground the district has not published, `WrongState` where there is nothing to take out.
        """
        case, row = await self._take(act, case_id, Action.GREEN_CHANNEL, body.version)
        ground = self._ground(case, body.ground) if body.ground else None
        if ground is None and case.green is None:
            raise WrongState("这份申请不在绿色通道里，不用撤出。")
        clock = clocks.hurried(case.clock, self.calendar, self.policy, self.version_of(case).clocks, ground.within if ground else None)
        changes: dict[str, Any] = {"green": None, "first": ground is not None, "clock": clock}
        if ground is not None:
            by = somebody(act)
            changes["green"] = GreenChannel(ground=ground.key, name=ground.name, reason=body.reason, by=by, at=act.at)
        detail = {"ground": ground.key if ground else None, "reason": body.reason}
        return await self._apply(act, case, row, changes, detail=detail)

    def _ground(self, case: Case, key: str) -> GreenGround:
        grounds = self.policy.green_grounds(case.item)
        for each in grounds:
            if each.key == key:
                return each
        known = "、".join(f"{each.name}（{each.key}）" for each in grounds) or "没有"
        raise Invalid(errors=[FieldError("/ground", f"「{case.item_name}」没有公布过这种绿色通道情形。可以选的：{known}。")])
