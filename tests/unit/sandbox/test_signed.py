"""The demo's signed authorisation: a sheet of paper with a name in ink and a fingerprint on it, each principal's their own."""

import io

from PIL import Image

from sandbox.morning.signed import signed_authorisation

_TERMS = ("黄莉莉", "高龄津贴", "2027年5月29日", "2026年11月30日")


def _picture(principal: str) -> Image.Image:
    return Image.open(io.BytesIO(signed_authorisation(principal, *_TERMS))).convert("RGB")


def _share(picture: Image.Image, ink: str) -> float:
    """How much of the foot of a page is of the pen's blue or the fingerprint's red."""
    width, height = picture.size
    foot = picture.crop((0, int(height * 0.64), width, int(height * 0.84)))
    raw = foot.tobytes()
    pixels = list(zip(raw[::3], raw[1::3], raw[2::3], strict=True))
    blue = [r < 120 and b > r + 30 for r, _, b in pixels]
    red = [r > 120 and r > b + 70 for r, _, b in pixels]
    return sum(blue if ink == "pen" else red) / len(pixels)


def test_the_paper_bears_a_name_in_ink_and_a_fingerprint() -> None:
    picture = _picture("刘守珍")
    assert picture.height > picture.width, "a sheet held upright"
    assert _share(picture, "pen") > 0.005
    assert _share(picture, "print") > 0.002


def test_another_principal_signs_another_name() -> None:
    assert signed_authorisation("刘守珍", *_TERMS) != signed_authorisation("冯玉兰", *_TERMS)
    assert _share(_picture("欧阳守珍"), "pen") > _share(_picture("王一"), "pen"), "the longer name takes more ink"
