"""A portrait drawn in code: nobody's face, with everything a photo check looks for, and each fault to be had on its own."""

import functools
import io
from dataclasses import dataclass, replace
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

SIZE = (358, 441)
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Portrait:
    """What is drawn. Lengths in points of 358 × 441; `light` multiplies everything; `turn` moves the features to one side."""

    size: tuple[int, int] = SIZE
    background: Colour = (250, 250, 250)
    skin: Colour = (226, 184, 156)
    hair: Colour = (38, 32, 30)
    top: Colour = (44, 62, 104)
    scale: float = 1.0  # of the person
    shift: int = 0  # to the right
    turn: int = 0
    eyes: bool = True
    sunglasses: bool = False
    person: bool = True
    second: bool = False  # somebody else beside
    light: float = 1.0
    blur: float = 0.0
    grey: bool = False
    quality: int = 92
    seed: int = 1

    def but(self, **changes: object) -> "Portrait":
        """The same with something else."""
        return replace(self, **changes)  # pyright: ignore[reportArgumentType]

    def picture(self) -> Image.Image:
        """What a camera would see."""
        canvas = Image.new("RGB", SIZE, self.background)
        if self.second:
            canvas = _with_person(self.but(scale=0.62), canvas, 88)
            canvas = _with_person(self.but(scale=0.62, skin=(208, 160, 128)), canvas, 270)
        elif self.person:
            canvas = _with_person(self, canvas, 179 + self.shift)
        canvas = _grained(canvas.filter(ImageFilter.GaussianBlur(0.7 + self.blur)), self.seed, 0 if self.blur else 5)
        canvas = ImageEnhance.Brightness(canvas).enhance(self.light)
        picture = canvas if self.size == SIZE else canvas.resize(self.size)
        return picture.convert("L") if self.grey else picture

    def jpeg(self) -> bytes:
        """The picture as it is uploaded."""
        out = io.BytesIO()
        self.picture().save(out, "JPEG", quality=self.quality, dpi=(350, 350))
        return out.getvalue()


def _with_person(drawn: Portrait, canvas: Image.Image, middle: int) -> Image.Image:
    """`canvas` with head and shoulders around the column `middle`; the crown stays where it is, whatever the scale."""
    layer, mask = Image.new("RGB", (358, 441)), Image.new("L", (358, 441))
    _draw(ImageDraw.Draw(layer), drawn)
    _outline(ImageDraw.Draw(mask))
    layer = Image.blend(layer, ImageChops.multiply(layer, _shade()), 0.35)
    width, height = round(358 * drawn.scale), round(441 * drawn.scale)
    where = (middle - width // 2, max(441 - height, 0) if drawn.scale < 1 else 0)
    canvas.paste(layer.resize((width, height)), where, mask.resize((width, height)))
    return canvas


def _outline(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((88, 42, 270, 300), fill=255)
    draw.rectangle((142, 260, 216, 350), fill=255)
    draw.ellipse((20, 322, 338, 620), fill=255)


def _shade() -> Image.Image:
    """Light from the front: the rim of the head is a little darker."""
    light = Image.new("L", SIZE, 150)
    ImageDraw.Draw(light).ellipse((70, 10, 288, 360), fill=255)
    return Image.merge("RGB", [light.filter(ImageFilter.GaussianBlur(40))] * 3)


def _draw(draw: ImageDraw.ImageDraw, drawn: Portrait) -> None:
    draw.ellipse((20, 322, 338, 620), fill=drawn.top)
    draw.ellipse((88, 42, 270, 250), fill=drawn.hair)
    draw.polygon([(142, 260), (216, 260), (222, 336), (179, 362), (136, 336)], fill=drawn.skin)
    draw.ellipse((102, 76, 256, 302), fill=drawn.skin)
    draw.pieslice((96, 58, 262, 180), 180, 360, fill=drawn.hair)
    for side in (-1, 1):
        _draw_eye(draw, drawn, 179 + drawn.turn + side * 38)
    nose, lip = 179 + round(drawn.turn * 1.4), _darker(drawn.skin, 0.72)
    draw.polygon([(nose, 186), (nose - 13, 232), (nose + 13, 232)], fill=_darker(drawn.skin, 0.9))
    draw.ellipse((nose - 26, 254, nose + 26, 268), fill=(lip[0], lip[1] - 30, lip[2] - 20))
    if drawn.sunglasses:
        draw.rounded_rectangle((112 + drawn.turn, 158, 246 + drawn.turn, 214), 20, fill=(18, 18, 20))


def _draw_eye(draw: ImageDraw.ImageDraw, drawn: Portrait, x: int) -> None:
    if not drawn.eyes:
        return
    draw.rounded_rectangle((x - 22, 160, x + 22, 167), 3, fill=drawn.hair)
    draw.ellipse((x - 19, 178, x + 19, 198), fill=(238, 234, 230))
    draw.ellipse((x - 10, 178, x + 10, 198), fill=(30, 22, 20))


def _darker(colour: Colour, by: float) -> Colour:
    red, green, blue = (round(value * by) for value in colour)
    return red, green, blue


def _grained(picture: Image.Image, seed: int, strength: int) -> Image.Image:
    """The grain every camera has, the same for the same seed."""
    if not strength:
        return picture
    noise = Image.frombytes("L", picture.size, _noise(picture.width * picture.height, seed, strength))
    return ImageChops.add(picture, Image.merge("RGB", [noise] * 3), 1, -128)


@functools.cache
def _noise(points: int, seed: int, strength: int) -> bytes:
    """Drawn once a run: it takes ten times as long as the rest of a picture."""
    dice = Random(seed)
    return bytes(128 + dice.randint(-strength, strength) for _ in range(points))
