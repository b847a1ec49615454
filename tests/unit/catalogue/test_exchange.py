"""Items go out as national exchange tables and come back, as far as those can carry them; faults are told by row and column."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from backend.catalogue import Catalogue
from backend.catalogue.exchange import import_tables, read_tables, tables_of, write_tables
from backend.catalogue.exchange.files import Format
from backend.catalogue.exchange.tables import COLUMNS, Row, Tables
from backend.catalogue.load import examine
from models.catalogue import ItemKind, MaterialSource
from server import main
from tests.unit.catalogue.conftest import CATALOGUE

PROMISED = ("longevity", "ssc-apply", "idcard-lost")


@pytest.fixture
def tables(catalogue: Catalogue) -> Tables:
    """The items people decide, as tables."""
    return tables_of([catalogue.item(code) for code in PROMISED], catalogue.vocabulary)


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_files_bring_back_what_was_written(tables: Tables, tmp_path: Path, kind: Format):
    written = write_tables(tables, tmp_path, kind)
    assert [path.name for path in written] == [f"{name}.{kind}" for name in COLUMNS]
    assert read_tables(tmp_path) == (tables, [])


def test_a_csv_shows_its_chinese_in_a_spreadsheet(tables: Tables, tmp_path: Path):
    write_tables(tables, tmp_path, "csv")
    content = (tmp_path / "basic.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbftask_name,catalog_code,")
    rows = list(csv.DictReader((tmp_path / "basic.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0]["task_name"] == "长寿保健金（高龄津贴）申领"


def test_every_item_can_be_exported_and_what_nobody_has_checked_stays_here(catalogue: Catalogue):
    told = tables_of(catalogue.items, catalogue.vocabulary)
    assert len(told["basic"]) >= sum(len(item.versions) for item in catalogue.items)
    for table, rows in told.items():
        assert all(tuple(row) == COLUMNS[table] for row in rows)
    unchecked = {item.code for item in catalogue.items for version in item.versions if version.clocks.statutory}
    for row in told["basic"]:
        if row["local_task_code"] not in catalogue:  # another district's list
            continue
        item = catalogue.item(row["local_task_code"])
        statutory = item.versions[int(row["task_version"]) - 1].clocks.statutory
        assert bool(row["anticipate_day"]) == (statutory is not None and statutory.verified)
        if row["task_code"]:
            assert len(row["task_code"]) == 31
    assert unchecked, "the catalogue has unchecked limits to keep"


def test_limits_by_answers_go_out_in_words(catalogue: Catalogue):
    """The tables have one promise for an item."""
    row = tables_of([catalogue.item("power-connect")], catalogue.vocabulary)["basic"][0]
    assert (row["promise_day"], row["promise_explain"].splitlines()[1:3]) == ("3", ["高压双电源：32个工作日", "高压单电源：22个工作日"])


@pytest.mark.parametrize("code", PROMISED)
def test_what_the_tables_carry_comes_back(catalogue: Catalogue, tables: Tables, tmp_path: Path, code: str):
    imported = import_tables(tables, catalogue.vocabulary)
    assert imported.faults == []
    path = tmp_path / f"{code}.yaml"
    path.write_text(yaml.safe_dump(dict(imported.items[code]), allow_unicode=True), "utf-8")
    examined = examine(path, CATALOGUE)
    assert examined.faults == [], "an imported item is a valid item"
    assert examined.item
    was, now = catalogue.item(code), examined.item
    assert (now.name, now.department, now.themes, now.task_type, now.catalog_code) == (
        was.name,
        was.department,
        was.themes,
        was.task_type,
        was.catalog_code,
    )
    before, after = was.versions[0], now.versions[0]
    for name in ("conditions", "steps", "duration", "where", "when", "phone", "complaints", "faq"):
        assert getattr(after.guide, name) == getattr(before.guide, name), name
    assert (after.effective_from, after.clocks.promised) == (before.effective_from, before.clocks.promised)
    assert (after.visits.count, after.visits.reason) == (before.visits.count, before.visits.reason)
    assert [(each.name, each.standard) for each in after.materials] == [(each.name, each.standard) for each in before.materials]
    assert all(each.source in (MaterialSource.SELF, MaterialSource.ISSUED, MaterialSource.FORM) for each in after.materials)
    assert again(tables, tables_of([now], catalogue.vocabulary), code), "what came back goes out as it came"


def again(first: Tables, second: Tables, code: str) -> bool:
    """Whether the rows of an item are the same but for what its first export knew more of."""
    lost = {"source_explain", "material_type", "fill_explain", "is_need", "handle_type", "source_type"}
    lost |= {"is_schedule", "is_express", "is_entry_center", "special_procedure", "is_fee", "material_format", "by_law"}

    def kept(tables: Tables) -> dict[str, list[Row]]:
        rows = {name: [row for row in listed if row["local_task_code"] == code] for name, listed in tables.items() if name != "fee_project"}
        return {name: [{key: cell for key, cell in row.items() if key not in lost} for row in listed] for name, listed in rows.items()}

    return kept(first) == kept(second)


def cell(table: str, column: str, value: str) -> Callable[[Tables], object]:
    return lambda tables: tables[table][0].update({column: value})


FAULTS: dict[str, tuple[Callable[[Tables], object], str]] = {
    "code table": (cell("material", "is_need", "4"), "material 表第2行 is_need 列：“4”不在代码表里，可以用的是 1、2、3。"),
    "name": (cell("basic", "task_name", ""), "basic 表第2行 task_name 列：不能空着，请填写。"),
    "long name": (cell("basic", "task_name", "长" * 61), "最多60个字，现在有61个"),
    "day": (cell("basic", "plan_effective_date", "2026/1/1"), "“2026/1/1”不是日期"),
    "days": (cell("basic", "promise_day", "很快"), "promise_day 列：“很快”应该是0到9999之间的整数。"),
    "unit": (cell("basic", "promise_type", "周"), "promise_type 列：“周”不在代码表里"),
    "visits": (cell("basic", "limit_scene_num", "9"), "limit_scene_num 列：“9”应该是0到5之间的整数。"),
    "law": (cell("basic", "by_law", "某办法"), "by_law 列：“某办法”请写成「《法规名称》第几条 内容」"),
    "theme": (
        cell("extend", "user_topic_type", "老年活"),
        "extend 表第2行 user_topic_type 列：没有叫「老年活」的主题，是不是「老年生活」？",
    ),
    "no theme": (cell("extend", "user_topic_type", ""), "user_topic_type 列：不能空着"),
    "department": (
        lambda tables: tables["basic"][0].update(dept_code="", dept_name="民政"),
        "basic 表第2行 dept_name 列：没有叫「民政」的部门，是不是「民政局」？",
    ),
    "a department under another's code": (
        cell("basic", "dept_name", "没有这个局"),
        "“没有这个局”和部门代码不是同一个部门，这个代码是「民政局」",
    ),
    "instant": (cell("basic", "project_type", "1"), "project_type 列：即办件要有判定规则"),
    "our code": (cell("basic", "local_task_code", "Longevity 1"), "local_task_code 列：“Longevity 1”要以小写字母开头"),
    "nobody's material": (cell("material", "local_task_code", "flying"), "basic 表里没有代码 flying、版本 1 的事项。"),
    "source": (cell("material", "source_type", "30"), "source_type 列：“30”不在代码表里"),
    "a price": (
        lambda tables: tables["fee_project"].append(
            {"local_task_code": "longevity", "task_version": "1", "fee_name": "工本费", "fee_stand": "十元"}
        ),
        "fee_project 表第2行 fee_stand 列：“十元”不是金额",
    ),
}
FAULTS["a price"] = (FAULTS["a price"][0], "不是金额，请写成 25.00 这样。")


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_is_told_by_row_and_column(catalogue: Catalogue, tables: Tables, kind: str):
    spoil, words = FAULTS[kind]
    spoil(tables)
    imported = import_tables(tables, catalogue.vocabulary)
    assert any(words in str(fault) for fault in imported.faults), [str(fault) for fault in imported.faults]
    others = {"ssc-apply", "idcard-lost"}
    assert others <= imported.items.keys(), "an item without a fault is not held up by another's"


def test_an_item_whose_code_is_a_path_is_never_written(catalogue: Catalogue, tables: Tables):
    for rows in tables.values():
        for row in rows:
            if row["local_task_code"] == "longevity":
                row["local_task_code"] = "../evil"
    imported = import_tables(tables, catalogue.vocabulary)
    assert "../evil" not in imported.items
    assert any("“../evil”要以小写字母开头" in str(fault) for fault in imported.faults)


@pytest.mark.parametrize("amount", ["10", "10元", "10.5", "0"])
def test_an_amount_is_read_as_people_write_it(catalogue: Catalogue, tables: Tables, amount: str):
    keys = {"local_task_code": "longevity", "task_version": "1"}
    tables["fee_project"].append(keys | {"fee_name": "工本费", "fee_stand": amount})
    imported = import_tables(tables, catalogue.vocabulary)
    assert imported.faults == []
    charge = imported.items["longevity"]["versions"][0]["fee"]["charges"][0]
    assert charge == {"name": "工本费", "yuan": f"{float(amount.removesuffix('元')):.2f}", "basis": "", "verified": False}


def test_what_comes_later_is_asked_for_now_until_an_editor_gives_it_a_date(catalogue: Catalogue, tables: Tables):
    tables["material"][0]["is_need"] = "3"
    material = import_tables(tables, catalogue.vocabulary).items["longevity"]["versions"][0]["materials"][0]
    assert (material["need"], material["help"].endswith("可以容缺后补，期限请编辑补充。")) == ("required", True)


def test_what_the_government_holds_is_not_asked_for_on_paper_until_an_editor_says_where_it_is(catalogue: Catalogue, tables: Tables):
    row = next(each for each in tables["material"] if each["source_explain"] == "政府已有电子证照，不用交")
    row["is_need"] = "1"
    (version,) = import_tables(tables, catalogue.vocabulary).items[row["local_task_code"]]["versions"]
    licence = next(each for each in version["materials"] if each["name"] == row["material_name"])
    assert (licence["need"], licence.get("issuer")) == ("optional", None)
    assert licence["help"].endswith("政府已有电子证照，不用交。是哪种电子证照、哪个基础库，请编辑补充。")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("basic.csv", b"a,b\n1,2\n", "local_task_code 列：没有这一列"),
        ("basic.csv", "名称\n".encode("gbk") + b"\xff", "UTF-8"),
        ("basic.json", b"{", "格式不对"),
        ("basic.json", b'["a"]', "每行一个对象"),
        ("other.csv", b"", "没有找到 basic.csv"),
    ],
)
def test_a_file_that_is_no_table_is_told(tmp_path: Path, name: str, content: bytes, words: str):
    (tmp_path / name).write_bytes(content)
    assert any(words in str(fault) for fault in read_tables(tmp_path)[1])


def test_the_commands_write_tables_and_files_for_an_editor(catalogue: Catalogue, capsys: pytest.CaptureFixture[str], tmp_path: Path):
    assert main(["export-catalogue", str(tmp_path), "--format", "json"]) == 0
    assert f"已导出 {len(catalogue)} 个事项" in capsys.readouterr().out
    basic = tmp_path / "basic.json"
    promised = [row for row in json.loads(basic.read_text("utf-8")) if row["local_task_code"] in PROMISED]
    assert all(catalogue.item(code).kind is ItemKind.PROMISE for code in PROMISED)
    keep = {
        name: [row for row in json.loads((tmp_path / f"{name}.json").read_text("utf-8")) if row["local_task_code"] in PROMISED]
        for name in COLUMNS
    }
    for name, rows in keep.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(rows), "utf-8")
    assert len(promised) == len(PROMISED)
    assert main(["import-catalogue", str(tmp_path)]) == 0, capsys.readouterr().out
    assert sorted(path.stem for path in (tmp_path / "items").iterdir()) == sorted(PROMISED)
    capsys.readouterr()
    assert main(["import-catalogue", str(tmp_path)]) == 1
    assert "已经有了，没有改动" in capsys.readouterr().out
    assert main(["import-catalogue", str(tmp_path / "items")]) == 1
    assert "没有找到 basic.csv" in capsys.readouterr().out


@pytest.mark.parametrize(
    "command",
    [
        ["export-catalogue", "{taken}/tables"],
        ["export-catalogue", "{taken}"],
        ["import-catalogue", "{folder}", "--to", "{taken}/items"],
        ["preview-guide", "longevity", "--html", "{folder}/nowhere/guide.html"],
    ],
)
def test_a_place_that_cannot_be_written_is_named(command: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path):
    taken = tmp_path / "taken"
    taken.write_text("a file, no folder", "utf-8")
    assert main([each.format(taken=taken, folder=tmp_path) for each in command]) == 1
    told = capsys.readouterr().err
    assert "写不了" in told
    assert str(tmp_path) in told
    assert taken.read_text("utf-8") == "a file, no folder"
