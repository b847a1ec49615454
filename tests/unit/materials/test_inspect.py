"""What is let in, what is cleaned, and what is refused with which words."""

import hashlib
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from backend.errors import PayloadTooLarge, UnsupportedMedia
from backend.materials.inspect import MAX_BYTES, Inspected, inspect
from backend.materials.pictures import LONG_SIDE

OFD_ROOT = b'<?xml version="1.0"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.1"></ofd:OFD>'


class Looks:
    """Writes bytes as an upload and has them inspected."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, content: bytes) -> Inspected:
        upload = self.folder / "upload"
        upload.write_bytes(content)
        return inspect(str(upload), str(self.folder / "cleaned"))


@pytest.fixture
def looks(tmp_path: Path) -> Looks:
    return Looks(tmp_path)


def picture(kind: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, "white").save(out, kind, **options)
    return out.getvalue()


def pdf(change: Callable[[pikepdf.Pdf], None] = lambda document: None, **options: Any) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    change(document)
    out = io.BytesIO()
    document.save(out, **options)
    return out.getvalue()


def archive(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return out.getvalue()


class TestType:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"MZ" + bytes(200), "请上传照片"),
            (b"hello", "请上传照片"),
            (b"GIF89a" + bytes(60), "不支持动图"),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
            (archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x/>"}), "另存为 PDF"),
            (archive({"a.txt": b"a"}), "请解压"),
            (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "Word"),
            (b"", "是空的"),
        ],
    )
    def test_what_is_no_picture_pdf_or_ofd_is_refused_in_words(self, looks: Looks, content: bytes, words: str) -> None:
        with pytest.raises(UnsupportedMedia, match=words):
            looks(content)

    @pytest.mark.parametrize("head", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"%PDF-1.7\n"])
    def test_right_first_bytes_and_nothing_behind_them_is_refused(self, looks: Looks, head: bytes) -> None:
        with pytest.raises(UnsupportedMedia, match="打不开"):
            looks(head + os.urandom(500))

    def test_more_than_20_megabytes_is_refused(self, looks: Looks) -> None:
        with pytest.raises(PayloadTooLarge, match="20MB"):
            looks(b"%PDF-1.7" + bytes(MAX_BYTES))


class TestPictures:
    def test_a_photograph_loses_its_exif_and_stands_upright(self, looks: Looks) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6  # turned by 90 degrees
        exif[0x010F] = "SomePhone"
        exif.get_ifd(0x8825)[1] = "N"
        found = looks(picture("JPEG", exif=exif))
        kept = Path(found.path).read_bytes()
        assert (found.content_type, found.width, found.height) == ("image/jpeg", 40, 60)
        assert b"SomePhone" not in kept
        assert b"Exif" not in kept

    def test_text_chunks_of_a_png_are_dropped(self, looks: Looks) -> None:
        info = PngInfo()
        info.add_text("Author", "SomeAuthor")
        found = looks(picture("PNG", pnginfo=info))
        assert found.extension == "png"
        assert b"SomeAuthor" not in Path(found.path).read_bytes()

    def test_what_hides_behind_a_picture_is_dropped(self, looks: Looks) -> None:
        found = looks(picture("JPEG") + archive({"evil.exe": b"MZ"}))
        assert b"evil.exe" not in Path(found.path).read_bytes()

    def test_a_large_photograph_is_scaled_down(self, looks: Looks) -> None:
        found = looks(picture("JPEG", size=(9000, 100)))
        assert found.width == LONG_SIDE

    @pytest.mark.parametrize("size", [(30_000, 30_000), (8_001, 8_001)])
    def test_a_picture_bomb_is_refused_before_it_is_decoded(self, looks: Looks, size: tuple[int, int]) -> None:
        with pytest.raises(PayloadTooLarge, match="尺寸太大"):
            looks(picture("PNG", size=size, mode="1"))

    def test_webp_becomes_jpeg_on_white(self, looks: Looks) -> None:
        found = looks(picture("WEBP", mode="RGBA"))
        assert found.content_type == "image/jpeg"
        with Image.open(found.path) as kept:
            assert kept.getpixel((5, 5)) == (255, 255, 255)

    def test_a_moving_picture_is_refused(self, looks: Looks) -> None:
        frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "blue")]
        out = io.BytesIO()
        frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
        with pytest.raises(UnsupportedMedia, match="动图"):
            looks(out.getvalue())

    def test_the_file_described_is_the_file_kept(self, looks: Looks) -> None:
        found = looks(picture("JPEG"))
        kept = Path(found.path).read_bytes()
        assert (found.size, found.sha256) == (len(kept), hashlib.sha256(kept).hexdigest())


def script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def script_in_names(document: pikepdf.Pdf) -> None:
    action = document.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")))
    document.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=[pikepdf.String("a"), action]))


def launch_behind_a_link(document: pikepdf.Pdf) -> None:
    action = document.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("calc.exe")))
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    document.pages[0].Annots = pikepdf.Array([link])


def script_on_a_page(document: pikepdf.Pdf) -> None:
    opened = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    document.pages[0].AA = document.make_indirect(pikepdf.Dictionary(O=opened))


def script_after_a_jump(document: pikepdf.Pdf) -> None:
    following = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=[document.pages[0].obj, pikepdf.Name.Fit], Next=[following])


def attachment(document: pikepdf.Pdf) -> None:
    document.attachments["calc.exe"] = b"MZ-a-program"


def xfa(document: pikepdf.Pdf) -> None:
    document.Root.AcroForm = pikepdf.Dictionary(Fields=[], XFA=document.make_stream(b"<xdp>app.alert(1)</xdp>"))


def signature(document: pikepdf.Pdf) -> None:
    value = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Sig, Filter=pikepdf.Name("/Adobe.PPKLite"), ByteRange=[0, 9, 9, 9], Contents=pikepdf.String("00")
        )
    )
    field = document.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=pikepdf.String("s"), V=value))
    document.Root.AcroForm = pikepdf.Dictionary(Fields=[field], SigFlags=3)


class TestPdf:
    @pytest.mark.parametrize(
        "change", [script, script_in_names, launch_behind_a_link, script_on_a_page, script_after_a_jump, attachment, xfa]
    )
    def test_what_can_act_is_taken_out(self, looks: Looks, change: Callable[[pikepdf.Pdf], None]) -> None:
        content = pdf(change, compress_streams=False)
        assert any(word in content for word in (b"app.alert", b"calc.exe")), "the example carries nothing"
        found = looks(content)
        with pikepdf.open(found.path) as kept:
            kept.save(looks.folder / "plain.pdf", compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        plain = (looks.folder / "plain.pdf").read_bytes()
        assert not any(word in plain for word in (b"app.alert", b"calc.exe", b"MZ-a-program", b"JavaScript"))
        assert inspect(found.path, str(looks.folder / "again")).path == found.path, "the cleaned file is clean"

    def test_a_harmless_pdf_is_kept_byte_for_byte(self, looks: Looks) -> None:
        content = pdf()
        found = looks(content)
        assert (Path(found.path).read_bytes(), found.pages, found.signed) == (content, 1, False)

    def test_a_jump_to_the_first_page_is_no_danger(self, looks: Looks) -> None:
        def jump(document: pikepdf.Pdf) -> None:
            document.Root.OpenAction = pikepdf.Array([document.pages[0].obj, pikepdf.Name.Fit])

        content = pdf(jump)
        assert Path(looks(content).path).read_bytes() == content

    def test_a_signed_pdf_is_kept_byte_for_byte(self, looks: Looks) -> None:
        content = pdf(signature)
        found = looks(content)
        assert found.signed
        assert Path(found.path).read_bytes() == content

    def test_a_signed_pdf_with_a_script_is_refused(self, looks: Looks) -> None:
        def both(document: pikepdf.Pdf) -> None:
            signature(document)
            script(document)

        with pytest.raises(UnsupportedMedia, match="电子签名"):
            looks(pdf(both))

    @pytest.mark.parametrize("user", ["", "secret"])
    def test_an_encrypted_pdf_is_refused(self, looks: Looks, user: str) -> None:
        with pytest.raises(UnsupportedMedia, match="密码"):
            looks(pdf(encryption=pikepdf.Encryption(owner="owner", user=user)))

    def test_too_many_pages_are_refused(self, looks: Looks) -> None:
        def pages(document: pikepdf.Pdf) -> None:
            for _ in range(200):
                document.add_blank_page()

        with pytest.raises(PayloadTooLarge, match="200 页"):
            looks(pdf(pages))


class TestOfd:
    def test_is_kept_byte_for_byte(self, looks: Looks) -> None:
        content = archive({"OFD.xml": OFD_ROOT, "Doc_0/Document.xml": b'<ofd:Page ID="1" BaseLoc="a"/><ofd:Page ID="2" BaseLoc="b"/>'})
        found = looks(content)
        assert (found.content_type, found.pages, Path(found.path).read_bytes()) == ("application/ofd", 2, content)

    @pytest.mark.parametrize("size", [30 << 20, 120 << 20])
    def test_a_zip_bomb_is_refused(self, looks: Looks, size: int) -> None:
        with pytest.raises(PayloadTooLarge, match="解压后太大"):
            looks(archive({"OFD.xml": OFD_ROOT, "bomb": bytes(size)}))

    def test_too_many_entries_are_refused(self, looks: Looks) -> None:
        with pytest.raises(PayloadTooLarge, match="解压后太大"):
            looks(archive({"OFD.xml": OFD_ROOT} | {f"{n}.xml": b"" for n in range(2001)}))

    @pytest.mark.parametrize(
        "entries",
        [
            {"OFD.xml": b"<!DOCTYPE a><ofd:OFD >"},
            {"OFD.xml": b"<html>"},
            {"OFD.xml": OFD_ROOT, "../../etc/passwd": b"x"},
            {"OFD.xml": OFD_ROOT, "Doc_0/Attachs/a.bin": b"MZ\0\0"},
        ],
    )
    def test_what_does_not_belong_into_one_is_refused(self, looks: Looks, entries: dict[str, bytes]) -> None:
        with pytest.raises(UnsupportedMedia, match="OFD"):
            looks(archive(entries))

    def test_a_damaged_one_is_refused(self, looks: Looks) -> None:
        content = bytearray(archive({"OFD.xml": OFD_ROOT * 50}))
        content[60:90] = bytes(30)
        with pytest.raises(UnsupportedMedia, match="OFD"):
            looks(bytes(content))
