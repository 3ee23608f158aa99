"""M3, which blocks: a private label, a reaction or a persona in words that go out."""

from __future__ import annotations

from collections.abc import Iterator

from talktrack.engine.recap.hidden import QUOTED, hidden, texts
from talktrack.engine.story import Journey, Snapshot, Value
from talktrack.engine.story.share import shareable
from talktrack.kit.checks import Hit, Piece, Rule
from talktrack.kit.text import Phrases, Prose

_LABELS = Phrases(
    "my reading", "another reading", "deflecting", "discouraging", "private :", "do not share", "don't share",
    "not for sharing|sharing", "persona", "reaction :", "unsafe", "exit option|options", "my doubts|doubt :",
    "confidence :", "no visible route", "viability", "for my eyes only", "private note", "note to self",
    "stalled :",
)  # fmt: skip
_PRIVATE_FIELDS = (
    "answers", "lenses", "reactions", "notes", "interviews", "paths", "pay.reason", "sentence", "decisions",
    "opportunity_facts",
)  # fmt: skip
_PRIVATE_ENDS = (".why", ".confidence", ".listening", ".obstacles", ".if_then")
_SENT = ("agreements", "commitments", "check_ins", "advice", "feedback", "open_questions")
_HIDDEN = "Only something that you keep private speaks of this."
_RUN = 6
"""Words in a row that, standing in private text and in nothing shared, count as taken from it."""


def find(piece: Piece) -> Iterator[Hit]:
    if isinstance(piece.value, Snapshot):
        for path in piece.value.fields:
            if path.startswith(_PRIVATE_FIELDS) or path.endswith(_PRIVATE_ENDS):
                yield Hit(message=f"The sealed copy holds “{path}”, which is private.", field="fields")
        return
    for first, after in piece.found(_LABELS):
        own = piece.prose.written(first, after)
        yield piece.hit(first, after, f"Leave out “{own}”, or confirm that it is meant to go out.")
    if isinstance(piece.whole, Journey):
        yield from _quoted(piece, piece.whole)
        for start, end in hidden(piece.whole, piece.prose.text):
            own = piece.prose.text[start:end]
            yield Hit(start, end, f"Leave out “{own}”, or confirm that it is meant to go out.", _HIDDEN)


def _quoted(piece: Piece, journey: Journey) -> Iterator[Hit]:
    """Runs of words that stand in private records only. Linear in the journey and in the text."""
    shared = _runs(shareable(journey)) | {run for name in _SENT for run in _runs(*getattr(journey, name))}
    shared |= {run for text in _taken(journey) for run in _in(text)}
    private = _runs(journey) - shared
    at = _said(piece.prose)
    words, last = [piece.prose.words[i] for i in at], -1
    for i in range(len(words) - _RUN + 1):
        if i > last and tuple(words[i : i + _RUN]) in private:
            last = i + _RUN
            yield piece.hit(at[i], at[last - 1] + 1, message=QUOTED)


def _taken(journey: Journey) -> Iterator[str]:
    """The stretches of the notes that something to be sent was read from: those are no longer private."""
    notes = {note.id: note.text for note in journey.notes}
    for name in _SENT:
        for record in getattr(journey, name):
            if (span := getattr(record, "source", None)) and span.note in notes:
                yield notes[span.note][span.start : span.end]


def _runs(*values: Value) -> set[tuple[str, ...]]:
    return {run for value in values for text in texts(value) for run in _in(text)}


def _said(prose: Prose) -> list[int]:
    """The tokens that are words: stops and commas make no difference to whose words they are."""
    return [i for i, word in enumerate(prose.words) if word[0].isalnum()]


def _in(text: str) -> Iterator[tuple[str, ...]]:
    prose = Prose(text)
    words = [prose.words[i] for i in _said(prose)]
    return (tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def _snapshot(*fields: str) -> Snapshot:
    return Snapshot(id="sha256:0", kind="recap", sealed_on="2026-11-02", fields=fields)


M3 = Rule(
    id="M3",
    title="Something private would go out",
    reads=("recap", "snapshot"),
    find=find,
    message="A private label stands in words that go out.",
    why="What you note about somebody's reaction is for you. Read by them, it ends the trust that it was to serve.",
    suggestion="Leave it out, or confirm that it is meant to go out.",
    grade="D",
    source="The method itself: private by default (method §8).",
    blocks=True,
    fires=(
        "Thank you. My reading is that you were deflecting.",
        "Private: she may fear for her budget. I'll send the plan by Friday.",
        _snapshot("goals/denmark.what", "goals/denmark.why"),
        _snapshot("reactions/r1.act"),
    ),
    passes=(
        "Thank you for the frank talk. I'll send the plan by Friday.",
        "We spoke about a private room for the next talk.",
        _snapshot("goals/denmark.what", "commitments/plan.action"),
    ),
)
