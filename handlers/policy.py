"""The Content-Security-Policy of pages that are text and nothing else: no script, no foreign server, no frame around them."""

import base64
import hashlib


def policy(style: str = "'unsafe-inline'", forms: str = "'none'", frames: str = "'none'") -> str:
    """Everything but styles is shut. `style`: what a page's own style is known by; `forms`: where they go; `frames`: who may show it in one."""
    return f"default-src 'none'; style-src {style}; base-uri 'none'; form-action {forms}; frame-ancestors {frames}"


def style_digest(style: str) -> str:
    """What a style that stands in the page is known by, so that no other counts."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"
