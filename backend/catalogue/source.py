"""YAML read with the place of everything in it, so that a fault can be found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from backend.declared import FastLoader

_DEEPEST = 30  # levels; the deepest item has eleven
_MOST = 50_000  # values of one text; the longest item has a few thousand


@dataclass(frozen=True, order=True)
class Fault:
    """Something wrong in the catalogue: which file, which line (0: the file as a whole), where inside, and what."""

    file: str
    line: int
    pointer: str  # RFC 6901
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.pointer or '/'}: {self.message}"


class CatalogueFaults(Exception):
    """The catalogue cannot be used; `faults` lists everything that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class _PlainLoader(FastLoader):
    """YAML where only `true` and `false` are booleans and dates stay text: pydantic reads them where a date belongs."""


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


class YamlText:
    """A YAML text: its data, the line of each part of it, and the faults of its form."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.data: Any = None
        self.faults: list[Fault] = []
        self._node: yaml.Node | None = None
        try:
            self._read(text)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 0
            self.faults.append(Fault(self.name, line, "", "不是有效的 YAML：请检查这一行附近的缩进、冒号后的空格，以及引号和括号是否成对"))
        except yaml.YAMLError:
            self.faults.append(Fault(self.name, 0, "", "有看不见的控制字符，读不了，请删去"))

    def _read(self, text: str) -> None:
        loader = _PlainLoader(text)
        try:
            self._node = loader.get_single_node()
            if self._node is None:
                self.faults.append(Fault(self.name, 0, "", "文件是空的，请填写内容"))
                return
            self.faults += self._repeated_keys(self._node, "")
            self.data = loader.construct_document(self._node)
        finally:
            loader.dispose()

    def fault(self, location: Sequence[str | int], message: str) -> Fault:
        """A fault at `location` (keys and indexes). Parts that name no place in the file, such as the member
        of a union pydantic tried, are left out; the line is that of the innermost part there is."""
        node, pointer = self._node, ""
        for position, part in enumerate(location):
            child = _child(node, part)
            if child is not None:
                node = child
            elif position < len(location) - 1:
                continue
            pointer += "/" + str(part).replace("~", "~0").replace("/", "~1")
        return Fault(self.name, node.start_mark.line + 1 if node else 0, pointer, message)

    def _repeated_keys(self, node: yaml.Node, pointer: str) -> Iterator[Fault]:
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if key.value in seen:
                    yield Fault(self.name, key.start_mark.line + 1, f"{pointer}/{key.value}", "同一个键写了两次，请删去一个")
                seen.add(key.value)
                yield from self._repeated_keys(value, f"{pointer}/{key.value}")
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                yield from self._repeated_keys(value, f"{pointer}/{index}")


class YamlFile(YamlText):
    """A file of YAML; one that cannot be read has that as its fault."""

    def __init__(self, path: Path, root: Path) -> None:
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            super().__init__(name, "")
            self.faults = [Fault(name, 0, "", _unreadable(error))]
        else:
            super().__init__(name, text)


def _unreadable(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "不是 UTF-8 编码的文本，请另存为 UTF-8"
    return "没有这个文件，请补上" if isinstance(error, FileNotFoundError) else "这个文件读不了，请检查它的权限"


class _Size:
    """How much a text comes to once its aliases are written out."""

    def __init__(self) -> None:
        self._open: list[tuple[str | None, int]] = []  # collections under way: anchor, and how much there was before
        self._anchored: dict[str, int] = {}
        self._total = 0

    def add(self, event: yaml.Event) -> str | None:
        """What is wrong with the text from this event on, if anything is."""
        if isinstance(event, yaml.CollectionStartEvent):
            self._open.append((event.anchor, self._total))
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchored:
                return f"别名 *{event.anchor} 指的内容要在它之前写完"
            self._total += self._anchored[event.anchor]
        elif isinstance(event, yaml.ScalarEvent):
            self._total += 1
            self._keep(event.anchor, 1)
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = self._open.pop()
            self._total += 1
            self._keep(anchor, self._total - before)
        if len(self._open) > _DEEPEST:
            return f"层级超过 {_DEEPEST} 层，请改简单"
        return f"把别名展开后超过 {_MOST} 个值，请改简单" if self._total > _MOST else None

    def _keep(self, anchor: str | None, size: int) -> None:
        if anchor is not None:
            self._anchored[anchor] = size


def plain_text_fault(name: str, text: str) -> Fault | None:
    """Why a text nobody has checked is not read at all: nested without end, or growing by aliases when it is read."""
    size = _Size()
    try:
        for event in yaml.parse(text, Loader=FastLoader):
            line = event.start_mark.line + 1 if event.start_mark else 0
            if (wrong := size.add(event)) is not None:
                return Fault(name, line, "", wrong)
    except yaml.YAMLError:
        return None  # `YamlText` says what is wrong with it
    return None


def _child(node: yaml.Node | None, part: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part]
    return None
