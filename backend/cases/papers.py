"""The written notices of a case (文书): receipt, acceptance, what is to be mended, stops and extension of the clock, decision. Numbered, dated, PDF/A.

They are made from what the case keeps each time they are asked for; the number and the words were fixed when they were given.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime

from pydantic import JsonValue

from backend.cases.core import Core
from backend.cases.deaths import lines_of
from backend.cases.debts import BEFORE
from backend.cases.decided import decided
from backend.cases.heard import heard_lines
from backend.cases.submission_views import written_down
from backend.cases.words import PAPERS_SHUT, listed, what_next
from backend.clock import SHANGHAI
from backend.errors import Forbidden, NotFound, Unavailable
from backend.permissions import may
from backend.spoken import deadline, full_day
from models.acts import Act, is_enterprise
from models.cases import (
    Acceptance,
    Case,
    ClockExtension,
    ClockStop,
    CommitmentLetter,
    Completion,
    Correction,
    DebtLine,
    Decision,
    DecisionForm,
    DutyOwed,
    Inspection,
    PauseGround,
    Proposal,
    Return,
    ReturnKind,
    Revocation,
    Termination,
    ToleranceNotice,
    Word,
)

_TITLES = {
    ReturnKind.PRE_REVIEW: "预审一次性告知单",
    ReturnKind.UNAGREED: "对方未同意告知单",
    ReturnKind.CORRECTION: "补正告知书",
    ReturnKind.AFTER_ACCEPTANCE: "补正告知书",
}
_MOST_PAGES = 100  # every defect of a return (60), each with as much advice as it may hold (500 characters)
_REVIEWED = "经审查，您的申请有下列内容需要修改或补充，现一次性告知："
_TOLD = dict.fromkeys(ReturnKind, _REVIEWED) | {ReturnKind.UNAGREED: "您的申请需要对方确认或签名，对方没有同意，请与对方商量后修改再提交："}
_ONLY_THESE = "申请已经受理，这次只改下面列出的内容，联系电话和邮寄地址可以一并更正；其他内容填错了的，请先联系经办部门写进补正。"
_BEGUN_ANEW = (
    "撤销以后，您原来填写的内容和还能用的材料会放进一份新的申请，您核对后提交，我们重新审查、重新作出决定。原来的申请和决定书照样保存。"
)
_BROKEN = "承诺后补的材料逾期没有补齐的，记入承诺履行记录；记录修复以前，不再适用容缺受理和告知承诺。"
_NO_WORD = "您没有对这些材料作过承诺，逾期没有补齐不记入承诺履行记录。"
_DECISIONS = {Completion.GRANTED: "准予决定书", Completion.REFUSED: "不予批准决定书", Completion.OTHER: "不予受理告知书"}


_OTHERWISE = {DecisionForm.OPINION: "审查意见书", DecisionForm.ANSWER: "办理结果答复书", DecisionForm.NOTICE: "整件事办理结果告知书"}


@dataclass(frozen=True)
class Paper:
    """One notice. `key` is its place in the address; `rows` is what must be mended: (what, why, how). What has no legal
    effect, such as the slip of a pre-review, bears no seal (行政许可法 art. 32: 专用印章和日期 on what has). `decided`: it is given
    by whoever decides the case, not by whoever handles it."""

    key: str
    title: str
    number: str
    at: datetime
    lines: list[str] = field(default_factory=list[str])
    rows: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])
    sealed: bool = True
    decided: bool = False


class Papers(Core):
    """Gives out the notices of a case to those who may see it."""

    async def paper(self, act: Act, case_id: str, key: str) -> tuple[Paper, bytes]:
        """One notice as PDF. Raises `NotFound`, `Unavailable`, and `Forbidden` to staff who only look on."""
        seen = await self._load(case_id)
        if may("case.see", act, seen) and not await self.reads_papers(act, seen):
            raise Forbidden(PAPERS_SHUT)
        case = await self.get(act, case_id)
        found = next((each for each in papers_of(case) if each.key == key), None)
        if found is None:
            raise NotFound("没有找到这份文书。")
        if self.renderer is None:
            raise Unavailable()
        if found.key == "decision":
            found = replace(found, lines=decided(case, self.version_of(case)))
        data = self._data(case, found)
        if not found.sealed:
            return found, await self.renderer.pdf("case_paper", data, found.at, _MOST_PAGES)
        return found, await self.renderer.sealed("case_paper", data, found.at, f"出具{found.title}", _MOST_PAGES)

    def _data(self, case: Case, paper: Paper) -> dict[str, JsonValue]:
        rows: list[JsonValue] = [list[JsonValue](row) for row in paper.rows]
        lines: list[JsonValue] = list[JsonValue](paper.lines)
        by = self.book.decider(case, self.version_of(case)) if paper.decided else self.book.handler(case)
        return {
            "title": paper.title,
            "number": paper.number,
            "given_on": _day(paper.at),
            "organ": by.name,
            "item_name": case.item_name,
            "case_number": case.number or "",
            "applicant": case.person_name,
            "agent": case.agent.name if case.agent else "",
            "lines": lines,
            "rows": rows,
            "seal": by.seal if paper.sealed else None,
            "demo": self.demo,
        }


def papers_of(case: Case) -> list[Paper]:
    """Every notice of a case, oldest first."""
    papers = [_of_return(index, slip) for index, slip in enumerate(case.returns)]
    papers += [_of_stop(index, stop) for index, stop in enumerate(case.clock.stops) if stop.notice and not _of_correction(case, stop)]
    papers += _of_words(case)
    if case.decision and case.decision.revoked and case.decision.form is not DecisionForm.NOTICE:  # taken back is the part's own
        papers.append(_of_revocation(case, case.decision, case.decision.revoked))
    if case.termination:
        papers.append(_of_termination(case, case.termination))
    if case.death:
        papers.append(Paper("death", "终止办理告知书", case.death.number, case.death.at, lines_of(case, case.death)))
    if case.receipt and case.filed_at:
        papers.append(_receipt(case, case.receipt, case.filed_at))
    if case.acceptance:
        papers.append(_of_acceptance(case, case.acceptance))
    if case.clock.extension:
        papers.append(_of_extension(case.clock.extension))
    if case.decision and not case.certificate:
        papers.append(_of_decision(case.decision))
    return sorted(papers, key=lambda paper: paper.at)


def _of_words(case: Case) -> list[Paper]:
    """What was given on somebody's word, and what came of it."""
    tolerance = [_of_tolerance(case, case.tolerance)] if case.tolerance else []
    commitment = [_of_commitment(case, case.commitment)] if case.commitment else []
    before = (paper for each in case.checks_over for paper in _of_inspection(case, each))
    checks = [replace(paper, key=f"former-{index}") for index, paper in enumerate(before)]
    now = _of_inspection(case, case.inspection) if case.inspection else []
    return [*tolerance, *commitment, *checks, *now, *(_of_duty(index, each) for index, each in enumerate(case.duties) if each.met_at)]


