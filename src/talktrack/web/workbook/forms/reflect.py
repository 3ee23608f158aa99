"""The forms of reflection. Nothing in them has to be filled in."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from .record import NEEDED, RecordForm, words

TOPICS = (
    ("ambition", "Ambition"),
    ("motivator", "What moves you"),
    ("strength", "Strength"),
    ("interest", "Interest"),
    ("energy", "Energy"),
    ("drain", "What drains you"),
    ("where", "Where to"),
    ("value", "What you stand for"),
    ("boundary", "Boundary"),
    ("other", "Something else"),
)


class PromptForm(forms.Form):
    """The answer to one prompt."""

    text = words("Your answer", rows=3)

    def clean_text(self) -> str:
        """The answer, which may be skipped but not empty."""
        text = str(self.cleaned_data["text"]).strip()
        if not text:
            raise forms.ValidationError(f"{NEEDED} Or skip the prompt.")
        return text


class AnswerForm(RecordForm):
    """One answer, to change."""

    text = words("Your answer", rows=4, needed=True)
    topic = forms.ChoiceField(label="What it is about", choices=TOPICS)


class VisionForm(RecordForm):
    """One, three and five years on."""

    empty_is_none: ClassVar[tuple[str, ...]] = ("manage_people",)

    one_year = words("In a year", rows=2, help_text="No title needed. What would you be doing?")
    three_years = words("In three years", rows=2)
    five_years = words("In five years", rows=2, help_text="As vague as you like; it may stay empty.")
    manage_people = forms.TypedChoiceField(
        label="Is leading people part of it?",
        required=False,
        choices=[("", "Not decided"), ("True", "Yes"), ("False", "No")],
        coerce=lambda value: value == "True",
        empty_value=None,
    )
