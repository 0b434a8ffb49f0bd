"""Only a browser that means this machine is answered: another site's page could name a host that resolves to it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

Message: TypeAlias = MutableMapping[str, Any]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Application: TypeAlias = Callable[[Message, Receive, Send], Awaitable[None]]
"""An ASGI application."""

ADDRESS = "127.0.0.1"
_NAMES = frozenset({ADDRESS.encode(), b"localhost"})


def only_from_here(application: Application) -> Application:
    """The application, behind a check of the header `Host` against DNS rebinding."""

    async def guarded(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _host(scope) not in _NAMES:
            headers = [(b"content-type", b"text/plain; charset=utf-8")]
            await send({"type": "http.response.start", "status": 403, "headers": headers})
            await send({"type": "http.response.body", "body": b"This database is for this machine only.\n"})
            return
        await application(scope, receive, send)

    return guarded


def _host(scope: Message) -> bytes:
    host: bytes = dict(scope["headers"]).get(b"host", b"")
    return host.partition(b":")[0].lower()
