"""A morning of the demo town: citizens come to a running server over HTTP, so that its windows and reviewers have something to do.

    .venv/bin/python -m sandbox.morning [--server http://127.0.0.1:8000] [--sandbox http://127.0.0.1:8001]

Run again, whatever is there already is left as it is. Only the demo people of catalogue/demo come.
"""

import argparse
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

_ROOT = Path(__file__).parents[1]
_DEMO = _ROOT / "catalogue" / "demo"
_PHOTO = _ROOT / "docs" / "flows" / "files" / "photo-uniform.jpg"
_DAYS = 8  # how far ahead a place is looked for
_PATIENCE = 20.0  # seconds until the worker has told a case what was paid
Json = dict[str, Any]


class NotToday(Exception):
    """What a matter needs is not there now: a place, or the server's yes. The other matters go on."""


@dataclass
class Town:
    """The running server, its sandbox, and who is logged in."""

    server: str
    sandbox: str
    citizens: dict[str, Json]
    staff: dict[str, Json]
    tokens: dict[str, str] = field(default_factory=dict[str, str])

    def ask(self, method: str, path: str, body: Json | bytes | None = None, token: str = "") -> Json:
        """The answer as JSON. Raises `NotToday` with the words of a refusal."""
        url = path if path.startswith("http") else self.server + path
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        headers = {"Idempotency-Key": uuid.uuid4().hex} if method == "POST" else {}
        if data is not None:
            headers["Content-Type"] = "image/jpeg" if isinstance(body, bytes) else "application/json"
        if token:
            headers["Authorization"] = f"Bearer {token}"
        sent = urllib.request.Request(url, data=data, headers=headers, method=method)  # noqa: S310 - our own server
        try:
            with urllib.request.urlopen(sent, timeout=60) as answer:  # noqa: S310
                return json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as error:
            with error:
                raise NotToday(f"{path} {error.code} {error.read().decode()[:400]}") from None
        except (urllib.error.URLError, TimeoutError):
            raise NotToday(f"{url.partition('?')[0]} 没有应答：服务还没有起来，或者太忙。请等 make run 说「已启动」，再运行一次") from None

    def citizen(self, code: str) -> str:
        """A token of level 2 of a demo citizen, who fills in who they are where nobody knows it yet."""
        if code in self.tokens:
            return self.tokens[code]
        person = self.citizens[code]
        token = str(self.ask("POST", "/api/v1/sessions", {"code": f"demo:{code}"})["token"])
        if self.ask("GET", "/api/v1/me", token=token)["level"] == 0:
            self._bind(token, person)
        self.ask("POST", "/api/v1/me/identity/proofs", {"method": "network_identity", "token": f"demo:{code}"}, token)
        self.tokens[code] = token
        return token

    def _bind(self, token: str, person: Json) -> None:
        self.ask("POST", "/api/v1/sms-codes", {"phone": person["phone"]}, token)
        texts = self.ask("GET", f"{self.sandbox}/sms/messages?phone={person['phone']}")["messages"]
        code = next(found for text in reversed(texts) for found in _codes(text["text"]))
        document = {name: person[name] for name in ("document_type", "id_number", "name", "phone")}
        self.ask("PUT", "/api/v1/me/identity", {**document, "sms_code": code}, token)

    def clerk(self, username: str) -> str:
        """A token of a member of staff without a one-time password."""
        if username not in self.tokens:
            body = {"username": username, "password": self.staff[username]["password"], "bearer": True}
            self.tokens[username] = str(self.ask("POST", "/api/v1/staff/sessions", body)["token"])
        return self.tokens[username]

    def case(self, code: str, item: str, form: Json, *licences: str, photo: str = "") -> Json | None:
        """A draft of a citizen's with the licences the government holds; None where they have such a matter already."""
        token = self.citizen(code)
        if any(each["item"] == item for each in self.ask("GET", "/api/v1/cases", token=token)["items"]):
            return None
        materials: Json = {name: {"licence": True} for name in licences}
        if photo:
            kept = self.ask("POST", f"/api/v1/materials?item={item}", _PHOTO.read_bytes(), token)
            materials[photo] = {"files": [kept["id"]]}
        return self.ask("POST", "/api/v1/cases", {"item": item, "form": form, "materials": materials}, token)

    def act(self, who: str, case: Json, action: str, **body: Any) -> Json:
        """Takes an act on a case as it is now: a citizen's by their code, staff's by their user name."""
        is_staff = who in self.staff
        token = self.clerk(who) if is_staff else self.citizen(who)
        path = f"/api/v1/{'staff/' if is_staff else ''}cases/{case['id']}"
        version = self.ask("GET", path, token=token)["version"]
        return self.ask("POST", f"{path}/{action}", {"version": version, **body}, token)

    def day(self, after: int = 0) -> str:
        """Today by the server's clock, or so many days after."""
        today = self.ask("GET", "/api/v1/staff/halls/center/counters", token=self.clerk("linxiaoyan"))["today"]
        return str(date.fromisoformat(today) + timedelta(days=after))

    def free(self, hall: str, item: str) -> list[str]:
        """Beginnings of the free places of the next days, the nearest first."""
        found = self.ask("GET", f"/api/v1/halls/{hall}/slots?item={item}&from={self.day()}&to={self.day(_DAYS)}")["items"]
        return [each["start"] for each in found if each["free"]]


