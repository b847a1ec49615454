"""The measures of a portrait, with Pillow alone, on a small copy of it (about ten thousand points).

- Background: what of a band along the top and the upper sides has the wanted colour.
- Skin: the box of Chai and Ngan (1999) in the plane of Cb and Cr, which fair and dark skin share, since they differ in
  brightness far more than in hue. Light is evened out first: the brightest tenth of the frame stands for white.
- Faces: connected patches of skin that are large enough, begin in the upper part, and end a face's height below.
- Eyes: in the band where they must be, dark points left and right of the middle.
- Turned: where the dark points of both sides lie, and how unlike the face is to its own mirror image.
- Sharpness: the spread of the second derivative inside the face, brought to one size so that grain counts little.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from backend.materials.portraits.patches import Box, Patch, patches
from models.catalogue import PhotoBackground

_LONG_SIDE = 112  # points of the small copy
_SHORTEST = 24  # points: nothing is seen in less
_CB, _CR, _DARKEST = (77, 127), (133, 173), 40
_LEAST_FACE = 0.025  # of the frame
_HEIGHT_OF_FACE = 1.3  # widths: what hangs below is neck
_MIRROR = (24, 32)
_SHARP_SIZE = (96, 120)
_DARK = 0.62  # of the face's own middle brightness
_LAPLACE = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


@dataclass(frozen=True)
class Face:
    """One face-like patch; lengths and places as parts of the frame, 0 to 1.

    `asymmetry`: mean difference to its mirror image, as part of its brightness. `eyes`: the dark share of the left and of
    the right band of eyes; `eye_shift`: how far the middle between the dark points lies off the middle of the face, in widths.
    """

    centre: tuple[float, float]
    width: float
    height: float
    brightness: float  # 0-255, as it is
    sharpness: float
    asymmetry: float
    eyes: tuple[float, float]
    eye_shift: float


@dataclass(frozen=True)
class Measures:
    """What a picture measures. `background`, `subject`, `collar`: shares of points, 0 to 1."""

    width: int
    height: int
    kb: float
    colour: bool
    brightness: float
    background: float  # of the band around, that has the wanted colour
    subject: float  # of the frame, that has not
    collar: float  # of the lower middle, that has the wanted colour
    faces: tuple[Face, ...]


def measured(path: str, background: PhotoBackground) -> Measures:
    """The measures of the picture at `path`, which `clean_picture` wrote."""
    with Image.open(path) as opened:
        whole = opened.convert("RGB")
        colour = opened.mode != "L" and _is_coloured(whole)
    small = whole.copy()
    small.thumbnail((_LONG_SIDE, _LONG_SIDE))
    ground = _ground(small, background)
    plain = ImageStat.Stat(whole.convert("L"))
    return Measures(
        width=whole.width,
        height=whole.height,
        kb=Path(path).stat().st_size / 1024,
        colour=colour,
        brightness=plain.mean[0],
        background=_share(ground, _around(small)),
        subject=1 - _share(ground, _all(small)),
        collar=_share(ground, _collar(small)),
        faces=tuple(_faces(whole, small)) if min(small.size) >= _SHORTEST else (),
    )


Points = Iterator[int]


def _is_coloured(picture: Image.Image) -> bool:
    """Whether hues differ from grey at all."""
    blue, red = picture.convert("YCbCr").split()[1:]
    return max(*ImageStat.Stat(blue).stddev, *ImageStat.Stat(red).stddev) > 1.5


def _ground(picture: Image.Image, background: PhotoBackground) -> bytes:
    """255 where a point has the wanted colour, 0 elsewhere."""
    flat = Image.new("RGB", picture.size, background.colour)
    far = [band.point(_passing(background.within + 1, 255)) for band in ImageChops.difference(picture, flat).split()]
    return ImageChops.invert(ImageChops.lighter(ImageChops.lighter(far[0], far[1]), far[2])).tobytes()


def _passing(least: int, most: int) -> list[int]:
    """A table that makes 255 of the values from `least` to `most`, and 0 of all others."""
    return [255 if least <= value <= most else 0 for value in range(256)]


def _share(mask: bytes, points: Points) -> float:
    found = [mask[point] for point in points]
    return sum(1 for value in found if value) / len(found) if found else 0.0


def _all(picture: Image.Image) -> Points:
    return iter(range(picture.width * picture.height))


def _around(picture: Image.Image) -> Points:
    """The band along the top, and along the sides above the shoulders."""
    width, height = picture.size
    top, side = max(1, height // 16), max(1, width // 14)
    rows = (range(row * width, (row + 1) * width) for row in range(top))
    edges = range(top, height // 2)
    left = (range(row * width, row * width + side) for row in edges)
    right = (range((row + 1) * width - side, (row + 1) * width) for row in edges)
    return chain.from_iterable(chain(rows, left, right))


def _collar(picture: Image.Image) -> Points:
    """The lower middle, where clothes are."""
    width, height = picture.size
    rows = range(height - max(1, height // 8), height)
    return chain.from_iterable(range(row * width + width // 5, row * width + width - width // 5) for row in rows)


def _evened(picture: Image.Image) -> Image.Image:
    """The picture with its brightest tenth brought up to white, so that dim light does not hide skin."""
    counted = picture.convert("L").histogram()
    left, level = picture.width * picture.height // 10, 255
    while level > 64 and (left := left - counted[level]) > 0:
        level -= 1
    gain = 240 / level
    return picture if gain <= 1 else picture.point([min(255, round(value * gain)) for value in range(256)] * 3)


def _skin(picture: Image.Image) -> Image.Image:
    """255 where a point has the hue of skin, freed of specks."""
    luma, blue, red = _evened(picture).convert("YCbCr").split()
    bands = [
        luma.point(_passing(_DARKEST, 255)),
        blue.point(_passing(*_CB)),
        red.point(_passing(*_CR)),
    ]
    mask = ImageChops.darker(ImageChops.darker(bands[0], bands[1]), bands[2])
    return mask.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.MaxFilter(3))


def _faces(whole: Image.Image, small: Image.Image) -> Iterator[Face]:
    width, height = small.size
    for patch in patches(_skin(small).tobytes(), width, height):
        head = patch.head(_HEIGHT_OF_FACE)
        if head.count >= _LEAST_FACE * width * height and _like_a_face(head, height):
            yield _face(whole, small, head.box)


def _like_a_face(head: Patch, height: int) -> bool:
    """Begins in the upper part without touching the edge, and is neither a stripe nor a frame."""
    left, top, right, bottom = head.box
    tall, wide = bottom - top, right - left
    return 0 < top < height * 0.55 and tall > wide * 0.7 and head.count > 0.45 * wide * tall


def _face(whole: Image.Image, small: Image.Image, box: Box) -> Face:
    left, top, right, bottom = box
    scale = whole.width / small.width
    luma = small.convert("L").crop(box)
    full = whole.convert("L").crop((round(left * scale), round(top * scale), round(right * scale), round(bottom * scale)))
    middle = ImageStat.Stat(luma).median[0]
    eyes, shift = _eyes(luma, middle)
    return Face(
        centre=((left + right) / 2 / small.width, (top + bottom) / 2 / small.height),
        width=(right - left) / small.width,
        height=(bottom - top) / small.height,
        brightness=middle,
        sharpness=_sharpness(full),
        asymmetry=_asymmetry(luma, middle),
        eyes=eyes,
        eye_shift=shift,
    )


def _sharpness(face: Image.Image) -> float:
    """Of the middle: the rim of a face is hair and background, sharp or not."""
    plain = face.resize(_SHARP_SIZE, Image.Resampling.BOX)
    inner = plain.filter(_LAPLACE).crop((_SHARP_SIZE[0] // 6, _SHARP_SIZE[1] // 6, _SHARP_SIZE[0] * 5 // 6, _SHARP_SIZE[1] * 5 // 6))
    return ImageStat.Stat(inner).stddev[0]


def _asymmetry(luma: Image.Image, middle: float) -> float:
    """Inside an ellipse: hair and background in the corners say nothing of the face."""
    face = luma.resize(_MIRROR, Image.Resampling.BOX)
    inner = face.crop((3, 4, _MIRROR[0] - 3, _MIRROR[1] - 4))
    return ImageStat.Stat(ImageChops.difference(inner, ImageOps.mirror(inner))).mean[0] / max(middle, 1)


def _eyes(luma: Image.Image, middle: float) -> tuple[tuple[float, float], float]:
    """The dark shares of both sides of the band of eyes, and how far their middle lies off the face's."""
    width, height = luma.size
    data = luma.tobytes()
    rows = range(height * 15 // 100, max(height * 62 // 100, height * 15 // 100 + 1))
    half, rim = width // 2, max(1, width // 10)
    left = [x for y in rows for x in range(rim, half) if data[y * width + x] < _DARK * middle]
    right = [x for y in rows for x in range(half, width - rim) if data[y * width + x] < _DARK * middle]
    size = max(1, len(rows) * (half - rim))
    shift = 0.0
    if left and right:
        shift = ((sum(left) / len(left) + sum(right) / len(right)) / 2 + 0.5 - width / 2) / width
    return (len(left) / size, len(right) / size), shift