def _receipt(case: Case, number: str, at: datetime) -> Paper:
    """收件凭证: what was handed in, and by when deficiencies are told (行政许可法 art. 32)."""
    handed = [each.name for each in case.materials if each.handed_in]
    lines = [f"我们于{_day(at)}收到您的申请。"]
    if by := written_down(case):
        lines.append(f"由{'、'.join(by)}代为录入，申请人当面核对并签名。")
    if case.intake is not None:
        at_counter = f"{case.intake.region_name}的{case.intake.counter}核验原件、代为收件"
        lines.append(f"{at_counter}。您的申请由{case.intake.decided_by}受理和决定，结果以它的名义出具。")
    if handed:
        lines.append(f"收到的材料：{'、'.join(handed)}。")
    if spared := [each.name for each in case.materials if each.covered and not each.handed_in]:
        lines.append(f"不用交的材料：{'、'.join(spared)}。")
    if case.clock.deficiency_due:
        lines.append(f"材料不齐或不符合要求的，我们在{_until(case.clock.deficiency_due)}前一次告知全部需要补正的内容。")
    return Paper("receipt", "收件凭证", number, at, lines)


def _of_return(index: int, slip: Return) -> Paper:
    lines = [_TOLD[slip.kind]]
    after = (
        [f"请在{_until(slip.due)}前补正；逾期没有补正的，申请材料退回，您可以重新申请。"] if slip.due else ["修改后请在手机上重新提交。"]
    )
    if slip.kind is ReturnKind.AFTER_ACCEPTANCE:
        after += [_ONLY_THESE, *([f"这次不能改的：{'、'.join(slip.closed)}。"] if slip.closed else [])]
    if slip.late_reason:
        after.append(f"其中有上次没有一并告知的内容，理由：{slip.late_reason}")
    rows = [(each.name, each.reason.label, each.advice) for each in slip.defects]
    sealed = slip.kind is not ReturnKind.PRE_REVIEW
    return Paper(f"return-{index}", _TITLES[slip.kind], slip.number, slip.at, [*lines, *after], rows, sealed)


