"""Connections that go where they were checked to go, and end when their time is over."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import Any

import httpcore2

from talktrack.kit.errors import UserError

from .deadline import Deadline
from .networks import Address, Networks, resolve

_ATTEMPT = 6.0
"""Seconds that one of several addresses may take to accept a connection."""
_PIECE = 16 * 1024


class Backend(httpcore2.NetworkBackend):
    """Opens connections for one client: each name is looked up once, checked, and its address kept.

    A name that answers differently the second time (DNS rebinding) has no second time. The certificate is still
    checked against the name, and the name still stands in the request.
    """

    def __init__(self, allowed: Networks, until: Deadline) -> None:
        self._allowed, self._until = allowed, until
        self._known: dict[tuple[str, int], tuple[Address, ...]] = {}

    def named(self, host: str, port: int) -> bool:
        """Whether every address that the host has is in a network that the operator named."""
        return all(self._allowed.names(a) for a in self._of(host, port))

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  the deadline rules
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first of the checked addresses that takes one."""
        sync, problem = httpcore2.SyncBackend(), httpcore2.ConnectError()
        for address in self._of(host, port):
            try:
                opened = sync.connect_tcp(
                    str(address), port, self._until.left(_ATTEMPT), local_address, socket_options or ()
                )
                return _Stream(opened, self._until)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                problem = error if isinstance(error, httpcore2.ConnectError) else httpcore2.ConnectError()
        raise problem

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore2.NetworkStream:
        """Never."""
        raise UserError("A calendar lies at an address that begins with https://.")

    def _of(self, host: str, port: int) -> tuple[Address, ...]:
        if (host, port) not in self._known:
            self._known[host, port] = resolve(host, port, self._allowed, self._until)
        return self._known[host, port]


class _Stream(httpcore2.NetworkStream):
    """A connection whose every wait is cut short by the deadline."""

    def __init__(self, inner: httpcore2.NetworkStream, until: Deadline) -> None:
        self._inner, self._until = inner, until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._inner.read(max_bytes, self._until.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        for start in range(0, len(buffer), _PIECE):
            self._inner.write(buffer[start : start + _PIECE], self._until.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._until.left()), self._until)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
