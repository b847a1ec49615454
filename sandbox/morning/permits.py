"""Permits: roads, buildings, farms, shows, power, land — most of them decided by a head on the spot."""

from sandbox.morning.town import Json, Town

YUNSHU: Json = {"uscc": "91990101MA9900036G", "name": "江州云数科技有限公司"}
CHENGUANG: Json = {"uscc": "91990101MA990001XM", "name": "江州晨光印刷有限公司"}
YUNGE: Json = {"uscc": "91990101MA9902031F", "name": "江州云歌演艺有限公司"}
_MAP = "pipeline_map"


def a_road_for_its_head(town: Town) -> None:
    """挖掘城市道路, looked at by two offices: 秦岭 decides."""
    if not town.has("li-qiang", "road-dig"):
        case = _road(town, "li-qiang", "罗溪路8号门前人行道", "16909900004")
        town.accepted("linxiaoyan", town.act("li-qiang", case, "submit"))
        _road_seen(town, case)


def a_road_with_a_map_to_come(town: Town) -> None:
    """挖掘城市道路, accepted on a promise: the map of pipelines is owed, 白雪莹 looks at the place meanwhile."""
    if not town.has("xie-jun", "road-dig"):
        case = _promised(town, "xie-jun", "青石大街12号门前", "16909900038")
        town.accepted("linxiaoyan", case)


def a_road_nobody_paid_for(town: Town) -> None:
    """挖掘城市道路, permitted on a promise that was not kept: 秦岭 may take it back. To be brought on a day gone by."""
    if not town.has("ma-shulan", "road-dig"):
        case = _promised(town, "ma-shulan", "南门街60号门前", "16909900017")
        town.accepted("linxiaoyan", case)
        _road_seen(town, case)
        town.act("qinling", case, "grant", reason="符合条件")


def a_road_restored(town: Town) -> None:
    """挖掘城市道路, dug, paid and restored: the office looks whether it is good. To be brought on a day gone by."""
    if not town.has("qian-wenbo", "road-dig"):
        case = _road(town, "qian-wenbo", "云山大道31号门前", "16909900032")
        town.accepted("linxiaoyan", town.act("qian-wenbo", case, "submit"))
        _road_seen(town, case)
        town.act("qinling", case, "grant", reason="符合条件")
        town.act("qian-wenbo", case, "report-done")


def _road(town: Town, code: str, place: str, phone: str, *without: str) -> Json:
    form: Json = {"applicant_kind": "person", "project": "给水支管接驳", "road": place, "road_history": "older", "surface": "paving"}
    form |= {"area": 12, "begin": town.day(14), "end": town.day(28), "phone": phone}
    return town.filed(code, "road-dig", form, "resident_card", action="", without=without)


def _promised(town: Town, code: str, place: str, phone: str) -> Json:
    case = _road(town, code, place, phone, _MAP)
    town.act(code, case, "promise", materials=[_MAP])
    return town.act(code, case, "submit")


def _road_seen(town: Town, case: Json) -> None:
    town.stepped(case, ("baixueying", "site_visit", "围挡范围合适"), ("zhongweiguo", "traffic", "同意，夜间施工"))


def a_building_for_its_head(town: Town) -> None:
    """建筑工程施工许可, seen by two officers: 白云飞 signs."""
    grant = town.granted("wu-jixiang", "zhou-zihan", "construction-permit", basis="company", enterprise=YUNSHU)
    if not town.has("zhou-zihan", "construction-permit", grant):
        case = town.filed("zhou-zihan", "construction-permit", _building(town, "数据中心一期（演示）"), acting=grant)
        town.accepted("linxiaoyan", case)
        town.stepped(case, ("hemuchun", "quality_visit", "现场符合要求"), ("luoxiaohe", "safety_visit", "现场符合要求，同意"))


def a_building_on_a_word(town: Town) -> None:
    """建筑工程施工许可 on the representative's word that the drawings pass: it is checked afterwards. To be brought on a day gone by."""
    grant = town.granted("huang-lili", "zhou-zihan", "construction-permit", basis="company", enterprise=CHENGUANG)
    if town.has("zhou-zihan", "construction-permit", grant):
        return
    form = _building(town, "印刷包装生产线扩建项目（演示）")
    case = town.filed("zhou-zihan", "construction-permit", form, acting=grant, without=("review_certificate",))
    read = town.do("huang-lili", "GET", f"cases/{case['id']}/commitment")
    town.act("huang-lili", case, "commit", digest=read["digest"])
    town.accepted("linxiaoyan", case)
    town.stepped(case, ("luoxiaohe", "quality_visit", "现场符合要求"), ("hemuchun", "safety_visit", "现场符合要求，同意"))
    town.act("baiyunfei", case, "grant", reason="凭告知承诺发证，事后核查")


