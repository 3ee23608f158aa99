"""Sentences that can prove where they come from.

A template without slots is a frame: it holds no fact. A template with slots becomes a sentence only when every
slot has a record behind it, and then cites those records. Take the record away and the sentence goes.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from talktrack.kit.blocks import Passage, Source
from talktrack.kit.verbs import may_start_small

_SLOT = re.compile(r"\{(\w+)\}")
_GAP = re.compile(r"\{(\w+)\}(\.?)")
_STOPPED = re.compile(r"[.!?…][\"”’)\]]*$")
_BREAK = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’)\]]))\s+(?=[\"“‘(]?[A-Z0-9])")


@dataclass(frozen=True)
class Slot:
    """The words that fill a gap, and the records that they stand in."""

    text: str
    sources: tuple[Source, ...]

    def __bool__(self) -> bool:
        return bool(self.text)


def slot(record: str, field: str, value: object, text: str | None = None, how: str = "") -> Slot | None:
    """A slot for the stored `value` at `record`.`field`, shown as `text`; None where nothing is stored.

    `how` tells what was computed where the words shown are not the words stored.
    """
    stored = "" if value is None else str(value)
    shown = stored if text is None else text
    return Slot(shown, (Source(record, field, stored, how),)) if stored and shown else None


def joined(slots: list[Slot]) -> Slot | None:
    """Several slots as one enumeration: "a, b and c"; None for none."""
    if not slots:
        return None
    texts = [s.text for s in slots]
    text = texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"
    return Slot(text, tuple(source for s in slots for source in s.sources))


class Wording:
    """Templates by name, as "opening.purpose"."""

    def __init__(self, templates: dict[str, str]) -> None:
        self.templates = templates

    @classmethod
    def load(cls, file: Traversable) -> Wording:
        """The templates of a TOML file of tables of strings."""
        tables = tomllib.loads(file.read_text("utf-8"))
        return cls({f"{t}.{name}": text for t, table in tables.items() for name, text in table.items()})

    def say(self, name: str, /, **slots: Slot | None) -> Passage | None:
        """The sentence, or None where a slot that the template needs is empty. No stop is set after a stop."""
        template = self.templates[name]
        filled = [slots[gap] for gap in _SLOT.findall(template)]
        if not all(filled):
            return None
        text = _GAP.sub(lambda gap: _fill(slots[gap[1]], gap[2]), template)
        sources = (source for s in filled if s for source in s.sources)
        return Passage(text, tuple(dict.fromkeys(sources)))

    def first(self, *names: str, **slots: Slot | None) -> Passage | None:
        """The first of these sentences that has all it needs."""
        return next((p for name in names if (p := self.say(name, **slots))), None)

    def frame(self, name: str) -> Passage:
        """A template without slots."""
        return Passage(self.templates[name])


def _fill(filled: Slot | None, stop: str) -> str:
    text = filled.text if filled else ""
    return text if is_stopped(text) else text + stop


def words_of(slot: Slot | None) -> Passage:
    """A person's words as they stand, as a passage of their own; an empty one for no slot."""
    return Passage(slot.text, slot.sources) if slot else Passage("")


def merged(*passages: Passage | None) -> Passage | None:
    """Sentences run together as one paragraph that cites all they cite; None where none is there."""
    there = [p for p in passages if p]
    if not there:
        return None
    return Passage(" ".join(p.text for p in there), tuple(dict.fromkeys(s for p in there for s in p.sources)))


def clause(text: str) -> str:
    """The words as they go on inside a sentence: no full stop, and a small first letter where it cannot be a name."""
    text = " ".join(text.split()).rstrip(".…;, ")
    if re.match(r"i(?:['’]|\s)", text):
        return f"I{text[1:]}"
    return text[:1].lower() + text[1:] if may_start_small(text) else text


def stopped(text: str) -> str:
    """The words with a stop at the end, and otherwise as they are."""
    text = " ".join(text.split())
    return text if not text or is_stopped(text) else f"{text}."


def sentence(text: str) -> str:
    """The words as a sentence of their own: first letter large, a stop at the end."""
    text = stopped(text)
    return text[:1].upper() + text[1:]


def titled(text: str) -> str:
    """The words as a heading: first letter large, no full stop; as they stand where there is nothing else."""
    shown = " ".join(text.split()).rstrip(".…;, ") or text
    return shown[:1].upper() + shown[1:]


def is_stopped(text: str) -> bool:
    """Whether the words end in a stop, also one inside quotes."""
    return bool(_STOPPED.search(text))


def parts(text: str) -> list[str]:
    """The sentences of a text, as far as stops before a capital tell."""
    return [part for part in _BREAK.split(" ".join(text.split())) if part]
