"""Is this PDF as its signer left it, and whose is it? Looks at files nobody has checked, so it runs in a worker."""

import io
import re
from functools import cache
from pathlib import Path

import pikepdf
from asn1crypto.x509 import Certificate
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import EmbeddedPdfSignature, SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from backend.printing.calls import Finding, Inspection

CODE_KEYWORD = "verify:"
_CODE = re.compile(rf"{CODE_KEYWORD}([0-9A-Za-z]{{10,20}})(?![0-9A-Za-z])")


def inspected(pdf: bytes, chains: tuple[str, ...]) -> Inspection:
    """See `calls.inspect_pdf`."""
    code = _code_of(pdf)
    try:
        signatures = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
        if not signatures:
            return Inspection(Finding.UNSIGNED, code=code)
        findings = [_judge(signature, chains) for signature in signatures]
        whole = signatures[-1].evaluate_signature_coverage() is SignatureCoverageLevel.ENTIRE_FILE
        signer = _name_of(signatures[-1].signer_cert)
    except SignatureValidationError:
        return Inspection(Finding.ALTERED, code=code)
    except (PdfError, SigningError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return Inspection(Finding.UNREADABLE, code=code)  # hostile input fails inside the reader in many ways
    if not whole or Finding.ALTERED in findings:
        return Inspection(Finding.ALTERED, signer, code)
    return Inspection(Finding.FOREIGN if Finding.FOREIGN in findings else Finding.INTACT, signer, code)


def _judge(signature: EmbeddedPdfSignature, chains: tuple[str, ...]) -> Finding:
    context = ValidationContext(trust_roots=list(_roots(chains)), allow_fetching=False)
    # Changes after the last signature are refused outright, so there is nothing to weigh them against.
    status = validate_pdf_signature(signature, context, skip_diff=True)
    if not (status.intact and status.valid):
        return Finding.ALTERED
    return Finding.INTACT if status.trusted else Finding.FOREIGN


@cache
def _roots(chains: tuple[str, ...]) -> tuple[Certificate, ...]:
    """The root of each chain; a file is read once in the life of a worker."""
    return tuple(list(load_certs_from_pemder_data(Path(chain).read_bytes()))[-1] for chain in chains)


def _name_of(certificate: Certificate) -> str:
    names = certificate.subject.native
    return str(names.get("common_name") or names.get("organization_name") or "")


def _code_of(pdf: bytes) -> str | None:
    """The code in the document's keywords; read from the bytes as they are, else from the parsed document."""
    found = _CODE.search(pdf.decode("latin-1")) or _CODE.search(_keywords(pdf))
    return found.group(1) if found else None


def _keywords(pdf: bytes) -> str:
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            return str(document.docinfo.get("/Keywords", ""))
    except (pikepdf.PdfError, ValueError, KeyError, TypeError):
        return ""
