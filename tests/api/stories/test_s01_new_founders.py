"""S1, where somebody comes in after acceptance: no department decides over people who have not signed."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.stories.business import COMPANY, accepted, act, filed, granted, part, signed
from tests.api.stories.test_s26_cards import cards, later
from tests.factories import Town

_DEFECT = [{"field": "shareholders", "reason": "wrong_answer", "advice": "请核对股东"}]


@dataclass(frozen=True)
class _Company:
    """The application with the new partner in it, and the tokens of the two."""

    case: dict[str, Any]
    founder: str
    partner: str

    @property
    def licence(self) -> dict[str, Any]:
        """The registrar's part."""
        return {"id": part(self.case, "licence")["case"]}


async def _with_a_new_partner(town: Town) -> _Company:
    """Accepted with one founder; asked to look at the shareholders, she adds her brother, whom nobody has asked yet."""
    founder, partner, person = await town.proven("li-min"), await town.proven("li-qiang"), town.document("li-qiang")
    case = await accepted(town, await town.staff("linxiaoyan"), await filed(town, founder, "biz-start", COMPANY))
    licence = {"id": part(case, "licence")["case"]}
    await act(town, await town.staff("miaolixin"), licence, "request-correction", defects=_DEFECT)
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=founder)).json
    both = [*COMPANY["shareholders"], {"name": person["name"], "id_number": person["id_number"]}]
    body = {"version": mine["version"], "form": mine["form"] | {"shareholders": both}}
    assert (await town.put(f"/api/v1/cases/{case['id']}", body, token=founder)).status == 200
    return _Company(await act(town, founder, mine, "resubmit", staff=False), founder, partner)


async def test_nobody_is_registered_over_a_signature_that_is_missing(town: Town) -> None:
    company = await _with_a_new_partner(town)
    case, market = company.case, await town.staff("miaolixin")
    seen = (await town.get(f"/api/v1/staff/cases/{company.licence['id']}", token=market)).json
    open_ones = {each["who_name"] for each in seen["obligations"] if each["open"]}
    assert open_ones == {"李敏", "李强"}, "the registrar sees who has not signed what she asked to be mended"
    assert "grant" not in {each["action"] for each in seen["actions"]}
    body = {"version": seen["version"]}
    early = await town.post(f"/api/v1/staff/cases/{seen['id']}/grant", body, token=market)
    assert (early.status, early.json["detail"].startswith("整件申请里的「股东签署设立登记申请」")) == (409, True), early.text
    bank = (await town.get(f"/api/v1/staff/cases/{part(case, 'bank_reservation')['case']}", token=await town.staff("hongqiming"))).json
    assert "grant" not in {each["action"] for each in bank["actions"]}, "nor does any other department"
    await signed(town, company.partner)
    await signed(town, company.founder)
    await granted(town, "miaolixin", part(case, "licence"))


@pytest.mark.parametrize("all_signed", [False, True])
async def test_a_department_gets_cards_only_once_nobody_is_waited_for(town: Town, all_signed: bool) -> None:
    company = await _with_a_new_partner(town)
    for token in (company.partner, company.founder) if all_signed else ():
        await signed(town, token)
    await later(town, hours=25)
    late = {each["subject"] for each in await cards(town, await town.head("yanzheng"))}
    assert (company.licence["id"] in late) is all_signed, "two hours were promised"


async def test_who_does_not_agree_sends_it_back_to_be_mended_and_it_can_be_finished(town: Town) -> None:
    company = await _with_a_new_partner(town)
    case, founder, partner = company.case, company.founder, company.partner
    row = (await town.get("/api/v1/obligations?open=true", token=partner)).json["items"][0]
    said = await town.post(f"/api/v1/obligations/{row['id']}/decline", {"reason": "我没有同意入股"}, token=partner)
    assert said.status == 200, said.text
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=founder)).json
    assert (mine["state"]["state"], part(mine, "licence")["status"]["code"]) == ("correction_after_acceptance", "asks")
    assert "我没有同意入股" in str(mine["returns"])
    assert {"save", "resubmit"} <= {each["action"] for each in mine["actions"]}
    saved = await town.put(
        f"/api/v1/cases/{case['id']}",
        {"version": mine["version"], "form": mine["form"] | {"shareholders": COMPANY["shareholders"]}},
        token=founder,
    )
    assert saved.status == 200, saved.text
    mine = await act(town, founder, mine, "resubmit", staff=False)
    assert mine["state"]["state"] == "accepted"
    await signed(town, founder)
    await granted(town, "miaolixin", part(mine, "licence"))


async def test_no_answer_in_time_sends_it_back_too(town: Town) -> None:
    company = await _with_a_new_partner(town)
    case = company.case
    await later(town, days=6)
    for _ in range(2):  # one look at a time: the clock comes first
        await town.world.product.engines.cases.tick()
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=company.founder)).json
    assert (mine["state"]["state"], part(mine, "licence")["status"]["code"]) == ("correction_after_acceptance", "asks")
    assert "到期没有答复" in str(mine["returns"])


async def test_a_refusal_goes_out_whoever_has_not_signed(town: Town) -> None:
    company = await _with_a_new_partner(town)
    case = company.case
    market, window = await town.staff("miaolixin"), await town.staff("linxiaoyan")
    await act(town, market, company.licence, "refuse", reason="名称与已登记的企业相同", basis="《市场主体登记管理条例》第二十四条")
    mine = await act(town, window, case, "record-result", kind="不予批准决定书", way="counter")
    assert mine["state"]["state"] == "closed"
