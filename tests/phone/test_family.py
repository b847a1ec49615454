"""A daughter acts for her mother on her own phone; the mother sees it all, and ends it."""

from playwright.async_api import expect

from tests.api.people.test_grants import grant_of
from tests.factories import Town
from tests.payments_world import lost_card
from tests.people_edge import Edge
from tests.phone.cards import FIT, taken
from tests.phone.phone import Phone
from tests.world import World

MOTHER, DAUGHTER = "wang-guifang", "li-min"
MOST_TAPS = 6
ITEMS = ["retiree-proof", "longevity"]


async def between(edge: Edge, **terms: object) -> tuple[str, str, str]:
    """Tokens of mother and daughter, both proven, and the id of a grant between them."""
    mother, daughter, grant = await grant_of(edge, MOTHER, DAUGHTER, **{"items": ITEMS, **terms})
    return mother, await edge.proven_again(daughter, DAUGHTER), grant


async def test_a_certificate_for_my_mother_within_six_taps(mobile: Phone, edge: Edge) -> None:
    mother, daughter, _ = await between(edge)
    await mobile.open(person=DAUGHTER, agreed=True)
    await mobile.tap("替家人办事")
    await mobile.sees("王*芳")
    await mobile.fits_in_both_modes("family")
    await mobile.tap("办社会化管理退休人员证明")
    await mobile.sees("正在替王*芳办事")
    await mobile.sees("给王桂芳开")
    await mobile.fits_in_both_modes("family-issue")
    await mobile.tap("退休人员身份")
    await mobile.tap("购房租房")
    await mobile.tap("开证明")
    await mobile.sees("开好了")
    assert await mobile.taps() <= MOST_TAPS
    await mobile.sees("由李敏代办")
    await mobile.fits_in_both_modes("family-certificate")
    assert len((await edge.get("/api/v1/certificates", token=mother)).json["items"]) == 1
    assert (await edge.get("/api/v1/certificates", token=daughter)).json["items"] == []
    await mobile.tap("打开文件，存或发")
    await mobile.page.wait_for_function("__device.calls.some(each => each.name === 'openDocument')")
    await mobile.tap("回到自己")
    await mobile.sees("大家常办")
    await mobile.sees_not("正在替王*芳办事")


async def test_acting_is_seen_on_every_page_and_her_matters_are_kept_apart_from_mine(mobile: Phone, edge: Edge) -> None:
    mother, daughter, grant = await between(edge)
    draft = await edge.post("/api/v1/cases", {"item": "longevity"}, token=daughter, acting=grant)
    assert draft.status == 201, draft.text
    await mobile.open("packages/family/family/family", person=DAUGHTER, agreed=True)
    await mobile.tap("看王*芳的办件")
    await mobile.sees("长寿保健金")
    await mobile.shoot("family-cases")
    await mobile.fits()
    await mobile.tap("消息")
    await mobile.sees("这一页不能代办，看到的是您自己的")
    await mobile.shoot("family-own-page")
    await mobile.fits()
    await mobile.tap("我的")
    await mobile.sees("李敏")
    await mobile.tap("首页")
    await mobile.sees("没填完")
    await mobile.tap("补身份证")
    await mobile.sees("这件事您还不能替王*芳办")
    assert await mobile.top.get_by_role("button", name="现在申请").count() == 0
    await mobile.shoot("family-not-covered")
    await mobile.fits()
    await mobile.tap("回到自己")
    await mobile.tap("办件")
    await mobile.sees("还没有办件")
    assert len((await edge.get("/api/v1/cases", token=mother)).json["items"]) == 1


async def test_the_application_of_my_mother_is_hers_and_names_both(mobile: Phone, edge: Edge) -> None:
    mother, daughter, _ = await between(edge)
    await mobile.open("packages/family/family/family", person=DAUGHTER, agreed=True)
    await mobile.tap("替王*芳办长寿保健金")
    await mobile.tap("现在申请")
    await mobile.sees("给王桂芳办")
    await mobile.shoot("family-apply")
    await mobile.fits()
    assert await mobile.top.get_by_label("老人姓名").input_value() == "王桂芳"
    [case] = (await edge.get("/api/v1/cases", token=mother)).json["items"]
    assert (await edge.get("/api/v1/cases", token=daughter)).json["items"] == []
    shown = (await edge.get(f"/api/v1/cases/{case['id']}", token=mother)).json
    assert (shown["person_name"], shown["agent_name"]) == ("王桂芳", "李敏")


async def test_a_revocation_in_the_middle_is_told_at_once_on_whatever_page(mobile: Phone, edge: Edge) -> None:
    mother, _, grant = await between(edge)
    await mobile.open("packages/family/family/family", person=DAUGHTER, agreed=True)
    await mobile.tap("替王*芳办社会化管理退休人员证明")
    await mobile.tap("退休人员身份")
    await mobile.tap("购房租房")
    assert (await edge.post(f"/api/v1/grants/{grant}/revoke", {}, token=mother)).status == 200
    await mobile.tap("开证明")
    await mobile.sees("不能再替王*芳办了。这份授权已经撤销")
    await mobile.shoot("family-revoked")
    await mobile.fits()
    assert (await edge.get("/api/v1/certificates", token=mother)).json["items"] == []
    await mobile.tap("回到自己")
    await mobile.tap("替家人办事")
    await mobile.sees("以前的授权")


