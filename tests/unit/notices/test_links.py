"""Every link of a notice leads to a page of the mini-program."""

import json
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[3]


def pages() -> set[str]:
    """Every page, as app.json names it."""
    app = json.loads((ROOT / "miniprogram" / "src" / "app.json").read_text(encoding="utf-8"))
    inner = {f"{each['root']}/{page}" for each in app["subPackages"] for page in each["pages"]}
    return {*app["pages"], *inner}


def links() -> set[str]:
    """The page of every link and of every subscribe message, without its query."""
    notices = yaml.safe_load((ROOT / "catalogue" / "notices.yaml").read_text(encoding="utf-8"))
    named = {each.get("link", "") for each in notices.values()}
    named |= {each["wechat"].get("page", "") for each in notices.values() if "wechat" in each}
    return {link.partition("?")[0] for link in named if link}


@pytest.mark.parametrize("link", sorted(links()))
def test_a_link_of_a_notice_leads_to_a_page(link: str) -> None:
    assert link in pages()
