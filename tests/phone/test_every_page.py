"""Every page there is, with something on it: in elder mode, and with WeChat's largest font size in either mode, nothing of it is lost."""

import json
from collections.abc import Iterator

from tests.api.kiosk_hall import Device
from tests.api.stories.business import act
from tests.api.stories.counterparts import handed_in
from tests.api.stories.test_s19_licences import mine, wants_title
from tests.api.stories.test_s30_lease import LANDLORD, TENANT, lease
from tests.api.test_kiosk_asks import ASKS, scene_of
from tests.committing import FILLED_IN
from tests.factories import ARCHIVE, CARD_VISIT, Town
from tests.payments_world import bill_of, lost_card
from tests.phone.cards import ANSWERS, UNIFORM, WRONG, drafted
from tests.phone.harness import FOLDER
from tests.phone.phone import Phone

MOTHER, DAUGHTER = "wang-guifang", "li-min"
HERS = {**ANSWERS, "card_name": "王桂芳", "phone": "16909900001"}
Pages = list[tuple[str, str, str]]
"""Whose phone, which page, and what it says when it is there."""

PLAIN: Pages = [
    (MOTHER, "pages/home/home", "老年生活"),
    (MOTHER, "pages/cases/cases", "社会保障卡申领"),
    (MOTHER, "pages/messages/messages", "证明已开好"),
    (MOTHER, "pages/me/me", "王桂芳"),
    (MOTHER, "packages/guide/search/search?theme=elderly&name=%E8%80%81", "长寿保健金"),
    (MOTHER, "packages/guide/item/item?code=longevity", "我能办吗"),
    (MOTHER, "packages/guide/slip/slip?code=longevity", "云政告〔2026〕第"),
    (MOTHER, "packages/identity/bind/bind", "姓名"),
    (MOTHER, "packages/identity/prove/prove", "用国家网络身份认证"),
    (MOTHER, "packages/appointments/list/list", "11月25日"),
    (MOTHER, "packages/appointments/halls/halls?item=ssc-apply", "云城区云山大道1号"),
    (MOTHER, "packages/appointments/slots/slots?item=ssc-apply&hall=center", "选一天，再选半小时"),
    (MOTHER, "packages/appointments/wait/wait?item=ssc-apply&hall=center", "排队"),
    (MOTHER, "packages/certificates/issue/issue?code=ss-proof", "开证明"),
    (MOTHER, "packages/certificates/wallet/wallet", "档案存放证明"),
    (MOTHER, "packages/certificates/check/check", "扫证明、证照上的二维码"),
    (MOTHER, "packages/family/family/family", "家人替我办"),
    (MOTHER, "packages/family/offer/offer?side=agent", "要替家人办什么"),
    (MOTHER, "packages/family/watch/watch", "不选就是全部"),
    (MOTHER, "packages/account/readers/readers", "看了"),
    (MOTHER, "packages/account/data/data", "存成文件"),
    (MOTHER, "packages/account/erase/erase", "注销以后"),
    (MOTHER, "packages/account/privacy/privacy", "看完整的隐私保护指引"),
    (MOTHER, "packages/account/computer/computer", "取八位数"),
    (DAUGHTER, "packages/licences/mine/mine", "结婚证"),
]


