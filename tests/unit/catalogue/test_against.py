"""What is looked into says which answers it is held against, so that a changed answer is looked at again."""

from collections.abc import Iterator

from backend.catalogue import Catalogue
from models.catalogue import ItemVersion

COMPARED = ("与填写的一致", "与申请一致", "与申请表一致", "与用电地址一致")


def versions(catalogue: Catalogue) -> Iterator[ItemVersion]:
    for item in catalogue.items:
        for version in item.versions:
            yield version
            yield from (version.of_part(part) for part in version.parts)


def test_a_look_on_the_spot_names_the_answers_it_looks_into(catalogue: Catalogue) -> None:
    silent = [
        (each.id, step.key) for each in versions(catalogue) for step in each.deciding_steps[:-1] if step.verdicts and not step.against
    ]
    assert silent == []


def test_a_paper_that_must_agree_with_the_answers_says_with_which(catalogue: Catalogue) -> None:
    silent = [
        (each.id, material.key)
        for each in versions(catalogue)
        if each.instant is None
        for material in each.materials
        if any(words in material.standard for words in COMPARED) and not material.against
    ]
    assert silent == []
