"""The catalogue on the whole product: forms filled from real registers, guides that may be kept, advice slips."""

import pytest

from tests.factories import Town


async def test_a_form_is_filled_only_for_who_has_proven_to_be_there(town: Town) -> None:
    known = await town.matched("wang-guifang")
    form = (await town.get("/api/v1/items/longevity/form", token=known)).json
    assert (form["values"], form["filled"]) == ({}, [])
    assert form["notes"] == ["确认是您本人以后，系统会自动填好政府已有的内容；现在也可以自己填写。"]
    proof = {"method": "network_identity", "token": "demo:wang-guifang"}
    assert (await town.post("/api/v1/me/identity/proofs", proof, token=known)).status == 201
    form = (await town.get("/api/v1/items/longevity/form", token=known)).json
    assert (form["values"]["elder_name"], form["values"]["born"]) == ("王桂芳", "1944-03-08")
    sources = {each["key"]: each["source"]["label"] for each in form["filled"]}
    assert set(sources.values()) == {"公安人口信息"}


async def test_under_a_grant_the_form_is_the_principals_and_the_look_is_hers_to_see(town: Town) -> None:
    grant = await town.granted("wang-guifang", "li-min", "longevity", powers=["submit", "see"])
    form = (await town.get("/api/v1/items/longevity/form", token=grant.agent, acting=grant.id)).json
    assert (form["applicant"], form["agent"], form["values"]["elder_name"]) == ("王桂芳", "李敏", "王桂芳")
    log = (await town.get("/api/v1/me/access-log", token=grant.principal)).json["items"]
    assert ("李敏", "form.prefilled") in [(each["reader"], each["action"]) for each in log]


@pytest.mark.parametrize(
    ("item", "powers", "why"), [("ssc-apply", None, "没有「社会保障卡申领」"), ("longevity", ["see"], "没有授权您代为申请")]
)
async def test_a_grant_shows_no_register_data_beyond_itself(town: Town, item: str, powers: list[str] | None, why: str) -> None:
    grant = await town.granted("wang-guifang", "li-min", "longevity", **({"powers": powers} if powers else {}))
    answer = await town.get(f"/api/v1/items/{item}/form", token=grant.agent, acting=grant.id)
    assert (answer.status, why in answer.json["detail"]) == (403, True), answer.text
    assert "1944" not in answer.text


async def test_a_guardian_of_all_items_gets_no_form_of_one_that_allows_no_proxy(town: Town) -> None:
    parent = await town.proven("chen-jie")
    ward = {"id_number": town.citizen("zhao-yichen").id_number, "name": "赵一辰"}
    grant = await town.made("/api/v1/grants", {"basis": "guardianship", "principal": ward}, parent)
    answer = await town.get("/api/v1/items/idcard-lost/form", token=parent, acting=grant["id"])
    assert (answer.status, "不能由别人代办" in answer.json["detail"]) == (403, True)
    assert (await town.get("/api/v1/items/ssc-apply/form", token=parent, acting=grant["id"])).json["values"]["card_name"] == "赵一辰"


async def test_a_register_that_is_down_leaves_the_form_empty_and_says_so(town: Town) -> None:
    token = await town.proven("wang-guifang")
    await town.sandbox.switch("registers.population", down=True)
    answer = await town.get("/api/v1/items/longevity/form", token=token)
    assert (answer.status, answer.json["notes"]) == (200, ["公安人口信息暂时查不到，请自己填写。"])


async def test_a_guide_that_was_read_is_not_sent_again(town: Town) -> None:
    first = await town.get("/api/v1/items/longevity")
    again = await town.get("/api/v1/items/longevity", headers={"If-None-Match": first.headers["Etag"]})
    assert (again.status, again.body) == (304, b"")
    other = await town.get("/api/v1/items/ssc-apply", headers={"If-None-Match": first.headers["Etag"]})
    assert other.status == 200
    assert first.headers["Cache-Control"] == "no-cache"


async def test_a_law_nobody_has_checked_is_not_shown_as_law(town: Town) -> None:
    for code in ("longevity", "idcard-lost", "archive-proof"):
        guide = (await town.get(f"/api/v1/items/{code}")).json
        assert guide["statutory"] == ""
        assert all("第七条" in each["article"] or "第八条" in each["article"] for each in guide["legal_basis"])


async def test_an_advice_slip_knows_who_asked_and_is_numbered_in_order(town: Town) -> None:
    token = await town.login("wang-guifang")
    path = "/api/v1/items/longevity/advice-slips"
    mine, anybodys = [(await town.post(path, {}, token=each, key="")).json for each in (token, "")]
    assert mine["number"] == "云政告〔2026〕第000001号"
    assert anybodys["number"] == "云政告〔2026〕第000002号"
    me = (await town.get("/api/v1/me", token=token)).json["id"]
    kept = await town.world.store.advice_slips.find({}, sort=[("_id", 1)])
    assert [each["person"] for each in kept] == [me, None]
    assert me not in (await town.get(f"/api/v1/advice-slips/{mine['id']}")).text


async def test_an_advice_slip_as_a_page_runs_nothing(town: Town) -> None:
    slip = (await town.post("/api/v1/items/longevity/advice-slips", {"circumstances": {"living": "elsewhere"}}, key="")).json
    page = await town.get(slip["page"])
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "<script" not in page.text
    assert all(text in page.text for text in (slip["number"], "老人近照", "12345"))
    pdf = await town.get(slip["pdf"])
    assert (pdf.headers["Content-Type"], pdf.body[:5]) == ("application/pdf", b"%PDF-")


async def test_what_is_asked_for_wrongly_is_told_in_chinese(town: Town) -> None:
    for path, status in (
        ("/api/v1/items/no-such-item", 404),
        ("/api/v1/items?theme=nowhere", 200),
        ("/api/v1/items?colour=red", 422),
        ("/api/v1/advice-slips/2026-999999", 404),
        ("/api/v1/items?q=" + "长" * 61, 422),
    ):
        answer = await town.get(path)
        assert answer.status == status, path
        if status != 200:
            assert any("\u4e00" <= letter <= "\u9fff" for letter in answer.json["detail"])
