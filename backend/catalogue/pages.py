"""Pages of the catalogue: read on any phone, printed on one sheet or few. No script, nothing from elsewhere."""

from collections.abc import Iterable, Sequence
from html import escape

_STYLE = """
:root{color-scheme:light}body{margin:0;background:#F3F4F7;color:rgba(0,0,0,.9);font:17px/1.6 system-ui,"PingFang SC","Noto Sans SC",sans-serif}
main{max-width:720px;margin:0 auto;background:#fff;padding:24px 16px}h1{font-size:22px;margin:0 0 4px}h2{font-size:17px;margin:24px 0 4px}
p,ul,ol{margin:4px 0}ul,ol{padding-left:1.4em}.quiet{color:rgba(0,0,0,.6);font-size:15px}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #c5c8ce;padding:6px 8px;text-align:left;vertical-align:top}th{font-weight:600}td:nth-child(2){white-space:nowrap}
a{display:inline-block;color:#0052D9;line-height:44px}
@media screen and (max-width:480px){tr:first-child{display:none}td{display:block;border:0;padding:0}
td:first-child{font-weight:600;padding-top:8px}tr td:last-child{border-bottom:1px solid #c5c8ce;padding-bottom:8px}}
@media print{body{background:#fff;font-size:11pt}main{padding:0}a{display:none}}
"""


def page(title: str, parts: Iterable[str]) -> str:
    """A whole page of parts that are HTML already."""
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>{''.join(parts)}</main></body></html>"
    )


def section(title: str, content: str) -> str:
    """A headed part; nothing where it has no content."""
    return f"<h2>{escape(title)}</h2>{content}" if content else ""


def listed(lines: Iterable[str], *, ordered: bool = False) -> str:
    """Lines as a list; nothing where there are none."""
    rows = "".join(f"<li>{escape(line)}</li>" for line in lines)
    tag = "ol" if ordered else "ul"
    return f"<{tag}>{rows}</{tag}>" if rows else ""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under their heads; nothing where there are none."""
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tr>{''.join(f'<th>{escape(head)}</th>' for head in heads)}</tr>{body}</table>" if body else ""