def _codes(text: str) -> Iterator[str]:
    """Six digits on their own."""
    for word in "".join(letter if letter.isdigit() else " " for letter in text).split():
        if len(word) == 6:
            yield word


def a_card_to_look_at(town: Town) -> None:
    """社会保障卡, handed in for pre-review: 黄丽娟 and 周志远 find it."""
    if case := town.case("song-xiaoyu", "ssc-apply", _ssc("宋晓雨", "16909900031"), "resident_card", photo="photo"):
        town.act("song-xiaoyu", case, "pre-review")


def a_card_to_decide(town: Town) -> None:
    """社会保障卡, looked at and accepted: 吴敏仪 finds it."""
    if case := town.case("guli-aihemaiti", "ssc-apply", _ssc("古丽·艾合买提", "16909900018"), "resident_card", photo="photo"):
        town.act("guli-aihemaiti", case, "submit")
        town.act("huanglijuan", case, "claim")
        town.act("huanglijuan", case, "pass-material", materials=["resident_card", "photo"])
        town.act("huanglijuan", case, "accept")


def an_identity_card_to_look_at(town: Town) -> None:
    """居民身份证丢失补领, handed in for pre-review: 顾晓明 and 毛丽 find it."""
    if case := town.case("huang-lili", "idcard-lost", _idcard("16909900015"), "household_register"):
        town.act("huang-lili", case, "pre-review")


def an_identity_card_with_a_visit(town: Town) -> None:
    """居民身份证丢失补领, looked at and booked: the household hall confirms the visit and receives it."""
    case = town.case("zhao-yan", "idcard-lost", _idcard("16909900022"), "household_register")
    if case is None:
        return
    town.act("zhao-yan", case, "pre-review")
    town.act("guxiaoming", case, "claim")
    town.act("guxiaoming", case, "pass-material", materials=["household_register"])
    town.act("guxiaoming", case, "pre-approve")
    _booked(town, "zhao-yan", "household", "idcard-lost", case=case["id"])


def an_identity_card_to_pay(town: Town) -> None:
    """居民身份证丢失补领, received and verified: the counter takes the fee, then 钟卫国 decides."""
    _verified(town, "wu-jixiang", "16909900021")


