"""What is wrong with a value, in a person's words: never in pydantic's."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from pydantic.fields import FieldInfo

from talktrack.engine.story.value import DATE_FORM, MONTH_FORM
from talktrack.kit.text import quoted, slug

from .faults import Fault
from .vocabulary import around, choices, either, form, names, quote, subject

Told = tuple[str, str]
"""What is wrong, and what would be right."""

_DATE = 'Write it as exactly as you know it: "2027", "2027-03" or "2027-03-14".'
_MONTH = 'Write a month as "2027-03".'


def _text(fault: Fault) -> Told:
    what, wanted = f"{subject(fault.path)} is {form(fault.found)}", _asked(fault)
    if wanted in (DATE_FORM, MONTH_FORM):
        return f"{what}, and a date belongs here.", _DATE if wanted == DATE_FORM else _MONTH
    if isinstance(fault.found, dict | list):
        return f"{what}, and one piece of text belongs here.", 'Write it in quotes: "…"'
    shown = str(fault.found).lower() if isinstance(fault.found, bool) else str(fault.found)[:40]
    return f"{what}, and text belongs here.", f"Text stands in quotes: {quoted(shown)}"


def _asked(fault: Fault) -> str:
    """The form that a text field asks for, or ""."""
    field = around(fault.path)[1]
    return next((str(m.pattern) for m in field.metadata if getattr(m, "pattern", None)), "") if field else ""


def _shape(fault: Fault) -> Told:
    """Text that does not have the form of an id, a date or a month."""
    what, wanted = f"{subject(fault.path)} is {quote(fault.found)}", _asked(fault)
    if wanted == MONTH_FORM:
        return f"{what}, and a month belongs here.", _MONTH
    if wanted == DATE_FORM:
        return f"{what}, and a date belongs here.", _DATE
    return (
        f"{what}, and an id is made of lower-case letters, digits and hyphens.",
        f'Write "{slug(str(fault.found))}", and use the same word wherever you point at it.',
    )


def _unreal(fault: Fault) -> Told:
    """A value of the right form that does not exist: a thirteenth month, a time zone that nobody keeps."""
    what, wanted, error = subject(fault.path), _asked(fault), str(fault.context.get("error", ""))
    if wanted:
        part = {4: "year", 7: "month"}.get(len(str(fault.found)), "day")
        return (
            f"{what} is {quote(fault.found)}, and there is no such {part}.",
            _MONTH if wanted == MONTH_FORM else _DATE,
        )
    if "time zone" in error:
        near = 'Name it by region and city: "Europe/London", "America/New_York".'
        return f"{what} is {quote(fault.found)}, and there is no time zone of that name.", near
    if "working hours" in error:
        near = 'Write them as "Mon-Fri 9-17", or "Mon-Thu 8:30-17:00, Fri 8:30-13:00".'
        return f"{what} is {quote(fault.found)}, and working hours belong here.", near
    if "offset" in error:
        return f"{what} says how far the clock is from UTC.", "Write 2026-12-03T10:00:00, and the place in timezone."
    return other(fault)


def _choice(fault: Fault) -> Told:
    words = choices(around(fault.path)[1])
    near = get_close_matches(str(fault.found)[:80].lower(), words, n=1, cutoff=0.6)
    found = quote(fault.found) if isinstance(fault.found, str) else form(fault.found)
    meant = f'Did you mean "{near[0]}"? ' if near else ""
    what = f"{subject(fault.path)} is {found}, which is not one of the words for it."
    return what, f"{meant}It can be {either(words)}."


def _truth(fault: Fault) -> Told:
    found = quote(fault.found) if isinstance(fault.found, str) else form(fault.found)
    return f"{subject(fault.path)} is {found}, and yes or no belongs here.", "Write true or false, without quotes."


def _number(fault: Fault) -> Told:
    model, field = around(fault.path)
    key, whole = names(fault.path)[-1], fault.kind.startswith("int")
    wanted = "a whole number" if whole else "a plain number"
    odd = isinstance(fault.found, str) or fault.kind in ("finite_number", "int_from_float")
    found = quote(fault.found) if odd else form(fault.found)
    digits = re.search(r"-?\d+(?:\.\d+)?", str(fault.found)[:200].replace(",", ""))
    example = digits[0].split(".")[0] if digits and whole else digits[0] if digits else _usual(field)
    unit = ", and what it counts in unit" if "unit" in model.model_fields and isinstance(fault.found, str) else ""
    return f"{subject(fault.path)} is {found}, and {wanted} belongs here.", f"Write {key} = {example}{unit}"


def _usual(field: FieldInfo | None) -> str:
    return str(field.default) if field and isinstance(field.default, int) else "65"


def _digits(fault: Fault) -> Told:
    return f"{subject(fault.path)} has more digits than a number here can hold.", "Round it, or use a larger unit."


def _limits(fault: Fault) -> Told:
    field = around(fault.path)[1]
    low, high = ([getattr(m, a) for m in _marks(field) if hasattr(m, a)] for a in ("ge", "le"))
    between = f"between {low[0]} and {high[0]}" if low and high else "within other limits"
    return f"{subject(fault.path)} is {str(fault.found)[:40]}, and it lies {between}.", ""


def _marks(field: FieldInfo | None) -> list[Any]:
    """The bounds of a number, also of one that may be absent."""
    inner = [getattr(part, "__metadata__", ()) for part in getattr(field.annotation, "__args__", ())] if field else []
    return [
        *(field.metadata if field else ()),
        *(m for marks in inner for f in marks for m in getattr(f, "metadata", ())),
    ]


def _time(fault: Fault) -> Told:
    found = quote(fault.found) if isinstance(fault.found, str) else form(fault.found)
    return (
        f"{subject(fault.path)} is {found}, and a day with a time belongs here.",
        "Write it as 2026-12-03T10:00:00, as the clock on the wall shows it.",
    )


def other(fault: Fault) -> Told:
    """What is told of a fault of a kind that nobody foresaw."""
    return f"{subject(fault.path)} cannot be {quote(fault.found)}.", ""


TELL: dict[str, Callable[[Fault], Told]] = {
    "string_type": _text,
    "string_pattern_mismatch": _shape,
    "value_error": _unreal,
    "literal_error": _choice,
    **dict.fromkeys(("bool_type", "bool_parsing"), _truth),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "decimal_type", "decimal_parsing"), _number),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), _number),
    **dict.fromkeys(
        ("decimal_max_digits", "decimal_max_places", "decimal_whole_digits", "int_parsing_size"), _digits
    ),
    **dict.fromkeys(("greater_than_equal", "less_than_equal"), _limits),
    **dict.fromkeys(("datetime_type", "datetime_parsing", "datetime_from_date_parsing"), _time),
    "datetime_object_invalid": _time,
}
"""By kind of fault."""
