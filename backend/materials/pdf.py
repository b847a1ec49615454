"""Takes out of a PDF what can act: scripts, launch and submit actions, embedded files, forms of the XFA kind.

Every object of the file is walked, direct children included, so an action hidden in an unused corner is found too;
saving then leaves out whatever nothing refers to any more.
"""

from dataclasses import dataclass

import pikepdf

from backend.errors import PayloadTooLarge, UnsupportedMedia

MAX_PAGES = 200
MAX_OBJECTS = 200_000

_ACTIONS = frozenset(
    [
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/GoToE",
        "/GoToR",
        "/Rendition",
        "/Movie",
        "/Sound",
        "/RichMediaExecute",
        "/GoTo3DView",
    ]
)
_ACTIVE_KEYS = frozenset(
    ["/JS", "/JavaScript", "/XFA", "/EmbeddedFiles", "/EF", "/AF", "/Collection", "/RichMediaContent", "/RichMediaSettings"]
)
_ACTIVE_ANNOTATIONS = frozenset(["/FileAttachment", "/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"])
_ENCRYPTED = "这份 PDF 设有密码或限制，工作人员打不开。请去掉密码后上传，或打印出来拍照上传。"
_BROKEN = "这份 PDF 打不开，可能已经损坏。请重新导出后上传，或打印出来拍照上传。"
_SIGNED_AND_ACTIVE = "这份 PDF 带有电子签名，里面又有脚本或附件，去掉会使签名失效。请向出具单位要一份不带附件的，或打印出来拍照上传。"
_TOO_LONG = f"这份 PDF 超过 {MAX_PAGES} 页，请只保留需要的页后上传。"


@dataclass(frozen=True)
class PdfReport:
    """What a PDF held. `changed`: the safe form was written beside it."""

    pages: int
    signed: bool
    changed: bool


def clean_pdf(path: str, cleaned: str) -> PdfReport:
    """Checks the PDF at `path` and writes a cleaned one to `cleaned` where there was something to take out.

    Raises `UnsupportedMedia` for encrypted and broken ones and for those signed and active at once.
    """
    try:
        with pikepdf.open(path) as pdf:
            report = _checked(pdf)
            if report.changed:
                pdf.save(cleaned, deterministic_id=True)
    except pikepdf.PasswordError:
        raise UnsupportedMedia(_ENCRYPTED) from None
    except pikepdf.PdfError:
        raise UnsupportedMedia(_BROKEN) from None
    return report


def _checked(pdf: pikepdf.Pdf) -> PdfReport:
    if pdf.is_encrypted:
        raise UnsupportedMedia(_ENCRYPTED)
    if len(pdf.objects) > MAX_OBJECTS:
        raise PayloadTooLarge(_TOO_LONG)
    pages = len(pdf.pages)
    if not pages:
        raise UnsupportedMedia(_BROKEN)
    if pages > MAX_PAGES:
        raise PayloadTooLarge(_TOO_LONG)
    objects = [each for each in pdf.objects if isinstance(each, pikepdf.Object)]
    signed = any(_is_signature(each) for each in objects)
    removed = sum(_take_out(each) for each in objects)
    if signed and removed:
        raise UnsupportedMedia(_SIGNED_AND_ACTIVE)
    return PdfReport(pages, signed, changed=removed > 0)


def _is_signature(node: pikepdf.Object) -> bool:
    """A signature field with a value, or a signature dictionary itself."""
    if not isinstance(node, pikepdf.Dictionary):
        return False
    return (node.get("/FT") == "/Sig" and "/V" in node) or ("/ByteRange" in node and "/Contents" in node)


def _take_out(node: pikepdf.Object) -> int:
    """Removes what is active directly inside `node`; children with an object of their own are walked by themselves."""
    if isinstance(node, pikepdf.Array):
        return _take_out_of_array(node)
    if not isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
        return 0
    removed = 0
    for key in list(node.keys()):
        child = node[key]
        if key in _ACTIVE_KEYS or _is_active(child):
            del node[key]
            removed += 1
        elif isinstance(child, pikepdf.Object) and not child.is_indirect:
            removed += _take_out(child)
    return removed


def _take_out_of_array(node: pikepdf.Array) -> int:
    removed = 0
    for index in range(len(node) - 1, -1, -1):
        child = node[index]
        if _is_active(child):
            del node[index]
            removed += 1
        elif isinstance(child, pikepdf.Object) and not child.is_indirect:
            removed += _take_out(child)
    return removed


def _is_active(node: object) -> bool:
    """An action that does something, or an annotation that carries or plays a file."""
    if not isinstance(node, pikepdf.Dictionary):
        return False
    return str(node.get("/S", "")) in _ACTIONS or (str(node.get("/Subtype", "")) in _ACTIVE_ANNOTATIONS)
