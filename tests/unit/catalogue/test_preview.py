"""A guide before it is published, as text, page and PDF; and the commands an editor runs."""

from pathlib import Path

import pytest

from backend.catalogue import Catalogue
from backend.catalogue.guides import guide_view
from backend.catalogue.preview import guide_page, guide_sections, guide_text
from models.catalogue.views import GuideView
from server import main
from tests.unit.catalogue.conftest import CATALOGUE


def guide_of(catalogue: Catalogue, code: str) -> GuideView:
    item = catalogue.item(code)
    return guide_view(item, item.versions[-1], catalogue.vocabulary)


def test_a_guide_says_everything_people_ask(catalogue: Catalogue):
    guide = guide_of(catalogue, "longevity")
    text = guide_text(guide)
    for part in (*guide.conditions, *guide.known, *guide.how, *guide.where, guide.phone, guide.complaints, guide.fee):
        assert part in text
    assert all(material.name in text for material in guide.materials)
    assert "「老人现在住在哪里」选“住在别处”时才要" in text
    assert "法定时限" not in text, "nobody has checked it"
    titles = [title for title, _ in guide_sections(guide)]
    assert titles[:4] == ["什么人能办", "要准备的材料", "政府已经有的，不用交", "怎么办"]


def test_a_page_shows_what_was_written_and_runs_none_of_it(catalogue: Catalogue):
    guide = guide_of(catalogue, "ssc-apply").model_copy(update={"summary": "<script>alert(1)</script>"})
    page = guide_page(guide)
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert page.count("<h2>") == len(guide_sections(guide))


def test_who_may_not_send_somebody_else_is_told_why(catalogue: Catalogue):
    assert any(line.startswith("不能代办：") for line in dict(guide_sections(guide_of(catalogue, "idcard-lost")))["能不能别人代办"])


def test_the_command_shows_and_writes_the_guide(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    assert main(["preview-guide", "longevity"]) == 0
    assert "长寿保健金（高龄津贴）申领 办事指南" in capsys.readouterr().out
    page, pdf = tmp_path / "guide.html", tmp_path / "guide.pdf"
    assert main(["preview-guide", str(CATALOGUE / "items" / "longevity.yaml"), "--html", str(page), "--pdf", str(pdf)]) == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert main(["preview-guide", "flying"]) == 1
    assert "没有代码是 flying 的事项" in capsys.readouterr().err


def test_the_commands_say_what_differs_and_what_is_wrong(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    path = tmp_path / "ssc-apply.yaml"
    text = (CATALOGUE / "items" / "ssc-apply.yaml").read_text("utf-8")
    path.write_text(text.replace("promised: {n: 10,", "promised: {n: 1,", 1).replace("duration: 10个", "duration: 1个", 1), "utf-8")
    assert main(["diff-catalogue", str(path)]) == 0
    assert "  · 承诺时限从10个工作日缩短为1个工作日" in capsys.readouterr().out
    assert main(["diff-catalogue", "ssc-apply", "2026-01-01", "ssc-apply@2026-01-01"]) == 0
    assert "两个版本没有差别" in capsys.readouterr().out
    path.write_text(text.replace("themes: [", "themes: [space, ", 1), "utf-8")
    assert main(["check-catalogue", str(path)]) == 1
    assert "ssc-apply.yaml:5: /themes: 没有叫 space 的主题" in capsys.readouterr().out
    assert main(["diff-catalogue", str(path)]) == 1
    assert "有 1 处需要修改" in capsys.readouterr().err
    for arguments in (["diff-catalogue", "flying"], ["diff-catalogue", "ssc-apply", "soon"], ["diff-catalogue", "ssc-apply"]):
        assert main(arguments) == 1
