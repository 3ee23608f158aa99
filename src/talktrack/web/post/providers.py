"""What is known of mail providers: server, port, and whether a password made for the purpose is needed.

Facts from the help pages of the providers, as they stood in 2025; the person can write anything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Provider:
    """How a provider takes mail."""

    name: str
    host: str
    port: int
    security: Literal["tls", "starttls"]
    hint: str = ""


_APP = "It wants an app password: one that you make for this purpose in the security settings of your account."
_ALLOW = "Sending from other programs has to be allowed first, in the settings of your mailbox under POP3 and IMAP."
_BY_DOMAINS: tuple[tuple[str, Provider], ...] = (
    ("gmail.com googlemail.com", Provider("Gmail", "smtp.gmail.com", 465, "tls", _APP)),
    ("icloud.com me.com mac.com", Provider("iCloud", "smtp.mail.me.com", 587, "starttls", _APP)),
    ("yahoo.com yahoo.co.uk yahoo.de yahoo.fr", Provider("Yahoo", "smtp.mail.yahoo.com", 465, "tls", _APP)),
    ("aol.com", Provider("AOL", "smtp.aol.com", 465, "tls", _APP)),
    ("fastmail.com fastmail.fm", Provider("Fastmail", "smtp.fastmail.com", 465, "tls", _APP)),
    ("gmx.de gmx.net gmx.at gmx.ch", Provider("GMX", "mail.gmx.net", 465, "tls", _ALLOW)),
    ("gmx.com gmx.co.uk", Provider("GMX", "mail.gmx.com", 465, "tls", _ALLOW)),
    ("web.de", Provider("WEB.DE", "smtp.web.de", 587, "starttls", _ALLOW)),
    ("mailbox.org", Provider("mailbox.org", "smtp.mailbox.org", 465, "tls")),
    ("posteo.de posteo.net", Provider("Posteo", "posteo.de", 465, "tls")),
    (
        "outlook.com hotmail.com live.com msn.com",
        Provider(
            "Outlook",
            "smtp-mail.outlook.com",
            587,
            "starttls",
            "Private Outlook accounts take no password from other programs any more. Save mails as files instead.",
        ),
    ),
)
_KNOWN = {domain: provider for domains, provider in _BY_DOMAINS for domain in domains.split()}


def provider(address: str) -> Provider | None:
    """Who carries the mail of that address, where it is known."""
    return _KNOWN.get(address.rpartition("@")[2].casefold())
