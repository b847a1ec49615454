"""The way an applicant chose for their result (邮寄), and that staff go another only on their word. Pure."""

from backend.errors import FieldError, Invalid
from models.cases import Case
from models.catalogue import ResultForm
from models.deliveries import Recipient

_SENDING = ("寄", "快递", "送")  # in what staff write of how it was handed over
_WISH_NEEDED = "申请人选的是邮寄到家，请用「交付结果」寄出。申请人自己要改的，请在「申请人怎么说的」里写明，会告诉申请人。"


def post_address(case: Case, result: ResultForm) -> Recipient | None:
    """Where the applicant wants it sent; None where they come for it."""
    place, phone = case.form.get(result.post_to or ""), case.form.get(result.post_phone or "")
    if not isinstance(place, dict) or not isinstance(phone, str):
        return None
    return Recipient(name=case.person_name, phone=phone, town=str(place.get("town") or ""), detail=str(place.get("detail") or ""))


def goes_another_way(case: Case, result: ResultForm, way: str, wish: str | None) -> bool:
    """Whether it goes another way than the applicant chose. Raises `Invalid` where nobody has written down that they want that."""
    other = post_address(case, result) is not None and not any(word in way for word in _SENDING)
    if other and wish is None:
        raise Invalid(errors=[FieldError("/wish", _WISH_NEEDED)])
    return other
