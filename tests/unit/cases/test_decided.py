"""What the paper of a decision says: what is granted, to whom, why not, and what can be done."""

from datetime import datetime

import pytest

from backend.cases.decided import decided
from backend.cases.words import said, situation, withdrawn
from backend.catalogue import Catalogue, load_catalogue
from backend.clock import SHANGHAI
from models.cases import Case, CaseState, Completion, Decision, DecisionEnd, Revocation, Somebody
from models.forms import FieldType
from tests.road_digging import ROAD
from tests.sandbox_control import ROOT

BY = Somebody(id="staff_2", name="秦岭", department="urban_management")
AT = datetime(2026, 11, 30, 10, tzinfo=SHANGHAI)
REMEDIES = "不服本决定的，可以申请行政复议。"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT / "catalogue")


def case(item: str = "road-dig", form: dict[str, object] = ROAD, **of_decision: object) -> Case:
    decision = Decision.model_validate({"outcome": Completion.GRANTED, "number": "准1", "at": AT, "by": BY, **of_decision})
    return Case.model_validate(
        {
            "_id": "case_1",
            "person": "citizen_1",
            "person_name": "王桂芳",
            "item": item,
            "item_name": "占用、挖掘城市道路审批",
            "item_version": f"{item}@2026-01-01",
            "department": "urban_management",
            "form": form,
            "state": CaseState.CLOSED,
            "decision": decision,
            "created_at": AT,
            "updated_at": AT,
        }
    )


def lines(catalogue: Catalogue, of: Case) -> list[str]:
    return decided(of, catalogue.version_by_id(of.item_version))


@pytest.mark.parametrize("reason", ["", "同意"])
def test_a_permit_says_what_may_be_done_where_until_when_and_by_whom(catalogue: Catalogue, reason: str) -> None:
    sentence, what = lines(catalogue, case(reason=reason))
    assert sentence == ("经审查，您提出的「占用、挖掘城市道路审批」申请符合规定的条件，决定准予，向王桂芳出具「挖掘城市道路许可证」。")
    assert what == (
        "准予的内容：工程名称：院门口给水支管接驳；挖掘位置：罗溪路8号门前人行道；路面：人行道铺装；"
        "挖掘面积（平方米）：12；开工日期：2026年12月7日；完工日期：2026年12月20日。"
    )


def test_the_reason_of_the_case_is_added_to_the_sentence(catalogue: Catalogue) -> None:
    assert lines(catalogue, case(reason="夜间施工，白天恢复通行"))[-1] == "审查意见：夜间施工，白天恢复通行"


def test_without_a_licence_it_states_what_was_answered_but_nothing_sealed(catalogue: Catalogue) -> None:
    version = catalogue.version_by_id("power-connect@2026-01-01")
    sealed = next(field for field in version.form if field.sealed)
    choice = next(field for field in version.stated if field.type is FieldType.CHOICE)
    form: dict[str, object] = {choice.key: choice.options[0].value, sealed.key: "16909900001"}
    text = "".join(decided(case("power-connect", form), version))
    assert f"{choice.on_paper}：{choice.options[0].label}" in text
    assert choice.on_paper != choice.label, "the question of the form is not what a paper calls it"
    assert "16909900001" not in text


def test_what_a_paper_shows_is_what_its_decision_states_and_of_people_their_names(catalogue: Catalogue) -> None:
    child = {"name": "艾力", "id_number": "990101201809120016"}
    form: dict[str, object] = {"child": child, "grade": "primary"}
    text = "".join(lines(catalogue, case("points-school", form)))
    assert "准予的内容：孩子：艾力；年级：" in text
    assert "990101" not in text
    born: dict[str, object] = {"name": "林㛃", "marriage": "married", "born_already": "expected"}
    text = "".join(lines(catalogue, case("birth-reg", born)))
    assert "准予的内容：姓名：林㛃；出生情况：" in text
    assert "婚" not in text, "what a register says stands in no decision"


