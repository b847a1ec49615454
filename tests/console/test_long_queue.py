"""A line of 10,000 cases: a page at a time from the server, the longest wait first, however far one reads on."""

from playwright.async_api import expect

from models.cases import Case
from tests.api.stories.test_s13_pre_review import theatre
from tests.console.desk import Desk
from tests.factories import Town

MANY = 10_000


async def ten_thousand(town: Town) -> None:
    """The same application as often, each by itself."""
    _, case = await theatre(town)
    known = await town.world.store.cases.get(case["id"])
    assert known is not None
    own = {"open_need": None, "events": [], "unrelayed": [], "keys": []}
    copies = [Case.of({**known, **own, "_id": f"case_{number:026d}", "number": f"99010120261123{number:08d}"}) for number in range(1, MANY)]
    await town.world.store.cases.insert_missing(copies)


async def test_a_line_of_ten_thousand_is_read_page_after_page(desk: Desk, town: Town) -> None:
    await ten_thousand(town)
    await desk.login("wenyiming")
    await desk.sees("100 件以上")
    await desk.open("/cases/pre_review")
    rows = desk.page.locator("main tbody tr")
    await expect(rows).to_have_count(50)
    for shown in (100, 150):
        more = desk.page.get_by_role("button", name="再看 50 件")
        await more.scroll_into_view_if_needed()
        await more.press("Enter")
        await expect(rows).to_have_count(shown)
    assert len(set(await rows.locator("a").evaluate_all("links => links.map(each => each.href)"))) == 150, "nobody stands there twice"
    await desk.fits()
    await desk.shoot("long-queue")
