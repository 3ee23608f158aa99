"""Small numbers as people say them."""

from __future__ import annotations

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def counted(number: int) -> str:
    """The number in a word up to twelve, in digits above: "seven", "13"."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)
