"""An item is found by what people call it."""

import pytest

from backend.catalogue import Catalogue
from backend.catalogue.search import Search

FIRST = {
    "社保证明": "ss-proof",
    "sbzm": "ss-proof",
    "SBZM": "ss-proof",
    "shebaozhengming": "ss-proof",
    "shebaozhengmin": "ss-proof",
    "设保证明": "ss-proof",
    "社保正明": "ss-proof",
    "我要开社保证明": "ss-proof",
    "个人参保证明查询打印": "ss-proof",
    "完税证明": "tax-proof",
    "个税完税证名": "tax-proof",
    "wszm": "tax-proof",
    "医保证明": "med-proof",
    "看病明细": "med-proof",
    "存档": "archive-proof",
    "亲属关系": "relation-proof",
    "亲属关糸证明": "relation-proof",
    "退休工资": "retiree-proof",
    "身份证丢了": "idcard-lost",
    "怎么补办身份证？": "idcard-lost",
    "身份证 补办": "idcard-lost",
    "shenfenzheng buban": "idcard-lost",
    "高龄津帖": "longevity",
    "glj t": "longevity",
    "长寿金": "longevity",
    "老人津贴": "longevity",
    "社保卡": "ssc-apply",
    "医保卡": "ssc-apply",
    "独生子女": "fp-reward-audit",
    "计生年审": "fp-reward-audit",
}


@pytest.mark.parametrize("query", FIRST)
def test_what_people_say_finds_the_item_first(catalogue: Catalogue, query: str):
    assert catalogue.search(query)[0].code == FIRST[query]


@pytest.mark.parametrize("query", ["", "   ", "？！", "驾照", "护照", "xyzzy", "zzz", "🚗"])
def test_what_there_is_not_finds_nothing(catalogue: Catalogue, query: str):
    assert catalogue.search(query) == []


def test_every_name_alias_and_old_name_finds_its_item_first_or_beside_an_equal(catalogue: Catalogue):
    for item in catalogue.items:
        for name in (item.name, *item.aliases, *item.old_names):
            assert item.code in [found.code for found in catalogue.search(name, limit=2)], name


def test_one_wrong_character_still_finds_the_item(catalogue: Catalogue):
    for item in catalogue.items:
        for alias in (each for each in item.aliases if len(each) >= 4):
            for at in range(len(alias)):
                wrong = alias[:at] + "囧" + alias[at + 1 :]
                assert item.code in [found.code for found in catalogue.search(wrong, limit=5)], wrong


def test_the_limit_is_kept(catalogue: Catalogue):
    assert len(catalogue.search("证明", limit=3)) == 3


def test_long_nonsense_is_borne(catalogue: Catalogue):
    assert len(catalogue.search("证" * 2000, limit=5)) <= 5


def test_a_wrong_character_is_found_among_a_city_of_items():
    words = [
        "社保",
        "医保",
        "户口",
        "身份证",
        "房屋",
        "租赁",
        "备案",
        "登记",
        "许可",
        "变更",
        "注销",
        "补办",
        "申领",
        "证明",
        "审批",
        "食品",
        "经营",
        "道路",
        "运输",
        "执业",
    ]
    names = {
        f"item-{one}-{two}-{three}": [(f"{words[one]}{words[two]}{words[three]}", 1.0)]
        for one in range(20)
        for two in range(20)
        for three in range(0, 20, 2)
        if one != two
    }
    names["wanted"] = [("残疾人机动轮椅车燃油补贴", 1.0)]
    search = Search(names)
    assert search.find("轮椅车燃油补帖")[0] == "wanted"


def test_among_thousands_the_exact_name_comes_first_and_a_word_of_half_the_catalogue_finds_the_shortest():
    who = ["个人", "企业", "老年人", "残疾人", "学生", "职工", "农户", "新生儿", "外来人员", "退役军人"]
    what = ["社保", "医保", "户口", "房屋", "食品", "道路", "商标", "档案", "婚姻", "生育", "养老", "林木", "河道", "消防", "燃气"]
    how = ["登记", "许可", "备案", "变更", "注销", "补办", "申领", "证明", "审批", "年审", "补贴", "缴费", "查询", "验收", "核准", "续期"]
    names = {f"{one}{two}{three}": [(f"{one}{two}{three}", 1.0)] for one in who for two in what for three in how}
    names["short"] = [("登记", 1.0)]
    search = Search(names)
    for name in list(names)[::61]:
        assert search.find(name)[0] == name
    assert search.find("登记", 3)[0] == "short"
    assert all("登记" in name or name == "short" for name in search.find("登记"))
    assert all(name.startswith("职工") for name in search.find("职工燃气"))
