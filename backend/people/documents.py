"""Identity documents: which numbers are well formed.

Sources: GB 11643 (resident card, and the 港澳台居民居住证 that follows it with 810000, 820000, 830000 in front),
the 2023 form of the 外国人永久居留身份证 (18 characters, begins with 9, check character as GB 11643) and the form
before it (three letters and twelve digits). The region of a number is not checked: regions are dissolved and renamed,
numbers stay. A well-formed number says nothing about the person; the population register does.
"""

import re
from collections.abc import Callable
from datetime import date

from backend.errors import FieldError, Invalid
from models.documents import DocumentType, check_digit, normal_number

_EARLIEST = date(1880, 1, 1)


def check_number(document_type: DocumentType, number: str, today: date, pointer: str = "/id_number") -> str:
    """The normalised number. Raises `Invalid` that says what is wrong with it."""
    plain = normal_number(number)
    fault = _RULES[document_type](plain, today)
    if fault:
        raise Invalid(errors=[FieldError(pointer, fault)])
    return plain


def _day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def _eighteen(number: str, today: date, prefix: str = "", what: str = "身份证号码") -> str | None:
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return f"{what}应为 18 位，前 17 位是数字，最后一位是数字或字母 X，请对照证件重新输入。"
    if not re.match(prefix, number):
        return f"{what}的开头与所选证件类型不符，请检查证件类型是否选对。"
    born = _day(number[6:14])
    if born is None or not _EARLIEST <= born <= today:
        return f"{what}里的出生日期（第 7 至 14 位）不对，请对照证件重新输入。"
    if check_digit(number[:17]) != number[17]:
        return f"{what}的最后一位与前面对不上，可能有一位输错了，请对照证件重新输入。"
    return None


def _resident_card(number: str, today: date) -> str | None:
    return _eighteen(number, today, r"(?!8[123])")


def _residence_permit(number: str, today: date) -> str | None:
    return _eighteen(number, today, r"8[123]", "居住证号码")


def _permanent_residence(number: str, today: date) -> str | None:
    if len(number) == 18:
        return _eighteen(number, today, "9", "永久居留身份证号码")
    if not re.fullmatch(r"[A-Z]{3}[0-9]{12}", number):
        return "永久居留身份证号码应为 18 位（新版），或 3 个字母加 12 位数字（旧版），请对照证件重新输入。"
    month_day = number[9:13]
    if _day("2000" + month_day) is None:  # a leap year, so that 29 February passes whatever the century
        return "永久居留身份证号码里的出生日期不对，请对照证件重新输入。"
    return None


def _matches(pattern: str, fault: str) -> Callable[[str, date], str | None]:
    def rule(number: str, today: date) -> str | None:
        return None if re.fullmatch(pattern, number) else fault

    return rule


_RULES: dict[DocumentType, Callable[[str, date], str | None]] = {
    DocumentType.RESIDENT_CARD: _resident_card,
    DocumentType.HKMT_RESIDENCE: _residence_permit,
    DocumentType.PERMANENT_RESIDENCE: _permanent_residence,
    # eight characters for life, then two that count the renewals on cards of the older form
    DocumentType.HK_MACAU_PERMIT: _matches(
        r"[HM][0-9]{8}([0-9]{2})?", "港澳居民来往内地通行证号码应为字母 H 或 M 加 8 位或 10 位数字，请对照证件重新输入。"
    ),
    DocumentType.TAIWAN_PERMIT: _matches(r"[0-9]{8}([0-9]{2})?", "台湾居民来往大陆通行证号码应为 8 位或 10 位数字，请对照证件重新输入。"),
    DocumentType.PASSPORT: _matches(r"(?=.*[0-9])[A-Z0-9]{5,17}", "护照号码应为 5 至 17 位字母和数字，请对照护照资料页重新输入。"),
}
