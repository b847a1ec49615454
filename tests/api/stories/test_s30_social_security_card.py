"""S30: 社会保障卡申领. Online only: 线上提出制卡照片审核、填写资料及上传电子附件. The machine looks at the photograph at once, a clerk afterwards."""

from typing import Any

from tests.api.stories.business import act, newest_licence
from tests.factories import Town
from tests.portraits import Portrait

STUDENT = "song-xiaoyu"
DRAWN = Portrait()
ANSWERS: dict[str, Any] = {
    "card_name": "宋晓雨",
    "bank": "jiangzhou_bank",
    "under_age": "adult",
    "collection": "bank",
    "branch": "luoxi",
    "phone": "16909900031",
}


async def begun(town: Town, token: str) -> dict[str, Any]:
    """An application with everything but the photograph."""
    return await town.made(
        "/api/v1/cases", {"item": "ssc-apply", "form": ANSWERS, "materials": {"resident_card": {"licence": True}}}, token
    )


async def photographed(town: Town, token: str, case: dict[str, Any], portrait: Portrait) -> dict[str, Any]:
    """The case with a photograph taken now, as her phone saves it."""
    uploaded = await town.post("/api/v1/materials?item=ssc-apply", portrait.jpeg(), token=token, headers={"Content-Type": "image/jpeg"})
    assert uploaded.status == 201, uploaded.text
    return await with_photo(town, token, case, uploaded.json["id"])


async def with_photo(town: Town, token: str, case: dict[str, Any], photo: str) -> dict[str, Any]:
    seen = (await town.get(f"/api/v1/cases/{case['id']}", token=token)).json
    body = {"version": seen["version"], "materials": {"photo": {"files": [photo]}}}
    saved = await town.put(f"/api/v1/cases/{case['id']}", body, token=token)
    assert saved.status == 200, saved.text
    return saved.json


def look(case: dict[str, Any]) -> dict[str, Any]:
    """What the machine said of the photograph."""
    return next(each["photo"] for each in case["materials"] if each["key"] == "photo")


async def test_a_photograph_is_looked_at_at_once_and_the_card_comes_without_a_trip(town: Town) -> None:
    student, clerk, reviewer = await town.proven(STUDENT), await town.staff("huanglijuan"), await town.staff("wuminyi")
    case = await photographed(town, student, await begun(town, student), DRAWN.but(background=(70, 120, 200), sunglasses=True))
    told = look(case)
    assert [each["fault"]["label"] for each in told["findings"]] == ["背景不对", "眼睛看不清"]
    assert "2处不合要求" in told["sentence"]
    assert told["left"] == 3
    refused = await town.post(f"/api/v1/cases/{case['id']}/submit", {"version": case["version"]}, token=student)
    assert refused.status == 422
    assert [each["pointer"] for each in refused.json["errors"]] == ["/materials/photo"] * 2

    case = await photographed(town, student, case, DRAWN)
    assert look(case)["outcome"]["code"] == "fit"
    case = await act(town, student, case, "submit", staff=False)
    case = await act(town, clerk, case, "claim")
    assert look(case)["attempts"] == 1, "the clerk sees that there was another one before"
    case = await act(town, clerk, case, "pass-material", materials=["resident_card", "photo"])
    await act(town, clerk, case, "accept")
    await act(town, reviewer, case, "complete-step", step="photo_review", finding="照片符合制卡要求")
    await act(town, reviewer, case, "grant")
    wrong = await town.post(
        f"/api/v1/staff/cases/{case['id']}/record-result",
        {
            "version": (await town.get(f"/api/v1/staff/cases/{case['id']}", token=reviewer)).json["version"],
            "kind": "社会保障卡",
            "way": "exit",
        },
        token=reviewer,
    )
    assert wrong.json["errors"][0]["detail"] == "这份结果不能交综合出件窗口，可以选：银行网点领取。"
    closed = await act(town, reviewer, case, "record-result", kind="社会保障卡", way="bank")
    assert closed["result"]["delivery"] == "银行网点领取（罗溪支行（演示））", "where she chose to collect it"
    assert (await newest_licence(town, student, "social_security_card"))["usable"], "what is paid to her card needs no copy of it"
    mine = (await town.get(f"/api/v1/cases/{case['id']}", token=student)).json
    assert (mine["state"]["state"], mine["appointments"]) == ("closed", [])

    photo = next(each["files"][0]["material"] for each in mine["materials"] if each["key"] == "photo")
    await town.world.settle()
    again = await with_photo(town, student, await begun(town, student), photo)
    assert look(again)["sentence"] == "这张照片工作人员以前审核通过，可以直接用。"


async def test_four_times_unfit_is_a_clerks_matter_and_no_refusal(town: Town) -> None:
    student, clerk = await town.proven(STUDENT), await town.staff("huanglijuan")
    case = await begun(town, student)
    sentences = []
    for turn in (22, 24, 26, 28):
        case = await photographed(town, student, case, DRAWN.but(turn=turn))
        sentences.append(look(case)["sentence"])
    assert [f"还可以重传{left}次" in sentence for left, sentence in zip((3, 2, 1), sentences[:3], strict=True)] == [True] * 3
    assert "由工作人员来看" in sentences[3]
    case = await act(town, student, case, "submit", staff=False)
    case = await act(town, clerk, case, "claim")
    assert [each["fault"]["code"] for each in look(case)["findings"]] == ["turned"]
    case = await act(town, clerk, case, "pass-material", materials=["resident_card", "photo"])
    assert (await act(town, clerk, case, "accept"))["state"]["state"] == "accepted"


async def test_a_photograph_the_clerk_returns_is_looked_at_anew(town: Town) -> None:
    student, clerk = await town.proven(STUDENT), await town.staff("huanglijuan")
    case = await photographed(town, student, await begun(town, student), DRAWN.but(top=(58, 84, 58)))
    case = await act(town, student, case, "pre-review", staff=False)
    case = await act(town, clerk, case, "claim")
    case = await act(town, clerk, case, "pass-material", materials=["resident_card"])
    defects = [{"material": "photo", "reason": "other", "advice": "穿着制服，请换便装再拍一张"}]
    await act(town, clerk, case, "return", defects=defects)
    case = await photographed(town, student, case, DRAWN.but(blur=5))
    assert [each["fault"]["code"] for each in look(case)["findings"]] == ["blurred"]
    case = await photographed(town, student, case, DRAWN)
    assert (await act(town, student, case, "resubmit", staff=False))["state"]["state"] == "submitted"
