"""A real server that behaves badly in the way that its path names."""

from __future__ import annotations

import gzip
import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import trustme

ICS = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nEND:VCALENDAR\r\n"
_BOMB = gzip.compress(b"\0" * 200_000_000, 6)


def _plain(body: bytes, head: bytes = b"") -> bytes:
    return b"HTTP/1.1 200 OK\r\n" + head + b"Content-Length: %d\r\n\r\n" % len(body) + body


def _say(status: bytes, head: bytes = b"") -> bytes:
    return b"HTTP/1.1 " + status + b"\r\n" + head + b"Content-Length: 0\r\n\r\n"


FIXED = {
    "/ok": _plain(ICS, b'Content-Type: text/calendar\r\nETag: "one"\r\nSet-Cookie: spy=1\r\n'),
    "/elsewhere": _say(b"302 Found", b"Location: https://elsewhere.example/other?secret=canary\r\n"),
    "/within": _say(b"301 Moved", b"Location: http://127.0.0.1:1/inside\r\n"),
    "/astray": _say(b"302 Found", b"Location: https://[::1\r\n"),
    "/riddle": _say(b"401 Unauthorized", b"WWW-Authenticate: Digest garbage\r\n"),
    "/unheard-of": _say(b"401 Unauthorized", b'WWW-Authenticate: Digest realm="a", nonce="b", algorithm=X\r\n'),
    "/unmade": _say(b"401 Unauthorized", b'WWW-Authenticate: Digest realm="a", nonce="b", qop="auth-int"\r\n'),
    "/bomb": _plain(_BOMB, b"Content-Encoding: gzip\r\n"),
    "/bombs": _plain(gzip.compress(_BOMB), b"Content-Encoding: gzip, gzip\r\n"),
    "/not-gzip": _plain(ICS, b"Content-Encoding: gzip\r\n"),
    "/garbage": b"\x16\x03\x01 this is no answer\r\n\r\n" * 20,
    "/half": b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + ICS,
    "/chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nBEGIN\r\nFFFFFFFFFF\r\n:VC",
    "/no-chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n" + ICS,
    "/silence": b"",
    "/long-head": b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"a" * 400_000 + b"\r\n\r\n",
    "/switch": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n",
    "/gone": _say(b"410 Gone"),
    "/trouble": _say(b"503 Service Unavailable"),
    "/often": _say(b"429 Too Many Requests"),
}


class _Handler(socketserver.BaseRequestHandler):
    request: socket.socket

    def handle(self) -> None:
        with suppress(OSError):  # whoever asked has gone, as they should
            self._answer(self.server.secure(self.request))  # type: ignore[attr-defined]

    def _answer(self, line: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = line.recv(65536)
            if not piece:
                return
            head += piece
        self.server.asked.append(head.decode("latin-1"))  # type: ignore[attr-defined]
        path = head.split(b" ")[1].decode().partition("?")[0]
        if path == "/drip":
            _drip(line, _plain(ICS * 100))
        elif path == "/informs":
            while True:
                line.sendall(b"HTTP/1.1 103 Early Hints\r\n\r\n")
                time.sleep(0.05)
        elif path == "/endless":
            line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            while True:
                line.sendall(b"A" * 65536)
        elif path == "/hang":
            time.sleep(30)
        else:
            line.sendall(FIXED.get(path, _say(b"404 Not Found")))


def _drip(line: socket.socket, whole: bytes) -> None:
    for one in whole:
        line.sendall(bytes([one]))
        time.sleep(0.05)


@dataclass
class Hostile:
    """The running server, and the head of every request that it got."""

    port: int
    scheme: str
    asked: list[str] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"


@contextmanager
def hostile(authority: trustme.CA | None = None, *names: str, address: str = "127.0.0.1") -> Iterator[Hostile]:
    """Serve it; over TLS with a certificate for these names where an authority is given."""
    context = None
    if authority:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*names).configure_cert(context)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

        def secure(self, line: socket.socket) -> socket.socket:
            line.settimeout(30)
            return context.wrap_socket(line, server_side=True) if context else line

        def handle_error(self, request: object, client_address: object) -> None:
            """Silent: a refused handshake is what some tests are about."""

    with Server((address, 0), _Handler) as server:
        made = Hostile(server.server_address[1], "https" if authority else "http")
        server.asked = made.asked  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield made
        server.shutdown()
