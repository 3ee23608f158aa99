"""Ids for records that come from a form: made of their own first words, just as the reader of a file does it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

from talktrack.engine import story
from talktrack.engine.story import Value, Words
from talktrack.kit.text import clean, slug

_AFTER: dict[type[Value], tuple[str, ...]] = {
    story.Note: ("text",),
    story.Lens: ("contact",),
    story.Conversation: ("contact", "aim"),
    story.Agreement: ("goal", "words"),
    story.CheckIn: ("about", "on"),
}
"""The words that name a record, where it has no text that must be there."""


def start(model: type[Value], fields: Mapping[str, object]) -> str:
    """What a record of these fields would be called if nobody else were."""
    return slug(clean(str(next((fields[name] for name in _called_after(model) if fields.get(name)), ""))))


@cache
def _called_after(model: type[Value]) -> tuple[str, ...]:
    hints = get_type_hints(model, include_extras=True)
    needed = (name for name, field in model.model_fields.items() if field.is_required() and hints[name] == Words)
    return _AFTER.get(model) or tuple(needed)[:1]


def free(name: str, taken: Collection[str]) -> str:
    """The name itself, or with the first number that is free."""
    number, made = 2, name
    while made in taken:
        made, number = f"{name}-{number}", number + 1
    return made


def below(model: type[Value], fields: Mapping[str, object]) -> dict[str, object]:
    """The fields, with an id for each record inside them that has none yet: a goal's actions, a lens's facts."""
    named = dict(fields)
    for name, field in model.model_fields.items():
        inner, items = next(iter(get_args(field.annotation)), None), named.get(name)
        if isinstance(items, list | tuple) and "id" in getattr(inner, "model_fields", ()):
            named[name] = _each(inner, list(items))
    return named


def _each(model: Any, items: list[Any]) -> list[Any]:
    taken = {str(item["id"]) for item in items if isinstance(item, dict) and item.get("id")}
    for number, item in enumerate(items):
        if isinstance(item, dict) and not item.get("id"):
            made = free(start(model, item), taken)
            taken.add(made)
            items[number] = {**item, "id": made}
    return items
