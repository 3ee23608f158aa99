"""Whether a text says by when, told cheaply first: the reader of due dates is asked only where it may find one."""

from __future__ import annotations

import re
from datetime import date

from talktrack.kit.dates import due_date
from talktrack.kit.text import Phrases, Prose
from talktrack.kit.words import MONTHS, SPANS_OF_TIME, WEEKDAYS, is_year, word_set

_DAYS = (MONTHS - {"may", "march"}) | WEEKDAYS | {"tomorrow", "today", "tonight", "christmas", "easter"}
_PLAIN = _DAYS | {f"{day}'s" for day in _DAYS}
_STRETCHES = SPANS_OF_TIME | word_set(
    "may march spring summer autumn fall winter noon weekend half fy term first second third"
)
_LEADS = word_set("by in within next this end before until till coming on of mid early late the from start after")
_ALONE = word_set("eod eow eom eoy cob")
_FROM_NOW = Phrases("year|years|months|weeks from now|today", "this morning|afternoon|evening")
_BY_THE = Phrases("by|until|till|before the")
_NUMBERED = re.compile(r"\d{1,2}(?:st|nd|rd|th)|\d{1,2}\.\d{1,2}|q[1-4]")
_MOST_WORDS = 60
"""Words of a sentence that are read for a date: a longer one is no promise."""


def names_a_day(prose: Prose, today: date) -> bool:
    """Whether the text names a day, a week, a month or another stretch of the calendar by which something is due.

    `today` does not change the answer; it is what the reader of due dates reckons from.
    """
    return prose.once(_names_a_day, today)


def _names_a_day(prose: Prose, today: date) -> bool:
    if not prose.have.isdisjoint(_PLAIN) or any(is_year(word) for word in prose.figures):
        return True
    if names_a_month(prose) or prose.holds(_FROM_NOW) or _names_the_nth(prose):
        return True
    return any(due_date(said, today=today) for said in _perhaps(prose))


def _names_the_nth(prose: Prose) -> bool:
    """Whether it says "by the 20th"."""
    nth = (word for word in prose.figures if word[-2:] in ("st", "nd", "rd", "th"))
    return any(_BY_THE.length_at(prose.words, at - 2) for word in nth for at in prose.places(word) if at > 1)


def names_a_month(prose: Prose) -> bool:
    """Whether "march" or "may" stands there as a month."""
    return any(_is_month(prose, at) for month in ("march", "may") for at in prose.places(month))


def _is_month(prose: Prose, at: int) -> bool:
    """Whether a word that may also be a verb is a month: beside a number, or with a capital after "the" or "by"."""
    before, after = prose.words[max(0, at - 1) : at], prose.words[at + 1 : at + 2]
    if any(word[0].isdigit() for word in (*before, *after)):
        return True
    return prose.named(at) and (before == ["the"] or not _LEADS.isdisjoint(before))


def _perhaps(prose: Prose) -> tuple[str, ...]:
    """The beginnings of sentences in which a day may be named."""
    numbered = {word for word in prose.figures if _NUMBERED.fullmatch(word)} | (prose.have & _ALONE)
    if not numbered and prose.have.isdisjoint(_STRETCHES) and "/" not in prose.text:
        return ()
    found = []
    for sentence in prose.sentences:
        words = prose.tokens(sentence)[:_MOST_WORDS]
        said = prose.written(sentence.start, sentence.start + len(words))
        if (
            "/" in said
            or not numbered.isdisjoint(words)
            or any(
                word in _STRETCHES and not _LEADS.isdisjoint(words[max(0, i - 4) : i]) for i, word in enumerate(words)
            )
        ):
            found.append(said)
    return tuple(found)
