"""Looks at a portrait by simple measures (照片机审). Runs in a worker process.

What is measured, and why these measures, stands in `measure`; what follows from a measure, in `judge`. No model is
downloaded and nobody is recognised: it is told whether a picture can be printed on a card, not who is in it.
"""

from backend.materials.portraits.judge import judged
from models.catalogue import PhotoCheck
from models.photos import PhotoFinding


def look(path: str, wanted: PhotoCheck) -> list[PhotoFinding]:
    """Everything wrong with the picture at `path`, at once; nothing where a clerk may look at it."""
    from backend.materials.portraits.measure import measured  # loads Pillow: only where it runs

    return judged(measured(path, wanted.background), wanted)


__all__ = ["look"]
