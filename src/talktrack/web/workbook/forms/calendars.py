"""The forms of the calendars: a file, an address, an account, someone's published times, and what counts of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

LARGEST = 5_000_000
"""Bytes of a calendar file."""
_NEEDED = {"required": "It cannot be looked at without this."}
_FILE = forms.FileInput(attrs={"accept": ".ics,.ifb,.vfb,text/calendar"})


def _name(example: str) -> forms.CharField:
    return forms.CharField(
        label="What you call it",
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"placeholder": example}),
    )


def _address(help_text: str, *, needed: bool = True) -> forms.CharField:
    widget = forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"})
    return forms.CharField(
        label="Its address",
        required=needed,
        max_length=2000,
        help_text=help_text,
        widget=widget,
        error_messages=_NEEDED,
    )


def _small_enough(upload: Any) -> Any:
    if upload and upload.size > LARGEST:
        raise ValidationError(
            "That file is too large: 5 MB are the most that is read. Export only the months to come."
        )
    return upload


class FileForm(forms.Form):
    """A calendar as a file."""

    file = forms.FileField(
        label="The file",
        help_text="Your calendar program calls it export; it ends in .ics.",
        widget=_FILE,
        error_messages={**_NEEDED, "empty": "That file is empty."},
    )
    label = _name("Work")

    def clean_file(self) -> Any:
        """Not more than is read."""
        return _small_enough(self.cleaned_data["file"])


class AddressForm(forms.Form):
    """A calendar that is published at an address."""

    address = _address("Your calendar's settings call it a private or secret address in iCal format.")
    label = _name("Work")


class AccountForm(forms.Form):
    """An account on a CalDAV server."""

    address = _address("As “https://caldav.example.org”. Your provider's help page names it under CalDAV.")
    user = forms.CharField(
        label="Your name there",
        max_length=320,
        error_messages=_NEEDED,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label="The password",
        max_length=1000,
        strip=False,
        error_messages=_NEEDED,
        help_text="Make one for this purpose where your provider offers that. It is shown to nobody again.",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    label = _name("My calendars")


class TheirsForm(forms.Form):
    """When somebody else is free and busy, as they publish it."""

    contact = forms.ChoiceField(label="Whose it is", required=False)
    address = _address("The address where they publish when they are free and busy.", needed=False)
    file = forms.FileField(
        label="Or a file that they sent you", required=False, widget=_FILE, error_messages={"empty": "It is empty."}
    )

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["contact"].choices = list(people) or [("", "Your manager")]  # type: ignore[attr-defined]

    def clean_file(self) -> Any:
        """Not more than is read."""
        return _small_enough(self.cleaned_data["file"])

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        found = super().clean() or {}
        if not found.get("address") and not found.get("file") and not self.errors:
            raise ValidationError({"address": "Give an address, or choose a file."})
        return found


class ChoiceForm(forms.Form):
    """What a calendar is called, what of it counts, and where new events go."""

    label = forms.CharField(label="What you call it", required=False, max_length=120)
    busy = forms.MultipleChoiceField(label="What counts as busy", required=False, widget=forms.CheckboxSelectMultiple)
    writes = forms.ChoiceField(
        label="Where a talk that you arrange is noted", required=False, widget=forms.RadioSelect
    )
    file = forms.FileField(
        label="A newer file", required=False, widget=_FILE, error_messages={"empty": "That file is empty."}
    )

    def __init__(
        self, *args: Any, parts: Iterable[tuple[str, str, bool]] = (), is_file: bool = False, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        known = list(parts)
        self.fields["busy"].choices = [(url, name) for url, name, _ in known]  # type: ignore[attr-defined]
        self.fields["writes"].choices = [  # type: ignore[attr-defined]
            ("", "Nowhere here"),
            *((url, name) for url, name, writable in known if writable),
        ]
        if not known:
            del self.fields["busy"], self.fields["writes"]
        if not is_file:
            del self.fields["file"]

    def clean_file(self) -> Any:
        """Not more than is read."""
        return _small_enough(self.cleaned_data["file"])
