"""A student's social security card, as far as it must be for a story on her phone; and the photographs she takes."""

import base64
from typing import Any

from tests.api.stories.business import act
from tests.factories import Town
from tests.portraits import Portrait

STUDENT = "song-xiaoyu"
FIT, UNIFORM = Portrait(), Portrait().but(top=(58, 84, 58))
ANSWERS: dict[str, Any] = {
    "card_name": "宋晓雨",
    "bank": "jiangzhou_bank",
    "under_age": "adult",
    "collection": "bank",
    "branch": "luoxi",
    "phone": "16909900031",
}
WRONG = (
    {"material": "photo", "reason": "other", "advice": "穿着校服，请换一件便装重新拍"},
    {"field": "branch", "reason": "wrong_answer", "advice": "罗溪支行本月装修，请改选别的网点"},
)


def taken(content: bytes, name: str = "photo.jpg", kind: str = "image/jpeg") -> dict[str, Any]:
    """What camera, album or chat give the mini-program."""
    return {"files": [{"name": name, "type": kind, "base64": base64.b64encode(content).decode()}]}


async def drafted(town: Town, token: str, photo: Portrait = FIT, form: dict[str, Any] = ANSWERS) -> dict[str, Any]:
    """An application with everything, not handed in."""
    headers = {"Content-Type": "image/jpeg"}
    uploaded = await town.post("/api/v1/materials?item=ssc-apply", photo.jpeg(), token=token, headers=headers)
    assert uploaded.status == 201, uploaded.text
    materials = {"resident_card": {"licence": True}, "photo": {"files": [uploaded.json["id"]]}}
    return await town.made("/api/v1/cases", {"item": "ssc-apply", "form": form, "materials": materials}, token)


async def sent_back(town: Town, token: str) -> dict[str, Any]:
    """The pre-reviewer has returned the photograph and the bank's branch."""
    case = await act(town, token, await drafted(town, token, UNIFORM), "pre-review", staff=False)
    clerk = await town.staff("huanglijuan")
    await act(town, clerk, case, "claim")
    await act(town, clerk, case, "pass-material", materials=["resident_card"])
    return await act(town, clerk, case, "return", defects=list(WRONG))


async def given(town: Town, token: str) -> dict[str, Any]:
    """The card is made, and waits at the bank."""
    case = await act(town, token, await drafted(town, token), "submit", staff=False)
    clerk, reviewer = await town.staff("huanglijuan"), await town.staff("wuminyi")
    await act(town, clerk, case, "claim")
    await act(town, clerk, case, "pass-material", materials=["resident_card", "photo"])
    await act(town, clerk, case, "accept")
    await act(town, reviewer, case, "complete-step", step="photo_review", finding="照片符合制卡要求")
    await act(town, reviewer, case, "grant")
    return await act(town, reviewer, case, "record-result", kind="社会保障卡", way="bank")
