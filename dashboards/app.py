"""The dashboard: an address is a page, drawn here and sent as HTML.

    uvicorn dashboards.app:on_this_machine --factory

`cablehouse dashboard` starts it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from traceback import format_exc

import structlog
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from dashboards import addresses
from dashboards.files import asset
from dashboards.live import Generation, answer, settings
from dashboards.rendering import render
from dashboards.views import cable, explore, overview, pipeline, threads, topics
from dashboards.visit import Page, Visit
from dashboards.warming import Warmer

_log = structlog.get_logger()
_VIEWS: dict[str, Callable[[Visit], Page]] = {
    addresses.OVERVIEW: overview.show,
    addresses.EXPLORE: explore.show,
    addresses.TOPICS: topics.show,
    addresses.THREADS: threads.show,
    addresses.PIPELINE: pipeline.show,
    addresses.CABLE: cable.show,
}
_HEADERS = {
    # The pages need nothing from elsewhere, and whatever a cable holds is never run.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'; "
    "img-src 'self'; style-src 'self' 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}
_NEVER = {"Cache-Control": "no-store"}
_ANY_WORD = "minister"
_THIS_MACHINE = ["localhost", "127.0.0.1"]


def on_this_machine() -> Starlette:
    """The application for people on this machine.

    It answers to the names of this machine alone, so that no page from elsewhere can read it
    through a name of its own that points here.
    """
    return application(_THIS_MACHINE)


def for_others() -> Starlette:
    """The application for people on other machines; it answers to any name."""
    return application(["*"])


def application(names: list[str]) -> Starlette:
    """The application.

    Args:
        names: Of hosts, as browsers ask for them.
    """
    warmer = Warmer(_open_all)

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        warmer.start()
        yield
        warmer.end()

    pages = [Route(f"/{name}", partial(_page, name, view, warmer)) for name, view in _VIEWS.items()]
    others = [
        Route("/generation", lambda _: PlainTextResponse(_name(warmer.shown()), headers=_NEVER)),
        Route("/health", lambda _: PlainTextResponse("ok", headers=_NEVER)),
        Route("/assets/{name}", _asset),
    ]
    return Starlette(
        routes=[*pages, *others],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=names)],
        lifespan=living,
        exception_handlers={404: _not_found, 500: _failed},
    )


def _page(name: str, view: Callable[[Visit], Page], warmer: Warmer, request: Request) -> Response:
    generation = warmer.shown()
    if generation is None:
        home = str(settings().home.resolve())
        page = Page("No warehouse", [render("no_warehouse", home=home)])
    else:
        page = view(Visit(request.query_params, generation))
    return StreamingResponse(
        _drawn(page, name, _name(generation)), media_type="text/html", headers=_HEADERS | _NEVER
    )


def _drawn(
    page: Page, here: str | None = None, generation: str | None = None, root: str = ""
) -> Iterator[str]:
    """A page with what all pages have; when it names a generation, it follows newer ones.

    Addresses are relative; `root` leads up from where a page does not stand beside the others.
    """
    yield render("page_head", title=page.title, here=here, generation=generation, root=root)
    try:
        yield from page.parts
    except Exception:  # its beginning is sent already
        _log.error("page_failed", page=here, traceback=format_exc())
        yield render("page_failed", heading="h2", what="The rest of this page")
    yield render("page_foot")


def _name(generation: Generation | None) -> str:
    return generation.name if generation else "none"


def _open_all(generation: Generation) -> Iterator[None]:
    """Draw the pages that are a click away from anywhere; what they ask is known from then on.

    A search, a cable and a thread come after them, so that the first of each finds its tables read.
    """
    nothing: dict[str, str] = {}
    visits = [(view, nothing) for view in _VIEWS.values()]
    visits += [(pipeline.show, {"view": name}) for name in pipeline.VIEWS]
    visits += [(explore.show, {"q": _ANY_WORD})]
    for start in answer(generation, "thread_starts")[:1]:
        cable_id = start["cable_id"]
        visits += [(cable.show, {"id": cable_id}), (threads.show, {"cable": cable_id})]
    for view, parameters in visits:
        for _ in view(Visit(parameters, generation)).parts:
            yield


def _asset(request: Request) -> Response:
    found = asset(request.path_params["name"])
    if found is None:
        return PlainTextResponse("no such file", 404)
    return Response(found.content, media_type=found.media_type, headers=_HEADERS | _FOR_GOOD)


def _not_found(request: Request, _: Exception) -> Response:
    path = request.url.path.removeprefix(request.scope.get("root_path", "")).lstrip("/")
    root = "../" * path.count("/")
    return _said(Page("No such page", [render("page_unknown", root=root)]), 404, root)


def _failed(_: Request, __: Exception) -> Response:
    failed = render("page_failed", heading="h1", what="This page")
    return _said(Page("This page failed", [failed]), 500)


def _said(page: Page, status: int, root: str = "") -> Response:
    return HTMLResponse("".join(_drawn(page, root=root)), status, headers=_HEADERS | _NEVER)
