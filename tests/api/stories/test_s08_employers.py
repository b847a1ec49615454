"""S8 for employers: a unit does its employees' business and nothing that only they may do themselves."""

from typing import Any

import pytest

from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s06_units import handler
from tests.factories import Town

ITEM = "social-town"
FORM: dict[str, Any] = {"applicant_kind": "company", "business": "suspend", "suspend_from": "2026-12", "phone": "16909900006"}


@pytest.mark.parametrize(
    ("business", "more"),
    [("card_service", {"card_action": "password"}), ("pension_check", {}), ("unemployment", {"left_work_on": "2026-10-01"})],
)
async def test_what_only_the_person_may_do_no_company_does(town: Town, business: str, more: dict[str, Any]) -> None:
    grant = await handler(town, ITEM)
    body = {"item": ITEM, "form": {**FORM, "business": business, **more}}
    refused = await town.post("/api/v1/cases", body, token=grant.agent, acting=grant.id)
    assert refused.status == 422
    assert [(each["pointer"], "要由本人办理" in each["detail"]) for each in refused.json["errors"]] == [("/form/business", True)]


async def test_nobody_says_that_they_are_what_they_are_not(town: Town) -> None:
    grant = await handler(town, ITEM)
    as_person = await town.post(
        "/api/v1/cases", {"item": ITEM, "form": {**FORM, "applicant_kind": "person"}}, token=grant.agent, acting=grant.id
    )
    assert [each["pointer"] for each in as_person.json["errors"]] == ["/form/applicant_kind"]
    as_company = await town.post("/api/v1/cases", {"item": ITEM, "form": FORM}, token=await town.proven("li-qiang"))
    assert [(each["pointer"], "单位" in each["detail"]) for each in as_company.json["errors"]] == [("/form/applicant_kind", True)]
    draft = await town.made("/api/v1/cases", {"item": ITEM, "form": FORM}, grant.agent, grant.id)
    turned = {"version": draft["version"], "form": {**FORM, "business": "card_service", "card_action": "lost"}}
    assert (await town.put(f"/api/v1/cases/{draft['id']}", turned, token=grant.agent, acting=grant.id)).status == 422


def offered(form: Any, key: str) -> set[str]:
    """What may be chosen as an answer."""
    return {each["value"] for field in form["fields"] if field["key"] == key for each in field["options"]}


async def test_nobody_is_shown_what_they_cannot_choose(town: Town) -> None:
    grant = await handler(town, ITEM)
    companys = (await town.get(f"/api/v1/items/{ITEM}/form", token=grant.agent, acting=grant.id)).json
    assert offered(companys, "applicant_kind") == {"company"}
    assert not {"card_service", "pension_check", "unemployment"} & offered(companys, "business")
    draft = await town.made("/api/v1/cases", {"item": ITEM, "form": FORM}, grant.agent, grant.id)
    filling = (await town.get(f"/api/v1/cases/{draft['id']}/form", token=grant.agent, acting=grant.id)).json
    assert offered(filling, "business") == offered(companys, "business")
    own = (await town.get(f"/api/v1/items/{ITEM}/form", token=await town.proven("li-qiang"))).json
    assert offered(own, "applicant_kind") == {"person"}
    assert "card_service" in offered(own, "business")


async def test_the_employee_is_named_with_their_number(town: Town) -> None:
    grant = await handler(town, ITEM)
    draft = await town.made("/api/v1/cases", {"item": ITEM, "form": FORM}, grant.agent, grant.id)
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=grant.agent, acting=grant.id)
    assert "/form/insured" in {each["pointer"] for each in answer.json["errors"]}


@pytest.mark.parametrize(
    ("more", "proof"),
    [
        ({"business": "survivors", "deceased_name": "李德山"}, "survivor_proof"),
        ({"business": "maternity", "born_on": "2026-10-01"}, "birth_proof"),
    ],
)
async def test_money_for_a_death_or_a_birth_wants_its_proof(town: Town, more: dict[str, Any], proof: str) -> None:
    me = await town.proven("li-qiang")
    draft = await town.made("/api/v1/cases", {"item": ITEM, "form": {**FORM, "applicant_kind": "person", **more}}, me)
    answer = await town.post(f"/api/v1/cases/{draft['id']}/submit", {"version": draft["version"]}, token=me)
    assert f"/materials/{proof}" in {each["pointer"] for each in answer.json["errors"]}


async def test_the_insured_person_is_told_who_does_what_for_them(town: Town) -> None:
    grant = await handler(town, ITEM)
    insured = grant.principal
    person = {key: town.document("huang-lili")[key] for key in ("name", "id_number")}
    case = await handed_in(town, grant.agent, ITEM, FORM | {"insured": person}, acting=grant.id)
    assert case["state"]["state"] != "draft"
    (notice,) = [each for each in await town.inbox(insured) if each["template"] == "looked_into"]
    assert "江州晨光印刷有限公司" in notice["body"]
    assert person["id_number"] not in str(notice)
    log = (await town.get("/api/v1/me/access-log", token=insured)).json["items"]
    assert [each["purpose"] for each in log if each["action"] == "person.looked_into"] == [case["item_name"]]
