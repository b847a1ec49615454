"""Pages: every template, rare characters, text that tries to be code, what cannot be printed."""

import io
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import typst
import zxingcpp
from PIL import Image

from backend.printing import Finding, PageOverflow, Renderer, UnprintableText, demo_files, inspect_pdf
from backend.printing.render import Press, qr_svg
from backend.processes import Workers
from tests.unit.printing.samples import AT, CODE, FACTS, TEMPLATES, page

ATTACKS = [
    "#sys.inputs",
    '#read("/etc/passwd")',
    '"]; #panic("out")',
    "*粗* _斜_ $x^2$ @label <label> \\ `raw` // comment /* */",
    "#let data = none",
    "</text><script>alert(1)</script>",
    "{{ 7 * 7 }} ${7*7} %s %(x)s",
]


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(TEMPLATES)


def shown(pdf: bytes, tmp_path: Path) -> str:
    """The text of a PDF as poppler reads it, without blanks."""
    return re.sub(r"\s", "", read_by_poppler(pdf, tmp_path, "-layout"))


def read_by_poppler(pdf: bytes, tmp_path: Path, how: str) -> str:
    """What another reader than ours finds in it. `make test` installs it before any test; `make check` alone may be without."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdftotext", how, str(path), "-"], check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize(("template", "facts"), FACTS)
def test_every_template_makes_one_page_of_pdf_a(press: Press, template: str, facts: dict[str, Any]) -> None:
    pdf = press.pdf(template, page(facts), AT)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert len(document.pages) == 1
        metadata = document.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
        assert str(document.docinfo["/Title"]) == "演示证明 云社证字〔2026〕第000123号"
    assert f"verify:{CODE}".encode() in pdf


def test_the_same_data_makes_the_same_bytes(press: Press) -> None:
    template, facts = FACTS[0]
    assert press.pdf(template, page(facts), AT) == press.pdf(template, page(facts), AT)


def test_what_matters_can_be_read_on_the_page(press: Press, tmp_path: Path) -> None:
    pdf = press.pdf("ss_proof", page(FACTS[0][1], purpose="子女入学", agent={"name": "李强", "basis": "委托授权"}), AT)
    text = shown(pdf, tmp_path)
    for part in (
        "演示证明",
        "云社证字〔2026〕第000123号",
        "王桂芳",
        "990101194403080000",
        "8,231.50",
        "2026年11月23日",
        "扫码验真",
        "子女入学",
        "李强",
        CODE,
    ):
        assert part in text


@pytest.mark.parametrize(
    ("penalties", "said", "not_said"),
    [
        (0, "档案中没有处分记载。", "有处分记载0份"),
        (2, "档案中有处分记载2份。", "没有处分记载"),
        (None, "仅说明档案记载的情况", "处分记载"),
    ],
)
def test_what_stands_in_a_file_is_said_as_it_was_found(
    press: Press, penalties: int | None, said: str, not_said: str, tmp_path: Path
) -> None:
    facts = {key: value for key, value in next(each for name, each in FACTS if name == "political_proof").items() if key != "penalties"}
    text = shown(press.pdf("political_proof", page(facts | ({} if penalties is None else {"penalties": penalties})), AT), tmp_path)
    assert (said in text, not_said in text) == (True, False)


def test_the_number_of_a_licence_stays_within_its_cell(press: Press, tmp_path: Path) -> None:
    """The longest the standard allows: serial of 40."""
    identifier = f"1.2.156.3005.2.11100000MB0D5Q1234001.11990101MB9900013F.{'8' * 40}.001.X"
    copy: dict[str, Any] = {
        "name": "社会保障卡",
        "number": "1",
        "identifier": identifier,
        "issuer": "云城区人力资源和社会保障局",
        "issued_on": "2026-11-10",
        "valid_until": None,
        "holders": "王桂芳",
        "rows": [],
        "watermark": ["仅用于"],
        "case_number": "1",
        "notes": [],
        "footer": "",
    }
    pdf = press.pdf("licence_copy", copy, AT)
    found = read_by_poppler(pdf, tmp_path, "-bbox")
    ends = [float(each[1]) for each in re.findall(r'xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>[0-9A-Z.]*(?:MB|888)', found)]
    assert len(ends) >= 2, "it goes on in a second line"
    assert max(ends) < 595 - 25 * 72 / 25.4, "within the page's margin"
    assert identifier in re.sub("[仅用于]", "", shown(pdf, tmp_path)), "and is copied as it is"


def test_the_applicants_own_words_are_printed_as_theirs(press: Press, tmp_path: Path) -> None:
    pdf = press.pdf("archive_proof", page(FACTS[2][1], purpose="其他用途", purpose_stated="本人品行优良"), AT)
    assert "申请人自己填写的用途：“本人品行优良”，本机关未作核实" in shown(pdf, tmp_path)


@pytest.mark.parametrize("name", ["王𠮷芳", "㛃䶮", "阿依古丽·买买提", "王龑", "JOHN O'NEIL"])
def test_rare_names_are_printed(press: Press, name: str, tmp_path: Path) -> None:
    holder = {"name": name, "document": "居民身份证号码", "number": "990101194403080000"}
    pdf = press.pdf("archive_proof", page(FACTS[2][1], holder=holder), AT)
    assert name.replace(" ", "").replace("'", "") in shown(pdf, tmp_path).replace("'", "").replace("’", "")


@pytest.mark.parametrize("text", ["😀", "\ue000", "王\u202e芳", "王\u200b芳", "a\x00b", "\x1b[31m", "\ud800", "ไทย", "\U00031350"])
def test_what_no_font_shows_is_an_error(press: Press, text: str) -> None:
    with pytest.raises(UnprintableText, match="人工处理"):
        press.pdf("archive_proof", page(FACTS[2][1], purpose="其他用途", purpose_stated=text), AT)


@pytest.mark.parametrize("attack", ATTACKS)
def test_text_is_shown_and_never_run(press: Press, attack: str, tmp_path: Path) -> None:
    pdf = press.pdf("archive_proof", page(FACTS[2][1], purpose="其他用途", purpose_stated=attack), AT)
    straight = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
    assert re.sub(r"\s", "", attack) in shown(pdf, tmp_path).translate(straight)


def test_text_that_does_not_fit_two_pages_is_an_error(press: Press) -> None:
    facts = FACTS[0][1]
    assert press.pdf("ss_proof", page({**facts, "kinds": facts["kinds"] * 6}), AT)
    with pytest.raises(PageOverflow, match="太长"):
        press.pdf("ss_proof", page({**facts, "kinds": facts["kinds"] * 60}), AT)


def test_missing_data_is_our_fault_and_says_where_without_saying_whose(press: Press) -> None:
    with pytest.raises(RuntimeError, match="archive_proof") as caught:
        press.pdf("archive_proof", page({}), AT)
    assert "王桂芳" not in str(caught.value)


def test_templates_see_no_file_outside_their_folder(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "templates" / "reader.typ").write_text('#read("../secret.txt")')
    with pytest.raises(RuntimeError):
        Press(tmp_path / "templates").pdf("reader", {}, AT)


def test_the_digest_follows_template_and_layout(tmp_path: Path) -> None:
    copy = shutil.copytree(TEMPLATES, tmp_path / "templates")
    press = Press(copy)
    before = press.digest("ss_proof"), press.digest("archive_proof")
    (copy / "ss_proof.typ").write_text((copy / "ss_proof.typ").read_text() + "\n")
    assert press.digest("ss_proof") != before[0]
    assert press.digest("archive_proof") == before[1]
    (copy / "common.typ").write_text((copy / "common.typ").read_text() + "\n")
    assert press.digest("archive_proof") != before[1]


@pytest.mark.parametrize("seal", ["业务专用章", "临江区行政审批局行政审批专用章"])
@pytest.mark.parametrize("issuer", ["税务局", "云城区社会保险基金管理中心", "江州市云城区人力资源和社会保障局人才服务中心"])
def test_the_seal_is_a_red_ring_with_the_name_inside(issuer: str, seal: str, tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    (tmp_path / "seal.typ").write_text(
        '#import "common.typ": round-seal\n#set page(width: 50mm, height: 50mm, margin: 4mm)\n'
        "#round-seal(data.issuer, data.seal, demo: data.demo)".replace("data.", "json(bytes(sys.inputs.data)).")
    )
    compiler = Press(tmp_path)._compiler  # pyright: ignore[reportPrivateUsage]
    data = json.dumps(page({}, issuer=issuer, seal=seal, qr=""), ensure_ascii=False)
    png = compiler.compile(input=str(tmp_path / "seal.typ"), format="png", ppi=254, sys_inputs={"data": data})
    assert isinstance(png, bytes)
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    inked = {(x, y) for x in range(picture.width) for y in range(picture.height) if picture.getpixel((x, y))[1] < 120}  # pyright: ignore
    centre, radius = picture.width / 2, 204
    assert all((x - centre) ** 2 + (y - centre) ** 2 < (radius + 8) ** 2 for x, y in inked)
    assert any(abs(x - centre) < 3 and abs(y - (centre - radius)) < 8 for x, y in inked)
    assert sum((x - centre) ** 2 + (y - centre) ** 2 < (radius - 15) ** 2 for x, y in inked) > 3000


def pictures(pdf: bytes, tmp_path: Path) -> list[Image.Image]:
    """Its pages at 75 dots an inch: what a phone sees of a sheet held far away."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "75", "-png", str(path), str(tmp_path / "sheet")], check=True)
    return [Image.open(each) for each in sorted(tmp_path.glob("sheet*.png"))]


