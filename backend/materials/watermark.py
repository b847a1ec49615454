"""Copies for the eyes of staff: every page says what it may be used for, who looked and when. Runs in a worker."""


def watermarked(path: str, out: str, content_type: str, words: str) -> None:
    """Writes to `out` a copy of the file at `path` with `words` over every page. Pictures and PDFs only."""
    from backend.materials.stamps import stamp_pdf, stamp_picture  # loads typst: only where it runs

    if content_type == "application/pdf":
        stamp_pdf(path, out, words)
    else:
        stamp_picture(path, out, content_type, words)
