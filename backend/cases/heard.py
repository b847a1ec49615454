"""What the paper that takes a decision back says of the applicant's own say (陈述申辩): what they said, or that nothing came. Pure."""

from backend.clock import SHANGHAI
from backend.spoken import deadline, full_day
from models.cases import Case

_MOST = 500  # characters of it that stand on the paper; the whole is in the file


def heard_lines(case: Case) -> list[str]:
    """One line, after a decision was taken back for which its applicant was to be heard. Where it favours them and they said nothing,
    there is nothing to say: nobody had to wait for them."""
    proposal = case.inspection.proposal if case.inspection else None
    if proposal is None:
        return []
    said = case.said_to_proposal
    if said is None:
        until = deadline(proposal.told_until or proposal.until)
        told = f"您的陈述申辩：我们已书面告知您（{proposal.number}），您在{until}前可以说明情况、提出不同意见，您没有提出。"
        return [] if proposal.favours else [told]
    text = said.text if len(said.text) <= _MOST else f"{said.text[:_MOST]}……（全文在案卷里）"
    who = "您" if said.by.id == case.person else said.by.name
    at = full_day(said.at.astimezone(SHANGHAI).date())
    heard = f"，由{said.heard_by.name}当面听取并记录" if said.heard_by else ""
    weighed = "我们已经听取。" if proposal.favours else "我们听取并复核了这些意见，仍按上述理由决定。"
    return [f"您的陈述申辩：{who}{at}提出{heard}：“{text}”{weighed}"]
