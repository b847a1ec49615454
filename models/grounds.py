"""Why something was decided, and on what rule: what staff write and a citizen reads. One rule for every act that says so.

A reason says what is the case; 「无」 or 「不符合」 says nothing that could be answered or appealed against (行政许可法 art. 38: 说明理由).
A basis names a law, a rule or a document, with its article where there is one.
"""

import re
from typing import Annotated

from pydantic import AfterValidator

from models.staff_text import StaffShortText, StaffText

_LEAST = 4  # letters, characters and digits that say something
_EMPTY = re.compile(
    "不予批准|不予受理|不予许可|不符合|不符|不通过|不合格|不同意|不批准|不可以|不行|没有|申请人?|条件|规定|要求|标准|法律|法规|政策|材料|审核|审查"
    "|有关|相关|按照|根据|依法|依据|理由|原因|同上|其他|其它|情况|无|略|见|等|的|了|您"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORTH = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_RULES = (
    "法|法典|条例|办法|规定|规程|规范|规则|细则|标准|准则|章程|解释|决定|决议|通知|通知书|告知书|承诺书|通告|公告|意见|批复|复函|目录|清单|名录"
    "|方案|指南|规划|控规|办事指南|合同|协议|判决书|裁定书|证明|令|函"
)
_DOCUMENT = re.compile(rf"《[^》]{{2,}}》|(?![按依照据根关律规])[\u4e00-\u9fff](?:{_RULES})|〔\d{{4}}〕|[A-Z]{{2,}}(?:/T)?\s?\d{{3,}}")
_SAYS_NOTHING = "请写清楚具体事实：是哪一项、差在哪里，让申请人看得懂为什么，例如“未满80周岁”。只写“无”“不符合条件”这样的话不行"
_APPRAISES_NOTHING = "请写清楚这些档案为什么都不用再保管，例如“保管期已满，逐件看过，没有查考和凭证的价值”。只写“到期”“同意”这样的话不行"
_NAMES_NOTHING = "请写明依据的是哪部法律法规或哪份文件，尽量写到条，例如“城市道路管理条例第三十三条”"


def says_something(text: str) -> bool:
    """Whether a reason names a fact: what is left without the words that fit every refusal, at least four characters, two of them Chinese."""
    left = "".join(_WORTH.findall(_EMPTY.sub("", text)))
    return len(left) >= _LEAST and len(set(_HAN.findall(left))) >= 2


def names_a_rule(text: str) -> bool:
    """Whether a basis names a law, a rule, a standard or a document."""
    return _DOCUMENT.search(text) is not None


def checked_reason(text: str) -> str:
    """A reason as it was given. Raises `ValueError` where it says nothing."""
    if not says_something(text):
        raise ValueError(_SAYS_NOTHING)
    return text


def _appraisal(text: str) -> str:
    """What the archive reads, not an applicant."""
    if not says_something(text):
        raise ValueError(_APPRAISES_NOTHING)
    return text


def _basis(text: str) -> str:
    if not names_a_rule(text):
        raise ValueError(_NAMES_NOTHING)
    return text


GivenReason = Annotated[StaffText, AfterValidator(checked_reason)]
Appraisal = Annotated[StaffText, AfterValidator(_appraisal)]  # 鉴定意见, of a destruction
LegalBasis = Annotated[StaffText, AfterValidator(_basis)]
ShortLegalBasis = Annotated[StaffShortText, AfterValidator(_basis)]
