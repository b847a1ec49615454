"""The texts of notices, read whole at start from catalogue/notices.yaml: a fault stops the start."""

import string
from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import ValidationError

from models.notices import NoticeTemplate, WechatTemplate

# Limits of WeChat's subscribe message values, in characters; a longer value is refused with 47003.
_LIMITS = {"thing": 20, "character_string": 32, "phrase": 5, "name": 10, "phone_number": 17, "const": 20}


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
        for key, raw in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
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


def wechat_data(template: WechatTemplate, data: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The `data` of a subscribe message; values are cut to the length WeChat takes, and never empty (47003)."""
    values: dict[str, dict[str, str]] = {}
    for name, text in template.fields.items():
        value = filled(text, data).replace("\n", " ").strip() or "-"
        limit = _LIMITS.get(name.rstrip("0123456789"), 32)
        values[name] = {"value": value if len(value) <= limit else value[: limit - 1] + "…"}
    return values
