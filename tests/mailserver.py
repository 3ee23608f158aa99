"""Mail servers for the tests: a real one (aiosmtpd), and one on plain sockets that misbehaves where it is told to."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from typing import IO, Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

USER, PASSWORD = "nathan@example.com", "grüße und küsse"
REFUSED, BUSY = "nobody@example.com", "later@example.com"


@dataclass
class Inbox:
    """What arrived, envelope and content; refuses some recipients as a real server does."""

    mails: list[tuple[str, tuple[str, ...], bytes]] = field(default_factory=list)
    users: list[str] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        """The Message-IDs, in the order of their arrival."""
        return [str(self.parsed(n)["Message-ID"]) for n in range(len(self.mails))]

    def parsed(self, number: int = -1) -> Message:
        return message_from_bytes(self.mails[number][2])

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address == REFUSED:
            return "550 5.1.1 No such mailbox here"
        if address == BUSY:
            return "451 4.2.0 Greylisted, come back"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.mails.append((envelope.mail_from, tuple(envelope.rcpt_tos), envelope.original_content))
        return "250 OK"

    def knows(self, server: Any, session: Any, envelope: Any, mechanism: str, given: Any) -> AuthResult:
        known = isinstance(given, LoginPassword) and given.password.decode() == PASSWORD
        if known:
            self.users.append(given.login.decode())
        return AuthResult(success=known, handled=False)


@dataclass(frozen=True)
class Real:
    """Where a real server listens, and what it got."""

    port: int
    inbox: Inbox


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def certificate(folder: Any, name: str = "127.0.0.1") -> tuple[ssl.SSLContext, str]:
    """A server's TLS context, and the file of the authority that vouches for it."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    file = folder / "authority.pem"
    authority.cert_pem.write_to_path(file)
    return context, str(file)


@contextmanager
def real(security: str = "none", context: ssl.SSLContext | None = None, **options: Any) -> Iterator[Real]:
    """A real mail server until the end of the block."""
    inbox, port = Inbox(), free_port()
    logs_in = {"authenticator": inbox.knows, "auth_required": True, "auth_require_tls": True} if context else {}
    kept = {"starttls": {"tls_context": context, "require_starttls": True}}.get(security, {})
    if security == "tls":
        kept, logs_in = {"ssl_context": context}, logs_in | {"auth_require_tls": False}
    controller = Controller(inbox, hostname="127.0.0.1", port=port, ready_timeout=20, **kept, **logs_in, **options)
    controller.start()
    try:
        yield Real(port, inbox)
    finally:
        controller.stop(no_assert=True)


STAGES = ("connect", "EHLO", "MAIL", "RCPT", "DATA", "body", "end")
"""Where a conversation can go wrong: at the greeting, at a command, within the mail, after its last dot."""
ANSWERS = {
    "connect": b"220 ready\r\n",
    "EHLO": b"250-hello\r\n250 SIZE 10000000\r\n",
    "MAIL": b"250 ok\r\n",
    "RCPT": b"250 ok\r\n",
    "DATA": b"354 go on\r\n",
    "body": b"",
    "end": b"250 taken\r\n",
}
Behave = Callable[[socket.socket], bytes | None]
"""What a server does instead of answering: it may write or wait; bytes are sent, None ends the connection."""


@dataclass
class Hostile:
    """A server on plain sockets, and how often and how many whole mails it was given."""

    stage: str
    behave: Behave
    listening: socket.socket
    got: int = 0
    connections: int = 0

    @property
    def port(self) -> int:
        return int(self.listening.getsockname()[1])

    def serve(self) -> None:
        """Until the socket is closed."""
        with suppress(OSError):
            while True:
                connection, _ = self.listening.accept()
                self.connections += 1
                threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(20)
            lines = connection.makefile("rb")
            going = self._say(connection, "connect")
            while going and (line := lines.readline()):
                word = line[:4].decode("latin-1").upper().strip()
                going = self._say(connection, word) and (word != "DATA" or self._take(connection, lines))

    def _take(self, connection: socket.socket, lines: IO[bytes]) -> bool:
        if self.stage == "body" and not self._say(connection, "body"):
            return False
        while (line := lines.readline()) != b".\r\n":
            if not line:
                return False
        self.got += 1
        return self._say(connection, "end")

    def _say(self, connection: socket.socket, word: str) -> bool:
        """Answer as it should, or misbehave; False where the connection is over."""
        answer = self.behave(connection) if word == self.stage else ANSWERS.get(word, b"250 ok\r\n")
        connection.sendall(answer or b"")
        return answer is not None


@contextmanager
def hostile(stage: str, behave: Behave) -> Iterator[Hostile]:
    """A server that behaves as it should until `stage`; at "" it always does."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        made = Hostile(stage, behave, listening)
        threading.Thread(target=made.serve, daemon=True).start()
        yield made


def cut(_connection: socket.socket) -> None:
    """End the connection without a word."""
    return


def silent(connection: socket.socket) -> None:
    """Keep the connection and say nothing until the other side is tired of it."""
    with suppress(OSError):
        while connection.recv(4096):
            pass


def garbage(_connection: socket.socket) -> bytes:
    return b"\x00\xff<html>nonsense\r\n" * 3


def endless(connection: socket.socket) -> None:
    """One answer that never ends, as fast as it is read."""
    with suppress(OSError):
        while True:
            connection.sendall(b"250-and so on " + b"x" * 500 + b"\r\n")


def dribbling(connection: socket.socket) -> None:
    """A byte now and then: no single wait is long, but all of them together are."""
    with suppress(OSError):
        while True:
            connection.sendall(b"2")
            time.sleep(0.05)


def saying(answer: bytes) -> Behave:
    return lambda _connection: answer
