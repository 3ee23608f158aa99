"""A date as people write it, as exact as they know it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from talktrack.engine.story.value import YEARS

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?",
        r"(?:(?P<d>\d{1,2})[./](?:\s)?)?(?P<m>\d{1,2})[./-](?P<y>\d{4})",
        r"(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?)?(?P<n>[a-z]{3})[a-z]*\.?,?\s+(?P<y>\d{4})",
        r"(?P<n>[a-z]{3})[a-z]*\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})",
    )
)
SAY = "Write a date as 2026, May 2026 or 14 May 2026."


def when(text: str) -> str:
    """The date as 2026, 2026-05 or 2026-05-14. Raises ValueError where it is none."""
    found = next((f for form in _FORMS if (f := form.fullmatch(text.strip()))), None)
    if not found:
        raise ValueError(text)
    parts = found.groupdict()
    named = (parts.get("n") or "").lower()
    year = int(parts["y"])  # digits of any script become plain ones
    month = str(_MONTHS.index(named) + 1) if named else parts.get("m")  # ValueError for another word
    rest = [int(part) for part in (month, parts.get("d")) if part]
    date(year, *rest, *(1,) * (2 - len(rest)))
    if year not in YEARS:
        raise ValueError(text)
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


class WhenField(forms.CharField):
    """A day, a month or a year; empty for not known."""

    def __init__(self, *, label: str, help_text: str = "2026, May 2026 or 14 May 2026", months: bool = False) -> None:
        super().__init__(label=label, required=False, max_length=40, help_text=help_text)
        self.months = months

    def clean(self, value: Any) -> Any:
        """The date in the story's own form."""
        text = super().clean(value)
        if not text:
            return ""
        try:
            found = when(text)
        except ValueError:
            raise ValidationError("Write a month as May 2026 or 2026-05." if self.months else SAY) from None
        if self.months and len(found) < 7:
            raise ValidationError("Which month of that year? Write it as May 2026 or 2026-05.")
        return found[:7] if self.months else found
