"""Cards for the supervision office (监察): in the fields of the exchange tables, as JSON rows or CSV."""

from datetime import datetime

from backend import spreadsheets
from backend.clock import SHANGHAI
from backend.errors import Invalid
from backend.store import Document
from backend.supervision.core import Core
from models.acts import Act
from models.supervision import Card, CardState, ExportQuery, ExportRow

_MOST = 10_000  # rows of one export


class Export(Core):
    """What leaves the house about cards: withdrawn ones too, saying so."""

    async def export(self, act: Act, query: ExportQuery) -> list[ExportRow]:
        """Cards of the level, or of both, that were given in the period, oldest first. Raises `Invalid` for more than 10,000."""
        levels = ["yellow", "red"] if query.level == "all" else [query.level]
        where: Document = {"level": {"$in": levels}, "at": {"$gte": query.since, "$lt": query.until}}
        found = await self.store.cards.find(where, sort=[("at", 1)], limit=_MOST + 1)
        if len(found) > _MOST:
            raise Invalid(f"这段时间的督办牌超过{_MOST}张，请缩短时间分几次导出。")
        return [self._row(Card.of(each)) for each in found]

    def as_csv(self, rows: list[ExportRow]) -> bytes:
        """The rows for a spreadsheet, times as people there write them (Asia/Shanghai)."""
        return spreadsheets.as_csv(ExportRow.model_fields, ([_cell(value) for value in row.model_dump().values()] for row in rows))

    def _row(self, card: Card) -> ExportRow:
        department = self.office.department(card.department)
        return ExportRow(
            监察编号=card.number,
            规则编号=card.rule,
            督办内容=card.name,
            被督办机构=department,
            发出时间=card.at,
            预警类型=card.level.label,
            结果描述=_result(card),
            责任部门=department,
            责任人=card.given_to.name if card.given_to else "",
            办件编号=card.subject_number,
            事项名称=card.title,
            环节=card.step_name,
        )


def _cell(value: object) -> str:
    return f"{value.astimezone(SHANGHAI):%Y-%m-%d %H:%M:%S}" if isinstance(value, datetime) else str(value)


def _result(card: Card) -> str:
    if card.review is not None:
        return f"{card.state.label}：{card.review.reason}"
    if card.state is CardState.APPEALED and card.appeal is not None:
        return f"{card.state.label}：{card.appeal.reason}"
    return card.state.label
