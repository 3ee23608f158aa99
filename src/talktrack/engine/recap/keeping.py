"""What the person says to each taking, as changes of a journey: kept, dropped, or taken as read for now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from talktrack.engine.story import Conversation, Decision, Journey, Note, Value

from .takings import KINDS, Takings

ABOUT = "taking"


def undecided(journey: Journey, proposed: Takings) -> tuple[tuple[str, Value], ...]:
    """The takings without the person's word, each with its field; one taken as read is put as it stands now."""
    decided = {d.record for d in journey.decisions if d.about == ABOUT}
    there = {_at(kind, record): record for kind in KINDS for record in getattr(journey, kind)}
    return tuple((kind, there.get(at, r)) for kind, r in proposed if (at := _at(kind, r)) not in decided)


def kept(journey: Journey, kind: str, record: Value, *, on: date) -> Journey:
    """The record is in the journey, and the person said so."""
    return _put(_said(journey, kind, record, "confirmed", on), kind, record)


def dropped(journey: Journey, kind: str, record: Value, *, on: date) -> Journey:
    """It is none: it goes, and is not proposed again."""
    rows = tuple(r for r in getattr(journey, kind) if _at(kind, r) != _at(kind, record))
    return _said(journey, kind, record, "dismissed", on).model_copy(update={kind: rows})


def as_read(journey: Journey, whole: Journey, conversation: str, proposed: Takings) -> Journey:
    """Every taking without the person's word is there as it was read; what an earlier reading left is taken away.

    `whole` is the journey with all that is known of it; what is in it already stays as it is.
    """
    decided = {d.record for d in whole.decisions if d.about == ABOUT}
    read = {_at(kind, record): (kind, record) for kind, record in proposed}
    fields: dict[str, Any] = {}
    for kind in KINDS:
        stays = (r for r in getattr(journey, kind) if not _left_over(kind, r, conversation, decided, read.keys()))
        fields[kind] = tuple(stays)
    made = journey.model_copy(update=fields)
    there = {_at(kind, r) for kind in KINDS for r in getattr(whole, kind)}
    for at, (kind, record) in read.items():
        if at not in decided and at not in there:
            made = _put(made, kind, record)
    return made


def with_notes(journey: Journey, conversation: str, notes: Iterable[Note]) -> Journey:
    """These pages are the notes of that conversation; an earlier page goes, single jottings of the meeting stay."""
    rest = tuple(n for n in journey.notes if n.conversation != conversation or not is_page(n))
    return journey.model_copy(update={"notes": (*rest, *notes)})


def is_page(note: Note) -> bool:
    """Whether a note came as a page and was not tapped in the meeting."""
    return note.at is None and not note.speaker and note.kind == "other" and note.form == "paraphrase"


def with_talk(journey: Journey, meeting: Conversation) -> Journey:
    """The conversation is in the journey as it stands."""
    return _put(journey, "conversations", meeting)


def _left_over(kind: str, record: Value, conversation: str, decided: set[str], read: Iterable[str]) -> bool:
    at = _at(kind, record)
    mine = getattr(record, "conversation", None) == conversation and getattr(record, "source", None) is not None
    touched = bool(getattr(record, "history", ())) or getattr(record, "status", "open") != "open"
    return mine and not touched and at not in decided and at not in read


def _put(journey: Journey, kind: str, record: Value) -> Journey:
    rows = {_at(kind, r): r for r in getattr(journey, kind)} | {_at(kind, record): record}
    return journey.model_copy(update={kind: tuple(rows.values())})


def _said(journey: Journey, kind: str, record: Value, verdict: str, on: date) -> Journey:
    row = {"about": ABOUT, "record": _at(kind, record), "verdict": verdict, "on": on.isoformat()}
    rest = tuple(d for d in journey.decisions if (d.about, d.record) != (ABOUT, row["record"]))
    return journey.model_copy(update={"decisions": (*rest, Decision.model_validate(row))})


def _at(kind: str, record: Value) -> str:
    return f"{kind}/{getattr(record, 'id', '')}"
