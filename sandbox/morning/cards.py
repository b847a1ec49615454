"""Cards and allowances: what most people come for."""

from sandbox.morning.town import Json, Town


def a_card_to_look_at(town: Town) -> None:
    """社会保障卡, handed in for pre-review: 黄丽娟 and 周志远 find it."""
    if case := town.case("song-xiaoyu", "ssc-apply", ssc("宋晓雨", "16909900031"), "resident_card", photo="photo"):
        town.act("song-xiaoyu", case, "pre-review")


def a_card_that_came_back(town: Town) -> None:
    """社会保障卡 with a photograph that was sent back and another one: the earlier one lies beside it."""
    case = town.case("chen-jie", "ssc-apply", ssc("陈洁", "16909900009"), "resident_card", photo="photo")
    if case is None:
        return
    town.act("chen-jie", case, "pre-review")
    town.act("zhouzhiyuan", case, "claim")
    town.act("zhouzhiyuan", case, "pass-material", materials=["resident_card"])
    town.act("zhouzhiyuan", case, "return", defects=[{"material": "photo", "reason": "unclear", "advice": "脸有点暗，请在亮处重新拍。"}])
    seen = town.do("chen-jie", "GET", f"cases/{case['id']}")
    anew = {"photo": {"files": [town.brighter("chen-jie", "ssc-apply")]}}
    town.do("chen-jie", "PUT", f"cases/{case['id']}", {"version": seen["version"], "materials": anew})
    town.act("chen-jie", case, "resubmit")


def a_card_to_decide(town: Town) -> None:
    """社会保障卡, looked at and accepted: 吴敏仪 finds it."""
    if case := town.case("guli-aihemaiti", "ssc-apply", ssc("古丽·艾合买提", "16909900018"), "resident_card", photo="photo"):
        town.act("guli-aihemaiti", case, "submit")
        town.act("huanglijuan", case, "claim")
        town.act("huanglijuan", case, "pass-material", materials=["resident_card", "photo"])
        town.act("huanglijuan", case, "accept")


def an_identity_card_to_look_at(town: Town) -> None:
    """居民身份证丢失补领, handed in for pre-review: 顾晓明 and 毛丽 find it."""
    if case := town.case("huang-lili", "idcard-lost", idcard("16909900015"), "household_register"):
        town.act("huang-lili", case, "pre-review")


def an_identity_card_with_a_visit(town: Town) -> None:
    """居民身份证丢失补领, looked at and booked: the household hall confirms the visit and receives it."""
    case = town.case("zhao-yan", "idcard-lost", idcard("16909900022"), "household_register")
    if case is None:
        return
    town.act("zhao-yan", case, "pre-review")
    town.act("guxiaoming", case, "claim")
    town.act("guxiaoming", case, "pass-material", materials=["household_register"])
    town.act("guxiaoming", case, "pre-approve")
    town.booked("zhao-yan", "household", "idcard-lost", case=case["id"])


def an_identity_card_to_pay(town: Town) -> None:
    """居民身份证丢失补领, received and verified: the counter takes the fee, then 钟卫国 decides."""
    _verified(town, "wu-jixiang", "16909900021")


def an_identity_card_to_hand_out(town: Town) -> None:
    """居民身份证丢失补领, paid and granted: it waits for its holder at the counter."""
    if case := _verified(town, "zhou-jianping", "16909900005"):
        _paid_and_granted(town, case)


def _paid_and_granted(town: Town, case: Json) -> None:
    bill = town.do("shiguoqing", "GET", f"bills?case={case['id']}")["items"][0]
    town.do("shiguoqing", "POST", f"bills/{bill['id']}/collect", {"version": bill["version"], "method": "cash"})
    town.until(lambda: town.act("zhongweiguo", case, "grant", reason="准予补领"))


def an_identity_card_at_the_counter(town: Town) -> None:
    """居民身份证, made and laid ready: whoever brings the pick-up code and a document gets it."""
    if case := _verified(town, "zhao-peng", "16909900010"):
        _paid_and_granted(town, case)
        town.act("tongjing", case, "deliver", kind="居民身份证", number="JZ-2026-0017", method="counter")


def an_allowance_in_the_village(town: Town) -> None:
    """长寿保健金, accepted: the village officer 柳芳 goes and sees, then the town and the district follow."""
    form = {"living": "same", "account": {"holder": "王桂芳", "bank": "江州银行", "account": "6222000000000001"}}
    form |= {"phone": "16909900001", "alive_statement": True}
    if case := town.case("wang-guifang", "longevity", form, "resident_card", photo="account_proof"):
        town.act("wang-guifang", case, "submit")
        town.act("gongxiaodong", case, "claim")
        town.act("gongxiaodong", case, "pass-material", materials=["resident_card", "account_proof"])
        town.act("gongxiaodong", case, "accept")


def a_proof_a_person_looks_into(town: Town) -> None:
    """亲属关系证明 the files do not bear out: it goes from the machine to 吴敏仪."""
    form = {"relative_name": "黄莉莉", "relation": "daughter", "purpose": "settle"}
    if not town.has("huang-wenbin", "relation-proof"):
        town.do("huang-wenbin", "POST", "certificates", {"item": "relation-proof", "form": form})


def a_certificate(town: Town) -> None:
    """存档证明, issued at once: it is found under 证明."""
    if not town.do("li-min", "GET", "certificates")["items"]:
        town.do("li-min", "POST", "certificates", {"item": "archive-proof", "form": {"purpose": "work"}})


def _verified(town: Town, code: str, phone: str) -> Json | None:
    """A lost card's case up to its fee; None where it is there already."""
    case = town.case(code, "idcard-lost", idcard(phone), "household_register")
    if case is None:
        return None
    town.act(code, case, "pre-review")
    town.act("maoli", case, "claim")
    town.act("maoli", case, "pass-material", materials=["household_register"])
    town.act("maoli", case, "pre-approve")
    looked = {"material": "household_register", "outcome": "exempt", "note": "现场相貌核对通过"}
    town.act("shiguoqing", case, "receive", originals=[looked])
    town.act("shiguoqing", case, "accept")
    town.act("zhongweiguo", case, "complete-step", step="verify", finding="相貌、指纹核对一致，已挂失、已拍照")
    return case


def ssc(name: str, phone: str) -> Json:
    """The form of a social security card."""
    return {"card_name": name, "bank": "jiangzhou_bank", "under_age": "adult", "collection": "bank", "branch": "luoxi", "phone": phone}


def idcard(phone: str) -> Json:
    """The form of a lost identity card."""
    place = {"household_place": "江州市云城区罗溪街道文昌路2号"}
    answers = {"loss_reason": "lost", "loss_confirmed": True, "temporary_card": "wanted", "under_age": "adult", "collection": "counter"}
    return {**place, **answers, "phone": phone}