def _building(town: Town, project: str) -> Json:
    return {
        "project": project,
        "site": "罗溪街道罗溪路9号",
        "kind": "house",
        "area": 8600,
        "price": 5200,
        "begin": town.day(10),
        "finish": town.day(375),
        "builder": {"name": "江州宏建建筑工程有限公司", "uscc": "91990101MA99092093"},
        "supervisor": {"name": "江州正衡工程监理有限公司", "uscc": "91990101MA9909217X"},
        "quality_person": "何质量",
        "safety_person": "安全生",
        "funds": True,
        "lifelong": True,
        "phone": "16909900006",
    }


def farms(town: Town) -> None:
    """动物防疫条件合格证: one farm to be looked at by 滕佳音 and 苗青山, another looked at and left to 田丰收."""
    for code, name, phone in (("chen-guoqiang", "青石村三组家庭养殖场", "16909900007"), ("luo-haitao", "海涛生态养殖场", "16909900037")):
        if town.has(code, "animal-cert"):
            continue
        case = town.accepted("linxiaoyan", town.filed(code, "animal-cert", _farm(name, phone)))
        if code == "luo-haitao":
            seen: tuple[tuple[str, str, str], ...] = (
                ("tengjiayin", "site_check", "现场符合防疫条件"),
                ("miaoqingshan", "second_officer", "同意"),
            )
            town.stepped(case, *seen)


def _farm(name: str, phone: str) -> Json:
    place: Json = {"place_kind": "farm", "place_name": name, "address": "青石镇青石大街尽头东侧", "animals": ["poultry"], "scale": 600}
    far: Json = {"to_water": 900, "to_houses": 700, "vet": "苗医生", "guided": "yes_guided"}
    post: Json = {"collection": "post", "post_address": {"town": "青石镇", "detail": "青石大街尽头东侧"}, "phone": phone}
    return {"applicant_kind": "person", **place, **far, **post}


def power(town: Town) -> None:
    """办理用电: one to be accepted by 路遥远, one for the two surveyors, one to be connected."""
    for number, (code, phone) in enumerate(
        (("jean-oconnor", "16909900029"), ("qian-wenbo", "16909900032"), ("tang-jianguo", "16909900036"))
    ):
        if town.has(code, "power-connect"):
            continue
        form: Json = {"business": "new", "user_kind": "home", "address": {"town": "罗溪街道", "detail": f"榕树里{number + 20}号"}}
        form |= {"outside_line": "none", "capacity": 8, "arrears": "clear", "tenure": "owned", "phone": phone}
        form |= {"visit_day": town.workday(), "visit_half": "afternoon"}
        case = town.filed(code, "power-connect", form)
        if number:
            town.accepted("luyaoyuan", case)
            town.stepped(case, ("luyaoyuan", "dispatch", "电话约好下午上门"))
        if number > 1:
            town.stepped(case, ("niujianguo", "survey", "表箱有空表位，8千瓦可以供"), ("wengxiaoming", "survey_second", "一同勘查，同意"))


def land(town: Town) -> None:
    """用地多事项合并办理: three reviews at once, left lying until the limit of the law is over. To be brought on a day long gone by."""
    grant = town.granted("huang-lili", "zhou-zihan", "land-merge", basis="company", enterprise=CHENGUANG)
    if town.has("zhou-zihan", "land-merge", grant):
        return
    form: Json = {
        "change": ["term"],
        "project": "印刷包装生产线扩建项目",
        "hectares": 3.2,
        "plot_ratio": 1.5,
        "handler_phone": "16909900006",
    }
    case = town.filed("zhou-zihan", "land-merge", form, acting=grant)
    seen = town.accepted("zhuangxiaodong", case)
    for key in ("contract_review", "planning_review", "land_review"):
        town.act("tangwenjie", town.part(seen, key), "grant")


def shows(town: Town) -> None:
    """举办营业性演出审批: one for 闻一鸣 to look at, one for 舒畅 to decide."""
    grant = town.granted("deng-xiaofang", "zhou-zihan", "show-approval", basis="company", enterprise=YUNGE)
    if not town.has("zhou-zihan", "show-approval", grant):
        papers = ("performance_permit", "business_licence")
        first = _show(town, "新年音乐会", 30) | {"stage": "temporary"}
        town.filed("zhou-zihan", "show-approval", first, *papers, action="pre-review", acting=grant)
        town.accepted("wenyiming", town.filed("zhou-zihan", "show-approval", _show(town, "元宵晚会", 45), *papers, acting=grant))


def _show(town: Town, name: str, after: int) -> Json:
    players = [town.named(code) for code in ("song-xiaoyu", "luo-haitao")]
    form: Json = {"show_name": name, "kind": ["music", "dance"], "performers_from": "mainland", "venue": "云歌剧院", "stage": "fixed"}
    form |= {"audience": 800, "first_day": town.day(after), "last_day": town.day(after + 1), "shows": 2, "performers": players}
    return form | {"phone": "16909900006", "lawful": True}
