"""Every act of staff has its form or sheet on the case's page, and the page has none for what nobody can do."""

import re

from backend.cases.flow import TRANSITIONS, Who
from handlers.permissions_page import ROOMS

ACTS = ROOMS.parent / "acts.ts"
_NOT_STAFF = {Who.APPLICANT, Who.PRINCIPAL, Who.SYSTEM}


def written(source: str) -> set[str]:
    """The acts that the console's source names: keys of the forms, and those with a sheet of their own."""
    own = source.split("export const OWN")[1].split("} as const")[0]
    forms = source.split("const FORMS")[1].split("\n};")[0]
    return set(re.findall(r'"([\w-]+)"', own)) | set(re.findall(r'^  "?([\w-]+)"?: \{', forms, re.MULTILINE))


def test_the_page_of_a_case_and_the_table_agree() -> None:
    of_staff = {row.action.value for row in TRANSITIONS if row.who not in _NOT_STAFF}
    assert written(ACTS.read_text(encoding="utf-8")) == of_staff


def test_an_act_without_its_form_is_found_out() -> None:
    source = 'export const OWN = {\n  a: ["receive"],\n} as const;\nconst FORMS = {\n  "not-accept": { inputs: [] },\n  grant: {\n    inputs: [],\n  },\n};\n'
    assert written(source) == {"receive", "not-accept", "grant"}
