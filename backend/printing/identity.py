"""Who signs: the key and certificate chain the electronic seal is applied with.

In production both are given by settings. In the sandbox a certificate authority and a signer are made on the first
start and kept in data_dir/signing; their names say that they are for demonstration.
"""

import os
import secrets
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from backend.clock import wall_time
from backend.printing.calls import SigningFiles

if TYPE_CHECKING:
    from models.settings import Settings

_YEARS = 30  # a certificate without time stamp can be checked only while its signer's certificate holds


def signing_files(settings: "Settings") -> SigningFiles:
    """The key and chain to sign with. Raises `FileNotFoundError` in production where they are not there."""
    from models.settings import Mode  # not at the top: workers load this room, and no settings

    if settings.signing_key_file and settings.signing_certificate_file:
        files = SigningFiles(str(settings.signing_key_file.resolve()), str(settings.signing_certificate_file.resolve()))
        for path in (files.key, files.chain):
            os.stat(path)
        return files
    if settings.mode is Mode.PRODUCTION:
        raise FileNotFoundError("production mode needs signing_key_file and signing_certificate_file")
    return demo_files(settings.data_dir, organisation="云城区政务服务和数据管理局（演示）", name="云城区电子证明专用章（演示）")


def demo_files(data_dir: Path, *, organisation: str, name: str, folder: str = "signing") -> SigningFiles:
    """A made authority and signer under `data_dir`/`folder`, made once however many processes start together."""
    place = (data_dir / folder).resolve()
    if not place.exists():
        made = data_dir.resolve() / f".{folder}-{secrets.token_hex(8)}"
        made.mkdir(mode=0o700, parents=True)
        key, chain = make_identity(organisation, name, wall_time())
        _write_private(made / "key.pem", key)
        _write_private(made / "chain.pem", chain)
        try:
            made.rename(place)
        except OSError:  # another process was first
            for path in made.iterdir():
                path.unlink()
            made.rmdir()
    return SigningFiles(str(place / "key.pem"), str(place / "chain.pem"))


def make_identity(organisation: str, name: str, now: datetime) -> tuple[bytes, bytes]:
    """A new signer under a new authority: its key and its chain, both PEM. ECDSA on P-256."""
    authority_key, signer_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root_name = _name(organisation, f"{organisation}根证书")
    root = _certificate(root_name, root_name, authority_key, authority_key, now, authority=True)
    signer = _certificate(_name(organisation, name), root_name, signer_key, authority_key, now, authority=False)
    key = signer_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return key, signer.public_bytes(Encoding.PEM) + root.public_bytes(Encoding.PEM)


def _name(organisation: str, name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer_key: ec.EllipticCurvePrivateKey,
    now: datetime,
    *,
    authority: bool,
) -> x509.Certificate:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=3650))  # the sandbox's clock may be set back
        .not_valid_after(now + timedelta(days=_YEARS * 365))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=0 if authority else None), critical=True)
        .add_extension(_key_usage(authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
        .sign(issuer_key, hashes.SHA256())
    )


def _key_usage(authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_cert_sign=authority,
        crl_sign=authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _write_private(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(descriptor)
