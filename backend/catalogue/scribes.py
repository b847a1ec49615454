"""What staff may write down for whoever stands before them, by where they sit; and what they read out before something is done at once."""

from backend.catalogue.vocabulary import Vocabulary
from backend.errors import Forbidden
from models.acts import Act, Role, ScribeActor, StaffActor
from models.catalogue import ItemVersion
from models.catalogue.codes import Channel

_NOT_HERE = "「{item}」不能在{here}代录。请申请人到：{where}。咨询电话：{phone}。"
_READ_OUT = (
    "您要开「{item}」。要查{records}里您的记录，查到的和您刚才说的会写在证明上；您说的要真实。"
    "证明是您本人的，系统会记下是工作人员替您代录的，您以后查得到。您同意开吗？"
)


def require_scribe(act: Act, version: ItemVersion, names: Vocabulary) -> None:
    """Raises `Forbidden` to a scribe where the item is not applied for at their counter or village, in words that say where it is."""
    actor = act.actor
    if not isinstance(actor, ScribeActor) or _is_applied_for_at(actor.staff, version):
        return
    here = names.town(actor.staff.town) if actor.staff.town else "这个窗口"
    raise Forbidden(_NOT_HERE.format(item=version.name, here=here, where="；".join(version.guide.where), phone=version.guide.phone))


def read_out(version: ItemVersion, names: Vocabulary) -> str:
    """What is read to the applicant of an instant certificate before they say yes: whose records are looked at, and that their answers must
    be true (个人信息保护法第十三条、第十四条: agreed to by whoever knows). Empty where nothing is done at once."""
    if version.instant is None:
        return ""
    records = "、".join(names.register_label(each.register_name) for each in version.instant.registers)
    return _READ_OUT.format(item=version.name, records=records)


def channels_of(staff: StaffActor) -> frozenset[Channel]:
    """Through which of an item's channels a member of staff takes applications down: a village's, a window's, a town's window both."""
    village, window = staff.has(Role.VILLAGE_OFFICER) or staff.town is not None, staff.has(Role.RECEPTIONIST)
    return frozenset([*([Channel.TOWN] if village else []), *([Channel.WINDOW] if window else [])])


def _is_applied_for_at(staff: StaffActor, version: ItemVersion) -> bool:
    if channels_of(staff).isdisjoint(version.channels):
        return False
    near = staff.serves(version.region or None) or version.handle_area.crosses_districts
    in_town = staff.town is not None and Channel.TOWN in version.channels
    return near and (in_town or staff.takes_in(version.department, version.item))
