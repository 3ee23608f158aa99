"""Days told from today: today, tonight, tomorrow, the day after tomorrow; yesterday is past."""

from __future__ import annotations

from datetime import timedelta

from talktrack.kit.dates.readings import Reading, a_day, past
from talktrack.kit.dates.words import Words, phrases, remembered

_TODAY = phrases(
    "today | tonight | this morning | this afternoon | this evening | later today | this lunchtime | end of today"
)
_TOMORROW = phrases("tomorrow")
_AFTER = phrases("the day after tomorrow", "day after tomorrow")
_PAST = phrases("yesterday", "the day before yesterday", "day before yesterday", "last night", "the other day")


@remembered
def day_word(words: Words, i: int) -> Reading | None:
    """A day told from today."""
    if end := words.match(i, _PAST):
        return past(end, words.today)
    for days, known in ((2, _AFTER), (1, _TOMORROW), (0, _TODAY)):
        if end := words.match(i, known):
            return a_day(end, words.today + timedelta(days))
    return None