def _of_correction(case: Case, stop: ClockStop) -> bool:
    """A stop for a correction is told by the correction notice itself."""
    return any(slip.number == stop.notice for slip in case.returns)


def _of_stop(index: int, stop: ClockStop) -> Paper:
    if stop.ground is PauseGround.PUBLIC_NOTICE and stop.end is not None:
        return _of_public_notice(index, stop, stop.end)
    if stop.ground is PauseGround.CHOSEN_DAY and stop.end is not None:
        return _of_chosen_day(index, stop)
    if stop.ground is PauseGround.ANSWER:
        return _of_answer(index, stop)
    lines = [f"因「{stop.ground.label}」，自{_day(stop.start)}起暂停计算办理时限。", f"原因：{stop.reason}"]
    if stop.legal_basis:
        lines.append(f"依据：{stop.legal_basis}")
    if stop.until is not None:
        days = (stop.until - stop.start.astimezone(SHANGHAI).date()).days + 1
        lines.append(f"所需时间：到{full_day(stop.until)}为止，共{days}天（自然日）。")
    lines.append("法定办理时限和承诺办理时限都暂停。" if stop.statutory else "法定办理时限照常计算，只暂停承诺办理时限。")
    return Paper(f"stop-{index}", "特别程序告知书", stop.notice, stop.start, lines)


def _of_public_notice(index: int, stop: ClockStop, until: datetime) -> Paper:
    """公示告知书."""
    lines = [
        f"您的申请自{_day(stop.start)}起公示，到{_until(until)}结束。{stop.reason}",
        "公示内容隐去了姓名和号码，公示期满后不再显示。",
        "法定办理时限照常计算，公示期间只暂停承诺办理时限，期满自动恢复。",
    ]
    return Paper(f"stop-{index}", "公示告知书", stop.notice, stop.start, lines)


def _until(at: datetime) -> str:
    """ "2026年11月25日（周三）17:00": a paper is read years later."""
    return f"{at.astimezone(SHANGHAI).year}年{deadline(at)}"


def _of_chosen_day(index: int, stop: ClockStop) -> Paper:
    """特别程序告知书: the day they chose, and that the time until then is not the office's. It says what was so when it began."""
    lines = [
        f"{stop.reason}。自{_day(stop.start)}起到这一天以前的时间，不计入承诺办理时限，到这一天自动恢复。",
        "法定办理时限照常计算。想早一点或晚一点的，请和办理部门联系。",
    ]
    return Paper(f"stop-{index}", "特别程序告知书", stop.notice, stop.start, lines)


def _of_answer(index: int, stop: ClockStop) -> Paper:
    """特别程序告知书: whom the decision waits for, and that the office's time stands still meanwhile."""
    lines = [
        f"{stop.reason}。自{_day(stop.start)}起到对方办好以前的时间，不计入承诺办理时限，对方办好后自动恢复。",
        "法定办理时限照常计算。对方迟迟不办的，可以请对方快办；我们也会提醒，到期没有办的告诉您怎么办。",
    ]
    return Paper(f"stop-{index}", "特别程序告知书", stop.notice, stop.start, lines)


def _of_acceptance(case: Case, acceptance: Acceptance) -> Paper:
    """受理通知书."""
    filed = _day(case.filed_at or acceptance.at)
    if acceptance.deemed:
        lines = [f"我们{filed}收到您的申请材料，没有在规定期限内一次告知需要补正的内容。您的申请自收到材料之日起视为受理。"]
    else:
        lines = [f"您{filed}提交的申请，属于本机关职权范围，材料齐全、符合要求，我们予以受理。"]
    if acceptance.due and acceptance.due <= acceptance.at:
        lines.append(
            f"从收到材料之日起算，应当在{_until(acceptance.due)}前办结，这个期限已经过了。我们会尽快办理；您可以催办，也可以拨打12345。"
        )
    elif acceptance.due:
        lines.append(f"我们承诺在{_until(acceptance.due)}前办结。办理期限从受理的第二天起算；依法暂停、延长的，另行书面告知。")
    if acceptance.provisional:
        lines.append("这个期限用到的日历还没有公布放假调休安排，公布后期限有变动的，我们会告诉您。")
    return Paper("acceptance", "受理通知书", acceptance.number, acceptance.at, lines)


