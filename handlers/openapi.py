"""OpenAPI 3.1 from the declarations, and a page to browse it: nothing here is written by hand twice."""

import html
import json
import re
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from handlers.access import PUBLIC, Endpoint, endpoint
from handlers.base import BaseHandler, Raw
from handlers.policy import policy, style_digest

_PROBLEM = {
    "type": "object",
    "description": "RFC 9457 problem details; `detail` is Chinese for the person who reads it.",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string", "description": "the request id, also in X-Request-Id and in the log"},
        "errors": {
            "type": "array",
            "items": {"type": "object", "properties": {"pointer": {"type": "string"}, "detail": {"type": "string"}}},
        },
    },
}
_GROUP = re.compile(r"\((?!\?:)(?:\?P<(\w+)>)?(?:[^()]|\([^()]*\))*\)")
_PROBLEM_CONTENT = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


Declarations = list[tuple[str, str, Endpoint]]


def document(declared: Declarations) -> dict[str, Any]:
    """The whole description of (pattern, verb, declaration)."""
    models = {model for _, _, each in declared for model in _models(each)}
    references, definitions = models_json_schema(
        [(model, "validation") for model in sorted(models, key=lambda model: model.__qualname__)],
        ref_template="#/components/schemas/{model}",
    )
    schemas = {model: references[model, "validation"] for model in models}
    paths: dict[str, Any] = {}
    for pattern, verb, each in declared:
        path, parameters = _path(pattern)
        paths.setdefault(path, {})[verb.lower()] = _operation(pattern, verb, each, parameters, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "一次 Yici", "version": "1", "description": "政务服务：预约、预审、代办、秒批。"},
        "paths": paths,
        "components": {
            "schemas": {**definitions.get("$defs", {}), "Problem": _PROBLEM},
            "securitySchemes": {
                "citizen": {"type": "http", "scheme": "bearer"},
                "staff": {"type": "apiKey", "in": "cookie", "name": "yici_staff"},
                "kiosk": {"type": "apiKey", "in": "cookie", "name": "yici_kiosk"},
                "web": {"type": "apiKey", "in": "cookie", "name": "yici_web"},
                "kiosk_credential": {"type": "http", "scheme": "bearer"},
                "staff_token": {"type": "http", "scheme": "bearer"},
            },
        },
    }


def _models(declared: Endpoint) -> list[type[BaseModel]]:
    answers = [each for each in declared.reply.values() if isinstance(each, type)]
    return [model for model in (declared.body, declared.query, *answers) if model is not None]


def _path(pattern: str) -> tuple[str, list[str]]:
    names: list[str] = []

    def replace(match: re.Match[str]) -> str:
        names.append(match.group(1) or f"id{len(names) + 1 if names else ''}")
        return "{" + names[-1] + "}"

    return _GROUP.sub(replace, pattern).replace("\\", "").replace("/?", "").rstrip("$"), names


def _operation(pattern: str, verb: str, declared: Endpoint, names: list[str], schemas: dict[type[BaseModel], Any]) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]
    if declared.query is not None:
        parameters += _query_parameters(declared.query)
    if declared.needs_key(verb):
        parameters.append({"name": "Idempotency-Key", "in": "header", "required": True, "schema": {"type": "string", "maxLength": 80}})
    if declared.acting:
        parameters.append(
            {
                "name": "Acting-Grant",
                "in": "header",
                "required": False,
                "schema": {"type": "string"},
                "description": "代别人办理时的授权编号",
            }
        )
    if declared.scribe:
        parameters.append(
            {
                "name": "Attested-Person",
                "in": "header",
                "required": False,
                "schema": {"type": "string"},
                "description": "工作人员代录时，当面核验过的申请人编号",
            }
        )
    operation: dict[str, Any] = {
        "summary": declared.summary,
        "operationId": verb.lower() + re.sub(r"\W+", "_", _path(pattern)[0]).title().replace("_", ""),
        "tags": [_tag(pattern)],
        "x-access": str(declared.access),
        **({} if declared.kiosk is None else {"x-kiosk": declared.kiosk}),
        **({"x-web": True} if declared.web else {}),
        "parameters": parameters,
        "responses": {str(status): _answer(answer, schemas) for status, answer in declared.reply.items()}
        | {"default": {"description": "没有成功", "content": _PROBLEM_CONTENT}},
        "security": _security(declared),
    }
    if declared.body is not None:
        operation["requestBody"] = {"required": True, "content": {declared.consumes: {"schema": schemas[declared.body]}}}
    elif declared.consumes != "application/json":
        binary = {"schema": {"type": "string", "format": "binary"}}
        operation["requestBody"] = {"required": True, "content": {declared.consumes: binary}}
    return operation


def _tag(pattern: str) -> str:
    parts = [part for part in pattern.split("/") if part and part not in ("api", "v1")]
    return "/".join(parts[:2]) if parts and parts[0] == "staff" else (parts[0] if parts else "/")


