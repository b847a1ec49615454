"""A page's data as the engine hands it to a template."""

from datetime import datetime
from pathlib import Path
from typing import Any

from backend.clock import SHANGHAI

TEMPLATES = Path(__file__).parents[3] / "catalogue" / "templates"
AT = datetime(2026, 11, 23, 10, 0, 0, 123_000, tzinfo=SHANGHAI)
CODE = "a8Kd92LmQ0xZ"

_ARCHIVE = {"number": "YC000001", "kind": "流动人员", "since": "1994-04-20", "depository": "云城区人才服务中心", "state": "在库"}
_RELATIVES = [{"relation": "配偶", "name": "李德山", "born": None, "noted_on": "1988-05-04"}]
_RETIREMENT = {
    "managing_station": "罗溪街道退休人员社会化管理服务站",
    "retired_on": "1994-03-08",
    "former_employer": "江州市第二棉纺厂",
    "benefit_state": "正常发放",
    "benefit_since": "1994-04",
    "monthly_benefit": "2980.50",
    "housing": "已享受福利分房",
}
_KIND = {"name": "失业保险", "status": "参保缴费", "from": "2009-07", "until": "2026-10", "months": 208, "base": "8231.50"}
_UNIT_KIND = {"name": "失业保险", "status": "参保缴费", "from": "2002-05", "until": "2026-10", "months": 294, "people": 46}
_PERIOD = {"place": "江州市云城区", "from": "2024-01", "until": "2026-10"}
_PERSONNEL = {"archive": _ARCHIVE, "relatives": _RELATIVES, "retirement": _RETIREMENT}

_PURCHASE = {"kind": "购买公有住房", "unit": "江州市第二棉纺厂", "dated": "1996-11-08", "area": "58.60"}
_STORM = {
    "day": "2026-08-08",
    "place": "江州市云城区罗溪街道南门街102号",
    "damage": "小汽车",
    "report_number": None,
    "station": "罗溪国家气象观测站",
    "distance_km": 2.1,
    "event": "大暴雨",
}
_MEASURED = [{"name": "全天降水量", "value": 137.9, "unit": "毫米"}, {"name": "现象", "value": "有观测记录", "unit": ""}]

_LOOKED_UP: dict[str, Any] = {
    "unit": "江州精工机械有限公司",
    "letter_number": "江精函〔2026〕12号",
    "letter_date": "2026-11-10",
    "matter": "入党",
    "archive": _ARCHIVE,
    "checked_on": "2026-04-28",
    "parts": [{"kind": "鉴定和考核", "pages": 14, "latest": "2025-12-20"}],
}
FACTS: list[tuple[str, dict[str, Any]]] = [
    ("ss_proof", {"insured": True, "kinds": [_KIND, _KIND], **_PERIOD}),
    ("ss_proof", {"insured": False, "kinds": [], **_PERIOD}),
    ("archive_proof", {"archive": _ARCHIVE}),
    ("relation_proof", {"relatives": _RELATIVES, "depository": "云城区人才服务中心"}),
    *(("retiree_proof", {"kind": kind, **_PERSONNEL}) for kind in ("status", "benefit", "relatives", "housing", "archive")),
    ("ss_proof_unit", {"insured": True, "kinds": [_UNIT_KIND, _UNIT_KIND], "place": "江州市云城区", "as_of": "2026-11"}),
    *(("political_proof", {**_LOOKED_UP, **penalties}) for penalties in ({"penalties": 0}, {"penalties": 2}, {})),
    *(("housing_benefit_proof", {"benefit": "未享受福利分房", "couple": couple, "entries": []}) for couple in (True, False)),
    ("housing_benefit_proof", {"benefit": "已享受福利分房", "couple": False, "entries": [_PURCHASE]}),
    *(("weather_proof", {**_STORM, "measured": measured}) for measured in _MEASURED),
    ("ss_proof_unit", {"insured": False, "kinds": [], "place": "江州市云城区", "as_of": "2026-11"}),
]


def page(facts: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """The data of one certificate, with `changed` on top."""
    return {
        "title": "演示证明",
        "number": "云社证字〔2026〕第000123号",
        "identifier": "1.2.156.3005.2.11990101MB9900013F001.12990101MB9900056R.20260100000001.001.X",
        "code": CODE,
        "qr_text": f"https://yuncheng.example.cn/verify/{CODE}",
        "verify_host": "yuncheng.example.cn/verify",
        "issuer": "江州市云城区社会保险基金管理中心",
        "seal": "业务专用章",
        "issued_on": "2026年11月23日",
        "valid_until": "2027年2月21日",
        "demo": True,
        "holder": {"name": "王桂芳", "document": "居民身份证号码", "number": "990101194403080000"},
        "agent": None,
        "purpose": None,
        "purpose_stated": None,
        "facts": facts,
    } | changed
