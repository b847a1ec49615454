"""Who may call what and who has which page of the console, as one page of the documentation: `python -m handlers.permissions_page`.

A test holds it against docs/permissions.md, so that nothing is added without somebody having looked at who may use it.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from handlers.access import Access
from handlers.routes import endpoints
from models.acts import Role

ROOMS = Path(__file__).parents[1] / "console" / "src" / "domain" / "rooms.ts"
_LIST = re.compile(r"const (\w+) = \[([^\]]*)\];")
_ROOM = re.compile(r'\{ name: "([\w-]+)", label: "([^"]*)",.*roles: (\w+|\[[^\]]*\])(?:,| \})')
_MORE = re.compile(r'\{ name: "([\w-]+)",.*, where: ')
_NAME = re.compile(r'"(\w+)"|\.\.\.(\w+)')
_SAYS = (
    "Made by `python -m handlers.permissions_page` from the declarations; rights that depend on data stand in"
    " `backend/permissions.py`. A page or a call that is added has to be added here, by whoever looked at who may use it."
)
_SCRIBES = "; staff who write it down for whoever they attested: receptionist, village_officer"
_GROUP = re.compile(r"\((?:[^()]|\([^()]*\))*\)")


def rooms(source: str) -> dict[str, tuple[str, frozenset[Role]]]:
    """The console's pages of `rooms.ts`: name -> (label, roles)."""
    lists: dict[str, frozenset[Role]] = {}
    for name, members in _LIST.findall(source):
        lists[name] = _roles(members, lists)
    return {name: (label, lists[of] if of in lists else _roles(of, lists)) for name, label, of in _ROOM.findall(source)}


def _roles(members: str, lists: Mapping[str, frozenset[Role]]) -> frozenset[Role]:
    found = _NAME.findall(members)
    return frozenset(role for one, other in found for role in (lists[other] if other else {Role(one)}))


def page() -> str:
    """The whole page."""
    lines = [
        "# Who may do what",
        "",
        _SAYS,
        "",
        "## Pages of the console",
        *_table(["page", "name"], [([f"`/console/{name}`", label], roles) for name, (label, roles) in rooms(ROOMS.read_text()).items()]),
        "",
        f"More than the role is asked (`where` of `rooms.ts`): {', '.join(f'`/console/{name}`' for name in _MORE.findall(ROOMS.read_text()))}.",
        "",
        "## Calls of staff",
        *_table(["call", ""], [([f"`{verb} {_path(path)}`", each.summary], _who(each.access)) for path, verb, each in _staff_calls()]),
        "",
        "## Calls of everybody else",
        "",
        "| call | | who |",
        "|---|---|---|",
        *(
            f"| `{verb} {_path(path)}` | {each.summary} | {each.access}{_SCRIBES if each.scribe else ''} |"
            for path, verb, each in endpoints()
            if each.access.kind != "staff"
        ),
        "",
    ]
    return "\n".join(lines)


def _staff_calls():
    return [call for call in endpoints() if call[2].access.kind == "staff"]


def _who(access: Access) -> frozenset[Role]:
    return access.roles or frozenset(Role)


def _table(heads: list[str], rows: list[tuple[list[str], frozenset[Role]]]) -> list[str]:
    roles = list(Role)
    head = ["", f"| {' | '.join([*heads, *(role.label for role in roles)])} |", "|" + "---|" * (len(heads) + len(roles))]
    return [*head, *(f"| {' | '.join([*cells, *('●' if role in of else '' for role in roles)])} |" for cells, of in rows)]


def _path(pattern: str) -> str:
    return _GROUP.sub("{id}", pattern).replace("\\", "").rstrip("$?")


if __name__ == "__main__":
    sys.stdout.write(page())
