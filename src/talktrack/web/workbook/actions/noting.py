"""What stands in the workbook stands in the calendar that the person chose: written, moved and taken away with it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from talktrack.engine.prepare.noted import noted
from talktrack.engine.story import Conversation
from talktrack.kit.render import ics
from talktrack.web.people.subject import Subject
from talktrack.web.post import entries

from .. import access, bridge
from ..models import Record
from ..models.nouns import noun_of


def key_of(name: str) -> str:
    """Under which name the calendar keeps the event of that conversation."""
    return f"conversations/{name}"


@transaction.atomic
def follow(*, subject: Subject, name: str, value: Conversation | None) -> None:
    """Wish for the event as the conversation stands now (None: it was deleted). Nothing where no calendar is chosen.

    A talk that was held stays where it is; one of the past is not noted afterwards.
    """
    key = key_of(name)
    if (value and value.state == "held") or not entries.wanted(subject, key):
        return
    around = Record.for_subject(subject).live().filter(kind__in=("person", "contacts")).only("kind", "body")
    whole = bridge.to_journey(around)
    zone = ZoneInfo(whole.person.timezone or settings.TIME_ZONE)
    invite = noted(whole, value, zone=zone) if value else None
    if invite is None:
        entries.take_away(subject=subject, key=key)
        return
    now, ends = timezone.now(), invite.start + invite.duration
    if ends > now:
        event = entries.Event(invite.uid, ics.render(invite, now), invite.start, ends)
        entries.put(subject=subject, key=key, event=event)


def note(*, subject: Subject, name: str) -> None:
    """Put a conversation into the calendar that was taken before one was chosen. Raises Http404."""
    kind = noun_of(Conversation)
    follow(subject=subject, name=name, value=bridge.kept(kind, access.row(subject, kind, name)).value)
