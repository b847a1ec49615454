"""The acts on a case, and what each is called."""

from enum import StrEnum


class Action(StrEnum):
    """What can be done to a case; the value is the last part of its address."""

    SAVE = "save"
    PRE_REVIEW = "pre-review"
    SUBMIT = "submit"
    RESUBMIT = "resubmit"
    WITHDRAW = "withdraw"
    URGE = "urge"
    TAKE_OVER = "take-over"
    CLAIM = "claim"
    RELEASE = "release"
    GIVE_BACK = "give-back"
    PASS_MATERIAL = "pass-material"  # noqa: S105
    RETURN = "return"
    PRE_APPROVE = "pre-approve"
    RECEIVE = "receive"
    CHECK_ORIGINALS = "check-originals"
    ACCEPT = "accept"
    NOT_ACCEPT = "not-accept"
    REQUEST_CORRECTION = "request-correction"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    GREEN_CHANNEL = "green-channel"
    COMPLETE_STEP = "complete-step"
    GRANT = "grant"
    REFUSE = "refuse"
    RECORD_RESULT = "record-result"
    DELIVER = "deliver"
    DELIVERED = "delivered"
    ABORT = "abort"
    DEEM_ACCEPTED = "deem-accepted"
    DEEM_GRANTED = "deem-granted"
    LAPSE = "lapse"
    END_BY_DEATH = "end-by-death"
    FOLLOW_PARTS = "follow-parts"
    SEND_BACK = "send-back"
    GO_ON = "go-on"
    END_UNAGREED = "end-unagreed"
    END_UNCONFIRMED = "end-unconfirmed"
    END_UNPAID = "end-unpaid"
    PROMISE = "promise"
    HEAR_PROMISE = "hear-promise"
    HAND_IN = "hand-in"
    EXAMINE_DEBT = "examine-debt"
    REVOKE = "revoke"
    COMMIT = "commit"
    HEAR_COMMITMENT = "hear-commitment"
    DECLINE_COMMITMENT = "decline-commitment"
    HEAR_DECLINE = "hear-decline"
    INSPECT = "inspect"
    ASSIGN_INSPECTOR = "assign-inspector"
    SPEAK = "speak"
    HEAR_STATEMENT = "hear-statement"
    KEEP_DECISION = "keep-decision"
    ANNUL = "annul"
    PROPOSE_ANNULMENT = "propose-annulment"
    FIND_WRONG = "find-wrong"
    REPORT_DONE = "report-done"
    LOOK_AGAIN = "look-again"
    RECUSE = "recuse"
    ASK_RECUSAL = "ask-recusal"
    DECIDE_RECUSAL = "decide-recusal"

    @property
    def label(self) -> str:
        """The verb on the button."""
        return LABELS[self]


LABELS = {
    Action.SAVE: "保存",
    Action.PRE_REVIEW: "提交预审",
    Action.SUBMIT: "正式提交",
    Action.RESUBMIT: "重新提交",
    Action.WITHDRAW: "撤回",
    Action.URGE: "催办",
    Action.TAKE_OVER: "我来接着办",
    Action.CLAIM: "领取",
    Action.RELEASE: "退回待领",
    Action.GIVE_BACK: "下班时退回待领",
    Action.PASS_MATERIAL: "材料通过",
    Action.RETURN: "一次性退回",
    Action.PRE_APPROVE: "预审通过",
    Action.RECEIVE: "收件",
    Action.CHECK_ORIGINALS: "核验原件",
    Action.ACCEPT: "受理",
    Action.NOT_ACCEPT: "不予受理",
    Action.REQUEST_CORRECTION: "补正告知",
    Action.PAUSE: "特别程序",
    Action.RESUME: "恢复办理",
    Action.EXTEND: "延长期限",
    Action.GREEN_CHANNEL: "绿色通道",
    Action.COMPLETE_STEP: "完成本环节",
    Action.GRANT: "批准",
    Action.REFUSE: "不予批准",
    Action.RECORD_RESULT: "登记结果并办结",
    Action.DELIVER: "交付结果",
    Action.DELIVERED: "送达后办结",
    Action.ABORT: "终止办理",
    Action.DEEM_ACCEPTED: "视为受理",
    Action.DEEM_GRANTED: "视为准予",
    Action.LAPSE: "逾期退件",
    Action.END_BY_DEATH: "申请人去世，终止办理",
    Action.FOLLOW_PARTS: "随各部门办理情况变化",
    Action.SEND_BACK: "对方没有同意，退回修改",
    Action.GO_ON: "对方补办好了，接着办",
    Action.END_UNAGREED: "对方没有同意，终止办理",
    Action.END_UNCONFIRMED: "申请人到期没有确认，终止办理",
    Action.END_UNPAID: "一直没有缴费，批准失效",
    Action.PROMISE: "承诺后补材料",
    Action.HEAR_PROMISE: "当面听取后补承诺",
    Action.HAND_IN: "补交材料",
    Action.EXAMINE_DEBT: "审核补交材料",
    Action.REVOKE: "拟撤回决定",
    Action.COMMIT: "作出告知承诺",
    Action.HEAR_COMMITMENT: "当面告知并听取承诺",
    Action.DECLINE_COMMITMENT: "不作承诺，改交材料",
    Action.HEAR_DECLINE: "当面听取不作承诺",
    Action.INSPECT: "登记核查结果",
    Action.ASSIGN_INSPECTOR: "指定核查人员",
    Action.SPEAK: "陈述申辩",
    Action.HEAR_STATEMENT: "当面听取陈述申辩",
    Action.KEEP_DECISION: "保留决定",
    Action.ANNUL: "撤销、撤回决定",
    Action.PROPOSE_ANNULMENT: "抽检认定决定有误，拟撤销",
    Action.FIND_WRONG: "发现决定有误，拟撤销",
    Action.REPORT_DONE: "报告已经做好",
    Action.LOOK_AGAIN: "再看一次",
    Action.RECUSE: "申报回避",
    Action.ASK_RECUSAL: "申请回避",
    Action.DECIDE_RECUSAL: "决定回避",
}
