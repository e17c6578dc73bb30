"""Asks a web application in this process, as a browser would, without a server."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


class Visitor:
    """Somebody who asks an ASGI application for pages under a host's name."""

    def __init__(self, application: Any, host: str = "localhost:8501") -> None:
        self._application = application
        self._host = host

    def get(self, address: str) -> Answer:
        return asyncio.run(self._get(address))

    async def _get(self, address: str) -> Answer:
        path, _, query = address.partition("?")
        scope = {
            "type": "http", "method": "GET", "http_version": "1.1", "scheme": "http",
            "path": unquote(f"/{path.removeprefix('.')}"), "query_string": query.encode(),
            "headers": [(b"host", self._host.encode())], "server": ("127.0.0.1", 8501),
        }  # fmt: skip
        sent: list[dict[str, Any]] = []
        received = [{"type": "http.request", "body": b"", "more_body": False}]

        async def receive() -> dict[str, Any]:
            if not received:
                await asyncio.Event().wait()  # nobody hangs up before the answer is there
            return received.pop()

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        with contextlib.suppress(Exception):  # it is told to the server, after the answer was sent
            await self._application(scope, receive, send)
        start, *rest = sent
        headers = {name.decode(): value.decode() for name, value in start["headers"]}
        body = b"".join(message.get("body", b"") for message in rest)
        return Answer(start["status"], headers, body.decode())
