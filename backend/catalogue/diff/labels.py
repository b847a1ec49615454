"""What the parts of an item are called in Chinese. A part without a word of its own goes by its name in the YAML."""

from collections.abc import Mapping

PARTS: Mapping[str, str] = {  # of a version, in the order an editor reads about them
    "materials": "材料",
    "clocks": "办理时限",
    "visits": "到现场",
    "fee": "收费",
    "form": "表单",
    "instant": "即办规则",
    "steps": "办理环节",
    "proxy": "代办",
    "channels": "办理渠道",
    "appointment": "预约",
    "results": "办理结果",
    "commitment": "告知承诺",
    "public_notice": "公示",
    "parts": "一件事的分工",
    "reception_fields": "只有综合窗口要看的内容",
    "photo_check": "照片要求",
    "home_visit": "上门服务",
    "effective_until": "失效日期",
    "guide": "办事指南",
    "legal_basis": "设定依据",
}

OF_ITEM: Mapping[str, str] = {
    "name": "事项名称",
    "aliases": "俗称",
    "old_names": "曾用名",
    "themes": "主题",
    "department": "主办部门",
    "joint_departments": "联办部门",
    "office": "具体科室",
    "task_type": "事项类型",
    "use_level": "行使层级",
    "kind": "办件类型",
    "is_licence": "行政许可",
    "one_at_a_time": "一人同时只办一件",
    "objects": "服务对象",
    "catalog_code": "基本编码",
}

COUNTED: Mapping[str, str] = {"materials": "件", "form": "项", "steps": "个", "results": "个", "parts": "个"}

_ATTRIBUTES: Mapping[str, str] = {
    # of many parts
    "key": "内部名称",
    "name": "名称",
    "label": "名称",
    "note": "说明",
    "reason": "原因",
    "help": "提示",
    "verified": "核实情况",
    "basis": "依据",
    "department": "部门",
    # materials
    "need": "必要性",
    "form": "形式",
    "source": "来源",
    "licence": "可替代的电子证照",
    "register_name": "查询的基础库",
    "issuer": "出具单位",
    "when": "什么情况下要",
    "party": "向谁要",
    "standard": "审查标准",
    "exemption": "免交情形",
    "tolerance": "容缺后补",
    "accepts": "文件格式",
    "max_files": "文件个数上限",
    "max_mb": "单个文件上限（MB）",
    "bring_original": "带原件核对",
    "within": "期限",
    # clocks, visits, money
    "statutory": "法定时限",
    "promised": "承诺时限",
    "by_person": "转人工后的承诺时限",
    "count": "次数",
    "charges": "收费项目",
    "yuan": "金额",
    # form
    "type": "填写方式",
    "required": "必填",
    "show_when": "什么情况下要填",
    "rules": "填写要求",
    "placeholder": "示例",
    "options": "选项",
    "default": "默认值",
    "sealed": "加密保存",
    "parts": "要填的内容",
    # steps
    "phase": "阶段",
    "actor": "由谁办",
    "role": "岗位",
    "level": "层级",
    "limit": "时限",
    "output": "办理结果",
    "special": "特别程序",
    # policies
    "allowed": "允许代办",
    "bases": "代办依据",
    "powers": "代办权限",
    "relations": "代办人与本人的关系",
    "needs": "代办要带",
    "max_days": "授权最长天数",
    "booking": "预约方式",
    "staff_confirms": "预约要工作人员确认",
    "minutes": "每次预约的分钟数",
    "halls": "可预约的大厅",
    "bring": "要带的原件",
    "text": "承诺内容",
    "consequence": "不实承诺的后果",
    "replaces": "承诺后不用交的材料",
    "material": "哪件材料",
    "width": "宽（像素）",
    "height": "高（像素）",
    "min_kb": "最小（KB）",
    "max_kb": "最大（KB）",
    "background": "底色",
    "checks": "检查内容",
    "retries": "可以重传的次数",
    # results
    "kind": "种类",
    "certificate": "证明模板",
    "validity_days": "有效天数",
    "offers_no_record": "出具无记录证明",
    "delivery": "领取方式",
    # rules
    "registers": "查询的基础库",
    "criteria": "查询条件",
    "groups": "汇总",
    "otherwise": "哪条都不符合时的说明",
    "data": "证明内容的算法",
    "relayed": "转发的部门文件",
    "examples": "规则示例",
    # guide
    "summary": "一句话说明",
    "conditions": "办理条件",
    "known": "政府已掌握的",
    "steps": "怎么办",
    "duration": "多久",
    "trips": "跑几趟",
    "where": "地点",
    "phone": "咨询电话",
    "complaints": "投诉电话",
    "faq": "常见问题",
}

_OF_CLASS: Mapping[tuple[str, str], str] = {
    ("Guide", "when"): "办公时间",
    ("FormField", "source"): "自动填写的来源",
    ("PhotoCheck", "checks"): "检查内容",
}


def attribute(owner: str, name: str) -> str:
    """What an attribute of a model is called."""
    return _OF_CLASS.get((owner, name)) or _ATTRIBUTES.get(name, name)
