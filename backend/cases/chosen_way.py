"""How a result is given: what the applicant chose in the form, what the item offers, and by which act of staff. Pure.

What is handed over at a counter or sent is followed until it is there, by a delivery (`deliver`), which closes the case. What is there
at once, such as a message, is recorded (`record-result`).
"""

from backend.errors import FieldError, Invalid
from models.cases import Case, CaseState, ResultWay
from models.catalogue import Delivery as Way
from models.catalogue import ItemVersion, ResultForm
from models.common_views import WordView
from models.decision_views import HandingView
from models.deliveries import DeliveryMethod, Recipient

WAYS = {DeliveryMethod.COUNTER: Way.COUNTER, DeliveryMethod.POST: Way.POST}
_AT_ONCE = {Way.DOWNLOAD: ResultWay.DOWNLOAD, Way.NOTICE: ResultWay.NOTICE, Way.BANK: ResultWay.BANK}
_REFUSAL = [ResultWay.COUNTER, ResultWay.POST, ResultWay.NOTICE]
_ON_THE_PHONE = frozenset({Way.DOWNLOAD, Way.NOTICE})
_BY_DELIVERY = "在窗口领取、邮寄的结果不能直接登记办结，请用「交付结果」：领的时候看证件、请领取人签名，寄的跟到签收，然后自动办结。"
_WISH_NEEDED = "申请人选的是{chosen}，请照着交付。申请人自己要改的，请在「申请人怎么说的」里写明，会告诉申请人。"


def post_address(case: Case, result: ResultForm) -> Recipient | None:
    """Where the applicant wants it sent; None where they come for it."""
    place, phone = case.form.get(result.post_to or ""), case.form.get(result.post_phone or "")
    if not isinstance(place, dict) or not isinstance(phone, str):
        return None
    return Recipient(name=case.person_name, phone=phone, town=str(place.get("town") or ""), detail=str(place.get("detail") or ""))


def chosen_way(case: Case, version: ItemVersion) -> Way | None:
    """What the applicant chose; None where they chose nothing."""
    field = version.field(version.result.chosen_by or "")
    if field is None:
        return Way.POST if post_address(case, version.result) is not None else None
    said = case.form.get(field.key)
    return next((each for each in version.result.delivery if each.value == said), None)


def chosen_words(case: Case, version: ItemVersion) -> str:
    """「银行网点领取（罗溪支行）」; empty where nothing was chosen."""
    way = chosen_way(case, version)
    if way is None:
        return ""
    branch = _branch(case, version) if way is Way.BANK else ""
    return f"{way.label}（{branch}）" if branch else way.label


def way_words(case: Case, version: ItemVersion, way: ResultWay) -> str:
    """As it stands on the case: a bank's branch by its name."""
    branch = _branch(case, version) if way is ResultWay.BANK else ""
    return f"{way.label}（{branch}）" if branch else way.label


def goes_another_way(case: Case, version: ItemVersion, way: Way, wish: str | None) -> bool:
    """Whether it goes another way than the applicant chose. Raises `Invalid` where nobody has written down that they want that."""
    chosen = chosen_way(case, version)
    other = chosen is not None and chosen is not way and not {chosen, way} <= _ON_THE_PHONE
    if other and wish is None:
        raise Invalid(errors=[FieldError("/wish", _WISH_NEEDED.format(chosen=chosen_words(case, version)))])
    return other


def deliverable(case: Case, version: ItemVersion) -> list[DeliveryMethod]:
    """The ways a delivery may go: what was granted, as the item offers it; sent only to an address the applicant gave."""
    if case.state is not CaseState.GRANTED or case.bundle is not None:
        return []
    offered = [each for each, way in WAYS.items() if way in version.result.delivery]
    return [each for each in offered if each is DeliveryMethod.COUNTER or post_address(case, version.result) is not None]


def recordable(case: Case, version: ItemVersion) -> list[ResultWay]:
    """The ways that need no delivery: a part goes to the exit counter, a refusal is served, and what is there at once is there."""
    if case.bundle is not None:
        return [ResultWay.EXIT]
    if case.state is not CaseState.GRANTED:
        return _REFUSAL
    return [each for way, each in _AT_ONCE.items() if way in version.result.delivery]


def require_recordable(case: Case, version: ItemVersion, way: ResultWay) -> None:
    """Raises `Invalid` where a result is not closed by recording that way."""
    possible = recordable(case, version)
    if way in possible:
        return
    if way in (ResultWay.COUNTER, ResultWay.POST) or not possible:
        raise Invalid(errors=[FieldError("/way", _BY_DELIVERY)])
    raise Invalid(errors=[FieldError("/way", f"这份结果不能{way.label}，可以选：{'、'.join(each.label for each in possible)}。")])


def handing_view(case: Case, version: ItemVersion) -> HandingView:
    """What whoever hands the result out is proposed: the applicant's choice first."""
    chosen = chosen_way(case, version)
    code = chosen.value if chosen else ""
    deliver, record = deliverable(case, version), recordable(case, version)
    by_record = code in {each.value for each in record} or not deliver
    return HandingView(
        kind=version.result.name if case.state is CaseState.GRANTED else "",
        act="record-result" if by_record else "deliver",
        chosen=code,
        chosen_words=chosen_words(case, version),
        deliver=[WordView.of(each) for each in deliver],
        record=[WordView.of(each) for each in record],
    )


def _branch(case: Case, version: ItemVersion) -> str:
    field = version.field(version.result.branch or "")
    return field.label_of(str(case.form.get(field.key) or "")) if field is not None else ""
