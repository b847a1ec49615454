"""What the stories of points share: points confirmed by all departments, a round opened and brought to its list."""

from datetime import datetime, timedelta
from typing import Any

from backend.clock import SHANGHAI
from models.documents import check_digit
from models.points import PointsRecord, RecordLine
from tests.api.stories.business import accepted, act, filed, granted, part
from tests.api.stories.counterparts import photo
from tests.factories import Town

APPLICANT, RIVAL, THIRD = "maimaiti-tuerxun", "deng-xiaofang", "guli-aihemaiti"
RECEPTION, OFFICE, POLICE, SCHOOLS = "daixiaotong", "yijianxin", "zhongweiguo", "qinlan"
VERIFIERS = {
    "police": "zhongweiguo",
    "insurance": "dengliping",
    "human": "wuminyi",
    "home": "yijianxin",
    "tax": "fanxuemei",
    "service": "gongxiaodong",
}
CLAIMS: dict[str, Any] = {
    "applicant_name": "买买提·吐尔逊",
    "employment": "business",
    "claims": ["education", "skills", "home"],
    "phone": "16909900019",
    "truthful": True,
}
SETTLE: dict[str, Any] = {"household_kind": "collective", "family": "alone", "phone": "16909900019", "truthful": True}
SCHOOL: dict[str, Any] = {
    "grade": "junior",
    "born": "2015-03-21",
    "wish_first": "yunshan_school",
    "wish_second": "luoxi_school",
    "wish_third": "qingshi_school",
    "phone": "16909900019",
}
STAFF = "/api/v1/staff/points"


def pupil(town: Town, code: str) -> dict[str, Any]:
    """The form for a child: one of the demo people."""
    child = town.citizen(code)
    number = town.document(code)["id_number"]
    return {**SCHOOL, "child": {"name": child.name, "id_number": number}, "born": child.born.isoformat()}


async def points(town: Town, token: str) -> dict[str, Any]:
    """Everything about somebody's own points."""
    answer = await town.get("/api/v1/points", token=token)
    assert answer.status == 200, answer.text
    return answer.json


async def verified(town: Town, token: str, claims: dict[str, Any] = CLAIMS) -> dict[str, Any]:
    """An application that every department has agreed to; the sheet as its applicant sees it."""
    case = await accepted(town, await town.staff(RECEPTION), await filed(town, token, "points-confirm", claims))
    await town.world.settle()
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    for key in [each["key"] for each in seen["parts"] if each["status"]["code"] != "not_wanted"]:
        await granted(town, VERIFIERS[key], part(seen, key))
    await town.world.settle()
    return (await points(town, token))["sheets"][0]


async def confirmed(town: Town, token: str, claims: dict[str, Any] = CLAIMS) -> dict[str, Any]:
    """Points somebody has confirmed: their newest record."""
    sheet = await verified(town, token, claims)
    answer = await town.post(f"/api/v1/points/sheets/{sheet['id']}/confirm", {"version": sheet["version"]}, token=token)
    assert answer.status == 200, answer.text
    return (await points(town, token))["records"][0]


async def with_points(town: Town, token: str, total: int, **figures: int) -> None:
    """Somebody whose points were confirmed a month ago."""
    me = (await town.get("/api/v1/me", token=token)).json
    since = town.world.clock.now() - timedelta(days=30)
    record = PointsRecord(
        _id=f"points_{me['id']}",
        person=me["id"],
        person_name=me["name"],
        sheet=f"sheet_{me['id']}",
        edition=1,
        total=total,
        lines=[RecordLine(indicator="age", name="年龄", points=total)],
        figures=figures,
        since=since,
        until=datetime(2027, 10, 30, 23, 59, 59, tzinfo=SHANGHAI),
        certificate="cert_none",
        certificate_number="云积分字〔2026〕第000001号",
    )
    await town.world.store.points_records.insert(record)


async def opened(town: Town, by: str, item: str, **terms: Any) -> dict[str, Any]:
    """A round that takes applications in from now on for ten days."""
    now = town.world.clock.now()
    body = {
        "item": item,
        "name": "2026年第一批",
        "announcement": "云城区2026年积分制服务通告（演示）",
        "opens_at": now.isoformat(),
        "closes_at": (now + timedelta(days=10)).isoformat(),
        **terms,
    }
    return await town.made(f"{STAFF}/rounds", body, await town.staff(by))


async def shows(town: Town, token: str) -> dict[str, Any]:
    """The birth certificate of a child the register does not have as theirs."""
    return {"birth_certificate": {"files": [await photo(town, token, "points-school", "green")]}}


async def applied(town: Town, token: str, item: str, form: dict[str, Any], **chosen: Any) -> dict[str, Any]:
    """An application that was handed in, accepted and found qualified."""
    case = await accepted(town, await town.staff(RECEPTION), await filed(town, token, item, form, **chosen))
    looked = "登记里没有的孩子，已看过监护关系证明" if case["differences"] else None
    return await act(town, await town.staff(OFFICE), case, "complete-step", step="qualification", finding="符合申请条件", differing=looked)


async def run(town: Town, by: str, of: dict[str, Any], what: str, **body: Any) -> dict[str, Any]:
    """One act on a round as it is now; the round after it."""
    token = await town.staff(by)
    now = (await town.get(f"{STAFF}/rounds/{of['id']}", token=token)).json
    answer = await town.post(f"{STAFF}/rounds/{of['id']}/{what}", {"version": now["version"], **body}, token=token)
    assert answer.status == 200, answer.text
    return answer.json


def number_of(born: str) -> str:
    """An identity number of somebody born that day (YYYYMMDD) whom no register has."""
    body = f"990101{born}001"
    return body + check_digit(body)


OWN_CHILD: dict[str, Any] = {**SCHOOL, "child": {"name": "邓小宝", "id_number": number_of("20150321")}}


PLACES = {"yunshan_school": 5, "luoxi_school": 5, "qingshi_school": 0, "donghu_school": 0, "binhe_school": 0}


def places(town: Town, code: str, **more: Any) -> dict[str, Any]:
    """A settlement asked for by one of the demo people."""
    return {**SETTLE, "applicant_name": town.document(code)["name"], **more}


async def answered(town: Town, token: str, of: dict[str, Any], case: dict[str, Any], *, take: bool) -> tuple[int, dict[str, Any]]:
    """What somebody is answered who takes a place that was offered, or lets it go: status and body."""
    answer = await town.post(f"/api/v1/points/rounds/{of['id']}/place", {"case": case["id"], "take": take}, token=token)
    return answer.status, answer.json


async def listed(town: Town, of: dict[str, Any], days: int = 9) -> dict[str, Any]:
    """A round whose window is over, ranked, public, and at the end of its days."""
    town.world.clock.forward(days=11)
    for what in ("rank", "publish"):
        of = await run(town, SCHOOLS if of["item"] == "points-school" else OFFICE, of, what)
    town.world.clock.forward(days=days)
    return of
