"""The text of an item with one more version: a copy of its last one that begins on a later day. Words and comments stay as written."""

from datetime import date

import yaml

from backend.declared import FastLoader
from backend.errors import Invalid

_NO_ROOM = "这份事项的 versions 不是一行一项地写的，请直接在文中补写新版本。"


def with_next_version(text: str, begins: date) -> str:
    """Raises Invalid where the text's versions are not written one below the other."""
    root = yaml.compose(text, Loader=FastLoader)
    last, begun = _last_version(root)
    lines = text.splitlines()
    first, end = last.start_mark.line, _end(last, lines)
    copy = _with_own_anchors(text, lines, range(first, end), begins)
    at = begun.start_mark.line - first
    line = copy[at]
    copy[at] = line[: begun.start_mark.column] + begins.isoformat() + line[begun.end_mark.column :]
    return "\n".join([*lines[:end], *copy, *lines[end:], ""])


def _with_own_anchors(text: str, lines: list[str], part: range, begins: date) -> list[str]:
    """The lines of a part, each anchor set in it under a name of its own: a text names an anchor once."""
    copy, own = [lines[number] for number in part], set[str]()
    marks: list[tuple[yaml.Mark, yaml.Mark, str]] = []
    for token in yaml.scan(text, Loader=FastLoader):
        if not isinstance(token, (yaml.AnchorToken, yaml.AliasToken)) or token.start_mark.line not in part:
            continue
        if isinstance(token, yaml.AnchorToken):
            own.add(token.value)
        if token.value in own:
            marks.append((token.start_mark, token.end_mark, token.value))
    for start, end, name in reversed(marks):
        at, sign = start.line - part.start, lines[start.line][start.column]
        copy[at] = f"{copy[at][: start.column]}{sign}{name}-{begins:%Y%m%d}{copy[at][end.column :]}"
    return copy


def _last_version(root: yaml.Node | None) -> tuple[yaml.MappingNode, yaml.ScalarNode]:
    """The last version of an item, and the day it begins."""
    versions = _member(root, "versions")
    if not isinstance(versions, yaml.SequenceNode) or versions.flow_style or not versions.value:
        raise Invalid(_NO_ROOM)
    last = versions.value[-1]
    begun = _member(last, "effective_from")
    if not isinstance(last, yaml.MappingNode) or last.flow_style or not isinstance(begun, yaml.ScalarNode):
        raise Invalid(_NO_ROOM)
    return last, begun


def _member(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _end(node: yaml.Node, lines: list[str]) -> int:
    """The line after the last one of a block; blank lines and comments between it and what follows are not part of it."""
    end = node.end_mark.line + (1 if node.end_mark.column else 0)
    while end > node.start_mark.line + 1 and (end > len(lines) or not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end