def an_identity_card_to_hand_out(town: Town) -> None:
    """居民身份证丢失补领, paid and granted: it waits for its holder at the counter."""
    case = _verified(town, "zhou-jianping", "16909900005")
    if case is None:
        return
    desk = town.clerk("shiguoqing")
    bill = town.ask("GET", f"/api/v1/staff/bills?case={case['id']}", token=desk)["items"][0]
    town.ask("POST", f"/api/v1/staff/bills/{bill['id']}/collect", {"version": bill["version"], "method": "cash"}, desk)
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            town.act("zhongweiguo", case, "grant", reason="准予补领")
            return
        except NotToday:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def an_allowance_in_the_village(town: Town) -> None:
    """长寿保健金, accepted: the village officer 柳芳 goes and sees, then the town and the district follow."""
    form = {"living": "same", "account": {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000001"}}
    form |= {"phone": "16909900001", "alive_statement": True}
    if case := town.case("wang-guifang", "longevity", form, "resident_card", photo="account_proof"):
        town.act("wang-guifang", case, "submit")
        town.act("gongxiaodong", case, "claim")
        town.act("gongxiaodong", case, "pass-material", materials=["resident_card", "account_proof"])
        town.act("gongxiaodong", case, "accept")


def a_proof_a_person_looks_into(town: Town) -> None:
    """亲属关系证明 the files do not bear out: it goes from the machine to 吴敏仪."""
    token = town.citizen("huang-wenbin")
    form = {"relative_name": "黄莉莉", "relation": "daughter", "purpose": "settle"}
    if not any(each["item"] == "relation-proof" for each in town.ask("GET", "/api/v1/cases", token=token)["items"]):
        town.ask("POST", "/api/v1/certificates", {"item": "relation-proof", "form": form}, token)


def a_certificate(town: Town) -> None:
    """存档证明, issued at once: it is found under 证明."""
    token = town.citizen("li-min")
    if not town.ask("GET", "/api/v1/certificates", token=token)["items"]:
        town.ask("POST", "/api/v1/certificates", {"item": "archive-proof", "form": {"purpose": "work"}}, token)


def visits_to_come(town: Town) -> None:
    """Appointments in four halls; those of another day at 户政 and in the town wait to be confirmed."""
    for code, hall, item, days in (
        ("luo-haitao", "household", "idcard-lost", 1),
        ("lin-jie", "luoxi", "ssc-apply", 0),
        ("li-min", "center", "retiree-proof", 0),
        ("he-jiaxin", "center", "ssc-apply", 0),
        ("nguyen-thi-mai", "qingshi", "ssc-apply", 0),
        ("wang-guifang", "qingshi", "longevity", 1),
    ):
        if not town.ask("GET", "/api/v1/appointments", token=town.citizen(code))["items"]:
            _booked(town, code, hall, item, days)


def people_who_just_came(town: Town) -> None:
    """Numbers drawn at the halls' desks, where they are open."""
    for clerk, hall, item, names in (
        ("linxiaoyan", "center", "ssc-apply", ("陈国强", "张秀兰", "赵鹏")),
        ("tongjing", "household", "idcard-lost", ("陈洁",)),
        ("changxiuying", "qingshi", "longevity", ("冯玉兰",)),
    ):
        here = town.ask("GET", f"/api/v1/staff/appointments?hall={hall}&date={town.day()}", token=town.clerk(clerk))["items"]
        for name in names:
            if not any(each["name"] == name for each in here):
                town.ask("POST", "/api/v1/staff/appointments", {"caller": {"name": name}, "items": [item], "hall": hall}, town.clerk(clerk))


def a_paper_to_check(town: Town) -> None:
    """A grandmother without a phone signed on paper: the grants desk looks at it and calls her."""
    token = town.citizen("huang-lili")
    if town.ask("GET", "/api/v1/grants", token=token)["items"]:
        return
    paper = town.ask("POST", "/api/v1/materials", _PHOTO.read_bytes(), token)
    elder = {name: town.citizens["liu-shouzhen"][name] for name in ("document_type", "id_number", "name")}
    call = {"phone": "16909900015", "day": town.day(1), "half": "morning"}
    body = {"principal": elder, "items": ["longevity"], "until": town.day(180), "evidence": [paper["id"]], "call_back": call}
    town.ask("POST", "/api/v1/grants", body, token)


MATTERS: Mapping[str, Callable[[Town], None]] = {
    "社会保障卡：等人社局预审": a_card_to_look_at,
    "社会保障卡：等吴敏仪审照片、决定": a_card_to_decide,
    "身份证补领：等公安预审": an_identity_card_to_look_at,
    "身份证补领：预审通过，约了户政大厅": an_identity_card_with_a_visit,
    "身份证补领：等窗口收费": an_identity_card_to_pay,
    "身份证补领：批准了，等出件": an_identity_card_to_hand_out,
    "高龄津贴：等罗溪的村居工作人员核查": an_allowance_in_the_village,
    "亲属关系证明：档案对不上，等吴敏仪查": a_proof_a_person_looks_into,
    "存档证明：已经开出": a_certificate,
    "四个大厅的预约": visits_to_come,
    "现场取号的人": people_who_just_came,
    "纸质授权书：等核实、打电话": a_paper_to_check,
}


def _verified(town: Town, code: str, phone: str) -> Json | None:
    """A lost card's case up to its fee; None where it is there already."""
    case = town.case(code, "idcard-lost", _idcard(phone), "household_register")
    if case is None:
        return None
    town.act(code, case, "pre-review")
    town.act("maoli", case, "claim")
    town.act("maoli", case, "pass-material", materials=["household_register"])
    town.act("maoli", case, "pre-approve")
    looked = {"material": "household_register", "outcome": "exempt", "note": "现场相貌核对通过"}
    town.act("shiguoqing", case, "receive", originals=[looked])
    town.act("shiguoqing", case, "accept")
    town.act("zhongweiguo", case, "complete-step", step="verify", finding="相貌、指纹核对一致，已挂失、已拍照")
    return case


def _ssc(name: str, phone: str) -> Json:
    return {"card_name": name, "bank": "jiangzhou_bank", "under_age": "adult", "collection": "bank", "branch": "luoxi", "phone": phone}


def _idcard(phone: str) -> Json:
    place = {"household_place": "江州市云城区罗溪街道文昌路2号"}
    answers = {"loss_reason": "lost", "loss_confirmed": True, "temporary_card": "wanted", "under_age": "adult", "collection": "counter"}
    return {**place, **answers, "phone": phone}


def _booked(town: Town, code: str, hall: str, item: str, days: int = 0, **more: str) -> None:
    """The first free time from so many days ahead: what is near is confirmed by itself at once."""
    for start in [each for each in town.free(hall, item) if each[:10] >= town.day(days)][:1]:
        town.ask("POST", "/api/v1/appointments", {"items": [item], "hall": hall, "start": start, **more}, town.citizen(code))
        return
    raise NotToday(f"{hall} 这几天没有 {item} 的号")


def main() -> int:
    """The exit status: 1 where a matter could not be brought."""
    parser = argparse.ArgumentParser(prog="sandbox.morning", description="演示市民来办事，让工作台的每张桌子都有事做")
    parser.add_argument("--server", default="http://127.0.0.1:8000")
    parser.add_argument("--sandbox", default="http://127.0.0.1:8001")
    wanted = parser.parse_args()
    faults = come(town_of(wanted.server, wanted.sandbox))
    for label in MATTERS:
        print(f"没成  {label}：{faults[label]}" if label in faults else f"好了  {label}")
    return 1 if faults else 0


def come(town: Town) -> dict[str, str]:
    """Brings every matter that is not there yet. Returns what could not be brought, and the server's words."""
    faults: dict[str, str] = {}
    for label, bring in MATTERS.items():
        try:
            bring(town)
        except NotToday as error:
            faults[label] = str(error)
    return faults


def town_of(server: str, sandbox: str) -> Town:
    """The demo town behind these addresses."""
    citizens = yaml.safe_load((_DEMO / "citizens.yaml").read_text(encoding="utf-8"))["citizens"]
    staff = yaml.safe_load((_DEMO / "staff.yaml").read_text(encoding="utf-8"))["staff"]
    return Town(server, sandbox, {each["code"]: each for each in citizens}, {each["username"]: each for each in staff})


if __name__ == "__main__":
    sys.exit(main())
