"""The measures of a portrait on drawn pictures: what is in order passes, each fault is told by itself and in words."""

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from backend.materials.pictures import clean_picture
from backend.materials.portraits import look
from models.catalogue import PhotoCheck
from models.photos import PhotoFinding
from tests.people_edge import real_catalogue
from tests.portraits import Portrait

DRAWN = Portrait()
FILES = Path(__file__).parents[3] / "docs" / "flows" / "files"


@pytest.fixture(scope="module")
def wanted() -> PhotoCheck:
    """What the item asks."""
    check = real_catalogue().version("ssc-apply", date(2026, 11, 23)).photo_check
    assert check is not None
    return check


def found(picture: bytes, folder: Path, wanted: PhotoCheck) -> list[PhotoFinding]:
    """What is found after the picture was taken in as every upload is."""
    path, cleaned = folder / "upload", folder / "cleaned"
    path.write_bytes(picture)
    clean_picture(str(path), str(cleaned))
    return look(str(cleaned), wanted)


def faults(picture: bytes, folder: Path, wanted: PhotoCheck) -> list[str]:
    return [each.fault.value for each in found(picture, folder, wanted)]


@pytest.mark.parametrize(
    "portrait",
    [
        DRAWN,
        DRAWN.but(skin=(120, 80, 58)),
        DRAWN.but(skin=(244, 212, 190)),
        DRAWN.but(light=1.1),
        DRAWN.but(turn=5),
        DRAWN.but(shift=14),
        DRAWN.but(background=(232, 234, 238)),
        DRAWN.but(top=(150, 70, 60)),
        DRAWN.but(top=(20, 20, 20), hair=(150, 150, 150)),
        DRAWN.but(seed=7),
    ],
    ids=[
        "plain",
        "dark skin",
        "fair skin",
        "bright day",
        "hardly turned",
        "a little aside",
        "white wall",
        "red dress",
        "grey hair",
        "other grain",
    ],
)
def test_what_is_in_order_passes(portrait: Portrait, tmp_path: Path, wanted: PhotoCheck) -> None:
    assert faults(portrait.jpeg(), tmp_path, wanted) == []


@pytest.mark.parametrize(
    ("portrait", "fault"),
    [
        (DRAWN.but(background=(70, 120, 200)), "background"),
        (DRAWN.but(skin=(70, 130, 90)), "no_face"),  # a mask of another colour
        (DRAWN.but(second=True), "several"),
        (DRAWN.but(turn=26), "turned"),
        (DRAWN.but(turn=-20), "turned"),
        (DRAWN.but(eyes=False), "eyes"),
        (DRAWN.but(sunglasses=True), "eyes"),
        (DRAWN.but(scale=0.45), "small_subject"),
        (DRAWN.but(scale=0.7), "small_subject"),
        (DRAWN.but(shift=60), "off_centre"),
        (DRAWN.but(top=(250, 250, 250)), "light_clothes"),
        (DRAWN.but(blur=5), "blurred"),
        (DRAWN.but(grey=True), "not_colour"),
        (DRAWN.but(size=(1200, 1478)), "dimensions"),
    ],
)
def test_each_fault_is_told_and_no_other(portrait: Portrait, fault: str, tmp_path: Path, wanted: PhotoCheck) -> None:
    assert faults(portrait.jpeg(), tmp_path, wanted) == [fault]


@pytest.mark.parametrize(
    ("portrait", "together"),
    [
        (DRAWN.but(person=False), {"not_colour", "no_face"}),
        (DRAWN.but(skin=(255, 238, 224)), {"bright", "small_subject"}),
        (DRAWN.but(light=0.25), {"dark", "background"}),
        (DRAWN.but(size=(100, 123)), {"dimensions", "small_file"}),
        (DRAWN.but(scale=1.5), {"large_subject", "off_centre"}),
        (DRAWN.but(background=(200, 40, 40), blur=5, size=(300, 370)), {"dimensions", "background", "blurred"}),
    ],
)
def test_all_faults_are_told_at_once(portrait: Portrait, together: set[str], tmp_path: Path, wanted: PhotoCheck) -> None:
    assert set(faults(portrait.jpeg(), tmp_path, wanted)) == together


def test_limits_come_from_the_item(tmp_path: Path, wanted: PhotoCheck) -> None:
    blue = wanted.model_copy(update={"background": wanted.background.model_copy(update={"name": "蓝色", "colour": (70, 120, 200)})})
    assert faults(DRAWN.but(background=(70, 120, 200)).jpeg(), tmp_path, blue) == []
    told = found(DRAWN.jpeg(), tmp_path, blue.model_copy(update={"max_kb": 6}))
    assert [each.fault.value for each in told] == ["large_file", "background"]
    assert "不能超过6KB" in told[0].advice
    assert "蓝色的墙前" in told[1].advice


@pytest.mark.parametrize("size", [(4000, 3), (3, 4000), (1, 1)])
def test_what_is_no_picture_of_anything_is_told_too(size: tuple[int, int], tmp_path: Path, wanted: PhotoCheck) -> None:
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, "JPEG")
    assert {"dimensions", "no_face"} <= set(faults(out.getvalue(), tmp_path, wanted))


def test_the_pictures_of_the_docs_are_as_the_page_says(tmp_path: Path, wanted: PhotoCheck) -> None:
    assert faults((FILES / "photo-blue.jpg").read_bytes(), tmp_path, wanted) == ["background"]
    assert faults((FILES / "photo-uniform.jpg").read_bytes(), tmp_path, wanted) == [], "a uniform is for a clerk to see"
    assert faults((FILES / "photo-white.jpg").read_bytes(), tmp_path, wanted) == []
