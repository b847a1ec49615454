"""The electronic seal as a PAdES signature (B-B, ECDSA P-256): certified, so that any later change shows.

Runs in a worker process. pyHanko spends 9 of the 12 ms of a signature on building the same CMS structure over again;
here it builds it once for each key, and a signature only puts the document's digest and the signature's bytes where
they belong. Both have a fixed length, so nothing around them changes. What comes out is checked by pyHanko and by
poppler's pdfsig in the tests.
"""

import asyncio
import io
from collections.abc import Generator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from asn1crypto.algos import SignedDigestAlgorithm
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from pyhanko_certvalidator.registry import SimpleCertificateStore

from backend.printing.calls import SigningFiles

_FIELD = "ElectronicSeal"
_DIGEST = "sha256"
_SIGNATURE_LENGTH = 71  # bytes of half of all DER-encoded P-256 signatures; the others are made again
_DIGEST_MARK = bytes.fromhex("a5" * 32)
_SIGNATURE_MARK = bytes.fromhex("5a" * _SIGNATURE_LENGTH)


class _Writer(IncrementalPdfFileWriter):
    """Leaves the metadata as the page was made with: pyHanko would write the machine's time over it, twice."""

    def _update_meta(self) -> None:
        pass


class SealingKey:
    """Signs PDFs with one key."""

    def __init__(self, files: SigningFiles) -> None:
        key = load_pem_private_key(Path(files.key).read_bytes(), None)
        if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
            raise ValueError(f"{files.key} holds no ECDSA key on P-256")  # noqa: TRY004 - a wrong file, not a wrong type
        certificate, *others = load_certs_from_pemder_data(Path(files.chain).read_bytes())
        if not _belongs(key, certificate):
            raise ValueError(f"{files.chain} does not begin with the certificate of {files.key}")
        self._key = key
        self._cms, self._signed = asyncio.run(_moulds(certificate, others))

    def sign(self, pdf: bytes, *, reason: str, place: str, at: datetime) -> bytes:
        """`pdf` with the signature appended; `at` is the claimed time of signing."""
        signed = io.BytesIO()
        steps: Generator[Any, Any, None] = PdfCMSEmbedder().write_cms(_FIELD, _Writer(io.BytesIO(pdf)))
        next(steps)
        steps.send(SigObjSetup(self._placeholder(reason, place, at), _certifying()))
        prepared, _ = steps.send(SigIOSetup(md_algorithm=_DIGEST, output=signed))
        steps.send(self._cms_of(prepared.document_digest))
        return signed.getvalue()

    def _placeholder(self, reason: str, place: str, at: datetime) -> SignatureObject:
        hexadecimal = 2 * len(self._cms)
        return SignatureObject(at, SigSeedSubFilter.PADES, location=place, reason=reason, bytes_reserved=hexadecimal)

    def _cms_of(self, digest: bytes) -> bytes:
        attributes = self._signed.replace(_DIGEST_MARK, digest)
        while len(signature := self._key.sign(attributes, ec.ECDSA(hashes.SHA256()))) != _SIGNATURE_LENGTH:
            pass
        return self._cms.replace(_DIGEST_MARK, digest).replace(_SIGNATURE_MARK, signature)


@cache
def sealing_key(files: SigningFiles) -> SealingKey:
    """This process's key of those files."""
    return SealingKey(files)


def _certifying() -> SigMDPSetup:
    return SigMDPSetup(md_algorithm=_DIGEST, certify=True, docmdp_perms=MDPPerm.NO_CHANGES)


class _MouldMaker(signers.Signer):
    """Lets pyHanko build a CMS structure around a mark instead of a signature."""

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        return _SIGNATURE_MARK


async def _moulds(certificate: Certificate, others: list[Certificate]) -> tuple[bytes, bytes]:
    """The CMS structure with marks for digest and signature, and the attributes as they are signed."""
    known = SimpleCertificateStore()
    known.register_multiple(others)
    maker = _MouldMaker(
        signing_cert=certificate,
        cert_registry=known,
        signature_mechanism=SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
        embed_roots=False,
    )
    message: Any = await maker.async_sign(_DIGEST_MARK, _DIGEST, use_pades=True)
    cms = message.dump()
    # RFC 5652, 5.4: what is signed is the attributes' SET itself, not its tagged form inside the structure.
    attributes = message["content"]["signer_infos"][0]["signed_attrs"].untag().dump()
    if cms.count(_DIGEST_MARK) != 1 or cms.count(_SIGNATURE_MARK) != 1 or attributes.count(_DIGEST_MARK) != 1:
        raise RuntimeError("the CMS structure is not as expected")
    return cms, attributes


def _belongs(key: ec.EllipticCurvePrivateKey, certificate: Certificate) -> bool:
    own = key.public_key().public_numbers()
    point = b"\x04" + own.x.to_bytes(32, "big") + own.y.to_bytes(32, "big")
    return bool(certificate.public_key["public_key"].native == point)
