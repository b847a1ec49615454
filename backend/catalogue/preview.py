"""A guide as people will read it, before it is published: as text and as a page."""

from html import escape

from backend.catalogue.pages import listed, page, section
from backend.spoken import full_day
from models.catalogue.views import GuideView, MaterialView, ResultView

Section = tuple[str, list[str]]
_ORDERED = "怎么办"


def guide_sections(guide: GuideView) -> list[Section]:
    """What a guide says, in the order people ask; parts with nothing to say are left out."""
    sections: list[Section] = [
        ("什么人能办", guide.conditions),
        ("要准备的材料", [_material(each) for each in guide.materials] or ["不用准备任何材料。"]),
        ("政府已经有的，不用交", guide.known),
        (_ORDERED, guide.how),
        ("多久", _texts(guide.duration, *_limits(guide))),
        ("跑几趟", _texts(guide.trips, guide.visits_reason and f"必须到现场：{guide.visits_reason}")),
        ("收费", [guide.fee, *guide.charges]),
        ("不在这里申请", _elsewhere(guide)),
        ("在哪里办", [*guide.where, guide.when]),
        ("谁来决定", [guide.exercised]),
        ("办理渠道", ["、".join(channel.label for channel in guide.channels)]),
        ("预约", _appointment(guide)),
        ("能不能别人代办", _proxy(guide)),
        ("办好以后拿到什么", [_result(each) for each in guide.results]),
        ("办好以后还能申请", [each.note for each in guide.opens]),
        ("告知承诺", guide.commitment),
        ("公示", _texts(guide.public_notice)),
        ("依据", [f"《{law.title}》{law.article}　{law.says}".strip() for law in guide.legal_basis]),
        ("常见问题", [f"问：{each.question}　答：{each.answer}" for each in guide.faq]),
    ]
    return [(title, lines) for title, lines in sections if lines]


def _result(result: ResultView) -> str:
    later = f"；同时签发电子证照「{result.licence}」，以后办事直接选用，不用再交复印件" if result.licence else ""
    return f"{result.name}（{'、'.join(result.delivery) or result.kind_label}）{later}"


def guide_text(guide: GuideView) -> str:
    """A guide as lines, for a terminal."""
    lines = [*_head(guide), guide.summary]
    for title, said in guide_sections(guide):
        marks = [f"{number}. " for number in range(1, len(said) + 1)] if title == _ORDERED else ["· "] * len(said)
        lines += ["", title, *(f"  {mark}{line}" for mark, line in zip(marks, said, strict=True))]
    return "\n".join([*lines, "", _foot(guide)])


def guide_page(guide: GuideView) -> str:
    """A guide as a page to read and print."""
    title, quiet = _head(guide)
    parts = [f"<h1>{escape(title)}</h1><p class=quiet>{escape(quiet)}</p><p>{escape(guide.summary)}</p>"]
    parts += [section(title, listed(said, ordered=title == _ORDERED)) for title, said in guide_sections(guide)]
    return page(f"{guide.name} 办事指南", [*parts, f"<p class=quiet>{escape(_foot(guide))}</p>"])


def _head(guide: GuideView) -> tuple[str, str]:
    return f"{guide.name} 办事指南", f"{full_day(guide.effective_from)}起施行　{guide.kind.label}　{guide.department.label}{guide.office}"


def _foot(guide: GuideView) -> str:
    return f"咨询电话 {guide.phone}　投诉 {guide.complaints}　事项编码 {guide.catalog_code}"


def _material(material: MaterialView) -> str:
    when = f"{material.asked_when}才要" if material.asked_when else ""
    notes = [material.need_label, material.source_label, when, material.help, material.waived, material.later]
    return f"{material.name}：" + "。".join(note.rstrip("。") for note in notes if note) + "。"


def _appointment(guide: GuideView) -> list[str]:
    halls = "、".join(hall.name for hall in guide.appointment.halls)
    bring = "、".join(guide.appointment.bring)
    return _texts(guide.appointment.label, halls and f"可以去：{halls}", bring and f"带上：{bring}")


def _limits(guide: GuideView) -> list[str]:
    """The limits of the item, and those of some answers."""
    ordinary = [f"承诺时限：{guide.promised}", guide.statutory and f"法定时限：{guide.statutory}"]
    others = [
        f"{each.name}（{each.asked_when}）：承诺时限{each.promised}" + (f"，法定时限{each.statutory}" if each.statutory else "")
        for each in guide.limits
    ]
    return [*ordinary, *others]


def _elsewhere(guide: GuideView) -> list[str]:
    return _texts(guide.elsewhere.text, guide.elsewhere.link) if guide.elsewhere else []


def _proxy(guide: GuideView) -> list[str]:
    if not guide.proxy.allowed:
        return [f"不能代办：{guide.proxy.reason}"]
    return [f"可以由别人代办，能{'、'.join(guide.proxy.powers)}。", *guide.proxy.needs]


def _texts(*texts: str) -> list[str]:
    return [text for text in texts if text]
