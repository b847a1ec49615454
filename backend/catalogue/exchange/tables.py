"""The tables and their columns, named as in the national exchange schema (up_task_general_basic, _extend, _material,
_fee_project, _questions; GB/T 39046-2020), and its codes for what our items say in words of their own.

`local_task_code` and `task_version` tie the tables together: our code of the item, and the number of its version.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from models.catalogue import Channel, HandleArea, ItemKind, MaterialForm, Need, ResultKind, TimeUnit

Row = dict[str, str]
Tables = dict[str, list[Row]]

KEYS = ("task_code", "local_task_code", "task_version")
LAWS = "by_law"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "basic": (
        *("task_name", "catalog_code", *KEYS, "task_type", "use_level", "dept_name", "dept_code", "entrust_name", "power_source"),
        "task_state",
        *("plan_effective_date", "plan_cancel_date", LAWS, "accept_condition"),
        *("anticipate_day", "anticipate_type", "promise_day", "promise_type", "promise_explain"),
        *("project_type", "server_type", "handle_type", "limit_scene_num", "limit_scene_explain", "special_procedure"),
        *("handle_flow", "transact_addr", "transact_time", "link_way", "supervise_way", "is_fee"),
    ),
    "extend": (
        *(*KEYS, "is_online", "is_schedule", "is_express", "is_service_terminals", "is_entry_center", "handle_area"),
        *("other_dept", "result_type", "result_name", "user_topic_type"),
    ),
    "material": (
        *(*KEYS, "material_name", "is_need", "material_type", "material_format", "source_type", "source_explain"),
        *("fill_explain", "accept_stand", "order_num"),
    ),
    "fee_project": (*KEYS, "fee_name", "fee_stand", "fee_basis", "order_num"),
    "questions": (*KEYS, "question", "answer", "order_num"),
}

PROJECT_TYPES = {ItemKind.INSTANT: "1", ItemKind.PROMISE: "2"}
NEEDS = {Need.REQUIRED: "1", Need.OPTIONAL: "2", Need.DEFERRABLE: "3"}
FORMATS = {MaterialForm.PAPER: "1", MaterialForm.ELECTRONIC: "2", MaterialForm.EITHER: "3"}
HANDLE_TYPES = {Channel.WINDOW: "1", Channel.WEB: "2", Channel.MINI_PROGRAM: "3"}
HANDLE_AREAS = {HandleArea.DISTRICT: "", HandleArea.CITY: "跨县", HandleArea.PROVINCE: "跨市", HandleArea.NATION: "全国"}
OTHER_HANDLING = "9"
TIME_UNITS = {TimeUnit.WORKDAY: "工作日", TimeUnit.DAY: "自然日", TimeUnit.HOUR: "小时", TimeUnit.MINUTE: "分钟"}
RESULT_TYPES = {
    ResultKind.CERTIFICATE: "CERTIFICATE",
    ResultKind.APPROVAL: "APPROVAL",
    ResultKind.PROOF: "PROOF",
    ResultKind.OTHER: "WORK_RESULT",
}
SELF_PREPARED, GOVERNMENT_ISSUED, OTHER_SOURCE = "10", "20", "99"
PROOF_TYPE, FORM_TYPE, OTHER_TYPE = "1", "2", "3"


@dataclass(frozen=True, order=True)
class RowFault:
    """What is wrong with a cell: the table, the row as an editor of the file counts it (the heads are row 1; 0: the whole table),
    the column, and what to do."""

    table: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        place = f"第{self.row}行 " if self.row else ""
        column = f"{self.column} 列" if self.column else ""
        return f"{self.table} 表{place}{column}：{self.message}"
