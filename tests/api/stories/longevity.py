"""An elder's monthly allowance, from the form to the grant, and how it ends."""

from typing import Any

from tests.api.stories.business import accepted, act, filed
from tests.factories import Town

FORM: dict[str, Any] = {
    "living": "same",
    "account": {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000001"},
    "phone": "16909900001",
    "alive_statement": True,
}


async def paid_every_month(town: Town, elder: str) -> dict[str, Any]:
    """Applied for by 王桂芳, looked into and granted."""
    case = await filed(town, elder, "longevity", FORM)
    reviewer = await town.staff("gongxiaodong")
    await accepted(town, reviewer, case)
    for username, step in (("liufang", "village_check"), ("situwen", "town_review")):
        await act(town, await town.staff(username), case, "complete-step", step=step, finding="属实")
    return await act(town, reviewer, case, "grant")


async def found_wrong(town: Town, elder: str, case: dict[str, Any]) -> None:
    """The head finds the grant wrong, the elder is heard, and it is annulled."""
    head = await town.head("liaojiaming")
    why: dict[str, Any] = {"reason": "核查发现申请时老人已经不在本区居住", "basis": "中华人民共和国行政许可法第六十九条"}
    await act(town, head, case, "find-wrong", **why)
    await act(town, elder, case, "speak", staff=False, text="没有要说明的情况，同意撤销")
    await act(town, head, case, "annul", **why)
