"""The fixed cast: who asks in the tests, and what they keep."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from talktrack.engine import archive as files
from talktrack.engine.story import Accomplishment, Goal, Journey
from talktrack.examples import example as sample
from talktrack.web.people import launch
from talktrack.web.people.models import Account
from talktrack.web.people.subject import LOCAL, Subject
from talktrack.web.workbook.actions import archive
from talktrack.web.workbook.queries.merge import preview


def owner(label: str = LOCAL) -> Subject:
    """Someone who owns a workbook: Nathan unless another label is given."""
    return Subject(Account._all.get_or_create(label=label)[0].pk)


def emily() -> Subject:
    """Another owner."""
    return owner("emily")


def bring_in(subject: Subject, whole: Journey) -> None:
    """Put a journey into the subject's workbook."""
    archive.merge(subject=subject, incoming=whole, revision=preview(subject, whole).revision)


def example(name: str = "nathan") -> Journey:
    """A whole journey, as its file holds it."""
    return files.read(sample(name))


def browser(subject: Subject | None = None) -> Client:
    """A browser at the right address; let in where a subject is given. Its writes come from our own pages."""
    host = settings.ORIGIN.partition("//")[2]
    client = Client(headers={"host": host, "sec-fetch-site": "same-origin"})
    if subject:
        letting_in = HttpResponse()
        launch.remember(letting_in, subject)
        client.cookies = letting_in.cookies
    return client


def make_goal(**changes: object) -> Goal:
    return Goal.model_validate({"id": "nordic", "what": "Run the Nordic launch community", **changes})


def make_accomplishment(**changes: object) -> Accomplishment:
    return Accomplishment.model_validate(
        {"id": "welcome", "did": "Rebuilt the welcome series for new members", **changes}
    )
