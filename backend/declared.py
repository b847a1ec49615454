"""What is declared in YAML files of our own: rules, lists and the demo district, each file by its model."""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel

FastLoader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where PyYAML has libyaml
Model = TypeVar("Model", bound=BaseModel)


def declared(path: Path, model: type[Model]) -> Model:
    """What a file declares. Raises `OSError`, `yaml.YAMLError`, `ValidationError`."""
    return model.model_validate(yaml_of(path))


def yaml_of(path: Path) -> Any:
    """The data of a YAML file, before any model. Raises `OSError`, `yaml.YAMLError`."""
    return yaml.load(path.read_text(encoding="utf-8"), FastLoader)  # noqa: S506 - a safe loader, in C
