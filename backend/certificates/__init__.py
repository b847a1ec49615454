"""Certificates (证明): number, render, seal, write, verify, revoke.

This face is all other rooms may use. What a case owes its applicant is the cases engine's business; it calls
`prepare` and writes what comes of it with `write` in its own transaction.
"""

from backend.certificates.engine import Certificates
from backend.certificates.issuing import Application, ByStaff, HandOver, Issuing, Prepared, Sheet
from backend.certificates.shares import Shares, share_view
from backend.certificates.views import certificate_view, file_verification_of, verification_of

__all__ = [
    "Application",
    "ByStaff",
    "Certificates",
    "HandOver",
    "Issuing",
    "Prepared",
    "Shares",
    "Sheet",
    "certificate_view",
    "file_verification_of",
    "share_view",
    "verification_of",
]