def _security(declared: Endpoint) -> list[dict[str, list[str]]]:
    if declared.access.kind == "citizen":
        return [{"citizen": []}, {"web": []}] if declared.web else [{"citizen": []}]
    if declared.access.kind == "staff":
        return [{"staff": []}, {"staff_token": []}]
    if declared.access.kind == "kiosk":
        return [{"kiosk": []}, {"kiosk_credential": []}]
    return []


def _query_parameters(model: type[BaseModel]) -> list[dict[str, Any]]:
    schema = model.model_json_schema()
    definitions = schema.get("$defs", {})
    required = schema.get("required", [])
    return [
        {"name": name, "in": "query", "required": name in required, "schema": _inlined(field, definitions)}
        for name, field in schema.get("properties", {}).items()
    ]


def _inlined(field: Any, definitions: dict[str, Any]) -> Any:
    if isinstance(field, dict):
        if "$ref" in field:
            return _inlined(definitions[field["$ref"].rpartition("/")[2]], definitions)
        return {key: _inlined(value, definitions) for key, value in field.items()}
    return [_inlined(each, definitions) for each in field] if isinstance(field, list) else field


def _answer(answer: Any, schemas: dict[type[BaseModel], Any]) -> dict[str, Any]:
    if answer is None:
        return {"description": "成功，没有内容"}
    if isinstance(answer, str):
        return {"description": "成功", "content": {answer: {"schema": {"type": "string", "format": "binary"}}}}
    return {"description": "成功", "content": {"application/json": {"schema": schemas[answer]}}}


class OpenApiHandler(BaseHandler):
    """The description as JSON."""

    @endpoint(access=PUBLIC, reply={200: "application/json"}, summary="本接口的 OpenAPI 3.1 描述")
    async def get(self) -> Raw:
        return Raw(json.dumps(document(self.settings["endpoints"]), ensure_ascii=False).encode())


class DocsHandler(BaseHandler):
    """The description as a page: no script, no foreign server."""

    @endpoint(access=PUBLIC, reply={200: "text/html; charset=utf-8"}, summary="本接口的说明页")
    async def get(self) -> Raw:
        self.set_header("Content-Security-Policy", policy(style_digest(_STYLE)))
        return Raw(_page(document(self.settings["endpoints"])).encode())


_STYLE = """
body{font:16px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;margin:0;background:#f3f4f7;color:rgba(0,0,0,.9)}
main{max-width:60rem;margin:0 auto;padding:16px}h1{font-size:24px}h2{font-size:18px;margin:24px 0 8px}
details{background:#fff;border-radius:6px;margin:8px 0;padding:8px 12px}summary{cursor:pointer;min-height:28px}
code{font:14px ui-monospace,monospace}pre{overflow:auto;background:#f3f4f7;padding:8px;border-radius:6px}
b{display:inline-block;min-width:4em}small{color:rgba(0,0,0,.6)}table{border-collapse:collapse}td{padding:2px 12px 2px 0;vertical-align:top}
"""


def _page(described: dict[str, Any]) -> str:
    groups: dict[str, list[str]] = {}
    for path, verbs in described["paths"].items():
        for verb, operation in verbs.items():
            groups.setdefault(operation["tags"][0], []).append(_entry(path, verb, operation))
    sections = "".join(f"<h2>{html.escape(tag)}</h2>{''.join(entries)}" for tag, entries in sorted(groups.items()))
    models = "".join(
        f'<details id="{html.escape(name)}"><summary><code>{html.escape(name)}</code></summary>{_json(schema)}</details>'
        for name, schema in sorted(described["components"]["schemas"].items())
    )
    return (
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>一次 接口说明</title><style>{_STYLE}</style><main><h1>一次 接口说明</h1>"
        '<p>由声明生成；机器可读的一份在 <a href="/api/openapi.json">/api/openapi.json</a>。</p>'
        f"{sections}<h2>数据结构</h2>{models}</main></html>"
    )


def _entry(path: str, verb: str, operation: dict[str, Any]) -> str:
    rows = "".join(
        f"<tr><td><code>{html.escape(each['name'])}</code></td><td>{each['in']}{' · 必填' if each['required'] else ''}</td>"
        f"<td>{html.escape(str(each['schema'].get('type', each['schema'].get('anyOf', ''))))}</td></tr>"
        for each in operation["parameters"]
    )
    body = f"<p>请求内容</p>{_json(operation['requestBody']['content'])}" if "requestBody" in operation else ""
    return (
        f"<details><summary><b>{verb.upper()}</b><code>{html.escape(path)}</code> {html.escape(operation['summary'])} "
        f"<small>{html.escape(operation['x-access'])}</small></summary>"
        f"<table>{rows}</table>{body}<p>答复</p>{_json(operation['responses'])}</details>"
    )


def _json(value: Any) -> str:
    text = html.escape(json.dumps(value, ensure_ascii=False, indent=1))
    linked = re.sub(r"#/components/schemas/(\w+)", r'<a href="#\1">\1</a>', text)
    return f"<pre><code>{linked}</code></pre>"


ROUTES = [(r"/api/openapi\.json", OpenApiHandler), (r"/api/docs", DocsHandler)]
