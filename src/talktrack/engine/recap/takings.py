"""What is taken out of the notes of one meeting: proposals, until the person confirms them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from talktrack.engine.recap.lines import Line, lines
from talktrack.engine.recap.reading.bounds import is_title
from talktrack.engine.recap.reading.collect import collected
from talktrack.engine.recap.reading.collected import Collected
from talktrack.engine.story import (
    Advice,
    Agreement,
    CheckIn,
    Commitment,
    Conversation,
    Feedback,
    Journey,
    Note,
    OpenQuestion,
    Reaction,
    Span,
    Value,
)
from talktrack.kit.similarity import Closeness


@dataclass(frozen=True)
class Takings:
    """Proposed records, each with where it stands in the notes.

    The id of a taking is made of the conversation, its kind and the words it was read from, so that it is the same
    whenever the notes are read again, and after an edit elsewhere in them.
    """

    commitments: tuple[Commitment, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    advice: tuple[Advice, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    """Observed acts only: what they mean is the person's to say. Private always."""
    untouched: tuple[str, ...] = ()
    """What `not_discussed` would say, read in the same pass."""

    def __iter__(self) -> Iterator[tuple[str, Value]]:
        """Each with the field of the journey that would hold it, kind by kind."""
        for kind in KINDS:
            for record in getattr(self, kind):
                yield kind, record


KINDS = ("commitments", "agreements", "feedback", "advice", "check_ins", "open_questions", "reactions")
"""The fields of a journey that a recap fills, in the order in which they are put before the person."""


def take(
    journey: Journey,
    conversation: Conversation | str,
    today: date,
    *,
    closeness: Callable[[], Closeness] | None = None,
) -> Takings:
    """What the notes of that conversation propose, in the order of the notes; the same for the same notes.

    Days are resolved against the day of the conversation, or `today` where it has none. `closeness` is asked only
    where words alone do not say which goal is meant. Linear in the length of the notes; never raises for any text.
    """
    found = collected(journey, _held(journey, conversation), today, closeness)
    return Takings(
        commitments=found.commitments,
        agreements=found.agreements,
        feedback=found.feedback,
        advice=found.advice,
        check_ins=found.check_ins,
        open_questions=found.open_questions,
        reactions=found.reactions,
        untouched=found.untouched,
    )


def waiting(journey: Journey, proposed: Takings) -> tuple[tuple[str, Value], ...]:
    """Of these takings, those that are neither in the journey nor dismissed, each with its field of the journey."""
    refused = dismissed(journey)
    there = {(kind, record.id) for kind in KINDS for record in getattr(journey, kind)}
    return tuple(
        (kind, record)
        for kind, record in proposed
        if (kind, record.id) not in there and f"{kind}/{record.id}" not in refused  # type: ignore[attr-defined]
    )


def dismissed(journey: Journey) -> frozenset[str]:
    """The takings of which the person said that they are none, as "commitments/send-the-list"."""
    return frozenset(d.record for d in journey.decisions if (d.about, d.verdict) == ("taking", "dismissed"))


def not_discussed(journey: Journey, conversation: Conversation | str) -> tuple[str, ...]:
    """What was prepared and no note of that conversation speaks of: goals, requests, pay; in the person's words.

    Not discussed says nothing about how anybody stands on it. What is private is left out.
    """
    return _found(journey, conversation).untouched


def unread(journey: Journey, conversation: Conversation | str, takings: Takings) -> tuple[Span, ...]:
    """The lines of that conversation's notes from which nothing was proposed, whole, in order; for the person only.

    Headings, empty lines and bullets are left out; a line that was wrapped by hand is one. Linear in the notes.
    """
    held = _held(journey, conversation)
    notes = {note.id: note for note in journey.notes if note.conversation == held.id}
    read = {name: bytearray(len(note.text)) for name, note in notes.items()}
    for _, record in takings:
        span = getattr(record, "source", None)
        if span and span.note in notes:
            for start, end in _places(record, span, notes[span.note].text):
                read[span.note][start:end] = b"\1" * (end - start)
    spans = (_whole(line, note) for note in notes.values() for line in lines(note) if not is_title(line))
    return tuple(s for s in dict.fromkeys(spans) if 1 not in read[s.note][s.start : s.end])


_BELOW = 2_000
"""Characters below a piece of feedback in which its example stands."""


def _places(record: Value, span: Span, text: str) -> Iterator[tuple[int, int]]:
    """Where it was read from, and where the lines stand that tell more of a piece of feedback."""
    yield span.start, span.end
    told = (getattr(record, part, "") for part in ("situation", "behaviour", "impact", "better"))
    for words in (words[2:] for part in told for words in part.split("; ")):  # their first letters were made large
        at = text.find(words, span.end, span.end + _BELOW) if words else -1
        if at >= 0:
            yield at, at + len(words)


_LAYOUT = re.compile(r"\s*(?:[-*•+>–—]\s+)*")


def _whole(line: Line, note: Note) -> Span:
    """The line with the label of its speaker and with the other column."""
    start = note.text.rfind("\n", 0, line.start) + 1
    end = note.text.find("\n", line.end)
    if bullet := _LAYOUT.match(note.text, start, line.start):
        start = bullet.end()
    return Span(note=note.id, start=start, end=end if end >= 0 else len(note.text))


def _found(journey: Journey, conversation: Conversation | str) -> Collected:
    held = _held(journey, conversation)
    return collected(journey, held, held.at.date() if held.at else date.min, None)


def _held(journey: Journey, conversation: Conversation | str) -> Conversation:
    if not isinstance(conversation, str):
        return conversation
    return next((c for c in journey.conversations if c.id == conversation), Conversation(id=conversation))
