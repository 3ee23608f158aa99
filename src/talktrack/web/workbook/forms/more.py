"""The forms of what has no page of its own: skills, wants, learning, facts about opportunity."""

from __future__ import annotations

from typing import Any

from django import forms

from talktrack.engine.story import Accomplishment, Statement

from .record import RecordForm, words
from .when import WhenField

LEVELS = (
    ("", "Not said"),
    ("novice", "A beginner in it"),
    ("working", "You work with it"),
    ("strong", "You are strong in it"),
)
WANTS = (("skill", "A skill"), ("experience", "An experience"), ("knowledge", "A piece of knowledge"))
LEARNING = (
    ("class", "A class"),
    ("training", "A training"),
    ("certificate", "A certificate"),
    ("degree", "A degree"),
    ("other", "Something else"),
)
STATES = (("idea", "An idea"), ("planned", "Planned"), ("doing", "Under way"), ("done", "Done"))


class _Chosen(RecordForm):
    """A form in which records of another kind can be ticked."""

    ticked = ""

    def __init__(self, *args: Any, choices: tuple[tuple[str, str], ...] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields[self.ticked].choices = choices  # type: ignore[attr-defined]
        if not choices:
            del self.fields[self.ticked]


class SkillForm(_Chosen):
    """Something that the person can do."""

    ticked = "proof"
    name = words("The skill", needed=True)
    level = forms.ChoiceField(label="How well", required=False, choices=LEVELS)
    proof = forms.MultipleChoiceField(label="What shows it", required=False, widget=forms.CheckboxSelectMultiple)
    target = words("Where it would serve next")


class WantForm(_Chosen):
    """Something that the person wants to learn or live through."""

    ticked = "serves"
    what = words("What you want", needed=True)
    kind = forms.ChoiceField(label="What it is", choices=WANTS)
    problem = words("Which problem of the work it helps with")
    benefit = words("What they gain from it")
    serves = forms.MultipleChoiceField(
        label="What they say they need, and this serves", required=False, widget=forms.CheckboxSelectMultiple
    )


class LearningForm(RecordForm):
    """A class, training, certificate or degree."""

    what = words("What you learn", needed=True)
    kind = forms.ChoiceField(label="What it is", choices=LEARNING)
    status = forms.ChoiceField(label="How it stands", choices=STATES)
    date = WhenField(label="When")
    cost = words("What it costs, and who pays")
    share = forms.BooleanField(required=False, label="It may stand in a file for your manager")


class FactForm(RecordForm):
    """A claim about opportunity."""

    empty_is_none = ("year",)
    claim = words("What is so", rows=2, needed=True, help_text="“Three of the five who joined then run an area now.”")
    source = words("Where it stands, or who counted")
    year = forms.IntegerField(
        label="Of which year",
        required=False,
        min_value=1900,
        max_value=2100,
        help_text="Without source and year it is not shown.",
        error_messages={"invalid": "Write a year, such as 2026."},
    )


def of_accomplishments(told: tuple[Accomplishment, ...]) -> tuple[tuple[str, str], ...]:
    """Accomplishments to tick."""
    return tuple((a.id, a.did) for a in told)


def of_statements(said: tuple[Statement, ...]) -> tuple[tuple[str, str], ...]:
    """Statements to tick."""
    return tuple((s.id, s.quote) for s in said)
