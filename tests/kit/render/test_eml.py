"""Mail files: one recipient each, no header from content, an invitation inside, the same bytes each time."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast

import pytest
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from papers import make_invite, make_message

from talktrack.kit.documents import Attachment, Mailbox
from talktrack.kit.errors import UserError
from talktrack.kit.render import eml
from talktrack.kit.text import clean

HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type"]


def read(made: bytes) -> EmailMessage:
    return cast(EmailMessage, message_from_bytes(made, policy=default))


def body_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return part.get_content().replace("\r\n", "\n").rstrip("\n")


def test_R33_a_draft_with_invitation_and_file():
    attached = Attachment("Entwicklungsplan für Köln.pdf", "application/pdf", b"%PDF-1.7 \x00\xff")
    mail = read(eml.render(make_message(attachments=(attached,))))
    assert mail.keys() == HEADERS
    assert (mail["X-Unsent"], mail["Message-ID"]) == ("1", "<request-3f2a@talktrack.invalid>")
    assert "thirty minutes" in body_of(mail)
    types = [part.get_content_type() for part in mail.walk() if not part.is_multipart()]
    assert types == ["text/plain", "text/calendar", "application/ics", "application/pdf"]
    calendar = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
    assert calendar["Content-Type"].params["method"] == "REQUEST"
    assert Calendar.from_ical(calendar.get_content()).walk("VEVENT")[0]["summary"] == make_invite().summary
    files = list(mail.iter_attachments())
    assert [part.get_filename() for part in files] == ["invite.ics", "Entwicklungsplan für Köln.pdf"]
    assert files[1].get_content() == attached.content


def test_a_published_event_is_only_a_file():
    mail = read(eml.render(make_message(invite=make_invite(method="PUBLISH"))))
    assert "text/calendar" not in [part.get_content_type() for part in mail.walk()]


def test_a_draft_may_lack_addresses_but_a_mail_to_send_may_not():
    assert read(eml.render(make_message(sender=None, to=())))["To"] is None
    with pytest.raises(UserError, match="Add both addresses"):
        make_message(to=(), draft=False)
    assert "X-Unsent" not in read(eml.render(make_message(draft=False)))


@pytest.mark.parametrize(
    "address",
    ["a@b.c, e@x.y", "a@b.c;e@x.y", "a@b.c\r\nBcc: e@x.y", "<a@b.c>", "a b@c.d", "a@", "@b", "", "a@b..c", "a@b.c "],
)
def test_one_address_is_one_recipient(address):
    with pytest.raises(UserError, match="not one mail address"):
        Mailbox(address)


@pytest.mark.parametrize("text", ["a\r\nBcc: e@x.y", "a\nb", "a\rb", "a\x00b", "a\u2028b"])
def test_T6_headers_refuse_line_breaks(text):
    with pytest.raises(UserError, match="on one line"):
        make_message(subject=text)
    with pytest.raises(UserError, match="on one line"):
        Mailbox("a@b.c", text)
    with pytest.raises(UserError, match="on one line"):
        Attachment(text, "text/plain", b"")


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Zl", "Zp"])))
def test_T6_any_name_and_subject_keep_the_headers(text):
    made = make_message(subject=text, to=(Mailbox("a@b.c", text), Mailbox("e@x.y")))
    mail = read(eml.render(made))
    assert mail.keys() == HEADERS
    assert [address.addr_spec for address in mail["To"].addresses] == ["a@b.c", "e@x.y"]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_T6_any_body_stays_the_body(text):
    made = eml.render(make_message(body=text))
    mail = read(made)
    assert mail.keys() == HEADERS
    assert body_of(mail) == clean(text)
    assert all(len(line) <= 998 for line in made.split(b"\r\n"))
    assert b"\n" not in made.replace(b"\r\n", b"")


def test_same_bytes():
    assert eml.render(make_message()) == eml.render(make_message())
