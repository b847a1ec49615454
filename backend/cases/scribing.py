"""窗口代录、村居代办: a member of staff writes down what somebody without a phone applies for, who stands before them.

Whoever stands there was attested today by this very member of staff, for this (`backend.people.proofs`): that is their word. What is handed
in bears their signature besides: a photograph of the printed application they signed, or put their finger to, stays with it.
"""

from collections.abc import Sequence

from backend.cases.contents import uses_of_files
from backend.catalogue import Vocabulary
from backend.errors import FieldError, Invalid
from backend.materials import Materials
from models.acts import Act, ScribeActor
from models.cases import Case, FileUse, LateBody, Scribed, Somebody

_SIGNED = "/signed"
_UNSIGNED = "请把申请表打印出来读给申请人听，请申请人签名或按手印，再拍照放上来。"
_UNSIGNED_FORM = "请把断网时申请人签了字的收件单拍下来，放上来再提交。"
_OWN_PHONE = "本人在手机上提交的，不用放签名的申请表。"
_READ_OUT = "/read_out"
_UNREAD = "请先把告知的内容读给本人听，本人说同意，再开。"
_OWN_EYES = "本人自己开的，自己看过，不用读给谁听。"


def scribes_with(act: Act, case: Case) -> list[Somebody]:
    """Who wrote the case down, with whoever does now."""
    if not isinstance(act.actor, ScribeActor) or any(each.id == act.actor.id for each in case.scribes):
        return case.scribes
    staff = act.actor.staff
    return [*case.scribes, Somebody(id=staff.id, name=staff.name, department=staff.department)]


async def signed_by_hand(materials: Materials, act: Act, ids: Sequence[str] | None) -> list[FileUse]:
    """The photographs of a printed application as its applicant signed it; none where what was printed has changed since. Raises `Invalid`
    where they are not the person's, or no scribe brings them."""
    if not ids:
        return []
    if not isinstance(act.actor, ScribeActor):
        raise Invalid(errors=[FieldError(_SIGNED, _OWN_PHONE)])
    return uses_of_files(await materials.usable(act, ids, _SIGNED))


def scribed(act: Act, case: Case, names: Vocabulary, *, on_paper: LateBody | None) -> Scribed | None:
    """What a handing-in keeps of having been written down; None where the applicant or their agent does it. Raises `Invalid` without the
    signed application. `on_paper`: it was signed before, on the form of a time without the system."""
    if isinstance(act.actor, ScribeActor) and not case.signed:
        raise Invalid(errors=[FieldError(_SIGNED, _UNSIGNED_FORM if on_paper else _UNSIGNED)])
    return written_down_at(act, names, case.signed, on_paper.number if on_paper else "")


def written_down_at(act: Act, names: Vocabulary, signed: list[FileUse], paper: str = "") -> Scribed | None:
    """Where somebody's word was written down, and by which proof (that of the form with the number `paper`); None where nobody wrote it
    down for them."""
    actor = act.actor
    if not isinstance(actor, ScribeActor):
        return None
    town, department = actor.staff.town, actor.staff.department
    place = names.town(town) if town else names.department(department or "")
    return Scribed(place=place, town=town, proof=actor.papers.get(paper, actor.proof), signed=signed)


def require_read_out(act: Act, told: bool) -> None:
    """Raises `Invalid` where a scribe does at once what was not read to the applicant, and where nobody had to read it to them."""
    if isinstance(act.actor, ScribeActor) is told:
        return
    raise Invalid(errors=[FieldError(_READ_OUT, _OWN_EYES if told else _UNREAD)])
