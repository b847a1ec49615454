"""The catalogue as it is in the repository, and a copy of it a test may spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from backend.catalogue import Catalogue, load_catalogue

CATALOGUE = Path(__file__).parents[3] / "catalogue"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where PyYAML has libyaml
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
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
        data = yaml.load(path.read_text("utf-8"), Loader=_Loader)
        edit(data)
        path.write_text(yaml.dump(data, Dumper=_Dumper, allow_unicode=True), "utf-8")
        return copied

    return change
