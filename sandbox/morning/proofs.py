"""Proofs the machine could not issue, and people look into; and what was issued."""

from sandbox.morning.town import Json, Town

_FLOOD: Json = {"day": "2026-08-08", "area": "liuwan", "event": "rainstorm", "damage": "小汽车", "purpose": "insurance"}
_ASKS = ("qian-wenbo", "luo-haitao", "xie-jun", "jean-oconnor", "anna-schmidt", "ma-shulan", "tang-jianguo", "deng-chunhua")
_PAGE = 50  # rows of a line on one page of the console
_YEAR: Json = {"range": "year", "purpose": "loan"}
_KIN = (("周建平", "sibling"), ("李强", "son"), ("王桂芳", "mother"), ("陈洁", "daughter"), ("赵鹏", "father"), ("黄莉莉", "spouse"))
_PURPOSES = ("loan", "school", "house", "work", "settle")


def looked_into(town: Town) -> None:
    """Proofs of insurance, tax, weather, pension that registers do not settle."""
    wishes: tuple[tuple[str, str, Json], ...] = (
        ("qian-wenbo", "ss-proof", _YEAR),
        ("deng-chunhua", "med-proof", _YEAR),
        ("cai-mingyuan", "tax-proof", _YEAR),
        ("li-qiang", "weather-proof", _FLOOD | {"place": "罗溪街道南门街102号"}),
        ("tang-jianguo", "retiree-proof", {"proof_kind": "status", "purpose": "settle"}),
    )
    for code, item, form in wishes:
        if not town.has(code, item):
            town.do(code, "POST", "certificates", {"item": item, "form": form})


def more_than_a_page(town: Town) -> None:
    """亲属关系证明 of many, none borne out by the files: the line of 吴敏仪 and 梁国栋 goes on beyond one page."""
    waiting = len(town.do("wuminyi", "GET", f"cases?queue=processing&limit={_PAGE + 20}")["items"])
    wishes = [(code, *kin, purpose) for kin in _KIN for purpose in _PURPOSES for code in _ASKS]
    for code, name, relation, purpose in wishes[: max(0, _PAGE + 5 - waiting)]:
        form = {"relative_name": name, "relation": relation, "purpose": purpose}
        town.do(code, "POST", "certificates", {"item": "relation-proof", "form": form})
