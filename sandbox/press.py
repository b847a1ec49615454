"""Prints and signs the files of the demo authorities. Loading this takes a second or two: see `sandbox.authority`."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from backend.printing import demo_files
from backend.printing.render import fonts
from backend.printing.sign import SealingKey

_TEMPLATE = Path(__file__).parent / "pages" / "authority.typ"


class Press:
    """The template and fonts, and a key for each authority under `state`/authorities."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._keys: dict[str, SealingKey] = {}
        self._compiler = typst.Compiler(root=_TEMPLATE.parent, font_paths=fonts(), ignore_system_fonts=True)

    def pdf(self, register: str, data: dict[str, Any], now: datetime) -> bytes:
        """The page of `data`, signed by the authority of `register`."""
        page = self._compiler.compile(
            input=str(_TEMPLATE),
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards="a-2b",
            timestamp=now.replace(microsecond=0),  # typst takes none
        )
        assert isinstance(page, bytes)
        key = self._key(register, data["authority"], data["seal"])
        return key.sign(page, reason=data["title"], place="江州市云城区", at=now)

    def _key(self, register: str, organisation: str, name: str) -> SealingKey:
        if register not in self._keys:
            files = demo_files(self._state / "authorities", organisation=organisation, name=name, folder=register)
            self._keys[register] = SealingKey(files)
        return self._keys[register]
