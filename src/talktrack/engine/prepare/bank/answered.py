"""Whether a question has been answered already, as far as the notes show it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from talktrack.engine.story import Journey


def answered(question: str, wordings: Iterable[str], journey: Journey) -> str | None:
    """When it was answered, as "2026-11-05" or "" for no known day; None where it was not.

    It was, where the person marked it so (a decision about "question" with its id, confirmed), where it was asked
    in a meeting and a word of the other side follows in the notes, or where someone else was asked the same.
    """
    for decision in journey.decisions:
        if decision.about == "question" and decision.record == question and decision.verdict == "confirmed":
            return decision.on
    said = {_plain(w) for w in wordings}
    for place, note in enumerate(journey.notes):
        if note.kind == "question" and note.speaker in ("me", "") and _plain(note.text) in said:
            replies = (n for n in journey.notes[place + 1 :] if n.conversation == note.conversation)
            if any(n.speaker in ("manager", "other") and n.text for n in replies):
                return note.at.date().isoformat() if note.at else ""
    asked = (i.date for i in journey.interviews if i.finding and _plain(i.question) in said)
    return next(asked, None)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
