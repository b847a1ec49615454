"""Whatever the server gives as a page says what that page may do: run nothing but our own, be framed by nobody else, tell no other host."""

import re
from pathlib import Path

import pytest

from handlers import console
from handlers.routes import endpoints
from tests.api.test_catalogue_editing import draft
from tests.client import Answer
from tests.factories import Town

_CATALOGUE = "/api/v1/staff/catalogue"


def _patterns() -> set[tuple[str, str]]:
    """Every verb of a route that answers with a page, or with one to browsers."""
    return {
        (verb, pattern)
        for pattern, verb, each in endpoints()
        if any(isinstance(answer, str) and answer.startswith("text/html") for answer in each.reply.values()) or "网页或" in each.summary
    }


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build of the console with nothing in it."""
    for name in ("index.html", "kiosk.html", "asked.html"):
        (tmp_path / name).write_text("<!doctype html><title>一次</title>")
    monkeypatch.setattr(console, "BUILT", tmp_path)


async def _pages(town: Town) -> dict[tuple[str, str], Answer]:
    """Each of them once, by the route it is of."""
    browser = {"Accept": "text/html"}
    slip = (await town.post("/api/v1/items/longevity/advice-slips", {}, key="")).json
    editor = await town.head("fuxiaolan")
    begun = await town.made(f"{_CATALOGUE}/items/archive-proof/drafts", {}, editor)
    preview = await town.post(f"{_CATALOGUE}/drafts/preview", {"source": draft("longevity")}, token=editor, key="")
    asked = [
        *[(path, "") for path in ("/api/docs", slip["page"], "/verify", "/verify/aaaaaaaaaaaa", "/verify/licences/" + "0" * 16)],
        *[(path, "") for path in ("/console", "/console/queue", "/console/asked", "/kiosk")],
        (f"{_CATALOGUE}/items/archive-proof/guide", editor),
        (f"{_CATALOGUE}/drafts/{begun['id']}/guide", editor),
    ]
    given = {("GET", path): await town.get(path, token=token, headers=browser) for path, token in asked}
    given["POST", f"{_CATALOGUE}/drafts/preview"] = preview
    return given


async def test_every_page_is_shut_but_for_what_it_needs(town: Town, built: None) -> None:
    given = await _pages(town)
    reached = {key for key in _patterns() for verb, path in given if verb == key[0] and re.fullmatch(key[1], path)}
    assert _patterns() - reached == set(), "a page nobody looks at here"
    for (_, path), page in given.items():
        assert (page.status in (200, 404), page.headers["Content-Type"].startswith("text/html")) == (True, True), (path, page.text[:200])
        rules = dict(each.strip().split(" ", 1) for each in page.headers["Content-Security-Policy"].split(";"))
        assert (rules["default-src"], rules["base-uri"]) == ("'none'", "'none'"), path
        assert rules["form-action"] in ("'none'", "'self'"), path
        assert rules["frame-ancestors"] == ("'self'" if path.endswith("/guide") else "'none'"), path
        assert rules.get("script-src", "'self'") == "'self'", path
        assert "unsafe-eval" not in str(rules), path
        assert (page.headers["X-Content-Type-Options"], page.headers["Referrer-Policy"]) == ("nosniff", "no-referrer"), path


async def test_the_description_keeps_its_own_style_and_no_other(town: Town) -> None:
    page = await town.get("/api/docs")
    assert "unsafe-inline" not in page.headers["Content-Security-Policy"]
    assert ("'sha256-" in page.headers["Content-Security-Policy"], "style=" in page.text) == (True, False)
