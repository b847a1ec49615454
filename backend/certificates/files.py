"""PDFs as they lie in the database: AES-256-GCM, a key for each file, bound to the certificate's id."""

import secrets

from bson.binary import Binary
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from models.certificates import CertificateFile

_NONCE = 12  # bytes


def lock(certificate: str, pdf: bytes) -> CertificateFile:
    """The encrypted file of a certificate; its key is a sealed field."""
    key, nonce = AESGCM.generate_key(256), secrets.token_bytes(_NONCE)
    content = AESGCM(key).encrypt(nonce, pdf, certificate.encode())
    return CertificateFile(_id=certificate, key=Binary(key), nonce=Binary(nonce), content=Binary(content))


def unlock(file: CertificateFile) -> bytes:
    """The PDF. Raises `cryptography.exceptions.InvalidTag` where it is not what was stored under this id."""
    return AESGCM(file.key).decrypt(file.nonce, file.content, file.id.encode())
