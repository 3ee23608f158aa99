"""What is wrong with a value, in a person's words: pydantic's findings and our own, never its messages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from pydantic.fields import FieldInfo

from talktrack.engine.story import Journey, Value
from talktrack.engine.story.value import DATE_FORM, LONGEST_TEXT, MONTH_FORM, MOST_RECORDS
from talktrack.kit.errors import Problem, UserError
from talktrack.kit.text import clean, slug

from .faults import Fault
from .locate import Layout, Path
from .records import nests
from .vocabulary import head, model_of, noun, place

MOST_TOLD = 20
"""Problems told at once; the rest is counted."""

_MEANT = {
    "manager": 'A manager is one of the contacts: [[contacts]] with relation = "manager".',
    "boss": 'A manager is one of the contacts: [[contacts]] with relation = "manager".',
    "title": "Titles are welcome as role (of a person) or name (of a path).",
    "deadline": "A date by which something is done is target for a goal, by for an action or an ask.",
    "due": "A date by which something is done is target for a goal, by for an action or an ask.",
}
"""Keys that people try first, where the nearest spelling would not help."""


def refuse(faults: Iterable[Fault], name: str, layout: Layout | None, text: str = "") -> UserError:
    """One error that tells every fault in the order of the file; `layout` is None where lines mean nothing."""
    ordered = sorted(faults, key=lambda fault: layout.line(fault.path) if layout else 0)
    lines = text.split("\n") if layout else []
    problems = tuple(_problem(fault, name, layout, lines) for fault in ordered[:MOST_TOLD])
    return UserError(heading(name, len(ordered)), problems)


def heading(name: str, number: int) -> str:
    """The sentence above the problems."""
    if number == 1:
        return f"{name} holds one thing to put right:"
    more = f" These are the first {MOST_TOLD}:" if number > MOST_TOLD else ""
    return f"{name} holds {number:,} things to put right{more and '.'}{more or ':'}"


def show(number: int, line: str, most: int = 100) -> str:
    """A line of the file with its number, cut where it is very long."""
    line = line.strip()
    return f"{number} | {line if len(line) <= most else line[:most] + ' …'}"


def _problem(fault: Fault, name: str, layout: Layout | None, lines: list[str]) -> Problem:
    what, instead = _TELL.get(fault.kind, _other)(fault)
    if not layout:
        return Problem(what, instead, ", ".join(filter(None, (name, place(fault.path)))))
    if fault.kind == "same_id":
        instead = f"Line {layout.line(fault.context['first'])} has it already; give this one another."
    number = layout.line(fault.path)
    where = ", ".join(filter(None, (name, f"line {number}", place(fault.path))))
    return Problem(what, instead, where, show(number, lines[number - 1]))


def _around(path: Path) -> tuple[type[Value], FieldInfo | None]:
    """The noun in which the last name of a path stands, and the field of that name, where there is one."""
    names = _names(path)
    model = model_of(names[:-1])
    return model, model.model_fields.get(names[-1]) if names else None


def _names(path: Path) -> tuple[str, ...]:
    return tuple(part for part in path if isinstance(part, str))


def _key(fault: Fault) -> str:
    return next((part for part in reversed(fault.path) if isinstance(part, str)), "it")


def _quoted(value: object, most: int = 40) -> str:
    text = clean(str(value)).replace("\n", " ")
    return f"“{text if len(text) <= most else text[:most] + '…'}”"


def _form(value: object) -> str:
    """What kind of thing stands there."""
    forms: tuple[tuple[type, str], ...] = (
        (bool, "true or false"), (str, "text"), (dict, "a table"), (list, "a list"), (tuple, "a list"),
    )  # fmt: skip
    number = hasattr(value, "real") or hasattr(value, "as_tuple")
    date = hasattr(value, "isoformat")
    found = next((name for kind, name in forms if isinstance(value, kind)), None)
    return found or ("a number" if number else "a date or time" if date else "something else")


Told = tuple[str, str]
"""What is wrong, and what would be right."""


def _unknown(fault: Fault) -> Told:
    model, key = _around(fault.path)[0], _key(fault)
    known = list(model.model_fields)
    what = f"{_quoted(key)} is not a name that Talktrack knows here."
    near = get_close_matches(key.lower().replace(" ", "_").replace("-", "_"), known, n=1, cutoff=0.7)
    if near:
        return what, f"Did you mean {near[0]}?"
    elsewhere = [name for name, (inner, _) in nests(model).items() if key in inner.model_fields]
    if key in _MEANT:
        return what, _MEANT[key]
    if elsewhere:
        return what, f"It belongs under {head((*_names(fault.path[:-1]), elsewhere[0]))}."
    if len(fault.path) == 1:
        return what, "Everything but sentence stands under a heading, such as [person] or [[goals]]."
    return what, f"Known here: {', '.join(known)}."


def _missing(fault: Fault) -> Told:
    example = "…"
    return f"{_key(fault)} is missing.", f'Add a line: {_key(fault)} = "{example}"'


def _text_wanted(fault: Fault) -> Told:
    form = _form(fault.found)
    if form in ("a table", "a list"):
        return f"{_key(fault)} is {form}, and one piece of text belongs here.", f'Write {_key(fault)} = "…"'
    shown = str(fault.found).lower() if isinstance(fault.found, bool) else clean(str(fault.found))[:40]
    field = _around(fault.path)[1]
    if _pattern(field) in (DATE_FORM, MONTH_FORM):
        return f"{_key(fault)} is {form}, and a date belongs here.", _DATE
    return f"{_key(fault)} is {form}, and text belongs here.", f'Text stands in quotes: "{shown}"'


_DATE = 'Write it as exactly as you know it: "2027", "2027-03" or "2027-03-14".'
_MONTH = 'Write a month as "2027-03".'


def _pattern(field: FieldInfo | None) -> str:
    """The form that a text field asks for, or ""."""
    return next((str(m.pattern) for m in field.metadata if getattr(m, "pattern", None)), "") if field else ""


def _shape(fault: Fault) -> Told:
    """Text that does not have the form of an id, a date or a month."""
    key, pattern = _key(fault), _pattern(_around(fault.path)[1])
    if pattern == MONTH_FORM:
        return f"{key} is {_quoted(fault.found)}, and a month belongs here.", _MONTH
    if pattern == DATE_FORM:
        return f"{key} is {_quoted(fault.found)}, and a date belongs here.", _DATE
    return (
        f"{key} is {_quoted(fault.found)}, and an id is made of lower-case letters, digits and hyphens.",
        f'Write "{slug(str(fault.found))}", and use the same word wherever you point at it.',
    )


def _value(fault: Fault) -> Told:
    """A value of the right form that does not exist: a thirteenth month, a time zone nobody keeps."""
    key, pattern = _key(fault), _pattern(_around(fault.path)[1])
    if pattern:
        noun = "month" if pattern == MONTH_FORM or len(str(fault.found)) < 8 else "day"
        return f"{key} is {_quoted(fault.found)}, and there is no such {noun}.", _MONTH if noun == "month" else _DATE
    if "time zone" in str(fault.context.get("error", "")):
        return (
            f"{key} is {_quoted(fault.found)}, and there is no time zone of that name.",
            'Name it by region and city: "Europe/London", "America/New_York".',
        )
    if "offset" in str(fault.context.get("error", "")):
        return f"{key} says how far the clock is from UTC.", "Write 2026-12-03T10:00:00, and the place in timezone."
    return f"{key} cannot be {_quoted(fault.found)}.", ""


def _choice(fault: Fault) -> Told:
    field = _around(fault.path)[1]
    options = [str(option) for option in _options(field.annotation if field else None) if option]
    near = get_close_matches(str(fault.found).lower(), options, n=1, cutoff=0.6)
    found = _quoted(fault.found) if isinstance(fault.found, str) else _form(fault.found)
    meant = f'Did you mean "{near[0]}"? ' if near else ""
    listed = ", ".join(f'"{option}"' for option in options[:-1]) + f' or "{options[-1]}"' if options else ""
    return f"{_key(fault)} is {found}, which is not one of the words for it.", f"{meant}It can be {listed}."


def _options(annotation: Any) -> list[Any]:
    """The words of a Literal, also inside an optional one."""
    found: list[Any] = []
    for part in getattr(annotation, "__args__", ()):
        found += [part] if isinstance(part, str) else _options(part)
    return found


def _truth(fault: Fault) -> Told:
    found = _quoted(fault.found) if isinstance(fault.found, str) else _form(fault.found)
    return f"{_key(fault)} is {found}, and yes or no belongs here.", "Write true or false, without quotes."


def _number(fault: Fault) -> Told:
    key = _key(fault)
    if isinstance(fault.found, str):
        digits = re.search(r"-?\d+(?:\.\d+)?", fault.found.replace(",", ""))
        model = _around(fault.path)[0]
        unit = " and put what it counts in unit." if "unit" in model.model_fields else "."
        return (
            f"{key} is {_quoted(fault.found)}, and a plain number belongs here.",
            f"Write {key} = {digits[0] if digits else '65'}, without quotes{unit}",
        )
    return f"{key} is {_form(fault.found)}, and a plain number belongs here.", f"Write {key} = 65"


def _digits(fault: Fault) -> Told:
    return (
        f"{_key(fault)} has more digits than a number here can hold.",
        "Round it, or use a larger unit.",
    )


def _limits(fault: Fault) -> Told:
    field = _around(fault.path)[1]
    low, high = ([getattr(m, a) for m in field.metadata if hasattr(m, a)] if field else [] for a in ("ge", "le"))
    between = f"between {low[0]} and {high[0]}" if low and high else "within its limits"
    return f"{_key(fault)} is {_quoted(fault.found)[1:-1]}, and it lies {between}.", ""


def _time(fault: Fault) -> Told:
    return (
        f"{_key(fault)} is {_quoted(fault.found)}, and a day with a time belongs here.",
        "Write it as 2026-12-03T10:00:00, as the clock on the wall shows it.",
    )


def _long_text(fault: Fault) -> Told:
    return (
        f"{_key(fault)} holds {len(str(fault.found)):,} characters, and a field holds at most {LONGEST_TEXT:,}.",
        "Keep the document beside this file and write down what matters of it.",
    )


def _many(fault: Fault) -> Told:
    number = fault.context.get("actual_length") or len(fault.found)
    return (
        f"There are {number:,} {_key(fault).replace('_', ' ')}, and a journey holds at most {MOST_RECORDS:,}.",
        "Keep those that matter for the next conversations.",
    )


def _listed(fault: Fault) -> Told:
    key, many = _key(fault), nests(_around(fault.path)[0])
    if key in many:
        return (
            f"{key} is a list with one part for each {noun(key)}.",
            f"Head each of them {head(_names(fault.path))}.",
        )
    return f"{key} is {_form(fault.found)}, and a list belongs here.", f'Write {key} = ["…", "…"]'


def _table(fault: Fault) -> Told:
    key = _key(fault)
    above = head(_names(fault.path)) if _names(fault.path) else "a heading"
    if isinstance(fault.found, list) and fault.path[-1:] == (key,):
        return f"There is only one {key}.", f"Head it {above}, in single brackets."
    return f"{key} is {_form(fault.found)}, and fields of its own belong here.", f"Write them below {above}."


def _same_id(fault: Fault) -> Told:
    what = noun(str(next((part for part in reversed(fault.path[:-2]) if isinstance(part, str)), "record")))
    return f"The id {_quoted(fault.found)} belongs to another {what} already.", "Give this one another."


def _nobody(fault: Fault) -> Told:
    kind, known = fault.context["kind"], list(fault.context["known"])
    what = f"No {noun(kind)} is called {_quoted(fault.found)}."
    near = get_close_matches(slug(str(fault.found)), known, n=1, cutoff=0.5)
    if near:
        return what, f'Did you mean "{fault.context["known"][near[0]]}"?'
    ids = sorted(set(fault.context["known"].values()))
    if ids:
        return what, f"There is {', '.join(ids[:8])}{' …' if len(ids) > 8 else ''}."
    if kind not in nests(Journey):
        return what, 'Write the kind and the id: "goals/nordic".'
    return what, f'Add one: [[{kind}]] with id = "{slug(str(fault.found))}"'


def _other(fault: Fault) -> Told:
    return f"{_key(fault)} cannot be {_quoted(fault.found)}.", ""


_TELL: dict[str, Callable[[Fault], Told]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "string_type": _text_wanted,
    "string_pattern_mismatch": _shape,
    "string_too_long": _long_text,
    "value_error": _value,
    "literal_error": _choice,
    **dict.fromkeys(("bool_type", "bool_parsing"), _truth),
    **dict.fromkeys(
        ("decimal_type", "decimal_parsing", "int_type", "int_parsing", "int_from_float", "float_type",
         "float_parsing", "finite_number"), _number
    ),
    **dict.fromkeys(
        ("decimal_max_digits", "decimal_max_places", "decimal_whole_digits", "int_parsing_size"), _digits
    ),
    **dict.fromkeys(("greater_than_equal", "less_than_equal"), _limits),
    **dict.fromkeys(
        ("datetime_type", "datetime_parsing", "datetime_from_date_parsing", "datetime_object_invalid"), _time
    ),
    "too_long": _many,
    "tuple_type": _listed,
    **dict.fromkeys(("model_type", "model_attributes_type"), _table),
    "same_id": _same_id,
    "no_such_record": _nobody,
}  # fmt: skip
