"""Identity documents we accept, the shape of their numbers, what organisations are known by, and how relatives are called."""

import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from stdnum.cn import uscc


class DocumentType(StrEnum):
    """Kinds of identity document. `label` is what people read, `code` the official one (GA/T 2000.156)."""

    RESIDENT_CARD = "resident_card"
    HKMT_RESIDENCE = "hkmt_residence"
    HK_MACAU_PERMIT = "hk_macau_permit"
    TAIWAN_PERMIT = "taiwan_permit"
    PERMANENT_RESIDENCE = "permanent_residence"
    PASSPORT = "passport"

    @property
    def label(self) -> str:
        """The document's name in Chinese."""
        return _LABELS[self]

    @property
    def code(self) -> str:
        """The official code of this kind of document."""
        return _CODES[self]


_LABELS = {
    DocumentType.RESIDENT_CARD: "居民身份证",
    DocumentType.HKMT_RESIDENCE: "港澳台居民居住证",
    DocumentType.HK_MACAU_PERMIT: "港澳居民来往内地通行证",
    DocumentType.TAIWAN_PERMIT: "台湾居民来往大陆通行证",
    DocumentType.PERMANENT_RESIDENCE: "外国人永久居留身份证",
    DocumentType.PASSPORT: "护照",
}
_CODES = {
    DocumentType.RESIDENT_CARD: "111",
    DocumentType.HKMT_RESIDENCE: "554",
    DocumentType.HK_MACAU_PERMIT: "516",
    DocumentType.TAIWAN_PERMIT: "511",
    DocumentType.PERMANENT_RESIDENCE: "553",
    DocumentType.PASSPORT: "414",
}


class OrganisationCode(StrEnum):
    """What an organisation is known by, where a person has an identity document. `label` is what people read."""

    USCC = "uscc"

    @property
    def label(self) -> str:
        """The code's name in Chinese."""
        return "统一社会信用代码"


AnyDocument = DocumentType | OrganisationCode
_CODE_VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHAPES = {
    DocumentType.RESIDENT_CARD: re.compile(r"[1-9]\d{16}[\dX]"),
    DocumentType.HKMT_RESIDENCE: re.compile(r"8[1-3]\d{15}[\dX]"),
    DocumentType.HK_MACAU_PERMIT: re.compile(r"[HM]\d{8}(\d{2})?"),
    DocumentType.TAIWAN_PERMIT: re.compile(r"\d{8}(\d{2})?"),
    DocumentType.PERMANENT_RESIDENCE: re.compile(r"9\d{16}[\dX]|[A-Z]{3}\d{12}"),
    DocumentType.PASSPORT: re.compile(r"[A-Z0-9]{5,12}"),
}


_LIKELIEST = (
    DocumentType.HKMT_RESIDENCE,
    DocumentType.RESIDENT_CARD,
    DocumentType.PERMANENT_RESIDENCE,
    DocumentType.HK_MACAU_PERMIT,
    DocumentType.TAIWAN_PERMIT,
    DocumentType.PASSPORT,
)


def normal_number(number: str) -> str:
    """The number as registers keep it: without blanks, hyphens, full-width characters and marks nobody sees; letters in capitals."""
    seen = "".join(each for each in unicodedata.normalize("NFKC", number) if unicodedata.category(each) != "Cf")
    return re.sub(r"[\s\-]", "", seen).upper()


def _credit_code(number: str) -> str:
    code = normal_number(number)
    if not uscc.is_valid(code):
        raise ValueError("统一社会信用代码不对，应为 18 位数字和大写字母，请对照营业执照重新输入")
    return code


def company_code(region: str, running: int) -> str:
    """The credit code (GB 32100-2015) of the `running`th company registered here: 9 market regulation, 1 a company, the district, an
    organisation code of ours (GB 11714) and the check character."""
    own = f"MA{running:06d}"
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(weight * _CODE_VALUES.index(character) for weight, character in zip(weights, own, strict=True)) % 11
    seventeen = f"91{region}{own}{'0' if rest == 11 else 'X' if rest == 10 else rest}"
    return seventeen + uscc.calc_check_digit(seventeen)


CreditCode = Annotated[str, StringConstraints(min_length=15, max_length=30), AfterValidator(_credit_code)]  # GB 32100-2015


def check_digit(first_seventeen: str) -> str:
    """The 18th character of a citizen identity number (GB 11643, ISO 7064 MOD 11-2)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(first_seventeen, weights, strict=True))
    return "10X98765432"[total % 11]


def is_well_formed(document_type: DocumentType, number: str) -> bool:
    """Whether `number` can be the number of such a document: its shape, and where it has 18
    characters its date of birth and check digit too."""
    if not _SHAPES[document_type].fullmatch(number):
        return False
    if len(number) != 18:
        return True
    return check_digit(number[:17]) == number[17] and born_of(document_type, number) is not None


def documents_of(number: str) -> list[DocumentType]:
    """The documents a number can be of, in the order registers are asked: nobody is asked for the kind where a form names somebody."""
    return [kind for kind in _LIKELIEST if is_well_formed(kind, number)]


def born_of(document_type: AnyDocument, number: str) -> date | None:
    """The date of birth an 18-character number carries; None where the number carries none."""
    carries = document_type in {
        DocumentType.RESIDENT_CARD,
        DocumentType.HKMT_RESIDENCE,
        DocumentType.PERMANENT_RESIDENCE,
    }
    if not carries or len(number) != 18:
        return None
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


class Relation(StrEnum):
    """What somebody is to a person, in the words the registers and the forms use: B is A's …"""

    SPOUSE = "配偶"
    FATHER = "父亲"
    MOTHER = "母亲"
    SON = "儿子"
    DAUGHTER = "女儿"
    BROTHER = "兄弟"
    SISTER = "姐妹"
    GRANDFATHER = "祖父"
    GRANDMOTHER = "祖母"
    MATERNAL_GRANDFATHER = "外祖父"
    MATERNAL_GRANDMOTHER = "外祖母"
    GRANDCHILD = "孙子女"
    GUARDIAN = "监护人"
    WARD = "被监护人"
