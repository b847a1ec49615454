"""Decodes uploaded pictures and writes them anew. Runs in a worker process."""

import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from backend.errors import PayloadTooLarge, UnsupportedMedia
from backend.materials.inspect import ANIMATED

MAX_PIXELS = 64_000_000  # the largest picture a phone takes today, and an A3 page at 600 dpi
LONG_SIDE = 4096  # pixels; an A4 page at 350 dpi, and every stamp on it can be read
_JPEG_QUALITY = 88


@dataclass(frozen=True)
class Picture:
    """What was written."""

    content_type: str
    extension: str
    width: int
    height: int


def clean_picture(path: str, cleaned: str) -> Picture:
    """Decodes and writes the picture anew: upright, at most 4096 pixels long, JPEG or PNG, nothing but pixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is checked below
            with Image.open(path, formats=["JPEG", "PNG", "WEBP"]) as opened:
                return _encoded(opened, cleaned)
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise UnsupportedMedia("这张照片打不开，可能已经损坏，请重新拍照后上传。") from None


def _encoded(opened: Image.Image, cleaned: str) -> Picture:
    width, height = opened.size
    if width * height > MAX_PIXELS:
        raise _too_many_pixels()
    if getattr(opened, "is_animated", False) and opened.format != "MPO":  # MPO: a phone's JPEG with a preview behind it
        raise UnsupportedMedia(ANIMATED)
    profile = opened.info.get("icc_profile")
    opened.draft("RGB", (LONG_SIDE, LONG_SIDE))  # a JPEG is decoded at a fraction of its size where that is enough
    picture = ImageOps.exif_transpose(opened)
    picture.thumbnail((LONG_SIDE, LONG_SIDE))
    if opened.format == "PNG":
        plain = picture if picture.mode in ("1", "L", "RGB", "RGBA") else picture.convert("RGBA")
        content_type, extension = "image/png", "png"
    else:
        plain = _on_white(picture)
        content_type, extension = "image/jpeg", "jpg"
    plain.info = {}
    if extension == "png":
        plain.save(cleaned, "PNG", icc_profile=profile)
    else:
        plain.save(cleaned, "JPEG", quality=_JPEG_QUALITY, icc_profile=profile)
    return Picture(content_type, extension, plain.width, plain.height)


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture without transparency, as JPEG needs it."""
    if picture.mode not in ("RGBA", "LA", "PA"):
        return picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
    layer = picture.convert("RGBA")
    ground = Image.new("RGB", layer.size, "white")
    ground.paste(layer, mask=layer.getchannel("A"))
    return ground


def _too_many_pixels() -> PayloadTooLarge:
    return PayloadTooLarge("这张图片的尺寸太大，请用手机相机的普通模式重新拍摄后上传。")
