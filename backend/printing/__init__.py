"""Paper: pages from templates, the electronic seal, and telling whether a PDF is as its signer left it.

Most of it runs in worker processes (backend/processes.py), so nothing here imports an engine or a database.
This face is all other rooms may use.
"""

from backend.printing.identity import SigningFiles, demo_files, signing_files
from backend.printing.press import Job, Made, make, warm_up
from backend.printing.render import CannotRender, PageOverflow, Renderer, UnprintableText
from backend.printing.sign import SealingKey, digest_of
from backend.printing.verify import Finding, Inspection, inspect_pdf

__all__ = [
    "CannotRender",
    "Finding",
    "Inspection",
    "Job",
    "Made",
    "PageOverflow",
    "Renderer",
    "SealingKey",
    "SigningFiles",
    "UnprintableText",
    "demo_files",
    "digest_of",
    "inspect_pdf",
    "make",
    "signing_files",
    "warm_up",
]