def _of_extension(extension: ClockExtension) -> Paper:
    """延期告知书: by how much, until when now by promise and by law, why, by whom, and that there is no second one."""
    lines = [
        f"您的申请原定{_until(extension.due_before)}前办结。经首席代表{extension.by.name}批准，延长{extension.span.words()}。",
        _new_days(extension),
        *_of_whole(extension),
        f"理由：{extension.reason}",
    ]
    if extension.basis:
        lines.append(f"依据：{extension.basis}")
    return Paper("extension", "延期告知书", extension.notice, extension.at, [*lines, "期限只延长这一次。"])


def _of_whole(extension: ClockExtension) -> list[str]:
    """Of a part: until when the whole it is a part of is promised now, and may last by law."""
    whole = extension.whole
    if whole is None:
        return []
    before = f"原定{_until(whole.due_before)}前办结，" if whole.due_before else ""
    promised = f"我们承诺在{_until(whole.promised)}前办结" if whole.promised else "承诺办理时限现在暂停，恢复后我们告诉您新的承诺日期"
    statutory = f"；法律规定的最后期限是{_until(whole.statutory)}" if whole.statutory else ""
    return [f"整件「{whole.name}」{before}现在{promised}{statutory}。"]


def _new_days(extension: ClockExtension) -> str:
    """The promised day and the last one by law, each called what it is."""
    statutory = f"法律规定的最后期限延到{_until(extension.statutory)}，最晚不能超过这一天。" if extension.statutory else ""
    if extension.promised is not None:
        return f"我们承诺在{_until(extension.promised)}前办结。{statutory}"
    if extension.statutory is None:
        return f"新的期限是{_until(extension.due)}。"
    return f"承诺办理时限现在暂停（见特别程序告知书），恢复后我们告诉您新的承诺日期。{statutory}"


def _of_tolerance(case: Case, notice: ToleranceNotice) -> Paper:
    """容缺受理通知书: what is owed, in what form, until when, what follows otherwise; and whose promise it rests on.

    Of what nobody promised (it was absent when the case counted as accepted) it says so, and threatens no record.
    """
    words = {each.material: each.word for each in case.promises}
    deemed = case.acceptance is not None and case.acceptance.deemed
    promised = [each for each in notice.lines if each.material in words]
    others = [each for each in notice.lines if each.material not in words]
    lines: list[str] = []
    if promised:
        how = "您的申请已视为受理" if deemed else "您的申请主要材料齐全"
        given = dict.fromkeys(_word(case, words[each.material]) for each in promised)
        lines += [f"{how}，下列材料您已书面承诺后补，现予容缺受理：", *map(_owed, promised), *given, _BROKEN]
    if others:
        lines += ["您的申请已视为受理，下列材料还没有交，可以后补：", *map(_owed, others), _NO_WORD]
    return Paper("tolerance", "容缺受理通知书", notice.number, notice.at, [*lines, "在手机上补交或送到窗口都可以，以交到的时间为准。"])


def _owed(line: DebtLine) -> str:
    before = BEFORE[line.before]
    return f"「{line.name}」（{line.form}），请在{_until(line.due)}前补齐，并且要在{before}补齐。逾期：{line.consequence.label}。"


def _of_commitment(case: Case, letter: CommitmentLetter) -> Paper:
    """告知承诺书: what was told, in order, and whose word it is."""
    told = [f"{each.name}：{each.text}" for each in letter.terms]
    own = "本人已知悉上述告知内容，承诺所填写和承诺的内容真实，愿意承担不实承诺的责任。"
    return Paper("commitment", "告知承诺书", letter.number, letter.at, [*told, own, _word(case, letter.word)])


def _word(case: Case, word: Word) -> str:
    """Whose word it is: of who speaks for the applicant, both stand there."""
    heard = f"在窗口出示证件、当面作出，由{word.heard_by.name}听取并记录" if word.heard_by else "本人在手机上作出"
    role = "法定代表人" if is_enterprise(case.person) else "监护人"
    who = word.by.name if word.by.id == case.person else f"{case.person_name}（{role}{word.by.name}）"
    return f"承诺人：{who}，{_day(word.at)}，{heard}。"


def _of_revocation(case: Case, decision: Decision, revoked: Revocation) -> Paper:
    verb = "撤销" if revoked.annulled else "撤回"
    refusal = decision.outcome is Completion.REFUSED
    lines = [f"现{verb}{decision.number}{'不予批准' if refusal else ''}决定。", f"理由：{revoked.reason}", f"依据：{revoked.basis}"]
    lines += [f"您的申请{what_next(revoked)}。"] if refusal else []
    lines += [*heard_lines(case), revoked.remedies]
    return Paper("revocation", f"{verb}决定通知书", revoked.number, revoked.at, lines, decided=True)


