"""Promises in whole minutes, other people's too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from talktrack.engine.recap.people import People
from talktrack.engine.recap.promises.actions import clause_end, deed, imperative
from talktrack.engine.recap.promises.features import features
from talktrack.engine.recap.promises.heads import Head
from talktrack.engine.recap.promises.pages import Page, Row, found_in, page
from talktrack.engine.recap.promises.promise import Promise
from talktrack.engine.recap.promises.weighing import THRESHOLD, probability
from talktrack.kit.dates import Settings, due_dates

_USUAL = Settings()
_NOBODY = People()
_BOUND = frozenset({"order", "tail-thing"})
"""Forms that bind nobody in minutes."""


def promises_in(
    text: str, *, day: date, people: People = _NOBODY, settings: Settings = _USUAL, threshold: float = THRESHOLD
) -> tuple[Promise, ...]:
    """The promises of whole minutes, in order, each from the probability `threshold` on.

    `owner` is filled where `people` know the one who is named; `named` holds every owner as written, several joined
    as they stand there. Linear in the text; never raises.
    """
    whole = page(text)
    return tuple(
        _promise(start, sentence, head, sure, people, day, settings)
        for row in whole.rows
        for start, sentence, head, sure in _weighed(row, whole)
        if sure >= threshold
    )


def _weighed(row: Row, whole: Page) -> Iterator[tuple[int, str, Head, float]]:
    """Where each sentence with a head begins, the sentence, the head, and how sure it is."""
    for at, sentence, head in found_in(row, whole.known):
        if _counts(head):
            yield row.start + at, sentence, head, probability(features(row, sentence, at, head, whole))


def _counts(head: Head) -> bool:
    if head.owner is None or head.form in _BOUND:
        return False
    return head.form != "thing" or head.owner.kind == "handle"


def _promise(
    start: int, sentence: str, head: Head, sure: float, people: People, day: date, settings: Settings
) -> Promise:
    owner = head.owner
    named = sentence[owner.start : owner.end] if owner else ""
    dues = due_dates(sentence, today=day, settings=settings)
    done = deed(sentence, head.verb, head.end, head.stop or head.end, dues)
    return Promise(
        people.resolve(named.lstrip("@")) if named else "",
        named,
        imperative(done.action, head.form),
        done.due.date.isoformat() if done.due else "",
        done.done_test,
        start + head.start,
        start + clause_end(sentence, head.stop or head.end),
        sure,
    )
