"""Every fault of a file is told at once, also those of parts that stand beside a broken one, with what was probably meant."""

from pathlib import Path

from backend.catalogue import check
from backend.catalogue.load import examine_text
from backend.catalogue.source import Fault
from tests.unit.catalogue.conftest import CATALOGUE
from tests.unit.catalogue.faults import in_chinese

SLIPS = {  # what is written, what was meant, where the fault is told, the end of its message
    "themes: [proof,": ("themes: [prof,", "/themes", "没有叫 prof 的主题；是不是想写 proof？"),
    "department: social_insurance": ("department: social_insurence", "/department", "是不是想写 social_insurance？"),
    "kind: instant": ("kind: instnt", "/kind", "是不是想写 instant？"),
    "      summary:": ("      sumary:", "/versions/0/guide/sumary", "是不是想写 summary？"),
    "type: choice": ("type: choise", "/versions/0/form/0/type", "是不是想写 choice？"),
    "register: population, help": ("register: popul, help", "/versions/0/materials/0/register", "是不是想写 population？"),
    "'paid == []'": ("'pad == []'", "/versions/0/instant/branches/1/when", "是不是想写 paid？"),
    "certificate: ss_proof": ("certificate: ss_prof", "/versions/0/results/0/certificate", "是不是想写 ss_proof？"),
    "role: reviewer": ("rol: reviewer", "/versions/0/steps/2/rol", "是不是想写 role？"),
}


def slipped() -> str:
    text = (CATALOGUE / "items" / "ss-proof.yaml").read_text("utf-8")
    for meant, (written, _, _) in SLIPS.items():
        assert meant in text
        text = text.replace(meant, written, 1)
    return text


def test_one_broken_part_hides_no_other(tmp_path: Path):
    path = tmp_path / "ss-proof.yaml"
    path.write_text(slipped(), "utf-8")
    faults = check(path, CATALOGUE)
    for _, pointer, message in SLIPS.values():
        assert [fault for fault in faults if fault.pointer == pointer and fault.message.endswith(message)], pointer
    assert all(fault.line > 0 and fault.file == "ss-proof.yaml" for fault in faults)
    required = [fault.pointer for fault in faults if fault.message == "缺少这一项，请补上"]
    assert required == ["/versions/0/guide/summary"]
    assert all(in_chinese(fault.message) for fault in faults)
    assert len(faults) == len(SLIPS) + 1, "nothing is told twice, and nothing that only follows from another fault"


def test_what_somebody_meant_is_not_guessed_where_nothing_is_like_it(tmp_path: Path):
    text = (CATALOGUE / "items" / "ssc-apply.yaml").read_text("utf-8").replace("department: human_resources", "department: navy", 1)
    assert [fault.message for fault in examine_text(text, CATALOGUE).faults] == ["没有叫 navy 的部门"]


def test_a_file_that_lies_elsewhere_is_checked_by_the_catalogue_it_is_for(tmp_path: Path):
    path = tmp_path / "longevity.yaml"
    path.write_text((CATALOGUE / "items" / "longevity.yaml").read_text("utf-8"), "utf-8")
    assert check(path, CATALOGUE) == []
    assert check(tmp_path / "nothing.yaml", CATALOGUE)[0].message == "没有这个文件，请补上"


def test_texts_that_would_do_harm_are_not_read():
    deep = "[" * 50_000
    growing = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    assert examine_text(deep, CATALOGUE).faults == [Fault("draft", 1, "", "层级超过 30 层，请改简单")]
    assert [each.message for each in examine_text(growing, CATALOGUE).faults] == ["把别名展开后超过 50000 个值，请改简单"]
    assert [each.message for each in examine_text("a: &a [*a]", CATALOGUE).faults] == ["别名 *a 指的内容要在它之前写完"]


def test_every_item_of_the_product_can_be_checked_as_a_draft():
    for path in sorted((CATALOGUE / "items").glob("*.yaml")):
        assert examine_text(path.read_text("utf-8"), CATALOGUE).faults == [], path.name
