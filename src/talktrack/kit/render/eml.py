"""A message as a mail file (RFC 5322): plain text, attachments, and an invitation that calendars understand."""

from __future__ import annotations

import hashlib
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from talktrack.kit.documents import Mailbox, Message
from talktrack.kit.render import ics
from talktrack.kit.text import clean


def render(message: Message) -> bytes:
    """The mail with CRLF line ends. A draft carries X-Unsent, which some mail programs open as a mail to send."""
    mail = EmailMessage(policy=SMTP)
    if message.sender:
        mail["From"] = _address(message.sender)
    if message.to:
        mail["To"] = [_address(mailbox) for mailbox in message.to]
    mail["Subject"] = clean(message.subject)
    mail["Date"] = format_datetime(message.date)
    mail["Message-ID"] = f"<{message.message_id}>"
    if message.draft:
        mail["X-Unsent"] = "1"
    mail.set_content(clean(message.body) + "\n", cte="quoted-printable")
    _add_invite(mail, message)
    for attached in message.attachments:
        kind, _, subtype = attached.media_type.partition("/")
        mail.add_attachment(attached.content, maintype=kind, subtype=subtype, filename=clean(attached.name))
    _fix_boundaries(mail, message.message_id)
    return mail.as_bytes()


def _add_invite(mail: EmailMessage, message: Message) -> None:
    """As a part that mail programs answer to, where it asks somebody; and always as a file."""
    if message.invite is None:
        return
    calendar, method = ics.render(message.invite, message.date), message.invite.method
    if method != "PUBLISH":
        mail.add_alternative(calendar.decode(), subtype="calendar", params={"method": method}, cte="quoted-printable")
    mail.add_attachment(calendar, maintype="application", subtype="ics", filename="invite.ics")


def _fix_boundaries(mail: EmailMessage, seed: str) -> None:
    """The same message gives the same bytes: parts are marked by its id. "=_" cannot occur in their encodings."""
    for index, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_{hashlib.sha256(f'{seed}/{index}'.encode()).hexdigest()[:32]}")


def _address(mailbox: Mailbox) -> Address:
    return Address(display_name=clean(mailbox.name), addr_spec=mailbox.address)
