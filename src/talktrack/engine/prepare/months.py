"""Dates as one says them."""

from __future__ import annotations

from talktrack.engine.story import earliest


def said(when: str) -> str:
    """ "2027-08" gives "August 2027", "2027-04-30" gives "30 April 2027", "2027" stays."""
    parts = when.split("-")
    if len(parts) == 1:
        return when
    day = earliest(when)
    return f"{day:%B %Y}" if len(parts) == 2 else f"{day.day} {day:%B %Y}"
