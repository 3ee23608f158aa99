"""One conversation with a mail server: encrypted, within a span of time, every answer bounded."""

from __future__ import annotations

import base64
import re
import smtplib
import socket
import ssl
from dataclasses import dataclass, field
from typing import Literal

from ..deadline import Deadline, OutOfTime
from ..networks import Networks, resolve
from .words import Trouble, complain, expect, not_logged_in

_STEP = 30.0
"""Seconds for one command. The last word has longer: a server may look the mail through before it says it."""
_PIECE = 16 * 1024
_LONGEST_LINE = 2048
_LONGEST_REPLY = 64 * 1024


@dataclass(frozen=True)
class Server:
    """A mail server and what opens it."""

    host: str
    port: int
    security: Literal["tls", "starttls", "none"] = "starttls"
    """"tls" from the first byte (465); "starttls" after the greeting (587); "none" in a network of one's own only."""
    user: str = ""
    password: str = field(default="", repr=False)


class Garbage(Exception):
    """An answer that is none of the protocol's."""


class Session(smtplib.SMTP):
    """smtplib, with every wait cut short by one deadline and every answer bounded."""

    def __init__(self, until: Deadline) -> None:
        super().__init__(local_hostname="[127.0.0.1]")  # this machine's name is nobody's business
        self._until = until
        self._unread = b""

    def open(self, server: Server, allowed: Networks) -> None:
        """Connect to the first of the server's checked addresses that answers, and encrypt."""
        addresses = resolve(server.host, server.port, allowed, self._until)
        problem: OSError = ConnectionRefusedError()
        for address in addresses:
            if server.security == "none" and not allowed.names(address):
                raise Trouble(
                    "Without encryption everybody on the way could read your mail and its password. "
                    "Choose TLS or STARTTLS.",
                    lasting=True,
                )
            try:
                self.sock = socket.create_connection((str(address), server.port), self._until.left(10.0))
                break
            except OSError as error:
                problem = error
        else:
            raise problem
        if server.security == "tls":
            self._encrypt(server.host)
        expect(*self.getreply(), server.host, "does not accept connections")
        expect(*self.ehlo(), server.host, "did not answer the greeting")
        if server.security == "starttls":
            if not self.has_extn("starttls"):
                raise Trouble(
                    f"The mail server {server.host} does not offer to encrypt (STARTTLS) at port {server.port}, so "
                    "nothing was sent to it. Many servers do at port 465 with TLS."
                )
            expect(*self.docmd("STARTTLS"), server.host, "did not begin to encrypt")
            if self._unread:  # words put in before the encryption must not count after it
                raise Garbage
            self._encrypt(server.host)
            expect(*self.ehlo(), server.host, "did not answer the greeting")

    def _encrypt(self, host: str) -> None:
        assert self.sock is not None
        self.sock.settimeout(self._until.left(_STEP))
        self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=host)

    def log_in(self, server: Server) -> None:
        """By PLAIN or LOGIN, in UTF-8."""
        offered = self.esmtp_features.get("auth", "").upper().split()
        if "PLAIN" in offered:
            code, said = self.docmd("AUTH", "PLAIN " + _base64(f"\0{server.user}\0{server.password}"))
        elif "LOGIN" in offered:
            code, said = self.docmd("AUTH", "LOGIN")
            for words in (server.user, server.password):
                if code == 334:
                    code, said = self.docmd(_base64(words))
        elif offered:
            raise Trouble(
                f"The mail server {server.host} takes no password from programs such as this one "
                f"(it offers {', '.join(offered[:4]).lower()}). Save the mail as a file instead.",
                lasting=True,
            )
        else:
            raise Trouble(
                f"The mail server {server.host} offers no way to log in at port {server.port}.", lasting=True
            )
        if code != 235:
            not_logged_in(server.host, code, said)

    def give(self, content: bytes, server: Server) -> None:
        """The mail itself. Raises Trouble, doubtful from the moment on that the server has all of it."""
        code, said = self.docmd("DATA")
        if code != 354:
            complain(server.host, code, said, "did not take the mail")
        self.send(re.sub(rb"(?m)^\.", b"..", content))
        try:
            self.send(b".\r\n")
            code, said = self.getreply(self._until.left())
        except (OSError, OutOfTime, Garbage, smtplib.SMTPException) as error:
            raise Trouble(
                f"The mail server {server.host} had the whole mail and did not say whether it took it. "
                "It may have arrived.",
                doubtful=True,
            ) from error
        expect(code, said, server.host, "did not take the mail")

    def send(self, s: str | bytes | bytearray | memoryview) -> None:  # type: ignore[override]
        """In pieces, so that a server that reads slowly cannot stretch the time."""
        data = s.encode(self.command_encoding) if isinstance(s, str) else bytes(s)
        for start in range(0, len(data), _PIECE):
            assert self.sock is not None
            self.sock.settimeout(self._until.left(_STEP))
            self.sock.sendall(data[start : start + _PIECE])

    def getreply(self, seconds: float = _STEP) -> tuple[int, bytes]:
        """The server's answer: its code and its text, of several lines perhaps."""
        said: list[bytes] = []
        until = Deadline(self._until.left(seconds))
        while sum(map(len, said)) < _LONGEST_REPLY:
            line = self._line(until)
            if not re.fullmatch(rb"[2-5]\d\d([ -].*)?", line, re.DOTALL):
                raise Garbage
            said.append(line[4:].strip())
            if line[3:4] != b"-":
                return int(line[:3]), b"\n".join(said)
        raise Garbage

    def _line(self, until: Deadline) -> bytes:
        while b"\n" not in self._unread:
            if len(self._unread) > _LONGEST_LINE:
                raise Garbage
            assert self.sock is not None
            self.sock.settimeout(until.left())
            piece = self.sock.recv(4096)
            if not piece:
                raise smtplib.SMTPServerDisconnected
            self._unread += piece
        line, _, self._unread = self._unread.partition(b"\n")
        return line.rstrip(b"\r")


def _base64(words: str) -> str:
    return base64.b64encode(words.encode()).decode("ascii")
