"""The report served to this machine alone: no other name leads to it, so that no page of a stranger can read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.livereload import LiveReloadServer

_LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
_REFUSED = "403 Forbidden"


def local_server(builder: Callable[[], None], port: int, root: str) -> LiveReloadServer:
    """A server of the folder `root`, which `builder` makes anew, at a port of 127.0.0.1.

    A page whose own name was made to lead here (DNS rebinding) asks for that name, and is refused.
    """
    return _LocalServer(builder, "127.0.0.1", port, root)


class _LocalServer(LiveReloadServer):
    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if host_is_local(environ.get("HTTP_HOST", "")):
            served: Iterable[bytes] = super().serve_request(environ, start_response)
            return served
        start_response(_REFUSED, [("Content-Type", "text/plain")])
        return [_REFUSED.encode()]


def host_is_local(host: str) -> bool:
    """Whether the name that a browser asks for, with or without a port, is one of this machine itself."""
    name, colon, port = host.strip().lower().rpartition(":")
    return (name if colon and port.isdecimal() else host.strip().lower()) in _LOCAL
