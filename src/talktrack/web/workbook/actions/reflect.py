"""Verbs on reflection: answering a prompt, and saying whether a theme is one's own."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from talktrack.engine.reflect import Prompt
from talktrack.engine.story import Answer, Decision
from talktrack.web.people.subject import Subject

from . import finding, record, skip
from .done import Done


@transaction.atomic
def answer(*, subject: Subject, prompt: Prompt, text: str, today: date) -> Done[Answer]:
    """Keep the answer to a prompt; one that is there already is changed. The prompt then rests."""
    value = Answer(id=prompt.id, topic=prompt.topic, prompt=prompt.text, text=text)
    done = record.put(subject=subject, value=value)
    skip.skip(subject=subject, about="reflect", name=prompt.id, today=today)
    return done


def settle(*, subject: Subject, word: str, mine: bool, today: date) -> Done[Decision]:
    """Say whether a word that comes back says something true of oneself."""
    act = finding.confirm if mine else finding.dismiss
    return act(subject=subject, rule="theme", about=f"themes/{word}", today=today)
