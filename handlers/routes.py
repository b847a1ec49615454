"""All routes on one page. A verb without a declaration stops the server from starting."""

from types import ModuleType
from typing import Any

import tornado.httputil
import tornado.web

from handlers import (
    appointments,
    authorisations,
    cases,
    certificates,
    console,
    deliveries,
    displays,
    events,
    grants,
    halls,
    health,
    items,
    kiosk_asks,
    kiosks,
    licences,
    marks,
    materials,
    notices,
    obligations,
    openapi,
    payments,
    people,
    points,
    public_notices,
    sessions,
    shares,
    staff_appointments,
    staff_archives,
    staff_audit,
    staff_calendar,
    staff_cases,
    staff_catalogue,
    staff_destructions,
    staff_drafts,
    staff_halls,
    staff_inspections,
    staff_ledgers,
    staff_outages,
    staff_people,
    staff_points,
    staff_rechecks,
    staff_supervision,
    staff_words,
    standing,
    standins,
    statistics,
    verify,
    waitlist,
    watching,
    web,
)
from handlers.access import Endpoint, declared_of
from handlers.base import BaseHandler, NotFoundHandler
from handlers.bodies import OrdinaryBody, TooLargeHandler
from handlers.engines import Engines

MODULES: tuple[ModuleType, ...] = (
    health,
    openapi,
    sessions,
    people,
    staff_people,
    staff_audit,
    displays,
    kiosk_asks,
    kiosks,
    authorisations,
    items,
    halls,
    appointments,
    waitlist,
    staff_appointments,
    grants,
    materials,
    licences,
    cases,
    staff_cases,
    marks,
    points,
    staff_points,
    staff_catalogue,
    staff_drafts,
    staff_halls,
    staff_inspections,
    staff_outages,
    staff_rechecks,
    staff_calendar,
    staff_ledgers,
    staff_archives,
    staff_destructions,
    staff_supervision,
    staff_words,
    statistics,
    obligations,
    payments,
    deliveries,
    standing,
    standins,
    public_notices,
    certificates,
    shares,
    watching,
    web,
    verify,
    notices,
    events,
    console,
)
Route = tuple[str, type[BaseHandler]]
_VERBS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


def routes() -> list[Route]:
    """Every (pattern, handler), in order."""
    return [route for module in MODULES for route in module.ROUTES]


def verbs(handler: type[BaseHandler]) -> list[tuple[str, Any]]:
    """The verbs a handler implements itself: (name, function)."""
    return [
        (verb, getattr(handler, verb.lower()))
        for verb in _VERBS
        if getattr(handler, verb.lower()) is not getattr(tornado.web.RequestHandler, verb.lower())
    ]


def endpoints() -> list[tuple[str, str, Endpoint]]:
    """(pattern, verb, declaration) of everything that can be called. Raises `TypeError` where a verb declares nothing."""
    found: list[tuple[str, str, Endpoint]] = []
    for pattern, handler in routes():
        for verb, function in verbs(handler):
            declared = declared_of(function)
            if declared is None:
                raise TypeError(f"{verb} {pattern} ({handler.__name__}) declares no endpoint")
            found.append((pattern, verb, declared))
    return found


class App(tornado.web.Application):
    """The Tornado application over one set of engines."""

    def __init__(self, engines: Engines) -> None:
        declared = endpoints()
        super().__init__(
            [(pattern, handler, {"route": pattern}) for pattern, handler in routes()],
            default_handler_class=NotFoundHandler,
            default_handler_args={"route": "(unknown)"},
            engines=engines,
            endpoints=declared,
            log_function=lambda handler: None,  # BaseHandler.on_finish logs
            compress_response=False,
        )

    def get_handler_delegate(  # pyright: ignore[reportIncompatibleMethodOverride]
        self,
        request: tornado.httputil.HTTPServerRequest,
        target_class: type[tornado.web.RequestHandler],
        target_kwargs: dict[str, Any] | None = None,
        path_args: list[bytes] | None = None,
        path_kwargs: dict[str, bytes] | None = None,
    ) -> tornado.httputil.HTTPMessageDelegate:
        """What receives a request; a body that is read whole is watched for its size."""
        delegate = super().get_handler_delegate(request, target_class, target_kwargs, path_args, path_kwargs)
        if delegate.stream_request_body:
            return delegate
        return OrdinaryBody(request, delegate, super().get_handler_delegate(request, TooLargeHandler, target_kwargs))
