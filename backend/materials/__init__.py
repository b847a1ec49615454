"""Materials (申请材料): uploads and what was found of them. This face is all other rooms may use."""

from backend.materials.engine import Materials
from backend.materials.scanner import Scanner
from backend.materials.uploads import MAX_BODY, Spool, Upload
from backend.materials.views import material_view

__all__ = ["MAX_BODY", "Materials", "Scanner", "Spool", "Upload", "material_view"]
