"""A pasted or typed page as notes of one conversation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from talktrack.engine.story import Conversation, Note
from talktrack.engine.story.value import LONGEST_TEXT
from talktrack.kit.errors import UserError
from talktrack.kit.text import clean, slug

LONGEST_PAGE = 400_000
"""Characters of one page, some two hundred sheets; what is longer is no longer the notes of one talk."""
_BREAKS = ("\n\n", "\n", ". ", " ")
"""Where a page is cut, the best first: between paragraphs, lines, sentences, words."""


def notes_from(text: str, conversation: Conversation | str, *, kept: Iterable[Note] = ()) -> tuple[Note, ...]:
    """The page as notes of that conversation: one, or several where it is longer than one note may be.

    The same words get the same id. None for a page without words. Raises UserError where it is longer than
    `LONGEST_PAGE`, or where all of it is among the notes that are `kept` already.
    """
    if len(text) > LONGEST_PAGE:
        raise UserError(
            f"This page has {len(text):,} characters; up to {LONGEST_PAGE:,} can be read at once. "
            "Paste the part that was about you; the rest can stay where it is."
        )
    meeting = conversation if isinstance(conversation, str) else conversation.id
    there = {note.id for note in kept}
    made: dict[str, Note] = {}
    for piece in _pieces(clean(text)):
        mark = sha256(f"{meeting}\n{piece}".encode()).hexdigest()[:10]
        name = first = f"{slug(meeting, 30)}-{mark}"
        while name in made:  # the same words once more
            name = f"{first}-{len(made)}"
        made[name] = Note(id=name, conversation=meeting, text=piece)
    if made and there.issuperset(made):
        raise UserError("These notes are here already, word for word. Nothing was added.")
    return tuple(note for name, note in made.items() if name not in there)


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of at most `LONGEST_TEXT` characters, cut where it matters least."""
    at = 0
    while len(text) - at > LONGEST_TEXT:
        end = at + LONGEST_TEXT
        cut = next((i for mark in _BREAKS if (i := text.rfind(mark, at + LONGEST_TEXT // 2, end)) >= 0), end)
        yield from _worth(text[at:cut])
        at = cut
    yield from _worth(text[at:])


def _worth(piece: str) -> Iterator[str]:
    if any(c.isalnum() for c in piece):
        yield piece.strip()
