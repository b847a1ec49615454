"""The end of an application whose applicant has died: by itself, once, with a paper for the heirs that says what becomes of fees and
materials. A part of a bundle has none of its own: the whole is one application."""

from typing import Any

from backend.cases.actions import Action
from backend.cases.book import over
from backend.cases.core import Core
from backend.clock import SHANGHAI
from backend.spoken import full_day
from models.acts import Act
from models.cases import Case, Completion, DeathNotice, ObligationKind
from models.catalogue import ItemVersion, RefundOn

_UNPAID = "「{name}」还没有缴，缴款书作废，不用再缴。"
_BACK = "「{name}」已经缴的，原路退回缴款的账户；账户已经注销、退不到的，请家属到窗口办理。"
_KEPT = "「{name}」已经缴的，按这个事项的收费规定不退。"
_MATERIALS = "在网上交的材料随办件归档，不用于别的事。交到窗口的原件和纸质材料，请家属带自己的身份证和看得出亲属关系的证件（户口簿、结婚证等），到{where}领回。"


class Deaths(Core):
    """What the system does to an application once its applicant has died."""

    async def _end_by_death(self, act: Act, case: Case) -> None:
        row = self._allowed(act, case, Action.END_BY_DEATH, case.version)
        notice = await self._notice_of_death(act, case) if case.handed_in else None
        changes: dict[str, Any] = {
            **over(case, act.at),
            "completion": Completion.VOID,
            "ended_for": "申请人已经去世",
            "death": notice,
        }
        paper = f"终止办理告知书{notice.number}可以在窗口打印。" if notice else ""
        notices = self._tell(case, "case_ended_by_death", paper=paper)
        await self._apply(act, case, row, changes, detail={"notice": notice.number} if notice else {}, notices=notices)

    async def _notice_of_death(self, act: Act, case: Case) -> DeathNotice:
        version, by = self.version_of(case), self.book.handler(case)
        return DeathNotice(
            number=await self.book.notice_number(act, by, "终"),
            at=act.at,
            where=version.guide.where[0],
            fees=_fees(case, version),
            remedies=self.book.remedies(by),
        )


def lines_of(case: Case, notice: DeathNotice) -> list[str]:
    """What the paper says to the heirs."""
    filed = case.filed_at or case.submissions[0].at
    stands = [each.name for each in case.parts if each.stands]
    return [
        f"{case.person_name}的家属：",
        f"人口库登记{case.person_name}已经去世。{full_day(filed.astimezone(SHANGHAI).date())}提交的「{case.item_name}」申请不能继续办理，现予终止。",
        *([f"已经办好的{'、'.join(stands)}，结果请家属到窗口领取。"] if stands else []),
        _MATERIALS.format(where=notice.where),
        *(notice.fees or ["这份申请没有缴过费，也没有要缴的费用。"]),
        "其他身后事项可以到任一政务服务窗口，工作人员会告诉您要办哪些、怎么办。",
        notice.remedies,
    ]


def _fees(case: Case, version: ItemVersion) -> list[str]:
    """What becomes of each slip, as `backend.payments` does it after this end."""
    back = _BACK if RefundOn.ENDED in version.fee.refunds else _KEPT
    slips = [each for each in case.obligations if each.kind is ObligationKind.PAYMENT]
    owed = [_UNPAID.format(name=each.name) for each in slips if each.is_open]
    return owed + [back.format(name=each.name) for each in slips if each.met_at is not None]
