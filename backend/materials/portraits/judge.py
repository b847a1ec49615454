"""What follows from the measures of a portrait: each fault with what to do about it, all of them at once.

What a photograph must be like stands with its item. The limits here belong to the measures: between what they gave for drawn
and real portraits that are in order, and for the same ones turned, blurred, covered or dark.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.catalogue import PhotoCheck
from models.photos import PhotoFault, PhotoFinding

if TYPE_CHECKING:
    from backend.materials.portraits.measure import Face, Measures

_BACKGROUND = 0.92  # of the band around
_COLLAR = 0.5
_NOBODY = 0.05  # of the frame: less than a person
_DARK_FACE, _DARK_PICTURE, _BRIGHT_FACE = 70, 80, 232
_OFF_CENTRE, _LOW = 0.1, 0.68
_SHIFT, _ASYMMETRY = 0.08, 0.3
_EYE = (0.01, 0.45)
_SHARPNESS = 0.05  # of the face's brightness


def judged(measures: "Measures", wanted: PhotoCheck) -> list[PhotoFinding]:
    """Everything that is wrong."""
    found = [*_of_file(measures, wanted), *_of_picture(measures, wanted)]
    if measures.colour or measures.subject <= _NOBODY:  # grey has no skin to look for
        found += _of_people(measures, wanted)
    return [PhotoFinding(fault=fault, advice=advice) for fault, advice in found]


Told = Iterator[tuple[PhotoFault, str]]


def _of_file(measures: "Measures", wanted: PhotoCheck) -> Told:
    if (measures.width, measures.height) != (wanted.width, wanted.height):
        yield (
            PhotoFault.DIMENSIONS,
            f"照片要宽{wanted.width}像素、高{wanted.height}像素，这张是{measures.width}×{measures.height}。请裁成这个大小再传，或者现场重新拍。",
        )
    if measures.kb < wanted.min_kb:
        yield PhotoFault.SMALL_FILE, f"照片文件要{wanted.min_kb}KB以上，这张太小，细节看不清。请传原图，不要截屏或压缩。"
    if measures.kb > wanted.max_kb:
        yield PhotoFault.LARGE_FILE, f"照片文件不能超过{wanted.max_kb}KB，这张有{measures.kb:.0f}KB。请压小一点再传，或者现场重新拍。"


def _of_picture(measures: "Measures", wanted: PhotoCheck) -> Told:
    if not measures.colour:
        yield PhotoFault.NOT_COLOUR, "这张是黑白照片。请拍一张彩色的。"
    if _is_dark(measures):
        yield PhotoFault.DARK, "照片太暗。请面向窗户或者灯光再拍一张。"
    if measures.background < _BACKGROUND:
        name = wanted.background.name
        yield PhotoFault.BACKGROUND, f"背景不是干净的{name}。请站在{name}的墙前拍，身后不要有别的东西和影子。"


def _is_dark(measures: "Measures") -> bool:
    return measures.faces[0].brightness < _DARK_FACE if measures.faces else measures.brightness < _DARK_PICTURE


def _of_people(measures: "Measures", wanted: PhotoCheck) -> Told:
    least = wanted.subject_percent[0] / 100
    if len(measures.faces) > 1:
        yield PhotoFault.SEVERAL, "照片里像是不止一个人，或者手露在脸旁边。请一个人拍，手放下来。"
    elif measures.faces:
        yield from _of_face(measures.faces[0], measures, wanted)
    elif _NOBODY < measures.subject < least:
        yield PhotoFault.SMALL_SUBJECT, _SMALL
    else:
        yield PhotoFault.NO_FACE, "没有找到清楚的正脸。请一个人面对镜头，让脸全部露出来，光线不要太亮也不要太暗。"


def _of_face(face: "Face", measures: "Measures", wanted: PhotoCheck) -> Told:
    yield from _of_share(face, measures, wanted)
    if face.brightness > _BRIGHT_FACE:
        yield PhotoFault.BRIGHT, "脸上光线太亮，看不清五官。请关掉闪光灯，离灯远一点再拍。"
    if face.sharpness < _SHARPNESS * face.brightness:
        yield PhotoFault.BLURRED, "照片模糊。请擦一下镜头，拿稳手机，对准脸再拍。"
    if abs(face.centre[0] - 0.5) > _OFF_CENTRE or face.centre[1] > _LOW:
        yield PhotoFault.OFF_CENTRE, "人不在画面正中。请把脸放在画面中间、稍微偏上的地方。"
    if not all(_EYE[0] <= share <= _EYE[1] for share in face.eyes):
        yield PhotoFault.EYES, "两只眼睛要都看得清。请睁开眼睛，头发不要遮住，不戴墨镜和反光的眼镜。"
    elif abs(face.eye_shift) > _SHIFT or face.asymmetry > _ASYMMETRY:
        yield PhotoFault.TURNED, "脸没有正对镜头，或者光线一边亮一边暗。请正对镜头，光从正面来。"


def _of_share(face: "Face", measures: "Measures", wanted: PhotoCheck) -> Told:
    """How much of the picture the person takes; it cannot be told before another background."""
    width = face.width * 100
    sees_ground = measures.background >= _BACKGROUND
    subject = measures.subject * 100 if sees_ground else wanted.subject_percent[0]
    if sees_ground and measures.collar > _COLLAR:
        yield PhotoFault.LIGHT_CLOTHES, f"衣服和{wanted.background.name}背景颜色太近。请换一件深色的衣服。"
    elif width < wanted.face_percent[0] or subject < wanted.subject_percent[0]:
        yield PhotoFault.SMALL_SUBJECT, _SMALL
    if width > wanted.face_percent[1] or subject > wanted.subject_percent[1]:
        yield PhotoFault.LARGE_SUBJECT, "人像太大。请离镜头远一点，头顶上要留空，肩膀要看得见。"


_SMALL = "人像太小。请离镜头近一点，头和肩膀约占画面三分之二。"
