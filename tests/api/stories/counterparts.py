"""What the stories about counterparts share: uploads, an application with its papers, and what somebody else is asked."""

import io
from typing import Any

from PIL import Image

from tests.api.stories.business import act
from tests.factories import Town

_JPEG = {"Content-Type": "image/jpeg", "X-Filename": "paper.jpg"}


async def photo(town: Town, token: str, item: str, colour: str, acting: str = "") -> str:
    """An upload of a coloured sheet; its id."""
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "JPEG")
    answer = await town.post(f"/api/v1/materials?item={item}", out.getvalue(), token=token, headers=_JPEG, acting=acting)
    assert answer.status == 201, answer.text
    return answer.json["id"]


async def handed_in(
    town: Town, token: str, item: str, form: dict[str, Any], *licences: str, action: str = "submit", acting: str = ""
) -> dict[str, Any]:
    """An application with every needed paper: by licence where one is named, else an upload."""
    draft = await town.made("/api/v1/cases", {"item": item, "form": form}, token, acting)
    chosen: dict[str, Any] = {}
    colours = iter(("red", "green", "blue", "white", "black", "yellow"))
    for each in draft["materials"]:
        if each["key"] in licences:
            chosen[each["key"]] = {"licence": True}
        elif each["need"]["code"] == "required":
            chosen[each["key"]] = {"files": [await photo(town, token, item, next(colours), acting)]}
    body = {"version": draft["version"], "materials": chosen}
    saved = await town.put(f"/api/v1/cases/{draft['id']}", body, token=token, acting=acting)
    assert saved.status == 200, saved.text
    return await act(town, token, saved.json, action, staff=False, acting=acting)


async def asked(town: Town, token: str, acting: str = "") -> dict[str, Any]:
    """The first thing somebody is asked, as they see it before they answer."""
    listed = await town.get("/api/v1/obligations", token=token, acting=acting)
    assert listed.status == 200, listed.text
    seen = await town.get(f"/api/v1/obligations/{listed.json['items'][0]['id']}", token=token, acting=acting)
    assert seen.status == 200, seen.text
    return seen.json


async def answered(town: Town, token: str, page: dict[str, Any], how: str, acting: str = "", **body: Any) -> dict[str, Any]:
    """They confirm, sign or decline what they have just seen."""
    shown = {} if how == "decline" else {"digest": page["digest"]}
    answer = await town.post(f"/api/v1/obligations/{page['id']}/{how}", {**shown, **body}, token=token, acting=acting)
    assert answer.status == 200, answer.text
    return answer.json


__all__ = ["act", "answered", "asked", "handed_in", "photo"]
