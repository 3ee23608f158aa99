"""The names that a file can use, where they stand, and how people say them."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from pydantic.fields import FieldInfo

from talktrack.engine.story import Journey, Value
from talktrack.kit.text import clean

from .locate import Path
from .records import nests

_NOUNS = {
    "opportunity_facts": "opportunity fact",
    "open_questions": "open question",
    "check_ins": "check-in",
    "lenses": "lens",
    "kpis": "KPI",
    "guesses": "guess",
    "history": "change",
    "competencies": "competency",
}
_FORMS: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (str, "text"),
    (dict, "a table"),
    (list, "a list"),
    (int, "a number"),
    (float, "a number"),
    (Decimal, "a number"),
    (datetime, "a day with a time"),
    (date, "a day"),
    (time, "a time"),
)


def noun(kind: str) -> str:
    """One of a kind: "goals" gives "goal"."""
    return _NOUNS.get(kind) or kind.removesuffix("s").replace("_", " ")


def form(value: object) -> str:
    """What kind of thing a value is: "a list"."""
    return next((name for kind, name in _FORMS if isinstance(value, kind)), "nothing")


def quote(value: object, most: int = 40) -> str:
    """The beginning of a value, in quotation marks."""
    text = clean(str(value)[: 2 * most]).replace("\n", " ")
    return f"“{text if len(text) <= most else text[:most] + '…'}”"


def names(path: Path) -> tuple[str, ...]:
    """The names of a place, without the numbers."""
    return tuple(part for part in path if isinstance(part, str))


def subject(path: Path) -> str:
    """The last name of a place, as the subject of a sentence."""
    last = names(path)[-1] if names(path) else "it"
    return last if path and path[-1] == last else f"A part of {last}"


def place(path: Path) -> str:
    """A place as a person would call it: ("goals", 1, "target") is "goal 2, target"."""
    parts: list[str] = []
    for number, part in enumerate(path):
        if isinstance(part, str):
            parts.append(part[:60])
        else:
            last = parts.pop()
            several = last in nests(model_of(names(path[: number - 1])))
            parts.append(f"{noun(last)} {part + 1}" if several else f"{last}, part {part + 1}")
    return ", ".join(parts)


def model_of(above: tuple[str, ...]) -> type[Value]:
    """The noun that stands at a place: ("goals", "actions") gives Action."""
    model: type[Value] = Journey
    for name in above:
        model = nests(model).get(name, (model, False))[0]
    return model


def around(path: Path) -> tuple[type[Value], FieldInfo | None]:
    """The noun in which the last name of a place stands, and the field of that name, where there is one."""
    *above, last = names(path) or ("",)
    model = model_of(tuple(above))
    return model, model.model_fields.get(last)


def choices(field: FieldInfo | None) -> list[str]:
    """The words that a field can hold, where it holds one of a few."""
    return [word for word in _literals(field.annotation if field else None) if word]


def _literals(annotation: Any) -> list[str]:
    found: list[str] = []
    for part in getattr(annotation, "__args__", ()):
        found += [part] if isinstance(part, str) else _literals(part)
    return found


def either(words: list[str]) -> str:
    """The words as a choice: "a", "b" or "c"."""
    *most, last = (f'"{word}"' for word in words)
    return f"{', '.join(most)} or {last}" if most else last


def head(place: tuple[str, ...]) -> str:
    """The heading of a place: [[goals]] where there can be several, [person] where there is one."""
    many = nests(model_of(place[:-1])).get(place[-1], (Value, False))[1]
    dotted = ".".join(place)
    return f"[[{dotted}]]" if many else f"[{dotted}]"


def _all(model: type[Value]) -> set[str]:
    inner = (_all(below) for below, _ in nests(model).values())
    return set(model.model_fields).union(*inner)


HEADINGS = tuple(nests(Journey))
"""Everything that a first heading can name."""
FIELDS = tuple(sorted(_all(Journey)))
"""Every name of any field."""
