"""What every endpoint takes, made from its own declaration, so that a new one is covered by itself."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from handlers.access import Endpoint
from handlers.routes import endpoints
from tests.client import Answer

_GROUP = re.compile(r"\((?:[^()]|\(\?:[^()]*\))*\)")
_TEXTS = (
    "ssc-apply",
    "99010119440308002X",
    "16900000001",
    "123456",
    "1234",
    "abcdefghij",
    "2026-11-26",
    "2026-11-26T09:00:00+08:00",
    "请说明原因",
    "0" * 64,
    "12345678",
)
_DOCUMENT = {"document_type": "resident_card", "id_number": "990101197009120061", "name": "李敏"}
_GIVEN = {"version": 0, "reason": "名下已有住房"}
_WHOLE: dict[str, dict[str, Any]] = {  # bodies whose rules say more than their fields
    "models.grants.offers.GrantBody": {"items": ["longevity"], "until": "2026-12-31", "agent": {}},
    "DefectBody": {"field": "phone", "reason": "wrong_answer", "advice": "请核对号码"},
    "HeardBody": {
        "person": _DOCUMENT,
        "heard": {"place": "青石镇", "method": "home_visit", "note": "当面说同意"},
        "digest": "0" * 64,
        "agree": True,
    },
    "DeliverBody": {"version": 0, "kind": "证", "method": "counter"},
    "HandOverBody": {"version": 0, "person": _DOCUMENT, "signature": "0" * 64},
    "HandBackBody": {"version": 0, "refund": "nobodys", "person": _DOCUMENT},
    "CollectBody": {"version": 0, "method": "cash"},
    "HandInBody": {"version": 0, "materials": {"photo": {"files": ["nobodys"]}}},
    "models.cases.bodies.ReasonBody": _GIVEN,
    "models.cases.bodies.RefuseBody": {**_GIVEN, "basis": "某条例第八条"},
    "models.cases.recusals.DecideRecusalBody": {**_GIVEN, "granted": False},
    "models.cases.bodies.PauseBody": {**_GIVEN, "ground": "site_visit", "until": "2026-12-31"},
    "models.cases.bodies.ExtendBody": _GIVEN,
    "models.cases.promises.RevokeBody": {**_GIVEN, "basis": "某条例第八条"},
    "models.cases.inspections.AnnulBody": {**_GIVEN, "basis": "某条例第八条"},
    "models.cases.inspections.InspectBody": {"version": 0, "outcome": "true", "note": "比对参保记录"},
    "models.certificates.RevokeBody": _GIVEN,
    "models.certificates.ReissueBody": {**_GIVEN, "cause": "lost"},
    "models.certificates.FindCertificatesBody": {"case_number": "9901012026112300001", "purpose": "补发证明"},
    "SendBackDraftBody": _GIVEN,
    "FindBody": {"version": 0, "finding": "minor", "note": "比对参保记录"},
    "StandInBody": {"holder": "staff-06", "deputy": "staff-07"},
    "CallerBody": {"name": "李敏", "phone": "16900000001"},
    "models.destructions.DestructionBody": {"cases": ["case_nobodys"], "appraisal": "保管期限已满，没有继续保存的价值"},
    "models.supervision.cards.AppealBody": _GIVEN,
    "models.supervision.cards.ReviewBody": {**_GIVEN, "outcome": "upheld"},
    "ClosureBody": {"start": "2026-11-26T09:00:00+08:00", "end": "2026-11-27T09:00:00+08:00", "reason": "停电检修"},
    "ExtraHoursBody": {"day": "2026-11-28", "start": "09:00", "end": "12:00", "counters": ["c1"], "capacity": 1, "reason": "周末人多"},
    "models.outages.OutageTimesBody": {"version": 0, "start": "2026-11-23T09:00:00+08:00", "end": "2026-11-23T09:30:00+08:00"},
    "PersonDocument": _DOCUMENT,
    "models.people.VerificationBody": {"purpose": "开具证明"},
    "HearingBody": {"place": "青石镇", "method": "home_visit", "note": "当面说同意"},
}


@dataclass(frozen=True)
class Call:
    """One endpoint: its pattern, verb and declaration."""

    pattern: str
    verb: str
    declared: Endpoint

    def __str__(self) -> str:
        return f"{self.verb} {self.pattern}"

    @property
    def is_for_staff(self) -> bool:
        return self.declared.access.kind == "staff"

    @property
    def names_something(self) -> bool:
        """Whether its address holds an id."""
        return _GROUP.search(self.pattern) is not None

    @property
    def of_what(self) -> str:
        """What the first id in its address is of: "cases"."""
        return self.pattern[: _group(self.pattern).start()].rstrip("/").rpartition("/")[2]

    def path(self, *ids: str) -> str:
        """Its address with `ids`; a place without one gets something that fits and is nobody's."""
        given, path = iter(ids), self.pattern
        while (group := _GROUP.search(path)) is not None:
            path = path[: group.start()] + next(given, None or _fitting(group[0])) + path[group.end() :]
        return path.replace("\\", "").rstrip("?$")

    def body(self) -> dict[str, Any] | None:
        """The smallest body it takes."""
        return smallest(self.declared.body) if self.declared.body else None


