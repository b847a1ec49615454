"""An advice slip as a page."""

from html import escape

from backend.catalogue.pages import listed, page, section, table
from backend.spoken import full_day
from models.catalogue.views import AdviceSlip


def slip_page(slip: AdviceSlip, pdf_address: str) -> str:
    """The HTML of a slip; `pdf_address`: where the same is had as PDF."""
    text = slip.text
    day = full_day(slip.given_at.date())
    parts = [
        f"<h1>一次性告知单</h1><p class=quiet>{escape(slip.number)}　{day}　告知人：{escape(slip.given_by)}</p>",
        f"<h2>{escape(text.item_name)}</h2><p>{escape(text.summary)}</p>",
        section("您说的情况", listed(text.circumstances)),
        section("什么人能办", listed(text.conditions)),
        section("要准备的材料", _materials(slip) or "<p>不用准备任何材料。</p>"),
        section("不用交的（政府已经有了，或者填表就行）", listed(text.nothing_to_hand_in)),
        section("怎么办", listed(text.how, ordered=True)),
        section("多久、跑几趟、多少钱", listed([text.duration, text.trips, text.fee])),
        section("来的话带上", listed(text.bring)),
        section("能不能别人代办", f"<p>{escape(text.proxy)}</p>"),
        section("在哪里办", listed([*text.where, text.when])),
        f"<p class=quiet>咨询电话 {escape(text.phone)}　投诉 {escape(text.complaints)}　办理部门：{escape(text.department)}</p>",
        f'<a href="{escape(pdf_address)}">下载 PDF</a>',
    ]
    return page(f"{text.item_name} 一次性告知单", parts)


def _materials(slip: AdviceSlip) -> str:
    rows = [(each.name, each.need, f"{each.source}。{each.note}") for each in slip.text.materials]
    return table(("材料", "要不要", "从哪里来、怎么交"), rows)
