"""The forms of the paths: a path, somebody to ask, what they said."""

from __future__ import annotations

from typing import Any

from django import forms

from talktrack.engine.story import Contact, Interview

from .record import NEEDED, Lines, RecordForm, words
from .when import WhenField

DIRECTIONS = (
    ("sideways", "Across, into another area"),
    ("deeper", "Deeper, as a specialist"),
    ("wider", "Wider, with more of it or by a project"),
    ("up", "Up a rung"),
)
RELATIONS = (
    ("colleague", "A colleague"),
    ("manager", "My manager"),
    ("sponsor", "A sponsor"),
    ("mentor", "A mentor"),
    ("alumnus", "Somebody who left"),
    ("hr", "Human resources"),
    ("client", "A client"),
    ("partner", "A partner"),
    ("other", "Somebody else"),
)
_PRONOUNS = (("", "The name is used"), ("she", "she"), ("he", "he"), ("they", "they"))


class PathForm(RecordForm):
    """One possible path."""

    name = words("What it would be", needed=True, help_text="“Community lead for a new market”")
    direction = forms.ChoiceField(label="Which way it leads", choices=DIRECTIONS)
    attracts = words("What draws you to it")
    have = Lines(label="What you already have for it", help_text="One on a line.")
    build = Lines(label="What is still to build", help_text="One on a line.")
    first_test = words("A small first test of it", help_text="Something of an hour or a day.")
    unknown = words("What you do not know yet")
    interviews = forms.MultipleChoiceField(
        label="What people said about it", required=False, widget=forms.CheckboxSelectMultiple
    )
    internal = forms.BooleanField(
        required=False, initial=True, label="It is inside your organisation", help_text="A way out stays with you."
    )

    def __init__(self, *args: Any, interviews: tuple[Interview, ...] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["interviews"].choices = [(i.id, i.finding) for i in interviews]  # type: ignore[attr-defined]
        if not interviews:
            del self.fields["interviews"]


class ContactForm(RecordForm):
    """Somebody who matters to the journey."""

    name = words("Name", needed=True)
    role = words("What they do")
    relation = forms.ChoiceField(label="Who they are to you", choices=RELATIONS)
    email = words("Mail address", help_text="Only for the request, and only if they are your manager.")
    pronoun = forms.ChoiceField(label="How you speak of them", required=False, choices=_PRONOUNS)
    timezone = words("Time zone", help_text="As Europe/London; leave it empty where it is yours.")
    hours = words("When they work", help_text="As Mon-Thu 8:30-17, Fri 8-13; empty for Mon-Fri 9-17.")
    internal = forms.BooleanField(required=False, initial=True, label="They work where you work")


class InterviewForm(RecordForm):
    """What somebody said about how people get on."""

    contact = forms.ChoiceField(label="Who said it", error_messages={"required": NEEDED})
    question = words("What you asked")
    finding = words("What they said", rows=3, needed=True, help_text="In their words, as far as you remember them.")
    date = WhenField(label="When")
    skills = Lines(label="What it takes, as they said", help_text="One on a line. It is counted by people.")
    built_by = words("How they built it")

    def __init__(self, *args: Any, contacts: tuple[Contact, ...] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["contact"].choices = [(c.id, c.name) for c in contacts]  # type: ignore[attr-defined]
