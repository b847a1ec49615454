"""Free text that staff write: reasons, advice, findings, notes.

It goes into events, notices and papers, where no identity number and no phone number may stand (invariant 10). Who is
meant stands in the case already, so a text that holds such a number is refused rather than altered.
"""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from stdnum.cn import ric
from stdnum.util import clean

from models.base import LongText, ShortText

_REFUSED = "说明里不要写身份证号、手机号，办件里已有这些信息"
_GAP = r"[ \-]?"  # as people write long numbers: 138 0000 0000
_IDENTITY_NUMBER = re.compile(rf"(?<!\d)\d{{6}}{_GAP}\d{{8}}{_GAP}\d{{3}}[\dX](?!\d)", re.ASCII)
_MOBILE_NUMBER = re.compile(rf"(?<!\d)(?:\+86{_GAP})?1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}(?!\d)", re.ASCII)


def holds_personal_number(text: str) -> bool:
    """Whether a resident identity number (18 digits, the check digit right) or a mainland mobile number stands in `text`.

    Also in full-width digits, and with gaps; digits inside a longer run, such as a case number, are neither.
    """
    plain = unicodedata.normalize("NFKC", text).upper()
    return _MOBILE_NUMBER.search(plain) is not None or any(_is_identity_number(found) for found in _IDENTITY_NUMBER.findall(plain))


def _is_identity_number(found: str) -> bool:
    number = clean(found, " -")
    return ric.calc_check_digit(number) == number[-1]


def _without_personal_numbers(text: str) -> str:
    if holds_personal_number(text):
        raise ValueError(_REFUSED)
    return text


StaffShortText = Annotated[ShortText, AfterValidator(_without_personal_numbers)]
StaffText = Annotated[LongText, AfterValidator(_without_personal_numbers)]
Advice = Annotated[str, StringConstraints(min_length=4, max_length=500, strip_whitespace=True), AfterValidator(_without_personal_numbers)]