async def hers(town: Town) -> Pages:
    """The mother's: a visit, a certificate that is shared, what was sent back, what waits to be committed to, a grant, a kiosk she stands at."""
    grant = await town.granted(MOTHER, DAUGHTER, "ssc-apply")
    token = grant.principal
    visit = await town.booked(token, CARD_VISIT)
    kiosk = Device(town)
    await kiosk.enter(MOTHER)
    scene = scene_of(await kiosk.post(ASKS, {"kind": "prove"}))
    certificate = await town.certified(token, ARCHIVE)
    share = await town.made(f"/api/v1/certificates/{certificate['id']}/shares", {"hours": 1, "purpose": "给房东看"}, token)
    case = await act(town, token, await drafted(town, token, UNIFORM, HERS), "pre-review", staff=False)
    clerk = await town.staff("huanglijuan")
    await act(town, clerk, case, "claim")
    await act(town, clerk, case, "pass-material", materials=["resident_card"])
    await act(town, clerk, case, "return", defects=list(WRONG))
    audit = await town.made("/api/v1/cases", {"item": "fp-reward-audit", "form": FILLED_IN}, token)
    return [
        (MOTHER, f"packages/appointments/visit/visit?id={visit['id']}", visit["code"]),
        (MOTHER, f"packages/apply/form/form?id={audit['id']}", "第1步"),
        (MOTHER, f"packages/apply/receipt/receipt?id={case['id']}", "接下来"),
        (MOTHER, f"packages/certificates/certificate/certificate?id={certificate['id']}", "打开文件，存或发"),
        (MOTHER, f"packages/certificates/share/share?id={certificate['id']}", "给房东看"),
        (MOTHER, f"packages/case/case/case?id={case['id']}", "穿着校服"),
        (MOTHER, f"packages/case/commit/commit?id={audit['id']}", "不实承诺的责任"),
        (MOTHER, f"packages/case/hands/hands?id={case['id']}", "告知修改"),
        (MOTHER, f"packages/kiosk/ask/ask?scene={scene}", "政务服务中心1号自助终端"),
        (MOTHER, f"packages/family/grant/grant?id={grant.id}", "授权有效"),
        (DAUGHTER, f"packages/certificates/shared/shared?scene={share['scene']}", "王桂芳"),
    ]


async def theirs(town: Town) -> Pages:
    """The landlord's: what a tenant's case asks of him, a bill, a licence somebody wants to use; and a licence to be shown."""
    landlord, tenant = await town.proven(LANDLORD), await town.proven(TENANT)
    await handed_in(town, tenant, "lease-filing", lease(town, owned="alone", co_owners=None))
    asked = (await town.get("/api/v1/obligations", token=landlord)).json["items"][0]["id"]
    bill = await bill_of(town, landlord, await lost_card(town, landlord))
    await wants_title(town, tenant)
    request = next(each for each in await mine(town, landlord) if each["state"] == "asked")
    daughter = await town.login(DAUGHTER)  # proven before
    licences = (await town.get("/api/v1/licences", token=daughter)).json["items"]
    licence = next(each["identifier"] for each in licences if "结婚证" in json.dumps(each, ensure_ascii=False))
    return [
        (LANDLORD, "packages/case/waiting/waiting", "想用您的"),
        (LANDLORD, f"packages/case/asked/asked?id={asked}", "在办「房屋租赁登记备案」，请您核对"),
        (LANDLORD, f"packages/paying/bill/bill?id={bill['id']}", "40.00 元"),
        (LANDLORD, f"packages/licences/authorisation/authorisation?id={request['id']}", "不认识对方，请选「不同意」"),
        (DAUGHTER, f"packages/licences/show/show?id={licence}", "前有效"),
        (DAUGHTER, f"packages/licences/copy/copy?id={licence}&name=%E7%BB%93%E5%A9%9A%E8%AF%81", "做什么用"),
    ]


def every_page() -> Iterator[str]:
    """As app.json names them."""
    app = json.loads((FOLDER / "src" / "app.json").read_text())
    yield from app["pages"]
    for package in app["subPackages"]:
        yield from (f"{package['root']}/{each}" for each in package["pages"])


async def read_large(mobile: Phone, pages: Pages) -> None:
    """One start of the mini-program for each who holds the phone; the pages are opened within it, which takes half as long."""
    lost: list[str] = []
    await mobile.use_elder_mode()
    holder = ""
    for person, path, words in sorted(pages):
        if person == holder:
            await mobile.goes_to(path)
        else:
            await mobile.begins_anew(person)
            await mobile.open(path)
        holder = person
        await mobile.sees(words)
        await mobile.fits(elder=True)
        lost += await mobile.lost_at_its_largest(path.partition("?")[0].rpartition("/")[2])
    assert not lost, "\n".join(lost)


async def test_no_page_is_left_out(town: Town) -> None:
    pages = [*PLAIN, *await hers(town), *await theirs(town)]
    assert sorted(path.partition("?")[0] for _, path, _ in pages) == sorted(every_page())


async def test_pages_about_her_lose_nothing_in_large_text(mobile: Phone, town: Town) -> None:
    pages = await hers(town)
    await town.world.settle()
    await read_large(mobile, [*PLAIN, *pages])


async def test_pages_about_what_others_ask_lose_nothing_in_large_text(mobile: Phone, town: Town) -> None:
    await town.proven(DAUGHTER)
    await read_large(mobile, await theirs(town))