def calls(*kinds: str) -> list[Call]:
    """Every endpoint whose access is of one of `kinds`; all where none is named."""
    found = [Call(*each) for each in endpoints()]
    return [call for call in found if not kinds or call.declared.access.kind in kinds]


def smallest(model: type[BaseModel]) -> dict[str, Any]:
    """A valid body with nothing in it that may be left out. Raises AssertionError where this cannot make one."""
    schema = model.model_json_schema()
    made = _WHOLE.get(f"{model.__module__}.{model.__name__}") or _value(schema, schema.get("$defs", {}))
    try:
        model.model_validate_json(json.dumps(made))
    except ValidationError as error:
        raise AssertionError(f"add a body of {model.__name__} to shapes.py: {error}") from error
    return made


def text_fields(model: type[BaseModel]) -> Iterator[str]:
    """Names of its fields that are plain text, without further structure."""
    schema = model.model_json_schema()
    for name, field in schema.get("properties", {}).items():
        kinds = [field, *field.get("anyOf", [])]
        if any(kind.get("type") == "string" and "format" not in kind and "enum" not in kind for kind in kinds):
            yield name


def assert_clear(answer: Answer, about: object = "") -> None:
    """The answer tells people in Chinese what is the matter, and has the form every problem has."""
    told = f"{about}: {answer.status} {answer.text[:500]}"
    assert 400 <= answer.status < 500, told
    assert answer.headers["Content-Type"].startswith("application/problem+json"), told
    problem = answer.json
    assert problem["status"] == answer.status, told
    assert problem["instance"] == answer.headers["X-Request-Id"], told
    assert all(_is_chinese(problem[member]) for member in ("title", "detail")), told
    for error in problem.get("errors", []):
        assert error["pointer"] == "" or error["pointer"].startswith("/"), told
        assert _is_chinese(error["detail"]), told
    assert "Traceback" not in answer.text, told


def _is_chinese(text: str) -> bool:
    return any("一" <= letter <= "鿿" for letter in text)


def _group(pattern: str) -> re.Match[str]:
    group = _GROUP.search(pattern)
    assert group is not None
    return group


def _fitting(pattern: str) -> str:
    candidates = (
        "nobody-s",
        "nobodys",
        "grant_NOBODYS",
        "cert_" + "0" * 26,
        "auth_" + "0" * 26,
        "arch_" + "0" * 26,
        "dest_" + "0" * 26,
        "wait_" + "0" * 26,
        "share_" + "0" * 26,
        "showing_" + "0" * 26,
        "watch_" + "0" * 26,
        "photo_" + "0" * 26,
        "outage_" + "0" * 26,
        "extension_" + "0" * 26,
        "draft_" + "0" * 26,
        "0" * 16,
        "sheet_NOBODYS",
        "round_NOBODYS",
        "objection_NOBODYS",
        "2026-000099",
        "receipt",
        "2026-11-23",
        "0",
        "0" * 10,
    )
    return next(each for each in candidates if re.fullmatch(pattern, each))


def _value(schema: dict[str, Any], definitions: dict[str, Any]) -> Any:
    if "$ref" in schema:
        return _value(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if schema.get("title") in _WHOLE:
        return _WHOLE[schema["title"]]
    if "const" in schema or "enum" in schema:
        return schema.get("const", (schema.get("enum") or [None])[0])
    for variants in ("anyOf", "allOf", "oneOf"):
        if variants in schema:
            return _value(schema[variants][0], definitions)
    return _plain(schema, definitions)


def _plain(schema: dict[str, Any], definitions: dict[str, Any]) -> Any:
    kind = schema.get("type")
    if kind == "object":
        return {name: _value(schema["properties"][name], definitions) for name in schema.get("required", [])}
    if kind == "array":
        return [_value(schema["items"], definitions) for _ in range(schema.get("minItems", 0))]
    if kind == "string":
        return _text(schema)
    return {"integer": schema.get("minimum", 0), "number": 0, "boolean": False}.get(str(kind))


def _text(schema: dict[str, Any]) -> str:
    if "format" in schema:
        return {"date": "2026-11-26", "date-time": "2026-11-26T09:00:00+08:00"}[schema["format"]]
    fitting = (each for each in _TEXTS if re.search(schema.get("pattern", ""), each) and len(each) >= schema.get("minLength", 0))
    return next(fitting)
