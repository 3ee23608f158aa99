"""A mail to oneself, sent while one waits, to see whether an account works."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.utils import timezone

from talktrack.kit.documents import Mailbox, Message
from talktrack.kit.render import eml
from talktrack.outside import smtp

from . import connections
from .models import Connection

PATIENCE = 25.0
_TEXT = """This is the test that you asked for.

It went from Talktrack through your own mail account to yourself. Whatever you send from there takes the same way.
"""


def send(row: Connection) -> str:
    """Send it, and note how that went; returns why it did not work, in plain words, or ""."""
    own = Mailbox(row.address)
    mail = Message(
        sender=own,
        to=(own,),
        subject="A test from Talktrack",
        body=_TEXT,
        message_id=f"test-{secrets.token_hex(10)}@talktrack.invalid",
        date=timezone.now(),
        draft=False,
    )
    trouble = ""
    try:
        made = smtp.deliver(
            connections.server(row),
            sender=row.address,
            recipients=(row.address,),
            content=eml.render(mail),
            allowed=settings.ALLOWED_NETWORKS,
            seconds=PATIENCE,
        )
        trouble = " ".join(words for _, words in (*made.refused, *made.later))
    except smtp.Trouble as error:
        trouble = error.words
    connections.tried(row, trouble)
    return trouble