async def test_a_grant_that_ran_out_is_no_longer_offered(mobile: Phone, edge: Edge, world: World) -> None:
    await between(edge, until="2026-11-24")
    world.clock.forward(days=3)
    await edge.engines.grants.tick()
    await mobile.open("packages/family/family/family", person=DAUGHTER, agreed=True)
    await mobile.sees("以前的授权")
    await mobile.sees("已到期")
    assert await mobile.top.get_by_role("button", name="替王*芳办").count() == 0


async def test_the_mother_sees_what_was_done_and_revokes_in_two_taps(mobile: Phone, edge: Edge) -> None:
    _, daughter, grant = await between(edge)
    form = {"proof_kind": "status", "purpose": "house"}
    made = await edge.post("/api/v1/certificates", {"item": "retiree-proof", "form": form}, token=daughter, acting=grant)
    assert made.status == 201, made.text
    await mobile.open("packages/family/family/family", person=MOTHER, agreed=True)
    await mobile.tap("看办过什么")
    await mobile.sees("李*申请「社会化管理退休人员证明」")
    await mobile.fits_in_both_modes("family-grant")
    await mobile.page.get_by_label("返回").click()
    await mobile.sees("家人替我办")
    await mobile.fits_in_both_modes("family-given")
    before = await mobile.taps()
    await mobile.tap("撤销授权")
    await mobile.answer("撤销")
    await mobile.sees("以前的授权")
    assert await mobile.taps() - before <= 2
    assert (await edge.get("/api/v1/cases", token=daughter, acting=grant)).json["type"] == "/problems/grant_over"


async def test_a_mother_is_asked_by_a_code_and_agrees_on_her_own_phone(mobile: Phone, theirs: Phone, edge: Edge) -> None:
    await edge.matched(DAUGHTER)
    mother = await edge.proven(MOTHER)
    await mobile.open("packages/family/family/family", person=DAUGHTER, agreed=True)
    await mobile.sees("还没有授权")
    await mobile.tap("我要替父母、家人办")
    await mobile.tap("下一步")
    await mobile.sees("请选至少一件事")
    await mobile.write("找一件事加上", "退休证明")
    await mobile.tap("加上社会化管理退休人员证明")
    await mobile.fits_in_both_modes("family-offer")
    await mobile.tap("下一步")
    await mobile.sees("等对方确认")
    await mobile.tap("当面扫码")
    await mobile.top.locator("wx-image").wait_for()
    await mobile.fits_in_both_modes("family-invitation")
    [offer] = (await edge.get("/api/v1/grants", token=await edge.login(DAUGHTER))).json["items"]
    scene = offer["invitation"]["token"]
    assert len(scene) <= 32
    await theirs.open(f"packages/family/grant/grant?scene={scene}", person=MOTHER, agreed=True)
    await theirs.sees("能在手机上替您办上面这些事")
    await theirs.sees("等您答复")
    await theirs.shoot("family-asked-standard")
    await theirs.fits()
    await theirs.top.get_by_role("button", name="同意", exact=True).click()
    await theirs.sees("授权有效")
    assert [each["state"] for each in (await edge.get("/api/v1/grants", token=mother)).json["items"]] == ["active"]


async def test_an_offer_is_declined_and_the_other_is_told(mobile: Phone, edge: Edge) -> None:
    mother = await edge.proven(MOTHER)
    await edge.matched(DAUGHTER)
    body = {"items": ITEMS, "until": "2026-12-31", "agent": edge.document(DAUGHTER)}
    assert (await edge.post("/api/v1/grants", body, token=mother)).status == 201
    await mobile.open("packages/family/family/family", person=DAUGHTER, agreed=True)
    await mobile.tap("去答复")
    await mobile.tap("不同意")
    await mobile.answer("不同意")
    await mobile.sees("还没有授权")
    assert [each["state"] for each in (await edge.get("/api/v1/grants", token=mother)).json["items"]] == ["declined"]


async def test_without_a_network_nothing_of_mine_stands_for_hers(mobile: Phone, edge: Edge) -> None:
    _, daughter, grant = await between(edge)
    for acting in ("", grant):
        assert (
            await edge.post("/api/v1/cases", {"item": "longevity" if acting else "ssc-apply"}, token=daughter, acting=acting)
        ).status == 201
    await mobile.open("pages/cases/cases", person=DAUGHTER, agreed=True)
    await mobile.sees("社会保障卡")
    await mobile.tap("我的")
    await mobile.tap("家人代办")
    await mobile.sees("看王*芳的办件")
    await mobile.context.set_offline(True)
    await mobile.tap("看王*芳的办件")
    await mobile.sees("现在连不上网络")
    await mobile.sees_not("社会保障卡")
    await mobile.sees("正在替王*芳办事")
    await mobile.shoot("family-offline")
    await mobile.context.set_offline(False)
    await mobile.sees("长寿保健金")


