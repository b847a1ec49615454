"""An advice slip as a page: read on any phone, printed on one sheet. No script, nothing from elsewhere."""

from collections.abc import Iterable
from html import escape

from backend.spoken import full_day
from models.catalogue.views import AdviceSlip

_STYLE = """
:root{color-scheme:light}body{margin:0;background:#F3F4F7;color:rgba(0,0,0,.9);font:17px/1.6 system-ui,"PingFang SC","Noto Sans SC",sans-serif}
main{max-width:720px;margin:0 auto;background:#fff;padding:24px 16px}h1{font-size:22px;margin:0 0 4px}h2{font-size:17px;margin:24px 0 4px}
p,ul,ol{margin:4px 0}ul,ol{padding-left:1.4em}.quiet{color:rgba(0,0,0,.6);font-size:15px}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #c5c8ce;padding:6px 8px;text-align:left;vertical-align:top}th{font-weight:600}
a{display:inline-block;color:#0052D9;line-height:44px}
@media print{body{background:#fff;font-size:11pt}main{padding:0}a{display:none}}
"""


def slip_page(slip: AdviceSlip, pdf_address: str) -> str:
    """The HTML of a slip; `pdf_address`: where the same is had as PDF."""
    text = slip.text
    day = full_day(slip.given_at.date())
    parts = [
        f"<h1>一次性告知单</h1><p class=quiet>{escape(slip.number)}　{day}　告知人：{escape(slip.given_by)}</p>",
        f"<h2>{escape(text.item_name)}</h2><p>{escape(text.summary)}</p>",
        _section("您说的情况", _list(text.circumstances)),
        _section("什么人能办", _list(text.conditions)),
        _section("要准备的材料", _materials(slip) or "<p>不用准备任何材料。</p>"),
        _section("不用交的（政府已经有了，或者填表就行）", _list(text.nothing_to_hand_in)),
        _section("怎么办", _list(text.how, ordered=True)),
        _section("多久、跑几趟、多少钱", _list([text.duration, text.trips, text.fee])),
        _section("来的话带上", _list(text.bring)),
        _section("能不能别人代办", f"<p>{escape(text.proxy)}</p>"),
        _section("在哪里办", _list([*text.where, text.when])),
        f"<p class=quiet>咨询电话 {escape(text.phone)}　投诉 {escape(text.complaints)}　办理部门：{escape(text.department)}</p>",
        f'<a href="{escape(pdf_address)}">下载 PDF</a>',
    ]
    title = escape(f"{text.item_name} 一次性告知单")
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main>{''.join(parts)}</main></body></html>"
    )


def _section(title: str, content: str) -> str:
    return f"<h2>{escape(title)}</h2>{content}" if content else ""


def _list(lines: Iterable[str], *, ordered: bool = False) -> str:
    rows = "".join(f"<li>{escape(line)}</li>" for line in lines)
    tag = "ol" if ordered else "ul"
    return f"<{tag}>{rows}</{tag}>" if rows else ""


def _materials(slip: AdviceSlip) -> str:
    rows = "".join(
        f"<tr><td>{escape(each.name)}</td><td>{escape(each.need)}</td><td>{escape(each.source)}。{escape(each.note)}</td></tr>"
        for each in slip.text.materials
    )
    return f"<table><tr><th>材料</th><th>要不要</th><th>从哪里来、怎么交</th></tr>{rows}</table>" if rows else ""
