"""Handing a mail to the person's own mail server, and saying plainly how it went."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from talktrack.kit.errors import UserError

from ..deadline import Deadline, OutOfTime
from ..networks import Networks
from .session import Garbage, Server, Session
from .words import Trouble, complain, expect, quoted

__all__ = ["SECONDS", "Handover", "Server", "Trouble", "check", "deliver"]

SECONDS = 180.0
"""What handing over one mail may take, from looking the server up to its last word."""
_LONGEST_MAIL_LINE = 998
_ONE = re.compile(r"[^\s<>,;:\"\\()\[\]@]{1,64}@[^\s<>,;:\"\\()@]{1,255}")
"""One address: no comma, angle bracket or line break can make two of it."""


@dataclass(frozen=True)
class Handover:
    """What became of each recipient; the texts say why, in plain words."""

    taken: tuple[str, ...]
    refused: tuple[tuple[str, str], ...] = ()
    """Address and reason: trying again would not help."""
    later: tuple[tuple[str, str], ...] = ()
    """Address and reason: the server asks to try again."""


def check(server: Server, *, allowed: Networks, seconds: float = 60.0) -> None:
    """Connect, encrypt and log in, and no more. Raises Trouble."""
    with _connected(server, allowed, Deadline(seconds)):
        pass


def deliver(
    server: Server,
    *,
    sender: str,
    recipients: tuple[str, ...],
    content: bytes,
    allowed: Networks,
    seconds: float = SECONDS,
    go_on: Callable[[], None] = lambda: None,
) -> Handover:
    """Hand one mail (RFC 5322) to the server for these recipients, each by itself.

    `go_on` is asked before anything of the mail is given away; what it raises ends the matter. Raises Trouble.
    """
    content = _crlf(content)
    if any(not _ONE.fullmatch(address) for address in (sender, *recipients)):
        raise Trouble("One of the mail addresses is not one address. Correct it, then send again.", lasting=True)
    with _connected(server, allowed, Deadline(seconds)) as client:
        options = _options(client, server, (sender, *recipients), content)
        expect(*client.mail(sender, options), server.host, f"does not send mail for {sender}")
        taken: list[str] = []
        refused: list[tuple[str, str]] = []
        later: list[tuple[str, str]] = []
        for address in recipients:
            code, said = client.rcpt(address)
            if code in (250, 251, 252):
                taken.append(address)
            elif code == 421:
                complain(server.host, code, said, "is closing for now")
            else:
                reason = f"The mail server does not take mail for {address}. {quoted(said)}".strip()
                (refused if code >= 500 else later).append((address, reason))
        if taken:
            go_on()
            client.give(content, server)
        return Handover(tuple(taken), tuple(refused), tuple(later))


@contextmanager
def _connected(server: Server, allowed: Networks, until: Deadline) -> Iterator[Session]:
    """A client that is logged in. What goes wrong inside becomes Trouble in plain words."""
    client = Session(until)
    try:
        client.open(server, allowed)
        if server.user:
            client.log_in(server)
        yield client
        with suppress(Exception):  # nobody waits for the answer: the mail is handed over, and has to be marked so
            client.send(b"QUIT\r\n")
    except UserError as error:
        raise Trouble(error.message) from error
    except ssl.SSLCertVerificationError as error:
        raise Trouble(
            f"The mail server {server.host} could not prove who it is (its certificate does not fit), "
            "so nothing was sent to it. Check the name; a café or hotel network may also be in between."
        ) from error
    except ssl.SSLError as error:
        raise Trouble(
            f"The mail server {server.host} does not speak TLS like this at port {server.port}. "
            "Port 465 usually goes with TLS, port 587 with STARTTLS."
        ) from error
    except (Garbage, UnicodeError) as error:
        raise Trouble(
            f"What answers at {server.host}, port {server.port}, does not speak like a mail server. "
            "Check the name and the port."
        ) from error
    except (OutOfTime, TimeoutError) as error:
        raise Trouble(f"The mail server {server.host} did not answer in time.") from error
    except (ConnectionRefusedError, ConnectionResetError, BrokenPipeError, smtplib.SMTPServerDisconnected) as error:
        raise Trouble(f"The mail server {server.host} broke off, or is down at port {server.port}.") from error
    except OSError as error:
        raise Trouble(f"The mail server {server.host} cannot be reached. Check your connection.") from error
    finally:
        client.close()


def _options(client: Session, server: Server, addresses: tuple[str, ...], content: bytes) -> list[str]:
    """What the server has to know of the mail beforehand. Raises Trouble where it could not carry it."""
    options = []
    limit = client.esmtp_features.get("size", "")
    if limit.isascii() and limit.isdigit() and 0 < int(limit) < len(content):
        raise Trouble(
            f"The mail is too large for the server: {len(content) / 1e6:.1f} MB; it takes {int(limit) / 1e6:.1f}.",
            lasting=True,
        )
    if client.has_extn("size"):
        options.append(f"SIZE={len(content)}")
    head = content.partition(b"\r\n\r\n")[0]
    if not (head.isascii() and "".join(addresses).isascii()):
        if not client.has_extn("smtputf8"):
            raise Trouble(f"The mail server {server.host} takes plain letters in addresses only.", lasting=True)
        options.append("SMTPUTF8")
        client.command_encoding = "utf-8"
    if not content.isascii():
        if not client.has_extn("8bitmime"):
            raise Trouble(f"The mail server {server.host} takes plain letters in mails only.", lasting=True)
        options.append("BODY=8BITMIME")
    return options


def _crlf(content: bytes) -> bytes:
    """With the line ends of the protocol only: a bare one could smuggle a second mail in. Ends with one."""
    lines = re.split(rb"\r\n|\r|\n", content)
    if max(map(len, lines)) > _LONGEST_MAIL_LINE:
        raise Trouble("This mail has a line that no mail server takes. Save it as a file instead.", lasting=True)
    return b"\r\n".join(lines) + (b"" if lines[-1] == b"" else b"\r\n")
