"""The texts of notices, read whole at start from catalogue/notices.yaml: a fault stops the start."""

import re
import string
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from backend.declared import yaml_of
from models.notices import NoticeTemplate, WechatTemplate

# What WeChat takes as values of a subscribe message; anything else is refused with 47003. Texts, in characters:
_LIMITS = {"thing": 20, "const": 20, "name": 10}
_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_SHAPES = {
    "time": re.compile(rf"({_DAY} )?\d{{1,2}}:\d{{2}}"),
    "date": re.compile(rf"{_DAY}( \d{{1,2}}:\d{{2}})?"),
    "phrase": re.compile(r"[\u4e00-\u9fff]{1,5}"),
    "character_string": re.compile(r"[\x21-\x7e]{1,32}"),
    "phone_number": re.compile(r"[\d+\-]{1,17}"),
}


class NoticeTemplatesFaulty(Exception):
    """Some template cannot be used; the message lists every fault with its key."""


class NoticeTemplates:
    """Every template by key."""

    def __init__(self, templates: Mapping[str, NoticeTemplate]) -> None:
        self._templates = templates

    @classmethod
    def load(cls, path: Path) -> "NoticeTemplates":
        """Raises `NoticeTemplatesFaulty`."""
        faults: list[str] = []
        templates: dict[str, NoticeTemplate] = {}
        for key, raw in (yaml_of(path) or {}).items():
            try:
                templates[key] = NoticeTemplate.model_validate(raw)
            except ValidationError as error:
                faults += [f"{path} /{key}/{'/'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()]
        if faults:
            raise NoticeTemplatesFaulty("\n".join(faults))
        return cls(templates)

    def __contains__(self, key: str) -> bool:
        return key in self._templates

    def keys(self) -> set[str]:
        """The keys of all templates."""
        return set(self._templates)

    def get(self, key: str) -> NoticeTemplate:
        """The template of that key. Raises `KeyError`."""
        return self._templates[key]


class _Lenient(dict[str, str]):
    """A datum an order lacks leaves nothing, never a placeholder in front of a citizen."""

    def __missing__(self, key: str) -> str:
        return ""


def filled(text: str, data: Mapping[str, str]) -> str:
    """`text` with its `{placeholders}` filled from `data`."""
    return string.Formatter().vformat(text, (), _Lenient(data))


def wechat_data(template: WechatTemplate, data: Mapping[str, str]) -> dict[str, dict[str, str]] | None:
    """The `data` of a subscribe message: texts are cut to the length WeChat takes and never empty.

    None where a value is not of the kind its field wants, such as an empty time: WeChat would refuse the message (47003).
    """
    values: dict[str, dict[str, str]] = {}
    for name, text in template.fields.items():
        value = filled(text, data).replace("\n", " ").strip()
        kind = name.rstrip("0123456789")
        if (shape := _SHAPES.get(kind)) is not None:
            if not shape.fullmatch(value):
                return None
        else:
            limit = _LIMITS.get(kind, 20)
            value = value if len(value) <= limit else value[: limit - 1] + "…"
        values[name] = {"value": value or "-"}
    return values
