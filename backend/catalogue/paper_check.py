"""What stands on papers, and what others read before they confirm or sign, speaks of things, not to anybody: such a field has a label
for it (`paper_label`) where its question addresses whoever fills it in."""

import re
from collections.abc import Iterator

from backend.catalogue.checks import Faults
from models.catalogue import Confirmation, ItemVersion, Signature
from models.forms import FormField

_ADDRESSES = re.compile(r"^请|[您你我谁哪几吗呢？?]|什么|怎么|怎样|多少|要不要|是不是|还是|选")


def printed_faults(version: ItemVersion) -> Faults:
    """Every field of a version, or of a part of it, whose words on paper, or before somebody else, would ask or address somebody."""
    asked = [field.key for field in version.form]
    for key, field in {field.key: field for field in _printed(version)}.items():
        if _ADDRESSES.search(field.on_paper):
            place = "paper_label" if field.paper_label else "label"
            told = f"「{field.on_paper}」是对填表人说的话，会印在文书上，或给确认、签名的人看，请另写 paper_label；不印、不给人看的，用 printed: false，或从 shows、fields 里去掉"
            yield ("form", asked.index(key), place), told


def _printed(version: ItemVersion) -> Iterator[FormField]:
    if version.instant is None:  # its certificate has words of its own
        yield from version.stated
    for part in version.parts:
        yield from version.of_part(part).stated
    for each in version.asked_of_others:
        keys = each.shows if isinstance(each, Confirmation) else each.fields if isinstance(each, Signature) else ()
        yield from (field for key in keys if (field := version.field(key)) is not None)
