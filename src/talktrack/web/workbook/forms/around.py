"""The forms around the stages: the person, a file to bring in, wiping everything."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from .record import RecordForm, words
from .when import WhenField

LARGEST = 8_000_000
"""Bytes of a file that is brought in."""
WIPE = "erase"
_TYPES = (
    ("", "Not said"),
    ("start-up", "A start-up"),
    ("family-owned", "Family-owned"),
    ("corporate", "A corporate"),
    ("public", "Public"),
    ("non-profit", "A non-profit"),
    ("agency", "An agency"),
    ("other", "Something else"),
)
_LADDERS = (
    ("unknown", "I do not know"),
    ("none", "There is none"),
    ("partial", "Partly"),
    ("defined", "It is written down"),
)
_STAYS = (("", "Not said"), ("yes", "Yes, if it can be"), ("no", "Not at any price"))
_IS = {"yes": True, "no": False}


class PersonForm(RecordForm):
    """Who the journey belongs to. Every field may stay empty."""

    sections = (
        ("More about where you work", ("organisation_type", "started", "level", "ladder")),
        ("For the request and the clock", ("email", "timezone", "hours")),
    )

    name = words("What you are called")
    role = words("What you do", help_text="As you call it: “community manager”.")
    organisation = words("Where you work")
    words_per_minute = forms.IntegerField(
        label="How fast you speak, in words a minute",
        min_value=60,
        max_value=240,
        initial=130,
        help_text="It times what you say. 130 is usual.",
        error_messages={
            "required": "A number from 60 to 240; 130 is usual.",
            "invalid": "A number from 60 to 240; 130 is usual.",
            "min_value": "Slower than 60 words a minute is hard to follow.",
            "max_value": "Faster than 240 words a minute is hard to follow.",
        },
    )
    stays_by_choice = forms.ChoiceField(
        label="Would you rather stay?",
        required=False,
        choices=_STAYS,
        help_text="Said in the opening only where you say yes.",
    )
    organisation_type = forms.ChoiceField(label="What kind of place it is", required=False, choices=_TYPES)
    started = WhenField(label="When you began there")
    level = words("Your level, where there is one")
    ladder = forms.ChoiceField(label="Is there a career ladder for your work?", choices=_LADDERS, required=False)
    email = words("Your mail address", help_text="It stands in the request, and nowhere else.")
    timezone = words("Your time zone", help_text="As Europe/London; empty for that of this machine.")
    hours = words("When you work", help_text="As Mon-Thu 8:30-17, Fri 8-13; empty for Mon-Fri 9-17.")

    def story(self) -> dict[str, object]:
        """The fields as a person has them."""
        fields = super().story()
        stays = _IS.get(str(fields["stays_by_choice"]))
        return {**fields, "stays_by_choice": stays, "ladder": fields["ladder"] or "unknown"}

    @classmethod
    def initial_of(cls, value: object) -> dict[str, Any]:
        """What the form shows for a person."""
        stays = {True: "yes", False: "no"}.get(getattr(value, "stays_by_choice", None), "")  # type: ignore[arg-type]
        return {**super().initial_of(value), "stays_by_choice": stays}


class PayForm(RecordForm):
    """Pay: the reason, which stays with the person; the case and the ask, which may be said."""

    reason = words("What you need it for", rows=2, help_text="Stays with you. A need is no argument to an employer.")
    case = words("Why it is worth it to them", rows=2, help_text="What got better, in figures where you have them.")
    ask = words("What you ask for", rows=2, help_text="“A look at my pay once the north runs to plan.”")
    discuss = forms.BooleanField(required=False, label="It belongs in this conversation")
    life = words("How life and work have to fit", rows=2)
    share_life = forms.BooleanField(required=False, label="That may be said as well")


class BringForm(forms.Form):
    """A file, or pasted words."""

    file = forms.FileField(
        label="A file",
        required=False,
        help_text="An archive of Talktrack (.json), your file (.toml), or a brag document (.md, .txt).",
        widget=forms.FileInput,
    )
    text = forms.CharField(
        label="Or paste a brag document",
        required=False,
        max_length=400_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="A line for each thing that you did.",
        error_messages={"max_length": "This is too much at once. Bring it in as a file, or in parts."},
    )

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        found = super().clean() or {}
        upload = found.get("file")
        if upload and upload.size > LARGEST:
            raise ValidationError({"file": "That file is too large: 8 MB are the most that is read here."})
        if not upload and not str(found.get("text") or "").strip() and not self.errors:
            raise ValidationError({"text": "Choose a file, or paste some lines."})
        return found


class TakeForm(forms.Form):
    """What was shown, and is now to be brought in."""

    incoming = forms.CharField(widget=forms.HiddenInput, strip=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class WipeForm(forms.Form):
    """The second step before everything is erased."""

    word = forms.CharField(label=f"Write “{WIPE}” to go on", required=False, max_length=40)

    def clean_word(self) -> str:
        """The word itself."""
        word = str(self.cleaned_data["word"]).strip().strip("“”\"'").lower()
        if word != WIPE:
            raise ValidationError(f"Nothing was erased. Write “{WIPE}” if you mean it.")
        return word
