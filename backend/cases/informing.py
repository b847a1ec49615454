"""What the applicant, and who acts for them, are told of the acts on a case: the notices, filled in."""

from collections.abc import Mapping
from typing import Any

from backend.cases import debts
from backend.cases.billing import Billed, payment_notice
from backend.cases.both_sides import to_both
from backend.cases.chosen_way import chosen_words
from backend.cases.gate import Gate
from backend.cases.offers import offers_of
from backend.cases.owing import duties_of, owing
from backend.cases.timing import turn_notices
from backend.cases.words import expected, listed
from backend.spoken import deadline
from backend.workdays import WorkCalendar
from models.acts import Act
from models.base import NoticeOrder
from models.cases import Case, ResultRecord, ToleranceNotice
from models.catalogue import ItemVersion

Changes = Mapping[str, Any]


class Informing(Gate):
    """Makes the orders; the acts that change a case send them with the change."""

    @property
    def calendar(self) -> WorkCalendar:
        """The working days limits are counted in."""
        return self.book.calendar

    def _tell_tolerated(self, case: Case, tolerated: Changes) -> list[NoticeOrder]:
        """The applicant is told what they owe, and until when the first of it: what they promised, and apart what they did not."""
        notice = tolerated.get("tolerance")
        if not isinstance(notice, ToleranceNotice):
            return []
        told: list[NoticeOrder] = []
        for template, word in (("case_tolerated", True), ("case_still_owed", False)):
            lines = [each for each in notice.lines if debts.has_word(case, each.material) is word]
            if lines:
                names, due = listed([each.name for each in lines]), deadline(min(each.due for each in lines))
                told += self._tell(case, template, names=names, due=due, notice=notice.number)
        return told

    def _tell_billed(self, case: Case, billed: Billed) -> list[NoticeOrder]:
        """What is to be paid, and until when."""
        if (notice := payment_notice(billed)) is None:
            return []
        template, data = notice
        return self._tell(case, template, **data)

    def _tell_other_way(self, case: Case, version: ItemVersion, result: ResultRecord) -> list[NoticeOrder]:
        """That the result goes another way than they chose, on what word of theirs."""
        told = {"chosen": chosen_words(case, version), "way": result.delivery, "reason": result.wish}
        return self._tell(case, "result_other_way", result=result.kind, **told)

    def _tell(self, case: Case, template: str, **data: str) -> list[NoticeOrder]:
        """The notice to the applicant, and to who acts for them while the grant holds."""
        number = case.number or ""
        filled = {"item": case.item_name, "applicant": case.person_name, "number": number, "case_number": number}
        filled |= {"case": case.bundle or case.id, **data}
        return to_both(case, template, filled)

    def _offered(self, act: Act, case: Case) -> Changes:
        """What granting the case opens, and what is owed after it, as it is kept."""
        version = self.version_of(case)
        duties = duties_of(case, version, act.at, self.calendar, self.policy.commitments.remind) if version.duties else []
        return {"offers": offers_of(case, self.catalogue, act.at.date()), **(owing(duties) if duties else {})}

    def _tell_offered(self, case: Case, offered: Changes) -> list[NoticeOrder]:
        names = listed([each.name for each in offered["offers"]])
        told = self._tell(case, "case_offers", offers=names) if names else []
        for each in offered.get("duties", ()):
            told += self._tell(case, "duty_owed", what=each.name, due=deadline(each.due))
        return told

    def _tell_turn(self, act: Act, before: Case, after: Case) -> list[NoticeOrder]:
        """What the applicant is told of stops that begin or end because it is another step's turn."""
        return turn_notices(before.clock, after, act.at, self._tell)

    def _tell_accepted(self, act: Act, before: Case, after: Case, template: str = "case_accepted") -> list[NoticeOrder]:
        """That the case was accepted, until when it is promised, and what stops at once."""
        due = after.acceptance.due if after.acceptance else None
        said = {"due": deadline(due), "expected": expected(due, act.at)} if due else {"expected": "有结果会告诉您"}
        if after.acceptance and after.acceptance.provisional:
            said["expected"] += "（用到的日历还没有公布放假调休安排，有变动会告诉您）"
        return [*self._tell(after, template, **said), *self._tell_turn(act, before, after)]
