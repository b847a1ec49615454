"""S6: 气象灾害证明 即报即批、即批即得. The nearest station's record is matched, and a sealed proof is there to print."""

from typing import Any

import pytest

from tests.factories import Town

FLOOD: dict[str, Any] = {"day": "2026-08-08", "area": "luoxi", "event": "rainstorm", "damage": "小汽车", "purpose": "insurance"}
PLACE = "罗溪街道南门街102号"


def wish(**changed: Any) -> dict[str, Any]:
    """What is asked for: the flood of August, or something else."""
    return {"item": "weather-proof", "form": FLOOD | {"place": PLACE} | changed}


async def test_a_flooded_car_a_station_nearby_a_proof_at_once(town: Town) -> None:
    owner = await town.proven("li-qiang")
    form = (await town.get("/api/v1/items/weather-proof/form", token=owner)).json
    assert form["values"]["place"].endswith(PLACE), "the register's address stands there already"
    made = await town.certified(owner, wish(place=form["values"]["place"]))
    assert (made["title"], made["state"]) == ("气象灾害证明", "valid")
    file = await town.get(made["file_url"], token=owner)
    assert file.body.startswith(b"%PDF-")
    public = (await town.get(f"/verify/{made['verify_code']}")).json
    assert (public["result"], public["holder_name"]) == ("valid", "李*")
    assert PLACE not in str(public), "where somebody lives is nobody else's to read"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"area": "qingshi", "event": "gale"}, "刚好在标准上下"),
        ({"area": "liuwan"}, "10公里以外"),
        ({"area": "qingshi", "day": "2026-04-12", "event": "hail"}, "看不出在所选的那一带"),
        ({"day": "2026-08-09"}, "没有观测记录"),
        ({"day": "2026-07-20", "event": "gale"}, "没有达到标准"),
    ],
)
async def test_what_the_record_does_not_settle_goes_to_the_forecaster(town: Town, changed: dict[str, Any], why: str) -> None:
    owner = await town.proven("li-qiang")
    answer = await town.post("/api/v1/certificates", wish(**changed), token=owner)
    assert answer.status == 202, answer.text
    case = (await town.get(f"/api/v1/cases/{answer.json['case']}", token=owner)).json
    assert why in case["handed_over_for"]


async def test_the_forecaster_looks_at_the_radar_and_grants_within_a_day(town: Town) -> None:
    owner, forecaster = await town.proven("li-qiang"), await town.staff("qiyunbo")
    handed = await town.post("/api/v1/certificates", wish(area="liuwan"), token=owner)
    path = f"/api/v1/staff/cases/{handed.json['case']}"
    case = (await town.get(path, token=forecaster)).json
    assert case["clock"]["promised_due"] == "2026-11-24T17:00:00+08:00"
    facts = {
        "station": "石桥区域气象站",
        "distance_km": 14.8,
        "event": "暴雨",
        "measured": {"name": "雷达估测降水量", "value": "84", "unit": "毫米"},
    }
    body = {"version": case["version"], "reason": "雷达回波和邻近站点一致", "facts": facts}
    granted = await town.post(f"{path}/grant", body, token=forecaster)
    assert granted.status == 200, granted.text
    made = (await town.get(f"/api/v1/certificates/{granted.json['certificate']}", token=owner)).json
    assert (made["title"], made["state"]) == ("气象灾害证明", "valid")


async def test_the_observatory_is_down_and_nothing_typed_is_lost(town: Town) -> None:
    owner = await town.proven("li-qiang")
    await town.sandbox.switch("registers.weather", down=True)
    answer = await town.post("/api/v1/certificates", wish(), token=owner)
    assert (answer.status, "没有丢失" in answer.json["detail"]) == (503, True)
    await town.sandbox.reset_switches()
    await town.certified(owner, wish(day="2026-07-20", event="heat"))


async def test_a_day_to_come_proves_nothing(town: Town) -> None:
    answer = await town.post("/api/v1/certificates", wish(day="2026-11-24"), token=await town.proven("li-qiang"))
    assert [each["pointer"] for each in answer.json["errors"]] == ["/form/day"]
