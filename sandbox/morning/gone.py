"""What only time brings: cases left lying, promises not kept, months that are over, files that may go to the archive.

Each is begun by the product's own acts on a day gone by, while the sandbox's clock stands there.
"""

from sandbox.morning import cards, people
from sandbox.morning.town import Json, Town


def for_the_archive(town: Town) -> None:
    """存档证明, issued long ago: two for 吴敏仪's archive, one of them already handed over."""
    for code in ("li-qiang", "zhou-zihan"):
        town.do(code, "POST", "certificates", {"item": "archive-proof", "form": {"purpose": "work"}})


def taken_in_by_a_town(town: Town) -> None:
    """社保业务 taken in by 青石 and decided by the district last month: by lot one of them is looked at again."""
    for code in ("zhou-jianping", "huang-lili"):
        town.act("dengliping", at_a_town(town, code), "grant")


def at_a_town(town: Town, code: str) -> Json:
    """Somebody's business of social insurance, taken in and accepted by 青石's counter."""
    form: Json = {"applicant_kind": "person", "business": "suspend", "suspend_from": town.day(40)[:7], "phone": "16909900005"}
    case = town.filed(code, "social-town", form, "resident_card")
    seen = town.act("changxiuying", case, "claim")
    keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    town.act("changxiuying", case, "check-originals", originals=[{"material": key, "outcome": "same"} for key in keys])
    town.act("changxiuying", case, "pass-material", materials=keys)
    return town.act("changxiuying", case, "accept")


def being_reviewed(town: Town) -> None:
    """社保业务 taken in by 青石 today: the district's reviewers have half an hour."""
    if not town.has("xie-jun", "social-town"):
        at_a_town(town, "xie-jun")


def left_lying(town: Town) -> None:
    """高龄津贴, 社会保障卡 and 身份证补领 nobody looked at: reminders, then yellow and red cards for three departments."""
    account = {"holder": "刘守珍", "bank": "江州银行", "account": "6222000000000014"}
    elder: Json = {"living": "same", "account": account, "phone": "16909900014", "alive_statement": True}
    town.filed("liu-shouzhen", "longevity", elder, "resident_card")
    if case := town.case("zhou-zihan", "ssc-apply", cards.ssc("周子涵", "16909900006"), "resident_card", photo="photo"):
        town.act("zhou-zihan", case, "submit")
    town.filed("ma-shulan", "idcard-lost", cards.idcard("16909900017"), "household_register")


def on_a_word(town: Town) -> None:
    """计生年审 of 刘守珍's family on a commitment."""
    people.audit(town, "wang-guifang", "王桂芳", "16909900001", word=True)
