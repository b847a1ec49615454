"""The catalogue as it is in the repository, and a copy of it a test may spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from backend.catalogue import Catalogue, load_catalogue

CATALOGUE = Path(__file__).parents[3] / "catalogue"
Change = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The repository's own catalogue."""
    return load_catalogue(CATALOGUE)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the catalogue directory, demo district included."""
    return Path(shutil.copytree(CATALOGUE, tmp_path / "catalogue"))


@pytest.fixture
def spoil(copied: Path) -> Callable[[str, Change], Path]:
    """Changes the data of one file of the copy; returns the copy."""

    def change(file: str, edit: Change) -> Path:
        path = copied / file
        data = yaml.safe_load(path.read_text("utf-8"))
        edit(data)
        path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
        return copied

    return change