def test_the_qr_code_of_every_page_can_be_scanned(press: Press, tmp_path: Path) -> None:
    kinds = FACTS[0][1]["kinds"] * 6  # two pages
    for code in ("a8Kd92LmQ0xZ", "0000000000000", "zzzzzzzzzzzzz", "1lI0O5S2Z8B6G"):
        address = f"https://yuncheng.example.cn/verify/{code}"
        pdf = press.pdf("ss_proof", page({**FACTS[0][1], "kinds": kinds}, code=code, qr_text=address), AT)
        scanned = [[each.text for each in zxingcpp.read_barcodes(picture)] for picture in pictures(pdf, tmp_path)]
        assert scanned == [[address], [address]]


def test_a_qr_code_is_svg_without_border() -> None:
    svg = qr_svg("https://example.cn/verify/abc")
    assert svg.startswith("<svg")
    assert typst.compile(b'#image(bytes(sys.inputs.qr), format: "svg")', sys_inputs={"qr": svg})


async def test_pages_are_made_and_sealed_in_worker_processes(tmp_path: Path) -> None:
    workers = Workers(1)
    files = demo_files(tmp_path, organisation="云城区政务服务和数据管理局（演示）", name="电子印章")
    renderer = Renderer(workers, TEMPLATES, files, "江州市云城区")
    await workers.start()
    try:
        pdf = await renderer.pdf("archive_proof", page(FACTS[2][1]), AT)
        assert pdf.startswith(b"%PDF-1.7")
        paper = await renderer.pdf("archive_proof", page(FACTS[2][1], purpose="入学😀和\u200b\U00031350姓\t证明\r\n"), AT)
        assert "入学〓和〓〓姓证明" in shown(paper, tmp_path), "what was kept once comes out"
        sealed = await renderer.sealed("archive_proof", page(FACTS[2][1]), AT, "出具存档证明")
        assert (await workers.run(inspect_pdf, sealed, (files.chain,))).finding is Finding.INTACT
    finally:
        await workers.close()
