"""What a guide promises that the notice says: how much, from when, to whom. The officer fixes it at the decision, from the district's data."""

from typing import Any

from backend.cases.decided import decided
from tests.api.stories.business import accepted, act, proposed
from tests.api.stories.test_s37_after_a_death import ELDER
from tests.factories import Town


async def before_deciding(town: Town, citizen: str) -> tuple[dict[str, Any], str]:
    draft = await town.made(
        "/api/v1/cases", {"item": "longevity", "form": ELDER, "materials": {"resident_card": {"licence": True}}}, citizen
    )
    case, clerk = await act(town, citizen, draft, "submit", staff=False), await town.staff("wanshanshan")
    await accepted(town, clerk, case)
    await act(town, await town.staff("qiaoshuigen"), case, "complete-step", step="village_check", finding="健在，住在本地")
    await act(town, await town.staff("feichunyan"), case, "complete-step", step="town_review", finding="同意")
    return (await town.get(f"/api/v1/staff/cases/{case['id']}", token=clerk)).json, clerk


async def test_the_amount_is_fixed_printed_and_shown(town: Town) -> None:
    citizen = await town.proven("zhu-shouyi")
    case, clerk = await before_deciding(town, citizen)
    wanted = proposed(case)
    assert (wanted["paid_from"], wanted["monthly_amount"], set(wanted)) == ("2026-12", 80, {"age_group", "monthly_amount", "paid_from"})
    notes = {each["field"]["key"]: each["note"] for each in case["to_fill"]}
    assert "临江区" in notes["monthly_amount"], "another district's own standard"
    assert "还没有人对照文件核对过" in notes["monthly_amount"]
    assert notes["paid_from"] == "批准的下个月"

    path = f"/api/v1/staff/cases/{case['id']}/grant"
    for wrong, pointer, words in (
        ({key: value for key, value in wanted.items() if key != "monthly_amount"}, "/fills/monthly_amount", "每月发放金额"),
        ({**wanted, "monthly_amount": "八十"}, "/fills/monthly_amount", "请填写数字"),
        ({**wanted, "monthly_amount": 90}, "/fills/monthly_amount", "按标准是「80」"),
        ({**wanted, "age_group": "from_100"}, "/fills/age_group", "按标准是「80至89周岁」"),
        ({**wanted, "paid_from": "2019-05"}, "/fills/paid_from", "满80周岁的那个月以前不发"),
        ({**wanted, "paid_from": "2027-05"}, "/fills/paid_from", "最晚从批准的下个月开始发"),
        ({**wanted, "bonus": 5}, "/fills/bonus", "没有这一项"),
    ):
        refused = await town.post(path, {"version": case["version"], "fills": wrong}, token=clerk)
        assert refused.status == 422, refused.text
        assert [(each["pointer"], words in each["detail"]) for each in refused.json["errors"]] == [(pointer, True)]

    granted = await act(town, clerk, case, "grant", fills={**wanted, "paid_from": "2026-11"})
    assert granted["to_fill"] == []
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=citizen)).json
    shown = {each["label"]: each["value"] for each in mine["filled"]}
    assert shown == {"年龄档": "80至89周岁", "每月发放金额（元）": "80", "起发月份": "2026年11月"}
    cases = town.world.product.engines.cases
    kept = await cases._load(case["id"])
    printed = "".join(decided(kept, cases.version_of(kept)))
    assert all(f"{label}：{value}" in printed for label, value in shown.items())
    assert "发放账户：朱守义，江州银行，尾号0101" in printed, "no whole account number on a paper"
    await town.world.settle()
    assert len((await town.get(f"/api/v1/certificates?case={case['id']}", token=citizen)).json["items"]) == 1
