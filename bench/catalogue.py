"""A catalogue of thousands: whether search stays as fast as over a district's own, and how long loading takes."""

import itertools
import tempfile
import time
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import yaml

from backend.catalogue import Guides, load_catalogue
from bench.figures import Figure, percentile
from models.settings import Settings

_MANY, _FEW = 5000, 39
_ROUNDS = 10
_TODAY = date(2026, 11, 23)
_MODEL = "longevity"  # whose guide, form and materials every made-up item has
_OF_ITEMS = ("commitments", "exemptions")  # lists of the real catalogue that name its items, which the made-up ones are not
_WHO = ("个人", "企业", "老年人", "残疾人", "学生", "职工", "农户", "退役军人", "新生儿", "外来人员")
_WHAT = (
    *("社保", "医保", "户口", "身份证", "房屋", "租赁", "食品", "道路", "运输", "执业", "商标", "档案", "婚姻", "生育", "养老"),
    *("公积金", "林木", "河道", "消防", "环保", "种子", "兽药", "渔业", "燃气", "供水", "出版", "文物", "旅馆", "广告", "车辆"),
)
_HOW = (
    *("登记", "许可", "备案", "变更", "注销", "补办", "申领", "证明", "审批", "年审", "补贴", "缴费", "查询", "验收", "核准"),
    *("续期", "转移", "认定"),
)
_SAID = ("{what}{how}", "办{what}{how}", "{who}{what}", "{what}{how}怎么办")  # what people call an item
_ASKED = ("{what}{how}", "{who}{what}{how}", "我要办{what}{how}", "{what}", "{how}", "{what}囧{how}", "证明", "登记", "shebao", "sbzm")


def measure() -> list[Figure]:
    """Search over the few and the many in one run, the many in milliseconds, and their loading in seconds."""
    directory = Settings().catalogue_dir
    with tempfile.TemporaryDirectory(prefix="yici-catalogue-") as folder:
        many = _made(directory, Path(folder) / "many", _MANY)
        started = time.perf_counter()
        catalogue = load_catalogue(many)
        catalogue.index()
        guides = Guides(catalogue)
        seconds = time.perf_counter() - started
        few = Guides(load_catalogue(_made(directory, Path(folder) / "few", _FEW)))
    queries = _queries()
    best: dict[str, dict[str, float]] = {"few": {}, "many": {}}
    for query in queries * _ROUNDS:  # both in turns; of the rounds the best, for what else the machine does is not the search's
        for name, subject in (("few", few), ("many", guides)):
            best[name][query] = min(best[name].get(query, 1.0), _search(subject, query))
    p99 = {name: percentile(list(taken.values()), 0.99) for name, taken in best.items()}
    return [
        Figure(f"search p99, {_MANY} items ÷ {_FEW} items", p99["many"] / p99["few"], "×", most=2),
        Figure(f"search p99 over {_MANY} items", p99["many"] * 1000, "ms"),
        Figure(f"loading {_MANY} items", seconds, "s"),
    ]


def _search(guides: Guides, query: str) -> float:
    started = time.perf_counter()
    guides.search(query, _TODAY, None, None)
    return time.perf_counter() - started


def _queries() -> list[str]:
    words = list(itertools.islice(_names(), 0, _MANY, 97))
    return [asked.format(**each) for each in words for asked in _ASKED]


def _names() -> Iterator[dict[str, str]]:
    """Who, what and how: 5,400 in all."""
    for who, what, how in itertools.product(_WHO, _WHAT, _HOW):
        yield {"who": who, "what": what, "how": how}


def _made(directory: Path, folder: Path, count: int) -> Path:
    """A catalogue of `count` made-up items with the names, halls and registers of the real one."""
    copytree(directory, folder)
    model = yaml.safe_load((directory / "items" / f"{_MODEL}.yaml").read_text("utf-8"))
    for path in (folder / "items").iterdir():
        path.unlink()
    for name in _OF_ITEMS:
        (folder / f"{name}.yaml").write_text(f"{name}: []\n", "utf-8")
    step = (len(_WHO) * len(_WHAT) * len(_HOW)) // count
    for number, words in enumerate(itertools.islice(_names(), 0, step * count, step)):
        _write(folder / "items", number, model, words)
    return folder


def _write(folder: Path, number: int, model: dict[str, Any], words: dict[str, str]) -> None:
    code = f"made-{number:05d}"
    data = deepcopy(model)
    data |= {"code": code, "catalog_code": f"9905{number:08d}", "name": f"{words['who']}{words['what']}{words['how']}", "old_names": []}
    for result in data["versions"][0]["results"]:
        if "paper" in result:
            result["paper"]["prefix"] = f"江压测{number}字"
    data["aliases"] = sorted({said.format(**words) for said in _SAID})
    dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    (folder / f"{code}.yaml").write_text(yaml.dump(data, Dumper=dumper, allow_unicode=True), "utf-8")
