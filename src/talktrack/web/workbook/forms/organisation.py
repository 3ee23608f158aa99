"""The forms of organisation and alignment."""

from __future__ import annotations

from typing import Any

from django import forms

from talktrack.engine.story import Contact

from .record import Lines, RecordForm, words
from .when import WhenField

KINDS = (
    ("mission", "What it is for"),
    ("value", "A value"),
    ("strategy", "Strategy"),
    ("growth", "Growth"),
    ("project", "A project"),
    ("problem", "A problem"),
    ("role", "How your role contributes"),
)
LARGEST = 2_000_000
"""Bytes of a text file that is read in."""


class ReadForm(forms.Form):
    """Something to read: pasted words or a text file, with where they stand."""

    quote = words("Paste what they say", rows=4)
    source = words("Where it stands", help_text="“Staff handbook, page 4”")
    date = WhenField(label="From when")
    file = forms.FileField(
        label="Or a text file", required=False, help_text="Markdown or plain text.", widget=forms.FileInput
    )

    def clean(self) -> dict[str, Any]:
        """One of the two is needed; a file has to be text."""
        found = super().clean() or {}
        upload = found.get("file")
        if upload:
            if upload.size > LARGEST:
                raise forms.ValidationError(
                    {"file": "That file is too large to read here. Paste what matters instead."}
                )
            try:
                found["quote"] = upload.read().decode("utf-8-sig")
            except UnicodeDecodeError:
                words_ = "That file is no plain text. Paste the words instead; nothing was lost."
                raise forms.ValidationError({"file": words_}) from None
            found["source"] = found.get("source") or upload.name
        if not str(found.get("quote") or "").strip() and not self.errors:
            raise forms.ValidationError({"quote": "Paste a sentence, or choose a file."})
        return found


class StatementForm(RecordForm):
    """One sourced statement."""

    empty_is_none = ("owner",)
    sections = (("If it is a project", ("owner", "skills", "window", "visibility")),)

    quote = words("The words as they stand there", rows=3, needed=True)
    kind = forms.ChoiceField(label="What it is", choices=KINDS)
    source = words("Where it stands, or who said it", help_text="Without a source it is not quoted to anyone.")
    date = WhenField(label="From when")
    link = words("A link to it")
    owner = forms.ChoiceField(label="Who leads it", required=False)
    skills = Lines(label="Skills that it asks for", help_text="One on a line.")
    window = words("When it runs")
    visibility = words("Who sees it")

    def __init__(self, *args: Any, contacts: tuple[Contact, ...] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        people = [("", "Not known"), *((c.id, c.name) for c in contacts)]
        self.fields["owner"].choices = people  # type: ignore[attr-defined]


class BenefitForm(forms.Form):
    """If I learn, then this changes, so that."""

    skill = words("If I learn", rows=2)
    change = words("then this changes", rows=2)
    result = words("so that", rows=2)


class WhyForm(RecordForm):
    """A link in the person's own words."""

    why = words("Why the two belong together", rows=3, needed=True)
