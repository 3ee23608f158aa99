"""Evidence: one line, the coach beside it, how it could sound, and the log."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, Empty, Head, Note, State, Undone
from .text import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """How it could sound, from the records alone: `parts/_spoken.html`. Dashed until used."""

    words: Runs
    seconds: str
    """"about 20 seconds"."""
    built_from: str
    acts: tuple[Act, ...] = ()
    done: bool = False
    undone: Undone | None = None
    """Set where it was dismissed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the log: `parts/_entries.html`."""

    id: str
    url: str
    figure: str
    """"+65 %", "40 min"; "" where there is no number."""
    when: str
    words: Runs
    facts: tuple[str, ...] = ()
    """"Proof: dashboard export", "Used in the talk track"."""
    serves: str = ""
    """The objective that it serves, quoted."""
    ask: str = ""
    """Where to say which one it served, while it serves none."""
    state: State | None = None
    undone: Undone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """`pages/evidence.html`. The form: `text`, `date`; of a number `baseline`, `result`, `level_unit`, `period`."""

    head: Head
    action: str
    autosave: str
    marks: Runs = ()
    """The text of the field with the coach's waves."""
    dated: Runs = ()
    """"Dated today, Monday 23 November. Change"."""
    measure: str = ""
    """The number that the four fields are about: "65 %"; "" hides them."""
    measured: str = ""
    """What the four say together: "3.1 to 5.1 is 64.5 % more, so it holds."."""
    notes: tuple[Note, ...] = ()
    spoken: Spoken | None = None
    filters: tuple[Act, ...] = ()
    entries: tuple[Entry, ...] = ()
    more: Act | None = None
    """The next page of the log."""
    empty: Empty | None = None
    """One of three prompts, while there is nothing."""
    focus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """`pages/record.html`: one record of any noun, to look at and change. The form is the noun's own."""

    head: Head
    action: str
    button: str = "Keep it"
    autosave: str = ""
    notes: tuple[Note, ...] = ()
    own: bool = False
    """Whether what is done with a note takes along what stands in the form."""
    spoken: Spoken | None = None
    also: tuple[Act, ...] = ()
    """History, delete."""