def test_granted_by_silence_it_does_not_say_that_it_was_examined(catalogue: Catalogue) -> None:
    text = lines(catalogue, case(reason="没有作出决定，依照规定视为准予。", basis="某条例第八条"))
    assert text[:2] == ["您提出的「占用、挖掘城市道路审批」申请，没有作出决定，依照规定视为准予。", "依据：某条例第八条"]
    assert "经审查" not in "".join(text)


def test_a_refusal_says_that_it_is_one_why_by_which_rule_and_what_can_be_done(catalogue: Catalogue) -> None:
    refused = case(outcome=Completion.REFUSED, reason="五年内新建的道路", basis="城市道路管理条例第三十三条", remedies=REMEDIES)
    assert lines(catalogue, refused) == [
        "经审查，您提出的「占用、挖掘城市道路审批」申请，不符合规定的条件，决定不予批准。",
        "理由：五年内新建的道路",
        "依据：城市道路管理条例第三十三条",
        REMEDIES,
    ]


def test_what_is_not_accepted_is_told_as_that(catalogue: Catalogue) -> None:
    assert lines(catalogue, case(outcome=Completion.OTHER, reason="不属于本机关职权", remedies=REMEDIES)) == [
        "经审查，您提出的「占用、挖掘城市道路审批」申请，决定不予受理。",
        "理由：不属于本机关职权",
        REMEDIES,
    ]


@pytest.mark.parametrize(("annulled", "word"), [(False, "批准决定已撤回"), (True, "批准决定已撤销")])
def test_a_decision_that_was_taken_back_is_told_as_that_and_not_as_done(annulled: bool, word: str) -> None:
    revoked = Revocation(number="撤1", at=AT, by=BY, reason="没有补交", basis="通知书", remedies=REMEDIES, annulled=annulled)
    over = case(revoked=revoked)
    assert withdrawn(over) == word
    assert situation(over, AT) == f"{word}，不再有效，理由和救济途径见通知书"
    assert situation(case(), AT) == "已办结"


def test_answers_are_said_as_people_say_them(catalogue: Catalogue) -> None:
    version = catalogue.version_by_id("land-merge@2026-01-01")
    change = version.field("change")
    assert change is not None
    assert said(change, ["term", "indicators"]) == "开工竣工时间、建筑密度、容积率等指标"
    assert said(change, True) == "是"
    assert said(change, {"town": "罗溪街道", "detail": "榕树里12号"}) == "罗溪街道榕树里12号"


def test_a_nurses_registration_says_where_and_as_the_hospital_confirmed(catalogue: Catalogue) -> None:
    asked = {"id": "ob_1", "kind": "confirmation", "key": "employer", "name": "医院确认聘用", "blocks": "acceptance", "since": AT}
    half = {"employed": True, "ward": "儿科", "employed_from": "2026-11-01", "employed_to": "2029-10-31"}
    found = case("nurse-reg", {"hospital": {"uscc": "12990101MB9900136D", "name": "云城区人民医院"}})
    open_, met = ({**asked, "met_at": at} for at in (None, AT))
    for obligations, says in ((open_, False), (met, True)):
        told = found.model_copy(
            update=Case.model_validate(
                {**found.model_dump(by_alias=True), "obligations": [obligations], "replies": {"ob_1": {"answers": half}}}
            ).__dict__
        )
        what = lines(catalogue, told)[1]
        assert "聘用单位：云城区人民医院" in what
        assert ("科室：儿科；聘用合同开始日期：2026年11月1日；聘用合同截止日期：2029年10月31日" in what) is says


@pytest.mark.parametrize(
    ("outcome", "stands", "over"),
    [(Completion.GRANTED, True, False), (Completion.REFUSED, False, None), (Completion.INCOMPLETE, False, None)],
)
def test_what_was_decided_holds_until_it_is_over(outcome: Completion, stands: bool, over: bool | None) -> None:
    back = Revocation(number="撤1", at=AT, by=BY, reason="到期没有补交", basis="通知书", remedies=REMEDIES)
    ended = DecisionEnd(at=AT, words="申请人已经去世")
    decisions = [case(outcome=outcome, revoked=taken, ended=end).decision for taken, end in ((None, None), (back, None), (None, ended))]
    assert [each.holds for each in decisions if each] == [stands, over, over]
