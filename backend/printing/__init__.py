"""Paper: pages from templates, the electronic seal, and telling whether a PDF is as its signer left it.

Most of it runs in worker processes (backend/processes.py), so nothing here imports an engine or a database.
This face is all other rooms may use.
"""

from backend.printing.calls import (
    CannotRender,
    Finding,
    Inspection,
    Job,
    Made,
    PageOverflow,
    Renderer,
    SigningFiles,
    UnprintableText,
    digest_of,
    inspect_pdf,
    make,
    printing_workers,
    render_pdf,
    templates_of,
    warm_up,
)
from backend.printing.identity import demo_files, signing_files
from backend.printing.letters import advice, refused, showable, texts_of

__all__ = [
    "CannotRender",
    "Finding",
    "Inspection",
    "Job",
    "Made",
    "PageOverflow",
    "Renderer",
    "SigningFiles",
    "UnprintableText",
    "advice",
    "demo_files",
    "digest_of",
    "inspect_pdf",
    "make",
    "printing_workers",
    "refused",
    "render_pdf",
    "showable",
    "signing_files",
    "templates_of",
    "texts_of",
    "warm_up",
]
