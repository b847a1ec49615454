"""窗口代录、村居代办: a member of staff writes down what somebody without a phone applies for, who stands before them.

Whoever stands there was attested today by this very member of staff, for this (`backend.people.proofs`): that is their word. What is handed
in bears their signature besides: a photograph of the printed application they signed, or put their finger to, stays with it.
"""

from collections.abc import Sequence

from backend.cases.contents import uses_of_files
from backend.catalogue import Vocabulary
from backend.errors import FieldError, Forbidden, Invalid
from backend.materials import Materials
from models.acts import Act, Role, ScribeActor, StaffActor
from models.cases import Case, FileUse, Scribed, Somebody
from models.catalogue import ItemVersion
from models.catalogue.codes import Channel

_SIGNED = "/signed"
_NOT_HERE = "「{item}」不能在{here}代录。请申请人到：{where}。咨询电话：{phone}。"
_UNSIGNED = "请把申请表打印出来读给申请人听，请申请人签名或按手印，再拍照放上来。"
_UNSIGNED_FORM = "请把断网时申请人签了字的收件单拍下来，放上来再提交。"
_OWN_PHONE = "本人在手机上提交的，不用放签名的申请表。"


def require_scribe(act: Act, version: ItemVersion, names: Vocabulary) -> None:
    """Raises `Forbidden` to a scribe where the item is not applied for at their counter or village, in words that say where it is."""
    actor = act.actor
    if not isinstance(actor, ScribeActor) or _is_applied_for_at(actor.staff, version):
        return
    here = names.town(actor.staff.town) if actor.staff.town else "这个窗口"
    raise Forbidden(_NOT_HERE.format(item=version.name, here=here, where="；".join(version.guide.where), phone=version.guide.phone))


def channels_of(staff: StaffActor) -> frozenset[Channel]:
    """Through which of an item's channels a member of staff takes applications down: a village's, a window's, a town's window both."""
    village, window = staff.has(Role.VILLAGE_OFFICER) or staff.town is not None, staff.has(Role.RECEPTIONIST)
    return frozenset([*([Channel.TOWN] if village else []), *([Channel.WINDOW] if window else [])])


def _is_applied_for_at(staff: StaffActor, version: ItemVersion) -> bool:
    if channels_of(staff).isdisjoint(version.channels):
        return False
    near = staff.serves(version.region or None) or version.handle_area.crosses_districts
    return near and (staff.one_window or staff.town is not None or staff.department == version.department)


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


def scribed(act: Act, case: Case, names: Vocabulary, *, on_paper: bool) -> Scribed | None:
    """What a handing-in keeps of having been written down; None where the applicant or their agent does it. Raises `Invalid` without the
    signed application. `on_paper`: it was signed before, on the form of a time without the system."""
    actor = act.actor
    if not isinstance(actor, ScribeActor):
        return None
    if not case.signed:
        raise Invalid(errors=[FieldError(_SIGNED, _UNSIGNED_FORM if on_paper else _UNSIGNED)])
    town, department = actor.staff.town, actor.staff.department
    place = names.town(town) if town else names.department(department or "")
    return Scribed(place=place, proof=actor.proof, signed=case.signed)
