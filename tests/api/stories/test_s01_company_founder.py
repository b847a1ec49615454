"""S1, where a company is among the founders, or somebody files for them: what is asked then, and who signs."""

from tests.api.stories.business import COMPANY, act, filed
from tests.api.stories.counterparts import photo
from tests.factories import Town

FOUNDING = {"uscc": "91990101MA990001XM", "name": "江州晨光印刷有限公司"}


async def test_a_company_among_the_founders_shows_who_it_is_and_signs_for_itself(town: Town) -> None:
    founder, representative, window = await town.proven("li-min"), await town.proven("huang-lili"), await town.staff("linxiaoyan")
    alone = await town.made("/api/v1/cases", {"item": "biz-start", "form": COMPANY}, founder)
    assert "shareholder_papers" not in [each["key"] for each in alone["materials"]], "asked only where a company is among them"
    papers = {"files": [await photo(town, founder, "biz-start", "green")]}
    form = COMPANY | {"corporate": "some", "corporate_shareholder": FOUNDING}
    case = await filed(town, founder, "biz-start", form, shareholder_papers=papers)
    seen = await act(town, window, case, "claim")
    keys = [each["key"] for each in seen["materials"] if each["files"] or each["licence"]]
    seen = await act(town, window, case, "pass-material", materials=keys)
    early = await town.post(f"/api/v1/staff/cases/{case['id']}/accept", {"version": seen["version"]}, token=window)
    assert (early.status, f"要由{FOUNDING['name']}完成" in early.json["detail"]) == (409, True)
    (row,) = (await town.get("/api/v1/obligations?open=true", token=representative)).json["items"]
    page = (await town.get(f"/api/v1/obligations/{row['id']}", token=representative)).json
    assert "本单位是江州云溪餐饮有限公司的股东" in str(page)
    signed = await town.post(f"/api/v1/obligations/{row['id']}/sign", {"digest": page["digest"]}, token=representative)
    assert signed.status == 200, signed.text
    assert (await act(town, window, case, "accept"))["state"]["state"] == "accepted"


async def test_who_files_for_the_founder_shows_who_they_are(town: Town) -> None:
    between = await town.granted("li-min", "li-qiang", "biz-start")
    draft = await town.made("/api/v1/cases", {"item": "biz-start", "form": COMPANY}, between.agent, between.id)
    asked = {each["key"]: each["name"] for each in draft["materials"]}
    assert asked["agent_card"] == "授权委托书及经办人的居民身份证"
    own = await town.made("/api/v1/cases", {"item": "biz-start", "form": COMPANY}, between.principal)
    assert "agent_card" not in [each["key"] for each in own["materials"]]