def _of_termination(case: Case, ended: Termination) -> Paper:
    lines = ["您的申请不再办理，现予终止。", f"理由：{ended.reason}", f"依据：{ended.basis}", ended.remedies]
    if stands := [each.name for each in case.parts if each.stands]:
        lines[0] = f"您的申请没有办好的部分不再办理，现予终止；已经办好的{listed(stands)}继续有效。"
    return Paper("termination", "终止办理决定书", ended.number, ended.at, lines)


def _of_duty(index: int, duty: DutyOwed) -> Paper:
    """验收单: what was owed after the decision was found done."""
    assert duty.met_at is not None  # listed once it was found
    by = duty.met_by.name if duty.met_by else ""
    lines = [f"经{by}现场验收，「{duty.name}」已经做好，验收合格。", f"验收情况：{duty.note}"]
    return Paper(f"duty-{index}", "验收单", duty.number, duty.met_at, lines, decided=True)


def _of_correction_due(inspection: Inspection, correction: Correction, key: str) -> Paper:
    """限期改正通知书."""
    until = _until(correction.told_due or correction.due)
    if inspection.duty is not None:
        lines = [
            f"经现场验收，「{inspection.duty_name}」还没有做好：{correction.what}",
            f"请在{until}前改正，改好后在办件里报告，到期再验收。逾期没有改正的，记入承诺履行记录。",
        ]
    else:
        lines = [
            f"经核查，下列内容没有按您的承诺做到：{correction.what}",
            f"请在{until}前改正，改好后可以在办件里报告，到期复查。逾期没有改正的，将告知拟撤销决定。",
        ]
    return Paper(key, "限期改正通知书", correction.number, correction.at, lines, decided=True)


def _of_inspection(case: Case, inspection: Inspection) -> list[Paper]:
    """限期改正通知书 of a check, 拟撤销（撤回）决定告知书 of that or of a re-check."""
    earlier = [_of_correction_due(inspection, each, f"correction-{index}") for index, each in enumerate(inspection.earlier)]
    last = [_of_correction_due(inspection, inspection.correction, "correction")] if inspection.correction else []
    papers = [*earlier, *last]
    if (proposal := inspection.proposal) is not None and case.decision is not None and proposal.favours:
        papers.append(_of_wrong_refusal(case, case.decision, proposal))
    elif proposal is not None:
        hearing = "您也可以要求听证。" if proposal.hearing else ""
        lines = [
            f"经核查，{proposal.ground.label}。事实和理由：{proposal.reason}",
            f"依据：{proposal.basis}",
            f"我们拟{proposal.verb}已经作出的决定。您在{_until(proposal.told_until or proposal.until)}前可以说明情况、提出不同意见，在手机上说明或到窗口当面说都可以。{hearing}",
            "我们听取您的意见以后再作决定。",
        ]
        papers.append(Paper("proposal", f"拟{proposal.verb}决定告知书", proposal.number, proposal.at, lines, decided=True))
    return papers


def _of_wrong_refusal(case: Case, refusal: Decision, proposal: Proposal) -> Paper:
    """拟撤销决定告知书 of a refusal: what was found, and that the applicant need do nothing for it."""
    until = _until(proposal.told_until or proposal.until)
    lines = [
        f"{'没有经手的另一位审核人员' if proposal.by_recheck else '部门'}复核后发现，{_day(refusal.at)}对您的申请作出的不予批准决定（{refusal.number}）有误。",
        f"事实和理由：{proposal.reason}",
        f"依据：{proposal.basis}",
        f"我们拟撤销这个决定，由首席代表决定。您现在不用做什么；想说明情况的，在{until}前在手机上说明或到窗口当面说都可以。",
        "撤销以后怎样接着办，撤销决定通知书会写明。原来的申请和决定书照样保存。" if case.bundle else _BEGUN_ANEW,
    ]
    return Paper("proposal", f"拟{proposal.verb}决定告知书", proposal.number, proposal.at, lines, decided=True)


def _of_decision(decision: Decision) -> Paper:
    """What it says is made of the item too, where it is given out: `decided`."""
    title = _DECISIONS[decision.outcome] if decision.form is DecisionForm.DECISION else _OTHERWISE[decision.form]
    sealed, taken_on = decision.form is not DecisionForm.ANSWER, decision.outcome is not Completion.OTHER
    return Paper("decision", title, decision.number, decision.at, sealed=sealed, decided=taken_on)


def _day(at: datetime) -> str:
    return full_day(at.astimezone(SHANGHAI).date())
