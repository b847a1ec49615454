"""The page of who may do what is what the declarations say, and no page of the console stands beside it."""

import re

from handlers.permissions_page import ROOMS, page, rooms
from models.acts import Role

DOCS = ROOMS.parents[3] / "docs" / "permissions.md"
ROUTER = ROOMS.parents[1] / "router.ts"
BESIDE = {
    "item",
    "login",
    "account",
    "home",
    "cases",
    "case",
    "case-time",
    "figure-cases",
    "card",
    "display",
    "nowhere",
}  # everybody's, of the desk of cases, or a device's


def test_the_page_is_up_to_date() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), "python -m handlers.permissions_page > docs/permissions.md, and look at who may"


def test_every_page_of_the_router_is_classified() -> None:
    routed = set(re.findall(r'name: "([\w-]+)", component', ROUTER.read_text(encoding="utf-8")))
    assert routed - BESIDE == set(rooms(ROOMS.read_text(encoding="utf-8")))


def test_lists_of_roles_are_read_with_what_they_are_made_of() -> None:
    source = (
        'const A = ["reviewer"];\nconst B = ["receptionist", ...A];\n  { name: "x", label: "甲", says: "乙", roles: [...B, "auditor"] },'
    )
    assert rooms(source) == {"x": ("甲", frozenset({Role.REVIEWER, Role.RECEPTIONIST, Role.AUDITOR}))}
    one = '  { name: "y", label: "丙", says: "丁", roles: A },'
    assert rooms('const A = ["reviewer"];\n' + one) == {"y": ("丙", frozenset({Role.REVIEWER}))}
