"""The names that a file can use, and how people say them."""

from __future__ import annotations

from talktrack.engine.story import Journey, Value

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


def noun(kind: str) -> str:
    """One of a kind: "goals" gives "goal"."""
    return _NOUNS.get(kind) or kind.removesuffix("s").replace("_", " ")


def place(path: tuple[str | int, ...]) -> str:
    """A place as a person would call it: ("goals", 1, "target") is "goal 2, target"."""
    parts: list[str] = []
    for part in path:
        if isinstance(part, int):
            last = parts.pop()
            parts.append(f"{noun(last)} {part + 1}" if last in _SEVERAL else f"{last}, part {part + 1}")
        else:
            parts.append(part)
    return ", ".join(parts)


def model_of(names: tuple[str, ...]) -> type[Value]:
    """The noun that stands at a place: ("goals", "actions") gives Action."""
    model: type[Value] = Journey
    for name in names:
        model = nests(model).get(name, (model, False))[0]
    return model


def head(names: tuple[str, ...]) -> str:
    """The heading of a place: [[goals]] where there can be several, [person] where there is one."""
    many = nests(model_of(names[:-1])).get(names[-1], (Value, False))[1]
    dotted = ".".join(names)
    return f"[[{dotted}]]" if many else f"[{dotted}]"


def _all(model: type[Value]) -> set[str]:
    inner = (_all(below) for below, _ in nests(model).values())
    return set(model.model_fields).union(*inner)


def _several(model: type[Value]) -> set[str]:
    inner = (_several(below) for below, _ in nests(model).values())
    return {name for name, (_, many) in nests(model).items() if many}.union(*inner)


_SEVERAL = frozenset(_several(Journey))
HEADINGS = tuple(nests(Journey))
"""Everything that a first heading can name."""
FIELDS = tuple(sorted(_all(Journey)))
"""Every name of any field."""
