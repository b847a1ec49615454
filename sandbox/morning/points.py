"""Points: sheets the offices verify, and rounds that wait for their office."""

from datetime import timedelta

from sandbox.morning.town import Json, NotToday, Town

_VERIFIERS = {
    "police": "zhongweiguo",
    "insurance": "dengliping",
    "human": "wuminyi",
    "home": "yijianxin",
    "tax": "fanxuemei",
    "service": "gongxiaodong",
}
_PLACES = {"yunshan_school": 5, "luoxi_school": 5, "qingshi_school": 0, "donghu_school": 0, "binhe_school": 0}


def sheets(town: Town) -> None:
    """积分核定: one to be received by 戴晓彤, one that six offices verify."""
    for code, name, phone in (("wu-jixiang", "吴𠮷祥", "16909900021"), ("deng-xiaofang", "邓晓芳", "16909900035")):
        if not town.has(code, "points-confirm"):
            case = _claimed(town, code, name, phone)
            if code == "deng-xiaofang":
                town.accepted("daixiaotong", case)


def a_round_to_rank(town: Town) -> None:
    """积分入户: points confirmed and applied with, in a round whose window is over since. To be brought on a day gone by."""
    code = "maimaiti-tuerxun"
    case = town.accepted("daixiaotong", _claimed(town, code, "买买提·吐尔逊", "16909900019"))
    town.until(lambda: _verified(town, code, case))
    town.until(lambda: _confirmed(town, code))
    _opened(town, "yijianxin", "points-settle", quota=1)
    form: Json = {"household_kind": "collective", "family": "alone", "phone": "16909900019", "truthful": True}
    _qualified(town, code, "points-settle", form | {"applicant_name": "买买提·吐尔逊"})


def a_round_that_is_open(town: Town) -> None:
    """积分入学: the round of the schools takes applications in."""
    if any(each["item"] == "points-school" for each in town.ask("GET", "/api/v1/points/rounds")["items"]):
        return
    _opened(town, "qinlan", "points-school", places=_PLACES)
    child = town.citizens["aili-maimaiti"]
    form: Json = {"grade": "junior", "born": str(child["born"]), "child": town.named("aili-maimaiti"), "phone": "16909900019"}
    form |= {"wish_first": "yunshan_school", "wish_second": "luoxi_school", "wish_third": "qingshi_school"}
    _qualified(town, "maimaiti-tuerxun", "points-school", form)


def _claimed(town: Town, code: str, name: str, phone: str) -> Json:
    form: Json = {
        "applicant_name": name,
        "employment": "business",
        "claims": ["education", "skills", "home"],
        "phone": phone,
        "truthful": True,
    }
    return town.filed(code, "points-confirm", form)


def _verified(town: Town, code: str, case: Json) -> None:
    """Every office that is asked agrees to its lines."""
    seen = town.do(code, "GET", f"cases/{case['id']}")
    for part in seen["parts"]:
        if part["status"]["code"] == "under_way":
            town.act(_VERIFIERS[part["key"]], {"id": part["case"]}, "grant")


def _confirmed(town: Town, code: str) -> None:
    found = [each for each in town.do(code, "GET", "points")["sheets"] if each["state"]["code"] == "to_confirm"]
    if found:
        town.do(code, "POST", f"points/sheets/{found[0]['id']}/confirm", {"version": found[0]["version"]})
    if not town.do(code, "GET", "points")["records"]:
        raise NotToday("积分核定的结果还没有出来")


def _opened(town: Town, by: str, item: str, **terms: Json | int) -> None:
    """A round that takes applications in for ten days from now on."""
    now = town.hands.now()
    until = now + timedelta(days=10)
    said: Json = {"item": item, "name": f"{now.year}年演示批次", "announcement": f"云城区{now.year}年积分制服务通告（演示）"}
    town.do(by, "POST", "points/rounds", said | {"opens_at": now.isoformat(), "closes_at": until.isoformat(), **terms})


def _qualified(town: Town, code: str, item: str, form: Json) -> None:
    """Handed in by licences, accepted and found qualified."""
    draft = town.do(code, "POST", "cases", {"item": item, "form": form})
    chosen = {each["key"]: {"licence": True} for each in draft["materials"]}
    saved = town.do(code, "PUT", f"cases/{draft['id']}", {"version": draft["version"], "materials": chosen})
    case = town.accepted("daixiaotong", town.act(code, saved, "submit"))
    town.stepped(case, ("yijianxin", "qualification", "符合申请条件"))
