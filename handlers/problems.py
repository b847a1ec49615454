"""Every failure as RFC 9457 `application/problem+json`: the one file that turns errors into HTTP."""

import json
from typing import Any

from pydantic import ValidationError
from pymongo.errors import ConnectionFailure, EncryptionError, PyMongoError
from tornado.web import HTTPError

from backend.errors import BadRequest, FieldError, Invalid, NotFound, PayloadTooLarge, Problem, TooMany, Unavailable
from backend.printing import advice, refused, texts_of
from backend.refused_words import refused_words

_TITLES = {400: "请求有误", 403: "没有权限", 404: "没有找到", 405: "不支持这种操作", 413: "内容太大", 500: "系统出了问题"}
_DETAILS = {
    404: "没有找到这个地址，请检查后重试。",
    405: "这个地址不支持这种操作，请检查后重试。",
}


def problem_of(error: BaseException) -> Problem:
    """The problem a failure is told as; what nobody foresaw becomes a plain 500."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, OverflowError):  # a date no calendar holds, such as the year 9999 in another zone
        return Invalid("填写的日期超出了能办理的范围，请检查后重新填写。")
    if isinstance(error, HTTPError):
        return _of_http(error)
    return Unavailable() if _will_pass(error) else Problem()


def invalid(error: ValidationError, prefix: str = "") -> Problem:
    """A validation error with a JSON pointer for each fault."""
    faults = error.errors(include_url=False)
    if faults and faults[0]["type"] == "json_invalid":
        return BadRequest("请求内容不是有效的 JSON，请检查后重试。")
    return Invalid(errors=[FieldError(prefix + _pointer(fault["loc"]), refused_words(fault)) for fault in faults])


def refuse_unprintable(body: bytes) -> None:
    """Raises `Invalid` where a JSON body holds characters no font of ours prints, with a pointer to each text."""
    if body.isascii() and b"\\" not in body:
        return
    found = [(pointer, letters) for pointer, text in texts_of(json.loads(body)) if (letters := refused(text))]
    if found:
        raise Invalid(errors=[FieldError(pointer, f"这里{advice(letters)}") for pointer, letters in found])


def body_of(problem: Problem, request_id: str) -> dict[str, Any]:
    """The members of the answer."""
    body: dict[str, Any] = {
        "type": f"/problems/{problem.type}",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
        "instance": request_id,
    }
    if problem.errors:
        body["errors"] = [{"pointer": each.pointer, "detail": each.detail} for each in problem.errors]
    return body | problem.extra


def headers_of(problem: Problem) -> dict[str, str]:
    """The headers that go with it."""
    if isinstance(problem, (TooMany, Unavailable)):
        return {"Retry-After": str(max(1, int(problem.retry_after)))}
    if problem.status == 401:
        return {"WWW-Authenticate": "Bearer"}
    return {}


def serialised(problem: Problem, request_id: str) -> bytes:
    """The answer's bytes."""
    return json.dumps(body_of(problem, request_id), ensure_ascii=False, default=str).encode()


def _will_pass(error: BaseException) -> bool:
    """Whether it is the database that cannot be reached for now, or gave way to another transaction."""
    if isinstance(error, EncryptionError):  # sealing reads the data key first
        return _will_pass(error.cause)
    return isinstance(error, ConnectionFailure) or (isinstance(error, PyMongoError) and error.has_error_label("TransientTransactionError"))


def _of_http(error: HTTPError) -> Problem:
    status = error.status_code
    if status == 413:
        return PayloadTooLarge()
    if status == 404:
        return NotFound(_DETAILS[404])
    problem = BadRequest(_DETAILS.get(status, "")) if status < 500 else Problem()
    problem.status = status  # type: ignore[misc]
    problem.title = _TITLES.get(status, problem.title)  # type: ignore[misc]
    return problem


def _pointer(location: tuple[int | str, ...]) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in location)
