"""The JSON Schema of an item's YAML, for editors: `python -m backend.catalogue.schema` writes docs/catalogue.schema.json."""

import json
from pathlib import Path

from models.catalogue import Item

PATH = Path(__file__).parents[2] / "docs" / "catalogue.schema.json"


def schema_text() -> str:
    """The schema as the file has it."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Item.model_json_schema(by_alias=True, mode="validation")}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    PATH.write_text(schema_text(), "utf-8")
