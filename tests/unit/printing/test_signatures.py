"""Signatures: valid for public tools, broken by any change, and only ours count as ours."""

import io
import os
import random
import shutil
import stat
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pydantic import SecretStr
from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.generic import pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from backend.printing import Finding, SigningFiles, inspect_pdf
from backend.printing.identity import demo_files, make_identity, signing_files
from backend.printing.render import Press
from backend.printing.sign import SealingKey
from models.settings import Mode, Settings
from tests.unit.printing.samples import AT, CODE, FACTS, TEMPLATES, page


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> SigningFiles:
    return demo_files(tmp_path_factory.mktemp("data"), organisation="云城区政务服务和数据管理局（演示）", name="电子证明专用章（演示）")


@pytest.fixture(scope="module")
def plain() -> bytes:
    template, facts = FACTS[0]
    return Press(TEMPLATES).pdf(template, page(facts), AT)


@pytest.fixture(scope="module")
def signed(files: SigningFiles, plain: bytes) -> bytes:
    return SealingKey(files).sign(plain, reason="签发电子证明", place="江州市云城区", at=AT)


def resaved(pdf: bytes) -> bytes:
    """As an editor would write it anew."""
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(output, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return output.getvalue()


def appended(pdf: bytes) -> bytes:
    """With one more revision after the signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    writer.root["/Lang"] = pdf_string("en")
    writer.update_root()
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def test_pyhanko_finds_the_signature_valid_and_trusted(files: SigningFiles, signed: bytes) -> None:
    signature = PdfFileReader(io.BytesIO(signed)).embedded_signatures[0]
    root = list(load_certs_from_pemder([files.chain]))[-1]
    status = validate_pdf_signature(signature, ValidationContext(trust_roots=[root], allow_fetching=False))
    assert status.bottom_line
    assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    assert status.docmdp_ok
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature.self_reported_timestamp == AT.replace(microsecond=0)


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler-utils is not installed")
def test_poppler_finds_the_signature_valid(signed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed)
    answer = subprocess.run(["pdfsig", str(path)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid." in answer
    assert "Total document signed" in answer


def test_every_signature_of_many_is_valid(files: SigningFiles, plain: bytes) -> None:
    key = SealingKey(files)
    made = [key.sign(plain, reason=f"第{index}份", place="云城区", at=AT) for index in range(20)]
    assert len(set(made)) == 20
    assert {inspect_pdf(pdf, (files.chain,)).finding for pdf in made} == {Finding.INTACT}


def test_our_own_check_says_who_signed_and_finds_the_code(files: SigningFiles, signed: bytes) -> None:
    found = inspect_pdf(signed, (files.chain,))
    assert (found.finding, found.signer, found.code) == (Finding.INTACT, "电子证明专用章（演示）", CODE)


def test_no_changed_byte_goes_unnoticed(files: SigningFiles, signed: bytes) -> None:
    chance = random.Random(20261123)
    byte_range: Any = PdfFileReader(io.BytesIO(signed)).embedded_signatures[0].byte_range
    start, length = int(byte_range[0]), int(byte_range[1])
    for _ in range(120):
        changed = bytearray(signed)
        changed[chance.randrange(start, length)] ^= 1 << chance.randrange(8)
        assert inspect_pdf(bytes(changed), (files.chain,)).finding is not Finding.INTACT


@pytest.mark.parametrize("change", [resaved, appended, lambda pdf: pdf + b"\n% more", lambda pdf: pdf.replace(b"verify:a8", b"verify:b8")])
def test_a_changed_file_is_called_altered(files: SigningFiles, signed: bytes, change: Callable[[bytes], bytes]) -> None:
    assert inspect_pdf(change(signed), (files.chain,)).finding is Finding.ALTERED


def test_a_file_written_anew_still_leads_to_its_certificate(files: SigningFiles, signed: bytes) -> None:
    assert inspect_pdf(resaved(signed), (files.chain,)).code == CODE


def test_somebody_elses_signature_is_foreign(files: SigningFiles, plain: bytes, tmp_path: Path) -> None:
    other = demo_files(tmp_path, organisation="云城区政务服务和数据管理局（演示）", name="电子证明专用章（演示）")
    forged = SealingKey(other).sign(plain, reason="签发电子证明", place="江州市云城区", at=AT)
    assert inspect_pdf(forged, (files.chain,)).finding is Finding.FOREIGN
    assert inspect_pdf(forged, (files.chain, other.chain)).finding is Finding.INTACT


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (b"", Finding.UNREADABLE),
        (b"%PDF-1.7", Finding.UNREADABLE),
        (b"\x89PNG\r\n", Finding.UNREADABLE),
        (b"%PDF-1.7\n" + b"[" * 100_000, Finding.UNREADABLE),
    ],
)
def test_what_is_no_pdf_is_unreadable(files: SigningFiles, content: bytes, finding: Finding) -> None:
    assert inspect_pdf(content, (files.chain,)).finding is finding


def test_an_unsigned_page_is_unsigned(files: SigningFiles, plain: bytes) -> None:
    assert inspect_pdf(plain, (files.chain,)).finding is Finding.UNSIGNED


def test_a_cut_file_is_not_intact(files: SigningFiles, signed: bytes) -> None:
    for length in range(0, len(signed), 5000):
        assert inspect_pdf(signed[:length], (files.chain,)).finding is not Finding.INTACT


def test_the_key_is_for_its_owner_alone_and_made_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: demo_files(tmp_path, organisation="演示机构", name="演示章"), range(8)))
    assert len(set(made)) == 1
    SealingKey(made[0])
    assert stat.S_IMODE(os.stat(made[0].key).st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["signing"]


def test_the_signer_may_sign_and_nothing_else() -> None:
    _, chain = make_identity("演示机构", "演示章", AT)
    signer, root = x509.load_pem_x509_certificates(chain)
    signer.verify_directly_issued_by(root)
    usage = signer.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature
    assert usage.content_commitment
    assert not usage.key_cert_sign
    assert not signer.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert (signer.not_valid_after_utc - AT).days > 20 * 365


def test_a_key_without_its_certificate_is_refused(files: SigningFiles, tmp_path: Path) -> None:
    other = demo_files(tmp_path, organisation="另一家", name="另一枚")
    with pytest.raises(ValueError, match="does not begin with the certificate"):
        SealingKey(SigningFiles(files.key, other.chain))


def test_a_key_of_another_kind_is_refused(files: SigningFiles, tmp_path: Path) -> None:
    key = rsa.generate_private_key(65537, 2048)
    path = tmp_path / "rsa.pem"
    path.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    with pytest.raises(ValueError, match="no ECDSA key"):
        SealingKey(SigningFiles(str(path), files.chain))


def test_production_signs_with_the_key_it_is_given_or_not_at_all(files: SigningFiles, tmp_path: Path) -> None:
    given: dict[str, Any] = {"signing_key_file": Path(files.key), "signing_certificate_file": Path(files.chain)}
    common: dict[str, Any] = {
        "mode": Mode.PRODUCTION,
        "mongodb_uri": "mongodb://db",
        "redis_url": "redis://cache",
        "master_key": SecretStr("m"),
        "token_key": SecretStr("t"),
        "public_url": "https://example.cn",
        "wechat_url": "https://api.example.cn",
        "wechat_app_id": "app",
        "wechat_secret": SecretStr("s"),
        "identity_url": "https://identity.example.cn",
        "sms_url": "https://sms.example.cn",
        "courier_url": "https://courier.example.cn",
        "courier_key": SecretStr("c"),
        "bank_url": "https://bank.example.cn",
        "bank_merchant": "yuncheng",
        "bank_secret": SecretStr("b"),
        "registers": {"tax": "https://tax.example.cn"},
    }
    assert signing_files(Settings(**common, **given)) == files
    missing = {**given, "signing_key_file": tmp_path / "nothing.pem"}
    with pytest.raises(FileNotFoundError):
        signing_files(Settings(**common, **missing))
