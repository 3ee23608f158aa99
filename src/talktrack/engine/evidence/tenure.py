"""How long someone has been there: computed, never typed (R09)."""

from __future__ import annotations

from datetime import date, timedelta

from talktrack.engine.story import Person, earliest

NUMBER_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip


LONGEST = 70
"""Years; beyond that the date is a slip."""


def tenure(person: Person, on: date) -> str:
    """Time there as one says it ("two years", "nearly three years", "seven months"); "" where it cannot be known.

    A span within six weeks of the next full year counts as "nearly", so that nobody says more than is true.
    """
    if not person.started or earliest(person.started) > on or on.year - earliest(person.started).year > LONGEST:
        return ""
    start = earliest(person.started)
    months = (on.year - start.year) * 12 + on.month - start.month - (on.day < start.day)
    soon = on + timedelta(weeks=6)
    upcoming = (soon.year - start.year) * 12 + soon.month - start.month - (soon.day < start.day)
    if months >= 11 and upcoming // 12 > months // 12:
        return f"nearly {_count(upcoming // 12, 'year')}"
    if months >= 12:
        half = " and a half" if months % 12 >= 6 else ""
        years = months // 12
        if half:
            return f"{_word(years)} and a half years" if years > 1 else "a year and a half"
        return _count(years, "year")
    return _count(months, "month") if months else ""


def _count(number: int, unit: str) -> str:
    return f"{_word(number)} {unit}{'' if number == 1 else 's'}"


def _word(number: int) -> str:
    return NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else str(number)
