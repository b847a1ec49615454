"""What README, CONTRIBUTING, CHANGELOG and the pages of docs name is there: paths, links, endpoints, settings and commands."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.openapi import _GROUP
from handlers.routes import endpoints
from models.settings import Settings
from server import _parser

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
_FILE = re.compile(r"(?<![\w/.…])((?:backend|tests|docs|handlers|models|catalogue|sandbox|bench|demo)/[\w/.-]*\w)")
_MADE_UP = re.compile(r"\b[A-Z]{2,}\b")  # catalogue/items/CODE.yaml
_LINK = re.compile(r"\]\(([^)]+)\)")
_ENDPOINT = re.compile(r"(?:\b(GET|POST|PUT|DELETE) )?((?:…|/api/v1)/[\w/{}<>.-]*|/(?:verify|metrics|healthz|readyz)\b[\w/{}<>.-]*)")
_STANDS_FOR = re.compile(r"[{<]\w+[}>]|^[A-Z]+\b")
_SETTING = re.compile(r"\b(?:YICI_[A-Z_0-9]+|PORT|DATA_DIR|MONGODB_URI|REDIS_URL)\b")
_COMMAND = re.compile(r"python server\.py ([a-z][a-z-]+)")
_TARGET = re.compile(r"`make ([a-z-]+)`")


def told(pattern: re.Pattern[str], page: Path) -> Iterator[re.Match[str]]:
    return pattern.finditer(page.read_text("utf-8"))


def exists(path: str) -> bool:
    """Below the house or, as the pages on items shorten it, below its catalogue."""
    return any((base / path).exists() for base in (ROOT, ROOT / "catalogue"))


def links(page: Path) -> Iterator[Path]:
    """The files a page leads to; what lies outside the house is none."""
    for match in told(_LINK, page):
        file = match[1].partition("#")[0]
        if file and "://" not in file:
            yield Path(os.path.normpath(page.parent / file))


DECLARED = [(verb, pattern.removesuffix("/?").split("/")) for pattern, verb, _ in endpoints()]
COMMANDS = re.findall(r"[a-z-]+", _parser().format_usage())
TARGETS = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def is_declared(verb: str, path: str) -> bool:
    """`…/{id}/revoke` is the end of a path, one that ends with a slash the beginning of several."""
    asked = path.rstrip("/").removeprefix("…/").split("/")
    for method, known in DECLARED:
        shown = known[-len(asked) :] if path.startswith("…") else known[: len(asked)] if path.endswith("/") else known
        if verb in ("", method) and len(shown) == len(asked) and all(map(is_part, asked, shown)):
            return True
    return False


def is_part(asked: str, known: str) -> bool:
    """Whether one part of a path is as its pattern says; `{id}`, `<id>` and ID stand for whatever may stand there."""
    return re.fullmatch(_GROUP.sub(".+", known) if _STANDS_FOR.search(asked) else known, asked) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
class TestEachPage:
    """Each page by itself."""

    def test_every_file_and_folder_it_names_exists(self, page: Path) -> None:
        assert [match[1] for match in told(_FILE, page) if not _MADE_UP.search(match[1]) and not exists(match[1])] == []

    def test_every_link_leads_somewhere(self, page: Path) -> None:
        assert [str(target) for target in links(page) if not target.exists()] == []

    def test_every_endpoint_it_names_is_declared(self, page: Path) -> None:
        found = [(match[1] or "", match[2].rstrip(".")) for match in told(_ENDPOINT, page)]
        assert [each for each in found if not is_declared(*each)] == []

    def test_every_setting_and_command_it_names_is_known(self, page: Path) -> None:
        assert [match[0] for match in told(_SETTING, page) if match[0].removeprefix("YICI_").lower() not in Settings.model_fields] == []
        assert [match[1] for match in told(_COMMAND, page) if match[1] not in COMMANDS] == []
        assert [match[1] for match in told(_TARGET, page) if match[1] not in TARGETS] == []


def test_every_page_is_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    ahead = [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page not in reached:
            reached.add(page)
            ahead += page.glob("*.md") if page.is_dir() else links(page) if page.suffix == ".md" else []
    assert [str(page) for page in PAGES if page not in reached] == []


@pytest.mark.parametrize(
    ("verb", "path", "is_there"),
    [
        ("GET", "/api/v1/staff/archives/{id}.pdf", True),
        ("POST", "…/{id}/revoke", True),
        ("", "/api/v1/staff/catalogue/", True),
        ("GET", "…/{id}/revoke", False),
        ("POST", "/api/v1/staff/archives/{id}.pdf", False),
        ("", "/api/v1/staff/catalog/", False),
        ("", "/api/v1/staff/cases/{id}/grants", False),
    ],
)
def test_what_is_not_declared_is_found(verb: str, path: str, *, is_there: bool) -> None:
    """The control: the look at the pages can fail."""
    assert is_declared(verb, path) is is_there