async def test_the_guardian_of_a_child_acts_at_once(mobile: Phone, edge: Edge) -> None:
    await edge.proven("chen-jie")
    child = edge.citizen("zhao-yichen")
    await mobile.open("packages/family/offer/offer?side=ward", person="chen-jie", agreed=True)
    await mobile.write("姓名", child.name)
    await mobile.write("身份证号码", "990101201701010002")
    await mobile.tap("核对关系")
    await mobile.sees("身份证号码里可能有一位写错了")
    await mobile.write("身份证号码", child.id_number)
    await mobile.shoot("family-ward")
    await mobile.fits()
    await mobile.tap("核对关系")
    await mobile.sees("授权有效")
    await mobile.sees("所有可以代办的事")


async def test_a_mother_without_a_phone_is_called(mobile: Phone, edge: Edge, world: World) -> None:
    daughter = await edge.matched(DAUGHTER)
    mother = edge.citizen(MOTHER)
    await mobile.open("packages/family/family/family?item=longevity", person=DAUGHTER, agreed=True)
    await mobile.tap("老人没有手机")
    await mobile.sees("长寿保健金")
    await mobile.tap("请工作人员打电话")
    await mobile.sees("请拍下老人签了字的授权书")
    await expect(mobile.top.locator(".here").first).to_be_in_viewport()  # what is to be mended first
    await mobile.write("姓名", mother.name)
    await mobile.write("身份证号码", mother.id_number)
    await mobile.write("打哪个电话找得到老人", "0600-8112233")
    await mobile.device_answers("chooseMedia", taken(FIT.jpeg()))
    await mobile.tap("拍照")
    await mobile.sees("已拍1张")
    await mobile.fits_in_both_modes("family-paper")
    await mobile.tap("请工作人员打电话")
    await mobile.sees("等工作人员给老人打电话")
    await mobile.fits_in_both_modes("family-called")
    [asked] = (await edge.get("/api/v1/grants", token=daughter)).json["items"]
    assert (asked["state"], asked["call_back"]["day"]) == ("checking", "2026-11-24")
    world.clock.forward(days=2)
    await mobile.page.clock.set_fixed_time(world.clock.now())
    await mobile.open(f"packages/family/grant/grant?id={asked['id']}", person=DAUGHTER, agreed=True)
    await mobile.sees("已经过了，还没有打通或者还没有打")


async def test_only_what_is_under_way_is_offered_to_be_watched_and_whose_turn_it_is(mobile: Phone, theirs: Phone, town: Town) -> None:
    token = await town.proven(MOTHER)
    case = await lost_card(town, token)
    await town.made("/api/v1/cases", {"item": "longevity"}, token)
    await mobile.open("packages/family/watch/watch", person=MOTHER, agreed=True)
    await mobile.sees(case["number"])
    await mobile.sees("居民身份证丢失补领")
    await mobile.sees_not("长寿保健金")
    await mobile.sees("不选就是全部")
    await mobile.fits_in_both_modes("family-watch-choices")
    son = await town.matched("li-qiang")
    offer = await town.made("/api/v1/watches", {}, token)
    await town.post(f"/api/v1/watches/{offer['id']}/accept", {"token": offer["invitation"]["token"]}, token=son)
    await theirs.open(f"packages/family/watch/watch?id={offer['id']}", person="li-qiang", agreed=True)
    await theirs.sees("等办事的人缴费，最晚12月")
    await theirs.fits_in_both_modes("family-watch-turn")


async def test_a_son_sees_how_far_it_is_until_his_mother_ends_it(mobile: Phone, theirs: Phone, edge: Edge) -> None:
    mother = await edge.proven(MOTHER)
    await edge.matched("li-qiang")
    form = {"proof_kind": "status", "purpose": "house"}
    assert (await edge.post("/api/v1/certificates", {"item": "retiree-proof", "form": form}, token=mother)).status == 201
    await mobile.open("packages/family/family/family", person=MOTHER, agreed=True)
    await mobile.tap("请人关注我的进度")
    await mobile.sees("您现在没有正在办的事")
    await mobile.fits_in_both_modes("family-watch-new")
    await mobile.tap("请人关注")
    await mobile.sees("只能由一个人打开")
    [offer] = (await edge.get("/api/v1/watches", token=mother)).json["items"]
    await theirs.open(f"packages/family/watch/watch?scene={offer['invitation']['token']}", person="li-qiang", agreed=True)
    await theirs.tap("开始关注")
    await theirs.sees("已办结")
    await theirs.fits_in_both_modes("family-watch")
    await mobile.page.get_by_label("返回").click()
    await mobile.tap("李*看我的进度")
    await mobile.tap("不让看了")
    await mobile.sees("已经结束")
    await mobile.fits_in_both_modes("family-watch-ended")
    assert (await edge.get(f"/api/v1/watches/{offer['id']}/cases", token=await edge.login("li-qiang"))).status == 403
