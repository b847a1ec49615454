"""What stands on papers speaks of things, not to anybody: a field that is printed has a label for it (`paper_label`) where its question
addresses whoever fills it in."""

import re
from collections.abc import Iterator

from backend.catalogue.checks import Faults
from models.catalogue import ItemVersion
from models.forms import FormField

_ADDRESSES = re.compile(r"^请|[您你我谁哪几吗呢？?]|什么|怎么|怎样|多少|要不要|是不是|还是|选")


def printed_faults(version: ItemVersion) -> Faults:
    """Every field of a version, or of a part of it, whose words on paper would ask or address somebody."""
    if version.instant is not None:
        return  # its certificate has words of its own
    asked = [field.key for field in version.form]
    for key, field in {field.key: field for field in _printed(version)}.items():
        if _ADDRESSES.search(field.on_paper):
            place = "paper_label" if field.paper_label else "label"
            told = f"「{field.on_paper}」是对填表人说的话，会印在文书上，请另写 paper_label，或用 printed: false 不印"
            yield ("form", asked.index(key), place), told


def _printed(version: ItemVersion) -> Iterator[FormField]:
    yield from version.stated
    for part in version.parts:
        yield from version.of_part(part).stated
