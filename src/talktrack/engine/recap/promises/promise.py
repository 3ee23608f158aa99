"""One promise."""

from __future__ import annotations

from dataclasses import dataclass

from talktrack.engine.story import When


@dataclass(frozen=True)
class Promise:
    """One promise, as the words have it."""

    owner: str
    """"me", the id of a contact, or "" where it is neither or not certain."""
    named: str
    """The owner as written, where it is no contact: "Helen", "@ann", "C + me"; "" where nobody is named."""
    action: str
    """What would be done, as an order, without who and when, in the words of the notes."""
    due: When
    """The day as "2027-01-29"; "" where none is given."""
    done_test: str
    """How one could tell, where the words say so."""
    start: int
    """Where the clause begins in the text of the note."""
    end: int
    sureness: float
    """From 0 to 1."""
