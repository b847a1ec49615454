"""What a form asks of registers: prefilled answers, counts, lists somebody stands on."""

from typing import Any

from tests.unit.catalogue.faults.spoiling import Faults, version


def listed(d: Any) -> Any:
    """What the first field that names people has looked up."""
    return next(each["listed"] for each in version(d)["form"] if "listed" in each)


def counted(d: Any, **changes: Any) -> None:
    """Lets the answer that counts children be another."""
    next(each for each in version(d)["form"] if each["key"] == "which")["source"].update(changes)


REGISTERS: Faults = {
    "a count by another answer": (
        "birth-reg",
        lambda d: counted(d, count=[{"field": "born", "max": {"of": "born_on"}}]),
        "/versions/0/form/6/source/count",
        "登记的内容只能和固定的值或 today 比，不能和 born_on 比",
    ),
    "a number that answers nothing": (
        "birth-reg",
        lambda d: counted(d, by_number=["first", "tenth"]),
        "/versions/0/form/6/source/by_number",
        "没有叫 tenth 的选项",
    ),
    "a number without a count": (
        "birth-reg",
        lambda d: counted(d, count=[]),
        "/versions/0/form/6/source",
        "by_number 只和 count 一起写",
    ),
    "a roll of an unknown member": (
        "low-income",
        lambda d: next(each for each in version(d)["form"] if "roll" in each)["roll"].update(path="shoes", beside=["phone"]),
        "/versions/0/form/5/roll/path",
        "population 的记录里没有 shoes",
    ),
    "listed in an unknown register": (
        "low-income",
        lambda d: listed(d)[0].update(register="populaton"),
        "/versions/0/form/5/listed/0/register",
        "没有叫 populaton 的基础库；是不是想写 population？",
    ),
    "listed by an unknown member": (
        "low-income",
        lambda d: listed(d)[2]["among"].update(lists=["household.members", "kin"]),
        "/versions/0/form/5/listed/2/path",
        "population 的记录里没有 kin",
    ),
    "listed where nobody asks when": (
        "low-income",
        lambda d: listed(d)[0].update(when=[{"field": "shoes", "equals": "x"}]),
        "/versions/0/form/5/listed/0/when",
        "没有叫 shoes 的字段",
    ),
    "listed compared with an answer": (
        "low-income",
        lambda d: listed(d)[1]["must"]["max"].update(of="members"),
        "/versions/0/form/5/listed/1",
        "登记的内容只能和固定的值或 today 比，不能和 members 比",
    ),
    "an entry compared with an answer": (
        "talent-card",
        lambda d: version(d)["form"][6]["listed"][1]["among"]["where"][0].update(min={"of": "home"}),
        "/versions/0/form/6/listed/1",
        "登记的内容只能和固定的值或 today 比，不能和 home 比",
    ),
    "listed with nothing to look for": (
        "low-income",
        lambda d: listed(d)[0].pop("must"),
        "/versions/0/form/5/listed/0",
        "listed 的一项要么写 path 和 must，要么写 among，要么写 none，要么只写 absent: true",
    ),
    "none by an unknown member": (
        "fp-reward-audit",
        lambda d: listed(d)[0]["none"].update(lists=["entrys"]),
        "/versions/0/form/3/listed/0/path",
        "marriages 的记录里没有 entrys；是不是想写 entries？",
    ),
    "an entry that must not be, compared with an answer": (
        "fp-reward-audit",
        lambda d: listed(d)[0]["none"]["where"][0].update(min={"of": "reward_kind"}),
        "/versions/0/form/3/listed/0",
        "登记的内容只能和固定的值或 today 比，不能和 reward_kind 比",
    ),
    "listed with two things to look for": (
        "low-income",
        lambda d: listed(d)[0].update(among={"lists": ["relatives"]}),
        "/versions/0/form/5/listed/0",
        "listed 的一项要么写 path 和 must，要么写 among，要么写 none，要么只写 absent: true",
    ),
    "listed and no person": (
        "low-income",
        lambda d: version(d)["form"][3].update(listed=listed(d)),
        "/versions/0/form/3",
        "不写明是谁（没有名称和号码）的字段，listed 只能写 of: applicant，加 must 或 none",
    ),
    "listed without a number": (
        "low-income",
        lambda d: version(d)["form"][5].update(parts=["name", "relation"]),
        "/versions/0/form/5",
        "不写明是谁（没有名称和号码）的字段，listed 只能写 of: applicant，加 must 或 none",
    ),
    "a count of who is not listed": (
        "low-income",
        lambda d: version(d)["form"][3]["rules"][1]["counts"].update(of=["phone"]),
        "/versions/0/form/3/rules/1/counts/of",
        "phone 是 phone，里面不列人，请换成 people 字段",
    ),
    "prefill from an unknown register": (
        "longevity",
        lambda d: version(d)["form"][0]["source"].update(register="stars"),
        "/versions/0/form/0/source/register",
        "没有叫 stars 的基础库；是不是想写 seals？",
    ),
    "prefill from an unknown member": (
        "longevity",
        lambda d: version(d)["form"][0]["source"].update(path="shoe_size"),
        "/versions/0/form/0/source/path",
        "population 的记录里没有 shoe_size",
    ),
}
