"""What was said: notes taken in the talk, what is taken from them, turns of a rehearsal, what is shared."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Act, State, Undone
from .text import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Jotting:
    """One note of the talk, as it stands: a line of `parts/_notebook.html`."""

    id: str
    at: str
    words: Runs
    hint: str = ""
    heading: bool = False
    edit: str = ""
    """Where the note is put right, where it stands alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """Something read out of the notes: `parts/_taking.html`. Dashed until it is confirmed."""

    id: str
    kind: str
    """"Agreement, with a condition"."""
    source: str
    """"from 10:09"."""
    words: Runs
    icon: str
    lights: str = ""
    """Ids of the lines of the notebook that it was read from."""
    theirs: bool = True
    hint: str = ""
    repairs: tuple[Act, ...] = ()
    """Ways to mend what is vague or has no date."""
    acts: tuple[Act, ...] = ()
    state: State | None = None
    undone: Undone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One line of a rehearsal: `parts/_turn.html`."""

    who: str
    words: Runs
    me: bool = False
    did: str = ""
    """What this line did: "Said back, then asked"."""
    again: Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """One of the six kinds of note: `parts/_tappers.html`."""

    text: str
    icon: str
    value: str
    whose: str = ""
    """"" for theirs, "you" for the owner's, "seen" for what was observed."""
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One field that may be shared, exactly as it would read: a line of `parts/_share.html`."""

    id: str
    name: str
    words: Runs
    on: bool
